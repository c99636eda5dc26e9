//! Markdown to prose.
//!
//! A text is read once. Where what it shows depends on the reader's locale or on the rest of the library (a link to an entry,
//! a placeholder) its prose has a hole, which rendering fills.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::block_line;
use super::document::Document;
use super::false_headings;
use super::heading::{self, Anchor, Heading, Words};
use super::link::LinkTarget;
use super::placeholders::PLACEHOLDER;
use super::prose::{self, Alignment, Cell, Hole, Link, Loading, Picture, Prose, Writer};
use super::raw_html;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::{PlaceholderId, is_section_key};
use crate::locale::LocaleCode;
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
    mut reader: ProseReader<'_>,
    inner: impl Iterator<Item = (Event<'t>, Range<usize>)>,
) -> (Vec<Words>, Prose<Located<LinkTarget>>) {
    reader.heading = Some(OpenHeading::default());
    inner.for_each(|(event, span)| reader.read(event, span));
    let words = reader.heading.take().map(|heading| heading.words).unwrap_or_default();
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
struct ProseReader<'d> {
    document: &'d Document<'d>,
    locale: &'d LocaleCode,
    /// What the ids of headings begin with, so that those of different parts of a page differ.
    id_prefix: String,
    /// The ids that authors wrote, by the offsets of their headings.
    written: &'d BTreeMap<usize, Located<String>>,
    prose: Writer<Located<LinkTarget>>,
    /// The heading that is open.
    heading: Option<OpenHeading>,
    /// The picture that is open, and how many are open within each other.
    picture: Option<(Picture<Located<LinkTarget>>, usize)>,
    /// The lines of the code block that is open. The first is what is said of it.
    code: Option<String>,
    /// The block of HTML that is open.
    html: Option<String>,
    /// Whether the paragraph is open that stands for a block.
    in_block: bool,
    /// The columns of the table that is open.
    columns: Vec<Alignment>,
    /// The next cell: its column, and whether it is one of the head.
    cell: (usize, bool),
}

/// A heading of which the end has not been read.
#[derive(Default)]
struct OpenHeading {
    /// The id that its author wrote.
    id: Option<Located<String>>,
    words: Vec<Words>,
}

impl OpenHeading {
    fn add(&mut self, more: &str) {
        match self.words.last_mut() {
            Some(Words::Written(words)) => words.push_str(more),
            _ => self.words.push(Words::Written(more.to_owned())),
        }
    }
}

