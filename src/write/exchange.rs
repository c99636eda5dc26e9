//! All files of an output at once: the folder changes places with another that holds the whole site.
//!
//! Linux can exchange two folders. Where the system or the file system cannot, the output is a link to a folder beside it,
//! and the link is replaced; a folder that is there already cannot become such a link without being gone for a moment.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use walkdir::{DirEntry, WalkDir};

use super::changes::Changes;
use super::output::{is_own_link, prefix_of_sites, remove_unlinked};
use super::system;
use crate::diagnostic::Failure;
use crate::output_path::RECORDS;

/// Adds to a staged tree what stays of the output, so that it holds the whole site and whatever else lies there.
///
/// # Errors
///
/// If the output cannot be exchanged as a whole, or a file cannot be linked or copied.
pub(super) fn prepare(output: &Path, tree: &Path, changes: &Changes) -> Result<(), Failure> {
    if tree.starts_with(output) {
        let why = io::Error::other("it is a mount point, or the folder above it cannot be written");
        return Err(Failure::to("exchange", output)(why).help("publish without `--atomic`, or to a folder below it"));
    }
    let gone: BTreeSet<&str> = changes.removals.iter().map(|path| path.as_str()).collect();
    let failed = |error: walkdir::Error| Failure::to("read", output)(error.into());
    let is_record =
        |entry: &DirEntry| entry.depth() == 1 && entry.file_name().as_encoded_bytes().starts_with(RECORDS.as_bytes());
    for entry in WalkDir::new(output).min_depth(1).into_iter().filter_entry(|entry| !is_record(entry)) {
        let entry = entry.map_err(failed)?;
        let below = entry.path().strip_prefix(output).expect("the walk began there");
        let target = tree.join(below);
        let is_gone = below.to_str().is_some_and(|path| gone.contains(path));
        if is_gone || fs::symlink_metadata(&target).is_ok() {
            continue;
        }
        bring(&entry, output, &target).map_err(Failure::to("copy", entry.path()))?;
    }
    let permissions = fs::metadata(output).map(|found| found.permissions());
    permissions.and_then(|found| fs::set_permissions(tree, found)).map_err(Failure::to("make the folder", tree))
}

/// Brings a file, a link or an empty folder of the output to a place in the tree.
fn bring(entry: &DirEntry, output: &Path, target: &Path) -> io::Result<()> {
    let folder = target.parent().unwrap_or(target);
    if entry.file_type().is_dir() {
        if !system::are_on_one_file_system(output, entry.path()) {
            return Err(io::Error::other("it is on another file system"));
        }
        let is_empty = fs::read_dir(entry.path())?.next().is_none();
        return if is_empty { fs::create_dir_all(target) } else { Ok(()) };
    }
    fs::create_dir_all(folder)?;
    if entry.file_type().is_symlink() {
        return link_to(&fs::read_link(entry.path())?, target);
    }
    // One file under two names, where the file system has such.
    fs::hard_link(entry.path(), target).or_else(|_| fs::copy(entry.path(), target).map(drop))
}

/// Puts a whole site where there is no output yet, so that it can be exchanged later.
pub(super) fn publish_new(output: &Path, tree: &Path) -> Result<(), Failure> {
    let can_exchange = || {
        let (one, other) = (tree.with_file_name("one"), tree.with_file_name("other"));
        let made = fs::create_dir(&one).and_then(|()| fs::create_dir(&other));
        made.and_then(|()| exchange_folders(&one, &other)).is_ok()
    };
    if can_exchange() {
        return fs::rename(tree, output).map_err(Failure::to("write", output));
    }
    replace_link(output, tree).map_err(Failure::to("write", output))
}

/// Exchanges an output for a whole site.
pub(super) fn exchange(output: &Path, tree: &Path) -> Result<(), Failure> {
    if is_own_link(output) {
        return replace_link(output, tree).map_err(Failure::to("write", output));
    }
    exchange_folders(output, tree).map_err(|error| {
        let help = "publish without `--atomic`, or move the folder away once: then it is made anew behind a link";
        Failure::to("exchange", output)(error).help(help)
    })
}

#[cfg(target_os = "linux")]
fn exchange_folders(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(target_os = "linux"))]
fn exchange_folders(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Makes an output a link to a tree, which moves beside it, and removes the folder to which it was one.
fn replace_link(output: &Path, tree: &Path) -> io::Result<()> {
    let staging = tree.parent().and_then(Path::file_name).unwrap_or_default().as_encoded_bytes();
    let mut name = prefix_of_sites(output);
    // The staging folder has a name of its own already.
    name.push(String::from_utf8_lossy(&staging[staging.len().saturating_sub(6)..]).into_owned());
    let link = tree.with_file_name("link");
    link_to(Path::new(&name), &link)?;
    fs::rename(tree, output.with_file_name(&name))?;
    fs::rename(&link, output)?;
    remove_unlinked(output);
    Ok(())
}

fn link_to(target: &Path, link: &Path) -> io::Result<()> {
    #[cfg(unix)]
    return std::os::unix::fs::symlink(target, link);
    #[cfg(windows)]
    {
        let is_folder = link.with_file_name(target).is_dir();
        return if is_folder {
            std::os::windows::fs::symlink_dir(target, link)
        } else {
            std::os::windows::fs::symlink_file(target, link)
        };
    }
    #[cfg(not(any(unix, windows)))]
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// A whole site in a staging folder, in which this is.
    fn staged(parent: &Path, text: &str) -> tempfile::TempDir {
        let staging = tempfile::Builder::new().prefix(".rolebook-staging-public-").tempdir_in(parent).unwrap();
        fs::create_dir(staging.path().join("site")).unwrap();
        fs::write(staging.path().join("site/a.txt"), text).unwrap();
        staging
    }

    #[test]
    fn where_folders_cannot_be_exchanged_a_link_is_replaced() {
        let parent = tempfile::tempdir().unwrap();
        let output = parent.path().join("public");
        for text in ["one", "two", "three"] {
            let staging = staged(parent.path(), text);
            replace_link(&output, &staging.path().join("site")).unwrap();
            drop(staging);
            assert!(is_own_link(&output));
            assert_eq!(fs::read_to_string(output.join("a.txt")).unwrap(), text);
            assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 2, "the link, and the folder to which it leads");
        }
    }
}
