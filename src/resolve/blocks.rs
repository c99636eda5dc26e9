//! Shared blocks: what stands in texts for `{{ block … }}`, in the language of the text or the next that serves it.
//!
//! Links and files of a block are resolved once, in its own folder, so that a mistake in it is said once and in its file.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::beside::{Folder, Owner};
use super::index::LocaleIndex;
use super::linker::{Files, Linker};
use super::links::Destination;
use super::locales::{self, LocaleNames};
use super::staleness::{self, Stale};
use crate::diagnostic::{Code, Diagnostic};
use crate::fingerprint::Fingerprint;
use crate::id::{BlockId, EntryId, closest};
use crate::limits::{BLOCK_DEPTH, PAGE_BYTES};
use crate::locale::LocaleCode;
use crate::parse::ParsedEntry;
use crate::parse::block::{BlockText, ParsedBlock};
use crate::parse::block_line::BLOCKS;
use crate::parse::opening::Opening;
use crate::parse::prose::Prose;
use crate::parse::revision::Revision;
use crate::place::{Located, Place, SourcePath};

/// The blocks as they were parsed.
pub(super) type Parsed = BTreeMap<BlockId, ParsedBlock>;

/// A shared block, for those who translate it.
pub struct Block {
    /// Its id.
    pub id: BlockId,
    /// The revision of its original, if it has one.
    pub revision: Option<Revision>,
    pub(super) texts: BTreeMap<LocaleIndex, BlockFile>,
}

/// The text of a block in a locale.
#[derive(Debug)]
pub struct BlockFile {
    /// The file.
    pub file: SourcePath,
    /// The revision of the original that it was made from.
    pub source: Option<Located<String>>,
    /// The hashes of the parts of that original.
    pub source_parts: BTreeMap<String, String>,
    /// Set if it is a translation that is older than its original.
    pub stale: Option<Stale>,
}

impl Block {
    /// The text in a locale, if there is one.
    #[must_use]
    pub fn text(&self, locale: LocaleIndex) -> Option<&BlockFile> {
        self.texts.get(&locale)
    }
}

/// What stands for blocks.
#[derive(Default)]
pub(super) struct Blocks {
    by_id: BTreeMap<BlockId, BTreeMap<LocaleCode, Ready>>,
    unreadable: BTreeSet<BlockId>,
    revisions: BTreeMap<BlockId, Revision>,
}

/// A block that can be put into texts.
struct Ready {
    file: SourcePath,
    prose: Arc<Prose<Destination>>,
    fingerprint: Fingerprint,
}

impl Blocks {
    /// Resolves blocks: their links, and the blocks within them.
    pub(super) fn of(parsed: &Parsed, linker: Linker, files: Files, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut blocks = Self { revisions: revisions(parsed), ..Self::default() };
        blocks.unreadable.extend(parsed.iter().filter(|(_, block)| block.unreadable).map(|(id, _)| id.clone()));
        let mut alone = BTreeMap::new();
        for (id, block) in parsed {
            let owner = Owner::Block(EntryId { collection: BLOCKS.into(), name: id.as_str().into() });
            let folder = Folder::of(owner, files.all, files.known);
            for (locale, text) in &block.texts {
                let prose = text.prose.as_ref().clone();
                let prose = prose.map_links(&mut |link| linker.destination(link, &folder, locale, diagnostics));
                alone.insert((id, locale), prose);
            }
        }
        let mut nesting = Nesting { alone, parsed, linker, whole: BTreeMap::new(), trail: Vec::new(), diagnostics };
        for (id, block) in parsed {
            let texts = blocks.by_id.entry(id.clone()).or_default();
            for (locale, text) in &block.texts {
                let (prose, _) = nesting.whole(id, locale);
                let fingerprint = Fingerprint::of_value(&prose);
                texts.insert(locale.clone(), Ready { file: text.file.clone(), prose, fingerprint });
            }
        }
        blocks
    }

