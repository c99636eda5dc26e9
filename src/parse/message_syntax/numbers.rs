//! Numbers that are written as Fluent does not write them.

use super::{Mistake, Spot};

/// Whether a text begins as numbers do.
pub(super) fn begins(text: &str) -> bool {
    text.trim_start_matches(['-', '+', '.']).starts_with(|c: char| c.is_ascii_digit())
}

/// What begins as a number at a place goes on as none does, or ends too early.
pub(super) fn no_number(spot: Spot, start: usize) -> Mistake {
    let written = spot.text[start..].split(['}', '{', ')', ']', '\n']).next().unwrap_or_default().trim_end();
    let message = format!("`{written}` is no number");
    let help = match plain(written) {
        Some(number) => format!("write `{number}`: digits, and a point before those of the fraction"),
        None => format!("write text in quotes: `\"{}\"`", written.replace(['"', '\\'], "")),
    };
    Mistake::new(start..start + written.len().max(1), message, help)
}

/// The number of an expression that ends at the spot with a point.
pub(super) fn with_nothing_after_point(spot: Spot) -> Option<Mistake> {
    let digits = spot.before().strip_suffix('.')?;
    let start = digits.trim_end_matches(|c: char| c.is_ascii_digit());
    let start = start.strip_suffix('-').unwrap_or(start).len();
    (start < digits.len()).then(|| no_number(spot, start))
}

/// A number as Fluent writes it, if it can only be meant so: `.5`, `1,5`, `1.`, `1 000`, `+5`.
pub(super) fn plain(written: &str) -> Option<String> {
    let (sign, digits) = written.strip_prefix('-').map_or(("", written), |digits| ("-", digits));
    let digits = digits.trim_start_matches(['+', '=']).trim().replace([' ', '_', '\u{a0}', '\u{202f}', '\''], "");
    let (whole, fraction) = digits.split_once(['.', ',']).unwrap_or((&digits, ""));
    if ![whole, fraction].concat().bytes().all(|byte| byte.is_ascii_digit())
        || digits.len() < 2 && fraction.is_empty() && whole.is_empty()
    {
        return None;
    }
    let whole = if whole.is_empty() { "0" } else { whole };
    Some(match fraction {
        "" => format!("{sign}{whole}"),
        // A comma before three digits stands before thousands, rather than before a fraction.
        thousands if thousands.len() == 3 && digits.contains(',') => format!("{sign}{whole}{thousands}"),
        fraction => format!("{sign}{whole}.{fraction}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_fluent_writes_them() {
        for (written, expected) in [
            ("1.", Some("1")),
            ("-1.", Some("-1")),
            (".5", Some("0.5")),
            ("1,5", Some("1.5")),
            ("1,000", Some("1000")),
            ("1 000", Some("1000")),
            ("+5", Some("5")),
            ("5x", None),
            ("1.5.2", None),
            ("5 %", None),
            ("", None),
            (".", None),
        ] {
            assert_eq!(plain(written).as_deref(), expected, "{written}");
        }
    }
}
