//! Related entries: hand-picked ones first, then the one of the same name in another collection, then those whose texts are
//! most alike.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::categories::Members;
use super::collections::Collection;
use super::entries::{Entry, RelatedGroup};
use super::index::{CollectionIndex, EntryIndex, LocaleIndex};
use super::links::Names;
use super::relatedness::{Relatedness, Scratch};
use crate::diagnostic::Diagnostic;
use crate::id::EntryId;
use crate::parse::config::{Kind, RelatedConfig, RelatedGroupConfig};
use crate::place::Located;

/// What an entry's author asked for, resolved.
struct Wishes {
    picked: Vec<EntryIndex>,
    excluded: Vec<EntryIndex>,
}

/// The entries of each collection that are most related to an entry.
type Nearest = BTreeMap<CollectionIndex, Vec<EntryIndex>>;

/// What related entries are chosen from.
pub(super) struct Shelf<'s> {
    pub(super) entries: &'s [Entry],
    pub(super) collections: &'s [Collection],
    pub(super) members: &'s Members,
    pub(super) relatedness: &'s Relatedness,
    pub(super) names: &'s Names,
    pub(super) config: &'s RelatedConfig,
}

/// The related entries of each entry, by locale, in groups.
type Related = Vec<Vec<Vec<RelatedGroup>>>;

