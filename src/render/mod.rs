//! `(&Library, Inputs)` to bytes.
//!
//! Rendering one route is a pure function: nothing is remembered between routes, and they can be rendered in any order
//! on any thread. A [`Renderer`] holds what is prepared once for all of them.

mod alternates;
mod bounded;
mod content;
mod crawlers;
mod docx;
mod feed;
mod fields;
mod fold;
mod functions;
mod hosts;
mod inputs;
mod isolation;
mod json_ld;
mod lines;
mod link;
mod page;
mod prose;
mod reading_time;
mod redirect;
mod same_titles;
mod search;
mod shelf;
mod site;
pub mod social_image;
pub mod view;

use std::collections::{BTreeMap, HashMap};
use std::ops::Deref;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use fluent::FluentArgs;
use tera::{Context, Tera};

use crate::diagnostic::Diagnostic;
use crate::fingerprint::Fingerprint;
use crate::limits::PAGE_BYTES;
use crate::load::beside::Beside;
use crate::parse::config::Kind;
use crate::parse::message_id::MessageRef;
use crate::place::SourcePath;
use crate::plan::{FileAddresses, PageRoute, Route};
use crate::resolve::arguments::{entry_arguments, facet_arguments, skill_arguments};
use crate::resolve::library::{Library, LocaleIndex};
use crate::site::Site;
use alternates::Alternates;
use bounded::Unrendered;
use content::Content;
#[cfg(any(test, fuzzing))]
pub use fold::Folding;
use fold::Pieces;
use functions::{MESSAGE_ARGUMENTS, Translate, TranslateHtml};
use inputs::EntryInputs;
pub use inputs::Inputs;
use shelf::Shelf;
use social_image::Painter;
use view::PageView;

/// Initial buffer size in bytes; most pages fit.
const MOST_PAGES: usize = 1 << 15;

/// What a file of the output holds.
#[derive(Debug, PartialEq, Eq)]
pub enum Output<'s> {
    /// Made here.
    Bytes(Vec<u8>),
    /// Held by the site.
    Held(&'s [u8]),
    /// A copy of a file of the site, in which this must be if its address says so.
    CopyOf(&'s Path, Option<Fingerprint>),
}

/// Renders the routes of a site.
pub struct Renderer<S> {
    site: S,
    prepared: Prepared,
}

/// What is made once for all files of a site, from its library and the addresses of its files.
struct Prepared {
    marks: MessageMarks,
    assets: Arc<HashMap<String, String>>,
    by_locale: BTreeMap<LocaleIndex, OfLocale>,
    /// The alternates of each entry and of each skill, made when they are first needed.
    alternates_of_entries: Vec<OnceLock<Arc<Alternates>>>,
    alternates_of_skills: Vec<OnceLock<Arc<Alternates>>>,
    /// What of the theme may be the same on all pages of a locale, found when it is first needed.
    pieces: OnceLock<Pieces>,
    painter: OnceLock<Option<Painter>>,
}

/// Makes files from their [`Inputs`].
#[derive(Clone, Copy)]
struct Press<'r> {
    library: &'r Library,
    addresses: &'r FileAddresses,
    prepared: &'r Prepared,
}

/// What the pages of a locale share.
struct OfLocale {
    /// The theme's templates with the functions and variables of the locale, made when they are first needed.
    engine: OnceLock<Tera>,
    shelf: Shelf,
}

/// Whether it shows in pages which of their words are messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageMarks {
    /// It does not.
    None,
    /// U+F0000, the id, U+F0001 stand before each message, and U+F0002 behind it.
    Around,
}

impl MessageMarks {
    /// The text of a message, marked or not.
    fn around<'i>(self, id: impl Into<MessageRef<'i>>, text: String) -> String {
        match self {
            MessageMarks::None => text,
            MessageMarks::Around => format!("\u{f0000}{}\u{f0001}{text}\u{f0002}", id.into()),
        }
    }
}

