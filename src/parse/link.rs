//! Link targets as authors write them, in Markdown and in the configuration alike.

use crate::id::{CollectionId, EntryId};

/// Where a link is meant to lead, before anyone knows whether that exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// `@/`: the home page in the reader's locale.
    Home,
    /// `@collection`, or `@/collection`: a collection's listing in the reader's locale.
    Collection(CollectionId),
    /// `@collection/entry`, or `@/collection/entry`: an entry in the reader's locale.
    Entry(EntryId),
    /// `/path`: a file of the site, from its root.
    SitePath(String),
    /// `#id`: a heading on the same page.
    Fragment(String),
    /// `form.pdf`, `images/team.jpg`, `../other/en.md`: a path from the folder in which the text lies.
    Beside(String),
    /// The same of a picture that is to be seen in the text.
    PictureBeside(String),
    /// An address with a scheme, such as `https:` or `mailto:`.
    External(String),
    /// Anything else.
    Unsupported(String),
}

impl LinkTarget {
    /// Reads a target as it stands in a link.
    #[must_use]
    pub fn read(text: &str) -> Self {
        if let Some(name) = text.strip_prefix('@') {
            let name = name.trim_end_matches('/');
            // Zola's authors write `@/collection/entry`.
            let name = name.strip_prefix('/').unwrap_or(name);
            return match name.split_once('/') {
                _ if name.is_empty() => Self::Home,
                Some((collection, entry)) => Self::Entry(EntryId { collection: collection.into(), name: entry.into() }),
                None => Self::Collection(name.into()),
            };
        }
        if let Some(id) = text.strip_prefix('#') {
            return Self::Fragment(id.to_owned());
        }
        if text.starts_with('/') && !text.starts_with("//") {
            return Self::SitePath(text.to_owned());
        }
        if has_scheme(text) {
            Self::External(text.to_owned())
        } else if is_relative(text) {
            Self::Beside(text.to_owned())
        } else {
            Self::Unsupported(text.to_owned())
        }
    }

    /// Reads where a picture is.
    #[must_use]
    pub fn read_picture(text: &str) -> Self {
        match Self::read(text) {
            Self::Beside(path) => Self::PictureBeside(path),
            other => other,
        }
    }
}

/// Whether an address is a path that begins in the folder of what has it.
fn is_relative(text: &str) -> bool {
    let first = text.split(['/', '?', '#']).next().unwrap_or_default();
    !first.is_empty() && !first.contains(':')
}

/// Schemes that a page of a library may lead to; others, such as `javascript:`, are refused.
fn has_scheme(text: &str) -> bool {
    ["https:", "http:", "mailto:", "tel:"].iter().any(|scheme| {
        text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)) && text.len() > scheme.len()
    })
}

impl<'de> serde::Deserialize<'de> for LinkTarget {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self::read(&text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_is_told_apart() {
        let entry = EntryId { collection: "hr-terms".into(), name: "onboarding".into() };
        for (text, target) in [
            ("@/", LinkTarget::Home),
            ("@", LinkTarget::Home),
            ("@//", LinkTarget::Home),
            ("@hr-terms", LinkTarget::Collection("hr-terms".into())),
            ("@/hr-terms", LinkTarget::Collection("hr-terms".into())),
            ("@/hr-terms/", LinkTarget::Collection("hr-terms".into())),
            ("@/hr-terms/onboarding", LinkTarget::Entry(entry.clone())),
            ("@hr-terms/onboarding/", LinkTarget::Entry(entry.clone())),
            ("@hr-terms/", LinkTarget::Collection("hr-terms".into())),
            ("@hr-terms/onboarding", LinkTarget::Entry(entry)),
            ("/files/a.pdf", LinkTarget::SitePath("/files/a.pdf".into())),
            ("#steps", LinkTarget::Fragment("steps".into())),
            ("https://example.org", LinkTarget::External("https://example.org".into())),
            ("mailto:hr@example.org", LinkTarget::External("mailto:hr@example.org".into())),
            ("../other.md", LinkTarget::Beside("../other.md".into())),
            ("team a.jpg", LinkTarget::Beside("team a.jpg".into())),
            ("?a", LinkTarget::Unsupported("?a".into())),
            ("C:/team.jpg", LinkTarget::Unsupported("C:/team.jpg".into())),
            ("", LinkTarget::Unsupported(String::new())),
            ("//example.org", LinkTarget::Unsupported("//example.org".into())),
            ("javascript:alert(1)", LinkTarget::Unsupported("javascript:alert(1)".into())),
        ] {
            assert_eq!(LinkTarget::read(text), target, "{text}");
        }
    }
}
