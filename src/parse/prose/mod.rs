//! What a text says: its words, the elements in which they stand, and holes for what depends on the reader.
//!
//! The tree is kept as marks: where elements begin and end, and what stands between. Words stand in one string, one behind the
//! other, and holes and headings in lists beside it; whoever walks through a text takes the next of each. Nothing is found by
//! its number, so texts can be put behind each other and into each other as they are.

mod events;
mod writer;

use std::sync::Arc;

pub use events::{Event, Events};
pub(super) use writer::Writer;

use super::heading::Heading;
use crate::id::{BlockId, PlaceholderId};
use crate::place::Located;

/// A text. `L` is what links are.
#[derive(Clone, Debug, Hash)]
pub struct Prose<L> {
    /// All words, without anything between those of different elements.
    words: Arc<str>,
    marks: Arc<[Mark]>,
    /// What depends on the reader, in order.
    pub holes: Vec<Hole<L>>,
    /// The headings, in order.
    pub headings: Vec<Heading>,
}

/// Something in a text. Numbers are lengths of words in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Mark {
    Start(Tag),
    End(Tag),
    Words(u32),
    Code(u32),
    CodeBlock(u32),
    Break,
    Rule,
    /// The next of the holes, unless that is a link: an element.
    Hole,
}

/// An element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tag {
    /// A paragraph.
    Paragraph,
    /// A heading, the next of the headings; the number is its level.
    Heading(u8),
    /// A quotation.
    Quote,
    /// A list whose items have bullets.
    Bullets,
    /// A list whose items have numbers, with the first of them.
    Numbers(u32),
    /// An item of a list. Its words may stand in it without a paragraph.
    Item,
    /// A table: its head, then its rows.
    Table,
    /// The row of cells that say what is in the columns.
    TableHead,
    /// Any other row.
    TableRow,
    /// A cell.
    TableCell(Cell),
    /// Words that are emphasised.
    Emphasis,
    /// Words that are important.
    Strong,
    /// Words that no longer hold.
    Strikethrough,
    /// A link, the next of the holes.
    Link,
}

/// A cell of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cell {
    /// Whether it is one of the head.
    pub is_head: bool,
    /// Where its words stand.
    pub alignment: Alignment,
}

/// Where the words of a cell stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Alignment {
    /// Where words begin.
    Start,
    /// On the left.
    Left,
    /// In the middle.
    Center,
    /// On the right.
    Right,
}

/// What depends on the reader.
#[derive(Clone, Debug, Hash)]
pub enum Hole<L> {
    /// A link.
    Link(Link<L>),
    /// A picture.
    Picture(Picture<L>),
    /// Something that an employer fills in.
    Placeholder(Located<PlaceholderId>),
    /// A shared block. Resolved texts have what it says instead.
    Block(Located<BlockId>),
}

/// A link.
#[derive(Clone, Debug, Hash)]
pub struct Link<L> {
    /// Where it leads.
    pub target: L,
    /// What is said of it on top of its words; empty if nothing is.
    pub title: String,
    /// Whether nobody wrote it: its words mention something.
    pub is_mention: bool,
}

/// A picture.
#[derive(Clone, Debug, Hash)]
pub struct Picture<L> {
    /// Where it is.
    pub source: L,
    /// When browsers load it.
    pub loading: Loading,
    /// What stands in its place for those who cannot see it.
    pub alt: String,
    /// What is said of it on top; empty if nothing is.
    pub title: String,
}

/// When browsers load a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Loading {
    /// With the page: readers may see it at once.
    Eager,
    /// When readers come near it.
    Lazy,
}

impl Mark {
    /// How many bytes of words stand there.
    fn length(self) -> usize {
        match self {
            Mark::Words(length) | Mark::Code(length) | Mark::CodeBlock(length) => length as usize,
            _ => 0,
        }
    }

    /// The same mark of other words.
    fn of(self, words: &str) -> Self {
        match self {
            Mark::Words(_) => Mark::Words(length_of(words)),
            Mark::Code(_) => Mark::Code(length_of(words)),
            Mark::CodeBlock(_) => Mark::CodeBlock(length_of(words)),
            other => other,
        }
    }
}

/// Files and pages have far fewer than four billion bytes.
fn length_of(words: &str) -> u32 {
    u32::try_from(words.len()).expect("a text is shorter than its limit")
}

impl Tag {
    /// Whether it stands on lines of its own.
    #[must_use]
    pub fn is_block(self) -> bool {
        !matches!(self, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link)
    }
}

impl<L> Hole<L> {
    /// Where a link leads or a picture is.
    #[must_use]
    pub fn target(&self) -> Option<&L> {
        match self {
            Hole::Link(link) => Some(&link.target),
            Hole::Picture(picture) => Some(&picture.source),
            Hole::Placeholder(_) | Hole::Block(_) => None,
        }
    }

    /// Where a link leads.
    #[must_use]
    pub fn link_target(&self) -> Option<&L> {
        match self {
            Hole::Link(link) => Some(&link.target),
            _ => None,
        }
    }

    fn map_link<M>(self, map: &mut impl FnMut(L) -> M) -> Hole<M> {
        match self {
            Hole::Link(Link { target, title, is_mention }) => {
                Hole::Link(Link { target: map(target), title, is_mention })
            }
            Hole::Picture(Picture { source, loading, alt, title }) => {
                Hole::Picture(Picture { source: map(source), loading, alt, title })
            }
            Hole::Placeholder(id) => Hole::Placeholder(id),
            Hole::Block(id) => Hole::Block(id),
        }
    }
}

impl<L> Default for Prose<L> {
    fn default() -> Self {
        Self { words: Arc::default(), marks: Arc::default(), holes: Vec::new(), headings: Vec::new() }
    }
}

impl<L> Prose<L> {
    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// About how many bytes its HTML has.
    #[must_use]
    pub fn size(&self) -> usize {
        self.words.len() + self.marks.len() * "<p></p>\n".len() / 2
    }

    /// Walks through the text.
    #[must_use]
    pub fn events(&self) -> Events<'_, L> {
        Events::of(self)
    }

    /// Replaces the links.
    pub fn map_links<M>(self, map: &mut impl FnMut(L) -> M) -> Prose<M> {
        let Self { words, marks, holes, headings } = self;
        Prose { words, marks, holes: holes.into_iter().map(|hole| hole.map_link(map)).collect(), headings }
    }

    /// Puts another text behind this one.
    pub fn append(&mut self, other: Prose<L>) {
        self.words = [&*self.words, &*other.words].concat().into();
        self.marks = [&*self.marks, &*other.marks].concat().into();
        self.holes.extend(other.holes);
        self.headings.extend(other.headings);
    }

    /// The blocks that stand in it.
    pub fn blocks(&self) -> impl Iterator<Item = &Located<BlockId>> {
        self.holes.iter().filter_map(|hole| match hole {
            Hole::Block(id) => Some(id),
            _ => None,
        })
    }
}
