//! Names of files that are not two names, or none, on every system: those that are copied or read as they are.
//!
//! Windows and macOS tell `A.txt` from `a.txt` no more than most hosts of repositories that are checked out there; macOS writes
//! `é` as one character or as two and takes both for the same. What Windows has no names for:
//! <https://learn.microsoft.com/windows/win32/fileio/naming-a-file>.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic};
use crate::load::{STATIC, Sources};
use crate::place::{Place, SourcePath};
use crate::slug::{composed, is_reserved};

/// Reports names that some systems take for one another, or do not have.
pub(super) fn check(sources: &Sources) -> Vec<Diagnostic> {
    let copied = sources.static_files.keys().map(|file| format!("{STATIC}/{file}"));
    let beside = sources.beside.keys().map(|path| path.as_str().to_owned());
    let of_themes = sources.files.keys().filter(|path| !sources.from_program.contains(path));
    let of_themes = of_themes.map(|path| path.as_str().to_owned()).filter(|path| path.starts_with("themes/"));
    let mut diagnostics = Vec::new();
    // The first spelling of each name, by what it is on systems that tell fewer apart, and a file that has it.
    let mut spellings: BTreeMap<String, (String, String)> = BTreeMap::new();
    let mut reported = BTreeSet::new();
    for file in copied.chain(beside).chain(of_themes) {
        let ends = file.match_indices('/').map(|(at, _)| at).chain([file.len()]);
        for end in ends {
            let path = &file[..end];
            let key = alike(path);
            let (known, other) = spellings.entry(key).or_insert_with(|| (path.to_owned(), file.clone()));
            // Of a folder with two spellings one file says so, and not again for all that is in it.
            if known != path && reported.insert(path.to_owned()) && !is_in_another(path, known) {
                diagnostics.push(clash(path, known, &file, other));
            }
        }
        let name = file.rsplit('/').next().unwrap_or(&file);
        diagnostics.extend(why_not_on_windows(name).map(|why| not_on_windows(name, why, &file)));
    }
    diagnostics
}

/// Whether two paths differ in a folder already, not only in the last name.
fn is_in_another(path: &str, other: &str) -> bool {
    let folder = |path: &str| path.rsplit_once('/').map(|(folder, _)| folder.to_owned());
    folder(path) != folder(other)
}

fn clash(path: &str, known: &str, file: &str, other: &str) -> Diagnostic {
    let beside = if known == other { String::new() } else { format!(" (of `{other}`)") };
    Diagnostic::error(Code::NameClash, one_name(path, known))
        .at(Place::start_of(&SourcePath::from(file)))
        .help(format!("rename one of them; the other is `{known}`{beside}"))
}

/// What two names are on systems that tell neither cases nor forms of accents apart.
pub(crate) fn alike(path: &str) -> String {
    composed(&composed(path).to_lowercase()).into_owned()
}

/// What to say of two names that are one there.
pub(crate) fn one_name(path: &str, known: &str) -> String {
    let why = if composed(path) == composed(known) { ": they differ only in how accents are stored" } else { "" };
    format!("`{path}` and `{known}` are one name on some systems{why}")
}

fn not_on_windows(name: &str, why: &str, file: &str) -> Diagnostic {
    let place = Place::start_of(&SourcePath::from(file));
    Diagnostic::warning(Code::NameClash, format!("Windows has no file `{name}`: {why}"))
        .at(place)
        .help("rename the file")
}

/// Why Windows cannot hold a name.
fn why_not_on_windows(name: &str) -> Option<&'static str> {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_lowercase();
    if name.contains(['<', '>', ':', '"', '|', '?', '*']) {
        Some("names there have none of `< > : \" | ? *`")
    } else if name.ends_with(['.', ' ']) {
        Some("names there do not end with a full stop or a space")
    } else if is_reserved(&stem) {
        Some("it stands for a device there")
    } else {
        None
    }
}
