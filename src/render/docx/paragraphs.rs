//! HTML of a text to paragraphs.

use docx_rs::{
    BreakType, Docx, IndentLevel, LevelOverride, Numbering, NumberingId, Paragraph, Run, Table, TableCell, TableRow,
};
use roxmltree::Node;

use super::{BULLETS, LEVELS, NUMBERS, STEP};
use crate::render::html::{self, is_block};
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
#[derive(Default)]
pub(super) struct Paragraphs {
    parts: Vec<Block>,
    /// With what each numbered list begins.
    starts: Vec<usize>,
    /// How many paragraphs there are. Each has an id, which the library would count across documents.
    count: u32,
}

enum Block {
    Paragraph(Box<Paragraph>),
    Table(Box<Table>),
}

/// How words stand out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Emphasis {
    Bold,
    Italic,
    Strike,
    /// What an employer fills in.
    Highlight,
}

impl Paragraphs {
    /// Adds a paragraph of plain words.
    pub(super) fn line(&mut self, words: &str, style: Style) {
        let words: String = words.chars().filter(|c| !c.is_control() && xml::is_character(*c)).collect();
        let paragraph = self.paragraph(style).add_run(Run::new().add_text(words));
        self.parts.push(Block::Paragraph(Box::new(paragraph)));
    }

    /// Adds what stands in the HTML of a text.
    pub(super) fn html(&mut self, html: &str) {
        self.blocks(html::parse(&html::document(html)).root_element(), Style::Plain);
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

    fn paragraph(&mut self, style: Style) -> Paragraph {
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

    /// Adds the elements of a block. Words that stand beside elements, as in items of tight lists, are a paragraph.
    fn blocks(&mut self, parent: Node, style: Style) {
        let mut style = style;
        let mut inline: Vec<Node> = Vec::new();
        for node in parent.children() {
            if is_block(node) {
                self.flush(&mut inline, &mut style);
                self.block(node, &mut style);
            } else {
                inline.push(node);
            }
        }
        self.flush(&mut inline, &mut style);
    }

    fn flush(&mut self, inline: &mut Vec<Node>, style: &mut Style) {
        let nodes = std::mem::take(inline);
        let is_blank = |node: &Node| node.is_text() && node.text().unwrap_or_default().trim().is_empty();
        if !nodes.iter().all(is_blank) {
            self.words(nodes.into_iter(), *style);
            *style = after_first(*style);
        }
    }

    fn block(&mut self, node: Node, style: &mut Style) {
        match node.tag_name().name() {
            "p" => {
                self.words(node.children(), *style);
                *style = after_first(*style);
            }
            "h1" | "h2" | "h3" => self.words(node.children(), Style::Heading(2)),
            "h4" | "h5" | "h6" => self.words(node.children(), Style::Heading(3)),
            "ul" => self.list(node, BULLETS, *style),
            "ol" => {
                let start = node.attribute("start").and_then(|start| start.parse().ok()).unwrap_or(1);
                self.starts.push(start);
                self.list(node, BULLETS + self.starts.len(), *style);
            }
            "blockquote" => self.blocks(node, Style::Quote),
            "table" => self.table(node),
            "pre" => self.code(node, *style),
            _ => {}
        }
    }

    fn list(&mut self, list: Node, id: usize, around: Style) {
        let depth = match around {
            Style::Item(_, depth) | Style::InItem(depth) => depth + 1,
            _ => 0,
        };
        for item in list.children().filter(Node::is_element) {
            self.blocks(item, Style::Item(id, depth));
        }
    }

    fn table(&mut self, table: Node) {
        let mut rows = Vec::new();
        for row in table.descendants().filter(|node| node.has_tag_name("tr")) {
            let mut cells = Vec::new();
            for cell in row.children().filter(Node::is_element) {
                let emphasis = if cell.has_tag_name("th") { &[Emphasis::Bold][..] } else { &[] };
                let paragraph = with_words(self.paragraph(Style::Plain), cell.children(), emphasis);
                cells.push(TableCell::new().add_paragraph(paragraph));
            }
            rows.push(TableRow::new(cells));
        }
        self.parts.push(Block::Table(Box::new(Table::new(rows))));
        // Word joins two tables that nothing stands between.
        let after = self.paragraph(Style::Plain);
        self.parts.push(Block::Paragraph(Box::new(after)));
    }

    /// Code keeps its lines.
    fn code(&mut self, node: Node, style: Style) {
        let text: String = node.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect();
        let mut run = Run::new();
        for (number, line) in text.trim_end().lines().enumerate() {
            if number > 0 {
                run = run.add_break(BreakType::TextWrapping);
            }
            run = run.add_text(line);
        }
        let paragraph = self.paragraph(style).add_run(run);
        self.parts.push(Block::Paragraph(Box::new(paragraph)));
    }

    fn words<'a, 'i: 'a>(&mut self, nodes: impl Iterator<Item = Node<'a, 'i>>, style: Style) {
        let paragraph = with_words(self.paragraph(style), nodes, &[]);
        self.parts.push(Block::Paragraph(Box::new(paragraph)));
    }
}

/// Only the first paragraph of an item has its mark.
fn after_first(style: Style) -> Style {
    match style {
        Style::Item(_, depth) => Style::InItem(depth),
        other => other,
    }
}

/// A paragraph with words, each run of the same emphasis for itself.
fn with_words<'a, 'i: 'a>(
    paragraph: Paragraph,
    nodes: impl Iterator<Item = Node<'a, 'i>>,
    emphasis: &[Emphasis],
) -> Paragraph {
    let mut runs = Runs { all: Vec::new(), emphasis: emphasis.to_vec() };
    nodes.for_each(|node| runs.add(node));
    runs.all.into_iter().fold(paragraph, Paragraph::add_run)
}

/// The runs of a paragraph. They are gathered beside it: a paragraph is large, and each level of emphasis would hold one on the
/// stack.
struct Runs {
    all: Vec<Run>,
    /// How the words stand out that come next.
    emphasis: Vec<Emphasis>,
}

impl Runs {
    fn add(&mut self, node: Node) {
        let name = node.tag_name().name();
        if node.is_text() || matches!(name, "br" | "img") {
            return self.add_leaf(node);
        }
        let emphasis = match name {
            "strong" => Some(Emphasis::Bold),
            "em" => Some(Emphasis::Italic),
            "del" => Some(Emphasis::Strike),
            "span" if node.has_attribute("data-placeholder") => Some(Emphasis::Highlight),
            _ => None,
        };
        let before = self.emphasis.len();
        self.emphasis.extend(emphasis);
        for child in node.children() {
            self.add(child);
        }
        self.emphasis.truncate(before);
    }

    fn add_leaf(&mut self, node: Node) {
        let run = match node.tag_name().name() {
            "br" => Run::new().add_break(BreakType::TextWrapping),
            "img" => run(node.attribute("alt").unwrap_or_default(), &self.emphasis),
            _ => {
                let words = node.text().unwrap_or_default().replace('\n', " ");
                let at_start = node.prev_sibling().is_some_and(|before| before.has_tag_name("br"));
                run(if at_start { words.trim_start() } else { &words }, &self.emphasis)
            }
        };
        self.all.push(run);
    }
}

fn run(words: &str, emphasis: &[Emphasis]) -> Run {
    emphasis.iter().fold(Run::new().add_text(words), |run, emphasis| match emphasis {
        Emphasis::Bold => run.bold(),
        Emphasis::Italic => run.italic(),
        Emphasis::Strike => run.strike(),
        Emphasis::Highlight => run.highlight("yellow"),
    })
}
