//! Slugs: the parts of addresses that are made of words.
//!
//! Usually ASCII, by the customs of each language: Greek by ISO 843 (ELOT 743) type 2 as Greek sites use it, German umlauts as `ae`,
//! `oe`, `ue`, Danish and Norwegian `å` as `aa`; other letters and scripts as the `deunicode` tables have them. Japanese words with
//! Han letters make no slug: nothing tells their reading.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, LazyLock};

use icu_normalizer::ComposingNormalizer;
use icu_properties::props::{BinaryProperty, DefaultIgnorableCodePoint, EnumeratedProperty, GeneralCategory, Script};
use icu_segmenter::GraphemeClusterSegmenter;
use regex::Regex;

use crate::id::is_kebab_case;
use crate::locale::LocaleCode;

/// The most characters of a slug.
pub const MOST_CHARACTERS: usize = 80;
/// The most bytes of a slug. File systems take names of 255; an extension has room beside it.
const MOST_BYTES: usize = 200;

/// A part of an address, which is also the name of a folder: lower-case letters and digits with single hyphens between, at
/// most 80 characters and 200 bytes, and no name that Windows keeps for itself.
///
/// There are two ways to have one: [`SlugStyle::read`] takes what an author has written, [`SlugStyle::of_words`] makes one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Arc<str>);

impl Slug {
    /// The slug as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The slug, and then others that begin alike: `tester`, `tester-2`, `tester-3` and so on.
    pub fn or_numbered(&self) -> impl Iterator<Item = Self> {
        (1..).map(|number| self.numbered(number))
    }

    /// One of these: the slug itself is the first.
    #[must_use]
    pub fn numbered(&self, number: usize) -> Self {
        if number == 1 {
            return self.clone();
        }
        let end = format!("-{number}");
        let start = cut_to(&self.0, MOST_CHARACTERS - end.len(), MOST_BYTES - end.len());
        Self(format!("{start}{end}").into())
    }

    /// What stands where no slug can be had, which has been reported.
    #[must_use]
    pub fn stand_in() -> Self {
        Self("untitled".into())
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why a text is not a slug.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotASlug {
    /// There is nothing in it.
    Empty,
    /// It has something else than lower-case letters of its style, digits and single hyphens.
    Letters,
    /// It has more than 80 characters or 200 bytes.
    Long,
    /// Windows has no files and folders of this name.
    Reserved,
}

/// The letters of which addresses are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SlugStyle {
    /// `a` to `z`, by the customs of each language.
    Ascii,
    /// The letters of each language.
    Unicode,
}

impl SlugStyle {
    /// Takes a slug as it is written.
    ///
    /// # Errors
    ///
    /// If it is none of this style.
    pub fn read(self, text: &str) -> Result<Slug, NotASlug> {
        match text {
            "" => Err(NotASlug::Empty),
            text if !self.has_letters_of(text) => Err(NotASlug::Letters),
            text if !fits(text, MOST_CHARACTERS, MOST_BYTES) => Err(NotASlug::Long),
            text if is_reserved(text) => Err(NotASlug::Reserved),
            text => Ok(Slug(text.into())),
        }
    }

    /// Makes a slug of a title, without the marks that [`without_marks`] takes away.
    #[must_use]
    pub fn of_title(self, title: &str, locale: &LocaleCode) -> Option<Slug> {
        self.of_words(&without_marks(title), locale)
    }

    /// Makes a slug of words. What is too long is cut between words; a single word that is too long, within it. `None` if
    /// nothing of the words can be written so.
    #[must_use]
    pub fn of_words(self, words: &str, locale: &LocaleCode) -> Option<Slug> {
        let whole = match self {
            Self::Ascii if !has_known_reading(words, locale) => return None,
            Self::Ascii => slug(words, locale),
            Self::Unicode => in_own_letters(words),
        };
        self.of_whole(&whole)
    }

    /// Makes a slug of what is one but for its length, or but for its being a name that Windows keeps for itself.
    fn of_whole(self, whole: &str) -> Option<Slug> {
        let made = cut_to(whole, MOST_CHARACTERS, MOST_BYTES);
        if is_reserved(made) { self.read(&format!("{made}-1")).ok() } else { self.read(made).ok() }
    }

