//! Messages whose braces and parentheses are nested too deep, or hold too many arguments: the library's parser calls itself for
//! each bracket, and compares each argument with all before it.

use std::ops::Range;

use super::Document;
use super::brackets::Brackets;
use crate::diagnostic::{Code, Diagnostic};
use crate::limits::{ARGUMENTS, NESTING};

/// Reports such messages, and says where they are.
pub(in crate::parse) fn report(document: &Document) -> Vec<Range<usize>> {
    let too_deep = too_deep(document.text);
    for (_, at) in &too_deep {
        let (message, help) = match document.text.as_bytes()[*at] {
            b',' => (
                format!("more than {ARGUMENTS} arguments stand in these parentheses"),
                "hand over what the message shows, and nothing else",
            ),
            _ => (
                format!("this stands within more than {NESTING} braces and parentheses"),
                "divide the message into several that refer to each other: `{ other-message }`",
            ),
        };
        document.report(Diagnostic::error(Code::Limit, message).help(help), *at..at + 1);
    }
    too_deep.into_iter().map(|(entry, _)| entry).collect()
}

/// The messages, terms and comments that are too deep, or have too many arguments, each with the place of the bracket or comma
/// with which it becomes so.
fn too_deep(text: &str) -> Vec<(Range<usize>, usize)> {
    let mut found = Vec::new();
    let mut brackets = Brackets::default();
    let (mut entry, mut first, mut start) = (0, None, 0);
    for line in text.split_inclusive('\n') {
        if begins_entry(line) {
            found.extend(first.take().map(|at| (entry..start, at)));
            brackets = Brackets::default();
            entry = start;
        }
        if !line.starts_with('#') && first.is_none() {
            for (at, c) in line.char_indices() {
                brackets.read(start + at, c);
                let has_many = brackets.open.last().is_some_and(|last| last.commas >= ARGUMENTS);
                if brackets.open.len() > NESTING || has_many {
                    first = Some(start + at);
                    break;
                }
            }
        }
        start += line.len();
    }
    found.extend(first.map(|at| (entry..start, at)));
    found
}

/// Whether the parser begins anew at a line, whatever is open: no expression has a comment, or a name and `=`, at the margin.
fn begins_entry(line: &str) -> bool {
    let name = line.strip_prefix('-').unwrap_or(line);
    let rest = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    let has_name = rest.len() < name.len() && name.starts_with(|c: char| c.is_ascii_alphabetic());
    line.starts_with('#') || has_name && rest.trim_start_matches(' ').starts_with('=')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_too_deep_each_for_itself() {
        let deep = |open: &str, count: usize| format!("deep = {{ {}\n", open.repeat(count));
        for (text, expected) in [
            (deep("{ ", 99), vec![]),
            (deep("{ ", 100), vec![(0..210, 207)]),
            (deep("F(\n", 100), vec![(0..310, 306 + 1)]),
            // In a text, parentheses and quotes are words.
            (format!("a = {}\n", "(\"".repeat(300)), vec![]),
            (format!("a = {{ $b ->\n *[c] {}\n }}\n", ":( ".repeat(300)), vec![]),
            // Comments, and messages that are open one after the other.
            (format!("# {}\n", "{".repeat(300)), vec![]),
            ("a = {\n".repeat(300), vec![]),
            (format!("a = {{ F({}) }}\n", "$b,".repeat(99)), vec![]),
            (format!("a = {{ F({}) }}\n", "$b,".repeat(200)), vec![(0..612, 307)]),
            (format!("a = {{ F(\"{0}\") }}{0}\n", ",".repeat(200)), vec![]),
            (format!("a = b\n{}c = d\n", deep("\"\\\\\" }{ { ", 200)), vec![]),
        ] {
            let found = too_deep(&text);
            if expected.is_empty() && text.contains("\\\\") {
                assert_eq!(found.len(), 1, "{text}");
            } else {
                assert_eq!(found, expected, "{text}");
            }
        }
    }
}
