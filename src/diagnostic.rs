//! Diagnostics: what is wrong with a site, said to its authors.
//!
//! An author's mistake is a [`Diagnostic`]: collected, sorted, and never a reason to stop looking for the next one.
//! A failure of the environment (a disk that is full, a folder that cannot be read) is a [`Failure`].

use std::borrow::Cow;
use std::fmt;
use std::io;
use std::path::PathBuf;
use std::str::FromStr;

use serde_json::{Value, json};

use crate::id::closest;
use crate::locale::LocaleCode;
use crate::place::Place;

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $name:ident = $text:literal;)*) => {
        /// What kind of mistake a diagnostic reports. Each code has a page in `docs/diagnostics/`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum Code {$(
            $(#[doc = $doc])*
            #[serde(rename = $text)]
            $name,
        )*}

        impl Code {
            /// All codes.
            pub const ALL: &[Code] = &[$(Code::$name),*];

            /// The code as it is shown and as it is named on the command line.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {$(Code::$name => $text),*}
            }

            /// The page that explains the code, in Markdown.
            #[must_use]
            pub fn page(self) -> &'static str {
                match self {$(Code::$name => include_str!(concat!("../docs/diagnostics/", $text, ".md"))),*}
            }
        }
    };
}

codes! {
    /// A file is not UTF-8.
    InvalidEncoding = "invalid-encoding";
    /// TOML, Fluent or front matter that cannot be read.
    Syntax = "syntax";
    /// A key that nothing reads.
    UnknownKey = "unknown-key";
    /// A key that must be there is not.
    MissingKey = "missing-key";
    /// A value of the wrong type or outside its range.
    InvalidValue = "invalid-value";
    /// Colors of text that are too close to the color behind it.
    LowContrast = "low-contrast";
    /// A letter in a picture that no font of the theme has.
    MissingGlyph = "missing-glyph";
    /// An id that nothing can have: no folder can be named for it in every system, or no address made of it.
    InvalidId = "invalid-id";
    /// More of something than Rolebook takes.
    Limit = "limit";
    /// A site, or a collection of it, without entries.
    NoEntries = "no-entries";
    /// A file that is not part of the site's structure.
    UnexpectedFile = "unexpected-file";
    /// A link that leads out of the site.
    OutsideSite = "outside-site";
    /// A file that looks like a secret and is about to be published.
    SecretFile = "secret-file";
    /// Two files with names that stand for the same thing.
    NameClash = "name-clash";
    /// A name that nothing bears: an entry, a collection, a locale, a message, a term.
    UnknownReference = "unknown-reference";
    /// A message that is used but not defined, or not translated.
    MissingMessage = "missing-message";
    /// An attribute that the original of a message has and its translation has not.
    MissingAttribute = "missing-attribute";
    /// A shared block that no text names.
    UnusedBlock = "unused-block";
    /// A message or attribute that nothing uses.
    UnusedMessage = "unused-message";
    /// Braces in a text that stand for nothing.
    UnknownPlaceholder = "unknown-placeholder";
    /// A message that uses a variable which it is not handed.
    UnknownVariable = "unknown-variable";
    /// A variable that the original of a message uses and its translation does not.
    MissingVariable = "missing-variable";
    /// A function, or an argument of a function, that there is not.
    UnknownFunction = "unknown-function";
    /// Messages that refer to each other in a circle.
    CyclicReference = "cyclic-reference";
    /// A plural form that the language does not have, or one that it needs and a message has not.
    PluralCategory = "plural-category";
    /// A choice with the same variant twice.
    DuplicateVariant = "duplicate-variant";
    /// A translation that refers to other messages or terms than its original.
    DifferentReference = "different-reference";
    /// Sizes in CSS that differ from those of the original.
    DifferentStyle = "different-style";
    /// Inline markup that is not whole, or differs from that of the original.
    Markup = "markup";
    /// A message that shows nothing although its original does.
    EmptyMessage = "empty-message";
    /// Space at the beginning or the end of a message that its original does not have.
    MessageSpace = "message-space";
    /// A message that says the same as its original.
    SameAsOriginal = "same-as-original";
    /// A message that is defined twice.
    DuplicateMessage = "duplicate-message";
    /// A role without one of the sections that every role has.
    MissingSection = "missing-section";
    /// A section that no message names, or text outside of sections.
    UnknownSection = "unknown-section";
    /// A section that a role has twice.
    DuplicateSection = "duplicate-section";
    /// A translation without an original, or an entry without any text.
    MissingTranslation = "missing-translation";
    /// A translation that is older than its original.
    StaleTranslation = "stale-translation";
    /// Characters that look like Markdown and are none.
    PastedText = "pasted-text";
    /// HTML in Markdown, which is shown as text.
    RawHtml = "raw-html";
    /// A link that leads nowhere.
    BrokenLink = "broken-link";
    /// A picture without a description.
    MissingAlt = "missing-alt";
    /// A page to which no other page leads.
    OrphanPage = "orphan-page";
    /// A part of an address that cannot be one.
    InvalidSlug = "invalid-slug";
    /// Two things that would be written to one file.
    DuplicatePath = "duplicate-path";
    /// A template that cannot be read or rendered.
    Template = "template";
}

