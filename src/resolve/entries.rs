//! Entries: their texts by locale, and the addresses of their pages. The one place where content falls back.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::collections::Collection;
use super::index::{CollectionIndex, EntryIndex, LocaleIndex, SkillIndex};
use super::links::{Destination, Names};
use super::locales::{self, Locale, LocaleNames};
use super::mentions::Mentions;
use super::staleness::{self, Stale};
use crate::diagnostic::{Code, Diagnostic};
use crate::id::{EntryId, closest};
use crate::locale::LocaleCode;
use crate::parse::ParsedEntry;
use crate::parse::config::{Kind, MissingTranslation};
use crate::parse::facts::Facts;
use crate::parse::link::LinkTarget;
use crate::parse::markdown::Hole;
use crate::parse::text::{Body, Text};
use crate::place::{Located, Place};
use crate::slug::SlugStyle;

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
    /// The skills that it asks for, in the order in which its author lists them.
    pub skills: Vec<SkillIndex>,
    /// The entries that its author wants to be shown as related, in this order.
    pub picked: Vec<EntryIndex>,
    /// The entries that its author never wants to be shown as related.
    pub excluded: Vec<EntryIndex>,
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
    /// Set if the text is a translation that is older than its original.
    pub stale: Option<Stale>,
    /// Its address.
    pub permalink: Permalink,
}

/// The address of a page from the root of the site, without a slash before it: `en/tutorials/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Permalink(pub(super) String);

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

/// The parts of a site that entries are resolved against.
pub(super) struct Surroundings<'s> {
    pub(super) locales: &'s [Locale],
    pub(super) locale_names: &'s LocaleNames,
    pub(super) default_locale: LocaleIndex,
    pub(super) collections: &'s [Collection],
    pub(super) names: &'s Names,
    pub(super) mentions: &'s Mentions,
    /// The texts as they were resolved the last time.
    pub(super) known: &'s Texts,
    pub(super) missing_translation: MissingTranslation,
    pub(super) slugs: SlugStyle,
}

type ParsedText = Text<Located<LinkTarget>>;

/// Resolved texts.
#[derive(Default)]
pub(super) struct Texts {
    /// What the resolving of texts depends on beside the texts themselves. Without it nothing is kept.
    pub(super) surroundings: Option<[u8; 32]>,
    /// Those of each entry.
    by_entry: Vec<Vec<(LocaleIndex, ResolvedText)>>,
}

impl Texts {
    /// These texts if they were resolved in such surroundings, else none.
    pub(super) fn of(self, surroundings: [u8; 32]) -> Self {
        if self.surroundings == Some(surroundings) {
            return self;
        }
        Self { surroundings: Some(surroundings), by_entry: Vec::new() }
    }
}

/// A text, and what has become of it.
#[derive(Clone)]
struct ResolvedText {
    parsed: Arc<ParsedText>,
    resolved: Arc<Text<Destination>>,
    diagnostics: Vec<Diagnostic>,
}

/// Resolves the entries of known collections. Their categories come later.
pub(super) fn resolve(
    published: Vec<(EntryId, ParsedEntry)>,
    site: &Surroundings,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Entry>, Texts) {
    let entries = published.into_par_iter().enumerate().map(|(index, (id, parsed))| {
        let collection = site.names.collections[&id.collection];
        let (mut found, mut texts) = (Vec::new(), Vec::new());
        let entry = entry((EntryIndex(index), id), collection, parsed, site, &mut texts, &mut found);
        (entry, texts, found)
    });
    let mut kept = Texts { surroundings: site.known.surroundings, by_entry: Vec::new() };
    let entries = entries.collect::<Vec<_>>().into_iter().map(|(entry, texts, found)| {
        diagnostics.extend(found);
        kept.by_entry.push(texts);
        entry
    });
    (entries.collect(), kept)
}

