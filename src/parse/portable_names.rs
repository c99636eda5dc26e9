//! Names of files that are not two names, or none, on every system: those that are copied or read as they are.
//!
//! Which names are one is known to [`as_one_name`]. What Windows has no names for:
//! <https://learn.microsoft.com/windows/win32/fileio/naming-a-file>.

use std::collections::{BTreeMap, BTreeSet};

use icu_normalizer::ComposingNormalizer;

use crate::diagnostic::{Code, Diagnostic};
use crate::load::{STATIC, Sources};
use crate::output_path::as_one_name;
use crate::place::{Place, SourcePath};
use crate::slug::is_reserved;

/// Reports names that some systems take for one another, or do not have.
pub(super) fn check(sources: &Sources) -> Vec<Diagnostic> {
    let copied = sources.static_files.keys().map(|file| format!("{STATIC}/{file}"));
    let of_themes = sources.files.keys().filter(|path| !sources.from_program.contains(path));
    let of_themes = of_themes.map(|path| path.as_str().to_owned()).filter(|path| path.starts_with("themes/"));
    let mut diagnostics = Vec::new();
    // The first spelling of each name, by what it is on systems that tell fewer apart, and a file that has it.
    let mut spellings: BTreeMap<String, (String, String)> = BTreeMap::new();
    let mut reported = BTreeSet::new();
    for file in copied.chain(of_themes) {
        let ends = file.match_indices('/').map(|(at, _)| at).chain([file.len()]);
        for end in ends {
            let path = &file[..end];
            let (known, other) = spellings.entry(as_one_name(path)).or_insert_with(|| (path.to_owned(), file.clone()));
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
    let nfc = |text: &str| ComposingNormalizer::new_nfc().normalize(text).into_owned();
    let why = if nfc(path) == nfc(known) { ": they differ only in how accents are stored" } else { "" };
    let message = format!("`{path}` and `{known}` are one name on some systems{why}");
    let beside = if known == other { String::new() } else { format!(" (of `{other}`)") };
    Diagnostic::error(Code::NameClash, message)
        .at(Place::start_of(&SourcePath::from(file)))
        .help(format!("rename one of them; the other is `{known}`{beside}"))
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
