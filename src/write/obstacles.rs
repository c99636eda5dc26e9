//! What stands in the way of publishing, found before anything is touched.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::changes::Changes;
use super::manner::Foreign;
use super::record::Record;
use super::system;
use crate::diagnostic::{Failure, first_of};
use crate::output_path::OutputPath;

/// Looks for what would keep changes from being made in an output, or harm what is not the program's.
pub(super) struct Look<'l> {
    pub(super) output: &'l Path,
    /// Where the files wait that are to move in.
    pub(super) staged: &'l Path,
    pub(super) changes: &'l Changes<'l>,
    /// What earlier builds have made.
    pub(super) earlier: &'l Record,
    pub(super) foreign: Foreign,
}

impl Look<'_> {
    /// Says what is in the way, if anything is.
    pub(super) fn everywhere(&self) -> Result<(), Failure> {
        let real = fs::canonicalize(self.output).map_err(Failure::to("find", self.output))?;
        let all = || self.changes.moves.iter().chain(&self.changes.removals);
        let folders: BTreeSet<&str> = all().flat_map(|path| path.folders()).collect();
        for folder in folders {
            self.at_folder(&real, folder)?;
        }
        for path in all() {
            at_mounted_file(&real, &real.join(path))?;
            at_fixed(&real.join(path))?;
        }
        // Files are made in, and removed from, the innermost folders that are there.
        let innermost = |path: &&OutputPath| {
            let mut folders = path.folders().map(|folder| self.output.join(folder)).chain([self.output.to_path_buf()]);
            folders.find(|folder| folder.is_dir())
        };
        let touched: BTreeSet<PathBuf> = all().filter_map(innermost).collect();
        touched.iter().try_for_each(|folder| at_fixed(folder))?;
        if let Some(folder) = touched.iter().find(|folder| !system::is_writable(folder)) {
            let why = io::Error::other("files in it cannot be changed");
            return Err(Failure::to("publish to", folder)(why).help("let the program write to the folder"));
        }
        self.at_files()
    }

    /// Folders lie in the output, on its file system, and are folders or will be.
    fn at_folder(&self, real_output: &Path, folder: &str) -> Result<(), Failure> {
        let path = real_output.join(folder);
        let Ok(found) = fs::symlink_metadata(&path) else { return Ok(()) };
        if found.is_symlink() && !fs::canonicalize(&path).is_ok_and(|target| target.starts_with(real_output)) {
            let why = io::Error::other("it is a link that leads out of the output");
            return Err(Failure::to("publish below", path)(why).help("remove the link, or publish to another folder"));
        }
        if path.is_dir() && !system::are_on_one_file_system(real_output, &path) {
            let why = io::Error::other("it is on another file system than the output");
            let help = "publish to a folder that is on one file system, and copy the site from there";
            return Err(Failure::to("publish to", path)(why).help(help));
        }
        if !path.is_dir() && !self.changes.removals.iter().any(|removed| removed.as_str() == folder) {
            let why = io::Error::other("it is a file that no build has made, and a folder must be there");
            return Err(Failure::to("publish below", path)(why).help("remove the file, or publish to another folder"));
        }
        Ok(())
    }

    /// Where files move in is nothing, or a file of the program, or a folder that will be empty.
    fn at_files(&self) -> Result<(), Failure> {
        let mut of_others = Vec::new();
        for path in &self.changes.moves {
            let target = self.output.join(path);
            match fs::symlink_metadata(&target) {
                Ok(found) if found.is_dir() => self.at_folder_that_gives_way(&target)?,
                Ok(found)
                    if !self.earlier.owns(path, &target) && !is_copy(&target, &found, &self.staged.join(path)) =>
                {
                    of_others.push(target);
                }
                _ => {}
            }
        }
        if of_others.is_empty() || self.foreign == Foreign::Adopt {
            return Ok(());
        }
        let why = io::Error::other(format!(
            "it has files that no build recorded here has made:{}",
            first_of(of_others.iter().map(|path| path.display()))
        ));
        let help = "publish to another folder, remove these files, or let builds overwrite them: `--adopt`";
        Err(Failure::to("publish to", self.output)(why).help(help))
    }

    /// Of a folder in whose place a file moves, all files are removed. Folders themselves are no hindrance.
    fn at_folder_that_gives_way(&self, folder: &Path) -> Result<(), Failure> {
        let removed: BTreeSet<PathBuf> = self.changes.removals.iter().map(|path| self.output.join(path)).collect();
        let files = WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|file| !file.file_type().is_dir());
        let Some(file) = files.map(walkdir::DirEntry::into_path).find(|file| !removed.contains(file)) else {
            return Ok(());
        };
        let why = io::Error::other("no build has made it, and the folder in which it lies must give way to a file");
        Err(Failure::to("remove", file)(why).help("move the file elsewhere, or publish to another folder"))
    }
}

/// Files on which others are mounted can be neither replaced nor removed.
fn at_mounted_file(real_output: &Path, file: &Path) -> Result<(), Failure> {
    let is_file = fs::symlink_metadata(file).is_ok_and(|found| found.is_file());
    if !is_file || system::are_on_one_file_system(real_output, file) {
        return Ok(());
    }
    let why = io::Error::other("it is a mount point");
    Err(Failure::to("publish to", file)(why).help("unmount it, or publish to another folder"))
}

/// What the system keeps as it is can be neither replaced nor removed, nor can files in it.
pub(super) fn at_fixed(path: &Path) -> Result<(), Failure> {
    if !system::is_fixed(path) {
        return Ok(());
    }
    let why = io::Error::other("it is immutable, or files in it may only grow");
    let help = format!("take that attribute away: `chattr -i -a {}`", path.display());
    Err(Failure::to("change", path)(why).help(help))
}

/// Whether a file that no build has made holds what would be written.
fn is_copy(target: &Path, found: &fs::Metadata, staged: &Path) -> bool {
    found.is_file() && fs::read(target).is_ok_and(|bytes| fs::read(staged).is_ok_and(|staged| staged == bytes))
}
