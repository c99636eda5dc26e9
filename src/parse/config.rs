//! `rolebook.toml`: the site's locales and collections.

pub mod keys;

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use url::Url;

use super::address;
use super::block_line::BLOCKS;
use super::chrome::{self, Chrome};
use super::document::Document;
use super::fields::{self, Field};
pub use super::kind::Kind;
use super::locale;
use super::program_messages::SECTION;
use super::table::Table;
use super::{ids, program_messages};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::id::{CollectionId, SectionKey};
use crate::limits::COLLECTIONS;
use crate::locale::LocaleCode;
use crate::place::{Located, Place};
use crate::slug::{Slug, SlugStyle};
use keys::{RENAMED, SITE};

/// What `rolebook.toml` says.
#[derive(Debug)]
pub struct Config {
    /// What the site is called in all languages, if the configuration says.
    pub name: Option<String>,
    /// Where the site will be served. Has a host, and a path that ends in a slash.
    pub base_url: Url,
    /// The locale of the originals, and the last in every fallback chain.
    pub default_locale: Located<LocaleCode>,
    /// The folder below `themes/`, if not the theme in the program.
    pub theme: Option<Located<String>>,
    /// What the site sets of the theme's options.
    pub theme_options: Vec<(Located<String>, String)>,
    /// All locales, in the order in which readers are offered them.
    pub locales: Vec<LocaleConfig>,
    /// All collections, in the order in which listings and menus show them.
    pub collections: Vec<CollectionConfig>,
    /// How related entries are chosen and grouped.
    pub related: RelatedConfig,
    /// Which mentions in texts become links.
    pub automatic_links: AutomaticLinksConfig,
    /// Which collections stand in the index from A to Z: all of roles, if it does not say.
    pub index: Option<Vec<Located<CollectionId>>>,
    /// What happens to an entry that has no text in a locale.
    pub missing_translation: MissingTranslation,
    /// Whether readers can search.
    pub search: bool,
    /// Whether each page has a picture for social networks.
    pub social_images: bool,
    /// What readers can download.
    pub downloads: DownloadsConfig,
    /// The letters of which addresses are made.
    pub slugs: SlugStyle,
    /// What is done about translations that are older than their originals.
    pub stale_translation: StaleTranslationConfig,
    /// What checks are told.
    pub check: CheckConfig,
    /// What stands around the content of each page.
    pub chrome: Chrome,
}

/// A locale of the site.
#[derive(Debug)]
pub struct LocaleConfig {
    /// Its code.
    pub code: Located<LocaleCode>,
    /// Its name as its own speakers write it.
    pub name: String,
    /// The locale of its formats: the code in the region that stands beside it, such as `PT` for `pt`.
    pub formats: LocaleCode,
    /// Where its missing texts and messages are taken from, before the default locale.
    pub fallback: Vec<Located<LocaleCode>>,
    /// Whether the program makes it up from the default locale.
    pub is_pseudo: bool,
}

/// A collection of the site.
#[derive(Debug)]
pub struct CollectionConfig {
    /// Its folder under `content/`.
    pub id: Located<CollectionId>,
    /// What its entries are.
    pub kind: Kind,
    /// What search engines are told that they are.
    pub structured_data: StructuredData,
    /// The sections that its roles must have.
    pub required_sections: Vec<Located<SectionKey>>,
    /// The facts that they have.
    pub fields: Arc<[Field]>,
    /// The keys of their front matter that are another tool's, with underscores for hyphens.
    pub ignored_keys: Arc<[String]>,
    /// What another tool calls keys of front matter: ours, then theirs.
    pub renamed_keys: Arc<[(&'static str, String)]>,
}

/// The sections that roles must have where the configuration does not say which.
const DEFAULT_SECTIONS: [&str; 3] = ["brief", "responsibilities", "requirements"];

/// What search engines are told that the articles of a collection are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StructuredData {
    /// An `Article`.
    Article,
    /// A `DefinedTerm`, which the article explains.
    DefinedTerm,
    /// A `FAQPage`: each heading of level 3 is a question, and what follows is the answer.
    Questions,
}

/// `[related]`: how related entries are chosen and grouped.
#[derive(Debug)]
pub struct RelatedConfig {
    /// The most entries that a group shows.
    pub limit: usize,
    /// How related entries must be, from 0 to 1, to fill up a group.
    pub threshold: f32,
    /// The groups, each with the collections from which it is filled.
    pub groups: Vec<RelatedGroupConfig>,
}

/// One group of related entries.
#[derive(Debug)]
pub struct RelatedGroupConfig {
    /// Its heading is the message `related-<id>`.
    pub id: Located<String>,
    /// The collections from which it is filled, in this order.
    pub collections: Vec<Located<CollectionId>>,
}

/// `[automatic_links]`: which mentions in texts become links.
#[derive(Debug)]
pub struct AutomaticLinksConfig {
    /// The collections whose entries are linked where a text first mentions them.
    pub collections: Vec<Located<CollectionId>>,
    /// Whether the names of skills lead to their pages.
    pub skills: bool,
    /// The most such links on a page.
    pub limit: usize,
}

/// What happens to an entry that has no text in a locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MissingTranslation {
    /// It has no page there.
    Skip,
    /// It has a page there with the text of the next locale in the fallback chain.
    Fallback,
}

