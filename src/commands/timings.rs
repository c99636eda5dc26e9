//! How long a build took, for people and for programs.

use std::fmt::Write as _;
use std::time::Duration;

use serde_json::{Value, json};

use crate::timings::{FileTiming, TemplateTiming, Timings};

/// How many of the slowest files are named.
const SLOWEST: usize = 10;

const MIB: f64 = 1_048_576.0;

/// Tables of the stages, the templates and the slowest files; `memory` is the most that the process has used, in bytes.
pub(super) fn table(timings: &Timings, memory: Option<u64>) -> String {
    let mut table = String::new();
    let total = timings.total().as_secs_f64();
    for (stage, time) in &timings.stages {
        let share = 100.0 * time.as_secs_f64() / total;
        let _ = writeln!(table, "  {stage:<16}{:>10}{share:>6.1} %", in_words(*time));
    }
    if !timings.files.is_empty() {
        let _ = writeln!(table, "\n  {:<16}{:>10}{:>8}{:>12}{:>10}", "template", "time", "files", "each", "MB");
    }
    for TemplateTiming { template, files, time, bytes } in timings.templates() {
        let each = in_words(time / u32::try_from(files).unwrap_or(u32::MAX));
        let _ = writeln!(table, "  {template:<16}{:>10}{files:>8}{each:>12}{:>10.1}", in_words(time), megabytes(bytes));
    }
    if !timings.files.is_empty() {
        let _ = writeln!(table, "\n  slowest files");
    }
    for FileTiming { path, time, bytes, .. } in timings.slowest(SLOWEST) {
        let _ = writeln!(table, "  {:>10}{:>9.1} kB  {path}", in_words(*time), megabytes(*bytes) * 1000.0);
    }
    if let Some(memory) = memory {
        let _ = writeln!(table, "\n  {:<16}{:>6.0} MiB", "peak memory", as_float(memory) / MIB);
    }
    table
}

/// The same for programs: times in milliseconds, sizes in bytes.
pub(super) fn json(timings: &Timings, memory: Option<u64>) -> Value {
    let template = |of: TemplateTiming| {
        let TemplateTiming { template, files, time, bytes } = of;
        json!({ "template": template, "files": files, "milliseconds": milliseconds(time), "bytes": bytes })
    };
    let file = |of: &FileTiming| {
        let FileTiming { path, template, time, bytes } = of;
        json!({ "path": path, "template": template, "milliseconds": milliseconds(*time), "bytes": bytes })
    };
    json!({
        "templates": timings.templates().into_iter().map(template).collect::<Vec<_>>(),
        "slowest": timings.slowest(SLOWEST).into_iter().map(file).collect::<Vec<_>>(),
        "rendered_bytes": timings.files.iter().map(|file| file.bytes).sum::<usize>(),
        "peak_memory_bytes": memory,
    })
}

pub(super) fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn megabytes(bytes: usize) -> f64 {
    as_float(bytes as u64) / 1e6
}

#[expect(clippy::cast_precision_loss, reason = "sizes are shown with a few digits")]
fn as_float(bytes: u64) -> f64 {
    bytes as f64
}

pub(super) fn in_words(time: Duration) -> String {
    if time.as_secs() > 0 {
        format!("{:.2} s", time.as_secs_f64())
    } else {
        format!("{:.1} ms", time.as_secs_f64() * 1000.0)
    }
}
