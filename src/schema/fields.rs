//! Schemas of fields: values that a site declares itself.

use super::json::{Properties, Schema};
use super::own::OwnKeys;
use super::tables::{Language, Tables, any_case};
use crate::parse::fields::keys::{DAYS, MONEY, NUMBERS};
use crate::parse::fields::{Field, FieldKind};
use crate::parse::keys::{Keys, Type};

/// An expression for what an employer fills in, or for nothing: YAML has keys that say nothing.
const PLACEHOLDER: &str = r"^\s*(\{[a-z][a-z0-9-]*\})?\s*$";

impl Tables<'_> {
    /// Adds the fields of a site to the keys of a table, and the ways in which other tools write their ids.
    pub(super) fn add_fields(self, own: &OwnKeys, properties: &mut Properties, spellings: &mut Properties) {
        for (collection, field) in &own.fields {
            let id = field.id.value.as_str();
            let schema = self.field(field);
            let description = Some(format!("A field of `{collection}`."));
            spellings.add(spelling(id), schema.clone());
            properties.add(id, Schema { description, ..schema });
        }
    }

    /// The schema of a field's value.
    fn field(self, field: &Field) -> Schema {
        let either = |one: &Type, range: &'static Keys| vec![self.value(one), self.table(range)];
        let one_or_more = |one: Schema| {
            let max_items = (!field.multiple).then_some(1);
            vec![one.clone(), Schema { max_items, ..Schema::list(one) }]
        };
        let mut possible = match field.kind {
            FieldKind::Text => one_or_more(self.value(&Type::Text)),
            FieldKind::Choice => one_or_more(self.chosen(field)),
            FieldKind::Number => either(&Type::Number, &NUMBERS),
            FieldKind::Date => either(&Type::Date, &DAYS),
            FieldKind::Money => vec![self.table(&MONEY)],
            FieldKind::Link => vec![self.value(&Type::WebAddress)],
            FieldKind::Email => vec![Schema::matching("@")],
        };
        let placeholder = Schema::matching(PLACEHOLDER);
        possible.push(match self.language {
            Language::Toml => placeholder,
            Language::FrontMatter => Schema { pattern: placeholder.pattern, ..Schema::of_either(&["string", "null"]) },
        });
        Schema::any(possible)
    }

    /// One of the choices. What is written in words, such as `Full Time`, only the parser can read.
    fn chosen(self, field: &Field) -> Schema {
        let choices = field.choices.iter().map(|choice| choice.id.value.to_string()).collect();
        let mut possible = vec![Schema { choices, ..Schema::of("string") }, Schema::matching("[^a-z0-9-]")];
        if self.language == Language::FrontMatter {
            possible.push(Schema::of("number"));
        }
        Schema::any(possible)
    }
}

/// The ways in which a key that stands for an id is written: `employmentType`, `Employment Type`, `EMPLOYMENT_TYPE`.
fn spelling(id: &str) -> String {
    let words: Vec<_> = id.split('-').map(any_case).collect();
    format!("^{}$", words.join("[-_ ]?"))
}
