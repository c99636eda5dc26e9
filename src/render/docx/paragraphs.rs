//! Texts to paragraphs.

use docx_rs::{
    BreakType, Docx, IndentLevel, LevelOverride, Numbering, NumberingId, Paragraph, Run, Table, TableCell, TableRow,
};

use super::runs::{Emphasis, Runs};
use super::{BULLETS, LEVELS, NUMBERS, STEP};
use crate::id::PlaceholderId;
use crate::legible;
use crate::parse::heading::Words;
use crate::parse::prose::{Event, Prose, Tag};
use crate::resolve::library::Destination;
use crate::xml;

/// What a paragraph is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Title,
    /// A heading of level 1, 2 or 3.
    Heading(usize),
    Plain,
    Quote,
    /// An item of a list: which list, and how deep.
    Item(usize, usize),
    /// What follows the first paragraph of an item, set in as deep.
    InItem(usize),
}

/// The paragraphs and tables of a document, in order.
pub(super) struct Paragraphs<'p> {
    /// The words that stand for what an employer fills in.
    placeholder: &'p dyn Fn(&PlaceholderId) -> String,
    parts: Vec<Block>,
    /// With what each numbered list begins.
    starts: Vec<usize>,
    /// How many paragraphs there are. Each has an id, which the library would count across documents.
    count: u32,
    /// What paragraphs are within the quotes and items that are open, the innermost last.
    styles: Vec<Style>,
    /// The lists that are open: their numbers, and how deep they are.
    lists: Vec<(usize, usize)>,
    /// The words of the paragraph that is open.
    runs: Runs,
    /// The rows of the table that is open, and the cells of the row.
    rows: Vec<TableRow>,
    cells: Vec<TableCell>,
}

enum Block {
    Paragraph(Box<Paragraph>),
    Table(Box<Table>),
}

impl<'p> Paragraphs<'p> {
    pub(super) fn new(placeholder: &'p dyn Fn(&PlaceholderId) -> String) -> Self {
        Self {
            placeholder,
            parts: Vec::new(),
            starts: Vec::new(),
            count: 0,
            styles: Vec::new(),
            lists: Vec::new(),
            runs: Runs::default(),
            rows: Vec::new(),
            cells: Vec::new(),
        }
    }

    /// Adds a paragraph of plain words.
    pub(super) fn line(&mut self, words: &str, style: Style) {
        let words: String = words.chars().filter(|c| !c.is_control() && xml::is_character(*c)).collect();
        let paragraph = self.empty(style).add_run(Run::new().add_text(words));
        self.parts.push(Block::Paragraph(Box::new(paragraph)));
    }

    /// Adds a paragraph with the values of a field.
    pub(super) fn field(&mut self, label: &str, values: &[Vec<Words>]) {
        self.runs.within(Emphasis::Bold, |runs| runs.words(&format!("{label}:")));
        self.runs.words(" ");
        for (number, value) in values.iter().enumerate() {
            if number > 0 {
                self.runs.words(", ");
            }
            for words in value {
                match words {
                    Words::Written(words) => self.runs.words(&legible::text(words)),
                    Words::Placeholder(id) => self.runs.placeholder(&(self.placeholder)(id)),
                }
            }
        }
        self.paragraph(Style::Plain);
    }

    /// Adds a text.
    pub(super) fn prose(&mut self, prose: &Prose<Destination>) {
        prose.events().for_each(|event| self.add(&event));
        self.flush();
    }

    /// Puts everything into a document.
    pub(super) fn into_docx(self, mut docx: Docx) -> Docx {
        docx = docx.add_numbering(Numbering::new(BULLETS, BULLETS));
        for (index, start) in self.starts.iter().enumerate() {
            let level = |level| LevelOverride::new(level).start(if level == 0 { *start } else { 1 });
            let numbering = Numbering::new(BULLETS + 1 + index, NUMBERS);
            docx = docx.add_numbering((0..LEVELS).fold(numbering, |list, depth| list.add_override(level(depth))));
        }
        self.parts.into_iter().fold(docx, |docx, part| match part {
            Block::Paragraph(paragraph) => docx.add_paragraph(*paragraph),
            Block::Table(table) => docx.add_table(*table),
        })
    }

    fn add(&mut self, event: &Event<Destination>) {
        match event {
            Event::Start(tag) => self.start(*tag),
            Event::End(tag) => self.end(*tag),
            Event::Heading(_) | Event::Rule => self.flush(),
            Event::Words(words) => self.runs.words(words),
            Event::Code(code) => self.runs.words(code),
            Event::CodeBlock { code, .. } => self.code(code),
            Event::Break => self.runs.line_break(),
            Event::Picture(picture) => self.runs.picture(&picture.alt),
            Event::Placeholder(id) => {
                let words = (self.placeholder)(id);
                self.runs.placeholder(&words);
            }
            Event::Link(link) => self.runs.start_link(&link.target),
            Event::Block(_) => unreachable!("resolved texts have what the block says"),
        }
    }

