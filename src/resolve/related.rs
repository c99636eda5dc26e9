//! Related entries: hand-picked ones first, then others of the same category.

use super::categories::Members;
use super::collections::Collection;
use super::entries::{Entry, RelatedGroup};
use super::index::{CollectionIndex, EntryIndex, LocaleIndex};
use super::links::Names;
use crate::diagnostic::Diagnostic;
use crate::parse::config::{Kind, RelatedConfig};
use crate::place::Located;

/// What an entry's author asked for, resolved.
struct Wishes {
    picked: Vec<EntryIndex>,
    excluded: Vec<EntryIndex>,
}

/// What related entries are chosen from.
struct Shelf<'s> {
    entries: &'s [Entry],
    members: &'s Members,
    names: &'s Names,
    config: &'s RelatedConfig,
}

/// Gives each page its related entries.
pub(super) fn assign(
    entries: &mut [Entry],
    collections: &[Collection],
    members: &Members,
    names: &Names,
    config: &RelatedConfig,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let related = resolve(entries, collections, members, names, config, diagnostics);
    for (entry, by_locale) in entries.iter_mut().zip(related) {
        for (page, related) in entry.pages.iter_mut().zip(by_locale) {
            if let Some(page) = page {
                page.related = related;
            }
        }
    }
}

/// The related entries of each entry, by locale.
fn resolve(
    entries: &[Entry],
    collections: &[Collection],
    members: &Members,
    names: &Names,
    config: &RelatedConfig,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Vec<Vec<RelatedGroup>>> {
    for collection in config.groups.iter().flat_map(|group| &group.collections) {
        names.collection(collection, diagnostics);
    }
    let shelf = Shelf { entries, members, names, config };
    let of_entry = |(index, entry): (usize, &Entry)| {
        let wishes = wishes(entry, names, diagnostics);
        let is_category = collections[entry.collection.0].kind == Kind::Category;
        let groups = |locale| {
            if is_category { Vec::new() } else { shelf.groups(EntryIndex(index), LocaleIndex(locale), &wishes) }
        };
        (0..entry.pages.len()).map(groups).collect()
    };
    entries.iter().enumerate().map(of_entry).collect()
}

fn wishes(entry: &Entry, names: &Names, diagnostics: &mut Vec<Diagnostic>) -> Wishes {
    let mut picked = Vec::new();
    for (collection, wanted) in &entry.facts.related {
        if names.collection(collection, diagnostics).is_none() {
            continue;
        }
        picked.extend(wanted.iter().filter_map(|name| names.entry(&collection.value, name, diagnostics)));
    }
    let excluded = entry.facts.exclude.iter().filter_map(|written| excluded(entry, written, names, diagnostics));
    Wishes { excluded: excluded.collect(), picked }
}

/// An excluded entry: `entry` is one of the same collection, `collection/entry` of another.
fn excluded(
    entry: &Entry,
    written: &Located<String>,
    names: &Names,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<EntryIndex> {
    let own = entry.id.collection.as_str();
    let (collection, name) = written.value.split_once('/').unwrap_or((own, &written.value));
    let name = Located { value: name.into(), place: written.place.clone() };
    names.entry(&collection.into(), &name, diagnostics)
}

impl Shelf<'_> {
    /// The groups of an entry's page in a locale; groups without entries are left out.
    fn groups(&self, entry: EntryIndex, locale: LocaleIndex, wishes: &Wishes) -> Vec<RelatedGroup> {
        let groups = self.config.groups.iter().map(|group| {
            let collections = group.collections.iter().filter_map(|id| self.names.collections.get(&id.value).copied());
            let collections: Vec<_> = collections.collect();
            RelatedGroup { id: group.id.clone(), entries: self.choose(entry, locale, &collections, wishes) }
        });
        groups.filter(|group| !group.entries.is_empty()).collect()
    }

    /// The entries of some collections to show on an entry's page in a locale, best first.
    fn choose(
        &self,
        entry: EntryIndex,
        locale: LocaleIndex,
        collections: &[CollectionIndex],
        wishes: &Wishes,
    ) -> Vec<EntryIndex> {
        let picked = collections.iter().flat_map(|collection| {
            wishes.picked.iter().copied().filter(|picked| self.entries[picked.0].collection == *collection)
        });
        let computed = collections.iter().flat_map(|collection| self.of_same_category(entry, *collection));
        let mut chosen: Vec<EntryIndex> = Vec::new();
        for candidate in picked.chain(computed) {
            if chosen.len() == self.config.limit {
                break;
            }
            let serves = candidate != entry
                && !wishes.excluded.contains(&candidate)
                && self.entries[candidate.0].pages[locale.0].is_some();
            if serves && !chosen.contains(&candidate) {
                chosen.push(candidate);
            }
        }
        chosen
    }

    /// The entries of a collection under the entry's category: first the one of the same name, then those that come
    /// after it in the order of ids, round to those before it. So each has its neighbors, and none is left without.
    fn of_same_category(&self, entry: EntryIndex, collection: CollectionIndex) -> impl Iterator<Item = EntryIndex> {
        let name = &self.entries[entry.0].id.name;
        let category = self.entries[entry.0].category;
        let ring = category.map_or(&[][..], |category| self.members.of_category(category, collection));
        let start = ring.partition_point(|other| self.entries[other.0].id.name < *name);
        let namesake = ring.get(start).copied().filter(|other| self.entries[other.0].id.name == *name);
        let (before, after) = ring.split_at(start);
        namesake.into_iter().chain(after.iter().copied()).chain(before.iter().copied())
    }
}
