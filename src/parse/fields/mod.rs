//! Fields: facts of entries that a site declares itself, such as the place, the contract or the pay.
//!
//! A collection declares them in `rolebook.toml`; `entry.toml` and texts give their values, below `[fields]` or among their
//! other keys.

mod declared;
mod example;
pub mod keys;
mod kind;
mod properties;
pub(super) mod proposal;
mod values;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::document::Document;
use super::ids;
use super::kind::Kind;
use super::program_messages::FIELD;
use super::table::Table;
use crate::diagnostic::{Code, Diagnostic, quoted};
use crate::id::{ChoiceId, FieldId};
use crate::limits::{CHOICES, FIELDS};
use crate::place::Located;
pub use declared::{Choice, Field};
pub use kind::FieldKind;
pub use properties::{Property, Published};
pub(super) use values::read;
pub use values::{Extent, FieldValue, FieldValues, Money, Number, Period};

/// Reads the fields that a collection declares, `[[collections.fields]]`.
pub(super) fn declarations(document: &Document, collection: &mut Table, kind: Option<Kind>) -> Arc<[Field]> {
    let mut fields: Vec<Field> = Vec::new();
    for (number, table) in collection.tables("fields").into_iter().enumerate() {
        if number == FIELDS {
            let message = format!("a collection may have {FIELDS} fields, and this is one more");
            table.report_table(Diagnostic::error(Code::Limit, message).help("remove what no page shows"));
            break;
        }
        let Some(field) = declaration(document, table, kind) else { continue };
        if fields.iter().any(|other| other.id.value == field.id.value) {
            let diagnostic =
                Diagnostic::error(Code::InvalidId, format!("the field `{}` stands here twice", field.id.value));
            document.report_at(diagnostic.help("remove one of the two tables"), &field.id.place);
        } else {
            fields.push(field);
        }
    }
    fields.into()
}

fn declaration(document: &Document, mut table: Table, of: Option<Kind>) -> Option<Field> {
    let id = table.required("id");
    let id: Option<Located<FieldId>> = id.and_then(|id| ids::read(&table, id, "a field", Some(&FIELD)));
    let kind: Option<FieldKind> = table.required("kind").map(|kind: Located<FieldKind>| kind.value);
    let choices = choices(&mut table, kind, id.as_ref().map_or("", |id| id.value.as_str()));
    let multiple = setting(&mut table, "multiple", kind, &[FieldKind::Choice, FieldKind::Text]);
    let filter = setting(&mut table, "filter", kind, &[FieldKind::Choice]);
    let property: Option<Located<String>> = table.take("property");
    let property = property.zip(kind).and_then(|(name, kind)| properties::find(document, &name, kind, of));
    table.finish();
    Some(Field { id: id?, kind: kind?, choices, multiple, filter, property })
}

/// What can be chosen, `values`.
fn choices(table: &mut Table, kind: Option<FieldKind>, field: &str) -> Vec<Choice> {
    let written = table.list("values");
    let is_choice = kind == Some(FieldKind::Choice);
    match written.first() {
        None if is_choice => {
            let diagnostic = Diagnostic::error(Code::MissingKey, "this field has nothing to choose from");
            table
                .report_table(diagnostic.help("list what entries may have: `values = [\"full-time\", \"part-time\"]`"));
        }
        Some(first) if kind.is_some() && !is_choice => {
            let diagnostic = Diagnostic::error(Code::InvalidValue, "only a field of kind `choice` has values");
            table.report_at(diagnostic.help("write `kind = \"choice\"`, or remove `values`"), &first.place);
        }
        _ => {}
    }
    if let Some(beyond) = written.get(CHOICES) {
        let message = format!("a field may have {CHOICES} values, and this is one more");
        table.report_at(Diagnostic::error(Code::Limit, message).help("make it a field of kind `text`"), &beyond.place);
    }
    let ids = written.into_iter().take(CHOICES).filter(|_| is_choice);
    let ids = ids.filter_map(|id| ids::read::<ChoiceId>(table, id, "a value", None));
    ids.map(|id| Choice { message: format!("{field}-{}", id.value), id }).collect()
}

/// A setting that only fields of some kinds have.
fn setting(table: &mut Table, key: &'static str, kind: Option<FieldKind>, kinds: &[FieldKind]) -> bool {
    let Some(setting) = table.take::<bool>(key) else { return false };
    let is_possible = kind.is_none_or(|kind| kinds.contains(&kind));
    if setting.value && !is_possible {
        let kinds = quoted(&kinds.iter().map(|kind| kind.as_str()).collect::<Vec<_>>());
        let message = format!("a field of this kind cannot have `{key}`");
        let help = format!("remove it; it is for fields of kind {kinds}");
        table.report_at(Diagnostic::error(Code::InvalidValue, message).help(help), &setting.place);
    }
    setting.value && is_possible
}

/// Reports fields and choices, of whatever collections, that need the same message for different things.
pub(super) fn report_same_messages<'f>(document: &Document, fields: impl Iterator<Item = &'f Field>) {
    let mut needed: Vec<(&str, &str, &str, &Located<FieldId>)> = Vec::new();
    for field in fields {
        let id = field.id.value.as_str();
        needed.push((id, id, "", &field.id));
        needed.extend(field.choices.iter().map(|choice| (&*choice.message, id, choice.id.value.as_str(), &field.id)));
    }
    needed.sort_by(|a, b| (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)));
    let mut said = BTreeSet::new();
    for pair in needed.windows(2) {
        let [(message, field, choice, _), (other_message, other_field, other_choice, place)] = pair else { continue };
        if message == other_message && (field, choice) != (other_field, other_choice) && said.insert(message) {
            let text = format!(
                "{} and {} need the same message `{}`",
                named(field, choice),
                named(other_field, other_choice),
                FIELD.id(message)
            );
            let diagnostic = Diagnostic::error(Code::InvalidId, text);
            document.report_at(diagnostic.help("give one of them another id"), &place.place);
        }
    }
}

fn named(field: &str, choice: &str) -> String {
    match choice {
        "" => format!("the field `{field}`"),
        choice => format!("`{choice}` of the field `{field}`"),
    }
}
