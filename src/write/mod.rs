//! Bytes to disk: all files together, or none.
//!
//! Rendered files wait in a staging folder beside the output, on the same file system. When all are there they move in
//! by rename: the folder as a whole if there is no output yet, else the files that have changed. Files whose bytes have not
//! changed are not touched. Files that an earlier build made and this one does not are removed; a manifest in the output
//! says which those are, so that nothing else in the folder ever is.

#![expect(clippy::disallowed_methods, reason = "this stage touches the disk so that no other has to")]

mod record;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use tempfile::TempDir;

use crate::diagnostic::Failure;
use crate::fingerprint::Fingerprint;
use crate::output_path::OutputPath;
pub use record::{About, Record};
use record::{Made, Stamp};

/// The file in the output that lists what the last build made.
const MANIFEST: &str = ".rolebook-manifest";

/// What happened to the files of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// New or changed.
    pub written: usize,
    /// Left as they were.
    pub unchanged: usize,
    /// Made by an earlier build, and now removed.
    pub removed: usize,
}

/// A build that has not been published yet. Dropped without [`publish`](Self::publish), it leaves no trace.
pub struct Staging {
    output: PathBuf,
    /// Whether there is an output already.
    state: State,
    folder: TempDir,
    /// Where files wait, within the staging folder.
    tree: PathBuf,
    /// What an earlier build made.
    earlier: BTreeSet<OutputPath>,
    record: Option<Record>,
    files: Mutex<Vec<Staged>>,
}

/// Whether there is an output folder before a build.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Missing,
    Present,
}

/// A file of the output that is to be.
struct Staged {
    path: OutputPath,
    made: Made,
    fate: Fate,
}

/// What is to be done with a file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// It waits in the staging folder.
    MoveIn,
    /// The output has it already.
    Leave,
}

impl Staging {
    /// Opens a staging folder beside the output folder, of which there may be a record.
    ///
    /// # Errors
    ///
    /// If it cannot be made, or what an earlier build made cannot be read.
    pub fn begin(output: &Path, record: Option<Record>) -> Result<Self, Failure> {
        let output = std::path::absolute(output).map_err(Failure::to("find", output))?;
        let parent = output.parent().unwrap_or(&output);
        fs::create_dir_all(parent).map_err(Failure::to("make the folder", parent))?;
        let folder = tempfile::Builder::new().prefix(".rolebook-staging-").tempdir_in(parent);
        let folder = folder.map_err(Failure::to("make a folder in", parent))?;
        // The temporary folder is for its owner only, what is published is for all.
        let tree = folder.path().join("site");
        fs::create_dir(&tree).map_err(Failure::to("make the folder", &tree))?;
        let earlier = read_manifest(&output)?;
        let state = if fs::symlink_metadata(&output).is_ok() { State::Present } else { State::Missing };
        Ok(Self { output, state, folder, tree, earlier, record, files: Mutex::default() })
    }

    /// Takes one file, and the fingerprint of what it is made from. Called from many threads.
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    pub fn put(&self, path: &OutputPath, from: Fingerprint, bytes: &[u8]) -> Result<(), Failure> {
        let staged = self.tree.join(path);
        let (stamp, fate) = match self.unchanged(path, bytes) {
            Some(stamp) => (stamp, Fate::Leave),
            None => (stage(&staged, bytes).map_err(Failure::to("write", staged))?, Fate::MoveIn),
        };
        self.add(path, Made { from, content: Fingerprint::of(bytes), stamp }, fate);
        Ok(())
    }

    /// Takes a copy of a file and says how long it is. One that looks as it did when it was copied is not read again.
    ///
    /// # Errors
    ///
    /// If it cannot be read or written.
    pub fn copy(&self, path: &OutputPath, source: &Path) -> Result<usize, Failure> {
        let stamp = Stamp::at(source).map_err(Failure::to("read", source))?;
        let from = stamp.fingerprint();
        if self.keep(path, from) {
            return Ok(stamp.length());
        }
        let content = record::content_of(source).map_err(Failure::to("read", source))?;
        let present = self.output.join(path);
        let is_same = |found: &Stamp| {
            found.length() == stamp.length() && record::content_of(&present).is_ok_and(|found| found == content)
        };
        let (stamp, fate) = match Stamp::at(&present).ok().filter(is_same) {
            Some(stamp) => (stamp, Fate::Leave),
            None => (stage_copy(&self.tree.join(path), source).map_err(Failure::to("copy", source))?, Fate::MoveIn),
        };
        self.add(path, Made { from, content, stamp }, fate);
        Ok(stamp.length())
    }

