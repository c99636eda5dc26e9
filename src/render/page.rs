//! What every page has: title, addresses, alternates, breadcrumb.

use std::borrow::Cow;

use super::alternates::Alternates;
use super::json_ld;
use super::site::locale_view;
use super::view::{OpenGraphView, PageView, StaleView, StepView};
use crate::parse::config::Kind;
use crate::parse::program_messages::{
    BREADCRUMB_HOME, FACET_SUMMARY, FACET_TITLE, HOME_SUMMARY, INDEX_SUMMARY, INDEX_TITLE, LANGUAGES_SUMMARY,
    LANGUAGES_TITLE, NOT_FOUND_SUMMARY, NOT_FOUND_TITLE, SEARCH_SUMMARY, SEARCH_TITLE, SITE_NAME, SKILLS_HEADING,
    SKILLS_ROLES, SKILLS_SUMMARY, SKILLS_TITLE, Single,
};
use crate::plan::{FileAddresses, PageRoute, addresses};
use crate::resolve::arguments::{facet_arguments, skill_arguments};
use crate::resolve::bodies::ResolvedBody;
use crate::resolve::library::{CollectionIndex, EntryIndex, Library, LocaleIndex};

/// The view of a page.
///
/// `body` is that of the entry, if it is the page of one.
pub(super) fn view(
    library: &Library,
    addresses: &FileAddresses,
    (route, body): (PageRoute, Option<&ResolvedBody>),
    alternates: &Alternates,
) -> PageView {
    let locale = locale(library, route);
    let entry = match route {
        PageRoute::Entry(_, entry) => library.page(entry, locale),
        _ => None,
    };
    let (title, summary) = words(library, route);
    let is_fallback = entry.is_some_and(|page| page.is_fallback(locale));
    let mut view = PageView {
        kind: kind(library, route),
        title,
        summary,
        url: url(library, route),
        noindex: addresses::permalink(library, route).is_none(),
        language: locale_view(library, entry.map_or(locale, |page| page.language)),
        is_fallback,
        stale: stale(library, body, alternates),
        updated: entry.and_then(|page| page.text.updated).map(|date| date.to_string()),
        breadcrumb: breadcrumb(library, route),
        x_default: alternates.x_default.clone(),
        open_graph: open_graph(library, addresses, route, alternates),
        alternates: alternates.seen_from(route.locale()),
        json_ld: None,
    };
    view.json_ld = json_ld::document(library, (route, body.map(|of| &*of.body)), &view, alternates);
    view
}

/// The locale in which a page speaks to its readers.
pub(super) fn locale(library: &Library, route: PageRoute) -> LocaleIndex {
    route.locale().unwrap_or(library.default_locale)
}

/// The name of a page's template.
pub(super) fn template(library: &Library, route: PageRoute) -> Cow<'_, str> {
    match route {
        PageRoute::Entry(locale, entry) => {
            let page = library.page(entry, locale).expect("only entries with a page are planned");
            Cow::Borrowed(&page.template)
        }
        _ => format!("{}.html", kind(library, route)).into(),
    }
}

/// The kind of a page; but for entries, also the name of its template.
pub(super) fn kind(library: &Library, route: PageRoute) -> &'static str {
    match route {
        PageRoute::Languages => "languages",
        PageRoute::Home(_) => "home",
        PageRoute::Listing(..) => "listing",
        PageRoute::NotFound(_) => "not-found",
        PageRoute::Search(_) => "search",
        PageRoute::Skill(..) => "skill",
        PageRoute::Facet(..) => "facet",
        PageRoute::Skills(_) => "skills",
        PageRoute::Index(_) => "index",
        PageRoute::Entry(_, entry) => library.kind(entry).as_str(),
    }
}

/// A page's title and summary.
pub(super) fn words(library: &Library, route: PageRoute) -> (String, String) {
    let message = |of: &Single| library.messages.say(locale(library, route), of);
    match route {
        PageRoute::Languages => (message(&LANGUAGES_TITLE), message(&LANGUAGES_SUMMARY)),
        PageRoute::Home(_) => (message(&SITE_NAME), message(&HOME_SUMMARY)),
        PageRoute::NotFound(_) => (message(&NOT_FOUND_TITLE), message(&NOT_FOUND_SUMMARY)),
        PageRoute::Search(_) => (message(&SEARCH_TITLE), message(&SEARCH_SUMMARY)),
        PageRoute::Skills(_) => (message(&SKILLS_TITLE), message(&SKILLS_SUMMARY)),
        PageRoute::Index(_) => (message(&INDEX_TITLE), message(&INDEX_SUMMARY)),
        PageRoute::Skill(locale, skill) => {
            let arguments = skill_arguments(library, skill, locale);
            let message = |of: &Single| library.messages.say_with(locale, of, &arguments);
            (message(&SKILLS_HEADING), message(&SKILLS_ROLES))
        }
        PageRoute::Facet(locale, facet) => {
            let arguments = facet_arguments(library, facet, locale);
            let say = |of: &Single| library.messages.format(locale, of.id(), &arguments);
            let plain = || {
                let collection = &library.names(library[facet].collection, locale).title;
                format!("{collection}: {}", library.choice_name(library.choice_of(facet), locale))
            };
            (say(&FACET_TITLE).unwrap_or_else(|_| plain()), say(&FACET_SUMMARY).unwrap_or_default())
        }
        PageRoute::Listing(locale, collection) => {
            let names = library.names(collection, locale);
            (names.title.clone(), names.description.clone().unwrap_or_default())
        }
        PageRoute::Entry(locale, entry) => {
            let text = library.page(entry, locale).map(|page| &page.text);
            text.map(|text| (text.title.value.clone(), text.summary.clone())).unwrap_or_default()
        }
    }
}

