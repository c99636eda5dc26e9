//! What fields say to search engines: those that are declared as a property of schema.org. Placeholders are no data.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use crate::parse::fields::{Extent, FieldValue, Money, Number, Period, Property, Published};
use crate::parse::heading::Words;
use crate::resolve::library::{EntryIndex, Library, LocaleIndex};

/// The values of properties, by their names.
pub(super) type Properties = BTreeMap<&'static str, Value>;

/// A thing, with the values of properties beside its own.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Described<T> {
    /// Without any, as most are.
    Alone(T),
    /// With some.
    With {
        #[serde(flatten)]
        of: T,
        #[serde(flatten)]
        properties: Properties,
    },
}

impl<T> Described<T> {
    pub(super) fn new(of: T, properties: Properties) -> Self {
        if properties.is_empty() { Self::Alone(of) } else { Self::With { of, properties } }
    }

    pub(super) fn of(&self) -> &T {
        match self {
            Self::Alone(of) | Self::With { of, .. } => of,
        }
    }
}

/// The properties of the page of an entry.
pub(super) fn of(library: &Library, entry: EntryIndex, locale: LocaleIndex) -> Properties {
    let fields = library.fields(entry);
    let properties = library.field_values(entry, locale).filter_map(|(number, value)| {
        let property = fields[number].property?;
        let values = match &value.value {
            FieldValue::Text(texts) => texts.iter().map(|words| text(property, words)).collect::<Option<_>>()?,
            FieldValue::Choices(choices) => {
                let name = |choice: &usize| library.choice_name(&fields[number].choices[*choice], locale);
                choices.iter().map(|choice| named(property, name(choice).into())).collect()
            }
            other => vec![published(other)?],
        };
        Some((property.name, values))
    });
    let mut all: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for (name, values) in properties {
        all.entry(name).or_default().extend(values);
    }
    all.into_iter().map(|(name, values)| (name, one_or_several(values))).collect()
}

fn one_or_several(mut values: Vec<Value>) -> Value {
    if values.len() == 1 { values.remove(0) } else { Value::Array(values) }
}

/// A text; `None` if an employer fills in a part of it.
fn text(property: &Property, words: &[Words]) -> Option<Value> {
    match words {
        [Words::Written(words)] => Some(named(property, words.as_str().into())),
        _ => None,
    }
}

/// A value of which a field has one; `None` if it is not known.
fn published(value: &FieldValue) -> Option<Value> {
    match value {
        FieldValue::Placeholder(_) | FieldValue::Choices(_) | FieldValue::Text(_) => None,
        FieldValue::Number(range) => Some(quantity(range)),
        FieldValue::Date(range) => Some(range.ends().0.or(range.ends().1)?.to_string().into()),
        FieldValue::Money(money) => Some(amount(money)),
        FieldValue::Link(address) | FieldValue::Email(address) => Some(address.as_str().into()),
    }
}

fn named(property: &Property, name: Value) -> Value {
    match property.published {
        Published::Named("Audience") => json!({ "@type": "Audience", "audienceType": name }),
        Published::Named(kind) => json!({ "@type": kind, "name": name }),
        Published::Plain | Published::Money => name,
    }
}

fn quantity(range: &Extent<Number>) -> Value {
    if let Extent::At(value) = range {
        return number(*value);
    }
    let mut quantity = json!({ "@type": "QuantitativeValue" });
    if let (Some(least), _) = range.ends() {
        quantity["minValue"] = number(*least);
    }
    if let (_, Some(most)) = range.ends() {
        quantity["maxValue"] = number(*most);
    }
    quantity
}

/// A sum, as <https://schema.org/MonetaryAmount>.
fn amount(Money { amount, currency, per, .. }: &Money) -> Value {
    let mut value = match quantity(amount) {
        Value::Object(range) => Value::Object(range),
        single => json!({ "@type": "QuantitativeValue", "value": single }),
    };
    if let Some(per) = per {
        value["unitText"] = unit(*per).into();
    }
    json!({ "@type": "MonetaryAmount", "currency": currency, "value": value })
}

fn unit(per: Period) -> &'static str {
    match per {
        Period::Hour => "HOUR",
        Period::Day => "DAY",
        Period::Week => "WEEK",
        Period::Month => "MONTH",
        Period::Year => "YEAR",
    }
}

/// A number, without a fraction if it has none.
fn number(number: Number) -> Value {
    let value = number.value();
    #[expect(clippy::cast_possible_truncation, reason = "it is a whole number that fits")]
    if value.fract() == 0.0 && value.abs() < 1e15 { json!(value as i64) } else { json!(value) }
}
