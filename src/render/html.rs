//! The HTML of a text, read again: what it says in plain lines, and which elements stand on lines of their own.
//!
//! The HTML of Markdown is well-formed XML, but for characters that XML has no form for. Lines are read off in one pass;
//! documents need the tree.

use roxmltree::{Document, Node};

use crate::legible;
use crate::markup::tag_length;

/// HTML as an XML document, ready to be parsed.
pub(super) fn document(html: &str) -> String {
    format!("<body>{}</body>", legible::text(html))
}

/// Parses what [`document`] has made.
pub(super) fn parse(document: &str) -> Document<'_> {
    Document::parse(document).expect("the HTML of a text is well-formed XML")
}

/// The text as a reader without pictures and styles sees it: a line for each paragraph, item, heading and cell.
pub(super) fn plain_text(html: &str) -> String {
    let mut text = PlainText { lines: String::with_capacity(html.len()), is_after_space: false };
    for piece in pieces(html) {
        match piece {
            Piece::Text(words) => text.push(words),
            Piece::Tag { name, .. } if stands_alone(name) => text.end_line(),
            Piece::Tag { .. } => {}
        }
    }
    text.end_line();
    text.lines.truncate(text.lines.trim_end_matches('\n').len());
    text.lines
}

/// The questions in a text, each with the lines of its answer: headings of level 3 and what stands below them, up to the next
/// heading of that level or above.
pub(super) fn questions(html: &str) -> Vec<(String, String)> {
    let mut questions: Vec<(String, String)> = Vec::new();
    let mut is_open = false;
    for (name, element) in elements(html) {
        let lines = plain_text(element);
        match name {
            "h3" => {
                questions.push((lines.replace('\n', " "), String::new()));
                is_open = true;
            }
            "h1" | "h2" => is_open = false,
            _ => {
                if let Some((_, answer)) = questions.last_mut().filter(|_| is_open && !lines.is_empty()) {
                    answer.push_str(if answer.is_empty() { "" } else { "\n" });
                    answer.push_str(&lines);
                }
            }
        }
    }
    questions
}

/// Lines that are being read.
struct PlainText {
    lines: String,
    is_after_space: bool,
}

impl PlainText {
    /// Adds words; all space between two of them is one.
    fn push(&mut self, words: &str) {
        let mut rest = words;
        while let Some(at) = memchr::memchr(b'&', rest.as_bytes()) {
            self.push_literally(&rest[..at]);
            let (character, length) = character(&rest[at..]);
            self.push_literally(character);
            rest = &rest[at + length..];
        }
        self.push_literally(rest);
    }

    fn push_literally(&mut self, words: &str) {
        // Stands between most elements.
        if words == "\n" {
            self.is_after_space = true;
            return;
        }
        if is_even(words) {
            return self.push_word(words);
        }
        for part in words.split_inclusive(char::is_whitespace) {
            let word = part.trim_end();
            self.push_word(&legible::text(word));
            self.is_after_space |= part.ends_with(char::is_whitespace);
        }
    }

    /// Adds one word, or several with one space between two of them.
    fn push_word(&mut self, word: &str) {
        if word.is_empty() {
            return;
        }
        if self.is_after_space && !self.starts_line() {
            self.lines.push(' ');
        }
        self.lines.push_str(word);
        self.is_after_space = false;
    }

    fn end_line(&mut self) {
        if !self.starts_line() {
            self.lines.push('\n');
        }
        self.is_after_space = false;
    }

    fn starts_line(&self) -> bool {
        self.lines.is_empty() || self.lines.ends_with('\n')
    }
}

/// A piece of HTML.
enum Piece<'h> {
    Text(&'h str),
    /// A start tag or an end tag, and where it stands.
    Tag {
        name: &'h str,
        closes: bool,
        start: usize,
        end: usize,
    },
}

fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = html.get(at..).filter(|rest| !rest.is_empty())?;
        let start = at;
        let Some(tag) = rest.strip_prefix('<') else {
            at += memchr::memchr(b'<', rest.as_bytes()).unwrap_or(rest.len());
            return Some(Piece::Text(&html[start..at]));
        };
        at += tag_length(rest);
        let (closes, name) = tag.strip_prefix('/').map_or((false, tag), |name| (true, name));
        let length = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        Some(Piece::Tag { name: &name[..length], closes, start, end: at })
    })
}

