//! What to say of files that are not Fluent.
//!
//! The library's parser knows few kinds of errors, and says where it could not go on. What an author has most likely done
//! is read off the text around that place: each mistake has its own words and its own help.

mod brackets;
mod entries;
pub(super) mod escapes;
mod lines;
pub(super) mod nesting;
mod numbers;
mod placeables;
mod variants;

use std::ops::Range;

use fluent_syntax::parser::{self, ErrorKind, ParserError};

use super::document::Document;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::LocaleCode;

/// What an author has done, and what to do about it.
struct Mistake {
    message: String,
    help: String,
    at: Range<usize>,
}

impl Mistake {
    fn new(at: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into(), at }
    }
}

/// Where the parser could not go on.
#[derive(Clone, Copy)]
struct Spot<'t> {
    text: &'t str,
    /// Where the message, term, comment or attribute begins in which it is.
    entry: usize,
    /// What stands before the name at the beginning of the entry: a dot if it is an attribute.
    sign: &'static str,
    at: usize,
    /// Where the entry ends.
    end: usize,
    locale: &'t LocaleCode,
}

impl<'t> Spot<'t> {
    /// The line, without its end.
    fn line(self) -> &'t str {
        self.text[self.line_start()..].lines().next().unwrap_or_default()
    }

    fn line_start(self) -> usize {
        self.before().rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// The same spot where the words of its line begin.
    fn at_first_word(self) -> Self {
        self.moved(self.line_start() + self.line().len() - self.line().trim_start().len())
    }

    fn before(self) -> &'t str {
        &self.text[..self.at]
    }

    /// The rest of the line.
    fn rest(self) -> &'t str {
        self.text[self.at..].lines().next().unwrap_or_default()
    }

    /// The innermost brace that is open.
    fn brace(self) -> Option<usize> {
        let open = brackets::open(&self.text[self.entry..self.at]);
        open.iter().rev().find(|open| open.bracket == '{').map(|open| self.entry + open.at)
    }

    /// Where a part of the text before the spot stands, if it is the last that is so written.
    fn last(self, part: &str) -> Range<usize> {
        let start = self.before().rfind(part).unwrap_or(self.at);
        start..start + part.len()
    }

    fn next(self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    /// The same spot for a mistake that was noticed later than it was made.
    fn moved(self, at: usize) -> Self {
        Self { at, ..self }
    }

    fn here(self) -> Range<usize> {
        self.at..self.at + self.next().map_or(1, char::len_utf8)
    }

    fn rest_of_line(self) -> Range<usize> {
        self.at..self.at + self.rest().trim_end().len().max(1)
    }
}

/// Reports an error of the parser.
pub(super) fn report(document: &Document, locale: &LocaleCode, error: &ParserError) {
    let Mistake { message, help, at } = explain(document.text, locale, error);
    document.report(Diagnostic::error(Code::Syntax, message).help(help), at);
}

fn explain(text: &str, locale: &LocaleCode, error: &ParserError) -> Mistake {
    let entry = error.slice.clone().unwrap_or(error.pos.clone());
    // A message without text is noticed where the next thing stands.
    let at = match error.kind {
        ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. } => error.pos.end,
        _ => error.pos.start,
    };
    let at = text.floor_char_boundary(at.min(text.len()));
    let end = text.floor_char_boundary(entry.end.clamp(at, text.len()));
    let spot = Spot { text, entry: entry.start, sign: "", at, end, locale };
    let (spot, kind) = in_attribute(spot, entry).unwrap_or_else(|| (spot, error.kind.clone()));
    tab(spot).unwrap_or_else(|| by_kind(spot, &kind))
}

/// The parser passes over an attribute that it cannot read, and then complains of the line as if it were a message. The
/// attribute itself has the form of a message.
fn in_attribute(spot: Spot, entry: Range<usize>) -> Option<(Spot, ErrorKind)> {
    let line = spot.rest();
    let name =
        line.trim_start_matches(' ').strip_prefix('.').filter(|_| spot.before().ends_with(['\n']) || spot.at == 0)?;
    let start = spot.at + line.len() - name.len();
    let (_, errors) = parser::parse(&spot.text[start..entry.end.max(start)]).err()?;
    let error = errors.into_iter().next().filter(|error| error.slice.as_ref().is_some_and(|slice| slice.start == 0))?;
    let at = match error.kind {
        ErrorKind::ExpectedMessageField { .. } => error.pos.end,
        _ => error.pos.start,
    };
    let at = spot.text.floor_char_boundary((start + at).min(spot.text.len()));
    Some((Spot { entry: start, sign: ".", at, ..spot }, error.kind))
}

