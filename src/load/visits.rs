//! How often links lead into a folder.
//!
//! Folders with links to each other make a tree of paths that grows with the power of their number, although none leads round in
//! a circle: 24 folders are enough to fill a disk.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::boundary::Root;
use crate::limits::VISITS;

/// Counts visits to folders by way of links, in one walk on many threads.
#[derive(Default)]
pub(super) struct Visits(Mutex<BTreeMap<PathBuf, usize>>);

impl Visits {
    /// Counts a visit. The folder by its own path in the site, if there have been too many: it is the same folder whichever of
    /// the links to it was one too many.
    pub(super) fn is_too_many(&self, root: &Root, link: &Path) -> Option<PathBuf> {
        let target = fs::canonicalize(link).ok()?;
        let mut visits = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = visits.entry(target.clone()).or_default();
        *count += 1;
        let own = || target.strip_prefix(root.real()).map(|below| root.folder().join(below));
        (*count > VISITS).then(|| own().unwrap_or_else(|_| link.to_path_buf()))
    }
}
