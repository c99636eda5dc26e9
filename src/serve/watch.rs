//! Notices that files change.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::{Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::diagnostic::Failure;
use crate::load::{CONFIG_FILE, FOLDERS, STATIC};

/// How long it is quiet after a change before the site is read: one save is often several changes.
const QUIET: Duration = Duration::from_millis(5);

/// How long a stream of changes can put off the reading.
const PATIENCE: Duration = Duration::from_millis(250);

/// How often files are looked at where the system does not tell.
const POLL: Duration = Duration::from_millis(500);

/// How changes of files are noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watching {
    /// As the system tells; by looking where it does not, such as on network drives.
    Automatic,
    /// By looking at all files, twice a second.
    Polling,
}

/// What has changed.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Changes {
    /// These files and folders, by their paths from the root.
    Known(BTreeSet<PathBuf>),
    /// More than the system could tell.
    Unknown,
}

/// What waiting for changes has come to.
pub(super) enum Waited {
    /// Something has changed.
    For(Changes),
    /// Nothing has changed for so long.
    InVain,
    /// Nothing will change any more.
    Ended,
}

/// Watches the files of a site.
pub(super) struct Watcher {
    root: PathBuf,
    events: Receiver<notify::Result<Event>>,
    backend: Mutex<Box<dyn notify::Watcher + Send>>,
}

impl Watcher {
    /// Begins to watch the site at `root`.
    pub(super) fn new(root: &Path, watching: Watching) -> Result<Self, Failure> {
        let root = root.canonicalize().map_err(Failure::to("find", root))?;
        let (sender, events) = channel();
        // By their times alone, two saves within a second could not be told apart.
        let poll = Config::default().with_poll_interval(POLL).with_compare_contents(true);
        let polling =
            |sender| PollWatcher::new(sender, poll).map(|watcher| Box::new(watcher) as Box<dyn notify::Watcher + Send>);
        let watcher = match watching {
            Watching::Automatic if !is_on_network(&root) => RecommendedWatcher::new(sender.clone(), Config::default())
                .map(|watcher| Box::new(watcher) as Box<dyn notify::Watcher + Send>)
                .or_else(|_| polling(sender)),
            _ => polling(sender),
        };
        let failure = |error: notify::Error| Failure::to("watch", &root)(std::io::Error::other(error));
        let watcher = Self { events, backend: Mutex::new(watcher.map_err(failure)?), root: root.clone() };
        watcher.watch_folders().map_err(failure)?;
        Ok(watcher)
    }

    /// Watches the root for its own files, and the folders that there are with all that is in them.
    fn watch_folders(&self) -> notify::Result<()> {
        let mut backend = self.backend.lock().expect("no thread panics while it holds the lock");
        backend.watch(&self.root, RecursiveMode::NonRecursive)?;
        for folder in FOLDERS.iter().chain(&[STATIC]).map(|folder| self.root.join(folder)) {
            if folder.is_dir() {
                backend.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }

    /// Waits until something has changed that belongs to the site, or so long.
    pub(super) fn wait(&self, longest: Duration) -> Waited {
        let end = Instant::now() + longest;
        loop {
            let mut changed = BTreeSet::new();
            let mut is_known = true;
            match self.events.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(event) => is_known &= add(&mut changed, event),
                Err(RecvTimeoutError::Timeout) => return Waited::InVain,
                Err(RecvTimeoutError::Disconnected) => return Waited::Ended,
            }
            let first = Instant::now();
            while first.elapsed() < PATIENCE {
                match self.events.recv_timeout(QUIET) {
                    Ok(event) => is_known &= add(&mut changed, event),
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return Waited::Ended,
                }
            }
            let mut paths = below(&self.root, changed);
            let folders: BTreeSet<PathBuf> = paths.iter().filter(|path| is_folder_of_site(path)).cloned().collect();
            if !folders.is_empty() {
                // A folder has come, gone or been replaced: what the system watches may be the old one.
                let mut backend = self.backend.lock().expect("no thread panics while it holds the lock");
                for folder in &folders {
                    let _ = backend.unwatch(&self.root.join(folder));
                }
                drop(backend);
                let _ = self.watch_folders();
            }
            paths.retain(|path| belongs_to_site(path));
            if !is_known {
                return Waited::For(Changes::Unknown);
            }
            if !paths.is_empty() {
                return Waited::For(Changes::Known(paths));
            }
        }
    }
}

/// Adds the paths of an event. Says whether it tells all.
fn add(changed: &mut BTreeSet<PathBuf>, event: notify::Result<Event>) -> bool {
    match event {
        Ok(event) if event.need_rescan() => false,
        Ok(Event { kind: EventKind::Access(_), .. }) => true,
        Ok(event) => {
            changed.extend(event.paths);
            true
        }
        Err(_) => false,
    }
}

/// The paths below a root, from there.
fn below(root: &Path, paths: impl IntoIterator<Item = PathBuf>) -> BTreeSet<PathBuf> {
    paths.into_iter().filter_map(|path| path.strip_prefix(root).ok().map(Path::to_path_buf)).collect()
}

fn belongs_to_site(path: &Path) -> bool {
    let first = path.components().next().map(|first| first.as_os_str().to_string_lossy().into_owned());
    first.is_some_and(|first| first == CONFIG_FILE || first == STATIC || FOLDERS.contains(&first.as_str()))
}

fn is_folder_of_site(path: &Path) -> bool {
    path.components().count() == 1 && path != Path::new(CONFIG_FILE) && belongs_to_site(path)
}

/// Whether a folder is on a file system that tells nothing of changes made elsewhere.
#[cfg(target_os = "linux")]
#[expect(clippy::disallowed_methods, reason = "what is mounted where is no part of a site")]
fn is_on_network(folder: &Path) -> bool {
    const KINDS: [&str; 9] = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "vboxsf", "fuse.sshfs", "virtiofs"];
    let mounts = std::fs::read_to_string("/proc/mounts").unwrap_or_default();
    let mounts = mounts.lines().filter_map(|line| {
        let mut words = line.split(' ').skip(1);
        Some((words.next()?.replace("\\040", " "), words.next()?))
    });
    let here = mounts.filter(|(place, _)| folder.starts_with(place)).max_by_key(|(place, _)| place.len());
    here.is_some_and(|(_, kind)| KINDS.contains(&kind))
}

#[cfg(not(target_os = "linux"))]
fn is_on_network(_: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_part_of_a_site_counts() {
        for (path, belongs) in [
            ("rolebook.toml", true),
            ("content/job-descriptions/x/en.md", true),
            ("static", true),
            ("public/index.html", false),
            ("target/debug/rolebook", false),
            ("rolebook.toml.swp", false),
        ] {
            assert_eq!(belongs_to_site(Path::new(path)), belongs, "{path}");
        }
    }
}
