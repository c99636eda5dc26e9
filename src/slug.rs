//! Slugs: the parts of addresses that are made of words.
//!
//! Usually ASCII, by the customs of each language: Greek by ISO 843 (ELOT 743) type 2 as Greek sites use it, German umlauts as `ae`,
//! `oe`, `ue`, Danish and Norwegian `å` as `aa`; other letters and scripts as the `deunicode` tables have them.

use std::borrow::Cow;
use std::sync::LazyLock;

use icu_normalizer::ComposingNormalizer;
use regex::Regex;

use crate::id::is_kebab_case;
use crate::locale::LocaleCode;

/// The letters of which addresses are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SlugStyle {
    /// `a` to `z`, by the customs of each language.
    #[default]
    Ascii,
    /// The letters of each language.
    Unicode,
}

impl SlugStyle {
    /// Makes a slug of a title, without the marks that [`without_marks`] takes away.
    #[must_use]
    pub fn slug_of_title(self, title: &str, locale: &LocaleCode) -> String {
        self.slug(&without_marks(title), locale)
    }

    /// Makes a slug of words: letters and digits with single hyphens between, in lower case. Empty if nothing of the words
    /// can be written so.
    #[must_use]
    pub fn slug(self, words: &str, locale: &LocaleCode) -> String {
        match self {
            Self::Ascii => slug(words, locale),
            Self::Unicode => {
                let words = composed(words).to_lowercase();
                let parts = words.split(|c: char| !c.is_alphanumeric() && !is_mark(c)).filter(|part| !part.is_empty());
                parts.collect::<Vec<_>>().join("-")
            }
        }
    }

    /// Whether a text is a slug of this style.
    #[must_use]
    pub fn accepts(self, text: &str) -> bool {
        let is_part = |part: &str| {
            !part.is_empty() && part.chars().all(|c| is_mark(c) || c.is_alphanumeric() && !c.is_uppercase())
        };
        match self {
            Self::Ascii => is_kebab_case(text),
            Self::Unicode => text.split('-').all(is_part) && composed(text) == text,
        }
    }
}

/// A title without marks such as `(m/w/d)`, which say that everybody may apply.
#[must_use]
pub fn without_marks(title: &str) -> Cow<'_, str> {
    static MARKS: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\(\s*\p{L}(?:\s*[/|]\s*\p{L})+\s*\)").expect("a valid expression"));
    MARKS.replace_all(title, " ")
}

/// Makes a slug of ASCII letters.
#[must_use]
pub fn slug(words: &str, locale: &LocaleCode) -> String {
    let lower = composed(words).to_lowercase();
    let ascii = with_language(&with_greek(&lower), locale);
    ::slug::slugify(ascii)
}

/// Letters and their accents as one character each, where there is one.
fn composed(words: &str) -> Cow<'_, str> {
    ComposingNormalizer::new_nfc().normalize(words)
}

/// Whether a character belongs to the letter before it, as vowel signs do in Hindi.
fn is_mark(c: char) -> bool {
    use icu_properties::props::{EnumeratedProperty, GeneralCategory};
    let category = GeneralCategory::for_char(c);
    matches!(category, GeneralCategory::NonspacingMark | GeneralCategory::SpacingMark)
}

/// Replaces letters that a language writes in ASCII in its own way.
fn with_language(words: &str, locale: &LocaleCode) -> String {
    let letters: &[(char, &str)] = match locale.language() {
        "de" => &[('ä', "ae"), ('ö', "oe"), ('ü', "ue"), ('ß', "ss")],
        "da" | "nb" | "nn" | "no" => &[('å', "aa"), ('æ', "ae"), ('ø', "oe")],
        _ => return words.to_owned(),
    };
    let replaced = |c: char| {
        letters.iter().find(|(letter, _)| *letter == c).map_or_else(|| c.to_string(), |(_, ascii)| (*ascii).to_owned())
    };
    words.chars().map(replaced).collect()
}

/// Replaces Greek letters by ISO 843 (ELOT 743) type 2. `words` is in lower case.
fn with_greek(words: &str) -> String {
    let letters: Vec<char> = words.chars().collect();
    let mut latin = String::with_capacity(words.len());
    let mut at = 0;
    while at < letters.len() {
        let previous = at.checked_sub(1).map(|before| letters[before]);
        let (text, taken) = greek(previous, &letters[at..]);
        match text {
            Some(text) => latin.push_str(text),
            None => latin.push(letters[at]),
        }
        at += taken;
    }
    latin
}

