//! Where the folders of a site are, and whether they are still the same.
//!
//! A folder that is renamed takes its watch with it. What then stands in its place is another folder, which must be watched
//! anew: the root, what it is a link to, a folder above it, or a folder in it.

use std::path::{Path, PathBuf};

use notify::{RecursiveMode, Watcher};
use same_file::Handle;

use super::refusal::Refusal;
use crate::diagnostic::Failure;
use crate::load::{FOLDERS, STATIC};

/// The folders of a site that are watched.
pub(super) struct Folders {
    /// The root as the user has named it.
    named: PathBuf,
    /// The root without links on the way, as events have it.
    root: PathBuf,
    /// What stood at the root and at the folders in it when they were last watched.
    standing: Vec<Option<Handle>>,
}

impl Folders {
    /// Those of the site at `root`.
    pub(super) fn of(root: &Path) -> Result<Self, Failure> {
        let real = root.canonicalize().map_err(Failure::to("find", root))?;
        Ok(Self { named: root.to_path_buf(), root: real, standing: Vec::new() })
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// The root, then the folders that count with all that is in them.
    fn all(&self) -> impl Iterator<Item = PathBuf> {
        let below = FOLDERS.iter().chain(&[STATIC]).map(|folder| self.root.join(folder));
        std::iter::once(self.root.clone()).chain(below)
    }

    /// Whether another folder stands where one was watched, or one where none was, or none any more.
    pub(super) fn have_changed(&self) -> bool {
        let is_elsewhere = self.named.canonicalize().is_ok_and(|real| real != self.root);
        is_elsewhere || self.all().zip(&self.standing).any(|(path, stood)| !stands(stood.as_ref(), &path))
    }

    /// Watches those that are there.
    pub(super) fn watch(&mut self, backend: &mut dyn Watcher) -> Result<(), Refusal> {
        if let Ok(real) = self.named.canonicalize() {
            self.root = real;
        }
        // Before they are watched: what is replaced meanwhile is seen at the next look.
        self.standing = self.all().map(|path| Handle::from_path(path).ok()).collect();
        for path in self.all().filter(|path| path.is_dir()) {
            let is_root = path == self.root;
            let mode = if is_root { RecursiveMode::NonRecursive } else { RecursiveMode::Recursive };
            backend.watch(&path, mode).or_else(|error| Refusal::of(error).map_or(Ok(()), Err))?;
        }
        Ok(())
    }

    /// Watches none any more.
    pub(super) fn leave(&self, backend: &mut dyn Watcher) {
        for path in self.all() {
            // What is gone is not watched anyway.
            let _ = backend.unwatch(&path);
        }
    }
}

/// Whether there is still at a path what was there. It is held open, so that the system gives its number to nothing else.
fn stands(stood: Option<&Handle>, path: &Path) -> bool {
    match stood {
        // To open it anew would tell those who watch it.
        #[cfg(unix)]
        Some(stood) => crate::write::is_at(stood.as_file(), path),
        #[cfg(not(unix))]
        Some(stood) => Handle::from_path(path).is_ok_and(|there| there == *stood),
        None => Handle::from_path(path).is_err(),
    }
}
