//! Escapes at which the library's parser ends the program: too few digits, and then a letter of several bytes, `\u12ü`.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::Document;
use crate::diagnostic::{Code, Diagnostic};

/// What stands in quotes besides letters, for help.
pub(super) const ESCAPES: &str =
    "in quotes there are `\\\\`, `\\\"`, `\\u00e9` with four hexadecimal digits, and `\\U01f602` with six";

/// Reports such escapes, and says where they are.
pub(in crate::parse) fn report(document: &Document) -> Vec<Range<usize>> {
    let broken = broken(document.text);
    for range in &broken {
        let message = format!("`{}` cannot be read", &document.text[range.clone()]);
        document.report(Diagnostic::error(Code::Syntax, message).help(ESCAPES), range.clone());
    }
    broken
}

fn broken(text: &str) -> Vec<Range<usize>> {
    static BROKEN: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"\\(?:u[0-9a-fA-F]{0,3}|U[0-9a-fA-F]{0,5})[^\x00-\x7f]").expect("a valid expression")
    });
    BROKEN.find_iter(text).map(|found| found.range()).collect()
}

/// Puts letters in their place, as many bytes.
pub(in crate::parse) fn replace(text: &mut String, broken: &[Range<usize>]) {
    for range in broken {
        text.replace_range(range.clone(), &"x".repeat(range.len()));
    }
}
