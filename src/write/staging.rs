//! Files on their way into an output.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};

use rayon::prelude::*;
use tempfile::TempDir;

use super::interruption::Interruption;
use super::leftovers::TREE;
use super::lock::Lock;
use super::made::{Made, Stamp, content_of};
use super::manner::{Durability, Manner, Trust, Turn};
use super::original::Original;
use super::output::OutputFolder;
use super::part::Part;
use super::record::Record;
use super::{attributes, system};
use crate::diagnostic::Failure;
use crate::fingerprint::Fingerprint;
use crate::look::Look;
use crate::output_path::OutputPath;

/// What happened to the files of the output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// New or changed.
    pub written: usize,
    /// Left as they were.
    pub unchanged: usize,
    /// Made by an earlier build, and now removed.
    pub removed: usize,
    /// Made by an earlier build, changed by others since, and left where they are although they are no longer made.
    pub left: Vec<OutputPath>,
    /// The folder that the output was before it was exchanged, if it could not be removed.
    pub left_behind: Option<PathBuf>,
}

/// A file that is to be: where, when, and the fingerprint of what it is made from.
#[derive(Clone, Copy)]
pub struct ToMake<'p> {
    /// Its path in the output.
    pub path: &'p OutputPath,
    /// When it is published.
    pub turn: Turn,
    /// The fingerprint of all that it is made from.
    pub from: Fingerprint,
}

/// Where and how a build publishes.
pub struct Publication {
    /// Where.
    pub output: OutputFolder,
    /// The lock of that folder.
    pub lock: Lock,
    /// How.
    pub manner: Manner,
    /// Who may tell the build to end.
    pub interruption: Interruption,
}

/// A build that has not been published yet. Dropped without [`publish`](Self::publish), it leaves no trace.
pub struct Staging {
    pub(super) output: OutputFolder,
    pub(super) manner: Manner,
    /// Whether there is an output already.
    pub(super) is_there: bool,
    /// Removed when dropped.
    pub(super) folder: TempDir,
    /// Where files wait, within the staging folder.
    pub(super) tree: PathBuf,
    /// What an earlier build made.
    pub(super) earlier: Record,
    pub(super) interruption: Interruption,
    pub(super) files: Mutex<Vec<Staged>>,
    /// Kept until all is published.
    pub(super) lock: Lock,
}

/// A file of the output that is to be.
pub(super) struct Staged {
    pub(super) path: OutputPath,
    pub(super) made: Made,
    pub(super) fate: Fate,
}

/// What is to be done with a file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It waits in the staging folder.
    MoveIn,
    /// The output has it already.
    Leave,
}

impl Staging {
    /// Opens a staging folder for an output of which there is a record.
    ///
    /// # Errors
    ///
    /// If it cannot be made.
    pub fn begin(publication: Publication, earlier: Record) -> Result<Self, Failure> {
        let Publication { output, lock, manner, interruption } = publication;
        let (parent, prefix) = output.staging();
        let mut builder = tempfile::Builder::new();
        builder.prefix(&prefix);
        system::as_private(&mut builder);
        let make = || builder.tempdir_in(&parent);
        let folder = interruption
            .make(make, |folder| folder.path().to_path_buf())
            .map_err(Failure::to("make a folder in", &parent))?;
        // The temporary folder is for its owner only, what is published is for all.
        let tree = folder.path().join(TREE);
        let is_there = output.path().exists();
        let mut done = fs::create_dir(&tree);
        if is_there {
            // New files get the group and the access lists that they would get in the output.
            done = done.and_then(|()| attributes::give_inherited(output.path(), &tree));
        }
        done.map_err(Failure::to("make the folder", &tree))?;
        Ok(Self { output, manner, is_there, folder, tree, earlier, interruption, files: Mutex::default(), lock })
    }

    /// Takes one file. Called from many threads.
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    pub fn put(&self, file: ToMake, bytes: &[u8]) -> Result<(), Failure> {
        let staged = self.tree.join(file.path);
        let (stamp, fate) = match self.unchanged(file.path, bytes) {
            Some(stamp) => (stamp, Fate::Leave),
            None => (self.stage(&staged, bytes).map_err(Failure::to("write", staged))?, Fate::MoveIn),
        };
        self.add(file, Fingerprint::of(bytes), stamp, fate);
        Ok(())
    }

    /// Takes a copy of a file and says how long it is. One that has not changed since it was copied is not read again. The
    /// copy is made from nothing but the file; `content` is what must be in it, if pages have its fingerprint.
    ///
    /// # Errors
    ///
    /// If it cannot be read or written, or is being changed.
    pub fn copy(
        &self,
        path: &OutputPath,
        turn: Turn,
        source: &Path,
        content: Option<Fingerprint>,
    ) -> Result<usize, Failure> {
        let length = |look: Look| usize::try_from(look.bytes).unwrap_or(usize::MAX);
        if let Some(look) = self.earlier.unchanged_source(path.as_str(), source)
            && self.keep(ToMake { path, turn, from: look.of_source() })
        {
            return Ok(length(look));
        }
        let mut original = Original::open(source).map_err(Failure::to("read", source))?;
        let look = original.look;
        let file = ToMake { path, turn, from: look.of_source() };
        if !self.copy_of(file, &mut original, content).map_err(Failure::to("copy", source))? {
            let why = io::Error::other("it was changed during the build");
            return Err(Failure::to("publish", source)(why).help("build again when nothing writes to it"));
        }
        Ok(length(look))
    }

