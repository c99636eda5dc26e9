//! Files beside texts: pictures and forms in the folders of entries.
//!
//! There may be very many, of any size, and most are never asked for: only what they are from outside is known beforehand. One
//! that a text links to is read when that is found out.

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io::{self, BufReader, Cursor, ErrorKind, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::Found;
use crate::diagnostic::Failure;
use crate::fingerprint::Fingerprint;
use crate::look::Look;
use crate::place::SourcePath;

/// A file beside the texts of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Beside {
    /// It lies on the disk.
    OnDisk {
        /// Where.
        path: PathBuf,
        /// What it was from outside when the site was looked at.
        look: Look,
    },
    /// It is in memory, as the site is.
    InMemory(Arc<[u8]>),
}

/// What can be read of a file piece by piece, from any place.
pub trait ReadAnywhere: Read + Seek {}

impl<T: Read + Seek> ReadAnywhere for T {}

impl Beside {
    /// How many bytes it has.
    #[must_use]
    pub fn length(&self) -> u64 {
        match self {
            Self::OnDisk { look, .. } => look.bytes,
            Self::InMemory(bytes) => bytes.len() as u64,
        }
    }

    /// What it was from outside, if it lies on the disk.
    #[must_use]
    pub fn look(&self) -> Option<Look> {
        match self {
            Self::OnDisk { look, .. } => Some(*look),
            Self::InMemory(_) => None,
        }
    }

    /// Opens it for reading.
    ///
    /// # Errors
    ///
    /// If it cannot be opened.
    pub fn open(&self) -> io::Result<BufReader<Box<dyn ReadAnywhere + '_>>> {
        let file: Box<dyn ReadAnywhere> = match self {
            Self::OnDisk { path, .. } => Box::new(File::open(path)?),
            Self::InMemory(bytes) => Box::new(Cursor::new(bytes)),
        };
        Ok(BufReader::new(file))
    }

    /// The fingerprint of what is in it. The file is read, unless that is known.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn content(&self, known: &KnownContents) -> io::Result<Fingerprint> {
        match self {
            Self::OnDisk { look, .. } if let Some(content) = known.of(*look) => Ok(content),
            _ => Fingerprint::of_stream(self.open()?),
        }
    }
}

/// What was in files when a build copied them, by what they were from outside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownContents {
    /// When that build began, in nanoseconds since 1970. What has changed since may look the same.
    pub began: u128,
    /// What was in each, by the fingerprint of its look as a source.
    pub by_look: HashMap<Fingerprint, Fingerprint>,
}

impl KnownContents {
    fn of(&self, look: Look) -> Option<Fingerprint> {
        (look.changed < self.began).then(|| self.by_look.get(&look.of_source()).copied())?
    }
}

/// Whether what lies at a path belongs to an entry and is neither its text nor its facts, going by the ends of their names.
pub(super) fn is_beside_texts(path: &str) -> bool {
    let mut names = path.split('/');
    let is_in_entry = names.next() == Some("content") && names.nth(2).is_some();
    // Those with other capitals are no texts either, and reported as such.
    let end = path.rsplit('.').next();
    is_in_entry && !matches!(end, Some("md" | "toml"))
}

/// What files are from outside. Those that are gone meanwhile are left out.
pub(super) fn look(root: &Path, files: Vec<Found>) -> Result<Vec<(SourcePath, Beside)>, Failure> {
    let look = |(name, path): Found| {
        let path = root.join(path);
        match fs::metadata(&path) {
            Ok(found) => Some(Ok((name.into(), Beside::OnDisk { look: Look::of(&found), path }))),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => Some(Err(Failure::to("read", path)(error))),
        }
    };
    files.into_par_iter().filter_map(look).collect()
}

/// The files below a folder, by their paths, in their order.
pub fn below<'f>(
    files: &'f BTreeMap<SourcePath, Beside>,
    folder: &str,
) -> impl Iterator<Item = (&'f SourcePath, &'f Beside)> {
    let folder = folder.to_owned();
    files.range(SourcePath::from(folder.as_str())..).take_while(move |(path, _)| path.as_str().starts_with(&folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_deeper_than_texts_belongs_to_the_entry() {
        for (path, expected) in [
            ("content/roles/tester/team.jpg", true),
            ("content/roles/tester/images/team.jpg", true),
            ("content/roles/tester/en.md", false),
            ("content/roles/tester/old/en.md", false),
            ("content/roles/tester/entry.toml", false),
            ("content/roles/team.jpg", false),
            ("locales/de/a/b.ftl", false),
        ] {
            assert_eq!(is_beside_texts(path), expected, "{path}");
        }
    }

    /// What a build has copied is not read again, unless it may have changed since that build began.
    #[test]
    fn what_is_known_of_a_file_is_believed_if_it_is_old() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a"), "words").unwrap();
        let files = look(folder.path(), vec![("a".to_owned(), "a".into())]).unwrap();
        let (_, file) = &files[0];
        let other = Fingerprint::of(b"other");
        let by_look = HashMap::from([(file.look().unwrap().of_source(), other)]);
        let known = |began| KnownContents { began, by_look: by_look.clone() };
        assert_eq!(file.content(&known(u128::MAX)).unwrap(), other);
        assert_eq!(file.content(&known(0)).unwrap(), Fingerprint::of(b"words"));
    }
}
