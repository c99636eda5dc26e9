//! `.ftl` files: Fluent messages, with the places of what they define and refer to.

use std::ops::Range;
use std::sync::Arc;

use fluent::FluentResource;
use fluent_syntax::ast;

use super::document::Document;
use crate::diagnostic::{Code, Diagnostic};
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
    /// The messages, as bundles take them.
    pub resource: Arc<FluentResource>,
    /// What the file defines, in order.
    pub definitions: Vec<Definition>,
}

/// Whose messages a file holds. The site's are laid over the theme's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
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
    /// Whether it has a value, and not attributes only.
    pub has_value: bool,
    /// The names of its attributes.
    pub attributes: Vec<String>,
    /// The messages, terms and attributes that it refers to: `id`, `-id`, `id.attribute`.
    pub references: Vec<Located<String>>,
}

/// Reads a file of messages. What is not Fluent is reported; the rest is read.
pub(super) fn parse(document: &Document, locale: LocaleCode, layer: Layer) -> MessageFile {
    let resource = match FluentResource::try_new(document.text.to_owned()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let help = "correct the message; its value stands after `=`, further lines are indented";
                let diagnostic = Diagnostic::reported(Code::Syntax, &error.kind.to_string());
                document.report(diagnostic.help(help), error.pos);
            }
            resource
        }
    };
    let definitions = resource.entries().filter_map(|entry| definition(document, &resource, entry)).collect();
    MessageFile { locale, layer, path: document.file.clone(), resource: Arc::new(resource), definitions }
}

fn definition(document: &Document, resource: &FluentResource, entry: &ast::Entry<&str>) -> Option<Definition> {
    let (prefix, id, value, attributes) = match entry {
        ast::Entry::Message(message) => ("", &message.id, message.value.as_ref(), &message.attributes),
        ast::Entry::Term(term) => ("-", &term.id, Some(&term.value), &term.attributes),
        _ => return None,
    };
    let mut collector = References { document, source: resource.source(), found: Vec::new() };
    for pattern in value.into_iter().chain(attributes.iter().map(|attribute| &attribute.value)) {
        collector.pattern(pattern);
    }
    let range = collector.range(id.name);
    Some(Definition {
        id: document.located(format!("{prefix}{}", id.name), range),
        has_value: value.is_some(),
        attributes: attributes.iter().map(|attribute| attribute.id.name.to_owned()).collect(),
        references: collector.found,
    })
}

/// Walks a pattern for what it refers to.
struct References<'t> {
    document: &'t Document<'t>,
    /// The text that the syntax tree borrows from: a copy of the document's.
    source: &'t str,
    found: Vec<Located<String>>,
}

impl References<'_> {
    /// Where a name stands: Fluent's tree has no spans, but its names are slices of the source.
    fn range(&self, name: &str) -> Range<usize> {
        let start = name.as_ptr() as usize - self.source.as_ptr() as usize;
        start..start + name.len()
    }

    fn pattern(&mut self, pattern: &ast::Pattern<&str>) {
        for element in &pattern.elements {
            if let ast::PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &ast::Expression<&str>) {
        match expression {
            ast::Expression::Inline(inline) => self.inline(inline),
            ast::Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, expression: &ast::InlineExpression<&str>) {
        match expression {
            ast::InlineExpression::MessageReference { id, attribute } => self.reference("", id, attribute.as_ref()),
            ast::InlineExpression::TermReference { id, attribute, arguments } => {
                self.reference("-", id, attribute.as_ref());
                if let Some(arguments) = arguments {
                    self.arguments(arguments);
                }
            }
            ast::InlineExpression::FunctionReference { arguments, .. } => self.arguments(arguments),
            ast::InlineExpression::Placeable { expression } => self.expression(expression),
            _ => {}
        }
    }

    fn arguments(&mut self, arguments: &ast::CallArguments<&str>) {
        for argument in arguments.positional.iter().chain(arguments.named.iter().map(|named| &named.value)) {
            self.inline(argument);
        }
    }

    fn reference(&mut self, prefix: &str, id: &ast::Identifier<&str>, attribute: Option<&ast::Identifier<&str>>) {
        let suffix = attribute.map_or_else(String::new, |attribute| format!(".{}", attribute.name));
        let name = self.range(id.name);
        let range = name.start - prefix.len()..name.end;
        self.found.push(self.document.located(format!("{prefix}{}{suffix}", id.name), range));
    }
}
