#![no_main]

use std::cell::RefCell;

use libfuzzer_sys::fuzz_target;
use rolebook::properties::Addresses;

thread_local!(static PROPERTY: RefCell<Addresses> = RefCell::default());

fuzz_target!(|lines: &str| {
    PROPERTY.with_borrow_mut(|property| property.hold(lines));
});
