//! The letters under which readers of a locale look titles up in a long list.
//!
//! Source: the index characters of CLDR (UTS #35, part 2, "Exemplars"), and the way in which ICU's `AlphabeticIndex` makes
//! buckets of them: a title is under the last letter that does not come after it in the locale's order.

use icu_collator::options::Strength;
use icu_locale::exemplar_chars::ExemplarCharacters;
use icu_properties::CodePointMapData;
use icu_properties::props::Script;

use super::order::Order;
use crate::locale::LocaleCode;

/// The letters of a locale, in its order. Latin letters are always among them: titles are full of English words.
pub(super) struct Letters(Vec<Letter>);

struct Letter {
    text: String,
    script: Option<Script>,
    /// Bytes in the order of the letter, without regard to accents and case.
    key: Vec<u8>,
}

impl Letters {
    pub(super) fn of(locale: &LocaleCode) -> Self {
        let order = Order::of(locale, Some(Strength::Primary));
        let mut letters: Vec<String> = ('A'..='Z').map(String::from).collect();
        if let Ok(index) = ExemplarCharacters::try_new_index(&locale.icu().into()) {
            letters.extend(index.code_points().iter_chars().map(String::from));
        }
        let letter = |text: String| Letter { key: order.sort_key(&text), script: script_of(&text), text };
        let mut letters: Vec<Letter> = letters.into_iter().map(letter).collect();
        letters.sort_by(|a, b| (&a.key, &a.text).cmp(&(&b.key, &b.text)));
        letters.dedup_by(|later, first| later.key == first.key);
        Self(letters)
    }

    /// The letter with a number that [`number`](Self::number) has found.
    pub(super) fn letter(&self, number: usize) -> &str {
        &self.0[number].text
    }

    /// Where the letter under which words are found stands among all; `None` if they begin with none: a digit, another
    /// script. `key` are bytes in the order of the words, at any strength: the first difference of letters comes before all
    /// others in it.
    pub(super) fn number(&self, words: &str, key: &[u8]) -> Option<usize> {
        let after = self.0.partition_point(|letter| &*letter.key <= key);
        let number = after.checked_sub(1)?;
        let begins_with_letter = words.starts_with(char::is_alphabetic);
        (begins_with_letter && script_of(words) == self.0[number].script).then_some(number)
    }
}

/// What readers look for of a title: nobody looks for the quotation mark before it.
pub(super) fn looked_up(title: &str) -> &str {
    title.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// The script of the first character. The two of Japanese are one here, since words in both stand under the same letters.
fn script_of(words: &str) -> Option<Script> {
    let script = CodePointMapData::<Script>::new().get(words.chars().next()?);
    Some(if script == Script::Katakana { Script::Hiragana } else { script })
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use icu_collator::Collator;
    use icu_collator::options::CollatorOptions;

    use super::*;

    /// The letter under which a title is found.
    fn letter(letters: &Letters, locale: &LocaleCode, title: &str) -> Option<String> {
        let words = looked_up(title);
        let number = letters.number(words, &Order::of(locale, None).sort_key(words));
        number.map(|number| letters.letter(number).to_owned())
    }

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
            let locale: LocaleCode = locale.parse().unwrap();
            assert_eq!(self::letter(&Letters::of(&locale), &locale, title).as_deref(), letter, "{locale} {title}");
        }
    }

    /// The keys of letters have one strength and those of titles another, which must not matter.
    #[test]
    fn keys_find_the_letters_that_comparisons_find() {
        for code in ["cs", "da", "de", "el", "es", "fr-CA", "hr", "hu", "ja", "ko", "ru", "th", "vi", "zh", "zh-TW"] {
            let locale: LocaleCode = code.parse().unwrap();
            let letters = Letters::of(&locale);
            let mut options = CollatorOptions::default();
            options.strength = Some(Strength::Primary);
            let collator = Collator::try_new(locale.icu().into(), options).unwrap();
            let own: Vec<&str> = letters.0.iter().map(|letter| letter.text.as_str()).collect();
            let words = own.iter().flat_map(|letter| {
                let end = letter.to_lowercase();
                ["", "a", "h", "z", "ž", "é", "я", "1", " ", "ง"].map(|rest| format!("{letter}{rest}{end}"))
            });
            for title in words.chain(["chléb", "Aarhus", "œuvre", "ßa", "ångström", "가수", "中文"].map(String::from))
            {
                let not_after = |letter: &&str| collator.compare(letter, &title) != Ordering::Greater;
                let compared = own.partition_point(not_after).checked_sub(1);
                let compared = compared.filter(|number| letters.0[*number].script == script_of(&title));
                let found = letter(&letters, &locale, &title);
                assert_eq!(found.as_deref(), compared.map(|number| own[number]), "{code} {title}");
            }
        }
    }
}
