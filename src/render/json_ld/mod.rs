//! Structured data for search engines, as JSON-LD in the vocabulary of <https://schema.org/>.

mod subject;

use serde_json::{Value, json};

use super::view::PageView;
use crate::plan::PageRoute;
use crate::resolve::library::Library;
use subject::{questions, subject};

/// The structured data of a page, safe to stand in a `script` element; `None` for pages that search engines leave out.
pub(super) fn document(library: &Library, route: PageRoute, page: &PageView) -> Option<String> {
    if page.noindex {
        return None;
    }
    let mut graph = vec![work(library, route, page)];
    if let PageRoute::Entry(locale, entry) = route {
        let subject = subject(library, entry, locale, page);
        if let Some(subject) = &subject {
            graph[0]["mainEntity"] = json!({ "@id": subject["@id"] });
        }
        graph.extend(subject);
    }
    if !page.breadcrumb.is_empty() {
        graph.push(breadcrumb(library, page));
    }
    let document = json!({ "@context": "https://schema.org", "@graph": graph });
    // `<` could end the element; JSON may write it as an escape.
    Some(document.to_string().replace('<', "\\u003c"))
}

/// The page itself, with its translations.
fn work(library: &Library, route: PageRoute, page: &PageView) -> Value {
    let questions = match route {
        PageRoute::Entry(locale, entry) => questions(library, entry, locale),
        _ => None,
    };
    let kind = match route {
        PageRoute::Languages | PageRoute::Home(_) => "WebSite",
        PageRoute::Listing(..) | PageRoute::Skill(..) | PageRoute::Skills(_) | PageRoute::Index(_) => "CollectionPage",
        PageRoute::Search(_) => "SearchResultsPage",
        PageRoute::Entry(..) | PageRoute::NotFound(_) => match page.kind {
            "category" => "CollectionPage",
            "role" => "WebPage",
            _ if questions.is_some() => "FAQPage",
            _ => "Article",
        },
    };
    let name = if kind == "Article" { "headline" } else { "name" };
    let mut work = json!({
        "@type": kind,
        "@id": page.url,
        "url": page.url,
        name: page.title,
        "inLanguage": page.language.code,
    });
    if !page.summary.is_empty() {
        work["description"] = json!(page.summary);
    }
    if let Some(questions) = questions {
        work["mainEntity"] = json!(questions);
    }
    if let Some(updated) = &page.updated {
        work["dateModified"] = json!(updated);
    }
    add_translations(&mut work, library, page);
    work
}

/// Says of an original which translations it has, and of a translation what its original is.
fn add_translations(work: &mut Value, library: &Library, page: &PageView) {
    let default = library[library.default_locale].code.to_string();
    let kind = work["@type"].clone();
    let kind_of_translation = |url: &str, code: &str| json!({ "@type": kind, "@id": url, "inLanguage": code });
    let others: Vec<_> = page.alternates.iter().filter(|alternate| alternate.absolute_url != page.url).collect();
    if page.language.code == default {
        let translations = others.iter().map(|other| kind_of_translation(&other.absolute_url, &other.code));
        let translations: Vec<_> = translations.collect();
        if !translations.is_empty() {
            work["workTranslation"] = json!(translations);
        }
    } else if let Some(original) = others.iter().find(|other| other.code == default) {
        work["translationOfWork"] = kind_of_translation(&original.absolute_url, &original.code);
    }
}

fn breadcrumb(library: &Library, page: &PageView) -> Value {
    let origin = library.base_url.join("/").map(|origin| origin.to_string()).unwrap_or_default();
    let items: Vec<_> = page
        .breadcrumb
        .iter()
        .enumerate()
        .map(|(index, step)| {
            let address = step.url.as_ref().map(|url| format!("{origin}{}", url.trim_start_matches('/')));
            json!({
                "@type": "ListItem",
                "position": index + 1,
                "name": step.title,
                "item": address.unwrap_or_else(|| page.url.clone()),
            })
        })
        .collect();
    json!({ "@type": "BreadcrumbList", "itemListElement": items })
}
