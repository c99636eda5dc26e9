//! [`Library`] to [`Related`]: which entries to show below each text.
//!
//! Hand-picked ones come first, then the one of the same name in another collection, then those whose texts are most alike
//! (`features.rs`, `weights.rs`, `relatedness.rs`). `balance.rs` sees to it that readers come to every page.

mod balance;
pub mod explain;
mod features;
mod lists;
mod relatedness;
pub mod suggest;
mod weights;

use std::sync::Arc;

use crate::parse::text::Text;
use crate::resolve::library::{Entry, EntryIndex, Library, LocaleIndex};
use lists::Shelf;
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

impl Related {
    /// The related entries of an entry's page in a locale, in groups, none of them empty.
    #[must_use]
    pub fn groups(&self, entry: EntryIndex, locale: LocaleIndex) -> &[RelatedGroup] {
        &self.lists[self.of_locale[locale.0]][entry.0]
    }
}

/// All that the related entries of a site depend on, as a hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inputs([u8; 32]);

impl Inputs {
    /// The hash of what a library holds of it.
    #[must_use]
    pub fn of(library: &Library) -> Self {
        let mut hash = blake3::Hasher::new();
        let mut add = |part: &str| {
            hash.update(part.as_bytes());
            hash.update(b"\0");
        };
        let groups = library.related.groups.iter().map(|group| (&group.id, &group.collections));
        add(&format!("{:?}", (library.related.limit, library.related.threshold, groups.collect::<Vec<_>>())));
        for entry in library.entries() {
            let Entry { id, collection, facts, picked, excluded, .. } = &library[entry];
            let text = relatedness::compared(library, entry);
            let text = text.map(|(locale, text)| (&library[locale].code, words(text)));
            let pages: Vec<_> = library.locales().map(|locale| library.page(entry, locale).is_some()).collect();
            let skills: Vec<_> = facts.skills.iter().map(|skill| &skill.value).collect();
            let category = facts.category.as_ref().map(|category| &category.value);
            add(&format!("{:?}", (id, collection, text, pages)));
            add(&format!("{:?}", (skills, category, &facts.isco, &facts.onet, picked, excluded)));
        }
        Self(*hash.finalize().as_bytes())
    }
}

/// What tells a text from any other: the revision of an original, else all that it says.
fn words<L>(text: &Text<L>) -> String {
    let prose = || text.prose().into_iter().map(|prose| &*prose.html);
    text.revision.as_ref().map_or_else(|| prose().collect(), |revision| revision.hash.clone())
}

/// Chooses the related entries of all pages.
#[must_use]
pub fn relate(library: &Library) -> Related {
    let (relatedness, _) = Relatedness::new(library);
    let shelf = Shelf::new(library, &relatedness);
    let mut lists = Vec::new();
    let mut seen: Vec<Vec<bool>> = Vec::new();
    let of_locale = library.locales().map(|locale| {
        let pages = library.entries().map(|entry| library.page(entry, locale).is_some()).collect();
        seen.iter().position(|known| *known == pages).unwrap_or_else(|| {
            lists.push(shelf.lists(locale));
            seen.push(pages);
            lists.len() - 1
        })
    });
    let of_locale = of_locale.collect();
    Related { lists, of_locale }
}
