//! Files beside texts that are published.

use super::index::EntryIndex;
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

/// Where a file beside a text is published.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PublishedAt {
    /// At this path from the root of the site, which has a fingerprint of its content.
    Asset(String),
    /// Beside the pages of an entry, at this path from there.
    BesidePage(EntryIndex, String),
}