/// `[downloads]`: what readers can download.
#[derive(Clone, Copy, Debug)]
pub struct DownloadsConfig {
    /// Whether each role is there as a document for word processors.
    pub docx: bool,
}

/// `[stale_translation]`: what is done about translations that are older than their originals.
#[derive(Clone, Copy, Debug)]
pub struct StaleTranslationConfig {
    /// Whether their pages tell readers so.
    pub notice: bool,
}

/// `[check]`: what checks are told.
#[derive(Clone, Debug)]
pub struct CheckConfig {
    /// Messages that are used although nothing shows it: ids, or beginnings with `*`.
    pub used_messages: Vec<String>,
    /// Whether translations that say the same as their originals are reported.
    pub same_as_original: bool,
    /// Messages of which no such report is made: ids, or beginnings with `*`.
    pub same_as_original_allowed: Vec<String>,
    /// How much links matter that lead nowhere.
    pub broken_links: Severity,
}

/// Reads `rolebook.toml`. Without locales and an address there is no site to speak of, and so no result.
pub(super) fn parse(document: &Document) -> Option<Config> {
    let mut table = Table::parse(document, 0..document.text.len(), &SITE);
    let name = name(&mut table);
    let base_url = table.required("base_url").and_then(|url| address::base_url(document, &url));
    let default_locale = table.required("default_locale").and_then(|code| locale::of_config(&table, code));
    let theme = theme(document, &mut table);
    let locale_tables = table.tables("locales");
    if locale_tables.is_empty() {
        let diagnostic = Diagnostic::error(Code::MissingKey, "the site has no locales");
        table.report_table(diagnostic.help("add a table `[[locales]]` with `code` and `name`"));
    }
    let locales: Vec<_> = locale_tables.into_iter().filter_map(locale_table).collect();
    let collections: Vec<_> =
        table.tables("collections").into_iter().filter_map(|table| collection(document, table)).collect();
    fields::report_same_messages(document, collections.iter().flat_map(|of: &CollectionConfig| &*of.fields));
    if let Some(Located { value: locale, .. }) = &default_locale {
        report_ids(document, &collections, locale);
    }
    let related = related(table.section("related"), &collections);
    let ids_of_groups = related.groups.iter().map(|group| &group.id.place);
    let ids_of_collections = collections.iter().map(|collection| &collection.id.place);
    // Without groups of its own each collection is one.
    let is_small = is_at_most(COLLECTIONS, "collections", ids_of_collections, document)
        && is_at_most(COLLECTIONS, "groups of related entries", ids_of_groups, document);
    let automatic_links = automatic_links(table.section("automatic_links"));
    let index = index(table.section("index"));
    let missing_translation = only(table.section("missing_translation"), "policy");
    let slugs = table.or_default("slugs");
    let search = only(table.section("search"), "show");
    let social_images = table.table("social_images").is_some_and(|table| only(table, "show"));
    let downloads = DownloadsConfig { docx: only(table.section("downloads"), "docx") };
    let stale_translation = StaleTranslationConfig { notice: only(table.section("stale_translation"), "notice") };
    let check = check(table.section("check"));
    let chrome = theme.chrome.laid_over(chrome::parse(document, &mut table));
    table.finish();
    if locales.is_empty() || !is_small {
        return None;
    }
    let (base_url, default_locale) = (base_url?, default_locale?);
    Some(Config {
        name,
        base_url,
        default_locale,
        theme: theme.name,
        theme_options: theme.options,
        locales,
        collections,
        related,
        automatic_links,
        index,
        missing_translation,
        search,
        social_images,
        downloads,
        slugs,
        stale_translation,
        check,
        chrome,
    })
}