    /// The revision of a text, in which the blocks that stand in it count.
    pub(super) fn counted(&self, revision: Revision, ids: &[BlockId]) -> Revision {
        revision.with_blocks(ids.iter().filter_map(|id| Some((id, self.revisions.get(id)?))))
    }

    /// The fingerprint of what stands for blocks in texts of a locale.
    pub(super) fn fingerprint(&self, ids: &[BlockId], locale: &LocaleCode, linker: Linker) -> Fingerprint {
        let found = ids.iter().map(|id| self.find(id, locale, linker).map(|(from, ready)| (from, ready.fingerprint)));
        let found: Vec<_> = found.collect();
        // What is proposed for a name that nothing bears depends on all others.
        let others = found.contains(&None).then(|| self.by_id.keys().collect::<Vec<_>>());
        Fingerprint::of_value(&(found, others))
    }

    /// A block for a text of a locale, and the locale of what it says.
    fn find<'b>(&'b self, id: &BlockId, locale: &LocaleCode, linker: Linker) -> Option<(&'b LocaleCode, &'b Ready)> {
        let texts = self.by_id.get(id)?;
        linker.chains.get(locale)?.iter().find_map(|code| texts.get_key_value(code))
    }

    /// What stands for a block in a text of a locale, of which `left` bytes may still be put there. What is missing is reported.
    pub(super) fn prose(
        &self,
        Located { value: id, place }: Located<BlockId>,
        locale: &LocaleCode,
        linker: Linker,
        left: &mut usize,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Arc<Prose<Destination>>> {
        let Some((from, ready)) = self.find(&id, locale, linker) else {
            let is_known = self.by_id.contains_key(&id);
            if !self.unreadable.contains(&id) {
                let ids = self.by_id.keys();
                diagnostics.push(missing(&id, is_known.then_some(locale), ids).at(place));
            }
            return None;
        };
        if from != locale {
            diagnostics.push(untranslated(&id, locale, from, &ready.file));
        }
        let length = ready.prose.size();
        if length > *left {
            *left = 0;
            let message = format!("with its blocks, this text has more than {} MB", PAGE_BYTES / 1_000_000);
            diagnostics.push(Diagnostic::error(Code::Limit, message).at(place).help("name fewer blocks"));
            return None;
        }
        *left -= length;
        Some(Arc::clone(&ready.prose))
    }
}

/// A block with all that stands in it, and how many blocks stand in each other there, itself one of them.
type Whole = (Arc<Prose<Destination>>, usize);

/// Puts blocks into blocks.
struct Nesting<'p, 'd> {
    /// Blocks with their links resolved, by their ids and locales.
    alone: BTreeMap<(&'p BlockId, &'p LocaleCode), Prose<Destination>>,
    parsed: &'p Parsed,
    linker: Linker<'p>,
    /// Those that have come to an end.
    whole: BTreeMap<(&'p BlockId, &'p LocaleCode), Whole>,
    /// Those that have not, each in the one before it.
    trail: Vec<&'p BlockId>,
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl<'p> Nesting<'p, '_> {
    /// A block with the blocks within it, all in one language.
    fn whole(&mut self, id: &'p BlockId, locale: &'p LocaleCode) -> Whole {
        if let Some(known) = self.whole.get(&(id, locale)) {
            return known.clone();
        }
        let prose = self.alone[&(id, locale)].clone();
        let (mut left, mut deepest) = (PAGE_BYTES, 0);
        self.trail.push(id);
        let prose = prose.with_blocks(&mut |Located { value: inner, place }| {
            let found = self.within(&inner, locale).and_then(|found| {
                let Some((prose, depth)) = found else { return Ok(None) };
                deepest = deepest.max(depth);
                left = left.checked_sub(prose.size()).ok_or_else(|| Box::new(too_long()))?;
                Ok(Some(prose))
            });
            found.unwrap_or_else(|why| {
                self.diagnostics.push(why.at(place));
                None
            })
        });
        self.trail.pop();
        let whole = (Arc::new(prose), deepest + 1);
        self.whole.insert((id, locale), whole.clone());
        whole
    }

