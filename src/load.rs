//! Disk to [`Sources`]: finds and reads the files that make up a site.
//!
//! Knows folders, not formats: what a file means is for [`parse`](crate::parse) to say. Files that editors and systems
//! leave behind are no part of a site; in `static/`, other hidden files are (`.well-known`, `.nojekyll`).

#![expect(clippy::disallowed_methods, reason = "this stage touches the disk so that no other has to")]

pub mod history;
pub mod repository;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use rust_embed::RustEmbed;
use walkdir::{DirEntry, WalkDir};

use crate::diagnostic::Failure;
use crate::place::SourcePath;

/// The configuration file, whose folder is the site's root.
pub const CONFIG_FILE: &str = "rolebook.toml";

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
    /// What is copied as it is: where each file of `static/` lies, by its path below that folder.
    pub static_files: BTreeMap<String, PathBuf>,
}

impl Sources {
    /// A site that is in memory already, given as paths and texts; the theme in the program is added as it is on disk.
    pub fn in_memory(texts: impl IntoIterator<Item = (SourcePath, Vec<u8>)>) -> Self {
        Self::of_site(texts.into_iter().map(|(path, bytes)| (path, bytes.into())), BTreeMap::new())
    }

    /// The files of a site, laid over those of the program.
    fn of_site(
        texts: impl IntoIterator<Item = (SourcePath, Arc<[u8]>)>,
        static_files: BTreeMap<String, PathBuf>,
    ) -> Self {
        let mut files = built_in_theme();
        let mut from_program: BTreeSet<_> = files.keys().cloned().collect();
        for (path, bytes) in texts {
            from_program.remove(&path);
            files.insert(path, bytes);
        }
        Self { files, from_program, static_files }
    }