impl<'d> ProseReader<'d> {
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
            prose: Writer::new(),
            heading: None,
            picture: None,
            code: None,
            html: None,
            in_block: false,
            columns: Vec::new(),
            cell: (0, false),
        }
    }

    fn finish(self) -> Prose<Located<LinkTarget>> {
        self.prose.finish()
    }

    fn read(&mut self, event: Event, span: Range<usize>) {
        let event = if self.document.is_suspect { self.legible(event, &span) } else { event };
        if self.picture.is_some() {
            return self.alternative_text(&event);
        }
        if self.in_block {
            self.in_block = !matches!(event, Event::End(TagEnd::Paragraph));
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(TagEnd::Heading(level)) => self.end_of_heading(level, span),
            Event::End(TagEnd::CodeBlock) => {
                let lines = self.code.take().expect("a code block starts before it ends");
                self.prose.code_block(&lines);
            }
            Event::End(TagEnd::HtmlBlock) => self.end_of_html(span),
            Event::End(_) => self.prose.end(),
            Event::Text(words) => match &mut self.code {
                Some(lines) => lines.push_str(&words),
                None if memchr::memchr(b'{', words.as_bytes()).is_some() => self.text(&words, &span),
                None => self.words(&words),
            },
            Event::Code(code) => {
                self.add_to_heading(&code);
                self.prose.code(&code);
            }
            Event::SoftBreak => {
                self.add_to_heading(" ");
                self.prose.line_end();
            }
            Event::HardBreak => self.line_break(),
            Event::Rule => self.prose.rule(),
            Event::Html(line) => self.html.get_or_insert_default().push_str(&line),
            Event::InlineHtml(html) => self.inline_html(&html, &span),
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {
                unreachable!("these extensions are off")
            }
        }
    }

    fn legible<'t>(&self, event: Event<'t>, span: &Range<usize>) -> Event<'t> {
        match event {
            Event::Text(words) => Event::Text(self.document.legible_markdown(words, span)),
            Event::Code(words) => Event::Code(self.document.legible_markdown(words, span)),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                let info = self.document.legible_markdown(info, span);
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info)))
            }
            other => other,
        }
    }

    fn start(&mut self, tag: Tag, span: Range<usize>) {
        match tag {
            Tag::Paragraph => self.paragraph(span),
            Tag::Heading { level, .. } => {
                let id = self.written.get(&span.start).cloned();
                self.heading = Some(OpenHeading { id, words: Vec::new() });
                self.prose.start(prose::Tag::Heading(below_title(level)));
            }
            Tag::Link { link_type, dest_url, title, .. } => {
                let target = self.document.located(link_target(link_type, &dest_url), self.address(&span, &dest_url));
                let title = self.document.legible_markdown(title, &span).into_string();
                self.prose.hole(Hole::Link(Link { target, title, is_mention: false }));
            }
            Tag::Image { dest_url, title, .. } => {
                let at = self.address(&span, &dest_url);
                if self.document.text[span.clone()].starts_with("![]") {
                    self.document.report(missing_alt(&dest_url), span.clone());
                }
                let source = self.document.located(LinkTarget::read_picture(&dest_url), at);
                let title = self.document.legible_markdown(title, &span).into_string();
                self.picture = Some((Picture { source, loading: Loading::Lazy, alt: String::new(), title }, 1));
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => self.code = Some(format!("{info}\n")),
            Tag::CodeBlock(CodeBlockKind::Indented) => self.code = Some("\n".to_owned()),
            Tag::HtmlBlock => self.html = Some(String::new()),
            other => {
                let tag = self.element(&other);
                self.prose.start(tag);
            }
        }
    }

    fn paragraph(&mut self, span: Range<usize>) {
        if let Some((id, range)) = block_line::named_by(&self.document.text[span.clone()]) {
            let range = span.start + range.start..span.start + range.end;
            self.prose.hole(Hole::Block(self.document.located(id, range)));
            self.in_block = true;
            return;
        }
        false_headings::report(self.document, span);
        self.prose.start(prose::Tag::Paragraph);
    }

    /// An element of which nothing else is to be known.
    fn element(&mut self, tag: &Tag) -> prose::Tag {
        match tag {
            Tag::BlockQuote(_) => prose::Tag::Quote,
            Tag::List(None) => prose::Tag::Bullets,
            // Markdown takes no more than nine digits for a number.
            Tag::List(Some(first)) => prose::Tag::Numbers(u32::try_from(*first).unwrap_or(u32::MAX)),
            Tag::Item => prose::Tag::Item,
            Tag::Table(columns) => {
                self.columns = columns.iter().copied().map(alignment).collect();
                prose::Tag::Table
            }
            Tag::TableHead => {
                self.cell = (0, true);
                prose::Tag::TableHead
            }
            Tag::TableRow => {
                self.cell = (0, false);
                prose::Tag::TableRow
            }
            Tag::TableCell => prose::Tag::TableCell(self.next_cell()),
            Tag::Emphasis => prose::Tag::Emphasis,
            Tag::Strong => prose::Tag::Strong,
            Tag::Strikethrough => prose::Tag::Strikethrough,
            _ => unreachable!("it is read elsewhere, or its extension is off"),
        }
    }

    fn next_cell(&mut self) -> Cell {
        let (column, is_head) = self.cell;
        self.cell.0 += 1;
        Cell { is_head, alignment: self.columns.get(column).copied().unwrap_or(Alignment::Start) }
    }

    /// What stands in an image becomes what stands for it: words only, no holes.
    fn alternative_text(&mut self, event: &Event) {
        let Some((picture, open)) = &mut self.picture else { return };
        match event {
            Event::Start(Tag::Image { .. }) => *open += 1,
            Event::End(TagEnd::Image) => *open -= 1,
            other => {
                let words = words(other).unwrap_or_default();
                // Space alone says that there is nothing to be said.
                picture.alt.push_str(if picture.alt.is_empty() { words.trim_start() } else { words });
            }
        }
        if let Some((picture, _)) = self.picture.take_if(|(_, open)| *open == 0) {
            self.add_to_heading(&picture.alt);
            self.prose.hole(Hole::Picture(picture));
        }
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
            self.words(&words[done..whole.start()]);
            let range = span.start + whole.start()..span.start + whole.end();
            let id = PlaceholderId::from(&found[1]);
            if let Some(heading) = &mut self.heading {
                heading.words.push(Words::Placeholder(id.clone()));
            }
            self.prose.hole(Hole::Placeholder(self.document.located(id, range)));
            done = whole.end();
        }
        self.words(&words[done..]);
    }

    fn words(&mut self, words: &str) {
        self.add_to_heading(words);
        self.prose.words(words);
    }

    fn line_break(&mut self) {
        self.add_to_heading(" ");
        self.prose.line_break();
    }

    fn add_to_heading(&mut self, words: &str) {
        if let Some(heading) = &mut self.heading {
            heading.add(words);
        }
    }

    /// Gives the heading that ends here its id.
    fn end_of_heading(&mut self, level: HeadingLevel, span: Range<usize>) {
        let OpenHeading { id, words } = self.heading.take().expect("a heading starts before it ends");
        report_second_title(self.document, level, &words, &span);
        if heading::is_empty(&words) {
            let diagnostic = Diagnostic::warning(Code::InvalidValue, "this heading has no words");
            self.document.report(diagnostic.help("write some, or remove the heading"), span);
        }
        let number = self.prose.count_of_headings() + 1;
        let made = || match heading_id(&heading::text(&words, |id| format!("-{id}-")), self.locale) {
            slug if slug.is_empty() => format!("{}section-{number}", self.id_prefix),
            slug => format!("{}{slug}", self.id_prefix),
        };
        let anchor = Anchor::new(id, made);
        self.prose.end_heading(Heading { level: below_title(level), anchor, words });
    }

    /// A block of HTML that is shown is a paragraph of its own.
    fn end_of_html(&mut self, span: Range<usize>) {
        let html = self.html.take().expect("a block of HTML starts before it ends");
        let shown = raw_html::shown(self.document, html.trim_end(), &span);
        if raw_html::is_line_break(&shown) {
            self.prose.line_break();
        } else if !shown.is_empty() {
            self.prose.start(prose::Tag::Paragraph);
            self.prose.words(shown.trim());
            self.prose.end();
        }
    }

    fn inline_html(&mut self, html: &str, span: &Range<usize>) {
        let shown = raw_html::shown(self.document, html, span);
        // Markdown has no other way to end a line within a table.
        if raw_html::is_line_break(&shown) { self.line_break() } else { self.words(&shown) }
    }
}