/// The elements that are not within others, by their names.
fn elements(html: &str) -> impl Iterator<Item = (&str, &str)> {
    let (mut depth, mut first) = (0_usize, 0);
    pieces(html).filter_map(move |piece| {
        let Piece::Tag { name, closes, start, end } = piece else { return None };
        if depth == 0 {
            first = start;
        }
        match (closes, matches!(name, "br" | "hr" | "img")) {
            (true, _) => depth = depth.saturating_sub(1),
            (false, true) => {}
            (false, false) => depth += 1,
        }
        (depth == 0).then(|| (name, &html[first..end]))
    })
}

/// What the character reference at the beginning stands for, and its length. Those are read that Markdown and
/// [`escape`](crate::markup::escape) write.
fn character(html: &str) -> (&'static str, usize) {
    let known = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'")];
    let found = known.into_iter().find(|(reference, _)| html.starts_with(reference));
    found.map_or(("&", 1), |(reference, character)| (character, reference.len()))
}

/// Whether words can be taken as they are: single spaces between them, none around them, and no other space nor a character
/// that XML has no form for.
fn is_even(words: &str) -> bool {
    // The first bytes of all space beyond ASCII, and of what XML has no form for. Most texts have none of them, which is
    // found without looking at each character.
    let may_be_uneven = |byte: u8| byte < b' ' || matches!(byte, 0xC2 | 0xE1 | 0xE2 | 0xE3 | 0xEF);
    let is_uneven = |c: char| c != ' ' && c.is_whitespace() || !legible::is_legible(c);
    !words.starts_with(' ')
        && !words.ends_with(' ')
        && !words.contains("  ")
        && (!words.bytes().fold(false, |found, byte| found | may_be_uneven(byte)) || !words.contains(is_uneven))
}

/// Whether an element stands on lines of its own.
pub(super) fn is_block(node: Node) -> bool {
    node.is_element() && stands_alone(node.tag_name().name())
}

fn stands_alone(name: &str) -> bool {
    match name.as_bytes() {
        [b'p'] | [b'h', b'1'..=b'6' | b'r'] | [b'u' | b'o', b'l'] | [b'l', b'i'] | [b't', b'r' | b'h' | b'd'] => true,
        [_, _, _, ..] => matches!(name, "blockquote" | "pre" | "table" | "thead" | "tbody"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_headings_of_the_text_itself() {
        let html = "<p>a</p><h3 id=\"x\">Q <em>1</em></h3>\n<p>b</p><blockquote><h3>no</h3></blockquote><h2>e</h2><p>c</p><h3>Q 2</h3>";
        let expected = [("Q 1", "b\nno"), ("Q 2", "")].map(|(q, a)| (q.to_owned(), a.to_owned()));
        assert_eq!(questions(html), expected);
    }

    #[test]
    fn lines_are_blocks_and_space_is_one() {
        for (html, expected) in [
            ("<p>a <em>b</em>\n c</p>\n<ul>\n<li>d</li>\n<li><p>e</p></li></ul>", "a b c\nd\ne"),
            ("<p>a<strong> b</strong><em>c</em></p>", "a bc"),
            ("<p>a &amp;lt; &quot;&#39; b</p>", "a &lt; \"' b"),
            ("<p><a href=\"/x\" title=\"a > b\">c</a><br />d</p>", "cd"),
            ("<table><tr><td>a</td><td>b</td></tr></table><hr />", "a\nb"),
            (" a\u{a0}b ", "a b"),
            ("<p>a \u{2013} b\u{2019}s  c\u{3000}\u{2014}\n</p>", "a \u{2013} b\u{2019}s c \u{2014}"),
            ("", ""),
        ] {
            assert_eq!(plain_text(html), expected, "{html}");
        }
    }

    #[test]
    fn characters_that_xml_does_not_have_are_left_out() {
        assert_eq!(plain_text("<p>a\u{1}\u{ffff}b\u{1f600}</p><ul>\n<li>c</li>\n</ul>"), "ab\u{1f600}\nc");
    }
}
