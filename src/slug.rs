//! Slugs: the parts of addresses that are made of words.
//!
//! ASCII by the customs of each language: Greek by ISO 843 (ELOT 743) type 2 as Greek sites use it, German umlauts as `ae`,
//! `oe`, `ue`, Danish and Norwegian `å` as `aa`; other letters and scripts as the `deunicode` tables have them.

use crate::locale::LocaleCode;

/// Makes a slug of words in a locale: lower-case ASCII letters and digits with single hyphens between. Empty if nothing
/// of the words can be written so.
#[must_use]
pub fn slug(words: &str, locale: &LocaleCode) -> String {
    let lower = words.to_lowercase();
    let ascii = with_language(&with_greek(&lower), locale);
    ::slug::slugify(ascii)
}

/// Replaces letters that a language writes in ASCII in its own way.
fn with_language(words: &str, locale: &LocaleCode) -> String {
    let letters: &[(char, &str)] = match locale.language_identifier().language.as_str() {
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
