//! `rolebook.toml`: the site's locales and collections, and what its pages carry besides the content.

use url::Url;

use super::document::Document;
use super::link::LinkTarget;
use super::table::Table;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::{CollectionId, is_kebab_case};
use crate::load::BUILT_IN_THEME;
use crate::locale::LocaleCode;
use crate::place::Located;

/// What `rolebook.toml` says.
#[derive(Debug)]
pub struct Config {
    /// Where the site will be served. Has a host, and a path that ends in a slash.
    pub base_url: Url,
    /// The locale of the originals, and the last in every fallback chain.
    pub default_locale: Located<LocaleCode>,
    /// The folder below `themes/`.
    pub theme: String,
    /// All locales, in the order in which readers are offered them.
    pub locales: Vec<LocaleConfig>,
    /// All collections, in the order in which listings and menus show them.
    pub collections: Vec<CollectionConfig>,
    /// How related entries are chosen and grouped.
    pub related: RelatedConfig,
    /// What happens to an entry that has no text in a locale.
    pub missing_translation: MissingTranslation,
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
    /// Its region where the code names none and the likely one is not meant, such as `PT` for `pt`.
    pub region: Option<String>,
    /// Where its missing texts and messages are taken from, before the default locale.
    pub fallback: Vec<Located<LocaleCode>>,
}

/// A collection of the site.
#[derive(Debug)]
pub struct CollectionConfig {
    /// Its folder under `content/`.
    pub id: Located<CollectionId>,
    /// What its entries are.
    pub kind: Kind,
}

/// What the entries of a collection are, which decides their form and their template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A job description, in sections.
    Role,
    /// Free text: a tutorial, interview questions, a term.
    Article,
    /// What roles and articles are sorted under.
    Category,
}

/// `[related]`: how related entries are chosen and grouped.
#[derive(Debug)]
pub struct RelatedConfig {
    /// The most entries that a group shows.
    pub limit: usize,
    /// The groups, each with the collections from which it is filled.
    pub groups: Vec<RelatedGroupConfig>,
}

/// One group of related entries.
#[derive(Debug)]
pub struct RelatedGroupConfig {
    /// Its heading is the message `related-<id>`.
    pub id: String,
    /// The collections from which it is filled, in this order.
    pub collections: Vec<Located<CollectionId>>,
}

/// What happens to an entry that has no text in a locale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MissingTranslation {
    /// It has no page there.
    #[default]
    Skip,
    /// It has a page there with the text of the next locale in the fallback chain.
    Fallback,
}

/// What stands around the content of each page. Its words are messages; here are its order and its addresses.
#[derive(Debug, Default)]
pub struct Chrome {
    /// The line above everything, with its link: the message `announcement`.
    pub announcement: Option<Located<LinkTarget>>,
    /// The menus of the header: the messages `navigation-<id>`.
    pub navigation: Vec<LinkGroup>,
    /// The calls to action of the header: the messages `action-<id>`.
    pub actions: Vec<Link>,
    /// Where the form "post this job" leads.
    pub post_job: Option<Url>,
    /// Where the newsletter's form is sent.
    pub newsletter: Option<Url>,
    /// The named columns of the footer: the messages `footer-<id>`.
    pub footer: Vec<LinkGroup>,
    /// Telephone lines by region: the messages `phone-<id>`.
    pub phones: Vec<Phone>,
    /// Social profiles: the messages `social-<id>`.
    pub social: Vec<Link>,
    /// The links of the legal line: the messages `legal-<id>`.
    pub legal: Vec<Link>,
}

/// A link whose words are messages.
#[derive(Debug)]
pub struct Link {
    /// The end of the message's id.
    pub id: Located<String>,
    /// Where it leads.
    pub target: Located<LinkTarget>,
}

/// Links under a common heading.
#[derive(Debug)]
pub struct LinkGroup {
    /// The end of the heading's message id.
    pub id: Located<String>,
    /// The links.
    pub items: Vec<Link>,
}

/// A telephone line.
#[derive(Debug)]
pub struct Phone {
    /// The end of the message's id.
    pub id: Located<String>,
    /// The number, as people write it: `+30 21 0123 4567`.
    pub number: String,
}

/// Reads `rolebook.toml`. Without locales and an address there is no site to speak of, and so no result.
pub(super) fn parse(document: &Document) -> Option<Config> {
    let mut table = Table::parse(document, 0..document.text.len());
    let base_url = table.required("base_url").and_then(|url: Located<String>| base_url(document, &url));
    let default_locale = table.required("default_locale");
    let theme = table.take("theme").map_or_else(|| BUILT_IN_THEME.to_owned(), |theme: Located<String>| theme.value);
    let locale_tables = table.tables("locales");
    if locale_tables.is_empty() {
        let diagnostic = Diagnostic::error(Code::MissingKey, "the site has no locales");
        table.report_table(diagnostic.help("add a table `[[locales]]` with `code` and `name`"));
    }
    let locales: Vec<_> = locale_tables.into_iter().filter_map(locale).collect();
    let collections: Vec<_> = table.tables("collections").into_iter().filter_map(collection).collect();
    let related = related(table.table("related"), &collections);
    let missing_translation = missing_translation(table.table("missing_translation"));
    let chrome = chrome(document, &mut table);
    table.finish();
    if locales.is_empty() {
        return None;
    }
    let (base_url, default_locale) = (base_url?, default_locale?);
    Some(Config { base_url, default_locale, theme, locales, collections, related, missing_translation, chrome })
}

