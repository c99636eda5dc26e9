//! Which translations are older than their originals.

use std::collections::BTreeMap;

use crate::parse::day::Day;
use crate::parse::revision::Revision;
use crate::place::Located;

/// What is known of a translation that is older than its original.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Stale {
    /// The revision from which the translation was made, as its front matter records it.
    pub recorded: String,
    /// The parts of the original that have changed since; empty if the front matter does not record the parts.
    pub changed: Vec<String>,
    /// The day of the original's last change that readers should know of.
    pub since: Option<Day>,
}

/// Compares what a translation records of what it was made from with the revision of its original, which was last updated on a day. One that does not record what
/// it was made from counts as up to date.
pub(super) fn of(
    (source, source_parts): (Option<&Located<String>>, &BTreeMap<String, String>),
    original: &Revision,
    updated: Option<Day>,
) -> Option<Stale> {
    let recorded = source.filter(|source| source.value != original.hash)?;
    let changed = if source_parts.is_empty() { Vec::new() } else { original.changed_since(source_parts) };
    Some(Stale { recorded: recorded.value.clone(), changed, since: updated })
}