/// The Latin form of what stands at the beginning, and how many letters it takes; `None` for a letter that is not Greek.
fn greek(previous: Option<char>, letters: &[char]) -> (Option<&'static str>, usize) {
    let second = letters.get(1).copied();
    let in_word = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let at_edge = || !in_word(previous) || !in_word(letters.get(2).copied());
    let pair = match (letters[0], second) {
        ('γ', Some('γ')) => Some("ng"),
        ('γ', Some('ξ')) => Some("nx"),
        ('γ', Some('χ')) => Some("nch"),
        ('μ', Some('π')) if at_edge() => Some("b"),
        ('ο', Some('υ' | 'ύ')) => Some("ou"),
        ('α' | 'ε' | 'η', Some('υ' | 'ύ')) => Some(with_upsilon(letters[0], letters.get(2).copied())),
        _ => None,
    };
    if pair.is_some() {
        return (pair, 2);
    }
    let single = match letters[0] {
        'α' | 'ά' => "a",
        'β' => "v",
        'γ' => "g",
        'δ' => "d",
        'ε' | 'έ' => "e",
        'ζ' => "z",
        'η' | 'ή' | 'ι' | 'ί' | 'ϊ' | 'ΐ' => "i",
        'θ' => "th",
        'κ' => "k",
        'λ' => "l",
        'μ' => "m",
        'ν' => "n",
        'ξ' => "x",
        'ο' | 'ό' | 'ω' | 'ώ' => "o",
        'π' => "p",
        'ρ' => "r",
        'σ' | 'ς' => "s",
        'τ' => "t",
        'υ' | 'ύ' | 'ϋ' | 'ΰ' => "y",
        'φ' => "f",
        'χ' => "ch",
        'ψ' => "ps",
        _ => return (None, 1),
    };
    (Some(single), 1)
}

/// `αυ`, `ευ`, `ηυ`: with `f` before voiceless consonants and at the end of a word, otherwise with `v`.
fn with_upsilon(vowel: char, next: Option<char>) -> &'static str {
    let voiceless = next.is_none_or(|next| !next.is_alphabetic() || "θκξπσςτφχψ".contains(next));
    match (vowel, voiceless) {
        ('α', true) => "af",
        ('α', false) => "av",
        ('ε', true) => "ef",
        ('ε', false) => "ev",
        (_, true) => "if",
        (_, false) => "iv",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_gender_are_left_out() {
        for (locale, title, expected) in [
            ("de", "Java-Entwickler (m/w/d)", "java-entwickler"),
            ("fr", "Développeur Java (H/F)", "developpeur-java"),
            ("en", "Analyst (f | m | x), London", "analyst-london"),
            ("en", "C/C++ Developer (UI/UX)", "c-c-developer-ui-ux"),
        ] {
            assert_eq!(SlugStyle::Ascii.slug_of_title(title, &locale.parse().unwrap()), expected, "{title}");
        }
    }

    #[test]
    fn unicode_slugs_keep_the_letters_of_the_language() {
        for (locale, words, expected) in [
            ("el", "Προγραμματιστής Java", "προγραμματιστής-java"),
            ("ja", "人事 担当者（東京）", "人事-担当者-東京"),
            ("hi", "हिन्दी शिक्षक", "हिन्दी-शिक्षक"),
            ("fr", "Charge\u{301} d’études", "chargé-d-études"),
        ] {
            let slug = SlugStyle::Unicode.slug(words, &locale.parse().unwrap());
            assert_eq!(slug, expected);
            assert!(SlugStyle::Unicode.accepts(&slug) && !SlugStyle::Ascii.accepts(&slug), "{slug}");
        }
        for wrong in ["Αθήνα", "a b", "a--b", "", "-a", "a/b", "e\u{301}"] {
            assert!(!SlugStyle::Unicode.accepts(wrong), "{wrong}");
        }
    }

    #[test]
    fn each_language_has_its_customs() {
        for (locale, words, expected) in [
            ("en", "QA Engineer (Café)", "qa-engineer-cafe"),
            ("de", "Büro für Größenmaße", "buero-fuer-groessenmasse"),
            ("sv", "Lön för går", "lon-for-gar"),
            ("da", "Rådgiver på sø", "raadgiver-paa-soe"),
            ("fr", "Développeur·euse à l’œuvre", "developpeur-euse-a-l-oeuvre"),
            ("es", "Señor/a Ñandú", "senor-a-nandu"),
            ("pt", "Gestão de formação", "gestao-de-formacao"),
            ("el", "Προγραμματιστής/τρια Java", "programmatistis-tria-java"),
            ("el", "Υπεύθυνος Ανθρώπινου Δυναμικού", "ypefthynos-anthropinou-dynamikou"),
            ("el", "Αυτόματος έλεγχος, εγγύηση", "aftomatos-elenchos-engyisi"),
            ("el", "Μπάντα, κάμπος, ρομπότ, σάλτσα", "banta-kampos-rompot-saltsa"),
            ("el", "Μαΐου ευρώ ηυξημένος", "maiou-evro-ifximenos"),
            ("en", "職務記述書", "zhi-wu-ji-shu-shu"),
            ("ru", "Разработчик", "razrabotchik"),
            ("en", "!?", ""),
        ] {
            assert_eq!(slug(words, &locale.parse().unwrap()), expected, "{words}");
        }
    }
}
