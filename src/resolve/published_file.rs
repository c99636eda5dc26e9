//! Files beside texts that are published.

use super::index::EntryIndex;
use crate::fingerprint::Fingerprint;
use crate::parse::picture::Size;
use crate::place::SourcePath;

/// A file beside a text that is published because a text links to it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PublishedFile {
    /// The file.
    pub file: SourcePath,
    /// Where it is published.
    pub at: PublishedAt,
    /// The size at which browsers show it, if it is a picture.
    pub size: Option<Size>,
    /// The query and the fragment, as they stand in addresses; mostly empty.
    pub rest: String,
}

impl PublishedFile {
    /// What is in it, if its address says so.
    #[must_use]
    pub fn content(&self) -> Option<Fingerprint> {
        match self.at {
            PublishedAt::Asset(_, content) => Some(content),
            PublishedAt::BesidePage(..) => None,
        }
    }
}

/// Where a file beside a text is published.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PublishedAt {
    /// At this path from the root of the site, which has the fingerprint of this content.
    Asset(String, Fingerprint),
    /// Beside the pages of an entry, at this path from there.
    BesidePage(EntryIndex, String),
}
