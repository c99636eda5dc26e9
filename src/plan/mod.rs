//! [`Library`] to [`Routes`]: which file of the output holds what.
//!
//! A [`Route`] is a small description; nothing is rendered here. Two things that would be written to one file are
//! reported. Each kind of output is planned in its own file.

pub mod addresses;
pub mod beside;
mod duplicates;
pub mod feed;
mod files;
mod origin;
mod pages;
pub mod search;
mod shape;
mod share;
pub mod sitemap;
pub mod social_images;
mod twins;

use std::collections::btree_map::Entry as Slot;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use crate::diagnostic::Diagnostic;
use crate::fingerprint::Fingerprint;
use crate::output_path::OutputPath;
use crate::place::SourcePath;
use crate::resolve::bodies::Bodies;
use crate::resolve::library::{CollectionIndex, EntryIndex, FacetIndex, Library, LocaleIndex, SkillIndex};
use origin::Origin;
use search::SearchIndex;
pub use shape::Shape;
use social_images::Card;

/// What goes into a file of the output.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// A page for readers.
    Page(PageRoute),
    /// An address that leads on to a page.
    Redirect(PageRoute),
    /// A role as a document for word processors.
    Document(LocaleIndex, EntryIndex),
    /// One of the sitemaps, or the only one.
    Sitemap(sitemap::PageRange),
    /// The index of several sitemaps: how many there are.
    SitemapIndex(usize),
    /// `robots.txt`.
    Robots,
    /// A locale's Atom feed.
    Feed(LocaleIndex),
    /// What the search index of a locale consists of.
    SearchManifest(LocaleIndex),
    /// One file of the search index of a locale, by its number.
    SearchFile(LocaleIndex, usize),
    /// `_redirects`, as Netlify and Cloudflare Pages read it.
    Redirects,
    /// `_headers`, as Netlify and Cloudflare Pages read it.
    Headers,
    /// The picture of a page for social networks.
    SocialImage(Box<Card>),
    /// A static file of the theme, by its path below `static/`.
    ThemeFile(String),
    /// The stylesheet with what the site sets of the theme's options.
    ThemeStylesheet,
    /// A file of the site's `static/`, by its path there.
    StaticFile(String),
    /// A file beside a text, to which texts link, and what is in it if its path says so.
    FileBeside(SourcePath, Option<Fingerprint>),
}

/// A page for readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageRoute {
    /// `/`: choose a language, if there are several.
    Languages,
    /// A locale's home page.
    Home(LocaleIndex),
    /// The listing of a collection.
    Listing(LocaleIndex, CollectionIndex),
    /// An entry.
    Entry(LocaleIndex, EntryIndex),
    /// The roles that ask for a skill.
    Skill(LocaleIndex, SkillIndex),
    /// The entries of a collection that have a choice of a field.
    Facet(LocaleIndex, FacetIndex),
    /// All skills that have a page.
    Skills(LocaleIndex),
    /// All titles from A to Z.
    Index(LocaleIndex),
    /// Where readers search.
    Search(LocaleIndex),
    /// What a host shows for an address that leads nowhere.
    NotFound(LocaleIndex),
}

impl PageRoute {
    /// The locale of the page; the choice of languages has none.
    #[must_use]
    pub fn locale(self) -> Option<LocaleIndex> {
        match self {
            PageRoute::Languages => None,
            PageRoute::Home(locale)
            | PageRoute::Listing(locale, _)
            | PageRoute::Entry(locale, _)
            | PageRoute::Skill(locale, _)
            | PageRoute::Facet(locale, _)
            | PageRoute::Skills(locale)
            | PageRoute::Index(locale)
            | PageRoute::Search(locale)
            | PageRoute::NotFound(locale) => Some(locale),
        }
    }
}

/// Every file of the output, by its path.
#[derive(Default)]
pub struct Routes {
    by_path: BTreeMap<OutputPath, Route>,
    /// The addresses that lead on, by their paths in the site.
    redirects: BTreeMap<String, PageRoute>,
    addresses: FileAddresses,
    /// The entries whose texts link to files beside them, by the paths of these.
    linked_from: BTreeMap<String, BTreeSet<EntryIndex>>,
    search: BTreeMap<LocaleIndex, SearchIndex>,
}

/// Where files are published to which pages refer.
#[derive(Default)]
pub struct FileAddresses {
    /// The name under which each static file of the theme is published, with a fingerprint of its content.
    assets: BTreeMap<String, String>,
    /// The same of the stylesheet that is made of the theme's options.
    theme_stylesheet: Option<String>,
    social_images: BTreeMap<PageRoute, String>,
}

