//! How related entries are, from their texts.
//!
//! Each entry is a vector of features: stems and pairs of stems of its text, parts of its titles, its skills, its category.
//! Words are weighted as in BM25F (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009), with an inverse
//! document frequency that is flattened, because what roles have in common is often said in common words. Two entries are
//! as related as the cosine of their words, plus a little for each of the other kinds. The weights were chosen on the
//! judgements of occupational analysts: `docs/related.md` has the measure, and what each ingredient adds.
//!
//! The text compared is that of the default locale, so that all languages agree.

mod features;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::entries::Entry;
use super::index::{CollectionIndex, EntryIndex, LocaleIndex};
use super::library::Library;
use super::locales::Locale;
use crate::parse::text::Text;
use crate::resolve::links::Destination;
use features::{Feature, Kind, Reader};

/// How steep the inverse document frequency of words is: 1 would be the usual one.
const IDF_EXPONENT: f64 = 0.4;

/// BM25: how soon a further occurrence of a word counts less, and how much longer texts are held back.
const SATURATION: f64 = 4.0;
const LENGTH: f64 = 0.3;

/// Features that more entries have than this many find no candidates; they still count for those that others find.
const MOST_POSTINGS: u32 = 250;

/// How many candidates of a collection are compared in full.
const CANDIDATES: usize = 60;

/// Numbers, each with a weight: the features of an entry, or the entries that have a feature.
type Vector = Vec<(u32, f32)>;

/// The vectors of all entries.
pub struct Relatedness {
    /// The features of each entry with their weights, in the order of their numbers.
    vectors: Vec<Vector>,
    /// The entries that have each feature, with its weight there; only of features that find candidates.
    postings: Vec<Vector>,
    /// The collection of each entry.
    collections: Vec<CollectionIndex>,
}

/// What finding the nearest entries needs: how alike each entry is so far. Made once for a thread.
pub(super) struct Scratch {
    alike: Vec<f32>,
    touched: Vec<u32>,
}

/// A feature that two entries share, and how much it adds to how related they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// The feature, in words.
    pub feature: String,
    /// Its share of the whole.
    pub weight: f32,
}

impl Relatedness {
    /// Makes the vectors.
    pub(super) fn new(entries: &[Entry], locales: &[Locale], default_locale: LocaleIndex) -> Self {
        Self::with_numbers(entries, locales, default_locale).0
    }

    /// Makes the vectors, and says which number each feature has in them.
    fn with_numbers(
        entries: &[Entry],
        locales: &[Locale],
        default_locale: LocaleIndex,
    ) -> (Self, FxHashMap<Feature, u32>) {
        let raw: Vec<Vec<(Feature, f32)>> = entries
            .par_iter()
            .map_init(BTreeMap::new, |readers: &mut BTreeMap<usize, Reader>, entry| {
                let Some((locale, text)) = compared(entry, default_locale) else { return Vec::new() };
                let reader = readers.entry(locale).or_insert_with(|| Reader::new(&locales[locale].code));
                reader.read(entry, text)
            })
            .collect();
        let (numbers, counts) = number(raw);
        let mut kinds = vec![Kind::Word; numbers.len()];
        for ((kind, _), number) in &numbers {
            kinds[*number as usize] = *kind;
        }
        let mut frequency = vec![0_u32; kinds.len()];
        for (feature, _) in counts.iter().flatten() {
            frequency[*feature as usize] += 1;
        }
        let vectors = weigh(&kinds, &frequency, &counts);
        let mut postings = vec![Vec::new(); kinds.len()];
        for (entry, vector) in (0_u32..).zip(&vectors) {
            for (feature, weight) in vector {
                if frequency[*feature as usize] <= MOST_POSTINGS {
                    postings[*feature as usize].push((entry, *weight));
                }
            }
        }
        let collections = entries.iter().map(|entry| entry.collection).collect();
        (Self { vectors, postings, collections }, numbers)
    }

    /// How related two entries are: the more, the higher.
    #[must_use]
    pub fn between(&self, a: EntryIndex, b: EntryIndex) -> f32 {
        shared(&self.vectors[a.0], &self.vectors[b.0]).map(|(_, weight)| weight).sum()
    }

    pub(super) fn scratch(&self) -> Scratch {
        Scratch { alike: vec![0.0; self.vectors.len()], touched: Vec::new() }
    }

