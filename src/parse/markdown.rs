//! Markdown to HTML with holes.
//!
//! A text is turned into HTML once. Where the HTML depends on the reader's locale or on the rest of the library (a link
//! to an entry, a placeholder) it has a hole, which rendering fills.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};

use super::block_line;
use super::document::Document;
use super::false_headings;
use super::heading::{self, Anchor, Heading, Words};
use super::link::LinkTarget;
use super::placeholders::PLACEHOLDER;
pub use super::prose::{Hole, Loading, Prose};
use crate::diagnostic::{Code, Diagnostic};
use crate::id::{PlaceholderId, is_section_key};
use crate::locale::LocaleCode;
use crate::markup::escaped;
use crate::place::Located;
use crate::slug::heading_id;

/// A part of a role's Markdown: what stands under one level-2 heading, or before the first.
pub(super) struct HeadedProse {
    /// `None` before the first heading.
    pub(super) heading: Option<PartHeading>,
    /// Where the part's text begins.
    pub(super) start: usize,
    pub(super) prose: Prose<Located<LinkTarget>>,
}

/// The heading of a part.
pub(super) struct PartHeading {
    pub(super) words: Vec<Words>,
    pub(super) prose: Prose<Located<LinkTarget>>,
    /// The id, if its author wrote one.
    pub(super) id: Option<Located<String>>,
    pub(super) range: Range<usize>,
}

const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

/// Initial buffer size in bytes of HTML; most parts fit.
const MOST_PARTS: usize = 1 << 12;

/// Initial room for the events of a part.
const MOST_EVENTS: usize = 1 << 5;

/// Stands for a hole while the HTML is made. No document has this character.
const HOLE: &str = "\0";

/// The same in an address, where the Markdown library encodes it. All addresses of authors are in holes.
const ENCODED_HOLE: &str = "%00";

/// Reads a range of a document as one text.
pub(super) fn parse(document: &Document, range: Range<usize>, locale: &LocaleCode) -> Prose<Located<LinkTarget>> {
    let written = heading::written(document, range.clone(), locale, headings);
    let mut reader = ProseReader::new(document, locale, "", &written.ids);
    for (event, span) in events(&written.text, range.start) {
        reader.read(event, span);
    }
    reader.finish()
}

/// Reads a range of a document in parts, cut at its headings of level 2, and of level 1, which count as such. Those within
/// quotes and lists do not.
pub(super) fn parse_parts(document: &Document, range: Range<usize>, locale: &LocaleCode) -> Vec<HeadedProse> {
    let mut parts = Vec::new();
    let (mut heading, mut start) = (None, range.start);
    let written = heading::written(document, range.clone(), locale, headings);
    let mut reader = ProseReader::new(document, locale, "", &written.ids);
    let mut depth = 0_usize;
    let mut events = events(&written.text, range.start);
    while let Some((event, span)) = events.next() {
        match event {
            Event::Start(Tag::Heading { level: level @ (HeadingLevel::H1 | HeadingLevel::H2), .. }) if depth == 0 => {
                parts.push(HeadedProse { heading, start, prose: reader.finish() });
                let inner = events.by_ref().take_while(|(event, _)| !matches!(event, Event::End(TagEnd::Heading(_))));
                let (words, prose) = heading_itself(ProseReader::new(document, locale, "", &written.ids), inner);
                report_second_title(document, level, &words, &span);
                let prefix = heading_id(&heading::text(&words, |id| format!("-{id}-")), locale);
                reader = ProseReader::new(document, locale, &format!("{prefix}-"), &written.ids);
                start = span.end;
                heading = Some(PartHeading { words, prose, id: written.ids.get(&span.start).cloned(), range: span });
                continue;
            }
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        reader.read(event, span);
    }
    parts.push(HeadedProse { heading, start, prose: reader.finish() });
    parts
}

/// The words of a heading and, unless they may be a key, the heading itself, read from what stands within it.
fn heading_itself<'t>(
    mut reader: ProseReader<'_, 't>,
    inner: impl Iterator<Item = (Event<'t>, Range<usize>)>,
) -> (Vec<Words>, Prose<Located<LinkTarget>>) {
    inner.for_each(|(event, span)| reader.read(event, span));
    let words = heading_words(&reader.events, &reader.holes);
    // Most are keys, of which nothing else is shown than their message.
    let is_key = matches!(words.as_slice(), [Words::Written(words)] if is_section_key(words));
    let prose = if is_key { Prose::default() } else { reader.finish() };
    (words, prose)
}

/// A page has one title, which its front matter or its first heading gives. Another heading of level 1 is reported.
fn report_second_title(document: &Document, level: HeadingLevel, words: &[Words], range: &Range<usize>) {
    if level == HeadingLevel::H1 && !heading::is_empty(words) {
        let diagnostic =
            Diagnostic::warning(Code::InvalidValue, "this heading stands as high as the title of the page");
        let help = "it is shown as a heading of level 2; write `##`, or remove it if it is the title";
        document.report(diagnostic.help(help), range.clone());
    }
}

/// Where the headings of a range of a document stand.
fn headings(document: &Document, range: Range<usize>) -> Vec<Range<usize>> {
    let events = events(&document.text[range.clone()], range.start);
    events.filter(|(event, _)| matches!(event, Event::Start(Tag::Heading { .. }))).map(|(_, span)| span).collect()
}

/// The events of a text that begins at an offset of a document, with their places in the document.
pub(super) fn events(text: &str, offset: usize) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let events = Parser::new_ext(text, OPTIONS).into_offset_iter();
    events.map(move |(event, span)| (event, span.start + offset..span.end + offset))
}

