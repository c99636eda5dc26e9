//! The HTML of texts, for readers of one locale.

use std::fmt::Write as _;

use super::MessageMarks;
use super::link::href;
use crate::id::PlaceholderId;
use crate::markup::{escape, escape_text};
use crate::parse::heading::Words;
use crate::parse::picture::Size;
use crate::parse::program_messages::PLACEHOLDER;
use crate::parse::prose::{Alignment, Cell, Event, Link, Loading, Picture, Prose, Tag};
use crate::resolve::library::{Destination, Library, LocaleIndex};

/// The HTML of a text.
pub(super) fn html(library: &Library, prose: &Prose<Destination>, locale: LocaleIndex, marks: MessageMarks) -> String {
    let mut writer = HtmlWriter { html: String::with_capacity(prose.size()), library, locale, marks };
    prose.events().for_each(|event| writer.write(&event));
    let HtmlWriter { mut html, .. } = writer;
    html.truncate(html.trim_end().len());
    html
}

/// Writes the HTML of a text.
struct HtmlWriter<'l> {
    html: String,
    library: &'l Library,
    locale: LocaleIndex,
    marks: MessageMarks,
}

impl HtmlWriter<'_> {
    fn write(&mut self, event: &Event<Destination>) {
        let html = &mut self.html;
        match event {
            Event::Start(tag) => self.start(*tag),
            Event::End(tag) => self.end(*tag),
            Event::Heading(heading) => {
                begin_line(html);
                let _ = write!(html, "<h{} id=\"", heading.level);
                escape(html, &heading.anchor.id);
                html.push_str("\">");
            }
            Event::Words(words) => escape_text(html, words),
            Event::Code(code) => {
                html.push_str("<code>");
                escape_text(html, code);
                html.push_str("</code>");
            }
            Event::CodeBlock { info, code } => push_code_block(html, info, code),
            Event::Break => html.push_str("<br />\n"),
            Event::Rule => {
                begin_line(html);
                html.push_str("<hr />\n");
            }
            Event::Link(link) => push_link(html, self.library, link, self.locale),
            Event::Picture(picture) => push_picture(html, self.library, picture, self.locale),
            Event::Placeholder(id) => push_placeholder(html, self.library, id, self.locale, self.marks),
            Event::Block(_) => unreachable!("resolved texts have what the block says"),
        }
    }

    fn start(&mut self, tag: Tag) {
        let html = &mut self.html;
        if matches!(tag, Tag::Paragraph | Tag::Quote | Tag::Bullets | Tag::Numbers(_) | Tag::Item) {
            begin_line(html);
        }
        html.push_str(match tag {
            Tag::Paragraph => "<p>",
            Tag::Quote => "<blockquote>\n",
            Tag::Bullets => "<ul>\n",
            Tag::Numbers(1) => "<ol>\n",
            Tag::Numbers(first) => {
                let _ = writeln!(html, "<ol start=\"{first}\">");
                return;
            }
            Tag::Item => "<li>",
            Tag::Table => "<table>",
            Tag::TableHead => "<thead><tr>",
            Tag::TableRow => "<tr>",
            Tag::TableCell(cell) => return push_cell(html, cell),
            Tag::Emphasis => "<em>",
            Tag::Strong => "<strong>",
            Tag::Strikethrough => "<del>",
            Tag::Heading(_) | Tag::Link => unreachable!("they begin with an event of their own"),
        });
    }

    fn end(&mut self, tag: Tag) {
        self.html.push_str(match tag {
            Tag::Paragraph => "</p>\n",
            Tag::Heading(level) => {
                let _ = writeln!(self.html, "</h{level}>");
                return;
            }
            Tag::Quote => "</blockquote>\n",
            Tag::Bullets => "</ul>\n",
            Tag::Numbers(_) => "</ol>\n",
            Tag::Item => "</li>\n",
            Tag::Table => "</tbody></table>\n",
            Tag::TableHead => "</tr></thead><tbody>\n",
            Tag::TableRow => "</tr>\n",
            Tag::TableCell(Cell { is_head: true, .. }) => "</th>",
            Tag::TableCell(_) => "</td>",
            Tag::Emphasis => "</em>",
            Tag::Strong => "</strong>",
            Tag::Strikethrough => "</del>",
            Tag::Link => "</a>",
        });
    }
}