    /// The entries of each collection that are most related to an entry, best first: the best of those that its rarer
    /// features find.
    pub(super) fn nearest(
        &self,
        entry: EntryIndex,
        scratch: &mut Scratch,
    ) -> BTreeMap<CollectionIndex, Vec<EntryIndex>> {
        let Scratch { alike, touched } = scratch;
        for (feature, weight) in &self.vectors[entry.0] {
            for (other, theirs) in &self.postings[*feature as usize] {
                let sum = &mut alike[*other as usize];
                if *sum == 0.0 {
                    touched.push(*other);
                }
                *sum += weight * theirs;
            }
        }
        let mut by_collection: BTreeMap<CollectionIndex, Vec<(u32, f32)>> = BTreeMap::new();
        for other in touched.drain(..) {
            let found = (other, std::mem::take(&mut alike[other as usize]));
            by_collection.entry(self.collections[other as usize]).or_default().push(found);
        }
        let best = |mut found: Vec<(u32, f32)>| {
            if found.len() > CANDIDATES {
                found.select_nth_unstable_by(CANDIDATES, |a, b| self.order(entry, *a, *b));
                found.truncate(CANDIDATES);
            }
            self.ranked(entry, found.into_iter().map(|(other, _)| EntryIndex(other as usize)))
        };
        by_collection.into_iter().map(|(collection, found)| (collection, best(found))).collect()
    }

    /// Some entries, by how related they are to an entry, the best first; without those that are not related at all.
    pub(super) fn ranked(&self, entry: EntryIndex, others: impl Iterator<Item = EntryIndex>) -> Vec<EntryIndex> {
        let number = |other: EntryIndex| u32::try_from(other.0).expect("libraries have fewer entries");
        let others = others.filter(|other| *other != entry);
        let mut weighed: Vec<_> = others.map(|other| (number(other), self.between(entry, other))).collect();
        weighed.retain(|(_, weight)| *weight > 0.0);
        weighed.sort_unstable_by(|a, b| self.order(entry, *a, *b));
        weighed.into_iter().map(|(other, _)| EntryIndex(other as usize)).collect()
    }

    /// The weightier first. Among equals those come first that follow the entry in the order of ids, round to those before
    /// it, so that not all of them name the same few.
    fn order(&self, entry: EntryIndex, a: (u32, f32), b: (u32, f32)) -> Ordering {
        let distance = |other: u32| (other as usize + self.vectors.len() - entry.0) % self.vectors.len();
        // The order in which a sum was added up makes no difference.
        let rounded = |weight: f32| (weight * 1e5).round();
        rounded(b.1).total_cmp(&rounded(a.1)).then_with(|| distance(a.0).cmp(&distance(b.0)))
    }
}

/// Says why entries are related.
pub struct Explainer<'l> {
    library: &'l Library,
    relatedness: Relatedness,
    numbers: FxHashMap<Feature, u32>,
}

impl<'l> Explainer<'l> {
    /// Compares all entries of a library again.
    #[must_use]
    pub fn new(library: &'l Library) -> Self {
        let (relatedness, numbers) =
            Relatedness::with_numbers(&library.entries, &library.locales, library.default_locale);
        Self { library, relatedness, numbers }
    }

    /// How related two entries are: the more, the higher.
    #[must_use]
    pub fn between(&self, a: EntryIndex, b: EntryIndex) -> f32 {
        self.relatedness.between(a, b)
    }

    /// What two entries share, the weightiest first.
    #[must_use]
    pub fn shared(&self, a: EntryIndex, b: EntryIndex) -> Vec<Shared> {
        let words = self.names(a);
        let shared = shared(&self.relatedness.vectors[a.0], &self.relatedness.vectors[b.0]);
        let named = shared.filter_map(|(number, weight)| Some(Shared { feature: words.get(&number)?.clone(), weight }));
        let mut reasons: Vec<_> = named.collect();
        reasons.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.feature.cmp(&b.feature)));
        reasons
    }

    /// What the features of an entry are in words.
    fn names(&self, entry: EntryIndex) -> FxHashMap<u32, String> {
        let Some((locale, text)) = compared(&self.library[entry], self.library.default_locale) else {
            return FxHashMap::default();
        };
        let mut reader = Reader::new(&self.library[LocaleIndex(locale)].code);
        reader.names = Some(FxHashMap::default());
        reader.read(&self.library[entry], text);
        let names = reader.names.unwrap_or_default().into_iter();
        names.filter_map(|(feature, name)| Some((*self.numbers.get(&feature)?, name))).collect()
    }
}

/// The text of an entry that is compared: that of the default locale or, without one, of the first that has one.
fn compared(entry: &Entry, default_locale: LocaleIndex) -> Option<(usize, &Text<Destination>)> {
    let own = |index: usize| {
        let page = entry.pages[index].as_ref().filter(|page| page.language.0 == index)?;
        Some((index, &*page.text))
    };
    own(default_locale.0).or_else(|| (0..entry.pages.len()).find_map(own))
}

