//! What a theme may see: the variables of templates, as described for theme authors in `docs/themes.md`.
//!
//! Plain data. How it is made from the library is told in the files beside this one.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use crate::locale::Direction;
use crate::parse::fields::FieldValue;
use crate::resolve::library::{EntryIndex, Library, LocaleIndex};

/// What is the same on all pages of a locale.
#[derive(Serialize)]
pub struct SiteView {
    /// The site.
    pub site: SiteFacts,
    /// The theme's options with their values; files as addresses.
    pub theme: BTreeMap<String, Option<String>>,
    /// The address of the stylesheet with what the site sets of them as custom properties, if it sets any.
    pub theme_stylesheet: Option<String>,
    /// The reader's locale.
    pub locale: LocaleView,
    /// The home page.
    pub home: UrlView,
    /// The Atom feed, if any entry of the locale has a date.
    pub feed: Option<UrlView>,
    /// Where readers search.
    pub search: Option<SearchView>,
    /// The index from A to Z.
    pub index: Option<UrlView>,
    /// The list of skills.
    pub skills_page: Option<UrlView>,
    /// The line above everything.
    pub announcement: Option<AnnouncementView>,
    /// The menus of the header.
    pub navigation: Vec<LinkGroupView>,
    /// The calls to action of the header.
    pub actions: Vec<LinkView>,
    /// The form "post this job".
    pub post_job: Option<FormView>,
    /// The newsletter's form.
    pub newsletter: Option<FormView>,
    /// The footer.
    pub footer: FooterView,
}

/// Facts of the site.
#[derive(Serialize)]
pub struct SiteFacts {
    /// Where it is served, with a slash at the end.
    pub base_url: String,
    /// The code of the locale of the originals.
    pub default_locale: String,
}

/// A locale.
#[derive(Serialize)]
pub struct LocaleView {
    /// Its BCP 47 code.
    pub code: String,
    /// Its name as its own speakers write it.
    pub name: String,
    /// The direction in which it is written.
    pub direction: Direction,
}

/// A language to choose.
#[derive(Serialize)]
pub struct LanguageView {
    /// The locale.
    #[serde(flatten)]
    pub locale: LocaleView,
    /// Its home page.
    pub url: String,
}

/// An address.
#[derive(Serialize)]
pub struct UrlView {
    /// The address.
    pub url: String,
}

/// Where readers search.
#[derive(Serialize)]
pub struct SearchView {
    /// The page that the form leads to.
    pub url: String,
    /// The folder of the index.
    pub index: String,
}

/// The line above everything.
#[derive(Serialize)]
pub struct AnnouncementView {
    /// What it says.
    pub text: String,
    /// The words of its link.
    pub link_text: String,
    /// Where the link leads.
    pub url: String,
}

/// A link with words.
#[derive(Serialize)]
pub struct LinkView {
    /// Its id in the configuration.
    pub id: String,
    /// Its words.
    pub title: String,
    /// One line about it, in menus.
    pub description: String,
    /// Where it leads.
    pub url: String,
}

/// Links under a heading.
#[derive(Serialize)]
pub struct LinkGroupView {
    /// Its id in the configuration.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// The links.
    pub items: Vec<LinkView>,
}

/// A form.
#[derive(Serialize)]
pub struct FormView {
    /// Where it is sent.
    pub action: String,
}

/// The footer.
#[derive(Serialize)]
pub struct FooterView {
    /// Its columns.
    pub columns: Vec<LinkGroupView>,
    /// Telephone lines.
    pub phones: Vec<PhoneView>,
    /// Social profiles.
    pub social: Vec<LinkView>,
    /// The links of the legal line.
    pub legal: Vec<LinkView>,
}

/// A telephone line.
#[derive(Serialize)]
pub struct PhoneView {
    /// Its id in the configuration.
    pub id: String,
    /// Whose line it is.
    pub title: String,
    /// The number as people read it.
    pub number: String,
    /// Its `tel:` address.
    pub url: String,
}

