//! Values of tables: as text, without characters that no text holds, and what to say of those that cannot be read.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::day;
use super::document::Document;
use crate::diagnostic::{Code, Diagnostic};

/// The whole value in which the TOML library stumbles, which may have read a part of it as something: `24.11.2026`.
pub(super) fn value_around(text: &str, span: &Range<usize>) -> Range<usize> {
    let is_end = |c: char| c.is_whitespace() || matches!(c, '=' | ',' | '[' | ']' | '{' | '}');
    let (start, end) = (text.floor_char_boundary(span.start), text.ceil_char_boundary(span.end));
    let start = text[..start].rfind(is_end).map_or(0, |at| text.ceil_char_boundary(at + 1));
    let end = text[end..].find(is_end).map_or(text.len(), |length| end + length);
    start..end
}

/// A value of which each number, date, `true` and `false` is the text that it is written as.
pub(super) fn as_text<'t>(document: &'t str, offset: usize, value: Spanned<DeValue<'t>>) -> Spanned<DeValue<'t>> {
    let span = value.span();
    let value = match value.into_inner() {
        DeValue::Array(items) => {
            DeValue::Array(items.into_iter().map(|item| as_text(document, offset, item)).collect())
        }
        text @ (DeValue::String(_) | DeValue::Table(_)) => text,
        value => match document[span.start + offset..span.end + offset].trim() {
            // What an alias repeats is written elsewhere.
            alias if alias.starts_with('*') => value,
            written => DeValue::String(written.into()),
        },
    };
    Spanned::new(span, value)
}

/// Takes the characters out of texts that no text can hold.
pub(super) fn make_legible(document: &Document, offset: usize, value: &mut Spanned<DeValue>) {
    let span = value.span();
    match value.get_mut() {
        DeValue::String(text) => {
            if let Cow::Owned(legible) = document.legible(text, &(span.start + offset..span.end + offset)) {
                *text = legible.into();
            }
        }
        DeValue::Array(items) => items.iter_mut().for_each(|item| make_legible(document, offset, item)),
        DeValue::Table(keys) => keys.iter_mut().for_each(|(_, value)| make_legible(document, offset, value)),
        _ => {}
    }
}

/// Reports what the TOML library says of a value of which nobody knows what is meant by it; returns where the value is.
pub(super) fn unrecognized(document: &Document, error: &toml::de::Error, span: Range<usize>) -> Range<usize> {
    let value = value_around(document.text, &span);
    match day::mistake(&document.text[value.clone()]) {
        Some(mistake) => document.report(mistake, value.clone()),
        None if error.message().starts_with("duplicate key") => {
            let message = format!("the key `{}` stands here twice", &document.text[span.clone()]);
            document.report(Diagnostic::error(Code::Syntax, message).help("keep one of them"), span);
        }
        None => document.report(wrong_syntax(error), span),
    }
    value
}

/// Whether the library has stopped because tables and lists are nested too deep, in one of its two wordings.
pub(super) fn is_too_deep(error: &toml::de::Error) -> bool {
    ["max recursion depth", "recursion limit"].iter().any(|said| error.message().contains(said))
}

/// What to say of TOML that cannot be read.
pub(super) fn wrong_syntax(error: &toml::de::Error) -> Diagnostic {
    if is_too_deep(error) {
        let message = "this stands within too many lists, tables or parts of a key";
        return Diagnostic::error(Code::Limit, message).help("write it with fewer brackets, braces and dots");
    }
    let said = error.message();
    let (message, help) = match said {
        _ if said.starts_with("missing comma") => {
            ("a comma is missing before this", "write one behind the value above")
        }
        _ if said.contains("multi-line") => {
            ("the text is not closed", "write the quotes with which it begins behind its end, too")
        }
        _ => {
            let message = said.lines().collect::<Vec<_>>().join(", ");
            let help = "correct the TOML; a text value stands in double quotes";
            return Diagnostic::error(Code::Syntax, message).help(help);
        }
    };
    Diagnostic::error(Code::Syntax, message).help(help)
}

/// What to say of a value of a wrong type, in the words of authors rather than of programmers.
pub(super) fn wrong_value(key: &str, error: &toml::de::Error) -> Diagnostic {
    let said = error.message().lines().next().unwrap_or_default();
    let plain = [
        ("invalid type: sequence", "cannot be a list"),
        ("invalid type: map", "cannot be a table"),
        ("invalid type: ", "cannot be "),
        ("invalid value: integer ", "cannot be "),
        ("unknown variant", "cannot be"),
        ("expected usize", "expected a whole number"),
        ("expected u16", "expected a whole number"),
        ("expected f64", "expected a number such as `38.5`"),
        ("expected a TOML datetime", "expected a date such as `2026-11-02`"),
        ("expected a sequence", "expected a list such as `[\"a\", \"b\"]`"),
        ("expected a boolean", "expected `true` or `false`"),
        ("string \"", "text \""),
        (" as i128", ""),
        ("expected a string", "expected text in double quotes"),
    ];
    let said = plain.iter().fold(said.to_owned(), |said, (from, to)| said.replace(from, to));
    let (found, expected) = said.rsplit_once(", expected ").unwrap_or((&said, ""));
    let diagnostic = Diagnostic::error(Code::InvalidValue, format!("`{key}` {found}"));
    if expected.is_empty() { diagnostic } else { diagnostic.help(format!("write {expected}")) }
}
