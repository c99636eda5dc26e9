//! `unused-message`, in translations: what the default locale no longer has, unless the language itself uses it.

use super::own_definitions;
use super::used::Used;
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::message_id::MessageId;
use crate::parse::messages::Definition;
use crate::place::Located;
use crate::resolve::library::{LanguageIndex, Library};

/// What a language defines and nothing uses.
pub(super) fn of(library: &Library, language: LanguageIndex, used: &Used) -> Vec<Diagnostic> {
    own_definitions(library, language).flat_map(|own| obsolete(library, language, own, used)).collect()
}

fn obsolete(library: &Library, language: LanguageIndex, own: &Definition, used: &Used) -> Vec<Diagnostic> {
    let default = &library[library.default_locale].code;
    let report = |id: &Located<MessageId>, what: &str, help: &str| {
        Diagnostic::warning(Code::UnusedMessage, format!("`{default}` has no {what} `{}`", id.value))
            .at(id.place.clone())
            .in_locale(&library.messages[language].code)
            .help(help)
    };
    let Some(original) = library.messages.original(&own.id.value) else {
        let what = if own.is_term() { "term" } else { "message" };
        let diagnostic = report(&own.id, what, "remove it: nothing shows it any more");
        return Some(diagnostic).filter(|_| !used.has_part_of(language, own)).into_iter().collect();
    };
    let mut found = Vec::new();
    if own.value.is_some() && original.value.is_none() && !used.has(language, &own.id.value) {
        found.push(report(&own.id, "value for", "remove the value and keep the attributes"));
    }
    // The attributes of a term are facts of its language, such as its gender.
    let attributes = own.attributes.iter().map(|attribute| &attribute.id).filter(|_| !own.is_term());
    let surplus = attributes
        .filter(|id| original.pattern((&id.value).into()).is_none() && !used.has(language, &id.value))
        .map(|id| report(id, "attribute", "remove it: nothing shows it any more"));
    found.extend(surplus);
    found
}
