//! One build at a time for each output.
//!
//! The lock is the system's own on a file beside the output: it is free again when the process has ended, however it ended.
//! What stands in the file is for people only.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read as _, Seek as _, Write as _};
use std::path::PathBuf;

use super::interruption::Interruption;
use super::output::OutputFolder;
use super::{leftovers, system};
use crate::diagnostic::Failure;
use crate::look;

/// Keeps other builds away from an output until it is dropped.
pub struct Lock {
    _held: Vec<Held>,
    /// When it was taken, by the clock of the file system, in nanoseconds since 1970.
    pub(super) taken: u128,
}

/// A file that is locked until this is dropped.
struct Held {
    path: PathBuf,
    file: File,
    /// Whether the system keeps others from it.
    is_locked: bool,
}

/// What there is to say while a lock is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LockNews {
    /// Another build has it: this one waits.
    Waiting {
        /// Which build that is, such as `process 1234 on build-3 (for 2 s)`.
        holder: String,
    },
    /// The file system has no locks.
    Unsupported,
    /// A build that was killed has left something that cannot be removed.
    Leftover {
        /// Where it lies.
        path: PathBuf,
    },
}

/// What a build does while another publishes to the same output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IfBusy {
    /// It waits.
    Wait,
    /// It fails.
    Fail,
}

impl Lock {
    /// Takes the lock of an output, and removes what builds that were killed have left there.
    ///
    /// # Errors
    ///
    /// If another build has it and this one does not wait, or the file of the lock cannot be made.
    pub fn take(
        output: &OutputFolder,
        if_busy: IfBusy,
        interruption: &Interruption,
        tell: &mut dyn FnMut(LockNews),
    ) -> Result<Self, Failure> {
        let (mut held, mut taken) = (Vec::new(), None);
        for path in output.locks() {
            let mut lock = Held::take(path, output, if_busy, tell)?;
            // What lies in the output is for all to read.
            let sign = |file: &mut File| if taken.is_none() { sign(file).map(Some) } else { Ok(taken) };
            let signed = interruption.make(|| sign(&mut lock.file), |_| lock.path.clone());
            taken = signed.map_err(Failure::to("write", &lock.path))?;
            held.push(lock);
        }
        if held.iter().all(|lock| lock.is_locked) {
            for path in leftovers::remove(output) {
                tell(LockNews::Leftover { path });
            }
        } else {
            tell(LockNews::Unsupported);
        }
        Ok(Self { _held: held, taken: taken.unwrap_or_default() })
    }
}

impl Held {
    fn take(
        path: PathBuf,
        output: &OutputFolder,
        if_busy: IfBusy,
        tell: &mut dyn FnMut(LockNews),
    ) -> Result<Self, Failure> {
        loop {
            let opened = system::open(&path, OpenOptions::new().read(true).write(true).create(true).truncate(false));
            let mut file = opened.map_err(|error| {
                Failure::to("lock", &path)(error).help("remove what is there, unless another build is at work")
            })?;
            let is_locked = match file.try_lock() {
                Ok(()) => true,
                Err(TryLockError::WouldBlock) => {
                    let holder = holder(&mut file);
                    if if_busy == IfBusy::Fail {
                        let why = io::Error::other(format!("{holder} is publishing to it"));
                        return Err(Failure::to("publish to", output.path())(why).help("try again when it has ended"));
                    }
                    tell(LockNews::Waiting { holder });
                    file.lock().map_err(Failure::to("lock", &path))?;
                    true
                }
                Err(TryLockError::Error(error)) if is_unsupported(&error) => false,
                Err(TryLockError::Error(error)) => return Err(Failure::to("lock", &path)(error)),
            };
            // The one who had it before may have removed the file while this one waited for it.
            if system::is_at(&file, &path) {
                return Ok(Self { path, file, is_locked });
            }
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if system::CAN_REMOVE_OPEN_FILES {
            // Whoever waits for it looks whether it is still there.
            let _ = fs::remove_file(&self.path);
        }
        let _ = self.file.unlock();
    }
}

/// Who has a lock and since when, by what stands in its file and by the time of that.
fn holder(file: &mut File) -> String {
    let mut text = String::new();
    let process = match file.read_to_string(&mut text) {
        Ok(_) if !text.trim().is_empty() => text.trim(),
        _ => "another build",
    };
    let since = file.metadata().and_then(|found| found.modified()).ok().and_then(|since| since.elapsed().ok());
    since.map_or_else(|| process.to_owned(), |since| format!("{process} (for {} s)", since.as_secs()))
}

/// Writes into a lock whose it is. Says when that was.
fn sign(file: &mut File) -> io::Result<u128> {
    file.rewind()?;
    file.set_len(0)?;
    writeln!(file, "process {} on {}", std::process::id(), system::host())?;
    Ok(look::changed(&file.metadata()?))
}

fn is_unsupported(error: &io::Error) -> bool {
    // No kind stands for ENOLCK, which network file systems without a lock service say.
    const ENOLCK: i32 = 37;
    error.kind() == ErrorKind::Unsupported || cfg!(target_os = "linux") && error.raw_os_error() == Some(ENOLCK)
}
