#![no_main]

use std::cell::RefCell;

use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use rolebook::properties::Configuration;
use rolebook_fuzz::{mutate, work_here};

thread_local!(static PROPERTY: RefCell<Configuration> = RefCell::default());

fuzz_target!(init: work_here(), |config: &[u8]| {
    PROPERTY.with_borrow_mut(|property| property.hold(config));
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| { mutate(data, size, max_size, seed) });
