//! Disk to [`Sources`]: finds and reads the files that make up a site.
//!
//! Knows folders, not formats: what a file means is for [`parse`](crate::parse) to say. Files that editors and systems
//! leave behind are no part of a site; in `static/`, other hidden files are (`.well-known`, `.nojekyll`).

#![expect(clippy::disallowed_methods, reason = "this stage touches the disk so that no other has to")]

pub mod beside;
mod boundary;
pub mod history;
mod lookalikes;
pub mod repository;
mod visits;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use rust_embed::RustEmbed;
use walkdir::{DirEntry, WalkDir};

use crate::diagnostic::Failure;
use crate::limits::{TEXT_BYTES, TEXT_LINES};
use crate::place::SourcePath;
use beside::{Beside, KnownContents};
pub use boundary::{CONFIG_FILE, Root};
use visits::Visits;

/// The folders whose files are read.
pub const FOLDERS: [&str; 3] = ["content", "locales", "themes"];

/// The folder whose files are copied.
pub const STATIC: &str = "static";

/// The name of the theme that is compiled into the program.
pub const BUILT_IN_THEME: &str = "atlas";

#[derive(RustEmbed)]
#[folder = "themes/atlas"]
struct BuiltInTheme;

/// All files of a site, before anyone has looked into them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sources {
    /// What is read: configuration, content, messages and themes, in the order of their paths.
    pub files: BTreeMap<SourcePath, Arc<[u8]>>,
    /// Those of them that the site does not have itself: they come from the theme in the program.
    pub from_program: BTreeSet<SourcePath>,
    /// What lies beside the texts of entries and is no text itself: pictures, forms. It is not read unless a text links to it.
    pub beside: Arc<BTreeMap<SourcePath, Beside>>,
    /// What is known to be in some of them.
    pub known_contents: Arc<KnownContents>,
    /// What is copied as it is: where each file of `static/` lies, by its path below that folder.
    pub static_files: BTreeMap<String, PathBuf>,
    /// What lies among them and cannot be read, by its path from the root.
    pub faults: BTreeMap<PathBuf, Fault>,
    /// Folders of the root whose names are almost those of a folder that is not there: `contents`, and `content`.
    pub lookalikes: BTreeMap<String, &'static str>,
}

/// Why something among the files of a site cannot be read, although nothing is wrong with the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// Its name is not UTF-8.
    Name,
    /// It is a link to something that is not there.
    DanglingLink,
    /// It is a link to a folder in which it lies itself, or to itself.
    Loop,
    /// It is a link that leads out of the folder of the site in which it lies, or to something hidden.
    OutsideSite,
    /// It is a folder to which links lead more often than Rolebook follows them.
    ManyLinks,
    /// It is a text that is larger than Rolebook takes.
    TooLarge,
    /// It is a text of more lines than Rolebook takes.
    ManyLines,
    /// It is a pipe, a socket or a device, from which reading may never end.
    NoFile,
}

impl Sources {
    /// A site that is in memory already, given as paths and texts; the theme in the program is added as it is on disk.
    pub fn in_memory(texts: impl IntoIterator<Item = (SourcePath, Vec<u8>)>) -> Self {
        let texts = texts.into_iter().map(|(path, bytes)| (path, Arc::<[u8]>::from(bytes)));
        let (beside, texts): (Vec<_>, Vec<_>) = texts.partition(|(path, _)| beside::is_beside_texts(path.as_str()));
        let beside = beside.into_iter().map(|(path, bytes)| (path, Beside::InMemory(bytes))).collect();
        Self { beside: Arc::new(beside), ..Self::of_site(texts, Vec::new(), BTreeMap::new()) }
    }

