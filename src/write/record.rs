//! What the last build made, and from what: kept beside the output for the next build.
//!
//! A record is always whole, as it is replaced at once. Before an output is touched, one is written that lists all files of
//! the last build and of this one; it says of those that are about to change what they may hold from then on. So a build
//! that comes after one that was killed knows what is its own, and makes again what may be either old or new.
//!
//! A record is *believed* only at the place for which it was written: there it says what need not be made again. One that has
//! travelled, through a cache, a copy or a pull request, may have been written by anybody. It says no more than which files are
//! the program's own, and of these only those in which there is what it says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::made::{Known, Made, content_of};
use super::manner::{Durability, Trust, Turn};
use super::output::OutputFolder;
use super::record_text::{self, About, Content, Flaw};
use super::replace::replace_with;
use super::system;
use crate::diagnostic::Failure;
use crate::fingerprint::Fingerprint;
use crate::limits::RECORD_BYTES;
use crate::load::beside::KnownContents;
use crate::look::{self, Look, Looks};
use crate::output_path::OutputPath;

/// Where the programs before version 4 listed what they had made, within the output.
const MANIFEST: &str = ".rolebook-manifest";

/// What the last build made, and from what.
#[derive(Default)]
pub struct Record {
    /// What that build was; nothing if it did not end, or is not believed.
    about: Option<About>,
    /// The files that it may have made, with what is known of them.
    files: FxHashMap<OutputPath, Known>,
    /// Whether it was written for the output beside which it lies.
    is_of_here: bool,
    flaw: Option<Flaw>,
    /// Where other records of the output lie, of all of which this one has the files.
    others: Vec<PathBuf>,
}

impl Record {
    /// The record of an output folder; one that lists nothing if there is none, or none that can be understood.
    ///
    /// # Errors
    ///
    /// If there is one that cannot be read: without it, it is not known which files are the program's own.
    pub fn of(output: &OutputFolder, trust: Trust) -> Result<Self, Failure> {
        let record = Self::at_its_place(output, trust)?;
        if record.is_of_here {
            return Ok(record);
        }
        Ok(record.with_others(output))
    }

    fn at_its_place(output: &OutputFolder, trust: Trust) -> Result<Self, Failure> {
        let path = output.record();
        let Some(file) = system::open_regular(&path).map_err(|failure| failure.help("remove it"))? else {
            return Self::of_manifest(output);
        };
        let read = || Ok((read_all(&file)?, place(output.path(), &file)));
        let (bytes, here) = read().map_err(Failure::to("read", &path))?;
        let Content { about, place, files } = match record_text::read(&bytes) {
            Ok(content) => content,
            Err(flaw) => return Ok(Self { flaw: Some(flaw), ..Self::of_manifest(output)? }),
        };
        if let Some(other) = about.as_ref().and_then(|about| other_part(about, output)) {
            let why = io::Error::other(format!("`{}` is the record of the part `{}`", path.display(), other.display()));
            let help = "put parts of another site, or of another number of parts, below a folder of their own, or remove \
                        that part and its record";
            return Err(Failure::to("publish to", output.path())(why).help(help));
        }
        let is_of_here = trust == Trust::AnyRecord || place.is_some() && place == here;
        // A build that was killed may have been about to make its output.
        let flaw = (!is_of_here && about.is_some()).then_some(Flaw::Elsewhere);
        let record = Self { about, files: files.into_iter().collect(), is_of_here, flaw, others: Vec::new() };
        Ok(if is_of_here && trust != Trust::Nothing { record } else { record.with_contents_only() })
    }

    /// The same with the files of all records that were written for this very output, though it had another name then, was a
    /// part or the whole of a site, or could not be recorded at the same place.
    fn with_others(mut self, output: &OutputFolder) -> Self {
        for path in output.other_records() {
            let Some(files) = files_if_of(output, &path) else { continue };
            self.files.extend(files.into_iter().map(|(path, known)| (path, Known::OneOf(known.contents().to_vec()))));
            (self.is_of_here, self.flaw) = (true, None);
            self.others.push(path);
        }
        self
    }

