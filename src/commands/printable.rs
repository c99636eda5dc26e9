//! Text from files, made safe to be shown: nothing in it moves the cursor, changes colors, or lets a line read other than it
//! is. Control characters become visible, as a mistake that nobody sees is not mended.

use std::borrow::Cow;
use std::fmt::Write;

/// JSON without control characters: what JSON allows in a string as it is, is escaped.
pub(super) fn escaped(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        if is_control(c) {
            let _ = write!(escaped, "\\u{:04x}", u32::from(c));
        } else {
            escaped.push(c);
        }
    }
    escaped
}

/// Text whose control characters are visible. Line ends and tabs stay.
pub(super) fn printable(text: &str) -> Cow<'_, str> {
    if text.contains(is_control) { text.chars().map(|c| picture(c).unwrap_or(c)).collect() } else { text.into() }
}

/// A name that takes no more than its place in a line.
pub(super) fn printable_name(name: &str) -> String {
    printable(name).replace('\n', "␊").replace('\t', "␉")
}

/// How many bytes of the beginning and of the end are shown of a text that is longer than anybody reads.
const BEGINNING: usize = 600;
const END: usize = 200;

/// A text without its middle, if it is very long.
pub(super) fn shortened(text: &str) -> Cow<'_, str> {
    if text.len() <= 2 * (BEGINNING + END) {
        return text.into();
    }
    let (begin, end) = (text.floor_char_boundary(BEGINNING), text.ceil_char_boundary(text.len() - END));
    format!("{}…{}", &text[..begin], &text[end..]).into()
}

fn is_control(c: char) -> bool {
    picture(c).is_some()
}

/// What is shown of a control character: its picture in Unicode, or `�` if it has none. Separators of lines and what overrides
/// the direction of writing count as such; line ends and tabs do not.
fn picture(c: char) -> Option<char> {
    match c {
        '\n' | '\t' => None,
        '\0'..'\x20' => char::from_u32(0x2400 + u32::from(c)),
        '\x7f' => Some('␡'),
        '\u{80}'..='\u{9f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some(char::REPLACEMENT_CHARACTER),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // C8
    #[test]
    fn control_characters_become_visible() {
        for (text, shown) in [
            ("a\u{1b}[31mb", "a␛[31mb"),
            ("\u{1b}]0;title\u{7}", "␛]0;title␇"),
            ("\u{9b}31m", "�31m"),
            ("user\u{202e}gpj.exe", "user�gpj.exe"),
            ("\u{2066}a\u{2069}\u{2028}b", "�a��b"),
            ("a\rb\0c\u{7f}d\u{8}", "a␍b␀c␡d␈"),
            ("Ünïcödé עברית\u{200f} 👩\u{200d}🔧\n\tx", "Ünïcödé עברית\u{200f} 👩\u{200d}🔧\n\tx"),
        ] {
            assert_eq!(printable(text), shown);
        }
        assert_eq!(printable_name("a\nerror: b\tc"), "a␊error: b␉c");
    }

    #[test]
    fn of_what_is_too_long_the_middle_is_left_out() {
        let (usual, long) = ("ä".repeat(800), format!("the key `{}` is not known here", "ä".repeat(500_000)));
        assert_eq!(shortened(&usual), usual);
        let shown = shortened(&long);
        assert!(shown.len() < 900 && shown.starts_with("the key `ää") && shown.ends_with("ä` is not known here"));
        assert_eq!(shown.matches('…').count(), 1);
    }

    // C8
    #[test]
    fn programs_are_told_control_characters_escaped() {
        let name = "a\u{1b}[31m\u{9b}\u{202e}\u{2069}\u{7f}\n\u{2028}é.md";
        let json = escaped(&format!("{:#}", serde_json::json!({ "file": name })));
        assert!(!json.contains(is_control), "{json}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&json).unwrap()["file"], name);
    }
}
