//! [`Parsed`] to [`Library`]: names become what they stand for.
//!
//! Messages are bundled, texts find their locales and addresses, links their destinations, entries their categories. A name that stands for nothing is reported, and the site goes on without it.

mod anchors;
pub mod arguments;
mod beside;
pub mod blocks;
pub mod bodies;
mod brand;
mod catalog;
mod categories;
pub mod chrome;
pub mod collections;
mod entries;
pub mod facets;
mod file_names;
pub mod functions;
mod index;
pub mod languages;
mod letters;
pub mod library;
mod linker;
mod links;
mod locales;
mod mentions;
mod message_error;
mod message_files;
pub mod messages;
mod narrowing;
mod order;
mod pseudo;
mod published;
pub mod published_file;
mod related;
mod same_titles;
pub mod sections;
pub mod skills;
mod slugs;
mod staleness;
mod templates;
pub mod theme_options;
pub mod undefined;
mod variants;

use std::sync::Arc;

use url::Url;

use crate::diagnostic::{Code, Diagnostic, soften};
use crate::id::{CollectionId, EntryId, SkillId};
use crate::locale::LocaleCode;
use crate::parse::Parsed;
use crate::parse::config::{Config, Kind};
use crate::place::Located;
use crate::shard::Shard;
use anchors::Shown;
use blocks::{Blocks, Parsed as ParsedBlocks};
use bodies::{Bodies, KnownBodies};
use brand::Named;
use categories::Members;
use collections::Collection;
use entries::{Entry, Surroundings};
use languages::Languages;
use library::{CollectionIndex, Library};
use linker::{Files, Linker};
use links::Names;
use locales::LocaleNames;
use mentions::{Mentions, SkillNames};
use messages::Messages;
use published::{Head, ParsedBodies};
use sections::SectionNames;
use skills::{SkillPages, SkillTable};
use slugs::SlugReader;

/// What the command line says about a build that the sources do not.
#[derive(Clone, Debug, Default, Hash)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Drafts {
    /// They are left out.
    #[default]
    Exclude,
    /// They are pages like all others.
    Include,
}

/// Whether the site is also made in pseudo-locales, for tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PseudoLocales {
    /// They are left out.
    #[default]
    Exclude,
    /// `en-XA` and `ar-XB` are locales like all others.
    Include,
}

/// A site with every name resolved.
#[derive(Clone)]
pub struct Resolved {
    /// All but the bodies of its texts.
    pub library: Arc<Library>,
    /// The bodies of its texts.
    pub bodies: Arc<Bodies>,
}

/// Resolves every name of a site.
#[must_use]
pub fn resolve(parsed: Parsed, options: &Options) -> (Resolved, Vec<Diagnostic>) {
    resolve_with(parsed, options, None)
}

/// Resolves sites, any number of times: a body that is as it was is not resolved again if its links lead where they did.
#[derive(Default)]
pub struct Resolver {
    known: KnownBodies,
}

impl Resolver {
    /// What [`resolve`] gives.
    pub fn resolve(&mut self, parsed: Parsed, options: &Options) -> (Resolved, Vec<Diagnostic>) {
        resolve_with(parsed, options, Some(&mut self.known))
    }
}