    /// What the programs before version 4 listed within their output.
    fn of_manifest(output: &OutputFolder) -> Result<Self, Failure> {
        let path = output.path().join(MANIFEST);
        let Ok(Some(file)) = system::open_regular(&path) else { return Ok(Self::default()) };
        let bytes = read_all(&file).map_err(Failure::to("read", &path))?;
        Ok(Self { files: record_text::read_manifest(&bytes).collect(), ..Self::default() })
    }

    /// The record of a part, which may have come from another machine.
    pub(super) fn of_part(path: &Path) -> Result<Option<Self>, Failure> {
        let Some(file) = system::open_regular(path)? else { return Ok(None) };
        let bytes = read_all(&file).map_err(Failure::to("read", path))?;
        let record = |content: Content<Vec<_>>| Self {
            about: content.about,
            files: content.files.into_iter().collect(),
            ..Self::default()
        };
        Ok(record_text::read(&bytes).ok().map(record))
    }

    /// Keeps only which files are the program's own, and what is in them.
    fn with_contents_only(mut self) -> Self {
        self.about = None;
        for known in self.files.values_mut() {
            *known = Known::OneOf(known.contents().to_vec());
        }
        self
    }

    /// Whether it was written for the output beside which it lies.
    pub(super) fn is_of_here(&self) -> bool {
        self.is_of_here
    }

    /// Why the record is not believed, if there is one that is not.
    #[must_use]
    pub fn flaw(&self) -> Option<Flaw> {
        self.flaw
    }

    /// Whether a build would change nothing: the last one was made from the same, what it copied looks as it did, and all that
    /// it made is as it left it.
    #[must_use]
    pub fn is_current(
        &self,
        everything: Fingerprint,
        copied: &BTreeMap<String, PathBuf>,
        beside: Looks,
        output: &OutputFolder,
    ) -> bool {
        let is_same = |about: &About| {
            let is_beside_same = about.beside == Some(beside.fingerprint) && beside.changed < about.began;
            about.everything == everything && is_beside_same
        };
        if !self.about.as_ref().is_some_and(is_same) {
            return false;
        }
        let is_copied = |(path, source): (&String, &PathBuf)| {
            let is_same = |made: &Made| {
                self.unchanged_source(path, source).is_some()
                    || content_of(source).is_ok_and(|content| content == made.content)
            };
            self.made(path).is_some_and(is_same)
        };
        let is_there = |path: &OutputPath| {
            let made = self.made(path.as_str());
            made.is_some_and(|made| made.stamp_if_as_made(&output.path().join(path)).is_some())
        };
        copied.par_iter().all(is_copied) && self.files.par_iter().all(|(path, _)| is_there(path))
    }

    /// What a file that is copied looks like, if it has not changed since it was copied: it looks as it did, and the system
    /// has seen no change of it since that build began, as after one that kept size and time (the rule by which Git calls an
    /// entry of its index racy).
    pub(super) fn unchanged_source(&self, path: &str, source: &Path) -> Option<Look> {
        let (about, made) = (self.about.as_ref()?, self.made(path)?);
        let found = fs::metadata(source).ok()?;
        let look = Look::of(&found);
        (look.changed < about.began && made.from == look.of_source()).then_some(look)
    }

