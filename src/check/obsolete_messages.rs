//! `unused-message`, in translations: what the default locale no longer has, unless the language itself uses it.

use super::own_definitions;
use super::used::Used;
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::message_id::MessageId;
use crate::parse::messages::Definition;
use crate::place::Located;
use crate::resolve::library::{Library, LocaleIndex};

/// What a locale defines and nothing uses.
pub(super) fn of(library: &Library, locale: LocaleIndex, used: &Used) -> Vec<Diagnostic> {
    own_definitions(library, locale).flat_map(|own| obsolete(library, locale, own, used)).collect()
}

fn obsolete(library: &Library, locale: LocaleIndex, own: &Definition, used: &Used) -> Vec<Diagnostic> {
    let default = &library[library.default_locale].code;
    let report = |id: &Located<MessageId>, what: &str, help: &str| {
        Diagnostic::warning(Code::UnusedMessage, format!("`{default}` has no {what} `{}`", id.value))
            .at(id.place.clone())
            .in_locale(&library[locale].code)
            .help(help)
    };
    let Some(original) = library.messages.definition(library.default_locale, &own.id.value) else {
        let what = if own.is_term() { "term" } else { "message" };
        let diagnostic = report(&own.id, what, "remove it: nothing shows it any more");
        return Some(diagnostic).filter(|_| !used.has_part_of(locale, own)).into_iter().collect();
    };
    let mut found = Vec::new();
    if own.value.is_some() && original.value.is_none() && !used.has(locale, &own.id.value) {
        found.push(report(&own.id, "value for", "remove the value and keep the attributes"));
    }
    // The attributes of a term are facts of its language, such as its gender.
    let attributes = own.attributes.iter().map(|attribute| &attribute.id).filter(|_| !own.is_term());
    let surplus = attributes
        .filter(|id| original.pattern((&id.value).into()).is_none() && !used.has(locale, &id.value))
        .map(|id| report(id, "attribute", "remove it: nothing shows it any more"));
    found.extend(surplus);
    found
}