/// Gives each page its related entries.
pub(super) fn assign(entries: &mut [Entry], related: Related) {
    for (entry, by_locale) in entries.iter_mut().zip(related) {
        for (page, related) in entry.pages.iter_mut().zip(by_locale) {
            if let Some(page) = page {
                page.related = related;
            }
        }
    }
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
    /// Chooses the related entries of all. Names that stand for nothing are reported.
    pub(super) fn related(&self, diagnostics: &mut Vec<Diagnostic>) -> Related {
        for collection in self.config.groups.iter().flat_map(|group| &group.collections) {
            self.names.collection(collection, diagnostics);
        }
        let wishes: Vec<_> = self.entries.iter().map(|entry| wishes(entry, self.names, diagnostics)).collect();
        let of_entry = |scratch: &mut Scratch, (index, entry): (usize, &Entry)| {
            if self.collections[entry.collection.0].kind == Kind::Category {
                return entry.pages.iter().map(|_| Vec::new()).collect();
            }
            let nearest = self.relatedness.nearest(EntryIndex(index), scratch);
            let groups = |locale| self.groups(EntryIndex(index), LocaleIndex(locale), &wishes[index], &nearest);
            (0..entry.pages.len()).map(groups).collect()
        };
        let all = self.entries.par_iter().enumerate();
        let mut related: Related = all.map_init(|| self.relatedness.scratch(), of_entry).collect();
        self.balance(&mut related, &wishes);
        related
    }

    /// The groups of an entry's page in a locale; groups without entries are left out.
    fn groups(&self, entry: EntryIndex, locale: LocaleIndex, wishes: &Wishes, nearest: &Nearest) -> Vec<RelatedGroup> {
        let groups = self.config.groups.iter().map(|group| {
            let collections = group.collections.iter().filter_map(|id| self.names.collections.get(&id.value).copied());
            let collections: Vec<_> = collections.collect();
            RelatedGroup { id: group.id.clone(), entries: self.choose(entry, locale, &collections, wishes, nearest) }
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
        nearest: &Nearest,
    ) -> Vec<EntryIndex> {
        let serves = |other: &EntryIndex| {
            *other != entry && !wishes.excluded.contains(other) && self.entries[other.0].pages[locale.0].is_some()
        };
        let picked = collections.iter().flat_map(|collection| {
            wishes.picked.iter().copied().filter(|picked| self.entries[picked.0].collection == *collection)
        });
        let namesakes = collections.iter().filter_map(|collection| self.namesake(entry, *collection));
        let near = collections.iter().filter_map(|collection| nearest.get(collection)).flatten().copied();
        // What is near is in order within its collection; several collections are put in one order.
        let near = if collections.len() > 1 { self.relatedness.ranked(entry, near) } else { near.collect() };
        let mut chosen: Vec<EntryIndex> = Vec::new();
        choose(&mut chosen, self.config.limit, picked.chain(namesakes).chain(near).filter(serves));
        if chosen.len() < self.config.limit {
            // Few entries have a page in the locale: all of them are looked at.
            let members = collections.iter().flat_map(|collection| self.members.of_collection(*collection));
            let rest = self.relatedness.ranked(entry, members.copied().filter(serves));
            choose(&mut chosen, self.config.limit, rest.into_iter());
        }
        chosen
    }

    /// Gives an entry that no list names the last computed place in the list of the entry that is most related to it, where
    /// what stands there is named elsewhere, too. So readers come to every page.
    fn balance(&self, related: &mut [Vec<Vec<RelatedGroup>>], wishes: &[Wishes]) {
        let locales = self.entries.first().map_or(0, |entry| entry.pages.len());
        let mut scratch = self.relatedness.scratch();
        let mut hosts: BTreeMap<usize, Vec<EntryIndex>> = BTreeMap::new();
        for locale in 0..locales {
            let mut counts = incoming(related, locale);
            for orphan in 0..counts.len() {
                if counts[orphan] == 0 && self.entries[orphan].pages[locale].is_some() {
                    // They are the same in all locales.
                    let hosts = hosts.entry(orphan).or_insert_with(|| self.hosts(EntryIndex(orphan), &mut scratch));
                    self.adopt(EntryIndex(orphan), hosts, locale, related, wishes, &mut counts);
                }
            }
        }
    }

    /// The entries of an entry's own collection that may name it, the most related first.
    fn hosts(&self, orphan: EntryIndex, scratch: &mut Scratch) -> Vec<EntryIndex> {
        let own = self.entries[orphan.0].collection;
        self.relatedness.nearest(orphan, scratch).remove(&own).unwrap_or_default()
    }

    fn adopt(
        &self,
        orphan: EntryIndex,
        hosts: &[EntryIndex],
        locale: usize,
        related: &mut [Vec<Vec<RelatedGroup>>],
        wishes: &[Wishes],
        counts: &mut [usize],
    ) {
        let own = &self.entries[orphan.0].id.collection;
        let has_own = |group: &&RelatedGroupConfig| group.collections.iter().any(|found| found.value == *own);
        let Some(group) = self.config.groups.iter().find(has_own) else { return };
        for host in hosts {
            let Wishes { picked, excluded } = &wishes[host.0];
            let list = related[host.0][locale].iter_mut().find(|list| list.id == group.id);
            let Some(list) = list.filter(|_| !excluded.contains(&orphan)) else { continue };
            let place = list.entries.iter().rposition(|entry| !picked.contains(entry) && counts[entry.0] > 1);
            if let Some(place) = place {
                counts[list.entries[place].0] -= 1;
                list.entries[place] = orphan;
                counts[orphan.0] = 1;
                return;
            }
        }
    }

    /// The entry of the same name in another collection: the questions for a role.
    fn namesake(&self, entry: EntryIndex, collection: CollectionIndex) -> Option<EntryIndex> {
        let Entry { id, collection: own, .. } = &self.entries[entry.0];
        let collection_id = self.collections[collection.0].id.clone();
        let other = EntryId { collection: collection_id, name: id.name.clone() };
        self.names.entries.get(&other).copied().filter(|_| *own != collection)
    }
}

/// How many lists name each entry in a locale.
fn incoming(related: &[Vec<Vec<RelatedGroup>>], locale: usize) -> Vec<usize> {
    let mut counts = vec![0; related.len()];
    for entry in related.iter().flat_map(|by_locale| &by_locale[locale]).flat_map(|group| &group.entries) {
        counts[entry.0] += 1;
    }
    counts
}

/// Adds candidates that are not there yet, as long as there is room.
fn choose(chosen: &mut Vec<EntryIndex>, limit: usize, candidates: impl Iterator<Item = EntryIndex>) {
    for candidate in candidates {
        if chosen.len() == limit {
            break;
        }
        if !chosen.contains(&candidate) {
            chosen.push(candidate);
        }
    }
}
