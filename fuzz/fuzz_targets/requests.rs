#![no_main]

use std::cell::RefCell;

use libfuzzer_sys::fuzz_target;
use rolebook::properties::Requests;

thread_local!(static PROPERTY: RefCell<Requests> = RefCell::default());

fuzz_target!(|request: &str| {
    PROPERTY.with_borrow_mut(|property| property.hold(request));
});
