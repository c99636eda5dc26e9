//! Pages for readers.

use super::{PageRoute, Planner, Route};

pub(super) fn plan(planner: &mut Planner) {
    let library = planner.library;
    planner.add("index.html".to_owned(), Route::Page(PageRoute::Languages), None);
    planner.add("404.html".to_owned(), Route::Page(PageRoute::NotFound(library.default_locale)), None);
    for locale in library.locales() {
        let home = library.home(locale);
        planner.add(home.file(), Route::Page(PageRoute::Home(locale)), None);
        planner.add(format!("{}404.html", home.as_str()), Route::Page(PageRoute::NotFound(locale)), None);
        if let Some(search) = library.search(locale) {
            planner.add(search.file(), Route::Page(PageRoute::Search(locale)), None);
        }
        for collection in library.collections() {
            let listing = library.listing(collection, locale);
            planner.add(listing.file(), Route::Page(PageRoute::Listing(locale, collection)), None);
        }
    }
    for entry in library.entries() {
        for locale in library.locales() {
            let Some(page) = library.page(entry, locale) else { continue };
            let origin = page.text.slug.as_ref().map_or(&page.text.title.place, |slug| &slug.place);
            let route = Route::Page(PageRoute::Entry(locale, entry));
            planner.add(page.permalink.file(), route, Some(origin.clone()));
        }
    }
}
