//! The [`Library`]: the whole site, with every name in it resolved.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use icu_collator::CollatorBorrowed;
use url::Url;

use super::chrome::Chrome;
use super::messages::Messages;
use crate::id::{CollectionId, EntryId};
use crate::locale::{Direction, LocaleCode};
use crate::parse::config::Kind;
use crate::parse::facts::Facts;
use crate::parse::text::Text;
use crate::parse::theme::Theme;
use crate::place::{Located, Place};

macro_rules! indices {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(super) usize);
    )*};
}

indices! {
    /// One of [`Library::locales`].
    LocaleIndex;
    /// One of [`Library::collections`].
    CollectionIndex;
    /// One of [`Library::entries`].
    EntryIndex;
}

/// A site with every name resolved: what pages are made from. Never changed once made.
pub struct Library {
    /// Where the site will be served.
    pub base_url: Url,
    /// The locale of the originals.
    pub default_locale: LocaleIndex,
    pub(super) locales: Vec<Locale>,
    pub(super) collections: Vec<Collection>,
    pub(super) entries: Vec<Entry>,
    /// The words of the site.
    pub messages: Arc<Messages>,
    /// What stands around the content of each page.
    pub chrome: Chrome,
    /// The theme.
    pub theme: Theme,
    /// What is copied as it is: where each file lies, by its path in the site.
    pub static_files: BTreeMap<String, PathBuf>,
}

/// A locale of the site.
pub struct Locale {
    /// Its code.
    pub code: LocaleCode,
    /// Its name as its own speakers write it.
    pub name: String,
    /// The direction in which it is written.
    pub direction: Direction,
    /// Language and region, as Open Graph writes them: `pt_PT`.
    pub open_graph: String,
    /// The locales whose texts and messages serve it: itself, then its fallbacks, the default locale last.
    pub fallback_chain: Vec<LocaleIndex>,
    /// Where the configuration lists it.
    pub place: Place,
    pub(super) collator: CollatorBorrowed<'static>,
}

/// A collection of the site.
pub struct Collection {
    /// Its folder under `content/`.
    pub id: CollectionId,
    /// What its entries are.
    pub kind: Kind,
    /// What it is called, by locale.
    pub names: Vec<CollectionNames>,
}

/// What a collection is called in one locale.
pub struct CollectionNames {
    /// The collection's title.
    pub title: String,
    /// What one of its entries is called.
    pub singular: String,
    /// One line about it, if there is one.
    pub description: Option<String>,
    /// Its URL segment.
    pub slug: String,
}

/// An entry of the library.
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// Its collection.
    pub collection: CollectionIndex,
    /// The entry of the collection of categories under which it is sorted.
    pub category: Option<EntryIndex>,
    /// What is true of it in every language.
    pub facts: Facts,
    /// Where to point for what concerns the entry as a whole.
    pub place: Place,
    pub(super) pages: Vec<Option<Page>>,
}

/// An entry in one locale.
pub struct Page {
    /// Its text.
    pub text: Arc<Text<Destination>>,
    /// The locale of the text: another than the page's if a fallback serves it.
    pub language: LocaleIndex,
    /// Its address.
    pub permalink: Permalink,
    /// The entries to show as related, in groups.
    pub related: Vec<RelatedGroup>,
}

/// Entries shown as related under one heading.
pub struct RelatedGroup {
    /// Its heading is the message `related-<id>`.
    pub id: String,
    /// The entries, best first. Each has a page in the locale.
    pub entries: Vec<EntryIndex>,
}

/// The address of a page from the root of the site, without a slash before it: `en/tutorials/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Permalink(pub(super) String);

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// The home page in the reader's locale.
    Home,
    /// A listing in the reader's locale.
    Collection(CollectionIndex),
    /// An entry in the reader's locale, or in the next of its fallback chain that has it.
    Entry(EntryIndex),
    /// A file of the site, from its root, without a slash before it.
    SitePath(Located<String>),
    /// A heading on the same page.
    Fragment(Located<String>),
    /// An address outside the site.
    External(String),
    /// Nowhere; this has been reported.
    Broken,
}

impl Library {
    /// All locales, in the order of the configuration.
    pub fn locales(&self) -> impl Iterator<Item = LocaleIndex> + use<> {
        (0..self.locales.len()).map(LocaleIndex)
    }

    /// All collections, in the order of the configuration.
    pub fn collections(&self) -> impl Iterator<Item = CollectionIndex> + use<> {
        (0..self.collections.len()).map(CollectionIndex)
    }

    /// All entries, in the order of their ids.
    pub fn entries(&self) -> impl Iterator<Item = EntryIndex> + use<> {
        (0..self.entries.len()).map(EntryIndex)
    }

    /// The entries of a collection that have a page in a locale, in the order of their ids.
    pub fn entries_of(&self, collection: CollectionIndex, locale: LocaleIndex) -> impl Iterator<Item = EntryIndex> {
        self.entries().filter(move |entry| self[*entry].collection == collection && self.page(*entry, locale).is_some())
    }

    /// An entry's page in a locale, if it has one.
    #[must_use]
    pub fn page(&self, entry: EntryIndex, locale: LocaleIndex) -> Option<&Page> {
        self[entry].pages[locale.0].as_ref()
    }

    /// What a collection is called in a locale.
    #[must_use]
    pub fn names(&self, collection: CollectionIndex, locale: LocaleIndex) -> &CollectionNames {
        &self[collection].names[locale.0]
    }

    /// The kind of an entry.
    #[must_use]
    pub fn kind(&self, entry: EntryIndex) -> Kind {
        self[self[entry].collection].kind
    }

    /// The address of a locale's home page.
    #[must_use]
    pub fn home(&self, locale: LocaleIndex) -> Permalink {
        Permalink(format!("{}/", self[locale].code))
    }

    /// The address of a listing.
    #[must_use]
    pub fn listing(&self, collection: CollectionIndex, locale: LocaleIndex) -> Permalink {
        Permalink(format!("{}/{}/", self[locale].code, self.names(collection, locale).slug))
    }

    /// The page that serves readers of a locale best: their own, or that of the next locale in the fallback chain.
    #[must_use]
    pub fn best_page(&self, entry: EntryIndex, locale: LocaleIndex) -> Option<(LocaleIndex, &Page)> {
        let mut chain = self[locale].fallback_chain.iter().copied().chain(self.locales());
        chain.find_map(|candidate| Some((candidate, self.page(entry, candidate)?)))
    }

    /// The address of a path of the site for links within the site: it begins with a slash.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url.path())
    }

    /// The address of a path of the site in full.
    #[must_use]
    pub fn absolute_url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }
}

impl Page {
    /// Whether the text is of another locale than the page.
    #[must_use]
    pub fn is_fallback(&self, locale: LocaleIndex) -> bool {
        self.language != locale
    }
}

impl Permalink {
    /// The address of the site itself.
    #[must_use]
    pub fn root() -> Self {
        Self(String::new())
    }

    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file that a static host serves at the address.
    #[must_use]
    pub fn file(&self) -> String {
        format!("{}index.html", self.0)
    }
}

impl std::ops::Index<LocaleIndex> for Library {
    type Output = Locale;

    fn index(&self, index: LocaleIndex) -> &Locale {
        &self.locales[index.0]
    }
}

impl std::ops::Index<CollectionIndex> for Library {
    type Output = Collection;

    fn index(&self, index: CollectionIndex) -> &Collection {
        &self.collections[index.0]
    }
}

impl std::ops::Index<EntryIndex> for Library {
    type Output = Entry;

    fn index(&self, index: EntryIndex) -> &Entry {
        &self.entries[index.0]
    }
}
