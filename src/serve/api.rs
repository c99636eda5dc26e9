//! What the script in a page asks for: the mistakes, the languages and the messages of the page.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};

use super::Shared;
use super::kept::Rendered;
use super::request::Asked;
use super::snapshot::{Good, Snapshot};
use crate::diagnostic::{Counts, Diagnostic};
use crate::parse::messages::Definition;
use crate::place::Place;
use crate::plan::{PageRoute, Route, addresses};
use crate::render::MessageMarks;
use crate::resolve::library::{EntryIndex, Library, LocaleIndex};

/// How many diagnostics are listed; all are counted.
const MOST_LISTED: usize = 1000;

/// The most bytes of a line that is listed with a diagnostic.
const LONGEST_LINE: usize = 1000;

/// What there is to say of the page at `path`.
pub(super) fn page(asked: &Asked, shared: &Shared, snapshot: &Arc<Snapshot>) -> Value {
    let good = snapshot.good.as_deref();
    let (file, page) = shown(asked, good);
    let locale = page.and_then(PageRoute::locale);
    let own = page.zip(good).and_then(|(page, good)| source(page, &good.site.library, locale));
    let failed = good.and_then(|good| match good.file(&file, MessageMarks::None)? {
        Rendered::Failed(diagnostic, _) => Some(diagnostic),
        _ => None,
    });
    let folder = page.zip(good).and_then(|(page, good)| entry_folder(page, &good.site.library));
    let is_here = |diagnostic: &Diagnostic| {
        let file = diagnostic.place.as_ref().map(|place| place.file.as_str());
        file.is_some_and(|file| folder.as_ref().is_some_and(|folder| file.starts_with(folder.as_str())))
    };
    let link = |place: &Place| link(shared, snapshot, place);
    let shown = |diagnostic: &Diagnostic, here: bool| {
        let place = diagnostic.place.as_ref();
        let text = place.and_then(|place| snapshot.sources.text(&place.file)?.lines().nth(place.line - 1));
        let text = text.filter(|line| line.len() <= LONGEST_LINE);
        let mut json = diagnostic.to_json();
        json["length"] = json!(place.map(|place| place.length));
        json["source"] = json!(text);
        json["editor"] = json!(place.and_then(link));
        json["here"] = json!(here);
        json
    };
    let (mut here, mut elsewhere): (Vec<_>, Vec<_>) =
        snapshot.diagnostics.iter().partition(|diagnostic| is_here(diagnostic));
    here.truncate(MOST_LISTED);
    elsewhere.truncate(MOST_LISTED - here.len());
    let mut diagnostics: Vec<Value> = Vec::new();
    diagnostics.extend(
        snapshot
            .failure
            .iter()
            .map(|failure| json!({ "severity": "error", "code": "failure", "message": failure, "here": true })),
    );
    diagnostics.extend(failed.iter().map(|diagnostic| shown(diagnostic, true)));
    diagnostics.extend(here.into_iter().map(|diagnostic| shown(diagnostic, true)));
    diagnostics.extend(elsewhere.into_iter().map(|diagnostic| shown(diagnostic, false)));
    let Counts { errors, warnings, hints } = snapshot.counts();
    json!({
        "number": snapshot.number,
        "errors": errors + usize::from(failed.is_some()),
        "warnings": warnings,
        "hints": hints,
        "file": own.as_ref().map(|place| place.file.as_str()),
        "editor": own.as_ref().and_then(link),
        "locales": page.zip(good).map(|(page, good)| locales(page, good, &link)).unwrap_or_default(),
        "diagnostics": diagnostics,
    })
}