/// Makes prose of events.
struct ProseReader<'d, 't> {
    document: &'d Document<'d>,
    locale: &'d LocaleCode,
    /// What the ids of headings begin with, so that those of different parts of a page differ.
    id_prefix: String,
    /// The ids that authors wrote, by the offsets of their headings.
    written: &'d BTreeMap<usize, Located<String>>,
    /// Where among the events and the holes the heading begins that is open, and the id that its author wrote.
    heading: Option<(usize, usize, Option<Located<String>>)>,
    events: Vec<Event<'t>>,
    /// How many images are open.
    images: usize,
    /// Whether a code block is open.
    verbatim: bool,
    /// Whether the paragraph is open that stands for a block.
    in_block: bool,
    /// Whether there is a table.
    has_table: bool,
    holes: Vec<Hole<Located<LinkTarget>>>,
    headings: Vec<Heading>,
}

impl<'d, 't> ProseReader<'d, 't> {
    fn new(
        document: &'d Document<'d>,
        locale: &'d LocaleCode,
        id_prefix: &str,
        written: &'d BTreeMap<usize, Located<String>>,
    ) -> Self {
        Self {
            document,
            locale,
            id_prefix: id_prefix.to_owned(),
            written,
            heading: None,
            events: Vec::with_capacity(MOST_EVENTS),
            images: 0,
            verbatim: false,
            in_block: false,
            has_table: false,
            holes: Vec::new(),
            headings: Vec::new(),
        }
    }

    fn finish(self) -> Prose<Located<LinkTarget>> {
        let mut marked = String::with_capacity(MOST_PARTS);
        html::push_html(&mut marked, self.events.into_iter());
        // Where a site's security policy forbids styles in pages, a class still aligns the columns of a table.
        if self.has_table {
            marked = marked.replace(" style=\"text-align: ", " class=\"align-");
        }
        if self.holes.is_empty() {
            return Prose { html: marked.into(), holes: Vec::new(), headings: self.headings };
        }
        let (html, offsets) = without_marks(&marked);
        assert_eq!(offsets.len(), self.holes.len(), "each hole has left its mark");
        Prose { html: html.into(), holes: offsets.into_iter().zip(self.holes).collect(), headings: self.headings }
    }

