//! Files that a build made or copied, and what tells whether they are as they were.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::Path;

use super::manner::Turn;
use crate::fingerprint::Fingerprint;
use crate::look;

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
    /// What the file at a path looks like, if it is as it was made: its size and time tell so, or else its content, as where an
    /// archive has lost the time.
    pub(super) fn stamp_if_as_made(&self, path: &Path) -> Option<Stamp> {
        let stamp = Stamp::at(path).ok()?;
        if stamp == self.stamp { Some(stamp) } else { self.stamp_if_content(path) }
    }

    /// What the file at a path looks like, if its content is that which was made.
    pub(super) fn stamp_if_content(&self, path: &Path) -> Option<Stamp> {
        let stamp = Stamp::at(path).ok().filter(|stamp| stamp.bytes == self.stamp.bytes)?;
        content_of(path).is_ok_and(|content| content == self.content).then_some(stamp)
    }
}

/// What is known of a file that a build may have made.
#[derive(Clone)]
pub(super) enum Known {
    /// How it was made.
    Made(Made),
    /// What is in it is one of these, of which the last was made last.
    OneOf(Vec<Fingerprint>),
    /// A program that did not say what is in it has made it.
    Anything,
}

impl Known {
    /// What may be in the file.
    pub(super) fn contents(&self) -> &[Fingerprint] {
        match self {
            Self::Made(made) => std::slice::from_ref(&made.content),
            Self::OneOf(contents) => contents,
            Self::Anything => &[],
        }
    }

    /// Whether it is that which lies at a path.
    pub(super) fn is_at(&self, path: &Path) -> io::Result<bool> {
        if !fs::symlink_metadata(path)?.is_file() {
            return Ok(false);
        }
        Ok(matches!(self, Self::Anything) || self.contents().contains(&content_of(path)?))
    }
}

/// The fingerprint of what is in a file.
pub(super) fn content_of(path: &Path) -> io::Result<Fingerprint> {
    File::open(path).and_then(Fingerprint::of_stream)
}

/// What tells from outside whether a file has been changed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) bytes: u64,
    /// When it was last changed, in nanoseconds since 1970.
    pub(super) modified: u128,
}

impl Stamp {
    /// What the file at a path looks like.
    ///
    /// # Errors
    ///
    /// If there is none, or none that its owner may read: nobody can serve it.
    pub(super) fn at(path: &Path) -> io::Result<Self> {
        fs::metadata(path).and_then(|found| Self::if_readable(&found))
    }

    /// What a file looks like that its owner may read.
    pub(super) fn if_readable(found: &Metadata) -> io::Result<Self> {
        #[cfg(unix)]
        if std::os::unix::fs::MetadataExt::mode(found) & 0o400 == 0 {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        Ok(Self::of(found))
    }

    pub(super) fn of(metadata: &Metadata) -> Self {
        Self { bytes: metadata.len(), modified: look::modified(metadata) }
    }

    /// How long the file is, in bytes.
    pub(super) fn length(self) -> usize {
        usize::try_from(self.bytes).unwrap_or(usize::MAX)
    }
}
