//! The site in one state.

use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use super::kept::{Kept, Rendered};
use crate::diagnostic::{Counts, Diagnostic, Failure, has_errors};
use crate::load::{Root, Sources};
use crate::pipeline::Compiled;
use crate::plan::Route;
use crate::render::{MessageMarks, Output, Renderer};
use crate::site::Site;

/// A site as it was at some moment, with all that was wrong with it.
pub struct Snapshot {
    /// The first is 1; each has one more than the one before.
    pub number: u64,
    /// What was wrong, in order.
    pub diagnostics: Vec<Diagnostic>,
    /// Why the files could not be read, if they could not.
    pub failure: Option<String>,
    /// What could be looked at to find it.
    pub looked_at: LookedAt,
    /// The files.
    pub sources: Sources,
    /// How long it took from the first change to this.
    pub time: Duration,
    /// The site's folder, without links in its path.
    pub(super) root: Root,
    /// The site without errors: this one, or the last one that had none.
    pub(super) good: Option<Arc<Good>>,
}

/// How much of a site has been looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookedAt {
    /// All of it.
    Everything,
    /// The configuration, which cannot be used; the rest may be wrong or not.
    Configuration,
}

/// A site without errors, and those of its pages that have been asked for.
pub(super) struct Good {
    pub(super) site: Arc<Site>,
    plain: Renderer<Arc<Site>>,
    marked: Renderer<Arc<Site>>,
    pages: Mutex<Kept>,
    /// The files as they were shown last, in this state or an earlier one, for what a template can no longer render.
    shown: Shown,
}

/// Pages that several states of a site remember.
type Shown = Arc<Mutex<Kept>>;

impl Snapshot {
    /// What has become of a site after a change.
    pub(super) fn new(
        before: Option<&Snapshot>,
        compiled: Compiled,
        failure: Option<&Failure>,
        sources: Sources,
        root: &Root,
        start: Instant,
    ) -> Self {
        let last_good = before.and_then(|before| before.good.as_ref());
        let looked_at = if compiled.site.is_some() { LookedAt::Everything } else { LookedAt::Configuration };
        let sound = compiled.site.filter(|_| failure.is_none() && !has_errors(&compiled.diagnostics));
        let good = match sound {
            Some(site) => Some(Arc::new(Good::new(site, last_good))),
            None => last_good.cloned(),
        };
        Self {
            number: before.map_or(1, |before| before.number + 1),
            diagnostics: compiled.diagnostics,
            looked_at,
            failure: failure.map(ToString::to_string),
            sources,
            time: start.elapsed(),
            root: root.clone(),
            good,
        }
    }

    /// How much is wrong. Files that cannot be read are an error.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let counts = Counts::of(&self.diagnostics);
        Counts { errors: counts.errors + usize::from(self.failure.is_some()), ..counts }
    }

    /// How many pages the site has.
    #[must_use]
    pub fn pages(&self) -> usize {
        let routes = self.good.iter().flat_map(|good| good.site.routes.iter());
        routes.filter(|(_, route)| matches!(route, Route::Page(_))).count()
    }
}

impl Good {
    fn new(site: Site, before: Option<&Arc<Good>>) -> Self {
        let site = Arc::new(site);
        let shown = before.map(|before| Arc::clone(&before.shown)).unwrap_or_default();
        Self {
            plain: Renderer::new(Arc::clone(&site)),
            marked: Renderer::with_marks(Arc::clone(&site), MessageMarks::Around),
            site,
            pages: Mutex::default(),
            shown,
        }
    }

    /// The path of the file that a static host gives for an address, if there is one.
    pub(super) fn file_at(&self, path: &str) -> Option<String> {
        let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        self.site.routes.get(&file).map(|_| file)
    }

    /// The file at a path of the output, rendered now or before. `None` if there is none.
    pub(super) fn file(&self, path: &str, marks: MessageMarks) -> Option<Rendered> {
        let route = self.site.routes.get(path)?;
        let key = (path.to_owned(), marks == MessageMarks::Around);
        if let Some(known) = locked(&self.pages).file(&key) {
            return Some(known.clone());
        }
        let renderer = if marks == MessageMarks::Around { &self.marked } else { &self.plain };
        let output = renderer.render(route);
        let mut shown = locked(&self.shown);
        let file = match output {
            Ok(Output::Bytes(bytes)) => Rendered::Bytes(bytes.into()),
            Ok(Output::Held(bytes)) => Rendered::Bytes(bytes.into()),
            Ok(Output::CopyOf(source, _)) => Rendered::CopyOf(source.into()),
            Err(diagnostic) => {
                let before = shown.file(&key).and_then(|before| match before {
                    Rendered::Bytes(bytes) => Some(Arc::clone(bytes)),
                    _ => None,
                });
                Rendered::Failed((*diagnostic).into(), before)
            }
        };
        if let (Route::Page(_), Rendered::Bytes(_)) = (route, &file) {
            shown.keep(key.clone(), file.clone());
        }
        locked(&self.pages).keep(key, file.clone());
        Some(file)
    }
}

fn locked(kept: &Mutex<Kept>) -> MutexGuard<'_, Kept> {
    kept.lock().expect("no thread panics while it holds the lock")
}
