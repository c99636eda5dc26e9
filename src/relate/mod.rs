//! [`Inputs`] to [`Related`]: which entries to show below each text.
//!
//! Hand-picked ones come first, then the one of the same name in another collection, then those whose texts are most alike
//! (`features.rs`, `weights.rs`, `relatedness.rs`). `balance.rs` sees to it that readers come to every page.

mod balance;
pub mod explain;
mod features;
mod inputs;
mod lists;
mod relatedness;
pub mod suggest;
mod weights;

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::resolve::library::{EntryIndex, LocaleIndex};
pub use inputs::Inputs;
use lists::Candidates;
use relatedness::Relatedness;

/// The related entries of each page.
pub struct Related {
    /// The groups of each entry. Locales in which the same entries have pages share a list.
    lists: Vec<Vec<Vec<RelatedGroup>>>,
    /// The list of each locale.
    of_locale: Vec<usize>,
}

/// Entries shown as related under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelatedGroup {
    /// Its heading is the message `related-<id>`.
    pub id: Arc<str>,
    /// The entries, best first. Each has a page in the locale.
    pub entries: Vec<EntryIndex>,
    /// Those of them that are here because no other list names them.
    pub adopted: Vec<EntryIndex>,
}

impl Hash for RelatedGroup {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // Why an entry is in a list is not shown to readers.
        let Self { id, entries, adopted: _ } = self;
        (id, entries).hash(state);
    }
}

impl Related {
    /// The related entries of an entry's page in a locale, in groups, none of them empty.
    #[must_use]
    pub fn groups(&self, entry: EntryIndex, locale: LocaleIndex) -> &[RelatedGroup] {
        &self.lists[self.of_locale[locale.0]][entry.0]
    }

    /// How many related entries an entry's page in a locale shows.
    #[must_use]
    pub fn count(&self, entry: EntryIndex, locale: LocaleIndex) -> usize {
        self.groups(entry, locale).iter().map(|group| group.entries.len()).sum()
    }
}

/// Chooses the related entries of all pages.
#[must_use]
pub fn relate(inputs: &Inputs) -> Related {
    let (relatedness, _) = Relatedness::new(inputs);
    let candidates = Candidates::new(inputs, &relatedness);
    let mut lists = Vec::new();
    let mut seen: Vec<Vec<bool>> = Vec::new();
    let of_locale = (0..inputs.locales.len()).map(LocaleIndex).map(|locale| {
        let pages = inputs.entries().map(|entry| inputs.has_page(entry, locale)).collect();
        seen.iter().position(|known| *known == pages).unwrap_or_else(|| {
            let mut of_locale = candidates.lists(locale);
            balance::balance(&candidates, locale, &mut of_locale);
            for groups in &mut of_locale {
                groups.retain(|group| !group.entries.is_empty());
            }
            lists.push(of_locale);
            seen.push(pages);
            lists.len() - 1
        })
    });
    let of_locale = of_locale.collect();
    Related { lists, of_locale }
}
