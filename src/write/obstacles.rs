//! What stands in the way of publishing, found before anything is touched.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::changes::Changes;
use super::manner::Foreign;
use super::system;
use crate::diagnostic::Failure;
use crate::output_path::OutputPath;

/// How many files of others are named.
const NAMED: usize = 10;

/// Looks for what would keep changes from being made in an output, or harm what is not the program's.
///
/// # Errors
///
/// Says what is in the way.
pub(super) fn look_for(
    output: &Path,
    staged: &Path,
    changes: &Changes,
    is_own: impl Fn(&OutputPath) -> bool,
    foreign: Foreign,
) -> Result<(), Failure> {
    let real = fs::canonicalize(output).map_err(Failure::to("find", output))?;
    let mut writable = BTreeSet::new();
    let all = changes.moves.iter().chain(&changes.removals);
    let folders: BTreeSet<&str> = all.clone().flat_map(|path| path.folders()).collect();
    for folder in folders {
        look_at_folder(&real, folder, changes)?;
    }
    // Files are made in, and removed from, the innermost folders that are there.
    for path in all {
        let folders = path.folders().map(|folder| output.join(folder)).chain([output.to_path_buf()]);
        writable.extend(folders.into_iter().find(|folder| folder.is_dir()));
    }
    if let Some(folder) = writable.iter().find(|folder| !system::is_writable(folder)) {
        let why = io::Error::other("files in it cannot be changed");
        return Err(Failure::to("publish to", folder)(why).help("let the program write to the folder"));
    }
    look_at_files(output, staged, changes, is_own, foreign)
}

/// Folders lie in the output, on its file system, and are folders or will be.
fn look_at_folder(output: &Path, folder: &str, changes: &Changes) -> Result<(), Failure> {
    let path = output.join(folder);
    let Ok(found) = fs::symlink_metadata(&path) else { return Ok(()) };
    if found.is_symlink() && !fs::canonicalize(&path).is_ok_and(|target| target.starts_with(output)) {
        let why = io::Error::other("it is a link that leads out of the output");
        return Err(Failure::to("publish below", path)(why).help("remove the link, or publish to another folder"));
    }
    if path.is_dir() && !system::are_on_one_file_system(output, &path) {
        let why = io::Error::other("it is on another file system than the output");
        let help = "publish to a folder that is on one file system, and copy the site from there";
        return Err(Failure::to("publish to", path)(why).help(help));
    }
    if !path.is_dir() && !changes.removals.iter().any(|removed| removed.as_str() == folder) {
        let why = io::Error::other("it is a file that no build has made, and a folder must be there");
        return Err(Failure::to("publish below", path)(why).help("remove the file, or publish to another folder"));
    }
    Ok(())
}

/// Where files move in is nothing, or a file of the program, or a folder that will be empty.
fn look_at_files(
    output: &Path,
    staged: &Path,
    changes: &Changes,
    is_own: impl Fn(&OutputPath) -> bool,
    foreign: Foreign,
) -> Result<(), Failure> {
    let mut of_others = Vec::new();
    for path in &changes.moves {
        let target = output.join(path);
        match fs::symlink_metadata(&target) {
            Ok(found) if found.is_dir() => {
                if let Some(file) = file_that_stays(output, &target, changes) {
                    let why = io::Error::other(
                        "no build has made it, and the folder in which it lies must give way to a file",
                    );
                    let help = "move the file elsewhere, or publish to another folder";
                    return Err(Failure::to("remove", file)(why).help(help));
                }
            }
            Ok(found)
                if !is_own(path) && foreign == Foreign::Refuse && !is_copy(&target, &found, &staged.join(path)) =>
            {
                of_others.push(target);
            }
            _ => {}
        }
    }
    if of_others.is_empty() {
        return Ok(());
    }
    let mut named: Vec<_> = of_others.iter().take(NAMED).map(|path| format!("\n    {}", path.display())).collect();
    if of_others.len() > NAMED {
        named.push(format!("\n    and {} more", of_others.len() - NAMED));
    }
    let why = io::Error::other(format!("it has files that no build has made:{}", named.concat()));
    let help = "publish to another folder, remove these files, or let builds overwrite them: `--adopt`";
    Err(Failure::to("publish to", output)(why).help(help))
}

/// Whether a file that no build has made holds what would be written.
fn is_copy(target: &Path, found: &fs::Metadata, staged: &Path) -> bool {
    found.is_file() && fs::read(target).is_ok_and(|bytes| fs::read(staged).is_ok_and(|staged| staged == bytes))
}

/// A file of a folder that is not removed. Folders themselves are no hindrance.
fn file_that_stays(output: &Path, folder: &Path, changes: &Changes) -> Option<PathBuf> {
    let removed: BTreeSet<PathBuf> = changes.removals.iter().map(|path| output.join(path)).collect();
    let entries = WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|entry| !entry.file_type().is_dir());
    entries.map(walkdir::DirEntry::into_path).find(|path| !removed.contains(path))
}
