#![no_main]

use std::cell::RefCell;

use libfuzzer_sys::fuzz_target;
use rolebook::properties::MessagesOnPages;

thread_local!(static PROPERTY: RefCell<MessagesOnPages> = RefCell::default());

fuzz_target!(|messages: &[u8]| {
    PROPERTY.with_borrow_mut(|property| property.hold(messages));
});
