//! What a build changes in an output.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::manner::Turn;
use super::staging::{Fate, Staged};
use crate::diagnostic::Failure;
use crate::output_path::OutputPath;

/// What changes in an output.
pub(super) struct Changes<'f> {
    /// The files that move in, in their order.
    pub(super) moves: Vec<&'f OutputPath>,
    /// The files that go.
    pub(super) removals: BTreeSet<&'f OutputPath>,
    /// The files that are no longer made and stay, since others have changed them.
    pub(super) left: Vec<&'f OutputPath>,
}

/// What has become of a file that an earlier build made and this one does not.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Gone {
    /// It is as it was made.
    AsMade,
    /// Somebody else has changed it, or put another in its place.
    Changed,
    /// It is no longer there.
    Missing,
}

impl Changes<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.moves.is_empty() && self.removals.is_empty()
    }

    /// The removals without which files cannot move in: a file where a folder must be, or files in a folder where a file must.
    pub(super) fn in_the_way(&self) -> impl Iterator<Item = &OutputPath> {
        let moved: BTreeSet<&str> = self.moves.iter().map(|path| path.as_str()).collect();
        let folders: BTreeSet<&str> = self.moves.iter().flat_map(|path| path.folders()).collect();
        let removals = self.removals.iter().copied();
        removals
            .filter(move |path| folders.contains(path.as_str()) || path.folders().any(|folder| moved.contains(folder)))
    }
}

/// What changes in an output that had these files earlier, if it is there.
///
/// # Errors
///
/// If it cannot be told what has become of one of them.
pub(super) fn changes<'f>(
    files: &'f [Staged],
    earlier: &'f BTreeSet<OutputPath>,
    now: impl Fn(&OutputPath) -> Result<Gone, Failure>,
    output: Option<&Path>,
) -> Result<Changes<'f>, Failure> {
    let mut moves: Vec<_> = files.iter().filter(|file| file.fate == Fate::MoveIn).collect();
    moves.sort_by_cached_key(|file| {
        let is_there = |output: &Path| fs::symlink_metadata(output.join(&file.path)).is_ok();
        let is_changed = file.made.turn == Turn::Page && output.is_some_and(is_there);
        (file.made.turn, is_changed, &file.path)
    });
    let made: BTreeSet<&OutputPath> = files.iter().map(|file| &file.path).collect();
    let (mut removals, mut left) = (BTreeSet::new(), Vec::new());
    for path in earlier.iter().filter(|path| !made.contains(path)) {
        match now(path)? {
            Gone::AsMade => drop(removals.insert(path)),
            Gone::Changed => left.push(path),
            Gone::Missing => {}
        }
    }
    Ok(Changes { moves: moves.into_iter().map(|file| &file.path).collect(), removals, left })
}
