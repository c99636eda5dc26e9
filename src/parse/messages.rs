//! `.ftl` files: Fluent messages, with the places of what they define and refer to.

use std::ops::Range;
use std::sync::Arc;

use fluent::FluentResource;
use fluent_syntax::{ast, parser};

use super::document::Document;
use super::numbers;
use super::pattern::{self, Pattern};
use crate::diagnostic::{Code, Diagnostic};
use crate::id::closest;
use crate::locale::LocaleCode;
use crate::place::{Located, SourcePath};

/// A file of messages.
#[derive(Clone)]
pub struct MessageFile {
    /// The locale in which its messages are written.
    pub locale: LocaleCode,
    /// Whose messages they are.
    pub layer: Layer,
    /// The file.
    pub path: SourcePath,
    /// The messages, as bundles take them: with numbers as [`numbers`] leaves them.
    pub resource: Arc<FluentResource>,
    /// What the file defines, in order.
    pub definitions: Vec<Definition>,
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

/// A message or a term (whose id then begins with a hyphen).
#[derive(Clone, Debug)]
pub struct Definition {
    /// The id, where it is defined.
    pub id: Located<String>,
    /// Its value; messages may have attributes only.
    pub value: Option<Pattern>,
    /// Its attributes, in order.
    pub attributes: Vec<Attribute>,
    /// Whose definition it is.
    pub layer: Layer,
    /// The codes that a comment `# rolebook-ignore: …` silences.
    pub ignored: Vec<Code>,
    /// The lines of the file that belong to it, from that of its id.
    pub lines: Range<usize>,
}

/// An attribute of a message or term.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// Its name, where it is defined.
    pub name: Located<String>,
    /// Its value.
    pub pattern: Pattern,
}

impl Definition {
    /// Whether it is a term, which only other messages can use.
    #[must_use]
    pub fn is_term(&self) -> bool {
        self.id.value.starts_with('-')
    }

    /// An attribute by its name.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.name.value == name)
    }

    /// The value and the attributes, each with the id by which it is asked for: `id`, `id.attribute`.
    pub fn patterns(&self) -> impl Iterator<Item = (Located<String>, &Pattern)> {
        let value = self.value.iter().map(|pattern| (self.id.clone(), pattern));
        let attributes = self.attributes.iter().map(|attribute| {
            let id = format!("{}.{}", self.id.value, attribute.name.value);
            (Located { value: id, place: attribute.name.place.clone() }, &attribute.pattern)
        });
        value.chain(attributes)
    }
}

/// Reads a file of messages. What is not Fluent is reported; the rest is read.
pub(super) fn parse(document: &Document, locale: LocaleCode, layer: Layer) -> MessageFile {
    let mut tree = match parser::parse(document.text) {
        Ok(tree) => tree,
        Err((tree, errors)) => {
            for error in errors {
                let help = "correct the message; its value stands after `=`, further lines are indented";
                let diagnostic = Diagnostic::reported(Code::Syntax, &error.kind.to_string());
                document.report(diagnostic.help(help), error.pos);
            }
            tree
        }
    };
    let mut definitions: Vec<Definition> =
        tree.body.iter().filter_map(|entry| definition(document, entry, layer)).collect();
    for index in 1..definitions.len() {
        definitions[index - 1].lines.end = definitions[index].id.place.line;
    }
    numbers::rewrite(&mut tree);
    let text = fluent_syntax::serializer::serialize(&tree);
    let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
    MessageFile { locale, layer, path: document.file.clone(), resource: Arc::new(resource), definitions }
}

fn definition(document: &Document, entry: &ast::Entry<&str>, layer: Layer) -> Option<Definition> {
    let (prefix, id, value, attributes, comment) = match entry {
        ast::Entry::Message(message) => {
            ("", &message.id, message.value.as_ref(), &message.attributes, message.comment.as_ref())
        }
        ast::Entry::Term(term) => ("-", &term.id, Some(&term.value), &term.attributes, term.comment.as_ref()),
        _ => return None,
    };
    let name = pattern::range_of(document, id.name);
    let id = document.located(format!("{prefix}{}", id.name), name.start - prefix.len()..name.end);
    let value = value.map(|value| pattern::read(document, value, &id.place));
    report_duplicates(document, attributes);
    let attribute = |attribute: &ast::Attribute<&str>| {
        let range = pattern::range_of(document, attribute.id.name);
        let name = document.located(attribute.id.name.to_owned(), range);
        Attribute { pattern: pattern::read(document, &attribute.value, &name.place), name }
    };
    Some(Definition {
        value,
        attributes: attributes.iter().map(attribute).collect(),
        layer,
        ignored: comment.map(|comment| ignored(document, comment)).unwrap_or_default(),
        lines: id.place.line..usize::MAX,
        id,
    })
}

fn report_duplicates(document: &Document, attributes: &[ast::Attribute<&str>]) {
    for (index, attribute) in attributes.iter().enumerate() {
        let name = attribute.id.name;
        let Some(first) = attributes[..index].iter().find(|earlier| earlier.id.name == name) else { continue };
        let line = document.place(pattern::range_of(document, first.id.name)).line;
        let diagnostic =
            Diagnostic::warning(Code::DuplicateMessage, format!("the attribute `{name}` stands here twice"));
        let help = format!("remove one of the two; the other is in line {line}");
        document.report(diagnostic.help(help), pattern::range_of(document, name));
    }
}

/// The codes that a comment names after `rolebook-ignore:`.
fn ignored(document: &Document, comment: &ast::Comment<&str>) -> Vec<Code> {
    let mut codes = Vec::new();
    for line in &comment.content {
        let Some(list) = line.trim().strip_prefix("rolebook-ignore:") else { continue };
        for name in list.split(|c: char| c == ',' || c.is_whitespace()).filter(|name| !name.is_empty()) {
            if let Ok(code) = name.parse() {
                codes.push(code);
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
