//! What entries and texts say in their fields.

use toml::de::DeValue;

use super::declared::Field;
use super::keys::{DAYS, MONEY, NUMBERS};
use super::kind::FieldKind;
use crate::diagnostic::{Code, Diagnostic, quoted};
use crate::id::{PlaceholderId, closest};
use crate::parse::address;
use crate::parse::day::Day;
use crate::parse::document::Document;
use crate::parse::heading::Words;
use crate::parse::placeholders;
use crate::parse::table::Table;
use crate::place::{Located, Place};
use crate::slug::{id, is_blank};

/// The values of fields, each with the number of its field in the order of their declarations.
pub type FieldValues = Vec<(usize, Located<FieldValue>)>;

/// What a field says.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FieldValue {
    /// What an employer fills in.
    Placeholder(PlaceholderId),
    /// Words, perhaps with placeholders; of a field that may have several texts each of them.
    Text(Vec<Vec<Words>>),
    /// The numbers of what has been chosen, in the order of the declaration.
    Choices(Vec<usize>),
    /// A number.
    Number(Extent<Number>),
    /// A day.
    Date(Extent<Day>),
    /// A sum of money.
    Money(Money),
    /// The address of a page.
    Link(String),
    /// An e-mail address.
    Email(String),
}

/// One value, or a range, which may be open at one end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Extent<T> {
    /// One value.
    At(T),
    /// All from the first to the last.
    Between(T, T),
    /// The first and all beyond.
    From(T),
    /// All up to the last.
    UpTo(T),
}

/// A number, by its bits, so that it can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Number(u64);

/// A sum of money.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Money {
    /// How much.
    pub amount: Extent<Number>,
    /// The currency: three letters of ISO 4217.
    pub currency: String,
    /// For how long.
    pub per: Option<Period>,
    /// In how many payments.
    pub payments: Option<u16>,
}

/// For how long a sum is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Period {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

impl Period {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Hour, Self::Day, Self::Week, Self::Month, Self::Year];

    /// The period as it is written.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

impl Number {
    fn of(value: f64) -> Self {
        Self(value.to_bits())
    }

    /// The number itself, which is finite.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from_bits(self.0)
    }
}

impl<T> Extent<T> {
    /// The ends that it has: the first and the last.
    pub fn ends(&self) -> (Option<&T>, Option<&T>) {
        match self {
            Self::At(value) => (Some(value), Some(value)),
            Self::Between(first, last) => (Some(first), Some(last)),
            Self::From(first) => (Some(first), None),
            Self::UpTo(last) => (None, Some(last)),
        }
    }
}

/// Reads the values of declared fields: below `[fields]`, or among the other keys of a file. What is not declared below
/// `[fields]` is reported.
pub(in crate::parse) fn read<'t>(document: &Document, table: &mut Table<'t>, fields: &'t [Field]) -> FieldValues {
    let ids = || fields.iter().map(|field| field.id.value.as_str());
    let mut own = table.table("fields");
    if let Some(own) = &mut own {
        own.respell(ids());
    }
    table.respell(ids());
    let mut values = FieldValues::new();
    for (number, field) in fields.iter().enumerate() {
        let key = field.id.value.as_str();
        let value = match own.as_mut().filter(|own| own.has(key)) {
            Some(own) => {
                if let Some(place) = table.place_of(key) {
                    table.take_written(key);
                    let message = format!("the field `{key}` stands here and below `[fields]`");
                    let diagnostic = Diagnostic::warning(Code::InvalidValue, message);
                    document.report_at(diagnostic.help("remove one of the two"), &place);
                }
                value(document, own, field)
            }
            None => value(document, table, field),
        };
        values.extend(value.map(|value| (number, value)));
    }
    if let Some(own) = own {
        own.finish_fields();
    }
    values
}

fn value<'t>(document: &Document, table: &mut Table<'t>, field: &'t Field) -> Option<Located<FieldValue>> {
    let key = field.id.value.as_str();
    if table.take_blank(key) {
        return None;
    }
    if let Some(id) = table.peek(key).and_then(DeValue::as_str).and_then(placeholders::whole_placeholder) {
        let place = table.take::<String>(key)?.place;
        return Some(Located { value: FieldValue::Placeholder(id), place });
    }
    let is_table = table.is_table(key);
    match field.kind {
        FieldKind::Text => text(document, table, field),
        FieldKind::Choice => chosen(table, field),
        FieldKind::Number if is_table => {
            let place = table.place_of(key)?;
            let range = extent(table.table_of(key, &NUMBERS)?, &place, number)?;
            Some(Located { value: FieldValue::Number(range), place })
        }
        FieldKind::Number => {
            let Located { value, place } = number(table, key)?;
            Some(Located { value: FieldValue::Number(Extent::At(value)), place })
        }
        FieldKind::Date if is_table => {
            let place = table.place_of(key)?;
            let range = extent(table.table_of(key, &DAYS)?, &place, day)?;
            Some(Located { value: FieldValue::Date(range), place })
        }
        FieldKind::Date => {
            let Located { value, place } = day(table, key)?;
            Some(Located { value: FieldValue::Date(Extent::At(value)), place })
        }
        FieldKind::Money => money(table, key),
        FieldKind::Link => {
            let written: Located<String> = table.take(key)?;
            let address = address::web_address(document, &written)?;
            let is_plain = written.value.bytes().all(|byte| byte.is_ascii_graphic());
            let address = if is_plain { written.value } else { address.to_string() };
            Some(Located { value: FieldValue::Link(address), place: written.place })
        }
        FieldKind::Email => email(table, key),
    }
}

