//! `name-clash`: copied files with names that some systems take for others of the output, `static/EN/x` beside `en/index.html`.
//!
//! Slugs are in lower case and composed, but names in `static/` and beside texts are whatever their authors have chosen, and codes of locales have
//! capitals. Two copied files with such names have been reported by `parse/portable_names.rs`.

use std::collections::{BTreeMap, BTreeSet};

use super::Routes;
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::portable_names::{alike, one_name};
use crate::place::{Place, SourcePath};

/// Names of the output before anything is copied into it, and what has been said of copied ones.
pub(super) struct Twins {
    /// The names of files and folders that are not as [`alike`] has them, by what it makes of them.
    unusual: BTreeMap<String, String>,
    reported: BTreeSet<String>,
}

impl Twins {
    pub(super) fn of(routes: &Routes) -> Self {
        let is_usual = |path: &str| path.is_ascii() && !path.contains(|c: char| c.is_ascii_uppercase());
        let paths = routes.iter().map(|(path, _)| path.as_str()).filter(|path| !is_usual(path));
        let names: BTreeSet<&str> = paths.flat_map(names).collect();
        let unusual = names.into_iter().map(|name| (alike(name), name.to_owned()));
        Self { unusual: unusual.filter(|(alike, name)| alike != name).collect(), reported: BTreeSet::new() }
    }

    /// What to say of a file that is copied to a path; of a folder with such a name, its first file says it.
    pub(super) fn mistake(&mut self, routes: &Routes, path: &str, source: &SourcePath) -> Option<Diagnostic> {
        let (name, twin) = names(path).find_map(|name| Some((name, self.twin(routes, name)?)))?;
        self.reported.insert(name.to_owned()).then(|| {
            Diagnostic::error(Code::NameClash, one_name(name, &twin))
                .at(Place::start_of(source))
                .help(format!("rename it; the program publishes `{twin}`"))
        })
    }

    fn twin(&self, routes: &Routes, name: &str) -> Option<String> {
        let alike = alike(name);
        match self.unusual.get(&alike) {
            Some(other) => (other != name).then(|| other.clone()),
            None => (alike != name && routes.has(&alike)).then_some(alike),
        }
    }
}

/// The folders in which a file lies, the outermost first, and the file.
fn names(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| at).chain([path.len()]).map(|end| &path[..end])
}