/// What the messages of the language of the page at `path` are, and where they stand.
pub(super) fn messages(asked: &Asked, shared: &Shared, snapshot: &Arc<Snapshot>) -> Value {
    let Some(good) = snapshot.good.as_deref() else { return json!({ "messages": {} }) };
    let library = &good.site.library;
    let (_, page) = shown(asked, Some(good));
    let locale = page.and_then(PageRoute::locale).unwrap_or(library.default_locale);
    let mut messages: BTreeMap<String, Value> = BTreeMap::new();
    // The last of the chain first, so that what is nearer is laid over it.
    for of in library.messages.chain(locale).rev() {
        for (id, pattern) in library.messages.definitions(of).flat_map(Definition::patterns) {
            let message = json!({
                "file": id.place.file.as_str(),
                "line": id.place.line,
                "editor": link(shared, snapshot, &id.place),
                "text": pattern.text,
                "reference": library.messages.found(library.default_locale, &id.value).map(|(_, pattern)| &pattern.text),
                "locale": library.messages[of].code.to_string(),
                "untranslated": of != locale.into(),
            });
            messages.insert(id.value.to_string(), message);
        }
    }
    let direction = library[locale].direction;
    json!({ "locale": library[locale].code.to_string(), "direction": direction, "messages": messages })
}

/// The link that opens a place in an editor; none for files of the program.
fn link(shared: &Shared, snapshot: &Snapshot, place: &Place) -> Option<String> {
    let Place { file, line, column, .. } = place;
    let is_on_disk = !snapshot.sources.from_program.contains(file);
    is_on_disk.then(|| shared.editor.link(&snapshot.root.real(), file.as_str(), *line, *column)).flatten()
}

/// The file that the page shows which asks, and its route if it is a page of the site.
fn shown(asked: &Asked, good: Option<&Good>) -> (String, Option<PageRoute>) {
    let path = asked.parameter("path").unwrap_or_default();
    let found = good.and_then(|good| {
        let path = percent_encoding::percent_decode_str(&path).decode_utf8().ok()?;
        let file = good.file_at(path.strip_prefix(good.site.library.base_url.path())?)?;
        let Some(Route::Page(page)) = good.site.routes.get(&file) else { return None };
        Some((file, Some(*page)))
    });
    found.unwrap_or_default()
}

fn entry(page: PageRoute) -> Option<EntryIndex> {
    match page {
        PageRoute::Entry(_, entry) => Some(entry),
        _ => None,
    }
}

/// Where the text of a page stands.
fn source(page: PageRoute, library: &Library, locale: Option<LocaleIndex>) -> Option<Place> {
    Some(library.page(entry(page)?, locale?)?.text.title.place.clone())
}

fn entry_folder(page: PageRoute, library: &Library) -> Option<String> {
    Some(format!("content/{}/", library[entry(page)?].id))
}

/// In which languages the page is there.
fn locales(page: PageRoute, good: &Good, link: &dyn Fn(&Place) -> Option<String>) -> Vec<Value> {
    let library = &good.site.library;
    let addresses: BTreeMap<LocaleIndex, String> = addresses::alternates(library, page)
        .into_iter()
        .map(|(locale, address)| (locale, library.url(address.as_str())))
        .collect();
    let of_locale = |locale: LocaleIndex| {
        let text = entry(page).and_then(|entry| library.page(entry, locale));
        let is_stale = entry(page).is_some_and(|entry| good.site.bodies.stale(entry, locale).is_some());
        let is_missing = entry(page).is_some() && text.is_none() || !addresses.contains_key(&locale);
        let state = match text {
            _ if Some(locale) == page.locale() && !is_stale && text.is_none_or(|text| !text.is_fallback(locale)) => {
                "here"
            }
            _ if is_missing => "missing",
            Some(text) if text.is_fallback(locale) => "fallback",
            Some(_) if is_stale => "stale",
            _ => "present",
        };
        // Where a text is missing, the one that is to be translated.
        let original = entry(page).and_then(|entry| library.page(entry, library.default_locale));
        let place = text.or(original).map(|page| &page.text.title.place);
        json!({
            "code": library[locale].code.to_string(),
            "name": library[locale].name,
            "direction": library[locale].direction,
            "url": addresses.get(&locale),
            "state": state,
            "editor": place.and_then(link),
        })
    };
    library.locales().map(of_locale).collect()
}
