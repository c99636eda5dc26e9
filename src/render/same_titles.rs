//! Entries of a collection with the same title, told apart in lists: by the first field in which they differ, else by their ids.

use std::collections::BTreeSet;

use fluent::FluentArgs;
use rustc_hash::FxHashMap;

use super::view::FieldView;
use crate::parse::program_messages::SAME_TITLE;
use crate::resolve::library::{CollectionIndex, EntryIndex, Library, LocaleIndex};

/// The titles of entries that share theirs, as lists show them.
pub(super) type ToldApart = FxHashMap<EntryIndex, String>;

/// Tells the entries of a locale apart, of which `fields` has what they say.
pub(super) fn told_apart(
    library: &Library,
    locale: LocaleIndex,
    fields: impl Fn(EntryIndex) -> Vec<FieldView>,
) -> ToldApart {
    let mut by_title: FxHashMap<(CollectionIndex, &str), Vec<EntryIndex>> = FxHashMap::default();
    for entry in library.entries() {
        if let Some(page) = library.page(entry, locale) {
            by_title.entry((library[entry].collection, page.text.title.value.as_str())).or_default().push(entry);
        }
    }
    let alike = by_title.into_iter().filter(|(_, entries)| entries.len() > 1);
    let titles = alike.flat_map(|((_, title), entries)| {
        let distinctions = distinctions(library, &entries, &fields);
        entries
            .into_iter()
            .zip(distinctions)
            .map(|(entry, apart)| (entry, told((library, locale), title, &apart)))
            .collect::<Vec<_>>()
    });
    titles.collect()
}

/// What tells entries apart: as many fields as it takes, in the order of their declarations, or else their ids.
fn distinctions(
    library: &Library,
    entries: &[EntryIndex],
    fields: &impl Fn(EntryIndex) -> Vec<FieldView>,
) -> Vec<String> {
    let shown: Vec<FxHashMap<String, String>> =
        entries.iter().map(|entry| fields(*entry).into_iter().map(|field| (field.id, field.text)).collect()).collect();
    let mut apart = vec![String::new(); entries.len()];
    for field in library.fields(entries[0]) {
        let id = field.id.value.as_str();
        let values: Vec<&str> = shown.iter().map(|of| of.get(id).map_or("", String::as_str)).collect();
        if values.iter().all(|value| *value == values[0]) {
            continue;
        }
        for (apart, value) in apart.iter_mut().zip(values).filter(|(_, value)| !value.is_empty()) {
            *apart = if apart.is_empty() { value.to_owned() } else { format!("{apart}, {value}") };
        }
        if apart.iter().collect::<BTreeSet<_>>().len() == entries.len() {
            break;
        }
    }
    let ids = || entries.iter().map(|entry| library[*entry].id.name.to_string());
    let are_told_apart = apart.iter().collect::<BTreeSet<_>>().len() == entries.len();
    if are_told_apart { apart } else { ids().collect() }
}

fn told((library, locale): (&Library, LocaleIndex), title: &str, apart: &str) -> String {
    if apart.is_empty() {
        return title.to_owned();
    }
    let arguments = FluentArgs::from_iter([("title", title), ("distinction", apart)]);
    let text = library.messages.format(locale, SAME_TITLE.id(), &arguments);
    text.unwrap_or_else(|_| format!("{title} ({apart})"))
}
