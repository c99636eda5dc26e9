//! The addresses of pages, and of the same page in other locales.

use super::PageRoute;
use crate::permalink::Permalink;
use crate::resolve::library::{Library, LocaleIndex};

/// The address of a page that search engines are to know of; `None` for pages that are not theirs: errors, pages with
/// another locale's text, listings of nothing or of very little.
#[must_use]
pub fn permalink(library: &Library, page: PageRoute) -> Option<Permalink> {
    match page {
        PageRoute::Languages => library.only_locale().is_none().then(Permalink::root),
        PageRoute::Home(locale) => Some(library.home(locale)),
        PageRoute::Listing(locale, collection) => {
            let has_page = library[collection].kind.has_listing();
            let mut entries = library.entries_of(collection, locale).filter(|_| has_page);
            entries.next().map(|_| library.listing(collection, locale))
        }
        PageRoute::Entry(locale, entry) => {
            let page = library.page(entry, locale)?;
            (!page.is_fallback(locale)).then(|| page.permalink.clone())
        }
        PageRoute::Skill(locale, skill) => library.skill_page(skill, locale).cloned(),
        PageRoute::Facet(locale, facet) => {
            let page = library.facet_page(facet, locale).filter(|page| page.is_indexed());
            page.map(|page| page.permalink.clone())
        }
        PageRoute::Skills(locale) => library.skills_page(locale),
        PageRoute::Index(locale) => library.index_page(locale),
        PageRoute::Search(locale) => library.search(locale),
        PageRoute::NotFound(_) => None,
    }
}

/// The same page in all locales that have it, itself included; for the choice of languages the home pages.
#[must_use]
pub fn alternates(library: &Library, page: PageRoute) -> Vec<(LocaleIndex, Permalink)> {
    let same_in = |locale| match page {
        PageRoute::Languages | PageRoute::Home(_) => Some(PageRoute::Home(locale)),
        PageRoute::Listing(_, collection) => Some(PageRoute::Listing(locale, collection)),
        PageRoute::Entry(_, entry) => Some(PageRoute::Entry(locale, entry)),
        PageRoute::Skill(_, skill) => Some(PageRoute::Skill(locale, skill)),
        PageRoute::Facet(_, facet) => Some(PageRoute::Facet(locale, facet)),
        PageRoute::Skills(_) => Some(PageRoute::Skills(locale)),
        PageRoute::Index(_) => Some(PageRoute::Index(locale)),
        PageRoute::Search(_) => Some(PageRoute::Search(locale)),
        PageRoute::NotFound(_) => None,
    };
    library.locales().filter_map(|locale| Some((locale, permalink(library, same_in(locale)?)?))).collect()
}

/// The address for readers whose language the page does not have: the choice of languages for home pages, otherwise of its
/// [`alternates`] the one in the default locale or, without one, the first. A site in one language has no other address.
#[must_use]
pub fn x_default(library: &Library, page: PageRoute, alternates: &[(LocaleIndex, Permalink)]) -> Option<Permalink> {
    if library.only_locale().is_some() {
        return None;
    }
    if let PageRoute::Languages | PageRoute::Home(_) = page {
        return Some(Permalink::root());
    }
    let in_default = alternates.iter().find(|(locale, _)| *locale == library.default_locale);
    in_default.or(alternates.first()).map(|(_, permalink)| permalink.clone())
}
