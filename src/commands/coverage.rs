//! What `rolebook status` shows: a table of all locales, or lists of one.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::printable::printable_name;
use super::report::{Format, Reporter};
use super::terminal::{Said, Terminal};
use crate::check::stale_translations::changes;
use crate::parse::message_id::MessageId;
use crate::parse::messages::Layer;
use crate::place::Located;
use crate::resolve::library::{Library, LocaleIndex, Stale};
use crate::scaffold::messages::path_in;
use crate::site::Site;
use crate::translated::Translated;
use crate::upkeep::coverage::Coverage;
use crate::upkeep::differences::Difference;

/// How many characters a bar has.
const BAR: usize = 10;

/// Shows how much of the site each locale has.
pub(super) fn print_table(library: &Library, coverage: &[Coverage], reporter: &Reporter) -> Said {
    match reporter.format {
        Format::Json => reporter.terminal.json(&format!("{:#}", json(library, coverage))),
        Format::Human | Format::Github => reporter.say(&table(library, coverage, Terminal::is_watched())),
    }
}

/// Shows what is missing and stale.
pub(super) fn print_lists(
    site: &Site,
    coverage: &[Coverage],
    differences: &mut dyn FnMut(Translated) -> Vec<Difference>,
    reporter: &Reporter,
) -> Said {
    match reporter.format {
        Format::Json => reporter.terminal.json(&format!("{:#}", json(&site.library, coverage))),
        Format::Human | Format::Github => {
            coverage.iter().try_for_each(|of| reporter.say(&lists(site, of, differences)))
        }
    }
}

fn json(library: &Library, coverage: &[Coverage]) -> Value {
    let of_locale = |of: &Coverage| {
        let messages = json!({
            "total": of.messages,
            "translated": of.translated_messages(),
            "missing": of.missing_messages.len(),
        });
        let entries = json!({
            "total": of.entries,
            "translated": of.translated_entries(),
            "missing": of.missing_entries.len(),
            "stale": of.stale_entries.len(),
        });
        (library[of.locale].code.to_string(), json!({ "messages": messages, "entries": entries }))
    };
    Value::Object(coverage.iter().map(of_locale).collect::<Map<_, _>>())
}

fn table(library: &Library, coverage: &[Coverage], with_bars: bool) -> String {
    let bar = |done: usize, total: usize| if with_bars { format!("{}  ", bar(done, total)) } else { String::new() };
    let width = if with_bars { BAR + 2 } else { 0 };
    let code_width = coverage.iter().map(|of| library[of.locale].code.to_string().len()).max().unwrap_or(0).max(6);
    let gap = " ".repeat(width);
    let mut out = format!(
        "{:code_width$}  {gap}{:>8} {:>8}  {gap}{:>8} {:>8} {:>6}\n",
        "locale", "messages", "missing", "entries", "missing", "stale"
    );
    for of in coverage {
        let _ = writeln!(
            out,
            "{:code_width$}  {}{:>8} {:>8}  {}{:>8} {:>8} {:>6}  {}",
            library[of.locale].code.to_string(),
            bar(of.translated_messages(), of.messages),
            format!("{}/{}", of.translated_messages(), of.messages),
            of.missing_messages.len(),
            bar(of.translated_entries(), of.entries),
            format!("{}/{}", of.translated_entries(), of.entries),
            of.missing_entries.len(),
            of.stale_entries.len(),
            library[of.locale].name,
        );
    }
    if library.only_locale().is_some() {
        out.push_str("the site has one language; add others to `rolebook.toml` as tables `[[locales]]`\n");
    }
    out
}

/// A bar that is full only if everything is done.
fn bar(done: usize, total: usize) -> String {
    let filled = (done * BAR).checked_div(total).unwrap_or(BAR);
    format!("{}{}", "█".repeat(filled), "░".repeat(BAR - filled))
}

fn lists(site: &Site, of: &Coverage, differences: &mut dyn FnMut(Translated) -> Vec<Difference>) -> String {
    let locale = &site.library[of.locale];
    let mut out = format!(
        "{} {}: {} of {} messages and {} of {} entries are translated and up to date\n",
        locale.code,
        locale.name,
        of.translated_messages(),
        of.messages,
        of.translated_entries(),
        of.entries,
    );
    if !of.stale_entries.is_empty() {
        let _ = writeln!(out, "\nstale entries: {}", of.stale_entries.len());
        for (entry, known) in &of.stale_entries {
            stale(&mut out, site, of, (*entry, known), &differences(*entry));
        }
        let _ =
            writeln!(out, "  when one is up to date again: rolebook status --accept COLLECTION/ENTRY/{}", locale.code);
    }
    let mut list = |title: &str, items: Vec<String>| {
        if !items.is_empty() {
            let _ = writeln!(out, "\n{title}: {}", items.len());
            for item in items {
                let _ = writeln!(out, "  {item}");
            }
        }
    };
    let entry = |entry: &Translated| file(site, *entry, of.locale);
    list("missing entries", of.missing_entries.iter().map(entry).collect());
    let message = |id: &Located<MessageId>| {
        let original = site.library.messages.original(&id.value);
        // Of what is in the program there is no file, but one to be written.
        let place = match original.filter(|original| original.layer == Layer::Program) {
            Some(_) => path_in(&locale.code, &id.place.file),
            None => format!("{}:{}", printable_name(id.place.file.as_str()), id.place.line),
        };
        format!("{}  {place}", id.value)
    };
    list("missing messages", of.missing_messages.iter().map(message).collect());
    list("entries that do not record what they were made from", of.unrecorded_entries.iter().map(entry).collect());
    if !of.unrecorded_entries.is_empty() {
        let _ = writeln!(out, "  when they are up to date: rolebook status --accept '*/*/{}'", locale.code);
    }
    out
}

fn stale(
    out: &mut String,
    site: &Site,
    of: &Coverage,
    (entry, stale): (Translated, &Stale),
    differences: &[Difference],
) {
    let named: Vec<_> = differences.iter().map(|difference| difference.part.clone()).collect();
    let changed = match (changes(&named), changes(&stale.changed)) {
        (from_history, _) if !from_history.is_empty() => format!("{from_history} changed"),
        (_, from_hashes) if !from_hashes.is_empty() => format!("{from_hashes} changed"),
        _ => "the original changed".to_owned(),
    };
    let _ = writeln!(out, "  {}  {changed}", file(site, entry, of.locale));
    for Difference { part, words } in differences {
        let _ = writeln!(out, "    {part}: {words}");
    }
}

/// The file of a text in a locale: the one that there is, or the one to be written.
fn file(site: &Site, original: Translated, locale: LocaleIndex) -> String {
    match original.version(site, locale) {
        Some(text) => text.file.to_string(),
        None => format!("content/{}/{}.md", original.id(site), site.library[locale].code),
    }
}
