//! Identifiers: what authors call collections, entries, sections, skills and placeholders.
//!
//! Each kind has its own type, so that one cannot be passed for another. Identifiers are cheap to clone.

use std::fmt;
use std::sync::Arc;

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

/// Whether an id fits one of the patterns: `footer-about`, or `footer-*` for all that begin alike.
#[must_use]
pub fn matches_any(patterns: &[String], id: &str) -> bool {
    patterns.iter().any(|pattern| match pattern.strip_suffix('*') {
        Some(beginning) => id.starts_with(beginning),
        None => pattern == id,
    })
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
    }
}
