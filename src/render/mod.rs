//! `(&Library, &Route)` to bytes.
//!
//! Rendering one route is a pure function: nothing is remembered between routes, and they can be rendered in any order
//! on any thread. A [`Renderer`] holds what is prepared once for all of them.

mod alternates;
mod content;
mod crawlers;
mod docx;
mod feed;
mod fold;
mod functions;
mod hosts;
mod html;
mod isolation;
mod json_ld;
mod link;
mod page;
mod prose;
mod reading_time;
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
use crate::parse::config::Kind;
use crate::parse::theme;
use crate::plan::search::SearchIndex;
use crate::plan::{PageRoute, Route};
use crate::relate::Related;
use crate::resolve::library::{EntryIndex, Library, LocaleIndex, SkillIndex};
use crate::resolve::messages::NO_GRAMMAR;
use crate::site::Site;
use alternates::Alternates;
use content::Content;
use fold::Shared;
use functions::{MESSAGE_ARGUMENTS, Translate, TranslateHtml};
use shelf::Shelf;
use social_image::Painter;
use view::{LanguageView, PageView};

/// The bytes of which most pages have less.
const MOST_PAGES: usize = 1 << 14;

/// What a file of the output holds.
#[derive(Debug, PartialEq, Eq)]
pub enum Output<'s> {
    /// Made here.
    Bytes(Vec<u8>),
    /// Held by the site.
    Held(&'s [u8]),
    /// A copy of a file of the site.
    CopyOf(&'s Path),
}

/// Renders the routes of a site.
pub struct Renderer<S> {
    site: S,
    marks: MessageMarks,
    assets: Arc<HashMap<String, String>>,
    by_locale: BTreeMap<LocaleIndex, OfLocale>,
    /// Those of each entry, made when they are first needed.
    alternates: Vec<OnceLock<Arc<Alternates>>>,
    painter: OnceLock<Option<Painter>>,
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
    fn around(self, id: &str, text: String) -> String {
        match self {
            MessageMarks::None => text,
            MessageMarks::Around => format!("\u{f0000}{id}\u{f0001}{text}\u{f0002}"),
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
        let Site { library, routes, .. } = &*site;
        let files = library.theme.files.keys();
        let assets = files.filter_map(|file| Some((file.clone(), library.url(routes.asset(file)?)))).collect();
        let assets = Arc::new(assets);
        let of_locale = |locale| (locale, OfLocale { engine: OnceLock::new(), shelf: Shelf::new(library) });
        let by_locale = library.locales().map(of_locale).collect();
        let alternates = library.entries().map(|_| OnceLock::new()).collect();
        Self { site, marks, assets, by_locale, alternates, painter: OnceLock::new() }
    }

    /// What goes into the file of a route.
    ///
    /// # Errors
    ///
    /// If a template fails, says where.
    pub fn render(&self, route: &Route) -> Result<Output<'_>, Box<Diagnostic>> {
        let library = &self.site.library;
        let text = match route {
            Route::Page(page) => return self.page(*page).map(Output::Bytes),
            Route::Document(locale, role) => {
                let page = library.page(*role, *locale).expect("only roles with a page have documents");
                let views = self.content(*locale, MessageMarks::None);
                return Ok(Output::Bytes(docx::render(views, *role, page)));
            }
            Route::Sitemap(part) => crawlers::sitemap(library, *part, |page| self.alternates(page)),
            Route::SitemapIndex(parts) => crawlers::sitemap_index(library, *parts),
            Route::Robots => crawlers::robots(library),
            Route::Feed(locale) => feed::render(library, *locale),
            Route::SearchManifest(locale) => search::manifest(library, *locale, self.search(*locale)),
            Route::SearchShard(locale, number) => {
                search::shard(library, *locale, &self.search(*locale).shards[*number])
            }
            Route::SocialImage(card) => {
                let painter = self.painter.get_or_init(|| Painter::new(library));
                let painter = painter.as_ref().expect("pictures are planned if they can be painted");
                return painter.paint(library, card).map(Output::Bytes);
            }
            Route::Redirects => hosts::redirects(library),
            Route::Headers => hosts::headers(library),
            Route::ThemeFile(file) => return Ok(Output::Held(&library.theme.files[file])),
            Route::StaticFile(file) => return Ok(Output::CopyOf(&library.static_files[file])),
        };
        Ok(Output::Bytes(text.into_bytes()))
    }

    /// The template of a page, and of other files what they are.
    #[must_use]
    pub fn template(&self, route: &Route) -> &'static str {
        match route {
            Route::Page(page) => page::kind(&self.site.library, *page),
            Route::Document(..) => "document",
            Route::Sitemap(_) | Route::SitemapIndex(_) => "sitemap",
            Route::Feed(_) => "feed",
            Route::SearchManifest(_) | Route::SearchShard(..) => "search index",
            Route::SocialImage(_) => "social image",
            Route::Robots | Route::Redirects | Route::Headers => "for hosts",
            Route::ThemeFile(_) => "theme file",
            Route::StaticFile(_) => "static file",
        }
    }

    fn search(&self, locale: LocaleIndex) -> &SearchIndex {
        self.site.routes.search(locale).expect("only indexes that there are have been planned")
    }

    fn content(&self, locale: LocaleIndex, marks: MessageMarks) -> Content<'_> {
        let Site { library, related, .. } = &*self.site;
        Content { library, related, locale, shelf: &self.by_locale[&locale].shelf, marks }
    }

    fn page(&self, route: PageRoute) -> Result<Vec<u8>, Box<Diagnostic>> {
        let library = &self.site.library;
        let locale = page::locale(library, route);
        let template = format!("{}.html", page::kind(library, route));
        let engine = self.by_locale[&locale].engine.get_or_init(|| self.folded_engine(locale));
        let variables = self.variables(locale, route);
        let mut html = Vec::with_capacity(MOST_PAGES);
        if engine.render_to(&template, &variables, &mut html).is_err() {
            // The templates as they are say where.
            html.clear();
            self.engine(locale)
                .render_to(&template, &variables, &mut html)
                .map_err(|error| theme::diagnose(&library.theme, &error).in_locale(&library[locale].code))?;
        }
        Ok(isolation::confine(html))
    }

    fn alternates(&self, route: PageRoute) -> Arc<Alternates> {
        let make = || Arc::new(Alternates::of(&self.site.library, route));
        match route {
            PageRoute::Entry(_, entry) => Arc::clone(self.alternates[entry.0].get_or_init(make)),
            _ => make(),
        }
    }

    fn variables(&self, locale: LocaleIndex, route: PageRoute) -> Context {
        let page = page::view(&self.site.library, &self.site.routes, route, &self.alternates(route));
        variables(self.content(locale, self.marks), &page, route)
    }

    /// The same templates, with text in the place of what is the same on all pages.
    fn folded_engine(&self, locale: LocaleIndex) -> Tera {
        let library = &self.site.library;
        let mut engine = self.engine(locale);
        let is_fixed = |id: &str| library.messages.fixed(locale, id).is_some();
        let variables = site::variables(library, locale);
        let folded = fold::fold(&engine, &library.theme.sources, &Shared { variables, is_fixed: &is_fixed });
        // A theme whose folded templates do not compile is rendered as it is.
        if engine.add_raw_templates(folded).is_ok() { engine } else { self.engine(locale) }
    }

    /// The theme's templates for readers of one locale.
    fn engine(&self, locale: LocaleIndex) -> Tera {
        let library = &self.site.library;
        let mut engine = library.theme.templates.clone();
        let translate = Translate { messages: Arc::clone(&library.messages), locale, marks: self.marks };
        engine.register_function("t", translate.clone());
        engine.register_function("t_html", TranslateHtml(translate));
        engine.register_function("asset", functions::asset(Arc::clone(&self.assets)));
        let site = Context::from_serialize(&site::view(library, locale)).expect("views are plain data");
        engine.global_context().extend(site);
        engine
    }
}

