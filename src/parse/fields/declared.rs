//! A field as a collection declares it.

use super::kind::FieldKind;
use super::properties::Property;
use crate::id::{ChoiceId, FieldId};
use crate::place::Located;

/// A field of the entries of a collection.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Field {
    /// Its id: what it is called in files. Readers see the message `field-<id>`.
    pub id: Located<FieldId>,
    /// What its values are.
    pub kind: FieldKind,
    /// Of a choice: what can be chosen, in this order.
    pub choices: Vec<Choice>,
    /// Of a choice or a text: whether an entry may have several.
    pub multiple: bool,
    /// Of a choice: whether readers can narrow lists by it.
    pub filter: bool,
    /// What search engines are told that it is.
    pub property: Option<&'static Property>,
}

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Choice {
    /// Its id: what it is called in files.
    pub id: Located<ChoiceId>,
    /// What the name of its message ends in: `<field>-<choice>`.
    pub message: String,
}
