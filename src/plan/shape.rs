//! What routes speak of.

use super::{Route, Routes};
use crate::fingerprint::Fingerprint;
use crate::output_path::OutputPath;
use crate::resolve::library::Library;

/// What routes speak of, wherever pages lie: while it is the same, the routes of one library make sense for another, whose
/// texts, messages, templates and addresses may differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// What the numbers in routes stand for.
    numbers: Fingerprint,
    /// The sum of all routes, which may come in any order, but for the search index and pictures.
    routes: u128,
}

impl Shape {
    /// Reads it off the routes of a library.
    #[must_use]
    pub fn of(routes: &Routes, library: &Library) -> Self {
        let of_route = |(path, route): (&OutputPath, &Route)| match route {
            // Made of words: which there are is no matter of what the site consists of.
            Route::SearchManifest(_) | Route::SearchFile(..) | Route::SocialImage(_) => 0,
            // Found by their permalinks.
            Route::Page(_) | Route::Document(..) => Fingerprint::of_value(route).to_number(),
            _ => Fingerprint::of_value(&(path, route)).to_number(),
        };
        let numbers = (
            library.locales().map(|locale| &library[locale].code).collect::<Vec<_>>(),
            library.collections().map(|collection| &library[collection].id).collect::<Vec<_>>(),
            library.entries().map(|entry| &library[entry].id).collect::<Vec<_>>(),
            library.skills().map(|skill| &library[skill].id).collect::<Vec<_>>(),
        );
        Self {
            numbers: Fingerprint::of_value(&numbers),
            routes: routes.iter().map(of_route).fold(0, u128::wrapping_add),
        }
    }
}