    fn has_letters_of(self, text: &str) -> bool {
        let is_part = |part: &str| part.starts_with(char::is_alphanumeric) && part.chars().all(is_letter_or_mark);
        match self {
            Self::Ascii => is_kebab_case(text),
            Self::Unicode => text.split('-').all(is_part) && text.to_lowercase() == text && composed(text) == text,
        }
    }
}

/// Whether the letters tell how words are read. Han letters in Japanese do not, and the tables read them as Chinese.
fn has_known_reading(words: &str, locale: &LocaleCode) -> bool {
    locale.language() != "ja" || !words.chars().any(|c| Script::for_char(c) == Script::Han)
}

fn fits(text: &str, characters: usize, bytes: usize) -> bool {
    text.len() <= bytes && (text.len() <= characters || text.chars().count() <= characters)
}

/// The beginning of a slug that fits: whole words or, of a first word that does not fit, whole letters with their accents.
fn cut_to(slug: &str, characters: usize, bytes: usize) -> &str {
    let fits = |text: &str| fits(text, characters, bytes);
    if fits(slug) {
        return slug;
    }
    let longest = |ends: &mut dyn Iterator<Item = usize>| ends.take_while(|end| fits(&slug[..*end])).last();
    let after_words = longest(&mut slug.match_indices('-').map(|(at, _)| at));
    let after_letters = || longest(&mut GraphemeClusterSegmenter::new().segment_str(slug)).filter(|end| *end > 0);
    // A letter may bear any number of accents.
    let after_characters = || longest(&mut slug.char_indices().map(|(at, _)| at));
    &slug[..after_words.or_else(after_letters).or_else(after_characters).unwrap_or_default()]
}

/// Whether Windows has no files and folders of a name: <https://learn.microsoft.com/windows/win32/fileio/naming-a-file>. A site
/// is the same whichever machine builds it.
pub(crate) fn is_reserved(name: &str) -> bool {
    let is_port = |rest: &str| rest.chars().count() == 1 && rest.contains(|c: char| "123456789¹²³".contains(c));
    matches!(name, "con" | "prn" | "aux" | "nul")
        || ["com", "lpt"].iter().any(|port| name.strip_prefix(port).is_some_and(is_port))
}

/// Words in the letters of their language, in lower case, with single hyphens between.
fn in_own_letters(words: &str) -> String {
    // Two invisible characters part words; others, such as soft hyphens, stand within them.
    let visible: String = words.chars().filter(|c| matches!(c, '\u{200b}' | '\u{200c}') || !is_invisible(*c)).collect();
    let lower = composed(&visible).to_lowercase();
    let lower = composed(&lower);
    let parts = lower.split(|c: char| !is_letter_or_mark(c)).map(|part| part.trim_start_matches(is_mark));
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// A title without marks such as `(m/w/d)`, which say that everybody may apply.
#[must_use]
pub fn without_marks(title: &str) -> Cow<'_, str> {
    static MARKS: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\(\s*\p{L}(?:\s*[/|]\s*\p{L})+\s*\)").expect("a valid expression"));
    MARKS.replace_all(title, " ")
}

/// Words in ASCII letters, in lower case, with single hyphens between: of any length, and empty if nothing can be written so.
#[must_use]
pub fn slug(words: &str, locale: &LocaleCode) -> String {
    if is_kebab_case(words) {
        return words.to_owned();
    }
    let lower = composed(words).to_lowercase();
    let ascii = with_language(&with_greek(&lower), locale);
    ::slug::slugify(ascii)
}

/// What a heading is called in addresses: its words as a slug, cut as slugs are.
#[must_use]
pub fn heading_id(words: &str, locale: &LocaleCode) -> String {
    cut_to(&slug(words, locale), MOST_CHARACTERS, MOST_BYTES).to_owned()
}

/// The id that a key of another tool stands for: `employmentType`, `Employment Type` and `EMPLOYMENT_TYPE` are
/// `employment-type`.
#[must_use]
pub fn id_of_key(key: &str) -> Option<Slug> {
    let mut words = String::with_capacity(key.len() + 4);
    let mut before = None;
    for c in key.chars() {
        if c.is_uppercase() && before.is_some_and(|before: char| before.is_lowercase() || before.is_numeric()) {
            words.push('-');
        }
        words.push(c);
        before = Some(c);
    }
    id(&words)
}

/// Makes an id of words, in any language: `C++ & SQL` is `c-plus-plus-and-sql`. `None` if nothing of them can be written so.
#[must_use]
pub fn id(words: &str) -> Option<Slug> {
    let words = words.replace('+', " plus ").replace('#', " sharp ").replace('&', " and ");
    let whole = ::slug::slugify(with_greek(&composed(&words).to_lowercase()));
    SlugStyle::Ascii.of_whole(&whole)
}

/// Letters and their accents as one character each, where there is one (NFC).
#[must_use]
pub fn composed(words: &str) -> Cow<'_, str> {
    ComposingNormalizer::new_nfc().normalize(words)
}

fn is_letter_or_mark(c: char) -> bool {
    (c.is_alphanumeric() || is_mark(c)) && !is_invisible(c)
}

/// Whether a character belongs to the letter before it, as vowel signs do in Hindi.
fn is_mark(c: char) -> bool {
    let category = GeneralCategory::for_char(c);
    matches!(category, GeneralCategory::NonspacingMark | GeneralCategory::SpacingMark)
}

/// Whether nothing is shown for a text.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// Whether nothing is shown for a character: joiners, marks of direction, fillers.
fn is_invisible(c: char) -> bool {
    !c.is_ascii() && DefaultIgnorableCodePoint::for_char(c)
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
            let slug = SlugStyle::Ascii.of_title(title, &locale.parse().unwrap()).unwrap();
            assert_eq!(slug.as_str(), expected, "{title}");
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
            let slug = SlugStyle::Unicode.of_words(words, &locale.parse().unwrap()).unwrap();
            assert_eq!(slug.as_str(), expected);
            assert_eq!(SlugStyle::Unicode.read(expected), Ok(slug));
            assert_eq!(SlugStyle::Ascii.read(expected), Err(NotASlug::Letters));
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
