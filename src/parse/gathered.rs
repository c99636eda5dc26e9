//! What the files of a site say, by what they belong to: several files make an entry or a block.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::block::ParsedBlock;
use super::entry::ParsedEntry;
use super::file_name;
use super::messages::MessageFile;
use super::reading::{File, Reading};
use super::text::Text;
use crate::diagnostic::Diagnostic;
use crate::id::{BlockId, EntryId};
use crate::place::Place;

/// The entries, blocks and messages of a site.
#[derive(Default)]
pub(super) struct Gathered {
    /// In the order of their ids.
    pub(super) entries: Vec<(EntryId, ParsedEntry)>,
    pub(super) blocks: BTreeMap<BlockId, ParsedBlock>,
    /// In the order of their files.
    pub(super) messages: Vec<MessageFile>,
}

impl Gathered {
    /// Gathers what came of files, in the order of their paths. What is wrong in them, and two of one locale, are reported.
    pub(super) fn of(readings: &[Arc<Reading>], diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut all = Self::default();
        for Reading { file, diagnostics: mistakes, .. } in readings.iter().map(Arc::as_ref) {
            diagnostics.extend_from_slice(mistakes);
            match file {
                File::Facts(id, facts, place) => {
                    let entry = all.entry(id, place);
                    entry.facts = facts.clone();
                    entry.place = place.clone();
                }
                File::Text(id, locale, text, place) => {
                    let entry = all.entry(id, place);
                    match text {
                        Some(text) => {
                            let twin = entry.texts.insert(locale.clone(), text.clone());
                            let twins = |twin: Text<_>| file_name::twins(locale, &twin.front.title.place.file, place);
                            diagnostics.extend(twin.map(twins));
                        }
                        None => entry.unreadable = true,
                    }
                }
                File::MisnamedText(id, place) => all.entry(id, place).unreadable = true,
                File::Block(id, locale, text, place) => {
                    let block = all.block(id, place);
                    block.unreadable |= text.is_none();
                    if let Some(twin) = text.as_ref().and_then(|text| block.texts.insert(locale.clone(), text.clone()))
                    {
                        diagnostics.push(file_name::twins(locale, &twin.file, place));
                    }
                }
                File::MisnamedBlock(id, place) => all.block(id, place).unreadable = true,
                File::Messages(file) => all.messages.push(file.clone()),
                _ => {}
            }
        }
        all
    }

    fn entry(&mut self, id: &EntryId, place: &Place) -> &mut ParsedEntry {
        if self.entries.last().is_none_or(|(last, _)| last != id) {
            self.entries.push((id.clone(), ParsedEntry::at(place.clone())));
        }
        &mut self.entries.last_mut().expect("there is one now").1
    }

    fn block(&mut self, id: &BlockId, place: &Place) -> &mut ParsedBlock {
        self.blocks.entry(id.clone()).or_insert_with(|| ParsedBlock::at(place.clone()))
    }
}
