//! The features of an entry: what of it can be like another.

use std::hash::{DefaultHasher, Hash, Hasher};

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;
use stop_words::lookup;

use crate::locale::LocaleCode;
use crate::parse::text::{Body, Text};
use crate::resolve::entries::Entry;
use crate::resolve::links::Destination;

/// How much a word counts by where it stands.
const TITLE: f32 = 3.0;
const ALTERNATIVE_TITLE: f32 = 1.0;
const BRIEF: f32 = 2.0;
const TEXT: f32 = 1.0;

/// How much two words in a row count, of what each counts.
const PAIR: f32 = 0.6;

/// How much a part of an alternative title counts, of what a part of the title does.
const ALTERNATIVE_PART: f32 = 0.3;

/// How many letters a part of a title has.
const PART: usize = 4;

/// In a library of so many texts, skills and categories count twice.
const FEW_TEXTS: f64 = 500.0;

/// How many times skills and categories count in the smallest libraries.
const MOST_SCARCITY: f64 = 10.0;

/// The kinds of features. Each is compared for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    /// The stem of a word, or of two in a row.
    Word,
    /// Four letters in a row of a title.
    Title,
    Skill,
    Category,
}

impl Kind {
    pub(super) const ALL: [Kind; 4] = [Kind::Word, Kind::Title, Kind::Skill, Kind::Category];

    /// How much two entries of a library that are alike in this kind are related. The fewer texts there are, the less their
    /// words tell, and the more it counts what their authors have said.
    pub(super) fn share(self, library: f64) -> f64 {
        let scarcity = (1.0 + FEW_TEXTS / library.max(1.0)).min(MOST_SCARCITY);
        match self {
            Kind::Word => 1.0,
            Kind::Title => 0.1,
            Kind::Skill | Kind::Category => 0.01 * scarcity,
        }
    }
}

/// Something that an entry has, and others may have too: its kind, and the hash of what it is.
pub(super) type Feature = (Kind, u64);

/// Reads the features of entries whose texts are in one language.
pub(super) struct Reader {
    stemmer: Option<Stemmer>,
    stop_words: &'static [&'static str],
    /// The hashes of the stems of words that have come up; none for words that mean nothing.
    stems: FxHashMap<String, Option<u64>>,
    counts: FxHashMap<Feature, f32>,
    /// What features are in words, if anyone wants to know.
    pub(super) names: Option<FxHashMap<Feature, String>>,
}

impl Reader {
    pub(super) fn new(locale: &LocaleCode) -> Self {
        let language = locale.language_identifier().language;
        Self {
            stemmer: algorithm(language.as_str()).map(Stemmer::create),
            stop_words: lookup(language.as_str()).unwrap_or_default(),
            stems: FxHashMap::default(),
            counts: FxHashMap::default(),
            names: None,
        }
    }

    /// The features of an entry with how often they come up, weighted by where, in the order of the features.
    pub(super) fn read(&mut self, entry: &Entry, text: &Text<Destination>) -> Vec<(Feature, f32)> {
        self.words(&text.title.value, TITLE);
        self.parts(&text.title.value, 1.0);
        for title in &text.alternative_titles {
            self.words(title, ALTERNATIVE_TITLE);
            self.parts(title, ALTERNATIVE_PART);
        }
        match &text.body {
            Body::Sections(sections) => {
                for section in sections {
                    let weight = if section.key.value.as_str() == "brief" { BRIEF } else { TEXT };
                    self.words(&words_of(&section.prose.html), weight);
                }
            }
            Body::Free(prose) => {
                self.words(&text.summary, BRIEF);
                self.words(&words_of(&prose.html), TEXT);
            }
        }
        for skill in &entry.facts.skills {
            self.add((Kind::Skill, hash(skill.value.as_str())), 1.0, || format!("skill {}", skill.value));
        }
        if let Some(category) = &entry.facts.category {
            let name = || format!("category {}", category.value);
            self.add((Kind::Category, hash(category.value.as_str())), 1.0, name);
        }
        let mut features: Vec<_> = self.counts.drain().collect();
        features.sort_unstable_by_key(|(feature, _)| *feature);
        features
    }

    fn add(&mut self, feature: Feature, count: f32, name: impl FnOnce() -> String) {
        *self.counts.entry(feature).or_default() += count;
        if let Some(names) = &mut self.names {
            names.entry(feature).or_insert_with(name);
        }
    }

    /// Adds the stems of words that mean something, and each two in a row.
    fn words(&mut self, text: &str, weight: f32) {
        let text = text.to_lowercase();
        let mut before: Option<(u64, &str)> = None;
        for word in text.split(|c: char| !c.is_alphanumeric() && c != '+' && c != '#').filter(|word| !word.is_empty()) {
            let Some(stem) = self.stem(word) else { continue };
            if let Some((first_stem, first)) = before.replace((stem, word)) {
                self.add((Kind::Word, hash(&(first_stem, stem))), weight * PAIR, || format!("{first} {word}"));
            }
            self.add((Kind::Word, stem), weight, || word.to_owned());
        }
    }

    /// The hash of the stem of a word; `None` for words that mean nothing.
    fn stem(&mut self, word: &str) -> Option<u64> {
        if let Some(known) = self.stems.get(word) {
            return *known;
        }
        let means_nothing = self.stop_words.contains(&word) || word.chars().all(|c| c.is_ascii_digit());
        let stem = (!means_nothing).then(|| match &self.stemmer {
            Some(stemmer) => hash(&*stemmer.stem(word)),
            None => hash(word),
        });
        self.stems.insert(word.to_owned(), stem);
        stem
    }

    /// Adds the parts of a title.
    fn parts(&mut self, title: &str, weight: f32) {
        let words: Vec<_> = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let letters: Vec<char> = format!("^{}$", words.join(" ").to_lowercase()).chars().collect();
        for part in letters.windows(PART) {
            let name = || format!("title …{}…", part.iter().collect::<String>());
            self.add((Kind::Title, hash(part)), weight, name);
        }
    }
}

/// The same on every machine.
fn hash<T: Hash + ?Sized>(value: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// The words of HTML.
fn words_of(html: &str) -> String {
    let mut words = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find(['<', '&']) {
        words.push_str(&rest[..start]);
        words.push(' ');
        let mark = if rest[start..].starts_with('<') { '>' } else { ';' };
        rest = rest[start..].find(mark).map_or("", |end| &rest[start + end + 1..]);
    }
    words + rest
}

/// The Snowball algorithm of a language.
fn algorithm(language: &str) -> Option<Algorithm> {
    Some(match language {
        "ar" => Algorithm::Arabic,
        "da" => Algorithm::Danish,
        "nl" => Algorithm::Dutch,
        "en" => Algorithm::English,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "hu" => Algorithm::Hungarian,
        "it" => Algorithm::Italian,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "es" => Algorithm::Spanish,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_words() {
        assert_eq!(words_of("<p>a &amp; b</p>\n").split_whitespace().collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(words_of("a &").trim(), "a");
    }

    #[test]
    fn words_are_stemmed_and_paired_without_stop_words() {
        let mut reader = Reader::new(&"en".parse().unwrap());
        reader.names = Some(FxHashMap::default());
        reader.words("The developers of C++ test 400.", 1.0);
        let mut names: Vec<_> = reader.names.take().unwrap().into_values().collect();
        names.sort();
        assert_eq!(names, ["c++", "c++ test", "developers", "developers c++", "test"]);
        assert_eq!(reader.stem("developing"), reader.stem("developer"));
    }
}