    /// The files of a site, laid over those of the program.
    fn of_site(
        texts: impl IntoIterator<Item = (SourcePath, Arc<[u8]>)>,
        static_files: Vec<(String, PathBuf)>,
        faults: BTreeMap<PathBuf, Fault>,
    ) -> Self {
        let mut files = built_in_theme();
        let mut from_program: BTreeSet<_> = files.keys().cloned().collect();
        for (path, bytes) in texts {
            from_program.remove(&path);
            files.insert(path, bytes);
        }
        let (static_files, lookalikes) = (static_files.into_iter().collect(), BTreeMap::new());
        let (beside, known_contents) = (Arc::default(), Arc::default());
        Self { files, from_program, beside, known_contents, static_files, faults, lookalikes }
    }

    /// Takes away a file, or all files of a folder. Of the theme in the program what was covered shows again.
    fn forget(&mut self, path: &Path) {
        self.faults.retain(|fault, _| !fault.starts_with(path));
        let Some(path) = with_slashes(path) else { return };
        let folder = format!("{path}/");
        let is_meant = |file: &str| file == path || file.starts_with(&folder);
        self.files.retain(|file, _| !is_meant(file.as_str()));
        self.static_files.retain(|file, _| !is_meant(&format!("{STATIC}/{file}")));
        if self.beside.keys().any(|file| is_meant(file.as_str())) {
            Arc::make_mut(&mut self.beside).retain(|file, _| !is_meant(file.as_str()));
        }
        if path.starts_with("themes") {
            for (file, bytes) in built_in_theme().into_iter().filter(|(file, _)| is_meant(file.as_str())) {
                self.from_program.insert(file.clone());
                self.files.insert(file, bytes);
            }
        }
    }

    /// Lets go of the content, when all that has to be known of it is known, but for some files.
    pub fn forget_content(&mut self, but: &BTreeSet<&SourcePath>) {
        self.files.retain(|path, _| !path.as_str().starts_with("content/") || but.contains(path));
    }

    /// The text of a file, if there is such a file and it is UTF-8.
    #[must_use]
    pub fn text(&self, path: &SourcePath) -> Option<&str> {
        std::str::from_utf8(self.files.get(path)?).ok()
    }
}

/// Reads one file of text.
///
/// # Errors
///
/// If it cannot be read or is not UTF-8.
pub fn text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(Failure::to("read", path))
}

/// Reads a site.
///
/// # Errors
///
/// If there is no `rolebook.toml`, or a folder or file cannot be read.
pub fn load(root: &Root) -> Result<Sources, Failure> {
    let mut paths = vec![config(root)?];
    let mut faults = BTreeMap::new();
    for folder in FOLDERS {
        paths.extend(files_below(root, Path::new(folder), is_hidden, &mut faults)?);
    }
    let static_files = files_below(root, Path::new(STATIC), is_left_behind, &mut faults)?;
    let (beside, paths) = paths.into_iter().partition(|(name, _)| beside::is_beside_texts(name));
    let files = read(root.folder(), paths, &mut faults)?;
    let beside = Arc::new(beside::look(root.folder(), beside)?.into_iter().collect());
    let lookalikes = lookalikes::folders(root.folder())?;
    Ok(Sources { beside, lookalikes, ..Sources::of_site(files, in_static(root.folder(), static_files), faults) })
}

/// Sees whether a folder is that of a site, for commands that read nothing else of it.
///
/// # Errors
///
/// If there is no `rolebook.toml`, or it is no file.
pub fn find_config(root: &Root) -> Result<(), Failure> {
    config(root).map(drop)
}

/// The configuration file, which every site has.
fn config(root: &Root) -> Result<Found, Failure> {
    let path = root.folder().join(CONFIG_FILE);
    let found = fs::metadata(&path).map_err(Failure::to("read", &path)).map_err(|failure| {
        let otherwise = "run the program in the folder of a site, or name that folder with `--root`";
        match lookalikes::of_config(root.folder()) {
            Some(help) => failure.help(help),
            None => failure.help(otherwise),
        }
    })?;
    if fs::symlink_metadata(&path).is_ok_and(|found| found.is_symlink()) && !root.may_follow(Path::new(CONFIG_FILE)) {
        let why = io::Error::other("it is a link that leads out of the site");
        return Err(Failure::to("read", path)(why).help("put a copy in its place, or allow it with `--allow-links-to`"));
    }
    if found.is_file() {
        return Ok((CONFIG_FILE.to_owned(), PathBuf::from(CONFIG_FILE)));
    }
    let why = io::Error::other("it is a folder, a pipe, a socket or a device, not a file");
    Err(Failure::to("read", path)(why).help("put a file in its place"))
}

