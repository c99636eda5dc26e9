//! What XML can hold: feeds, sitemaps and Word files must be well-formed whatever authors paste.
//!
//! Source: Extensible Markup Language 1.0, fifth edition, production 2 (`Char`).

use std::borrow::Cow;

/// Whether XML has a form for a character. No reader sees any of those for which it has none.
#[must_use]
pub fn is_character(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

/// Whether all characters of a text are such.
#[must_use]
pub fn is_text(text: &str) -> bool {
    // The first bytes of all characters for which XML has no form. Most texts have none of them, which is found without
    // looking at each character.
    let is_space = |byte: u8| matches!(byte, b'\t' | b'\n' | b'\r');
    let may_be_none = |byte: u8| byte < b' ' && !is_space(byte) || byte == 0xEF;
    !text.bytes().fold(false, |found, byte| found | may_be_none(byte)) || text.chars().all(is_character)
}

/// A text without the characters for which XML has no form.
#[must_use]
pub fn text(text: &str) -> Cow<'_, str> {
    if is_text(text) { Cow::Borrowed(text) } else { Cow::Owned(text.chars().filter(|c| is_character(*c)).collect()) }
}

/// Escapes text for XML, in elements and in quoted attributes; control characters are left out.
#[must_use]
pub fn escape(text: &str) -> Cow<'_, str> {
    // Most of what is escaped are addresses, which are plain ASCII.
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~') && !matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'');
    if text.bytes().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || !is_character(c) => {}
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_characters_that_xml_has_are_kept() {
        for (given, kept) in [
            ("a\u{fffe}b\u{ffff}", "ab"),
            ("\u{1}\t\u{b}\n\u{1f}\r", "\t\n\r"),
            ("\u{fffd}\u{feff}\u{fdd0}\u{1fffe}\u{10ffff}職", "\u{fffd}\u{feff}\u{fdd0}\u{1fffe}\u{10ffff}職"),
        ] {
            assert_eq!((text(given), is_text(given)), (kept.into(), given == kept), "{given:?}");
        }
        assert_eq!(escape("<a b='\u{fffe}\u{8}\u{85}ü\r\n'>"), "&lt;a b=&apos;ü\n&apos;&gt;");
    }
}
