//! Parts of a site that several machines have made, to be put together.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::output::{OutputFolder, is_record_of_part, record_of_part};
use super::record::Record;
use super::record_text::About;
use crate::diagnostic::{Failure, sort};
use crate::look::Looks;
use crate::output_path::OutputPath;

/// A part of a site, as a build with `--shard` has left it.
pub struct Part {
    pub(super) folder: PathBuf,
    /// Where its record lies.
    path: PathBuf,
    pub(super) record: Record,
    about: About,
}

impl Part {
    /// Finds parts: at the record of one, at the folder of one beside its record, or at a folder with records and parts in it.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub fn find(path: &Path) -> Result<Vec<Self>, Failure> {
        let path = &std::path::absolute(path).map_err(Failure::to("find", path))?;
        let parent = path.parent().unwrap_or(path);
        let parts = if is_record(path) {
            vec![Self::read(path)?]
        } else {
            let beside = Self::with_records_in(parent)?;
            let beside: Vec<_> = beside.into_iter().filter(|part| part.folder == *path).collect();
            if beside.is_empty() { Self::with_records_in(path)? } else { beside }
        };
        if parts.is_empty() {
            let why = io::Error::other(format!("there is no record `{}` of it", record_of_part(1).replace('1', "…")));
            let help = "make it with `rolebook build --shard 1/4 --output DIR`, and keep the record beside it";
            return Err(Failure::to("merge", path)(why).help(help));
        }
        Ok(parts)
    }

    /// Its files.
    #[must_use]
    pub fn files(&self) -> BTreeSet<OutputPath> {
        self.record.paths()
    }

    fn with_records_in(folder: &Path) -> Result<Vec<Self>, Failure> {
        let entries = fs::read_dir(folder)
            .map_err(Failure::to("read", folder))
            .map_err(|failure| failure.help("name the folder of a part, its record, or a folder with both in it"))?;
        let mut records: Vec<_> = entries.flatten().map(|entry| entry.path()).filter(|path| is_record(path)).collect();
        records.sort();
        records.iter().map(|record| Self::read(record)).collect()
    }

    fn read(path: &Path) -> Result<Self, Failure> {
        let part = Record::of_part(path)?.and_then(|record| {
            let about = record.about().filter(|about| about.part.is_some()).cloned()?;
            let name = about.folder.as_deref().filter(|name| is_name(name))?;
            Some(Self { folder: path.with_file_name(name), path: path.to_path_buf(), record, about })
        });
        part.ok_or_else(|| {
            let why = "it is no record of a part that is whole, or it is of another version of the program";
            Failure::to("merge", path)(io::Error::other(why)).help("build the part again")
        })
    }

    /// What the parts are together.
    ///
    /// # Errors
    ///
    /// If they are not all parts of one site, or not each of them once, or have a file in common.
    pub fn together(parts: &[Self]) -> Result<About, Failure> {
        let Some(first) = parts.first() else { unreachable!("the command line asks for one") };
        // The machines that made the parts have seen files of their own.
        let beside = first.about.beside.filter(|looks| *looks == Looks::of(std::iter::empty()).fingerprint);
        let about = first.about.clone();
        let mut whole = About { part: None, everything: first.about.site, beside, pages: Vec::new(), ..about };
        let (_, count) = first.about.part.unwrap_or_default();
        let (mut numbers, mut paths) = (BTreeMap::new(), BTreeMap::new());
        for part in parts {
            let (number, of) = part.about.part.unwrap_or_default();
            if part.about.site != whole.site || of != count {
                return Err(
                    part.refused(&first.folder, "it is a part of another site, or of another state of it, than")
                );
            }
            if let Some(other) = numbers.insert(number, &part.path) {
                let (why, help) = ("it is of the same part as", "name the record of each part once");
                return Err(Failure::to("merge", &part.path)(differs(other, why)).help(help));
            }
            for (path, made) in part.record.all_made() {
                // A picture that stands in texts of several parts is in each.
                if let Some((other, content)) = paths.insert(path, (&part.folder, made.content))
                    && content != made.content
                {
                    return Err(part.refused(other, "it has a file in common with"));
                }
            }
            for (index, (locale, pages)) in part.about.pages.iter().enumerate() {
                match whole.pages.get_mut(index) {
                    Some((_, sum)) => *sum += pages,
                    None => whole.pages.push((locale.clone(), *pages)),
                }
            }
            whole.diagnostics.extend(part.about.diagnostics.iter().cloned());
        }
        sort(&mut whole.diagnostics);
        let missing: BTreeSet<_> = (1..=count).filter(|number| !numbers.contains_key(number)).collect();
        if let Some(number) = missing.first() {
            let why = io::Error::other(format!("part {number} of {count} is missing"));
            return Err(Failure::to("merge", &first.folder)(why).help("name all parts of the site"));
        }
        Ok(whole)
    }

    /// Looks that no part would be overwritten by the site.
    ///
    /// # Errors
    ///
    /// If an output is, holds or lies in the folder of a part.
    pub fn are_apart_from(parts: &[Self], output: &OutputFolder) -> Result<(), Failure> {
        let output = output.path();
        let overlaps = |part: &&Self| {
            let folder = fs::canonicalize(&part.folder).unwrap_or_else(|_| part.folder.clone());
            folder.starts_with(output) || output.starts_with(folder)
        };
        let Some(part) = parts.iter().find(overlaps) else { return Ok(()) };
        let why = differs(&part.folder, "it would overwrite the part");
        Err(Failure::to("publish to", output)(why).help("name a folder of its own with `--output`"))
    }

    fn refused(&self, other: &Path, why: &str) -> Failure {
        Failure::to("merge", &self.folder)(differs(other, why)).help("name each part of one build of the site once")
    }
}

fn differs(other: &Path, why: &str) -> io::Error {
    io::Error::other(format!("{why} `{}`", other.display()))
}

/// Whether a part of that name lies beside its record.
fn is_name(name: &str) -> bool {
    let mut parts = Path::new(name).components();
    matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None))
}

fn is_record(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    is_record_of_part(&name) && path.is_file()
}
