//! What people and programs are told: diagnostics and summaries, in three forms.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::ValueEnum;
use serde_json::{Value, json};

pub use super::github::github;
pub use super::human::{digest, human};
use super::printable::printable_name;
use super::terminal::{Said, Stream, Terminal, Verbosity};
use super::timings::{self, in_words, milliseconds};
use crate::diagnostic::{Counts, Diagnostic, Severity, plural};
use crate::load::{self, Sources};
use crate::output_path::OutputPath;
use crate::process;
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

/// Says what a command has found or done. Results go to standard output, messages on the way to standard error.
pub struct Reporter {
    /// The form.
    pub format: Format,
    /// Where it is said.
    pub terminal: Terminal,
    /// The site's folder.
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
    files: Vec<OutputPath>,
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
    pub fn published(
        &mut self,
        pages: Vec<(String, usize)>,
        files: Vec<OutputPath>,
        written: Written,
        output: PathBuf,
    ) {
        self.published = Some(Published { pages, files, written, output });
    }

    /// What happened to the files of the output, if it was published.
    #[must_use]
    pub fn written(&self) -> Option<&Written> {
        self.published.as_ref().map(|published| &published.written)
    }

    /// A build that has left everything as an earlier one made it.
    #[must_use]
    pub fn unchanged((record, about): (&Record, &About), output: PathBuf) -> Self {
        let About { pages, diagnostics, .. } = about;
        let files: Vec<_> = record.paths().into_iter().collect();
        let written = Written { written: 0, unchanged: files.len(), removed: 0, left: Vec::new(), left_behind: None };
        let published = Some(Published { pages: pages.clone(), files, written, output });
        Self { diagnostics: diagnostics.clone(), published }
    }
}

impl Reporter {
    /// Reports a build.
    pub(super) fn build(&self, report: &BuildReport, timings: &Timings, show_timings: bool, sources: &Sources) -> Said {
        let diagnostics = &*self.shown(&report.diagnostics);
        match self.format {
            Format::Json => {
                return self.json(diagnostics, &build_summary(diagnostics, report, timings, show_timings));
            }
            Format::Github => self.annotate(diagnostics)?,
            Format::Human => self.terminal.diagnostics(Stream::Error, diagnostics, sources)?,
        }
        if let Some(published) = &report.published {
            if self.terminal.verbosity >= Verbosity::Verbose {
                self.terminal.say(Verbosity::Verbose, Stream::Output, &files(published))?;
            }
            self.say(&published_summary(published, timings))?;
        } else {
            let text = format!("{}; nothing was written", Counts::of(diagnostics));
            self.terminal.say(Verbosity::Normal, Stream::Error, &text)?;
        }
        self.say_more(Stream::Error, diagnostics)?;
        let least = if show_timings { Verbosity::Normal } else { Verbosity::Verbose };
        self.terminal.say(least, Stream::Output, &timings::table(timings, process::peak_memory()))
    }

    /// Reports a check.
    pub(super) fn check(&self, diagnostics: &[Diagnostic], sources: &Sources) -> Said {
        let diagnostics = &*self.shown(diagnostics);
        let counts = Counts::of(diagnostics);
        match self.format {
            Format::Json => return self.json(diagnostics, &json!(counts)),
            Format::Github => self.annotate(diagnostics)?,
            Format::Human => self.terminal.diagnostics(Stream::Output, diagnostics, sources)?,
        }
        self.say(&counts.to_string())
    }

    /// Tells people which command explains the first mistake of a site.
    pub(super) fn say_more(&self, stream: Stream, diagnostics: &[Diagnostic]) -> Said {
        let first = diagnostics.iter().min_by_key(|diagnostic| diagnostic.severity);
        match first.filter(|first| self.format == Format::Human && first.severity != Severity::Hint) {
            Some(Diagnostic { code, .. }) => {
                let text = format!("  rolebook explain {code}     what it means and how to fix it");
                self.terminal.say(Verbosity::Normal, stream, &text)
            }
            None => Ok(()),
        }
    }

