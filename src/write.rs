//! Bytes to disk: all files together, or none.
//!
//! Rendered files wait in a staging folder beside the output, on the same file system. When all are there they move in
//! by rename. Files whose bytes have not changed are not touched. Files that an earlier build made and this one does not
//! are removed; a manifest in the output says which those are, so that nothing else in the folder ever is.

#![expect(clippy::disallowed_methods, reason = "this stage touches the disk so that no other has to")]

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};
use std::sync::Mutex;

use tempfile::TempDir;

use crate::diagnostic::Failure;
use crate::render::Output;

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
    folder: TempDir,
    /// What an earlier build made.
    earlier: BTreeSet<String>,
    files: Mutex<Files>,
}

#[derive(Default)]
struct Files {
    changed: Vec<String>,
    unchanged: Vec<String>,
}

impl Staging {
    /// Opens a staging folder beside the output folder.
    ///
    /// # Errors
    ///
    /// If it cannot be made, or what an earlier build made cannot be read.
    pub fn begin(output: &Path) -> Result<Self, Failure> {
        let output = std::path::absolute(output).map_err(Failure::to("find", output))?;
        let parent = output.parent().unwrap_or(&output);
        fs::create_dir_all(parent).map_err(Failure::to("make the folder", parent))?;
        let folder = tempfile::Builder::new().prefix(".rolebook-staging-").tempdir_in(parent);
        let folder = folder.map_err(Failure::to("make a folder in", parent))?;
        let earlier = read_manifest(&output)?;
        Ok(Self { output, folder, earlier, files: Mutex::default() })
    }

    /// Takes one file. Called from many threads.
    ///
    /// # Errors
    ///
    /// If it cannot be written, or what is to be copied cannot be read.
    pub fn put(&self, path: &str, content: &Output) -> Result<(), Failure> {
        let (present, staged) = (self.output.join(path), self.folder.path().join(path));
        let unchanged = match content {
            Output::Bytes(bytes) => stage_bytes(&present, &staged, bytes)?,
            Output::Held(bytes) => stage_bytes(&present, &staged, bytes)?,
            Output::CopyOf(source) => stage_copy(&present, &staged, source)?,
        };
        let mut files = self.files.lock().expect("no thread panics while it holds the lock");
        let list = if unchanged { &mut files.unchanged } else { &mut files.changed };
        list.push(path.to_owned());
        Ok(())
    }

    /// Keeps a file whose name says what is in it, if an earlier build has made it. Says whether it did.
    pub fn keep(&self, path: &str) -> bool {
        let is_there = self.earlier.contains(path) && self.output.join(path).is_file();
        if is_there {
            self.files.lock().expect("no thread panics while it holds the lock").unchanged.push(path.to_owned());
        }
        is_there
    }

    /// Moves all changed files in and removes what is no longer made.
    ///
    /// # Errors
    ///
    /// If a file cannot be moved or removed. The manifest then still lists everything that is there.
    pub fn publish(self) -> Result<Written, Failure> {
        let Files { changed, unchanged } = self.files.into_inner().expect("no thread panics while it holds the lock");
        let output = self.output;
        let made: BTreeSet<String> = changed.iter().chain(&unchanged).cloned().collect();
        let earlier = self.earlier;
        fs::create_dir_all(&output).map_err(Failure::to("make the folder", &output))?;
        let either: BTreeSet<_> = made.union(&earlier).cloned().collect();
        write_manifest(&output, &either)?;
        let obsolete: Vec<_> = earlier.difference(&made).collect();
        let mut removed = 0;
        for path in obsolete {
            removed += usize::from(remove(&output, path)?);
        }
        for path in &changed {
            move_in(&self.folder.path().join(path), &output.join(path))?;
        }
        write_manifest(&output, &made)?;
        Ok(Written { written: changed.len(), unchanged: unchanged.len(), removed })
    }
}

/// Puts bytes into the staging folder, unless the output has them already.
fn stage_bytes(present: &Path, staged: &Path, bytes: &[u8]) -> Result<bool, Failure> {
    if has_bytes(present, bytes) {
        return Ok(true);
    }
    make_parent(staged)?;
    fs::write(staged, bytes).map_err(Failure::to("write", staged))?;
    Ok(false)
}

fn stage_copy(present: &Path, staged: &Path, source: &Path) -> Result<bool, Failure> {
    let size = |path: &Path| fs::metadata(path).map(|metadata| metadata.len());
    let same_size = size(source).map_err(Failure::to("read", source))?;
    if size(present).is_ok_and(|size| size == same_size) {
        let bytes = fs::read(source).map_err(Failure::to("read", source))?;
        if has_bytes(present, &bytes) {
            return Ok(true);
        }
    }
    make_parent(staged)?;
    fs::copy(source, staged).map_err(Failure::to("copy", source))?;
    Ok(false)
}

fn has_bytes(path: &Path, bytes: &[u8]) -> bool {
    let same_size = fs::metadata(path).is_ok_and(|found| found.is_file() && found.len() == bytes.len() as u64);
    same_size && fs::read(path).is_ok_and(|found| found == bytes)
}

fn make_parent(path: &Path) -> Result<(), Failure> {
    let parent = path.parent().expect("staged files lie in the staging folder");
    fs::create_dir_all(parent).map_err(Failure::to("make the folder", parent))
}

fn move_in(staged: &Path, target: &Path) -> Result<(), Failure> {
    make_parent(target)?;
    fs::rename(staged, target).map_err(Failure::to("write", target))
}

/// Removes a file of an earlier build and the folders that it leaves empty. Says whether it was there.
fn remove(output: &Path, path: &str) -> Result<bool, Failure> {
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

fn read_manifest(output: &Path) -> Result<BTreeSet<String>, Failure> {
    let path = output.join(MANIFEST);
    match fs::read_to_string(&path) {
        Ok(text) => Ok(text.lines().filter(|line| stays_inside(line)).map(str::to_owned).collect()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(BTreeSet::new()),
        Err(error) => Err(Failure::to("read", path)(error)),
    }
}

/// A manifest may have been tampered with: nothing outside the output is ever removed on its word.
fn stays_inside(path: &str) -> bool {
    !path.is_empty() && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
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
        io::Write::write_all(&mut file, bytes)?;
        if let Ok(present) = fs::metadata(path) {
            fs::set_permissions(file.path(), present.permissions())?;
        }
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    })();
    result.map_err(Failure::to("write", path))
}

fn write_manifest(output: &Path, files: &BTreeSet<String>) -> Result<(), Failure> {
    let path = output.join(MANIFEST);
    let text = files.iter().fold(String::new(), |text, file| text + file + "\n");
    if has_bytes(&path, text.as_bytes()) { Ok(()) } else { replace(&path, text.as_bytes()) }
}
