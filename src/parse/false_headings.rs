//! Lines that look like headings and are none: `##brief`, and `## brief` with a space that Markdown does not know.

use std::ops::Range;

use super::document::Document;
use crate::diagnostic::{Code, Diagnostic};

/// Reports those among the lines of a paragraph.
pub(super) fn report(document: &Document, paragraph: Range<usize>) {
    let text = &document.text[paragraph.clone()];
    if memchr::memchr(b'#', text.as_bytes()).is_none() {
        return;
    }
    let mut start = paragraph.start;
    for line in text.split_inclusive('\n') {
        // What a quote or a list puts before a line belongs to it.
        let marked = line.trim_start_matches([' ', '\t', '>']);
        let at = start + line.len() - marked.len();
        if let Some(heading) = false_heading(marked) {
            let (marks, words) = heading;
            let message = format!("this is no heading: `{marks}` is not followed by a space");
            let right = format!("{marks} {}", words.trim());
            let help = format!("put a space after `{marks}`, as the space bar makes it: `{right}`");
            document
                .report(Diagnostic::warning(Code::PastedText, message).help(help), at..at + marked.trim_end().len());
        }
        start += line.len();
    }
}

/// The signs with which a line begins as a heading would, and its words. One sign alone may begin a word: `#jobs`.
fn false_heading(line: &str) -> Option<(&str, &str)> {
    let words = line.trim_start_matches('#');
    let marks = &line[..line.len() - words.len()];
    let next = words.chars().next()?;
    let is_other_space = next.is_whitespace() && !next.is_ascii_whitespace();
    let is_meant = is_other_space || marks.len() > 1 && next.is_alphabetic();
    ((1..=6).contains(&marks.len()) && is_meant && !words.trim().is_empty()).then_some((marks, words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn false_headings_are_told_from_words() {
        for (line, found) in [
            ("##brief\n", Some(("##", "brief\n"))),
            ("##\u{a0}brief", Some(("##", "\u{a0}brief"))),
            ("#\u{3000}職務", Some(("#", "\u{3000}職務"))),
            ("###\u{202f}Größe ###", Some(("###", "\u{202f}Größe ###"))),
            ("#jobs at home", None),
            ("##", None),
            ("##\u{a0}", None),
            ("##1 in Europe", None),
            ("#######brief", None),
            ("brief ##x", None),
        ] {
            assert_eq!(false_heading(line), found, "{line:?}");
        }
    }
}
