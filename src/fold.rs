//! Words as people search for them: without case, accents and the differences between letters that sound alike.
//!
//! `themes/atlas/static/search.js` folds what readers type in the same way; change both together.

use icu_normalizer::DecomposingNormalizer;
use icu_properties::props::{EnumeratedProperty, GeneralCategory};

/// The words of a text, folded: `Größe` is `grosse`, `Ειδικός` is `ειδικοσ`. Scripts that do not put space between words
/// give one word for each letter.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for c in DecomposingNormalizer::new_nfd().normalize(&text.to_lowercase()).chars() {
        let category = GeneralCategory::for_char(c);
        if matches!(category, GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark) {
            continue;
        }
        if !c.is_alphanumeric() {
            words.push(String::new());
        } else if is_written_without_space(c) {
            words.extend([c.to_string(), String::new()]);
        } else {
            let word = words.last_mut().expect("there is one");
            match c {
                'ß' => word.push_str("ss"),
                'ς' => word.push('σ'),
                'æ' => word.push_str("ae"),
                'œ' => word.push_str("oe"),
                'ø' => word.push('o'),
                'ł' => word.push('l'),
                'đ' => word.push('d'),
                'ı' => word.push('i'),
                other => word.push(other),
            }
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Whether words of the letter's script are written without space between them: Han characters, kana, Thai, Lao, Khmer, Myanmar.
#[must_use]
pub fn is_written_without_space(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_without_case_and_accents() {
        for (text, expected) in [
            ("Größe der Straße", vec!["grosse", "der", "strasse"]),
            ("Ειδικός Υποστήριξης", vec!["ειδικοσ", "υποστηριξησ"]),
            ("Développeur·euse back-end (H/F)", vec!["developpeur", "euse", "back", "end", "h", "f"]),
            ("Ñandú, ISO 9001", vec!["nandu", "iso", "9001"]),
            ("人事部", vec!["人", "事", "部"]),
            ("מחלקת כוח אדם", vec!["מחלקת", "כוח", "אדם"]),
            ("—", vec![]),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }
}
