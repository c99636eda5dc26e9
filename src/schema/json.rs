//! JSON Schema as text, with the keywords in the order in which people read them.
//!
//! Only keywords that mean the same in drafts 4 to 7 are here: Taplo documents draft 4, editors of YAML and JSON draft 7.
//! Source: <https://json-schema.org/draft-07/json-schema-validation>.

use serde::{Serialize, Serializer};
use serde_json::Value;

/// A schema, or a part of one.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Schema {
    /// The draft of JSON Schema; only of a schema as a whole.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub draft: Option<&'static str>,
    /// The address by which others may name it.
    #[serde(rename = "$id", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Who made it.
    #[serde(rename = "$comment", skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// What it is a schema of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What people are told of the value, in Markdown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The types that the value may have.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub types: Option<Types>,
    /// What the value may be.
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    /// What a text must match.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// The most characters of a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_length: Option<usize>,
    /// The least of a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<u32>,
    /// The most of a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum: Option<u32>,
    /// The value that holds where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<Value>,
    /// Schemas of which the value must fit one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub any_of: Vec<Schema>,
    /// What the items of a list are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items: Option<Box<Schema>>,
    /// The most items of a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_items: Option<usize>,
    /// The keys of a table.
    #[serde(skip_serializing_if = "Properties::is_empty")]
    pub properties: Properties,
    /// Other spellings of keys, as patterns: editors propose none of them.
    #[serde(skip_serializing_if = "Properties::is_empty")]
    pub pattern_properties: Properties,
    /// What other keys a table may have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub additional_properties: Option<Additional>,
    /// The keys that must be there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub required: Vec<&'static str>,
}

/// One type of JSON, or several.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Types {
    /// One.
    One(&'static str),
    /// Several.
    Several(&'static [&'static str]),
}

/// What other keys a table may have.
#[derive(Clone, Debug, PartialEq)]
pub enum Additional {
    /// None.
    Refused,
    /// Any, with such values.
    Of(Box<Schema>),
}

impl Serialize for Additional {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Refused => serializer.serialize_bool(false),
            Self::Of(schema) => schema.serialize(serializer),
        }
    }
}

/// Schemas by names, in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Properties(Vec<(String, Schema)>);

impl Properties {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a schema. One that has the name already stays possible.
    pub fn add(&mut self, name: impl Into<String>, schema: Schema) {
        let name = name.into();
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            None => self.0.push((name, schema)),
            Some((_, known)) if *known == schema => {}
            Some((_, known)) => *known = Schema::any(vec![std::mem::take(known), schema]),
        }
    }

    /// The schema of a name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Schema> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, schema)| schema)
    }

    /// The schema of a name, to be changed.
    pub fn find_mut(&mut self, name: &str) -> Option<&mut Schema> {
        self.0.iter_mut().find(|(known, _)| known == name).map(|(_, schema)| schema)
    }
}

impl Serialize for Properties {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, schema)| (name, schema)))
    }
}

impl Schema {
    /// Values of a type.
    #[must_use]
    pub fn of(name: &'static str) -> Self {
        Self { types: Some(Types::One(name)), ..Self::default() }
    }

    /// Values of several types.
    #[must_use]
    pub fn of_either(names: &'static [&'static str]) -> Self {
        Self { types: Some(Types::Several(names)), ..Self::default() }
    }

    /// Texts that match an expression.
    #[must_use]
    pub fn matching(pattern: impl Into<String>) -> Self {
        Self { pattern: Some(pattern.into()), ..Self::of("string") }
    }

    /// Lists.
    #[must_use]
    pub fn list(items: Schema) -> Self {
        Self { items: Some(Box::new(items)), ..Self::of("array") }
    }

    /// Values that fit at least one of these.
    #[must_use]
    pub fn any(schemas: Vec<Schema>) -> Self {
        let is_choice = |schema: &Schema| {
            !schema.any_of.is_empty() && *schema == Schema { any_of: schema.any_of.clone(), ..Self::default() }
        };
        let flat = |schema: Schema| if is_choice(&schema) { schema.any_of } else { vec![schema] };
        Self { any_of: schemas.into_iter().flat_map(flat).collect(), ..Self::default() }
    }

    /// The schema as a file.
    #[must_use]
    pub fn text(&self) -> String {
        serde_json::to_string_pretty(self).expect("a schema has nothing that JSON has not") + "\n"
    }
}
