//! Tries properties with inputs of `proptest`.

use std::cell::{Cell, RefCell};
use std::fmt::Debug;

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// Tries a property with so many inputs, the same ones each time, and shrinks one of which it does not hold. Of some, `least`
/// at least, the property says that it was of use: a test of refusals alone would show little.
pub fn hold<T: Debug>(inputs: u32, least: u32, of: &impl Strategy<Value = T>, property: impl FnMut(T) -> bool) {
    let config = Config { cases: inputs, failure_persistence: None, max_shrink_iters: 500, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let (property, useful) = (RefCell::new(property), Cell::new(0));
    let result = runner.run(of, |input| {
        useful.set(useful.get() + u32::from(property.borrow_mut()(input)));
        Ok(())
    });
    result.unwrap_or_else(|failure| panic!("{failure}"));
    assert!(useful.get() >= least, "{} of {inputs} inputs were of use", useful.get());
}