fn text<'t>(document: &Document, table: &mut Table<'t>, field: &'t Field) -> Option<Located<FieldValue>> {
    let key = field.id.value.as_str();
    let (mut texts, place) = several(table, field)?;
    texts.retain(|text| !is_blank(&text.value));
    if texts.is_empty() {
        let diagnostic = Diagnostic::warning(Code::InvalidValue, format!("`{key}` has no words"));
        document.report_at(diagnostic.help("write some, or remove the key"), &place);
        return None;
    }
    let words = texts.iter().map(|text| placeholders::words_with_placeholders(text.value.trim())).collect();
    Some(Located { value: FieldValue::Text(words), place })
}

/// One text or, if the field may have several, a list of them. A second one is reported if it may not.
fn several<'t>(table: &mut Table<'t>, field: &'t Field) -> Option<(Vec<Located<String>>, Place)> {
    let key = field.id.value.as_str();
    let place = table.place_of(key)?;
    let written: Vec<Located<String>> = match table.peek(key) {
        Some(DeValue::Array(_)) => table.list(key),
        _ => vec![table.take(key)?],
    };
    if let Some(second) = written.get(1).filter(|_| !field.multiple) {
        let diagnostic =
            Diagnostic::error(Code::InvalidValue, format!("`{key}` takes one value, and this is a second"));
        let help = "remove it, or write `multiple = true` below the field in `rolebook.toml`";
        table.report_at(diagnostic.help(help), &second.place);
        return None;
    }
    Some((written, place))
}

/// What has been chosen. Words count as the id that is made of them: `Full Time` is `full-time`.
fn chosen<'t>(table: &mut Table<'t>, field: &'t Field) -> Option<Located<FieldValue>> {
    let (written, place) = several(table, field)?;
    let mut numbers: Vec<usize> = written.iter().filter_map(|written| number_of(table, field, written)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    (!numbers.is_empty()).then_some(Located { value: FieldValue::Choices(numbers), place })
}

fn number_of(table: &Table, field: &Field, Located { value, place }: &Located<String>) -> Option<usize> {
    let made = id(value);
    let is_meant = |choice: &str| choice == value || made.as_ref().is_some_and(|made| made.as_str() == choice);
    let known = || field.choices.iter().map(|choice| choice.id.value.as_str());
    let found = known().position(is_meant);
    if found.is_none() {
        let message = format!("`{value}` is no value of the field `{}`", field.id.value);
        let made = made.map_or_else(|| value.clone(), |made| made.to_string());
        let help = format!(
            "write one of {}, or add `\"{made}\"` to its `values` in `rolebook.toml`",
            quoted(&known().collect::<Vec<_>>())
        );
        let diagnostic = Diagnostic::error(Code::InvalidValue, message);
        table.report_at(diagnostic.did_you_mean(closest(&made, known()), help), place);
    }
    found
}

fn number<'t>(table: &mut Table<'t>, key: &'t str) -> Option<Located<Number>> {
    let Located { value, place } = table.number(key)?;
    if !value.is_finite() {
        let diagnostic = Diagnostic::error(Code::InvalidValue, format!("`{key}` is not a number that can be shown"));
        table.report_at(diagnostic.help("write digits, such as `38.5`"), &place);
        return None;
    }
    // There is a negative zero.
    Some(Located { value: Number::of(if value == 0.0 { 0.0 } else { value }), place })
}

fn day<'t>(table: &mut Table<'t>, key: &'t str) -> Option<Located<Day>> {
    let Located { value, place } = table.take_written(key)?;
    match Day::read(value) {
        Ok(day) => Some(Located { value: day, place }),
        Err(mistake) => {
            table.report_at(*mistake, &place);
            None
        }
    }
}

/// A range, `{ from = …, to = … }`.
fn extent<'t, T: Comparable>(
    mut table: Table<'t>,
    place: &Place,
    read: impl Fn(&mut Table<'t>, &'t str) -> Option<Located<T>>,
) -> Option<Extent<T>> {
    let found = ends(&mut table, place, read);
    table.finish();
    found
}

