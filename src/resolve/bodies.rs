//! Bodies: what stands below the front matter of each text, with its links resolved.
//!
//! They are kept apart from the [`Library`](super::library::Library): what is made from the library alone cannot depend
//! on them, so an edited paragraph concerns only what is handed its [`Body`].

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::anchors;
use super::beside::{Folder, Owner};
use super::blocks::{Block, Blocks};
use super::entries::Entry;
use super::index::{EntryIndex, LocaleIndex};
use super::linker::{Files, Linker};
use super::links::Destination;
use super::locales::LocaleNames;
use super::published::{ParsedBodies, ParsedBody};
use super::staleness::{self, Stale};
use crate::diagnostic::{Code, Diagnostic};
use crate::fingerprint::Fingerprint;
use crate::id::{BlockId, closest_in};
use crate::limits::PAGE_BYTES;
use crate::locale::LocaleCode;
use crate::parse::block_line::BLOCKS;
use crate::parse::link::LinkTarget;
use crate::parse::prose::{Hole, Loading};
use crate::parse::revision::Revision;
use crate::parse::text::Body;
use crate::place::{Located, Place};

/// The bodies of all texts.
pub struct Bodies {
    /// Those of each entry, by the language of the text.
    pub(super) by_entry: Vec<BTreeMap<LocaleIndex, ResolvedBody>>,
    /// The shared blocks, in the order of their ids, for those who translate them.
    pub blocks: Vec<Block>,
    /// Those that no text names, by their places.
    pub unused_blocks: Vec<(BlockId, Place)>,
}

/// The body of a text.
#[derive(Clone, Hash)]
pub struct ResolvedBody {
    /// The body.
    pub body: Arc<Body<Destination>>,
    /// The revision of the text, if it is an original.
    pub revision: Option<Revision>,
    /// Set if the text is a translation that is older than its original.
    pub stale: Option<Stale>,
}

impl Bodies {
    /// The body of an entry's text in a language, if there is such a text.
    #[must_use]
    pub fn get(&self, entry: EntryIndex, language: LocaleIndex) -> Option<&ResolvedBody> {
        self.by_entry[entry.0].get(&language)
    }

    /// Set if the text of an entry in a language is a translation that is older than its original.
    #[must_use]
    pub fn stale(&self, entry: EntryIndex, language: LocaleIndex) -> Option<&Stale> {
        self.get(entry, language)?.stale.as_ref()
    }
}

/// What became of a body.
#[derive(Clone)]
struct Resolved {
    body: Arc<Body<Destination>>,
    diagnostics: Vec<Diagnostic>,
}

/// A body as it was written.
type WrittenBody = Arc<Body<Located<LinkTarget>>>;

/// Bodies as one linker has resolved them.
#[derive(Default)]
pub(super) struct KnownBodies {
    linker: Option<Fingerprint>,
    by_entry: Vec<KnownEntry>,
}

/// The bodies of an entry, as they have been resolved with files beside them.
#[derive(Default)]
struct KnownEntry {
    folder: Option<Fingerprint>,
    bodies: Vec<KnownBody>,
}

/// A body, and what became of it on pages of a template, with the blocks of a fingerprint.
struct KnownBody {
    written: WrittenBody,
    template: Cow<'static, str>,
    blocks: Option<Fingerprint>,
    resolved: Resolved,
}

impl KnownBodies {
    /// Forgets the bodies if this linker would resolve them in another way.
    fn follow(&mut self, linker: Linker) {
        let linker = Some(Fingerprint::of_value(&linker));
        if self.linker != linker {
            *self = Self { linker, by_entry: Vec::new() };
        }
    }

    /// What became of this body of an entry the last time, beside the same files and with the same blocks, on pages of a template.
    fn find(
        &self,
        entry: EntryIndex,
        (folder, blocks): (Option<Fingerprint>, Option<Fingerprint>),
        (parsed, template): (&WrittenBody, &str),
    ) -> Option<Resolved> {
        let known = self.by_entry.get(entry.0).filter(|known| known.folder == folder)?;
        let is_same = |known: &&KnownBody| {
            Arc::ptr_eq(&known.written, parsed) && known.template == template && known.blocks == blocks
        };
        known.bodies.iter().find(is_same).map(|known| known.resolved.clone())
    }
}

