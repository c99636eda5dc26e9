#![no_main]

use std::cell::RefCell;

use libfuzzer_sys::fuzz_target;
use rolebook::properties::MessagesOnPages;
use rolebook_fuzz::work_here;

thread_local!(static PROPERTY: RefCell<MessagesOnPages> = RefCell::default());

fuzz_target!(init: work_here(), |messages: &[u8]| {
    PROPERTY.with_borrow_mut(|property| property.hold(messages));
});
