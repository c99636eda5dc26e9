//! Which entries are how related, from their features.
//!
//! Each entry is a vector of weighted features (`weights.rs`); two are as related as the product of their vectors.
//!
//! The text compared is that of the default locale, so that all languages agree.
//!
//! The nearest entries are found in an inverted index whose lists hold only the entries in which a feature counts most
//! (champion lists: Manning, Raghavan and Schütze, "Introduction to Information Retrieval", 7.1.3). The weightiest features
//! are looked up first, until so many places have been read; the best of what is found is then compared in full.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::features::{Feature, FeatureReader};
use super::inputs::Inputs;
use super::weights::{self, Weighted};
use crate::resolve::library::{CollectionIndex, EntryIndex, LocaleIndex};

/// The most entries in the list of a feature.
const MOST_POSTINGS: usize = 250;

/// How many places of lists are read for an entry before the last list.
const MOST_READ: usize = 2_500;

/// How many features of an entry are put in order at once.
const SORTED_AT_ONCE: usize = 64;

/// How many candidates of a collection are compared in full, if more need not be shown.
const CANDIDATES: usize = 24;

/// How many of the nearest entries of a collection are found, where so many are to be shown.
pub(super) fn candidates(shown: usize) -> usize {
    CANDIDATES.max(2 * shown)
}

/// Numbers, each with a weight, in rows: the features of each entry, or the entries that have each feature.
struct Rows {
    /// Where each row begins, and where the last one ends.
    starts: Vec<usize>,
    items: Vec<(u32, f32)>,
}

/// The vectors of all entries.
pub(super) struct Relatedness {
    /// The features of each entry with their weights, in the order of their numbers.
    vectors: Rows,
    /// The entries that have each feature, with its weight there.
    postings: Rows,
    /// The collection of each entry.
    collections: Vec<CollectionIndex>,
    /// How many collections there are.
    collection_count: usize,
}

/// How related an entry is to another: the more, the higher.
#[derive(Clone, Copy, Debug)]
pub(super) struct Near {
    pub(super) entry: EntryIndex,
    pub(super) weight: f32,
}

/// The entries that are most related to an entry, best first, by the number of their collection.
pub(super) type Nearest = Vec<Vec<Near>>;

/// What finding the nearest entries needs. Made once for a thread.
pub(super) struct Scratch {
    /// How alike each entry is so far.
    alike: Vec<f32>,
    /// The entries that are alike at all.
    touched: Vec<u32>,
    /// The vector of the entry by the numbers of features.
    own: Vec<f32>,
    /// The same, the weightiest first.
    weightiest: Vec<(u32, f32)>,
}

impl Rows {
    fn new(rows: &[Vec<(u32, f32)>]) -> Self {
        let mut starts = Vec::with_capacity(rows.len() + 1);
        let mut items = Vec::with_capacity(rows.iter().map(Vec::len).sum());
        starts.push(0);
        for row in rows {
            items.extend_from_slice(row);
            starts.push(items.len());
        }
        Self { starts, items }
    }

    fn len(&self) -> usize {
        self.starts.len() - 1
    }

    fn row(&self, row: usize) -> &[(u32, f32)] {
        &self.items[self.starts[row]..self.starts[row + 1]]
    }

    /// The rows as columns; of each only the weightiest items.
    fn champions(&self, columns: usize) -> Self {
        let mut starts = vec![0; columns + 1];
        for (column, _) in &self.items {
            starts[*column as usize + 1] += 1;
        }
        for column in 0..columns {
            starts[column + 1] += starts[column];
        }
        let mut next = starts.clone();
        let mut items = vec![(0, 0.0); self.items.len()];
        for (row, bounds) in (0_u32..).zip(self.starts.windows(2)) {
            for (column, weight) in &self.items[bounds[0]..bounds[1]] {
                items[next[*column as usize]] = (row, *weight);
                next[*column as usize] += 1;
            }
        }
        let mut end = 0;
        for column in 0..columns {
            let mut kept = starts[column]..starts[column + 1];
            if kept.len() > MOST_POSTINGS {
                items[kept.clone()].select_nth_unstable_by(MOST_POSTINGS, |a, b| by_weight(*a, *b));
                kept.end = kept.start + MOST_POSTINGS;
            }
            starts[column] = end;
            end += kept.len();
            items.copy_within(kept, starts[column]);
        }
        starts[columns] = end;
        items.truncate(end);
        Self { starts, items }
    }
}

/// The weightier first, among equals in the order of their numbers.
fn by_weight(a: (u32, f32), b: (u32, f32)) -> Ordering {
    b.1.total_cmp(&a.1).then(a.0.cmp(&b.0))
}

/// Some of the items of a row.
type Weights = [(u32, f32)];

/// The weightiest items, in order, and all others in none: few are needed of most entries.
fn weightiest_first(items: &mut Weights) -> (&mut Weights, &mut Weights) {
    let count = SORTED_AT_ONCE.min(items.len());
    if count < items.len() {
        items.select_nth_unstable_by(count, |a, b| by_weight(*a, *b));
    }
    let (first, behind) = items.split_at_mut(count);
    first.sort_unstable_by(|a, b| by_weight(*a, *b));
    (first, behind)
}

