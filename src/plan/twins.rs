//! Static files whose names some systems take for those of files that the program makes: there, one would overwrite the other.
//! Names of static files among each other are read before (`parse/portable_names.rs`).

use std::collections::BTreeMap;

use super::{Route, Routes};
use crate::diagnostic::{Code, Diagnostic};
use crate::load::STATIC;
use crate::output_path::{OutputPath, as_one_name};
use crate::place::{Place, SourcePath};

/// Reports each of them once.
pub(super) fn mistakes(routes: &Routes) -> Vec<Diagnostic> {
    // Each static file and folder by what it is on systems that tell fewer names apart, with a file that has it.
    let mut copied: BTreeMap<String, (&str, &OutputPath)> = BTreeMap::new();
    for (path, _) in routes.iter().filter(|(_, route)| matches!(route, Route::StaticFile(_))) {
        for name in names(path) {
            copied.entry(as_one_name(name)).or_insert((name, path));
        }
    }
    if copied.is_empty() {
        return Vec::new();
    }
    let mut clashes = BTreeMap::new();
    for (path, _) in routes.iter().filter(|(_, route)| !matches!(route, Route::StaticFile(_))) {
        for name in names(path) {
            // Below a folder that no static file has, there is none.
            let Some((other, file)) = copied.get(&as_one_name(name)) else { break };
            if *other != name {
                clashes.entry(*other).or_insert((name, *file));
                break;
            }
        }
    }
    clashes.into_iter().map(|(other, (name, file))| clash(other, name, file)).collect()
}

/// A path and the folders that hold it, the outermost first.
fn names(path: &OutputPath) -> impl Iterator<Item = &str> {
    let text = path.as_str();
    text.match_indices('/').map(|(at, _)| at).chain([text.len()]).map(|end| &text[..end])
}

fn clash(other: &str, name: &str, file: &OutputPath) -> Diagnostic {
    let message = format!("`{other}` and `{name}`, which the site has anyway, are one name on some systems");
    Diagnostic::error(Code::NameClash, message)
        .at(Place::start_of(&SourcePath::from(format!("{STATIC}/{file}"))))
        .help("rename the one in `static/`")
}