/// Brings a site up to date of which some files or folders, given by their paths from its root, may have changed: the result
/// is that of [`load`].
///
/// # Errors
///
/// As of [`load`]. The sources are then as they were.
pub fn refresh(sources: &mut Sources, root: &Root, changed: &BTreeSet<PathBuf>) -> Result<(), Failure> {
    let mut read_again = BTreeMap::new();
    let (mut beside_again, mut static_again) = (Vec::new(), Vec::new());
    let mut faults = BTreeMap::new();
    for path in changed {
        let first = path.components().next().map(|first| first.as_os_str().to_string_lossy().into_owned());
        match first.as_deref() {
            Some(CONFIG_FILE) => read_again.extend(read(root.folder(), vec![config(root)?], &mut faults)?),
            Some(STATIC) => static_again.extend(files_below(root, path, is_left_behind, &mut faults)?),
            Some(folder) if FOLDERS.contains(&folder) => {
                let files = files_below(root, path, is_hidden, &mut faults)?;
                let (beside, files) = files.into_iter().partition(|(name, _)| beside::is_beside_texts(name));
                beside_again.extend(beside::look(root.folder(), beside)?);
                read_again.extend(read(root.folder(), files, &mut faults)?);
            }
            _ => {}
        }
    }
    let lookalikes = lookalikes::folders(root.folder())?;
    for path in changed {
        sources.forget(path);
    }
    sources.lookalikes = lookalikes;
    for (path, bytes) in read_again {
        sources.from_program.remove(&path);
        sources.files.insert(path, bytes);
    }
    if !beside_again.is_empty() {
        Arc::make_mut(&mut sources.beside).extend(beside_again);
    }
    sources.static_files.extend(in_static(root.folder(), static_again));
    sources.faults.extend(faults);
    Ok(())
}

/// Files with what is in them.
type Files = Vec<(SourcePath, Arc<[u8]>)>;

/// Reads files; those that are gone meanwhile, and texts that are too large, are left out.
fn read(root: &Path, paths: Vec<Found>, faults: &mut BTreeMap<PathBuf, Fault>) -> Result<Files, Failure> {
    let read = |(name, path): Found| match bytes(&root.join(&path), most_bytes(&name)) {
        Ok(Some(bytes)) if is_text(&name) && has_too_many_lines(&bytes) => Some(Ok(Err((path, Fault::ManyLines)))),
        Ok(Some(bytes)) => Some(Ok(Ok((SourcePath::from(name), bytes.into())))),
        Ok(None) => Some(Ok(Err((path, Fault::TooLarge)))),
        Err(error) if error.kind() == ErrorKind::NotFound && path != Path::new(CONFIG_FILE) => None,
        Err(error) => Some(Err(Failure::to("read", root.join(&path))(error))),
    };
    let read: Vec<_> = paths.into_par_iter().filter_map(read).collect::<Result<_, Failure>>()?;
    let mut files = Files::with_capacity(read.len());
    for file in read {
        match file {
            Ok(file) => files.push(file),
            Err((path, fault)) => drop(faults.insert(path, fault)),
        }
    }
    Ok(files)
}

/// The bytes of a file, unless there are more than `most`: then hardly any of them are read.
fn bytes(path: &Path, most: u64) -> io::Result<Option<Vec<u8>>> {
    let file = fs::File::open(path)?;
    let size = file.metadata()?.len();
    if size > most {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
    // It may be growing.
    file.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= most).then_some(bytes))
}

/// The most bytes that a file may have.
fn most_bytes(name: &str) -> u64 {
    if is_text(name) { TEXT_BYTES } else { u64::MAX }
}

/// Whether a file is read as text: what a theme has beside its texts, such as fonts, is handed on as it is.
fn is_text(name: &str) -> bool {
    !matches!(name.split('/').collect::<Vec<_>>().as_slice(), ["themes", _, "static" | "fonts", ..])
}

