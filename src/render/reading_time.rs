//! How long a text takes to read.
//!
//! Source of the speeds: Trauzettel-Klosinski and Dietz, "Standardized Assessment of Reading Performance: The New
//! International Reading Speed Texts `IReST`", 2012: 184 words a minute over 17 languages, and between 255 and 357 characters in
//! Chinese and Japanese.

use crate::fold::is_written_without_space;

const WORDS_A_MINUTE: usize = 184;
const CHARACTERS_A_MINUTE: usize = 300;

/// The minutes that the words of a text take, rounded, at least one.
pub(super) fn minutes(text: &str) -> usize {
    let (mut words, mut characters) = (0, 0);
    let mut in_word = false;
    for c in text.chars() {
        match c {
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
        for (text, expected) in [
            (String::new(), 1),
            ("word\n".repeat(3 * WORDS_A_MINUTE), 3),
            ("don’t ".repeat(2 * WORDS_A_MINUTE), 2),
            ("人".repeat(2 * CHARACTERS_A_MINUTE), 2),
        ] {
            assert_eq!(minutes(&text), expected, "{text:.20}");
        }
    }
}
