//! What XML can hold: feeds, sitemaps and Word files must be well-formed whatever authors paste.
//!
//! Source: Extensible Markup Language 1.0, fifth edition, production 2 (`Char`).

use std::borrow::Cow;

/// Whether XML has a form for a character. No reader sees any of those for which it has none.
#[must_use]
pub fn is_character(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

/// Escapes text for XML, in elements and in quoted attributes; control characters are left out.
#[must_use]
pub fn escape(text: &str) -> Cow<'_, str> {
    // Most of what is escaped are addresses, which are plain ASCII. That is found without a stop at each byte.
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~') && !matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'');
    if text.bytes().fold(true, |plain, byte| plain & is_plain(byte)) {
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
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(escape("<a b='\u{fffe}\u{8}\u{85}ü\r\n'>"), "&lt;a b=&apos;ü\n&apos;&gt;");
    }
}
