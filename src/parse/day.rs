//! Days as authors write them: `2026-11-02`, and what is meant by other forms.

use std::fmt;

use toml::value::Datetime;

use crate::diagnostic::{Code, Diagnostic, on_one_line};
use crate::fold::words;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    /// From 1.
    month: u8,
    /// From 1.
    of_month: u8,
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { year, month, of_month } = self;
        write!(f, "{year:04}-{month:02}-{of_month:02}")
    }
}

impl Day {
    /// Reads the value of a key in TOML, as it is written there.
    ///
    /// # Errors
    ///
    /// Says what is wrong with it.
    pub(super) fn read(written: &str) -> Result<Self, Box<Diagnostic>> {
        match written.parse::<Datetime>().map(|time| time.date) {
            Ok(Some(date)) => Ok(Self { year: date.year, month: date.month, of_month: date.day }),
            Ok(None) => Err(mistake_without_proposal(format!("`{written}` is a time without a date")).into()),
            Err(_) => Err(mistake(written).unwrap_or_else(|| no_date(written, &[])).into()),
        }
    }
}

/// What to say of a value that TOML cannot read, or reads as something else, if it is meant as a day.
pub(super) fn mistake(written: &str) -> Option<Diagnostic> {
    let days = days(written.trim_matches(['"', '\'']));
    let (first, is_form) = days.first().map(|day| (day, written.starts_with(day.as_str())))?;
    if is_form && !is_day(first) {
        return Some(mistake_without_proposal(format!("there is no day `{first}`")));
    }
    let days: Vec<_> = days.iter().filter(|day| is_day(day)).collect();
    Some(no_date(written, &days))
}

/// The day that is meant by a value, if it is one and only one.
pub(super) fn meant(written: &str) -> Option<String> {
    let days = days(written.trim_matches(['"', '\'']));
    let [day] = days.as_slice() else { return None };
    is_day(day).then(|| day.clone())
}

fn is_day(day: &str) -> bool {
    day.parse::<Datetime>().is_ok()
}

fn no_date(written: &str, meant: &[&String]) -> Diagnostic {
    let message = format!("`{}` is not a date", on_one_line(written));
    if meant.is_empty() {
        return mistake_without_proposal(message);
    }
    let days = meant.iter().map(|day| format!("`{day}`")).collect::<Vec<_>>().join(" or ");
    Diagnostic::error(Code::InvalidValue, message).help(format!("write it without quotes, with the year first: {days}"))
}

fn mistake_without_proposal(message: String) -> Diagnostic {
    Diagnostic::error(Code::InvalidValue, message).help("write a date such as `2026-11-02`")
}

/// The days that a text may mean, written as they should be: two of `5/6/2026`, which nobody knows how to read.
fn days(written: &str) -> Vec<String> {
    let day = |[year, month, of_month]: [&str; 3]| format!("{year:0>4}-{month:0>2}-{of_month:0>2}");
    if let Some([year, month, of_month]) = with_month_in_words(written) {
        return vec![day([&year, &month, &of_month])];
    }
    orders(written).into_iter().map(day).collect()
}

/// Year, month and day of a text in numbers that looks like a day, in each order in which it can be read.
fn orders(written: &str) -> Vec<[&str; 3]> {
    let day = written.split([' ', 'T', 't']).next().unwrap_or(written);
    if day.len() == 8 && day.bytes().all(|byte| byte.is_ascii_digit()) {
        return vec![[&day[..4], &day[4..6], &day[6..]]];
    }
    let Some(separator) = day.find(['-', '.', '/']).map(|at| &day[at..=at]) else { return Vec::new() };
    let Ok(parts) = <[&str; 3]>::try_from(day.split(separator).collect::<Vec<_>>()) else { return Vec::new() };
    if !parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit())) {
        return Vec::new();
    }
    let [first, second, third] = parts;
    let is_beyond_months = |part: &str| part.len() == 2 && part > "12";
    match parts.map(str::len) {
        [4, 1..=2, 1..=2] => vec![parts],
        // With points the day comes first everywhere; with slashes it depends on the country.
        [1..=2, 1..=2, 4] if separator == "." || is_beyond_months(first) => vec![[third, second, first]],
        [1..=2, 1..=2, 4] if is_beyond_months(second) || first == second => vec![[third, first, second]],
        [1..=2, 1..=2, 4] => vec![[third, second, first], [third, first, second]],
        _ => Vec::new(),
    }
}

