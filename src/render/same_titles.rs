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
    let mut by_title: FxHashMap<(CollectionIndex, String), Vec<EntryIndex>> = FxHashMap::default();
    for entry in library.entries() {
        if let Some(page) = library.page(entry, locale) {
            let title = page.text.title.value.to_lowercase();
            by_title.entry((library[entry].collection, title)).or_default().push(entry);
        }
    }
    let alike = by_title.into_iter().filter(|(_, entries)| entries.len() > 1);
    let titles = alike.flat_map(|(_, entries)| {
        let distinctions = distinctions(library, &entries, &fields);
        let told = |(entry, apart): (EntryIndex, String)| {
            let title = &library.page(entry, locale)?.text.title.value;
            Some((entry, told((library, locale), title, &apart)))
        };
        entries.into_iter().zip(distinctions).filter_map(told).collect::<Vec<_>>()
    });
    titles.collect()
}

/// What tells entries apart: as many fields as it takes, in the order of their declarations, and the ids of those that still
/// are alike.
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
    let mut times: FxHashMap<String, usize> = FxHashMap::default();
    for apart in &apart {
        *times.entry(apart.clone()).or_default() += 1;
    }
    let with_id = |(apart, entry): (String, &EntryIndex)| match (times[&apart], apart.as_str()) {
        (1, _) => apart,
        (_, "") => library[*entry].id.name.to_string(),
        _ => format!("{apart}, {}", library[*entry].id.name),
    };
    apart.into_iter().zip(entries).map(with_id).collect()
}

fn told((library, locale): (&Library, LocaleIndex), title: &str, apart: &str) -> String {
    if apart.is_empty() {
        return title.to_owned();
    }
    let arguments = FluentArgs::from_iter([("title", title), ("distinction", apart)]);
    let text = library.messages.format(locale, SAME_TITLE.id(), &arguments);
    text.unwrap_or_else(|_| format!("{title} ({apart})"))
}
