//! The letters under which readers of a locale look titles up in a long list.
//!
//! Source: the index characters of CLDR (UTS #35, part 2, "Exemplars"), and the way in which ICU's `AlphabeticIndex` makes
//! buckets of them: a title is under the last letter that does not come after it in the locale's order.

use std::cmp::Ordering;

use icu_collator::options::Strength;
use icu_locale::exemplar_chars::ExemplarCharacters;
use icu_properties::CodePointMapData;
use icu_properties::props::Script;

use super::order::Order;
use crate::locale::LocaleCode;

/// The letters of a locale, in its order. Latin letters are always among them: titles are full of English words.
pub(super) struct Letters {
    letters: Vec<String>,
    /// Compares letters without regard to accents and case.
    order: Order,
}

impl Letters {
    pub(super) fn of(locale: &LocaleCode) -> Self {
        let order = Order::of(locale, Some(Strength::Primary));
        let mut letters: Vec<String> = ('A'..='Z').map(String::from).collect();
        if let Ok(index) = ExemplarCharacters::try_new_index(&locale.icu().into()) {
            letters.extend(index.code_points().iter_chars().map(String::from));
        }
        letters.sort_by(|a, b| order.compare(a, b).then_with(|| a.cmp(b)));
        letters.dedup_by(|later, first| order.compare(later, first) == Ordering::Equal);
        Self { letters, order }
    }

    /// The letter under which a title is found; `None` if it begins with none: a digit, another script.
    pub(super) fn letter(&self, title: &str) -> Option<&str> {
        self.number(looked_up(title)).map(|number| self.letters[number].as_str())
    }

    /// Where the letter under which words are found stands among all.
    pub(super) fn number(&self, words: &str) -> Option<usize> {
        let first = words.chars().next()?;
        let after = self.letters.partition_point(|letter| self.order.compare(letter, words) != Ordering::Greater);
        let number = after.checked_sub(1)?;
        let of_letter = self.letters[number].chars().next().map(script);
        (first.is_alphabetic() && Some(script(first)) == of_letter).then_some(number)
    }
}

/// What readers look for of a title: nobody looks for the quotation mark before it.
pub(super) fn looked_up(title: &str) -> &str {
    title.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// The script of a character. The two of Japanese are one here, since words in both stand under the same letters.
fn script(c: char) -> Script {
    match CodePointMapData::<Script>::new().get(c) {
        Script::Katakana => Script::Hiragana,
        script => script,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_found_under_the_letters_of_their_language() {
        for (locale, title, letter) in [
            ("en", "accountant", Some("A")),
            ("de", "Ärztin", Some("A")),
            ("sv", "Ärende", Some("Ä")),
            ("es", "Ñandú", Some("Ñ")),
            ("es", "Nómina", Some("N")),
            ("fr", "Éducateur", Some("E")),
            ("pt", "Çedilha", Some("C")),
            ("el", "Άδεια", Some("Α")),
            ("el", "ώρες", Some("Ω")),
            ("el", "Java", Some("J")),
            ("en", "3D artist", None),
            ("en", "Ωmega", None),
            ("en", "«Head» of sales", Some("H")),
            ("ar", "محاسب", Some("م")),
            ("en", ".NET developer", Some("N")),
            ("es", "¿Qué?", Some("Q")),
            ("ja", "アナリスト", Some("あ")),
            ("en", "+++", None),
        ] {
            assert_eq!(Letters::of(&locale.parse().unwrap()).letter(title), letter, "{locale} {title}");
        }
    }
}
