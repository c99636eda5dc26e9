//! Files beside texts to which texts link: pictures among the assets, others beside the pages.

use std::collections::BTreeSet;

use super::origin::{self, Origin};
use super::twins::Twins;
use super::{Planner, Route};
use crate::parse::text::Body;
use crate::resolve::bodies::Bodies;
use crate::resolve::library::{Destination, EntryIndex, PublishedFile};

/// Plans the files to which the texts of pages link.
pub(super) fn plan(planner: &mut Planner, bodies: &Bodies) {
    if planner.library.beside.is_empty() {
        return;
    }
    let library = planner.library;
    let mut twins = Twins::of(&planner.routes);
    for entry in library.entries() {
        for locale in library.locales() {
            let language = library.page(entry, locale).map(|page| page.language);
            let Some(body) = language.and_then(|language| bodies.get(entry, language)) else { continue };
            for file in files_of(&body.body) {
                if let Some(path) = library.file_path(file, locale) {
                    add(planner, &mut twins, (&path, file), entry);
                }
            }
        }
    }
}

/// The files to which a body links.
pub fn files_of(body: &Body<Destination>) -> impl Iterator<Item = &PublishedFile> {
    let holes = body.prose().into_iter().flat_map(|prose| &prose.holes);
    holes.filter_map(|hole| match hole.target() {
        Some(Destination::File(file)) => Some(&file.value),
        _ => None,
    })
}

/// Plans a file for the page of an entry. Several may show the same picture.
fn add(planner: &mut Planner, twins: &mut Twins, (path, file): (&str, &PublishedFile), entry: EntryIndex) {
    if let Some(entries) = planner.routes.linked_from.get_mut(path) {
        entries.insert(entry);
        return;
    }
    let route = Route::FileBeside(file.file.clone(), file.content());
    planner.diagnostics.extend(twins.mistake(&planner.routes, path, &file.file));
    if let Some((path, other)) = planner.routes.in_the_way(path) {
        let [first, second] = [other, &route].map(|route| Origin::of(planner.library, route));
        planner.diagnostics.push(origin::file_and_folder(path, first, second));
    } else if planner.add(path, route) {
        planner.routes.linked_from.insert(path.to_owned(), BTreeSet::from([entry]));
    }
}
