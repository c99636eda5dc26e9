//! The program on one screen: from a folder to a site, and from there to its files.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use rayon::prelude::*;

use crate::check;
use crate::diagnostic::{self, Diagnostic, Failure, has_errors};
use crate::fingerprint::{Fingerprint, Fingerprints};
use crate::load::{self, Sources};
use crate::parse::{self, Parser};
use crate::plan::{self, PageRoute, Route, Shape};
use crate::relate::{self, Related};
use crate::render::{Output, Renderer};
use crate::resolve::library::Library;
use crate::resolve::{self, Options, Resolver};
use crate::site::Site;
use crate::timings::FileTiming;
pub use crate::timings::Timings;
use crate::write::{About, Record, Staging, Written};

/// A site before rendering, and all that is wrong with it.
pub struct Compiled {
    /// The site; `None` if the configuration cannot be used.
    pub site: Option<Site>,
    /// What is wrong, in order.
    pub diagnostics: Vec<Diagnostic>,
}

/// Makes a site from its sources. Pure: the same sources and options give the same site.
#[must_use]
pub fn compile(sources: &Sources, options: &Options, timings: &mut Timings) -> Compiled {
    let (parsed, mut diagnostics) = timings.of("parse", || match options.shard {
        None => parse::parse(sources),
        Some(shard) => parse::parse_share(sources, shard),
    });
    let library = parsed.map(|parsed| {
        let (library, found) = timings.of("resolve", || resolve::resolve(parsed, options));
        diagnostics.extend(found);
        Arc::new(library)
    });
    finish(Begun { library, diagnostics }, timings, |library| Arc::new(relate::relate(library)), |_, _| {})
}

/// A library, and what has been found wrong so far.
pub struct Begun {
    /// `None` if the configuration cannot be used.
    pub library: Option<Arc<Library>>,
    /// In no order.
    pub diagnostics: Vec<Diagnostic>,
}

/// The stages after resolving. A site without checks is handed out on the way.
fn finish(
    Begun { library, mut diagnostics }: Begun,
    timings: &mut Timings,
    relate: impl FnOnce(&Library) -> Arc<Related> + Send,
    unchecked: impl FnOnce(&Site, &[Diagnostic]),
) -> Compiled {
    let site = library.map(|library| {
        let (related, (routes, found)) =
            timings.of_two(("relate", || relate(&library)), ("plan", || plan::plan(&library)));
        diagnostics.extend(found);
        let site = Site { library, related, routes: Arc::new(routes) };
        unchecked(&site, &diagnostics);
        diagnostics.extend(timings.of("check", || check::check(&site)));
        check::silence(&site.library, &mut diagnostics);
        site
    });
    diagnostic::sort(&mut diagnostics);
    Compiled { site, diagnostics }
}

/// Makes a site from its sources, any number of times. What depends on nothing that has changed since the last time is not
/// made again; the result is always that of [`compile`].
#[derive(Default)]
pub struct Compiler {
    parser: Parser,
    resolver: Resolver,
    related: Option<(relate::Inputs, Arc<Related>)>,
    last: Option<(Shape, Site)>,
}

impl Compiler {
    /// Parses and resolves.
    pub fn begin(&mut self, sources: &Sources, options: &Options, timings: &mut Timings) -> Begun {
        let (parsed, mut diagnostics) = timings.of("parse", || self.parser.parse(sources));
        let library = parsed.map(|parsed| {
            let (library, found) = timings.of("resolve", || self.resolver.resolve(parsed, options));
            diagnostics.extend(found);
            Arc::new(library)
        });
        Begun { library, diagnostics }
    }

    /// A site that can be shown at once, if all pages are where they were: its texts, messages and templates are those of
    /// now, its related entries and search index still those of the last time.
    #[must_use]
    pub fn draft(&self, begun: &Begun) -> Option<Site> {
        let library = begun.library.as_ref().filter(|_| !has_errors(&begun.diagnostics))?;
        let (_, last) = self.last.as_ref().filter(|(shape, _)| *shape == Shape::of(library))?;
        Some(Site { library: Arc::clone(library), ..last.clone() })
    }

    /// Makes the rest. A site of which only the checks are missing is handed out on the way.
    pub fn finish(
        &mut self,
        begun: Begun,
        timings: &mut Timings,
        unchecked: impl FnOnce(&Site, &[Diagnostic]),
    ) -> Compiled {
        let relate = |library: &Library| {
            let inputs = relate::Inputs::of(library);
            match &self.related {
                Some((known, related)) if *known == inputs => Arc::clone(related),
                _ => Arc::clone(&self.related.insert((inputs, Arc::new(relate::relate(library)))).1),
            }
        };
        let compiled = finish(begun, timings, relate, unchecked);
        self.last = compiled.site.as_ref().map(|site| (Shape::of(&site.library), site.clone()));
        compiled
    }
}