impl Diagnostic {
    /// The diagnostic for programs.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let place = self.place.as_ref();
        json!({
            "code": self.code.as_str(),
            "severity": self.severity,
            "message": self.message,
            "file": place.map(|place| place.file.as_str()),
            "line": place.map(|place| place.line),
            "column": place.map(|place| place.column),
            "locale": self.locale,
            "help": self.help,
        })
    }
}

impl FromStr for Code {
    type Err = UnknownCode;

    /// Reads a code as people write it or copy it from a report: `broken-link`, `broken_link`, `error[broken-link]: there is…`.
    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        let in_brackets = text.split_once('[').and_then(|(_, rest)| rest.split_once(']'));
        let code = in_brackets.map_or(text, |(code, _)| code).trim().to_lowercase().replace(['_', ' '], "-");
        let unknown = || UnknownCode { closest: closest(&code, Self::ALL.iter().map(|known| known.as_str())) };
        Self::ALL.iter().find(|known| known.as_str() == code).copied().ok_or_else(unknown)
    }
}

/// There is no such code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownCode {
    closest: Option<&'static str>,
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.closest {
            Some(closest) => write!(f, "there is no such code; did you mean `{closest}`?"),
            None => f.write_str("there is no such code; `rolebook explain` lists all"),
        }
    }
}

impl std::error::Error for UnknownCode {}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The site cannot be published.
    Error,
    /// The site can be published, but someone should look at this.
    Warning,
    /// Nothing is wrong, but there is something to know. Never denied, and left out by `--quiet`.
    Hint,
}

impl Severity {
    /// The severity as it is shown.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        }
    }
}

/// One mistake, where it is, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Diagnostic {
    /// What kind of mistake.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong: lower case, no final full stop, backticks round what the author wrote.
    pub message: String,
    /// Where it is, if it is at a place.
    pub place: Option<Place>,
    /// Which locale's readers would see it, if not all.
    pub locale: Option<LocaleCode>,
    /// What to do.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A mistake that keeps the site from being published.
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self { code, severity: Severity::Error, message: message.into(), place: None, locale: None, help: None }
    }

    /// A mistake with which the site can still be published.
    pub fn warning(code: Code, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message) }
    }

    /// Something that is worth knowing, although nothing is wrong.
    pub fn hint(code: Code, message: impl Into<String>) -> Self {
        Self { severity: Severity::Hint, ..Self::error(code, message) }
    }

    /// A mistake in the words of a library, brought into the form of ours.
    #[must_use]
    pub fn reported(code: Code, message: &str) -> Self {
        Self::error(code, in_house_form(message))
    }

    /// Says where the mistake is.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Says which locale's readers would see it.
    #[must_use]
    pub fn in_locale(mut self, locale: &LocaleCode) -> Self {
        self.locale = Some(locale.clone());
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds lines to what it says to do: lines to write, or what has changed.
    #[must_use]
    pub fn with_lines(mut self, lines: &str) -> Self {
        let help = self.help.get_or_insert_default();
        help.push('\n');
        help.push_str(lines);
        self
    }

    /// Proposes `candidate` where there is one, and says `otherwise` where there is none.
    #[must_use]
    pub fn did_you_mean(self, candidate: Option<&str>, otherwise: impl Into<String>) -> Self {
        match candidate {
            Some(candidate) => self.help(format!("did you mean `{candidate}`?")),
            None => self.help(otherwise),
        }
    }
}

/// How many of many paths are named.
const NAMED: usize = 10;

/// Paths, each on a line of its own, of which the first ten are named and the rest is counted.
pub fn first_of<P: fmt::Display>(paths: impl ExactSizeIterator<Item = P>) -> String {
    let more = paths.len().saturating_sub(NAMED);
    let mut lines: Vec<_> = paths.take(NAMED).map(|path| format!("\n    {path}")).collect();
    if more > 0 {
        lines.push(format!("\n    and {more} more"));
    }
    lines.concat()
}

/// Names in a message: each in backticks, with commas between.
#[must_use]
pub fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// A text as it stands in a message: control characters are escaped.
#[must_use]
pub fn on_one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { c.escape_default().to_string() } else { c.to_string() }).collect()
}

/// The first line of what a library says, brought into the form of our messages: lower case, no final full stop.
#[must_use]
pub fn in_house_form(message: &str) -> String {
    let mut chars = message.lines().next().unwrap_or_default().trim_end_matches('.').chars();
    let first = chars.next().map(char::to_lowercase).into_iter().flatten();
    first.chain(chars).collect()
}