    /// A block that stands in another, or why it cannot. Nothing stands for one that cannot be read.
    fn within(&mut self, id: &BlockId, locale: &LocaleCode) -> Result<Option<Whole>, Box<Diagnostic>> {
        let known = self.parsed.get_key_value(id);
        let chain = self.linker.chains.get(locale).map(Vec::as_slice).unwrap_or_default();
        let text = known.and_then(|(_, block)| chain.iter().find_map(|code| block.texts.get_key_value(code)));
        let (Some((id, _)), Some((from, _))) = (known, text) else {
            let is_readable = known.is_none_or(|(_, block)| !block.unreadable);
            let why = || Box::new(missing(id, known.map(|_| locale), self.parsed.keys()));
            return if is_readable { Err(why()) } else { Ok(None) };
        };
        if self.trail.contains(&id) {
            return Err(Box::new(circular(id, &self.trail)));
        }
        if self.trail.len() == BLOCK_DEPTH {
            return Err(Box::new(too_deep()));
        }
        let (prose, depth) = self.whole(id, from);
        if depth == BLOCK_DEPTH { Err(Box::new(too_deep())) } else { Ok(Some((prose, depth))) }
    }
}

fn circular(id: &BlockId, trail: &[&BlockId]) -> Diagnostic {
    let circle: Vec<_> =
        trail.iter().copied().skip_while(|of| *of != id).chain([id]).map(|id| format!("`{id}`")).collect();
    let message = format!("the block stands in itself: {}", circle.join(" in "));
    Diagnostic::error(Code::CyclicReference, message).help("remove one of the lines `{{ block … }}`")
}

fn too_deep() -> Diagnostic {
    let message = format!("blocks may stand within each other {BLOCK_DEPTH} deep, and this one is deeper");
    Diagnostic::error(Code::Limit, message).help("put the text of the inner block into the outer")
}

fn too_long() -> Diagnostic {
    let message = format!("with the blocks in it, this block has more than {} MB", PAGE_BYTES / 1_000_000);
    Diagnostic::error(Code::Limit, message).help("name fewer blocks")
}

/// What to say of a block that there is not, or not in a language that serves a locale.
fn missing<'b>(id: &BlockId, locale: Option<&LocaleCode>, known: impl Iterator<Item = &'b BlockId>) -> Diagnostic {
    if let Some(locale) = locale {
        let message = format!("the block `{id}` has no text in `{locale}`, nor in a language that takes its place");
        let help = format!("write `content/{BLOCKS}/{id}/{locale}.md`");
        return Diagnostic::error(Code::MissingTranslation, message).help(help);
    }
    let close = closest(id.as_str(), known.map(BlockId::as_str));
    let help = format!("blocks are `content/{BLOCKS}/<id>/<locale>.md`");
    Diagnostic::error(Code::UnknownReference, format!("there is no block `{id}`")).did_you_mean(close, help)
}

fn untranslated(id: &BlockId, locale: &LocaleCode, from: &LocaleCode, file: &SourcePath) -> Diagnostic {
    let message = format!("the block `{id}` has no text in `{locale}`; readers see the one in `{from}`");
    let help = format!("write `content/{BLOCKS}/{id}/{locale}.md`");
    let diagnostic = Diagnostic::warning(Code::MissingTranslation, message).at(Place::start_of(file));
    diagnostic.in_locale(locale).help(help)
}

/// Makes summaries of blocks with which texts begin.
pub(super) fn summarise(entries: &mut BTreeMap<EntryId, ParsedEntry>, blocks: &Parsed, chains: &super::beside::Chains) {
    if blocks.is_empty() {
        return;
    }
    let summaries: BTreeMap<_, _> = chains.iter().map(|(locale, chain)| (locale, summaries(blocks, chain))).collect();
    for entry in entries.values_mut() {
        for (locale, text) in &mut entry.texts {
            let known = summaries.get(locale);
            let summary = std::mem::take(&mut text.summarised_by).iter().find_map(|id| known?.get(id));
            if let Some(summary) = summary {
                Arc::make_mut(&mut text.front).summary.clone_from(summary);
            }
        }
    }
}

