//! What a text says in plain lines, as a reader without pictures and styles sees it: a line for each paragraph, item, heading
//! and cell.

use crate::id::PlaceholderId;
use crate::legible;
use crate::parse::prose::{Event, Prose, Tag};
use crate::resolve::library::Destination;

/// The words that stand for what an employer fills in.
type Placeholders<'f> = &'f dyn Fn(&PlaceholderId) -> String;

/// The lines of a text.
pub(super) fn lines(prose: &Prose<Destination>, placeholder: Placeholders) -> String {
    let mut lines = Lines::default();
    prose.events().for_each(|event| lines.add(&event, placeholder));
    lines.finish()
}

/// The questions in a text, each with the lines of its answer: headings of level 3 and what stands below them, up to the next
/// heading of that level or above.
pub(super) fn questions(prose: &Prose<Destination>, placeholder: Placeholders) -> Vec<(String, String)> {
    let mut questions: Vec<(Lines, Lines)> = Vec::new();
    let (mut depth, mut in_question, mut is_open) = (0_usize, false, false);
    for event in prose.events() {
        match event {
            // Those in quotes and lists are part of an answer.
            Event::Heading(heading) if depth == 0 && heading.level <= 3 => {
                is_open = heading.level == 3;
                in_question = is_open;
                questions.extend(is_open.then(Default::default));
            }
            Event::End(Tag::Heading(_)) if depth == 1 => in_question = false,
            _ => {}
        }
        match event {
            Event::Start(_) | Event::Heading(_) | Event::Link(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if let Some((question, answer)) = questions.last_mut().filter(|_| is_open) {
            let lines = if in_question { question } else { answer };
            lines.add(&event, placeholder);
        }
    }
    questions.into_iter().map(|(question, answer)| (question.finish(), answer.finish())).collect()
}

/// Lines that are being read.
#[derive(Default)]
struct Lines {
    lines: String,
    is_after_space: bool,
}

impl Lines {
    fn finish(mut self) -> String {
        self.lines.truncate(self.lines.trim_end_matches('\n').len());
        self.lines
    }

    fn add(&mut self, event: &Event<Destination>, placeholder: Placeholders) {
        match event {
            Event::Words(words) | Event::Code(words) => self.push(words),
            Event::CodeBlock { code, .. } => {
                self.end_line();
                self.push(code);
                self.end_line();
            }
            Event::Placeholder(id) => self.push(&placeholder(id)),
            Event::Heading(_) | Event::Rule => self.end_line(),
            Event::Start(tag) | Event::End(tag) if tag.is_block() => self.end_line(),
            Event::Break => self.is_after_space = true,
            Event::Start(_) | Event::End(_) | Event::Link(_) | Event::Picture(_) | Event::Block(_) => {}
        }
    }

    /// Adds words; all space between two of them is one.
    fn push(&mut self, words: &str) {
        if is_even(words) {
            return self.push_word(words);
        }
        for part in words.split_inclusive(char::is_whitespace) {
            let word = part.trim_end();
            self.push_word(&legible::text(word));
            self.is_after_space |= part.ends_with(char::is_whitespace);
        }
    }

    /// Adds one word, or several with one space between two of them.
    fn push_word(&mut self, word: &str) {
        if word.is_empty() {
            return;
        }
        if self.is_after_space && !self.starts_line() {
            self.lines.push(' ');
        }
        self.lines.push_str(word);
        self.is_after_space = false;
    }

    fn end_line(&mut self) {
        if !self.starts_line() {
            self.lines.push('\n');
        }
        self.is_after_space = false;
    }

    fn starts_line(&self) -> bool {
        self.lines.is_empty() || self.lines.ends_with('\n')
    }
}

/// Whether words can be taken as they are: single spaces between them, none around them, and no other space nor a character
/// that XML has no form for.
fn is_even(words: &str) -> bool {
    // The first bytes of all space beyond ASCII, and of what XML has no form for. Most texts have none of them, which is
    // found without looking at each character.
    let may_be_uneven = |byte: u8| byte < b' ' || matches!(byte, 0xC2 | 0xE1 | 0xE2 | 0xE3 | 0xEF);
    let is_uneven = |c: char| c != ' ' && c.is_whitespace() || !legible::is_legible(c);
    !words.starts_with(' ')
        && !words.ends_with(' ')
        && !words.contains("  ")
        && (!words.bytes().fold(false, |found, byte| found | may_be_uneven(byte)) || !words.contains(is_uneven))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_is_one() {
        for (pieces, expected) in [
            (vec!["a ", "b\n", "c"], "a b c"),
            (vec![" a\u{a0}b "], "a b"),
            (vec!["a \u{2013} b\u{2019}s  c\u{3000}\u{2014}\n"], "a \u{2013} b\u{2019}s c \u{2014}"),
            (vec!["a\u{1}\u{ffff}b\u{1f600}"], "ab\u{1f600}"),
            (vec![], ""),
        ] {
            let mut lines = Lines::default();
            for words in &pieces {
                lines.push(words);
            }
            assert_eq!(lines.finish(), expected, "{pieces:?}");
        }
    }
}
