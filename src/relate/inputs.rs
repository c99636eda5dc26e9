//! What related entries are chosen from.
//!
//! The rest of this stage sees nothing else of a site, so that two sites with the same inputs have the same lists.

use std::ops::Range;

use crate::id::{CollectionId, EntryId, EntryName, SkillId};
use crate::locale::LocaleCode;
use crate::parse::config::Kind;
use crate::parse::text::{Body, FrontMatter};
use crate::resolve::bodies::Bodies;
use crate::resolve::library::{CollectionIndex, Destination, Entry, EntryIndex, Library, LocaleIndex, RelatedConfig};

/// What related entries are chosen from. Sites whose inputs have the same hash have the same lists.
#[derive(Hash)]
pub struct Inputs<'l> {
    pub(super) config: &'l RelatedConfig,
    pub(super) collections: Vec<&'l CollectionId>,
    pub(super) locales: Vec<&'l LocaleCode>,
    /// In the order of their ids.
    pub(super) entries: Vec<EntryInputs<'l>>,
}

/// What of an entry counts.
#[derive(Hash)]
pub struct EntryInputs<'l> {
    pub(super) id: &'l EntryId,
    pub(super) collection: CollectionIndex,
    pub(super) kind: Kind,
    pub(super) skills: Vec<&'l SkillId>,
    pub(super) category: Option<&'l EntryName>,
    pub(super) isco: Option<&'l str>,
    pub(super) onet: Option<&'l str>,
    pub(super) picked: &'l [EntryIndex],
    pub(super) excluded: &'l [EntryIndex],
    /// Whether it has a page, by locale.
    pub(super) pages: Vec<bool>,
    pub(super) text: Option<ComparedText<'l>>,
}

/// The text of an entry that is compared with others.
#[derive(Hash)]
pub(super) struct ComparedText<'l> {
    pub(super) language: LocaleIndex,
    pub(super) title: &'l str,
    pub(super) alternative_titles: &'l [String],
    pub(super) summary: &'l str,
    pub(super) body: &'l Body<Destination>,
}

impl<'l> Inputs<'l> {
    /// Reads them from a site.
    #[must_use]
    pub fn of(library: &'l Library, bodies: &'l Bodies) -> Self {
        Self {
            config: &library.related,
            collections: library.collections().map(|collection| &library[collection].id).collect(),
            locales: library.locales().map(|locale| &library[locale].code).collect(),
            entries: library.entries().map(|entry| EntryInputs::of(library, bodies, entry)).collect(),
        }
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = EntryIndex> + use<> {
        (0..self.entries.len()).map(EntryIndex)
    }

    pub(super) fn has_page(&self, entry: EntryIndex, locale: LocaleIndex) -> bool {
        self[entry].pages[locale.0]
    }

    /// The numbers of the entries of a collection, which follow each other in the order of ids.
    pub(super) fn members_of(&self, collection: CollectionIndex) -> Range<usize> {
        let id = self.collections[collection.0];
        let start = self.entries.partition_point(|entry| entry.id.collection < *id);
        let end = self.entries.partition_point(|entry| entry.id.collection <= *id);
        start..end
    }

    /// The entry of an id, if it has a page in any locale.
    pub(super) fn entry(&self, id: &EntryId) -> Option<EntryIndex> {
        let found = self.entries.binary_search_by(|entry| entry.id.cmp(id)).ok()?;
        Some(EntryIndex(found)).filter(|entry| self[*entry].pages.contains(&true))
    }
}

impl<'l> std::ops::Index<EntryIndex> for Inputs<'l> {
    type Output = EntryInputs<'l>;

    fn index(&self, index: EntryIndex) -> &EntryInputs<'l> {
        &self.entries[index.0]
    }
}

impl<'l> EntryInputs<'l> {
    fn of(library: &'l Library, bodies: &'l Bodies, index: EntryIndex) -> Self {
        let Entry { id, collection, facts, picked, excluded, .. } = &library[index];
        Self {
            id,
            collection: *collection,
            kind: library.kind(index),
            skills: facts.skills.iter().map(|skill| &skill.value).collect(),
            category: facts.category.as_ref().map(|category| &category.value),
            isco: facts.isco.as_deref(),
            onet: facts.onet.as_deref(),
            picked,
            excluded,
            pages: library.locales().map(|locale| library.page(index, locale).is_some()).collect(),
            // What plain pages say makes no word of the library more frequent.
            text: ComparedText::of(library, bodies, index).filter(|_| library.kind(index) != Kind::Page),
        }
    }
}

impl<'l> ComparedText<'l> {
    /// The text in the default locale or, without one, the first that there is.
    fn of(library: &'l Library, bodies: &'l Bodies, entry: EntryIndex) -> Option<Self> {
        let of_language = |language: LocaleIndex| {
            let body = &*bodies.get(entry, language)?.body;
            let FrontMatter { title, alternative_titles, summary, .. } = &*library.page(entry, language)?.text;
            Some(Self { language, title: &title.value, alternative_titles, summary, body })
        };
        of_language(library.default_locale).or_else(|| library.locales().find_map(of_language))
    }
}
