//! The [`Library`]: the whole site, with every name in it resolved.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use url::Url;

use super::categories::Members;
use super::chrome::Chrome;
pub use super::collections::{Collection, CollectionNames};
pub use super::entries::{Entry, Page};
pub use super::facets::{Facet, FacetPage};
pub use super::index::{CollectionIndex, EntryIndex, FacetIndex, LanguageIndex, LocaleIndex, SkillIndex};
pub use super::links::{Destination, SitePath};
pub use super::locales::{Locale, SortKey};
use super::messages::Messages;
pub use super::published_file::{PublishedAt, PublishedFile};
pub use super::related::{RelatedConfig, RelatedGroupConfig};
pub use super::skills::Skill;
use super::slugs::PageSlugs;
pub use super::slugs::PlacedSlug;
pub use super::staleness::Stale;
use super::theme_options::ThemeOptions;
use crate::id::{EntryId, PlaceholderId};
use crate::load::beside::Beside;
use crate::parse::config::{CheckConfig, DownloadsConfig, Kind, StaleTranslationConfig};
use crate::parse::program_messages::PLACEHOLDER;
use crate::parse::text::FrontMatter;
use crate::parse::theme::{SocialImage, Theme};
use crate::permalink::{Permalink, encoded_path};
use crate::place::SourcePath;
use crate::shard::Share;

/// A site with every name resolved: what pages are made from. Never changed once made.
pub struct Library {
    /// What the configuration calls the site in all languages.
    pub name: Option<String>,
    /// Where the site will be served.
    pub base_url: Url,
    /// The locale of the originals.
    pub default_locale: LocaleIndex,
    pub(super) locales: Vec<Locale>,
    pub(super) collections: Vec<Collection>,
    pub(super) entries: Vec<Entry>,
    pub(super) members: Members,
    pub(super) skills: Vec<Skill>,
    pub(super) facets: Vec<Facet>,
    pub(super) page_slugs: Vec<PageSlugs>,
    /// The words of the site.
    pub messages: Arc<Messages>,
    /// How related entries are grouped.
    pub related: RelatedConfig,
    /// What stands around the content of each page.
    pub chrome: Chrome,
    /// Whether the configuration lets readers search.
    pub has_search: bool,
    /// The collections whose titles stand in the index from A to Z.
    pub(super) indexed: Vec<CollectionIndex>,
    /// Whether the configuration asks for pictures for social networks.
    pub(super) has_social_images: bool,
    /// What readers can download.
    pub downloads: DownloadsConfig,
    /// Whether pages tell readers that they are older than their originals.
    pub stale_translation: StaleTranslationConfig,
    /// What checks are told.
    pub check: CheckConfig,
    /// The theme.
    pub theme: Arc<Theme>,
    /// What the site sets of the theme's options.
    pub theme_options: ThemeOptions,
    /// What is copied as it is: where each file lies, by its path in the site.
    pub static_files: BTreeMap<String, PathBuf>,
    /// What lies beside texts; of this those files are published to which texts link.
    pub beside: Arc<BTreeMap<SourcePath, Beside>>,
    /// What this shard makes of the site, if it is one of several; of the texts that it does not need, the Markdown was
    /// not read.
    pub share: Option<Share>,
}

impl Library {
    /// All locales, in the order of the configuration.
    pub fn locales(&self) -> impl Iterator<Item = LocaleIndex> + use<> {
        (0..self.locales.len()).map(LocaleIndex)
    }

    /// The locale whose language a language is, if there is one.
    #[must_use]
    pub fn locale_of(&self, LanguageIndex(index): LanguageIndex) -> Option<LocaleIndex> {
        (index < self.locales.len()).then_some(LocaleIndex(index))
    }

    /// All locales themselves.
    #[must_use]
    pub fn all_locales(&self) -> &[Locale] {
        &self.locales
    }

    /// The locale of a site in one language, which has nothing to choose from.
    #[must_use]
    pub fn only_locale(&self) -> Option<LocaleIndex> {
        (self.locales.len() == 1).then_some(self.default_locale)
    }

