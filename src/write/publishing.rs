//! Moving what waits into the output.
//!
//! The order is such that whoever reads the site meanwhile, or whenever it ends, meets whole files, and no page that can be
//! reached leads to one that is not there: assets, new pages, changed pages, the search index, notices, removals.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::changes::{Changes, Gone, changes};
use super::made::Known;
use super::manner::{Change, Durability};
use super::obstacles::Look;
use super::old_tree::{Brought, OldTree};
use super::record;
use super::record_text::About;
use super::staging::{Fate, Staged, Staging, Written};
use super::{exchange, system};
use crate::diagnostic::Failure;
use crate::output_path::OutputPath;

impl Staging {
    /// Publishes all files that have changed and removes what is no longer made. What was made is kept in mind for the next
    /// build, with `about` it.
    ///
    /// # Errors
    ///
    /// If something stands in the way, or the process is to end: nothing has been changed then. If the system refuses a change
    /// that it seemed to allow, some files may be old and some new; the next build makes all new.
    pub fn publish(mut self, about: About) -> Result<Written, Failure> {
        let mut files = std::mem::take(&mut *self.files.lock().expect("no thread panics while it holds the lock"));
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let earlier = self.earlier.paths();
        let present = self.is_there.then(|| self.output.path());
        let changes = changes(&files, &earlier, |path| self.what_lies_at(path), present)?;
        let mut left_behind = None;
        if !changes.is_empty() || !self.is_there {
            let brought = self.prepare(&changes)?;
            let _busy = self.interruption.publishing()?;
            self.announce(&files, &changes)?;
            if self.is_there && self.manner.change == Change::AtOnce {
                left_behind = self.exchange(&files, &changes, &brought)?;
            } else {
                self.change(&changes)?;
            }
        }
        let about = About { began: self.lock.taken, folder: self.output.name_of_part(), ..about };
        let made = files.iter().map(|file| (&file.path, Known::Made(file.made)));
        record::write(&self.output, Some(about), made, self.manner.durability)?;
        record::remove_others(&self.earlier);
        record::remove_manifest(self.output.path())?;
        let unchanged = files.len() - changes.moves.len();
        let left = changes.left.into_iter().cloned().collect();
        Ok(Written { written: changes.moves.len(), unchanged, removed: changes.removals.len(), left, left_behind })
    }

    /// Does all that can be done before anything changes.
    fn prepare(&self, changes: &Changes) -> Result<Brought, Failure> {
        let mut brought = Brought::new();
        if self.is_there {
            let (output, staged, earlier) = (self.output.path(), &*self.tree, &self.earlier);
            Look { output, staged, changes, earlier, foreign: self.manner.foreign }.everywhere()?;
            if self.manner.change == Change::AtOnce {
                brought = exchange::prepare(self.output.path(), &self.tree, changes)?;
            }
        }
        self.sync(&self.tree)?;
        Ok(brought)
    }

