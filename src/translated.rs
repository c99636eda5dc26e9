//! What is translated as a whole: entries and shared blocks, with their originals and translations.

use std::collections::BTreeMap;

use crate::parse::block_line::BLOCKS;
use crate::parse::config::Kind;
use crate::parse::revision::Revision;
use crate::place::{Located, Place, SourcePath};
use crate::resolve::library::{EntryIndex, LocaleIndex, Stale};
use crate::site::Site;

/// Something that is translated as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Translated {
    /// An entry.
    Entry(EntryIndex),
    /// A shared block, by its number.
    Block(usize),
}

/// The text of an original, or of a translation of it.
pub struct Version<'s> {
    /// Its file.
    pub file: &'s SourcePath,
    /// Where its author says what it was made from, or else where it begins.
    pub place: Place,
    /// The revision of the original that it was made from.
    pub source: Option<&'s Located<String>>,
    /// The hashes of the parts of that original, by their names.
    pub source_parts: &'s BTreeMap<String, String>,
    /// Set if it is a translation that is older than its original.
    pub stale: Option<&'s Stale>,
}

impl Translated {
    /// All that has an original in the default locale: the entries, then the blocks, in the order of their ids.
    pub fn all(site: &Site) -> impl Iterator<Item = Self> + '_ {
        let entries = site.library.entries().map(Self::Entry);
        let blocks = (0..site.bodies.blocks.len()).map(Self::Block);
        entries.chain(blocks).filter(|of| of.version(site, site.library.default_locale).is_some())
    }

    /// The kind of an entry; a block has none.
    #[must_use]
    pub fn kind(self, site: &Site) -> Option<Kind> {
        match self {
            Self::Entry(entry) => Some(site.library.kind(entry)),
            Self::Block(_) => None,
        }
    }

    /// What it is called: `<collection>/<entry>`, `blocks/<id>`.
    #[must_use]
    pub fn id(self, site: &Site) -> String {
        match self {
            Self::Entry(entry) => site.library[entry].id.to_string(),
            Self::Block(block) => format!("{BLOCKS}/{}", site.bodies.blocks[block].id),
        }
    }

    /// Its text in a locale, if there is one.
    #[must_use]
    pub fn version(self, site: &Site, locale: LocaleIndex) -> Option<Version<'_>> {
        match self {
            Self::Entry(entry) => {
                let page = site.library.page(entry, locale).filter(|page| !page.is_fallback(locale))?;
                let (front, title) = (&page.text, &page.text.title.place);
                Some(Version {
                    file: &title.file,
                    place: front.source.as_ref().map_or(title, |source| &source.place).clone(),
                    source: front.source.as_ref(),
                    source_parts: &front.source_parts,
                    stale: site.bodies.stale(entry, locale),
                })
            }
            Self::Block(block) => {
                let text = site.bodies.blocks[block].text(locale)?;
                Some(Version {
                    file: &text.file,
                    place: text.source.as_ref().map_or_else(|| Place::start_of(&text.file), |of| of.place.clone()),
                    source: text.source.as_ref(),
                    source_parts: &text.source_parts,
                    stale: text.stale.as_ref(),
                })
            }
        }
    }

    /// The revision of its original.
    #[must_use]
    pub fn revision(self, site: &Site) -> Option<&Revision> {
        match self {
            Self::Entry(entry) => site.bodies.get(entry, site.library.default_locale)?.revision.as_ref(),
            Self::Block(block) => site.bodies.blocks[block].revision.as_ref(),
        }
    }
}
