//! What builds that were killed have left beside an output, or in it.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::manner::Trust;
use super::old_tree::{Brought, OldTree};
use super::output::{OutputFolder, has_random_end, is_site_of};
use super::record::Record;
use super::{replace, system};
use crate::fingerprint::Fingerprint;
use crate::look;

/// The tree in a staging folder.
pub(super) const TREE: &str = "site";

/// What else a build makes in its staging folder.
const ALL: [&str; 5] = [TREE, OLD, "link", "one", "other"];

/// The file in a staging folder that says which tree is that which the output was.
const OLD: &str = "old";

/// Notes in a staging folder that its tree is about to become the output, and the output a tree that is to be removed.
pub(super) fn mark_old(tree: &Path, output: &Path) -> io::Result<()> {
    fs::write(tree.with_file_name(OLD), identity(output)?)
}

/// Removes what builds that were killed have left, and says what of it cannot be removed. Only for who has the lock.
pub(super) fn remove(output: &OutputFolder) -> Vec<PathBuf> {
    let mut kept = Vec::new();
    let (folder, prefix) = output.staging();
    for path in with_random_ends(&folder, &prefix) {
        // Others may have named a folder of theirs so.
        let is_removed = is_staging(&path) && remove_staging(output, &path).is_ok();
        kept.extend((!is_removed).then_some(path));
    }
    for path in with_random_ends(&output.records, &replace::prefix(&output.record())) {
        kept.extend(fs::remove_file(&path).is_err().then_some(path));
    }
    kept.extend(unlinked(output.path()).into_iter().filter(|path| clear(output, path).is_err()));
    kept
}

fn remove_staging(output: &OutputFolder, staging: &Path) -> io::Result<()> {
    let tree = staging.join(TREE);
    let is_old = || Some(fs::read_to_string(staging.join(OLD)).ok()? == identity(&tree).ok()?);
    if is_old() == Some(true) {
        clear(output, &tree)?;
    }
    system::remove_folder(staging)
}

/// Removes a tree that the output was, and brings over what others have written there.
fn clear(output: &OutputFolder, tree: &Path) -> io::Result<()> {
    let own = Record::of(output, Trust::OwnRecord).map(|record| record.paths()).unwrap_or_default();
    OldTree::new(tree, output.path(), &Brought::new(), own.iter()).clear()
}

fn identity(folder: &Path) -> io::Result<String> {
    Ok(Fingerprint::of_value(&look::identity(&fs::metadata(folder)?)).to_string())
}

/// Whether something is a folder in which is nothing but what builds make in theirs.
fn is_staging(path: &Path) -> bool {
    if !fs::symlink_metadata(path).is_ok_and(|found| found.is_dir()) {
        return false;
    }
    // Who may remove it may have to open it first.
    let Ok(entries) = fs::read_dir(path) else { return true };
    entries.flatten().all(|entry| ALL.iter().any(|name| entry.file_name() == *name))
}

fn with_random_ends(folder: &Path, prefix: &OsStr) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let left = entries.filter(|entry| has_random_end(&entry.file_name(), prefix));
    left.map(|entry| entry.path()).collect()
}

/// The folders to which an output was a link.
fn unlinked(output: &Path) -> Vec<PathBuf> {
    let current = fs::read_link(output).map(PathBuf::into_os_string).unwrap_or_default();
    let entries = output.parent().and_then(|parent| fs::read_dir(parent).ok()).into_iter().flatten().flatten();
    let is_left = |name: &OsStr| name != current && is_site_of(output, name);
    let left =
        entries.filter(|entry| is_left(&entry.file_name()) && entry.file_type().is_ok_and(|found| found.is_dir()));
    left.map(|entry| entry.path()).collect()
}
