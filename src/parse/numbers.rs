//! Numbers in messages, handed over to ICU.
//!
//! The Fluent library chooses between plural forms by rules of CLDR 37, which do not know the `many` of French, Italian,
//! Portuguese and Spanish, and shows numbers without their locale. So the tree of a file is rewritten before it goes into
//! bundles: what a variant is chosen by goes through [`CATEGORY`] or [`VALUE`], what is shown goes through [`DISPLAY`].
//! These are functions of the bundle, and nothing else of a message's meaning changes.

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, Identifier, InlineExpression, Pattern, PatternElement, Resource, Variant,
    VariantKey,
};

use crate::limits::{MESSAGE_PIECES, NESTING};

/// The function that turns a number into its plural category, and leaves everything else as it is.
pub const CATEGORY: &str = "ROLEBOOK_CATEGORY";

/// The function that takes from a number how it is to be shown: in Fluent `1` and `1.0` are the same number.
pub const VALUE: &str = "ROLEBOOK_VALUE";

/// The function that turns a number or a list into text, and leaves everything else as it is.
pub const DISPLAY: &str = "ROLEBOOK_DISPLAY";

/// The names of plural categories in CLDR.
pub const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

type Inline<'t> = InlineExpression<&'t str>;
type Variants<'t> = Vec<Variant<&'t str>>;

/// Rewrites all patterns of a file.
pub(super) fn rewrite(tree: &mut Resource<&str>) {
    for entry in &mut tree.body {
        match entry {
            Entry::Message(message) => {
                message.value.iter_mut().for_each(pattern);
                message.attributes.iter_mut().for_each(|attribute| pattern(&mut attribute.value));
            }
            Entry::Term(term) => {
                pattern(&mut term.value);
                term.attributes.iter_mut().for_each(|attribute| pattern(&mut attribute.value));
            }
            _ => {}
        }
    }
}

/// How large a pattern becomes. Each choice is divided where its variants change between numbers and others, each part stands
/// within the one before, and the default is needed twice where it does not stand last.
#[derive(Clone, Copy, Default)]
pub(super) struct Size {
    levels: usize,
    pieces: usize,
}

impl Size {
    /// The size that a pattern will have.
    pub(super) fn of(pattern: &Pattern<&str>) -> Self {
        let mut size = Self::default();
        for element in &pattern.elements {
            let within = match element {
                PatternElement::TextElement { .. } => continue,
                PatternElement::Placeable { expression } => Self::of_expression(expression),
            };
            size.levels = size.levels.max(1 + within.levels);
            size.pieces = size.pieces.saturating_add(1 + within.pieces);
        }
        size
    }

    fn of_expression(expression: &Expression<&str>) -> Self {
        let variants = match expression {
            Expression::Inline(InlineExpression::Placeable { expression }) => return Self::of_expression(expression),
            Expression::Inline(_) => return Self::default(),
            Expression::Select { variants, .. } => variants,
        };
        let runs = variants.chunk_by(|a, b| is_number(a) == is_number(b));
        let is_last_default = runs.clone().next_back().is_some_and(|run| run.iter().any(|variant| variant.default));
        let mut size = Self::default();
        for variant in variants {
            let within = Self::of(&variant.value);
            let copies = if variant.default && !is_last_default { 2 } else { 1 };
            size.levels = size.levels.max(within.levels);
            size.pieces = size.pieces.saturating_add(within.pieces.saturating_add(1).saturating_mul(copies));
        }
        size.levels += runs.count().saturating_sub(1);
        size
    }

    pub(super) fn is_too_large(self) -> bool {
        self.levels > NESTING || self.pieces > MESSAGE_PIECES
    }
}

fn pattern(of: &mut Pattern<&str>) {
    let mut at_line_start = true;
    let elements = std::mem::take(&mut of.elements);
    of.elements = elements.into_iter().flat_map(|element| indented(element, &mut at_line_start)).collect();
    for element in &mut of.elements {
        if let PatternElement::Placeable { expression } = element {
            placeable(expression);
        }
    }
}

/// The space at the beginning of lines as placeables: the serializer would take it for the indentation of the file.
fn indented<'t>(element: PatternElement<&'t str>, at_line_start: &mut bool) -> Vec<PatternElement<&'t str>> {
    let PatternElement::TextElement { value } = element else {
        *at_line_start = false;
        return vec![element];
    };
    let mut pieces = Vec::new();
    for line in value.split_inclusive('\n') {
        let text = if *at_line_start { line.trim_start_matches(' ') } else { line };
        let space = &line[..line.len() - text.len()];
        if !space.is_empty() && !text.trim().is_empty() {
            let literal = InlineExpression::StringLiteral { value: space };
            pieces.push(PatternElement::Placeable { expression: Expression::Inline(literal) });
            pieces.push(PatternElement::TextElement { value: text });
        } else {
            pieces.push(PatternElement::TextElement { value: line });
        }
        *at_line_start = line.ends_with('\n');
    }
    pieces
}