    /// All collections, in the order of the configuration.
    pub fn collections(&self) -> impl Iterator<Item = CollectionIndex> + use<> {
        (0..self.collections.len()).map(CollectionIndex)
    }

    /// The entry of an id, if it has a page in any locale.
    #[must_use]
    pub fn entry(&self, id: &EntryId) -> Option<EntryIndex> {
        let found = self.entries.binary_search_by(|entry| entry.id.cmp(id)).ok()?;
        Some(EntryIndex(found)).filter(|_| self.entries[found].pages.iter().any(Option::is_some))
    }

    /// All entries of a collection, in the order of their ids.
    #[must_use]
    pub fn members_of(&self, collection: CollectionIndex) -> &[EntryIndex] {
        self.members.of_collection(collection)
    }

    /// All entries, in the order of their ids.
    pub fn entries(&self) -> impl Iterator<Item = EntryIndex> + use<> {
        (0..self.entries.len()).map(EntryIndex)
    }

    /// The entries of a collection that have a page in a locale, in the order of their ids.
    pub fn entries_of(&self, collection: CollectionIndex, locale: LocaleIndex) -> impl Iterator<Item = EntryIndex> {
        self.members.of_collection(collection).iter().copied().filter(move |entry| self.page(*entry, locale).is_some())
    }

    /// The entries of a collection that are sorted under a category and have a page in a locale, in the order of their ids.
    pub fn entries_under(
        &self,
        category: EntryIndex,
        collection: CollectionIndex,
        locale: LocaleIndex,
    ) -> impl Iterator<Item = EntryIndex> {
        let members = self.members.of_category(category, collection).iter().copied();
        members.filter(move |entry| self.page(*entry, locale).is_some())
    }

    /// An entry's page in a locale, if it has one.
    #[must_use]
    pub fn page(&self, entry: EntryIndex, locale: LocaleIndex) -> Option<&Page> {
        self[entry].pages[locale.0].as_ref()
    }

    /// The front matter of all texts that pages show, by entry and locale.
    pub fn front_matter(&self) -> impl Iterator<Item = Option<&FrontMatter>> {
        self.entries.iter().flat_map(|entry| &entry.pages).map(|page| page.as_ref().map(|page| &*page.text))
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
        Permalink::of_locale(&self[locale].code)
    }

    /// The address of a listing.
    #[must_use]
    pub fn listing(&self, collection: CollectionIndex, locale: LocaleIndex) -> Permalink {
        self.home(locale).below(&self.names(collection, locale).slug.slug)
    }

    /// The title of the first collection of a group of related entries.
    #[must_use]
    pub fn group_title(&self, group: &str, locale: LocaleIndex) -> Option<&str> {
        let group = self.related.groups.iter().find(|found| found.id == group)?;
        Some(&self.names(*group.collections.first()?, locale).title)
    }

    /// The address of the page where readers of a locale search, if the site can be searched: the theme has a template
    /// for it, and the configuration does not turn it off.
    #[must_use]
    pub fn search(&self, locale: LocaleIndex) -> Option<Permalink> {
        let can_be = self.has_search && self.theme.templates.contains_template("search.html");
        can_be.then(|| self.home(locale).below(&self.page_slugs(locale).search.slug))
    }

    /// The slugs of the pages that a locale has beside its listings and entries.
    #[must_use]
    pub fn page_slugs(&self, locale: LocaleIndex) -> &PageSlugs {
        &self.page_slugs[locale.0]
    }

    /// All skills that roles ask for, in the order of their ids.
    pub fn skills(&self) -> impl Iterator<Item = SkillIndex> + use<> {
        (0..self.skills.len()).map(SkillIndex)
    }

    /// The address of the page of a skill, if it has one in a locale.
    #[must_use]
    pub fn skill_page(&self, skill: SkillIndex, locale: LocaleIndex) -> Option<&Permalink> {
        self[skill].permalinks[locale.0].as_ref()
    }

    /// What a skill is called in a locale.
    #[must_use]
    pub fn skill_name(&self, skill: SkillIndex, locale: LocaleIndex) -> &str {
        &self[skill].names[locale.0]
    }

