#![no_main]

use std::cell::RefCell;

use libfuzzer_sys::fuzz_target;
use rolebook::parse::config::Kind;
use rolebook::properties::Markdown;

thread_local!(static PROPERTY: RefCell<Markdown> = RefCell::default());

fuzz_target!(|input: (bool, &str)| {
    let (is_role, markdown) = input;
    let kind = if is_role { Kind::Role } else { Kind::Article };
    PROPERTY.with_borrow_mut(|property| property.hold(kind, markdown));
});