/// Reads the site at `root`.
///
/// # Errors
///
/// If it cannot be read.
pub fn load(root: &Path, timings: &mut Timings) -> Result<Sources, Failure> {
    timings.of("load", || load::load(root))
}

/// What a build is made from, beside what the last one was made from.
pub struct Comparison {
    fingerprints: Fingerprints,
    last: Option<Record>,
    is_current: bool,
}

impl Comparison {
    /// What the last build published, if this one would publish the same.
    #[must_use]
    pub fn current(&self) -> Option<&Record> {
        self.last.as_ref().filter(|_| self.is_current)
    }
}

/// Compares a site's sources with what the last build was made from, and an output with how it was left.
#[must_use]
pub fn compare(sources: &Sources, options: &Options, output: &Path, timings: &mut Timings) -> Comparison {
    timings.of("compare", || {
        let fingerprints = Fingerprints::new(sources, options, &load::program());
        let (everything, last) = (fingerprints.everything(), Record::read(output));
        let is_current = last.as_ref().is_some_and(|last| last.is_current(everything, &sources.static_files, output));
        Comparison { fingerprints, last, is_current }
    })
}

/// Renders all routes in parallel straight into the writer, which publishes them together if all succeed. What would be the
/// same as the last time is not rendered; `diagnostics` are kept in mind for a build that changes nothing.
///
/// # Errors
///
/// Either the diagnostics of the routes that could not be rendered, or a failure to write. Nothing is published then.
pub fn publish(
    site: &Site,
    diagnostics: &[Diagnostic],
    Comparison { fingerprints, last, .. }: Comparison,
    output: &Path,
    timings: &mut Timings,
) -> Result<Result<Written, Vec<Diagnostic>>, Failure> {
    let renderer = Renderer::new(site);
    let staging = Staging::begin(output, last)?;
    let outcomes = timings.of("render", || {
        // What belongs to the site as a whole takes longest: it begins first, so that no core waits for it in the end.
        let mut files = site.files();
        files.sort_by_key(|(_, route)| matches!(route, Route::Page(PageRoute::Entry(..)) | Route::Document(..)));
        let files = files.into_par_iter().map(|(path, route)| {
            let from = fingerprints.of(site, route);
            let is_there = match route {
                Route::StaticFile(_) => false,
                Route::SocialImage(_) => staging.keep_by_name(path, from),
                _ => staging.keep(path, from),
            };
            if is_there { Ok(Rendered::Kept) } else { render(&renderer, &staging, path, route, from) }
        });
        files.collect::<Result<Vec<_>, Failure>>()
    })?;
    let mut mistakes = Vec::new();
    for outcome in outcomes {
        match outcome {
            Rendered::Anew(timing) => timings.files.push(timing),
            Rendered::Kept => {}
            Rendered::Wrong(mistake) => mistakes.push(*mistake),
        }
    }
    if !mistakes.is_empty() {
        diagnostic::sort(&mut mistakes);
        return Ok(Err(mistakes));
    }
    let about = About {
        everything: fingerprints.everything(),
        pages: site.pages_by_locale(),
        diagnostics: diagnostics.to_vec(),
    };
    timings.of("write", || staging.publish(about)).map(Ok)
}

/// What became of a file.
enum Rendered {
    Anew(FileTiming),
    Kept,
    Wrong(Box<Diagnostic>),
}

/// Renders one file into the staging folder.
fn render(
    renderer: &Renderer<&Site>,
    staging: &Staging,
    path: &str,
    route: &Route,
    from: Fingerprint,
) -> Result<Rendered, Failure> {
    let start = Instant::now();
    let output = match renderer.render(route) {
        Ok(output) => output,
        Err(mistake) => return Ok(Rendered::Wrong(mistake)),
    };
    let time = start.elapsed();
    let bytes = match output {
        Output::Bytes(bytes) => staging.put(path, from, &bytes).map(|()| bytes.len()),
        Output::Held(bytes) => staging.put(path, from, bytes).map(|()| bytes.len()),
        Output::CopyOf(source) => staging.copy(path, source),
    }?;
    Ok(Rendered::Anew(FileTiming { path: path.to_owned(), template: renderer.template(route), time, bytes }))
}
