//! What the last build made, and from what: kept beside the output for the next build.
//!
//! A record is always whole, as it is replaced at once. Before an output is touched, one is written that lists all files of
//! the last build and of this one; it says of those that are about to change that it does not know what is in them. So a
//! build that comes after one that was killed knows what is its own, and makes again what may be either old or new. A record
//! of another version of the program is read as far as it lists files. Files that lost their times on the way, as in an
//! archive, are known by what is in them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::manner::{Durability, Trust, Turn};
use super::output::OutputFolder;
use super::replace::replace;
use super::system;
use crate::diagnostic::{Diagnostic, Failure};
use crate::fingerprint::Fingerprint;
use crate::output_path::OutputPath;

/// What the first line of a record of any version begins with.
const HEAD: &str = "rolebook build ";

/// The version of this program's records.
const VERSION: &str = "4";

/// What the line of a file begins with of which it is not known what is in it.
const UNKNOWN: &str = "?";

/// Where the programs before version 4 listed what they had made, within the output.
const MANIFEST: &str = ".rolebook-manifest";

/// What the last build made, and from what.
#[derive(Default)]
pub struct Record {
    /// What that build was; nothing if it did not end, or was of another version of the program.
    about: Option<About>,
    /// The files that it may have made, with what is known of them.
    files: FxHashMap<OutputPath, Option<Made>>,
}

/// What a build was, as a whole.
#[derive(Clone, Serialize, Deserialize)]
pub struct About {
    /// The fingerprint of all that it was made from.
    pub everything: Fingerprint,
    /// The same but for which part of the site it made: that of all parts of a site is the same.
    pub site: Fingerprint,
    /// Which part of the site it made, if not all of it: the number of the part, from 1, and of how many it is one.
    pub part: Option<(usize, usize)>,
    /// The name of the output, beside which the record lies.
    pub folder: PathBuf,
    /// When it began to read its sources, in nanoseconds since 1970. What has changed since may differ although it looks the
    /// same.
    pub began: u128,
    /// How many pages of each locale it made, in the order of the configuration.
    pub pages: Vec<(String, usize)>,
    /// What was wrong: nothing that kept the site from being published.
    pub diagnostics: Vec<Diagnostic>,
}

/// A file that a build made.
#[derive(Clone, Copy)]
pub(super) struct Made {
    pub(super) turn: Turn,
    /// From what.
    pub(super) from: Fingerprint,
    /// What is in it.
    pub(super) content: Fingerprint,
    pub(super) stamp: Stamp,
}

