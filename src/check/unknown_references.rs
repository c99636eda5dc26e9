//! `unknown-reference`, within messages: a message, term or attribute that another refers to must exist.

use crate::diagnostic::{Code, Diagnostic};
use crate::id::closest;
use crate::parse::message_id::MessageId;
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
fn exists(library: &Library, locale: LocaleIndex, reference: &MessageId) -> bool {
    library.messages.pattern(locale, reference).is_some()
}

fn unknown(library: &Library, locale: LocaleIndex, reference: &Located<MessageId>) -> Diagnostic {
    let id = &reference.value;
    let report = |message| Diagnostic::error(Code::UnknownReference, message).at(reference.place.clone());
    match (library.messages.definition(locale, id), id.attribute()) {
        (Some(definition), Some(name)) => {
            let known = definition.attributes.iter().filter_map(|attribute| attribute.id.value.attribute());
            let whole = &definition.id.value;
            let help = format!("add `.{name}` to `{whole}`");
            report(format!("`{whole}` has no attribute `{name}`")).did_you_mean(closest(name, known), help)
        }
        (Some(_), None) => {
            report(format!("`{id}` has attributes only")).help("give it a value, or refer to one of its attributes")
        }
        (None, _) => {
            let known: Vec<_> =
                library.messages.definitions(locale).map(|definition| definition.id.value.to_string()).collect();
            let written = id.to_string();
            let help = match (id.is_term(), id.attribute()) {
                (false, None) => format!(
                    "define it in `locales/{}/`; if it is a variable, write `{{ ${id} }}`",
                    library[locale].code
                ),
                _ => format!("define it in `locales/{}/`", library[locale].code),
            };
            report(format!("`{id}` is not defined"))
                .did_you_mean(closest(&written, known.iter().map(String::as_str)), help)
        }
    }
}