/// What the site is called.
fn name(table: &mut Table) -> Option<String> {
    let Located { value, place } = table.take::<String>("name")?;
    let name = value.trim();
    if name.is_empty() {
        let help = "write the name of the site, or remove `name`";
        table.report_at(Diagnostic::error(Code::InvalidValue, "the name of the site is empty").help(help), &place);
    }
    Some(name.to_owned()).filter(|name| !name.is_empty())
}

/// What the key `theme` says.
#[derive(Default)]
struct ThemeConfig {
    name: Option<Located<String>>,
    options: Vec<(Located<String>, String)>,
    chrome: Chrome,
}

/// `theme = "atlas"`, or a table with the name, the theme's options, and what stands around the content of pages.
fn theme(document: &Document, table: &mut Table) -> ThemeConfig {
    if !table.is_table("theme") {
        return ThemeConfig { name: table.take("theme"), ..ThemeConfig::default() };
    }
    let mut table = table.table("theme").expect("it is a table");
    ThemeConfig { name: table.take("name"), chrome: chrome::parse(document, &mut table), options: table.rest() }
}

fn locale_table(mut table: Table) -> Option<LocaleConfig> {
    let code = table.required("code").and_then(|code| locale::of_config(&table, code));
    let name: Option<Located<String>> = table.required("name");
    let region = table.take("region");
    let fallback = table.list("fallback").into_iter().filter_map(|code| locale::of_config(&table, code)).collect();
    if let Some((code, name)) = code.as_ref().zip(name.as_ref())
        && let Some(said) = locale::name_of_another(&code.value, &name.value)
    {
        table.report_at(said, &code.place);
    }
    let formats = code.as_ref().map(|code| locale::formats(&table, &code.value, region));
    table.finish();
    let (code, formats) = (code?, formats?);
    let name = name.map_or_else(|| code.value.to_string(), |name| name.value);
    Some(LocaleConfig { code, name, formats, fallback, is_pseudo: false })
}

fn collection(document: &Document, mut table: Table) -> Option<CollectionConfig> {
    let id: Option<Located<CollectionId>> = table.required("id");
    let kind: Option<Located<Kind>> = table.required("kind");
    let structured_data = table.or_default("structured_data");
    let required_sections = required_sections(&mut table, kind.as_ref(), id.as_ref());
    let fields = fields::declarations(document, &mut table, kind.as_ref().map(|kind| kind.value));
    let renamed_keys = renamed_keys(table.section("keys")).into();
    let ignored_keys = table.list::<String>("ignore_keys").into_iter().map(|key| key.value.replace('-', "_")).collect();
    table.finish();
    let keys = (ignored_keys, renamed_keys);
    let (id, kind, (ignored_keys, renamed_keys)) = (id?, kind?.value, keys);
    Some(CollectionConfig { id, kind, structured_data, required_sections, fields, ignored_keys, renamed_keys })
}

/// A text, or several.
#[derive(serde::Deserialize)]
#[serde(untagged, expecting = "expected a text or a list of texts")]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl From<OneOrMore> for Vec<String> {
    fn from(texts: OneOrMore) -> Self {
        match texts {
            OneOrMore::One(text) => vec![text],
            OneOrMore::More(texts) => texts,
        }
    }
}

/// `[collections.keys]`: `title = "roles"` where texts have their titles under `roles`, `title = ["roles", "role"]` where some
/// have them under `role`.
fn renamed_keys(mut table: Table) -> Vec<(&'static str, String)> {
    let mut renamed = Vec::new();
    for ours in RENAMED.all().map(|key| key.name) {
        let theirs: Vec<String> = table.value(ours).map_or_else(Vec::new, OneOrMore::into);
        renamed.extend(theirs.into_iter().map(|theirs| (ours, theirs)));
    }
    table.finish();
    renamed
}

/// The sections that the entries of a collection must have: what the configuration says or, for roles, those that a job
/// description has.
fn required_sections(
    table: &mut Table,
    kind: Option<&Located<Kind>>,
    id: Option<&Located<CollectionId>>,
) -> Vec<Located<SectionKey>> {
    let is_role = kind.is_some_and(|kind| kind.value == Kind::Role);
    let is_written = table.has("required_sections");
    let written = table.list("required_sections");
    if !is_written {
        let Some(id) = id.filter(|_| is_role) else { return Vec::new() };
        let default = |key: &str| Located { value: SectionKey::from(key), place: id.place.clone() };
        return DEFAULT_SECTIONS.map(default).into();
    }
    if let Some(first) = written.first().filter(|_| !is_role) {
        let diagnostic = Diagnostic::error(Code::InvalidValue, "only roles have sections");
        table.report_at(diagnostic.help("remove `required_sections`, or write `kind = \"role\"`"), &first.place);
        return Vec::new();
    }
    written.into_iter().filter_map(|key| ids::read(table, key, "a section", Some(&SECTION))).collect()
}

