//! The declaration to write for a fact that no field is declared for.

use toml::de::DeValue;

use super::kind::FieldKind;
use crate::slug::{id, id_of_key};

/// The lines of `rolebook.toml` that declare a field for a value; `None` if no field has such a value.
pub(in crate::parse) fn declaration_of(key: &str, value: &DeValue) -> Option<String> {
    let id = id_of_key(key)?;
    let (kind, more) = match value {
        DeValue::String(text) => kind_of_text(text),
        DeValue::Array(items) => {
            let texts: Option<Vec<_>> = items.iter().map(|item| item.get_ref().as_str()).collect();
            kind_of_list(&texts?)?
        }
        DeValue::Datetime(_) => (FieldKind::Date, String::new()),
        DeValue::Table(keys) if keys.contains_key("currency") => (FieldKind::Money, String::new()),
        DeValue::Table(keys) if !keys.contains_key("from") && !keys.contains_key("to") => return None,
        DeValue::Table(_) | DeValue::Integer(_) | DeValue::Float(_) => (FieldKind::Number, String::new()),
        DeValue::Boolean(_) => (FieldKind::Choice, "\nvalues = [\"yes\", \"no\"]".to_owned()),
    };
    Some(format!("[[collections.fields]]\nid = \"{id}\"\nkind = \"{}\"{more}", kind.as_str()))
}

/// What a list of texts seems to be: a few words each are choices.
fn kind_of_list(items: &[&str]) -> Option<(FieldKind, String)> {
    let is_short = items.iter().all(|item| item.split_whitespace().count() <= 2);
    let choices: Vec<_> = items.iter().filter_map(|item| choice_of(item)).collect();
    match choices.is_empty() {
        true => None,
        false if is_short => Some((FieldKind::Choice, format!("\nvalues = [{}]\nmultiple = true", choices.join(", ")))),
        false => Some((FieldKind::Text, "\nmultiple = true".to_owned())),
    }
}

/// What a text seems to be: a few words are a choice.
fn kind_of_text(text: &str) -> (FieldKind, String) {
    let (is_link, is_email) = (text.starts_with("http"), text.contains('@') && !text.contains(char::is_whitespace));
    match choice_of(text).filter(|_| text.split_whitespace().count() <= 2) {
        _ if is_link => (FieldKind::Link, String::new()),
        _ if is_email => (FieldKind::Email, String::new()),
        Some(choice) => (FieldKind::Choice, format!("\nvalues = [{choice}]")),
        None => (FieldKind::Text, String::new()),
    }
}

fn choice_of(text: &str) -> Option<String> {
    id(text).map(|id| format!("\"{id}\""))
}
