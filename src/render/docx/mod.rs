//! A job description as a document for word processors: Office Open XML, ECMA-376.
//!
//! The text becomes paragraphs with styles, from the same tree as the page, so that the document says what the page says.
//! Links that lead within the site become words. What an employer fills in is highlighted. The library that writes the
//! documents knows neither languages nor compression; the parts about these are put in here.

mod paragraphs;
mod runs;

use std::io::{Cursor, Read, Write};

use docx_rs::{
    AbstractNumbering, Docx, Level, LevelJc, LevelText, NumberFormat, PageMargin, SpecialIndentType, Start, XMLDocx,
};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::content::Content;
use super::inputs::DocumentInputs;
use super::prose;
use crate::id::PlaceholderId;
use crate::locale::Direction;
use crate::parse::program_messages::SITE_NAME;
use crate::resolve::arguments::entry_arguments;
use crate::resolve::library::EntryIndex;
use crate::xml::escape;
use paragraphs::{Paragraphs, Style};

const STYLES: &str = include_str!("styles.xml");
const PROPERTIES: &str = include_str!("core.xml");

/// The numbers of the two kinds of lists, and of the list with bullets. The library has a list 1 of its own.
const BULLETS: usize = 2;
const NUMBERS: usize = 3;

/// How deep lists may be nested: Word has nine levels.
const LEVELS: usize = 9;

/// Lengths, in twentieths of a point: the margin of 2 cm, and how far each level of a list is set in.
const MARGIN: i32 = 1134;
const STEP: i32 = 360;

/// The regions that use the paper size Letter rather than A4, as in CLDR's `measurementData`.
const LETTER: [&str; 14] = ["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"];

/// The bytes of a role's `.docx`.
pub(super) fn render(views: Content, role: EntryIndex, DocumentInputs { body, related }: DocumentInputs) -> Vec<u8> {
    let Content { library, locale, .. } = views;
    let arguments = entry_arguments(library, role, locale, related);
    let title = views.page(role).text.title.value.as_str();
    let placeholder = |id: &PlaceholderId| prose::placeholder(library, id, locale, views.marks);
    let mut paragraphs = Paragraphs::new(&placeholder);
    paragraphs.line(title, Style::Title);
    for (label, values) in views.fields_in_words(role) {
        paragraphs.field(&label, &values);
    }
    for section in body.body.sections() {
        paragraphs.line(&views.heading_of(section, &arguments), Style::Heading(1));
        paragraphs.prose(&section.prose);
    }
    let formats = library[locale].formats.with_likely_region();
    let is_letter = formats.region().is_some_and(|region| LETTER.contains(&region.as_str()));
    let (width, height) = if is_letter { (12_240, 15_840) } else { (11_906, 16_838) };
    let language = formats.to_string();
    let margin = PageMargin::new().top(MARGIN).bottom(MARGIN).left(MARGIN).right(MARGIN);
    let mut docx = Docx::new().page_size(width, height).page_margin(margin);
    docx = docx.add_abstract_numbering(list(BULLETS, "bullet", |level| ["•", "–", "▪"][level % 3].to_owned()));
    docx = docx.add_abstract_numbering(list(NUMBERS, "decimal", |level| format!("%{}.", level + 1)));
    let mut parts = paragraphs.into_docx(docx).build();
    parts.styles = styles(&language, library[locale].direction).into_bytes();
    parts.document_rels = in_order(&parts.document_rels);
    let site = library.messages.say(locale, &SITE_NAME);
    parts.doc_props.core = properties(title, &site, &language).into_bytes();
    pack(parts).expect("writing to memory does not fail")
}

/// A kind of list, each level set in farther.
fn list(id: usize, format: &str, mark: impl Fn(usize) -> String) -> AbstractNumbering {
    (0..LEVELS).fold(AbstractNumbering::new(id), |list, level| {
        let indent = STEP * (1 + i32::try_from(level).expect("there are nine"));
        let text = LevelText::new(mark(level));
        let level = Level::new(level, Start::new(1), NumberFormat::new(format), text, LevelJc::new("start"));
        list.add_level(level.indent(Some(indent), Some(SpecialIndentType::Hanging(STEP)), None, None))
    })
}

fn styles(language: &str, direction: Direction) -> String {
    let (bidi, rtl) = match direction {
        Direction::LeftToRight => ("", ""),
        Direction::RightToLeft => ("<w:bidi/>", "<w:rtl/>"),
    };
    STYLES.replace("{language}", language).replace("{bidi}", bidi).replace("{rtl}", rtl)
}

fn properties(title: &str, creator: &str, language: &str) -> String {
    PROPERTIES.replace("{title}", &escape(title)).replace("{creator}", &escape(creator)).replace("{language}", language)
}

/// The relations of a document to what is outside it in the order of their ids: the library has those of links in none.
fn in_order(relations: &[u8]) -> Vec<u8> {
    const START: &str = "<Relationship ";
    let xml = String::from_utf8_lossy(relations);
    let Some((before, rest)) = xml.split_once(START) else { return relations.to_vec() };
    let (all, after) = rest.split_at(rest.rfind("/>").map_or(0, |at| at + "/>".len()));
    let mut all: Vec<&str> = all.split(START).map(str::trim_end).collect();
    all.sort_unstable();
    let all: Vec<_> = all.iter().flat_map(|relation| [START, relation]).collect();
    [before, &all.concat(), after].concat().into_bytes()
}

/// Makes the archive, compressed, with the same bytes on every machine and day.
fn pack(parts: XMLDocx) -> zip::result::ZipResult<Vec<u8>> {
    let mut stored = Cursor::new(Vec::new());
    parts.pack(&mut stored)?;
    let mut stored = ZipArchive::new(stored)?;
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for index in 0..stored.len() {
        let mut part = stored.by_index(index)?;
        if part.is_file() {
            packed.start_file(part.name(), options)?;
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes)?;
            packed.write_all(&bytes)?;
        }
    }
    Ok(packed.finish()?.into_inner())
}
