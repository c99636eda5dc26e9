//! `missing-message`, as a warning: a word that the site has changed in one language, and not in others. Reported once a word.

use crate::diagnostic::{Code, Diagnostic, quoted};
use crate::parse::message_id::{MessageId, MessageRef};
use crate::parse::messages::{BRAND, Definition, Layer};
use crate::resolve::library::{Library, LocaleIndex};
use crate::site::Site;

pub(super) fn check(Site { library, .. }: &Site) -> Vec<Diagnostic> {
    overridden(library).map(|(original, others)| word(library, original, &others)).chain(brand(library)).collect()
}

/// The words of the theme that the default locale changes, and the locales that have the theme's. Where the theme does not speak
/// the default language, its words are translated, not changed.
pub fn overridden(library: &Library) -> impl Iterator<Item = (&Definition, Vec<LocaleIndex>)> {
    let changes_theme = !super::translates_theme(library);
    let originals = library.messages.definitions(library.default_locale).filter(move |_| changes_theme);
    let words =
        originals.filter(|original| original.layer == Layer::Site && MessageRef::from(&original.id.value) != BRAND);
    let words = words.map(|original| (original, without_own(library, &original.id.value)));
    words.filter(|(_, others)| !others.is_empty())
}

/// A word of the theme that the original changes: what the theme says in other languages translates another original.
fn word(library: &Library, original: &Definition, others: &[LocaleIndex]) -> Diagnostic {
    let id = &original.id.value;
    let default = &library[library.default_locale].code;
    let message = format!("`{id}` is yours in `{default}`, and the theme's in {}", codes(library, others));
    let mut help = super::to_write(library, others[0], id, Some("…"));
    if others.len() > 1 {
        help.push_str(", and the like for the others");
    }
    Diagnostic::warning(Code::MissingMessage, message).at(original.id.place.clone()).help(help)
}

/// The name of the site, which one language has and others have not, unless the configuration has it for all.
fn brand(library: &Library) -> Option<Diagnostic> {
    let id = BRAND.to_id();
    let of_locale = |locale| library.messages.definition(locale, &id).filter(|found| found.layer == Layer::Site);
    let own: Vec<_> = super::locales(library).filter(|locale| of_locale(*locale).is_some()).collect();
    let others = without_own(library, &id);
    let (first, place) = (others.first()?, &of_locale(*own.first()?)?.id.place);
    let name = of_locale(own[0])?.value.as_ref().filter(|name| !name.text.contains(['{', '"', '\\', '\n']));
    let name = name.map_or("…", |name| &name.text);
    let message = format!("`{id}` is set in {}, and not in {}", codes(library, &own), codes(library, &others));
    let help = format!(
        "write `name = \"{name}\"` at the top of `rolebook.toml`, which names the site in all languages; or {}",
        super::to_write(library, *first, &id, Some("…"))
    );
    let diagnostic = Diagnostic::warning(Code::MissingMessage, message).at(place.clone()).help(help);
    Some(diagnostic).filter(|_| library.name.is_none())
}

/// The locales that have the word, but not from the site.
fn without_own(library: &Library, id: &MessageId) -> Vec<LocaleIndex> {
    let layer = |locale| library.messages.definition(locale, id).map(|definition| definition.layer);
    super::locales(library).filter(|locale| layer(*locale).is_some_and(|layer| layer < Layer::Site)).collect()
}

fn codes(library: &Library, locales: &[LocaleIndex]) -> String {
    let codes: Vec<_> = locales.iter().map(|locale| library[*locale].code.to_string()).collect();
    quoted(&codes.iter().map(String::as_str).collect::<Vec<_>>())
}
