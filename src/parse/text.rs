//! `<locale>.md`: an entry's text in one locale, front matter first.

pub mod keys;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::config::Kind;
use super::day::Day;
use super::document::Document;
use super::fields::{self, Field, FieldValues};
use super::front_matter::{Form, Layout};
use super::link::LinkTarget;
use super::markdown;
use super::nesting;
use super::opening::{self, TitleHeading};
use super::program_messages::GRAMMAR;
use super::prose::Prose;
use super::revision::{self, Original};
use super::section::{self, Section};
use super::slips;
use super::table::Table;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::BlockId;
use crate::limits::{GRAMMAR_KEYS, TITLE_CHARACTERS};
use crate::locale::LocaleCode;
use crate::place::{Located, SourcePath};
use crate::slug::{id, is_blank};
use keys::{PLAIN_PAGE, TEXT};

/// An entry's text in one locale. `L` is what links are: [`LinkTarget`]s as written, or destinations once resolved.
#[derive(Clone, Debug)]
pub struct Text<L> {
    /// What its front matter says.
    pub front: Arc<FrontMatter>,
    /// The text itself.
    pub body: Arc<Body<L>>,
    /// What is known of its revision, if it is an original: a text in the default locale.
    pub original: Option<Original>,
    /// The shared blocks that stand in the text.
    pub blocks: Arc<[BlockId]>,
    /// Those of them that stand before its first sentence, if that is its summary.
    pub summarised_by: Vec<BlockId>,
}

/// What a text says of itself: in its front matter or, of title and summary, in its Markdown.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FrontMatter {
    /// The title, with its place.
    pub title: Located<String>,
    /// The URL segment, if the author chose one.
    pub slug: Option<Located<String>>,
    /// One or two sentences; empty if there are none.
    pub summary: String,
    /// Whether it is left out unless drafts are asked for.
    pub draft: bool,
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
    /// What it says in the fields of its collection.
    pub fields: FieldValues,
    /// The template of a plain page, if the author chose one.
    pub template: Option<Located<String>>,
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

impl<L> Body<L> {
    /// Replaces the links.
    pub fn map_links<M>(self, mut map: impl FnMut(L) -> M) -> Body<M> {
        match self {
            Body::Free(prose) => Body::Free(prose.map_links(&mut map)),
            Body::Sections(sections) => {
                Body::Sections(sections.into_iter().map(|section| section.map_links(&mut map)).collect())
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

impl Origin {
    /// What a text in a locale is.
    pub(super) fn of(locale: &LocaleCode, default_locale: Option<&LocaleCode>) -> Self {
        if default_locale == Some(locale) { Self::Original } else { Self::Translation }
    }
}

/// How much of a file is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    Whole,
    FrontMatter,
}

/// What a `<locale>.md` is expected to be.
pub(super) struct Expected<'r> {
    pub(super) locale: &'r LocaleCode,
    /// The kind of its collection.
    pub(super) kind: Kind,
    pub(super) origin: Origin,
    pub(super) extent: Extent,
    pub(super) keys: CollectionKeys<'r>,
}

/// The keys of front matter that a collection knows beside those that all texts may have.
#[derive(Clone, Copy, Default)]
pub(super) struct CollectionKeys<'r> {
    /// Those that are another tool's.
    pub(super) ignored: &'r [String],
    /// What another tool calls ours: ours, then theirs.
    pub(super) renamed: &'r [(&'static str, String)],
    /// Its fields.
    pub(super) fields: &'r [Field],
}

/// Reads a `<locale>.md`. Without a title there is no text to speak of, and so no result.
pub(super) fn parse(document: &Document, expected: &Expected) -> Option<Text<Located<LinkTarget>>> {
    let layout = layout(document)?;
    let (front, heading) = front_matter(document, &layout, expected.kind, expected.keys);
    let is_readable = expected.extent == Extent::FrontMatter || nesting::is_readable(document, layout.body.clone());
    let mut front = front.filter(|_| is_readable)?;
    if expected.origin == Origin::Original {
        report_source(document, front.source.as_ref());
    }
    let rest = heading.map(|heading| heading.taken_out_of(document.text));
    let text = rest.as_deref().unwrap_or(document.text);
    let is_original = expected.origin == Origin::Original;
    let original = is_original.then(|| Original::of(parts_of(&front, text, layout.body.clone()), expected.kind));
    let mut summarised_by = Vec::new();
    if front.summary.is_empty() {
        let opening = opening::of(&text[layout.body.clone()]);
        front.summary = opening.sentence.unwrap_or_default();
        summarised_by = opening.blocks;
    }
    let body = match &rest {
        None => body(document, layout.body, expected),
        Some(rest) => {
            let without_title = document.with_text(rest);
            let body = body(&without_title, layout.body, expected);
            document.adopt(without_title);
            body
        }
    };
    let blocks = blocks_of(body.prose());
    Some(Text { front: Arc::new(front), body: Arc::new(body), original, blocks, summarised_by })
}

