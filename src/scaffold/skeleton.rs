//! Messages without words: what is left for a translator to fill in, with the plural forms of the language.

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};

use crate::locale::LocaleCode;
use crate::locale::plurals::{PluralType, Plurals};
use crate::parse::numbers::CATEGORIES;

/// How a line begins that belongs to the one above.
const INDENT: &str = "    ";

/// The plural forms of a language.
pub(super) struct Skeleton {
    cardinal: Vec<&'static str>,
    ordinal: Vec<&'static str>,
}

impl Skeleton {
    pub(super) fn of(locale: &LocaleCode) -> Self {
        let needed = |of| Plurals::of(locale, of).categories().needed;
        Self { cardinal: needed(PluralType::Cardinal), ordinal: needed(PluralType::Ordinal) }
    }

    /// The lines of a message or term without its words.
    pub(super) fn of_entry(&self, entry: &Entry<&str>) -> Vec<String> {
        let (name, value, attributes) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref(), &message.attributes),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            _ => return Vec::new(),
        };
        let mut lines = vec![format!("{name} =")];
        if let Some(value) = value {
            self.add(&mut lines, value, INDENT);
        }
        for attribute in attributes {
            lines.push(format!("{INDENT}.{} =", attribute.id.name));
            self.add(&mut lines, &attribute.value, &INDENT.repeat(2));
        }
        lines
    }

    /// Adds the choices of a pattern to the line that it begins, and what else it shows beside them. Of a pattern without choices
    /// the original tells enough.
    fn add(&self, lines: &mut Vec<String>, pattern: &Pattern<&str>, indent: &str) {
        let expressions = pattern.elements.iter().filter_map(|element| match element {
            PatternElement::Placeable { expression } => Some(expression),
            PatternElement::TextElement { .. } => None,
        });
        if !expressions.clone().any(|expression| matches!(expression, Expression::Select { .. })) {
            return;
        }
        for expression in expressions {
            let last = lines.last_mut().expect("a pattern stands in a line");
            match expression {
                Expression::Inline(shows) => *last = format!("{last} {{ {} }}", shown(shows)),
                Expression::Select { selector, variants } => {
                    *last = format!("{last} {{ {} ->", shown(selector));
                    self.add_variants(lines, selector, variants, indent);
                    lines.push(format!("{}}}", &indent[INDENT.len()..]));
                }
            }
        }
    }

    fn add_variants(
        &self,
        lines: &mut Vec<String>,
        selector: &InlineExpression<&str>,
        variants: &[Variant<&str>],
        indent: &str,
    ) {
        let words: Vec<_> = variants.iter().filter(|variant| !is_number(variant)).map(name).collect();
        let is_plural = words.iter().all(|word| CATEGORIES.contains(word));
        let inner = format!("{indent}{INDENT}");
        if !is_plural {
            for variant in variants {
                lines.push(line(name(variant), variant.default, indent));
                self.add(lines, &variant.value, &inner);
            }
            return;
        }
        let default = variants.iter().find(|variant| variant.default).expect("a choice has a default");
        for number in variants.iter().filter(|variant| is_number(variant)) {
            lines.push(line(name(number), false, indent));
            self.add(lines, &number.value, &inner);
        }
        for category in self.categories(selector) {
            lines.push(line(category, category == "other", indent));
            self.add(lines, &default.value, &inner);
        }
    }

    /// The forms that a language needs; `other`, which every choice ends in, is always among them.
    fn categories(&self, selector: &InlineExpression<&str>) -> impl Iterator<Item = &'static str> {
        let needed = if is_ordinal(selector) { &self.ordinal } else { &self.cardinal };
        needed.iter().copied().filter(|category| *category != "other").chain(["other"])
    }
}

fn line(key: &str, is_default: bool, indent: &str) -> String {
    // The star stands one column before the others.
    let start = if is_default { format!("{}*", &indent[1..]) } else { indent.to_owned() };
    format!("{start}[{key}]")
}

fn name<'s>(variant: &Variant<&'s str>) -> &'s str {
    match variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

fn is_number(variant: &Variant<&str>) -> bool {
    matches!(variant.key, VariantKey::NumberLiteral { .. })
}

fn is_ordinal(selector: &InlineExpression<&str>) -> bool {
    let InlineExpression::FunctionReference { arguments, .. } = selector else { return false };
    arguments.named.iter().any(|argument| {
        let is_meant = matches!(argument.value, InlineExpression::StringLiteral { value: "ordinal" });
        argument.name.name == "type" && is_meant
    })
}

/// An expression as it is written.
fn shown(expression: &InlineExpression<&str>) -> String {
    match expression {
        InlineExpression::StringLiteral { value } => format!("\"{value}\""),
        InlineExpression::NumberLiteral { value } => (*value).to_owned(),
        InlineExpression::VariableReference { id } => format!("${}", id.name),
        InlineExpression::FunctionReference { id, arguments } => format!("{}({})", id.name, listed(arguments)),
        InlineExpression::MessageReference { id, attribute } => {
            format!("{}{}", id.name, attribute.as_ref().map(|of| format!(".{}", of.name)).unwrap_or_default())
        }
        InlineExpression::TermReference { id, attribute, arguments } => {
            let attribute = attribute.as_ref().map(|of| format!(".{}", of.name)).unwrap_or_default();
            let arguments = arguments.as_ref().map(|of| format!("({})", listed(of))).unwrap_or_default();
            format!("-{}{attribute}{arguments}", id.name)
        }
        InlineExpression::Placeable { expression } => match &**expression {
            Expression::Inline(inner) => format!("{{ {} }}", shown(inner)),
            Expression::Select { selector, .. } => shown(selector),
        },
    }
}

fn listed(CallArguments { positional, named }: &CallArguments<&str>) -> String {
    let named = named.iter().map(|argument| format!("{}: {}", argument.name.name, shown(&argument.value)));
    positional.iter().map(shown).chain(named).collect::<Vec<_>>().join(", ")
}
