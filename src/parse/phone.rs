//! Telephone numbers as people write them, and the addresses under which telephones dial them.
//!
//! Sources: RFC 3966 for addresses, ITU-T E.161 for letters on keys.

use std::sync::LazyLock;

use icu_properties::props::{EnumeratedProperty, GeneralCategory};
use regex::Regex;

/// Why a number cannot be dialed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotANumber {
    /// It has no digits.
    NoDigits,
    /// It has something that is neither dialed nor stands between digits, such as words or a second number.
    OtherWords,
}

/// An extension behind a number. RFC 3966 writes it `;ext=12`.
static EXTENSION: LazyLock<Regex> = LazyLock::new(|| {
    let (number, mark) = (r"[0-9)][\s,;]*|[a-z][\s,;]+", r"ext(?:ension|n)?[.:=]?|x|#");
    Regex::new(&format!(r"(?i)^(.*?(?:{number}))(?:{mark})\s*([0-9]+)$")).expect("a valid expression")
});

/// The keys with the letters from `a` to `z`.
const KEYS: &[u8; 26] = b"22233344455566677778889999";

/// What of a number telephones dial: `+302101234567`, `+302101234567;ext=12`.
pub(super) fn dialed(written: &str) -> Result<String, NotANumber> {
    let number: String = written.trim().chars().map(plain).collect();
    let number = number.trim_start_matches("tel:");
    let Some(found) = EXTENSION.captures(number) else { return digits(number) };
    let main = found[1].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
    Ok(format!("{};ext={}", digits(main)?, &found[2]))
}

/// The digits of a number, and the plus sign before them. Letters that are a part of it stand for the digits of their keys.
fn digits(number: &str) -> Result<String, NotANumber> {
    // Whoever dials the code of the country leaves out the digit in parentheses.
    let number = if number.starts_with('+') { number.replace("(0)", "") } else { number.to_owned() };
    let mut dialed = String::new();
    let mut before = ' ';
    for c in number.chars() {
        match c {
            '0'..='9' => dialed.push(c),
            '+' if dialed.is_empty() => dialed.push(c),
            'a'..='z' | 'A'..='Z' if !before.is_whitespace() && dialed.len() > 1 => dialed.push(key(c)),
            c if is_between(c) => {}
            c if !number.contains(|c: char| c.is_ascii_digit()) && c != '+' => return Err(NotANumber::NoDigits),
            _ => return Err(NotANumber::OtherWords),
        }
        before = c;
    }
    if dialed.contains(|c: char| c.is_ascii_digit()) { Ok(dialed) } else { Err(NotANumber::NoDigits) }
}

/// Whether a character may stand between digits: RFC 3966 calls such visual separators.
fn is_between(c: char) -> bool {
    let category = GeneralCategory::for_char(c);
    let is_invisible = category == GeneralCategory::Format;
    c.is_whitespace() || is_invisible || category == GeneralCategory::DashPunctuation || "()./·".contains(c)
}

fn key(letter: char) -> char {
    let number = letter.to_ascii_lowercase() as usize - 'a' as usize;
    char::from(KEYS[number])
}

/// A digit of any script and a wide plus sign as ASCII has them.
fn plain(c: char) -> char {
    match c {
        '\u{ff0b}' => '+',
        c => digit(c).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c),
    }
}

/// The value of a decimal digit of any script. The ten digits of a script follow each other, from zero on.
fn digit(c: char) -> Option<u32> {
    let is_decimal = |code: &u32| {
        char::from_u32(*code).is_some_and(|c| GeneralCategory::for_char(c) == GeneralCategory::DecimalNumber)
    };
    let code = u32::from(c);
    let zero = (0..=code).rev().take_while(is_decimal).last()?;
    // Some blocks hold the digits several times over.
    Some((code - zero) % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_dialed() {
        for (number, expected) in [
            ("+30 210 (000) 01", "+3021000001"),
            ("+٩٦٦ ١١ ٢٣٤", "+96611234"),
            ("\u{ff0b}\u{ff18}\u{ff11} \u{ff10}3", "+8103"),
            ("०-९ ۰۹ 𝟎𝟗𝟘𝟡", "09090909"),
            ("\u{200e}+972\u{a0}3\u{2011}123", "+9723123"),
            ("030/12.34", "0301234"),
            ("+49 (0)30 1234", "+49301234"),
            ("(0)30 1234", "0301234"),
            ("+1 415 555 0100 ext. 12", "+14155550100;ext=12"),
            ("+1 415 555 0100, Extension 12", "+14155550100;ext=12"),
            ("+1 415 555 0100x12", "+14155550100;ext=12"),
            ("+1 415 555 0100 #٣٤", "+14155550100;ext=34"),
            ("tel:+1-415-555-0100;ext=12", "+14155550100;ext=12"),
            ("1-800-FLOWERS", "18003569377"),
            ("0800-reisen", "0800734736"),
            ("1-800-GO-FEDEX", "18004633339"),
            ("1-800-FLOWERS ext 5", "18003569377;ext=5"),
        ] {
            assert_eq!(dialed(number).as_deref(), Ok(expected), "{number}");
        }
    }

    #[test]
    fn what_cannot_be_dialed_is_no_number() {
        use NotANumber::{NoDigits, OtherWords};
        for (number, why) in [
            ("", NoDigits),
            ("+", NoDigits),
            ("on request", NoDigits),
            ("\u{b2}\u{2460}\u{2167} on request", NoDigits),
            ("ext. 12", OtherWords),
            ("+30 21 or +30 22", OtherWords),
            ("+30 21 / +30 22", OtherWords),
            ("+49 30 1234 Durchwahl 12", OtherWords),
            ("1 800 FLOWERS", OtherWords),
            ("call 123", OtherWords),
            ("*31#", OtherWords),
        ] {
            assert_eq!(dialed(number), Err(why), "{number}");
        }
    }
}
