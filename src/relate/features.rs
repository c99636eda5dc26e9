//! The features of an entry: what of it can be like another.

use std::hash::{DefaultHasher, Hasher};

use frostem::Stemmer;
use rustc_hash::FxHashMap;
use stop_words::lookup;

use super::inputs::{ComparedText, EntryInputs};
use crate::locale::LocaleCode;
use crate::parse::text::Body;

/// The kinds of features. Each is compared for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FeatureKind {
    /// The stem of a word.
    Word,
    Skill,
    Category,
    /// The beginnings of codes in classifications of occupations, each a branch of the tree.
    Code,
}

impl FeatureKind {
    pub(super) const ALL: [FeatureKind; 4] =
        [FeatureKind::Word, FeatureKind::Skill, FeatureKind::Category, FeatureKind::Code];

    /// How much two entries that are alike in this kind are related.
    pub(super) fn share(self) -> f64 {
        match self {
            FeatureKind::Word => 1.0,
            FeatureKind::Skill => 0.01,
            FeatureKind::Category | FeatureKind::Code => 0.02,
        }
    }
}

/// Something that an entry has, and others may have too: the hash of what it is, with its kind in the last bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Feature(u64);

impl Feature {
    const KIND: u64 = 3;

    fn new(kind: FeatureKind, hash: u64) -> Self {
        Self(hash & !Self::KIND | kind as u64)
    }

    pub(super) fn kind(self) -> FeatureKind {
        FeatureKind::ALL[(self.0 & Self::KIND) as usize]
    }
}

/// Reads the features of entries whose texts are in one language.
pub(super) struct FeatureReader {
    stemmer: Option<Stemmer>,
    stop_words: &'static [&'static str],
    /// The hashes of the stems of words that have come up; none for words that mean nothing.
    stems: FxHashMap<String, Option<u64>>,
    /// What has been found of an entry, and how often.
    found: FxHashMap<Feature, u16>,
    /// What features are in words, if anyone wants to know.
    pub(super) names: Option<FxHashMap<Feature, String>>,
}

impl FeatureReader {
    pub(super) fn new(locale: &LocaleCode) -> Self {
        let language = locale.language();
        Self {
            stemmer: stemmer(language),
            stop_words: lookup(language).unwrap_or_default(),
            stems: FxHashMap::default(),
            found: FxHashMap::default(),
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
        text.body.prose().into_iter().for_each(|prose| self.words(&prose.text()));
        for skill in &entry.skills {
            self.add(FeatureKind::Skill, hash(skill.as_str()), || format!("skill {skill}"));
        }
        if let Some(category) = entry.category {
            self.add(FeatureKind::Category, hash(category.as_str()), || format!("category {category}"));
        }
        self.codes(entry);
        let mut features: Vec<_> = self.found.drain().map(|(feature, count)| (feature, f32::from(count))).collect();
        features.sort_unstable_by_key(|(feature, _)| *feature);
        features
    }

    fn add(&mut self, kind: FeatureKind, hash: u64, name: impl FnOnce() -> String) {
        let feature = Feature::new(kind, hash);
        let count = self.found.entry(feature).or_default();
        *count = count.saturating_add(1);
        if let Some(names) = &mut self.names {
            names.entry(feature).or_insert_with(name);
        }
    }

    /// Adds the stems of words that mean something.
    fn words(&mut self, text: &str) {
        let text = text.to_lowercase();
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '+' | '#');
        let may_be_part = |byte: u8| !byte.is_ascii() || is_part(byte.into());
        let mut rest = text.as_str();
        while let Some(start) = rest.bytes().position(may_be_part) {
            let length = rest[start..].bytes().position(|byte| !may_be_part(byte));
            let (run, behind) = rest[start..].split_at(length.unwrap_or(rest.len() - start));
            if run.is_ascii() {
                self.word(run);
            } else {
                run.split(|c| !is_part(c)).filter(|word| !word.is_empty()).for_each(|word| self.word(word));
            }
            rest = behind;
        }
    }

