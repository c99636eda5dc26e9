//! What people and programs are told: diagnostics and summaries, in three forms.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use anstream::{eprintln, print, println};
use clap::ValueEnum;
use serde_json::{Value, json};

use super::timings::{self, milliseconds};
use crate::diagnostic::{Diagnostic, Failure, Severity};
use crate::load::Sources;
use crate::place::Place;
use crate::process;
use crate::site::Site;
use crate::timings::Timings;
use crate::write::{About, Record, Written};

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Human,
    /// For programs
    Json,
    /// For GitHub Actions: annotations on the lines of a pull request
    Github,
}

/// How much is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verbosity {
    /// Mistakes only.
    Quiet,
    /// Mistakes and a summary.
    Normal,
    /// Every file, too.
    Verbose,
}

/// Says what a command has found or done. Results go to standard output, messages on the way to standard error.
#[derive(Clone)]
pub struct Reporter {
    /// The form.
    pub format: Format,
    /// How much.
    pub verbosity: Verbosity,
    /// The folder that the paths of diagnostics begin in.
    pub root: PathBuf,
}

/// What a build has done.
pub struct BuildReport {
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
    published: Option<Published>,
}

struct Published {
    /// Pages by locale, in the order of the configuration.
    pages: Vec<(String, usize)>,
    files: Vec<String>,
    written: Written,
    output: PathBuf,
}

impl BuildReport {
    /// A build of which only the mistakes are known.
    #[must_use]
    pub fn new(diagnostics: Vec<Diagnostic>) -> Self {
        Self { diagnostics, published: None }
    }

    /// Adds what was published.
    pub fn published(&mut self, site: &Site, written: Written, output: PathBuf) {
        let files = site.files().into_iter().map(|(path, _)| path.to_owned()).collect();
        self.published = Some(Published { pages: site.pages_by_locale(), files, written, output });
    }

    /// A build that has left everything as an earlier one made it.
    #[must_use]
    pub fn unchanged(record: &Record, output: PathBuf) -> Self {
        let About { pages, diagnostics, .. } = record.about();
        let files = record.paths();
        let written = Written { written: 0, unchanged: files.len(), removed: 0 };
        let published = Some(Published { pages: pages.clone(), files, written, output });
        Self { diagnostics: diagnostics.clone(), published }
    }
}

impl Reporter {
    /// Reports a build.
    pub fn build(&self, report: &BuildReport, timings: &Timings, show_timings: bool, sources: &Sources) {
        match self.format {
            Format::Json => print_json(&report.diagnostics, &build_summary(report, timings, show_timings)),
            Format::Github => print!("{}", github(&report.diagnostics, &self.root)),
            Format::Human => eprint(&human(&report.diagnostics, sources)),
        }
        if self.format == Format::Json || self.verbosity == Verbosity::Quiet {
            return;
        }
        match &report.published {
            Some(published) => {
                if self.verbosity == Verbosity::Verbose {
                    published.files.iter().for_each(|file| println!("{}", published.output.join(file).display()));
                }
                println!("{}", published_summary(published, timings));
            }
            None => eprintln!("{}; nothing was written", count_mistakes(&report.diagnostics)),
        }
        if show_timings || self.verbosity == Verbosity::Verbose {
            print!("{}", timings::table(timings, process::peak_memory()));
        }
    }

    /// Reports a check.
    pub fn check(&self, diagnostics: &[Diagnostic], sources: &Sources) {
        match self.format {
            Format::Json => return print_json(diagnostics, &mistakes_summary(diagnostics)),
            Format::Github => print!("{}", github(diagnostics, &self.root)),
            Format::Human => print!("{}", human(diagnostics, sources)),
        }
        if self.verbosity > Verbosity::Quiet {
            println!("{}", count_mistakes(diagnostics));
        }
    }
}

impl Reporter {
    /// Says what a command has done, unless people want to hear of mistakes only.
    pub(super) fn say(&self, text: &str) {
        if self.verbosity > Verbosity::Quiet {
            println!("{text}");
        }
    }
}

/// Reports that the environment failed.
pub fn failure(failure: &Failure) {
    eprintln!("{}error{}: {failure}", anstyle::AnsiColor::Red.on_default().bold(), anstyle::Reset);
}

fn eprint(text: &str) {
    if !text.is_empty() {
        eprintln!("{}", text.trim_end_matches('\n'));
    }
}

/// Diagnostics as a compiler shows them, with the line in question and with colours.
#[must_use]
pub fn human(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let renderer = Renderer::styled();
    let mut out = String::new();
    for diagnostic in diagnostics {
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.as_str());
        let line = diagnostic.place.as_ref().map(|place| (place, line_of(sources, place)));
        let snippet = line.map(|(place, line)| {
            let annotation = AnnotationKind::Primary.span(span_in(&line, place));
            Snippet::source(line).path(place.file.as_str()).line_start(place.line).annotation(annotation)
        });
        let mut group = title.elements(snippet);
        if let Some(help) = &diagnostic.help {
            group = group.element(Level::HELP.message(help.as_str()));
        }
        let _ = writeln!(out, "{}\n", renderer.render(&[group]));
    }
    out
}

