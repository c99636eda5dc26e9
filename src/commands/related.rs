//! `rolebook related`: which entries are related to which, and why.

use std::collections::BTreeMap;
use std::fmt::Write;

use clap::Args;
use serde_json::{Map, Value, json};

use super::report::Format;
use super::suggestions;
use super::{CommandResult, Outcome, ReportArguments, SiteArguments};
use crate::diagnostic::{Code, Diagnostic};
use crate::id::closest;
use crate::relate::RelatedGroup;
use crate::relate::explain::{Explainer, Shared};
use crate::resolve::Options;
use crate::resolve::library::{EntryIndex, Library, LocaleIndex, RelatedGroupConfig};
use crate::site::Site;

/// How many of the features that two entries share are named.
const MOST_REASONS: usize = 8;

/// The arguments of `rolebook related`.
#[derive(Args)]
#[command(after_help = "Examples:
  rolebook related tester --explain
  rolebook related job-descriptions/tester --limit 10
  rolebook related --suggest")]
pub(super) struct Arguments {
    /// Entries to show, as ENTRY or COLLECTION/ENTRY; all without any
    #[arg(value_name = "ENTRY-ID")]
    entries: Vec<String>,
    #[command(flatten)]
    site: SiteArguments,
    /// The most related entries in a group, instead of `limit` in `rolebook.toml`
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// Say why: what they share, and how much it counts
    #[arg(long)]
    explain: bool,
    /// Show what to reconsider instead: entries that say almost the same, and unlikely picks
    #[arg(long, conflicts_with_all = ["entries", "explain", "limit"])]
    suggest: bool,
    #[command(flatten)]
    report: ReportArguments,
}

pub(super) fn run(arguments: &Arguments) -> CommandResult {
    let reporter = arguments.report.reporter(&arguments.site);
    let options = Options { related_limit: arguments.limit, ..arguments.site.options() };
    let Some((sources, site)) = super::site(&arguments.site.root()?, &options, &reporter)? else {
        return Ok(Outcome::Mistakes);
    };
    if arguments.suggest {
        suggestions::print(&site, &reporter)?;
        return Ok(Outcome::Well);
    }
    let (chosen, mistakes) = choose(&site.library, &arguments.entries);
    if !mistakes.is_empty() {
        reporter.check(&mistakes, &sources)?;
        return Ok(Outcome::Mistakes);
    }
    let explainer = arguments.explain.then(|| Explainer::new(&site.library, &site.bodies));
    match reporter.format {
        Format::Json => reporter.terminal.json(&json(&site, &chosen, explainer.as_ref()).to_string())?,
        Format::Human | Format::Github => reporter.say(&human(&site, &chosen, explainer.as_ref()))?,
    }
    Ok(Outcome::Well)
}

/// The entries that the arguments name, or all that can have related entries.
fn choose(library: &Library, wanted: &[String]) -> (Vec<EntryIndex>, Vec<Diagnostic>) {
    let known: BTreeMap<String, EntryIndex> = library
        .entries()
        .filter(|entry| library.kind(*entry).is_content() && library.page(*entry, locale_of(library, *entry)).is_some())
        .map(|entry| (library[entry].id.to_string(), entry))
        .collect();
    if wanted.is_empty() {
        return (known.into_values().collect(), Vec::new());
    }
    let mut chosen = Vec::new();
    let mut mistakes = Vec::new();
    for name in wanted {
        let end = format!("/{name}");
        let found: Vec<_> = known.iter().filter(|(id, _)| *id == name || id.ends_with(&end)).collect();
        chosen.extend(found.iter().map(|(_, entry)| **entry));
        if found.is_empty() {
            let message = format!("there is no entry `{name}`");
            let names = known.keys().flat_map(|id| [id.as_str(), id.rsplit('/').next().unwrap_or_default()]);
            let help = "name it as `collection/entry`, as its folder is called";
            mistakes.push(Diagnostic::error(Code::UnknownReference, message).did_you_mean(closest(name, names), help));
        }
    }
    (chosen, mistakes)
}

/// The locale in which an entry's neighbors are shown: the default one, or the first in which it has a page.
fn locale_of(library: &Library, entry: EntryIndex) -> LocaleIndex {
    let default = std::iter::once(library.default_locale);
    let has_page = |locale: &_| library.page(entry, *locale).is_some();
    default.chain(library.locales()).find(has_page).unwrap_or(library.default_locale)
}

fn groups(site: &Site, entry: EntryIndex) -> &[RelatedGroup] {
    site.related.groups(entry, locale_of(&site.library, entry))
}

fn human(site: &Site, chosen: &[EntryIndex], explainer: Option<&Explainer>) -> String {
    let library = &site.library;
    let mut text = String::new();
    for entry in chosen {
        let _ = writeln!(text, "{}", library[*entry].id);
        for group in groups(site, *entry) {
            let _ = writeln!(text, "  {}", group.id);
            for other in &group.entries {
                let why = match () {
                    () if library[*entry].picked.contains(other) => "  picked by hand",
                    () if group.adopted.contains(other) => "  in no other list",
                    () => "",
                };
                let _ = writeln!(text, "    {}{why}", library[*other].id);
                if let Some(explainer) = explainer {
                    let _ = writeln!(text, "      {}", reasons(explainer, *entry, *other));
                }
            }
        }
    }
    text
}

/// How related two entries are, and the weightiest of what they share.
fn reasons(explainer: &Explainer, a: EntryIndex, b: EntryIndex) -> String {
    let shared = explainer.shared(a, b);
    let named = shared.iter().take(MOST_REASONS).map(|Shared { feature, weight }| format!("{feature} {weight:.3}"));
    let named: Vec<_> = named.collect();
    format!("{:.3}: {}", explainer.between(a, b), named.join(", "))
}

/// The entries of an entry's own group, best first; with their reasons if they are asked for.
fn json(site: &Site, chosen: &[EntryIndex], explainer: Option<&Explainer>) -> Value {
    let library = &site.library;
    let of_entry = |entry: &EntryIndex| {
        let own = own_group(library, *entry);
        let others = groups(site, *entry).iter().filter(|group| Some(&*group.id) == own);
        let others = others.flat_map(|group| group.entries.iter().map(move |other| (group, other)));
        let others = others.map(|(group, other)| match explainer {
            None => json!(library[*other].id.to_string()),
            Some(explainer) => explained(library, explainer, *entry, *other, group),
        });
        (library[*entry].id.to_string(), others.collect::<Value>())
    };
    Value::Object(chosen.iter().map(of_entry).collect::<Map<_, _>>())
}

/// The group that has a collection.
fn own_group(library: &Library, entry: EntryIndex) -> Option<&str> {
    let collection = library[entry].collection;
    let has = |group: &&RelatedGroupConfig| group.collections.contains(&collection);
    library.related.groups.iter().find(has).map(|group| group.id.as_str())
}

fn explained(
    library: &Library,
    explainer: &Explainer,
    entry: EntryIndex,
    other: EntryIndex,
    group: &RelatedGroup,
) -> Value {
    let shared = explainer.shared(entry, other).into_iter().take(MOST_REASONS);
    let shared: Vec<_> = shared.map(|shared| json!({ "feature": shared.feature, "weight": shared.weight })).collect();
    json!({
        "id": library[other].id.to_string(),
        "score": explainer.between(entry, other),
        "picked": library[entry].picked.contains(&other),
        "in_no_other_list": group.adopted.contains(&other),
        "shared": shared,
    })
}
