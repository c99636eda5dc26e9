//! The search index of a locale: which entries have which words, divided into files that are small enough to be fetched
//! while a reader types.
//!
//! A word stands in the file of the longest prefix that has one. A file is divided by the next letter when it grows too
//! large, so that a reader of a library of any size fetches a few of about the same size.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::fold::words;
use crate::parse::config::Kind;
use crate::parse::fields::{Field, FieldValue};
use crate::parse::heading::Words;
use crate::parse::text::Body;
use crate::parse::{heading, program_messages};
use crate::resolve::bodies::{Bodies, ResolvedBody};
use crate::resolve::library::{Destination, EntryIndex, Library, LocaleIndex, Page};

/// From how many bytes on a file is divided.
const MOST_BYTES: usize = 40_000;
/// How many letters of a word files are divided by, at most.
const LONGEST_PREFIX: usize = 4;
/// The most entries that a file lists for one word, the best first.
const MOST_ENTRIES: usize = 60;
/// Words that are so frequent that they tell nothing: the share of all entries that have them.
const MOST_FREQUENT: f64 = 0.5;

/// How much a word counts by where it stands. Of plain pages, which are few, all words count.
const TITLE: u32 = 10;
const ALTERNATIVE_TITLE: u32 = 8;
const SKILL: u32 = 4;
const CATEGORY: u32 = 3;
const SUMMARY: u32 = 2;
const FIELD: u32 = 1;
const HEADING: u32 = 1;
const TEXT: u32 = 1;

/// The index of a locale.
#[derive(Hash)]
pub struct SearchIndex {
    /// Its files, in the order of their prefixes.
    pub files: Vec<IndexFile>,
}

/// One file of an index.
#[derive(Hash)]
pub struct IndexFile {
    /// What all its words begin with.
    pub prefix: String,
    /// The words, each with the entries that have it and with how much it counts there, best first.
    pub words: BTreeMap<String, Vec<(EntryIndex, u32)>>,
}

impl IndexFile {
    /// The name of its file: `all`, or the letters of the prefix by their code points, for any file system.
    #[must_use]
    pub fn name(&self) -> String {
        if self.prefix.is_empty() {
            return "all".to_owned();
        }
        let mut name = String::new();
        let mut after_code = false;
        for c in self.prefix.chars() {
            // A letter that could be a digit of the code before it is written as a code, too.
            after_code = !c.is_ascii_alphanumeric() || after_code && c.is_ascii_hexdigit();
            if after_code {
                let _ = write!(name, "-{:x}", u32::from(c));
            } else {
                name.push(c);
            }
        }
        name
    }
}

/// Makes the index of a locale.
pub(super) fn index(library: &Library, bodies: &Bodies, locale: LocaleIndex) -> SearchIndex {
    let mut all: BTreeMap<String, Vec<(EntryIndex, u32)>> = BTreeMap::new();
    let mut entries = 0_usize;
    for entry in library.entries() {
        let Some(page) = library.page(entry, locale) else { continue };
        entries += 1;
        for (word, weight) in weights(library, bodies, (locale, entry), page) {
            all.entry(word).or_default().push((entry, weight));
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "libraries have fewer entries than a float has digits")]
    let is_telling = |found: &Vec<(EntryIndex, u32)>| {
        entries < 20
            || found.iter().any(|(_, weight)| *weight >= ALTERNATIVE_TITLE)
            || (found.len() as f64) < MOST_FREQUENT * entries as f64
    };
    all.retain(|_, found| is_telling(found));
    for found in all.values_mut() {
        found.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        found.truncate(MOST_ENTRIES);
    }
    let mut files = Vec::new();
    divide(library, locale, IndexFile { prefix: String::new(), words: all }, &mut files);
    SearchIndex { files }
}