impl<S: Deref<Target = Site>> Renderer<S> {
    /// A renderer of pages as readers see them.
    #[must_use]
    pub fn new(site: S) -> Self {
        Self::with_marks(site, MessageMarks::None)
    }

    /// A renderer of pages in which messages are marked or not.
    #[must_use]
    pub fn with_marks(site: S, marks: MessageMarks) -> Self {
        let prepared = Prepared::new(&site.library, site.routes.addresses(), marks);
        Self { site, prepared }
    }

    /// What goes into the file of a route.
    ///
    /// # Errors
    ///
    /// If a template fails, says where.
    pub fn render<'r>(&'r self, route: &'r Route) -> Result<Output<'r>, Box<Diagnostic>> {
        self.make(Inputs::of(&self.site, route))
    }

    /// What goes into the file that is made from these inputs.
    ///
    /// # Errors
    ///
    /// If a template fails, says where.
    pub fn make<'r>(&'r self, inputs: Inputs<'r>) -> Result<Output<'r>, Box<Diagnostic>> {
        self.press().make(inputs)
    }

    /// The template of a page, and of other files what they are.
    #[must_use]
    pub fn template(&self, route: &Route) -> &'static str {
        match route {
            Route::Page(page) => page::kind(&self.site.library, *page),
            Route::Redirect(_) => "redirect",
            Route::Document(..) => "document",
            Route::Sitemap(_) | Route::SitemapIndex(_) => "sitemap",
            Route::Feed(_) => "feed",
            Route::SearchManifest(_) | Route::SearchFile(..) => "search index",
            Route::SocialImage(_) => "social image",
            Route::Robots | Route::Redirects | Route::Headers => "for hosts",
            Route::ThemeFile(_) | Route::ThemeStylesheet => "theme file",
            Route::StaticFile(_) => "static file",
            Route::FileBeside(..) => "file beside a text",
        }
    }

    fn press(&self) -> Press<'_> {
        let Site { library, routes, .. } = &*self.site;
        Press { library, addresses: routes.addresses(), prepared: &self.prepared }
    }
}

impl Prepared {
    fn new(library: &Library, addresses: &FileAddresses, marks: MessageMarks) -> Self {
        let files = library.theme.files.keys();
        let assets = files.filter_map(|file| Some((file.clone(), library.url(addresses.asset(file)?)))).collect();
        let of_locale = |locale| (locale, OfLocale { engine: OnceLock::new(), shelf: Shelf::new(library) });
        Self {
            marks,
            assets: Arc::new(assets),
            by_locale: library.locales().map(of_locale).collect(),
            alternates_of_entries: library.entries().map(|_| OnceLock::new()).collect(),
            alternates_of_skills: library.skills().map(|_| OnceLock::new()).collect(),
            pieces: OnceLock::new(),
            painter: OnceLock::new(),
        }
    }
}

impl<'r> Press<'r> {
    fn make(self, inputs: Inputs<'r>) -> Result<Output<'r>, Box<Diagnostic>> {
        let library = self.library;
        let text = match inputs {
            Inputs::Page(page) => return self.page(page, None).map(Output::Bytes),
            Inputs::Entry(locale, entry, inputs) => {
                return self.page(PageRoute::Entry(locale, entry), Some(inputs)).map(Output::Bytes);
            }
            Inputs::Document(locale, role, inputs) => {
                return Ok(Output::Bytes(docx::render(self.content(locale, MessageMarks::None), role, inputs)));
            }
            Inputs::Sitemap(part) => crawlers::sitemap(library, part, |page| self.alternates(page)),
            Inputs::SitemapIndex(parts) => crawlers::sitemap_index(library, parts),
            Inputs::Robots => crawlers::robots(library),
            Inputs::Feed(locale) => feed::render(library, locale),
            Inputs::SearchManifest(locale, index) => search::manifest(library, locale, index),
            Inputs::SearchFile(locale, file) => search::file(self.content(locale, MessageMarks::None), file),
            Inputs::SocialImage(card) => {
                let painter = self.prepared.painter.get_or_init(|| Painter::new(library));
                let painter = painter.as_ref().expect("pictures are planned if they can be painted");
                return painter.paint(card).map(Output::Bytes);
            }
            Inputs::Redirect(to) => redirect::page(library, to),
            Inputs::Redirects(redirects) => hosts::redirects(library, redirects),
            Inputs::Headers => hosts::headers(library),
            Inputs::ThemeFile(bytes) => return Ok(Output::Held(bytes)),
            Inputs::StaticFile(source) => return Ok(Output::CopyOf(source, None)),
            Inputs::FileBeside(Beside::OnDisk { path, .. }, content) => return Ok(Output::CopyOf(path, content)),
            Inputs::FileBeside(Beside::InMemory(bytes), _) => return Ok(Output::Held(bytes)),
        };
        Ok(Output::Bytes(text.into_bytes()))
    }

    fn content(self, locale: LocaleIndex, marks: MessageMarks) -> Content<'r> {
        Content { library: self.library, locale, shelf: &self.prepared.by_locale[&locale].shelf, marks }
    }

