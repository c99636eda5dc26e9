//! How related entries are grouped.

use std::hash::{Hash, Hasher};

use super::index::CollectionIndex;
use super::links::Names;
use crate::diagnostic::Diagnostic;
use crate::parse::config;
use crate::place::Place;

/// How related entries are grouped.
pub struct RelatedConfig {
    /// The most entries that a group shows.
    pub limit: usize,
    /// How related entries must be, from 0 to 1, to fill up a group.
    pub threshold: f32,
    /// The groups.
    pub groups: Vec<RelatedGroupConfig>,
}

impl Hash for RelatedConfig {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { limit, threshold, groups } = self;
        (limit, threshold.to_bits(), groups).hash(state);
    }
}

/// One group of related entries.
pub struct RelatedGroupConfig {
    /// Its heading is the message `related-<id>`.
    pub id: String,
    /// Where its id is written.
    pub place: Place,
    /// The collections from which it is filled, in this order.
    pub collections: Vec<CollectionIndex>,
}

impl Hash for RelatedGroupConfig {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // Where it is written is for diagnostics only.
        let Self { id, place: _, collections } = self;
        (id, collections).hash(state);
    }
}

/// Finds the collections of each group. One that no list can show is reported.
pub(super) fn resolve(
    config: config::RelatedConfig,
    limit: Option<usize>,
    names: &Names,
    diagnostics: &mut Vec<Diagnostic>,
) -> RelatedConfig {
    let mut group = |group: config::RelatedGroupConfig| {
        let collections = group.collections.iter().filter_map(|id| names.listed_collection(id, diagnostics));
        RelatedGroupConfig { collections: collections.collect(), id: group.id.value, place: group.id.place }
    };
    let groups = config.groups.into_iter().map(&mut group).collect();
    RelatedConfig { limit: limit.unwrap_or(config.limit), threshold: config.threshold, groups }
}