/// The ends of a range, of which one may be missing.
fn ends<'t, T: Comparable>(
    table: &mut Table<'t>,
    place: &Place,
    read: impl Fn(&mut Table<'t>, &'t str) -> Option<Located<T>>,
) -> Option<Extent<T>> {
    if !table.has("from") && !table.has("to") {
        let diagnostic = Diagnostic::error(Code::MissingKey, "this range has neither end");
        table.report_at(diagnostic.help("write `from = …`, `to = …`, or both"), place);
    }
    let (from, to) = (read(table, "from"), read(table, "to"));
    match (from, to) {
        (Some(from), Some(to)) if to.value.key() < from.value.key() => {
            let diagnostic = Diagnostic::error(Code::InvalidValue, "this range ends before it begins");
            table.report_at(diagnostic.help("exchange `from` and `to`"), &to.place);
            None
        }
        (Some(from), Some(to)) if from.value.key() == to.value.key() => Some(Extent::At(from.value)),
        (Some(from), Some(to)) => Some(Extent::Between(from.value, to.value)),
        (Some(from), None) => Some(Extent::From(from.value)),
        (None, Some(to)) => Some(Extent::UpTo(to.value)),
        (None, None) => None,
    }
}

/// What stands in an order.
trait Comparable {
    type Key: PartialOrd;

    fn key(&self) -> Self::Key;
}

impl Comparable for Number {
    type Key = f64;

    fn key(&self) -> f64 {
        self.value()
    }
}

impl Comparable for Day {
    type Key = Day;

    fn key(&self) -> Day {
        *self
    }
}

const MONEY_HELP: &str =
    "write `{ from = 42000, to = 51000, currency = \"EUR\", per = \"year\" }`; `from` or `to` alone is fine";

fn money<'t>(table: &mut Table<'t>, key: &'t str) -> Option<Located<FieldValue>> {
    let place = table.place_of(key)?;
    if !table.is_table(key) {
        table.take_written(key);
        let diagnostic = Diagnostic::error(Code::InvalidValue, format!("`{key}` is not a sum of money"));
        table.report_at(diagnostic.help(MONEY_HELP), &place);
        return None;
    }
    let mut sum = table.table_of(key, &MONEY)?;
    let amount = ends(&mut sum, &place, number);
    let currency = currency(&mut sum, &place);
    let per = sum.value("per");
    let payments = sum.take("payments").and_then(|payments| number_of_payments(&sum, &payments));
    sum.finish();
    let (amount, currency) = (amount?, currency?);
    let ends = amount.ends();
    if [ends.0, ends.1].into_iter().flatten().any(|end| end.value() < 0.0) {
        let diagnostic = Diagnostic::error(Code::InvalidValue, format!("`{key}` is less than nothing"));
        table.report_at(diagnostic.help(MONEY_HELP), &place);
        return None;
    }
    Some(Located { value: FieldValue::Money(Money { amount, currency, per, payments }), place })
}

fn number_of_payments(sum: &Table, payments: &Located<u16>) -> Option<u16> {
    if payments.value == 0 {
        let diagnostic = Diagnostic::error(Code::InvalidValue, "a sum is paid in one part at least");
        sum.report_at(diagnostic.help("write a number from 1, or remove `payments`"), &payments.place);
    }
    Some(payments.value).filter(|payments| *payments > 0)
}

fn currency(sum: &mut Table, place: &Place) -> Option<String> {
    let Some(written) = sum.take::<String>("currency") else {
        if !sum.is_broken() {
            let diagnostic = Diagnostic::error(Code::MissingKey, "this sum has no currency");
            sum.report_at(diagnostic.help("add `currency = \"EUR\"`: three letters of ISO 4217"), place);
        }
        return None;
    };
    let is_code = |text: &str| text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    if !is_code(&written.value) {
        let upper = written.value.to_ascii_uppercase();
        let message = format!("`{}` is not the code of a currency", written.value);
        let close = Some(&*upper).filter(|upper| is_code(upper));
        let help = "write the three letters of ISO 4217, such as `EUR`";
        sum.report_at(Diagnostic::error(Code::InvalidValue, message).did_you_mean(close, help), &written.place);
        return None;
    }
    Some(written.value)
}

fn email<'t>(table: &mut Table<'t>, key: &'t str) -> Option<Located<FieldValue>> {
    let Located { value, place } = table.take::<String>(key)?;
    let value = value.trim().trim_start_matches("mailto:").to_owned();
    let is_address = value.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        && value.matches('@').count() == 1
        && !value.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | ',' | ';'));
    if !is_address {
        let diagnostic = Diagnostic::error(Code::InvalidValue, format!("`{value}` is not an e-mail address"));
        table.report_at(diagnostic.help("write one such as `jobs@example.org`"), &place);
        return None;
    }
    Some(Located { value: FieldValue::Email(value), place })
}
