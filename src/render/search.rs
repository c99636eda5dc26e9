//! The files of the search index, as JSON for `search.js`.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::content::Content;
use super::view::choices;
use crate::parse::config::Kind;
use crate::parse::program_messages::SITE_NAME;
use crate::plan::search::{IndexFile, SearchIndex};
use crate::resolve::library::{CollectionIndex, EntryIndex, Library, LocaleIndex};

/// `index.json`: the prefixes of the files with their names, and what the collections are called.
pub(super) fn manifest(library: &Library, locale: LocaleIndex, index: &SearchIndex) -> String {
    let files: serde_json::Map<String, Value> =
        index.files.iter().map(|file| (file.prefix.clone(), json!(file.name()))).collect();
    // A plain page belongs to the site as a whole.
    let name = |of: CollectionIndex| match library[of].kind {
        Kind::Page => library.messages.say(locale, &SITE_NAME),
        _ => library.names(of, locale).title.clone(),
    };
    let collections: Vec<_> = library.collections().map(name).collect();
    json!({ "shards": files, "collections": collections }).to_string()
}

/// One file: entries as title, address, number of the collection, category and, if readers can narrow
/// lists by any, choices; words as pairs of an entry's number and what
/// the word counts there.
pub(super) fn file(views: Content, file: &IndexFile) -> String {
    let Content { library, locale, .. } = views;
    let mut numbers: BTreeMap<EntryIndex, usize> = BTreeMap::new();
    for (entry, _) in file.words.values().flatten() {
        numbers.insert(*entry, 0);
    }
    for (number, slot) in numbers.values_mut().enumerate() {
        *slot = number;
    }
    let collections: Vec<_> = library.collections().collect();
    let view = |entry: &EntryIndex| {
        let page = library.page(*entry, locale).expect("only pages are indexed");
        let collection = collections.iter().position(|of| *of == library[*entry].collection);
        let category = library[*entry].category.and_then(|category| library.page(category, locale));
        let mut view = vec![
            json!(views.title(*entry).unwrap_or(&page.text.title.value)),
            json!(library.url(page.permalink.as_str())),
            json!(collection),
            json!(category.map_or("", |category| category.text.title.value.as_str())),
        ];
        let choices = choices(library, *entry, locale);
        if !choices.is_empty() {
            view.push(json!(choices.join(" ")));
        }
        Value::Array(view)
    };
    let entries: Vec<_> = numbers.keys().map(view).collect();
    let words: serde_json::Map<String, Value> = file
        .words
        .iter()
        .map(|(word, found)| {
            let pairs: Vec<_> =
                found.iter().flat_map(|(entry, weight)| [json!(numbers[entry]), json!(weight)]).collect();
            (word.clone(), Value::Array(pairs))
        })
        .collect();
    json!({ "entries": entries, "words": words }).to_string()
}
