//! `unknown-reference`, within messages: a message, term or attribute that another refers to must exist.

use crate::diagnostic::{Code, Diagnostic};
use crate::id::closest;
use crate::parse::messages::Definition;
use crate::place::Located;
use crate::resolve::library::{Library, LocaleIndex};
use crate::site::Site;

pub(super) fn check(Site { library, .. }: &Site) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for locale in super::locales(library) {
        let patterns = library.messages.definitions(locale).flat_map(Definition::patterns);
        let references = patterns.flat_map(|(_, pattern)| &pattern.references);
        diagnostics.extend(
            references
                .filter(|reference| !exists(library, locale, &reference.value))
                .map(|reference| unknown(library, locale, reference).in_locale(&library[locale].code)),
        );
    }
    diagnostics
}

/// References are looked up in the locale itself: Fluent does not follow them into fallbacks.
fn exists(library: &Library, locale: LocaleIndex, reference: &str) -> bool {
    let (id, attribute) = reference.split_once('.').map_or((reference, None), |(id, name)| (id, Some(name)));
    library.messages.definition(locale, id).is_some_and(|definition| match attribute {
        Some(name) => definition.attribute(name).is_some(),
        None => definition.value.is_some(),
    })
}

fn unknown(library: &Library, locale: LocaleIndex, reference: &Located<String>) -> Diagnostic {
    let (id, attribute) =
        reference.value.split_once('.').map_or((&*reference.value, None), |(id, name)| (id, Some(name)));
    let report = |message| Diagnostic::error(Code::UnknownReference, message).at(reference.place.clone());
    match (library.messages.definition(locale, id), attribute) {
        (Some(definition), Some(name)) => {
            let known = definition.attributes.iter().map(|attribute| attribute.name.value.as_str());
            let help = format!("add `.{name}` to `{id}`");
            report(format!("`{id}` has no attribute `{name}`")).did_you_mean(closest(name, known), help)
        }
        (Some(_), None) => {
            report(format!("`{id}` has attributes only")).help("give it a value, or refer to one of its attributes")
        }
        (None, _) => {
            let known = library.messages.definitions(locale).map(|definition| definition.id.value.as_str());
            let help = format!("define it in `locales/{}/`", library[locale].code);
            report(format!("`{}` is not defined", reference.value)).did_you_mean(closest(&reference.value, known), help)
        }
    }
}