    fn read(&mut self, event: Event<'t>, span: Range<usize>) {
        let event = if self.document.is_suspect { self.legible(event, &span) } else { event };
        if self.images > 0 {
            return self.alternative_text(event);
        }
        if self.in_block {
            self.in_block = !matches!(event, Event::End(TagEnd::Paragraph));
            return;
        }
        match event {
            Event::Start(Tag::Paragraph)
                if let Some((id, range)) = block_line::named_by(&self.document.text[span.clone()]) =>
            {
                let range = span.start + range.start..span.start + range.end;
                self.hole(Hole::Block(self.document.located(id, range)));
                self.in_block = true;
            }
            Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                let target = link_target(link_type, &dest_url);
                self.hole(Hole::Link(self.document.located(target, self.address(&span, &dest_url))));
                let title = self.document.legible_markdown(title, &span);
                let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escaped(&title)) };
                self.events.push(Event::InlineHtml(format!("{title}>").into()));
            }
            Event::End(TagEnd::Link) => self.events.push(Event::InlineHtml("</a>".into())),
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                let at = self.address(&span, &dest_url);
                if self.document.text[span.clone()].starts_with("![]") {
                    self.document.report(missing_alt(&dest_url), span.clone());
                }
                let source = self.document.located(LinkTarget::read_picture(&dest_url), at);
                self.holes.push(Hole::Picture(source, Loading::Lazy));
                let title = self.document.legible_markdown(title, &span);
                self.events.push(Event::Start(Tag::Image { link_type, dest_url: HOLE.into(), title, id }));
                self.images += 1;
            }
            Event::Text(words) if !self.verbatim && memchr::memchr(b'{', words.as_bytes()).is_some() => {
                self.text(&words, &span);
            }
            Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                self.heading = Some((self.events.len(), self.holes.len(), self.written.get(&span.start).cloned()));
                self.events.push(Event::Start(Tag::Heading { level: below_title(level), id, classes, attrs }));
            }
            Event::End(TagEnd::Heading(level)) => self.end_of_heading(level, span),
            Event::Start(Tag::Paragraph) => {
                false_headings::report(self.document, span);
                self.events.push(event);
            }
            Event::Html(html) | Event::InlineHtml(html) => self.raw_html(html, span),
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
            other => {
                match other {
                    Event::Start(Tag::CodeBlock(_)) => self.verbatim = true,
                    Event::End(TagEnd::CodeBlock) => self.verbatim = false,
                    Event::Start(Tag::Table(_)) => self.has_table = true,
                    _ => {}
                }
                self.events.push(other);
            }
        }
    }

    fn legible(&self, event: Event<'t>, span: &Range<usize>) -> Event<'t> {
        match event {
            Event::Text(words) => Event::Text(self.document.legible_markdown(words, span)),
            Event::Code(words) => Event::Code(self.document.legible_markdown(words, span)),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                let language = self.document.legible_markdown(language, span);
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language)))
            }
            other => other,
        }
    }

    /// What stands in an image becomes its `alt` attribute: words only, no holes.
    fn alternative_text(&mut self, event: Event<'t>) {
        match &event {
            Event::Start(Tag::Image { .. }) => self.images += 1,
            Event::End(TagEnd::Image) => self.images -= 1,
            other => {
                // Space alone says that there is nothing to be said.
                let starts = matches!(self.events.last(), Some(Event::Start(Tag::Image { .. })));
                let words = words(other).map(|words| if starts { words.trim_start() } else { words });
                self.events.extend(words.map(|words| Event::Text(words.to_owned().into())));
            }
        }
        if self.images == 0 {
            self.events.push(event);
        }
    }

    fn hole(&mut self, hole: Hole<Located<LinkTarget>>) {
        self.holes.push(hole);
        self.events.push(Event::InlineHtml(HOLE.into()));
    }

    /// Where in a link its address stands, so that a broken link is underlined there.
    fn address(&self, link: &Range<usize>, address: &str) -> Range<usize> {
        self.document.text[link.clone()].rfind(address).map_or(link.clone(), |at| {
            let start = link.start + at;
            start..start + address.len()
        })
    }

    /// Text, with a hole for each placeholder, unless a backslash before the brace says that it is none.
    fn text(&mut self, words: &str, span: &Range<usize>) {
        let escaped = self.document.text[..span.start].ends_with('\\');
        if let Some(range) = block_line::misplaced_in(words).filter(|range| !escaped || range.start > 0) {
            self.document.report(block_line::misplaced(), span.start + range.start..span.start + range.end);
        }
        let mut done = 0;
        for found in PLACEHOLDER.captures_iter(words) {
            let whole = found.get(0).expect("the match itself");
            if escaped && whole.start() == 0 {
                continue;
            }
            self.events.push(Event::Text(words[done..whole.start()].to_owned().into()));
            let range = span.start + whole.start()..span.start + whole.end();
            let id = self.document.located(PlaceholderId::from(&found[1]), range);
            self.hole(Hole::Placeholder(id));
            done = whole.end();
        }
        self.events.push(Event::Text(words[done..].to_owned().into()));
    }

    /// Gives the heading that ends here its id.
    fn end_of_heading(&mut self, level: HeadingLevel, span: Range<usize>) {
        let (start, first_hole, written) = self.heading.take().expect("a heading starts before it ends");
        let words = heading_words(&self.events[start..], &self.holes[first_hole..]);
        report_second_title(self.document, level, &words, &span);
        let level = below_title(level);
        if heading::is_empty(&words) {
            let diagnostic = Diagnostic::warning(Code::InvalidValue, "this heading has no words");
            self.document.report(diagnostic.help("write some, or remove the heading"), span);
        }
        let number = self.headings.len() + 1;
        let made = || match heading_id(&heading::text(&words, |id| format!("-{id}-")), self.locale) {
            slug if slug.is_empty() => format!("{}section-{number}", self.id_prefix),
            slug => format!("{}{slug}", self.id_prefix),
        };
        let anchor = Anchor::new(written, made);
        if let Event::Start(Tag::Heading { id: attribute, .. }) = &mut self.events[start] {
            *attribute = Some(anchor.id.clone().into());
        }
        self.headings.push(Heading { level: level as u8, anchor, words });
        self.events.push(Event::End(TagEnd::Heading(level)));
    }

    /// HTML is not let through: content comes from many hands, and pages must stay valid. Comments are dropped.
    fn raw_html(&mut self, html: CowStr<'t>, span: Range<usize>) {
        if html.trim_start().starts_with("<!--") {
            return;
        }
        // Markdown has no other way to end a line within a table.
        if is_line_break(&html) {
            return self.events.push(Event::HardBreak);
        }
        let diagnostic = Diagnostic::warning(Code::RawHtml, "HTML in Markdown is shown as text");
        let shown = self.document.legible_markdown(html, &span);
        self.document.report(diagnostic.help("use Markdown, or put a backslash before `<`"), span);
        self.events.push(Event::Text(shown));
    }
}