/// What every page has.
#[derive(Serialize)]
pub struct PageView {
    /// `home`, `listing`, `role`, `article`, `category`, `skill`, `skills`, `index`, `search`, `not-found` or `languages`.
    pub kind: &'static str,
    /// Its title.
    pub title: String,
    /// One or two sentences; may be empty.
    pub summary: String,
    /// Its address in full.
    pub url: String,
    /// Whether search engines are asked to leave it out.
    pub noindex: bool,
    /// The locale of the text.
    pub language: LocaleView,
    /// Whether the text is of another locale than the page.
    pub is_fallback: bool,
    /// Set if the text may lag behind its original, and the site tells readers so.
    pub stale: Option<StaleView>,
    /// The day of the last change, as `2026-11-02`.
    pub updated: Option<String>,
    /// The way from the home page; the last step is the page itself.
    pub breadcrumb: Vec<StepView>,
    /// The page in all locales that have it, itself included.
    pub alternates: Vec<Value>,
    /// The address for readers of other languages, in full.
    pub x_default: Option<String>,
    /// For the Open Graph protocol.
    pub open_graph: OpenGraphView,
    /// Structured data by schema.org, ready to stand in a `script` element.
    pub json_ld: Option<String>,
}

/// A text that may lag behind its original.
#[derive(Serialize)]
pub struct StaleView {
    /// The day of the original's last change, as `2026-11-02`, if it says so.
    pub since: Option<String>,
    /// The original.
    pub original: AlternateView,
}

/// A step of a breadcrumb.
#[derive(Serialize)]
pub struct StepView {
    /// Its words.
    pub title: String,
    /// Where it leads, but for the page itself.
    pub url: Option<String>,
}

/// A page in one of its locales.
#[derive(Clone, Serialize)]
pub struct AlternateView {
    /// The locale's BCP 47 code.
    pub code: String,
    /// The locale's own name.
    pub name: String,
    /// The direction in which it is written.
    pub direction: Direction,
    /// The address.
    pub url: String,
    /// The address in full.
    pub absolute_url: String,
    /// Whether this is the page itself.
    pub current: bool,
}

/// For the Open Graph protocol, <https://ogp.me/>.
#[derive(Serialize)]
pub struct OpenGraphView {
    /// `website` or `article`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The address of the page's picture, in full.
    pub image: Option<String>,
    /// How wide the picture is, in pixels, if the theme's template says so.
    pub image_width: Option<u32>,
    /// How high it is.
    pub image_height: Option<u32>,
    /// Such as `pt_PT`; nothing where Open Graph has no form for the locale.
    pub locale: Option<String>,
    /// The other locales that have the page.
    pub alternate_locales: Vec<String>,
}

/// An entry in a list.
#[derive(Clone, Serialize)]
pub struct EntryView {
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
    /// One or two sentences.
    pub summary: String,
    /// Of a category: how many entries it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<usize>,
    /// The ids of the choices by which readers can narrow a list that has it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    /// In listings and on pages of categories: its variants, which stand nowhere else there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<EntryView>,
}

impl EntryView {
    /// An entry as lists show it; `None` if it has no page in the locale.
    #[must_use]
    pub fn new(library: &Library, entry: EntryIndex, locale: LocaleIndex) -> Option<Self> {
        let page = library.page(entry, locale)?;
        Some(Self {
            title: page.text.title.value.clone(),
            url: library.url(page.permalink.as_str()),
            summary: page.text.summary.clone(),
            count: None,
            choices: choices(library, entry, locale),
            variants: Vec::new(),
        })
    }
}

/// The choices of an entry by which readers can narrow a list, each with its field.
pub(super) fn choices(library: &Library, entry: EntryIndex, locale: LocaleIndex) -> Vec<String> {
    let fields = library.fields(entry);
    let chosen = library.field_values(entry, locale).filter(|(field, _)| fields[*field].filter);
    let ids = chosen.flat_map(|(field, value)| {
        let FieldValue::Choices(choices) = &value.value else { return Vec::new() };
        let field = &fields[field];
        choices.iter().map(|choice| format!("{}:{}", field.id.value, field.choices[*choice].id.value)).collect()
    });
    ids.collect()
}

