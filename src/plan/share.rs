//! The files that a shard makes: those of its entries, and so much of the rest that all shards have about as much to do.

use super::{PageRoute, Route, Routes};
use crate::output_path::OutputPath;
use crate::resolve::library::{EntryIndex, Library};
use crate::shard::Share;

/// How many entries in a list cost as much as a page of an entry.
const ENTRIES_A_PAGE: usize = 20;

impl Routes {
    /// The files of a share, in the order of their paths. The shares of all shards have no file in common but pictures that stand in
    /// texts of several, and together have all.
    #[must_use]
    pub fn of_share<'r>(&'r self, library: &Library, share: &Share) -> Vec<(&'r OutputPath, &'r Route)> {
        let mut own: Vec<_> = self.iter().filter(|file| self.is_in(library, share, *file) == Some(true)).collect();
        let mut rest: Vec<_> = self
            .iter()
            .filter(|file| self.is_in(library, share, *file).is_none())
            .map(|(path, route)| (cost(library, route), path, route))
            .collect();
        // The most costly first, each to the shard that has least so far: Graham, "Bounds on multiprocessing timing
        // anomalies", 1969.
        rest.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        let mut loads = vec![0; share.shard.count()];
        for (cost, path, route) in rest {
            let least = (0..loads.len()).min_by_key(|shard| loads[*shard]).expect("there is at least one shard");
            loads[least] += cost;
            if least == share.shard.index() {
                own.push((path, route));
            }
        }
        own.sort_unstable_by_key(|(path, _)| *path);
        own
    }

    /// Whether a file is in a share; `None` if it belongs to the site as a whole.
    fn is_in(&self, library: &Library, share: &Share, (path, route): (&OutputPath, &Route)) -> Option<bool> {
        let has = |entry: &EntryIndex| share.has(&library[*entry].id);
        match route {
            Route::Page(PageRoute::Entry(_, entry)) | Route::Document(_, entry) => Some(has(entry)),
            // No shard sees all the texts that may link to a picture.
            Route::FileBeside(..) => Some(self.linked_from.get(path.as_str()).is_some_and(|from| from.iter().any(has))),
            Route::SearchManifest(locale) | Route::SearchFile(locale, _) => Some(share.has_locale(locale.0)),
            _ => None,
        }
    }
}

/// What a file that belongs to the site as a whole costs, in pages of entries.
fn cost(library: &Library, route: &Route) -> usize {
    let list = |entries: usize| 1 + entries / ENTRIES_A_PAGE;
    match route {
        Route::Page(PageRoute::Listing(locale, collection)) => {
            list(2 * library.entries_of(*collection, *locale).count())
        }
        Route::Page(PageRoute::Index(locale)) => list(library.indexed(*locale).count()),
        Route::Page(PageRoute::Skill(locale, skill)) => list(library.roles_with(*skill, *locale).count()),
        Route::Page(PageRoute::Facet(locale, facet)) => {
            list(library.facet_page(*facet, *locale).map_or(0, |page| page.entries.len()))
        }
        Route::Page(PageRoute::Skills(_)) => list(library.skills().count()),
        Route::Sitemap(part) => list(part.len),
        Route::SocialImage(_) => ENTRIES_A_PAGE,
        _ => 1,
    }
}