/// Whether HTML is `<br>`, `<br/>` or the like.
fn is_line_break(html: &str) -> bool {
    let name = html.trim().strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    name.is_some_and(|name| name.trim_end_matches(['/', ' ']).eq_ignore_ascii_case("br"))
}

/// The level of a heading on a page that has a title.
fn below_title(level: HeadingLevel) -> HeadingLevel {
    level.max(HeadingLevel::H2)
}

/// What to say of a picture without words in its place.
fn missing_alt(address: &str) -> Diagnostic {
    let message = "this picture has no description for those who cannot see it";
    let help = format!("write one: `![…]({address})`; if it is mere decoration, put a space: `![ ]({address})`");
    Diagnostic::hint(Code::MissingAlt, message).help(help)
}

fn link_target(link_type: LinkType, address: &str) -> LinkTarget {
    match link_type {
        LinkType::Email => LinkTarget::External(format!("mailto:{address}")),
        _ => LinkTarget::read(address),
    }
}

fn words<'e>(event: &'e Event) -> Option<&'e str> {
    match event {
        Event::Text(text) | Event::Code(text) => Some(text),
        Event::SoftBreak | Event::HardBreak => Some(" "),
        _ => None,
    }
}

/// The words of a heading: of its events and of the holes that they leave.
fn heading_words(events: &[Event], holes: &[Hole<Located<LinkTarget>>]) -> Vec<Words> {
    let mut holes = holes.iter();
    let mut all: Vec<Words> = Vec::new();
    for event in events {
        let hole = match event {
            Event::InlineHtml(html) if &**html == HOLE => holes.next(),
            Event::Start(Tag::Image { .. }) => holes.next(),
            _ => None,
        };
        match (hole, words(event), all.last_mut()) {
            (Some(Hole::Placeholder(id)), ..) => all.push(Words::Placeholder(id.value.clone())),
            (_, Some(more), Some(Words::Written(words))) => words.push_str(more),
            (_, Some(words), _) => all.push(Words::Written(words.to_owned())),
            _ => {}
        }
    }
    all
}

