//! The upkeep of translations beside the pipeline: what has changed in an original, as far as the history of the site tells,
//! and that a translation is up to date again.

pub mod coverage;
pub mod differences;

use std::collections::BTreeMap;
use std::path::Path;

use crate::check::stale_translations::stale_texts;
use crate::diagnostic::{Code, Diagnostic, Failure};
use crate::load::{self, Sources};
use crate::parse;
use crate::parse::config::Kind;
use crate::parse::revision::{self, Part, Revision};
use crate::place::SourcePath;
use crate::resolve::library::{LocaleIndex, Stale};
use crate::resolve::sections::SectionNames;
use crate::site::Site;
use crate::translated::Translated;
use crate::write::{self, Durability};
use differences::Difference;

/// What has changed in the originals of stale translations, as far as the history of the site tells.
pub struct History<'s> {
    root: &'s Path,
    sources: &'s Sources,
    site: &'s Site,
    /// The states of the original that has been looked at last.
    last: Option<(SourcePath, States)>,
    /// Those of shared blocks, in which many originals have changed at once.
    blocks: BTreeMap<SourcePath, States>,
}

/// The states of a file: those that have been committed, and its present one.
struct States {
    earlier: Vec<Vec<Part>>,
    now: Vec<Part>,
}

impl<'s> History<'s> {
    /// The history of the site at `root`.
    #[must_use]
    pub fn of(root: &'s Path, sources: &'s Sources, site: &'s Site) -> Self {
        Self { root, sources, site, last: None, blocks: BTreeMap::new() }
    }

    /// What has changed in an original since its translation was made, its own words before those of its blocks.
    pub fn differences(&mut self, original: Translated, locale: LocaleIndex) -> Vec<Difference> {
        let site = self.site;
        let Some(translation) = original.version(site, locale) else { return Vec::new() };
        let (Some(stale), recorded) = (translation.stale, translation.source_parts) else { return Vec::new() };
        let mut differences = self.own_differences(original, stale, recorded);
        for block in site.bodies.blocks.iter().filter(|_| !recorded.is_empty()) {
            let name = revision::name_of_block(&block.id);
            let text = block.text(site.library.default_locale).filter(|_| stale.changed.contains(&name));
            if let Some((text, hash)) = text.zip(recorded.get(&name)) {
                differences.extend(self.differences_of_block(&text.file, &name, hash));
            }
        }
        differences
    }

    fn own_differences(
        &mut self,
        original: Translated,
        stale: &Stale,
        recorded: &BTreeMap<String, String>,
    ) -> Vec<Difference> {
        let file = original.version(self.site, self.site.library.default_locale).map(|text| text.file);
        let Some(file) = file else { return Vec::new() };
        if self.last.as_ref().is_none_or(|(of, _)| of != file) {
            let kind = original.kind(self.site);
            self.last = self.look(file, kind).map(|states| (file.clone(), states));
        }
        let Some((_, States { earlier, now })) = &self.last else { return Vec::new() };
        let is_meant = |parts: &&Vec<Part>| {
            let revision = Revision::of(parts);
            let is_recorded = |(name, hash): &(String, String)| recorded.get(name) == Some(hash);
            revision.hash == stale.recorded || !recorded.is_empty() && revision.parts.iter().all(is_recorded)
        };
        earlier.iter().find(is_meant).map(|earlier| differences::between(earlier, now)).unwrap_or_default()
    }

    fn differences_of_block(&mut self, file: &SourcePath, name: &str, recorded: &str) -> Vec<Difference> {
        if !self.blocks.contains_key(file) {
            let states = self.look(file, None).unwrap_or(States { earlier: Vec::new(), now: Vec::new() });
            self.blocks.insert(file.clone(), states);
        }
        let States { earlier, now } = &self.blocks[file];
        let earlier = earlier.iter().find(|parts| Revision::of(parts).hash.starts_with(recorded));
        let differences = earlier.map(|earlier| differences::between(earlier, now)).unwrap_or_default();
        differences.into_iter().map(|found| Difference { part: name.to_owned(), ..found }).collect()
    }

    fn look(&self, file: &SourcePath, kind: Option<Kind>) -> Option<States> {
        let library = &self.site.library;
        let names = SectionNames::of(&library.messages, library.all_locales());
        let locale = &library[library.default_locale].code;
        let parts = |bytes: &[u8]| {
            let parts = parse::translatable(file, bytes)?;
            Some(if kind == Some(Kind::Role) { names.parts(parts, locale) } else { parts })
        };
        let now = parts(self.sources.files.get(file)?)?;
        let versions = load::history::versions(self.root, file);
        Some(States { earlier: versions.iter().filter_map(|bytes| parts(bytes)).collect(), now })
    }

    /// Adds to the diagnostics of stale translations what has changed.
    pub fn explain(&mut self, diagnostics: &mut [Diagnostic]) {
        for (original, locale, text, _) in stale_texts(self.site) {
            let reported = |diagnostic: &&mut Diagnostic| {
                diagnostic.code == Code::StaleTranslation && diagnostic.place.as_ref() == Some(&text.place)
            };
            let Some(diagnostic) = diagnostics.iter_mut().find(reported) else { continue };
            for Difference { part, words } in self.differences(original, locale) {
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
pub fn accept(root: &Path, site: &Site, chosen: &[(Translated, LocaleIndex)]) -> Result<usize, Failure> {
    let mut changes = Vec::new();
    for (original, locale) in chosen {
        let Some(revision) = original.revision(site) else { continue };
        let Some(translation) = original.version(site, *locale) else { continue };
        let path = root.join(translation.file.as_str());
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
