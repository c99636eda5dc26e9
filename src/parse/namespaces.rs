//! Names of messages and terms as bundles have them.
//!
//! In Fluent a message, a term and a function may have the same name; the library keeps all three in one map, where the
//! last one wins. So the tree of a file is renamed before it goes into bundles: messages begin with `m`, terms with `t`, and
//! functions, whose names are in capitals, stay as they are.

use std::collections::BTreeMap;

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, Identifier, InlineExpression, Pattern, PatternElement, Resource,
};

use super::message_id::{MessageId, MessageRef};

const MESSAGE: char = 'm';
const TERM: char = 't';

/// The names in bundles of all that a file defines and refers to.
pub(super) struct Names(BTreeMap<MessageId, String>);

impl Names {
    /// The names for a file with these ids.
    pub(super) fn of<'i>(ids: impl Iterator<Item = &'i MessageId>) -> Self {
        Self(ids.map(|id| MessageRef::from(id).whole()).map(|id| (id.to_id(), in_bundle(id))).collect())
    }

    fn of_message(&self, name: &str) -> &str {
        &self.0[&MessageId::message(name)]
    }

    fn of_term(&self, name: &str) -> &str {
        &self.0[&MessageId::term(name)]
    }
}

fn in_bundle(id: MessageRef) -> String {
    format!("{}{}", if id.is_term { TERM } else { MESSAGE }, id.name)
}

/// The name that a message or term of a bundle has in its file.
#[must_use]
pub fn written(in_bundle: &str) -> &str {
    in_bundle.strip_prefix([MESSAGE, TERM]).unwrap_or(in_bundle)
}

/// Gives messages and terms, and what refers to them, their names in bundles.
pub(super) fn rename<'n>(tree: &mut Resource<&'n str>, names: &'n Names) {
    for entry in &mut tree.body {
        let (value, attributes) = match entry {
            Entry::Message(message) => {
                message.id.name = names.of_message(message.id.name);
                (message.value.as_mut(), &mut message.attributes)
            }
            Entry::Term(term) => {
                term.id.name = names.of_term(term.id.name);
                (Some(&mut term.value), &mut term.attributes)
            }
            _ => continue,
        };
        let attributes = attributes.iter_mut().map(|attribute| &mut attribute.value);
        value.into_iter().chain(attributes).for_each(|value| pattern(value, names));
    }
}

fn pattern<'n>(of: &mut Pattern<&'n str>, names: &'n Names) {
    for element in &mut of.elements {
        if let PatternElement::Placeable { expression: placeable } = element {
            expression(placeable, names);
        }
    }
}

fn expression<'n>(of: &mut Expression<&'n str>, names: &'n Names) {
    match of {
        Expression::Inline(of) => inline(of, names),
        Expression::Select { selector, variants } => {
            inline(selector, names);
            for variant in variants {
                pattern(&mut variant.value, names);
            }
        }
    }
}

fn inline<'n>(of: &mut InlineExpression<&'n str>, names: &'n Names) {
    match of {
        InlineExpression::MessageReference { id: Identifier { name }, .. } => *name = names.of_message(name),
        InlineExpression::TermReference { id: Identifier { name }, arguments, .. } => {
            *name = names.of_term(name);
            if let Some(of) = arguments {
                arguments_of(of, names);
            }
        }
        InlineExpression::FunctionReference { arguments, .. } => arguments_of(arguments, names),
        InlineExpression::Placeable { expression: of } => expression(of, names),
        // Named arguments are literals.
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::VariableReference { .. } => {}
    }
}

fn arguments_of<'n>(of: &mut CallArguments<&'n str>, names: &'n Names) {
    of.positional.iter_mut().for_each(|argument| inline(argument, names));
}
