//! Where the files of the output come from: what to say when two would be written to one path, or one to none.

use super::{PageRoute, Route};
use crate::diagnostic::{Code, Diagnostic, on_one_line};
use crate::output_path::{NotAnOutputPath, OutputPath};
use crate::parse::program_messages::SKILL;
use crate::place::{Place, SourcePath};
use crate::resolve::library::{Library, LocaleIndex, PlacedSlug, SkillIndex};
use crate::slug::Slug;

/// What decides the path of a file.
pub(super) enum Origin {
    /// A slug in front matter, or the title from which it is made.
    Slug(Place),
    /// The attribute `.slug` of a message, or the id that stands in for it.
    MessageSlug(Place),
    /// The name of a skill.
    Name(Place),
    /// The name of a file that is copied.
    File(SourcePath),
    /// The program, which always writes this.
    Program(String),
}

impl Origin {
    /// What decides the path of a route's file.
    pub(super) fn of(library: &Library, route: &Route) -> Self {
        let of_locale = |what, locale: &LocaleIndex| Self::of_locale(library, what, *locale);
        let program = |what: &str| Self::Program(what.to_owned());
        match route {
            Route::Page(page) => Self::of_page(library, *page),
            Route::Redirect(_) => program("a page that leads on"),
            Route::Document(locale, entry) => Self::of_page(library, PageRoute::Entry(*locale, *entry)),
            Route::Sitemap(_) | Route::SitemapIndex(_) => program("the sitemap"),
            Route::Robots => program("what crawlers may read"),
            Route::Feed(locale) => of_locale("the feed", locale),
            Route::SearchManifest(locale) | Route::SearchFile(locale, _) => of_locale("the search index", locale),
            Route::Redirects | Route::Headers => program("rules for hosts"),
            Route::SocialImage(_) => program("a picture for social networks"),
            Route::ThemeFile(file) => Self::File(format!("themes/{}/static/{file}", library.theme.name).into()),
            Route::ThemeStylesheet => program("the options of the theme"),
            Route::StaticFile(file) => Self::File(format!("static/{file}").into()),
            Route::FileBeside(file, _) => Self::File(file.clone()),
        }
    }

    fn of_page(library: &Library, page: PageRoute) -> Self {
        let of_locale = |what, locale| Self::of_locale(library, what, locale);
        let of_message = |PlacedSlug { place, .. }: &PlacedSlug, what, locale| {
            place.clone().map_or_else(|| of_locale(what, locale), Self::MessageSlug)
        };
        match page {
            PageRoute::Languages => Self::Program("the choice of languages".to_owned()),
            PageRoute::Home(locale) => of_locale("the home page", locale),
            PageRoute::NotFound(locale) => of_locale("the page for addresses that lead nowhere", locale),
            PageRoute::Listing(locale, collection) => {
                of_message(&library.names(collection, locale).slug, "a listing", locale)
            }
            PageRoute::Search(locale) => of_message(&library.page_slugs(locale).search, "the search page", locale),
            PageRoute::Index(locale) => of_message(&library.page_slugs(locale).index, "the index", locale),
            PageRoute::Skills(locale) => of_message(&library.page_slugs(locale).skills, "the list of skills", locale),
            PageRoute::Facet(locale, facet) => {
                let place = library.facet_page(facet, locale).and_then(|page| page.place.clone());
                place.map_or_else(|| of_locale("a list of entries", locale), Self::MessageSlug)
            }
            PageRoute::Skill(locale, skill) => {
                name_of(library, skill, locale).map_or_else(|| of_locale("a skill", locale), Self::Name)
            }
            PageRoute::Entry(locale, entry) => {
                let text = &library.page(entry, locale).expect("only entries with a page are planned").text;
                Self::Slug(text.slug.as_ref().map_or(&text.title.place, |slug| &slug.place).clone())
            }
        }
    }

    fn of_locale(library: &Library, what: &str, locale: LocaleIndex) -> Self {
        Self::Program(format!("{what} of `{}`", library[locale].code))
    }

    pub(super) fn place(&self) -> Option<Place> {
        match self {
            Self::Slug(place) | Self::MessageSlug(place) | Self::Name(place) => Some(place.clone()),
            Self::File(file) => Some(Place::start_of(file)),
            Self::Program(_) => None,
        }
    }

    /// What to do about it, if its path is taken: `free` is a slug with which it would not be.
    fn remedy(&self, free: Option<&Slug>) -> String {
        let another = "give one of the two another address";
        match (self, free) {
            (Self::Slug(_), Some(slug)) => format!("{another}, as with `slug = \"{slug}\"`"),
            (Self::MessageSlug(_), Some(slug)) => format!("{another}, as with `.slug = {slug}`"),
            (Self::Slug(_) | Self::MessageSlug(_), None) => another.to_owned(),
            (Self::Name(_), _) => "give one of the two another name".to_owned(),
            (Self::File(_) | Self::Program(_), _) => "rename the file".to_owned(),
        }
    }
}

/// Of two things with one path, the one that keeps it and the one that an author can give another.
pub(super) fn in_order(first: Origin, second: Origin) -> (Origin, Origin) {
    if second.place().is_some() { (first, second) } else { (second, first) }
}

/// What to say of two files of one path, of which `here` could have the address with a slug that is free.
pub(super) fn duplicate(path: &OutputPath, there: &Origin, here: &Origin, free: Option<&Slug>) -> Diagnostic {
    collision(format!("two things would be written to `{path}`"), there, here, free)
}

/// What to say of two files of which one has the path of a folder of the other.
pub(super) fn file_and_folder(path: &str, first: Origin, second: Origin) -> Diagnostic {
    let (there, here) = in_order(first, second);
    collision(format!("`{path}` would be a file and a folder"), &there, &here, None)
}

fn collision(message: String, there: &Origin, here: &Origin, free: Option<&Slug>) -> Diagnostic {
    let other = match there {
        Origin::Slug(Place { file, line, .. })
        | Origin::MessageSlug(Place { file, line, .. })
        | Origin::Name(Place { file, line, .. }) => format!("the other is `{file}`, line {line}"),
        Origin::File(file) => format!("the other is `{file}`"),
        Origin::Program(what) => format!("the program itself writes {what} there"),
    };
    let mut diagnostic = Diagnostic::error(Code::DuplicatePath, message);
    diagnostic.place = here.place();
    diagnostic.help(format!("{}; {other}", here.remedy(free)))
}

/// What to say of a file whose path is none of the output.
pub(super) fn impossible(path: &str, why: NotAnOutputPath, origin: &Origin) -> Diagnostic {
    let code = if why == NotAnOutputPath::Record { Code::DuplicatePath } else { Code::InvalidSlug };
    let message = format!("nothing can be published as `{}`: {why}", on_one_line(path));
    let mut diagnostic = Diagnostic::error(code, message);
    diagnostic.place = origin.place();
    diagnostic.help("rename the file")
}

/// Where the name of a skill stands, or the first role that asks for it.
fn name_of(library: &Library, skill: SkillIndex, locale: LocaleIndex) -> Option<Place> {
    let id = &library[skill].id;
    let message = SKILL.id(id);
    let mut chain = library.messages.chain(locale);
    let definition = chain.find_map(|language| library.messages.definition(language, &message));
    let in_role = || {
        let role = library.roles_with(skill, locale).next()?;
        library[role].facts.skills.iter().find(|skill| skill.value == *id)
    };
    definition.map(|definition| definition.id.place.clone()).or_else(|| in_role().map(|skill| skill.place.clone()))
}
