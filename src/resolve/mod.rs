//! [`Parsed`] to [`Library`]: names become what they stand for.
//!
//! Messages are bundled, texts find their locales and addresses, links their destinations, entries their categories. A name that stands for nothing is reported, and the site goes on without it.

mod categories;
pub mod chrome;
mod collections;
mod entries;
pub mod functions;
mod index;
mod letters;
pub mod library;
mod links;
mod locales;
mod mentions;
pub mod messages;
mod pseudo;
mod related;
pub mod skills;
mod staleness;
pub mod theme_options;

use std::collections::BTreeMap;
use std::sync::Arc;

use url::Url;

use crate::diagnostic::{Code, Diagnostic};
use crate::id::{CollectionId, EntryId, SkillId};
use crate::locale::LocaleCode;
use crate::parse::config::Kind;
use crate::parse::{Parsed, ParsedEntry};
use crate::place::Located;
use crate::shard::Shard;
use categories::Members;
use collections::Collection;
use entries::{Surroundings, Texts};
use library::{CollectionIndex, EntryIndex, Library};
use links::Names;
use locales::Locale;
use mentions::Mentions;
use messages::Messages;
use skills::SkillPages;

/// What the command line says about a build that the sources do not.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Where the site will be served, if not where the configuration says.
    pub base_url: Option<Url>,
    /// Whether drafts are part of the site.
    pub drafts: Drafts,
    /// Whether pseudo-locales are.
    pub pseudo_locales: PseudoLocales,
    /// Which part of the site to make, if not all.
    pub shard: Option<Shard>,
    /// The most related entries in a group, if not as many as the configuration says.
    pub related_limit: Option<usize>,
}

/// Whether drafts are part of the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drafts {
    /// They are left out.
    #[default]
    Exclude,
    /// They are pages like all others.
    Include,
}

/// Whether the site is also made in pseudo-locales, for tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PseudoLocales {
    /// They are left out.
    #[default]
    Exclude,
    /// `en-XA` and `ar-XB` are locales like all others.
    Include,
}

/// Resolves every name of a site.
#[must_use]
pub fn resolve(parsed: Parsed, options: &Options) -> (Library, Vec<Diagnostic>) {
    let (library, diagnostics, _) = resolve_with(parsed, options, Keep::Nothing);
    (library, diagnostics)
}

/// Resolves sites, any number of times: a text that is as it was, in surroundings that are, is not resolved again.
#[derive(Default)]
pub struct Resolver {
    texts: Texts,
}

impl Resolver {
    /// What [`resolve`] gives.
    pub fn resolve(&mut self, parsed: Parsed, options: &Options) -> (Library, Vec<Diagnostic>) {
        let known = std::mem::take(&mut self.texts);
        let (library, diagnostics, texts) = resolve_with(parsed, options, Keep::Texts(known));
        self.texts = texts;
        (library, diagnostics)
    }
}

/// What is kept for the next time.
enum Keep {
    Nothing,
    /// The texts; these are of the last time.
    Texts(Texts),
}