/// Takes the marks out of the HTML and says where they were.
fn without_marks(marked: &str) -> (String, Vec<usize>) {
    let mut html = String::with_capacity(marked.len());
    let mut offsets = Vec::new();
    let mut rest = marked;
    while let Some((at, length)) = next_mark(rest) {
        html.push_str(&rest[..at]);
        offsets.push(html.len());
        rest = &rest[at + length..];
    }
    html.push_str(rest);
    (html, offsets)
}

/// Where the next mark is, and how long.
fn next_mark(html: &str) -> Option<(usize, usize)> {
    const IMAGE: &str = "<img src=\"";
    let plain = memchr::memchr(HOLE.as_bytes()[0], html.as_bytes()).map(|at| (at, HOLE.len()));
    let before = plain.map_or(html.len(), |(at, _)| at);
    let mut images = memchr::memmem::find_iter(&html.as_bytes()[..before], IMAGE).map(|at| at + IMAGE.len());
    let in_image =
        images.find(|at| html[*at..].starts_with(ENCODED_HOLE) && html[at + ENCODED_HOLE.len()..].starts_with('"'));
    in_image.map(|at| (at, ENCODED_HOLE.len())).or(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::SourcePath;

    fn shown(markdown: &str) -> (String, usize) {
        let file = SourcePath::from("a.md");
        let document = Document::new(&file, markdown.as_bytes()).unwrap();
        let prose = parse(&document, 0..markdown.len(), &"de".parse().unwrap());
        let mut html = prose.html.to_string();
        for (offset, hole) in prose.holes.iter().rev() {
            let filled = match hole {
                Hole::Link(target) => format!("<a href=\"{:?}\"", target.value),
                Hole::Picture(..) => "address".to_owned(),
                Hole::Placeholder(id) => format!("<{}>", id.value),
                Hole::Block(id) => format!("[{}]", id.value),
            };
            html.insert_str(*offset, &filled);
        }
        (html, document.into_diagnostics().len())
    }

    #[test]
    fn links_images_and_placeholders_are_holes() {
        assert_eq!(
            shown("At {company} [we](@hr-terms)").0,
            "<p>At <company> <a href=\"Collection(CollectionId(\"hr-terms\"))\">we</a></p>\n"
        );
        assert_eq!(
            shown("![A *{company}* [b](@x) ![c](/c.png)](/a.png) {d}").0,
            "<p><img src=\"address\" alt=\"A {company} b c\" /> <d></p>\n"
        );
    }

    #[test]
    fn escaped_braces_and_code_are_no_placeholders() {
        assert_eq!(shown(r"\{company\} `{company}`").0, "<p>{company} <code>{company}</code></p>\n");
        assert_eq!(shown("    a\n    {company}\n").0, "<pre><code>a\n{company}\n</code></pre>\n");
        assert_eq!(shown("%00 `%00`").0, "<p>%00 <code>%00</code></p>\n");
    }

    #[test]
    fn html_is_shown_as_text_and_reported() {
        assert_eq!(shown("a <b>c</b>"), ("<p>a &lt;b&gt;c&lt;/b&gt;</p>\n".to_owned(), 2));
        assert_eq!(shown("a <!-- note -->"), ("<p>a </p>\n".to_owned(), 0));
    }

    #[test]
    fn parts_are_cut_at_level_2_headings_of_the_text_itself() {
        let file = SourcePath::from("a.md");
        let markdown = "x\n\n## a `b`\n\n> ## c\n\n### d\n\n[l]\n\n## e\n\n### d\n\n[l]: @x\n";
        let document = Document::new(&file, markdown.as_bytes()).unwrap();
        let parts = parse_parts(&document, 0..markdown.len(), &"de".parse().unwrap());
        let words = |part: &HeadedProse| Some(heading::text(&part.heading.as_ref()?.words, ToString::to_string));
        let headings: Vec<_> = parts.iter().map(|part| words(part).unwrap_or_default()).collect();
        assert_eq!(headings, ["", "a b", "e"]);
        let ids: Vec<_> =
            parts.iter().flat_map(|part| &part.prose.headings).map(|heading| heading.anchor.id.as_str()).collect();
        assert_eq!(ids, ["a-b-c", "a-b-d", "e-d"]);
        assert_eq!(parts[1].prose.holes.len(), 1, "a reference can stand in another part");
    }

    /// Cases T2 and T3.
    #[test]
    fn headings_have_ids_and_words() {
        let file = SourcePath::from("a.md");
        let markdown =
            "## Größe *{a} b*\n\n## 職 {#job}\n\n## {a}\n\n# ![x {c}](/a.png) [d](@x) {e} \\{f} `{g}`\n\n## !\n";
        let document = Document::new(&file, markdown.as_bytes()).unwrap();
        let prose = parse(&document, 0..markdown.len(), &"de".parse().unwrap());
        let text = |heading: &Heading| heading::text(&heading.words, |id| format!("<{id}>"));
        let read: Vec<_> = prose.headings.iter().map(|heading| (heading.anchor.id.as_str(), text(heading))).collect();
        let expected = [
            ("groesse-a-b", "Größe <a> b"),
            ("job", "職"),
            ("a", "<a>"),
            ("x-c-d-e-f-g", "x {c} d <e> {f} {g}"),
            ("section-5", "!"),
        ];
        assert_eq!(read, expected.map(|(id, text)| (id, text.to_owned())));
        assert!(prose.html.contains("<h2 id=\"job\">職</h2>"), "{}", prose.html);
    }

    #[test]
    fn no_markdown_confuses_marks_and_holes() {
        let pieces = [
            "![",
            "[",
            "](/a.png)",
            "](@x \"t\")",
            "]",
            "{a}",
            "\\",
            "`",
            "<b>",
            "<!-- ",
            " -->",
            "| a | b |\n|---|---|\n",
            "> ",
            "- ",
            "## ",
            "{#b}",
            "{.c d=e}",
            "\n===",
            "\n",
            "\n\n",
            "    ",
            "```\n",
            "%00",
            "&amp;",
            "~~",
            "**",
            "https://a.b",
            "<https://c.d>",
            "x",
            "é",
        ];
        let mut state = 1_u64;
        let mut next = |limit: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            usize::try_from(state >> 33).unwrap() % limit
        };
        for _ in 0..20_000 {
            let length = 1 + next(14);
            let markdown: String = (0..length).map(|_| pieces[next(pieces.len())]).collect();
            let file = SourcePath::from("a.md");
            let document = Document::new(&file, markdown.as_bytes()).unwrap();
            let whole = parse(&document, 0..markdown.len(), &"de".parse().unwrap());
            assert!(!whole.html.contains(HOLE), "{markdown:?}");
            let holes: usize = parse_parts(&document, 0..markdown.len(), &"de".parse().unwrap())
                .iter()
                .map(|part| part.prose.holes.len())
                .sum();
            assert!(holes <= whole.holes.len(), "{markdown:?}");
        }
    }
}
