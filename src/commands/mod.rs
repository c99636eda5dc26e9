//! The commands of the program: thin, one file each. What they do is in [`pipeline`].

mod alike;
mod build;
mod check;
mod completions;
mod coverage;
mod explain;
mod github;
mod human;
mod licenses;
mod man;
mod markdown;
mod merge;
mod new;
mod news;
mod printable;
mod progress;
mod publishing;
mod related;
pub mod report;
mod schema;
mod serve;
mod status;
mod suggestions;
mod tally;
pub mod terminal;
mod theme;
mod timings;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use clap::{Args, Parser, Subcommand};
use url::Url;

use crate::diagnostic::Failure;
use crate::load::{Root, Sources};
use crate::parse::address::read_base_url;
use crate::pipeline::{self, Timings};
use crate::resolve::{Drafts, Options, PseudoLocales};
use crate::site::Site;
use report::{Format, Reporter};
use terminal::{Stream, Terminal, Verbosity};

/// A localized static site generator for libraries of job descriptions
#[derive(Parser)]
#[command(name = "rolebook", version, max_term_width = terminal::WIDEST)]
#[command(after_help = "Examples:
  rolebook new site careers   start a site in the folder `careers`
  rolebook serve --open       preview the site in this folder
  rolebook build              publish it to the folder `public`
  rolebook check              look for mistakes
  rolebook build --help       all options of a command")]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Publish the site
    Build(build::Arguments),
    /// Report what is wrong with the site, writing nothing
    Check(check::Arguments),
    /// Print the script that completes commands and options in a shell
    Completions(completions::Arguments),
    /// Explain an error, a warning or a hint by its code
    Explain(explain::Arguments),
    /// Print the licenses of the libraries and fonts in this program
    #[command(after_help = "Example:
  rolebook licenses > NOTICES.txt")]
    Licenses,
    /// Write the manual pages
    Man(man::Arguments),
    /// Put the parts of a site together that `build --shard` has made
    Merge(merge::Arguments),
    /// Start a site, an entry or a language
    New(new::Arguments),
    /// Show which entries are related, and why
    Related(related::Arguments),
    /// Print JSON Schemas for editors, or write them into the site
    Schema(schema::Arguments),
    /// Preview the site while writing
    Serve(serve::Arguments),
    /// Show what is translated, missing and stale
    Status(status::Arguments),
    /// List or export the files of the theme in the program
    Theme(theme::Arguments),
}

/// What all commands that read a site take.
#[derive(Args)]
struct SiteArguments {
    /// The folder that holds `rolebook.toml`
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Where the site will be served, instead of `base_url` in `rolebook.toml`
    #[arg(long, value_name = "URL", value_parser = read_base_url)]
    base_url: Option<Url>,
    /// Let symbolic links in the site lead to this folder, too (repeatable)
    #[arg(long, value_name = "DIR")]
    allow_links_to: Vec<PathBuf>,
    /// Include drafts
    #[arg(long)]
    drafts: bool,
    /// Add pseudo-locales for tests: en-XA, with accents and longer, and ar-XB, from right to left
    #[arg(long)]
    pseudo: bool,
}

/// What all commands that report take.
#[derive(Args)]
struct ReportArguments {
    /// How to report
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Report nothing but errors and warnings
    #[arg(long, short, conflicts_with = "verbose")]
    quiet: bool,
    /// Report every file, and how long each stage took
    #[arg(long, short)]
    verbose: bool,
}

impl SiteArguments {
    fn root(&self) -> Result<Root, Failure> {
        Root::new(&self.root).allowing_links_to(&self.allow_links_to)
    }

    fn options(&self) -> Options {
        let drafts = if self.drafts { Drafts::Include } else { Drafts::Exclude };
        let pseudo_locales = if self.pseudo { PseudoLocales::Include } else { PseudoLocales::Exclude };
        Options { base_url: self.base_url.clone(), drafts, pseudo_locales, shard: None, related_limit: None }
    }
}

impl ReportArguments {
    fn reporter(&self, site: &SiteArguments) -> Reporter {
        let verbosity = match (self.quiet, self.verbose) {
            (true, _) => Verbosity::Quiet,
            (_, true) => Verbosity::Verbose,
            _ => Verbosity::Normal,
        };
        Reporter { format: self.format, terminal: Terminal::new(verbosity), root: site.root.clone() }
    }
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All is well.
    Well,
    /// The site has mistakes.
    Mistakes,
}

/// Runs the program: status 0 if all is well, 1 if the site has mistakes, 2 if the environment failed. Wrong usage ends
/// in the parser of the command line, also with 2.
#[must_use]
pub fn run(cli: &Cli) -> ExitCode {
    let outcome = match &cli.command {
        Command::Build(arguments) => build::run(arguments),
        Command::Check(arguments) => check::run(arguments),
        Command::Completions(arguments) => completions::run(arguments),
        Command::Explain(arguments) => explain::run(arguments),
        Command::Licenses => licenses::run(),
        Command::Man(arguments) => man::run(arguments),
        Command::Merge(arguments) => merge::run(arguments),
        Command::New(arguments) => new::run(arguments),
        Command::Related(arguments) => related::run(arguments),
        Command::Schema(arguments) => schema::run(arguments),
        Command::Serve(arguments) => serve::run(arguments),
        Command::Status(arguments) => status::run(arguments),
        Command::Theme(arguments) => theme::run(arguments),
    };
    match outcome {
        Ok(Outcome::Well) => ExitCode::SUCCESS,
        Ok(Outcome::Mistakes) => ExitCode::from(1),
        Err(failure) => {
            if failure.is_interruption() {
                // Who was told to end the process says so, and does it when nothing is left.
                std::thread::sleep(Duration::from_secs(10));
            }
            Terminal::default().failure(&failure);
            ExitCode::from(2)
        }
    }
}

/// Reports to people what a command has found or done in the site at `root`.
fn reporter(root: &Path) -> Reporter {
    Reporter { format: Format::Human, terminal: Terminal::new(Verbosity::Normal), root: root.to_owned() }
}

type CommandResult = Result<Outcome, Failure>;

/// Reads a site for a command that shows something of it. `None` if the configuration cannot be used, which has been
/// reported.
fn site(root: &Root, options: &Options, reporter: &Reporter) -> Result<Option<(Sources, Site)>, Failure> {
    let mut timings = Timings::default();
    let sources = pipeline::load(root, &mut timings)?;
    let compiled = pipeline::compile(&sources, options, &mut timings);
    let Some(site) = compiled.site else {
        reporter.check(&compiled.diagnostics, &sources)?;
        reporter.say_more(Stream::Output, &compiled.diagnostics)?;
        return Ok(None);
    };
    reporter.timings(&timings)?;
    Ok(Some((sources, site)))
}
