//! Pages for readers.

use super::{PageRoute, Planner, Route};

pub(super) fn plan(planner: &mut Planner) {
    let library = planner.library;
    match library.only_locale() {
        Some(locale) => planner.add_redirect("", PageRoute::Home(locale)),
        None => drop(planner.add("index.html", Route::Page(PageRoute::Languages))),
    }
    planner.add("404.html", Route::Page(PageRoute::NotFound(library.default_locale)));
    for locale in library.locales() {
        let home = library.home(locale);
        planner.add(&home.file(), Route::Page(PageRoute::Home(locale)));
        planner.add(&format!("{}404.html", home.as_str()), Route::Page(PageRoute::NotFound(locale)));
        if let Some(search) = library.search(locale) {
            planner.add(&search.file(), Route::Page(PageRoute::Search(locale)));
        }
        if let Some(index) = library.index_page(locale) {
            planner.add(&index.file(), Route::Page(PageRoute::Index(locale)));
        }
        if let Some(skills) = library.skills_page(locale) {
            planner.add(&skills.file(), Route::Page(PageRoute::Skills(locale)));
        }
        for skill in library.skills() {
            if let Some(page) = library.skill_page(skill, locale) {
                planner.add(&page.file(), Route::Page(PageRoute::Skill(locale, skill)));
            }
        }
        for facet in library.facets() {
            if let Some(page) = library.facet_page(facet, locale) {
                planner.add(&page.permalink.file(), Route::Page(PageRoute::Facet(locale, facet)));
            }
        }
        for collection in library.collections().filter(|of| library[*of].kind.has_listing()) {
            let listing = library.listing(collection, locale);
            planner.add(&listing.file(), Route::Page(PageRoute::Listing(locale, collection)));
        }
    }
    for entry in library.entries() {
        for locale in library.locales() {
            let Some(page) = library.page(entry, locale) else { continue };
            let is_planned = planner.add(&page.permalink.file(), Route::Page(PageRoute::Entry(locale, entry)));
            if let Some(document) = library.document(entry, locale).filter(|_| is_planned) {
                planner.add(&document, Route::Document(locale, entry));
            }
        }
    }
}
