//! Checks: what can be wrong with a site although every stage can deal with it.
//!
//! One file a check, and a table of them. A check reads the library and the routes and changes nothing.

mod program_messages;
mod sections;
mod site_paths;
mod template_messages;
mod unknown_references;
mod untranslated_messages;

use crate::diagnostic::{Code, Diagnostic};
use crate::id::closest;
use crate::place::Place;
use crate::plan::Routes;
use crate::resolve::library::Library;

/// A check: reads a site, says what is wrong with it.
type Check = fn(&Library, &Routes) -> Vec<Diagnostic>;

/// All checks.
const CHECKS: &[Check] = &[
    program_messages::check,
    sections::check,
    site_paths::check,
    template_messages::check,
    unknown_references::check,
    untranslated_messages::check,
];

/// What to say of a message that is called for and that nobody defines.
fn undefined_message(library: &Library, id: &str, place: Option<&Place>) -> Diagnostic {
    let default = library.default_locale;
    let known = library.messages.definitions(default).map(|definition| definition.id.value.as_str());
    // Ids such as `skill-java` and `skill-sql` share a long beginning; only what differs may make them close.
    let family = id.split_inclusive('-').next().unwrap_or_default();
    let close = closest(id.strip_prefix(family).unwrap_or(id), known.filter_map(|known| known.strip_prefix(family)));
    let close = close.map(|close| format!("{family}{close}"));
    let help = format!("define it in `locales/{}/`", library[default].code);
    let mut diagnostic = Diagnostic::error(Code::MissingMessage, format!("the message `{id}` is not defined"));
    diagnostic.place = place.cloned();
    diagnostic.did_you_mean(close.as_deref(), help)
}

/// Runs all checks.
#[must_use]
pub fn check(library: &Library, routes: &Routes) -> Vec<Diagnostic> {
    CHECKS.iter().flat_map(|check| check(library, routes)).collect()
}
