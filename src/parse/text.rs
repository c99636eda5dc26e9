//! `<locale>.md`: an entry's text in one locale, front matter first.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::config::Kind;
use super::day::Day;
use super::document::Document;
use super::heading::Anchor;
use super::link::LinkTarget;
use super::markdown::{self, HeadedProse, PartHeading, Prose};
use super::nesting;
use super::program_messages::GRAMMAR;
use super::revision::{self, Revision};
use super::table::Table;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::{SectionKey, is_kebab_case};
use crate::limits::{GRAMMAR_KEYS, TITLE_CHARACTERS};
use crate::locale::LocaleCode;
use crate::place::{Located, Place, SourcePath};
use crate::slug::{id, is_blank, slug};

/// An entry's text in one locale. `L` is what links are: [`LinkTarget`]s as written, or destinations once resolved.
#[derive(Clone, Debug)]
pub struct Text<L> {
    /// What its front matter says.
    pub front: Arc<FrontMatter>,
    /// The text itself.
    pub body: Arc<Body<L>>,
    /// The revision of the text, if it is an original: a text in the default locale.
    pub revision: Option<Revision>,
}

/// What the front matter of a text says.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FrontMatter {
    /// The title, with its place.
    pub title: Located<String>,
    /// The URL segment, if the author chose one.
    pub slug: Option<Located<String>>,
    /// One or two sentences.
    pub summary: String,
    /// Other titles under which people look for the role.
    pub alternative_titles: Vec<String>,
    /// The day of the last change that readers should know of.
    pub updated: Option<Day>,
    /// The revision of the default-locale text that this translation was made from.
    pub source: Option<Located<String>>,
    /// The hashes of the parts of that text, by their names.
    pub source_parts: BTreeMap<String, String>,
    /// The other forms under which running text speaks of the entry: plural, cases, short forms.
    pub inflections: Vec<String>,
    /// Forms of the title and facts of grammar, for messages.
    pub grammar: BTreeMap<String, String>,
}

/// The text below the front matter.
#[derive(Clone, Debug, Hash)]
pub enum Body<L> {
    /// Of a role: sections in the order in which they are written.
    Sections(Vec<Section<L>>),
    /// Of anything else: free Markdown.
    Free(Prose<L>),
    /// Another shard's to read.
    Unread,
}

/// A section of a role.
#[derive(Clone, Debug, Hash)]
pub struct Section<L> {
    /// What its heading says in the Markdown.
    pub key: Located<SectionKey>,
    /// The id of its heading.
    pub anchor: Anchor,
    /// What stands under the heading.
    pub prose: Prose<L>,
}

impl<L> Body<L> {
    /// Replaces the links.
    pub fn map_links<M>(self, mut map: impl FnMut(L) -> M) -> Body<M> {
        match self {
            Body::Free(prose) => Body::Free(prose.map_links(&mut map)),
            Body::Sections(sections) => {
                let with_links = |section: Section<L>| Section {
                    key: section.key,
                    anchor: section.anchor,
                    prose: section.prose.map_links(&mut map),
                };
                Body::Sections(sections.into_iter().map(with_links).collect())
            }
            Body::Unread => Body::Unread,
        }
    }

    /// The parts that hold prose.
    #[must_use]
    pub fn prose(&self) -> Vec<&Prose<L>> {
        match self {
            Body::Free(prose) => vec![prose],
            Body::Sections(sections) => sections.iter().map(|section| &section.prose).collect(),
            Body::Unread => Vec::new(),
        }
    }

    /// The same, to be changed.
    pub fn prose_mut(&mut self) -> Vec<&mut Prose<L>> {
        match self {
            Body::Free(prose) => vec![prose],
            Body::Sections(sections) => sections.iter_mut().map(|section| &mut section.prose).collect(),
            Body::Unread => Vec::new(),
        }
    }

    /// The sections of a role; of anything else there are none.
    #[must_use]
    pub fn sections(&self) -> &[Section<L>] {
        match self {
            Body::Sections(sections) => sections,
            Body::Free(_) | Body::Unread => &[],
        }
    }
}

/// The keys of front matter whose values are words for readers.
const WORDS: [&str; 5] = ["title", "summary", "alternative_titles", "inflections", "grammar"];

/// Whether a text is in the default locale.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    Original,
    Translation,
}

/// How much of a file is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    Whole,
    FrontMatter,
}

