//! Structured data for search engines, as JSON-LD in the vocabulary of <https://schema.org/>.

mod properties;
mod subject;

use std::borrow::Cow;

use serde::Serialize;
use url::Position;

use super::alternates::{Alternate, Alternates};
use super::view::PageView;
use crate::parse::program_messages::SITE_NAME;
use crate::parse::text::Body;
use crate::plan::PageRoute;
use crate::resolve::library::{Destination, Library};
use properties::{Described, Properties};
use subject::{Question, Subject, questions, subject};

/// The structured data of a page, safe to stand in a `script` element; `None` for pages that search engines leave out.
pub(super) fn document(
    library: &Library,
    (route, body): (PageRoute, Option<&Body<Destination>>),
    page: &PageView,
    alternates: &Alternates,
) -> Option<String> {
    if page.noindex {
        return None;
    }
    let (subject, questions) = match (route, body) {
        (PageRoute::Entry(locale, entry), Some(body)) => {
            (subject(library, (entry, body), locale, page), questions(library, (entry, body), locale))
        }
        _ => (None, None),
    };
    let main = subject.as_ref().map(|subject| MainEntity::Subject { id: subject.id() });
    let work = work(library, route, (page, alternates), main.or(questions.map(MainEntity::Questions)));
    let properties = match route {
        PageRoute::Entry(locale, entry) if work.kind == "Article" => properties::of(library, entry, locale),
        _ => Properties::default(),
    };
    let work = Node::Work(Box::new(Described::new(work, properties)));
    let breadcrumb = (!page.breadcrumb.is_empty()).then(|| Node::Breadcrumb(breadcrumb(library, page)));
    let graph = [Some(work), subject.map(Node::Subject), breadcrumb].into_iter().flatten().collect();
    let document = Document { context: "https://schema.org", graph };
    // This library looks at many characters at a time, and the structured data is a fifth of all pages.
    let json = sonic_rs::to_string(&document).expect("views are plain data");
    // `<` could end the element; JSON may write it as an escape.
    Some(if json.contains('<') { json.replace('<', "\\u003c") } else { json })
}

// The fields of everything here are in the order of their names in JSON.

#[derive(Serialize)]
struct Document<'p> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Node<'p>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Node<'p> {
    Work(Box<Described<Work<'p>>>),
    Subject(Subject<'p>),
    Breadcrumb(Breadcrumb<'p>),
}

/// The page itself, with its translations.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Work<'p> {
    #[serde(rename = "@id")]
    id: &'p str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<&'p str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<Cow<'p, str>>,
    in_language: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    main_entity: Option<MainEntity>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<Cow<'p, str>>,
    #[serde(rename = "translationOfWork", skip_serializing_if = "Option::is_none")]
    original: Option<Translation<'p>>,
    url: &'p str,
    #[serde(rename = "workTranslation", skip_serializing_if = "Vec::is_empty")]
    translations: Vec<Translation<'p>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum MainEntity {
    Subject {
        #[serde(rename = "@id")]
        id: String,
    },
    Questions(Vec<Question>),
}

#[derive(Serialize)]
struct Translation<'p> {
    #[serde(rename = "@id")]
    id: &'p str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "inLanguage")]
    language: &'p str,
}

#[derive(Serialize)]
struct Breadcrumb<'p> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "itemListElement")]
    items: Vec<Step<'p>>,
}

#[derive(Serialize)]
struct Step<'p> {
    #[serde(rename = "@type")]
    kind: &'static str,
    item: String,
    name: &'p str,
    position: usize,
}

fn work<'p>(
    library: &Library,
    route: PageRoute,
    (page, alternates): (&'p PageView, &'p Alternates),
    main_entity: Option<MainEntity>,
) -> Work<'p> {
    let kind = match route {
        PageRoute::Languages | PageRoute::Home(_) => "WebSite",
        PageRoute::Listing(..)
        | PageRoute::Facet(..)
        | PageRoute::Skill(..)
        | PageRoute::Skills(_)
        | PageRoute::Index(_) => "CollectionPage",
        PageRoute::Search(_) => "SearchResultsPage",
        PageRoute::Entry(..) | PageRoute::NotFound(_) => match page.kind {
            "category" => "CollectionPage",
            _ if matches!(main_entity, Some(MainEntity::Questions(_))) => "FAQPage",
            "role" | "page" => "WebPage",
            _ => "Article",
        },
    };
    let (headline, name) = match (kind, route) {
        ("Article", _) => (Some(page.title.as_str().into()), None),
        // The choice of languages stands for the whole site.
        (_, PageRoute::Languages) => (None, Some(library.messages.say(library.default_locale, &SITE_NAME).into())),
        _ => (None, Some(page.title.as_str().into())),
    };
    let (original, translations) = translations(library, page, alternates, kind);
    Work {
        id: &page.url,
        kind,
        date_modified: page.updated.as_deref(),
        description: &page.summary,
        headline,
        in_language: &page.language.code,
        main_entity,
        name,
        original,
        url: &page.url,
        translations,
    }
}

/// What the original of a translation is, and which translations an original has.
fn translations<'p>(
    library: &Library,
    page: &PageView,
    alternates: &'p Alternates,
    kind: &'static str,
) -> (Option<Translation<'p>>, Vec<Translation<'p>>) {
    let translation =
        |other: &'p Alternate| Translation { id: &other.view.absolute_url, kind, language: &other.view.code };
    let mut others = alternates.pages.iter().filter(|other| other.view.absolute_url != page.url);
    if page.language.code == library[library.default_locale].code.to_string() {
        (None, others.map(translation).collect())
    } else {
        (others.find(|other| other.locale == library.default_locale).map(translation), Vec::new())
    }
}

fn breadcrumb<'p>(library: &Library, page: &'p PageView) -> Breadcrumb<'p> {
    let origin = &library.base_url[..Position::BeforePath];
    let items = page.breadcrumb.iter().zip(1..).map(|(step, position)| {
        let address = step.url.as_ref().map(|url| format!("{origin}{url}"));
        let item = address.unwrap_or_else(|| page.url.clone());
        Step { kind: "ListItem", item, name: &step.title, position }
    });
    Breadcrumb { kind: "BreadcrumbList", items: items.collect() }
}
