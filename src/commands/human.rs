//! Diagnostics for people.

use std::fmt::Write;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::printable::{printable, printable_name};
use crate::diagnostic::{Diagnostic, Severity};
use crate::load::Sources;
use crate::place::Place;

/// Diagnostics as a compiler shows them, with the line in question and with colours.
#[must_use]
pub fn human(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let renderer = Renderer::styled();
    let mut out = String::new();
    for diagnostic in diagnostics {
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Hint => Level::NOTE.with_name(Severity::Hint.as_str()),
        };
        let title = level.primary_title(printable(&diagnostic.message)).id(diagnostic.code.as_str());
        let snippet = diagnostic.place.as_ref().map(|place| {
            let line = printable(&line_of(sources, place)).into_owned();
            let annotation = AnnotationKind::Primary.span(span_in(&line, place));
            let path = printable_name(place.file.as_str());
            Snippet::source(line).path(path).line_start(place.line).annotation(annotation)
        });
        let mut group = title.elements(snippet);
        if let Some(help) = &diagnostic.help {
            group = group.element(Level::HELP.message(printable(help)));
        }
        let _ = writeln!(out, "{}\n", renderer.render(&[group]));
    }
    out
}

/// The line of the sources in which a place is.
fn line_of(sources: &Sources, place: &Place) -> String {
    let text = sources.files.get(&place.file).map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
    let line = text.lines().nth(place.line - 1).unwrap_or_default();
    line.trim_start_matches('\u{feff}').to_owned()
}

/// The bytes of a line that a place covers.
fn span_in(line: &str, place: &Place) -> Range<usize> {
    let offset = |characters: usize| line.char_indices().nth(characters).map_or(line.len(), |(offset, _)| offset);
    offset(place.column - 1)..offset(place.column - 1 + place.length)
}
