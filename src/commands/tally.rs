//! How many mistakes there are of which kind: for sites that have many.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write;

use crate::diagnostic::{Code, Diagnostic, Severity, plural};

/// From how many mistakes on they are counted by their kinds.
const MANY_MISTAKES: usize = 20;

/// From how many kinds on they are counted.
const MANY_KINDS: usize = 6;

/// A table of the codes with their numbers, the most frequent of each severity first; `None` where the list is short.
pub(super) fn tally(diagnostics: &[Diagnostic]) -> Option<String> {
    let mut counts: BTreeMap<(Severity, Code), usize> = BTreeMap::new();
    for diagnostic in diagnostics {
        *counts.entry((diagnostic.severity, diagnostic.code)).or_default() += 1;
    }
    if diagnostics.len() < MANY_MISTAKES && counts.len() < MANY_KINDS {
        return None;
    }
    let mut rows: Vec<_> = counts.into_iter().collect();
    rows.sort_by_key(|((severity, code), count)| (*severity, Reverse(*count), code.as_str()));
    let width = rows.iter().map(|((_, code), _)| code.as_str().len()).max()?;
    let mut table = String::new();
    for of_one in rows.chunk_by(|(a, _), (b, _)| a.0 == b.0) {
        let severity = of_one[0].0.0;
        let all = of_one.iter().map(|(_, count)| count).sum();
        let _ = writeln!(table, "{}", plural(all, severity.as_str()));
        for ((_, code), count) in of_one {
            let _ = writeln!(table, "  {:width$}  {count:>6}", code.as_str());
        }
    }
    Some(table)
}
