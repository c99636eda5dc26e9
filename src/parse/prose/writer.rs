//! Making a text, and texts of other texts.

use std::ops::Range;
use std::sync::Arc;

use super::{Hole, Link, Mark, Prose, Tag, length_of};
use crate::id::BlockId;
use crate::parse::heading::Heading;
use crate::parse::line_ends::are_joined;
use crate::place::Located;

/// Initial room in bytes for words; most parts have fewer.
const MOST_WORDS: usize = 1 << 12;

/// Initial room for marks.
const MOST_MARKS: usize = 1 << 6;

/// A text that is being made.
pub(in crate::parse) struct Writer<L> {
    words: String,
    marks: Vec<Mark>,
    /// The elements that have begun and not ended.
    open: Vec<Tag>,
    holes: Vec<Hole<L>>,
    headings: Vec<Heading>,
    /// The words with which a line has ended, among the marks.
    line_end: Option<usize>,
}

impl<L> Writer<L> {
    pub(in crate::parse) fn new() -> Self {
        Self {
            words: String::with_capacity(MOST_WORDS),
            marks: Vec::with_capacity(MOST_MARKS),
            open: Vec::new(),
            holes: Vec::new(),
            headings: Vec::new(),
            line_end: None,
        }
    }

    pub(in crate::parse) fn finish(self) -> Prose<L> {
        let Self { words, marks, holes, headings, .. } = self;
        Prose { words: words.into(), marks: marks.into(), holes, headings }
    }

    /// Begins an element other than a link.
    pub(in crate::parse) fn start(&mut self, tag: Tag) {
        self.marks.push(Mark::Start(tag));
        self.open.push(tag);
    }

    /// Ends the element that began last.
    pub(in crate::parse) fn end(&mut self) {
        self.marks.extend(self.open.pop().map(Mark::End));
    }

    /// Ends a heading.
    pub(in crate::parse) fn end_heading(&mut self, heading: Heading) {
        self.end();
        self.headings.push(heading);
    }

    /// How many headings have ended.
    pub(in crate::parse) fn count_of_headings(&self) -> usize {
        self.headings.len()
    }

    pub(in crate::parse) fn words(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        self.join_lines(words);
        self.words.push_str(words);
        match self.marks.last_mut() {
            Some(Mark::Words(length)) => *length += length_of(words),
            _ => self.marks.push(Mark::Words(length_of(words))),
        }
    }

    /// Ends a line of a paragraph.
    pub(in crate::parse) fn line_end(&mut self) {
        self.words("\n");
        self.line_end = Some(self.marks.len() - 1);
    }

    /// Takes out the end of the line before words that are written without space.
    fn join_lines(&mut self, words: &str) {
        let Some(at) = self.line_end.take() else { return };
        let is_inline = |mark: &Mark| matches!(mark, Mark::Start(tag) | Mark::End(tag) if !tag.is_block());
        if !self.marks[at + 1..].iter().all(is_inline) {
            return;
        }
        let before = self.words[..self.words.len() - 1].chars().next_back();
        if are_joined(before, words.chars().next())
            && let Mark::Words(length) = &mut self.marks[at]
        {
            *length -= 1;
            self.words.pop();
        }
    }

    pub(in crate::parse) fn code(&mut self, code: &str) {
        self.words.push_str(code);
        self.marks.push(Mark::Code(length_of(code)));
    }

    /// Lines of code, of which the first is what is said of them.
    pub(in crate::parse) fn code_block(&mut self, lines: &str) {
        self.words.push_str(lines);
        self.marks.push(Mark::CodeBlock(length_of(lines)));
    }

    pub(in crate::parse) fn line_break(&mut self) {
        self.marks.push(Mark::Break);
    }

    pub(in crate::parse) fn rule(&mut self) {
        self.marks.push(Mark::Rule);
    }

    pub(in crate::parse) fn hole(&mut self, hole: Hole<L>) {
        if matches!(hole, Hole::Link(_)) {
            self.start(Tag::Link);
        } else {
            self.marks.push(Mark::Hole);
        }
        self.holes.push(hole);
    }
}

