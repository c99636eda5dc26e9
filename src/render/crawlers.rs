//! What search engines read: sitemaps and `robots.txt`.

use std::fmt::Write as _;
use std::sync::Arc;

use super::alternates::{Alternate, Alternates};
use crate::plan::{PageRoute, addresses, sitemap};
use crate::resolve::library::Library;
use crate::xml::escape;

/// A sitemap with the language versions of each page.
pub(super) fn sitemap(
    library: &Library,
    part: sitemap::PageRange,
    alternates: impl Fn(PageRoute) -> Arc<Alternates>,
) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page in sitemap::pages(library).skip(part.start).take(part.len) {
        push_page(&mut xml, library, page, &alternates(page));
    }
    xml.push_str("</urlset>\n");
    xml
}

fn push_page(xml: &mut String, library: &Library, page: PageRoute, alternates: &Alternates) {
    let Some(own) = addresses::permalink(library, page) else { return };
    xml.push_str("<url>\n<loc>");
    xml.push_str(&escape(&library.absolute_url(own.as_str())));
    xml.push_str("</loc>\n");
    if let Some(updated) = updated(library, page) {
        let _ = writeln!(xml, "<lastmod>{updated}</lastmod>");
    }
    for Alternate { view, .. } in &alternates.pages {
        push_alternate(xml, &view.code, &escape(&view.absolute_url));
    }
    if let Some(address) = &alternates.x_default {
        push_alternate(xml, "x-default", &escape(address));
    }
    xml.push_str("</url>\n");
}

fn push_alternate(xml: &mut String, code: &str, address: &str) {
    for part in ["<xhtml:link rel=\"alternate\" hreflang=\"", code, "\" href=\"", address, "\"/>\n"] {
        xml.push_str(part);
    }
}

fn updated(library: &Library, page: PageRoute) -> Option<String> {
    let PageRoute::Entry(locale, entry) = page else { return None };
    library.page(entry, locale)?.text.updated.map(|date| date.to_string())
}

/// The index of several sitemaps.
pub(super) fn sitemap_index(library: &Library, parts: usize) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for index in 0..parts {
        let address = library.absolute_url(&sitemap::file(index));
        let _ = writeln!(xml, "<sitemap><loc>{}</loc></sitemap>", escape(&address));
    }
    xml.push_str("</sitemapindex>\n");
    xml
}

/// `robots.txt`, RFC 9309: everything may be read.
pub(super) fn robots(library: &Library) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", library.absolute_url("sitemap.xml"))
}
