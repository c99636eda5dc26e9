//! Diagnostics for people.

use std::borrow::Cow;
use std::fmt::Write;
use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use super::printable::{printable, printable_name};
use crate::diagnostic::{Diagnostic, Severity};
use crate::load::Sources;
use crate::place::{Place, SourcePath};

/// The most bytes of a line that is shown as a whole.
const LONGEST_LINE: usize = 1000;

/// How many characters of a longer line are shown on each side of a place, and at most of the place itself.
const AROUND: usize = 60;

/// Diagnostics as a compiler shows them, with the line in question and with colours.
#[must_use]
pub fn human(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let renderer = Renderer::styled();
    let mut lines = Lines { sources, last: None };
    let mut out = String::new();
    for diagnostic in diagnostics {
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Hint => Level::NOTE.with_name(Severity::Hint.as_str()),
        };
        let title = level.primary_title(printable_name(&diagnostic.message)).id(diagnostic.code.as_str());
        let mut group = Group::with_title(title);
        let mut cut = None;
        if let Some(place) = &diagnostic.place {
            let excerpt = Excerpt::of(lines.line(place), place);
            cut = excerpt.cut;
            group = group.element(excerpt.snippet);
        }
        if let Some(help) = &diagnostic.help {
            group = group.element(Level::HELP.message(printable_name(help)));
        }
        let shown = renderer.render(&[group]);
        let shown = cut.iter().fold(shown, |text, (column, place)| text.replacen(column, place, 1));
        let _ = writeln!(out, "{shown}\n");
    }
    out
}

/// What is shown of the line in which a place is.
struct Excerpt {
    snippet: Snippet<'static, Annotation<'static>>,
    /// The place in the excerpt, as the library shows it, and the one in the file; if not all of the line is shown.
    cut: Option<(String, String)>,
}

impl Excerpt {
    /// The line or, if it is long, what stands around the place.
    fn of(line: &str, place: &Place) -> Self {
        let path = printable_name(place.file.as_str());
        let (before, length) = (place.column - 1, place.length);
        let snippet = |line: &str, end: &str, before, length| {
            let line = format!("{}{end}", printable(line));
            let span = AnnotationKind::Primary.span(span_in(&line, before, length));
            Snippet::source(line).path(path.clone()).line_start(place.line).annotation(span)
        };
        if line.len() <= LONGEST_LINE {
            return Self { snippet: snippet(line, "", before, length), cut: None };
        }
        let (around, length) = (before.min(AROUND), length.min(AROUND));
        let shown = span_in(line, before - around, around + length + AROUND);
        let end = if shown.end < line.len() { "…" } else { "" };
        let column = |column: usize| format!("{path}:{}:{column}", place.line);
        Self {
            snippet: snippet(&line[shown], end, around, length),
            cut: Some((column(around + 1), column(place.column))),
        }
    }
}

/// The lines of the sources. Diagnostics come in the order of files, so those of one file are kept.
struct Lines<'s> {
    sources: &'s Sources,
    last: Option<(&'s SourcePath, Vec<Cow<'s, str>>)>,
}

impl Lines<'_> {
    /// The line in which a place is.
    fn line(&mut self, place: &Place) -> &str {
        if self.last.as_ref().is_none_or(|(file, _)| **file != place.file) {
            let found = self.sources.files.get_key_value(&place.file);
            self.last = found.map(|(file, bytes)| (file, bytes.split(|byte| *byte == b'\n').map(line_of).collect()));
        }
        let line = self.last.as_ref().and_then(|(_, lines)| lines.get(place.line - 1));
        line.map(Cow::as_ref).unwrap_or_default()
    }
}

fn line_of(bytes: &[u8]) -> Cow<'_, str> {
    let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
    String::from_utf8_lossy(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes))
}

/// The bytes of a line that some of its characters take.
fn span_in(line: &str, start: usize, length: usize) -> Range<usize> {
    let start = offset(line, start);
    start..start + offset(&line[start..], length)
}

/// Where a text goes on behind so many characters.
fn offset(text: &str, characters: usize) -> usize {
    let mut rest = text.chars();
    if let Some(last) = characters.checked_sub(1) {
        // Passes over many characters at a time, which `char_indices` does not.
        rest.nth(last);
    }
    text.len() - rest.as_str().len()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::diagnostic::Code;

    #[test]
    fn of_long_lines_an_excerpt_is_shown() {
        let line = format!("{}ένα{}", "δύο ".repeat(2000), " τρία".repeat(2000));
        let file = SourcePath::from("a.md");
        let place = Place { file: file.clone(), line: 2, column: 8001, length: 3 };
        let sources = Sources::in_memory([(file, format!("\n{line}\n").into_bytes())]);
        let shown = human(&[Diagnostic::warning(Code::Limit, "too much").at(place)], &sources);
        assert_snapshot!(anstream::adapter::strip_str(&shown).to_string().trim_end(), @"
        warning[limit]: too much
         --> a.md:2:8001
          |
        2 | δύο δύο δύο δύο δύο δύο δύο δύο δύο δύο δύο δύο δύο δύο δύο ένα τρία τρία τρία τρία τρία τρία τρία τρία τρία τρία τρία τρία…
          |                                                             ^^^
        ");
    }
}