impl<L: Clone> Prose<L> {
    /// Puts prose in the place of blocks; nothing where there is none.
    #[must_use]
    pub fn with_blocks(self, prose_of: &mut impl FnMut(Located<BlockId>) -> Option<Arc<Self>>) -> Self {
        if self.blocks().next().is_none() {
            return self;
        }
        let mut whole = Writer::new();
        let (mut holes, mut headings) = (self.holes.into_iter(), self.headings.into_iter());
        let mut words = &*self.words;
        for mark in &*self.marks {
            let (own, rest) = words.split_at(mark.length());
            whole.words.push_str(own);
            words = rest;
            match *mark {
                Mark::End(Tag::Heading(_)) => whole.headings.extend(headings.next()),
                Mark::Start(Tag::Link) | Mark::Hole => match holes.next().expect("each mark of a hole has one") {
                    Hole::Block(id) => {
                        if let Some(block) = prose_of(id) {
                            whole.append(&block);
                        }
                        continue;
                    }
                    hole => whole.holes.push(hole),
                },
                _ => {}
            }
            whole.marks.push(*mark);
        }
        whole.finish()
    }
}

impl<L: Clone> Writer<L> {
    fn append(&mut self, prose: &Prose<L>) {
        self.words.push_str(&prose.words);
        self.marks.extend_from_slice(&prose.marks);
        self.holes.extend_from_slice(&prose.holes);
        self.headings.extend_from_slice(&prose.headings);
    }
}

impl<L> Prose<L> {
    /// Makes links of ranges of all words, which lie in running text, in ascending order and without overlap.
    #[must_use]
    pub fn with_mentions(self, mentions: impl IntoIterator<Item = (Range<usize>, L)>) -> Self {
        let mut mentions = mentions.into_iter().peekable();
        if mentions.peek().is_none() {
            return self;
        }
        let mut marks = Vec::with_capacity(self.marks.len() + 4 * mentions.size_hint().0);
        let mut holes = Vec::with_capacity(self.holes.len() + mentions.size_hint().0);
        let mut old = self.holes.into_iter();
        let mut at = 0;
        for mark in &*self.marks {
            match *mark {
                Mark::Words(length) => {
                    let end = at + length as usize;
                    while let Some((range, target)) = mentions.next_if(|(range, _)| range.start < end) {
                        marks.extend(words_mark(at..range.start));
                        marks.push(Mark::Start(Tag::Link));
                        holes.push(Hole::Link(Link { target, title: String::new(), is_mention: true }));
                        marks.extend(words_mark(range.clone()));
                        marks.push(Mark::End(Tag::Link));
                        at = range.end;
                    }
                    marks.extend(words_mark(at..end));
                    at = end;
                    continue;
                }
                Mark::Start(Tag::Link) | Mark::Hole => holes.extend(old.next()),
                _ => at += mark.length(),
            }
            marks.push(*mark);
        }
        Self { words: self.words, marks: marks.into(), holes, headings: self.headings }
    }

    /// The same text in other words. Code is changed, too.
    #[must_use]
    pub fn in_other_words(&self, change: impl Fn(&str) -> String, heading: impl Fn(&Heading) -> Heading) -> Self
    where
        L: Clone,
    {
        let mut words = String::with_capacity(2 * self.words.len());
        let mut rest = &*self.words;
        let marks = self.marks.iter().map(|mark| {
            let (own, behind) = rest.split_at(mark.length());
            rest = behind;
            // What is said of a code block is for programs.
            let is_said = matches!(mark, Mark::CodeBlock(_));
            let kept = own.find('\n').filter(|_| is_said).map_or(0, |at| at + 1);
            let before = words.len();
            words.push_str(&own[..kept]);
            words.push_str(&change(&own[kept..]));
            mark.of(&words[before..])
        });
        let marks = marks.collect();
        let headings = self.headings.iter().map(heading).collect();
        Self { words: words.into(), marks, holes: self.holes.clone(), headings }
    }
}

/// The mark of a range of words, if there are any.
fn words_mark(range: Range<usize>) -> Option<Mark> {
    let length = u32::try_from(range.len()).expect("a part of a text is shorter than its limit");
    (length > 0).then_some(Mark::Words(length))
}
