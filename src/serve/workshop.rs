//! Makes the site again when its files have changed.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::watch::Sender;

use super::Observer;
use super::snapshot::Snapshot;
use super::watch::{Changes, Waited, Watcher};
use crate::diagnostic::{Diagnostic, Failure, has_errors};
use crate::load::{self, Root, Sources};
use crate::pipeline::{Compiled, Compiler, Timings};
use crate::resolve::Options;
use crate::site::Site;

/// A site that is made again and again.
pub(super) struct Workshop {
    root: Root,
    options: Options,
    sources: Sources,
    /// Whether changes have been missed because files could not be read.
    is_behind: bool,
    compiler: Compiler,
}

/// How long the rest is put off after a site has been shown that lacks it.
const REST: Duration = Duration::from_millis(60);

/// As long as a preview may run.
const LONG: Duration = Duration::from_hours(24);

/// What the making of a site starts from.
struct State<'s> {
    /// Why the files could not be read, if they could not.
    failure: Option<&'s Failure>,
    /// When the change was noticed.
    start: Instant,
    before: Latest,
}

type Latest = Option<Arc<Snapshot>>;

impl Workshop {
    /// Reads the files of a site.
    pub(super) fn open(root: Root, options: Options) -> Result<Self, Failure> {
        let sources = load::load(&root)?;
        Ok(Self { root, options, sources, is_behind: false, compiler: Compiler::default() })
    }

    /// Makes the site, and again after each change, for as long as the observer and anyone else want to know.
    pub(super) fn run(mut self, watcher: &mut Watcher, sender: &Sender<Latest>, observer: &mut impl Observer) {
        let mut failure = None;
        let mut start = Instant::now();
        while !sender.is_closed() {
            if let Some(refusal) = watcher.refusal() {
                observer.refused(&refusal);
            }
            let state = State { failure: failure.as_ref(), start, before: sender.borrow().clone() };
            let mut waited = self.make(&state, watcher, sender, observer);
            while let Waited::InVain = waited {
                waited = watcher.wait(LONG);
            }
            let Waited::For(changes) = waited else { return };
            start = Instant::now();
            failure = self.refresh(changes).err();
        }
    }

    /// Makes the site: first what can be shown at once, then all of it, unless something changes meanwhile.
    fn make(
        &mut self,
        state: &State,
        watcher: &mut Watcher,
        sender: &Sender<Latest>,
        observer: &mut impl Observer,
    ) -> Waited {
        let (sources, root) = (&self.sources, &self.root);
        let show = |before: Option<&Snapshot>, compiled| {
            let snapshot = Snapshot::new(before, compiled, state.failure, sources.clone(), root, state.start);
            let snapshot = Arc::new(snapshot);
            sender.send_replace(Some(Arc::clone(&snapshot)));
            snapshot
        };
        let mut timings = Timings::default();
        let begun = self.compiler.begin(sources, &self.options, &mut timings);
        // Until the checks have been made, what was wrong is taken to be wrong still.
        let wrong = state.before.as_ref().map(|before| before.diagnostics.clone()).unwrap_or_default();
        let mut shown = None;
        let draft = self.compiler.draft(&begun).filter(|_| state.failure.is_none() && !has_errors(&wrong));
        if let Some(site) = draft {
            shown = Some(show(state.before.as_deref(), Compiled { site: Some(site), diagnostics: wrong }));
            // The open pages go first: they are asked for again now.
            if let Waited::For(changes) = watcher.wait(REST) {
                return Waited::For(changes);
            }
        }
        let unchecked = |site: &Site, diagnostics: &[Diagnostic]| {
            if state.before.is_none() && !has_errors(diagnostics) {
                shown = Some(show(None, Compiled { site: Some(site.clone()), diagnostics: Vec::new() }));
            }
        };
        let compiled = self.compiler.finish(begun, &mut timings, unchecked);
        match observer.read(&show(shown.as_deref().or(state.before.as_deref()), compiled)) {
            ControlFlow::Continue(()) => Waited::InVain,
            ControlFlow::Break(()) => Waited::Ended,
        }
    }

    fn refresh(&mut self, changes: Changes) -> Result<(), Failure> {
        if let Changes::Known(paths) = changes
            && !self.is_behind
            && load::refresh(&mut self.sources, &self.root, &paths).is_ok()
        {
            return Ok(());
        }
        // What has changed is not known, or vanished while it was read: all is looked at.
        self.is_behind = true;
        self.sources = load::load(&self.root)?;
        self.is_behind = false;
        Ok(())
    }
}
