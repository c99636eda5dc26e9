#![no_main]

use std::cell::RefCell;

use libfuzzer_sys::fuzz_target;
use rolebook::properties::Addresses;
use rolebook_fuzz::{text, work_here};

thread_local!(static PROPERTY: RefCell<Addresses> = RefCell::default());

fuzz_target!(init: work_here(), |lines: &[u8]| {
    PROPERTY.with_borrow_mut(|property| property.hold(&text(lines)));
});
