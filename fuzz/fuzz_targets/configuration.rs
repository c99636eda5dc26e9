#![no_main]

use std::cell::RefCell;

use libfuzzer_sys::fuzz_target;
use rolebook::properties::Configuration;

thread_local!(static PROPERTY: RefCell<Configuration> = RefCell::default());

fuzz_target!(|config: &[u8]| {
    PROPERTY.with_borrow_mut(|property| property.hold(config));
});
