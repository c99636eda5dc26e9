//! [`Library`] to [`Routes`]: which file of the output holds what.
//!
//! A [`Route`] is a small description; nothing is rendered here. Two things that would be written to one file are
//! reported. Each kind of output is planned in its own file.

mod files;
mod pages;
pub mod search;
mod share;
pub mod sitemap;
pub mod social_images;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;

use crate::diagnostic::{Code, Diagnostic};
use crate::place::Place;
use crate::resolve::library::{CollectionIndex, EntryIndex, Library, LocaleIndex, SkillIndex};
use search::SearchIndex;
use social_images::Card;

/// What goes into a file of the output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// A page for readers.
    Page(PageRoute),
    /// A role as a document for word processors.
    Document(LocaleIndex, EntryIndex),
    /// One of the sitemaps, or the only one.
    Sitemap(sitemap::Part),
    /// The index of several sitemaps: how many there are.
    SitemapIndex(usize),
    /// `robots.txt`.
    Robots,
    /// A locale's Atom feed.
    Feed(LocaleIndex),
    /// What the search index of a locale consists of.
    SearchManifest(LocaleIndex),
    /// One file of the search index of a locale, by its number.
    SearchShard(LocaleIndex, usize),
    /// `_redirects`, as Netlify and Cloudflare Pages read it.
    Redirects,
    /// `_headers`, as Netlify and Cloudflare Pages read it.
    Headers,
    /// The picture of a page for social networks.
    SocialImage(Box<Card>),
    /// A static file of the theme, by its path below `static/`.
    ThemeFile(String),
    /// A file of the site's `static/`, by its path there.
    StaticFile(String),
}

/// A page for readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageRoute {
    /// `/`: choose a language.
    Languages,
    /// A locale's home page.
    Home(LocaleIndex),
    /// The listing of a collection.
    Listing(LocaleIndex, CollectionIndex),
    /// An entry.
    Entry(LocaleIndex, EntryIndex),
    /// The roles that ask for a skill.
    Skill(LocaleIndex, SkillIndex),
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
            | PageRoute::Skills(locale)
            | PageRoute::Index(locale)
            | PageRoute::Search(locale)
            | PageRoute::NotFound(locale) => Some(locale),
        }
    }
}

/// Every file of the output, by its path with forward slashes.
#[derive(Default)]
pub struct Routes {
    by_path: BTreeMap<String, Route>,
    /// The name under which each static file of the theme is published, with a fingerprint of its content.
    assets: BTreeMap<String, String>,
    search: BTreeMap<LocaleIndex, SearchIndex>,
    social_images: BTreeMap<PageRoute, String>,
}

/// What routes speak of, as a hash: while it is the same, the routes of one library make sense for another, whose texts,
/// messages, templates and addresses may differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape([u8; 32]);

impl Shape {
    /// The hash of which locales, collections, entries, skills, pages and files there are.
    #[must_use]
    pub fn of(library: &Library) -> Self {
        let mut hash = blake3::Hasher::new();
        let mut add = |part: &str| {
            hash.update(part.as_bytes()).update(b"\0");
        };
        let mut there: Vec<bool> = vec![library.downloads.docx];
        for locale in library.locales() {
            add(&library[locale].code.to_string());
            there.extend([
                library.search(locale).is_some(),
                library.skills_page(locale).is_some(),
                library.index_page(locale).is_some(),
            ]);
            there.extend(library.skills().map(|skill| library.skill_page(skill, locale).is_some()));
            for entry in library.entries() {
                let page = library.page(entry, locale);
                there.extend([page.is_some(), page.is_some_and(|page| page.is_fallback(locale))]);
            }
        }
        library.collections().for_each(|collection| add(library[collection].id.as_str()));
        library.entries().for_each(|entry| add(library[entry].id.name.as_str()));
        library.skills().for_each(|skill| add(library[skill].id.as_str()));
        add(&library.theme.name);
        library.static_files.keys().for_each(|file| add(file));
        for (file, bytes) in &library.theme.files {
            add(file);
            add(&blake3::hash(bytes).to_hex());
        }
        let there: Vec<u8> = there.into_iter().map(u8::from).collect();
        hash.update(&there);
        Self(*hash.finalize().as_bytes())
    }
}

/// Plans the whole output.
#[must_use]
pub fn plan(library: &Library) -> (Routes, Vec<Diagnostic>) {
    let mut planner = Planner { library, routes: Routes::default(), origins: BTreeMap::new(), diagnostics: Vec::new() };
    pages::plan(&mut planner);
    files::plan(&mut planner);
    social_images::plan(&mut planner);
    (planner.routes, planner.diagnostics)
}

impl Routes {
    /// All files, in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Route)> {
        self.by_path.iter().map(|(path, route)| (path.as_str(), route))
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

    /// The search index of a locale, if the site can be searched.
    #[must_use]
    pub fn search(&self, locale: LocaleIndex) -> Option<&SearchIndex> {
        self.search.get(&locale)
    }

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
}

/// Routes while they are being planned.
struct Planner<'l> {
    library: &'l Library,
    routes: Routes,
    /// Where each planned file comes from, for those that authors named.
    origins: BTreeMap<String, Place>,
    diagnostics: Vec<Diagnostic>,
}

impl Planner<'_> {
    /// Plans a file, unless there is one of that path already, which is reported. Says whether it has been planned.
    fn add(&mut self, path: String, route: Route, origin: Option<Place>) -> bool {
        match self.routes.by_path.entry(path) {
            Slot::Vacant(slot) => {
                self.origins.extend(origin.map(|origin| (slot.key().clone(), origin)));
                slot.insert(route);
                true
            }
            Slot::Occupied(slot) => {
                let path = slot.key();
                let help = match self.origins.get(path) {
                    Some(first) => {
                        let slug = path.trim_end_matches("/index.html").rsplit('/').next().unwrap_or_default();
                        format!(
                            "give one of the two another address, as with `slug = \"{slug}-2\"`; the other is `{}`",
                            first.file
                        )
                    }
                    None => "rename it: the program itself writes this file".to_owned(),
                };
                let message = format!("two things would be written to `{path}`");
                let mut diagnostic = Diagnostic::error(Code::DuplicatePath, message).help(help);
                diagnostic.place = origin;
                self.diagnostics.push(diagnostic);
                false
            }
        }
    }
}
