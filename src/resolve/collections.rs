//! What collections are called in each locale, and the URL segments that follow from it.

use std::sync::Arc;

use super::index::LocaleIndex;
use super::slugs::{self, PlacedSlug, SlugReader};
use crate::diagnostic::{Code, Diagnostic};
use crate::id::{CollectionId, SectionKey, is_kebab_case};
use crate::locale::LocaleCode;
use crate::parse::config::{CollectionConfig, Config, Kind, StructuredData};
use crate::parse::fields::Field;
use crate::parse::program_messages::{
    COLLECTION, COLLECTION_DESCRIPTION, COLLECTION_SINGULAR, COLLECTION_SLUG, Family,
};
use crate::permalink::Permalink;
use crate::place::{Located, Place};

/// A collection of the site.
pub struct Collection {
    /// Its folder under `content/`.
    pub id: CollectionId,
    /// What its entries are.
    pub kind: Kind,
    /// What search engines are told that they are.
    pub structured_data: StructuredData,
    /// The sections that its roles must have.
    pub required_sections: Vec<Located<SectionKey>>,
    /// The facts that its entries have.
    pub fields: Arc<[Field]>,
    /// What it is called, by locale.
    pub names: Vec<CollectionNames>,
}

/// What a collection is called in one locale.
pub struct CollectionNames {
    /// The collection's title.
    pub title: String,
    /// What one of its entries is called.
    pub singular: String,
    /// One line about it, if there is one.
    pub description: Option<String>,
    /// Its part of addresses.
    pub slug: PlacedSlug,
}

impl Collection {
    /// The address below which the pages of its entries are: its listing, or the home page if it has none.
    pub(super) fn above(&self, locale: LocaleIndex, code: &LocaleCode) -> Permalink {
        let home = Permalink::of_locale(code);
        if self.kind.has_listing() { home.below(&self.names[locale.0].slug.slug) } else { home }
    }
}

/// Names the collections of the configuration.
pub(super) fn resolve(site: &Config, slugs: &SlugReader, diagnostics: &mut Vec<Diagnostic>) -> Vec<Collection> {
    let mut collections: Vec<Collection> = Vec::new();
    for config in &site.collections {
        let id = &config.id.value;
        if collections.iter().any(|collection| collection.id == *id) {
            let message = format!("the collection `{id}` is listed twice");
            let diagnostic = Diagnostic::error(Code::InvalidValue, message).at(config.id.place.clone());
            diagnostics.push(diagnostic.help("remove one of the two tables `[[collections]]`"));
            continue;
        }
        let locales = (0..slugs.locales.len()).map(LocaleIndex);
        let is_named = |locale| slugs.messages.contains(locale, &COLLECTION.id(id));
        // No page shows what a collection of plain pages is called.
        if config.kind.has_listing() && is_kebab_case(id.as_str()) && !locales.clone().all(is_named) {
            let default = slugs.locales.iter().position(|locale| locale.code == site.default_locale.value);
            diagnostics.push(unnamed_collection(id, LocaleIndex(default.unwrap_or_default()), slugs, &config.id.place));
        }
        collections.push(Collection {
            id: id.clone(),
            kind: config.kind,
            structured_data: config.structured_data,
            required_sections: config.required_sections.clone(),
            fields: Arc::clone(&config.fields),
            names: locales.map(|locale| names(config, slugs, locale, diagnostics)).collect(),
        });
    }
    collections
}

/// The names of a collection in a locale.
fn names(
    config: &CollectionConfig,
    slugs: &SlugReader,
    locale: LocaleIndex,
    diagnostics: &mut Vec<Diagnostic>,
) -> CollectionNames {
    let id = &config.id.value;
    let text = |of: &Family| slugs.messages.name(locale, of, id.as_str());
    let own = PlacedSlug { slug: slugs::of_id(id.as_str()), place: Some(config.id.place.clone()) };
    CollectionNames {
        title: text(&COLLECTION),
        singular: text(&COLLECTION_SINGULAR),
        description: Some(text(&COLLECTION_DESCRIPTION)).filter(|description| !description.is_empty()),
        slug: slugs.of_message((&COLLECTION_SLUG.id(id)).into(), locale, own, diagnostics),
    }
}

fn unnamed_collection(id: &CollectionId, locale: LocaleIndex, slugs: &SlugReader, place: &Place) -> Diagnostic {
    let write = slugs.messages.to_write(locale, &COLLECTION.id(id), None);
    let help = format!("{write}, with the attributes `.slug` and `.singular`; until then the id is shown");
    Diagnostic::warning(Code::MissingMessage, format!("no message names the collection `{id}`"))
        .at(place.clone())
        .help(help)
}