/// The features that two vectors share, with the product of their weights.
fn shared<'v>(a: &'v [(u32, f32)], b: &'v [(u32, f32)]) -> impl Iterator<Item = (u32, f32)> + 'v {
    let mut b = b.iter().peekable();
    a.iter().filter_map(move |(feature, weight)| {
        while b.next_if(|(other, _)| other < feature).is_some() {}
        b.next_if(|(other, _)| other == feature).map(|(_, theirs)| (*feature, weight * theirs))
    })
}

/// Numbers the features in the order in which they come up.
fn number(raw: Vec<Vec<(Feature, f32)>>) -> (FxHashMap<Feature, u32>, Vec<Vector>) {
    let mut numbers: FxHashMap<Feature, u32> = FxHashMap::default();
    let mut number = |feature: Feature| {
        let next = u32::try_from(numbers.len()).expect("texts have fewer words");
        *numbers.entry(feature).or_insert(next)
    };
    let numbered = |features: Vec<(Feature, f32)>| {
        let mut counts: Vec<_> = features.into_iter().map(|(feature, count)| (number(feature), count)).collect();
        counts.sort_unstable_by_key(|(feature, _)| *feature);
        counts
    };
    let counts = raw.into_iter().map(numbered).collect();
    (numbers, counts)
}

/// The sums of something of each kind.
type ByKind = [f64; Kind::ALL.len()];

/// Weighs the features of each entry so that the product of two vectors is how related the entries are.
#[expect(clippy::cast_precision_loss, reason = "libraries have fewer entries than a float has digits")]
#[expect(clippy::cast_possible_truncation, reason = "weights are compared, not added up to money")]
fn weigh(kinds: &[Kind], frequency: &[u32], counts: &[Vector]) -> Vec<Vector> {
    let all = counts.len() as f64;
    let idf = inverse_frequencies(kinds, frequency, all);
    let lengths: Vec<ByKind> = counts.iter().map(|counts| lengths(kinds, counts)).collect();
    let means = Kind::ALL.map(|kind| lengths.iter().map(|of| of[kind as usize]).sum::<f64>() / all.max(1.0));
    let vector = |(counts, lengths): (&Vector, &ByKind)| {
        let held_back = Kind::ALL.map(|kind| {
            let mean = means[kind as usize].max(f64::MIN_POSITIVE);
            SATURATION * (1.0 - LENGTH + LENGTH * lengths[kind as usize] / mean)
        });
        let weight = |(feature, count): &(u32, f32)| {
            let count = f64::from(*count);
            let held_back = held_back[kinds[*feature as usize] as usize];
            count * (SATURATION + 1.0) / (count + held_back) * idf[*feature as usize]
        };
        let mut squares: ByKind = Default::default();
        for count in counts {
            squares[kinds[count.0 as usize] as usize] += weight(count).powi(2);
        }
        let scale = Kind::ALL.map(|kind| (kind.share(all) / squares[kind as usize].max(f64::MIN_POSITIVE)).sqrt());
        // What only one entry has makes its vector longer, but is nothing that another could share.
        let shared = counts.iter().filter(|count| frequency[count.0 as usize] > 1);
        let scaled = shared.map(|count| (count.0, (weight(count) * scale[kinds[count.0 as usize] as usize]) as f32));
        scaled.filter(|(_, weight)| *weight > 0.0).collect()
    };
    counts.par_iter().zip(&lengths).map(vector).collect()
}

/// How much the rarity of each feature in a library makes it count.
fn inverse_frequencies(kinds: &[Kind], frequency: &[u32], library: f64) -> Vec<f64> {
    let rarity = |frequency: &u32| ((library + 1.0) / (f64::from(*frequency) + 0.5)).ln().max(0.0);
    let weight = |(kind, frequency): (&Kind, &u32)| match kind {
        Kind::Word => rarity(frequency).powf(IDF_EXPONENT),
        Kind::Title | Kind::Skill | Kind::Category => rarity(frequency),
    };
    kinds.iter().zip(frequency).map(weight).collect()
}

/// How much there is of each kind.
fn lengths(kinds: &[Kind], counts: &[(u32, f32)]) -> ByKind {
    let mut lengths: ByKind = Default::default();
    for (feature, count) in counts {
        lengths[kinds[*feature as usize] as usize] += f64::from(*count);
    }
    lengths
}
