//! Identifiers: what authors call collections, entries, sections, skills and placeholders.
//!
//! Each kind has its own type, so that one cannot be passed for another. Identifiers are cheap to clone.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Bound;
use std::sync::Arc;

use rustc_hash::FxHashSet;

macro_rules! identifiers {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, serde::Serialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The identifier as its author wrote it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

identifiers! {
    /// A collection: a folder under `content/`, such as `job-descriptions`.
    CollectionId;
    /// An entry within its collection: a folder under `content/<collection>/`, such as `java-developer`.
    EntryName;
    /// A section of a role: the level-2 heading in its Markdown, such as `requirements`.
    SectionKey;
    /// A skill, named by the message `skill-<id>`.
    SkillId;
    /// A field of the entries of a collection, named by the message `field-<id>`.
    FieldId;
    /// Something that can be chosen in a field, named by the message `field-<field>-<id>`.
    ChoiceId;
    /// A shared block: a folder under `content/blocks/`, such as `equal-opportunity`.
    BlockId;
    /// Something that an employer fills in, written `{company}` and named by the message `placeholder-<id>`.
    PlaceholderId;
}

/// An entry in the whole library, written `<collection>/<entry>`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId {
    /// The collection that holds the entry.
    pub collection: CollectionId,
    /// The entry's own folder.
    pub name: EntryName,
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.collection, self.name)
    }
}

/// Whether `text` can be an identifier or a URL segment: lower-case ASCII letters and digits, with single hyphens between.
#[must_use]
pub fn is_kebab_case(text: &str) -> bool {
    !text.is_empty()
        && text
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// Whether the words of a heading look like the key of a section. A number alone is a heading: `## 2026`.
#[must_use]
pub fn is_section_key(words: &str) -> bool {
    is_kebab_case(words) && words.contains(|c: char| c.is_ascii_alphabetic())
}

/// Words as they stand alone: the first begins with a capital letter, where its script has any.
#[must_use]
pub fn capitalized(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next().map(char::to_uppercase).into_iter().flatten();
    first.chain(chars).collect()
}

/// The candidate that `wrong` was most likely meant to be, if one is close.
///
/// Measured by the Jaro-Winkler similarity; below 0.8 nothing is proposed.
pub fn closest<'c>(wrong: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(wrong, candidate), candidate))
        .filter(|(similarity, _)| *similarity >= 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, candidate)| candidate)
}

/// Whether the name of a folder is another with one letter wrong, missing, added or changed for its neighbour
/// (Damerau-Levenshtein distance).
#[must_use]
pub fn is_almost(name: &str, meant: &str) -> bool {
    strsim::damerau_levenshtein(name, meant) <= 1
}

/// How many candidates are compared on each side of where a name would stand.
const MOST_COMPARED: usize = 200;

/// The closest of what stands before and behind `wrong` in order, the nearest first. Of very many candidates those that begin in
/// another way are not looked at: there may be as many wrong names.
pub fn closest_beside<'c>(
    wrong: &str,
    before: impl Iterator<Item = &'c str>,
    behind: impl Iterator<Item = &'c str>,
) -> Option<&'c str> {
    closest(wrong, before.take(MOST_COMPARED).chain(behind.take(MOST_COMPARED)))
}

/// The same of a set.
#[must_use]
pub fn closest_in<'c>(wrong: &str, known: &BTreeSet<&'c str>) -> Option<&'c str> {
    let before = known.range::<str, _>((Bound::Unbounded, Bound::Excluded(wrong)));
    let behind = known.range::<str, _>((Bound::Included(wrong), Bound::Unbounded));
    closest_beside(wrong, before.rev().copied(), behind.copied())
}

/// Patterns of ids: `footer-about`, or `footer-*` for all that begin alike.
pub struct IdPatterns<'p> {
    whole: FxHashSet<&'p str>,
    beginnings: FxHashSet<&'p str>,
}

impl<'p> IdPatterns<'p> {
    /// Sorts patterns.
    pub fn new(patterns: impl IntoIterator<Item = &'p String>) -> Self {
        let mut all = Self { whole: FxHashSet::default(), beginnings: FxHashSet::default() };
        for pattern in patterns {
            match pattern.strip_suffix('*') {
                Some(beginning) => all.beginnings.insert(beginning),
                None => all.whole.insert(pattern),
            };
        }
        all
    }

    /// Whether an id fits one of them.
    #[must_use]
    pub fn fit(&self, id: &str) -> bool {
        let mut ends = id.char_indices().map(|(at, _)| at).chain([id.len()]);
        self.whole.contains(id) || !self.beginnings.is_empty() && ends.any(|end| self.beginnings.contains(&id[..end]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kebab_case_is_what_urls_and_ids_share() {
        for good in ["a", "java-developer", "2512", "web-3-0"] {
            assert!(is_kebab_case(good), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "Java", "ä", "a b", "a_b"] {
            assert!(!is_kebab_case(bad), "{bad}");
        }
    }

    #[test]
    fn the_closest_name_is_proposed_only_when_it_is_close() {
        let names = ["java-developer", "data-analyst"];
        assert_eq!(closest("java-develper", names), Some("java-developer"));
        assert_eq!(closest("plumber", names), None);
        let many: Vec<_> = (0..9999).map(|number| format!("java-{number:04}")).collect();
        let known = many.iter().map(String::as_str).chain(names).collect();
        assert_eq!(closest_in("java-develper", &known), Some("java-developer"));
        assert_eq!(closest_in("java-4999x", &known), Some("java-4999"));
    }

    #[test]
    fn patterns_fit_whole_ids_and_beginnings() {
        let patterns = ["about", "footer-*", "ä*"].map(str::to_owned);
        let patterns = IdPatterns::new(&patterns);
        for (id, expected) in
            [("about", true), ("about-us", false), ("footer-", true), ("footer-x", true), ("foot", false), ("äb", true)]
        {
            assert_eq!(patterns.fit(id), expected, "{id}");
        }
        assert!(IdPatterns::new(&["*".to_owned()]).fit(""));
    }
}
