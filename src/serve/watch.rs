//! Notices that files change: as the system tells or, where it refuses, by looking.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::{Config, Event, EventKind, PollWatcher, RecommendedWatcher, Watcher as _};

use super::folders::Folders;
use super::refusal::Refusal;
use crate::diagnostic::Failure;
use crate::load::{CONFIG_FILE, FOLDERS, STATIC};

/// How long it is quiet after a change before the site is read: one save is often several changes.
const QUIET: Duration = Duration::from_millis(5);

/// How long a stream of changes can put off the reading.
const PATIENCE: Duration = Duration::from_millis(250);

/// How often files are looked at where the system does not tell.
const POLL: Duration = Duration::from_millis(500);

/// How often to look whether the folders of the site are still where they were: of a folder above them nobody tells.
const LOOK: Duration = Duration::from_millis(250);

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
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Waited {
    /// Something has changed.
    For(Changes),
    /// Nothing has changed for so long.
    InVain,
    /// Nothing will change any more.
    Ended,
}

type Told = notify::Result<Event>;

type Backend = Box<dyn notify::Watcher + Send>;

/// Watches the files of a site.
pub(super) struct Watcher {
    folders: Folders,
    looked: Instant,
    watching: Watching,
    events: Receiver<Told>,
    backend: Backend,
    refusal: Option<Refusal>,
}

impl Watcher {
    /// Begins to watch the site at `root`.
    pub(super) fn new(root: &Path, watching: Watching) -> Result<Self, Failure> {
        Self::with(root, watching, |sender| Ok(Box::new(RecommendedWatcher::new(sender, Config::default())?)))
    }

    /// Begins to watch the site at `root`, with what `system` makes if the system is to tell.
    fn with(
        root: &Path,
        watching: Watching,
        system: impl FnOnce(Sender<Told>) -> notify::Result<Backend>,
    ) -> Result<Self, Failure> {
        let folders = Folders::of(root)?;
        let (sender, events) = channel();
        let told = match watching {
            Watching::Automatic if !is_on_network(folders.root()) => Some(system(sender)),
            _ => None,
        };
        let (watching, (events, backend), refusal) = match told {
            Some(Ok(backend)) => (Watching::Automatic, (events, backend), None),
            Some(Err(error)) => (Watching::Polling, polling(), Refusal::of(error)),
            None => (Watching::Polling, polling(), None),
        };
        let mut watcher = Self { folders, looked: Instant::now(), watching, events, backend, refusal };
        watcher.watch();
        Ok(watcher)
    }

    /// Why the files are looked at although the system was to tell; said once.
    pub(super) fn refusal(&mut self) -> Option<Refusal> {
        self.refusal.take()
    }

    /// Watches the folders of the site; by looking, if the system refuses.
    fn watch(&mut self) {
        if let Err(refusal) = self.folders.watch(&mut *self.backend) {
            self.poll(refusal);
        }
    }

    /// Watches the folders that there are now. What has happened meanwhile nobody has seen.
    fn watch_again(&mut self) -> Changes {
        self.folders.leave(&mut *self.backend);
        self.watch();
        Changes::Unknown
    }

    /// Looks at the files from now on.
    fn poll(&mut self, refusal: Refusal) {
        self.refusal = Some(refusal);
        self.watching = Watching::Polling;
        (self.events, self.backend) = polling();
        self.folders.watch(&mut *self.backend).expect("looking asks nothing of the system");
    }

    /// Waits until something has changed that belongs to the site, or so long.
    pub(super) fn wait(&mut self, longest: Duration) -> Waited {
        let end = Instant::now() + longest;
        loop {
            if self.looked.elapsed() >= LOOK {
                self.looked = Instant::now();
                if self.folders.have_changed() {
                    return Waited::For(self.watch_again());
                }
            }
            let pause = end.saturating_duration_since(Instant::now()).min(LOOK);
            let heard = match self.hear(pause) {
                Ok(heard) => heard,
                Err(RecvTimeoutError::Timeout) if Instant::now() < end => continue,
                Err(RecvTimeoutError::Timeout) => return Waited::InVain,
                Err(RecvTimeoutError::Disconnected) => match self.watching {
                    Watching::Automatic => Heard { refusal: Some(Refusal::silence()), ..Heard::default() },
                    Watching::Polling => return Waited::Ended,
                },
            };
            if let Some(changes) = self.changes(heard) {
                return Waited::For(changes);
            }
        }
    }

    /// What the system or the looking tells, until it is quiet.
    fn hear(&self, longest: Duration) -> Result<Heard, RecvTimeoutError> {
        let mut heard = Heard::default();
        heard.add(self.events.recv_timeout(longest)?);
        let first = Instant::now();
        while first.elapsed() < PATIENCE {
            match self.events.recv_timeout(QUIET) {
                Ok(told) => heard.add(told),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return Err(RecvTimeoutError::Disconnected),
            }
        }
        Ok(heard)
    }

    /// What of that belongs to the site.
    fn changes(&mut self, heard: Heard) -> Option<Changes> {
        if let Some(refusal) = heard.refusal.filter(|_| self.watching == Watching::Automatic) {
            self.poll(refusal);
            return Some(Changes::Unknown);
        }
        let mut paths = below(self.folders.root(), heard.paths);
        if paths.iter().any(|path| is_folder_of_site(path)) {
            // A folder has come, gone or been replaced: what the system watches may be the old one.
            return Some(self.watch_again());
        }
        paths.retain(|path| belongs_to_site(path));
        // What looking cannot see is gone, or nothing that it could ever see.
        if heard.has_missed && self.watching == Watching::Automatic {
            return Some(Changes::Unknown);
        }
        (!paths.is_empty()).then_some(Changes::Known(paths))
    }
}

