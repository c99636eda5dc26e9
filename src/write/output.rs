//! Where a site is published, and where what belongs to its output lies: the record of the last build, the lock, and the
//! folder in which files wait.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

use super::refusals::{self, Chosen, refused};
use super::system;
use crate::diagnostic::Failure;
use crate::fingerprint::Fingerprint;
use crate::output_path::RECORDS;
use crate::shard::Shard;

/// What the names of records go on with.
const BUILD: &str = "build-";

/// The same of locks, beside an output and within it.
const LOCK: &str = "lock-";
const LOCK_WITHIN: &str = "lock";

/// What the name of the record of a part ends with.
const RECORD_OF_PART: &str = ".rolebook-build";

/// The name of the record of a part, by the number of the part from 1.
pub(super) fn record_of_part(number: usize) -> String {
    format!("part-{number}{RECORD_OF_PART}")
}

/// A folder into which a site is published.
#[derive(Clone, Debug)]
pub struct OutputFolder {
    /// The folder itself, with no links on the way.
    path: PathBuf,
    /// Where the record and the lock lie.
    pub(super) records: PathBuf,
    /// Where the record would lie if it could not, or could, be written beside the output.
    other_record: PathBuf,
    /// What tells this output's record, lock and staging folders from those of others.
    name: OsString,
    /// Which part of a site goes there, if not all of it.
    shard: Option<Shard>,
}

impl OutputFolder {
    /// Finds the output of the site at `root`.
    ///
    /// # Errors
    ///
    /// If nothing may be published there: it is no folder, it has files of the site or of its owner in it that no build has
    /// made, or nothing about it can be recorded.
    pub fn find(output: &Path, chosen: Chosen, root: &Path, shard: Option<Shard>) -> Result<Self, Failure> {
        let path = real(output)?;
        let root = fs::canonicalize(root).map_err(Failure::to("find", root))?;
        refusals::check(&path, chosen, &root)?;
        if fs::metadata(&path).is_ok_and(|found| !found.is_dir()) {
            let why = io::Error::other("it is a file, and a site is a folder");
            return Err(Failure::to("publish to", path)(why).help("name another folder with `--output`"));
        }
        let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
            return Err(refused(&path, "it is the whole disk"));
        };
        if shard.is_some() && name.to_str().is_none() {
            // The record of a part names its folder.
            return Err(refused(&path, "its name is not UTF-8, which that of a part must be"));
        }
        fs::create_dir_all(parent).map_err(Failure::to("make the folder", parent))?;
        // Outputs of the same name lie in several places.
        let place = Fingerprint::of(path.as_os_str().as_encoded_bytes()).to_string();
        let mut name_in_root = name.to_owned();
        name_in_root.push(format!("-{}", &place[..8]));
        let (beside, in_root) = ((parent.to_path_buf(), name.to_owned()), (root, name_in_root));
        let is_beside = system::is_writable(&beside.0);
        let ((records, name), other) = if is_beside { (beside, in_root) } else { (in_root, beside) };
        if !is_beside && !system::is_writable(&records) {
            let why =
                io::Error::other("what is published can be recorded neither beside it nor in the root of the site");
            return Err(Failure::to("publish to", path)(why).help("let the program write to one of these folders"));
        }
        let other_record = named(&other.0, BUILD, &other.1);
        Ok(Self { path, records, other_record, name, shard })
    }

    /// The folder, with no links on the way.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where the record of the last build lies.
    pub(super) fn record(&self) -> PathBuf {
        match self.shard {
            Some(shard) => self.records.join(record_of_part(shard.index() + 1)),
            None => named(&self.records, BUILD, &self.name),
        }
    }

    /// Where else a record of this output may lie: of the time when it had another name, was a part, or could not be recorded
    /// where it is now.
    pub(super) fn other_records(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(&self.records).into_iter().flatten().flatten();
        let records = entries.filter(|entry| is_name_of_record(&entry.file_name())).map(|entry| entry.path());
        let records = records.chain([self.other_record.clone()]).filter(|path| *path != self.record());
        records.collect()
    }

    /// The name of the folder of a part.
    pub(super) fn name_of_part(&self) -> Option<String> {
        self.shard?;
        Some(self.path.file_name()?.to_str()?.to_owned())
    }

    /// The files that are locked: one beside the output and, if the output is a mount, one in it, as other mounts may be the
    /// same folder.
    pub(super) fn locks(&self) -> Vec<PathBuf> {
        let beside = named(&self.records, LOCK, &self.name);
        let within = self.is_apart().then(|| self.path.join(format!("{RECORDS}{LOCK_WITHIN}")));
        [beside].into_iter().chain(within).collect()
    }

    /// Where files wait, on the file system of the output: beside it, or in it if what lies beside it is elsewhere.
    pub(super) fn staging(&self) -> (PathBuf, OsString) {
        let mut prefix = OsString::from(RECORDS);
        prefix.push("staging-");
        if self.is_apart() {
            return (self.path.clone(), prefix);
        }
        prefix.push(&self.name);
        prefix.push("-");
        (self.parent().to_path_buf(), prefix)
    }

    /// Whether nothing moves by rename between the output and the folder above it.
    fn is_apart(&self) -> bool {
        let is_beside =
            || system::is_writable(self.parent()) && system::are_on_one_file_system(&self.path, self.parent());
        fs::symlink_metadata(&self.path).is_ok() && !is_beside()
    }

    fn parent(&self) -> &Path {
        self.path.parent().unwrap_or(&self.path)
    }
}

