//! The program on one screen: from a folder to a site, and from there to its files.

use std::sync::Arc;
use std::time::Instant;

use rayon::prelude::*;

use crate::check;
use crate::diagnostic::{self, Diagnostic, Failure, has_errors};
use crate::fingerprint::Fingerprint;
use crate::load::{self, Root, Sources};
use crate::parse::{self, Parser};
use crate::plan::{self, PageRoute, Route, Shape};
pub use crate::rebuild::Comparison;
use crate::relate::{self, Related};
use crate::render::{Inputs, Output, Renderer};
use crate::resolve::{self, Options, Resolved, Resolver};
use crate::site::Site;
use crate::timings::FileTiming;
pub use crate::timings::{Timings, Watcher};
use crate::write::{OutputFolder, Publication, Staging, ToMake, Trust, Turn, Written};

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
    let resolved = parsed.map(|parsed| {
        let (resolved, found) = timings.of("resolve", || resolve::resolve(parsed, options));
        diagnostics.extend(found);
        resolved
    });
    finish(Begun { resolved, diagnostics }, timings, |inputs| Arc::new(relate::relate(inputs)), |_, _| {})
}

/// A site with its names resolved, and what has been found wrong so far.
pub struct Begun {
    /// `None` if the configuration cannot be used.
    pub resolved: Option<Resolved>,
    /// In no order.
    pub diagnostics: Vec<Diagnostic>,
}

/// The stages after resolving. A site without checks is handed out on the way.
fn finish(
    Begun { resolved, mut diagnostics }: Begun,
    timings: &mut Timings,
    relate: impl FnOnce(&relate::Inputs) -> Arc<Related> + Send,
    unchecked: impl FnOnce(&Site, &[Diagnostic]),
) -> Compiled {
    let site = resolved.map(|Resolved { library, bodies }| {
        let (related, (routes, found)) = timings.of_two(
            ("relate", || relate(&relate::Inputs::of(&library, &bodies))),
            ("plan", || plan::plan(&library, &bodies)),
        );
        diagnostics.extend(found);
        let site = Site { library, bodies, related, routes: Arc::new(routes) };
        unchecked(&site, &diagnostics);
        diagnostics.extend(timings.of("check", || check::check(&site)));
        check::silence(&site.library, &mut diagnostics);
        site
    });
    diagnostic::sort(&mut diagnostics);
    Compiled { site, diagnostics }
}

/// Makes a site from its sources, any number of times. What is made from the same inputs as the last time is not made again;
/// the result is always that of [`compile`].
#[derive(Default)]
pub struct Compiler {
    parser: Parser,
    resolver: Resolver,
    related: Option<(Fingerprint, Arc<Related>)>,
    last: Option<(Shape, Site)>,
}

impl Compiler {
    /// Parses and resolves.
    pub fn begin(&mut self, sources: &Sources, options: &Options, timings: &mut Timings) -> Begun {
        let (parsed, mut diagnostics) = timings.of("parse", || self.parser.parse(sources));
        let resolved = parsed.map(|parsed| {
            let (resolved, found) = timings.of("resolve", || self.resolver.resolve(parsed, options));
            diagnostics.extend(found);
            resolved
        });
        Begun { resolved, diagnostics }
    }

    /// A site that can be shown at once, if all pages are where they were: its texts, messages and templates are those of
    /// now, its related entries and search index still those of the last time.
    #[must_use]
    pub fn draft(&self, begun: &Begun) -> Option<Site> {
        let Resolved { library, bodies } = begun.resolved.as_ref().filter(|_| !has_errors(&begun.diagnostics))?;
        let (_, last) = self.last.as_ref().filter(|(shape, _)| *shape == plan::shape(library, bodies))?;
        Some(Site { library: Arc::clone(library), bodies: Arc::clone(bodies), ..last.clone() })
    }