/// Reads a `<locale>.md`. Without a title there is no text to speak of, and so no result.
pub(super) fn parse(
    document: &Document,
    locale: &LocaleCode,
    kind: Kind,
    origin: Origin,
    extent: Extent,
) -> Option<Text<Located<LinkTarget>>> {
    let Some((front_matter, body)) = split(document.text) else {
        let help = "begin the file with a line `+++`, then keys such as `title`, then a line `+++`";
        document.report(Diagnostic::error(Code::Syntax, "the front matter is missing or not closed").help(help), 0..3);
        return None;
    };
    let mut table = Table::parse(document, front_matter);
    table.make_legible(&WORDS);
    let title: Option<Located<String>> = table.required("title");
    let slug = table.take("slug");
    let summary: Option<Located<String>> = table.required("summary");
    let alternative_titles = table.list("alternative_titles");
    let inflections = table.all("inflections");
    let titles = title.iter().chain(&alternative_titles).chain(&inflections);
    let too_long = titles.filter(|title| is_too_long(document, title)).count();
    let [alternative_titles, inflections] = [alternative_titles, inflections].map(values);
    let updated = table.take_written("updated").and_then(|updated| day(document, &updated));
    let source: Option<Located<String>> = table.take("source");
    if let Some(source) = source.as_ref().filter(|_| origin == Origin::Original) {
        let message = "this text is the original, which is made from no other";
        let help = "remove `source` and `source_parts`; they are for translations";
        table.report_at(Diagnostic::warning(Code::InvalidValue, message).help(help), &source.place);
    }
    let source_parts = table.table("source_parts").map(|mut parts| parts.rest()).unwrap_or_default();
    let grammar = table.table("grammar").map(grammar).unwrap_or_default();
    table.finish();
    let (title, summary) = (title.zip(summary)).map(|(title, summary)| (title, summary.value)).unzip();
    let is_readable = extent == Extent::FrontMatter || nesting::is_readable(document, body.clone());
    if too_long > 0 || !is_readable {
        return None;
    }
    let parsed_body = match kind {
        _ if extent == Extent::FrontMatter => Body::Unread,
        Kind::Role => Body::Sections(sections(document, body.clone(), locale)),
        Kind::Article | Kind::Category => Body::Free(markdown::parse(document, body.clone(), locale)),
    };
    let (title, summary) = (title?, summary?);
    let revision = (origin == Origin::Original)
        .then(|| Revision::of(&revision::parts(&title.value, &summary, &alternative_titles, document.text, body)));
    let front = FrontMatter {
        title,
        slug,
        summary,
        alternative_titles,
        updated,
        source,
        source_parts: source_parts.into_iter().map(|(key, value)| (key.value, value)).collect(),
        inflections,
        grammar,
    };
    Some(Text { front: Arc::new(front), body: Arc::new(parsed_body), revision })
}

fn day(document: &Document, written: &Located<&str>) -> Option<Day> {
    Day::read(written.value).map_err(|mistake| document.report_at(*mistake, &written.place)).ok()
}

/// Whether a title is longer than titles are, which is then reported: automata, addresses and pictures are made of them.
fn is_too_long(document: &Document, title: &Located<String>) -> bool {
    let length = title.value.chars().count();
    if length > TITLE_CHARACTERS {
        let message = format!("this title has {length} characters, and at most {TITLE_CHARACTERS} are taken");
        let help = "write a short title, and the rest into `summary` or the text";
        document.report_at(Diagnostic::error(Code::Limit, message).help(help), &title.place);
    }
    length > TITLE_CHARACTERS
}

fn values(list: Vec<Located<String>>) -> Vec<String> {
    list.into_iter().map(|item| item.value).collect()
}

/// Forms of the title and facts of grammar. A key becomes a part of a variable's name.
fn grammar(mut table: Table) -> BTreeMap<String, String> {
    let mut grammar = BTreeMap::new();
    for (Located { value: key, place }, form) in table.rest() {
        if grammar.len() == GRAMMAR_KEYS {
            let message = format!("a text may have {GRAMMAR_KEYS} keys of grammar, and this is one more");
            table.report_at(Diagnostic::error(Code::Limit, message).help("keep those that messages use"), &place);
            break;
        }
        let plain = key.strip_prefix(GRAMMAR).unwrap_or(&key);
        let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        if plain == key && !key.is_empty() && key.chars().all(is_key) {
            grammar.insert(key, form);
            continue;
        }
        let diagnostic = Diagnostic::error(Code::InvalidId, format!("`{key}` cannot be a key of grammar"));
        let proposal = Some(plain).filter(|plain| !plain.is_empty() && plain.chars().all(is_key)).map(str::to_owned);
        let proposal = proposal.or_else(|| Some(id(plain)?.as_str().replace('-', "_")));
        let help = "write letters from `a` to `z`, digits and underscores, such as `genitive`";
        table.report_at(diagnostic.did_you_mean(proposal.as_deref(), help), &place);
    }
    grammar
}

