//! What a text itself says where its front matter is silent: its title and its summary.

use std::ops::Range;

use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;
use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::block_line;
use super::document::Document;
use super::heading;
use super::line_ends::are_joined;
use super::markdown::events;
use super::placeholders::has_placeholder;
use crate::id::BlockId;
use crate::legible;
use crate::place::Located;

/// The most characters of a summary that is made of a sentence.
const MOST_CHARACTERS: usize = 160;

/// The fewest of a sentence that stands for itself. What seems to be shorter often is an abbreviation: `z. B.`
const FEWEST_CHARACTERS: usize = 20;

/// The first heading of a text, if it is of level 1, outside of quotes and lists.
pub(super) struct TitleHeading {
    pub(super) words: Located<String>,
    range: Range<usize>,
}

impl TitleHeading {
    /// Finds the one in a range of a document.
    pub(super) fn of(document: &Document, body: Range<usize>) -> Option<Self> {
        let text = &document.text[body.clone()];
        let is_heading = |tag: &Tag| matches!(tag, Tag::Heading { .. });
        let is_title = |tag: &Tag| matches!(tag, Tag::Heading { level: HeadingLevel::H1, .. });
        let range = blocks(text, is_heading).next()?;
        // Behind another heading one of level 1 is a part of the text.
        if blocks(text, is_title).next()? != range {
            return None;
        }
        let range = body.start + range.start..body.start + range.end;
        let heading = heading::plain(&document.text[range.clone()]);
        let words = document.legible(words(&heading).trim(), &range).into_owned();
        (!words.is_empty()).then(|| Self { words: document.located(words, range.clone()), range })
    }

    /// The text with space in the place of the heading: a page shows its title once.
    pub(super) fn taken_out_of(&self, text: &str) -> String {
        let blank = text[self.range.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' });
        [&text[..self.range.start], &blank.collect::<String>(), &text[self.range.end..]].concat()
    }
}

/// What a text begins with, as far as a summary can be made of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// The shared blocks that stand before its own first sentence.
    pub blocks: Vec<BlockId>,
    /// The first sentence of its paragraphs that holds no placeholder, which nothing would fill in a list.
    pub sentence: Option<String>,
}

/// What a text begins with.
pub(super) fn of(text: &str) -> Opening {
    let mut opening = Opening::default();
    for range in blocks(text, |tag| matches!(tag, Tag::Paragraph)) {
        if let Some((block, _)) = block_line::named_by(&text[range.clone()]) {
            opening.blocks.push(block);
            continue;
        }
        // What is left out of them is said where the text itself is read.
        let words = words(&text[range]);
        let sentence = sentences(&legible::text(&words)).into_iter().find(|sentence| !has_placeholder(sentence));
        opening.sentence = sentence.map(shortened);
        if opening.sentence.is_some() {
            break;
        }
    }
    opening
}

/// Where the blocks of a kind stand, outside of all others.
fn blocks(text: &str, is_meant: impl Fn(&Tag) -> bool) -> impl Iterator<Item = Range<usize>> {
    let mut depth = 0_usize;
    events(text, 0).filter_map(move |(event, range)| match event {
        Event::Start(tag) => {
            depth += 1;
            (depth == 1 && is_meant(&tag)).then_some(range)
        }
        Event::End(_) => {
            depth -= 1;
            None
        }
        _ => None,
    })
}

/// The words of a block, on one line. Those of pictures are not read.
fn words(block: &str) -> String {
    let mut words = String::new();
    let (mut pictures, mut is_after_line) = (0_usize, false);
    for (event, _) in events(block, 0) {
        match event {
            Event::Start(Tag::Image { .. }) => pictures += 1,
            Event::End(TagEnd::Image) => pictures -= 1,
            Event::Text(text) | Event::Code(text) if pictures == 0 => {
                if is_after_line && !are_joined(words.chars().next_back(), text.chars().next()) {
                    words.push(' ');
                }
                words.push_str(&text);
                is_after_line = false;
            }
            Event::SoftBreak => is_after_line = true,
            Event::HardBreak => words.push(' '),
            _ => {}
        }
    }
    words
}