/// Brings diagnostics into the order in which they are shown: by file, by place in the file, and the same in every run.
/// The same words about the same place are said once, even if several pages suffer from it.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| {
        let key = |d: &Diagnostic| (d.place.is_none(), d.place.clone(), d.severity, d.code);
        key(a).cmp(&key(b)).then_with(|| a.locale.cmp(&b.locale)).then_with(|| a.message.cmp(&b.message))
    });
    diagnostics.dedup_by(|later, first| {
        (later.code, &later.place, &later.message) == (first.code, &first.place, &first.message)
    });
}

/// Whether any of the diagnostics keeps the site from being published.
#[must_use]
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

/// Makes errors with a code as severe as a site wants them.
pub fn soften(code: Code, severity: Severity, diagnostics: &mut [Diagnostic]) {
    for diagnostic in diagnostics.iter_mut().filter(|diagnostic| diagnostic.code == code) {
        diagnostic.severity = diagnostic.severity.max(severity);
    }
}

/// How many diagnostics there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Hints.
    pub hints: usize,
}

impl Counts {
    /// Counts diagnostics.
    #[must_use]
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let of = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
        Self { errors: of(Severity::Error), warnings: of(Severity::Warning), hints: of(Severity::Hint) }
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let each = [(self.errors, Severity::Error), (self.warnings, Severity::Warning), (self.hints, Severity::Hint)];
        let some = each.into_iter().filter(|(count, _)| *count > 0);
        let words: Vec<_> = some.map(|(count, severity)| plural(count, severity.as_str())).collect();
        if words.is_empty() { f.write_str("no mistakes found") } else { f.write_str(&words.join(", ")) }
    }
}

/// A number of things by the name of one of them.
#[must_use]
pub fn plural(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}

/// Something outside the program that did not do what was asked of it.
#[derive(Debug)]
pub struct Failure {
    action: &'static str,
    path: PathBuf,
    source: io::Error,
    help: Option<Cow<'static, str>>,
}

impl Failure {
    /// For `map_err`: `action` on `path` failed, such as "read" or "write".
    pub fn to(action: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self { action, path, source, help: None }
    }

    /// Whether it was not done because the process has been told to end.
    #[must_use]
    pub fn is_interruption(&self) -> bool {
        self.source.kind() == io::ErrorKind::Interrupted
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<Cow<'static, str>>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// What was said to do, or what helps against such an error whatever was to be done.
    fn what_to_do(&self) -> Option<&str> {
        // No kind stands for EMFILE, which all Unix systems number so. It is the fault of no file.
        const TOO_MANY_OPEN_FILES: i32 = 24;
        if cfg!(unix) && self.source.raw_os_error() == Some(TOO_MANY_OPEN_FILES) {
            return Some("let the program open more files at once, such as by `ulimit -n 1024`");
        }
        self.help.as_deref().or_else(|| help_against(&self.source))
    }
}

/// What helps against an error, whatever was to be done.
fn help_against(error: &io::Error) -> Option<&'static str> {
    use io::ErrorKind;
    const DISK_ERROR: i32 = 5;
    Some(match error.kind() {
        ErrorKind::PermissionDenied => "give the user who runs the program the permissions to do so",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "make room, and try again",
        ErrorKind::ReadOnlyFilesystem => "mount the file system so that it can be written, or choose another",
        ErrorKind::NotFound => "look whether the path is right",
        ErrorKind::NotADirectory => "put a folder where a file is in its place, or choose another path",
        ErrorKind::IsADirectory => "put a file where a folder is in its place, or choose another path",
        _ if cfg!(unix) && error.raw_os_error() == Some(DISK_ERROR) => {
            "see what the system says of the disk, and try again"
        }
        _ => return None,
    })
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot {} `{}`: {}", self.action, self.path.display(), self.source)?;
        self.what_to_do().map_or(Ok(()), |help| write!(f, "\n  = help: {help}"))
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_refuses_is_said_with_what_to_do() {
        let said = |error: io::Error| Failure::to("read", "a")(error).to_string();
        let help = |error: io::Error| said(error).split_once("\n  = help: ").map(|(_, help)| help.to_owned());
        for kind in [
            io::ErrorKind::PermissionDenied,
            io::ErrorKind::StorageFull,
            io::ErrorKind::ReadOnlyFilesystem,
            io::ErrorKind::NotFound,
            io::ErrorKind::NotADirectory,
            io::ErrorKind::IsADirectory,
        ] {
            assert!(help(kind.into()).is_some(), "{kind}");
        }
        let denied = io::Error::from(io::ErrorKind::PermissionDenied);
        assert_eq!(
            Failure::to("read", "a")(denied).help("open it").to_string(),
            "cannot read `a`: permission denied\n  = help: open it"
        );
        #[cfg(unix)]
        {
            let many = Failure::to("read", "a")(io::Error::from_raw_os_error(24)).help("remove it").to_string();
            assert!(many.ends_with("such as by `ulimit -n 1024`"), "{many}");
        }
    }
}
