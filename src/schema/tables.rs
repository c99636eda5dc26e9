//! Schemas of tables and values, made from the declarations of their keys.

use serde::Deserialize;
use serde_json::Value;
use toml::de::ValueDeserializer;

use super::json::{Additional, Properties, Schema};
use super::own::OwnKeys;
use crate::id::capitalized;
use crate::parse::keys::{Absent, Key, Keys, Others, Type};
use crate::slug::MOST_CHARACTERS;

/// In which language a file is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    Toml,
    /// Front matter: in YAML, what has no quotes may stand for text, and keys may have hyphens for underscores.
    FrontMatter,
}

/// Makes schemas of the tables of a file.
#[derive(Clone, Copy)]
pub(super) struct Tables<'o> {
    pub(super) language: Language,
    /// What the site adds; `None` without a site, of which nothing is known.
    pub(super) own: Option<&'o OwnKeys>,
}

impl Tables<'_> {
    /// The schema of a table.
    pub(super) fn table(self, keys: &Keys) -> Schema {
        let mut schema = Schema::of("object");
        for key in keys.all() {
            let of_key = self.key(key);
            if self.language == Language::FrontMatter && key.name.contains('_') {
                let hyphens = format!("^{}$", key.name.replace('_', "-"));
                schema.pattern_properties.add(hyphens, of_key.clone());
            }
            schema.properties.add(key.name, of_key);
        }
        schema.required = keys.all().filter(|key| key.absent == Absent::Reported).map(|key| key.name).collect();
        schema.any_of = keys.one_of.iter().map(|name| Schema { required: vec![name], ..Schema::default() }).collect();
        schema.additional_properties = self.others(keys.others, &mut schema.properties, &mut schema.pattern_properties);
        schema
    }

    /// What a table may have beside the keys that are known by name.
    fn others(self, others: Others, properties: &mut Properties, spellings: &mut Properties) -> Option<Additional> {
        match (others, self.own) {
            (Others::Unknown, _) => Some(Additional::Refused),
            (Others::Named(value), _) => Some(Additional::Of(Box::new(self.value(value)))),
            // A site that is not known may declare any.
            (Others::Fields, None) => None,
            (Others::Fields, Some(own)) => {
                self.add_fields(own, properties, spellings);
                Some(Additional::Refused)
            }
        }
    }

    /// The schema of a key's value, with what people are told of the key.
    fn key(self, key: &Key) -> Schema {
        let mut schema = self.value(&key.value);
        schema.description = Some(match key.absent {
            Absent::Means(words) if words != "none" => format!("{}. Default: {words}.", capitalized(key.about)),
            _ => format!("{}.", capitalized(key.about)),
        });
        if let (Absent::Value(toml), None) = (key.absent, key.value.keys()) {
            let value = ValueDeserializer::parse(toml).and_then(Value::deserialize);
            schema.default = Some(value.expect("declared defaults are TOML"));
        }
        schema
    }

    /// The schema of a value.
    pub(super) fn value(self, value: &Type) -> Schema {
        let is_toml = self.language == Language::Toml;
        match value {
            Type::Text if is_toml => Schema::of("string"),
            Type::Text => Schema::of_either(&["string", "number", "boolean", "null"]),
            Type::Flag if is_toml => Schema::of("boolean"),
            Type::Flag => Schema { pattern: Some(flags()), ..Schema::of_either(&["boolean", "string", "null"]) },
            Type::Whole => Schema { minimum: Some(0), ..Schema::of("integer") },
            Type::Count => Schema { minimum: Some(1), maximum: Some(u16::MAX.into()), ..Schema::of("integer") },
            Type::Number if is_toml => Schema::of("number"),
            Type::Number => {
                Schema { pattern: Some(r"^\s*[-+.]?[0-9]".to_owned()), ..Schema::of_either(&["number", "string"]) }
            }
            Type::Share => Schema { minimum: Some(0), maximum: Some(1), ..Schema::of("number") },
            Type::Date => Schema::matching("^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ].*)?$"),
            Type::Code => Schema::matching("^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$"),
            Type::Id => Schema { max_length: Some(MOST_CHARACTERS), ..Schema::matching("^[a-z0-9]+(-[a-z0-9]+)*$") },
            Type::WebAddress => Schema::matching(format!(r"^\s*{}:", any_case("http") + "[sS]?")),
            Type::Link => {
                let schemes = ["http", "https", "mailto", "tel"].map(any_case).join("|");
                Schema::matching(format!("^(@|#|/([^/]|$)|({schemes}):.)"))
            }
            Type::Currency => Schema::matching("^[A-Z]{3}$"),
            Type::OneOf(words) => Schema { choices: texts(words()), ..Schema::of("string") },
            Type::List(items) => Schema::list(self.value(items)),
            Type::OneOrMore(items) => Schema::any(vec![self.value(items), Schema::list(self.value(items))]),
            Type::Table(keys) => self.table(keys),
            Type::Tables(keys) => Schema::list(self.table(keys)),
            Type::TextOrTable(keys) => Schema::any(vec![self.value(&Type::Text), self.table(keys)]),
        }
    }
}

fn texts(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// What YAML may have for `true` and `false`; see [`Table::flag`](crate::parse).
fn flags() -> String {
    format!("^({})?$", ["yes", "on", "true", "no", "off", "false"].map(any_case).join("|"))
}

/// An expression for a word in upper and lower case: JSON Schema has no flags.
pub(super) fn any_case(word: &str) -> String {
    let of = |c: char| if c.is_ascii_lowercase() { format!("[{c}{}]", c.to_ascii_uppercase()) } else { c.to_string() };
    word.chars().map(of).collect()
}
