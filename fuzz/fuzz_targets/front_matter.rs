#![no_main]

use std::cell::RefCell;

use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use rolebook::properties::FrontMatter;
use rolebook_fuzz::{mutate, text, work_here};

thread_local!(static PROPERTY: RefCell<FrontMatter> = RefCell::default());

/// What stands between an `entry.toml` and the text, if there is both.
const BETWEEN: &[u8] = b"~~~~\n";

fuzz_target!(init: work_here(), |input: &[u8]| {
    let between = input.windows(BETWEEN.len()).position(|bytes| bytes == BETWEEN);
    let (facts, rest) = input.split_at(between.unwrap_or_default());
    let rest = rest.strip_prefix(BETWEEN).unwrap_or(rest);
    PROPERTY.with_borrow_mut(|property| property.hold(&text(facts), rest));
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| { mutate(data, size, max_size, seed) });