/// Whether there are at most so many of something. The first beyond is reported.
fn is_at_most<'p>(most: usize, what: &str, mut places: impl Iterator<Item = &'p Place>, document: &Document) -> bool {
    let Some(first) = places.nth(most) else { return true };
    let diagnostic = Diagnostic::error(Code::Limit, format!("a site may have {most} {what}, and this is one more"));
    document.report_at(diagnostic.help("put what is alike under one heading"), first);
    false
}

fn report_ids(document: &Document, collections: &[CollectionConfig], locale: &LocaleCode) {
    let ids = || collections.iter().map(|collection| &collection.id);
    let mut taken: BTreeSet<String> = ids().map(|id| id.value.to_string()).collect();
    for Located { value: id, place } in ids() {
        if id.as_str() == BLOCKS {
            let message = format!("`{BLOCKS}` is the folder of shared blocks, and no collection");
            let help = "give the collection another id, and its folder another name";
            document.report_at(Diagnostic::error(Code::InvalidId, message).help(help), place);
            continue;
        }
        let mut is_free = |id: &Slug| taken.insert(id.to_string());
        let rename = |id: &Slug| format!("write `id = \"{id}\"`, and name its folder `content/{id}`");
        if let Some(mistake) = ids::mistake(id.as_str(), "a collection", locale, &mut is_free, rename) {
            document.report_at(mistake, place);
        }
    }
}

/// Without `[[related.groups]]` each collection of roles or articles is a group of its own.
fn related(mut table: Table, collections: &[CollectionConfig]) -> RelatedConfig {
    let limit = table.or_default("limit");
    let threshold = share(&mut table, "threshold");
    let mut groups = Vec::new();
    for mut group in table.tables("groups") {
        let id = group.required("id");
        let id = id.and_then(|id| ids::read(&group, id, "a group", Some(&program_messages::RELATED)));
        let collections = group.list("collections");
        group.finish();
        groups.extend(id.map(|id| RelatedGroupConfig { id, collections }));
    }
    table.finish();
    if groups.is_empty() {
        groups = collections
            .iter()
            .filter(|collection| collection.kind.is_content())
            .map(|collection| RelatedGroupConfig {
                id: Located { value: collection.id.value.to_string(), place: collection.id.place.clone() },
                collections: vec![collection.id.clone()],
            })
            .collect();
    }
    RelatedConfig { limit, threshold, groups }
}

/// A number from 0 to 1. Any other is reported, and the default taken.
fn share<'t>(table: &mut Table<'t>, key: &'t str) -> f32 {
    let place = table.place_of(key);
    let value = table.or_default(key);
    match place.filter(|_| !(0.0..=1.0).contains(&value)) {
        None => value,
        Some(place) => {
            let diagnostic = Diagnostic::error(Code::InvalidValue, format!("`{value}` is not a number from 0 to 1"));
            table.report_at(diagnostic.help("write a number such as `0.1`"), &place);
            table.or_default(key)
        }
    }
}

fn automatic_links(mut table: Table) -> AutomaticLinksConfig {
    let config = AutomaticLinksConfig {
        collections: table.list("collections"),
        skills: table.or_default("skills"),
        limit: table.or_default("limit"),
    };
    table.finish();
    config
}

fn index(mut table: Table) -> Option<Vec<Located<CollectionId>>> {
    let is_written = table.has("collections");
    let collections = table.list("collections");
    table.finish();
    is_written.then_some(collections)
}

/// The value of the only key that a table has.
fn only<'t, T: DeserializeOwned>(mut table: Table<'t>, key: &'t str) -> T {
    let value = table.or_default(key);
    table.finish();
    value
}

fn check(mut table: Table) -> CheckConfig {
    let config = CheckConfig {
        used_messages: table.or_default("used_messages"),
        same_as_original: table.or_default("same_as_original"),
        same_as_original_allowed: table.or_default("same_as_original_allowed"),
        broken_links: table.or_default("broken_links"),
    };
    table.finish();
    config
}
