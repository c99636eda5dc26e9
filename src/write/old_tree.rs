//! The tree that an output was before another was put in its place, and what others have written there meanwhile.
//!
//! Between the moment at which files of others are brought into a new tree and that at which it is exchanged, more may come:
//! uploads, objects of a repository, sockets. Nothing of others is removed but what the new tree has, too.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::{attributes, system};
use crate::fingerprint::Fingerprint;
use crate::look::{self, Look};
use crate::output_path::OutputPath;

/// Files of others that a new tree has from an output, and what both looked like then, by their paths in it.
pub(super) type Brought = HashMap<PathBuf, [Fingerprint; 2]>;

/// How often a tree is looked through in which others go on writing.
const ROUNDS: usize = 100;

/// The tree that an output was.
pub(super) struct OldTree<'o> {
    pub(super) old: &'o Path,
    /// The output as it is now.
    pub(super) new: &'o Path,
    /// What was brought over before.
    pub(super) brought: &'o Brought,
    /// The files of the program in both.
    own: BTreeSet<&'o str>,
    /// The folders in which they lie.
    own_folders: BTreeSet<&'o str>,
}

impl<'o> OldTree<'o> {
    pub(super) fn new(
        old: &'o Path,
        new: &'o Path,
        brought: &'o Brought,
        own: impl Iterator<Item = &'o OutputPath> + Clone,
    ) -> Self {
        let own_folders = own.clone().flat_map(OutputPath::folders).collect();
        Self { old, new, brought, own: own.map(OutputPath::as_str).collect(), own_folders }
    }

