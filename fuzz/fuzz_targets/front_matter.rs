#![no_main]

use std::cell::RefCell;

use libfuzzer_sys::fuzz_target;
use rolebook::properties::FrontMatter;

thread_local!(static PROPERTY: RefCell<FrontMatter> = RefCell::default());

fuzz_target!(|text: &[u8]| {
    PROPERTY.with_borrow_mut(|property| property.hold(text));
});
