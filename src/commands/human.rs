//! Diagnostics for people.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use super::alike::{Alike, alike};
use super::printable::{printable, printable_name, shortened};
use super::tally::tally;
use crate::diagnostic::{Code, Diagnostic, Severity, plural};
use crate::load::Sources;
use crate::place::{Place, SourcePath};

/// How many diagnostics of one kind are shown of a file.
const MOST_SHOWN: usize = 1000;

/// How many of the other places of a mistake are named.
const MOST_PLACES: usize = 2;

/// The most bytes of a line that is shown as a whole.
const LONGEST_LINE: usize = 1000;

/// How many characters of a longer line are shown on each side of a place, and at most of the place itself.
const AROUND: usize = 60;

/// Diagnostics as people want them: errors first, the same mistake once with the number of its places, and at the end how many
/// there are of each kind, if there are many.
#[must_use]
pub fn digest(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let shown = in_full(&alike(diagnostics), sources);
    match tally(diagnostics) {
        Some(tally) => format!("{shown}{tally}\n"),
        None => shown,
    }
}

/// Diagnostics as a compiler shows them, each with the line in question and with colours.
#[must_use]
pub fn human(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    in_full(&diagnostics.iter().map(Alike::alone).collect::<Vec<_>>(), sources)
}

fn in_full(all: &[Alike], sources: &Sources) -> String {
    let renderer = Renderer::styled();
    let mut lines = Lines { sources, last: None, passed: (0, Passed::default()) };
    let mut out = String::new();
    let mut counted = Counted::of(all);
    for Alike { first: diagnostic, elsewhere } in all {
        if counted.is_beyond(diagnostic) {
            continue;
        }
        let title = printable_name(&shortened(&diagnostic.message));
        let title = level(diagnostic.severity).primary_title(title).id(diagnostic.code.as_str());
        let mut group = Group::with_title(title);
        let mut cut = None;
        if let Some(place) = &diagnostic.place {
            let excerpt = Excerpt::of(&lines.line(place), place);
            cut = excerpt.cut;
            group = group.element(excerpt.snippet);
        }
        if let Some(help) = &diagnostic.help {
            let help: Vec<_> = help.lines().map(|line| printable_name(&shortened(line))).collect();
            group = group.element(Level::HELP.message(help.join("\n")));
        }
        if let Some(note) = diagnostic.place.as_ref().and_then(|place| of_program(&place.file, sources)) {
            group = group.element(Level::NOTE.message(note));
        }
        if let Some(also) = also(elsewhere) {
            group = group.element(Level::NOTE.no_name().message(also));
        }
        let shown = renderer.render(&[group]);
        let shown = cut.iter().fold(shown, |text, (column, place)| text.replacen(column, place, 1));
        let _ = writeln!(out, "{shown}\n");
        if let Some(more) = counted.more(diagnostic) {
            let _ = writeln!(out, "{}\n", renderer.render(&[more]));
        }
    }
    out
}

/// How to get a file that the site does not have itself.
fn of_program(file: &SourcePath, sources: &Sources) -> Option<String> {
    let path = file.as_str().strip_prefix("themes/")?.split_once('/')?.1;
    let is_of_program = sources.from_program.contains(file);
    is_of_program.then(|| format!("the file is in the program; to change it, run `rolebook theme export {path}`"))
}

/// Where else a mistake is: the next places, and how many there are in all.
fn also(elsewhere: &[&Place]) -> Option<String> {
    let more = plural(elsewhere.len(), "more place");
    let of_them = match elsewhere.len() {
        0 => return None,
        1..=MOST_PLACES => "",
        _ => ", such as",
    };
    let shown = elsewhere.iter().take(MOST_PLACES);
    let lines =
        shown.map(|Place { file, line, column, .. }| format!("\n{}:{line}:{column}", printable_name(file.as_str())));
    Some(format!("and in {more}{of_them}:{}", lines.collect::<String>()))
}

/// The diagnostics of each kind in each file: how many there are, and how many have been shown.
struct Counted<'d>(BTreeMap<(Option<&'d SourcePath>, Severity, Code), Shown>);

#[derive(Default)]
struct Shown {
    all: usize,
    so_far: usize,
}

