//! Links as written to destinations: what exists, and what to say where it does not.

use std::collections::{BTreeMap, BTreeSet};

use super::collections::Collection;
use super::file_names::{FileNames, decoded, divided};
use super::index::{CollectionIndex, EntryIndex, SkillIndex};
use super::published_file::PublishedFile;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::{CollectionId, EntryId, EntryName, closest, closest_beside};
use crate::parse::link::LinkTarget;
use crate::permalink::encoded_rest;
use crate::place::{Located, Place};
use crate::slug::composed;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Destination {
    /// The home page in the reader's locale.
    Home,
    /// A listing in the reader's locale.
    Collection(CollectionIndex),
    /// An entry in the reader's locale, or in the next of its fallback chain that has it.
    Entry(EntryIndex),
    /// The page of a skill in the reader's locale.
    Skill(SkillIndex),
    /// A file of the site.
    SitePath(Located<SitePath>),
    /// A file beside the text.
    File(Located<PublishedFile>),
    /// A heading on the same page.
    Fragment(Located<String>),
    /// An address outside the site.
    External(String),
    /// Nowhere; this has been reported.
    Broken,
}

/// A file or folder of the site, with what follows its path in an address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SitePath {
    /// The path from the root as the file system has it, without a slash before it.
    pub path: String,
    /// The query and the fragment, as they stand in addresses; mostly empty.
    pub rest: String,
}

/// What names stand for.
#[derive(Default, Hash)]
pub(super) struct Names {
    /// The files of `static/`.
    pub(super) files: FileNames,
    pub(super) collections: BTreeMap<CollectionId, CollectionIndex>,
    /// The collections of plain pages, of which there are no lists.
    without_listing: BTreeSet<CollectionId>,
    pub(super) entries: BTreeMap<EntryId, EntryIndex>,
    /// Entries that exist but have no page: drafts, and entries whose files could not be read.
    pub(super) without_page: BTreeSet<EntryId>,
}

