//! How long a build takes: each stage, and each file that is rendered. And how far it is, for those who wait.

use std::fmt::Debug;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Is told how far a build is, by many threads.
pub trait Watcher: Debug + Send + Sync {
    /// A stage begins; it makes so many files, if it makes any one by one.
    fn begins(&self, stage: &'static str, files: Option<usize>);
    /// One of these files is there.
    fn advances(&self);
}

/// How long each stage took and, if any were rendered, each file.
#[derive(Clone, Debug, Default)]
pub struct Timings {
    /// The stages, in the order in which they ran.
    pub stages: Vec<(&'static str, Duration)>,
    /// The files that were rendered, in the order in which that began; those that were kept are not among them.
    pub files: Vec<FileTiming>,
    watcher: Option<Arc<dyn Watcher>>,
}

/// How long a file took.
#[derive(Clone, Debug)]
pub struct FileTiming {
    /// Its path in the output.
    pub path: String,
    /// The template of a page, and of other files what they are: `sitemap`, `feed`, `document`.
    pub template: &'static str,
    /// For rendering it, without writing it.
    pub time: Duration,
    /// How long it is.
    pub bytes: usize,
}

/// The files of one template together.
#[derive(Clone, Copy, Debug)]
pub struct TemplateTiming {
    /// The template.
    pub template: &'static str,
    /// How many files.
    pub files: usize,
    /// For rendering all of them, on all cores together.
    pub time: Duration,
    /// How long they are together.
    pub bytes: usize,
}

impl Timings {
    /// Those of a build that somebody watches.
    #[must_use]
    pub fn watched_by(watcher: Arc<dyn Watcher>) -> Self {
        Self { watcher: Some(watcher), ..Self::default() }
    }

    /// How long all stages took together.
    #[must_use]
    pub fn total(&self) -> Duration {
        self.stages.iter().map(|(_, time)| *time).sum()
    }

    /// The files by their templates, the slowest first.
    #[must_use]
    pub fn templates(&self) -> Vec<TemplateTiming> {
        let mut templates: Vec<TemplateTiming> = Vec::new();
        for FileTiming { template, time, bytes, .. } in &self.files {
            let known = templates.iter_mut().find(|known| known.template == *template);
            match known {
                Some(known) => {
                    known.files += 1;
                    known.time += *time;
                    known.bytes += bytes;
                }
                None => templates.push(TemplateTiming { template, files: 1, time: *time, bytes: *bytes }),
            }
        }
        templates.sort_by(|a, b| b.time.cmp(&a.time).then_with(|| a.template.cmp(b.template)));
        templates
    }

    /// The slowest files, at most `count`.
    #[must_use]
    pub fn slowest(&self, count: usize) -> Vec<&FileTiming> {
        let mut files: Vec<_> = self.files.iter().collect();
        files.sort_by(|a, b| b.time.cmp(&a.time).then_with(|| a.path.cmp(&b.path)));
        files.truncate(count);
        files
    }

    /// Two stages at the same time. The time of the second is what it took longer than the first.
    pub(crate) fn of_two<A: Send, B: Send>(
        &mut self,
        (first_name, first): (&'static str, impl FnOnce() -> A + Send),
        (second_name, second): (&'static str, impl FnOnce() -> B + Send),
    ) -> (A, B) {
        self.begins(first_name, None);
        let start = Instant::now();
        let ((first, time), second) = rayon::join(|| (first(), start.elapsed()), second);
        self.stages.push((first_name, time));
        self.stages.push((second_name, start.elapsed().saturating_sub(time)));
        (first, second)
    }

    /// A stage.
    pub(crate) fn of<T>(&mut self, stage: &'static str, run: impl FnOnce() -> T) -> T {
        self.begins(stage, None);
        self.time(stage, run)
    }

    /// A stage that makes so many files, and calls what it is given when one of them is there.
    pub(crate) fn of_files<T>(
        &mut self,
        stage: &'static str,
        files: usize,
        run: impl FnOnce(&(dyn Fn() + Sync)) -> T,
    ) -> T {
        self.begins(stage, Some(files));
        let watcher = self.watcher.clone();
        self.time(stage, || run(&|| watcher.iter().for_each(|watcher| watcher.advances())))
    }

    fn begins(&self, stage: &'static str, files: Option<usize>) {
        if let Some(watcher) = &self.watcher {
            watcher.begins(stage, files);
        }
    }

    fn time<T>(&mut self, stage: &'static str, run: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = run();
        self.stages.push((stage, start.elapsed()));
        result
    }
}
