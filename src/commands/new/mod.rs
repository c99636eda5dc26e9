//! `rolebook new`: a new site, a new entry, a new language. Nothing that is there is ever overwritten.

mod entry;
mod locale;
mod questions;
mod site;

use std::fmt;
use std::path::Path;

use clap::{Args, Subcommand};

use super::CommandResult;
use crate::diagnostic::Diagnostic;
use crate::locale::LocaleCode;
use crate::parse::locale::code_of;

/// The arguments of `rolebook new`.
#[derive(Args)]
#[command(after_help = "Examples:
  rolebook new site careers
  rolebook new role night-porter --category hospitality
  rolebook new locale nl")]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Start a site: a small library, complete in English, German, Spanish, French, Greek and Portuguese
    Site(site::Arguments),
    /// Start an entry of any collection
    Entry(entry::Arguments),
    /// Start a job description: an entry of the site's collection of roles
    Role(entry::RoleArguments),
    /// Add a language to a site
    Locale(locale::Arguments),
}

pub(super) fn run(arguments: &Arguments) -> CommandResult {
    match &arguments.what {
        What::Site(arguments) => site::run(arguments),
        What::Entry(arguments) => entry::run(arguments),
        What::Role(arguments) => entry::run_role(arguments),
        What::Locale(arguments) => locale::run(arguments),
    }
}

/// Why an argument or an answer cannot be read, and what was probably meant.
#[derive(Debug)]
struct Misread(String);

impl From<Box<Diagnostic>> for Misread {
    fn from(mistake: Box<Diagnostic>) -> Self {
        let help = mistake.help.map(|help| format!("; {help}"));
        Self(mistake.message + &help.unwrap_or_default())
    }
}

impl fmt::Display for Misread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Misread {}

/// A folder as it is written on a command line.
fn quoted(folder: &Path) -> String {
    let folder = folder.display().to_string();
    if folder.contains(char::is_whitespace) { format!("\"{folder}\"") } else { folder }
}

/// The option that names the root of a site, with a space before it, unless commands find it without.
fn root_option(root: &Path) -> String {
    if root == Path::new(".") { String::new() } else { format!(" --root {}", quoted(root)) }
}

/// Reads the code of a locale.
fn locale_code(written: &str) -> Result<LocaleCode, Misread> {
    Ok(code_of(written)?)
}