/// The summaries of blocks for the texts of a locale: the first sentence of what each begins with, be it a block itself.
fn summaries<'b>(blocks: &'b Parsed, chain: &[LocaleCode]) -> BTreeMap<&'b BlockId, String> {
    let opening = |block: &'b ParsedBlock| Some(&chain.iter().find_map(|code| block.texts.get(code))?.opening);
    let openings: Vec<_> = blocks.iter().filter_map(|(id, block)| Some((id, opening(block)?))).collect();
    by_depth(|inner: &BTreeMap<&BlockId, String>| {
        let summary = |opening: &Opening| {
            let of_block = opening.blocks.iter().find_map(|id| inner.get(id));
            of_block.or(opening.sentence.as_ref()).cloned()
        };
        openings.iter().filter_map(|(id, opening)| Some((*id, summary(opening)?))).collect()
    })
}

/// The revisions of blocks, with those of the blocks within them.
fn revisions(blocks: &Parsed) -> BTreeMap<BlockId, Revision> {
    by_depth(|inner: &BTreeMap<BlockId, Revision>| {
        let revision = |block: &ParsedBlock| {
            let text = block.texts.values().find(|text| text.revision.is_some())?;
            let within = text.blocks.iter().filter_map(|id| inner.get_key_value(id));
            Some(text.revision.clone()?.with_blocks(within))
        };
        blocks.iter().filter_map(|(id, block)| Some((id.clone(), revision(block)?))).collect()
    })
}

/// What is known of blocks of which each may hold others: what is known of those within is found first, from the deepest out.
/// To walk from each into those within would take as many steps as there are ways.
fn by_depth<T: Default + PartialEq>(outer: impl Fn(&T) -> T) -> T {
    let mut known = T::default();
    for _ in 0..=BLOCK_DEPTH {
        let next = outer(&known);
        if next == known {
            break;
        }
        known = next;
    }
    known
}

/// What translators are told of blocks. A text in a locale that is none of the site is reported.
pub(super) fn translatable(
    parsed: Parsed,
    (locales, default): (&LocaleNames, LocaleIndex),
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Block> {
    let mut revisions = revisions(&parsed);
    let block = |(id, ParsedBlock { texts, .. }): (BlockId, ParsedBlock)| {
        let revision = revisions.remove(&id);
        let mut own = BTreeMap::new();
        for (code, BlockText { file, source, source_parts, .. }) in texts {
            let Some(locale) = locales.get(&code) else {
                diagnostics.push(locales::unknown(locales, &code).at(Place::start_of(&file)));
                continue;
            };
            let stale = revision.as_ref().filter(|_| *locale != default);
            let stale = stale.and_then(|revision| staleness::of((source.as_ref(), &source_parts), revision, None));
            own.insert(*locale, BlockFile { file, source, source_parts, stale });
        }
        Block { id, revision, texts: own }
    };
    parsed.into_iter().map(block).collect()
}

/// The blocks that no text names, whether it is published or not, and where they are.
pub(super) fn unused(blocks: &Parsed, entries: &BTreeMap<EntryId, ParsedEntry>) -> Vec<(BlockId, Place)> {
    let texts = entries.values().flat_map(|entry| entry.texts.values()).map(|text| &text.blocks);
    let within = blocks.values().flat_map(|block| block.texts.values()).map(|text| &text.blocks);
    let named: BTreeSet<_> = texts.chain(within).flat_map(|blocks| blocks.iter()).collect();
    let unused = blocks.iter().filter(|(id, _)| !named.contains(id));
    unused.map(|(id, block)| (id.clone(), block.place.clone())).collect()
}
