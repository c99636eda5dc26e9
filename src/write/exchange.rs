//! All files of an output at once: the folder changes places with another that holds the whole site.
//!
//! Linux can exchange two folders. Where the system or the file system cannot, the output is a link to a folder beside it,
//! and the link is replaced; a folder that is there already cannot become such a link without being gone for a moment.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::changes::Changes;
use super::old_tree::Brought;
use super::output::{is_own_link, prefix_of_sites};
use super::{attributes, leftovers, obstacles, system};
use crate::diagnostic::Failure;
use crate::fingerprint::Fingerprint;
use crate::look::Look;
use crate::output_path::RECORDS;

/// Adds to a staged tree what stays of the output, so that it holds the whole site and whatever else lies there, and makes
/// its folders what those of the output are. Says which files of others it has brought.
///
/// # Errors
///
/// If the output cannot be exchanged as a whole, or a file cannot be linked or copied.
pub(super) fn prepare(output: &Path, tree: &Path, changes: &Changes) -> Result<Brought, Failure> {
    if tree.starts_with(output) {
        let why = io::Error::other("it is a mount point, or the folder above it cannot be written");
        return Err(Failure::to("exchange", output)(why).help("publish without `--atomic`, or to a folder below it"));
    }
    obstacles::at_fixed(output)?;
    let gone: BTreeSet<&str> = changes.removals.iter().map(|path| path.as_str()).collect();
    let is_record =
        |entry: &DirEntry| entry.depth() == 1 && entry.file_name().as_encoded_bytes().starts_with(RECORDS.as_bytes());
    let (mut brought, mut folders) = (Brought::new(), Vec::new());
    for entry in WalkDir::new(output).min_depth(1).into_iter().filter_entry(|entry| !is_record(entry)) {
        let found =
            entry.map_err(|error| error.into_io_error().expect("a walk that follows no link goes in no circle"));
        let entry = match found {
            // Others may be at work in it.
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            entry => entry.map_err(Failure::to("read", output))?,
        };
        obstacles::at_fixed(entry.path())?;
        let below = entry.path().strip_prefix(output).expect("the walk began there").to_path_buf();
        let target = tree.join(&below);
        let failed = Failure::to("copy", entry.path());
        if entry.file_type().is_dir() {
            bring_folder(entry.path(), output, &target).map_err(failed)?;
            folders.push(below);
        } else if !below.to_str().is_some_and(|path| gone.contains(path)) && fs::symlink_metadata(&target).is_err() {
            match bring(entry.path(), &target) {
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                looks => drop(brought.insert(below, looks.map_err(failed)?)),
            }
        }
    }
    keep_attributes(output, tree, &folders, changes).map_err(Failure::to("make the folder", tree))?;
    Ok(brought)
}

/// Makes an empty folder of the output in the tree; others are made with what is in them.
fn bring_folder(folder: &Path, output: &Path, target: &Path) -> io::Result<()> {
    if !system::are_on_one_file_system(output, folder) {
        return Err(io::Error::other("it is on another file system"));
    }
    let is_empty = fs::read_dir(folder)?.next().is_none();
    if is_empty && fs::symlink_metadata(target).is_err() { fs::create_dir_all(target) } else { Ok(()) }
}

/// Brings a file or a link of the output to a place in the tree. Says what both look like.
fn bring(file: &Path, target: &Path) -> io::Result<[Fingerprint; 2]> {
    fs::create_dir_all(target.parent().unwrap_or(target))?;
    // One file under two names, where the file system has such.
    fs::hard_link(file, target).or_else(|_| copy(file, target))?;
    let look = |path| fs::symlink_metadata(path).map(|found| Look::of(&found).of_source());
    Ok([look(file)?, look(target)?])
}

fn copy(file: &Path, target: &Path) -> io::Result<()> {
    if fs::symlink_metadata(file)?.is_symlink() {
        return link_to(&fs::read_link(file)?, target);
    }
    fs::copy(file, target)?;
    attributes::give(file, target)?;
    attributes::give_times(file, target)
}

/// Makes folders of a tree what those of the output are. Those in which nothing changes keep their times, too.
fn keep_attributes(output: &Path, tree: &Path, folders: &[PathBuf], changes: &Changes) -> io::Result<()> {
    let changing = changes.moves.iter().chain(&changes.removals).flat_map(|path| path.folders());
    let changing: BTreeSet<&Path> = changing.map(Path::new).collect();
    // Folders that are closed to this user come after those in them.
    for below in folders.iter().rev() {
        let (old, new) = (output.join(below), tree.join(below));
        if !fs::symlink_metadata(&new).is_ok_and(|found| found.is_dir()) {
            continue;
        }
        let times = || if changing.contains(below.as_path()) { Ok(()) } else { attributes::give_times(&old, &new) };
        match times().and_then(|()| attributes::give(&old, &new)) {
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            given => given?,
        }
    }
    attributes::give(output, tree)
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
    replace_link(output, tree).map(drop).map_err(Failure::to("write", output))
}

/// Exchanges an output for a whole site, and gives the path at which the tree now lies that the output was.
pub(super) fn exchange(output: &Path, tree: &Path) -> Result<PathBuf, Failure> {
    if is_own_link(output) {
        return replace_link(output, tree).map_err(Failure::to("write", output));
    }
    let exchanged = leftovers::mark_old(tree, output).and_then(|()| exchange_folders(output, tree));
    exchanged.map_err(|error| {
        let help = "publish without `--atomic`, or move the folder away once: then it is made anew behind a link";
        Failure::to("exchange", output)(error).help(help)
    })?;
    Ok(tree.to_path_buf())
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

/// Makes an output a link to a tree, which moves beside it. Gives the folder to which it was one.
fn replace_link(output: &Path, tree: &Path) -> io::Result<PathBuf> {
    let staging = tree.parent().and_then(Path::file_name).unwrap_or_default().as_encoded_bytes();
    let mut name = prefix_of_sites(output);
    // The staging folder has a name of its own already.
    name.push(String::from_utf8_lossy(&staging[staging.len().saturating_sub(6)..]).into_owned());
    let link = tree.with_file_name("link");
    link_to(Path::new(&name), &link)?;
    let old = fs::read_link(output).map(|old| output.with_file_name(old));
    fs::rename(tree, output.with_file_name(&name))?;
    fs::rename(&link, output)?;
    Ok(old.unwrap_or_else(|_| tree.to_path_buf()))
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
            let old = replace_link(&output, &staging.path().join("site")).unwrap();
            assert_eq!(old.exists(), text != "one");
            let _ = fs::remove_dir_all(old);
            drop(staging);
            assert!(is_own_link(&output));
            assert_eq!(fs::read_to_string(output.join("a.txt")).unwrap(), text);
            assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 2, "the link, and the folder to which it leads");
        }
    }
}
