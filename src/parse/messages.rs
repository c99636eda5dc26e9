//! `.ftl` files: Fluent messages, with the places of what they define and refer to.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use fluent::FluentResource;
use fluent_syntax::{ast, parser};

use super::document::Document;
use super::message_id::{MessageId, MessageRef};
use super::message_syntax::{self, escapes, nesting};
use super::namespaces::{self, Names};
use super::numbers;
use super::pattern::{self, Pattern};
use crate::diagnostic::{Code, Diagnostic};
use crate::id::closest;
use crate::legible;
use crate::limits::ATTRIBUTES;
use crate::load::CONFIG_FILE;
use crate::locale::LocaleCode;
use crate::place::{Located, SourcePath};

/// The term that says what the site is called. Where no file defines it, the program does.
pub const BRAND: MessageRef = MessageRef { is_term: true, name: "brand", attribute: None };

/// A file of messages.
#[derive(Clone)]
pub struct MessageFile {
    /// The locale in which its messages are written.
    pub locale: LocaleCode,
    /// Whose messages they are.
    pub layer: Layer,
    /// The file.
    pub path: SourcePath,
    /// The messages, as bundles take them: with numbers as [`numbers`] leaves them, under the names that [`namespaces`]
    /// gives them.
    pub resource: Arc<FluentResource>,
    /// What the file defines, in order.
    pub definitions: Vec<Arc<Definition>>,
}

/// Whose messages a file holds. Those of later layers are laid over those of earlier ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// The theme's in the program, which a site's authors cannot mend.
    Program,
    /// The theme's own.
    Theme,
    /// The site's.
    Site,
}

/// A message or a term.
#[derive(Clone, Debug)]
pub struct Definition {
    /// The id, where it is defined.
    pub id: Located<MessageId>,
    /// Its value; messages may have attributes only.
    pub value: Option<Pattern>,
    /// Its attributes, in order.
    pub attributes: Vec<Attribute>,
    /// The locale in which it is written.
    pub locale: LocaleCode,
    /// Whose definition it is.
    pub layer: Layer,
    /// The codes that a comment `# rolebook-ignore: …` silences.
    pub ignored: BTreeSet<Code>,
    /// The lines of the file that belong to it, from that of its id.
    pub lines: Range<usize>,
}

/// An attribute of a message or term.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// The id by which it is asked for, where it is defined.
    pub id: Located<MessageId>,
    /// Its value.
    pub pattern: Pattern,
}

impl Definition {
    /// Whether it is a term, which only other messages can use.
    #[must_use]
    pub fn is_term(&self) -> bool {
        self.id.value.is_term()
    }

    /// An attribute by its name.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.id.value.attribute() == Some(name))
    }

    /// The pattern of an id of this message or term: its value, or one of its attributes.
    #[must_use]
    pub fn pattern(&self, id: MessageRef) -> Option<&Pattern> {
        match id.attribute {
            Some(name) => self.attribute(name).map(|attribute| &attribute.pattern),
            None => self.value.as_ref(),
        }
    }

    /// The value and the attributes, each with the id by which it is asked for.
    pub fn patterns(&self) -> impl Iterator<Item = (&Located<MessageId>, &Pattern)> {
        let value = self.value.iter().map(|pattern| (&self.id, pattern));
        value.chain(self.attributes.iter().map(|attribute| (&attribute.id, &attribute.pattern)))
    }

    fn patterns_mut(&mut self) -> impl Iterator<Item = &mut Pattern> {
        self.value.iter_mut().chain(self.attributes.iter_mut().map(|attribute| &mut attribute.pattern))
    }
}

/// The term [`BRAND`] with a text, as if it stood in the configuration.
#[must_use]
pub fn brand(text: &str, locale: &LocaleCode) -> MessageFile {
    let literal = |c: char| match c {
        '{' | '}' => format!("{{ \"{c}\" }}"),
        '\r' | '\n' => " ".to_owned(),
        c => c.to_string(),
    };
    let line = format!("{} = {}\n", BRAND.to_id(), legible::text(text).chars().map(literal).collect::<String>());
    let file = SourcePath::from(CONFIG_FILE);
    let document = Document::new(&file, line.as_bytes());
    parse(&document.expect("a line of text is text"), locale.clone(), Layer::Program)
}

