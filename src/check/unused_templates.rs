//! `unexpected-file`: a template of the site that no page and no other template uses, such as `partials/fotter.html`.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic};
use crate::id::closest;
use crate::load::built_in_theme_files;
use crate::place::Place;
use crate::resolve::library::Library;
use crate::site::Site;

pub(super) fn check(Site { library, .. }: &Site) -> Vec<Diagnostic> {
    let theme = &library.theme;
    // A shard does not read all texts, which may choose templates.
    if theme.unnamed.is_empty() || library.share.is_some() {
        return Vec::new();
    }
    let files: BTreeSet<String> = built_in_theme_files().collect();
    let of_program: BTreeSet<&str> = files.iter().filter_map(|file| file.strip_prefix("templates/")).collect();
    let chosen = chosen(library);
    let is_used = |name: &str| of_program.contains(name) || chosen.contains(name);
    let unused = theme.unnamed.iter().filter(|name| !is_used(name));
    let report = |name: &String| {
        let close = closest_file(name, &of_program).map(|close| theme.template_path(close).to_string());
        let help = if name.contains('/') {
            format!("write `{{% include \"{name}\" %}}` where it belongs, or remove it")
        } else {
            format!("choose it in a plain page, as with `template = \"{name}\"`, or remove it")
        };
        Diagnostic::warning(Code::UnexpectedFile, "no page and no template uses this template")
            .at(Place::start_of(&theme.template_path(name)))
            .did_you_mean(close.as_deref(), help)
    };
    unused.map(report).collect()
}

/// The template whose own name, without its folders, is closest.
fn closest_file<'k>(name: &str, known: &BTreeSet<&'k str>) -> Option<&'k str> {
    fn stem(path: &str) -> &str {
        path.rsplit('/').next().unwrap_or(path).trim_end_matches(".html")
    }
    let close = closest(&stem(name).to_lowercase(), known.iter().map(|path| stem(path)))?;
    known.iter().find(|path| stem(path) == close).copied()
}

/// The templates that plain pages have chosen.
fn chosen(library: &Library) -> BTreeSet<&str> {
    let pages =
        library.locales().flat_map(|locale| library.entries().filter_map(move |entry| library.page(entry, locale)));
    pages.map(|page| &*page.template).collect()
}
