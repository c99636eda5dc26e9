//! Markdown as it is read on a terminal: headings are bold, code is indented, lines are as long as the terminal is wide, and
//! where a link leads stands behind its words. Knows what the pages of `docs/diagnostics/` are written in, no more.

use std::fmt::{Display, Write};

use anstyle::Style;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use textwrap::{Options, WordSplitter, fill, indent};

const BOLD: Style = Style::new().bold();

/// Shows a page. `address` says what stands for the target of a link.
pub(super) fn for_terminal(markdown: &str, width: usize, address: &dyn Fn(&str) -> String) -> String {
    let mut page = Page {
        width,
        address,
        shown: String::new(),
        words: String::new(),
        target: String::new(),
        last: Block::Paragraph,
    };
    for event in Parser::new(markdown) {
        page.take(event);
    }
    page.shown
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Block {
    Paragraph,
    Item,
    Code,
}

struct Page<'p> {
    width: usize,
    address: &'p dyn Fn(&str) -> String,
    shown: String,
    /// The words of the block that is being read.
    words: String,
    /// What stands for the target of the link that is being read.
    target: String,
    last: Block,
}

impl Page<'_> {
    fn take(&mut self, event: Event) {
        match event {
            Event::Text(text) => self.words += &text,
            Event::Code(code) => self.add(format_args!("`{code}`")),
            Event::SoftBreak => self.words.push(' '),
            Event::Start(Tag::Heading { .. } | Tag::Strong) => self.add(BOLD),
            Event::Start(Tag::Link { dest_url, .. }) => self.target = (self.address)(&dest_url),
            Event::End(TagEnd::Strong) => self.add(BOLD.render_reset()),
            Event::End(TagEnd::Link) => {
                let target = std::mem::take(&mut self.target);
                self.add(format_args!(" ({target})"));
            }
            Event::End(TagEnd::Heading(_)) => {
                self.add(BOLD.render_reset());
                self.show(Block::Paragraph);
            }
            Event::End(TagEnd::Paragraph) => self.show(Block::Paragraph),
            Event::End(TagEnd::Item) => self.show(Block::Item),
            Event::End(TagEnd::CodeBlock) => self.show(Block::Code),
            _ => {}
        }
    }

    fn add(&mut self, words: impl Display) {
        let _ = write!(self.words, "{words}");
    }

    /// Shows the block that has been read, with an empty line before it unless it goes on with a list.
    fn show(&mut self, block: Block) {
        let words = std::mem::take(&mut self.words);
        if !self.shown.is_empty() && (block, self.last) != (Block::Item, Block::Item) {
            self.shown.push('\n');
        }
        self.shown += &match block {
            Block::Paragraph => in_lines(&words, self.width, ("", "")),
            Block::Item => in_lines(&words, self.width, ("- ", "  ")),
            Block::Code => indent(words.trim_end(), "    "),
        };
        self.shown.push('\n');
        self.last = block;
    }
}

/// Words in lines of a width, with what stands before the first line and before the others. What may be copied is not divided.
pub(super) fn in_lines(words: &str, width: usize, (first, others): (&str, &str)) -> String {
    let options = Options::new(width).initial_indent(first).subsequent_indent(others);
    fill(words, options.break_words(false).word_splitter(WordSplitter::NoHyphenation))
}

#[cfg(test)]
mod tests {
    use anstream::adapter::strip_str;
    use insta::assert_snapshot;

    use super::*;

    const PAGE: &str = "\
# broken-link

A link leads nowhere; see [content.md](../content.md) and **all** the other pages.

- Correct `@job-descriptions/tester-of-software`
- or this one

```toml
key = \"a line that is longer than the terminal is wide, and stays one\"

[table]
```

The end.
";

    #[test]
    fn a_page_is_shown_as_text() {
        let shown = for_terminal(PAGE, 40, &|link| link.replace("../", "https://example.org/"));
        assert!(shown.starts_with("\u{1b}[1mbroken-link\u{1b}[0m\n"), "{shown}");
        assert_snapshot!(strip_str(&shown), @r#"
        broken-link

        A link leads nowhere; see content.md
        (https://example.org/content.md) and all
        the other pages.

        - Correct
          `@job-descriptions/tester-of-software`
        - or this one

            key = "a line that is longer than the terminal is wide, and stays one"

            [table]

        The end.
        "#);
    }
}
