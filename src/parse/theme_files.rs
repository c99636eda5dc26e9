//! Files of themes that lie where nothing reads them, or have almost the name of one that would be read:
//! `themes/atlas/partials/footer.html`, `themes/Atlas/`, `templates/Role.html`.
//!
//! A theme may hold what nothing reads, such as a README or what its styles are made from. So only what is almost a file of the
//! theme is reported.

use std::collections::{BTreeMap, BTreeSet};

use super::portable_names::alike;
use crate::diagnostic::{Code, Diagnostic, on_one_line};
use crate::id::is_almost;
use crate::load::{BUILT_IN_THEME, CONFIG_FILE, Sources, built_in_theme_files};
use crate::place::Place;

/// The folders of a theme.
const FOLDERS: [&str; 4] = ["templates", "static", "locales", "fonts"];

/// Reports misplaced files of the theme in use, and folders of other themes.
pub(super) fn check(sources: &Sources, theme: &str) -> Vec<Diagnostic> {
    let own = sources.files.keys().filter(|path| !sources.from_program.contains(path));
    let of_themes = own.filter_map(|path| Some((path, path.as_str().strip_prefix("themes/")?.split_once('/')?)));
    let (of_theme, of_others): (Vec<_>, Vec<_>) = of_themes.partition(|(_, (name, _))| *name == theme);
    let others: BTreeSet<_> = of_others.into_iter().map(|(_, (name, _))| name).collect();
    let known = Known::of(theme, of_theme.iter().map(|(_, (_, below))| *below));
    let misplaced = of_theme.iter().filter_map(|(path, (_, below))| {
        let meant = known.meant(below)?;
        let diagnostic = Diagnostic::warning(Code::UnexpectedFile, "nothing reads this file").at(Place::start_of(path));
        Some(diagnostic.help(format!("did you mean `themes/{theme}/{meant}`?")))
    });
    others.into_iter().map(|name| other_theme(name, theme)).chain(misplaced).collect()
}

/// What to say of the folder of a theme that is not in use.
fn other_theme(name: &str, theme: &str) -> Diagnostic {
    let message = format!("nothing reads the folder `themes/{}/`: the theme is `{theme}`", on_one_line(name));
    if is_almost(&alike(name), theme) {
        let help = format!("did you mean `themes/{theme}`? Rename the folder");
        return Diagnostic::warning(Code::UnexpectedFile, message).help(help);
    }
    let help = format!("write `theme = \"{name}\"` in `{CONFIG_FILE}`, or remove the folder");
    Diagnostic::hint(Code::UnexpectedFile, message).help(help)
}

/// The files that a theme has, by their paths in it.
struct Known {
    files: BTreeSet<String>,
    /// The same by what they are on systems that do not tell capitals from other letters.
    alike: BTreeMap<String, String>,
}

impl Known {
    fn of<'p>(theme: &str, own: impl Iterator<Item = &'p str>) -> Self {
        let is_read = |below: &&str| below.split_once('/').is_some_and(|(folder, _)| FOLDERS.contains(&folder));
        let mut files: BTreeSet<String> = own.filter(is_read).map(str::to_owned).collect();
        let mut alike_files = BTreeMap::new();
        if theme == BUILT_IN_THEME {
            let of_program: BTreeSet<String> = built_in_theme_files().collect();
            alike_files.extend(of_program.iter().map(|file| (alike(file), file.clone())));
            files.extend(of_program);
        }
        Self { files, alike: alike_files }
    }

    /// The path at which a file would be read that is not read where it is.
    fn meant(&self, below: &str) -> Option<String> {
        // Whether a template is used is not for its name to say.
        if below.starts_with("templates/") {
            return None;
        }
        if let Some(meant) = self.alike.get(&alike(below)) {
            return (meant != below).then(|| meant.clone());
        }
        let (folder, rest) = below.split_once('/').unwrap_or(("", below));
        if FOLDERS.contains(&folder) {
            return None;
        }
        let renamed =
            FOLDERS.iter().find(|meant| is_almost(&alike(folder), meant)).map(|meant| format!("{meant}/{rest}"));
        let end = format!("/{below}");
        // At the top of a theme lies what is for its authors, too.
        let is_same = |file: &&String| file.ends_with(&end) && !below.to_ascii_uppercase().starts_with("README");
        renamed.or_else(|| self.files.iter().find(is_same).cloned())
    }
}