    fn page(self, route: PageRoute, inputs: Option<EntryInputs>) -> Result<Vec<u8>, Box<Diagnostic>> {
        let library = self.library;
        let locale = page::locale(library, route);
        let template = page::template(library, route);
        let engine = self.prepared.by_locale[&locale].engine.get_or_init(|| self.folded_engine(locale));
        let variables = self.variables(locale, route, inputs);
        let mut html = Vec::with_capacity(MOST_PAGES);
        if bounded::render(engine, &template, &variables, &mut html).is_err() {
            // The templates as they are say where.
            html.clear();
            bounded::render(&self.engine(locale), &template, &variables, &mut html)
                .map_err(|why| self.unrendered(&why, &template, route, inputs).in_locale(&library[locale].code))?;
        }
        Ok(isolation::confine(html))
    }

    /// What to say of a page that cannot be rendered. If most of what is too much is the text of an entry, its author is told.
    fn unrendered(self, why: &Unrendered, template: &str, route: PageRoute, inputs: Option<EntryInputs>) -> Diagnostic {
        let by_template = || {
            let diagnostic = why.diagnostic(&self.library.theme, template);
            match chooser(self.library, route) {
                Some(file) => diagnostic.help(format!("correct the template, or choose another in `{file}`")),
                None => diagnostic,
            }
        };
        let (Unrendered::TooLarge, PageRoute::Entry(locale, entry), Some(inputs)) = (why, route, inputs) else {
            return by_template();
        };
        let bytes = |prose| prose::html(self.library, prose, locale, self.prepared.marks).len();
        let text: usize = inputs.body.body.prose().into_iter().map(bytes).sum();
        match self.library.page(entry, locale) {
            Some(page) if text > PAGE_BYTES / 2 => bounded::too_large_text(&page.text.title.place.file),
            _ => by_template(),
        }
    }

    fn alternates(self, route: PageRoute) -> Arc<Alternates> {
        let make = || Arc::new(Alternates::of(self.library, route));
        let known = match route {
            PageRoute::Entry(_, entry) => &self.prepared.alternates_of_entries[entry.0],
            PageRoute::Skill(_, skill) => &self.prepared.alternates_of_skills[skill.0],
            _ => return make(),
        };
        Arc::clone(known.get_or_init(make))
    }

    fn variables(self, locale: LocaleIndex, route: PageRoute, inputs: Option<EntryInputs>) -> Context {
        let alternates = self.alternates(route);
        let body = inputs.map(|inputs| inputs.body);
        let page = page::view(self.library, self.addresses, (route, body), &alternates);
        variables(self.content(locale, self.prepared.marks), &page, route, inputs)
    }

    /// The same templates, with text in the place of what is the same on all pages.
    fn folded_engine(self, locale: LocaleIndex) -> Tera {
        let theme = &self.library.theme;
        let pieces = self.prepared.pieces.get_or_init(|| Pieces::of(&theme.templates, &theme.sources));
        let mut engine = self.engine(locale);
        let shared = engine.global_context().clone();
        let folded = pieces.folded(&engine, &shared);
        // A theme whose folded templates do not compile is rendered as it is.
        if engine.add_raw_templates(folded).is_ok() { engine } else { self.engine(locale) }
    }