fn begin_line(html: &mut String) {
    if !html.is_empty() && !html.ends_with('\n') {
        html.push('\n');
    }
}

/// A class aligns the cell: a site's security policy may forbid styles in pages.
fn push_cell(html: &mut String, Cell { is_head, alignment }: Cell) {
    html.push_str(if is_head { "<th" } else { "<td" });
    html.push_str(match alignment {
        Alignment::Start => ">",
        Alignment::Left => " class=\"align-left\">",
        Alignment::Center => " class=\"align-center\">",
        Alignment::Right => " class=\"align-right\">",
    });
}

fn push_code_block(html: &mut String, info: &str, code: &str) {
    begin_line(html);
    html.push_str("<pre><code");
    let language = info.split(' ').next().unwrap_or_default();
    if !language.is_empty() {
        html.push_str(" class=\"language-");
        escape(html, language);
        html.push('"');
    }
    html.push('>');
    escape_text(html, code);
    html.push_str("</code></pre>\n");
}

fn push_link(
    html: &mut String,
    library: &Library,
    Link { target, title, is_mention }: &Link<Destination>,
    locale: LocaleIndex,
) {
    html.push_str("<a");
    if let Some(href) = href(library, target, locale) {
        push_attribute(html, "href", &href.url);
        if let Some(language) = href.language {
            push_attribute(html, "hreflang", &library[language].code.to_string());
        }
    }
    if !title.is_empty() {
        push_attribute(html, "title", title);
    }
    if *is_mention {
        push_attribute(html, "class", "mention");
    }
    html.push('>');
}

fn push_attribute(html: &mut String, name: &str, value: &str) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    escape(html, value);
    html.push('"');
}

/// The address of a picture that is not there: HTML asks for one, and with this one browsers show the words in its place.
const NO_PICTURE: &str = "data:,";

fn push_picture(
    html: &mut String,
    library: &Library,
    Picture { source, loading, alt, title }: &Picture<Destination>,
    locale: LocaleIndex,
) {
    html.push_str("<img");
    push_attribute(html, "src", href(library, source, locale).as_ref().map_or(NO_PICTURE, |href| &href.url));
    if let Destination::File(file) = source
        && let Some(Size { width, height }) = file.value.size
    {
        let _ = write!(html, " width=\"{width}\" height=\"{height}\"");
    }
    html.push_str(match loading {
        Loading::Eager => " loading=\"eager\"",
        Loading::Lazy => " loading=\"lazy\"",
    });
    push_attribute(html, "alt", alt);
    if !title.is_empty() {
        push_attribute(html, "title", title);
    }
    html.push_str(" />");
}

fn push_placeholder(
    html: &mut String,
    library: &Library,
    id: &PlaceholderId,
    locale: LocaleIndex,
    marks: MessageMarks,
) {
    html.push_str("<span class=\"placeholder\" data-placeholder=\"");
    html.push_str(id.as_str());
    html.push_str("\">");
    escape(html, &placeholder(library, id, locale, marks));
    html.push_str("</span>");
}

/// The HTML of the words of a heading.
pub(super) fn heading(library: &Library, words: &[Words], locale: LocaleIndex, marks: MessageMarks) -> String {
    let mut html = String::new();
    for words in words {
        match words {
            Words::Written(words) => escape(&mut html, words),
            Words::Placeholder(id) => push_placeholder(&mut html, library, id, locale, marks),
        }
    }
    html
}

/// The words that stand for something that an employer fills in.
pub(super) fn placeholder(library: &Library, id: &PlaceholderId, locale: LocaleIndex, marks: MessageMarks) -> String {
    marks.around(&PLACEHOLDER.id(id), library.placeholder(id, locale))
}
