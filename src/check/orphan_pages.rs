//! `orphan-page`: no text and no list of related entries leads to a page, so that only listings show it.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic};
use crate::resolve::library::{Destination, Entry, EntryIndex, Library, LocaleIndex};
use crate::site::Site;

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    if site.library.related.limit == 0 {
        return Vec::new();
    }
    super::locales(&site.library).flat_map(|locale| orphans(site, locale)).collect()
}

fn orphans(site: &Site, locale: LocaleIndex) -> Vec<Diagnostic> {
    let library = &site.library;
    let with_page = || library.entries().filter(|entry| library.page(*entry, locale).is_some());
    let found: BTreeSet<EntryIndex> = with_page().flat_map(|entry| neighbors(site, entry, locale)).collect();
    let orphans = with_page().filter(|entry| !found.contains(entry) && can_have_neighbors(library, *entry, locale));
    orphans.map(|orphan| report(library, orphan, locale)).collect()
}

/// The other entries to which an entry's page leads.
fn neighbors(site: &Site, entry: EntryIndex, locale: LocaleIndex) -> impl Iterator<Item = EntryIndex> {
    let library = &site.library;
    let prose = site.shown_body(entry, locale).into_iter().flat_map(|of| of.body.prose());
    let linked = prose.flat_map(|prose| &prose.holes).filter_map(|hole| match hole.link_target() {
        Some(Destination::Entry(other)) => Some(*other),
        _ => None,
    });
    let related = site.related.groups(entry, locale).iter().flat_map(|group| group.entries.iter().copied());
    let Entry { variants, variant_of, .. } = &library[entry];
    let family = variants.iter().chain(variant_of).copied();
    linked.chain(related).chain(family).filter(move |other| *other != entry)
}

/// Whether an entry is of a collection that lists of related entries show, and not the only one of it.
fn can_have_neighbors(library: &Library, entry: EntryIndex, locale: LocaleIndex) -> bool {
    let collection = library[entry].collection;
    library.kind(entry).is_content()
        && library.related.groups.iter().any(|group| group.collections.contains(&collection))
        && library.entries_of(collection, locale).nth(1).is_some()
}

fn report(library: &Library, orphan: EntryIndex, locale: LocaleIndex) -> Diagnostic {
    let entry = &library[orphan];
    let code = &library[locale].code;
    let help =
        format!("pick it in the `[related]` of another entry: `{} = [\"{}\"]`", entry.id.collection, entry.id.name);
    Diagnostic::warning(Code::OrphanPage, format!("no other page leads to `{}` in `{code}`", entry.id))
        .at(entry.place.clone())
        .in_locale(code)
        .help(help)
}