    /// Takes away a file, or all files of a folder. Of the theme in the program what was covered shows again.
    fn forget(&mut self, path: &Path) {
        let path = with_slashes(path);
        let folder = format!("{path}/");
        let is_meant = |file: &str| file == path || file.starts_with(&folder);
        self.files.retain(|file, _| !is_meant(file.as_str()));
        self.static_files.retain(|file, _| !is_meant(&format!("{STATIC}/{file}")));
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

/// Reads the site whose root is `root`.
///
/// # Errors
///
/// If there is no `rolebook.toml`, or a folder or file cannot be read.
pub fn load(root: &Path) -> Result<Sources, Failure> {
    let config = root.join(CONFIG_FILE);
    fs::metadata(&config).map_err(Failure::to("read", config)).map_err(|failure| {
        failure.help("run the program in the folder of a site, or name that folder with `--root`")
    })?;
    let mut paths = vec![PathBuf::from(CONFIG_FILE)];
    for folder in FOLDERS {
        paths.extend(files_below(root, Path::new(folder), is_hidden)?);
    }
    let static_files = files_below(root, Path::new(STATIC), is_left_behind)?;
    Ok(Sources::of_site(read(root, paths)?, by_path_in_site(root, static_files).collect()))
}

/// Brings a site up to date of which some files or folders, given by their paths from its root, may have changed: the result
/// is that of [`load`].
///
/// # Errors
///
/// As of [`load`]. The sources are then as they were.
pub fn refresh(sources: &mut Sources, root: &Path, changed: &BTreeSet<PathBuf>) -> Result<(), Failure> {
    let mut read_again = BTreeMap::new();
    let mut static_again = Vec::new();
    for path in changed {
        let first = path.components().next().map(|first| first.as_os_str().to_string_lossy().into_owned());
        match first.as_deref() {
            Some(CONFIG_FILE) => read_again.extend(read(root, vec![PathBuf::from(CONFIG_FILE)])?),
            Some(STATIC) => static_again.extend(files_below(root, path, is_left_behind)?),
            Some(folder) if FOLDERS.contains(&folder) => {
                read_again.extend(read(root, files_below(root, path, is_hidden)?)?);
            }
            _ => {}
        }
    }
    for path in changed {
        sources.forget(path);
    }
    for (path, bytes) in read_again {
        sources.from_program.remove(&path);
        sources.files.insert(path, bytes);
    }
    sources.static_files.extend(by_path_in_site(root, static_again));
    Ok(())
}

/// Files with what is in them.
type Files = Vec<(SourcePath, Arc<[u8]>)>;

/// Reads files; those that are gone meanwhile are left out.
fn read(root: &Path, paths: Vec<PathBuf>) -> Result<Files, Failure> {
    let read = |path: PathBuf| match fs::read(root.join(&path)) {
        Ok(bytes) => Some(Ok((SourcePath::from(with_slashes(&path)), bytes.into()))),
        Err(error) if error.kind() == ErrorKind::NotFound && path != Path::new(CONFIG_FILE) => None,
        Err(error) => Some(Err(Failure::to("read", root.join(&path))(error))),
    };
    paths.into_par_iter().filter_map(read).collect()
}

/// Where each file of `static/` lies, by its path below that folder.
fn by_path_in_site(root: &Path, files: Vec<PathBuf>) -> impl Iterator<Item = (String, PathBuf)> {
    files.into_iter().map(move |path| {
        let below = path.strip_prefix(STATIC).expect("the walk began there");
        (with_slashes(below), root.join(&path))
    })
}

/// The files of the theme in the program, as if they lay in the site: the site's own files then win, one by one.
fn built_in_theme() -> BTreeMap<SourcePath, Arc<[u8]>> {
    BuiltInTheme::iter()
        .filter(|path| !path.split('/').any(is_hidden))
        .filter_map(|path| {
            let file = BuiltInTheme::get(&path)?;
            Some((SourcePath::from(format!("themes/{BUILT_IN_THEME}/{path}")), file.data.into()))
        })
        .collect()
}

/// How deep folders are looked through one after the other. What lies deeper, such as the files of the entries of a
/// collection, is looked through in parallel.
const UPPER_LEVELS: usize = 2;

/// The files of a folder, or the file itself. None if there is nothing of the kind, or it is no part of a site.
fn files_below(root: &Path, path: &Path, is_no_part: fn(&str) -> bool) -> Result<Vec<PathBuf>, Failure> {
    let top = root.join(path);
    if !top.exists() || path.components().any(|part| is_no_part(&part.as_os_str().to_string_lossy())) {
        return Ok(Vec::new());
    }
    let walk = |top: &Path, depth: usize| {
        let walk = WalkDir::new(top).follow_links(true).max_depth(depth).into_iter();
        let entries = walk.filter_entry(|entry| !is_no_part(&entry.file_name().to_string_lossy()));
        entries.collect::<Result<Vec<_>, _>>().map_err(|error| Failure::to("read", top)(error.into()))
    };
    let files = |entry: DirEntry| -> Result<Vec<PathBuf>, Failure> {
        let is_lowest = entry.file_type().is_dir() && entry.depth() == UPPER_LEVELS;
        let entries = if is_lowest { walk(entry.path(), usize::MAX)? } else { vec![entry] };
        Ok(entries.iter().filter(|entry| entry.file_type().is_file()).map(|entry| below(root, entry)).collect())
    };
    let found: Vec<_> = walk(&top, UPPER_LEVELS)?.into_par_iter().map(files).collect::<Result<_, _>>()?;
    Ok(found.concat())
}

fn below(root: &Path, entry: &DirEntry) -> PathBuf {
    entry.path().strip_prefix(root).expect("the walk began there").to_path_buf()
}

fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || is_left_behind(name)
}

/// What editors, version control and file managers leave in folders.
fn is_left_behind(name: &str) -> bool {
    let swap = name.starts_with('.') && [".swp", ".swo", ".swx"].iter().any(|end| name.ends_with(end));
    let known = [".DS_Store", "Thumbs.db", ".git", ".gitignore", ".gitkeep", ".gitattributes", ".hg", ".svn"];
    swap || known.contains(&name)
        || name.starts_with(".#")
        || name.starts_with('#')
        || name.ends_with('~')
        || name.ends_with("___jb_tmp___")
        || name.ends_with("___jb_old___")
}

fn with_slashes(path: &Path) -> String {
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
