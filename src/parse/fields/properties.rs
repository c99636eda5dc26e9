//! Properties of schema.org that a field may be. Source: <https://schema.org/Occupation>, <https://schema.org/Article>,
//! <https://schema.org/JobPosting>.

use super::kind::FieldKind;
use crate::diagnostic::{Code, Diagnostic, quoted};
use crate::id::closest;
use crate::parse::document::Document;
use crate::parse::kind::Kind;
use crate::place::Located;

/// A property of schema.org.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Property {
    /// Its name.
    pub name: &'static str,
    /// The kinds of fields whose values it takes.
    kinds: &'static [FieldKind],
    /// The kinds of entries of whose type it is. There are none for properties of job postings: a description of a job is none.
    of: &'static [Kind],
    /// What its values are published as.
    pub published: Published,
}

/// What the values of a property are published as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Published {
    /// As they are: text, numbers, dates, addresses.
    Plain,
    /// As the name of a thing of this type.
    Named(&'static str),
    /// As a `MonetaryAmount`.
    Money,
}

use FieldKind::{Choice, Date, Email, Link, Money, Number, Text};

const WORDS: &[FieldKind] = &[Text, Choice];
const ROLES: &[Kind] = &[Kind::Role];
const ARTICLES: &[Kind] = &[Kind::Article];
const BOTH: &[Kind] = &[Kind::Role, Kind::Article];

/// Those that fields may be, in the order of their names.
static PROPERTIES: &[Property] = &[
    property("additionalType", &[Link, Text], BOTH, Published::Plain),
    property("applicantLocationRequirements", WORDS, &[], Published::Plain),
    property("applicationContact", &[Text, Email], &[], Published::Plain),
    property("audience", WORDS, ARTICLES, Published::Named("Audience")),
    property("author", WORDS, ARTICLES, Published::Named("Person")),
    property("baseSalary", &[Money, Number], &[], Published::Plain),
    property("contentLocation", WORDS, ARTICLES, Published::Named("Place")),
    property("contributor", WORDS, ARTICLES, Published::Named("Person")),
    property("dateCreated", &[Date], ARTICLES, Published::Plain),
    property("datePosted", &[Date], &[], Published::Plain),
    property("datePublished", &[Date], ARTICLES, Published::Plain),
    property("educationRequirements", WORDS, ROLES, Published::Plain),
    property("educationalLevel", WORDS, ARTICLES, Published::Plain),
    property("employerOverview", WORDS, &[], Published::Plain),
    property("employmentType", WORDS, &[], Published::Plain),
    property("employmentUnit", WORDS, &[], Published::Plain),
    property("estimatedSalary", &[Money], ROLES, Published::Money),
    property("experienceRequirements", &[Text, Choice], ROLES, Published::Plain),
    property("expires", &[Date], ARTICLES, Published::Plain),
    property("genre", WORDS, ARTICLES, Published::Plain),
    property("hiringOrganization", WORDS, &[], Published::Plain),
    property("identifier", &[Text, Number, Link], BOTH, Published::Plain),
    property("incentiveCompensation", WORDS, &[], Published::Plain),
    property("industry", WORDS, &[], Published::Plain),
    property("isBasedOn", &[Link], ARTICLES, Published::Plain),
    property("jobBenefits", WORDS, &[], Published::Plain),
    property("jobLocation", WORDS, &[], Published::Plain),
    property("jobLocationType", WORDS, &[], Published::Plain),
    property("jobStartDate", &[Date, Text], &[], Published::Plain),
    property("keywords", WORDS, ARTICLES, Published::Plain),
    property("learningResourceType", WORDS, ARTICLES, Published::Plain),
    property("license", &[Link], ARTICLES, Published::Plain),
    property("occupationLocation", WORDS, ROLES, Published::Named("AdministrativeArea")),
    property("physicalRequirement", WORDS, &[], Published::Plain),
    property("salaryCurrency", WORDS, &[], Published::Plain),
    property("securityClearanceRequirement", WORDS, &[], Published::Plain),
    property("sensoryRequirement", WORDS, &[], Published::Plain),
    property("specialCommitments", WORDS, &[], Published::Plain),
    property("totalJobOpenings", &[Number], &[], Published::Plain),
    property("validThrough", &[Date], &[], Published::Plain),
    property("workHours", &[Text, Choice, Number], &[], Published::Plain),
];

const fn property(
    name: &'static str,
    kinds: &'static [FieldKind],
    of: &'static [Kind],
    published: Published,
) -> Property {
    Property { name, kinds, of, published }
}

/// The property of a name, if pages of entries of this kind have it and it takes such values. What is wrong is reported.
pub(super) fn find(
    document: &Document,
    name: &Located<String>,
    kind: FieldKind,
    of: Option<Kind>,
) -> Option<&'static Property> {
    let found = PROPERTIES.binary_search_by(|property| property.name.cmp(&name.value)).ok().map(|at| &PROPERTIES[at]);
    let mistake = match (found, of) {
        (None, _) => unknown(&name.value, of),
        (Some(property), _) if !property.kinds.contains(&kind) => wrong_kind(property),
        (Some(property), Some(of)) if !property.of.contains(&of) => of_others(property, of),
        (Some(property), _) => return Some(property),
    };
    document.report_at(mistake, &name.place);
    None
}

fn unknown(name: &str, of: Option<Kind>) -> Diagnostic {
    let message = format!("`{name}` is no property of schema.org that a field can be");
    let known = || PROPERTIES.iter().filter(|property| of.is_none_or(|of| property.of.contains(&of)));
    let close = closest(name, PROPERTIES.iter().map(|property| property.name));
    let help = format!("remove it, or write one of {}", quoted(&known().map(|known| known.name).collect::<Vec<_>>()));
    Diagnostic::warning(Code::InvalidValue, message).did_you_mean(close, help)
}

fn wrong_kind(property: &Property) -> Diagnostic {
    let kinds: Vec<_> = property.kinds.iter().map(|kind| kind.as_str()).collect();
    let message = format!("the property `{}` takes no values of this kind", property.name);
    Diagnostic::warning(Code::InvalidValue, message).help(format!("the field must be of kind {}", quoted(&kinds)))
}

fn of_others(property: &Property, of: Kind) -> Diagnostic {
    let message = format!("the page of a {} has no property `{}` for search engines", of.as_str(), property.name);
    let owners: Vec<_> = property.of.iter().map(|kind| kind.as_str()).collect();
    Diagnostic::hint(Code::InvalidValue, message).help(match owners.first() {
        None => "readers see the field; search engines read it of job postings only".to_owned(),
        Some(_) => format!("readers see the field; it is a property of pages of kind {}", quoted(&owners)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_in_order() {
        assert!(PROPERTIES.is_sorted_by(|a, b| a.name < b.name));
    }
}
