//! Headings: their ids, and what authors write behind their words: `## Setup {#setup}`.
//!
//! A heading takes an id and nothing else. The Markdown library would read such blocks too, but takes every pair of braces for
//! one, also `{company}`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::document::Document;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::PlaceholderId;
use crate::locale::LocaleCode;
use crate::place::{Located, Place};
use crate::slug::{is_blank, slug};

/// A heading that can be linked to.
#[derive(Clone, Debug, Hash)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its `id` attribute.
    pub anchor: Anchor,
    /// Its words.
    pub words: Vec<Words>,
}

/// Words of a heading.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Words {
    /// As they are written.
    Written(String),
    /// What an employer fills in.
    Placeholder(PlaceholderId),
}

impl Words {
    /// The placeholder, if it is one.
    #[must_use]
    pub fn placeholder(&self) -> Option<&PlaceholderId> {
        match self {
            Words::Placeholder(id) => Some(id),
            Words::Written(_) => None,
        }
    }
}

/// The id of a heading or section. In parsed texts it is what authors call it; in resolved ones no other element of the page
/// has it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Anchor {
    /// The id.
    pub id: String,
    /// Where its author wrote it; nowhere if it is made from words.
    pub written: Option<Place>,
}

/// The words of a heading as one text, with what stands for placeholders.
pub fn text(words: &[Words], placeholder: impl Fn(&PlaceholderId) -> String) -> String {
    let words = words.iter().map(|words| match words {
        Words::Written(words) => Cow::Borrowed(words.as_str()),
        Words::Placeholder(id) => Cow::Owned(placeholder(id)),
    });
    words.collect()
}

/// Whether nothing is to be seen of the words of a heading.
pub(super) fn is_empty(words: &[Words]) -> bool {
    words.iter().all(|words| matches!(words, Words::Written(words) if is_blank(words)))
}

impl Anchor {
    /// The id as authors wrote it or, without one, one made from words.
    pub(super) fn new(written: Option<Located<String>>, made: impl FnOnce() -> String) -> Self {
        match written {
            Some(Located { value, place }) => Self { id: value, written: Some(place) },
            None => Self { id: made(), written: None },
        }
    }
}

/// The ids that authors wrote, and the text without them.
pub(super) struct Written<'t> {
    /// The text with space in the place of what stands behind the words of headings, so that all else stays in its place.
    pub(super) text: Cow<'t, str>,
    /// The ids, by the offset in the document at which their headings begin.
    pub(super) ids: BTreeMap<usize, Located<String>>,
}

/// Something in braces at the end of a heading.
static BLOCK: LazyLock<Regex> = LazyLock::new(|| {
    let end = r"[ \t]*(?:#+[ \t]*)?(?:\r?\n[ \t>]*(?:=+|-+)[ \t]*)?\s*$";
    Regex::new(&format!(r"(?:^|[^\\])(\{{[^{{}}<>\\\r\n]*\}}){end}")).expect("a valid expression")
});

/// Takes the ids of headings out of a range of a document. What else stands there is reported. `headings` finds where in a
/// document headings stand; it is not asked if there can be no ids.
pub(super) fn written<'t>(
    document: &Document<'t>,
    range: Range<usize>,
    locale: &LocaleCode,
    headings: impl FnOnce(&Document, Range<usize>) -> Vec<Range<usize>>,
) -> Written<'t> {
    let text = &document.text[range.clone()];
    let mut written = Written { text: Cow::Borrowed(text), ids: BTreeMap::new() };
    if !may_have_attributes(text) {
        return written;
    }
    for heading in headings(document, range.clone()) {
        let Some(block) = block(&document.text[heading.clone()]) else { continue };
        let block = heading.start + block.start..heading.start + block.end;
        if let Some(id) = id(document, block.clone(), locale) {
            written.ids.insert(heading.start, id);
        }
        let space = " ".repeat(block.len());
        written.text.to_mut().replace_range(block.start - range.start..block.end - range.start, &space);
    }
    written
}

/// A heading, as a line of Markdown, without what stands behind its words.
pub(super) fn without_attributes(line: &str) -> &str {
    if !line.starts_with('#') || !may_have_attributes(line) {
        return line;
    }
    block(line).map_or(line, |block| line[..block.start].trim_end())
}

/// The source of a heading without its attributes.
pub(super) fn plain(source: &str) -> Cow<'_, str> {
    let block = block(source);
    block.map_or(Cow::Borrowed(source), |block| [&source[..block.start], &source[block.end..]].concat().into())
}

/// Whether a text may hold a block of attributes: a pair of braces with a sign of one between.
fn may_have_attributes(text: &str) -> bool {
    let mut rest = text.as_bytes();
    while let Some(open) = memchr::memchr(b'{', rest) {
        let behind = &rest[open + 1..];
        // Braces within are not looked at one by one: a text may have nothing else.
        let Some(end) = memchr::memchr2(b'}', b'\n', behind) else { return false };
        if memchr::memchr3(b'#', b'.', b'=', &behind[..end]).is_some() {
            return true;
        }
        rest = &behind[end..];
    }
    false
}

/// Whether what stands in braces is meant for the heading: `#id`, `.class`, `key=value`. Other words are placeholders.
fn is_attributes(inner: &str) -> bool {
    inner.split_whitespace().any(|word| word.starts_with('#') || word.starts_with('.') || word.contains('='))
}

