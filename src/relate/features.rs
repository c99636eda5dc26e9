//! The features of an entry: what of it can be like another.

use std::hash::{DefaultHasher, Hasher};

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;
use stop_words::lookup;

use super::inputs::{ComparedText, EntryInputs};
use crate::locale::LocaleCode;
use crate::parse::text::Body;

/// The kinds of features. Each is compared for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The stem of a word.
    Word,
    Skill,
    Category,
    /// The beginnings of codes in classifications of occupations, each a branch of the tree.
    Code,
}

impl Kind {
    pub(super) const ALL: [Kind; 4] = [Kind::Word, Kind::Skill, Kind::Category, Kind::Code];

    /// How much two entries that are alike in this kind are related.
    pub(super) fn share(self) -> f64 {
        match self {
            Kind::Word => 1.0,
            Kind::Skill => 0.01,
            Kind::Category | Kind::Code => 0.02,
        }
    }
}

/// Something that an entry has, and others may have too: the hash of what it is, with its kind in the last bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Feature(u64);

impl Feature {
    const KIND: u64 = 3;

    fn new(kind: Kind, hash: u64) -> Self {
        Self(hash & !Self::KIND | kind as u64)
    }

    pub(super) fn kind(self) -> Kind {
        Kind::ALL[(self.0 & Self::KIND) as usize]
    }
}

/// Reads the features of entries whose texts are in one language.
pub(super) struct Reader {
    stemmer: Option<Stemmer>,
    stop_words: &'static [&'static str],
    /// The hashes of the stems of words that have come up; none for words that mean nothing.
    stems: FxHashMap<String, Option<u64>>,
    found: Vec<Feature>,
    /// What features are in words, if anyone wants to know.
    pub(super) names: Option<FxHashMap<Feature, String>>,
}

impl Reader {
    pub(super) fn new(locale: &LocaleCode) -> Self {
        let language = locale.language();
        Self {
            stemmer: algorithm(language).map(Stemmer::create),
            stop_words: lookup(language).unwrap_or_default(),
            stems: FxHashMap::default(),
            found: Vec::new(),
            names: None,
        }
    }

    /// The features of an entry with how often they come up, in the order of the features.
    pub(super) fn read(&mut self, entry: &EntryInputs, text: &ComparedText) -> Vec<(Feature, f32)> {
        self.words(text.title);
        text.alternative_titles.iter().for_each(|title| self.words(title));
        if let Body::Free(_) = text.body {
            self.words(text.summary);
        }
        text.body.prose().into_iter().for_each(|prose| self.words(&words_of(&prose.html)));
        for skill in &entry.skills {
            self.add(Kind::Skill, hash(skill.as_str()), || format!("skill {skill}"));
        }
        if let Some(category) = entry.category {
            self.add(Kind::Category, hash(category.as_str()), || format!("category {category}"));
        }
        self.codes(entry);
        self.found.sort_unstable();
        let count = |of_one: &[Feature]| f32::from(u16::try_from(of_one.len()).unwrap_or(u16::MAX));
        let features = self.found.chunk_by(Feature::eq).map(|of_one| (of_one[0], count(of_one))).collect();
        self.found.clear();
        features
    }

    fn add(&mut self, kind: Kind, hash: u64, name: impl FnOnce() -> String) {
        let feature = Feature::new(kind, hash);
        self.found.push(feature);
        if let Some(names) = &mut self.names {
            names.entry(feature).or_insert_with(name);
        }
    }

    /// Adds the stems of words that mean something.
    fn words(&mut self, text: &str) {
        let text = text.to_lowercase();
        for word in text.split(|c: char| !c.is_alphanumeric() && c != '+' && c != '#').filter(|word| !word.is_empty()) {
            if let Some(stem) = self.stem(word) {
                self.add(Kind::Word, stem, || word.to_owned());
            }
        }
    }

    /// The hash of the stem of a word; `None` for words that mean nothing.
    fn stem(&mut self, word: &str) -> Option<u64> {
        if let Some(known) = self.stems.get(word) {
            return *known;
        }
        let means_nothing = self.stop_words.contains(&word) || word.chars().all(|c| c.is_ascii_digit());
        let stem = (!means_nothing).then(|| match &self.stemmer {
            Some(stemmer) => hash(&stemmer.stem(word)),
            None => hash(word),
        });
        self.stems.insert(word.to_owned(), stem);
        stem
    }

    /// Adds each beginning of each code, from the widest branch to the occupation itself.
    fn codes(&mut self, entry: &EntryInputs) {
        for (classification, code) in [("ISCO", entry.isco), ("O*NET", entry.onet)] {
            let Some(code) = code else { continue };
            for (end, _) in code.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
                let branch = format!("{classification} {}", &code[..=end]);
                self.add(Kind::Code, hash(branch.as_str()), || branch.clone());
            }
        }
    }
}

/// The same on every machine.
fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(text.as_bytes());
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
    fn words_are_stemmed_without_stop_words() {
        let mut reader = Reader::new(&"en".parse().unwrap());
        reader.names = Some(FxHashMap::default());
        reader.words("The developers of C++ test 400.");
        let mut names: Vec<_> = reader.names.take().unwrap().into_values().collect();
        names.sort();
        assert_eq!(names, ["c++", "developers", "test"]);
        assert_eq!(reader.stem("developing"), reader.stem("developer"));
    }
}
