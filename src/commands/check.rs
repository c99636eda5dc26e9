//! `rolebook check`: reports what is wrong with the site, and writes nothing.

use clap::{Args, ValueEnum};

use super::{CommandResult, Outcome, ReportArguments, SiteArguments};
use crate::diagnostic::{Code, Severity, has_errors};
use crate::pipeline::{self, Compiled, Timings};
use crate::upkeep::History;

/// The arguments of `rolebook check`.
#[derive(Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    site: SiteArguments,
    /// End with status 1 for warnings, too
    #[arg(long, value_enum, value_name = "WHAT")]
    deny: Option<Denied>,
    /// Say nothing of warnings with this code; may be given several times
    #[arg(long, value_name = "CODE", value_parser = code)]
    allow: Vec<Code>,
    #[command(flatten)]
    report: ReportArguments,
}

#[derive(Clone, Copy, ValueEnum)]
enum Denied {
    Warnings,
}

fn code(text: &str) -> Result<Code, String> {
    let known = Code::ALL.iter().map(|code| code.as_str());
    text.parse().map_err(|_| match crate::id::closest(text, known) {
        Some(close) => format!("there is no such code; did you mean `{close}`?"),
        None => "there is no such code".to_owned(),
    })
}

pub(super) fn run(arguments: &Arguments) -> CommandResult {
    let mut timings = Timings::default();
    let sources = pipeline::load(&arguments.site.root, &mut timings)?;
    let Compiled { site, mut diagnostics } = pipeline::compile(&sources, &arguments.site.options(), &mut timings);
    if let Some(site) = &site {
        History::of(&arguments.site.root, &sources, site).explain(&mut diagnostics);
    }
    diagnostics
        .retain(|diagnostic| diagnostic.severity == Severity::Error || !arguments.allow.contains(&diagnostic.code));
    arguments.report.reporter(&arguments.site).check(&diagnostics, &sources);
    let denied = arguments.deny.is_some() && !diagnostics.is_empty();
    Ok(if denied || has_errors(&diagnostics) { Outcome::Mistakes } else { Outcome::Well })
}