/// Resolves the links of all bodies and compares translations with their originals. `known` has the bodies of the last time
/// and becomes those of this time.
pub(super) fn resolve(
    parsed: Vec<ParsedBodies>,
    entries: &[Entry],
    (locales, default_locale): (&LocaleNames, LocaleIndex),
    (linker, files, blocks): (Linker, Files, &Blocks),
    mut known: Option<&mut KnownBodies>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Bodies {
    if let Some(known) = &mut known {
        known.follow(linker);
    }
    let of_last_time = known.as_deref();
    let of_entry = |(index, bodies): (usize, ParsedBodies)| {
        let entry = EntryIndex(index);
        let folder = Folder::of(Owner::Entry(entries[index].id.clone(), entry), files.all, files.known);
        let beside = of_last_time.map(|_| Fingerprint::of_value(&folder));
        let own = bodies.into_iter().filter_map(|(code, body)| Some((*locales.get(&code)?, code, body)));
        let resolved = own.map(|(locale, code, ParsedBody { body, original, blocks: named })| {
            let page = entries[index].pages[locale.0].as_ref().expect("a locale with a text has a page");
            let with = (!named.is_empty()).then(|| blocks.fingerprint(&named, &code, linker));
            let kept = of_last_time.map(|_| (Arc::clone(&body), page.template.clone(), with));
            let resolved = of_last_time.and_then(|known| known.find(entry, (beside, with), (&body, &page.template)));
            let resolve =
                || linker.resolve(Arc::unwrap_or_clone(body), &page.template, (entry, &folder), (&code, blocks));
            let resolved = resolved.unwrap_or_else(resolve);
            let revision = original.map(|original| linker.sections.revision(original, &code));
            (locale, revision.map(|revision| blocks.counted(revision, &named)), kept, resolved)
        });
        (beside, resolved.collect::<Vec<_>>())
    };
    let resolved: Vec<_> = parsed.into_par_iter().enumerate().map(of_entry).collect();
    let by_entry = Vec::with_capacity(resolved.len());
    let mut all = Bodies { by_entry, blocks: Vec::new(), unused_blocks: Vec::new() };
    let (mut kept_of_all, mut found) = (Vec::new(), Vec::new());
    for ((folder, bodies), entry) in resolved.into_iter().zip(entries) {
        let (mut own, mut kept_of_entry) = (BTreeMap::new(), Vec::new());
        for (locale, revision, kept, resolved) in bodies {
            found.extend_from_slice(&resolved.diagnostics);
            own.insert(locale, ResolvedBody { body: Arc::clone(&resolved.body), revision, stale: None });
            let known = |(written, template, blocks)| KnownBody { written, template, blocks, resolved };
            kept_of_entry.extend(kept.map(known));
        }
        compare(&mut own, entry, default_locale);
        all.by_entry.push(own);
        kept_of_all.push(KnownEntry { folder, bodies: kept_of_entry });
    }
    if let Some(known) = known {
        known.by_entry = kept_of_all;
    }
    diagnostics.extend(said_once_of_blocks(found));
    all
}

/// What is wrong with texts. What is wrong in blocks is found wherever they stand, and said once.
fn said_once_of_blocks(found: Vec<Diagnostic>) -> impl Iterator<Item = Diagnostic> {
    let folder = format!("content/{BLOCKS}/");
    let mut said = BTreeSet::new();
    found.into_iter().filter(move |diagnostic| {
        let of_block = diagnostic.place.as_ref().filter(|place| place.file.as_str().starts_with(&folder));
        let locale = diagnostic.locale.as_ref();
        of_block.is_none_or(|place| said.insert((diagnostic.message.clone(), place.clone(), locale.cloned())))
    })
}

/// Notes which texts of an entry are older than its original.
fn compare(own: &mut BTreeMap<LocaleIndex, ResolvedBody>, entry: &Entry, default_locale: LocaleIndex) {
    let front = |locale: LocaleIndex| entry.pages[locale.0].as_ref().map(|page| &page.text);
    let Some(revision) = own.get(&default_locale).and_then(|original| original.revision.clone()) else { return };
    let Some(original) = front(default_locale) else { return };
    for (locale, body) in own.iter_mut().filter(|(locale, _)| **locale != default_locale) {
        let recorded = front(*locale).map(|front| (front.source.as_ref(), &front.source_parts));
        body.stale = recorded.and_then(|recorded| staleness::of(recorded, &revision, original.updated));
    }
}

impl Linker<'_> {
    /// Resolves the links of a body and adds those that mentions become.
    fn resolve(
        self,
        body: Body<Located<LinkTarget>>,
        template: &str,
        (entry, folder): (EntryIndex, &Folder),
        (locale, blocks): (&LocaleCode, &Blocks),
    ) -> Resolved {
        let mut diagnostics = Vec::new();
        let mut body = body.map_links(|link| self.destination(link, folder, locale, &mut diagnostics));
        let mut left = PAGE_BYTES;
        for prose in body.prose_mut() {
            let alone = std::mem::take(prose);
            *prose = alone.with_blocks(&mut |id| blocks.prose(id, locale, self, &mut left, &mut diagnostics));
        }
        load_first_at_once(&mut body);
        let aliases = match &mut body {
            Body::Sections(sections) => self.sections.settle(sections, locale, &mut diagnostics),
            Body::Free(_) | Body::Unread => Vec::new(),
        };
        // A theme without the template has been reported.
        let of_theme = self.theme.get(template).map_or_else(Cow::default, Cow::Borrowed);
        anchors::settle(&mut body, &aliases, (&of_theme, self.shown), &mut diagnostics);
        report_fragments(&body, &mut diagnostics);
        Resolved { body: Arc::new(self.mentions.link(body, entry, locale)), diagnostics }
    }
}

/// Readers see the first picture of a text before they scroll, or soon.
fn load_first_at_once(body: &mut Body<Destination>) {
    let mut holes = body.prose_mut().into_iter().flat_map(|prose| &mut prose.holes);
    let first = holes.find_map(|hole| match hole {
        Hole::Picture(picture) => Some(&mut picture.loading),
        _ => None,
    });
    if let Some(loading) = first {
        *loading = Loading::Eager;
    }
}

/// Links to headings of the same page: the page must have them.
fn report_fragments(body: &Body<Destination>, diagnostics: &mut Vec<Diagnostic>) {
    let sections = body.sections().iter().map(|section| section.anchor.id.as_str());
    let headings = body.prose().into_iter().flat_map(|prose| &prose.headings).map(|heading| heading.anchor.id.as_str());
    let known: BTreeSet<_> = headings.chain(sections).collect();
    for prose in body.prose() {
        for hole in &prose.holes {
            let Some(Destination::Fragment(id)) = hole.link_target() else { continue };
            if !known.contains(id.value.as_str()) {
                let message = format!("there is no heading `#{}` on this page", id.value);
                let diagnostic = Diagnostic::error(Code::BrokenLink, message).at(id.place.clone());
                diagnostics.push(diagnostic.did_you_mean(
                    closest_in(&id.value, &known),
                    "a heading's id is its words in lower case, with hyphens",
                ));
            }
        }
    }
}
