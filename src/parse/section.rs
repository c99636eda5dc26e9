//! The sections of a role: what stands under its level-2 headings.
//!
//! A heading is a key, the same in all languages, or the author's own words. Whether words are those of a section that has a
//! key is told by messages, and so not asked here.

use std::ops::Range;

use super::document::Document;
use super::heading::{self, Anchor, Words};
use super::link::LinkTarget;
use super::markdown::{self, HeadedProse, PartHeading};
use super::prose::Prose;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::{SectionKey, is_section_key};
use crate::locale::LocaleCode;
use crate::place::{Located, Place};
use crate::slug::heading_id;

/// The section of what stands before the first heading: what the job is about.
pub const OPENING: &str = "brief";

/// A section of a role.
#[derive(Clone, Debug, Hash)]
pub struct Section<L> {
    /// What it is called.
    pub name: SectionName,
    /// Its heading as it is written, with links and emphasis.
    pub heading: Prose<L>,
    /// Where its heading stands or, without one, its text.
    pub place: Place,
    /// The id of its heading.
    pub anchor: Anchor,
    /// What stands under the heading.
    pub prose: Prose<L>,
}

/// What a section is called.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SectionName {
    /// A key: readers see the message `section-<key>`.
    Key(SectionKey),
    /// The author's own words. In parsed texts they may be those of a section that has a key.
    Own(Vec<Words>),
    /// Nothing: text before the first heading. In resolved texts there is none.
    Opening,
}

impl<L> Section<L> {
    /// The key of its name, if that is one.
    #[must_use]
    pub fn key(&self) -> Option<&SectionKey> {
        match &self.name {
            SectionName::Key(key) => Some(key),
            SectionName::Own(_) | SectionName::Opening => None,
        }
    }

    /// The words of its heading, if they are its author's own.
    #[must_use]
    pub fn own_words(&self) -> Option<&[Words]> {
        match &self.name {
            SectionName::Own(words) => Some(words),
            SectionName::Key(_) | SectionName::Opening => None,
        }
    }

    /// The same section with its links replaced.
    pub(super) fn map_links<M>(self, map: &mut impl FnMut(L) -> M) -> Section<M> {
        let Self { name, heading, place, anchor, prose } = self;
        Section { name, heading: heading.map_links(map), place, anchor, prose: prose.map_links(map) }
    }
}

/// Reads a role's Markdown.
pub(super) fn read(document: &Document, body: Range<usize>, locale: &LocaleCode) -> Vec<Section<Located<LinkTarget>>> {
    let mut sections: Vec<Section<_>> = Vec::new();
    for HeadedProse { heading, start, prose } in markdown::parse_parts(document, body, locale) {
        match heading {
            Some(heading) if heading::is_empty(&heading.words) => {
                report_empty(document, heading.range);
                match sections.last_mut() {
                    Some(section) => section.prose.append(prose),
                    None => sections.extend(opening(document, start, prose)),
                }
            }
            Some(heading) => sections.push(section(document, heading, prose, locale, sections.len() + 1)),
            None => sections.extend(opening(document, start, prose)),
        }
    }
    sections
}

fn section(
    document: &Document,
    PartHeading { words, prose: heading, id, range }: PartHeading,
    prose: Prose<Located<LinkTarget>>,
    locale: &LocaleCode,
    number: usize,
) -> Section<Located<LinkTarget>> {
    let place = document.place(range);
    if let [Words::Written(key)] = words.as_slice()
        && is_section_key(key)
    {
        let anchor = Anchor::new(id, || key.clone());
        return Section { name: SectionName::Key(key.as_str().into()), heading, place, anchor, prose };
    }
    let anchor = Anchor::new(id, || match heading_id(&heading::text(&words, |id| format!("-{id}-")), locale) {
        slug if slug.is_empty() => format!("section-{number}"),
        slug => slug,
    });
    Section { name: SectionName::Own(words), heading, place, anchor, prose }
}

/// What stands before the first heading, if there is anything.
fn opening(
    document: &Document,
    start: usize,
    prose: Prose<Located<LinkTarget>>,
) -> Option<Section<Located<LinkTarget>>> {
    let text = &document.text[start..];
    let first = start + text.find(|c: char| !c.is_whitespace())?;
    let line = first + document.text[first..].find('\n').unwrap_or(document.text.len() - first);
    let anchor = Anchor { id: OPENING.to_owned(), written: None };
    let (name, heading) = (SectionName::Opening, Prose::default());
    let section = Section { name, heading, place: document.place(first..line), anchor, prose };
    (!section.prose.is_empty()).then_some(section)
}

fn report_empty(document: &Document, range: Range<usize>) {
    let diagnostic = Diagnostic::warning(Code::UnknownSection, "this heading has no words");
    let help = "write the words of the section or its key, such as `## brief`, or remove the heading";
    document.report(diagnostic.help(help), range);
}
