//! The terminal: the only place that writes to standard output and standard error.
//!
//! Each of the two decides for itself whether it shows colors: `NO_COLOR`, `CLICOLOR`, `CLICOLOR_FORCE`, and whether it is a
//! terminal at all. Text from files is shown, never obeyed: see `printable.rs`.

use std::borrow::Cow;
use std::fmt::Display;
use std::io::{self, BufRead, ErrorKind, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use anstream::AutoStream;
use anstream::stream::{AsLockedWrite, RawStream};
use anstyle::{AnsiColor, Reset};
use indicatif::ProgressDrawTarget;
use terminal_size::{Width, terminal_size_of};

use super::human::digest;
use super::printable::{escaped, printable};
use super::progress::Progress;
use crate::diagnostic::{Diagnostic, Failure, Severity};
use crate::load::Sources;
use crate::pipeline::Timings;

/// The longest line that people like to read, and as wide as help is shown.
pub(super) const WIDEST: usize = 100;

/// How much is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verbosity {
    /// Mistakes only.
    Quiet,
    /// Mistakes and what was done or asked for.
    #[default]
    Normal,
    /// Every file and every stage, too.
    Verbose,
}

impl Verbosity {
    /// The diagnostics that are shown: all, or those that are mistakes.
    pub(super) fn select(self, diagnostics: &[Diagnostic]) -> Cow<'_, [Diagnostic]> {
        if self > Verbosity::Quiet {
            return diagnostics.into();
        }
        diagnostics.iter().filter(|diagnostic| diagnostic.severity != Severity::Hint).cloned().collect()
    }
}

/// Where something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stream {
    /// Standard output, for results.
    Output,
    /// Standard error, for what is said on the way.
    Error,
}

/// Writes what people and programs are told.
#[derive(Debug)]
pub struct Terminal {
    pub(super) verbosity: Verbosity,
    is_abandoned: AtomicBool,
    progress: Progress,
}

/// Whether something could be said. A reader who has gone is no failure: see [`Terminal::is_abandoned`].
pub(super) type Said = Result<(), Failure>;

impl Terminal {
    pub(super) fn new(verbosity: Verbosity) -> Self {
        Self { verbosity, is_abandoned: AtomicBool::new(false), progress: Progress::on(ProgressDrawTarget::stderr) }
    }

    /// Another way to the same place.
    pub(super) fn another(&self) -> Self {
        Self { verbosity: self.verbosity, is_abandoned: AtomicBool::new(false), progress: self.progress.clone() }
    }

    /// The timings of a command that may take long. People see how far it is.
    pub(super) fn timings(&self) -> Timings {
        if self.verbosity > Verbosity::Quiet {
            Timings::watched_by(self.progress.watcher())
        } else {
            Timings::default()
        }
    }

    /// Says what was done or asked for, if at least this much is to be said.
    pub(super) fn say(&self, least: Verbosity, stream: Stream, text: &str) -> Said {
        if self.verbosity < least { Ok(()) } else { self.write(stream, &printable(text)) }
    }

    /// Tells programs, in JSON. Control characters that JSON allows in a string are escaped: nothing is lost on programs.
    pub(super) fn json(&self, json: &str) -> Said {
        self.write(Stream::Output, &escaped(json))
    }

    /// Shows a page of the program's own. Nothing in it comes from files.
    pub(super) fn page(&self, page: &str) -> Said {
        self.write(Stream::Output, page)
    }

    /// How many characters a line of the results may have.
    pub(super) fn width() -> usize {
        let terminal = terminal_size_of(io::stdout());
        terminal.map_or(WIDEST, |(Width(columns), _)| WIDEST.min(columns.into()))
    }

    /// Shows diagnostics as a compiler does.
    pub(super) fn diagnostics(&self, stream: Stream, diagnostics: &[Diagnostic], sources: &Sources) -> Said {
        self.write(stream, &digest(diagnostics, sources))
    }

    /// Says that the environment failed.
    pub fn failure(&self, failure: &dyn Display) {
        let red = AnsiColor::Red.on_default().bold();
        let text = format!("{red}error{Reset}: {}", printable(&failure.to_string()));
        // If this cannot be said, there is nowhere to say so.
        let _ = self.write(Stream::Error, &text);
    }

    /// Whether a person looks at the results, for whom they may be drawn.
    pub(super) fn is_watched() -> bool {
        io::stdout().is_terminal()
    }

    /// Whether a person is there to answer questions.
    pub(super) fn is_answered() -> bool {
        io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    /// Asks a person for a line.
    pub(super) fn ask(question: &str) -> Result<String, Failure> {
        write(io::stderr(), &printable(question), "").map_err(Failure::to("write to", "standard error"))?;
        let mut answer = String::new();
        match io::stdin().lock().read_line(&mut answer) {
            Ok(0) => {
                let why = io::Error::other("it has ended before all questions were answered; nothing was written");
                Err(Failure::to("read", "standard input")(why))
            }
            read => read.map(|_| answer).map_err(Failure::to("read", "standard input")),
        }
    }

    /// Whether someone who read what was said has closed the pipe, as `head` does.
    pub(super) fn is_abandoned(&self) -> bool {
        self.is_abandoned.load(Ordering::Relaxed)
    }

    /// Writes text that ends with a line end, or gets one. Escape sequences in it are the program's own.
    fn write(&self, stream: Stream, text: &str) -> Said {
        self.progress.hide();
        let end = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
        let written = match stream {
            Stream::Output => write(io::stdout(), text, end),
            Stream::Error => write(io::stderr(), text, end),
        };
        match written {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.is_abandoned.store(true, Ordering::Relaxed);
                Ok(())
            }
            // What was done counts, although nobody hears of it.
            Err(_) if stream == Stream::Error => Ok(()),
            written => written.map_err(Failure::to("write to", "standard output")),
        }
    }
}

impl Default for Terminal {
    fn default() -> Self {
        Self::new(Verbosity::Normal)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.progress.hide();
    }
}

fn write(stream: impl RawStream + AsLockedWrite, text: &str, end: &str) -> io::Result<()> {
    let mut stream = AutoStream::auto(stream);
    stream.write_all(format!("{text}{end}").as_bytes())?;
    stream.flush()
}
