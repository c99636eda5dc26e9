//! Diagnostics for people.

use std::borrow::Cow;
use std::fmt::Write;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

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
        let title = level.primary_title(printable(&diagnostic.message)).id(diagnostic.code.as_str());
        let mut group = Group::with_title(title);
        if let Some(place) = &diagnostic.place {
            group = with_line(group, lines.line(place), place);
        }
        if let Some(help) = &diagnostic.help {
            group = group.element(Level::HELP.message(printable(help)));
        }
        let _ = writeln!(out, "{}\n", renderer.render(&[group]));
    }
    out
}

/// Adds the line in which a place is; of a long line, what stands around the place.
fn with_line<'g>(group: Group<'g>, line: &str, place: &Place) -> Group<'g> {
    let path = printable_name(place.file.as_str());
    if line.len() <= LONGEST_LINE {
        let line = printable(line).into_owned();
        let span = AnnotationKind::Primary.span(span_in(&line, place.column - 1, place.length));
        return group.element(Snippet::source(line).path(path).line_start(place.line).annotation(span));
    }
    let before = (place.column - 1).min(AROUND);
    let shown = span_in(line, place.column - 1 - before, before + place.length.min(AROUND) + AROUND);
    let is_beginning = shown.start == 0;
    let cut = if shown.end < line.len() { "…" } else { "" };
    let line = format!("{}{cut}", printable(&line[shown]));
    let span = AnnotationKind::Primary.span(span_in(&line, before, place.length.min(AROUND)));
    if is_beginning {
        return group.element(Snippet::source(line).path(path).line_start(place.line).annotation(span));
    }
    // The column is that of the whole line, which is not shown.
    let origin = Origin::path(path).line(place.line).char_column(place.column);
    group.element(origin).element(Snippet::source(line).line_start(place.line).annotation(span))
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
    let offset =
        |from: &str, characters: usize| from.char_indices().nth(characters).map_or(from.len(), |(offset, _)| offset);
    let start = offset(line, start);
    start..start + offset(&line[start..], length)
}
