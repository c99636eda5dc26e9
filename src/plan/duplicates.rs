//! `duplicate-path`: two things that would be written to one path. What is proposed in its place is free, and no two proposals
//! are the same, so that whoever follows them all has no more duplicates.

use std::collections::{BTreeMap, BTreeSet};

use super::origin::{self, Origin};
use super::{Route, Routes};
use crate::diagnostic::Diagnostic;
use crate::output_path::OutputPath;
use crate::place::Place;
use crate::resolve::library::Library;
use crate::slug::{Slug, SlugStyle};

/// A route whose path another has, and where the two come from.
struct Duplicate<'d> {
    path: &'d OutputPath,
    there: Origin,
    /// The one that is to get another path.
    here: Origin,
}

/// What to say of routes whose paths others have.
pub(super) fn mistakes(library: &Library, routes: &Routes, duplicates: &[(OutputPath, Route)]) -> Vec<Diagnostic> {
    // One slug may be a part of several paths, of which all must be free.
    let mut by_place: BTreeMap<Option<Place>, Vec<Duplicate>> = BTreeMap::new();
    for (path, route) in duplicates {
        let first = Origin::of(library, &routes.by_path[path]);
        let (there, here) = origin::in_order(first, Origin::of(library, route));
        by_place.entry(here.place()).or_default().push(Duplicate { path, there, here });
    }
    let mut proposed = Proposed::default();
    let mut diagnostics = Vec::new();
    for alike in by_place.into_values() {
        let slug = free_slug(routes, &alike, &mut proposed);
        let mistake = |of: &Duplicate| origin::duplicate(of.path, &of.there, &of.here, slug.as_ref());
        diagnostics.extend(alike.iter().map(mistake));
    }
    diagnostics
}

/// What has been proposed.
#[derive(Default)]
struct Proposed {
    paths: BTreeSet<String>,
    /// How many slugs have been tried in a folder, by the folder and the slug in whose place they are: none of them is free.
    tried: BTreeMap<(String, String), usize>,
}

/// The slug of a page with a number behind it, with which all of these paths are free.
fn free_slug(routes: &Routes, duplicates: &[Duplicate], proposed: &mut Proposed) -> Option<Slug> {
    let pages: Vec<(&str, &str)> = duplicates.iter().map(|of| page(of.path.as_str())).collect::<Option<_>>()?;
    // Those of the other style are among these.
    let slug = SlugStyle::Unicode.read(pages[0].1).ok()?;
    let paths = |slug: &Slug| pages.iter().map(|(folder, _)| format!("{folder}{slug}/index.html")).collect::<Vec<_>>();
    let is_free = |path: &String| {
        routes.get(path).is_none() && routes.in_the_way(path).is_none() && !proposed.paths.contains(path)
    };
    let tried = proposed.tried.entry((pages[0].0.to_owned(), pages[0].1.to_owned())).or_default();
    let mut slugs = (*tried + 1..).map(|number| (number, slug.numbered(number)));
    let (number, free) = slugs.find(|(_, slug)| paths(slug).iter().all(is_free))?;
    *tried = number;
    proposed.paths.extend(paths(&free));
    Some(free)
}

/// The folder and the slug of the page that a file holds: `en/tutorials/` and `interview` of
/// `en/tutorials/interview/index.html`.
fn page(file: &str) -> Option<(&str, &str)> {
    let folder = file.strip_suffix("/index.html")?;
    Some(folder.split_at(folder.rfind('/')? + 1))
}
