#![no_main]

use std::cell::RefCell;

use libfuzzer_sys::fuzz_target;
use rolebook::properties::Configuration;
use rolebook_fuzz::work_here;

thread_local!(static PROPERTY: RefCell<Configuration> = RefCell::default());

fuzz_target!(init: work_here(), |config: &[u8]| {
    PROPERTY.with_borrow_mut(|property| property.hold(config));
});
