//! What each file of the output is made from.
//!
//! The functions that make files are handed the [`Library`], where files are published, and their [`Inputs`]; of the rest of
//! the site they see nothing. So a file can only differ from that of an earlier build if the library or its inputs do, and
//! what is not in the inputs cannot be forgotten: it is not there to be used.

use std::collections::BTreeMap;
use std::path::Path;

use crate::fingerprint::Fingerprint;
use crate::load::beside::Beside;
use crate::plan::search::{IndexFile, SearchIndex};
use crate::plan::social_images::Card;
use crate::plan::{PageRoute, Route, sitemap};
use crate::relate::RelatedGroup;
use crate::resolve::bodies::ResolvedBody;
use crate::resolve::library::{EntryIndex, LocaleIndex};
use crate::site::Site;

/// What a file of the output is made from beside the library.
#[derive(Clone, Copy, Hash)]
pub enum Inputs<'s> {
    /// A page that belongs to the site as a whole.
    Page(PageRoute),
    /// An address that leads on to a page.
    Redirect(PageRoute),
    /// The page of an entry.
    Entry(LocaleIndex, EntryIndex, EntryInputs<'s>),
    /// A role as a document for word processors.
    Document(LocaleIndex, EntryIndex, DocumentInputs<'s>),
    /// One of the sitemaps, or the only one.
    Sitemap(sitemap::PageRange),
    /// The index of so many sitemaps.
    SitemapIndex(usize),
    /// `robots.txt`.
    Robots,
    /// A locale's Atom feed.
    Feed(LocaleIndex),
    /// What the search index of a locale consists of.
    SearchManifest(LocaleIndex, &'s SearchIndex),
    /// One file of the search index of a locale.
    SearchFile(LocaleIndex, &'s IndexFile),
    /// `_redirects`, with the addresses that lead on.
    Redirects(&'s BTreeMap<String, PageRoute>),
    /// `_headers`.
    Headers,
    /// The picture of a page for social networks, which is made from this alone.
    SocialImage(&'s Card),
    /// A static file of the theme, or the stylesheet that is made of its options.
    ThemeFile(&'s [u8]),
    /// A file of the site that is copied. The writer sees to it whether it has changed.
    StaticFile(&'s Path),
    /// The same of a file beside a text, in which this must be if its address says so.
    FileBeside(&'s Beside, Option<Fingerprint>),
}

/// What the page of an entry is made from.
#[derive(Clone, Copy, Hash)]
pub struct EntryInputs<'s> {
    pub(super) body: &'s ResolvedBody,
    pub(super) related: &'s [RelatedGroup],
}

/// What the document of a role is made from.
#[derive(Clone, Copy, Hash)]
pub struct DocumentInputs<'s> {
    pub(super) body: &'s ResolvedBody,
    /// How many related entries the page shows, which messages may say.
    pub(super) related: usize,
}

impl<'s> Inputs<'s> {
    /// What the file of a route is made from.
    #[must_use]
    pub fn of(site: &'s Site, route: &'s Route) -> Self {
        let Site { library, related, routes, .. } = site;
        let body = |locale, entry| site.shown_body(entry, locale).expect("only entries with a page are planned");
        let search = |locale: &LocaleIndex| routes.search(*locale).expect("only indexes that there are are planned");
        match route {
            Route::Page(PageRoute::Entry(locale, entry)) => {
                let inputs = EntryInputs { body: body(*locale, *entry), related: related.groups(*entry, *locale) };
                Self::Entry(*locale, *entry, inputs)
            }
            Route::Document(locale, entry) => {
                let inputs = DocumentInputs { body: body(*locale, *entry), related: related.count(*entry, *locale) };
                Self::Document(*locale, *entry, inputs)
            }
            Route::Page(page) => Self::Page(*page),
            Route::Redirect(to) => Self::Redirect(*to),
            Route::Sitemap(part) => Self::Sitemap(*part),
            Route::SitemapIndex(parts) => Self::SitemapIndex(*parts),
            Route::Robots => Self::Robots,
            Route::Feed(locale) => Self::Feed(*locale),
            Route::SearchManifest(locale) => Self::SearchManifest(*locale, search(locale)),
            Route::SearchFile(locale, number) => Self::SearchFile(*locale, &search(locale).files[*number]),
            Route::Redirects => Self::Redirects(routes.redirects()),
            Route::Headers => Self::Headers,
            Route::SocialImage(card) => Self::SocialImage(card),
            Route::ThemeFile(file) => Self::ThemeFile(&library.theme.files[file]),
            Route::ThemeStylesheet => {
                Self::ThemeFile(library.theme_options.stylesheet.as_deref().unwrap_or_default().as_bytes())
            }
            Route::StaticFile(file) => Self::StaticFile(&library.static_files[file]),
            Route::FileBeside(file, content) => Self::FileBeside(&library.beside[file], *content),
        }
    }

    /// The fingerprint of all that a file is made from; `library` is that of what the library is made from.
    #[must_use]
    pub fn fingerprint(&self, library: Fingerprint) -> Fingerprint {
        match self {
            Self::SocialImage(_) | Self::ThemeFile(_) | Self::StaticFile(_) | Self::FileBeside(..) => {
                Fingerprint::of_value(self)
            }
            _ => Fingerprint::of_value(&(library, self)),
        }
    }
}
