//! How long a build takes: each stage, and each file that is rendered.

use std::time::{Duration, Instant};

/// How long each stage took and, if any were rendered, each file.
#[derive(Clone, Debug, Default)]
pub struct Timings {
    /// The stages, in the order in which they ran.
    pub stages: Vec<(&'static str, Duration)>,
    /// The files that were rendered, in the order in which that began; those that were kept are not among them.
    pub files: Vec<FileTiming>,
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
        let start = Instant::now();
        let ((first, time), second) = rayon::join(|| (first(), start.elapsed()), second);
        self.stages.push((first_name, time));
        self.stages.push((second_name, start.elapsed().saturating_sub(time)));
        (first, second)
    }

    pub(crate) fn of<T>(&mut self, stage: &'static str, run: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = run();
        self.stages.push((stage, start.elapsed()));
        result
    }
}
