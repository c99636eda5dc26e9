//! The related entries of all pages of a locale.

use rayon::prelude::*;

use super::RelatedGroup;
use super::inputs::Inputs;
use super::relatedness::{self, Near, Nearest, Relatedness, Scratch};
use crate::id::EntryId;
use crate::resolve::library::{CollectionIndex, EntryIndex, LocaleIndex};

/// From how much on two entries are so alike that a list shows only one of them, if it has anything else to show.
pub(super) const NEAR_DUPLICATE: f32 = 0.9;

/// What related entries are chosen from.
pub(super) struct Candidates<'s> {
    pub(super) inputs: &'s Inputs<'s>,
    pub(super) relatedness: &'s Relatedness,
    /// The nearest entries of each, whether or not they have a page in a locale.
    pub(super) nearest: Vec<Nearest>,
}

impl<'s> Candidates<'s> {
    pub(super) fn new(inputs: &'s Inputs<'s>, relatedness: &'s Relatedness) -> Self {
        let entries: Vec<EntryIndex> = inputs.entries().collect();
        let of_entry = |scratch: &mut Scratch, entry: &EntryIndex| {
            if inputs[*entry].kind.is_content() {
                relatedness.nearest(*entry, inputs.config.limit, |_| true, scratch)
            } else {
                vec![Vec::new(); inputs.collections.len()]
            }
        };
        let nearest = entries.par_iter().map_init(|| relatedness.scratch(), of_entry).collect();
        Self { inputs, relatedness, nearest }
    }

    /// The groups of each entry in a locale, some of which may have no entries.
    pub(super) fn lists(&self, locale: LocaleIndex) -> Vec<Vec<RelatedGroup>> {
        let entries: Vec<EntryIndex> = self.inputs.entries().collect();
        let of_entry = |scratch: &mut Option<Scratch>, entry: &EntryIndex| {
            let has_list = self.inputs[*entry].kind.is_content() && self.has_page(*entry, locale);
            if has_list { self.groups(*entry, locale, scratch) } else { Vec::new() }
        };
        entries.par_iter().map_init(|| None, of_entry).collect()
    }

    fn has_page(&self, entry: EntryIndex, locale: LocaleIndex) -> bool {
        self.inputs.has_page(entry, locale)
    }

    fn groups(&self, entry: EntryIndex, locale: LocaleIndex, scratch: &mut Option<Scratch>) -> Vec<RelatedGroup> {
        let limit = self.inputs.config.limit;
        let mut nearest = None;
        let groups = self.inputs.config.groups.iter();
        let filled = groups.map(|group| {
            let mut entries = self.choose(entry, locale, &group.collections, &self.nearest[entry.0]);
            if entries.len() < limit && self.is_cut_short(entry, locale, &group.collections) {
                // The nearest have no page in the locale: those that have one are looked for.
                let nearest = nearest.get_or_insert_with(|| {
                    let scratch = scratch.get_or_insert_with(|| self.relatedness.scratch());
                    self.relatedness.nearest(entry, limit, |other| self.has_page(other, locale), scratch)
                });
                entries = self.choose(entry, locale, &group.collections, nearest);
            }
            RelatedGroup { id: group.id.as_str().into(), entries, adopted: Vec::new() }
        });
        filled.collect()
    }

    /// Whether too few of the nearest have a page in a locale, and there may be others.
    fn is_cut_short(&self, entry: EntryIndex, locale: LocaleIndex, collections: &[CollectionIndex]) -> bool {
        let limit = self.inputs.config.limit;
        collections.iter().any(|collection| {
            let found = &self.nearest[entry.0][collection.0];
            let serve = found.iter().filter(|near| self.has_page(near.entry, locale)).count();
            found.len() == relatedness::candidates(limit) && serve < limit
        })
    }

    /// The entries of some collections to show on an entry's page in a locale, best first.
    fn choose(
        &self,
        entry: EntryIndex,
        locale: LocaleIndex,
        collections: &[CollectionIndex],
        nearest: &Nearest,
    ) -> Vec<EntryIndex> {
        let own = &self.inputs[entry];
        let limit = self.inputs.config.limit;
        let serves =
            |other: &EntryIndex| *other != entry && !own.excluded.contains(other) && self.has_page(*other, locale);
        let picked = collections.iter().flat_map(|collection| {
            own.picked.iter().copied().filter(|picked| self.inputs[*picked].collection == *collection)
        });
        let namesakes = collections.iter().filter_map(|collection| self.namesake(entry, *collection));
        let mut chosen = Vec::new();
        for other in picked.chain(namesakes).filter(serves) {
            if !chosen.contains(&other) {
                chosen.push(other);
            }
        }
        chosen.truncate(limit);
        let mut near: Vec<Near> = collections.iter().flat_map(|collection| &nearest[collection.0]).copied().collect();
        if collections.len() > 1 {
            near.sort_by(|a, b| self.relatedness.order(entry, *a, *b));
        }
        let fills_up = |near: &&Near| near.weight > 0.0 && near.weight >= self.inputs.config.threshold;
        let mut duplicates = Vec::new();
        for other in near.iter().filter(fills_up).map(|near| near.entry).filter(serves) {
            if chosen.len() >= limit {
                break;
            }
            if chosen.contains(&other) {
                continue;
            }
            let is_duplicate = chosen.iter().any(|chosen| self.are_near_duplicates(*chosen, other));
            if is_duplicate { duplicates.push(other) } else { chosen.push(other) }
        }
        chosen.extend(duplicates.into_iter().take(limit - chosen.len()));
        chosen
    }

    /// Whether two entries of a collection are almost the same.
    pub(super) fn are_near_duplicates(&self, a: EntryIndex, b: EntryIndex) -> bool {
        let nearest = self.nearest[a.0][self.inputs[b].collection.0].iter();
        nearest.take_while(|near| near.weight >= NEAR_DUPLICATE).any(|near| near.entry == b)
    }

    /// The entry of the same name in another collection: the questions for a role.
    fn namesake(&self, entry: EntryIndex, collection: CollectionIndex) -> Option<EntryIndex> {
        let own = &self.inputs[entry];
        if own.collection == collection {
            return None;
        }
        self.inputs
            .entry(&EntryId { collection: self.inputs.collections[collection.0].clone(), name: own.id.name.clone() })
    }
}