/// The sentences of a paragraph, by UAX #29.
fn sentences(paragraph: &str) -> Vec<String> {
    let ends = SentenceSegmenter::new(SentenceBreakInvariantOptions::default()).segment_str(paragraph);
    let mut sentences = Vec::new();
    let (mut start, mut last) = (0, 0);
    for end in ends.skip(1) {
        let adds_nothing = paragraph[last..end].trim_start().is_empty();
        last = end;
        // Each separator of lines ends a sentence, and there may be many in a row.
        if adds_nothing && end < paragraph.len() {
            continue;
        }
        let sentence = paragraph[start..end].trim();
        if end == paragraph.len() || sentence.chars().count() >= FEWEST_CHARACTERS {
            sentences.extend((!sentence.is_empty()).then(|| sentence.to_owned()));
            start = end;
        }
    }
    sentences
}

/// A sentence that is not too long for a list, cut between words.
fn shortened(sentence: String) -> String {
    let Some((most, _)) = sentence.char_indices().nth(MOST_CHARACTERS) else { return sentence };
    let last = sentence[..most].char_indices().nth(MOST_CHARACTERS - 1).map_or(0, |(at, _)| at);
    let end = sentence[..last].rfind(char::is_whitespace).unwrap_or(last);
    let kept =
        sentence[..end].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '–' | '-'));
    format!("{kept}…")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::SourcePath;

    #[test]
    fn the_first_heading_is_the_title() {
        for (text, title, rest) in [
            ("# Tester\n\nWords.\n", Some("Tester"), "        \n\nWords.\n"),
            ("\n\nTester *of* `all`\n===\nWords.", Some("Tester of all"), "\n\n                 \n   \nWords."),
            ("# Tester {#t}\n", Some("Tester"), "             \n"),
            ("Tester {#t}\n===\n", Some("Tester"), "           \n   \n"),
            ("## Tasks\n\n# Profile\n", None, ""),
            (
                "![Logo](a.png)\n\n# ![x](b.png) Tester #\n",
                Some("Tester"),
                "![Logo](a.png)\n\n                      \n",
            ),
            ("> # Quoted\n\n## Second\n", None, ""),
            ("# \n\nWords.", None, ""),
            ("", None, ""),
        ] {
            let file = SourcePath::from("content/a/b/en.md");
            let document = Document::new(&file, text.as_bytes()).unwrap_or_else(|_| panic!("it is text"));
            let heading = TitleHeading::of(&document, 0..text.len());
            assert_eq!(heading.as_ref().map(|heading| heading.words.value.as_str()), title, "{text:?}");
            assert_eq!(heading.map(|heading| heading.taken_out_of(text)).unwrap_or_default(), rest, "{text:?}");
        }
    }

    #[test]
    fn blocks_may_come_first() {
        let expected =
            Opening { blocks: vec!["a".into(), "b".into()], sentence: Some("We look for a tester.".to_owned()) };
        assert_eq!(of("## brief\n\n{{ block a }}\n\n{{block b}}\n\nWe look for a tester.\n\n{{ block c }}"), expected);
    }

    #[test]
    fn the_first_sentence_is_the_summary() {
        let long = "word ".repeat(50);
        for (text, sentence) in [
            ("## brief\n\nWe look for a tester. Apply now.", "We look for a tester."),
            ("- an item\n\nWe look\nfor **a [tester](x)**!\nApply.", "We look for a tester!"),
            ("Wir suchen z. B. Leute mit Erfahrung. Mehr nicht.", "Wir suchen z. B. Leute mit Erfahrung."),
            ("At {company} we test what we build. Apply to the team today.", "Apply to the team today."),
            ("我们正在寻找一位有经验的软件测试工程师。请立即申请。", "我们正在寻找一位有经验的软件测试工程师。"),
            ("我们正在寻找一位有经验的\n软件测试工程师。", "我们正在寻找一位有经验的软件测试工程师。"),
            ("Short.", "Short."),
            ("\u{2028}\u{2028}We look for a tester.\u{2028}\u{2028}Apply now.", "We look for a tester."),
            (&long, &format!("{}…", "word ".repeat(31).trim_end())),
        ] {
            assert_eq!(of(text).sentence.as_deref(), Some(sentence), "{text}");
        }
        for text in ["", "# A\n\n- b", "Only at {company}."] {
            assert_eq!(of(text), Opening::default(), "{text}");
        }
    }
}
