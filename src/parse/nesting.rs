//! How deep Markdown is nested, found before anything walks through it.
//!
//! What reads the tree of a text, here or in a library, calls itself for each level, and input must not decide how much of
//! the stack is used. A glance at the beginnings of lines and at signs of emphasis bounds the depth of most texts; only where
//! that does not do, the events of the text are counted.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::document::Document;
use super::markdown::events;
use crate::diagnostic::{Code, Diagnostic};
use crate::limits::{MARKDOWN_SIGNS, NESTING};

/// Whether a range of a document can be read. Where it becomes too deep is reported, and what has too many signs.
pub(super) fn is_readable(document: &Document, range: Range<usize>) -> bool {
    if range.len() > MARKDOWN_SIGNS && has_too_many_signs(document, range.clone()) {
        return false;
    }
    let at = match glance(&document.text[range.clone()]) {
        Depth::Fine => None,
        Depth::Blocks(at) => Some(range.start + at..range.start + at + 1),
        Depth::MaybeInline => inline(&document.text[range.clone()], range.start),
    };
    let Some(at) = at else { return true };
    let message = format!("this stands within more than {NESTING} quotes, lists, links and emphases");
    let help = "take out signs that nothing needs, such as `>`, `-`, `*` and `[`, or put a backslash before those that are text";
    document.report(Diagnostic::error(Code::Limit, message).help(help), at);
    false
}

fn has_too_many_signs(document: &Document, range: Range<usize>) -> bool {
    let text = &document.text[range.clone()];
    let others = text.bytes().filter(|byte| matches!(byte, b'<' | b'#' | b'`' | b'|' | b'{' | b'\\'));
    let signs = signs_in(text) + others.count();
    if signs > MARKDOWN_SIGNS {
        let message =
            format!("this text has {signs} signs such as `[`, `<` and `*`, and at most {MARKDOWN_SIGNS} are read");
        let help = "divide it into several texts, or take out what no reader needs";
        document.report(Diagnostic::error(Code::Limit, message).help(help), range);
    }
    signs > MARKDOWN_SIGNS
}

/// What a glance at a text says of its depth.
#[derive(Debug, PartialEq, Eq)]
enum Depth {
    /// It cannot be too deep.
    Fine,
    /// The marker at this offset begins a quote or list too deep.
    Blocks(usize),
    /// There are so many signs of emphases and links in a paragraph that they may be too deep.
    MaybeInline,
}

fn glance(text: &str) -> Depth {
    let (mut deepest, mut signs, mut start) = (0, 0, 0);
    let mut found = Depth::Fine;
    let all_signs = signs_in(text);
    // Most texts have so few that it does not matter in which paragraphs they are.
    let are_few = all_signs <= NESTING / 2;
    for end in memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
        let line = &text[start..end];
        let Beginning { levels, too_deep } = beginning(line, deepest);
        if let Some(at) = too_deep {
            return Depth::Blocks(start + at);
        }
        deepest = deepest.max(levels);
        // Emphases and links end with their paragraph.
        signs = match are_few {
            true => all_signs,
            false if line.trim_ascii().is_empty() => 0,
            false => signs + signs_in(line),
        };
        if levels + signs > NESTING {
            found = Depth::MaybeInline;
        }
        start = end + 1;
    }
    found
}

/// How many signs of emphases and links a text has.
fn signs_in(text: &str) -> usize {
    memchr::memchr3_iter(b'*', b'_', b'[', text.as_bytes()).count() + memchr::memchr_iter(b'~', text.as_bytes()).count()
}

/// How deep the text of a line may stand in quotes and lists.
struct Beginning {
    levels: usize,
    /// The marker with which it becomes too deep.
    too_deep: Option<usize>,
}

/// Reads the markers and the space at the beginning of a line: two columns of space may go on with a list above, of which no
/// more than `deepest` are open.
fn beginning(line: &str, deepest: usize) -> Beginning {
    let bytes = line.as_bytes();
    let (mut at, mut markers, mut indents) = (0, 0, 0);
    let mut too_deep = None;
    loop {
        let space = bytes[at..].iter().take_while(|byte| matches!(byte, b' ' | b'\t'));
        let (length, columns) =
            space.fold((0, 0), |(length, columns), byte| (length + 1, columns + if *byte == b'\t' { 4 } else { 1 }));
        at += length;
        // One column behind a marker belongs to it.
        indents += usize::saturating_sub(columns, markers.min(1)) / 2;
        let length = marker(&bytes[at..]);
        if length == 0 {
            break;
        }
        markers += 1;
        if too_deep.is_none() && markers + deepest.min(indents) > NESTING {
            too_deep = Some(at);
        }
        at += length;
    }
    if too_deep.is_some_and(|at| is_rule(&line[at..])) {
        too_deep = None;
        markers = NESTING;
    }
    Beginning { levels: markers + deepest.min(indents), too_deep }
}

/// The length of the marker of a quote or of an item at the beginning, or 0.
fn marker(bytes: &[u8]) -> usize {
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let length = match bytes.get(digits) {
        Some(b'>') if digits == 0 => return 1,
        Some(b'-' | b'*' | b'+') if digits == 0 => 1,
        Some(b'.' | b')') if (1..=9).contains(&digits) => digits + 1,
        _ => return 0,
    };
    if bytes.get(length).is_none_or(u8::is_ascii_whitespace) { length } else { 0 }
}

/// Whether a line goes on as a rule, which looks like many items: `- - -`.
fn is_rule(rest: &str) -> bool {
    ['-', '*'].iter().any(|sign| rest.chars().all(|c| c == *sign || c.is_ascii_whitespace()))
}

/// Where the events of a text become too deep.
fn inline(text: &str, offset: usize) -> Option<Range<usize>> {
    let mut depth = 0_usize;
    for (event, span) in events(text, offset) {
        match event {
            Event::Start(
                Tag::BlockQuote(_)
                | Tag::Item
                | Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Link { .. }
                | Tag::Image { .. },
            ) => depth += 1,
            Event::End(
                TagEnd::BlockQuote(_)
                | TagEnd::Item
                | TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image,
            ) => depth -= 1,
            _ => {}
        }
        if depth > NESTING {
            return Some(span);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_of_lines_bound_the_depth() {
        for (text, expected) in [
            ("> ".repeat(100) + "x", Depth::Fine),
            ("> ".repeat(101) + "x", Depth::Blocks(200)),
            (">".repeat(101), Depth::Blocks(100)),
            ("1. ".repeat(101) + "x", Depth::Blocks(300)),
            // A rule, also within a quote.
            ("- ".repeat(300), Depth::Fine),
            (format!("> {}\n\nx", "- ".repeat(300)), Depth::Fine),
            // Code that is far to the right, with no list around it.
            (format!("{}- x", " ".repeat(400)), Depth::Fine),
            // Lists over many lines, each longer than the one above by two columns.
            ((0..102).map(|level| "  ".repeat(level) + "- x\n").collect(), Depth::Blocks(10_500)),
            ("*a ".repeat(101), Depth::MaybeInline),
            ("*a*\n\n".repeat(101), Depth::Fine),
        ] {
            assert_eq!(glance(&text), expected, "{text}");
        }
    }
}