    /// Makes the rest. A site of which only the checks are missing is handed out on the way.
    pub fn finish(
        &mut self,
        begun: Begun,
        timings: &mut Timings,
        unchecked: impl FnOnce(&Site, &[Diagnostic]),
    ) -> Compiled {
        let relate = |inputs: &relate::Inputs| {
            let fingerprint = Fingerprint::of_value(inputs);
            match &self.related {
                Some((known, related)) if *known == fingerprint => Arc::clone(related),
                _ => Arc::clone(&self.related.insert((fingerprint, Arc::new(relate::relate(inputs)))).1),
            }
        };
        let compiled = finish(begun, timings, relate, unchecked);
        self.last = compiled.site.as_ref().map(|site| (Shape::of(&site.routes, &site.library), site.clone()));
        compiled
    }
}

/// Reads a site.
///
/// # Errors
///
/// If it cannot be read.
pub fn load(root: &Root, timings: &mut Timings) -> Result<Sources, Failure> {
    timings.of("load", || load::load(root))
}

/// Compares a site's sources with what the last build was made from, and an output with how it was left.
///
/// # Errors
///
/// If the record of the last build cannot be read.
pub fn compare(
    sources: &Sources,
    options: &Options,
    output: &OutputFolder,
    trust: Trust,
    timings: &mut Timings,
) -> Result<Comparison, Failure> {
    timings.of("compare", || Comparison::of(sources, options, output, trust))
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
    comparison: Comparison,
    publication: Publication,
    timings: &mut Timings,
) -> Result<Result<Written, Vec<Diagnostic>>, Failure> {
    let renderer = Renderer::new(site);
    let made_from = comparison.library(&site.library);
    let about = comparison.about(site.pages_by_locale(), diagnostics.to_vec());
    let staging = Staging::begin(publication, comparison.into_last())?;
    let mut files = site.files();
    let outcomes = timings.of_files("render", files.len(), |advance| {
        // What belongs to the site as a whole takes longest: it begins first, so that no core waits for it in the end.
        files.sort_by_key(|(_, route)| matches!(route, Route::Page(PageRoute::Entry(..)) | Route::Document(..)));
        let files = files.into_par_iter().map(|(path, route)| {
            let inputs = Inputs::of(site, route);
            let file = ToMake { path, turn: turn(route), from: inputs.fingerprint(made_from) };
            let is_there = match route {
                Route::StaticFile(_) | Route::FileBeside(..) => false,
                Route::SocialImage(_) => staging.keep_by_name(file),
                _ => staging.keep(file),
            };
            let outcome = if is_there { Ok(Rendered::Kept) } else { render(&renderer, &staging, file, route, inputs) };
            advance();
            outcome
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
    timings.of("write", || staging.publish(about)).map(Ok)
}

/// When a file is published: pages after what they need, and before what tells of them.
fn turn(route: &Route) -> Turn {
    match route {
        Route::Page(_) | Route::Redirect(_) => Turn::Page,
        Route::SearchManifest(_) | Route::SearchFile(..) => Turn::SearchIndex,
        Route::Feed(_)
        | Route::Sitemap(_)
        | Route::SitemapIndex(_)
        | Route::Robots
        | Route::Redirects
        | Route::Headers => Turn::Notice,
        Route::Document(..)
        | Route::SocialImage(_)
        | Route::ThemeFile(_)
        | Route::ThemeStylesheet
        | Route::StaticFile(_)
        | Route::FileBeside(..) => Turn::Asset,
    }
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
    file: ToMake,
    route: &Route,
    inputs: Inputs,
) -> Result<Rendered, Failure> {
    let start = Instant::now();
    let output = match renderer.make(inputs) {
        Ok(output) => output,
        Err(mistake) => return Ok(Rendered::Wrong(mistake)),
    };
    let time = start.elapsed();
    let bytes = match output {
        Output::Bytes(bytes) => staging.put(file, &bytes).map(|()| bytes.len()),
        Output::Held(bytes) => staging.put(file, bytes).map(|()| bytes.len()),
        Output::CopyOf(source, content) => staging.copy(file.path, file.turn, source, content),
    }?;
    Ok(Rendered::Anew(FileTiming { path: file.path.to_string(), template: renderer.template(route), time, bytes }))
}