/// How the names of months begin, folded, in English, German, French, Spanish, Portuguese and Greek.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene", "ιαν"],
    &["feb", "fev", "φεβ"],
    &["mar", "μαρ"],
    &["apr", "avr", "abr", "απρ"],
    &["mai", "may", "μαι"],
    &["jun", "juin", "ιουν"],
    &["jul", "juil", "ιουλ"],
    &["aug", "aou", "ago", "αυγ"],
    &["sep", "set", "σεπ"],
    &["oct", "okt", "out", "οκτ"],
    &["nov", "νοε"],
    &["dec", "dez", "dic", "δεκ"],
];

/// Year, month and day of a text that has the name of a month, a day and a year in it, and little else: `Nov 24th, 2026`,
/// `24. November 2026`, `24 de noviembre de 2026`.
fn with_month_in_words(written: &str) -> Option<[String; 3]> {
    let (mut year, mut month, mut of_month) = (None, None, None);
    for word in words(written) {
        let number = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        let name = MONTHS.iter().position(|names| names.iter().any(|name| word.starts_with(name)));
        let slot = match (number.len(), name) {
            (4, _) if number == word => &mut year,
            (1..=2, _) if word.len() <= number.len() + 2 => &mut of_month,
            (0, Some(_)) => &mut month,
            (0, None) if matches!(&*word, "de" | "of" | "the" | "den") => continue,
            _ => return None,
        };
        let value = if number.is_empty() { (name? + 1).to_string() } else { number.to_owned() };
        if slot.replace(value).is_some() {
            return None;
        }
    }
    Some([year?, month?, of_month?])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of a value, and what is to be written.
    fn said(written: &str) -> Option<(String, String)> {
        mistake(written).map(|mistake| (mistake.message, mistake.help.unwrap_or_default()))
    }

    // T14
    #[test]
    fn days_in_other_forms_are_known() {
        for (written, day) in [
            ("24.11.2026", "2026-11-24"),
            ("1.2.2026", "2026-02-01"),
            ("2026/11/02", "2026-11-02"),
            ("2026-1-1", "2026-01-01"),
            ("2026.11.2", "2026-11-02"),
            ("24/11/2026", "2026-11-24"),
            ("20260101", "2026-01-01"),
            ("\"2026-01-01\"", "2026-01-01"),
            ("'2026-01-01T10:00:00Z'", "2026-01-01"),
            ("11/24/2026", "2026-11-24"),
            ("5/5/2026", "2026-05-05"),
            ("Nov 24, 2026", "2026-11-24"),
            ("24th of November 2026", "2026-11-24"),
            ("24. November 2026", "2026-11-24"),
            ("3. März 2026", "2026-03-03"),
            ("1er juillet 2026", "2026-07-01"),
            ("14 juin 2026", "2026-06-14"),
            ("24 de diciembre de 2026", "2026-12-24"),
            ("5 de maio de 2026", "2026-05-05"),
            ("2 Ιουνίου 2026", "2026-06-02"),
            ("2026 August 3", "2026-08-03"),
        ] {
            let help = format!("write it without quotes, with the year first: `{day}`");
            assert_eq!(said(written), Some((format!("`{written}` is not a date"), help)), "{written}");
        }
    }

    #[test]
    fn where_two_days_may_be_meant_both_are_proposed() {
        let help = "write it without quotes, with the year first: `2026-06-05` or `2026-05-06`";
        assert_eq!(said("5/6/2026"), Some(("`5/6/2026` is not a date".to_owned(), help.to_owned())));
        assert_eq!(meant("5/6/2026"), None);
        assert_eq!(meant("15/6/2026").as_deref(), Some("2026-06-15"));
        assert_eq!(meant("2026-02-30"), None);
    }

    // T14
    #[test]
    fn days_that_do_not_exist_are_none() {
        for (written, day) in [
            ("2026-02-30", "2026-02-30"),
            ("2026-13-01", "2026-13-01"),
            ("2026-04-31T10:00:00Z", "2026-04-31"),
            ("2025-02-29", "2025-02-29"),
        ] {
            assert_eq!(said(written).unwrap().0, format!("there is no day `{day}`"));
        }
        assert_eq!(said("31.2.2026").unwrap().0, "`31.2.2026` is not a date");
        assert_eq!(said("20261301").unwrap().0, "`20261301` is not a date");
    }

    #[test]
    fn other_values_are_no_days() {
        for written in [
            "",
            "yesterday",
            "1.2.3",
            "2026",
            "10:00:00",
            "2026-11",
            "a-b-2026",
            "1-2-3-4",
            "ä.ö.ü",
            "2026-1-ä",
            "Marketing 5 of 2026 roles",
            "Nov 2026",
            "24 25 Nov 2026",
        ] {
            assert_eq!(said(written), None, "{written}");
        }
    }
}