/// The words of an entry and how much each counts.
fn weights(
    library: &Library,
    bodies: &Bodies,
    (locale, entry): (LocaleIndex, EntryIndex),
    page: &Page,
) -> BTreeMap<String, u32> {
    let mut weights = BTreeMap::new();
    let mut add = |text: &str, weight: u32| {
        for word in words(text) {
            let best: &mut u32 = weights.entry(word).or_default();
            *best = weight.max(*best);
        }
    };
    add(&page.text.title.value, TITLE);
    for title in &page.text.alternative_titles {
        add(title, ALTERNATIVE_TITLE);
    }
    for skill in &library[entry].facts.skills {
        if let Some(name) = library.messages.text(locale, &program_messages::SKILL.id(&skill.value)) {
            add(&name, SKILL);
        }
    }
    if let Some(category) = library[entry].category.and_then(|category| library.page(category, locale)) {
        add(&category.text.title.value, CATEGORY);
    }
    add(&page.text.summary, SUMMARY);
    for (number, value) in library.field_values(entry, locale) {
        for words in words_of(library, &library.fields(entry)[number], &value.value, locale) {
            add(&words, FIELD);
        }
    }
    if let Some(ResolvedBody { body, .. }) = bodies.get(entry, page.language) {
        for words in headings(body, library.kind(entry)) {
            add(&heading::text(words, |id| library.placeholder(id, locale)), HEADING);
        }
        let texts = body.prose().into_iter().filter(|_| library.kind(entry) == Kind::Page);
        texts.for_each(|prose| add(&prose.text(), TEXT));
    }
    weights
}

/// The words of a field by which readers look for entries: what is chosen, and text.
fn words_of(library: &Library, field: &Field, value: &FieldValue, locale: LocaleIndex) -> Vec<String> {
    match value {
        FieldValue::Choices(choices) => {
            choices.iter().map(|choice| library.choice_name(&field.choices[*choice], locale)).collect()
        }
        FieldValue::Text(texts) => {
            texts.iter().map(|words| heading::text(words, |id| library.placeholder(id, locale))).collect()
        }
        _ => Vec::new(),
    }
}

/// The headings that tell entries of a kind apart: of an article all, of a role those of its author's own.
fn headings(body: &Body<Destination>, kind: Kind) -> Vec<&[Words]> {
    match kind {
        Kind::Article => {
            let headings = body.prose().into_iter().flat_map(|prose| &prose.headings);
            headings.map(|heading| &*heading.words).collect()
        }
        Kind::Role => body.sections().iter().filter_map(|section| section.own_words()).collect(),
        // Of a plain page all words count, those of its headings among them.
        Kind::Category | Kind::Page => Vec::new(),
    }
}

fn divide(library: &Library, locale: LocaleIndex, file: IndexFile, files: &mut Vec<IndexFile>) {
    let length = file.prefix.chars().count();
    if length == LONGEST_PREFIX || bytes(library, locale, &file) <= MOST_BYTES {
        files.push(file);
        return;
    }
    let mut parts: BTreeMap<String, IndexFile> = BTreeMap::new();
    for (word, found) in file.words {
        let prefix: String = word.chars().take(length + 1).collect();
        let part = parts
            .entry(prefix)
            .or_insert_with_key(|prefix| IndexFile { prefix: prefix.clone(), words: BTreeMap::new() });
        part.words.insert(word, found);
    }
    for part in parts.into_values() {
        // A word that ends here is no longer than the prefix: its file cannot be divided further.
        let ends = part.words.len() == 1;
        if ends { files.push(part) } else { divide(library, locale, part, files) }
    }
}

/// About how many bytes a file has.
fn bytes(library: &Library, locale: LocaleIndex, file: &IndexFile) -> usize {
    let words: usize = file.words.iter().map(|(word, found)| word.len() + 8 + 6 * found.len()).sum();
    let mut entries: Vec<EntryIndex> = file.words.values().flatten().map(|(entry, _)| *entry).collect();
    entries.sort_unstable();
    entries.dedup();
    let size = |entry: EntryIndex| {
        library.page(entry, locale).map_or(0, |page| page.text.title.value.len() + page.permalink.as_str().len() + 16)
    };
    words + entries.into_iter().map(size).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_different_prefixes_have_different_names() {
        let name = |prefix: &str| IndexFile { prefix: prefix.to_owned(), words: BTreeMap::new() }.name();
        for (prefix, expected) in [
            ("", "all"),
            ("ab", "ab"),
            ("αb", "-3b1-62"),
            ("βz", "-3b2z"),
            ("éa", "-e9-61"),
            ("\u{e9a}", "-e9a"),
            ("éga", "-e9ga"),
        ] {
            assert_eq!(name(prefix), expected);
        }
    }
}