/// The blocks that stand in prose, each once, in the order in which they first stand there.
pub(super) fn blocks_of<'p>(prose: impl IntoIterator<Item = &'p Prose<Located<LinkTarget>>>) -> Arc<[BlockId]> {
    let mut blocks: Vec<BlockId> = Vec::new();
    for block in prose.into_iter().flat_map(Prose::blocks) {
        if !blocks.contains(&block.value) {
            blocks.push(block.value.clone());
        }
    }
    blocks.into()
}

/// The parts of a text; front matter that is not closed is reported.
pub(super) fn layout(document: &Document) -> Option<Layout> {
    let layout = Layout::of(document.text);
    layout.map_err(|unclosed| document.report(unclosed.diagnostic(), 0..3)).ok()
}

/// Reads the front matter, and the heading that stands for the title if that has none. The result is `None` if there is no
/// title, or a mistake that would spread, which has been reported.
fn front_matter(
    document: &Document,
    layout: &Layout,
    kind: Kind,
    keys: CollectionKeys,
) -> (Option<FrontMatter>, Option<TitleHeading>) {
    let mut table = Table::front_matter(document, layout, if kind == Kind::Page { &PLAIN_PAGE } else { &TEXT });
    for (ours, theirs) in keys.renamed {
        table.rename(theirs, ours);
    }
    table.make_legible(&WORDS);
    let heading = (!table.has("title")).then(|| TitleHeading::of(document, layout.body.clone())).flatten();
    if heading.is_none() {
        report_missing_title(&table, layout);
    }
    let written: Option<Located<String>> = table.take("title");
    if let Some(title) = written.as_ref().filter(|_| layout.form == Some(Form::Yaml))
        && let Some(hint) = slips::printed_quotes("title", &title.value)
    {
        document.report_at(hint, &title.place);
    }
    let title = written.or_else(|| heading.as_ref().map(|heading| heading.words.clone()));
    let title = title.filter(|title| !is_blank_title(document, title)).map(on_one_line);
    let is_described = is_described(&table, layout, keys);
    let summary: Option<Located<String>> = table.take("summary");
    let summary = summary.or_else(|| is_described.then(|| table.take("description")).flatten());
    let summary = summary.filter(|summary| !is_blank_summary(document, summary));
    let slug = table.take("slug");
    let alternative_titles = table.list("alternative_titles");
    let inflections = table.all("inflections");
    let [alternative_titles, inflections] =
        [alternative_titles, inflections].map(|titles| without_blanks(document, titles));
    let titles = title.iter().chain(&alternative_titles).chain(&inflections);
    let too_long = titles.filter(|title| is_too_long(document, title)).count();
    let [alternative_titles, inflections] = [alternative_titles, inflections].map(values);
    let updated = table.take_written("updated").and_then(|updated| day(document, &updated));
    let source = table.take("source");
    let source_parts = table.section("source_parts").rest();
    let grammar = grammar(table.section("grammar"));
    let draft = table.flag("draft");
    let template = if kind == Kind::Page { table.take("template") } else { None };
    let fields = fields::read(document, &mut table, keys.fields);
    table.finish_front_matter(Some(keys.ignored));
    let front = title.filter(|_| too_long == 0).map(|title| FrontMatter {
        title,
        slug,
        summary: summary.map(|summary| summary.value).unwrap_or_default(),
        draft,
        alternative_titles,
        updated,
        source,
        source_parts: source_parts.into_iter().map(|(key, value)| (key.value, value)).collect(),
        inflections,
        grammar,
        fields,
        template,
    });
    (front, heading)
}

