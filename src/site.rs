//! A site before rendering.

use std::sync::Arc;

use crate::output_path::OutputPath;
use crate::plan::{PageRoute, Route, Routes};
use crate::relate::Related;
use crate::resolve::bodies::{Bodies, ResolvedBody};
use crate::resolve::library::{EntryIndex, Library, LocaleIndex};

/// All that is known of a site before a page of it is rendered.
#[derive(Clone)]
pub struct Site {
    /// What its pages are made from, but for the bodies of texts.
    pub library: Arc<Library>,
    /// The bodies of its texts.
    pub bodies: Arc<Bodies>,
    /// The related entries of each page.
    pub related: Arc<Related>,
    /// Its files.
    pub routes: Arc<Routes>,
}

impl Site {
    /// The body that an entry's page in a locale shows: that of its own text, or of the text that serves it.
    #[must_use]
    pub fn shown_body(&self, entry: EntryIndex, locale: LocaleIndex) -> Option<&ResolvedBody> {
        self.bodies.get(entry, self.library.page(entry, locale)?.language)
    }

    /// The files that are to be made, in the order of their paths: all or, if this is a shard, its share.
    #[must_use]
    pub fn files(&self) -> Vec<(&OutputPath, &Route)> {
        match &self.library.share {
            None => self.routes.iter().collect(),
            Some(share) => self.routes.of_share(&self.library, share),
        }
    }

    /// How many pages each locale has, in the order of the configuration: all but those for search and for errors.
    #[must_use]
    pub fn pages_by_locale(&self) -> Vec<(String, usize)> {
        let files = self.files();
        let count = |locale: LocaleIndex| {
            let of_locale = |route: &Route| match route {
                Route::Page(PageRoute::Languages | PageRoute::NotFound(_) | PageRoute::Search(_)) => false,
                Route::Page(page) => page.locale() == Some(locale),
                _ => false,
            };
            files.iter().filter(|(_, route)| of_locale(route)).count()
        };
        let locales = self.library.locales();
        locales.map(|locale| (self.library[locale].code.to_string(), count(locale))).collect()
    }
}
