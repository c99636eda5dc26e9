//! `rolebook status`: what is translated, what is missing, what is older than its original; and that a translation is up to
//! date again.

use clap::Args;

use super::report::Reporter;
use super::{CommandResult, Outcome, ReportArguments, SiteArguments, coverage};
use crate::diagnostic::{self, Code, Diagnostic, plural};
use crate::id::closest;
use crate::locale::LocaleCode;
use crate::locale::names::meant_of;
use crate::resolve::library::{Library, LocaleIndex};
use crate::site::Site;
use crate::translated::Translated;
use crate::upkeep::coverage::coverage;
use crate::upkeep::{self, History};

/// The arguments of `rolebook status`.
#[derive(Args)]
#[command(after_help = "Examples:
  rolebook status
  rolebook status --locale de
  rolebook status --accept job-descriptions/tester/de")]
pub(super) struct Arguments {
    #[command(flatten)]
    site: SiteArguments,
    /// List what is missing and stale in this locale
    #[arg(long, value_name = "CODE")]
    locale: Option<String>,
    /// Record that translations are up to date with their originals: COLLECTION/ENTRY/LOCALE, `*` for all of a kind
    #[arg(long, value_name = "ENTRY/LOCALE", num_args = 1.., conflicts_with = "locale")]
    accept: Vec<String>,
    #[command(flatten)]
    report: ReportArguments,
}

pub(super) fn run(arguments: &Arguments) -> CommandResult {
    let reporter = arguments.report.reporter(&arguments.site);
    let Some((sources, site)) = super::site(&arguments.site.root()?, &arguments.site.options(), &reporter)? else {
        return Ok(Outcome::Mistakes);
    };
    let library = &site.library;
    let wanted = arguments.locale.as_ref().map(|code| find_locale(library, code)).transpose();
    let mistakes = match (wanted, arguments.accept.as_slice()) {
        (Err(unknown), _) => vec![*unknown],
        (Ok(None), []) => {
            coverage::print_table(library, &coverage(&site), &reporter)?;
            return Ok(Outcome::Well);
        }
        (Ok(Some(locale)), _) => {
            let coverage = coverage(&site).into_iter().filter(|of| of.locale == locale).collect::<Vec<_>>();
            let mut history = History::of(&arguments.site.root, &sources, &site);
            let mut differences = |original| history.differences(original, locale);
            coverage::print_lists(&site, &coverage, &mut differences, &reporter)?;
            return Ok(Outcome::Well);
        }
        (Ok(None), patterns) => match chosen(&site, patterns) {
            Ok(chosen) => return accept(arguments, &reporter, &site, &chosen),
            Err(mistakes) => mistakes,
        },
    };
    reporter.check(&mistakes, &sources)?;
    Ok(Outcome::Mistakes)
}

fn accept(
    arguments: &Arguments,
    reporter: &Reporter,
    site: &Site,
    chosen: &[(Translated, LocaleIndex)],
) -> CommandResult {
    let changed = upkeep::accept(&arguments.site.root, site, chosen)?;
    let translations = plural(chosen.len(), "translation");
    reporter.say(&format!("{translations} recorded as up to date, {} changed", plural(changed, "file")))?;
    Ok(Outcome::Well)
}

fn find_locale(library: &Library, written: &str) -> Result<LocaleIndex, Box<Diagnostic>> {
    let known: Vec<_> = library.locales().map(|locale| library[locale].code.to_string()).collect();
    let code = written.parse::<LocaleCode>();
    let found = library.locales().find(|locale| code.as_ref() == Ok(&library[*locale].code));
    found.ok_or_else(|| {
        let message = format!("`{written}` is not a locale of this site");
        let close = meant_of(written, &known);
        let help = format!("the locales are {}", known.join(", "));
        Box::new(Diagnostic::error(Code::UnknownReference, message).did_you_mean(close, help))
    })
}

/// The translations that patterns choose. All of them must choose something.
fn chosen(site: &Site, patterns: &[String]) -> Result<Vec<(Translated, LocaleIndex)>, Vec<Diagnostic>> {
    let library = &site.library;
    let locales = || library.locales().filter(|locale| *locale != library.default_locale);
    let all: Vec<(String, Translated, LocaleIndex)> = Translated::all(site)
        .flat_map(|original| locales().map(move |locale| (original, locale)))
        .filter(|(original, locale)| original.version(site, *locale).is_some())
        .map(|(original, locale)| (format!("{}/{}", original.id(site), library[locale].code), original, locale))
        .collect();
    let (mut chosen, mut mistakes) = (Vec::new(), Vec::new());
    for pattern in patterns {
        let before = chosen.len();
        let fitting = all.iter().filter(|(name, ..)| fits(pattern, name));
        chosen.extend(fitting.map(|(_, original, locale)| (*original, *locale)));
        if chosen.len() == before {
            let message = format!("there is no translation `{pattern}`");
            let close = closest(pattern, all.iter().map(|(name, ..)| name.as_str()));
            let help = "write `collection/entry/locale`, as in `job-descriptions/java-developer/de`";
            mistakes.push(Diagnostic::error(Code::UnknownReference, message).did_you_mean(close, help));
        }
    }
    chosen.sort_unstable();
    chosen.dedup();
    diagnostic::sort(&mut mistakes);
    if mistakes.is_empty() { Ok(chosen) } else { Err(mistakes) }
}

/// Whether a name fits a pattern, part by part; parts that the pattern leaves out at the end fit.
fn fits(pattern: &str, name: &str) -> bool {
    let mut parts = name.split('/');
    pattern.split('/').all(|wanted| parts.next().is_some_and(|part| wanted == "*" || wanted == part))
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn patterns_fit_part_by_part() {
        let name = "job-descriptions/java-developer/de";
        for pattern in [name, "job-descriptions/java-developer", "*/*/de", "*", "*/java-developer/*"] {
            assert!(fits(pattern, name), "{pattern}");
        }
        for pattern in ["job-descriptions/java-developer/fr", "java-developer/de", "*/*/*/*", ""] {
            assert!(!fits(pattern, name), "{pattern}");
        }
    }
}
