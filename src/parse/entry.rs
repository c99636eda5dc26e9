//! An entry as its files say it.

use std::collections::BTreeMap;

use super::facts::Facts;
use super::link::LinkTarget;
use super::text::Text;
use crate::locale::LocaleCode;
use crate::place::{Located, Place};

/// The files of an entry.
pub struct ParsedEntry {
    /// What is true of it in every language.
    pub facts: Facts,
    /// Its texts.
    pub texts: BTreeMap<LocaleCode, Text<Located<LinkTarget>>>,
    /// Where to point for what concerns the entry as a whole.
    pub place: Place,
    /// Whether a text of it could not be read, which has been reported.
    pub unreadable: bool,
}

impl ParsedEntry {
    /// An entry of which no file has been read.
    pub(super) fn at(place: Place) -> Self {
        Self { facts: Facts::default(), texts: BTreeMap::new(), place, unreadable: false }
    }
}
