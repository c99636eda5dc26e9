//! `unknown-function`: functions that messages call, and the options that they give them, must be there; terms are handed
//! what they ask for.

use std::collections::BTreeSet;

use fluent::FluentValue;

use super::own_patterns;
use crate::diagnostic::{Code, Diagnostic, quoted};
use crate::id::{closest, closest_in};
use crate::parse::messages::Definition;
use crate::parse::pattern::{Argument, Call, Callee, Handed};
use crate::place::Located;
use crate::resolve::functions::{FUNCTIONS, Function, Takes, Values};
use crate::resolve::library::{LanguageIndex, Library};
use crate::site::Site;

pub(super) fn check(Site { library, .. }: &Site) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (language, _, pattern) in own_patterns(library) {
        let found = pattern.calls.iter().flat_map(|call| mistakes(library, language, call));
        diagnostics.extend(found.map(|diagnostic| diagnostic.in_locale(&library.messages[language].code)));
    }
    diagnostics
}

/// What is wrong with a call whatever its message is handed.
pub(super) fn mistakes(library: &Library, language: LanguageIndex, call: &Call) -> Vec<Diagnostic> {
    let name = match &call.callee.value {
        Callee::Function(name) => name.as_str(),
        Callee::Term(term) => {
            let term = library.messages.definition(language, term);
            return term.map(|term| in_term(call, term)).unwrap_or_default();
        }
    };
    let Some(function) = FUNCTIONS.iter().find(|function| function.name == name) else {
        let known: Vec<_> = FUNCTIONS.iter().map(|function| function.name).collect();
        let diagnostic = Diagnostic::error(Code::UnknownFunction, format!("there is no function `{name}`"));
        let help = format!("the functions are {}", quoted(&known));
        return vec![diagnostic.at(call.callee.place.clone()).did_you_mean(closest(name, known), help)];
    };
    let unsuitable = call.arguments.iter().filter_map(|argument| {
        let found = unsuitable(function, argument)?;
        Some(found.at(argument.name.place.clone()))
    });
    handed(function, call).into_iter().chain(unsuitable).collect()
}

/// What to say of a call that is handed something that its function does not take, or nothing.
fn handed(Function { name, takes, .. }: &Function, call: &Call) -> Option<Diagnostic> {
    let needs = takes.name();
    let Some(Located { value, place }) = &call.handed else {
        let diagnostic = Diagnostic::error(Code::UnknownFunction, format!("`{name}` is handed nothing"));
        let help = format!("between the parentheses write {needs}, or a variable that is one");
        return Some(diagnostic.at(call.callee.place.clone()).help(help));
    };
    let (written, help) = match value {
        Handed::Text(text) if !takes.suits(&FluentValue::from(text.as_str())) => {
            let help = match takes {
                Takes::Number if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) => {
                    format!("write it without quotes: `{text}`")
                }
                Takes::Date => format!(
                    "write a date such as `\"2026-11-02\"`, or the text without the function: `{{ \"{text}\" }}`"
                ),
                _ => format!("write the text without the function: `{{ \"{text}\" }}`"),
            };
            (format!("\"{text}\""), help)
        }
        Handed::Number(number) if *takes != Takes::Number => {
            let help = match takes {
                Takes::Text => format!("write it in quotes: `\"{number}\"`"),
                _ => format!("write the number without the function: `{{ {number} }}`"),
            };
            (number.clone(), help)
        }
        // What terms and messages say is known to nobody before they are shown, but it is text.
        Handed::Reference(id) if matches!(takes, Takes::Number | Takes::List) => {
            (id.to_string(), format!("show it without the function: `{{ {id} }}`"))
        }
        _ => return None,
    };
    let message = format!("`{name}` needs {needs}, and `{written}` is none");
    Some(Diagnostic::error(Code::UnknownFunction, message).at(place.clone()).help(help))
}

/// A term takes arguments by name, those that it uses.
fn in_term(call: &Call, term: &Definition) -> Vec<Diagnostic> {
    let name = &term.id.value;
    let variables = term.patterns().flat_map(|(_, pattern)| &pattern.variables);
    let used: BTreeSet<_> = variables.map(|variable| variable.value.as_str()).collect();
    let is_used = |argument: &str| used.contains(argument);
    let unknown = call.arguments.iter().map(|argument| &argument.name).filter(|name| !is_used(&name.value));
    let mut found: Vec<_> = unknown
        .map(|argument| {
            let message = format!("the term `{name}` does not use `${}`", argument.value);
            let close = closest_in(&argument.value, &used);
            let diagnostic = Diagnostic::warning(Code::UnknownVariable, message).at(argument.place.clone());
            diagnostic.did_you_mean(close, "take the argument out, or use it in the term")
        })
        .collect();
    if call.handed.is_some() {
        let message = format!("the term `{name}` takes arguments by name only");
        let diagnostic = Diagnostic::warning(Code::UnknownVariable, message).at(call.callee.place.clone());
        found.push(diagnostic.help("write `name: \"value\"`"));
    }
    found
}

/// What to say of a named argument that the function does not take, or of a value that the argument cannot have.
fn unsuitable(function: &Function, argument: &Argument) -> Option<Diagnostic> {
    let (is_number, value, argument) = (argument.is_number, argument.value.as_str(), argument.name.value.as_str());
    let Some((_, values)) = function.arguments.iter().find(|(name, _)| *name == argument) else {
        let known: Vec<_> = function.arguments.iter().map(|(name, _)| *name).collect();
        let message = format!("`{}` has no option `{argument}`", function.name);
        let help = format!("the options are {}", quoted(&known));
        return Some(Diagnostic::error(Code::UnknownFunction, message).did_you_mean(closest(argument, known), help));
    };
    let message = format!("`{argument}` of `{}` cannot be `{value}`", function.name);
    let diagnostic = Diagnostic::error(Code::UnknownFunction, message);
    match values {
        Values::Text => None,
        Values::Count if is_number && value.parse().is_ok_and(|count: u8| count <= 100) => None,
        Values::Count => Some(diagnostic.help("write a whole number from 0 to 100, without quotes")),
        Values::OneOf(values) if values.contains(&value) => None,
        Values::OneOf(values) => {
            let close = closest(value, values.iter().copied());
            Some(diagnostic.did_you_mean(close, format!("write one of {}", quoted(values))))
        }
    }
}
