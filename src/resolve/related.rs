//! Related entries: hand-picked ones first, then others of the same category.

use std::collections::HashMap;

use super::entries::{Entry, RelatedGroup};
use super::index::{EntryIndex, LocaleIndex};
use super::links::Names;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::{CollectionId, EntryId};
use crate::parse::config::{Kind, RelatedConfig};
use crate::place::Located;

/// What an entry's author asked for, resolved.
struct Wishes {
    picked: Vec<EntryIndex>,
    excluded: Vec<EntryIndex>,
}

/// The entries of a category, by collection, in the order of their ids.
type Members<'e> = HashMap<(EntryIndex, &'e CollectionId), Vec<EntryIndex>>;

/// The related entries of each entry, by locale.
pub(super) fn resolve(
    entries: &[Entry],
    kinds: &HashMap<CollectionId, Kind>,
    names: &Names,
    config: &RelatedConfig,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Vec<Vec<RelatedGroup>>> {
    for collection in config.groups.iter().flat_map(|group| &group.collections) {
        if !names.collections.contains_key(&collection.value) {
            let diagnostic = names.unknown_collection(Code::UnknownReference, &collection.value);
            diagnostics.push(diagnostic.at(collection.place.clone()));
        }
    }
    let mut members = Members::new();
    for (index, entry) in entries.iter().enumerate() {
        if let Some(category) = entry.category {
            members.entry((category, &entry.id.collection)).or_default().push(EntryIndex(index));
        }
    }
    let of_entry = |(index, entry): (usize, &Entry)| {
        let wishes = wishes(entry, names, diagnostics);
        if kinds.get(&entry.id.collection) == Some(&Kind::Category) {
            return entry.pages.iter().map(|_| Vec::new()).collect();
        }
        let entry = EntryIndex(index);
        let locales = (0..entries[index].pages.len()).map(LocaleIndex);
        locales.map(|locale| groups(entry, locale, entries, &wishes, &members, config)).collect()
    };
    entries.iter().enumerate().map(of_entry).collect()
}

fn wishes(entry: &Entry, names: &Names, diagnostics: &mut Vec<Diagnostic>) -> Wishes {
    let mut picked = Vec::new();
    for (collection, wanted) in &entry.facts.related {
        if !names.collections.contains_key(&collection.value) {
            let diagnostic = names.unknown_collection(Code::UnknownReference, &collection.value);
            diagnostics.push(diagnostic.at(collection.place.clone()));
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

/// The groups of an entry's page in a locale; groups without entries are left out.
fn groups(
    entry: EntryIndex,
    locale: LocaleIndex,
    entries: &[Entry],
    wishes: &Wishes,
    members: &Members,
    config: &RelatedConfig,
) -> Vec<RelatedGroup> {
    let serves = |candidate: &EntryIndex| {
        *candidate != entry && !wishes.excluded.contains(candidate) && entries[candidate.0].pages[locale.0].is_some()
    };
    let mut groups = Vec::new();
    for group in &config.groups {
        let mut chosen: Vec<EntryIndex> = Vec::new();
        for collection in &group.collections {
            let of_collection = |index: &&EntryIndex| entries[index.0].id.collection == collection.value;
            chosen.extend(wishes.picked.iter().filter(of_collection).filter(|index| serves(index)));
        }
        for collection in &group.collections {
            for candidate in of_same_category(entry, &collection.value, entries, members) {
                if chosen.len() >= config.limit {
                    break;
                }
                if serves(&candidate) && !chosen.contains(&candidate) {
                    chosen.push(candidate);
                }
            }
        }
        chosen.truncate(config.limit);
        if !chosen.is_empty() {
            groups.push(RelatedGroup { id: group.id.clone(), entries: chosen });
        }
    }
    groups
}

/// The entries of a collection under the entry's category: first the one of the same name, then those that come after it
/// in the order of ids, round to those before it. So each has its neighbours, and none is left without.
fn of_same_category<'e>(
    entry: EntryIndex,
    collection: &'e CollectionId,
    entries: &'e [Entry],
    members: &'e Members,
) -> impl Iterator<Item = EntryIndex> + 'e {
    let id = &entries[entry.0].id;
    let ring = entries[entry.0].category.and_then(|category| members.get(&(category, collection)));
    let ring = ring.map_or(&[][..], Vec::as_slice);
    let start = ring.partition_point(|index| entries[index.0].id.name <= id.name);
    let name = EntryId { collection: collection.clone(), name: id.name.clone() };
    let namesake = ring.iter().copied().filter(move |index| entries[index.0].id == name);
    namesake.chain(ring[start..].iter().copied()).chain(ring[..start].iter().copied())
}