/// The level of a heading on a page that has a title.
fn below_title(level: HeadingLevel) -> u8 {
    level.max(HeadingLevel::H2) as u8
}

fn alignment(of: pulldown_cmark::Alignment) -> Alignment {
    match of {
        pulldown_cmark::Alignment::None => Alignment::Start,
        pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
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

#[cfg(test)]
mod tests {
    use super::prose::Event;
    use super::*;
    use crate::place::SourcePath;

    fn read(markdown: &str) -> (Prose<Located<LinkTarget>>, usize) {
        let file = SourcePath::from("a.md");
        let document = Document::new(&file, markdown.as_bytes()).unwrap();
        let prose = parse(&document, 0..markdown.len(), &"de".parse().unwrap());
        (prose, document.into_diagnostics().len())
    }

    /// The events of a text, each with what it holds.
    fn shown(markdown: &str) -> String {
        let (prose, _) = read(markdown);
        let shown = prose.events().map(|event| match event {
            Event::Start(tag) => format!("<{tag:?}>"),
            Event::End(tag) => format!("</{tag:?}>"),
            Event::Heading(heading) => format!("<h{} {}>", heading.level, heading.anchor.id),
            Event::Link(link) => format!("<Link {:?} {:?}>", link.target.value, link.title),
            Event::Words(words) => words.to_owned(),
            Event::Code(code) => format!("`{code}`"),
            Event::CodeBlock { info, code } => format!("```{info}|{code}```"),
            Event::Break => "<Break>".to_owned(),
            Event::Rule => "<Rule>".to_owned(),
            Event::Picture(picture) => format!("![{}]({:?} {:?})", picture.alt, picture.source.value, picture.title),
            Event::Placeholder(id) => format!("{{{id}}}"),
            Event::Block(id) => format!("[{}]", id.value),
        });
        shown.collect()
    }

    #[test]
    fn links_pictures_and_placeholders_are_holes() {
        assert_eq!(
            shown("At {company} [we](@hr-terms \"a & b\")"),
            "<Paragraph>At {company} <Link Collection(CollectionId(\"hr-terms\")) \"a & b\">we</Link></Paragraph>"
        );
        assert_eq!(
            shown("![A *{company}* [b](@x) ![c](/c.png)](/a.png) {d}"),
            "<Paragraph>![A {company} b c](SitePath(\"/a.png\") \"\") {d}</Paragraph>"
        );
    }

    #[test]
    fn escaped_braces_and_code_are_no_placeholders() {
        assert_eq!(shown(r"\{company\} `{company}`"), "<Paragraph>{company} `{company}`</Paragraph>");
        assert_eq!(read(r"\{company\} `{company}`").0.holes.len(), 0);
        assert_eq!(shown("    a\n    {company}\n"), "```|a\n{company}\n```");
        assert_eq!(shown("``` rust x\na\n```\n\n```\n```"), "```rust x|a\n``````|```");
    }

    #[test]
    fn html_is_shown_as_text_and_reported() {
        assert_eq!(shown("a <b>c</b>"), "<Paragraph>a <b>c</b></Paragraph>");
        assert_eq!(read("a <b>c</b>").1, 2);
        assert_eq!(
            shown("<div>\n*a* <!-- b -->\n</div>\n\nc"),
            "<Paragraph><div>\n*a* \n</div></Paragraph><Paragraph>c</Paragraph>"
        );
        assert_eq!(read("<div>\n*a*\n</div>\n\nc").1, 1);
    }

    /// Case T1, and its brothers.
    #[test]
    fn comments_are_dropped_whole() {
        for (markdown, expected) in [
            ("a <!-- note -->", "<Paragraph>a </Paragraph>"),
            ("<!-- one\ntwo\n\nthree -->\n\na", "<Paragraph>a</Paragraph>"),
            ("a <!-- one\ntwo --> b", "<Paragraph>a  b</Paragraph>"),
            ("- a\n  <!-- one\n  two -->\n- b", "<Bullets><Item>a</Item><Item>b</Item></Bullets>"),
            ("> <!-- one\n> two -->\n> a", "<Quote><Paragraph>a</Paragraph></Quote>"),
            ("<!-->\n\na", "<Paragraph>a</Paragraph>"),
            ("<!--->\n\na", "<Paragraph>a</Paragraph>"),
        ] {
            assert_eq!(shown(markdown), expected, "{markdown}");
            assert_eq!(read(markdown).1, 0, "{markdown}");
        }
        // What stands on the line on which a comment ends is HTML to Markdown.
        assert_eq!(shown("<!-- a --> b\n\nc"), "<Paragraph>b</Paragraph><Paragraph>c</Paragraph>");
        assert_eq!(read("<!-- a --> b").1, 1);
        assert_eq!(read("<!-- a\n\nb").1, 1);
        assert_eq!(shown("a\n\n<!-- b\n\nc"), "<Paragraph>a</Paragraph>");
    }

    #[test]
    fn only_what_readers_see_is_text() {
        let (prose, _) = read("un*believ*able R&D [a](@x \"t\") `c`{d}e\n\n- f ![g](/h.png)\n- i\n");
        let target = prose.holes[0].link_target().cloned();
        let prose = prose.with_mentions(target.map(|target| (0..2, target)));
        assert_eq!(
            prose.text().split_whitespace().collect::<Vec<_>>(),
            ["unbelievable", "R&D", "a", "c", "e", "f", "i"]
        );
    }

    /// Case T18.
    #[test]
    fn no_space_stands_between_letters_that_are_written_without() {
        for (markdown, expected) in [
            ("職務\n記述", "<Paragraph>職務記述</Paragraph>"),
            ("職務、\n**記述**", "<Paragraph>職務、<Strong>記述</Strong></Paragraph>"),
            ("**職務**\n記述", "<Paragraph><Strong>職務</Strong>記述</Paragraph>"),
            ("職務\nIT\n記述", "<Paragraph>職務\nIT\n記述</Paragraph>"),
            ("職務\n{city}\n記述", "<Paragraph>職務\n{city}\n記述</Paragraph>"),
            ("직무\n기술", "<Paragraph>직무\n기술</Paragraph>"),
            ("職務\\\n記述", "<Paragraph>職務<Break>記述</Paragraph>"),
        ] {
            assert_eq!(shown(markdown), expected, "{markdown}");
        }
    }

    #[test]
    fn tables_lists_and_lines_are_elements() {
        let cell = |is_head, alignment| format!("TableCell(Cell {{ is_head: {is_head}, alignment: {alignment} }})");
        let row = |is_head, a, b| {
            let (left, right) = (cell(is_head, "Left"), cell(is_head, "Start"));
            format!("<{left}>{a}</{left}><{right}>{b}</{right}>")
        };
        let (head, second) = (row(true, "a", "b"), row(false, "c|", ""));
        assert_eq!(
            shown("| a | b |\n|:--|---|\n| c\\| |\n"),
            format!("<Table><TableHead>{head}</TableHead><TableRow>{second}</TableRow></Table>")
        );
        assert_eq!(
            shown("3. a  \n   b\n   - c\n     d\n\n---\n"),
            "<Numbers(3)><Item>a<Break>b<Bullets><Item>c\nd</Item></Bullets></Item></Numbers(3)><Rule>"
        );
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
    }

    #[test]
    fn marks_holes_and_words_belong_together() {
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
            let mut open = Vec::new();
            for event in whole.events() {
                match event {
                    Event::Start(tag) => open.push(tag),
                    Event::Heading(heading) => open.push(prose::Tag::Heading(heading.level)),
                    Event::Link(_) => open.push(prose::Tag::Link),
                    Event::End(tag) => assert_eq!(open.pop(), Some(tag), "{markdown:?}"),
                    _ => {}
                }
            }
            assert!(open.is_empty(), "{markdown:?}");
            let holes: usize = parse_parts(&document, 0..markdown.len(), &"de".parse().unwrap())
                .iter()
                .map(|part| part.prose.holes.len())
                .sum();
            assert!(holes <= whole.holes.len(), "{markdown:?}");
        }
    }
}
