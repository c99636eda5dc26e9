//! Words of a paragraph.

use docx_rs::{BreakType, Hyperlink, HyperlinkData, HyperlinkType, Paragraph, Run};
use url::Url;

use crate::legible;
use crate::resolve::library::Destination;

/// How words stand out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Emphasis {
    Bold,
    Italic,
    Strike,
    /// What an employer fills in.
    Highlight,
    /// What leads elsewhere.
    Link,
}

/// Words that become a paragraph, each run of the same emphasis for itself. They are gathered beside it: a paragraph is large.
#[derive(Default)]
pub(super) struct Runs {
    all: Vec<Inline>,
    /// Whether any of them is more than space.
    are_seen: bool,
    /// How the words stand out that come next.
    emphasis: Vec<Emphasis>,
    /// The link that is open, if it leads out of the site.
    link: Option<Hyperlink>,
    /// How many links the document has. Each has an id, which the library would count across documents.
    links: usize,
}

enum Inline {
    Run(Box<Run>),
    Link(Hyperlink),
}

impl Runs {
    pub(super) fn words(&mut self, words: &str) {
        self.are_seen |= !words.trim().is_empty();
        let run = self.emphasis.iter().copied().fold(Run::new().add_text(words.replace('\n', " ")), emphasised);
        self.push(run);
    }

    pub(super) fn within(&mut self, emphasis: Emphasis, add: impl FnOnce(&mut Self)) {
        self.start(emphasis);
        add(self);
        self.end();
    }

    pub(super) fn placeholder(&mut self, words: &str) {
        self.within(Emphasis::Highlight, |runs| runs.words(&legible::text(words)));
        self.are_seen = true;
    }

    pub(super) fn picture(&mut self, alt: &str) {
        self.words(alt);
        self.are_seen = true;
    }

    pub(super) fn line_break(&mut self) {
        self.push(Run::new().add_break(BreakType::TextWrapping));
        self.are_seen = true;
    }

    pub(super) fn start(&mut self, emphasis: Emphasis) {
        self.emphasis.push(emphasis);
    }

    pub(super) fn end(&mut self) {
        self.emphasis.pop();
    }

    /// Begins a link. One that leads within the site becomes words: where the document is read, there is no site around it.
    pub(super) fn start_link(&mut self, target: &Destination) {
        let Destination::External(address) = target else { return };
        // Word takes a document for broken in which an address is none.
        let Ok(address) = Url::parse(address) else { return };
        let mut link = Hyperlink::new(address, HyperlinkType::External);
        self.links += 1;
        if let HyperlinkData::External { rid, .. } = &mut link.link {
            *rid = format!("rIdLink{:06}", self.links);
        }
        self.link = Some(link);
        self.start(Emphasis::Link);
    }

    pub(super) fn end_link(&mut self) {
        if let Some(link) = self.link.take() {
            self.all.push(Inline::Link(link));
            self.end();
        }
    }

    pub(super) fn push(&mut self, run: Run) {
        match self.link.take() {
            Some(link) => self.link = Some(link.add_run(run)),
            None => self.all.push(Inline::Run(Box::new(run))),
        }
    }

    /// Whether there is more than space.
    pub(super) fn are_seen(&self) -> bool {
        self.are_seen
    }

    pub(super) fn clear(&mut self) {
        self.all.clear();
        self.are_seen = false;
    }

    /// Puts the words into a paragraph.
    pub(super) fn put_into(&mut self, paragraph: Paragraph) -> Paragraph {
        self.are_seen = false;
        self.all.drain(..).fold(paragraph, |paragraph, inline| match inline {
            Inline::Run(run) => paragraph.add_run(*run),
            Inline::Link(link) => paragraph.add_hyperlink(link),
        })
    }
}

fn emphasised(run: Run, emphasis: Emphasis) -> Run {
    match emphasis {
        Emphasis::Bold => run.bold(),
        Emphasis::Italic => run.italic(),
        Emphasis::Strike => run.strike(),
        Emphasis::Highlight => run.highlight("yellow"),
        Emphasis::Link => run.style("Hyperlink"),
    }
}
