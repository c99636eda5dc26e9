//! Shared blocks: `content/blocks/<id>/<locale>.md`, Markdown that stands in the texts that name it.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, HeadingLevel, Tag};

use super::document::Document;
use super::link::LinkTarget;
use super::markdown;
use super::opening::{self, Opening};
use super::prose::Prose;
use super::revision::{self, Part, Revision};
use super::table::Table;
use super::text::keys::BLOCK;
use super::text::{Origin, layout, report_source};
use super::{nesting, text};
use crate::diagnostic::{Code, Diagnostic};
use crate::id::BlockId;
use crate::locale::LocaleCode;
use crate::place::{Located, Place, SourcePath};

/// The files of a block.
pub struct ParsedBlock {
    /// Its texts.
    pub texts: BTreeMap<LocaleCode, BlockText>,
    /// Where to point for what concerns the block as a whole.
    pub place: Place,
    /// Whether a text of it could not be read, which has been reported.
    pub unreadable: bool,
}

impl ParsedBlock {
    /// A block of which no file has been read.
    pub(super) fn at(place: Place) -> Self {
        Self { texts: BTreeMap::new(), place, unreadable: false }
    }
}

/// A block in one locale.
#[derive(Clone, Debug)]
pub struct BlockText {
    /// The file.
    pub file: SourcePath,
    /// The revision of the original that this translation was made from.
    pub source: Option<Located<String>>,
    /// The hashes of the parts of the original, by their names.
    pub source_parts: BTreeMap<String, String>,
    /// What stands for the block.
    pub prose: Arc<Prose<Located<LinkTarget>>>,
    /// The blocks within it.
    pub blocks: Arc<[BlockId]>,
    /// With what it begins.
    pub opening: Opening,
    /// The revision of the text itself, if it is an original.
    pub revision: Option<Revision>,
}

/// Reads the text of a block.
pub(super) fn parse(document: &Document, locale: &LocaleCode, origin: Origin) -> Option<BlockText> {
    let layout = layout(document)?;
    let mut table = Table::front_matter(document, &layout, &BLOCK);
    let source = table.take("source");
    let source_parts = table.section("source_parts").rest();
    table.finish_front_matter(None);
    if !nesting::is_readable(document, layout.body.clone()) {
        return None;
    }
    if origin == Origin::Original {
        report_source(document, source.as_ref());
    }
    let body = &document.text[layout.body.clone()];
    report_headings(document, layout.body.clone());
    let prose = markdown::parse(document, layout.body.clone(), locale);
    if prose.is_empty() {
        let diagnostic = Diagnostic::warning(Code::InvalidValue, "this block is empty");
        document.report(diagnostic.help("write its text, or remove the file"), layout.body.clone());
    }
    Some(BlockText {
        file: document.file.clone(),
        source,
        source_parts: source_parts
            .into_iter()
            .map(|(key, value): (Located<String>, String)| (key.value, value))
            .collect(),
        blocks: text::blocks_of([&prose]),
        opening: opening::of(body),
        revision: (origin == Origin::Original).then(|| Revision::of(&[revision::whole(body)])),
        prose: Arc::new(prose),
    })
}

/// What translators translate of a block; `None` if the file cannot be read.
#[must_use]
pub fn translatable(file: &SourcePath, bytes: &[u8]) -> Option<Vec<Part>> {
    let document = Document::new(file, bytes).ok()?;
    let layout = layout(&document)?;
    Some(vec![revision::whole(&document.text[layout.body])])
}

/// A block may stand within a section: headings that begin another have no place in it.
fn report_headings(document: &Document, body: Range<usize>) {
    for (event, span) in markdown::events(&document.text[body.clone()], body.start) {
        if let Event::Start(Tag::Heading { level: HeadingLevel::H1 | HeadingLevel::H2, .. }) = event {
            let message = "a block has no headings of level 1 and 2: it may stand within a section";
            let help = "write the heading with `###`, or put it into the texts, before the block";
            document.report(Diagnostic::error(Code::UnknownSection, message).help(help), span);
        }
    }
}
