//! A build that is told to end: by Ctrl-C, or by whoever runs it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::Duration;

use crate::diagnostic::Failure;

/// Where a build stands that may be told to end. Clones stand for the same build.
#[derive(Clone, Debug, Default)]
pub struct Interruption(Arc<Mutex<Progress>>);

#[derive(Debug, Default)]
struct Progress {
    /// What the build must not leave behind.
    leftovers: Vec<PathBuf>,
    is_publishing: bool,
    is_stopped: bool,
}

/// What a build does that was told to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// It has left nothing behind and can end at once.
    Now,
    /// It is about to publish and ends when all is there.
    WhenPublished,
}

/// Held while files of the output change.
pub(super) struct Busy(Interruption);

impl Interruption {
    /// Tells the build to end. What waits to be published is removed.
    #[must_use]
    pub fn stop(&self) -> Stopped {
        let mut progress = self.progress();
        progress.is_stopped = true;
        if progress.is_publishing {
            return Stopped::WhenPublished;
        }
        let leftovers = std::mem::take(&mut progress.leftovers);
        drop(progress);
        for path in &leftovers {
            remove(path);
        }
        Stopped::Now
    }

    /// Lets the build make something that goes with it, and gives the path of that.
    pub(super) fn make<M>(
        &self,
        making: impl FnOnce() -> io::Result<M>,
        path: impl FnOnce(&M) -> PathBuf,
    ) -> io::Result<M> {
        let mut progress = self.progress();
        if progress.is_stopped {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let made = making()?;
        progress.leftovers.push(path(&made));
        Ok(made)
    }

    /// Leaves something where it is that a build has made.
    pub(super) fn forget(&self, path: &Path) {
        self.progress().leftovers.retain(|made| made != path);
    }

    /// Whether the build has not been told to end.
    ///
    /// # Errors
    ///
    /// If it has.
    pub(super) fn check(&self) -> io::Result<()> {
        if self.progress().is_stopped { Err(io::ErrorKind::Interrupted.into()) } else { Ok(()) }
    }

    /// From now on the output changes.
    ///
    /// # Errors
    ///
    /// If the build was told to end before.
    pub(super) fn publishing(&self) -> Result<Busy, Failure> {
        let mut progress = self.progress();
        if progress.is_stopped {
            return Err(Failure::to("publish", "the site")(io::ErrorKind::Interrupted.into()));
        }
        progress.is_publishing = true;
        Ok(Busy(self.clone()))
    }

    fn progress(&self) -> MutexGuard<'_, Progress> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.progress().is_publishing = false;
    }
}

/// Removes a file, or a folder in which other threads may just be making their last file.
fn remove(path: &Path) {
    for _ in 0..20 {
        let Ok(found) = fs::symlink_metadata(path) else { return };
        let _ = if found.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
        sleep(Duration::from_millis(5));
    }
}