    /// What has become of a file that an earlier build made and this one does not.
    fn what_lies_at(&self, path: &OutputPath) -> Result<Gone, Failure> {
        let file = self.output.path().join(path);
        match self.earlier.has_made(path, &file) {
            Ok(true) => Ok(Gone::AsMade),
            Ok(false) => Ok(Gone::Changed),
            Err(error) if !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                // The next build must know it still: what cannot be read now would otherwise stay for ever.
                Err(Failure::to("read", file)(error).help("see to it that the file can be read, or remove it"))
            }
            // What it leaves behind, such as an empty folder, goes too.
            Err(_) if self.earlier.is_of_here() => Ok(Gone::AsMade),
            Err(_) => Ok(Gone::Missing),
        }
    }

    /// Records all files that are about to change: from then on they may be either old or new.
    fn announce(&self, files: &[Staged], changes: &Changes) -> Result<(), Failure> {
        let known = |file: &Staged| match file.fate {
            Fate::Leave => Known::Made(file.made),
            Fate::MoveIn => {
                let earlier = self.earlier.contents(&file.path).iter().copied();
                Known::OneOf(
                    earlier.filter(|content| *content != file.made.content).chain([file.made.content]).collect(),
                )
            }
        };
        let files = files.iter().map(|file| (&file.path, known(file)));
        let going = changes.removals.iter().map(|path| (*path, self.earlier.known(path)));
        record::write(&self.output, None, files.chain(going), self.manner.durability)
    }

    fn change(&self, changes: &Changes) -> Result<(), Failure> {
        let (output, tree) = (self.output.path(), &self.tree);
        match (self.is_there, self.manner.change) {
            (false, Change::AtOnce) => exchange::publish_new(output, tree)?,
            (false, Change::FileByFile) => fs::rename(tree, output).map_err(Failure::to("write", output))?,
            (true, _) => apply(changes, output, tree).map_err(|failure| {
                failure.help("mend that and build again: until then, some files are old and some new")
            })?,
        }
        self.sync(output)
    }

    /// Puts a whole site in the place of another, which is removed. Says where it lies if it cannot be.
    fn exchange(&mut self, files: &[Staged], changes: &Changes, brought: &Brought) -> Result<Option<PathBuf>, Failure> {
        // From here on others may have files in what waits there.
        self.folder.disable_cleanup(true);
        let output = self.output.path();
        let exchanged = exchange::exchange(output, &self.tree);
        let Ok(old) = exchanged else {
            self.folder.disable_cleanup(false);
            return exchanged.map(Some);
        };
        let own = files.iter().map(|file| &file.path).chain(changes.removals.iter().copied());
        self.sync(output)?;
        if OldTree::new(&old, output, brought, own).clear().is_err() {
            self.interruption.forget(self.folder.path());
            return Ok(Some(old));
        }
        self.folder.disable_cleanup(false);
        Ok(None)
    }

    fn sync(&self, folder: &Path) -> Result<(), Failure> {
        match self.manner.durability {
            Durability::Synced => system::sync_all(folder).map_err(Failure::to("write", folder)),
            Durability::Unsynced => Ok(()),
        }
    }
}

/// Changes one file after the other.
fn apply(changes: &Changes, output: &Path, staged: &Path) -> Result<(), Failure> {
    for path in changes.in_the_way() {
        remove(output, path)?;
    }
    for path in &changes.moves {
        move_in(&staged.join(path), &output.join(path))?;
    }
    for path in &changes.removals {
        remove(output, path)?;
    }
    Ok(())
}

fn move_in(staged: &Path, target: &Path) -> Result<(), Failure> {
    let folder = target.parent().expect("files of the output lie in it");
    fs::create_dir_all(folder).map_err(Failure::to("make the folder", folder))?;
    match fs::rename(staged, target) {
        // Folders in which nothing is left.
        Err(error) if error.kind() == ErrorKind::IsADirectory => {
            remove_empty_folders(target).map_err(Failure::to("remove", target))?;
            fs::rename(staged, target).map_err(Failure::to("write", target))
        }
        result => result.map_err(Failure::to("write", target)),
    }
}

fn remove_empty_folders(folder: &Path) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        remove_empty_folders(&entry?.path())?;
    }
    fs::remove_dir(folder)
}

/// Removes a file of an earlier build, if it is still there, and the folders that it leaves empty.
fn remove(output: &Path, path: &OutputPath) -> Result<(), Failure> {
    let file = output.join(path);
    match fs::remove_file(&file) {
        Err(error)
            if !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::IsADirectory) =>
        {
            return Err(Failure::to("remove", file)(error));
        }
        _ => {}
    }
    let mut folders = file.ancestors().skip(1).take_while(|folder| *folder != output);
    let _ = folders.try_for_each(|folder| match fs::remove_dir(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(()),
        _ => Ok(()),
    });
    Ok(())
}
