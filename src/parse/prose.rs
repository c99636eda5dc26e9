//! HTML with holes: what Markdown becomes.

use std::sync::Arc;

use super::heading::Heading;
use crate::id::{BlockId, PlaceholderId};
use crate::place::Located;

/// HTML with holes. `L` is what links are.
#[derive(Clone, Debug, Hash)]
pub struct Prose<L> {
    /// The HTML, without what fills the holes.
    pub html: Arc<str>,
    /// What fills each hole, and the offset in `html` at which it does, in ascending order.
    pub holes: Vec<(usize, Hole<L>)>,
    /// The headings, in order.
    pub headings: Vec<Heading>,
}

/// What fills a hole.
#[derive(Clone, Debug, Hash)]
pub enum Hole<L> {
    /// The start tag `<a>` of a link.
    Link(L),
    /// The address of a picture, which is the value of the attribute `src`.
    Picture(L, Loading),
    /// Something that an employer fills in.
    Placeholder(Located<PlaceholderId>),
    /// A shared block. Resolved texts have what it says instead.
    Block(Located<BlockId>),
}

/// When browsers load a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Loading {
    /// With the page: readers may see it at once.
    Eager,
    /// When readers come near it.
    Lazy,
}

impl<L> Default for Prose<L> {
    fn default() -> Self {
        Self { html: Arc::default(), holes: Vec::new(), headings: Vec::new() }
    }
}

impl<L> Prose<L> {
    /// Replaces the links.
    pub fn map_links<M>(self, map: &mut impl FnMut(L) -> M) -> Prose<M> {
        let with_links = |(offset, hole)| {
            let hole = match hole {
                Hole::Link(link) => Hole::Link(map(link)),
                Hole::Picture(link, loading) => Hole::Picture(map(link), loading),
                Hole::Placeholder(id) => Hole::Placeholder(id),
                Hole::Block(id) => Hole::Block(id),
            };
            (offset, hole)
        };
        Prose { holes: self.holes.into_iter().map(with_links).collect(), html: self.html, headings: self.headings }
    }

    /// Puts another text behind this one.
    pub fn append(&mut self, other: Prose<L>) {
        let before = self.html.len();
        self.html = [&*self.html, &*other.html].concat().into();
        self.holes.extend(other.holes.into_iter().map(|(offset, hole)| (before + offset, hole)));
        self.headings.extend(other.headings);
    }

    /// The blocks that stand in it.
    pub fn blocks(&self) -> impl Iterator<Item = &Located<BlockId>> {
        self.holes.iter().filter_map(|(_, hole)| match hole {
            Hole::Block(id) => Some(id),
            _ => None,
        })
    }
}

impl<L: Clone> Prose<L> {
    /// Puts prose in the place of blocks; nothing where there is none.
    #[must_use]
    pub fn with_blocks(self, prose_of: &mut impl FnMut(Located<BlockId>) -> Option<Arc<Self>>) -> Self {
        if self.blocks().next().is_none() {
            return self;
        }
        let mut headings = self.headings.into_iter();
        let mut whole = Prose::default();
        let mut html = String::with_capacity(2 * self.html.len());
        let mut done = 0;
        for (offset, hole) in self.holes {
            let piece = &self.html[done..offset];
            html.push_str(piece);
            whole.headings.extend(headings.by_ref().take(headings_in(piece)));
            done = offset;
            let Hole::Block(id) = hole else {
                whole.holes.push((html.len(), hole));
                continue;
            };
            let Some(block) = prose_of(id) else { continue };
            whole.holes.extend(block.holes.iter().map(|(offset, hole)| (html.len() + offset, hole.clone())));
            whole.headings.extend(block.headings.iter().cloned());
            html.push_str(&block.html);
        }
        html.push_str(&self.html[done..]);
        whole.headings.extend(headings);
        Prose { html: html.into(), ..whole }
    }
}

/// How many headings begin in a piece of the HTML of a text. Each has an id, and what looks like a tag is one.
fn headings_in(html: &str) -> usize {
    let is_heading = |at: usize| {
        let rest = &html.as_bytes()[at + "<h".len()..];
        rest.first().is_some_and(u8::is_ascii_digit) && rest[1..].starts_with(b" id=\"")
    };
    memchr::memmem::find_iter(html.as_bytes(), "<h").filter(|at| is_heading(*at)).count()
}