    fn word(&mut self, word: &str) {
        if let Some(stem) = self.stem(word) {
            self.add(FeatureKind::Word, stem, || word.to_owned());
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
                self.add(FeatureKind::Code, hash(branch.as_str()), || branch.clone());
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

/// The Snowball stemmer of a language, if there is one.
fn stemmer(language: &str) -> Option<Stemmer> {
    // The two written forms of Norwegian share an algorithm.
    let name = if matches!(language, "nb" | "nn") { "no" } else { language };
    Stemmer::try_from_name(name).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_stemmed_without_stop_words() {
        let mut reader = FeatureReader::new(&"en".parse().unwrap());
        reader.names = Some(FxHashMap::default());
        reader.words("The developers of C++ test 400.");
        let mut names: Vec<_> = reader.names.take().unwrap().into_values().collect();
        names.sort();
        assert_eq!(names, ["c++", "developers", "test"]);
        assert_eq!(reader.stem("developing"), reader.stem("developer"));
    }

    /// Words on which stemmers have failed: short ones, ones that are all ending, ones with accents of their own, other scripts.
    const HARD_WORDS: [&str; 24] = [
        "Ανεύρετε",
        "ανεύρετε",
        "ανευρετε",
        "ά",
        "ΐ",
        "\u{3b1}\u{301}",
        "σς",
        "ελατε",
        "ß",
        "ungen",
        "q\u{fc}",
        "ııı",
        "İ",
        "ing",
        "y'y",
        "'s",
        "œuvre",
        "aie\u{308}",
        "ñ",
        "ção",
        "\u{1f600}ing",
        "\u{e000}\u{10ffff}",
        "職務記述書",
        "कार्यालयों",
    ];

    /// Every language that has a stemmer, and both written forms of Norwegian.
    const LANGUAGES: &str = "ar ca cs da de el en eo es et eu fa fi fr ga hi hu hy id it lt nb ne nl nn no pl pt ro ru sr st sv ta \
                             tr uk yi";

    fn stemmers() -> impl Iterator<Item = Stemmer> {
        LANGUAGES.split_whitespace().map(|language| stemmer(language).unwrap_or_else(|| panic!("{language}")))
    }

    #[test]
    fn no_stemmer_fails_on_hard_words() {
        for stemmer in stemmers() {
            for word in HARD_WORDS {
                let stem = stemmer.stem(word);
                // Words are stemmed in lower case, but nothing depends on it.
                stemmer.stem(&word.to_lowercase());
                assert!(word.is_empty() || !stem.is_empty() || word.chars().count() < 4, "{word}");
            }
        }
    }

    #[test]
    fn no_stemmer_fails_on_any_text() {
        let mut state = 1_u64;
        let mut next = |limit: u32| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            u32::try_from(state >> 33).expect("31 bits") % limit
        };
        // Letters of all scripts that stemmers know, as endings are found among these only; and any character at all.
        let blocks = [0x20..0x7f, 0xa0..0x250, 0x300..0x370, 0x370..0x400, 0x400..0x590, 0x590..0x700, 0x900..0xc00];
        for stemmer in stemmers() {
            for _ in 0..2_000 {
                let block = &blocks[next(7) as usize];
                let mut letter = || {
                    let any = next(8) == 0;
                    let code = if any { next(0x11_0000) } else { block.start + next(block.end - block.start) };
                    char::from_u32(code).unwrap_or('\u{fffd}')
                };
                let word: String = (0..12).map(|_| letter()).collect();
                word.char_indices().for_each(|(end, _)| drop(stemmer.stem(&word[..end])));
            }
        }
    }

    /// Reads the word list that `ROLEBOOK_WORDS` names (`<language>=<file>`, a word a line); `.ci/long` runs it.
    #[test]
    #[ignore = "needs word lists, which `.ci/long` installs"]
    #[expect(clippy::disallowed_methods, reason = "a word list is no part of a site")]
    fn no_stemmer_fails_on_a_word_list() {
        let list = std::env::var("ROLEBOOK_WORDS").expect("`ROLEBOOK_WORDS` names a language and a file");
        let (language, file) = list.split_once('=').expect("it reads `<language>=<file>`");
        let mut reader = FeatureReader::new(&language.parse().unwrap());
        assert!(reader.stemmer.is_some(), "there is a stemmer for `{language}`");
        let words = std::fs::read_to_string(file).unwrap();
        let mut count = 0;
        for word in words.lines() {
            reader.stemmer.expect("it is there").stem(word);
            reader.words(word);
            reader.found.clear();
            count += 1;
        }
        assert!(count > 10_000, "{count} words in `{file}`");
    }
}