impl<'d> Counted<'d> {
    fn of(all: &[Alike<'d>]) -> Self {
        let mut counted = Self(BTreeMap::new());
        for alike in all {
            counted.kind(alike.first).all += 1;
        }
        counted
    }

    fn kind(&mut self, of: &'d Diagnostic) -> &mut Shown {
        self.0.entry((of.place.as_ref().map(|place| &place.file), of.severity, of.code)).or_default()
    }

    /// Counts a diagnostic. Whether as many have been shown as anybody reads.
    fn is_beyond(&mut self, diagnostic: &'d Diagnostic) -> bool {
        let kind = self.kind(diagnostic);
        kind.so_far += 1;
        kind.so_far > MOST_SHOWN
    }

    /// What is said in the place of those that follow the last that is shown.
    fn more(&mut self, last: &'d Diagnostic) -> Option<Group<'static>> {
        let kind = self.kind(last);
        let more = (kind.so_far == MOST_SHOWN).then(|| kind.all - MOST_SHOWN).filter(|more| *more > 0)?;
        let file = last
            .place
            .as_ref()
            .map_or_else(String::new, |place| format!(" in `{}`", printable_name(place.file.as_str())));
        let title = format!("there are {more} more of these{file}");
        let group = Group::with_title(level(last.severity).primary_title(title).id(last.code.as_str()));
        Some(group.element(Level::HELP.message("mend those above; `--format json` lists all")))
    }
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::NOTE.with_name(Severity::Hint.as_str()),
    }
}

/// What is shown of the line in which a place is.
struct Excerpt {
    snippet: Snippet<'static, Annotation<'static>>,
    /// The place in the excerpt, as the library shows it, and the one in the file; if not all of the line is shown.
    cut: Option<(String, String)>,
}

impl Excerpt {
    /// The line or, if it is long, what stands around the place.
    fn of(part: &Part, place: &Place) -> Self {
        let path = printable_name(place.file.as_str());
        let (before, length) = (place.column - 1 - part.passed.characters, place.length);
        let snippet = |line: &str, end: &str, before, length| {
            let line = format!("{}{end}", printable(line));
            let span = AnnotationKind::Primary.span(span_in(&line, before, length));
            Snippet::source(line).path(path.clone()).line_start(place.line).annotation(span)
        };
        if !part.is_long {
            return Self { snippet: snippet(part.text, "", before, length), cut: None };
        }
        let length = length.min(AROUND);
        let shown = offset(part.text, before + length + AROUND);
        let end = if shown < part.text.len() { "…" } else { "" };
        let column = |column: usize| format!("{path}:{}:{column}", place.line);
        Self {
            snippet: snippet(&part.text[..shown], end, before, length),
            cut: Some((column(before + 1), column(place.column))),
        }
    }
}

/// What is left of a line from the point at which its excerpt begins.
struct Part<'l> {
    text: &'l str,
    /// What stands before it.
    passed: Passed,
    /// Whether the line is too long to be shown as a whole.
    is_long: bool,
}

/// The beginning of a line.
#[derive(Clone, Copy, Default)]
struct Passed {
    characters: usize,
    bytes: usize,
}

/// The lines of the sources. Diagnostics come in the order of files, so those of one file are kept.
struct Lines<'s> {
    sources: &'s Sources,
    last: Option<(&'s SourcePath, Vec<Cow<'s, str>>)>,
    /// The number of the last line, and what has been passed over of it: those of one line come in order.
    passed: (usize, Passed),
}

impl Lines<'_> {
    /// The line in which a place is or, if it is long, what there is of it from shortly before the place.
    fn line(&mut self, place: &Place) -> Part<'_> {
        if self.last.as_ref().is_none_or(|(file, _)| **file != place.file) {
            let found = self.sources.files.get_key_value(&place.file);
            self.last = found.map(|(file, bytes)| (file, bytes.split(|byte| *byte == b'\n').map(line_of).collect()));
            self.passed = (0, Passed::default());
        }
        let line = self.last.as_ref().and_then(|(_, lines)| lines.get(place.line - 1));
        let line = line.map(Cow::as_ref).unwrap_or_default();
        if line.len() <= LONGEST_LINE {
            return Part { text: line, passed: Passed::default(), is_long: false };
        }
        let start = (place.column - 1).saturating_sub(AROUND);
        let known = Some(self.passed).filter(|(number, passed)| *number == place.line && passed.characters <= start);
        let mut passed = known.map_or_else(Passed::default, |(_, passed)| passed);
        passed.bytes += offset(&line[passed.bytes..], start - passed.characters);
        passed.characters = start;
        self.passed = (place.line, passed);
        Part { text: &line[passed.bytes..], passed, is_long: true }
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
