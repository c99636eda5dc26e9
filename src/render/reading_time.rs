//! How long a text takes to read.
//!
//! Source of the speeds: Trauzettel-Klosinski and Dietz, "Standardized Assessment of Reading Performance: The New
//! International Reading Speed Texts `IReST`", 2012: 184 words a minute over 17 languages, and between 255 and 357 characters in
//! Chinese and Japanese.

use crate::fold::is_written_without_space;

const WORDS_A_MINUTE: usize = 184;
const CHARACTERS_A_MINUTE: usize = 300;

/// The minutes that the words of a text in HTML take, rounded, at least one.
pub(super) fn minutes(html: &str) -> usize {
    let (mut words, mut characters) = (0, 0);
    let (mut in_tag, mut in_word) = (false, false);
    for c in html.chars() {
        match c {
            '<' => (in_tag, in_word) = (true, false),
            '>' => in_tag = false,
            _ if in_tag => {}
            c if is_written_without_space(c) => (characters, in_word) = (characters + 1, false),
            c if c.is_alphanumeric() => {
                words += usize::from(!in_word);
                in_word = true;
            }
            c => in_word &= !c.is_whitespace(),
        }
    }
    let tenths = words * 10 / WORDS_A_MINUTE + characters * 10 / CHARACTERS_A_MINUTE;
    ((tenths + 5) / 10).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_characters_count() {
        for (html, expected) in [
            (String::new(), 1),
            ("<p>word</p>\n".repeat(3 * WORDS_A_MINUTE), 3),
            ("don’t ".repeat(2 * WORDS_A_MINUTE), 2),
            (format!("<p>{}</p>", "人".repeat(2 * CHARACTERS_A_MINUTE)), 2),
            (format!("<a href=\"{}\">x</a>", "a ".repeat(999)), 1),
        ] {
            assert_eq!(minutes(&html), expected, "{html:.20}");
        }
    }
}
