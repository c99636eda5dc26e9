//! What the pattern of a message says about itself: names that it uses, forms that it chooses from, its words.

use std::collections::BTreeMap;
use std::ops::Range;

use fluent_syntax::ast;

use super::document::Document;
use super::message_id::MessageId;
use super::message_syntax::escapes;
use crate::diagnostic::{Code, Diagnostic};
use crate::markup;
use crate::place::{Located, Place};

/// What is wrong with a message that has more placeables than the Fluent library shows.
pub const TOO_LONG: &str = "it has more than 100 placeables";

/// What to do about it.
pub const TOO_LONG_HELP: &str =
    "divide it into several messages; those that it refers to count, too, so the template has to show them one by one";

/// The value of a message, term or attribute.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// Where it belongs to: the place of the id or of the attribute's name.
    pub place: Place,
    /// The messages, terms and attributes that it refers to.
    pub references: Vec<Located<MessageId>>,
    /// The variables that it uses, without the dollar sign.
    pub variables: Vec<Located<String>>,
    /// The functions that it calls.
    pub calls: Vec<Call>,
    /// The choices that it makes.
    pub choices: Vec<Choice>,
    /// Its text and what stands between, for comparison with another pattern: placeables as they are written.
    pub text: String,
    /// The elements of inline markup in its text, each as `<name>` or `<name data-l10n-name="…">`, and how often the variant
    /// that has most of them has each.
    pub elements: BTreeMap<String, usize>,
    /// How many placeables there are on the longest way through its variants, those included that `numbers` adds.
    pub placeables: usize,
    /// Where markup is not whole, or is shown as text, and why.
    pub broken_markup: Option<Located<markup::Problem>>,
}

/// A call of a function, or a term with arguments.
#[derive(Clone, Debug)]
pub struct Call {
    /// What is called.
    pub callee: Located<Callee>,
    /// What it is handed first without a name.
    pub handed: Option<Located<Handed>>,
    /// The named arguments.
    pub arguments: Vec<Argument>,
}

/// What a call is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Callee {
    /// A function, by its name.
    Function(String),
    /// A term.
    Term(MessageId),
}

/// What a function is handed without a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Handed {
    /// A variable, by its name.
    Variable(String),
    /// Text in quotes.
    Text(String),
    /// A number, as it is written.
    Number(String),
    /// The text of a message, term or attribute.
    Reference(MessageId),
    /// What comes of another function or placeable.
    Result,
}

/// A named argument of a function or term.
#[derive(Clone, Debug)]
pub struct Argument {
    /// Its name.
    pub name: Located<String>,
    /// Its value, as it is written but for the quotes.
    pub value: String,
    /// Whether the value is a number, and not text in quotes.
    pub is_number: bool,
}

/// A choice between variants.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What is chosen by.
    pub selector: Selector,
    /// The keys of the variants, in order.
    pub keys: Vec<Located<String>>,
}

/// What a choice is made by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selector {
    /// A number in counting: one, two, many.
    Cardinal,
    /// A number in a sequence: first, second, third.
    Ordinal,
    /// A variable, of which only the keys can tell whether it is a number.
    Variable,
    /// Something else: text, an attribute of a term.
    Other,
}

impl Pattern {
    /// Whether nothing would be shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// Where a name or text stands in a document: Fluent's tree has no spans, but its names are slices of the source.
pub(super) fn range_of(document: &Document, slice: &str) -> Range<usize> {
    let start = slice.as_ptr() as usize - document.text.as_ptr() as usize;
    start..start + slice.len()
}

/// Reads a pattern that belongs to what stands at `place`.
pub(super) fn read(document: &Document, pattern: &ast::Pattern<&str>, place: &Place) -> Pattern {
    let mut reader = PatternReader {
        document,
        pattern: Pattern {
            place: place.clone(),
            references: Vec::new(),
            variables: Vec::new(),
            calls: Vec::new(),
            choices: Vec::new(),
            text: String::new(),
            elements: BTreeMap::new(),
            placeables: 0,
            broken_markup: None,
        },
    };
    reader.pattern(pattern);
    reader.pattern
}

/// How many placeables there are on the longest way through the variants of a pattern.
pub(super) fn most_placeables(of: &ast::Pattern<&str>) -> usize {
    let placeables = of.elements.iter().map(|element| match element {
        ast::PatternElement::TextElement { .. } => 0,
        ast::PatternElement::Placeable { expression } => 1 + within(expression),
    });
    placeables.sum()
}

fn within(expression: &ast::Expression<&str>) -> usize {
    match expression {
        ast::Expression::Select { variants, .. } => {
            variants.iter().map(|variant| most_placeables(&variant.value)).max().unwrap_or(0)
        }
        ast::Expression::Inline(ast::InlineExpression::Placeable { expression }) => within(expression),
        ast::Expression::Inline(_) => 0,
    }
}

/// Walks a pattern.
struct PatternReader<'t> {
    document: &'t Document<'t>,
    pattern: Pattern,
}

