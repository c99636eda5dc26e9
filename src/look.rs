//! Looks: what a file is from outside, which tells without reading it whether it may have changed.

use std::fs::Metadata;
use std::time::UNIX_EPOCH;

use crate::fingerprint::Fingerprint;

/// What a file is from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Look {
    /// How many bytes it has.
    pub bytes: u64,
    /// When its content was last changed, in nanoseconds since 1970.
    pub modified: u128,
    /// When anything about it was last changed.
    pub changed: u128,
    identity: (u64, u128),
}

impl Look {
    /// Reads it off what the system says of a file.
    #[must_use]
    pub fn of(found: &Metadata) -> Self {
        Self { bytes: found.len(), modified: modified(found), changed: changed(found), identity: identity(found) }
    }

    /// The fingerprint of what stays the same while nobody writes to the file. Which file it is counts, too: folders that
    /// change places, and links that lead elsewhere, bring files of the same size and time to a path.
    #[must_use]
    pub fn of_source(self) -> Fingerprint {
        Fingerprint::of_value(&(self.bytes, self.modified, self.identity))
    }
}

/// What several files are from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Looks {
    /// The fingerprint of all.
    pub fingerprint: Fingerprint,
    /// When anything about any of them was last changed, in nanoseconds since 1970.
    pub changed: u128,
}

impl Looks {
    /// Sums up looks.
    #[must_use]
    pub fn of(looks: impl Iterator<Item = Look>) -> Self {
        let looks: Vec<_> = looks.collect();
        Self {
            fingerprint: Fingerprint::of_value(&looks),
            changed: looks.iter().map(|look| look.changed).max().unwrap_or_default(),
        }
    }
}

/// When anything about a file was last changed, in nanoseconds since 1970. Unlike the time of its content nobody can set it.
#[must_use]
pub fn changed(found: &Metadata) -> u128 {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        let (seconds, nanoseconds) = (found.ctime(), found.ctime_nsec());
        u128::try_from(i128::from(seconds) * 1_000_000_000 + i128::from(nanoseconds)).unwrap_or_default()
    }
    #[cfg(not(unix))]
    modified(found)
}

/// When the content of a file was last changed, in nanoseconds since 1970.
#[must_use]
pub fn modified(found: &Metadata) -> u128 {
    let since = found.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    since.unwrap_or_default().as_nanos()
}

/// What tells a file or folder from all others on its file system, as far as the system says: its number, and when it came
/// into being, in nanoseconds since 1970.
#[must_use]
pub fn identity(found: &Metadata) -> (u64, u128) {
    let born = found.created().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    #[cfg(unix)]
    let number = std::os::unix::fs::MetadataExt::ino(found);
    #[cfg(not(unix))]
    let number = 0;
    (number, born.unwrap_or_default().as_nanos())
}
