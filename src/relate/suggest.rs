//! What authors may want to change: entries that say almost the same, and related entries picked against all likelihood.

use super::inputs::Inputs;
use super::lists::{Candidates, NEAR_DUPLICATE};
use super::relatedness::Relatedness;
use crate::id::EntryId;
use crate::place::Place;
use crate::resolve::bodies::Bodies;
use crate::resolve::library::{EntryIndex, Library};

/// In collections of fewer entries everything is likely.
const FEWEST_ENTRIES: usize = 10;

/// What authors may want to change.
pub struct Suggestions {
    /// Two entries of a collection that say almost the same, and how related they are; the most alike first.
    pub near_duplicates: Vec<(EntryIndex, EntryIndex, f32)>,
    /// In the order of the entries.
    pub unlikely: Vec<Unlikely>,
}

/// An entry that was picked by hand although most others of its collection are more related.
pub struct Unlikely {
    /// The entry for which it was picked.
    pub entry: EntryIndex,
    /// What was picked.
    pub picked: EntryIndex,
    /// Where.
    pub place: Place,
    /// Its place among all other entries of the collection, from 1, by how related they are.
    pub rank: usize,
    /// How many those are.
    pub of: usize,
}

/// Looks for what authors may want to change.
#[must_use]
pub fn suggest(library: &Library, bodies: &Bodies) -> Suggestions {
    let inputs = Inputs::of(library, bodies);
    let (relatedness, _) = Relatedness::new(&inputs);
    let candidates = Candidates::new(&inputs, &relatedness);
    let unlikely = library.entries().flat_map(|entry| unlikely(library, &relatedness, entry)).collect();
    Suggestions { near_duplicates: near_duplicates(&candidates), unlikely }
}

fn near_duplicates(candidates: &Candidates) -> Vec<(EntryIndex, EntryIndex, f32)> {
    let of_entry = |entry: EntryIndex| {
        let nearest = &candidates.nearest[entry.0][candidates.inputs[entry].collection.0];
        let alike = nearest.iter().take_while(|near| near.weight >= NEAR_DUPLICATE);
        alike.filter(move |near| entry < near.entry).map(move |near| (entry, near.entry, near.weight))
    };
    let mut pairs: Vec<_> = candidates.inputs.entries().flat_map(of_entry).collect();
    pairs.sort_by(|a, b| b.2.total_cmp(&a.2));
    pairs
}

/// The picks of an entry from its own collection to which more than half of the collection is to be preferred.
fn unlikely(library: &Library, relatedness: &Relatedness, entry: EntryIndex) -> Vec<Unlikely> {
    let own = library[entry].collection;
    let others: Vec<EntryIndex> = library.members_of(own).iter().copied().filter(|other| *other != entry).collect();
    let picks = library[entry].facts.related.iter().filter(|(of, _)| of.value == library[own].id);
    let mut picks = picks.flat_map(|(_, names)| names).peekable();
    if others.len() < FEWEST_ENTRIES || picks.peek().is_none() {
        return Vec::new();
    }
    let weights: Vec<f32> = others.iter().map(|other| relatedness.between(entry, *other)).collect();
    let found = picks.filter_map(|name| {
        let picked = library.entry(&EntryId { collection: library[own].id.clone(), name: name.value.clone() })?;
        let weight = weights[others.iter().position(|other| *other == picked)?];
        let rank = 1 + weights.iter().filter(|other| **other > weight).count();
        let unlikely = Unlikely { entry, picked, place: name.place.clone(), rank, of: others.len() };
        Some(unlikely).filter(|_| rank > others.len() / 2)
    });
    found.collect()
}