/// Whether a text has more lines than Rolebook takes, whatever ends them.
fn has_too_many_lines(bytes: &[u8]) -> bool {
    bytes.len() > TEXT_LINES
        && memchr::memchr2_iter(b'\n', b'\r', bytes).filter(|at| !bytes[*at..].starts_with(b"\r\n")).count()
            > TEXT_LINES
}

/// Where each file of `static/` lies, by its path below that folder.
fn in_static(root: &Path, files: Vec<Found>) -> Vec<(String, PathBuf)> {
    let below = |name: &str| name.strip_prefix(STATIC)?.strip_prefix('/').map(str::to_owned);
    files.into_iter().filter_map(|(name, path)| Some((below(&name)?, root.join(path)))).collect()
}

/// The paths of the files of the theme in the program, below the folder of the theme.
pub fn built_in_theme_files() -> impl Iterator<Item = String> {
    BuiltInTheme::iter().map(String::from).filter(|path| !path.split('/').any(is_hidden))
}

/// A file of the theme in the program, by its path below the folder of the theme.
#[must_use]
pub fn built_in_theme_file(path: &str) -> Option<Vec<u8>> {
    BuiltInTheme::get(path).map(|file| file.data.into_owned())
}

/// The files of the theme in the program, as if they lay in the site: the site's own files then win, one by one.
fn built_in_theme() -> BTreeMap<SourcePath, Arc<[u8]>> {
    built_in_theme_files()
        .filter_map(|path| {
            let file = BuiltInTheme::get(&path)?;
            Some((SourcePath::from(format!("themes/{BUILT_IN_THEME}/{path}")), file.data.into()))
        })
        .collect()
}

/// How deep folders are looked through one after the other. What lies deeper, such as the files of the entries of a
/// collection, is looked through in parallel.
const UPPER_LEVELS: usize = 2;

/// A file by its path from the root: as text with slashes, and as the system has it.
type Found = (String, PathBuf);

/// The files of a folder, or the file itself. None if there is nothing of the kind, or it is no part of a site.
fn files_below(
    root: &Root,
    path: &Path,
    is_no_part: fn(&str) -> bool,
    faults: &mut BTreeMap<PathBuf, Fault>,
) -> Result<Vec<Found>, Failure> {
    let top = root.folder().join(path);
    if fs::symlink_metadata(&top).is_err()
        || path.components().any(|part| is_no_part(&part.as_os_str().to_string_lossy()))
    {
        return Ok(Vec::new());
    }
    let visits = Visits::default();
    let walk = |top: &Path, depth: usize| {
        let walk = WalkDir::new(top).follow_links(true).max_depth(depth).into_iter();
        let mut entries = walk.filter_entry(|entry| !is_no_part(&entry.file_name().to_string_lossy()));
        let mut all = Vec::new();
        while let Some(entry) = entries.next() {
            if let Ok(entry) = &entry
                && let Some(fault) = why_not_followed(root, &visits, entry)
            {
                all.push(Err(fault));
                if entry.file_type().is_dir() {
                    entries.skip_current_dir();
                }
            } else {
                all.extend(seen(entry, top, is_no_part)?);
            }
        }
        Ok::<Vec<_>, Failure>(all)
    };
    let files = |entry: Seen| {
        let entries = match entry {
            Ok(entry) if entry.file_type().is_dir() && entry.depth() == UPPER_LEVELS => walk(entry.path(), usize::MAX)?,
            entry => vec![entry],
        };
        Ok::<Vec<_>, Failure>(entries.into_iter().filter_map(|entry| file(root.folder(), entry)).collect())
    };
    let files: Vec<_> = walk(&top, UPPER_LEVELS)?.into_par_iter().map(files).collect::<Result<_, _>>()?;
    let mut found = Vec::new();
    for file in files.into_iter().flatten() {
        match file {
            Ok(file) => found.push(file),
            Err((path, fault)) => drop(faults.insert(path, fault)),
        }
    }
    Ok(found)
}

