//! Facets: what readers narrow the list of a collection by, and the pages that list the entries of each.
//!
//! A facet is a value of a field of kind `choice` that is declared with `filter = true`.

use super::collections::Collection;
use super::entries::Entry;
use super::index::{CollectionIndex, EntryIndex, LocaleIndex};
use super::slugs::{self, PlacedSlug, SlugReader};
use crate::diagnostic::Diagnostic;
use crate::parse::fields::{Choice, Field, FieldValue};
use crate::parse::program_messages::{CHOICE_SLUG, FIELD_SLUG};
use crate::permalink::Permalink;
use crate::place::{Located, Place};

/// The fewest entries of a facet's page that search engines are to know of.
const FEWEST_INDEXED: usize = 3;

/// A choice by which readers narrow the list of a collection.
pub struct Facet {
    /// The collection.
    pub collection: CollectionIndex,
    /// The number of its field.
    pub(super) field: usize,
    /// The number of the choice.
    pub(super) choice: usize,
    /// Its pages, by locale; `None` where no entry has it.
    pub(super) pages: Vec<Option<FacetPage>>,
}

/// The page of a facet in a locale.
pub struct FacetPage {
    /// Its address.
    pub permalink: Permalink,
    /// Where the last part of its address is decided.
    pub place: Option<Place>,
    /// The entries that it lists, in the order of their ids.
    pub entries: Vec<EntryIndex>,
}

impl FacetPage {
    /// Whether search engines are to know of it: few entries are found better elsewhere.
    #[must_use]
    pub fn is_indexed(&self) -> bool {
        self.entries.len() >= FEWEST_INDEXED
    }
}

/// What an entry says in its fields in a locale, in the order of their declarations. What a text says goes before what is the same in
/// all languages.
pub(super) fn values<'e>(
    entry: &'e Entry,
    fields: &'e [Field],
    locale: LocaleIndex,
) -> impl Iterator<Item = (usize, &'e Located<FieldValue>)> {
    let of_text = entry.pages[locale.0].as_ref().map_or(&[][..], |page| &page.text.fields);
    let value = move |number: usize| {
        let find = |values: &'e [(usize, _)]| values.iter().find(|(of, _)| *of == number).map(|(_, value)| value);
        find(of_text).or_else(|| find(&entry.facts.fields)).map(|value| (number, value))
    };
    (0..fields.len()).filter_map(value)
}

/// The facets of all collections, in the order of their declarations.
pub(super) fn resolve(
    collections: &[Collection],
    entries: &[Entry],
    slugs: &SlugReader,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Facet> {
    let mut facets = Vec::new();
    // No list shows plain pages, so there is none to be narrowed.
    for (number, collection) in collections.iter().enumerate().filter(|(_, of)| of.kind.has_listing()) {
        let index = CollectionIndex(number);
        for (field, declared) in collection.fields.iter().enumerate().filter(|(_, field)| field.filter) {
            let first = facets.len();
            let of_choice = |(choice, _)| Facet { collection: index, field, choice, pages: Vec::new() };
            facets.extend(declared.choices.iter().enumerate().map(of_choice));
            for locale in (0..slugs.locales.len()).map(LocaleIndex) {
                let chosen = chosen(entries, (index, collection), field, locale);
                let list =
                    Permalink::of_locale(&slugs.locales[locale.0].code).below(&collection.names[locale.0].slug.slug);
                let list = list.below(&slug_of_field(slugs, declared, locale, diagnostics).slug);
                for ((facet, entries), choice) in facets[first..].iter_mut().zip(chosen).zip(&declared.choices) {
                    let page = (!entries.is_empty()).then(|| {
                        let slug = slug_of_choice(slugs, choice, locale, diagnostics);
                        FacetPage { permalink: list.below(&slug.slug), place: slug.place, entries }
                    });
                    facet.pages.push(page);
                }
            }
        }
    }
    facets
}

/// The entries that have each choice of a field in a locale.
fn chosen(
    entries: &[Entry],
    (index, collection): (CollectionIndex, &Collection),
    field: usize,
    locale: LocaleIndex,
) -> Vec<Vec<EntryIndex>> {
    let mut chosen = vec![Vec::new(); collection.fields[field].choices.len()];
    let shown = entries.iter().enumerate();
    for (number, entry) in shown.filter(|(_, entry)| entry.collection == index && entry.pages[locale.0].is_some()) {
        let value = values(entry, &collection.fields, locale).find(|(of, _)| *of == field);
        if let Some((_, Located { value: FieldValue::Choices(choices), .. })) = value {
            for choice in choices {
                chosen[*choice].push(EntryIndex(number));
            }
        }
    }
    chosen
}

fn slug_of_field(
    slugs: &SlugReader,
    field: &Field,
    locale: LocaleIndex,
    diagnostics: &mut Vec<Diagnostic>,
) -> PlacedSlug {
    let own = PlacedSlug { slug: slugs::of_id(field.id.value.as_str()), place: Some(field.id.place.clone()) };
    slugs.of_message((&FIELD_SLUG.id(&field.id.value)).into(), locale, own, diagnostics)
}

fn slug_of_choice(
    slugs: &SlugReader,
    choice: &Choice,
    locale: LocaleIndex,
    diagnostics: &mut Vec<Diagnostic>,
) -> PlacedSlug {
    let own = PlacedSlug { slug: slugs::of_id(choice.id.value.as_str()), place: Some(choice.id.place.clone()) };
    slugs.of_message((&CHOICE_SLUG.id(&choice.message)).into(), locale, own, diagnostics)
}