fn placeable(expression: &mut Expression<&str>) {
    match expression {
        Expression::Inline(inline) => displayed(inline),
        Expression::Select { selector, variants } => {
            for variant in variants.iter_mut() {
                pattern(&mut variant.value);
            }
            if variants.iter().any(|variant| is_category(variant) || is_number(variant)) {
                let (selector, variants) = (selector.clone(), std::mem::take(variants));
                *expression = chosen(&selector, variants);
            }
        }
    }
}

fn displayed(inline: &mut Inline) {
    match inline {
        InlineExpression::Placeable { expression } => placeable(expression),
        InlineExpression::VariableReference { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::FunctionReference { .. } => *inline = call(DISPLAY, inline.clone()),
        InlineExpression::StringLiteral { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. } => {}
    }
}

fn call<'t>(function: &'static str, argument: Inline<'t>) -> Inline<'t> {
    InlineExpression::FunctionReference {
        id: Identifier { name: function },
        arguments: CallArguments { positional: vec![argument], named: Vec::new() },
    }
}

fn is_category(variant: &Variant<&str>) -> bool {
    matches!(&variant.key, VariantKey::Identifier { name } if CATEGORIES.contains(name))
}

fn is_number(variant: &Variant<&str>) -> bool {
    matches!(variant.key, VariantKey::NumberLiteral { .. })
}

/// A choice by numbers and by categories, as Fluent makes it: the first variant that fits is taken. Runs of numbers are
/// compared with the number itself and the others with its category, each run in the default variant of the one before.
fn chosen<'t>(selector: &Inline<'t>, variants: Variants<'t>) -> Expression<&'t str> {
    // A choice without a default variant has been reported.
    let fallback = variants.iter().find(|variant| variant.default).or(variants.last());
    let fallback = fallback.expect("a choice has variants").value.clone();
    let mut runs: Vec<Variants> = Vec::new();
    for variant in variants {
        match runs.last_mut() {
            Some(run) if is_number(&run[0]) == is_number(&variant) => run.push(variant),
            _ => runs.push(vec![variant]),
        }
    }
    let last = runs.pop().expect("a choice has variants");
    let last = if last.iter().any(|variant| variant.default) { last } else { with_default(last, fallback) };
    runs.into_iter().rev().fold(choice(selector, last), |rest, run| {
        let rest = Pattern { elements: vec![PatternElement::Placeable { expression: rest }] };
        choice(selector, with_default(run, rest))
    })
}

fn choice<'t>(selector: &Inline<'t>, mut run: Variants<'t>) -> Expression<&'t str> {
    let function = if is_number(&run[0]) { VALUE } else { CATEGORY };
    for variant in &mut run {
        if let VariantKey::NumberLiteral { value } = &mut variant.key
            && value.contains('.')
        {
            *value = value.trim_end_matches('0').trim_end_matches('.');
        }
    }
    Expression::Select { selector: call(function, selector.clone()), variants: run }
}

fn with_default<'t>(mut run: Variants<'t>, value: Pattern<&'t str>) -> Variants<'t> {
    for variant in &mut run {
        variant.default = false;
    }
    run.push(Variant { key: VariantKey::Identifier { name: "otherwise" }, value, default: true });
    run
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rewritten(source: &str) -> String {
        let mut tree = fluent_syntax::parser::parse(source).unwrap();
        rewrite(&mut tree);
        fluent_syntax::serializer::serialize(&tree)
    }

    #[test]
    fn what_is_shown_and_chosen_goes_through_functions() {
        let source = "a = { $n } of { 5 } { NUMBER($n) } { b } { -c } { \"x\" }\n";
        let display = "ROLEBOOK_DISPLAY";
        assert_eq!(
            rewritten(source),
            format!(
                "a = {{ {display}($n) }} of {{ {display}(5) }} {{ {display}(NUMBER($n)) }} {{ b }} {{ -c }} {{ \"x\" }}\n"
            )
        );
    }

    #[test]
    fn choices_without_categories_stay() {
        let source = "a =\n    { $gender ->\n        [feminine] x\n       *[neuter] y\n    }\n";
        assert_eq!(rewritten(source), source);
    }

    #[test]
    fn numbers_come_before_categories_as_they_are_written() {
        let shown = rewritten("a = { $n ->\n  [0] none\n  [one] one\n  [2.0] two\n *[other] many\n }\n");
        let lines: Vec<_> = shown.lines().map(str::trim).collect();
        assert_eq!(
            lines,
            [
                "a =",
                "{ ROLEBOOK_VALUE($n) ->",
                "[0] none",
                "*[otherwise]",
                "{ ROLEBOOK_CATEGORY($n) ->",
                "[one] one",
                "*[otherwise]",
                "{ ROLEBOOK_VALUE($n) ->",
                "[2] two",
                "*[otherwise]",
                "{ ROLEBOOK_CATEGORY($n) ->",
                "*[other] many",
                "}",
                "}",
                "}",
                "}",
            ]
        );
    }
}