impl Made {
    /// What the file at a path looks like, if it is as it was made: its size and time tell so, or else its content.
    pub(super) fn stamp_if_as_made(&self, path: &Path, trust: Trust) -> Option<Stamp> {
        let stamp = Stamp::at(path).ok()?;
        let has_content = || content_of(path).is_ok_and(|content| content == self.content);
        let looks_so = trust == Trust::Times && stamp == self.stamp;
        (looks_so || stamp.bytes == self.stamp.bytes && has_content()).then_some(stamp)
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
        Self { bytes: metadata.len(), modified: system::modified(metadata) }
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
    /// The record of an output folder; one that lists nothing if there is none.
    ///
    /// # Errors
    ///
    /// If there is one that cannot be read: without it, it is not known which files are the program's own.
    pub fn of(output: &OutputFolder) -> Result<Self, Failure> {
        let mut record = read_file(&output.record())?.map_or_else(Self::default, |text| Self::read(&text));
        let listed = read_file(&output.path().join(MANIFEST))?.unwrap_or_default();
        for path in listed.lines().filter_map(|line| OutputPath::read(line).ok()) {
            record.files.entry(path).or_insert(None);
        }
        Ok(record)
    }

    /// Reads the text of a record as far as it can be understood.
    pub(super) fn read(text: &str) -> Self {
        let mut lines = text.lines();
        let Some(version) = lines.next().and_then(|head| head.strip_prefix(HEAD)) else { return Self::default() };
        let about = lines.next().unwrap_or_default();
        let about = if version == VERSION { serde_json::from_str(about).ok() } else { None };
        let made = |made: Option<Made>| if version == VERSION { made } else { None };
        let files = lines.filter_map(read_line).map(|(path, of_file)| (path, made(of_file)));
        Self { about, files: files.collect() }
    }

    /// Whether a build would change nothing: the last one was made from the same, what it copied looks as it did, and all that
    /// it made is as it left it.
    #[must_use]
    pub fn is_current(
        &self,
        everything: Fingerprint,
        copied: &BTreeMap<String, PathBuf>,
        output: &OutputFolder,
        trust: Trust,
    ) -> bool {
        if self.about.as_ref().is_none_or(|about| about.everything != everything) {
            return false;
        }
        let is_copied = |(path, source): (&String, &PathBuf)| {
            let is_same = |made: &Made| {
                self.unchanged_source(path, source, trust).is_some()
                    || content_of(source).is_ok_and(|content| content == made.content)
            };
            self.made(path).is_some_and(is_same)
        };
        let is_there = |(path, made): (&OutputPath, &Option<Made>)| {
            made.is_some_and(|made| made.stamp_if_as_made(&output.path().join(path), trust).is_some())
        };
        copied.par_iter().all(is_copied) && self.files.par_iter().all(is_there)
    }

    /// What a file that is copied looks like, if it has not changed since it was copied: it looks as it did, and the system
    /// has seen no change of it since that build began, as after one that kept size and time (the rule by which Git calls an
    /// entry of its index racy).
    pub(super) fn unchanged_source(&self, path: &str, source: &Path, trust: Trust) -> Option<Stamp> {
        let (about, made) = (self.about.as_ref()?, self.made(path)?);
        let found = fs::metadata(source).ok()?;
        let stamp = Stamp::of(&found);
        let is_old = system::changed(&found) < about.began;
        (trust == Trust::Times && is_old && made.from == stamp.fingerprint()).then_some(stamp)
    }

    /// What the build was, as a whole, if it ended.
    #[must_use]
    pub fn about(&self) -> Option<&About> {
        self.about.as_ref()
    }

    /// The paths of all files, in their order.
    #[must_use]
    pub fn paths(&self) -> BTreeSet<OutputPath> {
        self.files.keys().cloned().collect()
    }

    pub(super) fn lists(&self, path: &OutputPath) -> bool {
        self.files.contains_key(path)
    }

    pub(super) fn made(&self, path: &str) -> Option<&Made> {
        self.files.get(path)?.as_ref()
    }

    /// All files of which it is known what is in them.
    pub(super) fn all_made(&self) -> impl Iterator<Item = (&OutputPath, &Made)> {
        self.files.iter().filter_map(|(path, made)| Some((path, made.as_ref()?)))
    }
}

/// Writes a record: what the build was, if it has ended, and its files.
pub(super) fn write<'f>(
    path: &Path,
    about: Option<&About>,
    files: impl Iterator<Item = (&'f OutputPath, Option<Made>)>,
    durability: Durability,
) -> Result<(), Failure> {
    let about = serde_json::to_string(&about).expect("it is plain data");
    let line = |(path, made): (&OutputPath, Option<Made>)| match made {
        Some(Made { turn, from, content, stamp }) => {
            format!("{} {from} {content} {} {} {path}\n", turn.letter(), stamp.bytes, stamp.modified)
        }
        None => format!("{UNKNOWN} {path}\n"),
    };
    let mut lines: Vec<_> = files.map(line).collect();
    lines.sort_unstable();
    replace(path, format!("{HEAD}{VERSION}\n{about}\n{}", lines.concat()).as_bytes(), durability)
}

/// Removes what the programs before version 4 left in an output.
pub(super) fn remove_manifest(output: &Path) -> Result<(), Failure> {
    let path = output.join(MANIFEST);
    match fs::remove_file(&path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Failure::to("remove", path)(error)),
        _ => Ok(()),
    }
}

fn read_file(path: &Path) -> Result<Option<String>, Failure> {
    match fs::read(path) {
        // What is no text lists nothing.
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(Failure::to("read", path)(error)),
    }
}

/// Reads the line of a file. Lines of other versions end with a path, too.
fn read_line(line: &str) -> Option<(OutputPath, Option<Made>)> {
    if let Some(path) = line.strip_prefix(UNKNOWN).and_then(|rest| rest.strip_prefix(' ')) {
        return Some((OutputPath::read(path).ok()?, None));
    }
    let is_first_a_fingerprint = line.split(' ').next()?.len() > 1;
    let before = if is_first_a_fingerprint { 4 } else { 5 };
    let parts: Vec<_> = line.splitn(before + 1, ' ').collect();
    let path = OutputPath::read(parts.get(before)?).ok()?;
    Some((path, (before == 5).then(|| read_made(&parts)).flatten()))
}

fn read_made(parts: &[&str]) -> Option<Made> {
    let [turn, from, content, bytes, modified, _] = parts else { return None };
    let stamp = Stamp { bytes: bytes.parse().ok()?, modified: modified.parse().ok()? };
    Some(Made { turn: Turn::of_letter(turn)?, from: from.parse().ok()?, content: content.parse().ok()?, stamp })
}
