//! Which messages are used.
//!
//! A message is used if a template names it, if the program asks for it, if a used message refers to it, or if a template
//! or the configuration declares it: `{# rolebook-uses: promo-* #}`, `[check] used_messages`. What is asked for in one
//! language is used there, and wherever it falls back.

use rustc_hash::FxHashSet;

use super::asked;
use crate::id::IdPatterns;
use crate::parse::message_id::{MessageId, MessageRef};
use crate::parse::messages::{Definition, Layer};
use crate::parse::program_messages::ALL;
use crate::resolve::library::{LanguageIndex, Library, LocaleIndex};
use crate::site::Site;

/// What is used, by the language that defines it.
pub(super) struct Used<'l> {
    library: &'l Library,
    /// Messages and terms of which anything is used.
    definitions: FxHashSet<(LanguageIndex, MessageRef<'l>)>,
    /// Values and attributes.
    patterns: FxHashSet<(LanguageIndex, MessageRef<'l>)>,
}

impl<'l> Used<'l> {
    /// All that templates, the program, declarations and used messages ask for.
    pub(super) fn of(site: &'l Site) -> Self {
        let library = &*site.library;
        let mut used = Self { library, definitions: FxHashSet::default(), patterns: FxHashSet::default() };
        for locale in super::locales(library) {
            library.theme.named.iter().for_each(|id| used.ask(locale, id));
            ALL.iter().filter(|of| of.member.is_none()).for_each(|of| used.ask(locale, &of.id_of("")));
            asked::for_each(site, locale, &mut |ask| {
                if ask.is_first {
                    used.ask(locale, &ask.id());
                }
            });
            let patterns = declarations(library, locale);
            let declared = library.messages.definitions(locale).filter(|definition| is_declared(&patterns, definition));
            declared.flat_map(Definition::patterns).for_each(|(id, _)| used.add(locale.into(), &id.value));
        }
        used
    }

    /// Whether a value or attribute that a language defines is used.
    pub(super) fn has(&self, language: impl Into<LanguageIndex>, id: &MessageId) -> bool {
        self.patterns.contains(&(language.into(), id.into()))
    }

    /// Whether anything of a message or term that a language defines is used.
    pub(super) fn has_part_of(&self, language: impl Into<LanguageIndex>, definition: &Definition) -> bool {
        self.definitions.contains(&(language.into(), (&definition.id.value).into()))
    }

    /// Readers of a locale may see what stands under an id in any language of the fallback chain.
    fn ask(&mut self, locale: LocaleIndex, id: &MessageId) {
        let library = self.library;
        library.messages.chain(locale).for_each(|language| self.add(language, id));
    }

    /// Adds what a language defines under an id, what that refers to, and so on: references stay in their language.
    fn add(&mut self, language: LanguageIndex, id: &MessageId) {
        let library = self.library;
        let mut next = vec![(language, id)];
        while let Some((language, id)) = next.pop() {
            let Some(definition) = library.messages.definition(language, id) else { continue };
            let pattern = definition.patterns().find(|(own, _)| own.value == *id);
            self.patterns.extend(pattern.map(|(own, _)| (language, MessageRef::from(&own.value))));
            if self.definitions.insert((language, (&definition.id.value).into())) {
                let references = definition.patterns().flat_map(|(_, pattern)| &pattern.references);
                next.extend(references.map(|reference| (language, &reference.value)));
            }
            // What is inherited is used where it is defined.
            let owner = library.messages.language_of(&definition.locale).filter(|owner| *owner != language);
            next.extend(owner.map(|owner| (owner, id)));
        }
    }
}

/// What templates and the configuration declare to be used in a locale.
fn declarations(library: &Library, locale: LocaleIndex) -> IdPatterns<'_> {
    let declared = library.theme.declared_uses.iter().chain(&library.check.used_messages);
    // `*` names nothing in particular: a translation still needs an original.
    IdPatterns::new(declared.filter(|pattern| *pattern != "*" || locale == library.default_locale))
}

fn is_declared(declared: &IdPatterns, definition: &Definition) -> bool {
    let id = &definition.id.value;
    // A theme has messages in store for what authors may write.
    let in_store = definition.layer < Layer::Site && ALL.iter().any(|of| of.member.is_some() && of.covers(id));
    in_store || declared.fit(&id.to_string())
}