fn entry(
    (index, id): (EntryIndex, EntryId),
    collection: CollectionIndex,
    parsed: ParsedEntry,
    site: &Surroundings,
    kept: &mut Vec<(LocaleIndex, ResolvedText)>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Entry {
    let ParsedEntry { facts, texts, place, unreadable } = parsed;
    if texts.is_empty() && !unreadable {
        let message = format!("`{id}` has no text in any language");
        let diagnostic = Diagnostic::error(Code::MissingTranslation, message).at(place.clone());
        diagnostics.push(diagnostic.help(format!("add `content/{id}/<locale>.md`, or remove the folder")));
    }
    if facts.category.is_none() && site.collections[collection.0].kind == Kind::Role {
        let diagnostic = Diagnostic::error(Code::MissingKey, "a role needs a `category`").at(place.clone());
        let help = format!("add `category = \"…\"` to `content/{id}/entry.toml`");
        diagnostics.push(diagnostic.help(help));
    }
    let own = own_texts(texts, index, site, kept, diagnostics);
    for text in own.values() {
        report_fragments(text, diagnostics);
    }
    let mut slugs: Vec<Option<String>> = vec![None; site.locales.len()];
    for (index, text) in &own {
        slugs[index.0] = Some(url_segment(text, &site.locales[index.0].code, site.slugs, diagnostics));
    }
    let original = own.get(&site.default_locale).map(Arc::as_ref);
    let pages = (0..site.locales.len()).map(|index| {
        let language = language_for(LocaleIndex(index), &own, site)?;
        let locale = &site.locales[index];
        let slug = slugs[language.0].as_deref().expect("a text has a slug");
        let segment = &site.collections[collection.0].names[index].slug;
        Some(Page {
            text: Arc::clone(&own[&language]),
            language,
            stale: original
                .filter(|_| language.0 == index)
                .and_then(|original| staleness::of(&own[&language], original)),
            permalink: Permalink(format!("{}/{segment}/{slug}/", locale.code)),
        })
    });
    let pages = pages.collect();
    let (picked, excluded) = wishes(&id, &facts, site.names, diagnostics);
    Entry { id, collection, category: None, facts, skills: Vec::new(), picked, excluded, place, pages }
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
        if names.collection(collection, diagnostics).is_some() {
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

/// The texts in locales of the site, with their links resolved and those added that mentions become.
fn own_texts(
    texts: BTreeMap<LocaleCode, Arc<ParsedText>>,
    entry: EntryIndex,
    site: &Surroundings,
    kept: &mut Vec<(LocaleIndex, ResolvedText)>,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<LocaleIndex, Arc<Text<Destination>>> {
    let mut own = BTreeMap::new();
    for (code, text) in texts {
        if let Some(index) = site.locale_names.get(&code) {
            let (text, found) = resolved(text, (entry, *index), &code, site, kept);
            diagnostics.extend(found);
            own.insert(*index, text);
        } else {
            let place = Place::start_of(&text.title.place.file);
            diagnostics.push(locales::unknown(site.locale_names, &code).at(place));
        }
    }
    own
}

/// A text with its links resolved, as it was the last time if nothing has changed, and what is wrong with the links.
fn resolved(
    text: Arc<ParsedText>,
    (entry, locale): (EntryIndex, LocaleIndex),
    code: &LocaleCode,
    site: &Surroundings,
    kept: &mut Vec<(LocaleIndex, ResolvedText)>,
) -> (Arc<Text<Destination>>, Vec<Diagnostic>) {
    let known = site.known.by_entry.get(entry.0).into_iter().flatten();
    let mut known = known.filter(|(of, known)| *of == locale && Arc::ptr_eq(&known.parsed, &text));
    if let Some((_, known)) = known.next() {
        kept.push((locale, known.clone()));
        return (Arc::clone(&known.resolved), known.diagnostics.clone());
    }
    let parsed = site.known.surroundings.map(|_| Arc::clone(&text));
    let mut diagnostics = Vec::new();
    let text = Arc::unwrap_or_clone(text).map_links(|link| site.names.destination(link, &mut diagnostics));
    let resolved = Arc::new(site.mentions.link(text, entry, code));
    if let Some(parsed) = parsed {
        let text = ResolvedText { parsed, resolved: Arc::clone(&resolved), diagnostics: diagnostics.clone() };
        kept.push((locale, text));
    }
    (resolved, diagnostics)
}

/// The locale whose text serves a locale's page: its own, or by policy the next in its fallback chain that has one.
fn language_for(
    locale: LocaleIndex,
    own: &BTreeMap<LocaleIndex, Arc<Text<Destination>>>,
    site: &Surroundings,
) -> Option<LocaleIndex> {
    let chain = &site.locales[locale.0].fallback_chain;
    let candidates = match site.missing_translation {
        MissingTranslation::Skip => &chain[..1],
        MissingTranslation::Fallback => chain,
    };
    candidates.iter().copied().find(|candidate| own.contains_key(candidate))
}

/// The URL segment: the author's, or one made from the title.
fn url_segment(
    text: &Text<Destination>,
    locale: &LocaleCode,
    slugs: SlugStyle,
    diagnostics: &mut Vec<Diagnostic>,
) -> String {
    let Some(written) = &text.slug else {
        let made = slugs.slug_of_title(&text.title.value, locale);
        if made.is_empty() {
            let message = format!("no address can be made from the title `{}`", text.title.value);
            let diagnostic = Diagnostic::error(Code::InvalidSlug, message).at(text.title.place.clone());
            diagnostics.push(diagnostic.help("add a `slug` of lower-case letters, digits and hyphens"));
        }
        return made;
    };
    if !slugs.accepts(&written.value) {
        let message = format!("`{}` cannot be a part of an address", written.value);
        let proposal = match slugs.slug(&written.value, locale) {
            proposal if proposal.is_empty() => slugs.slug_of_title(&text.title.value, locale),
            proposal => proposal,
        };
        let help = format!("write `slug = \"{proposal}\"`");
        diagnostics.push(Diagnostic::error(Code::InvalidSlug, message).at(written.place.clone()).help(help));
    }
    written.value.clone()
}

/// Links to headings of the same page: the page must have them.
fn report_fragments(text: &Text<Destination>, diagnostics: &mut Vec<Diagnostic>) {
    let sections = match &text.body {
        Body::Sections(sections) => sections.iter().map(|section| section.key.value.as_str()).collect(),
        Body::Free(_) | Body::Unread => Vec::new(),
    };
    let headings = || text.prose().into_iter().flat_map(|prose| &prose.headings).map(|heading| heading.id.as_str());
    for prose in text.prose() {
        for (_, hole) in &prose.holes {
            let Hole::Link(Destination::Fragment(id)) = hole else { continue };
            if headings().chain(sections.iter().copied()).all(|known| known != id.value) {
                let message = format!("there is no heading `#{}` on this page", id.value);
                let diagnostic = Diagnostic::error(Code::BrokenLink, message).at(id.place.clone());
                let known = headings().chain(sections.iter().copied());
                diagnostics.push(diagnostic.did_you_mean(
                    closest(&id.value, known),
                    "a heading's id is its words in lower case, with hyphens",
                ));
            }
        }
    }
}
