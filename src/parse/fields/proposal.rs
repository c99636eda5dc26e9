//! The declaration to write for a fact that no field is declared for.

use toml::de::DeValue;

use super::kind::FieldKind;
use crate::slug::id;

/// The lines of `rolebook.toml` that declare a field for a value.
pub(in crate::parse) fn declaration_of(key: &str, value: &DeValue) -> String {
    let id = id(key).map_or_else(|| key.to_owned(), |id| id.to_string());
    let (kind, more) = match value {
        DeValue::String(text) => kind_of_text(text),
        DeValue::Array(items) => {
            let words = items.iter().filter_map(|item| choice_of(item.get_ref().as_str()?)).collect::<Vec<_>>();
            (FieldKind::Choice, format!("\nvalues = [{}]\nmultiple = true", words.join(", ")))
        }
        DeValue::Datetime(_) => (FieldKind::Date, String::new()),
        DeValue::Table(keys) if keys.contains_key("currency") => (FieldKind::Money, String::new()),
        DeValue::Table(_) | DeValue::Integer(_) | DeValue::Float(_) => (FieldKind::Number, String::new()),
        DeValue::Boolean(_) => (FieldKind::Choice, "\nvalues = [\"yes\", \"no\"]".to_owned()),
    };
    format!("[[collections.fields]]\nid = \"{id}\"\nkind = \"{}\"{more}", kind.as_str())
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
