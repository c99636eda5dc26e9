//! How far a long command is, for people who wait at a terminal: one line, which goes when the command says something.

use std::sync::Arc;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::pipeline::Watcher;

/// Nobody has waited who sees the result by then.
const PATIENCE: Duration = Duration::from_millis(500);

/// How often the line is drawn although nothing has happened.
const TICK: Duration = Duration::from_millis(100);

/// A line on a terminal. Clones are the same line.
#[derive(Clone, Debug)]
pub(super) struct Progress {
    line: ProgressBar,
    begun: Instant,
    terminal: fn() -> ProgressDrawTarget,
}

impl Progress {
    /// A line that is not shown yet.
    pub(super) fn on(terminal: fn() -> ProgressDrawTarget) -> Self {
        let line = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        Self { line, begun: Instant::now(), terminal }
    }

    /// What the line is drawn from. It appears when it has become worth it.
    pub(super) fn watcher(&self) -> Arc<dyn Watcher> {
        let progress = self.clone();
        // The first stage that takes long does not say so meanwhile.
        let appear = move || {
            std::thread::sleep(PATIENCE);
            if !progress.line.is_finished() {
                progress.show();
            }
        };
        // Without a thread for it, the line appears with the next stage.
        let _ = std::thread::Builder::new().name("progress".to_owned()).spawn(appear);
        Arc::new(self.clone())
    }

    /// Takes the line away, until the next stage begins.
    pub(super) fn hide(&self) {
        self.line.finish_and_clear();
    }

    fn show(&self) {
        if self.line.is_hidden() {
            self.line.set_draw_target((self.terminal)());
        }
        self.line.enable_steady_tick(TICK);
    }
}

impl Watcher for Progress {
    fn begins(&self, stage: &'static str, files: Option<usize>) {
        // Another thread draws meanwhile: what is shown changes at once, with its words in the template.
        let template = match files {
            Some(files) => {
                self.line.set_length(files as u64);
                format!("{stage} [{{wide_bar}}] {{human_pos}} of {{human_len}} files")
            }
            None => stage.to_owned(),
        };
        let style = ProgressStyle::with_template(&template).expect("names of stages are words");
        self.line.set_style(style.progress_chars("=> "));
        self.line.reset();
        if self.begun.elapsed() > PATIENCE {
            self.show();
        }
    }

    fn advances(&self) {
        self.line.inc(1);
    }
}
