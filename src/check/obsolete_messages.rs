//! `unused-message`, in translations: what the default locale no longer has.

use std::collections::BTreeSet;

use super::own_definitions;
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::messages::Definition;
use crate::place::Located;
use crate::resolve::library::{Library, LocaleIndex};
use crate::site::Site;

pub(super) fn check(Site { library, .. }: &Site) -> Vec<Diagnostic> {
    super::translated_locales(library)
        .flat_map(|locale| own_definitions(library, locale).flat_map(move |own| obsolete(library, locale, own)))
        .collect()
}

/// A term of its own is the language's business as long as a message uses it.
fn obsolete(library: &Library, locale: LocaleIndex, own: &Definition) -> Vec<Diagnostic> {
    let default = &library[library.default_locale].code;
    let report = |id: &Located<String>, what: &str, name: &str, help: &str| {
        Diagnostic::warning(Code::UnusedMessage, format!("`{default}` has no {what} `{name}`"))
            .at(id.place.clone())
            .in_locale(&library[locale].code)
            .help(help)
    };
    let id = &own.id.value;
    let Some(original) = library.messages.definition(library.default_locale, id) else {
        if own.is_term() && is_used(library, locale, id) {
            return Vec::new();
        }
        let what = if own.is_term() { "term" } else { "message" };
        return vec![report(&own.id, what, id, "remove it: nothing shows it any more")];
    };
    let mut found = Vec::new();
    if own.value.is_some() && original.value.is_none() {
        found.push(report(&own.id, "value for", id, "remove the value and keep the attributes"));
    }
    // The attributes of a term are facts of its language, such as its gender.
    if !own.is_term() {
        let surplus = own.attributes.iter().filter(|attribute| original.attribute(&attribute.name.value).is_none());
        found.extend(surplus.map(|attribute| {
            let name = format!("{id}.{}", attribute.name.value);
            report(&attribute.name, "attribute", &name, "remove it: nothing shows it any more")
        }));
    }
    found
}

/// Whether a message of the locale refers to a term, be it through other terms.
fn is_used(library: &Library, locale: LocaleIndex, term: &str) -> bool {
    let mut reached: BTreeSet<&str> = BTreeSet::new();
    let mut next: Vec<&Definition> =
        library.messages.definitions(locale).filter(|definition| !definition.is_term()).collect();
    while let Some(definition) = next.pop() {
        for reference in definition.patterns().flat_map(|(_, pattern)| &pattern.references) {
            let name = reference.value.split('.').next().unwrap_or_default();
            if name.starts_with('-') && reached.insert(name) {
                next.extend(library.messages.definition(locale, name));
            }
        }
    }
    reached.contains(term)
}