impl Relatedness {
    /// Makes the vectors, and says which number each feature has in them.
    pub(super) fn new(inputs: &Inputs) -> (Self, FxHashMap<Feature, u32>) {
        let features: Vec<Vec<(Feature, f32)>> = inputs
            .entries
            .par_iter()
            .map_init(BTreeMap::new, |readers: &mut BTreeMap<LocaleIndex, FeatureReader>, entry| {
                let Some(text) = &entry.text else { return Vec::new() };
                let reader =
                    readers.entry(text.language).or_insert_with(|| FeatureReader::new(inputs.locales[text.language.0]));
                reader.read(entry, text)
            })
            .collect();
        let Weighted { vectors, numbers } = weights::weigh(features);
        let vectors = Rows::new(&vectors);
        let postings = vectors.champions(numbers.len());
        let collections = inputs.entries.iter().map(|entry| entry.collection).collect();
        (Self { vectors, postings, collections, collection_count: inputs.collections.len() }, numbers)
    }

    /// How related two entries are: the more, the higher.
    pub(super) fn between(&self, a: EntryIndex, b: EntryIndex) -> f32 {
        self.shared(a, b).map(|(_, weight)| weight).sum()
    }

    /// The features that two entries share, with the product of their weights.
    pub(super) fn shared(&self, a: EntryIndex, b: EntryIndex) -> impl Iterator<Item = (u32, f32)> {
        let mut theirs = self.vectors.row(b.0).iter().peekable();
        self.vectors.row(a.0).iter().filter_map(move |(feature, weight)| {
            while theirs.next_if(|(other, _)| other < feature).is_some() {}
            theirs.next_if(|(other, _)| other == feature).map(|(_, their)| (*feature, weight * their))
        })
    }

    pub(super) fn scratch(&self) -> Scratch {
        Scratch {
            alike: vec![0.0; self.vectors.len()],
            touched: Vec::new(),
            own: vec![0.0; self.postings.len()],
            weightiest: Vec::new(),
        }
    }

    /// The entries that are most related to an entry, of those that serve, at least `wanted` of each collection.
    pub(super) fn nearest(
        &self,
        entry: EntryIndex,
        wanted: usize,
        serves: impl Fn(EntryIndex) -> bool,
        scratch: &mut Scratch,
    ) -> Nearest {
        self.find(entry, scratch);
        let Scratch { alike, touched, own, .. } = scratch;
        let mut nearest: Nearest = vec![Vec::new(); self.collection_count];
        for other in touched.drain(..) {
            let found = Near { entry: EntryIndex(other as usize), weight: std::mem::take(&mut alike[other as usize]) };
            if serves(found.entry) && found.entry != entry {
                nearest[self.collections[found.entry.0].0].push(found);
            }
        }
        for (feature, weight) in self.vectors.row(entry.0) {
            own[*feature as usize] = *weight;
        }
        let candidates = candidates(wanted);
        for found in &mut nearest {
            if found.len() > candidates {
                found.select_nth_unstable_by(candidates, |a, b| {
                    b.weight.total_cmp(&a.weight).then_with(|| self.distance(entry, *a).cmp(&self.distance(entry, *b)))
                });
                found.truncate(candidates);
                found.shrink_to_fit();
            }
            for near in found.iter_mut() {
                let theirs = self.vectors.row(near.entry.0).iter();
                near.weight = theirs.map(|(feature, weight)| own[*feature as usize] * weight).sum();
            }
            found.sort_unstable_by(|a, b| self.order(entry, *a, *b));
        }
        for (feature, _) in self.vectors.row(entry.0) {
            own[*feature as usize] = 0.0;
        }
        nearest
    }

    /// Adds up how alike the entries are that an entry's weightiest features lead to.
    fn find(&self, entry: EntryIndex, scratch: &mut Scratch) {
        let Scratch { alike, touched, weightiest, .. } = scratch;
        weightiest.clear();
        weightiest.extend_from_slice(self.vectors.row(entry.0));
        let (mut read, mut rest) = (0, weightiest.as_mut_slice());
        while read < MOST_READ && !rest.is_empty() {
            let (first, behind) = weightiest_first(rest);
            for (feature, weight) in first.iter() {
                if read >= MOST_READ {
                    break;
                }
                let postings = self.postings.row(*feature as usize);
                read += postings.len();
                for (other, theirs) in postings {
                    let sum = &mut alike[*other as usize];
                    if *sum == 0.0 {
                        touched.push(*other);
                    }
                    *sum += weight * theirs;
                }
            }
            rest = behind;
        }
    }

    /// The weightier first. Among equals those come first that follow the entry in the order of ids, round to those before
    /// it, so that not all of them name the same few.
    pub(super) fn order(&self, entry: EntryIndex, a: Near, b: Near) -> Ordering {
        // The order in which a sum was added up makes no difference.
        let rounded = |near: Near| (near.weight * 1e5).round();
        let by_weight = rounded(b).total_cmp(&rounded(a));
        by_weight.then_with(|| self.distance(entry, a).cmp(&self.distance(entry, b)))
    }

    fn distance(&self, from: EntryIndex, to: Near) -> usize {
        (to.entry.0 + self.vectors.len() - from.0) % self.vectors.len()
    }
}