/// Tabs look like the spaces of an indentation.
fn tab(spot: Spot) -> Option<Mistake> {
    let at = spot.at + spot.rest().len() - spot.rest().trim_start_matches(' ').len();
    let spot = spot.moved(at);
    (spot.next() == Some('\t')).then(|| {
        let is_indentation =
            spot.line().starts_with(char::is_whitespace) && spot.line().trim_start() == spot.rest().trim_start();
        let help = if is_indentation {
            format!("indent with spaces: `    {}`", spot.rest().trim())
        } else {
            "write a space in its place".to_owned()
        };
        Mistake::new(spot.here(), "a tab stands where Fluent allows spaces only", help)
    })
}

fn by_kind(spot: Spot, kind: &ErrorKind) -> Mistake {
    let in_entry = &spot.text[spot.entry..spot.at.max(spot.entry)];
    match kind {
        ErrorKind::ExpectedToken('=') => entries::without_equals(spot),
        ErrorKind::ExpectedToken(' ') => entries::comment_without_space(spot),
        ErrorKind::ExpectedMessageField { entry_id } => entries::without_text(spot, entry_id),
        ErrorKind::ExpectedTermField { entry_id } => entries::without_text(spot, &format!("-{entry_id}")),
        kind if variants::is_on_one_line(kind) => variants::on_one_line(spot),
        ErrorKind::ExpectedCharRange { .. } if matches!(in_entry, "" | "-") => entries::no_id(spot),
        ErrorKind::ExpectedToken(']') => variants::open_key(spot),
        ErrorKind::ExpectedCharRange { .. } if in_entry.trim_end().ends_with('[') => variants::no_key(spot),
        ErrorKind::MissingDefaultVariant => variants::without_default(spot),
        ErrorKind::MultipleDefaultVariants => variants::two_defaults(spot),
        ErrorKind::MissingValue => variants::without_text(spot),
        ErrorKind::MessageReferenceAsSelector
        | ErrorKind::TermReferenceAsSelector
        | ErrorKind::MessageAttributeAsSelector
        | ErrorKind::ExpectedSimpleExpressionAsSelector => variants::wrong_selector(spot),
        other => placeables::explain(spot, other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::messages::{self, Layer};
    use crate::place::SourcePath;

    const SOURCE: &str = "# Größe\n-brand = Acme\n    .gender = { \"é\" }\nroles = { NUMBER($n, style: \"percent\", max: 2) ->\n    \
                          [0] keine „Stelle“\n    [one] { $n } Stelle\n   *[other] { -brand(case: \"x\") } { roles.title }\n}\n    \
                          .title = Ä { $name } ö\n        zweite Zeile\n\nlast =\n    <em>x</em> { \"\\u00e9\" }\n";

    /// Every error of files that are broken anyhow is explained, at a place that there is.
    #[test]
    fn every_error_of_broken_files_is_explained() {
        let pieces = [
            "", "{", "}", "\t", "\"", "(", ")", "ü", "„", "=", ":", "\n", "\r\n", "[", "]", "*", "->", "$", "-", ".",
            " ", "\\", "#", ",",
        ];
        let locale: LocaleCode = "de".parse().unwrap();
        let boundaries: Vec<usize> = SOURCE.char_indices().map(|(at, _)| at).collect();
        // A linear congruential generator: the same files in every run.
        let mut state = 1_u64;
        let mut next = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap() % below
        };
        let file = SourcePath::from("locales/de/a.ftl");
        let mut explained = 0;
        for _ in 0..3000 {
            let mut text = SOURCE.to_owned();
            for _ in 0..=next(3) {
                let start = text.floor_char_boundary(boundaries[next(boundaries.len())]);
                let end = text.ceil_char_boundary((start + next(4)).min(text.len()));
                text.replace_range(start.min(end)..end, pieces[next(pieces.len())]);
            }
            let document = Document::new(&file, text.as_bytes()).unwrap();
            messages::parse(&document, locale.clone(), Layer::Site);
            for Diagnostic { message, help, .. } in document.into_diagnostics() {
                assert!(!message.is_empty() && help.is_some_and(|help| !help.is_empty()), "{text}");
                explained += 1;
            }
        }
        assert!(explained > 2000, "{explained}");
    }
}
