//! Checks: what can be wrong with a site although every stage can deal with it.
//!
//! One file a check, and a table of them. A check reads the site and changes nothing.

mod asked;
mod cyclic_references;
mod message_choices;
mod message_functions;
mod message_handed;
mod message_limits;
mod message_markup;
mod message_references;
mod message_space;
mod message_variables;
mod obsolete_messages;
mod orphan_pages;
pub mod overridden_words;
mod program_messages;
mod same_as_original;
mod secret_files;
mod sections;
mod site_paths;
mod social_images;
pub mod stale_translations;
mod style_attributes;
mod template_messages;
mod unknown_references;
mod unlinked_files;
pub mod untranslated_messages;
mod unused_blocks;
mod unused_messages;
mod unused_templates;
mod used;

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use crate::diagnostic::{Code, Diagnostic, Severity, soften};
use crate::id::closest_beside;
use crate::parse::message_id::{MessageId, MessageRef};
use crate::parse::messages::{BRAND, Definition, Layer};
use crate::parse::pattern::Pattern;
use crate::parse::program_messages::{CHOICE, FIELD};
use crate::place::{Located, Place};
use crate::resolve::languages::Language;
use crate::resolve::library::{LanguageIndex, Library, LocaleIndex};
use crate::resolve::undefined::proposal;
use crate::site::Site;

/// A check: reads a site, says what is wrong with it.
type Check = fn(&Site) -> Vec<Diagnostic>;

/// All checks.
const CHECKS: &[Check] = &[
    cyclic_references::check,
    message_choices::check,
    message_functions::check,
    message_limits::check,
    message_markup::check,
    message_references::check,
    message_space::check,
    message_variables::check,
    orphan_pages::check,
    overridden_words::check,
    program_messages::check,
    same_as_original::check,
    secret_files::check,
    sections::check,
    site_paths::check,
    social_images::check,
    stale_translations::check,
    style_attributes::check,
    template_messages::check,
    unknown_references::check,
    unlinked_files::check,
    untranslated_messages::check,
    unused_blocks::check,
    unused_messages::check,
    unused_templates::check,
];

/// Runs all checks.
#[must_use]
pub fn check(site: &Site) -> Vec<Diagnostic> {
    let mut diagnostics = without_echoes(CHECKS.par_iter().flat_map_iter(|check| check(site)).collect());
    soften(Code::BrokenLink, site.library.check.broken_links, &mut diagnostics);
    diagnostics
}

/// Leaves out warnings where another check reports an error of the same kind: the mistake is the same, and one. So it is where
/// several locales have the same message.
fn without_echoes(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut said = FxHashSet::default();
    diagnostics.retain(|Diagnostic { code, place, message, .. }| {
        place.is_none() || said.insert((*code, place.clone(), message.clone()))
    });
    let key = |diagnostic: &Diagnostic| (diagnostic.code, diagnostic.place.clone());
    let errors =
        diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error && diagnostic.place.is_some());
    let errors: FxHashSet<_> = errors.map(key).collect();
    let is_echo = |diagnostic: &Diagnostic| diagnostic.severity != Severity::Error && errors.contains(&key(diagnostic));
    diagnostics.into_iter().filter(|diagnostic| !is_echo(diagnostic)).collect()
}

/// Leaves out the warnings that a comment `# rolebook-ignore: …` on their message silences.
pub fn silence(library: &Library, diagnostics: &mut Vec<Diagnostic>) {
    let silencing = library.messages.all_definitions().filter(|definition| !definition.ignored.is_empty());
    // The lines of two definitions of a file have none in common.
    let silencing: BTreeMap<_, _> =
        silencing.map(|definition| ((&definition.id.place.file, definition.lines.start), definition)).collect();
    let is_silenced = |Diagnostic { code, place, .. }: &Diagnostic| {
        let Some(Place { file, line, .. }) = place else { return false };
        let above = silencing.range(..=(file, *line)).next_back();
        above.is_some_and(|((of, _), definition)| {
            *of == file && definition.lines.contains(line) && definition.ignored.contains(code)
        })
    };
    diagnostics.retain(|diagnostic| diagnostic.severity == Severity::Error || !is_silenced(diagnostic));
}

