//! `unused-message`: what nobody asks for, and what translations have beyond their originals.

use super::used::Used;
use super::{obsolete_messages, of_theme, own_definitions, translates_theme};
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::messages::Definition;
use crate::site::Site;

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let library = &site.library;
    if library.share.is_some() {
        // A shard does not read all that may ask for messages.
        return Vec::new();
    }
    let used = Used::of(site);
    let default = library.default_locale;
    // The theme asks for words that are translations of its own where a site needs them.
    let translates_theme = translates_theme(library);
    let is_of_theme = |definition: &&Definition| translates_theme && of_theme(library, &definition.id.value).is_some();
    let own = own_definitions(library, default).filter(|definition| !is_of_theme(definition));
    let unused = own.flat_map(|definition| {
        let attributes = definition.attributes.iter().map(|attribute| &attribute.id);
        if used.has_part_of(default, definition) {
            // The attributes of a term are facts of its language, such as its gender.
            attributes.filter(|id| !definition.is_term() && !used.has(default, &id.value)).collect()
        } else {
            vec![&definition.id]
        }
    });
    let help = "remove it in all languages, or declare in a template what asks for it: `{# rolebook-uses: … #}`";
    let unused = unused.map(|id| {
        Diagnostic::warning(Code::UnusedMessage, format!("nothing uses `{}`", id.value))
            .at(id.place.clone())
            .in_locale(&library[default].code)
            .help(help)
    });
    let others = super::languages(library).filter(|language| *language != default.into());
    let obsolete = others.flat_map(|language| obsolete_messages::of(library, language, &used));
    unused.chain(obsolete).collect()
}