    /// Says what a command has done or was asked for, unless people want to hear of mistakes only.
    pub(super) fn say(&self, text: &str) -> Said {
        self.terminal.say(Verbosity::Normal, Stream::Output, text)
    }

    /// Says how long it took to make the site of which a command shows something.
    pub(super) fn timings(&self, timings: &Timings) -> Said {
        self.terminal.say(Verbosity::Verbose, Stream::Error, &timings::table(timings, process::peak_memory()))
    }

    /// The diagnostics that are to be reported.
    fn shown<'d>(&self, diagnostics: &'d [Diagnostic]) -> Cow<'d, [Diagnostic]> {
        self.terminal.verbosity.select(diagnostics)
    }

    fn annotate(&self, diagnostics: &[Diagnostic]) -> Said {
        let root = load::repository::path_of(&self.root);
        self.terminal.say(Verbosity::Quiet, Stream::Output, &github(diagnostics, &root))
    }

    fn json(&self, diagnostics: &[Diagnostic], summary: &Value) -> Said {
        let diagnostics: Vec<_> = diagnostics.iter().map(Diagnostic::to_json).collect();
        self.terminal.json(&format!("{:#}", json!({ "diagnostics": diagnostics, "summary": summary })))
    }
}

fn build_summary(diagnostics: &[Diagnostic], report: &BuildReport, timings: &Timings, show_timings: bool) -> Value {
    let mut summary = json!(Counts::of(diagnostics));
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

/// Every file of a build, a line each.
fn files(published: &Published) -> String {
    let path = |file: &OutputPath| printable_name(&published.output.join(file).to_string_lossy()) + "\n";
    published.files.iter().map(path).collect()
}

fn published_summary(published: &Published, timings: &Timings) -> String {
    let pages: usize = published.pages.iter().map(|(_, count)| count).sum();
    let by_locale: Vec<_> = published.pages.iter().map(|(code, count)| format!("{code} {count}")).collect();
    let by_stage: Vec<_> = timings.stages.iter().map(|(stage, time)| format!("{stage} {}", in_words(*time))).collect();
    let Written { written, unchanged, removed, .. } = &published.written;
    format!(
        "published {} to {} in {}\n  pages  {}\n  files  {written} written, {unchanged} unchanged, {removed} removed\n  time   {}",
        plural(pages, "page"),
        published.output.display(),
        in_words(timings.total()),
        by_locale.join(", "),
        by_stage.join(", "),
    )
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::diagnostic::Code;
    use crate::place::{Place, SourcePath};

    #[test]
    fn hints_are_shown_as_hints() {
        let file = SourcePath::from("rolebook.toml");
        let text = "[[locales]]\ncode = \"iw\"\n";
        let place = Place { file: file.clone(), line: 2, column: 8, length: 4 };
        let hint = Diagnostic::hint(Code::InvalidValue, "`iw` is an old code").at(place).help("write `he`");
        assert_eq!(hint.to_json()["severity"], "hint");
        let diagnostics = [Diagnostic::warning(Code::RawHtml, "x"), hint];
        assert_snapshot!(github(&diagnostics[1..], "".as_ref()), @"::notice file=rolebook.toml,line=2,col=8,endColumn=12,title=invalid-value::`iw` is an old code%0Ahelp: write `he`");
        let sources = Sources::in_memory([(file, text.into())]);
        let shown = human(&diagnostics[1..], &sources);
        assert_snapshot!(anstream::adapter::strip_str(&shown), @r#"
        hint[invalid-value]: `iw` is an old code
         --> rolebook.toml:2:8
          |
        2 | code = "iw"
          |        ^^^^
          |
          = help: write `he`
        "#);
        assert_eq!(Counts::of(&diagnostics).to_string(), "1 warning, 1 hint");
        assert_eq!(json!(Counts::of(&diagnostics)), json!({ "errors": 0, "warnings": 1, "hints": 1 }));
        assert_eq!(Verbosity::Quiet.select(&diagnostics).len(), 1);
        assert_eq!(Verbosity::Normal.select(&diagnostics).len(), 2);
    }
}
