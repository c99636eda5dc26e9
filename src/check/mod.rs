//! Checks: what can be wrong with a site although every stage can deal with it.
//!
//! One file a check, and a table of them. A check reads the library and the routes and changes nothing.

mod chrome_messages;
mod content_messages;
mod sections;
mod site_paths;
mod template_messages;
mod unknown_references;
mod untranslated_messages;

use crate::diagnostic::Diagnostic;
use crate::plan::Routes;
use crate::resolve::library::Library;

/// A check: reads a site, says what is wrong with it.
type Check = fn(&Library, &Routes) -> Vec<Diagnostic>;

/// All checks.
const CHECKS: &[Check] = &[
    chrome_messages::check,
    content_messages::check,
    sections::check,
    site_paths::check,
    template_messages::check,
    unknown_references::check,
    untranslated_messages::check,
];

/// Runs all checks.
#[must_use]
pub fn check(library: &Library, routes: &Routes) -> Vec<Diagnostic> {
    CHECKS.iter().flat_map(|check| check(library, routes)).collect()
}
