//! How much each feature of an entry counts.
//!
//! Words are weighted as in BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009), with an inverse
//! document frequency that is flattened, because what roles have in common is often said in common words. Two entries are as
//! related as the cosine of their words, plus a little for each of the other kinds. The weights were chosen on the judgements
//! of occupational analysts: `docs/related.md` has the measure, and what each ingredient adds.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::features::{Feature, FeatureKind};

/// How steep the inverse document frequency of words is: 1 would be the usual one.
const IDF_EXPONENT: f64 = 0.3;

/// BM25: how soon a further occurrence of a word counts less, and how much longer texts are held back.
const SATURATION: f64 = 6.0;
const LENGTH: f64 = 0.75;

/// Entries as vectors.
pub(super) struct Weighted {
    /// The features of each entry with their weights, in the order of their numbers.
    pub(super) vectors: Vec<Vec<(u32, f32)>>,
    /// The number of each feature.
    pub(super) numbers: FxHashMap<Feature, u32>,
}

/// Weighs the features of each entry, which come with how often it has them.
pub(super) fn weigh(features: Vec<Vec<(Feature, f32)>>) -> Weighted {
    let Numbered { numbers, kinds, frequencies, counts } = number(features);
    Weighted { vectors: vectors(&kinds, &frequencies, &counts), numbers }
}

/// Entries whose features have numbers.
struct Numbered {
    numbers: FxHashMap<Feature, u32>,
    /// The kind of each feature.
    kinds: Vec<FeatureKind>,
    /// How many entries have each feature.
    frequencies: Vec<u32>,
    /// How often each entry has which feature, in the order of their numbers.
    counts: Vec<Vec<(u32, f32)>>,
}

/// Numbers the features in the order in which they come up.
fn number(features: Vec<Vec<(Feature, f32)>>) -> Numbered {
    let mut numbers: FxHashMap<Feature, u32> = FxHashMap::default();
    let mut kinds = Vec::new();
    let mut frequencies = Vec::new();
    let mut number = |feature: Feature| {
        let number = *numbers.entry(feature).or_insert_with(|| {
            kinds.push(feature.kind());
            frequencies.push(0);
            u32::try_from(kinds.len() - 1).expect("texts have fewer words")
        });
        frequencies[number as usize] += 1;
        number
    };
    let numbered = |features: Vec<(Feature, f32)>| {
        let mut counts: Vec<_> = features.into_iter().map(|(feature, count)| (number(feature), count)).collect();
        counts.sort_unstable_by_key(|(feature, _)| *feature);
        counts
    };
    let counts = features.into_iter().map(numbered).collect();
    Numbered { numbers, kinds, frequencies, counts }
}

/// The sums of something of each kind.
type ByKind = [f64; FeatureKind::ALL.len()];

/// Weighs the features of each entry so that the product of two vectors is how related the entries are. What only one entry
/// has makes its vector longer, but is nothing that another could share.
#[expect(clippy::cast_precision_loss, reason = "libraries have fewer entries than a float has digits")]
#[expect(clippy::cast_possible_truncation, reason = "weights are compared, not added up to money")]
fn vectors(kinds: &[FeatureKind], frequencies: &[u32], counts: &[Vec<(u32, f32)>]) -> Vec<Vec<(u32, f32)>> {
    let all = counts.len() as f64;
    let rarities: Vec<f64> = kinds.iter().zip(frequencies).map(|(kind, of)| rarity(*kind, *of, all)).collect();
    let lengths: Vec<ByKind> = counts.par_iter().map(|counts| lengths(kinds, counts)).collect();
    let means = FeatureKind::ALL.map(|kind| lengths.iter().map(|of| of[kind as usize]).sum::<f64>() / all.max(1.0));
    let vector = |(counts, lengths): (&Vec<(u32, f32)>, &ByKind)| {
        let held_back = FeatureKind::ALL.map(|kind| {
            let mean = means[kind as usize].max(f64::MIN_POSITIVE);
            SATURATION * (1.0 - LENGTH + LENGTH * lengths[kind as usize] / mean)
        });
        let mut squares: ByKind = Default::default();
        let mut vector: Vec<(u32, f64)> = Vec::with_capacity(counts.len());
        for (feature, count) in counts {
            let kind = kinds[*feature as usize] as usize;
            let count = f64::from(*count);
            let weight = count * (SATURATION + 1.0) / (count + held_back[kind]) * rarities[*feature as usize];
            squares[kind] += weight.powi(2);
            if frequencies[*feature as usize] > 1 && weight > 0.0 {
                vector.push((*feature, weight));
            }
        }
        let scale = FeatureKind::ALL.map(|kind| (kind.share() / squares[kind as usize].max(f64::MIN_POSITIVE)).sqrt());
        let scaled = |(feature, weight): (u32, f64)| {
            let scale = scale[kinds[feature as usize] as usize];
            (feature, (weight * scale) as f32)
        };
        vector.into_iter().map(scaled).collect()
    };
    counts.par_iter().zip(&lengths).map(vector).collect()
}

/// How much the rarity of a feature in a library makes it count.
fn rarity(kind: FeatureKind, frequency: u32, library: f64) -> f64 {
    let usual = ((library + 1.0) / (f64::from(frequency) + 0.5)).ln().max(0.0);
    if kind == FeatureKind::Word { usual.powf(IDF_EXPONENT) } else { usual }
}

/// How much there is of each kind.
fn lengths(kinds: &[FeatureKind], counts: &[(u32, f32)]) -> ByKind {
    let mut lengths: ByKind = Default::default();
    for (feature, count) in counts {
        lengths[kinds[*feature as usize] as usize] += f64::from(*count);
    }
    lengths
}