    /// What was in the files that the build copied, if the record is believed.
    #[must_use]
    pub fn known_contents(&self) -> KnownContents {
        let Some(about) = &self.about else { return KnownContents::default() };
        let by_look = self.all_made().map(|(_, made)| made).filter(|made| made.turn == Turn::Asset);
        let by_look = by_look.map(|made| (made.from, made.content)).collect();
        KnownContents { began: about.began, by_look }
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

    /// Whether the file at a path in the output may be overwritten: a build has made what is there, or at least something at
    /// that path of this very output.
    pub(super) fn owns(&self, path: &OutputPath, file: &Path) -> bool {
        self.files.get(path).is_some_and(|known| self.is_of_here || known.is_at(file).unwrap_or(false))
    }

    /// Whether what a build has made is at a path in the output.
    pub(super) fn has_made(&self, path: &OutputPath, file: &Path) -> io::Result<bool> {
        self.files.get(path).map_or(Ok(false), |known| known.is_at(file))
    }

    /// Whether this content is the last that a build has made at a path of this very output.
    pub(super) fn has_made_here(&self, path: &OutputPath, content: Fingerprint) -> bool {
        self.is_of_here && self.contents(path).last() == Some(&content)
    }

    /// What is known of the file at a path.
    pub(super) fn known(&self, path: &OutputPath) -> Known {
        self.files.get(path).cloned().unwrap_or(Known::OneOf(Vec::new()))
    }

    /// What builds may have made at a path, the last in the end.
    pub(super) fn contents(&self, path: &OutputPath) -> &[Fingerprint] {
        self.files.get(path).map(Known::contents).unwrap_or_default()
    }

    pub(super) fn made(&self, path: &str) -> Option<&Made> {
        match self.files.get(path)? {
            Known::Made(made) => Some(made),
            Known::OneOf(_) | Known::Anything => None,
        }
    }

    /// All files of which it is known how they were made.
    pub(super) fn all_made(&self) -> impl Iterator<Item = (&OutputPath, &Made)> {
        self.files.keys().filter_map(|path| Some((path, self.made(path.as_str())?)))
    }
}

/// The folder of another part that has the record in which this is, if it is still there.
fn other_part(about: &About, output: &OutputFolder) -> Option<PathBuf> {
    let (name, other) = (output.name_of_part()?, about.folder.as_ref()?);
    let folder = output.path().with_file_name(other);
    (*other != name && folder.is_dir()).then_some(folder)
}

/// The files that a record lists, if it was written for an output.
fn files_if_of(output: &OutputFolder, path: &Path) -> Option<Vec<(OutputPath, Known)>> {
    let file = system::open_regular(path).ok()??;
    let here = place(output.path(), &file)?;
    let mut lines = BufReader::new((&file).take(RECORD_BYTES)).lines();
    if record_text::place(lines.nth(2)?.ok()?.as_str()) != Some(here) {
        return None;
    }
    (&file).rewind().ok()?;
    record_text::read(&read_all(&file).ok()?).ok().map(|content| content.files)
}

/// Removes all records of an output but that which has been written now.
pub(super) fn remove_others(earlier: &Record) {
    // One that cannot be removed does no harm: whoever reads it compares files with what it says.
    earlier.others.iter().for_each(|path| drop(fs::remove_file(path)));
}

/// Writes a record: what the build was, if it has ended, and its files.
pub(super) fn write<'f>(
    output: &OutputFolder,
    about: Option<About>,
    files: impl Iterator<Item = (&'f OutputPath, Known)>,
    durability: Durability,
) -> Result<(), Failure> {
    replace_with(&output.record(), durability, |file| {
        let place = place(output.path(), file);
        file.write_all(record_text::write(Content { about, place, files }).as_bytes())
    })
}

/// Removes what the programs before version 4 left in an output.
pub(super) fn remove_manifest(output: &Path) -> Result<(), Failure> {
    let path = output.join(MANIFEST);
    match fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Failure::to("remove", path)(error)),
        _ => Ok(()),
    }
}

/// What tells a place from all others: which folder the output is and which file its record, with the moments at which they
/// came into being. Copies have others, and nobody can know them beforehand. Devices are left out, as their numbers change.
fn place(output: &Path, record: &File) -> Option<Fingerprint> {
    let (output, record) = (fs::metadata(output).ok()?, record.metadata().ok()?);
    Some(Fingerprint::of_value(&(look::identity(&output), look::identity(&record))))
}

fn read_all(file: &File) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(RECORD_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > RECORD_BYTES {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}