impl Names {
    /// What the names of collections and files stand for. Those of entries come later.
    pub(super) fn of<'f>(collections: &[Collection], files: impl Iterator<Item = &'f String> + Clone) -> Self {
        let numbered = collections.iter().zip((0..).map(CollectionIndex));
        let without_listing = collections.iter().filter(|collection| !collection.kind.has_listing());
        Self {
            without_listing: without_listing.map(|collection| collection.id.clone()).collect(),
            collections: numbered.map(|(collection, index)| (collection.id.clone(), index)).collect(),
            files: FileNames::of(files.map(String::as_str)),
            ..Self::default()
        }
    }

    /// The file or folder that an author has written the path of: percent-encoded or not, its accents in whichever form.
    pub(super) fn site_path(&self, written: &str) -> SitePath {
        let (path, rest) = divided(written);
        let path = path.trim_start_matches('/');
        // The program itself gives composed names only.
        let found = self.files.find(path).map(str::to_owned);
        let path = found.unwrap_or_else(|| composed(&decoded(path)).into_owned());
        SitePath { path, rest: encoded_rest(rest).to_string() }
    }

    /// Where a link leads. What leads nowhere is reported.
    pub(super) fn destination(&self, link: Located<LinkTarget>, diagnostics: &mut Vec<Diagnostic>) -> Destination {
        let Located { value, place } = link;
        match value {
            LinkTarget::Home => Destination::Home,
            LinkTarget::Fragment(id) => Destination::Fragment(Located { value: id, place }),
            LinkTarget::External(address) => Destination::External(address),
            LinkTarget::SitePath(path) => Destination::SitePath(Located { value: self.site_path(&path), place }),
            LinkTarget::Collection(id) => match self.collections.get(&id) {
                Some(_) if self.without_listing.contains(&id) => broken(self.no_listing(&id), &place, diagnostics),
                Some(index) => Destination::Collection(*index),
                None => broken(self.unknown_collection(Code::BrokenLink, &id), &place, diagnostics),
            },
            LinkTarget::Entry(id) => match self.entries.get(&id) {
                Some(index) => Destination::Entry(*index),
                None if self.without_page.contains(&id) => broken(without_page(&id), &place, diagnostics),
                None => broken(self.unknown_entry(Code::BrokenLink, &id), &place, diagnostics),
            },
            LinkTarget::Beside(text) | LinkTarget::PictureBeside(text) | LinkTarget::Unsupported(text) => {
                broken(unsupported(&text), &place, diagnostics)
            }
        }
    }

    /// The collection that a name stands for, if lists may show its entries. A name that nothing bears and one of plain pages
    /// are reported.
    pub(super) fn listed_collection(
        &self,
        id: &Located<CollectionId>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<CollectionIndex> {
        let found = self.collections.get(&id.value).copied();
        if found.is_none() {
            diagnostics.push(self.unknown_collection(Code::UnknownReference, &id.value).at(id.place.clone()));
        } else if self.without_listing.contains(&id.value) {
            let message = format!("`{}` is a collection of plain pages, which no list shows", id.value);
            let diagnostic = Diagnostic::error(Code::InvalidValue, message).at(id.place.clone());
            diagnostics.push(diagnostic.help("remove it here; link to its pages in texts, menus and the footer"));
            return None;
        }
        found
    }

    /// What to say of a link to a collection that has no page of its own.
    fn no_listing(&self, id: &CollectionId) -> Diagnostic {
        let start = EntryId { collection: id.clone(), name: EntryName::from("") };
        let first = self.entries.range(start..).next().map(|(entry, _)| entry).filter(|entry| entry.collection == *id);
        let example = first.map_or_else(|| format!("{id}/…"), EntryId::to_string);
        let message = format!("no page lists `{id}`, a collection of plain pages");
        Diagnostic::error(Code::BrokenLink, message).help(format!("link to one of them, as with `@{example}`"))
    }

    /// The entry that a name stands for. A name that nothing bears is reported.
    pub(super) fn entry(
        &self,
        collection: &CollectionId,
        name: &Located<EntryName>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<EntryIndex> {
        let id = EntryId { collection: collection.clone(), name: name.value.clone() };
        let found = self.entries.get(&id).copied();
        if found.is_none() && !self.without_page.contains(&id) {
            diagnostics.push(self.unknown_entry(Code::UnknownReference, &id).at(name.place.clone()));
        }
        found
    }

    /// What to say of a collection that does not exist.
    pub(super) fn unknown_collection(&self, code: Code, id: &CollectionId) -> Diagnostic {
        let known = self.collections.keys().map(CollectionId::as_str);
        let message = format!("there is no collection `{id}`");
        Diagnostic::error(code, message)
            .did_you_mean(closest(id.as_str(), known), "add it to `rolebook.toml` as a table `[[collections]]`")
    }

    fn unknown_entry(&self, code: Code, id: &EntryId) -> Diagnostic {
        if !self.collections.contains_key(&id.collection) {
            return self.unknown_collection(code, &id.collection);
        }
        let is_beside = |known: &&EntryId| known.collection == id.collection;
        let before = self.entries.range::<EntryId, _>(..id).rev().map(|(known, _)| known).take_while(is_beside);
        let behind = self.entries.range::<EntryId, _>(id..).map(|(known, _)| known).take_while(is_beside);
        let message = format!("there is no entry `{}` in `{}`", id.name, id.collection);
        Diagnostic::error(code, message).did_you_mean(
            closest_beside(
                id.name.as_str(),
                before.map(|known| known.name.as_str()),
                behind.map(|known| known.name.as_str()),
            ),
            format!("the entries are the folders of `content/{}/`", id.collection),
        )
    }
}

/// Reports a link that leads nowhere.
pub(super) fn broken(diagnostic: Diagnostic, place: &Place, diagnostics: &mut Vec<Diagnostic>) -> Destination {
    diagnostics.push(diagnostic.at(place.clone()));
    Destination::Broken
}

fn without_page(id: &EntryId) -> Diagnostic {
    Diagnostic::warning(Code::BrokenLink, format!("`{id}` has no page yet"))
        .help("the words are shown without a link until it is published")
}

fn unsupported(text: &str) -> Diagnostic {
    if text.is_empty() {
        let diagnostic = Diagnostic::error(Code::BrokenLink, "this link has no address");
        return diagnostic.help("write one between the round brackets, or remove the brackets and leave the words");
    }
    Diagnostic::error(Code::BrokenLink, format!("`{text}` is not an address that works on every page"))
        .help("link to an entry as `@collection/entry`, to a file as `/path`, to other sites as `https://…`")
}