/// A job description.
#[derive(Serialize)]
pub struct RoleView {
    /// Its folder.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Other titles under which people look for it.
    pub alternative_titles: Vec<String>,
    /// The category under which it is sorted.
    pub category: Option<Value>,
    /// The skills that it asks for.
    pub skills: Vec<Value>,
    /// Its text as a document for word processors.
    pub docx: Option<UrlView>,
    /// Its text.
    pub sections: Vec<SectionView>,
    /// What it says in the fields of its collection, in the order of their declarations.
    pub fields: Vec<FieldView>,
    /// The same at other levels or in other places, this one included; empty if there are none.
    pub variants: Vec<VariantView>,
}

/// One of several variants.
#[derive(Serialize)]
pub struct VariantView {
    /// Its title, or what tells it from the others, if all have one title.
    pub title: String,
    /// Its address.
    pub url: String,
    /// Whether this is the page.
    pub current: bool,
}

/// What an entry says in a field.
#[derive(Serialize)]
pub struct FieldView {
    /// The id of the field.
    pub id: String,
    /// `text`, `choice`, `number`, `date`, `money`, `link` or `email`.
    pub kind: &'static str,
    /// What readers see as its name.
    pub label: String,
    /// All values as one text.
    pub text: String,
    /// Whether it is for an employer to fill in.
    pub placeholder: bool,
    /// The values: of a choice those that have been chosen, of others one.
    pub values: Vec<FieldValueView>,
}

/// A value of a field.
#[derive(Serialize)]
pub struct FieldValueView {
    /// Of a choice: its id. Of others it is empty.
    pub id: String,
    /// What readers see.
    pub text: String,
    /// Where it leads: of a choice to the entries that have it, if there is such a page.
    pub url: Option<String>,
    /// The same as HTML: with a link, or with what an employer can fill in.
    pub html: Value,
}

/// The entries of a collection that have something in common.
#[derive(Serialize)]
pub struct FacetView {
    /// What they have in common.
    pub title: String,
    /// The name of the field.
    pub field: String,
    /// The collection.
    pub collection: CollectionView,
    /// The entries.
    pub entries: Vec<Value>,
    /// By what readers can narrow the list of the collection.
    pub filters: Vec<FilterView>,
}

/// A field by which readers can narrow a list.
#[derive(Serialize)]
pub struct FilterView {
    /// The id of the field.
    pub id: String,
    /// What readers see as its name.
    pub label: String,
    /// What they can choose.
    pub values: Vec<FilterValueView>,
}

/// Something by which readers can narrow a list.
#[derive(Serialize)]
pub struct FilterValueView {
    /// Its id, which is that of the field, a colon and that of the choice.
    pub id: String,
    /// What readers see.
    pub title: String,
    /// The page of the entries that have it.
    pub url: String,
    /// How many there are.
    pub count: usize,
    /// Whether this is the page.
    pub current: bool,
}

/// A skill in a list.
#[derive(Serialize)]
pub struct SkillLinkView {
    /// Its name.
    pub title: String,
    /// Its page, if it has one.
    pub url: Option<String>,
}

/// A skill with the roles that ask for it.
#[derive(Serialize)]
pub struct SkillView {
    /// What roles call it.
    pub id: String,
    /// Its name.
    pub title: String,
    /// The roles.
    pub entries: Vec<Value>,
    /// Other skills that these roles ask for, the most frequent first.
    pub together: Vec<Value>,
}

/// The titles of an index under one letter.
#[derive(Serialize)]
pub struct IndexLetterView {
    /// The letter; what begins with no letter has none, and comes first.
    pub letter: Option<String>,
    /// The titles.
    pub titles: Vec<IndexTitleView>,
}

