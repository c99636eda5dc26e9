//! `unknown-variable` and `missing-variable`: a translation uses the variables of its original.
//!
//! `$role_…` hands over what a text says of its grammar, which each language asks for by itself; there must be a text that
//! says it.

use std::collections::BTreeSet;

use super::{own_patterns, translations};
use crate::diagnostic::{Code, Diagnostic};
use crate::id::closest_in;
use crate::parse::program_messages::GRAMMAR;
use crate::place::Located;
use crate::resolve::library::{Library, LocaleIndex};
use crate::site::Site;

pub(super) fn check(Site { library, .. }: &Site) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<_> = super::locales(library).flat_map(|locale| unknown_grammar(library, locale)).collect();
    for translation in translations(library) {
        let code = &translation.language.code;
        let is_term = translation.id.value.is_term();
        let original: BTreeSet<_> = translation.original.variables.iter().map(|one| one.value.as_str()).collect();
        let own: BTreeSet<_> = translation.pattern.variables.iter().map(|one| one.value.as_str()).collect();
        // What a term is handed is for the messages of its own language to say.
        let unknown = translation
            .pattern
            .variables
            .iter()
            .filter(|one| !is_term && !original.contains(one.value.as_str()) && !one.value.starts_with(GRAMMAR));
        diagnostics.extend(unknown.map(|variable| {
            let message = format!("the original of `{}` does not use `${}`", translation.id.value, variable.value);
            Diagnostic::warning(Code::UnknownVariable, message).at(variable.place.clone()).in_locale(code).did_you_mean(
                dollar(closest_in(&variable.value, &original)).as_deref(),
                "use the variables of the original",
            )
        }));
        let asks_for_grammar = own.iter().any(|variable| variable.starts_with(GRAMMAR));
        // A form of the title stands for the title.
        let has = |variable: &str| own.contains(variable) || variable == "role" && asks_for_grammar;
        let missing = original.iter().filter(|variable| !(is_term || has(variable) || variable.starts_with(GRAMMAR)));
        diagnostics.extend(missing.map(|variable| {
            let message = format!("`{}` does not use `${variable}` as its original does", translation.id.value);
            Diagnostic::warning(Code::MissingVariable, message)
                .at(translation.id.place.clone())
                .in_locale(code)
                .help(format!("write `{{ ${variable} }}` where it belongs"))
        }));
    }
    diagnostics
}

fn dollar(name: Option<&str>) -> Option<String> {
    name.map(|name| format!("${name}"))
}

/// Keys of grammar that messages ask for and that no text of the language has.
fn unknown_grammar(library: &Library, locale: LocaleIndex) -> Vec<Diagnostic> {
    let pages = library.entries().filter_map(|entry| library.page(entry, locale));
    let known: BTreeSet<&str> = pages.flat_map(|page| page.text.grammar.keys().map(String::as_str)).collect();
    let asked =
        own_patterns(library).filter(|(of, ..)| *of == locale.into()).flat_map(|(.., pattern)| &pattern.variables);
    let unknown = asked.filter_map(|variable| {
        let key = variable.value.strip_prefix(GRAMMAR).filter(|key| !known.contains(key))?;
        Some((variable, key))
    });
    let diagnose = |(variable, key): (&Located<String>, &str)| {
        let code = &library[locale].code;
        let message = format!("no text in `{code}` has the key `{key}` under `[grammar]`");
        let close = closest_in(key, &known).map(|close| format!("${GRAMMAR}{close}"));
        Diagnostic::warning(Code::UnknownVariable, message)
            .at(variable.place.clone())
            .in_locale(code)
            .did_you_mean(close.as_deref(), "add it to the front matter of the texts, or take the variable out")
    };
    unknown.map(diagnose).collect()
}