    /// Keeps a file that an earlier build has made from the same, if nothing has changed it since. Says whether it did.
    pub fn keep(&self, path: &OutputPath, from: Fingerprint) -> bool {
        let made = self.record.as_ref().and_then(|record| record.made(path.as_str())).filter(|made| made.from == from);
        let kept = made.and_then(|made| Some(Made { stamp: made.stamp_if_as_made(&self.output.join(path))?, ..*made }));
        kept.map(|made| self.add(path, made, Fate::Leave)).is_some()
    }

    /// Keeps a file whose name says what is in it, if an earlier build has made it. Says whether it did.
    pub fn keep_by_name(&self, path: &OutputPath, from: Fingerprint) -> bool {
        if self.keep(path, from) {
            return true;
        }
        let present = self.output.join(path);
        let content = fs::read(&present).ok().filter(|_| self.earlier.contains(path));
        let content = content.map(|bytes| Fingerprint::of(&bytes));
        // Its name does not say that nobody has written to it since.
        let made = self.record.as_ref().and_then(|record| record.made(path.as_str()));
        let content = content.filter(|content| made.is_none_or(|made| made.content == *content));
        let known = content.and_then(|content| Some((content, Stamp::at(&present).ok()?)));
        known.map(|(content, stamp)| self.add(path, Made { from, content, stamp }, Fate::Leave)).is_some()
    }

    /// What a file of the output looks like from outside, if it holds these bytes.
    fn unchanged(&self, path: &OutputPath, bytes: &[u8]) -> Option<Stamp> {
        if self.state == State::Missing { None } else { stamp_if_same(&self.output.join(path), bytes) }
    }

    fn add(&self, path: &OutputPath, made: Made, fate: Fate) {
        let staged = Staged { path: path.clone(), made, fate };
        self.files.lock().expect("no thread panics while it holds the lock").push(staged);
    }

    /// Moves all changed files in and removes what is no longer made. What was made is kept in mind for the next build, with
    /// `about` it.
    ///
    /// # Errors
    ///
    /// If a file cannot be moved or removed. The manifest then still lists everything that is there.
    pub fn publish(self, about: About) -> Result<Written, Failure> {
        let files = self.files.into_inner().expect("no thread panics while it holds the lock");
        let output = self.output;
        Record::remove(&output)?;
        let made: BTreeSet<&OutputPath> = files.iter().map(|file| &file.path).collect();
        let removed = if self.state == State::Missing {
            write_manifest(&self.tree, &made)?;
            fs::rename(&self.tree, &output).map_err(Failure::to("write", &output))?;
            0
        } else {
            let changed = files.iter().filter(|file| file.fate == Fate::MoveIn).map(|file| &file.path);
            bring_up_to_date(&output, &self.earlier, &made, &changed.collect::<Vec<_>>(), &self.tree)?
        };
        drop(self.folder);
        let unchanged = files.iter().filter(|file| file.fate == Fate::Leave).count();
        let written = Written { written: files.len() - unchanged, unchanged, removed };
        let files = files.into_iter().map(|file| (file.path, file.made)).collect();
        Record::new(about, files).write(&output)?;
        Ok(written)
    }
}

/// Moves changed files into an output that is there and removes what is no longer made. Says how many were removed.
fn bring_up_to_date<'f>(
    output: &Path,
    earlier: &'f BTreeSet<OutputPath>,
    made: &BTreeSet<&'f OutputPath>,
    changed: &[&'f OutputPath],
    staged: &Path,
) -> Result<usize, Failure> {
    fs::create_dir_all(output).map_err(Failure::to("make the folder", output))?;
    let earlier: BTreeSet<&OutputPath> = earlier.iter().collect();
    // Before anything is touched, so that what cannot be published leaves all as it was.
    confine(output, earlier.difference(made).chain(changed).copied())?;
    write_manifest(output, &made.union(&earlier).copied().collect())?;
    let mut removed = 0;
    for path in earlier.difference(made) {
        removed += usize::from(remove(output, path)?);
    }
    for path in changed {
        move_in(&staged.join(path), &output.join(path))?;
    }
    write_manifest(output, made)?;
    Ok(removed)
}