    /// Removes the tree, and brings over what others have written there since files were brought.
    ///
    /// # Errors
    ///
    /// If something can be neither removed nor brought over. It stays where it is.
    pub(super) fn clear(&self) -> io::Result<()> {
        for round in 1.. {
            match self.clear_once() {
                Ok(()) => break,
                // Something has come meanwhile, or a folder is closed.
                Err(_) if round < ROUNDS => system::open_folders(self.old),
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn clear_once(&self) -> io::Result<()> {
        for entry in WalkDir::new(self.old).contents_first(true) {
            let entry = match entry {
                Err(error) if error.io_error().is_some_and(is_gone) => continue,
                entry => entry?,
            };
            let below = entry.path().strip_prefix(self.old).expect("the walk began there");
            let done = if entry.file_type().is_dir() {
                self.leave_folder(entry.path(), below)
            } else {
                self.leave_file(entry.path(), below)
            };
            done.or_else(|error| if is_gone(&error) { Ok(()) } else { Err(error) })?;
        }
        Ok(())
    }

    /// Removes an empty folder. One that others have made is made anew.
    fn leave_folder(&self, folder: &Path, below: &Path) -> io::Result<()> {
        if !below.to_str().is_some_and(|path| path.is_empty() || self.own_folders.contains(path)) {
            self.make_folder(below)?;
        }
        fs::remove_dir(folder)
    }

    /// Removes a file, or brings it over.
    fn leave_file(&self, file: &Path, below: &Path) -> io::Result<()> {
        if below.to_str().is_some_and(|path| self.own.contains(path)) || !self.is_missed(file, below)? {
            return fs::remove_file(file);
        }
        if let Some(folder) = below.parent() {
            self.make_folder(folder)?;
        }
        let target = self.new.join(below);
        match fs::hard_link(file, &target) {
            Ok(()) => fs::remove_file(file),
            // An earlier state of it, or something that has come just now and is looked at in the next round.
            Err(error) if error.kind() == ErrorKind::AlreadyExists && !self.is_missed(file, below)? => Err(error),
            Err(_) => fs::rename(file, target),
        }
    }

    /// Whether the new tree does not have a file, or an earlier state of it.
    fn is_missed(&self, file: &Path, below: &Path) -> io::Result<bool> {
        let old = fs::symlink_metadata(file)?;
        let was_old = self.brought.get(below).map(|[old, _]| *old);
        let Ok(new) = fs::symlink_metadata(self.new.join(below)) else {
            // Somebody may have removed what was brought.
            return Ok(was_old != Some(Look::of(&old).of_source()));
        };
        if look::identity(&old) == look::identity(&new) || was_old == Some(Look::of(&old).of_source()) {
            return Ok(false);
        }
        let is_as_brought = self.brought.get(below).map(|[_, new]| *new) == Some(Look::of(&new).of_source());
        Ok(is_as_brought || look::modified(&old) > look::modified(&new))
    }

    /// Makes a folder as it is in the old tree, with those above it.
    fn make_folder(&self, below: &Path) -> io::Result<()> {
        let folder = self.new.join(below);
        if fs::symlink_metadata(&folder).is_ok() {
            return Ok(());
        }
        if let Some(above) = below.parent() {
            self.make_folder(above)?;
        }
        fs::create_dir(&folder)?;
        attributes::give(&self.old.join(below), &folder)
    }
}

fn is_gone(error: &io::Error) -> bool {
    error.kind() == ErrorKind::NotFound
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(folder: &Path, files: &[(&str, &str)]) {
        for (path, text) in files {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
    }

    fn all(folder: &Path) -> Vec<(String, String)> {
        let files = WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
        let files = files.filter(|entry| entry.depth() > 0 && (entry.file_type().is_file() || is_empty(entry.path())));
        let text = |path: &Path| fs::read_to_string(path).unwrap_or_default();
        files
            .map(|entry| (entry.path().strip_prefix(folder).unwrap().display().to_string(), text(entry.path())))
            .collect()
    }

    fn is_empty(folder: &Path) -> bool {
        fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
    }

    #[test]
    fn what_others_have_written_meanwhile_is_brought_over() {
        let parent = tempfile::tempdir().unwrap();
        let [old, new] = ["old", "new"].map(|name| parent.path().join(name));
        write(
            &old,
            &[("en/a.html", "one"), ("en/gone/b.html", "one"), ("up/1", "mine"), ("up/2", "mine"), ("up/5", "")],
        );
        write(&new, &[("en/a.html", "two")]);
        fs::create_dir_all(new.join("up")).unwrap();
        let mut brought = Brought::new();
        let look = |path: PathBuf| Look::of(&fs::metadata(path).unwrap()).of_source();
        for file in ["up/1", "up/2", "up/5"] {
            fs::hard_link(old.join(file), new.join(file)).unwrap();
            brought.insert(file.into(), [look(old.join(file)), look(new.join(file))]);
        }
        // Others come, replace and remove files while the trees are exchanged, before and after.
        write(&old, &[("up/3", "late"), ("other/deep/4", "late"), ("en/notes.txt", "late"), ("up/2.new", "late")]);
        fs::rename(old.join("up/2.new"), old.join("up/2")).unwrap();
        fs::create_dir(old.join("empty")).unwrap();
        fs::remove_file(new.join("up/5")).unwrap();
        write(&new, &[("up/6", "later")]);
        let own = ["en/a.html", "en/gone/b.html"].map(|path| OutputPath::read(path).unwrap());
        OldTree::new(&old, &new, &brought, own.iter()).clear().unwrap();
        assert!(!old.exists());
        let expected = [
            ("empty", ""),
            ("en/a.html", "two"),
            ("en/notes.txt", "late"),
            ("other/deep/4", "late"),
            ("up/1", "mine"),
            ("up/2", "late"),
            ("up/3", "late"),
            ("up/6", "later"),
        ];
        assert_eq!(all(&new), expected.map(|(path, text)| (path.to_owned(), text.to_owned())));
    }

    /// After a build that was killed nobody knows what it had brought.
    #[test]
    fn without_knowing_what_was_brought_the_later_file_stays() {
        let parent = tempfile::tempdir().unwrap();
        let [old, new] = ["old", "new"].map(|name| parent.path().join(name));
        write(&old, &[("a", "early"), ("b", "late")]);
        write(&new, &[("a", "late"), ("b", "early"), ("c", "mine")]);
        fs::hard_link(new.join("c"), old.join("c")).unwrap();
        for early in [old.join("a"), new.join("b")] {
            fs::File::options().write(true).open(early).unwrap().set_modified(std::time::UNIX_EPOCH).unwrap();
        }
        OldTree::new(&old, &new, &Brought::new(), std::iter::empty()).clear().unwrap();
        assert!(!old.exists());
        assert_eq!(all(&new), [("a", "late"), ("b", "late"), ("c", "mine")].map(|(a, b)| (a.to_owned(), b.to_owned())));
    }
}