/// Resolves a site. `known` has the bodies of the last time and becomes those of this time.
fn resolve_with(parsed: Parsed, options: &Options, known: Option<&mut KnownBodies>) -> (Resolved, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let Parsed { config, mut entries, blocks, messages, theme, static_files, beside, known_contents, share } =
        match options.pseudo_locales {
            PseudoLocales::Include => pseudo::add(parsed),
            PseudoLocales::Exclude => parsed,
        };
    let (locales, locale_names, default_locale) = locales::resolve(&config, &mut diagnostics);
    let languages = Languages::of(&locales, &locale_names);
    let called = Named { name: config.name.as_deref(), base_url: &config.base_url, default_locale };
    let messages = Messages::new(messages, languages, &called, &mut diagnostics);
    let slugs = SlugReader { messages: &messages, locales: &locales, style: config.slugs };
    let page_slugs = slugs.pages(&mut diagnostics);
    let collections = collections::resolve(&config, &slugs, &mut diagnostics);
    let mut names = Names::of(&collections, static_files.keys());
    let chains = locales::chains(&locales);
    blocks::summarise(&mut entries, &blocks, &chains);
    let unused_blocks = blocks::unused(&blocks, &entries);
    let (heads, bodies) = published::published(entries, options.drafts, &mut names, &mut diagnostics);
    let skill_pages = SkillPages::of(&theme);
    let skill_table = SkillTable::of(&heads);
    let in_words = (&messages, &locale_names);
    let mentions = mentions(&config, (&heads, &names), (&skill_table, skill_pages), in_words, &mut diagnostics);
    let shown = Shown::of(&config, &heads);
    let site = Surroundings {
        locales: &locales,
        locale_names: &locale_names,
        collections: &collections,
        names: &names,
        default_locale,
        theme: &theme,
        missing_translation: config.missing_translation,
        slugs: config.slugs,
    };
    let mut entries = with_addresses(heads, &site, &mut diagnostics);
    let sections = SectionNames::of(&messages, &locales);
    let (names_of_text, ids) = ((&names, &chains), (&theme.ids, &shown));
    let linker = Linker::new(names_of_text, &mentions, &sections, ids);
    let files = Files { all: &beside, known: &known_contents };
    let bodies = bodies_with_blocks((bodies, blocks), &site, &entries, (linker, files), known, &mut diagnostics);
    let bodies = Bodies { unused_blocks, ..bodies };
    categories::assign(&mut entries, &collections, &names, &mut diagnostics);
    let members = Members::of(&entries, collections.len());
    let skills = skills::resolve(skill_table, &mut entries, &slugs, &page_slugs, skill_pages);
    let facets = facets::resolve(&collections, &entries, &slugs, &mut diagnostics);
    let indexed = indexed(config.index.as_deref(), &collections, &names, &mut diagnostics);
    let theme_options = theme_options::resolve(&theme, config.theme_options, &names, &mut diagnostics);
    let library = Library {
        name: config.name,
        base_url: options.base_url.clone().unwrap_or(config.base_url),
        default_locale,
        locales,
        collections,
        entries,
        members,
        skills,
        facets,
        page_slugs,
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
        beside,
        share,
    };
    soften(Code::BrokenLink, library.check.broken_links, &mut diagnostics);
    (Resolved { library: Arc::new(library), bodies: Arc::new(bodies) }, diagnostics)
}

/// What of texts becomes links, as far as it is mentioned.
fn mentions(
    config: &Config,
    (heads, names): (&[(EntryId, Head)], &Names),
    (table, pages): (&SkillTable, SkillPages),
    (messages, locales): (&Messages, &LocaleNames),
    diagnostics: &mut Vec<Diagnostic>,
) -> Mentions {
    let skill_name = |skill: &SkillId, locale: &LocaleCode| match pages {
        SkillPages::Publish => skills::message(messages, skill, *locales.get(locale)?),
        SkillPages::LeaveOut => None,
    };
    Mentions::new(&config.automatic_links, heads, names, (table, &skill_name as SkillNames), diagnostics)
}

/// The entries, each with an address of its own, and of which it is a variant.
fn with_addresses(heads: Vec<(EntryId, Head)>, site: &Surroundings, diagnostics: &mut Vec<Diagnostic>) -> Vec<Entry> {
    let mut entries = entries::resolve(heads, site, diagnostics);
    same_titles::settle(&mut entries, site.collections, site.locales, site.slugs);
    variants::resolve(&mut entries, site.names, diagnostics);
    entries
}

/// The bodies of all texts, with the shared blocks in them.
fn bodies_with_blocks(
    (parsed, blocks): (Vec<ParsedBodies>, ParsedBlocks),
    site: &Surroundings,
    entries: &[Entry],
    (linker, files): (Linker, Files),
    known: Option<&mut KnownBodies>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Bodies {
    let languages = (site.locale_names, site.default_locale);
    let ready = Blocks::of(&blocks, linker, files, diagnostics);
    let bodies = bodies::resolve(parsed, entries, languages, (linker, files, &ready), known, diagnostics);
    Bodies { blocks: blocks::translatable(blocks, languages, diagnostics), ..bodies }
}

/// The collections whose titles stand in the index from A to Z. One that no list can show is reported.
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
    wanted.iter().filter_map(|collection| names.listed_collection(collection, diagnostics)).collect()
}