/// Reads a file of messages. What is not Fluent is reported; the rest is read.
pub(super) fn parse(document: &Document, locale: LocaleCode, layer: Layer) -> MessageFile {
    let (broken, too_deep) = (escapes::report(document), nesting::report(document));
    if broken.is_empty() && too_deep.is_empty() {
        return read(document, locale, layer);
    }
    let mut readable = document.text.to_owned();
    escapes::replace(&mut readable, &broken);
    for entry in too_deep {
        // Their lines stay, so that what stands below them is where it was.
        let blank =
            readable[entry.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect::<String>();
        readable.replace_range(entry, &blank);
    }
    let copy = document.with_text(&readable);
    let file = read(&copy, locale, layer);
    document.adopt(copy);
    file
}

fn read(document: &Document, locale: LocaleCode, layer: Layer) -> MessageFile {
    let mut tree = parser::parse(document.text).unwrap_or_else(|(tree, errors)| {
        for error in &errors {
            message_syntax::report(document, &locale, error);
        }
        tree
    });
    tree.body.retain(|entry| !has_too_many_attributes(document, entry) && !grows_too_large(document, entry));
    let mut definitions: Vec<Definition> =
        tree.body.iter().filter_map(|entry| definition(document, entry, (&locale, layer))).collect();
    for index in 1..definitions.len() {
        definitions[index - 1].lines.end = definitions[index].id.place.line;
    }
    let references = definitions.iter().flat_map(Definition::patterns).flat_map(|(_, pattern)| &pattern.references);
    let names = Names::of(definitions.iter().map(|definition| &definition.id).chain(references).map(|id| &id.value));
    let legible = document.without_left_out();
    let mut tree = match &legible {
        Some(text) => parser::parse(text.as_str()).unwrap_or_else(|(tree, _)| tree),
        None => tree,
    };
    numbers::rewrite(&mut tree);
    namespaces::rename(&mut tree, &names);
    count_placeables(&mut definitions, &tree);
    let text = fluent_syntax::serializer::serialize(&tree);
    let text = legible::text(&text).into_owned();
    let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
    let definitions = definitions.into_iter().map(Arc::new).collect();
    MessageFile { locale, layer, path: document.file.clone(), resource: Arc::new(resource), definitions }
}

/// Whether a message or term has more attributes than are taken; that is then reported.
fn has_too_many_attributes(document: &Document, entry: &ast::Entry<&str>) -> bool {
    let (name, attributes) = match entry {
        ast::Entry::Message(message) => (message.id.name, &message.attributes),
        ast::Entry::Term(term) => (term.id.name, &term.attributes),
        _ => return false,
    };
    let Some(first) = attributes.get(ATTRIBUTES) else { return false };
    let message = format!("`{name}` has more than {ATTRIBUTES} attributes");
    let diagnostic = Diagnostic::error(Code::Limit, message).help("make several messages of it");
    document.report(diagnostic, pattern::range_of(document, first.id.name));
    true
}

/// Whether a message or term would become too large if its choices were divided; that is then reported.
fn grows_too_large(document: &Document, entry: &ast::Entry<&str>) -> bool {
    let (name, value, attributes) = match entry {
        ast::Entry::Message(message) => (message.id.name, message.value.as_ref(), &message.attributes),
        ast::Entry::Term(term) => (term.id.name, Some(&term.value), &term.attributes),
        _ => return false,
    };
    let mut patterns = value.into_iter().chain(attributes.iter().map(|attribute| &attribute.value));
    if !patterns.any(|pattern| numbers::Size::of(pattern).is_too_large()) {
        return false;
    }
    let message = format!("the choices of `{name}` are too large, or there are too many of them within each other");
    let help = "in each choice, put numbers such as `[0]` first, then plural forms, and the default last";
    document.report(Diagnostic::error(Code::Limit, message).help(help), pattern::range_of(document, name));
    true
}

/// Tells patterns how many placeables bundles will find in them.
fn count_placeables(definitions: &mut [Definition], tree: &ast::Resource<&str>) {
    let rewritten = tree.body.iter().filter_map(|entry| match entry {
        ast::Entry::Message(message) => Some((message.value.as_ref(), &message.attributes)),
        ast::Entry::Term(term) => Some((Some(&term.value), &term.attributes)),
        _ => None,
    });
    for (definition, (value, attributes)) in definitions.iter_mut().zip(rewritten) {
        let counts = value.into_iter().chain(attributes.iter().map(|attribute| &attribute.value));
        for (pattern, rewritten) in definition.patterns_mut().zip(counts) {
            pattern.placeables = pattern::most_placeables(rewritten);
        }
    }
}

fn definition(
    document: &Document,
    entry: &ast::Entry<&str>,
    (locale, layer): (&LocaleCode, Layer),
) -> Option<Definition> {
    let (id, range, value, attributes, comment) = match entry {
        ast::Entry::Message(message) => {
            let range = pattern::range_of(document, message.id.name);
            let id = MessageId::message(message.id.name);
            (id, range, message.value.as_ref(), &message.attributes, message.comment.as_ref())
        }
        ast::Entry::Term(term) => {
            let range = pattern::range_of(document, term.id.name);
            let range = range.start - 1..range.end;
            (MessageId::term(term.id.name), range, Some(&term.value), &term.attributes, term.comment.as_ref())
        }
        _ => return None,
    };
    let id = document.located(id, range);
    let value = value.map(|value| pattern::read(document, value, &id.place));
    report_duplicates(document, attributes);
    let attribute = |attribute: &ast::Attribute<&str>| {
        let range = pattern::range_of(document, attribute.id.name);
        let id = document.located(id.value.with_attribute(attribute.id.name), range);
        Attribute { pattern: pattern::read(document, &attribute.value, &id.place), id }
    };
    Some(Definition {
        value,
        attributes: attributes.iter().map(attribute).collect(),
        locale: locale.clone(),
        layer,
        ignored: comment.map(|comment| ignored(document, comment)).unwrap_or_default(),
        lines: id.place.line..usize::MAX,
        id,
    })
}

fn report_duplicates(document: &Document, attributes: &[ast::Attribute<&str>]) {
    let mut known: BTreeMap<&str, &str> = BTreeMap::new();
    for attribute in attributes {
        let name = attribute.id.name;
        let first = *known.entry(name).or_insert(name);
        if std::ptr::eq(first, name) {
            continue;
        }
        let line = document.place(pattern::range_of(document, first)).line;
        let diagnostic =
            Diagnostic::warning(Code::DuplicateMessage, format!("the attribute `{name}` stands here twice"));
        let help = format!("remove one of the two; the other is in line {line}");
        document.report(diagnostic.help(help), pattern::range_of(document, name));
    }
}

/// The codes that a comment names after `rolebook-ignore:`.
fn ignored(document: &Document, comment: &ast::Comment<&str>) -> BTreeSet<Code> {
    let mut codes = BTreeSet::new();
    for line in &comment.content {
        let Some(list) = line.trim().strip_prefix("rolebook-ignore:") else { continue };
        for name in list.split(|c: char| c == ',' || c.is_whitespace()).filter(|name| !name.is_empty()) {
            if let Ok(code) = name.parse() {
                codes.insert(code);
                continue;
            }
            let message = format!("there is no code `{name}`");
            let close = closest(name, Code::ALL.iter().map(|code| code.as_str()));
            let diagnostic = Diagnostic::warning(Code::UnknownReference, message)
                .did_you_mean(close, "the documentation of diagnostics lists all codes");
            document.report(diagnostic, pattern::range_of(document, name));
        }
    }
    codes
}
