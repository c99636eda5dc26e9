//! `unknown-function`: functions that messages call, and the options that they give them, must be there.

use super::own_patterns;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::closest;
use crate::parse::pattern::Call;
use crate::plan::Routes;
use crate::resolve::functions::{FUNCTIONS, Function};
use crate::resolve::library::Library;

pub(super) fn check(library: &Library, _: &Routes) -> Vec<Diagnostic> {
    let calls =
        own_patterns(library).flat_map(|(locale, _, pattern)| pattern.calls.iter().map(move |call| (locale, call)));
    calls
        .flat_map(|(locale, call)| mistakes(call).into_iter().map(move |found| found.in_locale(&library[locale].code)))
        .collect()
}

fn mistakes(call: &Call) -> Vec<Diagnostic> {
    let name = call.function.value.as_str();
    let Some(function) = FUNCTIONS.iter().find(|function| function.name == name) else {
        let known: Vec<_> = FUNCTIONS.iter().map(|function| function.name).collect();
        let diagnostic = Diagnostic::error(Code::UnknownFunction, format!("there is no function `{name}`"));
        let help = format!("the functions are {}", quoted(&known));
        return vec![diagnostic.at(call.function.place.clone()).did_you_mean(closest(name, known), help)];
    };
    call.arguments
        .iter()
        .filter_map(|(argument, value)| {
            let found = unsuitable(function, &argument.value, value)?;
            Some(found.at(argument.place.clone()))
        })
        .collect()
}

/// What to say of a named argument that the function does not take, or of a value that the argument cannot have.
fn unsuitable(function: &Function, argument: &str, value: &str) -> Option<Diagnostic> {
    let Some((_, values)) = function.arguments.iter().find(|(name, _)| *name == argument) else {
        let known: Vec<_> = function.arguments.iter().map(|(name, _)| *name).collect();
        let message = format!("`{}` has no option `{argument}`", function.name);
        let help = format!("the options are {}", quoted(&known));
        return Some(Diagnostic::error(Code::UnknownFunction, message).did_you_mean(closest(argument, known), help));
    };
    if values.is_empty() || values.contains(&value) {
        return None;
    }
    let message = format!("`{argument}` of `{}` cannot be `{value}`", function.name);
    let close = closest(value, values.iter().copied());
    Some(
        Diagnostic::error(Code::UnknownFunction, message)
            .did_you_mean(close, format!("write one of {}", quoted(values))),
    )
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
