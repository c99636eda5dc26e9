//! Disk to [`Sources`]: finds and reads the files that make up a site.
//!
//! Knows folders, not formats: what a file means is for [`parse`](crate::parse) to say. Files that editors and systems
//! leave behind are no part of a site; in `static/`, other hidden files are (`.well-known`, `.nojekyll`).

#![expect(clippy::disallowed_methods, reason = "this stage touches the disk so that no other has to")]

pub mod history;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use rust_embed::RustEmbed;
use walkdir::{DirEntry, WalkDir};

use crate::diagnostic::Failure;
use crate::place::SourcePath;

/// The configuration file, whose folder is the site's root.
pub const CONFIG_FILE: &str = "rolebook.toml";

/// The name of the theme that is compiled into the program.
pub const BUILT_IN_THEME: &str = "atlas";

#[derive(RustEmbed)]
#[folder = "themes/atlas"]
struct BuiltInTheme;

/// All files of a site, before anyone has looked into them.
pub struct Sources {
    /// What is read: configuration, content, messages and themes, in the order of their paths.
    pub files: BTreeMap<SourcePath, Vec<u8>>,
    /// Those of them that the site does not have itself: they come from the theme in the program.
    pub from_program: BTreeSet<SourcePath>,
    /// What is copied as it is: where each file of `static/` lies, by its path below that folder.
    pub static_files: BTreeMap<String, PathBuf>,
}

impl Sources {
    /// A site that is in memory already, given as paths and texts; the theme in the program is added as it is on disk.
    pub fn in_memory(texts: impl IntoIterator<Item = (SourcePath, Vec<u8>)>) -> Self {
        Self::of_site(texts, BTreeMap::new())
    }

    /// The files of a site, laid over those of the program.
    fn of_site(
        texts: impl IntoIterator<Item = (SourcePath, Vec<u8>)>,
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
    for folder in ["content", "locales", "themes"] {
        paths.extend(files_below(root, folder, is_hidden)?);
    }
    let read: Vec<_> = paths
        .into_par_iter()
        .map(|path| {
            let bytes = fs::read(root.join(&path)).map_err(Failure::to("read", root.join(&path)))?;
            Ok((SourcePath::from(with_slashes(&path)), bytes))
        })
        .collect::<Result<_, Failure>>()?;
    let static_files = files_below(root, "static", is_left_behind)?
        .into_iter()
        .map(|path| {
            let below = path.strip_prefix("static").expect("the walk began there");
            (with_slashes(below), root.join(&path))
        })
        .collect();
    Ok(Sources::of_site(read, static_files))
}

/// The files of the theme in the program, as if they lay in the site: the site's own files then win, one by one.
fn built_in_theme() -> BTreeMap<SourcePath, Vec<u8>> {
    BuiltInTheme::iter()
        .filter(|path| !path.split('/').any(is_hidden))
        .filter_map(|path| {
            let file = BuiltInTheme::get(&path)?;
            Some((SourcePath::from(format!("themes/{BUILT_IN_THEME}/{path}")), file.data.into_owned()))
        })
        .collect()
}

fn files_below(root: &Path, folder: &str, is_no_part: fn(&str) -> bool) -> Result<Vec<PathBuf>, Failure> {
    let top = root.join(folder);
    if !top.exists() {
        return Ok(Vec::new());
    }
    let walk = WalkDir::new(&top).follow_links(true).sort_by_file_name();
    walk.into_iter()
        .filter_entry(|entry| !is_no_part(&entry.file_name().to_string_lossy()))
        .filter(|entry| entry.as_ref().map_or(true, |entry| entry.file_type().is_file()))
        .map(|entry| {
            let entry = entry.map_err(|error| Failure::to("read", &top)(error.into()))?;
            Ok(below(root, &entry))
        })
        .collect()
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