    fn start(&mut self, tag: Tag) {
        if tag.is_block() {
            self.flush();
        }
        match tag {
            Tag::Quote => self.styles.push(Style::Quote),
            Tag::Bullets => self.list(BULLETS),
            Tag::Numbers(first) => {
                self.starts.push(first as usize);
                self.list(BULLETS + self.starts.len());
            }
            Tag::Item => {
                let (list, depth) = *self.lists.last().expect("an item stands in a list");
                self.styles.push(Style::Item(list, depth));
            }
            Tag::TableCell(cell) if cell.is_head => self.runs.start(Emphasis::Bold),
            other => emphasis(other).into_iter().for_each(|emphasis| self.runs.start(emphasis)),
        }
    }

    fn end(&mut self, tag: Tag) {
        match tag {
            Tag::Paragraph => self.paragraph_here(),
            Tag::Heading(level) => self.paragraph(Style::Heading(if level > 3 { 3 } else { 2 })),
            Tag::Quote | Tag::Item => {
                self.flush();
                self.styles.pop();
            }
            Tag::Bullets | Tag::Numbers(_) => drop(self.lists.pop()),
            Tag::TableCell(cell) => {
                if cell.is_head {
                    self.runs.end();
                }
                let paragraph = self.taken(Style::Plain);
                self.cells.push(TableCell::new().add_paragraph(paragraph));
            }
            Tag::TableHead | Tag::TableRow => self.rows.push(TableRow::new(std::mem::take(&mut self.cells))),
            Tag::Table => self.table(),
            Tag::Link => self.runs.end_link(),
            other if emphasis(other).is_some() => self.runs.end(),
            _ => {}
        }
    }

    fn list(&mut self, id: usize) {
        let depth = match self.style() {
            Style::Item(_, depth) | Style::InItem(depth) => depth + 1,
            _ => 0,
        };
        self.lists.push((id, depth));
    }

    /// What the next paragraph is.
    fn style(&self) -> Style {
        self.styles.last().copied().unwrap_or(Style::Plain)
    }

    /// Ends the paragraph of words that stand beside elements, as in items of tight lists.
    fn flush(&mut self) {
        if self.runs.are_seen() {
            self.paragraph_here();
        }
        self.runs.clear();
    }

    fn paragraph_here(&mut self) {
        self.paragraph(self.style());
        // Only the first paragraph of an item has its mark.
        if let Some(style) = self.styles.last_mut()
            && let Style::Item(_, depth) = *style
        {
            *style = Style::InItem(depth);
        }
    }

    fn paragraph(&mut self, style: Style) {
        let paragraph = self.taken(style);
        self.parts.push(Block::Paragraph(Box::new(paragraph)));
    }

    /// A paragraph of the words that are open.
    fn taken(&mut self, style: Style) -> Paragraph {
        let paragraph = self.empty(style);
        self.runs.put_into(paragraph)
    }

    fn empty(&mut self, style: Style) -> Paragraph {
        self.count += 1;
        let paragraph = Paragraph::new().id(format!("{:08x}", self.count));
        match style {
            Style::Plain => paragraph,
            Style::Title => paragraph.style("Title"),
            Style::Heading(level) => paragraph.style(&format!("Heading{level}")),
            Style::Quote => paragraph.style("Quote"),
            Style::Item(list, depth) => {
                let depth = IndentLevel::new(depth.min(LEVELS - 1));
                paragraph.style("ListParagraph").numbering(NumberingId::new(list), depth)
            }
            Style::InItem(depth) => {
                let indent = STEP * (1 + i32::try_from(depth.min(LEVELS - 1)).expect("there are nine"));
                paragraph.style("ListParagraph").indent(Some(indent), None, None, None)
            }
        }
    }

    fn table(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        self.parts.push(Block::Table(Box::new(Table::new(rows))));
        // Word joins two tables that nothing stands between.
        self.paragraph(Style::Plain);
    }

    /// Code keeps its lines.
    fn code(&mut self, code: &str) {
        self.flush();
        let mut run = Run::new();
        for (number, line) in code.trim_end().lines().enumerate() {
            if number > 0 {
                run = run.add_break(BreakType::TextWrapping);
            }
            run = run.add_text(line);
        }
        self.runs.push(run);
        self.paragraph(self.style());
    }
}

fn emphasis(tag: Tag) -> Option<Emphasis> {
    match tag {
        Tag::Strong => Some(Emphasis::Bold),
        Tag::Emphasis => Some(Emphasis::Italic),
        Tag::Strikethrough => Some(Emphasis::Strike),
        _ => None,
    }
}
