//! Days as authors write them: `2026-11-02`, and what is meant by other forms.

use std::fmt;

use toml::value::Datetime;

use crate::diagnostic::{Code, Diagnostic, on_one_line};

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
            Err(_) => Err(mistake(written).unwrap_or_else(|| no_date(written, None)).into()),
        }
    }
}

/// What to say of a value that TOML cannot read, or reads as something else, if it is meant as a day.
pub(super) fn mistake(written: &str) -> Option<Diagnostic> {
    let [year, month, of_month] = parts(written.trim_matches(['"', '\'']))?;
    let day = format!("{year:0>4}-{month:0>2}-{of_month:0>2}");
    let is_day = day.parse::<Datetime>().is_ok();
    let is_form = written.starts_with(&day);
    Some(match (is_day, is_form) {
        (false, true) => mistake_without_proposal(format!("there is no day `{day}`")),
        _ => no_date(written, is_day.then_some(&day)),
    })
}

fn no_date(written: &str, meant: Option<&String>) -> Diagnostic {
    let message = format!("`{}` is not a date", on_one_line(written));
    let Some(meant) = meant else { return mistake_without_proposal(message) };
    Diagnostic::error(Code::InvalidValue, message)
        .help(format!("write it without quotes, with the year first: `{meant}`"))
}

fn mistake_without_proposal(message: String) -> Diagnostic {
    Diagnostic::error(Code::InvalidValue, message).help("write a date such as `2026-11-02`")
}

/// Year, month and day of a text that looks like a day. Of forms that can be read in two ways, such as `11/02/2026`, none is.
fn parts(written: &str) -> Option<[&str; 3]> {
    let day = written.split([' ', 'T', 't']).next().unwrap_or(written);
    if day.len() == 8 && day.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some([&day[..4], &day[4..6], &day[6..]]);
    }
    let separator = day.find(['-', '.', '/']).map(|at| &day[at..=at])?;
    let parts: [&str; 3] = day.split(separator).collect::<Vec<_>>().try_into().ok()?;
    if !parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let [first, second, third] = parts;
    match parts.map(str::len) {
        [4, 1..=2, 1..=2] => Some(parts),
        [1..=2, 1..=2, 4] if separator == "." || first > "12" && first.len() == 2 => Some([third, second, first]),
        _ => None,
    }
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
        ] {
            let help = format!("write it without quotes, with the year first: `{day}`");
            assert_eq!(said(written), Some((format!("`{written}` is not a date"), help)), "{written}");
        }
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
            "11/02/2026",
            "2026",
            "10:00:00",
            "2026-11",
            "a-b-2026",
            "1-2-3-4",
            "ä.ö.ü",
            "2026-1-ä",
        ] {
            assert_eq!(said(written), None, "{written}");
        }
    }
}
