//! `rolebook check`: reports what is wrong with the site, and writes nothing.

use clap::{Args, ValueEnum};

use super::terminal::Stream;
use super::{CommandResult, Outcome, ReportArguments, SiteArguments};
use crate::diagnostic::{Code, Counts, Severity};
use crate::pipeline::{self, Compiled};
use crate::upkeep::History;

/// The arguments of `rolebook check`.
#[derive(Args)]
#[command(after_help = "Examples:
  rolebook check
  rolebook check --deny warnings --allow orphan-page
  rolebook check --format github")]
pub(super) struct Arguments {
    #[command(flatten)]
    site: SiteArguments,
    /// End with status 1 for warnings, too
    #[arg(long, value_enum, value_name = "WHAT")]
    deny: Option<Denied>,
    /// Ignore warnings and hints with this code (repeatable)
    #[arg(long, value_name = "CODE")]
    allow: Vec<Code>,
    #[command(flatten)]
    report: ReportArguments,
}

#[derive(Clone, Copy, ValueEnum)]
enum Denied {
    Warnings,
}

pub(super) fn run(arguments: &Arguments) -> CommandResult {
    let reporter = arguments.report.reporter(&arguments.site);
    let mut timings = reporter.terminal.timings();
    let sources = pipeline::load(&arguments.site.root()?, &mut timings)?;
    let Compiled { site, mut diagnostics } = pipeline::compile(&sources, &arguments.site.options(), &mut timings);
    if let Some(site) = &site {
        History::of(&arguments.site.root, &sources, site).explain(&mut diagnostics);
    }
    diagnostics
        .retain(|diagnostic| diagnostic.severity == Severity::Error || !arguments.allow.contains(&diagnostic.code));
    reporter.check(&diagnostics, &sources)?;
    reporter.say_more(Stream::Output, &diagnostics)?;
    reporter.timings(&timings)?;
    Ok(outcome(Counts::of(&diagnostics), arguments.deny))
}

fn outcome(Counts { errors, warnings, hints: _ }: Counts, deny: Option<Denied>) -> Outcome {
    let denied = match deny {
        Some(Denied::Warnings) => warnings,
        None => 0,
    };
    if errors + denied > 0 { Outcome::Mistakes } else { Outcome::Well }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hints_are_never_denied() {
        let counts = |errors, warnings, hints| Counts { errors, warnings, hints };
        for (counts, denying, otherwise) in [
            (counts(0, 0, 0), Outcome::Well, Outcome::Well),
            (counts(0, 0, 3), Outcome::Well, Outcome::Well),
            (counts(0, 1, 1), Outcome::Mistakes, Outcome::Well),
            (counts(1, 0, 0), Outcome::Mistakes, Outcome::Mistakes),
        ] {
            assert_eq!(outcome(counts, Some(Denied::Warnings)), denying, "{counts}");
            assert_eq!(outcome(counts, None), otherwise, "{counts}");
        }
    }
}