    /// The roles that ask for a skill and have a page in a locale, in the order of their ids.
    pub fn roles_with(&self, skill: SkillIndex, locale: LocaleIndex) -> impl Iterator<Item = EntryIndex> {
        self[skill].roles.iter().copied().filter(move |role| self.page(*role, locale).is_some())
    }

    /// The address of the page that lists the skills that have pages in a locale, if there are any.
    #[must_use]
    pub fn skills_page(&self, locale: LocaleIndex) -> Option<Permalink> {
        self.skills().find(|skill| self.skill_page(*skill, locale).is_some())?;
        Some(self.home(locale).below(&self.page_slugs(locale).skills.slug))
    }

    /// The entries that stand in the index from A to Z of a locale, in the order of their ids.
    pub fn indexed(&self, locale: LocaleIndex) -> impl Iterator<Item = EntryIndex> {
        self.indexed.iter().flat_map(move |collection| self.entries_of(*collection, locale))
    }

    /// The address of the index from A to Z of a locale, if there is anything in it and the theme has a template for it.
    #[must_use]
    pub fn index_page(&self, locale: LocaleIndex) -> Option<Permalink> {
        self.indexed(locale).next().filter(|_| self.theme.templates.contains_template("index.html"))?;
        Some(self.home(locale).below(&self.page_slugs(locale).index.slug))
    }

    /// The path of a role's document for word processors in a locale, if the site has such documents and the locale a text
    /// of its own.
    #[must_use]
    pub fn document(&self, role: EntryIndex, locale: LocaleIndex) -> Option<String> {
        let page = self.page(role, locale).filter(|page| self.downloads.docx && !page.is_fallback(locale))?;
        (self.kind(role) == Kind::Role).then(|| format!("{}{}.docx", page.permalink.as_str(), page.permalink.last()))
    }

    /// What pictures for social networks are made from, if the site has such pictures.
    #[must_use]
    pub fn social_image(&self) -> Option<&SocialImage> {
        self.theme.social_image.as_ref().filter(|_| self.has_social_images)
    }

    /// The folder of the search index of a locale, from the root of the site.
    #[must_use]
    pub fn search_index(&self, locale: LocaleIndex) -> String {
        format!("search/{}/", self[locale].code)
    }

    /// The page that serves readers of a locale best: their own, or that of the next locale in the fallback chain.
    #[must_use]
    pub fn best_page(&self, entry: EntryIndex, locale: LocaleIndex) -> Option<(LocaleIndex, &Page)> {
        let mut chain = self[locale].fallback_chain.iter().copied().chain(self.locales());
        chain.find_map(|candidate| Some((candidate, self.page(entry, candidate)?)))
    }

    /// What stands in a text for something that an employer fills in.
    #[must_use]
    pub fn placeholder(&self, id: &PlaceholderId, locale: LocaleIndex) -> String {
        self.messages.text(locale, &PLACEHOLDER.id(id)).unwrap_or_else(|| format!("[{id}]"))
    }

    /// The path of a file beside a text, to which a page in a locale links.
    #[must_use]
    pub fn file_path<'f>(&self, file: &'f PublishedFile, locale: LocaleIndex) -> Option<Cow<'f, str>> {
        match &file.at {
            PublishedAt::Asset(path, _) => Some(path.into()),
            PublishedAt::BesidePage(entry, name) => {
                Some(format!("{}{name}", self.page(*entry, locale)?.permalink.as_str()).into())
            }
        }
    }

    /// The address of a path of the site, as the name of its file has it, for links within the site: it begins with a slash.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        with_path(self.base_url.path(), path)
    }

    /// The address of a path of the site in full.
    #[must_use]
    pub fn absolute_url(&self, path: &str) -> String {
        with_path(self.base_url.as_str(), path)
    }
}

fn with_path(base: &str, path: &str) -> String {
    let mut address = String::with_capacity(base.len() + path.len());
    address.push_str(base);
    address.push_str(&encoded_path(path));
    address
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

impl std::ops::Index<SkillIndex> for Library {
    type Output = Skill;

    fn index(&self, index: SkillIndex) -> &Skill {
        &self.skills[index.0]
    }
}