/// Writes a new file.
fn stage(path: &Path, bytes: &[u8]) -> io::Result<Stamp> {
    let folder = path.parent().expect("staged files lie in the staging folder");
    fs::create_dir_all(folder)?;
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    Ok(Stamp::of(&file.metadata()?))
}

fn stage_copy(path: &Path, source: &Path) -> io::Result<Stamp> {
    let folder = path.parent().expect("staged files lie in the staging folder");
    fs::create_dir_all(folder)?;
    fs::copy(source, path)?;
    Stamp::at(path)
}

/// What a file looks like from outside, if it holds these bytes.
fn stamp_if_same(path: &Path, bytes: &[u8]) -> Option<Stamp> {
    let stamp = Stamp::at(path).ok().filter(|stamp| stamp.length() == bytes.len())?;
    fs::read(path).is_ok_and(|found| found == bytes).then_some(stamp)
}

fn move_in(staged: &Path, target: &Path) -> Result<(), Failure> {
    let folder = target.parent().expect("files of the output lie in it");
    fs::create_dir_all(folder).map_err(Failure::to("make the folder", folder))?;
    fs::rename(staged, target).map_err(Failure::to("write", target))
}

/// Removes a file of an earlier build and the folders that it leaves empty. Says whether it was there.
fn remove(output: &Path, path: &OutputPath) -> Result<bool, Failure> {
    let file = output.join(path);
    match fs::remove_file(&file) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(Failure::to("remove", file)(error)),
    }
    let folders = file.ancestors().skip(1).take_while(|folder| *folder != output);
    for folder in folders {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(true)
}

/// What the manifest lists. It may have been tampered with: nothing outside the output is ever removed on its word.
fn read_manifest(output: &Path) -> Result<BTreeSet<OutputPath>, Failure> {
    let path = output.join(MANIFEST);
    match fs::read_to_string(&path) {
        Ok(text) => Ok(text.lines().filter_map(|line| OutputPath::read(line).ok()).collect()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(BTreeSet::new()),
        Err(error) => Err(Failure::to("read", path)(error)),
    }
}

/// Refuses paths on which a link leads out of the output: what would be written or removed there is another's.
fn confine<'f>(output: &Path, paths: impl Iterator<Item = &'f OutputPath>) -> Result<(), Failure> {
    let real = fs::canonicalize(output).map_err(Failure::to("find", output))?;
    let folders: BTreeSet<&str> = paths.flat_map(OutputPath::folders).collect();
    for folder in folders.into_iter().map(|folder| output.join(folder)) {
        let is_link = fs::symlink_metadata(&folder).is_ok_and(|found| found.is_symlink());
        if is_link && !fs::canonicalize(&folder).is_ok_and(|target| target.starts_with(&real)) {
            let error = io::Error::other("it is a link that leads out of the output");
            return Err(
                Failure::to("publish below", folder)(error).help("remove the link, or publish to another folder")
            );
        }
    }
    Ok(())
}

/// Replaces a file as a whole: whoever reads it sees the old content or the new one.
///
/// # Errors
///
/// If it cannot be written; it is then as it was.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = path.parent().unwrap_or(path);
    let result: io::Result<()> = (|| {
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(bytes)?;
        if let Ok(present) = fs::metadata(path) {
            fs::set_permissions(file.path(), present.permissions())?;
        }
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    })();
    result.map_err(Failure::to("write", path))
}

fn write_manifest(output: &Path, files: &BTreeSet<&OutputPath>) -> Result<(), Failure> {
    let path = output.join(MANIFEST);
    let text: String = files.iter().flat_map(|file| [file.as_str(), "\n"]).collect();
    if stamp_if_same(&path, text.as_bytes()).is_some() { Ok(()) } else { replace(&path, text.as_bytes()) }
}
