//! Characters that no reader sees and that do harm in texts: those that XML cannot hold, and those that turn letters round.
//!
//! Source of the latter: the Unicode Bidirectional Algorithm, UAX #9. The marks U+200E, U+200F and U+061C are not among them, nor
//! are embeddings and isolates that are closed: texts in two directions need them.

use std::borrow::Cow;

use crate::xml;

/// What ends what U+202A and U+202B begin.
const END_OF_EMBEDDING: char = '\u{202c}';

/// What ends what U+2066, U+2067 and U+2068 begin.
const END_OF_ISOLATE: char = '\u{2069}';

/// Whether a character may stand in a text.
#[must_use]
pub fn is_legible(c: char) -> bool {
    xml::is_character(c) && !is_override(c)
}

/// Whether a character makes all letters after it run in one direction, whatever they are: `U+202E` makes `fdp.exe` of `exe.pdf`.
#[must_use]
pub fn is_override(c: char) -> bool {
    matches!(c, '\u{202d}' | '\u{202e}')
}

/// Whether all characters of a text may stand in it.
#[must_use]
pub fn is_text(text: &str) -> bool {
    // The first bytes of all characters for which XML has no form. Most texts have none of them, which is found without
    // looking at each character.
    let is_space = |byte: u8| matches!(byte, b'\t' | b'\n' | b'\r');
    let may_be_none = |byte: u8| byte < b' ' && !is_space(byte) || byte == 0xEF;
    let is_plain = !text.bytes().fold(false, |found, byte| found | may_be_none(byte));
    (is_plain || text.chars().all(xml::is_character)) && !has(text, is_override)
}

/// A text without the characters that may not stand in it.
#[must_use]
pub fn text(text: &str) -> Cow<'_, str> {
    if is_text(text) { Cow::Borrowed(text) } else { Cow::Owned(text.chars().filter(|c| is_legible(*c)).collect()) }
}

/// Where in a text an embedding or an isolate begins that is not closed before the end of the line, and what would close it.
#[must_use]
pub fn unclosed(text: &str) -> Vec<(usize, char, char)> {
    if !has(text, |c| end_of(c).is_some()) {
        return Vec::new();
    }
    let mut unclosed = Vec::new();
    let mut open: Vec<(usize, char, char)> = Vec::new();
    for (at, c) in text.char_indices() {
        if let Some(end) = end_of(c) {
            open.push((at, c, end));
        }
        match c {
            END_OF_EMBEDDING => drop(open.pop_if(|(.., end)| *end == c)),
            END_OF_ISOLATE => {
                // The end of an isolate ends all that has begun in it, which is no fault of the isolate.
                if let Some(begin) = open.iter().rposition(|(.., end)| *end == c) {
                    unclosed.extend(open.drain(begin..).skip(1));
                }
            }
            '\n' => unclosed.append(&mut open),
            _ => {}
        }
    }
    unclosed.append(&mut open);
    unclosed.sort_unstable();
    unclosed
}

/// What ends what a character begins: an embedding or an isolate.
fn end_of(c: char) -> Option<char> {
    match c {
        '\u{202a}' | '\u{202b}' => Some(END_OF_EMBEDDING),
        '\u{2066}'..='\u{2068}' => Some(END_OF_ISOLATE),
        _ => None,
    }
}

/// Whether a text has a character from U+2000 to U+2FFF for which this holds: most texts have few of them, and all begin with
/// the same byte.
fn has(text: &str, holds: impl Fn(char) -> bool) -> bool {
    memchr::memchr_iter(0xE2, text.as_bytes()).any(|at| text[at..].chars().next().is_some_and(&holds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_characters_that_texts_may_hold_are_kept() {
        for (given, kept) in [
            ("a\u{fffe}b\u{ffff}", "ab"),
            ("\u{1}\t\u{b}\n\u{1f}\r", "\t\n\r"),
            ("\u{fffd}\u{feff}\u{fdd0}\u{1fffe}\u{10ffff}職", "\u{fffd}\u{feff}\u{fdd0}\u{1fffe}\u{10ffff}職"),
            ("a\u{202e}b\u{202d}c\u{202c}", "abc\u{202c}"),
            (
                "“\u{200e}\u{200f}\u{61c}\u{202a}a\u{202c}\u{2067}b\u{2069}” – \u{202e}",
                "“\u{200e}\u{200f}\u{61c}\u{202a}a\u{202c}\u{2067}b\u{2069}” – ",
            ),
        ] {
            assert_eq!((text(given), is_text(given)), (kept.into(), given == kept), "{given:?}");
        }
    }

    #[test]
    fn embeddings_end_before_their_line_does() {
        for (given, found) in [
            ("", vec![]),
            ("\u{202a}a\u{202c} \u{2066}b\u{2069} \u{2068}\u{202b}c\u{202c}\u{2069}", vec![]),
            ("\u{202c}\u{2069}", vec![]),
            ("a\u{202b}b\nc\u{202c}", vec![(1, '\u{202b}', '\u{202c}')]),
            ("\u{2067}a", vec![(0, '\u{2067}', '\u{2069}')]),
            ("\u{2066}\u{202a}a\u{2069}", vec![(3, '\u{202a}', '\u{202c}')]),
            ("\u{202a}\u{2066}a\u{202c}", vec![(0, '\u{202a}', '\u{202c}'), (3, '\u{2066}', '\u{2069}')]),
        ] {
            assert_eq!(unclosed(given), found, "{given:?}");
        }
    }
}
