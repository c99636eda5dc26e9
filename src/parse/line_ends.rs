//! Ends of lines between letters that are written without space: readers see no space there.
//!
//! Source: CSS Text Module Level 4, "Segment Break Transformation Rules", <https://www.w3.org/TR/css-text-4/>.

use icu_properties::props::{BinaryProperty, EastAsianWidth, EmojiPresentation, EnumeratedProperty, Script};

/// Whether nothing stands between two letters of which the second begins a line.
pub(super) fn are_joined(before: Option<char>, after: Option<char>) -> bool {
    before.is_some_and(is_wide) && after.is_some_and(is_wide)
}

/// Whether a character is as wide as Han characters, and no letter of Korean, which has space between its words.
fn is_wide(c: char) -> bool {
    let is_wide = |c| {
        matches!(
            EastAsianWidth::for_char(c),
            EastAsianWidth::Fullwidth | EastAsianWidth::Wide | EastAsianWidth::Halfwidth
        )
    };
    !c.is_ascii() && is_wide(c) && Script::for_char(c) != Script::Hangul && !EmojiPresentation::for_char(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_joined_that_are_written_without_space() {
        for (letters, expected) in [
            ("漢字", true),
            ("、。", true),
            ("カ（", true),
            ("ｶ漢", true),
            ("漢a", false),
            ("a漢", false),
            ("한국", false),
            ("ab", false),
            ("漢😀", false),
            ("กข", false),
            ("漢", false),
        ] {
            let mut letters_of = letters.chars();
            assert_eq!(are_joined(letters_of.next(), letters_of.next()), expected, "{letters}");
        }
    }
}