/// The canonical address: of a page with another locale's text, the page that the text is from.
fn url(library: &Library, route: PageRoute) -> String {
    let own = match route {
        PageRoute::Entry(locale, entry) => {
            let language = library.page(entry, locale).map_or(locale, |page| page.language);
            PageRoute::Entry(language, entry)
        }
        other => other,
    };
    let path = match own {
        PageRoute::NotFound(locale) => format!("{}404.html", library.home(locale).as_str()),
        PageRoute::Listing(locale, collection) => library.listing(collection, locale).as_str().to_owned(),
        PageRoute::Facet(locale, facet) => {
            library.facet_page(facet, locale).map(|page| page.permalink.as_str().to_owned()).unwrap_or_default()
        }
        page => addresses::permalink(library, page).map(|permalink| permalink.as_str().to_owned()).unwrap_or_default(),
    };
    library.absolute_url(&path)
}

/// What readers are told of a translation that is older than its original, if the site tells them.
fn stale(library: &Library, body: Option<&ResolvedBody>, alternates: &Alternates) -> Option<StaleView> {
    let stale = body?.stale.as_ref().filter(|_| library.stale_translation.notice)?;
    let original = alternates.pages.iter().find(|page| page.locale == library.default_locale)?;
    Some(StaleView { since: stale.since.map(|date| date.to_string()), original: original.view.clone() })
}

fn open_graph(
    library: &Library,
    addresses: &FileAddresses,
    route: PageRoute,
    alternates: &Alternates,
) -> OpenGraphView {
    let locale = locale(library, route);
    let others = alternates.pages.iter().map(|page| page.locale).filter(|other| *other != locale);
    let image = addresses.social_image(route).map(|path| library.absolute_url(path));
    let size = image.as_ref().and_then(|_| library.social_image()?.size);
    OpenGraphView {
        kind: match route {
            PageRoute::Entry(_, entry) if library.kind(entry) != Kind::Page => "article",
            _ => "website",
        },
        image,
        image_width: size.map(|size| size.width),
        image_height: size.map(|size| size.height),
        locale: library[locale].open_graph.clone(),
        alternate_locales: others.filter_map(|other| library[other].open_graph.clone()).collect(),
    }
}

fn breadcrumb(library: &Library, route: PageRoute) -> Vec<StepView> {
    let locale = locale(library, route);
    let here = || StepView { title: words(library, route).0, url: None };
    match route {
        PageRoute::Languages | PageRoute::Home(_) | PageRoute::NotFound(_) => Vec::new(),
        PageRoute::Listing(..) | PageRoute::Search(_) | PageRoute::Skills(_) | PageRoute::Index(_) => {
            vec![home_step(library, locale), here()]
        }
        PageRoute::Skill(_, skill) => {
            let skills = library.skills_page(locale).map(|page| library.url(page.as_str()));
            let title = words(library, PageRoute::Skills(locale)).0;
            let here = StepView { title: library.skill_name(skill, locale).to_owned(), url: None };
            vec![home_step(library, locale), StepView { title, url: skills }, here]
        }
        PageRoute::Facet(_, facet) => {
            let title = library.choice_name(library.choice_of(facet), locale);
            let listing = listing_step(library, library[facet].collection, locale);
            vec![home_step(library, locale), listing, StepView { title, url: None }]
        }
        PageRoute::Entry(_, entry) if library.kind(entry) == Kind::Page => vec![home_step(library, locale), here()],
        PageRoute::Entry(_, entry) => {
            let collection = library[entry].collection;
            let category = library[entry].category.and_then(|category| entry_step(library, category, locale));
            let steps = [Some(home_step(library, locale)), Some(listing_step(library, collection, locale)), category];
            steps.into_iter().flatten().chain([here()]).collect()
        }
    }
}

fn home_step(library: &Library, locale: LocaleIndex) -> StepView {
    let title = library.messages.say(locale, &BREADCRUMB_HOME);
    StepView { title, url: Some(library.url(library.home(locale).as_str())) }
}

fn listing_step(library: &Library, collection: CollectionIndex, locale: LocaleIndex) -> StepView {
    let title = library.names(collection, locale).title.clone();
    StepView { title, url: Some(library.url(library.listing(collection, locale).as_str())) }
}

fn entry_step(library: &Library, entry: EntryIndex, locale: LocaleIndex) -> Option<StepView> {
    let page = library.page(entry, locale)?;
    Some(StepView { title: page.text.title.value.clone(), url: Some(library.url(page.permalink.as_str())) })
}
