//! Entries: their front matter by locale, and the addresses of their pages. The one place where content falls back.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::collections::Collection;
use super::index::{CollectionIndex, EntryIndex, LocaleIndex, SkillIndex};
use super::links::Names;
use super::locales::{self, Locale, LocaleNames};
use super::published::Head;
use super::slugs;
use super::templates::Chosen;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::EntryId;
use crate::locale::LocaleCode;
use crate::parse::config::MissingTranslation;
use crate::parse::facts::Facts;
use crate::parse::text::FrontMatter;
use crate::parse::theme::Theme;
use crate::permalink::Permalink;
use crate::place::{Located, Place};
use crate::slug::{Slug, SlugStyle};

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
    /// The entry of which it is a variant.
    pub variant_of: Option<EntryIndex>,
    /// Its variants, in the order of their ids.
    pub variants: Vec<EntryIndex>,
    /// The skills that it asks for, in the order in which its author lists them.
    pub skills: Vec<SkillIndex>,
    /// The entries that its author wants to be shown as related, in this order.
    pub picked: Vec<EntryIndex>,
    /// The entries that its author never wants to be shown as related.
    pub excluded: Vec<EntryIndex>,
    /// Where to point for what concerns the entry as a whole.
    pub place: Place,
    /// Whether a text of it is held back as a draft.
    pub has_drafts: bool,
    pub(super) pages: Vec<Option<Page>>,
}

/// An entry in one locale.
pub struct Page {
    /// What the front matter of its text says.
    pub text: Arc<FrontMatter>,
    /// The locale of the text: another than the page's if a fallback serves it.
    pub language: LocaleIndex,
    /// Its address.
    pub permalink: Permalink,
    /// The name of its template.
    pub template: Cow<'static, str>,
}

impl Page {
    /// Whether the text is of another locale than the page.
    #[must_use]
    pub fn is_fallback(&self, locale: LocaleIndex) -> bool {
        self.language != locale
    }
}

/// The parts of a site that entries are resolved against.
pub(super) struct Surroundings<'s> {
    pub(super) locales: &'s [Locale],
    pub(super) locale_names: &'s LocaleNames,
    pub(super) collections: &'s [Collection],
    pub(super) names: &'s Names,
    pub(super) default_locale: LocaleIndex,
    pub(super) theme: &'s Theme,
    pub(super) missing_translation: MissingTranslation,
    pub(super) slugs: SlugStyle,
}

/// Resolves the entries of known collections. Their categories come later.
pub(super) fn resolve(
    published: Vec<(EntryId, Head)>,
    site: &Surroundings,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Entry> {
    let entries = published.into_par_iter().map(|(id, head)| {
        let collection = site.names.collections[&id.collection];
        let mut found = Vec::new();
        (entry(id, collection, head, site, &mut found), found)
    });
    let entries = entries.collect::<Vec<_>>().into_iter().map(|(entry, found)| {
        diagnostics.extend(found);
        entry
    });
    entries.collect()
}

fn entry(
    id: EntryId,
    collection: CollectionIndex,
    head: Head,
    site: &Surroundings,
    diagnostics: &mut Vec<Diagnostic>,
) -> Entry {
    let Head { facts, texts, place, unreadable, has_drafts } = head;
    if texts.is_empty() && !unreadable {
        let message = format!("`{id}` has no text in any language");
        let diagnostic = Diagnostic::error(Code::MissingTranslation, message).at(place.clone());
        diagnostics.push(diagnostic.help(format!("add `content/{id}/<locale>.md`, or remove the folder")));
    }
    let own = own_texts(texts, site, diagnostics);
    let kind = site.collections[collection.0].kind;
    let mut slugs: Vec<Option<Slug>> = vec![None; site.locales.len()];
    let mut templates = Chosen::default();
    for (index, text) in &own {
        let locale = &site.locales[index.0].code;
        let slug = slugs::of_text(&text.title, text.slug.as_ref(), locale, site.slugs, diagnostics);
        slugs[index.0] = Some(slug.unwrap_or_else(|| slugs::of_id(id.name.as_str())));
        if let Some(template) = &text.template {
            templates.note(*index, template, site.theme, diagnostics);
        }
    }
    let pages = (0..site.locales.len()).map(|index| {
        let language = language_for(LocaleIndex(index), &own, site)?;
        let above = site.collections[collection.0].above(LocaleIndex(index), &site.locales[index].code);
        Some(Page {
            text: Arc::clone(&own[&language]),
            language,
            permalink: above.below(slugs[language.0].as_ref().expect("a text has a slug")),
            template: templates.of(language, site.default_locale, kind, site.theme),
        })
    });
    let pages = pages.collect();
    let (picked, excluded) = wishes(&id, &facts, site.names, diagnostics);
    let (category, variant_of, variants, skills) = Default::default();
    Entry { id, collection, category, facts, variant_of, variants, skills, picked, excluded, place, has_drafts, pages }
}

/// The entries that an author wants to be shown as related, and those that never are.
fn wishes(
    id: &EntryId,
    facts: &Facts,
    names: &Names,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<EntryIndex>, Vec<EntryIndex>) {
    let mut picked = Vec::new();
    for (collection, wanted) in &facts.related {
        if names.listed_collection(collection, diagnostics).is_some() {
            picked.extend(wanted.iter().filter_map(|name| names.entry(&collection.value, name, diagnostics)));
        }
    }
    let excluded = facts.exclude.iter().filter_map(|written| excluded(id, written, names, diagnostics));
    (picked, excluded.collect())
}

/// An excluded entry: `entry` is one of the same collection, `collection/entry` of another.
fn excluded(
    id: &EntryId,
    written: &Located<String>,
    names: &Names,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<EntryIndex> {
    let (collection, name) = written.value.split_once('/').unwrap_or((id.collection.as_str(), &written.value));
    let name = Located { value: name.into(), place: written.place.clone() };
    names.entry(&collection.into(), &name, diagnostics)
}

/// The texts in locales of the site.
fn own_texts(
    texts: BTreeMap<LocaleCode, Arc<FrontMatter>>,
    site: &Surroundings,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<LocaleIndex, Arc<FrontMatter>> {
    let mut own = BTreeMap::new();
    for (code, text) in texts {
        if let Some(index) = site.locale_names.get(&code) {
            own.insert(*index, text);
        } else {
            let place = Place::start_of(&text.title.place.file);
            diagnostics.push(locales::unknown(site.locale_names, &code).at(place));
        }
    }
    own
}

/// The locale whose text serves a locale's page: its own, or by policy the next in its fallback chain that has one.
fn language_for(
    locale: LocaleIndex,
    own: &BTreeMap<LocaleIndex, Arc<FrontMatter>>,
    site: &Surroundings,
) -> Option<LocaleIndex> {
    let chain = &site.locales[locale.0].fallback_chain;
    let candidates = match site.missing_translation {
        MissingTranslation::Skip => &chain[..1],
        MissingTranslation::Fallback => chain,
    };
    candidates.iter().copied().find(|candidate| own.contains_key(candidate))
}
