//! Fills the holes of prose, for readers of one locale.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::MessageMarks;
use super::link::href;
use crate::id::PlaceholderId;
use crate::markup::escape;
use crate::parse::heading::Words;
use crate::parse::markdown::{Hole, Loading, Prose};
use crate::parse::picture::Size;
use crate::parse::program_messages::PLACEHOLDER;
use crate::resolve::library::{Destination, Library, LocaleIndex};

/// The HTML of a text.
pub(super) fn html<'p>(
    library: &Library,
    prose: &'p Prose<Destination>,
    locale: LocaleIndex,
    marks: MessageMarks,
) -> Cow<'p, str> {
    if prose.holes.is_empty() {
        return Cow::Borrowed(&prose.html);
    }
    let mut html = String::with_capacity(prose.html.len() + 64 * prose.holes.len());
    let mut done = 0;
    for (offset, hole) in &prose.holes {
        html.push_str(&prose.html[done..*offset]);
        done = *offset;
        match hole {
            Hole::Link(destination) => push_link(&mut html, library, destination, locale),
            Hole::Picture(destination, loading) => push_picture(&mut html, library, (destination, *loading), locale),
            Hole::Block(_) => unreachable!("resolved texts have what the block says"),
            Hole::Placeholder(id) => push_placeholder(&mut html, library, &id.value, locale, marks),
        }
    }
    html.push_str(&prose.html[done..]);
    Cow::Owned(html)
}

/// The beginning of a start tag; the Markdown's own part of it follows.
fn push_link(html: &mut String, library: &Library, destination: &Destination, locale: LocaleIndex) {
    html.push_str("<a");
    let Some(href) = href(library, destination, locale) else { return };
    html.push_str(" href=\"");
    escape(html, &href.url);
    html.push('"');
    if let Some(language) = href.language {
        html.push_str(" hreflang=\"");
        html.push_str(&library[language].code.to_string());
        html.push('"');
    }
}

/// The address of a picture that is not there: HTML asks for one, and with this one browsers show the words in its place.
const NO_PICTURE: &str = "data:,";

/// The value of the attribute `src`, within its quotes, and what else the tag is to say.
fn push_picture(
    html: &mut String,
    library: &Library,
    (destination, loading): (&Destination, Loading),
    locale: LocaleIndex,
) {
    match href(library, destination, locale) {
        Some(href) => escape(html, &href.url),
        None => html.push_str(NO_PICTURE),
    }
    if let Destination::File(file) = destination
        && let Some(Size { width, height }) = file.value.size
    {
        let _ = write!(html, "\" width=\"{width}\" height=\"{height}");
    }
    // The quotes that the Markdown's part of the tag closes are those of the last attribute.
    html.push_str(match loading {
        Loading::Eager => "\" loading=\"eager",
        Loading::Lazy => "\" loading=\"lazy",
    });
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
