//! Which translations are older than their originals.

use crate::parse::text::Text;

/// What is known of a translation that is older than its original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// The revision from which the translation was made, as its front matter records it.
    pub recorded: String,
    /// The parts of the original that have changed since; empty if the front matter does not record the parts.
    pub changed: Vec<String>,
    /// The day of the original's last change that readers should know of.
    pub since: Option<toml::value::Date>,
}

/// Compares a translation with its original. One that does not record what it was made from counts as up to date.
pub(super) fn of<L>(translation: &Text<L>, original: &Text<L>) -> Option<Stale> {
    let revision = original.revision.as_ref()?;
    let recorded = translation.source.as_ref().filter(|source| source.value != revision.hash)?;
    let changed = if translation.source_parts.is_empty() {
        Vec::new()
    } else {
        revision.changed_since(&translation.source_parts)
    };
    Some(Stale { recorded: recorded.value.clone(), changed, since: original.updated })
}
