#![no_main]

use std::cell::RefCell;

use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use rolebook::parse::config::Kind;
use rolebook::properties::Markdown;
use rolebook_fuzz::{mutate, text, work_here};

thread_local!(static PROPERTY: RefCell<Markdown> = RefCell::default());

/// The first byte chooses the kind, of which `fuzz/run.py` writes the number.
const KINDS: [Kind; 4] = [Kind::Role, Kind::Article, Kind::Category, Kind::Page];

fuzz_target!(init: work_here(), |input: &[u8]| {
    let Some((kind, markdown)) = input.split_first() else { return };
    let kind = KINDS[usize::from(*kind) % KINDS.len()];
    PROPERTY.with_borrow_mut(|property| property.hold(kind, &text(markdown)));
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| { mutate(data, size, max_size, seed) });
