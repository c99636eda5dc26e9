//! Walking through a text.

use std::ops::Range;

use super::{Hole, Link, Mark, Picture, Prose, Tag};
use crate::id::{BlockId, PlaceholderId};
use crate::parse::heading::Heading;
use crate::place::Located;

/// Something in a text.
#[derive(Debug)]
pub enum Event<'p, L> {
    /// An element begins, neither a heading nor a link.
    Start(Tag),
    /// A heading begins.
    Heading(&'p Heading),
    /// A link begins.
    Link(&'p Link<L>),
    /// An element ends.
    End(Tag),
    /// Words. A line may end within them, which is no more than space.
    Words(&'p str),
    /// Words of a programming language.
    Code(&'p str),
    /// Lines of a programming language.
    CodeBlock {
        /// What its author says of them: the name of the language first.
        info: &'p str,
        /// The lines.
        code: &'p str,
    },
    /// The end of a line that its author wants.
    Break,
    /// A line between two parts.
    Rule,
    /// A picture.
    Picture(&'p Picture<L>),
    /// Something that an employer fills in.
    Placeholder(&'p PlaceholderId),
    /// A shared block. Resolved texts have what it says instead.
    Block(&'p Located<BlockId>),
}

/// The events of a text, in order.
pub struct Events<'p, L> {
    marks: std::slice::Iter<'p, Mark>,
    /// The words that are left.
    words: &'p str,
    holes: std::slice::Iter<'p, Hole<L>>,
    headings: std::slice::Iter<'p, Heading>,
}

impl<'p, L> Events<'p, L> {
    pub(super) fn of(prose: &'p Prose<L>) -> Self {
        Self {
            marks: prose.marks.iter(),
            words: &prose.words,
            holes: prose.holes.iter(),
            headings: prose.headings.iter(),
        }
    }

    fn take(&mut self, length: u32) -> &'p str {
        let (taken, left) = self.words.split_at(length as usize);
        self.words = left;
        taken
    }

    fn hole(&mut self) -> Event<'p, L> {
        match self.holes.next().expect("each mark of a hole has one") {
            Hole::Link(link) => Event::Link(link),
            Hole::Picture(picture) => Event::Picture(picture),
            Hole::Placeholder(id) => Event::Placeholder(&id.value),
            Hole::Block(id) => Event::Block(id),
        }
    }
}

impl<'p, L> Iterator for Events<'p, L> {
    type Item = Event<'p, L>;

    fn next(&mut self) -> Option<Event<'p, L>> {
        Some(match *self.marks.next()? {
            Mark::Start(Tag::Heading(_)) => {
                Event::Heading(self.headings.next().expect("each mark of a heading has one"))
            }
            Mark::Start(Tag::Link) | Mark::Hole => self.hole(),
            Mark::Start(tag) => Event::Start(tag),
            Mark::End(tag) => Event::End(tag),
            Mark::Words(length) => Event::Words(self.take(length)),
            Mark::Code(length) => Event::Code(self.take(length)),
            Mark::CodeBlock(length) => {
                let (info, code) = self.take(length).split_once('\n').expect("the first line is what is said of it");
                Event::CodeBlock { info, code }
            }
            Mark::Break => Event::Break,
            Mark::Rule => Event::Rule,
        })
    }
}

impl<L> Prose<L> {
    /// All words and code, one behind the other.
    #[must_use]
    pub fn all_words(&self) -> &str {
        &self.words
    }

    /// Where in all words those stand that are read as running text: outside of headings, links and code.
    pub fn running_text(&self) -> impl Iterator<Item = Range<usize>> {
        let (mut at, mut is_outside) = (0, true);
        self.marks.iter().filter_map(move |mark| {
            let start = at;
            match mark {
                Mark::Start(Tag::Heading(_) | Tag::Link) => is_outside = false,
                Mark::End(Tag::Heading(_) | Tag::Link) => is_outside = true,
                _ => at += mark.length(),
            }
            (is_outside && matches!(mark, Mark::Words(_))).then_some(start..at)
        })
    }

    /// Its words, those of different blocks on different lines. What an employer fills in and pictures are space.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::with_capacity(self.size());
        for event in self.events() {
            match event {
                Event::Words(words) | Event::Code(words) => text.push_str(words),
                Event::CodeBlock { code, .. } => text.push_str(code),
                Event::End(tag) if tag.is_block() => text.push('\n'),
                Event::Start(tag) if tag.is_block() => text.push('\n'),
                Event::Heading(_) | Event::Break | Event::Rule => text.push('\n'),
                Event::Picture(_) | Event::Placeholder(_) => text.push(' '),
                Event::Start(_) | Event::Link(_) | Event::End(_) | Event::Block(_) => {}
            }
        }
        text
    }
}
