//! Which pages the sitemaps list, and how they are divided.
//!
//! Source: the sitemap protocol, <https://www.sitemaps.org/protocol.html>, and Google's annotation of language versions,
//! <https://developers.google.com/search/docs/specialty/international/localized-versions>.

use super::PageRoute;
use super::addresses::{alternates, permalink};
use crate::permalink::Permalink;
use crate::resolve::library::Library;

/// The most addresses that a sitemap may list.
const MAX_ADDRESSES: usize = 50_000;
/// The most bytes that a sitemap may have: 50 MB, less the room for its frame.
const MAX_BYTES: usize = 50_000_000 - 1_000;

/// A part of the pages that search engines are to know of: a range of [`pages`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PageRange {
    /// The first page.
    pub start: usize,
    /// How many pages.
    pub len: usize,
}

/// The name of one of several sitemaps, counted from 0.
#[must_use]
pub fn file(index: usize) -> String {
    format!("sitemap-{}.xml", index + 1)
}

/// The pages that search engines are to know of, in the order of the sitemaps.
pub fn pages(library: &Library) -> impl Iterator<Item = PageRoute> {
    let homes = library.locales().map(PageRoute::Home);
    let listings = library
        .collections()
        .flat_map(|collection| library.locales().map(move |locale| PageRoute::Listing(locale, collection)));
    let entries =
        library.entries().flat_map(|entry| library.locales().map(move |locale| PageRoute::Entry(locale, entry)));
    let indexes = library
        .locales()
        .flat_map(|locale| [PageRoute::Search(locale), PageRoute::Index(locale), PageRoute::Skills(locale)]);
    let skills =
        library.skills().flat_map(|skill| library.locales().map(move |locale| PageRoute::Skill(locale, skill)));
    let facets =
        library.facets().flat_map(|facet| library.locales().map(move |locale| PageRoute::Facet(locale, facet)));
    let all = std::iter::once(PageRoute::Languages).chain(homes).chain(listings).chain(indexes).chain(skills);
    let all = all.chain(facets).chain(entries);
    all.filter(|page| permalink(library, *page).is_some())
}

/// Divides the pages so that no sitemap is larger than allowed.
pub(super) fn parts(library: &Library) -> Vec<PageRange> {
    let mut parts = vec![PageRange { start: 0, len: 0 }];
    let mut bytes = 0;
    for (index, page) in pages(library).enumerate() {
        let size = most_bytes(library, page);
        let part = parts.last().expect("there is at least one");
        if part.len == MAX_ADDRESSES || bytes + size > MAX_BYTES {
            parts.push(PageRange { start: index, len: 0 });
            bytes = 0;
        }
        parts.last_mut().expect("there is at least one").len += 1;
        bytes += size;
    }
    parts
}

/// An upper bound of the bytes that a page takes in a sitemap: its address and one line for each alternate.
fn most_bytes(library: &Library, page: PageRoute) -> usize {
    const FRAME: usize = 120;
    let base = library.base_url.as_str().len();
    let line = |permalink: &Permalink| FRAME + base + permalink.as_str().len();
    let own = permalink(library, page).map_or(0, |permalink| line(&permalink));
    // The line of `x-default` is not longer than the longest of the others.
    let lines: Vec<_> = alternates(library, page).iter().map(|(_, permalink)| line(permalink)).collect();
    own + FRAME + lines.iter().sum::<usize>() + lines.iter().max().copied().unwrap_or(0)
}