/// Reads an address that a site can be served at: with a host, and a path that is a folder.
///
/// # Errors
///
/// Says what is wrong with it.
pub fn read_base_url(text: &str) -> Result<Url, String> {
    let mut url = read_web_address(text)?;
    url.set_query(None);
    url.set_fragment(None);
    if !url.path().ends_with('/') {
        url.set_path(&format!("{}/", url.path()));
    }
    Ok(url)
}

fn read_web_address(text: &str) -> Result<Url, String> {
    match Url::parse(text) {
        Ok(url) if matches!(url.scheme(), "http" | "https") && url.has_host() => Ok(url),
        _ => Err(format!("`{text}` is not a web address")),
    }
}

fn base_url(document: &Document, written: &Located<String>) -> Option<Url> {
    read_base_url(&written.value).map_err(|message| report_address(document, message, written)).ok()
}

fn report_address(document: &Document, message: String, written: &Located<String>) {
    let help = "write it in full: `https://example.org/`";
    document.report_at(Diagnostic::error(Code::InvalidValue, message).help(help), &written.place);
}

fn locale(mut table: Table) -> Option<LocaleConfig> {
    let code = table.required("code");
    let name: Option<Located<String>> = table.required("name");
    let region = table.take("region").map(|region: Located<String>| region.value);
    let fallback = table.list("fallback");
    table.finish();
    Some(LocaleConfig { code: code?, name: name?.value, region, fallback })
}

fn collection(mut table: Table) -> Option<CollectionConfig> {
    let id: Option<Located<CollectionId>> = table.required("id");
    let kind: Option<Located<Kind>> = table.required("kind");
    table.finish();
    Some(CollectionConfig { id: id?, kind: kind?.value })
}

/// Without `[[related.groups]]` each collection but the categories is a group of its own.
fn related(table: Option<Table>, collections: &[CollectionConfig]) -> RelatedConfig {
    let mut limit = 5;
    let mut groups = Vec::new();
    if let Some(mut table) = table {
        limit = table.take("limit").map_or(limit, |limit| limit.value);
        for mut group in table.tables("groups") {
            let id: Option<Located<String>> = group.required("id");
            let collections = group.list("collections");
            group.finish();
            groups.extend(id.map(|id| RelatedGroupConfig { id: id.value, collections }));
        }
        table.finish();
    }
    if groups.is_empty() {
        groups = collections
            .iter()
            .filter(|collection| collection.kind != Kind::Category)
            .map(|collection| RelatedGroupConfig {
                id: collection.id.value.to_string(),
                collections: vec![collection.id.clone()],
            })
            .collect();
    }
    RelatedConfig { limit, groups }
}

fn missing_translation(table: Option<Table>) -> MissingTranslation {
    let Some(mut table) = table else { return MissingTranslation::default() };
    let policy = table.or_default("policy");
    table.finish();
    policy
}

fn chrome(document: &Document, table: &mut Table) -> Chrome {
    let mut chrome = Chrome {
        announcement: announcement(table.table("announcement")),
        navigation: groups(table.tables("navigation")),
        actions: links(table.tables("actions")),
        post_job: action(document, table.table("post_job")),
        newsletter: action(document, table.table("newsletter")),
        ..Chrome::default()
    };
    if let Some(mut footer) = table.table("footer") {
        chrome.footer = groups(footer.tables("columns"));
        chrome.phones = footer.tables("phones").into_iter().filter_map(phone).collect();
        chrome.social = links(footer.tables("social"));
        chrome.legal = links(footer.tables("legal"));
        footer.finish();
    }
    chrome
}

fn announcement(table: Option<Table>) -> Option<Located<LinkTarget>> {
    let mut table = table?;
    let show = table.take("show").is_none_or(|show| show.value);
    let target = table.required("link");
    table.finish();
    target.filter(|_| show)
}

fn groups(tables: Vec<Table>) -> Vec<LinkGroup> {
    let read = |mut table: Table| {
        let id = message_part(&mut table);
        let items = links(table.tables("items"));
        table.finish();
        Some(LinkGroup { id: id?, items })
    };
    tables.into_iter().filter_map(read).collect()
}

fn links(tables: Vec<Table>) -> Vec<Link> {
    let read = |mut table: Table| {
        let id = message_part(&mut table);
        let target = table.required("link");
        table.finish();
        Some(Link { id: id?, target: target? })
    };
    tables.into_iter().filter_map(read).collect()
}

fn phone(mut table: Table) -> Option<Phone> {
    let id = message_part(&mut table);
    let number: Option<Located<String>> = table.required("number");
    table.finish();
    Some(Phone { id: id?, number: number?.value })
}

fn action(document: &Document, table: Option<Table>) -> Option<Url> {
    let mut table = table?;
    let written: Option<Located<String>> = table.required("action");
    table.finish();
    let written = written?;
    read_web_address(&written.value).map_err(|message| report_address(document, message, &written)).ok()
}

/// An `id` that becomes the end of a message's id.
fn message_part(table: &mut Table) -> Option<Located<String>> {
    let id: Located<String> = table.required("id")?;
    if is_kebab_case(&id.value) {
        return Some(id);
    }
    let message = format!("`{}` cannot be part of a message's id", id.value);
    let help = "use lower-case letters, digits and single hyphens";
    table.report_at(Diagnostic::error(Code::InvalidValue, message).help(help), &id.place);
    None
}
