//! The upkeep of translations beside the pipeline: what has changed in an original, as far as the history of the site tells,
//! and that a translation is up to date again.

pub mod coverage;
pub mod differences;

use std::path::Path;

use crate::check::stale_translations::{place, stale_pages};
use crate::diagnostic::{Code, Diagnostic, Failure};
use crate::load::{self, Sources};
use crate::parse;
use crate::parse::config::Kind;
use crate::parse::revision::{Part, Revision};
use crate::resolve::library::{EntryIndex, LocaleIndex};
use crate::resolve::sections::SectionNames;
use crate::site::Site;
use crate::write::{self, Durability};
use differences::Difference;

/// What has changed in the originals of stale translations, as far as the history of the site tells.
pub struct History<'s> {
    root: &'s Path,
    sources: &'s Sources,
    site: &'s Site,
    /// The original that has been looked at last, its states, and its present one.
    last: Option<(EntryIndex, Vec<Vec<Part>>, Vec<Part>)>,
}

impl<'s> History<'s> {
    /// The history of the site at `root`.
    #[must_use]
    pub fn of(root: &'s Path, sources: &'s Sources, site: &'s Site) -> Self {
        Self { root, sources, site, last: None }
    }

    /// What has changed in the original of an entry since its translation was made.
    pub fn differences(&mut self, entry: EntryIndex, locale: LocaleIndex) -> Vec<Difference> {
        let stale = self.site.bodies.stale(entry, locale);
        let Some(recorded) = stale.map(|stale| &stale.recorded) else { return Vec::new() };
        if self.last.as_ref().is_none_or(|(of, ..)| *of != entry) {
            self.last = self.look(entry);
        }
        let Some((_, versions, now)) = &self.last else { return Vec::new() };
        let earlier = versions.iter().find(|parts| Revision::of(parts).hash == *recorded);
        earlier.map(|earlier| differences::between(earlier, now)).unwrap_or_default()
    }

    fn look(&self, entry: EntryIndex) -> Option<(EntryIndex, Vec<Vec<Part>>, Vec<Part>)> {
        let library = &self.site.library;
        let file = &library.page(entry, library.default_locale)?.text.title.place.file;
        let names = SectionNames::of(&library.messages, library.all_locales());
        let locale = &library[library.default_locale].code;
        let parts = |bytes: &[u8]| {
            let parts = parse::text::translatable(file, bytes)?;
            Some(match library.kind(entry) {
                Kind::Role => names.parts(parts, locale),
                Kind::Article | Kind::Category | Kind::Page => parts,
            })
        };
        let now = parts(self.sources.files.get(file)?)?;
        let versions = load::history::versions(self.root, file);
        Some((entry, versions.iter().filter_map(|bytes| parts(bytes)).collect(), now))
    }

    /// Adds to the diagnostics of stale translations what has changed.
    pub fn explain(&mut self, diagnostics: &mut [Diagnostic]) {
        for (entry, locale, page, _) in stale_pages(self.site) {
            let place = place(page);
            let reported = |diagnostic: &&mut Diagnostic| {
                diagnostic.code == Code::StaleTranslation && diagnostic.place.as_ref() == Some(place)
            };
            let Some(diagnostic) = diagnostics.iter_mut().find(reported) else { continue };
            for Difference { part, words } in self.differences(entry, locale) {
                *diagnostic = diagnostic.clone().with_lines(&format!("{part}: {words}"));
            }
        }
    }
}

/// Records in translations that they are up to date with their originals. Says how many files that changed.
///
/// # Errors
///
/// If a file cannot be read or written. The files before it have then been changed.
pub fn accept(root: &Path, site: &Site, chosen: &[(EntryIndex, LocaleIndex)]) -> Result<usize, Failure> {
    let mut changes = Vec::new();
    for (entry, locale) in chosen {
        let original = site.bodies.get(*entry, site.library.default_locale);
        let Some(revision) = original.and_then(|original| original.revision.as_ref()) else { continue };
        let Some(translation) = site.library.page(*entry, *locale).map(|page| &page.text) else { continue };
        let path = root.join(translation.title.place.file.as_str());
        let before = load::text(&path)?;
        let after = parse::accept::with_source(&before, revision)
            .map_err(|problem| Failure::to("read", &path)(std::io::Error::other(problem)))?;
        if after != before {
            changes.push((path, after));
        }
    }
    changes.iter().try_for_each(|(path, text)| write::replace(path, text.as_bytes(), Durability::Synced))?;
    Ok(changes.len())
}