/// What to say of a message that is called for and that nobody defines.
fn undefined_message(library: &Library, id: &MessageId, place: Option<&Place>) -> Diagnostic {
    let default = library.default_locale;
    // Ids such as `skill-java` and `skill-sql` share a long beginning; only what differs may make them close.
    let name = id.name();
    let family = name.split_inclusive('-').next().unwrap_or_default();
    let close = library.messages.chain(default).find_map(|language| {
        let (before, behind) = library.messages.beside(language, MessageRef::message(name));
        closest_beside(
            name.strip_prefix(family).unwrap_or(name),
            before.map_while(|known| known.strip_prefix(family)),
            behind.map_while(|known| known.strip_prefix(family)),
        )
    });
    let close = close.map(|close| format!("{family}{close}")).filter(|close| close != name);
    // The id of a choice begins with its field, which says what the choice is of.
    let fields = library.collections().flat_map(|of| library[of].fields.iter());
    let fields = fields.filter(|field| name.starts_with(FIELD.id(field.id.value.as_str()).name()));
    let choice = fields.flat_map(|field| &field.choices).find(|choice| CHOICE.id(&choice.message) == *id);
    let words = choice.map(|choice| proposal(&MessageId::message(choice.id.value.as_str())));
    let help = to_write(library, default, id, words.as_deref());
    let mut diagnostic = Diagnostic::error(Code::MissingMessage, format!("the message `{id}` is not defined"));
    diagnostic.place = place.cloned();
    diagnostic.did_you_mean(close.as_deref(), help)
}

/// What to write for a language to have a message.
fn to_write(library: &Library, language: impl Into<LanguageIndex>, id: &MessageId, words: Option<&str>) -> String {
    library.messages.to_write(language, id, words)
}

/// The locales in which authors write.
pub fn locales(library: &Library) -> impl Iterator<Item = LocaleIndex> {
    library.locales().filter(|locale| !library[*locale].is_pseudo)
}

/// The languages in which authors write: those of the locales, then others that serve these.
fn languages(library: &Library) -> impl Iterator<Item = LanguageIndex> {
    library.messages.languages().filter(|language| !library.messages[*language].is_pseudo)
}

/// What the authors of a site can mend in a language: everything but the messages of the program, and those of parents that
/// belong to another language.
fn own_definitions(library: &Library, language: impl Into<LanguageIndex>) -> impl Iterator<Item = &Definition> {
    let language = language.into();
    let own = library.messages.definitions(language).filter(|definition| definition.layer > Layer::Program);
    own.filter(move |definition| library.messages.language_of(&definition.locale) == Some(language))
}

/// All patterns that authors can mend, with their languages and the ids by which they are asked for.
fn own_patterns(library: &Library) -> impl Iterator<Item = (LanguageIndex, &Located<MessageId>, &Pattern)> {
    languages(library).flat_map(move |language| {
        let patterns = own_definitions(library, language).flat_map(Definition::patterns);
        patterns.map(move |(id, pattern)| (language, id, pattern))
    })
}

/// A pattern beside the one that it translates: that of the default locale or, where the theme does not speak the default language,
/// the theme's English.
struct Translation<'l> {
    language: &'l Language,
    id: &'l Located<MessageId>,
    original: &'l Pattern,
    pattern: &'l Pattern,
}

/// All patterns that authors can mend and that translate another.
fn translations(library: &Library) -> impl Iterator<Item = Translation<'_>> {
    let default = library.default_locale.into();
    let translates_theme = translates_theme(library);
    own_patterns(library).filter_map(move |(language, id, pattern)| {
        let original = match language == default {
            true if translates_theme => of_theme(library, &id.value)?.pattern((&id.value).into())?,
            true => return None,
            false => library.messages.found(library.default_locale, &id.value)?.1,
        };
        // The default locale may have it from the very language.
        let is_another = !std::ptr::eq(original, pattern);
        is_another.then(|| Translation { language: &library.messages[language], id, original, pattern })
    })
}

/// Whether the site's words in the default language translate those of a theme that does not speak it.
fn translates_theme(library: &Library) -> bool {
    let mut words = library.messages.definitions(library.default_locale);
    // The name of the site is made from the configuration.
    words.all(|definition| definition.layer == Layer::Site || MessageRef::from(&definition.id.value) == BRAND)
}

/// What the theme says in English, if the site's default language has it from there.
fn of_theme<'l, 'i>(library: &'l Library, id: impl Into<MessageRef<'i>>) -> Option<&'l Definition> {
    let english = library.messages.chain(library.default_locale).last()?;
    library.messages.definition(english, id).filter(|definition| definition.layer < Layer::Site)
}
