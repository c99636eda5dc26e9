//! Folders into which no site is published: those in which a build would meet its own sources, or what is dear to its user.

use std::fs;
use std::io;
use std::path::{Component, Path};

use crate::diagnostic::Failure;
use crate::load::{CONFIG_FILE, FOLDERS, STATIC};
use crate::output_path::{MOST_BYTES, RECORDS};

/// Where systems for versions keep what they run and trust.
const OF_VERSION_CONTROL: [&str; 3] = [".git", ".hg", ".svn"];

/// The most bytes that are added to the name of an output for what lies beside it: its record, on its way.
const MOST_ADDED: usize = RECORDS.len() + "build--01234567.new-012345".len();

/// Who has chosen an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// Whoever runs the program: it may lie anywhere.
    ByUser,
    /// Nobody, so that the sources might say where it lies, by a link.
    ByDefault,
}

/// Refuses a folder for the site at `root`. Both are paths with no links on the way.
pub(super) fn check(path: &Path, chosen: Chosen, root: &Path) -> Result<(), Failure> {
    refuse_site(path, root)?;
    let mut others = path.ancestors().filter(|folder| *folder != root && folder.join(CONFIG_FILE).is_file());
    others.try_for_each(|other| refuse_site(path, other))?;
    refuse_home(path, root)?;
    let mut names = path.strip_prefix(root).unwrap_or(path).components();
    if names.clone().any(is_of_version_control) {
        return Err(refused(path, "it belongs to version control"));
    }
    if names.any(|name| name.as_os_str().as_encoded_bytes().starts_with(RECORDS.as_bytes())) {
        return Err(refused(path, "the program keeps its own records under such names"));
    }
    if path.file_name().is_some_and(|name| name.len() + MOST_ADDED > MOST_BYTES) {
        return Err(refused(path, "its name is too long for that of its record"));
    }
    let is_in_site = || path.strip_prefix(root).is_ok_and(|below| !below.components().any(is_hidden));
    if chosen == Chosen::ByDefault && !is_in_site() {
        let why = "it is a link that leads out of the site, or to something hidden";
        return Err(Failure::to("publish to", path)(io::Error::other(why))
            .help("if that is meant, name the folder with `--output`"));
    }
    Ok(())
}

pub(super) fn refused(path: &Path, why: &str) -> Failure {
    Failure::to("publish to", path)(io::Error::other(why)).help("name a folder of its own with `--output`")
}

/// Refuses folders in which a site lies or from which it is made, also under other names, as of mounts.
fn refuse_site(path: &Path, root: &Path) -> Result<(), Failure> {
    if root.ancestors().any(|folder| folder == path || is_same(folder, path)) {
        return Err(refused(path, "the site itself lies in it"));
    }
    for folder in FOLDERS.into_iter().chain([STATIC]) {
        let written = root.join(folder);
        let real = fs::canonicalize(&written).unwrap_or_else(|_| written.clone());
        let is_in = path.ancestors().any(|above| above == written || above == real || is_same(above, &real));
        if is_in || real.starts_with(path) {
            return Err(refused(path, "the site is made from files in it"));
        }
    }
    Ok(())
}

/// Refuses home folders, and what programs keep hidden in them, such as keys.
fn refuse_home(path: &Path, root: &Path) -> Result<(), Failure> {
    let Some(home) = std::env::home_dir().and_then(|home| fs::canonicalize(home).ok()) else { return Ok(()) };
    if home.starts_with(path) {
        return Err(refused(path, "it is a home folder, or has one in it"));
    }
    let first = path.strip_prefix(&home).ok().and_then(|below| below.components().next());
    // A site may lie there itself.
    if first.is_some_and(|first| is_hidden(first) && !root.starts_with(home.join(first))) {
        return Err(refused(path, "it is hidden in a home folder"));
    }
    Ok(())
}

fn is_same(one: &Path, other: &Path) -> bool {
    same_file::is_same_file(one, other).unwrap_or(false)
}

fn is_hidden(name: Component) -> bool {
    name.as_os_str().as_encoded_bytes().starts_with(b".")
}

fn is_of_version_control(name: Component) -> bool {
    OF_VERSION_CONTROL.iter().any(|known| name.as_os_str().eq_ignore_ascii_case(known))
}
