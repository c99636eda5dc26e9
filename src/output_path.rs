//! Output paths: where in the output a file goes.
//!
//! Whatever a slug, a file name or a record of an earlier build says, what is not below the output folder is no
//! [`OutputPath`], and the writer takes nothing else.

use std::borrow::Borrow;
use std::fmt;
use std::path::{Component, Path};
use std::sync::Arc;

use icu_normalizer::ComposingNormalizer;

/// What the names of the program's own records begin with, in the output and beside it.
pub const RECORDS: &str = ".rolebook-";

/// The most bytes that file systems take for one name.
pub const MOST_BYTES: usize = 255;

/// The path of a file below the output folder, with forward slashes on every system.
///
/// Its parts are names of files and folders on every system: none is empty, `.` or `..`, has a backslash or a control
/// character, or is longer than 255 bytes. None is a record of the program.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutputPath(Arc<str>);

/// Why a path is none of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAnOutputPath {
    /// It leads out of the output, or to a folder.
    Outside,
    /// It has a backslash or a control character.
    Character,
    /// A name in it has more than 255 bytes.
    Long,
    /// The program keeps a record of its own under this name.
    Record,
}

impl OutputPath {
    /// Takes a path.
    ///
    /// # Errors
    ///
    /// If there can be no file of the output at it.
    pub fn read(text: &str) -> Result<Self, NotAnOutputPath> {
        if text.contains(|c: char| c == '\\' || c.is_control()) {
            return Err(NotAnOutputPath::Character);
        }
        let is_name = |name: &[u8]| !matches!(name, b"" | b"." | b"..");
        if !names(text).all(is_name) || leads_elsewhere(text) {
            return Err(NotAnOutputPath::Outside);
        }
        if names(text).any(|name| name.len() > MOST_BYTES) {
            return Err(NotAnOutputPath::Long);
        }
        if text.get(..RECORDS.len()).is_some_and(|start| start.eq_ignore_ascii_case(RECORDS)) {
            return Err(NotAnOutputPath::Record);
        }
        Ok(Self(text.into()))
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folders that hold the file, the innermost first: `a/b` and `a` of `a/b/c`.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        self.0.rmatch_indices('/').map(|(at, _)| &self.0[..at])
    }
}

/// The names of which a path is made. Bytes, since there are many paths, and no other character has a slash among its bytes.
fn names(path: &str) -> impl Iterator<Item = &[u8]> {
    path.as_bytes().split(|byte| *byte == b'/')
}

/// Whether a path does not stay in the folder to which it is appended, as those with a drive do on Windows.
fn leads_elsewhere(text: &str) -> bool {
    let drive = names(text).next().is_some_and(|first| matches!(first, [_, b':']));
    drive || !Path::new(text).components().all(|part| matches!(part, Component::Normal(_)))
}

/// What a path is on systems that tell fewer names apart: two of which this is the same are one there. Windows and macOS do not
/// tell `A.txt` from `a.txt`; macOS writes `é` as one character or as two and takes both for the same.
#[must_use]
pub fn as_one_name(path: &str) -> String {
    ComposingNormalizer::new_nfc().normalize(&path.to_lowercase()).into_owned()
}

impl AsRef<Path> for OutputPath {
    fn as_ref(&self) -> &Path {
        Path::new(&*self.0)
    }
}

impl Borrow<str> for OutputPath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for NotAnOutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Outside => "it does not lead to a file in the output",
            Self::Character => "a backslash or a control character cannot be part of an address",
            Self::Long => "a part of it has more than 255 bytes",
            Self::Record => "the program keeps its own records under such names",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_in_the_output_on_every_system() {
        let long = "ä".repeat(128);
        for (path, why) in [
            ("", NotAnOutputPath::Outside),
            ("/etc/passwd", NotAnOutputPath::Outside),
            ("..", NotAnOutputPath::Outside),
            ("en/../../x", NotAnOutputPath::Outside),
            ("en/./x", NotAnOutputPath::Outside),
            ("en//x", NotAnOutputPath::Outside),
            ("en/", NotAnOutputPath::Outside),
            ("C:/x", NotAnOutputPath::Outside),
            ("..\\x", NotAnOutputPath::Character),
            ("a\nkeep.txt", NotAnOutputPath::Character),
            ("a\u{85}b", NotAnOutputPath::Character),
            ("a\0", NotAnOutputPath::Character),
            (&long, NotAnOutputPath::Long),
            (".rolebook-manifest", NotAnOutputPath::Record),
            (".Rolebook-Manifest", NotAnOutputPath::Record),
            (".rolebook-build-public/x", NotAnOutputPath::Record),
        ] {
            assert_eq!(OutputPath::read(path), Err(why), "{path:?}");
        }
        for path in ["index.html", ".well-known/security.txt", "a b/…/ä.png", "a..b/...", "files/.rolebook-x", "%2e%2e"]
        {
            assert_eq!(OutputPath::read(path).unwrap().as_str(), path);
        }
    }

    #[test]
    fn folders_are_those_that_hold_the_file() {
        let path = OutputPath::read("a/b/c").unwrap();
        assert_eq!(path.folders().collect::<Vec<_>>(), ["a/b", "a"]);
        assert_eq!(OutputPath::read("a").unwrap().folders().next(), None);
    }
}