    /// Takes a copy of a file, unless the output has the same. Not if somebody writes to the file meanwhile, or if something
    /// else is in it than must be: says whether it did.
    fn copy_of(&self, file: ToMake, original: &mut Original, content: Option<Fingerprint>) -> io::Result<bool> {
        let present = self.output.path().join(file.path);
        let stamp = stamp_of_file(&present).filter(|stamp| stamp.bytes == original.look.bytes);
        if let Some(stamp) = stamp
            && let Ok(present) = content_of(&present)
            && original.copy_to(&mut io::sink())? == Some(present)
            && content.is_none_or(|content| content == present)
        {
            self.add(file, present, stamp, Fate::Leave);
            return Ok(true);
        }
        let mut copy = self.new_file(&self.tree.join(file.path))?;
        let copied = original.copy_to(&mut copy)?.filter(|copied| content.is_none_or(|content| content == *copied));
        let Some(copied) = copied else { return Ok(false) };
        self.add(file, copied, self.close(&copy)?, Fate::MoveIn);
        Ok(true)
    }

    /// Takes over all files of a part of the site that another build has made, but for those that another part had.
    ///
    /// # Errors
    ///
    /// If a file cannot be read or written, or is not as that build left it.
    pub fn take_over(&self, part: &Part) -> Result<(), Failure> {
        let taken: HashSet<_> = self.locked().iter().map(|file| file.path.clone()).collect();
        let files: Vec<_> = part.record.all_made().filter(|(path, _)| !taken.contains(*path)).collect();
        files.into_par_iter().try_for_each(|(path, made)| {
            let source = part.folder.join(path);
            let Made { turn, from, content, .. } = *made;
            let copy = |mut original| self.copy_of(ToMake { path, turn, from }, &mut original, Some(content));
            if Original::open(&source).and_then(copy).map_err(Failure::to("merge", &source))? {
                return Ok(());
            }
            let why = io::Error::other("it is not as the build of this part left it");
            Err(Failure::to("merge", source)(why).help("build the part again"))
        })
    }

    /// Keeps a file that an earlier build has made from the same, if nothing has changed it since. Says whether it did.
    pub fn keep(&self, file: ToMake) -> bool {
        let made = self.earlier.made(file.path.as_str()).filter(|made| made.from == file.from);
        let present = self.output.path().join(file.path);
        let kept = made.and_then(|made| Some((made.content, made.stamp_if_as_made(&present)?)));
        kept.map(|(content, stamp)| self.add(file, content, stamp, Fate::Leave)).is_some()
    }

    /// Keeps a file whose name says what is in it, if an earlier build has made it. Says whether it did.
    pub fn keep_by_name(&self, file: ToMake) -> bool {
        if self.keep(file) {
            return true;
        }
        let present = self.output.path().join(file.path);
        // Its name does not say that nobody has written to it since.
        let is_own = |content: &Fingerprint| self.earlier.has_made_here(file.path, *content);
        let content = content_of(&present).ok().filter(is_own).filter(|_| self.manner.trust != Trust::Nothing);
        let known = content.and_then(|content| Some((content, Stamp::at(&present).ok()?)));
        known.map(|(content, stamp)| self.add(file, content, stamp, Fate::Leave)).is_some()
    }

    /// What a file of the output looks like from outside, if it holds these bytes.
    fn unchanged(&self, path: &OutputPath, bytes: &[u8]) -> Option<Stamp> {
        if self.is_there { stamp_if_same(&self.output.path().join(path), bytes) } else { None }
    }

    fn add(&self, ToMake { path, turn, from }: ToMake, content: Fingerprint, stamp: Stamp, fate: Fate) {
        let staged = Staged { path: path.clone(), made: Made { turn, from, content, stamp }, fate };
        self.locked().push(staged);
    }

    fn locked(&self) -> MutexGuard<'_, Vec<Staged>> {
        self.files.lock().expect("no thread panics while it holds the lock")
    }

    /// Writes a new file.
    fn stage(&self, path: &Path, bytes: &[u8]) -> io::Result<Stamp> {
        let mut file = self.new_file(path)?;
        file.write_all(bytes)?;
        self.close(&file)
    }

    /// Makes a file with the permissions of new files.
    fn new_file(&self, path: &Path) -> io::Result<File> {
        self.interruption.check()?;
        fs::create_dir_all(path.parent().unwrap_or(&self.tree))?;
        File::create(path)
    }

    fn close(&self, file: &File) -> io::Result<Stamp> {
        if self.manner.durability == Durability::Synced && system::SYNCS_FILE_BY_FILE {
            file.sync_all()?;
        }
        Ok(Stamp::of(&file.metadata()?))
    }
}

/// What a file looks like from outside; nothing if there is none, or a link, or nobody can read it.
fn stamp_of_file(path: &Path) -> Option<Stamp> {
    fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file).and_then(|found| Stamp::if_readable(&found).ok())
}

/// What a file looks like from outside, if it holds these bytes.
fn stamp_if_same(path: &Path, bytes: &[u8]) -> Option<Stamp> {
    let stamp = stamp_of_file(path).filter(|stamp| stamp.length() == bytes.len())?;
    fs::read(path).is_ok_and(|found| found == bytes).then_some(stamp)
}
