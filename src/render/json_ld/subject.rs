//! What the page of an entry is about: an occupation, a term, questions.

use serde::Serialize;

use super::properties::{self, Described};
use crate::id::PlaceholderId;
use crate::parse::config::{Kind, StructuredData};
use crate::parse::text::Body;
use crate::render::MessageMarks;
use crate::render::view::PageView;
use crate::render::{lines, prose};
use crate::resolve::library::{Destination, EntryIndex, Library, LocaleIndex};

/// What the page of an entry is about.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Subject<'p> {
    Occupation(Box<Described<Occupation<'p>>>),
    Term(Term<'p>),
}

impl Subject<'_> {
    pub(super) fn id(&self) -> String {
        match self {
            Subject::Occupation(occupation) => occupation.of().id.clone(),
            Subject::Term(term) => term.id.clone(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Occupation<'p> {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    alternate_name: &'p [String],
    description: &'p str,
    name: &'p str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    occupational_category: Vec<Category<'p>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    qualifications: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    responsibilities: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    same_as: Option<&'p str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    skills: Vec<&'p str>,
}

/// A code of a classification.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Category<'p> {
    #[serde(rename = "@type")]
    kind: &'static str,
    code_value: &'p str,
    in_code_set: Set<'p>,
}

/// A classification, or a glossary.
#[derive(Serialize)]
struct Set<'p> {
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Term<'p> {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    alternate_name: &'p [String],
    description: &'p str,
    in_defined_term_set: Set<'p>,
    name: &'p str,
}

/// A question with its answer.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Question {
    #[serde(rename = "@type")]
    kind: &'static str,
    accepted_answer: Answer,
    name: String,
}

#[derive(Serialize)]
struct Answer {
    #[serde(rename = "@type")]
    kind: &'static str,
    text: String,
}

/// What the page of an entry is about: an occupation, or a term.
pub(super) fn subject<'p>(
    library: &'p Library,
    (entry, body): (EntryIndex, &Body<Destination>),
    locale: LocaleIndex,
    page: &'p PageView,
) -> Option<Subject<'p>> {
    match (library.kind(entry), library[library[entry].collection].structured_data) {
        (Kind::Role, _) => {
            let occupation = occupation(library, (entry, body), locale, page);
            let properties = properties::of(library, entry, locale);
            Some(Subject::Occupation(Box::new(Described::new(occupation, properties))))
        }
        (Kind::Article, StructuredData::DefinedTerm) => Some(Subject::Term(term(library, entry, locale, page))),
        _ => None,
    }
}

fn term<'p>(library: &'p Library, entry: EntryIndex, locale: LocaleIndex, page: &'p PageView) -> Term<'p> {
    let collection = library[entry].collection;
    let listing = library.absolute_url(library.listing(collection, locale).as_str());
    Term {
        id: format!("{}#term", page.url),
        kind: "DefinedTerm",
        alternate_name: other_titles(library, entry, locale),
        description: &page.summary,
        in_defined_term_set: Set {
            id: Some(format!("{listing}#terms")),
            kind: "DefinedTermSet",
            name: &library.names(collection, locale).title,
            url: Some(listing),
        },
        name: &page.title,
    }
}

/// Other titles of the same thing.
fn other_titles(library: &Library, entry: EntryIndex, locale: LocaleIndex) -> &[String] {
    library.page(entry, locale).map_or(&[], |page| &page.text.alternative_titles)
}

fn occupation<'p>(
    library: &'p Library,
    (role, body): (EntryIndex, &Body<Destination>),
    locale: LocaleIndex,
    page: &'p PageView,
) -> Occupation<'p> {
    let facts = &library[role].facts;
    let codes = [("ISCO-08", &facts.isco), ("O*NET-SOC", &facts.onet)];
    let code = |(name, code): (&'static str, &'p Option<String>)| {
        let in_code_set = Set { id: None, kind: "CategoryCodeSet", name, url: None };
        Some(Category { kind: "CategoryCode", code_value: code.as_deref()?, in_code_set })
    };
    let section = |key: &str| {
        let section = body.sections().iter().find(|section| section.key().is_some_and(|of| of.as_str() == key))?;
        Some(lines::lines(&section.prose, &|id| prose::placeholder(library, id, locale, MessageMarks::None)))
    };
    Occupation {
        id: format!("{}#occupation", page.url),
        kind: "Occupation",
        alternate_name: other_titles(library, role, locale),
        description: &page.summary,
        name: &page.title,
        occupational_category: codes.into_iter().filter_map(code).collect(),
        qualifications: section("requirements"),
        responsibilities: section("responsibilities"),
        same_as: facts.esco.as_deref(),
        skills: library[role].skills.iter().map(|skill| library.skill_name(*skill, locale)).collect(),
    }
}

/// The questions of an article, each with its answer: headings of level 3, and what stands below them. `None` for articles
/// of other collections and those that ask nothing.
pub(super) fn questions(
    library: &Library,
    (entry, body): (EntryIndex, &Body<Destination>),
    locale: LocaleIndex,
) -> Option<Vec<Question>> {
    if library[library[entry].collection].structured_data != StructuredData::Questions {
        return None;
    }
    let Body::Free(text) = body else { return None };
    let question = |(name, text): (String, String)| Question {
        kind: "Question",
        accepted_answer: Answer { kind: "Answer", text },
        name,
    };
    let placeholder = |id: &PlaceholderId| prose::placeholder(library, id, locale, MessageMarks::None);
    let questions: Vec<_> = lines::questions(text, &placeholder).into_iter().map(question).collect();
    (!questions.is_empty()).then_some(questions)
}