/// A title in an index.
#[derive(Serialize)]
pub struct IndexTitleView {
    /// The title.
    pub title: String,
    /// Where it leads.
    pub url: String,
    /// If it is an alternative title: the title of the page that it leads to.
    pub see: Option<String>,
}

/// A section of a job description.
#[derive(Serialize)]
pub struct SectionView {
    /// Its key, the same in all languages; empty if its heading is in its author's own words.
    pub key: String,
    /// The `id` attribute of its heading.
    pub id: String,
    /// Its heading.
    pub heading: String,
    /// The same as HTML, in which an employer can fill in what is to be filled in.
    pub heading_html: Value,
    /// Its text.
    pub html: Value,
}

/// An article.
#[derive(Serialize)]
pub struct ArticleView {
    /// Its folder.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its text.
    pub html: Value,
    /// How many minutes it takes to read, at least one.
    pub reading_minutes: usize,
    /// The headings in its text.
    pub headings: Vec<HeadingView>,
    /// The category under which it is sorted.
    pub category: Option<Value>,
    /// Its collection.
    pub collection: CollectionView,
    /// What it says in the fields of its collection, in the order of their declarations.
    pub fields: Vec<FieldView>,
    /// The same in other variants, this one included; empty if there are none.
    pub variants: Vec<VariantView>,
}

/// A heading in a text.
#[derive(Serialize)]
pub struct HeadingView {
    /// 1 to 6.
    pub level: u8,
    /// Its `id` attribute.
    pub id: String,
    /// Its words.
    pub text: String,
}

/// A category with all that is sorted under it.
#[derive(Serialize)]
pub struct CategoryView {
    /// Its folder.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its text.
    pub html: Value,
    /// Its entries, by collection.
    pub groups: Vec<CategoryGroupView>,
    /// By what readers can narrow its lists.
    pub filters: Vec<FilterView>,
}

/// The entries of a category in one collection.
#[derive(Serialize)]
pub struct CategoryGroupView {
    /// The collection.
    pub collection: CollectionView,
    /// The entries.
    pub entries: Vec<Value>,
}

/// A collection.
#[derive(Serialize)]
pub struct CollectionView {
    /// Its folder.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What one of its entries is called.
    pub singular: String,
    /// One line about it.
    pub description: Option<String>,
    /// Its listing.
    pub url: String,
}

/// A collection with the first of its entries.
#[derive(Serialize)]
pub struct CollectionCardView {
    /// The collection.
    #[serde(flatten)]
    pub collection: CollectionView,
    /// How many entries it has in the locale.
    pub count: usize,
    /// The first of them.
    pub entries: Vec<Value>,
}

/// A listing.
#[derive(Serialize)]
pub struct ListingView {
    /// The collection.
    pub collection: CollectionView,
    /// How many entries it has in the locale.
    pub count: usize,
    /// Its entries, by category.
    pub groups: Vec<ListingGroupView>,
    /// By what readers can narrow the list.
    pub filters: Vec<FilterView>,
}

/// Entries of a listing under one category.
#[derive(Serialize)]
pub struct ListingGroupView {
    /// The category's title; entries without a category have none.
    pub title: Option<String>,
    /// The category's page.
    pub url: Option<String>,
    /// The entries.
    pub entries: Vec<Value>,
    /// The same entries by letter, if there are many.
    pub letters: Option<Vec<LetterView>>,
}

/// Entries of a long list under one letter.
#[derive(Serialize)]
pub struct LetterView {
    /// The letter; what begins with no letter has none, and comes first.
    pub letter: Option<String>,
    /// The entries.
    pub entries: Vec<Value>,
}

/// Related entries under one heading.
#[derive(Serialize)]
pub struct RelatedGroupView {
    /// The group's id in the configuration, or the collection's.
    pub id: String,
    /// Its heading.
    pub heading: String,
    /// The entries, best first.
    pub entries: Vec<Value>,
}
