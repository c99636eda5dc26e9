//! The entries that a site shows, each divided into its head and the bodies of its texts.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Drafts;
use super::index::EntryIndex;
use super::links::Names;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::{BlockId, EntryId};
use crate::locale::LocaleCode;
use crate::parse::ParsedEntry;
use crate::parse::facts::Facts;
use crate::parse::link::LinkTarget;
use crate::parse::revision::Original;
use crate::parse::text::{Body, FrontMatter, Text};
use crate::place::{Located, Place};

/// What is known of an entry before its names are resolved: all but the bodies of its texts.
pub(super) struct Head {
    /// What is true of it in every language.
    pub(super) facts: Facts,
    /// The front matter of its texts.
    pub(super) texts: BTreeMap<LocaleCode, Arc<FrontMatter>>,
    /// Where to point for what concerns the entry as a whole.
    pub(super) place: Place,
    /// Whether a text of it could not be read, which has been reported.
    pub(super) unreadable: bool,
    /// Whether a text of it is held back as a draft.
    pub(super) has_drafts: bool,
}

impl Head {
    /// Divides an entry into its head and the bodies of its texts.
    fn divide(entry: ParsedEntry, has_drafts: bool) -> (Self, ParsedBodies) {
        let ParsedEntry { facts, texts, place, unreadable } = entry;
        let mut fronts = BTreeMap::new();
        let mut bodies = ParsedBodies::new();
        for (locale, Text { front, body, original, blocks, .. }) in texts {
            bodies.insert(locale.clone(), ParsedBody { body, original, blocks });
            fronts.insert(locale, front);
        }
        (Self { facts, texts: fronts, place, unreadable, has_drafts }, bodies)
    }
}

/// A body as it was parsed.
pub(super) struct ParsedBody {
    pub(super) body: Arc<Body<Located<LinkTarget>>>,
    pub(super) original: Option<Original>,
    /// The shared blocks that stand in it.
    pub(super) blocks: Arc<[BlockId]>,
}

/// The bodies of an entry's texts, by the locale of the text.
pub(super) type ParsedBodies = BTreeMap<LocaleCode, ParsedBody>;

/// The entries that the site shows, numbered in the order of their ids: their heads, and the bodies of their texts.
pub(super) fn published(
    entries: BTreeMap<EntryId, ParsedEntry>,
    drafts: Drafts,
    names: &mut Names,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<(EntryId, Head)>, Vec<ParsedBodies>) {
    let (mut published, mut all_bodies) = (Vec::new(), Vec::new());
    for (id, mut entry) in entries {
        let all_texts = entry.texts.len();
        if drafts == Drafts::Exclude {
            entry.texts.retain(|_, text| !text.front.draft);
        }
        let is_draft = entry.facts.draft && drafts == Drafts::Exclude || all_texts > 0 && entry.texts.is_empty();
        if !names.collections.contains_key(&id.collection) {
            let diagnostic = names.unknown_collection(Code::UnknownReference, &id.collection);
            diagnostics.push(diagnostic.at(entry.place.clone()));
        } else if is_draft {
            names.without_page.insert(id);
        } else {
            let has_drafts = entry.texts.len() < all_texts;
            if entry.texts.is_empty() {
                names.without_page.insert(id.clone());
            } else {
                names.entries.insert(id.clone(), EntryIndex(published.len()));
            }
            let (head, bodies) = Head::divide(entry, has_drafts);
            published.push((id, head));
            all_bodies.push(bodies);
        }
    }
    (published, all_bodies)
}