fn line_of(sources: &Sources, place: &Place) -> String {
    let text = sources.files.get(&place.file).map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
    let line = text.lines().nth(place.line - 1).unwrap_or_default();
    line.trim_start_matches('\u{feff}').to_owned()
}

/// The bytes of a line that a place covers.
fn span_in(line: &str, place: &Place) -> std::ops::Range<usize> {
    let offset = |characters: usize| line.char_indices().nth(characters).map_or(line.len(), |(offset, _)| offset);
    offset(place.column - 1)..offset(place.column - 1 + place.length)
}

/// Diagnostics as workflow commands of GitHub Actions, for a site whose root is at `root` in the repository.
///
/// Source: <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>.
#[must_use]
pub fn github(diagnostics: &[Diagnostic], root: &Path) -> String {
    let data = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
    let mut out = String::new();
    for diagnostic in diagnostics {
        let mut properties = Vec::new();
        if let Some(place) = &diagnostic.place {
            properties.push(format!("file={}", property(&below(root, place.file.as_str()))));
            properties.push(format!("line={}", place.line));
            properties.push(format!("col={}", place.column));
            properties.push(format!("endColumn={}", place.column + place.length));
        }
        properties.push(format!("title={}", property(diagnostic.code.as_str())));
        let help = diagnostic.help.as_ref().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
        let message = data(&format!("{}{help}", diagnostic.message));
        let _ = writeln!(out, "::{} {}::{message}", diagnostic.severity.as_str(), properties.join(","));
    }
    out
}

/// A path below a folder, with forward slashes and without `.`.
fn below(root: &Path, file: &str) -> String {
    let parts = root.components().filter(|part| *part != Component::CurDir);
    let parts = parts.map(|part| part.as_os_str().to_string_lossy().into_owned());
    parts.chain([file.to_owned()]).collect::<Vec<_>>().join("/")
}

fn print_json(diagnostics: &[Diagnostic], summary: &Value) {
    let diagnostics: Vec<_> = diagnostics.iter().map(Diagnostic::to_json).collect();
    let report = json!({ "diagnostics": diagnostics, "summary": summary });
    println!("{}", serde_json::to_string_pretty(&report).expect("a report is plain data"));
}

fn build_summary(report: &BuildReport, timings: &Timings, show_timings: bool) -> Value {
    let mut summary = mistakes_summary(&report.diagnostics);
    let by_stage: BTreeMap<_, _> = timings.stages.iter().map(|(stage, time)| (*stage, milliseconds(*time))).collect();
    summary["milliseconds"] = json!(by_stage);
    if show_timings {
        summary["timings"] = timings::json(timings, process::peak_memory());
    }
    if let Some(published) = &report.published {
        summary["pages"] = json!(published.pages.iter().map(|(_, count)| count).sum::<usize>());
        summary["pages_by_locale"] = json!(published.pages.iter().cloned().collect::<BTreeMap<_, _>>());
        summary["written"] = json!(published.written.written);
        summary["unchanged"] = json!(published.written.unchanged);
        summary["removed"] = json!(published.written.removed);
    }
    summary
}

fn mistakes_summary(diagnostics: &[Diagnostic]) -> Value {
    let (errors, warnings) = count(diagnostics);
    json!({ "errors": errors, "warnings": warnings })
}

fn count(diagnostics: &[Diagnostic]) -> (usize, usize) {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
    (errors, diagnostics.len() - errors)
}

pub(super) fn count_mistakes(diagnostics: &[Diagnostic]) -> String {
    match count(diagnostics) {
        (0, 0) => "no mistakes found".to_owned(),
        (errors, 0) => plural(errors, "error"),
        (0, warnings) => plural(warnings, "warning"),
        (errors, warnings) => format!("{}, {}", plural(errors, "error"), plural(warnings, "warning")),
    }
}

pub(super) fn plural(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}

fn published_summary(published: &Published, timings: &Timings) -> String {
    let pages: usize = published.pages.iter().map(|(_, count)| count).sum();
    let by_locale: Vec<_> = published.pages.iter().map(|(code, count)| format!("{code} {count}")).collect();
    let by_stage: Vec<_> = timings.stages.iter().map(|(stage, time)| format!("{stage} {}", in_words(*time))).collect();
    let Written { written, unchanged, removed } = published.written;
    format!(
        "published {} to {} in {}\n  pages  {}\n  files  {written} written, {unchanged} unchanged, {removed} removed\n  time   {}",
        plural(pages, "page"),
        published.output.display(),
        in_words(timings.total()),
        by_locale.join(", "),
        by_stage.join(", "),
    )
}

pub(super) fn in_words(time: Duration) -> String {
    if time.as_secs() > 0 {
        format!("{:.2} s", time.as_secs_f64())
    } else {
        format!("{:.1} ms", time.as_secs_f64() * 1000.0)
    }
}
