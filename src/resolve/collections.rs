//! What collections are called in each locale, and the URL segments that follow from it.

use super::index::LocaleIndex;
use super::locales::Locale;
use super::slugs::{self, PlacedSlug, SlugReader};
use crate::diagnostic::{Code, Diagnostic};
use crate::id::CollectionId;
use crate::parse::config::{CollectionConfig, Config, Kind, StructuredData};
use crate::place::Place;

/// A collection of the site.
pub struct Collection {
    /// Its folder under `content/`.
    pub id: CollectionId,
    /// What its entries are.
    pub kind: Kind,
    /// What search engines are told that they are.
    pub structured_data: StructuredData,
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

/// Names the collections of the configuration.
pub(super) fn resolve(
    site: &Config,
    locales: &[Locale],
    slugs: &SlugReader,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Collection> {
    let mut collections: Vec<Collection> = Vec::new();
    for config in &site.collections {
        let id = &config.id.value;
        if collections.iter().any(|collection| collection.id == *id) {
            let message = format!("the collection `{id}` is listed twice");
            let diagnostic = Diagnostic::error(Code::InvalidValue, message).at(config.id.place.clone());
            diagnostics.push(diagnostic.help("remove one of the two tables `[[collections]]`"));
            continue;
        }
        let mut unnamed = false;
        let names = (0..locales.len())
            .map(|index| {
                let (words, named) = names(config, LocaleIndex(index), slugs, diagnostics);
                unnamed |= !named;
                words
            })
            .collect();
        if unnamed {
            diagnostics.push(unnamed_collection(id, &config.id.place));
        }
        collections.push(Collection {
            id: id.clone(),
            kind: config.kind,
            structured_data: config.structured_data,
            names,
        });
    }
    collections
}

/// The names of a collection in a locale, and whether there is a message that says them.
fn names(
    config: &CollectionConfig,
    locale: LocaleIndex,
    slugs: &SlugReader,
    diagnostics: &mut Vec<Diagnostic>,
) -> (CollectionNames, bool) {
    let id = &config.id.value;
    let message = format!("collection-{id}");
    let text = |id: String| slugs.messages.text(locale, &id);
    let title = text(message.clone());
    let named = title.is_some();
    let title = title.unwrap_or_else(|| id.to_string());
    let singular = text(format!("{message}.singular")).unwrap_or_else(|| title.clone());
    let own = PlacedSlug { slug: slugs::of_id(id.as_str()), place: Some(config.id.place.clone()) };
    let slug = slugs.of_message(&message, locale, own, diagnostics);
    (CollectionNames { title, singular, description: text(format!("{message}.description")), slug }, named)
}

fn unnamed_collection(id: &CollectionId, place: &Place) -> Diagnostic {
    Diagnostic::warning(Code::MissingMessage, format!("no message names the collection `{id}`")).at(place.clone()).help(
        format!("define `collection-{id}` with the attributes `.slug` and `.singular`; until then the id is shown"),
    )
}
