//! `missing-message` and `missing-attribute`, as warnings: what the default locale says and another does not, so that
//! readers see a fallback.

use crate::diagnostic::{Code, Diagnostic};
use crate::parse::message_id::MessageId;
use crate::parse::messages::Definition;
use crate::parse::program_messages::SECTION_ALSO;
use crate::place::Located;
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
    missing(library, locale).iter().map(|id| diagnose(library, locale, id)).collect()
}

fn diagnose(library: &Library, locale: LocaleIndex, Located { value: id, place }: &Located<MessageId>) -> Diagnostic {
    let code = &library[locale].code;
    let (kind, help) = match id.attribute() {
        Some(name) => (Code::MissingAttribute, format!("add `.{name} = …` below it")),
        None => (Code::MissingMessage, format!("write its value: `{id} = …`")),
    };
    let is_elsewhere = library.messages.definition(locale, id).is_none();
    let help = if is_elsewhere { super::to_write(library, locale, id, Some("…")) } else { help };
    Diagnostic::warning(kind, format!("`{id}` is not translated into `{code}`"))
        .at(place.clone())
        .in_locale(code)
        .help(help)
}

/// The messages and attributes of the default locale that other languages must have, too.
///
/// The attributes of a term are facts of its language, such as its gender, and so are other words for a section.
pub fn originals(library: &Library) -> impl Iterator<Item = &Located<MessageId>> {
    let originals = library.messages.definitions(library.default_locale).flat_map(Definition::patterns);
    let is_of_its_language = |id: &MessageId| id.is_term() && id.attribute().is_some() || SECTION_ALSO.covers(id);
    originals.map(|(id, _)| id).filter(move |id| !is_of_its_language(&id.value))
}

/// The messages and attributes of the default locale that another locale lacks. A part is missing where the rest of its
/// message stands, a message where its original stands.
#[must_use]
pub fn missing(library: &Library, locale: LocaleIndex) -> Vec<Located<MessageId>> {
    let missing = originals(library).filter(|id| library.messages.pattern(locale, &id.value).is_none());
    let missing = missing.map(|id| {
        let translation = library.messages.definition(locale, &id.value);
        let place = translation.map_or(&id.place, |translation| &translation.id.place).clone();
        Located { value: id.value.clone(), place }
    });
    missing.collect()
}
