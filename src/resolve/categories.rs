//! Categories: what entries are sorted under, and the lists that follow from it.

use std::collections::HashMap;

use super::collections::Collection;
use super::entries::Entry;
use super::index::{CollectionIndex, EntryIndex};
use super::links::Names;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::{CollectionId, EntryId, EntryName};
use crate::parse::config::Kind;
use crate::place::Located;

/// The entries of each collection and under each category, in the order of their ids.
pub(super) struct Members {
    by_collection: Vec<Vec<EntryIndex>>,
    by_category: HashMap<(EntryIndex, CollectionIndex), Vec<EntryIndex>>,
}

impl Members {
    /// Sorts entries whose categories are known.
    pub(super) fn of(entries: &[Entry], collections: usize) -> Self {
        let mut members = Self { by_collection: vec![Vec::new(); collections], by_category: HashMap::new() };
        for (index, entry) in entries.iter().enumerate() {
            members.by_collection[entry.collection.0].push(EntryIndex(index));
            if let Some(category) = entry.category {
                members.by_category.entry((category, entry.collection)).or_default().push(EntryIndex(index));
            }
        }
        members
    }

    pub(super) fn of_collection(&self, collection: CollectionIndex) -> &[EntryIndex] {
        &self.by_collection[collection.0]
    }

    pub(super) fn of_category(&self, category: EntryIndex, collection: CollectionIndex) -> &[EntryIndex] {
        self.by_category.get(&(category, collection)).map_or(&[], Vec::as_slice)
    }
}

/// Finds the category of each entry in the collections of that kind. One that is not there is reported, and one of a plain page.
pub(super) fn assign(
    entries: &mut [Entry],
    collections: &[Collection],
    names: &Names,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let homes = collections.iter().filter(|collection| collection.kind == Kind::Category);
    let homes: Vec<&CollectionId> = homes.map(|collection| &collection.id).collect();
    for entry in entries {
        let Some(category) = &entry.facts.category else { continue };
        if collections[entry.collection.0].kind == Kind::Page {
            diagnostics.push(of_plain_page(category));
        } else {
            entry.category = find(&homes, category, names, diagnostics);
        }
    }
}

fn find(
    homes: &[&CollectionId],
    category: &Located<EntryName>,
    names: &Names,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<EntryIndex> {
    let Some(first) = homes.first() else {
        diagnostics.push(no_categories(&category.value).at(category.place.clone()));
        return None;
    };
    let known = |home: &&CollectionId| {
        let id = EntryId { collection: (**home).clone(), name: category.value.clone() };
        names.entries.get(&id).copied()
    };
    homes.iter().find_map(known).or_else(|| names.entry(first, category, diagnostics))
}

fn of_plain_page(Located { value, place }: &Located<EntryName>) -> Diagnostic {
    Diagnostic::warning(Code::InvalidValue, format!("a plain page is not sorted under `{value}`"))
        .at(place.clone())
        .help("remove `category` here, or move the page to a collection of another kind")
}

fn no_categories(category: &EntryName) -> Diagnostic {
    Diagnostic::error(Code::UnknownReference, format!("there is no category `{category}`"))
        .help("add a collection of kind `category` to `rolebook.toml`, and the category to it")
}
