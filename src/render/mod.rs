//! `(&Library, &Route)` to bytes.
//!
//! Rendering one route is a pure function: nothing is remembered between routes, and they can be rendered in any order
//! on any thread. A [`Renderer`] holds what is prepared once for all of them.

mod content;
mod crawlers;
mod docx;
mod feed;
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
mod site;
pub mod social_image;
pub mod view;

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;

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
use content::Content;
use functions::{MESSAGE_ARGUMENTS, TranslateHtml};
use social_image::Painter;
use view::LanguageView;

/// What a file of the output holds.
#[derive(Debug, PartialEq, Eq)]
pub enum Output<'l> {
    /// Made here.
    Bytes(Vec<u8>),
    /// Held by the library.
    Held(&'l [u8]),
    /// A copy of a file of the site.
    CopyOf(&'l Path),
}

/// Renders the routes of a library.
pub struct Renderer<'l> {
    site: &'l Site,
    /// The theme's templates with the functions and variables of each locale.
    engines: BTreeMap<LocaleIndex, Tera>,
    painter: Option<Painter>,
}

impl<'l> Renderer<'l> {
    /// Prepares what all routes share.
    #[must_use]
    pub fn new(site: &'l Site) -> Self {
        let Site { library, routes, .. } = site;
        let files = library.theme.files.keys();
        let assets = files.filter_map(|file| Some((file.clone(), library.url(routes.asset(file)?)))).collect();
        let assets = Arc::new(assets);
        let engines = library.locales().map(|locale| (locale, engine(library, locale, &assets))).collect();
        Self { site, engines, painter: Painter::new(library) }
    }

    /// What goes into the file of a route.
    ///
    /// # Errors
    ///
    /// If a template fails, says where.
    pub fn render(&self, route: &Route) -> Result<Output<'l>, Box<Diagnostic>> {
        let library = &self.site.library;
        let text = match route {
            Route::Page(page) => self.page(*page)?,
            Route::Document(locale, role) => {
                let page = library.page(*role, *locale).expect("only roles with a page have documents");
                return Ok(Output::Bytes(docx::render(self.site, *role, page, *locale)));
            }
            Route::Sitemap(part) => crawlers::sitemap(library, *part),
            Route::SitemapIndex(parts) => crawlers::sitemap_index(library, *parts),
            Route::Robots => crawlers::robots(library),
            Route::Feed(locale) => feed::render(library, *locale),
            Route::SearchManifest(locale) => search::manifest(library, *locale, self.search(*locale)),
            Route::SearchShard(locale, number) => {
                search::shard(library, *locale, &self.search(*locale).shards[*number])
            }
            Route::SocialImage(card) => {
                let painter = self.painter.as_ref().expect("pictures are planned if they can be painted");
                return painter.paint(library, card).map(Output::Bytes);
            }
            Route::Redirects => hosts::redirects(library),
            Route::Headers => hosts::headers(library),
            Route::ThemeFile(file) => return Ok(Output::Held(&library.theme.files[file])),
            Route::StaticFile(file) => return Ok(Output::CopyOf(&library.static_files[file])),
        };
        Ok(Output::Bytes(text.into_bytes()))
    }

    fn search(&self, locale: LocaleIndex) -> &SearchIndex {
        self.site.routes.search(locale).expect("only indexes that there are have been planned")
    }

    fn page(&self, route: PageRoute) -> Result<String, Box<Diagnostic>> {
        let library = &self.site.library;
        let locale = page::locale(library, route);
        let template = format!("{}.html", page::kind(library, route));
        let html = self.engines[&locale]
            .render(&template, &variables(self.site, route))
            .map_err(|error| theme::diagnose(&library.theme, &error).in_locale(&library[locale].code))?;
        Ok(isolation::confine(html))
    }
}

/// The theme's templates for readers of one locale.
fn engine(library: &Library, locale: LocaleIndex, assets: &Arc<HashMap<String, String>>) -> Tera {
    let mut engine = library.theme.templates.clone();
    engine.register_function("t", functions::translate(Arc::clone(&library.messages), locale));
    engine.register_function("t_html", TranslateHtml { messages: Arc::clone(&library.messages), locale });
    engine.register_function("asset", functions::asset(Arc::clone(assets)));
    let site = Context::from_serialize(&site::view(library, locale)).expect("views are plain data");
    engine.global_context().extend(site);
    engine
}

/// The variables of a page.
fn variables(site: &Site, route: PageRoute) -> Context {
    let Site { library, routes, .. } = site;
    let locale = page::locale(library, route);
    let views = Content { library, related: &site.related, locale };
    let mut context = Context::new();
    context.insert("page", &page::view(library, routes, route));
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
            match library.kind(entry) {
                Kind::Role => context.insert("role", &views.role(entry, page)),
                Kind::Article => context.insert("article", &views.article(entry, page)),
                Kind::Category => context.insert("category", &views.category(entry, page)),
            }
            context.insert("related", &views.related(entry));
            context.insert_value(
                MESSAGE_ARGUMENTS,
                functions::page_arguments(&message_arguments(library, &site.related, entry, locale)),
            );
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
