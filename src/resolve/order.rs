//! The order in which readers of a locale look for words, by the rules of CLDR.

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};

use crate::locale::LocaleCode;

/// Puts words in order. Where CLDR has no order, that of Unicode serves.
pub(super) struct Order(Option<CollatorBorrowed<'static>>);

impl Order {
    /// The order of a locale, which looks at differences up to a strength, or up to that which is usual there.
    pub(super) fn of(locale: &LocaleCode, strength: Option<Strength>) -> Self {
        let mut options = CollatorOptions::default();
        options.strength = strength;
        Self(Collator::try_new(locale.icu().into(), options).ok())
    }

    /// Bytes that are in the order of the words for which they stand.
    pub(super) fn sort_key(&self, word: &str) -> Vec<u8> {
        let Some(collator) = &self.0 else { return word.as_bytes().to_vec() };
        let mut key = Vec::with_capacity(3 * word.len());
        let Ok(()) = collator.write_sort_key_to(word, &mut key);
        key
    }
}