/// What belongs to an output: a hidden file of a kind.
fn named(folder: &Path, kind: &str, output: &OsStr) -> PathBuf {
    let mut name = OsString::from(RECORDS);
    name.push(kind);
    name.push(output);
    folder.join(name)
}

/// Whether a name is that of a record, of whichever output.
fn is_name_of_record(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name.strip_prefix(RECORDS).is_some_and(|rest| rest.starts_with(BUILD)) || is_record_of_part(&name)
}

/// Whether a name is that of the record of a part.
pub(super) fn is_record_of_part(name: &str) -> bool {
    name.starts_with("part-") && name.ends_with(RECORD_OF_PART)
}

/// A path with no links on the way, even if nothing is there yet. The link that a build has made to exchange its target is
/// the output itself.
fn real(output: &Path) -> Result<PathBuf, Failure> {
    let path = std::path::absolute(output).map_err(Failure::to("find", output))?;
    if is_own_link(&path)
        && let (Some(parent), Some(name)) = (path.parent(), path.file_name())
    {
        return Ok(fs::canonicalize(parent).map_err(Failure::to("find", parent))?.join(name));
    }
    let (mut there, mut missing) = (path.as_path(), Vec::new());
    loop {
        match fs::canonicalize(there) {
            Ok(real) => return Ok(missing.into_iter().rev().fold(real, |path, name| path.join(name))),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                if fs::symlink_metadata(there).is_ok() {
                    let why = io::Error::other("it is a link to something that is not there");
                    return Err(Failure::to("publish to", there)(why).help("make the folder to which it leads"));
                }
            }
            Err(error) => {
                return Err(Failure::to("publish to", there)(error).help("name another folder with `--output`"));
            }
        }
        match there.components().next_back() {
            Some(Component::Normal(name)) => missing.push(name.to_owned()),
            // What lies above something that is not there cannot be told.
            _ => return Err(refused(output, "there is no such folder")),
        }
        there = there.parent().unwrap_or(there);
    }
}

/// What the names of the folders begin with to which an output may be a link.
pub(super) fn prefix_of_sites(output: &Path) -> OsString {
    let mut prefix = OsString::from(RECORDS);
    prefix.push("site-");
    prefix.push(output.file_name().unwrap_or_default());
    prefix.push("-");
    prefix
}

/// Whether a name is one that the `tempfile` library has made up: six letters or digits behind what it was given.
pub(super) fn has_random_end(name: &OsStr, prefix: &OsStr) -> bool {
    let rest = name.as_encoded_bytes().strip_prefix(prefix.as_encoded_bytes());
    rest.is_some_and(|rest| rest.len() == 6 && rest.iter().all(u8::is_ascii_alphanumeric))
}

/// Whether an output is a link that stands for a folder beside it, made here.
pub(super) fn is_own_link(output: &Path) -> bool {
    fs::read_link(output).is_ok_and(|target| {
        let is_folder = || fs::symlink_metadata(output.with_file_name(&target)).is_ok_and(|found| found.is_dir());
        is_site_of(output, target.as_os_str()) && is_folder()
    })
}

pub(super) fn is_site_of(output: &Path, name: &OsStr) -> bool {
    has_random_end(name, &prefix_of_sites(output))
}
