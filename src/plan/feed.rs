//! Which entries a locale's feed holds.

use std::cmp::Reverse;

use crate::parse::day::Day;
use crate::resolve::library::{EntryIndex, Library, LocaleIndex, Page};

/// The most entries in a feed.
const LIMIT: usize = 50;

/// An entry in a feed.
pub struct Item<'l> {
    /// The entry.
    pub entry: EntryIndex,
    /// Its page in the locale.
    pub page: &'l Page,
    /// The day of its last change.
    pub updated: Day,
}

/// The file of a locale's feed; `None` if it would hold nothing: a feed says when it has changed, which no one knows without
/// an entry that has a date.
#[must_use]
pub fn path(library: &Library, locale: LocaleIndex) -> Option<String> {
    let has_items = dated(library, locale).next().is_some();
    has_items.then(|| format!("{}feed.xml", library.home(locale).as_str()))
}

/// The entries of a locale's feed: those that were last updated, newest first.
#[must_use]
pub fn items(library: &Library, locale: LocaleIndex) -> Vec<Item<'_>> {
    let mut items: Vec<_> = dated(library, locale).collect();
    items.sort_by_key(|item| (Reverse(item.updated), item.entry));
    items.truncate(LIMIT);
    items
}

/// The entries that have a date and a text of the locale's own.
fn dated(library: &Library, locale: LocaleIndex) -> impl Iterator<Item = Item<'_>> {
    library.entries().filter(|entry| library.kind(*entry).is_content()).filter_map(move |entry| {
        let page = library.page(entry, locale).filter(|page| !page.is_fallback(locale))?;
        Some(Item { entry, page, updated: page.text.updated? })
    })
}
