//! `missing-message` and `missing-attribute`, as warnings: what readers of the default locale see and another locale has not, so
//! that its readers see another language.
//!
//! Where messages of the theme are missing, the theme does not speak the language, and one warning counts all that is missing.
//! Messages of the site are reported one by one, once the first is translated, and so is each part that is left out of one.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use crate::diagnostic::{Code, Diagnostic, quoted};
use crate::parse::message_id::{MessageId, MessageRef};
use crate::parse::messages::{Definition, Layer};
use crate::parse::program_messages::SECTION_ALSO;
use crate::place::Located;
use crate::resolve::library::{Library, LocaleIndex};
use crate::site::Site;

pub(super) fn check(Site { library, .. }: &Site) -> Vec<Diagnostic> {
    let originals = originals(library);
    super::locales(library).flat_map(|locale| untranslated(library, locale, &originals)).collect()
}

fn untranslated(library: &Library, locale: LocaleIndex, originals: &[Original]) -> Vec<Diagnostic> {
    let missing = missing(library, locale, originals);
    let is_unspoken = |Missing { id, layer }: &&Missing| {
        *layer < Layer::Site && library.messages.definition(locale, &id.value).is_none()
    };
    let (unspoken, own): (Vec<_>, Vec<_>) = missing.iter().partition(is_unspoken);
    let summary = (!unspoken.is_empty()).then(|| summary(library, locale, &missing, originals));
    // Who has translated nothing yet need not be told of each message.
    let has_begun = super::own_definitions(library, locale).next().is_some();
    let named = own.into_iter().filter(|_| has_begun || summary.is_none());
    let named: Vec<_> = named.map(|Missing { id, .. }| diagnose(library, locale, id)).collect();
    summary.into_iter().chain(named).collect()
}

/// One warning for a locale that lacks words of the theme.
fn summary(library: &Library, locale: LocaleIndex, missing: &[Missing], originals: &[Original]) -> Diagnostic {
    let code = &library[locale].code;
    let missing = without_terms(missing.iter().map(|missing| &missing.id.value));
    let total = without_terms(originals.iter().map(|original| &original.id.value)).count();
    let mut shown = BTreeSet::new();
    let mut count = 0;
    for id in missing {
        count += 1;
        shown.extend(library.messages.found(locale, id).map(|(language, _)| language));
    }
    let shown: Vec<_> = shown.into_iter().map(|language| library.messages[language].code.to_string()).collect();
    let shown = quoted(&shown.iter().map(String::as_str).collect::<Vec<_>>());
    let message = format!("{count} of {total} messages are not translated into `{code}`: readers see them in {shown}");
    let help = format!("write them in `locales/{code}/`; `rolebook status --locale {code}` lists them");
    Diagnostic::warning(Code::MissingMessage, message).at(library[locale].place.clone()).in_locale(code).help(help)
}

/// Those of ids that readers can see by themselves.
fn without_terms<'i>(ids: impl Iterator<Item = &'i MessageId>) -> impl Iterator<Item = &'i MessageId> {
    ids.filter(|id| !id.is_term())
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

/// A message or attribute that other languages must have, too.
#[derive(Clone, Copy)]
pub struct Original<'l> {
    /// Its id, where it stands.
    pub id: &'l Located<MessageId>,
    /// Whose it is.
    pub layer: Layer,
}

/// What the default locale has itself, and what it has of the theme in another language.
///
/// The attributes of a term are facts of its language, such as its gender, and so are other words for a section.
#[must_use]
pub fn originals(library: &Library) -> Vec<Original<'_>> {
    let messages = &library.messages;
    let is_own =
        |definition: &Definition, language| language == library.default_locale.into() || definition.layer < Layer::Site;
    let definitions = messages
        .chain(library.default_locale)
        .flat_map(|language| messages.definitions(language).filter(move |definition| is_own(definition, language)));
    let is_of_its_language = |id: &MessageId| id.is_term() && id.attribute().is_some() || SECTION_ALSO.covers(id);
    let mut known = FxHashSet::default();
    let patterns = definitions
        .flat_map(|definition| definition.patterns().map(|(id, _)| Original { id, layer: definition.layer }));
    let originals = patterns.filter(|Original { id, .. }| !is_of_its_language(&id.value));
    originals.filter(|Original { id, .. }| known.insert(MessageRef::from(&id.value))).collect()
}

/// A message or attribute that a locale lacks.
pub struct Missing {
    /// Its id, where the rest of its message stands, or its original.
    pub id: Located<MessageId>,
    /// Whose the original is.
    layer: Layer,
}

/// The messages and attributes that a locale lacks. A part is missing where the rest of its message stands, a message where its
/// original stands.
#[must_use]
pub fn missing(library: &Library, locale: LocaleIndex, originals: &[Original]) -> Vec<Missing> {
    let missing = originals.iter().filter(|original| library.messages.pattern(locale, &original.id.value).is_none());
    let missing = missing.map(|Original { id, layer }| {
        let translation = library.messages.definition(locale, &id.value);
        let place = translation.map_or(&id.place, |translation| &translation.id.place).clone();
        Missing { id: Located { value: id.value.clone(), place }, layer: *layer }
    });
    missing.collect()
}
