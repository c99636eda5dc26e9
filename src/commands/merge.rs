//! `rolebook merge`: puts the parts of a site together that several machines have made.

use std::path::{Path, PathBuf};

use clap::Args;

use super::publishing::{PublishArguments, tell_flaw, tell_left};
use super::report::{BuildReport, Format, Reporter};
use super::terminal::{Terminal, Verbosity};
use super::{CommandResult, Outcome};
use crate::load::Sources;
use crate::pipeline::Timings;
use crate::write::{Chosen, Part, Record, Staging};

/// The arguments of `rolebook merge`.
#[derive(Args)]
#[command(after_help = "Example:
  rolebook merge parts --output public")]
pub(super) struct Arguments {
    /// The folder of a part or its record, or a folder with both in it
    #[arg(required = true, value_name = "PART")]
    parts: Vec<PathBuf>,
    /// Where to publish
    #[arg(long, short, value_name = "DIR")]
    output: PathBuf,
    #[command(flatten)]
    publish: PublishArguments,
    /// How to report
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Report nothing but errors and warnings
    #[arg(long, short)]
    quiet: bool,
}

pub(super) fn run(arguments: &Arguments) -> CommandResult {
    let verbosity = if arguments.quiet { Verbosity::Quiet } else { Verbosity::Normal };
    let root = PathBuf::from(".");
    let reporter = Reporter { format: arguments.format, terminal: Terminal::new(verbosity), root: root.clone() };
    let mut timings = Timings::default();
    let parts = arguments.parts.iter().map(|path| Part::find(path)).collect::<Result<Vec<_>, _>>()?;
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    let about = Part::together(&parts)?;
    let (publication, _) =
        arguments.publish.begin(&arguments.output, Chosen::ByUser, &root, None, &reporter.terminal)?;
    Part::are_apart_from(&parts, &publication.output)?;
    let mut report = BuildReport::new(about.diagnostics.clone());
    let (pages, output) = (about.pages.clone(), publication.output.path().to_path_buf());
    let earlier = Record::of(&publication.output, publication.manner.trust)?;
    tell_flaw(earlier.flaw(), &reporter.terminal);
    let staging = Staging::begin(publication, earlier)?;
    timings.of("copy", || parts.iter().try_for_each(|part| staging.take_over(part)))?;
    let files = parts.iter().flat_map(Part::files).collect();
    let written = timings.of("write", || staging.publish(about))?;
    tell_left(&written, &reporter.terminal);
    report.published(pages, files, written, shown(output));
    reporter.build(&report, &timings, false, &Sources::in_memory([]))?;
    Ok(Outcome::Well)
}

/// A path as its user would write it.
fn shown(path: PathBuf) -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).map(Path::to_path_buf).unwrap_or(path)
}