    /// The theme's templates for readers of one locale.
    fn engine(self, locale: LocaleIndex) -> Tera {
        let Prepared { marks, assets, .. } = self.prepared;
        let library = self.library;
        let mut engine = library.theme.templates.clone();
        let translate = Translate { messages: Arc::clone(&library.messages), locale, marks: *marks };
        engine.register_function("t", translate.clone());
        engine.register_function("t_html", TranslateHtml(translate));
        engine.register_function("asset", functions::asset(Arc::clone(assets)));
        let site = Context::from_serialize(&site::view(library, self.addresses, locale)).expect("views are plain data");
        engine.global_context().extend(site);
        engine
    }
}

/// The file that has chosen the template of a page, if any has.
fn chooser(library: &Library, route: PageRoute) -> Option<&SourcePath> {
    let PageRoute::Entry(locale, entry) = route else { return None };
    let page = library.page(entry, locale)?;
    if page.template == library.theme.template_of(library.kind(entry)) {
        return None;
    }
    let own = page.text.template.as_ref();
    let of_original = || library.page(entry, library.default_locale)?.text.template.as_ref();
    own.or_else(of_original).map(|template| &template.place.file)
}

/// The variables of a page; `inputs` are those of the page of an entry.
fn variables(views: Content, page: &PageView, route: PageRoute, inputs: Option<EntryInputs>) -> Context {
    let Content { library, locale, .. } = views;
    let mut context = Context::new();
    context.insert("page", page);
    match route {
        PageRoute::Languages => {
            context.insert("languages", &site::languages(library));
        }
        PageRoute::Home(_) => {
            context.insert("collections", &views.collections());
            context.insert("categories", &views.categories());
        }
        PageRoute::NotFound(_) => {
            context.insert("collections", &views.collections());
            context.insert("languages", &site::languages(library));
        }
        PageRoute::Search(_) => {
            context.insert("collections", &views.collections());
            context.insert("filters", &views.all_filters());
        }
        PageRoute::Listing(_, collection) => {
            let listing = views.listing(collection);
            let count = FluentArgs::from_iter([("count", listing.count)]);
            context.insert_value(MESSAGE_ARGUMENTS, functions::page_arguments(&count));
            context.insert("listing", &listing);
        }
        PageRoute::Skill(_, skill) => {
            let arguments = skill_arguments(library, skill, locale);
            context.insert_value(MESSAGE_ARGUMENTS, functions::page_arguments(&arguments));
            context.insert("skill", &views.skill(skill));
        }
        PageRoute::Facet(_, facet) => {
            let arguments = facet_arguments(library, facet, locale);
            context.insert_value(MESSAGE_ARGUMENTS, functions::page_arguments(&arguments));
            context.insert("facet", &views.facet(facet));
        }
        PageRoute::Skills(_) => context.insert("skills", &views.skills()),
        PageRoute::Index(_) => context.insert("letters", &views.index()),
        PageRoute::Entry(_, entry) => {
            let EntryInputs { body, related } = inputs.expect("the page of an entry has inputs");
            let count = related.iter().map(|group| group.entries.len()).sum();
            let arguments = entry_arguments(library, entry, locale, count);
            match library.kind(entry) {
                Kind::Role => context.insert("role", &views.role(entry, &body.body, &arguments)),
                Kind::Article => context.insert("article", &views.article(entry, &body.body)),
                Kind::Category => context.insert("category", &views.category(entry, &body.body)),
                Kind::Page => {
                    context.insert("article", &views.plain_page(entry, &body.body));
                    context.insert("collections", &views.collections());
                    context.insert("categories", &views.categories());
                }
            }
            context.insert("related", &views.related(related));
            context.insert_value(MESSAGE_ARGUMENTS, functions::page_arguments(&arguments));
        }
    }
    context
}
