//! What the last build made, and from what: kept beside the output for the next build.
//!
//! Safe to delete. A record that cannot be read, or is of another program, is as good as none. It is removed before the
//! output is touched and written when all is there: a build that was killed leaves none. Files that lost their times on the
//! way, as in an archive, are known by what is in them.

use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::replace;
use crate::diagnostic::{Diagnostic, Failure};
use crate::fingerprint::Fingerprint;
use crate::output_path::OutputPath;

/// The first line of a record.
const HEAD: &str = "rolebook build 3";

/// What the last build made, and from what.
pub struct Record {
    about: About,
    files: FxHashMap<OutputPath, Made>,
}

/// What a build was, as a whole.
#[derive(Serialize, Deserialize)]
pub struct About {
    /// The fingerprint of all that it was made from.
    pub everything: Fingerprint,
    /// How many pages of each locale it made, in the order of the configuration.
    pub pages: Vec<(String, usize)>,
    /// What was wrong: nothing that kept the site from being published.
    pub diagnostics: Vec<Diagnostic>,
}

/// A file that a build made.
#[derive(Clone, Copy)]
pub(super) struct Made {
    /// From what.
    pub(super) from: Fingerprint,
    /// What is in it.
    pub(super) content: Fingerprint,
    pub(super) stamp: Stamp,
}

impl Made {
    /// What the file at a path looks like, if it is as it was made: its size and time tell so, or else its content.
    pub(super) fn stamp_if_as_made(&self, path: &Path) -> Option<Stamp> {
        let stamp = Stamp::at(path).ok()?;
        let has_content = || content_of(path).is_ok_and(|content| content == self.content);
        (stamp == self.stamp || stamp.bytes == self.stamp.bytes && has_content()).then_some(stamp)
    }
}

/// The fingerprint of what is in a file.
pub(super) fn content_of(path: &Path) -> io::Result<Fingerprint> {
    File::open(path).and_then(Fingerprint::of_stream)
}

/// What tells from outside whether a file has been changed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    bytes: u64,
    /// When it was last changed, in nanoseconds since 1970.
    modified: u128,
}

impl Stamp {
    /// What the file at a path looks like.
    pub(super) fn at(path: &Path) -> io::Result<Self> {
        fs::metadata(path).map(|metadata| Self::of(&metadata))
    }

    pub(super) fn of(metadata: &Metadata) -> Self {
        let since = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        Self { bytes: metadata.len(), modified: since.unwrap_or_default().as_nanos() }
    }

    /// How long the file is, in bytes.
    pub(super) fn length(self) -> usize {
        usize::try_from(self.bytes).unwrap_or(usize::MAX)
    }

    pub(super) fn fingerprint(self) -> Fingerprint {
        Fingerprint::of(format!("{} {}", self.bytes, self.modified).as_bytes())
    }
}

impl Record {
    pub(super) fn new(about: About, files: FxHashMap<OutputPath, Made>) -> Self {
        Self { about, files }
    }

    /// The record of an output folder, if there is one that can be read.
    #[must_use]
    pub fn read(output: &Path) -> Option<Self> {
        let text = fs::read_to_string(file_of(output)?).ok()?;
        let mut lines = text.lines();
        lines.next().filter(|head| *head == HEAD)?;
        let about = serde_json::from_str(lines.next()?).ok()?;
        Some(Self { about, files: lines.map(read_line).collect::<Option<_>>()? })
    }

    /// Whether a build would change nothing: the last one was made from the same, what it copied looks as it did, and all that
    /// it made is as it left it.
    #[must_use]
    pub fn is_current(&self, everything: Fingerprint, copied: &BTreeMap<String, PathBuf>, output: &Path) -> bool {
        let is_copied = |(path, source): (&String, &PathBuf)| {
            let stamp = Stamp::at(source).ok();
            self.made(path).zip(stamp).is_some_and(|(made, stamp)| {
                made.from == stamp.fingerprint() || content_of(source).is_ok_and(|content| content == made.content)
            })
        };
        self.about.everything == everything
            && copied.iter().all(is_copied)
            && self.files.par_iter().all(|(path, made)| made.stamp_if_as_made(&output.join(path)).is_some())
    }

    /// What the build was, as a whole.
    #[must_use]
    pub fn about(&self) -> &About {
        &self.about
    }

    /// The paths of all files, in their order.
    #[must_use]
    pub fn paths(&self) -> Vec<OutputPath> {
        let mut paths: Vec<_> = self.files.keys().cloned().collect();
        paths.sort();
        paths
    }

    pub(super) fn made(&self, path: &str) -> Option<&Made> {
        self.files.get(path)
    }

    /// Takes away the record of an output folder.
    pub(super) fn remove(output: &Path) -> Result<(), Failure> {
        let Some(path) = file_of(output) else { return Ok(()) };
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(Failure::to("remove", path)(error)),
            _ => Ok(()),
        }
    }

    /// Writes the record of an output folder.
    pub(super) fn write(&self, output: &Path) -> Result<(), Failure> {
        let Some(path) = file_of(output) else { return Ok(()) };
        let about = serde_json::to_string(&self.about).expect("it is plain data");
        let mut lines: Vec<_> = self
            .files
            .iter()
            .map(|(path, Made { from, content, stamp })| {
                format!("{from} {content} {} {} {path}\n", stamp.bytes, stamp.modified)
            })
            .collect();
        lines.sort_unstable();
        replace(&path, format!("{HEAD}\n{about}\n{}", lines.concat()).as_bytes())
    }
}

/// Where the record of an output folder lies: `.rolebook-build-public` beside `public`.
fn file_of(output: &Path) -> Option<PathBuf> {
    let name = output.file_name()?.to_string_lossy();
    Some(output.with_file_name(format!(".rolebook-build-{name}")))
}

fn read_line(line: &str) -> Option<(OutputPath, Made)> {
    let mut parts = line.splitn(5, ' ');
    let (from, content) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let stamp = Stamp { bytes: parts.next()?.parse().ok()?, modified: parts.next()?.parse().ok()? };
    Some((OutputPath::read(parts.next()?).ok()?, Made { from, content, stamp }))
}
