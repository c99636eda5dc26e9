//! What is wrong with a message that the program asks for and that cannot be shown with what it is handed: each mistake once,
//! where it is written, however many pages ask.

use fluent::FluentArgs;
use rustc_hash::FxHashSet;

use super::message_functions;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::closest;
use crate::limits::PLACEABLES;
use crate::parse::message_id::{MessageId, MessageRef};
use crate::parse::pattern::{Call, Callee, Handed, Pattern};
use crate::parse::program_messages::GRAMMAR;
use crate::place::Located;
use crate::resolve::functions::FUNCTIONS;
use crate::resolve::library::{LanguageIndex, Library, LocaleIndex};

/// The mistakes that other checks do not report. `None` if neither they nor this one knows of any.
pub(super) fn mistakes(
    library: &Library,
    locale: LocaleIndex,
    id: &MessageId,
    arguments: &FluentArgs,
) -> Option<Vec<Diagnostic>> {
    let (defining, _) = library.messages.found(locale, id)?;
    let reached = Reached::from(library, defining, id);
    let handed = |pattern: &&Pattern| {
        let unknown = pattern.variables.iter().filter(|variable| arguments.get(&variable.value).is_none());
        let unknown = unknown.map(|variable| not_handed(id, variable, arguments));
        let unsuitable = pattern.calls.iter().filter_map(|call| unsuitable(call, arguments));
        unknown.chain(unsuitable).collect::<Vec<_>>()
    };
    let found: Vec<_> = reached.patterns.iter().flat_map(handed).collect();
    let is_known = !found.is_empty() || reached.is_broken;
    is_known.then(|| found.into_iter().map(|diagnostic| diagnostic.in_locale(&library[locale].code)).collect())
}

/// What a message shows of others.
struct Reached<'l> {
    /// Its own pattern, and those of messages that are handed the same as it is.
    patterns: Vec<&'l Pattern>,
    /// Whether any of it, terms included, is wrong whatever it is handed, so that another check says so.
    is_broken: bool,
}

impl<'l> Reached<'l> {
    fn from(library: &'l Library, language: LanguageIndex, id: &'l MessageId) -> Self {
        let mut reached = Self { patterns: Vec::new(), is_broken: false };
        let (mut next, mut seen) = (vec![id], FxHashSet::default());
        while let Some(id) = next.pop() {
            if !seen.insert(MessageRef::from(id)) {
                // Either it is shown twice, or it refers to itself.
                continue;
            }
            let Some(pattern) = library.messages.pattern(language, id) else {
                reached.is_broken = true;
                continue;
            };
            let is_broken = |call| !message_functions::mistakes(library, language, call).is_empty();
            reached.is_broken |= pattern.placeables > PLACEABLES || pattern.calls.iter().any(is_broken);
            if !id.is_term() {
                reached.patterns.push(pattern);
            }
            next.extend(pattern.references.iter().map(|reference| &reference.value));
        }
        reached
    }
}

fn not_handed(id: &MessageId, variable: &Located<String>, arguments: &FluentArgs) -> Diagnostic {
    let names: Vec<_> = names(arguments).collect();
    let close = closest(&variable.value, names.iter().copied()).map(|name| format!("${name}"));
    let help = match names.as_slice() {
        [] => "it is handed no variables: write the words themselves".to_owned(),
        names => format!("it is handed {}", listed(names)),
    };
    Diagnostic::error(Code::UnknownVariable, format!("`{id}` is not handed `${}`", variable.value))
        .at(variable.place.clone())
        .did_you_mean(close.as_deref(), help)
}

/// What to say of a call that is handed a variable of another kind than its function takes.
fn unsuitable(call: &Call, arguments: &FluentArgs) -> Option<Diagnostic> {
    let (Callee::Function(function), Some(Located { value: Handed::Variable(name), place })) =
        (&call.callee.value, &call.handed)
    else {
        return None;
    };
    let takes = FUNCTIONS.iter().find(|known| known.name == function)?.takes;
    arguments.get(name).filter(|value| !takes.suits(value))?;
    let message = format!("`{function}` needs {}, and `${name}` is none", takes.name());
    let suitable: Vec<_> =
        names(arguments).filter(|name| arguments.get(*name).is_some_and(|value| takes.suits(value))).collect();
    let help = format!("show it without the function: `{{ ${name} }}`");
    let help = match suitable.as_slice() {
        [] => help,
        suitable => format!("{help}; it would take {}", listed(suitable)),
    };
    Some(Diagnostic::error(Code::UnknownFunction, message).at(place.clone()).help(help))
}

/// The variables that are handed over, without the grammar of single texts.
pub(super) fn names<'a>(arguments: &'a FluentArgs) -> impl Iterator<Item = &'a str> {
    arguments.iter().map(|(name, _)| name).filter(|name| !name.starts_with(GRAMMAR))
}

fn listed(names: &[&str]) -> String {
    names.iter().map(|name| format!("`${name}`")).collect::<Vec<_>>().join(", ")
}
