//! `missing-message` and `missing-attribute`, as warnings: what the default locale says and another does not, so that
//! readers see a fallback.

use crate::diagnostic::{Code, Diagnostic};
use crate::parse::messages::Definition;
use crate::place::{Located, Place};
use crate::resolve::library::{Library, LocaleIndex};
use crate::site::Site;

pub(super) fn check(Site { library, .. }: &Site) -> Vec<Diagnostic> {
    super::translated_locales(library).flat_map(|locale| untranslated(library, locale)).collect()
}

fn untranslated(library: &Library, locale: LocaleIndex) -> Vec<Diagnostic> {
    let code = &library[locale].code;
    if library.messages.definitions(locale).next().is_none() {
        let default = &library[library.default_locale].code;
        let diagnostic = Diagnostic::warning(Code::MissingMessage, format!("no message is translated into `{code}`"));
        let help =
            format!("add files to `locales/{code}/`; until then readers see the words of `{default}` or a fallback");
        return vec![diagnostic.at(library[locale].place.clone()).in_locale(code).help(help)];
    }
    let report = |kind: Code, id: &str, place: &Place| {
        Diagnostic::warning(kind, format!("`{id}` is not translated into `{code}`"))
            .at(place.clone())
            .in_locale(code)
            .help(match id.split_once('.') {
                _ if library.messages.definition(locale, message_of(id)).is_none() => {
                    format!("add it to a file in `locales/{code}/`")
                }
                Some((_, name)) => format!("add `.{name} = …` below it"),
                None => format!("write its value: `{id} = …`"),
            })
    };
    let missing = missing(library, locale);
    missing
        .into_iter()
        .map(|Located { value: id, place }| {
            let kind = if id.contains('.') { Code::MissingAttribute } else { Code::MissingMessage };
            report(kind, &id, &place)
        })
        .collect()
}

/// The id of the message to which an attribute belongs.
fn message_of(id: &str) -> &str {
    id.split_once('.').map_or(id, |(message, _)| message)
}

/// The messages and attributes of the default locale that another locale lacks. A part is missing where the rest of its
/// message stands, a message where its original stands.
///
/// The attributes of a term are facts of its language, such as its gender, and need not be there.
#[must_use]
pub fn missing(library: &Library, locale: LocaleIndex) -> Vec<Located<String>> {
    let originals = library.messages.definitions(library.default_locale);
    let missing = originals.flat_map(|original: &Definition| {
        let translation = library.messages.definition(locale, &original.id.value);
        let place = move |id: Located<String>| Located {
            place: translation.map_or(id.place, |translation| translation.id.place.clone()),
            value: id.value,
        };
        let asked = original.patterns().map(|(id, _)| id).filter(|id| !original.is_term() || !id.value.contains('.'));
        let missing = asked.filter(move |id| {
            let attribute = id.value.split_once('.').map(|(_, name)| name);
            !translation.is_some_and(|translation| match attribute {
                Some(name) => translation.attribute(name).is_some(),
                None => translation.value.is_some(),
            })
        });
        missing.map(place)
    });
    missing.collect()
}