impl PatternReader<'_> {
    fn pattern(&mut self, pattern: &ast::Pattern<&str>) {
        self.markup(pattern);
        for element in &pattern.elements {
            match element {
                ast::PatternElement::TextElement { value } => self.pattern.text.push_str(value),
                ast::PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    /// Markup has to be whole within each variant: what a placeable stands for is text.
    fn markup(&mut self, pattern: &ast::Pattern<&str>) {
        let mut text = String::new();
        let mut offsets = Vec::new();
        for element in &pattern.elements {
            if let ast::PatternElement::TextElement { value } = element {
                offsets.push((text.len(), range_of(self.document, value).start));
                text.push_str(value);
            }
        }
        if !text.contains('<') {
            return;
        }
        let read = markup::read(&text);
        for (element, count) in read.elements {
            let most = self.pattern.elements.entry(element).or_default();
            *most = count.max(*most);
        }
        let problem = read.problems.into_iter().next().filter(|_| self.pattern.broken_markup.is_none());
        if let Some(problem) = problem {
            let (from, start) = *offsets.iter().rev().find(|(from, _)| *from <= problem.at).expect("there is text");
            let start = start + problem.at - from;
            self.pattern.broken_markup = Some(self.document.located(problem, start..start + 1));
        }
    }

    fn expression(&mut self, expression: &ast::Expression<&str>) {
        match expression {
            ast::Expression::Inline(inline) => self.inline(inline),
            ast::Expression::Select { selector, variants } => {
                let start = self.pattern.text.len();
                self.inline(selector);
                self.pattern.text.insert(start, '{');
                self.pattern.text.push_str("->");
                self.choice(selector, variants);
                self.require_default(variants);
                for variant in variants {
                    let key = key(&variant.key);
                    self.write(&["[", key, "]"]);
                    self.pattern(&variant.value);
                }
                self.pattern.text.push('}');
            }
        }
    }

    /// The parser takes a `*` before nothing for the default variant.
    fn require_default(&self, variants: &[ast::Variant<&str>]) {
        if variants.iter().any(|variant| variant.default) {
            return;
        }
        let diagnostic = Diagnostic::error(Code::Syntax, "no variant is the default")
            .help("put `*` directly before the key of the variant that serves in all other cases: `*[other]`");
        match variants.last() {
            Some(last) => self.document.report(diagnostic, range_of(self.document, key(&last.key))),
            None => self.document.report_at(diagnostic, &self.pattern.place),
        }
    }

    fn choice(&mut self, selector: &ast::InlineExpression<&str>, variants: &[ast::Variant<&str>]) {
        let kind = match selector {
            ast::InlineExpression::VariableReference { .. } => Selector::Variable,
            ast::InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
                let ordinal = arguments.named.iter().any(|named| {
                    named.name.name == "type"
                        && matches!(named.value, ast::InlineExpression::StringLiteral { value: "ordinal" })
                });
                if ordinal { Selector::Ordinal } else { Selector::Cardinal }
            }
            _ => Selector::Other,
        };
        let keys = variants.iter().map(|variant| {
            let key = key(&variant.key);
            self.document.located(key.to_owned(), range_of(self.document, key))
        });
        self.pattern.choices.push(Choice { selector: kind, keys: keys.collect() });
    }

    fn write(&mut self, pieces: &[&str]) {
        self.pattern.text.extend(pieces.iter().copied());
    }

    fn inline(&mut self, expression: &ast::InlineExpression<&str>) {
        match expression {
            ast::InlineExpression::StringLiteral { value } => {
                let text = escapes::read(self.document, value, range_of(self.document, value).start);
                self.pattern.text.push_str(&text);
            }
            ast::InlineExpression::NumberLiteral { value } => self.pattern.text.push_str(value),
            ast::InlineExpression::MessageReference { id, attribute } => {
                self.reference(&MessageId::message(id.name), id.name, attribute.as_ref());
            }
            ast::InlineExpression::TermReference { id, attribute, arguments } => {
                let term = MessageId::term(id.name);
                self.reference(&term, id.name, attribute.as_ref());
                if let Some(arguments) = arguments {
                    self.call(Callee::Term(term), id.name, arguments);
                }
            }
            ast::InlineExpression::FunctionReference { id, arguments } => {
                self.write(&["{", id.name]);
                self.call(Callee::Function(id.name.to_owned()), id.name, arguments);
                self.pattern.text.push('}');
            }
            ast::InlineExpression::VariableReference { id } => {
                self.write(&["{$", id.name, "}"]);
                let range = range_of(self.document, id.name);
                let variable = self.document.located(id.name.to_owned(), range.start - 1..range.end);
                if let Some(name) = id.name.strip_suffix('-') {
                    let diagnostic =
                        Diagnostic::warning(Code::Syntax, format!("the hyphen belongs to the name `${}`", id.name));
                    let help = format!("write `{{ ${name} }}-` if it is text");
                    self.document.report_at(diagnostic.help(help), &variable.place);
                }
                self.pattern.variables.push(variable);
            }
            ast::InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    fn call(&mut self, callee: Callee, name: &str, arguments: &ast::CallArguments<&str>) {
        let callee = self.document.located(callee, range_of(self.document, name));
        let named = arguments.named.iter().map(|named| {
            let (value, is_number) = match &named.value {
                ast::InlineExpression::StringLiteral { value } => (*value, false),
                ast::InlineExpression::NumberLiteral { value } => (*value, true),
                other => (self.no_literal(other), false),
            };
            let name = self.document.located(named.name.name.to_owned(), range_of(self.document, named.name.name));
            Argument { name, value: value.to_owned(), is_number }
        });
        let named = named.collect();
        let handed = arguments.positional.first().map(|first| self.handed(first, &callee.place));
        self.pattern.calls.push(Call { callee, handed, arguments: named });
        self.arguments(arguments);
    }

    fn handed(&self, argument: &ast::InlineExpression<&str>, call: &Place) -> Located<Handed> {
        let reference = |id: MessageId, attribute: &Option<ast::Identifier<&str>>| {
            Handed::Reference(
                attribute.as_ref().map_or_else(|| id.clone(), |attribute| id.with_attribute(attribute.name)),
            )
        };
        let (value, written, signs) = match argument {
            ast::InlineExpression::VariableReference { id } => (Handed::Variable(id.name.to_owned()), id.name, 1),
            ast::InlineExpression::StringLiteral { value } => (Handed::Text((*value).to_owned()), *value, 1),
            ast::InlineExpression::NumberLiteral { value } => (Handed::Number((*value).to_owned()), *value, 0),
            ast::InlineExpression::MessageReference { id, attribute } => {
                (reference(MessageId::message(id.name), attribute), id.name, 0)
            }
            ast::InlineExpression::TermReference { id, attribute, .. } => {
                (reference(MessageId::term(id.name), attribute), id.name, 1)
            }
            ast::InlineExpression::FunctionReference { .. } | ast::InlineExpression::Placeable { .. } => {
                return Located { value: Handed::Result, place: call.clone() };
            }
        };
        let Range { start, end } = range_of(self.document, written);
        self.document.located(value, start - signs..end)
    }

    fn arguments(&mut self, arguments: &ast::CallArguments<&str>) {
        for argument in &arguments.positional {
            self.inline(argument);
        }
        for named in &arguments.named {
            self.write(&[" ", named.name.name, ":"]);
            if is_literal(&named.value) {
                self.inline(&named.value);
            }
        }
    }

    /// Reports the value of a named argument that Fluent does not allow and its parser lets through: a word without quotes.
    fn no_literal<'t>(&self, value: &ast::InlineExpression<&'t str>) -> &'t str {
        let ast::InlineExpression::MessageReference { id, .. } = value else { return "" };
        let message = format!("`{}` is neither text in quotes nor a number", id.name);
        let diagnostic = Diagnostic::error(Code::Syntax, message).help(format!("write `\"{}\"`", id.name));
        self.document.report(diagnostic, range_of(self.document, id.name));
        id.name
    }

    fn reference(&mut self, of: &MessageId, name: &str, attribute: Option<&ast::Identifier<&str>>) {
        let mut range = range_of(self.document, name);
        if of.is_term() {
            // The hyphen belongs to what authors see as the id.
            range.start -= 1;
        }
        let reference = attribute.map_or_else(|| of.clone(), |attribute| of.with_attribute(attribute.name));
        self.write(&["{", &reference.to_string(), "}"]);
        self.pattern.references.push(self.document.located(reference, range));
    }
}

fn is_literal(value: &ast::InlineExpression<&str>) -> bool {
    matches!(value, ast::InlineExpression::StringLiteral { .. } | ast::InlineExpression::NumberLiteral { .. })
}

fn key<'t>(key: &ast::VariantKey<&'t str>) -> &'t str {
    match key {
        ast::VariantKey::Identifier { name } => name,
        ast::VariantKey::NumberLiteral { value } => value,
    }
}
