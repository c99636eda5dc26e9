//! The program on one screen: from a folder to a library with its routes, and from there to a published site.

use std::path::Path;
use std::time::{Duration, Instant};

use rayon::prelude::*;

use crate::check;
use crate::check::differences::{self, Difference};
use crate::diagnostic::{self, Code, Diagnostic, Failure};
use crate::load::{self, Sources};
use crate::parse;
use crate::parse::revision::{Part, Revision};
use crate::plan::{self, Routes};
use crate::render::Renderer;
use crate::resolve::library::{EntryIndex, Library, LocaleIndex};
use crate::resolve::{self, Options};
use crate::write::{self, Written};

/// A site before rendering, and all that is wrong with it.
pub struct Compiled {
    /// The library and its routes; `None` if the configuration cannot be used.
    pub site: Option<(Library, Routes)>,
    /// What is wrong, in order.
    pub diagnostics: Vec<Diagnostic>,
}

/// How long each stage took.
#[derive(Clone, Debug, Default)]
pub struct Timings(pub Vec<(&'static str, Duration)>);

/// Makes a site from its sources. Pure: the same sources and options give the same site.
#[must_use]
pub fn compile(sources: &Sources, options: &Options, timings: &mut Timings) -> Compiled {
    let (parsed, mut diagnostics) = timings.of("parse", || parse::parse(sources));
    let site = parsed.map(|parsed| {
        let (library, found) = timings.of("resolve", || resolve::resolve(parsed, options));
        diagnostics.extend(found);
        let (routes, found) = timings.of("plan", || plan::plan(&library));
        diagnostics.extend(found);
        diagnostics.extend(timings.of("check", || check::check(&library, &routes)));
        check::silence(&library, &mut diagnostics);
        (library, routes)
    });
    diagnostic::sort(&mut diagnostics);
    Compiled { site, diagnostics }
}

/// Reads the site at `root`.
///
/// # Errors
///
/// If it cannot be read.
pub fn load(root: &Path, timings: &mut Timings) -> Result<Sources, Failure> {
    timings.of("load", || load::load(root))
}

/// Renders all routes in parallel straight into the writer, which publishes them together if all succeed.
///
/// # Errors
///
/// Either the diagnostics of the routes that could not be rendered, or a failure to write. Nothing is published then.
pub fn publish(
    library: &Library,
    routes: &Routes,
    output: &Path,
    timings: &mut Timings,
) -> Result<Result<Written, Vec<Diagnostic>>, Failure> {
    let renderer = Renderer::new(library, routes);
    let staging = write::Staging::begin(output)?;
    let outcome = timings.of("render", || {
        let failed =
            routes.iter().collect::<Vec<_>>().into_par_iter().map(|(path, route)| match renderer.render(route) {
                Ok(output) => staging.put(path, &output).map(|()| None),
                Err(mistake) => Ok(Some(*mistake)),
            });
        failed.collect::<Result<Vec<_>, Failure>>()
    })?;
    let mut mistakes: Vec<_> = outcome.into_iter().flatten().collect();
    if !mistakes.is_empty() {
        diagnostic::sort(&mut mistakes);
        return Ok(Err(mistakes));
    }
    timings.of("write", || staging.publish()).map(Ok)
}

/// What has changed in the originals of stale translations, as far as the history of the site tells.
pub struct History<'s> {
    root: &'s Path,
    sources: &'s Sources,
    library: &'s Library,
    /// The original that has been looked at last, its states, and its present one.
    last: Option<(EntryIndex, Vec<Vec<Part>>, Vec<Part>)>,
}

impl<'s> History<'s> {
    /// The history of the site at `root`.
    #[must_use]
    pub fn of(root: &'s Path, sources: &'s Sources, library: &'s Library) -> Self {
        Self { root, sources, library, last: None }
    }

    /// What has changed in the original of an entry since its translation was made.
    pub fn differences(&mut self, entry: EntryIndex, locale: LocaleIndex) -> Vec<Difference> {
        let stale = self.library.page(entry, locale).and_then(|page| page.stale.as_ref());
        let Some(recorded) = stale.map(|stale| &stale.recorded) else { return Vec::new() };
        if self.last.as_ref().is_none_or(|(of, ..)| *of != entry) {
            self.last = self.look(entry);
        }
        let Some((_, versions, now)) = &self.last else { return Vec::new() };
        let earlier = versions.iter().find(|parts| Revision::of(parts).hash == *recorded);
        earlier.map(|earlier| differences::between(earlier, now)).unwrap_or_default()
    }

    fn look(&self, entry: EntryIndex) -> Option<(EntryIndex, Vec<Vec<Part>>, Vec<Part>)> {
        let file = &self.library.page(entry, self.library.default_locale)?.text.title.place.file;
        let now = parse::text::translatable(file, self.sources.files.get(file)?)?;
        let versions = load::history::versions(self.root, file);
        let versions = versions.iter().filter_map(|bytes| parse::text::translatable(file, bytes)).collect();
        Some((entry, versions, now))
    }

    /// Adds to the diagnostics of stale translations what has changed.
    pub fn explain(&mut self, diagnostics: &mut [Diagnostic]) {
        for (entry, locale, page, _) in check::stale_translations::stale_pages(self.library) {
            let place = check::stale_translations::place(page);
            let reported = |diagnostic: &&mut Diagnostic| {
                diagnostic.code == Code::StaleTranslation && diagnostic.place.as_ref() == Some(place)
            };
            let Some(diagnostic) = diagnostics.iter_mut().find(reported) else { continue };
            for Difference { part, words } in self.differences(entry, locale) {
                let help = diagnostic.help.get_or_insert_default();
                *help = format!("{help}\n{part}: {words}");
            }
        }
    }
}

/// Records in translations that they are up to date with their originals. Says how many files that changed.
///
/// # Errors
///
/// If a file cannot be read or written. The files before it have then been changed.
pub fn accept(root: &Path, library: &Library, chosen: &[(EntryIndex, LocaleIndex)]) -> Result<usize, Failure> {
    let mut changes = Vec::new();
    for (entry, locale) in chosen {
        let text = |locale| library.page(*entry, locale).map(|page| &page.text);
        let (Some(original), Some(translation)) = (text(library.default_locale), text(*locale)) else { continue };
        let path = root.join(translation.title.place.file.as_str());
        let before = load::text(&path)?;
        let after = parse::accept::with_source(&before, &original.revision)
            .map_err(|problem| Failure::to("read", &path)(std::io::Error::other(problem)))?;
        if after != before {
            changes.push((path, after));
        }
    }
    changes.iter().try_for_each(|(path, text)| write::replace(path, text.as_bytes()))?;
    Ok(changes.len())
}

impl Timings {
    fn of<T>(&mut self, stage: &'static str, run: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = run();
        self.0.push((stage, start.elapsed()));
        result
    }
}