/// Where in the source of a heading its attributes stand.
fn block(heading: &str) -> Option<Range<usize>> {
    let block = BLOCK.captures(heading)?.get(1).expect("the expression has a group");
    let inner = &block.as_str()[1..block.len() - 1];
    is_attributes(inner).then(|| block.range())
}

/// The id in a block of attributes.
fn id(document: &Document, block: Range<usize>, locale: &LocaleCode) -> Option<Located<String>> {
    let mut id: Option<Located<String>> = None;
    let inner = &document.text[block.start + 1..block.end - 1];
    for word in inner.split_whitespace() {
        let start = block.start + 1 + (word.as_ptr() as usize - inner.as_ptr() as usize);
        let place = start..start + word.len();
        match word.strip_prefix('#') {
            Some(name) if id.is_none() && is_id(name) => id = Some(document.located(name.to_owned(), place)),
            Some(name) if id.is_none() => document.report(malformed(name, locale), place),
            _ => document.report(unknown(word), place),
        }
    }
    id
}

/// Whether an address can lead to a name as it is: letters and digits of any script, and signs that need no escape.
fn is_id(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':'))
}

fn malformed(name: &str, locale: &LocaleCode) -> Diagnostic {
    let diagnostic = Diagnostic::error(Code::InvalidId, format!("`#{name}` cannot be the id of a heading"));
    match slug(name, locale) {
        proposal if proposal.is_empty() => diagnostic.help("write letters, digits and hyphens: `{#setup}`"),
        proposal => diagnostic.help(format!("write `{{#{proposal}}}`")),
    }
}

fn unknown(word: &str) -> Diagnostic {
    let message = format!("nothing reads `{word}` at a heading");
    Diagnostic::warning(Code::UnknownKey, message).help("remove it; a heading takes one id: `{#setup}`")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::SourcePath;
    use pulldown_cmark::{Event, Parser, Tag};

    fn headings(document: &Document, _: Range<usize>) -> Vec<Range<usize>> {
        let events = Parser::new(document.text).into_offset_iter();
        events.filter(|(event, _)| matches!(event, Event::Start(Tag::Heading { .. }))).map(|(_, span)| span).collect()
    }

    /// The text without ids, the ids, and what is said of the rest.
    fn read(markdown: &str) -> (String, Vec<String>, Vec<String>) {
        let file = SourcePath::from("a.md");
        let document = Document::new(&file, markdown.as_bytes()).unwrap();
        let written = written(&document, 0..markdown.len(), &"en".parse().unwrap(), headings);
        let (text, ids) = (written.text.into_owned(), written.ids.into_values().map(|id| id.value).collect());
        let said = document.into_diagnostics().into_iter();
        (text, ids, said.map(|diagnostic| diagnostic.message).collect())
    }

    /// Case T2.
    #[test]
    fn ids_are_taken_out_of_headings_of_every_form() {
        for (markdown, block, id) in [
            ("## Setup {#setup}\n\nb", "{#setup}", "setup"),
            ("## Setup {#setup} ##\n", "{#setup}", "setup"),
            ("Set\nup {#setup}\r\n---\r\n", "{#setup}", "setup"),
            ("> - # `a` { #sec:A_1.2 }  \n", "{ #sec:A_1.2 }", "sec:A_1.2"),
            ("# {#größe}", "{#größe}", "größe"),
            ("## Why {company} {#why}", "{#why}", "why"),
        ] {
            let without = markdown.replace(block, &" ".repeat(block.len()));
            assert_eq!(read(markdown), (without, vec![id.to_owned()], vec![]), "{markdown}");
        }
    }

    /// Case T2: a brother is what the Markdown library would take for attributes.
    #[test]
    fn other_braces_stay() {
        for markdown in [
            "## Why {company}\n",
            "## Why {}\n",
            "## Why {a}\n",
            "## Why {{company}}\n",
            "## Why \\{#why}\n",
            "## Why `{#why}`\n",
            "## Why {#why} not\n",
            "text {#why}\n",
            "```\n## Why {#why}\n```\n",
            "    ## Why {#why}\n",
        ] {
            assert_eq!(read(markdown), (markdown.to_owned(), vec![], vec![]), "{markdown}");
        }
    }

    #[test]
    fn what_is_no_id_is_reported() {
        for (markdown, ids, said) in [
            (
                "# a {.note #b width=50%}",
                vec!["b"],
                vec!["nothing reads `.note` at a heading", "nothing reads `width=50%` at a heading"],
            ),
            ("# a {#b #c}", vec!["b"], vec!["nothing reads `#c` at a heading"]),
            ("# a {#}", vec![], vec!["`#` cannot be the id of a heading"]),
            ("# a {#b\"c}", vec![], vec!["`#b\"c` cannot be the id of a heading"]),
            ("# a {#b/c#d}", vec![], vec!["`#b/c#d` cannot be the id of a heading"]),
        ] {
            let (_, found, messages) = read(markdown);
            assert_eq!(
                (found, messages),
                (ids.into_iter().map(str::to_owned).collect(), said.into_iter().map(str::to_owned).collect()),
                "{markdown}"
            );
        }
    }
}
