//! Structured data for search engines, as JSON-LD in the vocabulary of <https://schema.org/>.

use serde_json::{Value, json};

use super::prose;
use super::view::PageView;
use crate::parse::config::{Kind, StructuredData};
use crate::parse::text::Body;
use crate::plan::PageRoute;
use crate::resolve::library::{EntryIndex, Library, LocaleIndex};

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
        PageRoute::Entry(..) | PageRoute::NotFound(_) | PageRoute::Search(_) => match page.kind {
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
    let default = library[library.default_locale].code.to_string();
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
    work
}

/// What the page of an entry is about: an occupation, or a term.
fn subject(library: &Library, entry: EntryIndex, locale: LocaleIndex, page: &PageView) -> Option<Value> {
    let text = &library.page(entry, locale)?.text;
    match (library.kind(entry), library[library[entry].collection].structured_data) {
        (Kind::Role, _) => Some(occupation(library, entry, locale, page)),
        (Kind::Article, StructuredData::DefinedTerm) => {
            let collection = library[entry].collection;
            let listing = library.absolute_url(library.listing(collection, locale).as_str());
            let name = &library.names(collection, locale).title;
            let set =
                json!({ "@type": "DefinedTermSet", "@id": format!("{listing}#terms"), "name": name, "url": listing });
            let mut term = json!({
                "@type": "DefinedTerm",
                "@id": format!("{}#term", page.url),
                "name": page.title,
                "description": page.summary,
                "inDefinedTermSet": set,
            });
            if !text.alternative_titles.is_empty() {
                term["alternateName"] = json!(text.alternative_titles);
            }
            Some(term)
        }
        _ => None,
    }
}

fn occupation(library: &Library, role: EntryIndex, locale: LocaleIndex, page: &PageView) -> Value {
    let facts = &library[role].facts;
    let mut occupation = json!({
        "@type": "Occupation",
        "@id": format!("{}#occupation", page.url),
        "name": page.title,
        "description": page.summary,
    });
    let skills = facts.skills.iter().filter_map(|skill| library.skill(&skill.value));
    let skills: Vec<_> = skills.map(|skill| library.skill_name(skill, locale)).collect();
    let code = |set: &str, value: &String| {
        json!({
            "@type": "CategoryCode",
            "inCodeSet": { "@type": "CategoryCodeSet", "name": set },
            "codeValue": value,
        })
    };
    let isco = facts.isco.as_ref().map(|value| code("ISCO-08", value));
    let onet = facts.onet.as_ref().map(|value| code("O*NET-SOC", value));
    let codes: Vec<_> = isco.into_iter().chain(onet).collect();
    let text = library.page(role, locale).map(|page| &page.text);
    let titles = text.map(|text| text.alternative_titles.as_slice()).unwrap_or_default();
    for (key, list) in
        [("alternateName", json!(titles)), ("skills", json!(skills)), ("occupationalCategory", json!(codes))]
    {
        if list.as_array().is_some_and(|list| !list.is_empty()) {
            occupation[key] = list;
        }
    }
    if let Some(Body::Sections(sections)) = text.map(|text| &text.body) {
        for (key, section) in [("responsibilities", "responsibilities"), ("qualifications", "requirements")] {
            if let Some(section) = sections.iter().find(|found| found.key.value.as_str() == section) {
                occupation[key] = json!(prose::lines(&prose::html(library, &section.prose, locale)).join("\n"));
            }
        }
    }
    if let Some(esco) = &facts.esco {
        occupation["sameAs"] = json!(esco);
    }
    occupation
}

/// The questions of an article, each with its answer: headings of level 3, and what stands below them. `None` for articles
/// of other collections and those that ask nothing.
fn questions(library: &Library, entry: EntryIndex, locale: LocaleIndex) -> Option<Vec<Value>> {
    if library[library[entry].collection].structured_data != StructuredData::Questions {
        return None;
    }
    let Body::Free(text) = &library.page(entry, locale)?.text.body else { return None };
    let html = prose::html(library, text, locale);
    let parts = html.split("<h3 ").skip(1);
    let question = |part: &str| {
        let part = format!("<h3 {}", part.split("<h2 ").next().unwrap_or_default());
        let mut lines = prose::lines(&part).into_iter();
        let name = lines.next()?;
        let answer = json!({ "@type": "Answer", "text": lines.collect::<Vec<_>>().join("\n") });
        Some(json!({ "@type": "Question", "name": name, "acceptedAnswer": answer }))
    };
    let questions: Vec<_> = parts.filter_map(question).collect();
    (!questions.is_empty()).then_some(questions)
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