fn resolve_with(parsed: Parsed, options: &Options, keep: Keep) -> (Library, Vec<Diagnostic>, Texts) {
    let mut diagnostics = Vec::new();
    let parsed = match options.pseudo_locales {
        PseudoLocales::Include => pseudo::add(parsed),
        PseudoLocales::Exclude => parsed,
    };
    let Parsed { config, entries, messages, theme, static_files, share } = parsed;
    let (locales, locale_names, default_locale) = locales::resolve(&config, &mut diagnostics);
    let messages = Messages::new(messages, &locales, &locale_names, &mut diagnostics);
    let collections = collections::resolve(&config, &locales, &messages, &mut diagnostics);
    let mut names = Names::default();
    for (index, collection) in collections.iter().enumerate() {
        names.collections.insert(collection.id.clone(), CollectionIndex(index));
    }
    let published = published(entries, options.drafts, &mut names, &mut diagnostics);
    let skill_pages = SkillPages::of(&theme);
    let skill_name = |skill: &SkillId, locale: &LocaleCode| {
        locale_names
            .get(locale)
            .filter(|_| skill_pages == SkillPages::Publish)
            .and_then(|locale| skills::message(&messages, skill, *locale))
    };
    let mentions = Mentions::new(&config.automatic_links, &published, &names, &skill_name, &mut diagnostics);
    let known = match keep {
        Keep::Nothing => Texts::default(),
        Keep::Texts(known) => known.of(surroundings(&published, &names, &mentions, &locales)),
    };
    let site = Surroundings {
        known: &known,
        locales: &locales,
        locale_names: &locale_names,
        default_locale,
        collections: &collections,
        names: &names,
        mentions: &mentions,
        missing_translation: config.missing_translation,
        slugs: config.slugs,
    };
    let (mut entries, texts) = entries::resolve(published, &site, &mut diagnostics);
    categories::assign(&mut entries, &collections, &names, &mut diagnostics);
    let members = Members::of(&entries, collections.len());
    let skills = skills::resolve(&mut entries, &locales, &messages, config.slugs, skill_pages);
    let indexed = indexed(config.index.as_deref(), &collections, &names, &mut diagnostics);
    let theme_options = theme_options::resolve(&theme.name, &theme.options, config.theme_options, &mut diagnostics);
    let library = Library {
        base_url: options.base_url.clone().unwrap_or(config.base_url),
        default_locale,
        locales,
        collections,
        entries,
        members,
        skills,
        messages: Arc::new(messages),
        has_search: config.search,
        downloads: config.downloads,
        has_social_images: config.social_images,
        indexed,
        stale_translation: config.stale_translation,
        check: config.check,
        related: related::resolve(config.related, options.related_limit, &names, &mut diagnostics),
        chrome: chrome::resolve(config.chrome, &names, &mut diagnostics),
        theme,
        theme_options,
        static_files,
        share,
    };
    (library, diagnostics, texts)
}

/// The hash of all that the resolving of a text depends on beside the text.
fn surroundings(
    published: &[(EntryId, ParsedEntry)],
    names: &Names,
    mentions: &Mentions,
    locales: &[Locale],
) -> [u8; 32] {
    let mut hash = blake3::Hasher::new();
    for (id, entry) in published {
        hash.update(format!("{id} {}\n", entry.texts.is_empty()).as_bytes());
    }
    let mut collections: Vec<_> = names.collections.iter().map(|(id, index)| (index, id)).collect();
    collections.sort();
    let locales: Vec<_> = locales.iter().map(|locale| &locale.code).collect();
    hash.update(format!("{collections:?} {locales:?} {:?}", names.without_page).as_bytes());
    mentions.hash(&mut hash);
    *hash.finalize().as_bytes()
}

/// The collections whose titles stand in the index from A to Z. One that does not exist is reported.
fn indexed(
    wanted: Option<&[Located<CollectionId>]>,
    collections: &[Collection],
    names: &Names,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<CollectionIndex> {
    let Some(wanted) = wanted else {
        let of_roles = collections.iter().filter(|collection| collection.kind == Kind::Role);
        return of_roles.map(|collection| names.collections[&collection.id]).collect();
    };
    wanted.iter().filter_map(|collection| names.collection(collection, diagnostics)).collect()
}

/// The entries that the site shows, numbered in the order of their ids.
fn published(
    entries: BTreeMap<EntryId, ParsedEntry>,
    drafts: Drafts,
    names: &mut Names,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(EntryId, ParsedEntry)> {
    let mut published = Vec::new();
    for (id, entry) in entries {
        if !names.collections.contains_key(&id.collection) {
            let diagnostic = names.unknown_collection(Code::UnknownReference, &id.collection);
            diagnostics.push(diagnostic.at(entry.place.clone()));
        } else if entry.facts.draft && drafts == Drafts::Exclude {
            names.without_page.push(id);
        } else {
            if entry.texts.is_empty() {
                names.without_page.push(id.clone());
            } else {
                names.entries.insert(id.clone(), EntryIndex(published.len()));
            }
            published.push((id, entry));
        }
    }
    published
}
