//! `unknown-reference`, within messages: a message, term or attribute that another refers to must exist.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use super::{asked, message_handed};
use crate::diagnostic::{Code, Diagnostic};
use crate::id::{closest, closest_beside};
use crate::parse::message_id::{MessageId, MessageRef};
use crate::parse::messages::Definition;
use crate::parse::program_messages::PLACEHOLDER;
use crate::place::Located;
use crate::resolve::library::{LanguageIndex, Library};
use crate::site::Site;

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let library = &site.library;
    let mut diagnostics = Vec::new();
    for language in super::languages(library) {
        let mut variables = None;
        for (id, pattern) in library.messages.definitions(language).flat_map(Definition::patterns) {
            for reference in pattern.references.iter().filter(|one| !exists(library, language, &one.value)) {
                let variables = variables.get_or_insert_with(|| Variables::new(site, language));
                let diagnostic = unknown(variables, &id.value, reference);
                diagnostics.push(diagnostic.at(reference.place.clone()).in_locale(&library.messages[language].code));
            }
        }
    }
    diagnostics
}

/// References are looked up in the language itself: Fluent does not follow them into fallbacks.
fn exists(library: &Library, language: LanguageIndex, reference: &MessageId) -> bool {
    library.messages.pattern(language, reference).is_some()
}

fn unknown(variables: &Variables, within: &MessageId, Located { value: id, .. }: &Located<MessageId>) -> Diagnostic {
    let Variables { library, language, .. } = *variables;
    let report = |message| Diagnostic::error(Code::UnknownReference, message);
    match (library.messages.definition(language, id), id.attribute()) {
        (Some(definition), Some(name)) => {
            let known = definition.attributes.iter().filter_map(|attribute| attribute.id.value.attribute());
            let whole = &definition.id.value;
            let help = format!("add `.{name}` to `{whole}`");
            report(format!("`{whole}` has no attribute `{name}`")).did_you_mean(closest(name, known), help)
        }
        (Some(_), None) => {
            report(format!("`{id}` has attributes only")).help("give it a value, or refer to one of its attributes")
        }
        (None, _) => report(format!("`{id}` is not defined")).help(variables.meant(within, id)),
    }
}

/// The variables that messages of a language may use.
struct Variables<'s> {
    library: &'s Library,
    language: LanguageIndex,
    /// What the program hands to the messages that it asks for.
    handed: BTreeMap<MessageId, BTreeSet<String>>,
    /// For how many references it has been looked up what was meant.
    asked: Cell<usize>,
}

/// For how many references of a language it is looked up what was meant.
const MOST_MEANT: usize = 1000;

impl<'s> Variables<'s> {
    fn new(site: &'s Site, language: LanguageIndex) -> Self {
        let library = &site.library;
        let locale = library.locale_of(language).unwrap_or(library.default_locale);
        let mut handed = BTreeMap::new();
        asked::for_each(site, locale, &mut |ask| {
            if ask.is_first {
                let arguments = ask.handed.arguments(site, locale);
                handed.insert(ask.id(), message_handed::names(&arguments).map(str::to_owned).collect());
            }
        });
        Self { library, language, handed, asked: Cell::new(0) }
    }

    /// What to say of a reference to what nobody defines: it may be another message, or a variable, or what texts write for
    /// a placeholder.
    fn meant(&self, within: &MessageId, id: &MessageId) -> String {
        let Self { library, language, .. } = *self;
        let original = library.messages.found(library.default_locale, id);
        let original = original.filter(|_| language != library.default_locale.into());
        let define = super::to_write(library, language, id, original.map(|_| "…"));
        if self.asked.replace(self.asked.get() + 1) >= MOST_MEANT {
            return define;
        }
        let may_be_variable = !id.is_term() && id.attribute().is_none();
        let variables = if may_be_variable { self.of(within) } else { BTreeSet::new() };
        let lower = id.name().to_lowercase();
        let variable = closest(&lower, variables.iter().map(String::as_str));
        let message = self.closest_message(id);
        let message = message.as_deref();
        let placeholder = PLACEHOLDER.id(&lower);
        match (variable, message) {
            (Some(variable), _) if closest(&lower, message.into_iter().chain([variable])) == Some(variable) => {
                format!("did you mean `{{ ${variable} }}`?")
            }
            (_, Some(message)) => format!("did you mean `{message}`?"),
            _ if may_be_variable && exists(library, language, &placeholder) => {
                format!("for the words of the placeholder `{{{lower}}}` of texts write `{{ {placeholder} }}`")
            }
            _ if may_be_variable && !self.handed.contains_key(within) => {
                format!("{define}; if it is a variable, write `{{ ${lower} }}`")
            }
            _ => define,
        }
    }

    /// The message or term whose id is closest.
    fn closest_message(&self, id: &MessageId) -> Option<String> {
        let messages = self.library.messages.beside(self.language, MessageRef::message(id.name()));
        let term = MessageId::term(id.name());
        let terms = self.library.messages.beside(self.language, MessageRef::from(&term));
        let wrong = id.to_string();
        let message = closest_beside(&wrong, messages.0, messages.1).map(str::to_owned);
        let term = closest_beside(wrong.trim_start_matches('-'), terms.0, terms.1).map(|term| format!("-{term}"));
        closest(&wrong, message.as_deref().into_iter().chain(term.as_deref())).map(str::to_owned)
    }

    /// The variables that the program hands to a message; or those that it and its original use, if it is the templates that
    /// ask for it.
    fn of(&self, id: &MessageId) -> BTreeSet<String> {
        if let Some(handed) = self.handed.get(id) {
            return handed.clone();
        }
        let patterns =
            [self.language, self.library.default_locale.into()].map(|of| self.library.messages.pattern(of, id));
        let used = patterns.into_iter().flatten().flat_map(|pattern| &pattern.variables);
        used.map(|variable| variable.value.clone()).collect()
    }
}
