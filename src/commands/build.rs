//! `rolebook build`: publishes the site.

use std::mem::ManuallyDrop;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use super::publishing::{PublishArguments, Waited, tell_flaw, tell_left};
use super::report::BuildReport;
use super::{CommandResult, Outcome, ReportArguments, SiteArguments};
use crate::diagnostic::{Failure, has_errors};
use crate::load::Sources;
use crate::pipeline::{self, Comparison, Compiled, Timings};
use crate::resolve::Options;
use crate::shard::Shard;
use crate::write::{Chosen, Publication};

/// The arguments of `rolebook build`.
#[derive(Args)]
#[command(after_help = "Examples:
  rolebook build
  rolebook build --output dist --base-url https://example.org/jobs/
  rolebook build --shard 1/4")]
pub(super) struct Arguments {
    #[command(flatten)]
    site: SiteArguments,
    /// Where to publish, instead of `public` in the root
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Make the K-th of N parts only; all parts together are the site
    #[arg(long, value_name = "K/N")]
    shard: Option<Shard>,
    /// Show how long each stage took, the slowest templates and files, and memory
    #[arg(long)]
    timings: bool,
    #[command(flatten)]
    publish: PublishArguments,
    #[command(flatten)]
    report: ReportArguments,
}

pub(super) fn run(arguments: &Arguments) -> CommandResult {
    let Arguments { site, publish, .. } = arguments;
    let reporter = arguments.report.reporter(site);
    let mut timings = reporter.terminal.timings();
    let shown = arguments.output.clone().unwrap_or_else(|| site.root.join("public"));
    let options = Options { shard: arguments.shard, ..site.options() };
    let root = site.root()?;
    let mut sources = ManuallyDrop::new(pipeline::load(&root, &mut timings)?);
    let chosen = if arguments.output.is_some() { Chosen::ByUser } else { Chosen::ByDefault };
    let (publication, waited) = publish.begin(&shown, chosen, &site.root, arguments.shard, &reporter.terminal)?;
    if waited == Waited(true) {
        sources = ManuallyDrop::new(pipeline::load(&root, &mut timings)?);
    }
    let trust = publish.manner().trust;
    let comparison = pipeline::compare(&sources, &options, &publication.output, trust, &mut timings)?;
    tell_flaw(comparison.flaw(), &reporter.terminal);
    let report = match comparison.current() {
        Some(current) => BuildReport::unchanged(current, shown),
        None => build(&mut sources, &options, comparison, publication, shown, &mut timings)?,
    };
    let outcome = if has_errors(&report.diagnostics) { Outcome::Mistakes } else { Outcome::Well };
    if let Some(written) = report.written() {
        tell_left(written, &reporter.terminal);
    }
    reporter.build(&report, &timings, arguments.timings, &sources)?;
    Ok(outcome)
}

/// Compiles the site and publishes it, unless it has errors.
fn build(
    sources: &mut Sources,
    options: &Options,
    comparison: Comparison,
    publication: Publication,
    shown: PathBuf,
    timings: &mut Timings,
) -> Result<BuildReport, Failure> {
    if !sources.beside.is_empty() {
        sources.known_contents = Arc::new(comparison.known_contents());
    }
    let Compiled { site, diagnostics } = pipeline::compile(sources, options, timings);
    // What is shown of the sources from here on are lines with mistakes: those found, and those in templates and messages.
    let places = diagnostics.iter().filter_map(|diagnostic| diagnostic.place.as_ref());
    sources.forget_content(&places.map(|place| &place.file).collect());
    // The process is about to end: the system takes the memory back at once, piece by piece would take long.
    let site = ManuallyDrop::new(site);
    let mut report = BuildReport::new(diagnostics);
    let Some(site) = site.as_ref().filter(|_| !has_errors(&report.diagnostics)) else { return Ok(report) };
    match pipeline::publish(site, &report.diagnostics, comparison, publication, timings)? {
        Ok(written) => {
            let files = site.files().into_iter().map(|(path, _)| path.clone()).collect();
            report.published(site.pages_by_locale(), files, written, shown);
        }
        Err(mistakes) => report.diagnostics.extend(mistakes),
    }
    Ok(report)
}
