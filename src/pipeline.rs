//! The program on one screen: from a folder to a site, and from there to its files.

use std::path::Path;
use std::time::{Duration, Instant};

use rayon::prelude::*;

use crate::check;
use crate::diagnostic::{self, Diagnostic, Failure};
use crate::load::{self, Sources};
use crate::parse;
use crate::plan::{self, Route};
use crate::relate;
use crate::render::Renderer;
use crate::resolve::{self, Options};
use crate::site::Site;
use crate::write::{self, Written};

/// A site before rendering, and all that is wrong with it.
pub struct Compiled {
    /// The site; `None` if the configuration cannot be used.
    pub site: Option<Site>,
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
        let related = timings.of("relate", || relate::relate(&library));
        let (routes, found) = timings.of("plan", || plan::plan(&library));
        diagnostics.extend(found);
        let site = Site { library, related, routes };
        diagnostics.extend(timings.of("check", || check::check(&site)));
        check::silence(&site.library, &mut diagnostics);
        site
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
pub fn publish(site: &Site, output: &Path, timings: &mut Timings) -> Result<Result<Written, Vec<Diagnostic>>, Failure> {
    let renderer = Renderer::new(site);
    let staging = write::Staging::begin(output)?;
    let outcome = timings.of("render", || {
        let failed = site.routes.iter().collect::<Vec<_>>().into_par_iter().map(|(path, route)| match route {
            Route::SocialImage(_) if staging.keep(path) => Ok(None),
            route => match renderer.render(route) {
                Ok(output) => staging.put(path, &output).map(|()| None),
                Err(mistake) => Ok(Some(*mistake)),
            },
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

impl Timings {
    fn of<T>(&mut self, stage: &'static str, run: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = run();
        self.0.push((stage, start.elapsed()));
        result
    }
}