/// The variables of a page.
fn variables(views: Content, page: &PageView, route: PageRoute) -> Context {
    let Content { library, related, locale, .. } = views;
    let mut context = Context::new();
    context.insert("page", page);
    match route {
        PageRoute::Languages => {
            let home = |locale| LanguageView {
                locale: site::locale_view(library, locale),
                url: library.url(library.home(locale).as_str()),
            };
            context.insert("languages", &library.locales().map(home).collect::<Vec<_>>());
        }
        PageRoute::Home(_) => {
            context.insert("collections", &views.collections());
            context.insert("categories", &views.categories());
        }
        PageRoute::NotFound(_) | PageRoute::Search(_) => context.insert("collections", &views.collections()),
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
        PageRoute::Skills(_) => context.insert("skills", &views.skills()),
        PageRoute::Index(_) => context.insert("letters", &views.index()),
        PageRoute::Entry(_, entry) => {
            let page = library.page(entry, locale).expect("only entries with a page are planned");
            let arguments = message_arguments(library, related, entry, locale);
            match library.kind(entry) {
                Kind::Role => context.insert("role", &views.role(entry, page, &arguments)),
                Kind::Article => context.insert("article", &views.article(entry, page)),
                Kind::Category => context.insert("category", &views.category(entry, page)),
            }
            context.insert("related", &views.related(entry));
            context.insert_value(MESSAGE_ARGUMENTS, functions::page_arguments(&arguments));
        }
    }
    context
}