/// Something that looks at files, and what it tells.
fn polling() -> (Receiver<Told>, Backend) {
    let (sender, events) = channel();
    // By their times alone, two saves within a second could not be told apart.
    let config = Config::default().with_poll_interval(POLL).with_compare_contents(true);
    (events, Box::new(PollWatcher::new(sender, config).expect("it asks nothing of the system")))
}

/// What was told until it was quiet.
#[derive(Default)]
struct Heard {
    paths: BTreeSet<PathBuf>,
    /// Whether more has happened than was told.
    has_missed: bool,
    /// Why no more will be told.
    refusal: Option<Refusal>,
}

impl Heard {
    fn add(&mut self, told: Told) {
        match told {
            Ok(event) if event.need_rescan() => self.has_missed = true,
            Ok(Event { kind: EventKind::Access(_), .. }) => {}
            Ok(event) => self.paths.extend(event.paths),
            Err(error) => {
                self.has_missed = true;
                self.refusal = Refusal::of(error).or(self.refusal.take());
            }
        }
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
#[expect(clippy::disallowed_methods, reason = "what is watched is on disk")]
mod tests {
    use std::fs;

    use notify::{ErrorKind, EventHandler, RecursiveMode, WatcherKind};
    use tempfile::TempDir;

    use super::*;

    const LONGEST: Duration = Duration::from_secs(30);

    /// A system that tells nothing, and watches so many folders.
    struct System {
        free: usize,
        /// Held, so that it can still be waited for.
        _sender: Option<Sender<Told>>,
    }

    impl notify::Watcher for System {
        fn new<F: EventHandler>(_: F, _: Config) -> notify::Result<Self> {
            Ok(Self { free: usize::MAX, _sender: None })
        }

        fn watch(&mut self, path: &Path, _: RecursiveMode) -> notify::Result<()> {
            let refused = || notify::Error::new(ErrorKind::MaxFilesWatch).add_path(path.to_path_buf());
            self.free = self.free.checked_sub(1).ok_or_else(refused)?;
            Ok(())
        }

        fn unwatch(&mut self, _: &Path) -> notify::Result<()> {
            Ok(())
        }

        fn kind() -> WatcherKind {
            WatcherKind::NullWatcher
        }
    }

    fn site() -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("content")).unwrap();
        fs::write(folder.path().join("content/a.md"), "a").unwrap();
        fs::write(folder.path().join("rolebook.toml"), "").unwrap();
        folder
    }

    fn watcher(site: &TempDir, system: impl FnOnce(Sender<Told>) -> notify::Result<Backend>) -> Watcher {
        Watcher::with(site.path(), Watching::Automatic, system).unwrap()
    }

    /// Whether it has refused, and edits are seen all the same.
    #[track_caller]
    fn assert_looks(site: &TempDir, watcher: &mut Watcher, why: &str) {
        let said = watcher.refusal().expect("it says so").to_string();
        assert!(said.contains(why), "{said}");
        assert!(watcher.refusal().is_none(), "once");
        fs::write(site.path().join("content/a.md"), "b").unwrap();
        let changed = BTreeSet::from([PathBuf::from("content/a.md")]);
        assert_eq!(watcher.wait(LONGEST), Waited::For(Changes::Known(changed)));
    }

    // R13
    #[test]
    fn a_system_that_refuses_at_the_start_is_not_needed() {
        let site = site();
        let mut none = watcher(&site, |_| Err(notify::Error::io(std::io::Error::from_raw_os_error(24))));
        assert_looks(&site, &mut none, if cfg!(target_os = "linux") { "max_user_instances" } else { "(os error 24)" });
        let site = self::site();
        let mut few = watcher(&site, |sender| Ok(Box::new(System { free: 1, _sender: Some(sender) })));
        assert_looks(&site, &mut few, "max_user_watches");
    }

    // R13
    #[test]
    fn a_system_that_refuses_later_is_not_needed_any_more() {
        let site = site();
        let mut told = None;
        let mut watcher = self::watcher(&site, |sender| {
            told = Some(sender.clone());
            Ok(Box::new(System { free: 9, _sender: Some(sender) }))
        });
        assert!(watcher.refusal().is_none());
        // A folder that has gone again before it was watched is no reason.
        let told = told.unwrap();
        told.send(Err(notify::Error::path_not_found())).unwrap();
        assert_eq!(watcher.wait(LONGEST), Waited::For(Changes::Unknown));
        assert!(watcher.refusal().is_none());
        told.send(Err(notify::Error::new(ErrorKind::MaxFilesWatch))).unwrap();
        assert_eq!(watcher.wait(LONGEST), Waited::For(Changes::Unknown));
        assert_looks(&site, &mut watcher, "max_user_watches");
    }

    // R13
    #[test]
    fn a_system_that_falls_silent_is_not_waited_for() {
        let site = site();
        let mut watcher = self::watcher(&site, |_| Ok(Box::new(System { free: 9, _sender: None })));
        assert_eq!(watcher.wait(LONGEST), Waited::For(Changes::Unknown));
        assert_looks(&site, &mut watcher, "has stopped reporting");
    }

    // R13
    #[test]
    fn a_folder_that_comes_when_no_more_can_be_watched_is_looked_at() {
        let site = site();
        let mut watcher = self::watcher(&site, |sender| Ok(Box::new(System { free: 2, _sender: Some(sender) })));
        assert!(watcher.refusal().is_none());
        fs::create_dir(site.path().join("static")).unwrap();
        assert_eq!(watcher.wait(LONGEST), Waited::For(Changes::Unknown));
        assert_looks(&site, &mut watcher, "max_user_watches");
    }

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