/// What translators translate of a `<locale>.md`; `None` if the file cannot be read.
#[must_use]
pub fn translatable(file: &SourcePath, bytes: &[u8]) -> Option<Vec<revision::Part>> {
    let document = Document::new(file, bytes).ok()?;
    let (front_matter, body) = split(document.text)?;
    let mut table = Table::parse(&document, front_matter);
    table.make_legible(&WORDS);
    let title: Located<String> = table.take("title")?;
    let summary: Located<String> = table.take("summary")?;
    let alternative_titles = values(table.list("alternative_titles"));
    Some(revision::parts(&title.value, &summary.value, &alternative_titles, document.text, body))
}

/// The ranges of the front matter, between the lines `+++`, and of the Markdown after it.
pub(super) fn split(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let mut lines = text.split_inclusive('\n').scan(0, |offset, line| {
        let start = *offset;
        *offset += line.len();
        Some((start, line))
    });
    let (_, first) = lines.next()?;
    if first.trim_end() != "+++" {
        return None;
    }
    let (end, line) = lines.find(|(_, line)| line.trim_end() == "+++")?;
    Some((first.len()..end, end + line.len()..text.len()))
}

/// Reads a role's Markdown: level-2 headings are the keys of its sections.
fn sections(document: &Document, body: Range<usize>, locale: &LocaleCode) -> Vec<Section<Located<LinkTarget>>> {
    let mut sections: Vec<Section<_>> = Vec::new();
    let mut known = BTreeSet::new();
    for HeadedProse { heading, start, prose } in markdown::parse_parts(document, body, locale) {
        let Some(PartHeading { words: key, id, range }) = heading else {
            report_text_outside(document, start, &prose);
            continue;
        };
        let place = document.place(range);
        if is_blank(&key) {
            let help = "write the key of a section, such as `## brief`, or remove the heading";
            document.report_at(Diagnostic::error(Code::UnknownSection, "this heading has no words").help(help), &place);
        } else if !is_kebab_case(&key) {
            report_heading(document, &key, locale, &place);
        } else if !known.insert(key.clone()) {
            let message = format!("the section `{key}` stands here twice");
            let help = "put the text of both under one heading";
            document.report_at(Diagnostic::error(Code::DuplicateSection, message).help(help), &place);
        } else {
            let anchor = Anchor::new(id, || key.clone());
            sections.push(Section { key: Located { value: SectionKey::from(key.as_str()), place }, anchor, prose });
        }
    }
    sections
}

fn report_text_outside(document: &Document, start: usize, prose: &Prose<Located<LinkTarget>>) {
    if prose.html.is_empty() {
        return;
    }
    let text = &document.text[start..];
    let first = start + text.find(|c: char| !c.is_whitespace()).unwrap_or_default();
    let diagnostic = Diagnostic::error(Code::UnknownSection, "this text belongs to no section");
    document.report(diagnostic.help("put it under a heading such as `## brief`"), first..document.text.len());
}

fn report_heading(document: &Document, heading: &str, locale: &LocaleCode, place: &Place) {
    let message = format!("`{heading}` is not a section key");
    let key = slug(heading, locale);
    let help = format!("headings of a role are keys, the same in all languages: write `## {key}`");
    document.report_at(Diagnostic::error(Code::UnknownSection, message).help(help), place);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_ends_at_the_second_fence() {
        for (text, parts) in [
            ("+++\na = 1\n+++\nbody", Some((4..10, 14..18))),
            ("+++\r\na = 1\r\n+++\r\n", Some((5..12, 17..17))),
            ("+++\n+++", Some((4..4, 7..7))),
            ("+++\na = 1\n", None),
            ("---\na: 1\n---\n", None),
            ("", None),
        ] {
            assert_eq!(split(text), parts, "{text:?}");
        }
    }
}