/// What messages on the page of a skill may use: its name as `$skill`, and as `$count` how many roles ask for it.
pub(crate) fn skill_arguments(library: &Library, skill: SkillIndex, locale: LocaleIndex) -> FluentArgs<'_> {
    let mut arguments = FluentArgs::new();
    arguments.set("skill", library.skill_name(skill, locale));
    arguments.set("count", library.roles_with(skill, locale).count());
    arguments
}

/// What messages on an entry's page may use: its title as `$role`, its grammar as `$role_<key>` (or `none` where a message
/// asks for a key that the text does not have), its category's title as `$category`, and as `$count` how many related
/// entries the page shows.
pub(crate) fn message_arguments<'l>(
    library: &'l Library,
    related: &Related,
    entry: EntryIndex,
    locale: LocaleIndex,
) -> FluentArgs<'l> {
    let mut arguments = FluentArgs::new();
    let Some(page) = library.page(entry, locale) else { return arguments };
    for key in library.messages.grammar_keys(locale) {
        arguments.set(format!("role_{key}"), NO_GRAMMAR);
    }
    for (key, value) in &page.text.grammar {
        arguments.set(format!("role_{key}"), value.as_str());
    }
    arguments.set("role", page.text.title.value.as_str());
    arguments.set("count", related.groups(entry, locale).iter().map(|group| group.entries.len()).sum::<usize>());
    if let Some(category) = library[entry].category.and_then(|category| library.page(category, locale)) {
        arguments.set("category", category.text.title.value.as_str());
    }
    arguments
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::Sources;
    use crate::parse::parse;
    use crate::plan::plan;
    use crate::relate::relate;
    use crate::resolve::{Options, resolve};

    /// A site with everything that the theme shows around the content of pages, without a page of content.
    const CONFIG: &str = r#"
        base_url = "https://example.org/"
        default_locale = "en"
        [[locales]]
        code = "en"
        name = "English"
        [[locales]]
        code = "ar"
        name = "العربية"
        [[collections]]
        id = "job-descriptions"
        kind = "role"
        [newsletter]
        action = "https://example.org/subscribe"
        [[footer.legal]]
        id = "terms"
        link = "https://example.org/terms"
    "#;

    #[test]
    fn folded_templates_make_the_same_pages() {
        let text = "+++\ntitle = \"A\"\nsummary = \"B\"\n+++\n## brief\n\nC\n";
        let files = [
            ("rolebook.toml", CONFIG),
            ("content/job-descriptions/a/entry.toml", ""),
            ("content/job-descriptions/a/en.md", text),
            ("content/job-descriptions/a/ar.md", text),
            ("locales/en/site.ftl", "legal-terms = Terms\n"),
        ];
        let sources = Sources::in_memory(files.map(|(path, text)| (path.into(), text.into())));
        let (library, _) = resolve(parse(&sources).0.unwrap(), &Options::default());
        let (related, (routes, _)) = (relate(&library), plan(&library));
        let site = Site { library: Arc::new(library), related: Arc::new(related), routes: Arc::new(routes) };
        let renderer = Renderer::new(&site);
        let mut pages = 0;
        for (path, route) in site.routes.iter() {
            let Route::Page(route) = route else { continue };
            let locale = page::locale(&site.library, *route);
            let variables = renderer.variables(locale, *route);
            let template = format!("{}.html", page::kind(&site.library, *route));
            let as_they_are = renderer.engine(locale).render(&template, &variables).unwrap();
            let folded = renderer.folded_engine(locale).render(&template, &variables).unwrap();
            assert_eq!(folded, as_they_are, "{path}");
            pages += 1;
        }
        assert!(pages > 8, "{pages}");
    }
}