/// Why a link is not followed, if it is one that is not.
fn why_not_followed(root: &Root, visits: &Visits, entry: &DirEntry) -> Option<(PathBuf, Fault)> {
    if !entry.path_is_symlink() {
        return None;
    }
    let below = entry.path().strip_prefix(root.folder()).expect("the walk began there");
    if !root.may_follow(below) {
        return Some((entry.path().to_path_buf(), Fault::OutsideSite));
    }
    // A walk may begin at a link that another has counted.
    let is_followed = entry.file_type().is_dir() && entry.depth() > 0;
    let folder = is_followed.then(|| visits.is_too_many(root, entry.path()))??;
    Some((folder, Fault::ManyLinks))
}

/// What a walk through a folder has come to: an entry, or what cannot be read.
type Seen = Result<DirEntry, (PathBuf, Fault)>;

/// A file, if that is what a walk has come to.
fn file(root: &Path, seen: Seen) -> Option<Result<Found, (PathBuf, Fault)>> {
    let below = |path: &Path| path.strip_prefix(root).expect("the walk began there").to_path_buf();
    match seen {
        Ok(entry) if entry.file_type().is_file() => {
            let path = below(entry.path());
            Some(with_slashes(&path).map(|name| (name, path.clone())).ok_or((path, Fault::Name)))
        }
        Ok(entry) if entry.file_type().is_dir() => None,
        Ok(entry) => Some(Err((below(entry.path()), Fault::NoFile))),
        Err((path, fault)) => Some(Err((below(&path), fault))),
    }
}

/// What a walk has come to. Nothing where that is no part of a site, or is gone meanwhile.
fn seen(entry: walkdir::Result<DirEntry>, top: &Path, is_no_part: fn(&str) -> bool) -> Result<Option<Seen>, Failure> {
    let error = match entry {
        Ok(entry) => return Ok(Some(Ok(entry))),
        Err(error) => error,
    };
    let path = error.path().unwrap_or(top).to_path_buf();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_link = fs::symlink_metadata(&path).is_ok_and(|found| found.is_symlink());
    let fault = match error.io_error().map(io::Error::kind) {
        _ if is_no_part(&name) => return Ok(None),
        None => Fault::Loop,
        Some(ErrorKind::NotFound | ErrorKind::NotADirectory) if is_link => Fault::DanglingLink,
        Some(ErrorKind::NotFound) => return Ok(None),
        // Links that lead to each other in a circle: their kind of error has no stable name.
        Some(kind) if is_link && kind != ErrorKind::PermissionDenied => Fault::Loop,
        Some(_) => {
            let error = error.into_io_error().expect("it is one, as it has a kind");
            return Err(Failure::to("read", path)(error));
        }
    };
    Ok(Some(Err((path, fault))))
}

fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || is_left_behind(name)
}

/// What editors, version control, file managers and services that copy folders leave in them.
fn is_left_behind(name: &str) -> bool {
    const NAMES: [&str; 10] = [
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        ".git",
        ".gitignore",
        ".gitkeep",
        ".gitattributes",
        ".hg",
        ".svn",
        // Vim tries with it whether it can write.
        "4913",
    ];
    const BEGINNINGS: [&str; 6] = [".#", "#", ".nfs", ".~lock.", "~$", ".syncthing."];
    const ENDS: [&str; 3] = ["~", "___jb_tmp___", "___jb_old___"];
    let is_swap = name.starts_with('.') && [".swp", ".swo", ".swx"].iter().any(|end| name.ends_with(end));
    is_swap
        || NAMES.contains(&name)
        || BEGINNINGS.iter().any(|beginning| name.starts_with(beginning))
        || ENDS.iter().any(|end| name.ends_with(end))
}

/// A path with slashes on every system; `None` if a name in it is not UTF-8.
fn with_slashes(path: &Path) -> Option<String> {
    Some(path.components().map(|part| part.as_os_str().to_str()).collect::<Option<Vec<_>>>()?.join("/"))
}