/// Whether `description` is the summary: in YAML, which other tools write, unless the collection has another use for it.
fn is_described(table: &Table, layout: &Layout, keys: CollectionKeys) -> bool {
    layout.form == Some(Form::Yaml)
        && !table.has("summary")
        && table.has("description")
        && !keys.ignored.iter().any(|key| key == "description")
        && !keys.fields.iter().any(|field| field.id.value.as_str() == "description")
}

fn report_missing_title(table: &Table, layout: &Layout) {
    if table.has("title") || table.is_broken() {
        return;
    }
    if table.report_unread("title") {
        return;
    }
    let diagnostic = Diagnostic::error(Code::MissingKey, "this text has no title");
    table.report_table(
        diagnostic.help(match layout.form {
            Some(Form::Toml) => "add `title = \"…\"`, or begin the text with a line `# …`".to_owned(),
            Some(Form::Yaml) => {
                "add `title: \"…\"`, or begin the text with a line `# …`; if another key has it, name that below the \
                             collection in `rolebook.toml`: `keys = { title = \"…\" }`"
                    .to_owned()
            }
            None => "begin it with a line `# …`, or with lines `---`, `title: …`, `---`".to_owned(),
        }),
    );
}

/// An original is made from no other text.
pub(super) fn report_source(document: &Document, source: Option<&Located<String>>) {
    if let Some(source) = source {
        let message = "this text is the original, which is made from no other";
        let help = "remove `source` and `source_parts`; they are for translations";
        document.report_at(Diagnostic::warning(Code::InvalidValue, message).help(help), &source.place);
    }
}

/// What translators translate of a text: what is written, not what is made of it.
fn parts_of(front: &FrontMatter, text: &str, body: Range<usize>) -> Vec<revision::Part> {
    revision::parts(&front.title.value, &front.summary, &front.alternative_titles, text, body)
}

fn body(document: &Document, range: Range<usize>, expected: &Expected) -> Body<Located<LinkTarget>> {
    match expected.kind {
        _ if expected.extent == Extent::FrontMatter => Body::Unread,
        Kind::Role => Body::Sections(section::read(document, range, expected.locale)),
        Kind::Article | Kind::Category | Kind::Page => Body::Free(markdown::parse(document, range, expected.locale)),
    }
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

/// A title without space around it and line ends in it, which front matter may have.
fn on_one_line(title: Located<String>) -> Located<String> {
    let is_even = title.value.trim() == title.value && !title.value.contains('\n');
    if is_even {
        return title;
    }
    Located { value: title.value.split_whitespace().collect::<Vec<_>>().join(" "), place: title.place }
}

/// Whether a title has no words, which is then reported.
fn is_blank_title(document: &Document, title: &Located<String>) -> bool {
    if is_blank(&title.value) {
        let help = "write a title, or remove the key and begin the text with a line `# …`";
        document.report_at(Diagnostic::error(Code::MissingKey, "this title has no words").help(help), &title.place);
    }
    is_blank(&title.value)
}

fn is_blank_summary(document: &Document, summary: &Located<String>) -> bool {
    if is_blank(&summary.value) {
        let help = "write one or two sentences, or remove the key: the first sentence of the text serves in its place";
        let diagnostic = Diagnostic::warning(Code::InvalidValue, "this summary has no words");
        document.report_at(diagnostic.help(help), &summary.place);
    }
    is_blank(&summary.value)
}

/// The titles of a list that have words. Others are reported.
fn without_blanks(document: &Document, mut titles: Vec<Located<String>>) -> Vec<Located<String>> {
    titles.retain(|title| {
        if is_blank(&title.value) {
            let diagnostic = Diagnostic::warning(Code::InvalidValue, "this title has no words");
            document.report_at(diagnostic.help("remove it"), &title.place);
        }
        !is_blank(&title.value)
    });
    titles
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
    let layout = layout(&document)?;
    // A template is nothing to translate, whatever the kind.
    let (front, heading) = front_matter(&document, &layout, Kind::Page, CollectionKeys::default());
    let rest = heading.map(|heading| heading.taken_out_of(document.text));
    Some(parts_of(&front?, rest.as_deref().unwrap_or(document.text), layout.body))
}
