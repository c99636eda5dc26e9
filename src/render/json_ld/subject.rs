//! What the page of an entry is about: an occupation, a term, questions.

use serde_json::{Value, json};

use crate::parse::config::{Kind, StructuredData};
use crate::parse::text::Body;
use crate::render::MessageMarks;
use crate::render::view::PageView;
use crate::render::{html, prose};
use crate::resolve::library::{EntryIndex, Library, LocaleIndex};

/// What the page of an entry is about: an occupation, or a term.
pub(super) fn subject(library: &Library, entry: EntryIndex, locale: LocaleIndex, page: &PageView) -> Option<Value> {
    match (library.kind(entry), library[library[entry].collection].structured_data) {
        (Kind::Role, _) => Some(occupation(library, entry, locale, page)),
        (Kind::Article, StructuredData::DefinedTerm) => Some(term(library, entry, locale, page)),
        _ => None,
    }
}

fn term(library: &Library, entry: EntryIndex, locale: LocaleIndex, page: &PageView) -> Value {
    let collection = library[entry].collection;
    let listing = library.absolute_url(library.listing(collection, locale).as_str());
    let mut term = json!({
        "@type": "DefinedTerm",
        "@id": format!("{}#term", page.url),
        "name": page.title,
        "description": page.summary,
        "inDefinedTermSet": {
            "@type": "DefinedTermSet",
            "@id": format!("{listing}#terms"),
            "name": library.names(collection, locale).title,
            "url": listing,
        },
    });
    add_titles(&mut term, library, entry, locale);
    term
}

/// Other titles of the same thing.
fn add_titles(thing: &mut Value, library: &Library, entry: EntryIndex, locale: LocaleIndex) {
    let text = library.page(entry, locale).map(|page| &page.text);
    if let Some(text) = text.filter(|text| !text.alternative_titles.is_empty()) {
        thing["alternateName"] = json!(text.alternative_titles);
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
    add_titles(&mut occupation, library, role, locale);
    let skills = facts.skills.iter().filter_map(|skill| library.skill(&skill.value));
    let skills: Vec<_> = skills.map(|skill| library.skill_name(skill, locale)).collect();
    if !skills.is_empty() {
        occupation["skills"] = json!(skills);
    }
    let codes: Vec<_> = [("ISCO-08", &facts.isco), ("O*NET-SOC", &facts.onet)].into_iter().filter_map(code).collect();
    if !codes.is_empty() {
        occupation["occupationalCategory"] = json!(codes);
    }
    if let Some(Body::Sections(sections)) = library.page(role, locale).map(|page| &page.text.body) {
        for (key, section) in [("responsibilities", "responsibilities"), ("qualifications", "requirements")] {
            if let Some(section) = sections.iter().find(|found| found.key.value.as_str() == section) {
                occupation[key] =
                    json!(html::lines(&prose::html(library, &section.prose, locale, MessageMarks::None)).join("\n"));
            }
        }
    }
    if let Some(esco) = &facts.esco {
        occupation["sameAs"] = json!(esco);
    }
    occupation
}

/// A code of a classification.
fn code((set, value): (&str, &Option<String>)) -> Option<Value> {
    let set = json!({ "@type": "CategoryCodeSet", "name": set });
    value.as_ref().map(|value| json!({ "@type": "CategoryCode", "inCodeSet": set, "codeValue": value }))
}

/// The questions of an article, each with its answer: headings of level 3, and what stands below them. `None` for articles
/// of other collections and those that ask nothing.
pub(super) fn questions(library: &Library, entry: EntryIndex, locale: LocaleIndex) -> Option<Vec<Value>> {
    if library[library[entry].collection].structured_data != StructuredData::Questions {
        return None;
    }
    let Body::Free(text) = &library.page(entry, locale)?.text.body else { return None };
    let question = |(name, answer): (String, Vec<String>)| {
        let answer = json!({ "@type": "Answer", "text": answer.join("\n") });
        json!({ "@type": "Question", "name": name, "acceptedAnswer": answer })
    };
    let questions: Vec<_> =
        html::questions(&prose::html(library, text, locale, MessageMarks::None)).into_iter().map(question).collect();
    (!questions.is_empty()).then_some(questions)
}
