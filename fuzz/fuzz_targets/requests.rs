#![no_main]

use std::cell::RefCell;

use libfuzzer_sys::fuzz_target;
use rolebook::properties::Requests;
use rolebook_fuzz::{text, work_here};

thread_local!(static PROPERTY: RefCell<Requests> = RefCell::default());

fuzz_target!(init: work_here(), |request: &[u8]| {
    PROPERTY.with_borrow_mut(|property| property.hold(&text(request)));
});
