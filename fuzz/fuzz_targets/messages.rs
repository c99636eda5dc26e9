#![no_main]

use std::cell::RefCell;

use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use rolebook::properties::MessagesOnPages;
use rolebook_fuzz::{mutate, work_here};

thread_local!(static PROPERTY: RefCell<MessagesOnPages> = RefCell::default());

fuzz_target!(init: work_here(), |messages: &[u8]| {
    PROPERTY.with_borrow_mut(|property| property.hold(messages));
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| { mutate(data, size, max_size, seed) });