/// Plans the whole output.
#[must_use]
pub fn plan(library: &Library, bodies: &Bodies) -> (Routes, Vec<Diagnostic>) {
    let mut planner = Planner::outline(library);
    files::search_indexes(&mut planner, bodies);
    social_images::plan(&mut planner);
    beside::plan(&mut planner, bodies);
    files::plan_static(&mut planner);
    let duplicates = duplicates::mistakes(library, &planner.routes, &planner.duplicates);
    planner.diagnostics.extend(duplicates);
    (planner.routes, planner.diagnostics)
}

/// What the routes of a site will speak of: found without making its search index.
#[must_use]
pub fn shape(library: &Library, bodies: &Bodies) -> Shape {
    let mut planner = Planner::outline(library);
    beside::plan(&mut planner, bodies);
    files::plan_static(&mut planner);
    Shape::of(&planner.routes, library)
}

impl Routes {
    /// All files, in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&OutputPath, &Route)> {
        self.by_path.iter()
    }

    /// What goes into the file at a path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Route> {
        self.by_path.get(path)
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_path.len()
    }

    /// Whether there are no files at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_path.is_empty()
    }

    /// Whether there is a file or a folder at a path.
    fn has(&self, path: &str) -> bool {
        let below = format!("{path}/");
        let mut after = self.by_path.range::<str, _>((Bound::Included(below.as_str()), Bound::Unbounded));
        self.by_path.contains_key(path) || after.next().is_some_and(|(file, _)| file.as_str().starts_with(&below))
    }

    /// What keeps a file from being written to a path: a file that would lie below it, or one with the path of a folder of it.
    /// With the path that would be both.
    fn in_the_way<'p>(&self, path: &'p str) -> Option<(&'p str, &Route)> {
        let below = format!("{path}/");
        let mut after = self.by_path.range::<str, _>((Bound::Included(below.as_str()), Bound::Unbounded));
        let below = after.next().filter(|(file, _)| file.as_str().starts_with(&below)).map(|(_, route)| (path, route));
        let mut folders = path.rmatch_indices('/').map(|(at, _)| &path[..at]);
        below.or_else(|| folders.find_map(|folder| Some((folder, self.by_path.get(folder)?))))
    }

    /// The search index of a locale, if the site can be searched.
    #[must_use]
    pub fn search(&self, locale: LocaleIndex) -> Option<&SearchIndex> {
        self.search.get(&locale)
    }

    /// The addresses that lead on, by their paths in the site, and where they lead.
    #[must_use]
    pub fn redirects(&self) -> &BTreeMap<String, PageRoute> {
        &self.redirects
    }

    /// Where files are published to which pages refer.
    #[must_use]
    pub fn addresses(&self) -> &FileAddresses {
        &self.addresses
    }
}

impl FileAddresses {
    /// The path of the picture of a page for social networks.
    #[must_use]
    pub fn social_image(&self, page: PageRoute) -> Option<&str> {
        self.social_images.get(&page).map(String::as_str)
    }

    /// The path under which a static file of the theme is published.
    #[must_use]
    pub fn asset(&self, file: &str) -> Option<&str> {
        self.assets.get(file).map(String::as_str)
    }

    /// The path of the stylesheet with what the site sets of the theme's options, if it sets any.
    #[must_use]
    pub fn theme_stylesheet(&self) -> Option<&str> {
        self.theme_stylesheet.as_deref()
    }
}

/// Routes while they are being planned.
struct Planner<'l> {
    library: &'l Library,
    routes: Routes,
    /// What would be written to a path that another route has.
    duplicates: Vec<(OutputPath, Route)>,
    diagnostics: Vec<Diagnostic>,
}

impl<'l> Planner<'l> {
    /// Plans all but the search index, pictures and what is copied from `static/`.
    fn outline(library: &'l Library) -> Self {
        let mut planner = Self { library, routes: Routes::default(), duplicates: Vec::new(), diagnostics: Vec::new() };
        pages::plan(&mut planner);
        files::plan(&mut planner);
        planner
    }

    /// Plans a file, unless there is one of that path already or can be none, which is reported. Says whether it has been
    /// planned.
    fn add(&mut self, path: &str, route: Route) -> bool {
        match OutputPath::read(path).map(|path| self.routes.by_path.entry(path)) {
            Ok(Slot::Vacant(slot)) => {
                slot.insert(route);
                return true;
            }
            Ok(Slot::Occupied(slot)) => self.duplicates.push((slot.key().clone(), route)),
            Err(why) => self.diagnostics.push(origin::impossible(path, why, &Origin::of(self.library, &route))),
        }
        false
    }

    /// Plans an address that leads on to a page; `from` is the path of a folder in the site, and `""` its root.
    fn add_redirect(&mut self, from: &str, to: PageRoute) {
        if self.add(&format!("{from}index.html"), Route::Redirect(to)) {
            self.routes.redirects.insert(from.to_owned(), to);
        }
    }
}
