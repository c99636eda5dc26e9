//! Keys: what may stand in a table of a file. Each table is declared once, beside the code that reads it.
//!
//! `Table` takes no key that is not declared, reports what is not declared as unknown, and has each default from here. The
//! schemas that editors read are made from the same declarations, and tests hold `docs/` to them.

use serde::de::value::Error;
use serde::de::{DeserializeOwned, Deserializer, Error as _, Visitor};
use serde::forward_to_deserialize_any;
use toml::de::ValueDeserializer;

/// What may stand in a table.
#[derive(Debug)]
pub struct Keys {
    /// Its own keys.
    own: &'static [Key],
    /// Tables whose keys it has, too; these include no others.
    included: &'static [&'static Keys],
    /// What may stand there beside the keys that are known by name.
    pub others: Others,
    /// Keys of which at least one must be there; none if that is the same.
    pub one_of: &'static [&'static str],
    /// Tables whose keys have no meaning here, each with what to do with them.
    elsewhere: &'static [(&'static Keys, &'static str)],
}

/// A key of a table.
#[derive(Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What its value is.
    pub value: Type,
    /// What holds where it is missing.
    pub absent: Absent,
    /// What it is for: the beginning of a sentence, with which its meaning in `docs/` begins but for links.
    pub about: &'static str,
}

/// What a value is.
#[derive(Debug)]
pub enum Type {
    /// Any text.
    Text,
    /// `true` or `false`.
    Flag,
    /// A whole number from 0.
    Whole,
    /// A whole number from 1.
    Count,
    /// A number.
    Number,
    /// A number from 0 to 1.
    Share,
    /// A day.
    Date,
    /// The code of a locale, as people write it.
    Code,
    /// An id: lower-case letters, digits and single hyphens.
    Id,
    /// The address of a page on the web.
    WebAddress,
    /// What links are in the configuration.
    Link,
    /// The code of a currency.
    Currency,
    /// One of the words that serde reads.
    OneOf(fn() -> &'static [&'static str]),
    /// A list.
    List(&'static Type),
    /// One value, or a list.
    OneOrMore(&'static Type),
    /// A table.
    Table(&'static Keys),
    /// Tables, written `[[…]]`.
    Tables(&'static Keys),
    /// A text, or a table in its place.
    TextOrTable(&'static Keys),
}

/// What holds where a key is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absent {
    /// It is reported as missing.
    Reported,
    /// This value, as TOML.
    Value(&'static str),
    /// What these words say.
    Means(&'static str),
}

/// What may stand in a table beside the keys that are known by name.
#[derive(Clone, Copy, Debug)]
pub enum Others {
    /// Nothing: other keys are unknown.
    Unknown,
    /// The fields that a collection declares.
    Fields,
    /// Names that authors choose, with such values.
    Named(&'static Type),
}

impl Keys {
    /// A table with these keys and no others.
    pub(super) const fn of(own: &'static [Key]) -> Self {
        Self { own, included: &[], others: Others::Unknown, one_of: &[], elsewhere: &[] }
    }

    /// The table with the keys of other tables, too.
    pub(super) const fn with(self, included: &'static [&'static Keys]) -> Self {
        Self { included, ..self }
    }

    /// The table with keys that are not known by name.
    pub(super) const fn and(self, others: Others) -> Self {
        Self { others, ..self }
    }

    /// The table with keys of which one must be there.
    pub(super) const fn with_one_of(self, one_of: &'static [&'static str]) -> Self {
        Self { one_of, ..self }
    }

    /// The table with what to do with keys of other tables.
    pub(super) const fn but_not(self, elsewhere: &'static [(&'static Keys, &'static str)]) -> Self {
        Self { elsewhere, ..self }
    }

    /// All keys that are known by name, in the order in which they are declared.
    pub fn all(&self) -> impl Iterator<Item = &'static Key> {
        let included = self.included.iter().flat_map(|keys| keys.own);
        self.own.iter().chain(included)
    }

    /// The key of a name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&'static Key> {
        self.all().find(|key| key.name == name)
    }

    /// What to do with a key that is known elsewhere only.
    pub(super) fn help_for(&self, name: &str) -> Option<&'static str> {
        let all = self.included.iter().flat_map(|keys| keys.elsewhere).chain(self.elsewhere);
        all.into_iter().find(|(keys, _)| keys.find(name).is_some()).map(|(_, help)| *help)
    }

    /// The value of a key where it is missing.
    pub(super) fn default<T: DeserializeOwned>(&self, name: &str) -> T {
        let absent = self.find(name).map(|key| key.absent);
        let Some(Absent::Value(toml)) = absent else { panic!("`{name}` is declared with a default") };
        let value = ValueDeserializer::parse(toml).and_then(T::deserialize);
        value.unwrap_or_else(|error| panic!("the default of `{name}` is of its type: {error}"))
    }
}

/// A key that must be there.
pub(super) const fn required(name: &'static str, value: Type, about: &'static str) -> Key {
    Key { name, value, absent: Absent::Reported, about }
}

/// A key with a default, as TOML.
pub(super) const fn with_default(name: &'static str, value: Type, default: &'static str, about: &'static str) -> Key {
    Key { name, value, absent: Absent::Value(default), about }
}

/// A key without a default: words say what holds where it is missing.
pub(super) const fn optional(name: &'static str, value: Type, absent: &'static str, about: &'static str) -> Key {
    Key { name, value, absent: Absent::Means(absent), about }
}

impl Type {
    /// What may stand in it, if it is a table or several.
    #[must_use]
    pub fn keys(&self) -> Option<&'static Keys> {
        match self {
            Self::Table(keys) | Self::Tables(keys) | Self::TextOrTable(keys) => Some(keys),
            _ => None,
        }
    }
}

/// The words for the variants of an enum, as serde reads them.
pub(super) fn words_of<T: DeserializeOwned>() -> &'static [&'static str] {
    let mut words: &'static [&'static str] = &[];
    let refused = T::deserialize(Variants(&mut words)).is_err();
    debug_assert!(refused && !words.is_empty(), "the type is an enum");
    words
}

/// Learns the variants for which an enum asks, and has no value for it.
struct Variants<'w>(&'w mut &'static [&'static str]);

impl<'de> Deserializer<'de> for Variants<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("no enum"))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        *self.0 = variants;
        Err(Error::custom("only the variants are asked for"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
