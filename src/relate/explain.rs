//! Why entries are related.

use rustc_hash::FxHashMap;

use super::features::{Feature, FeatureReader};
use super::inputs::Inputs;
use super::relatedness::Relatedness;
use crate::resolve::bodies::Bodies;
use crate::resolve::library::{EntryIndex, Library};

/// A feature that two entries share, and how much it adds to how related they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// The feature, in words.
    pub feature: String,
    /// Its share of the whole.
    pub weight: f32,
}

/// Says why entries are related.
pub struct Explainer<'l> {
    inputs: Inputs<'l>,
    relatedness: Relatedness,
    numbers: FxHashMap<Feature, u32>,
}

impl<'l> Explainer<'l> {
    /// Compares all entries of a library again.
    #[must_use]
    pub fn new(library: &'l Library, bodies: &'l Bodies) -> Self {
        let inputs = Inputs::of(library, bodies);
        let (relatedness, numbers) = Relatedness::new(&inputs);
        Self { inputs, relatedness, numbers }
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
        let shared = self.relatedness.shared(a, b);
        let named = shared.filter_map(|(number, weight)| Some(Shared { feature: words.get(&number)?.clone(), weight }));
        let mut reasons: Vec<_> = named.collect();
        reasons.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.feature.cmp(&b.feature)));
        reasons
    }

    /// What the features of an entry are in words.
    fn names(&self, entry: EntryIndex) -> FxHashMap<u32, String> {
        let entry = &self.inputs[entry];
        let Some(text) = &entry.text else { return FxHashMap::default() };
        let mut reader = FeatureReader::new(self.inputs.locales[text.language.0]);
        reader.names = Some(FxHashMap::default());
        reader.read(entry, text);
        let names = reader.names.unwrap_or_default().into_iter();
        names.filter_map(|(feature, name)| Some((*self.numbers.get(&feature)?, name))).collect()
    }
}
