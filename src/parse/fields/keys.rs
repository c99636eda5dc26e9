//! What may stand in the declaration of a field, and in values that are tables.

use super::{FieldKind, Period};
use crate::parse::keys::{Keys, Others, Type, optional, required, with_default, words_of};

/// A field of a collection, `[[collections.fields]]`.
pub static FIELD: Keys = Keys::of(&[
    required("id", Type::Id, "what the field is called in files"),
    required("kind", Type::OneOf(words_of::<FieldKind>), "what its values are"),
    optional("values", Type::List(&Type::Id), "none; required for choices", "the ids of what can be chosen"),
    with_default("multiple", Type::Flag, "false", "whether an entry may have several"),
    with_default("filter", Type::Flag, "false", "whether readers can narrow lists by it"),
    optional("property", Type::Text, "none", "the property of schema.org that it is"),
]);

/// `[fields]` of an entry or a text: values of fields.
pub(in crate::parse) static VALUES: Keys = Keys::of(&[]).and(Others::Fields);

/// A range of numbers.
pub static NUMBERS: Keys =
    Keys::of(&[optional("from", Type::Number, "open", "the least"), optional("to", Type::Number, "open", "the most")])
        .with_one_of(&["from", "to"]);

/// A range of days.
pub static DAYS: Keys = Keys::of(&[
    optional("from", Type::Date, "open", "the first day"),
    optional("to", Type::Date, "open", "the last day"),
])
.with_one_of(&["from", "to"]);

/// A sum of money.
pub static MONEY: Keys = Keys::of(&[
    optional("from", Type::Number, "open", "the least"),
    optional("to", Type::Number, "open", "the most"),
    required("currency", Type::Currency, "three letters of ISO 4217"),
    optional("per", Type::OneOf(words_of::<Period>), "none", "for how long the sum is paid"),
    optional("payments", Type::Count, "none", "in how many parts it is paid"),
])
.with_one_of(&["from", "to"]);
