//! The functions that messages may call, and those that [`numbers`](crate::parse::numbers) puts into them.
//!
//! Each is bound to a locale and follows CLDR through ICU4X. A function cannot report a mistake to Fluent, so what goes
//! wrong is put into the text between two marks, where `problem_in` finds it.

mod datetime;
mod list;
mod number;
mod quotation;

use std::sync::Arc;

use fluent::types::{FluentNumber, FluentNumberOptions, FluentNumberStyle};
use fluent::{FluentArgs, FluentResource, FluentValue};
use fluent_bundle::concurrent::FluentBundle;

use crate::locale::LocaleCode;
use crate::parse::numbers::{CATEGORY, DISPLAY, VALUE};
pub use list::TextList;

/// A function that messages may call, and the named arguments that it takes.
pub struct Function {
    /// Its name.
    pub name: &'static str,
    /// What it takes without a name.
    pub takes: Takes,
    /// The named arguments, each with the values that it can have.
    pub arguments: &'static [(&'static str, Values)],
}

/// What a function takes without a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// A date, which is handed over as text.
    Date,
    /// A list.
    List,
    /// A number.
    Number,
    /// Text.
    Text,
}

impl Takes {
    /// Whether a value is such.
    #[must_use]
    pub fn suits(self, value: &FluentValue) -> bool {
        match (self, value) {
            (Self::Date, FluentValue::String(text)) => datetime::is_date(text),
            (Self::List, FluentValue::Custom(custom)) => custom.as_any().is::<TextList>(),
            (Self::Number, FluentValue::Number(_)) | (Self::Text, FluentValue::String(_)) => true,
            _ => false,
        }
    }

    /// What it is called in messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "a date such as `2026-11-02`",
            Self::List => "a list",
            Self::Number => "a number",
            Self::Text => "text",
        }
    }
}

/// The values that an argument of a function can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Values {
    /// Any text.
    Text,
    /// A whole number from 0 to 100.
    Count,
    /// One of these.
    OneOf(&'static [&'static str]),
}

/// The functions that messages may call.
pub const FUNCTIONS: [Function; 4] = [
    Function { name: "DATETIME", takes: Takes::Date, arguments: datetime::ARGUMENTS },
    Function { name: "LIST", takes: Takes::List, arguments: list::ARGUMENTS },
    Function { name: "NUMBER", takes: Takes::Number, arguments: number::ARGUMENTS },
    Function { name: "QUOTE", takes: Takes::Text, arguments: quotation::ARGUMENTS },
];

/// Marks the beginning and the end of a mistake. No message and no value has these characters.
const PROBLEM: [char; 2] = ['\u{fdd1}', '\u{fdd2}'];

/// The formatters of a locale.
pub(super) struct Functions {
    dates: datetime::Formatters,
    numbers: number::Formatters,
    lists: list::Formatters,
    quotation: quotation::Marks,
}

impl Functions {
    /// Prepares the formatters of a locale.
    pub(super) fn new(locale: &LocaleCode) -> Arc<Self> {
        Arc::new(Self {
            dates: datetime::Formatters::new(locale),
            numbers: number::Formatters::new(locale),
            lists: list::Formatters::new(locale),
            quotation: quotation::Marks::of(locale),
        })
    }

    /// Adds the functions to a bundle.
    pub(super) fn register(self: &Arc<Self>, bundle: &mut FluentBundle<Arc<FluentResource>>) {
        self.add(bundle, "DATETIME", |of, value, named| of.dates.call(value, named));
        self.add(bundle, "LIST", |of, value, named| of.lists.call(value, named));
        self.add(bundle, "NUMBER", |_, value, named| number::call(value, named));
        self.add(bundle, "QUOTE", |of, value, named| of.quotation.call(value, named));
        self.add(bundle, CATEGORY, |of, value, _| Ok(of.numbers.category(value)));
        self.add(bundle, VALUE, |_, value, _| Ok(number::value(value)));
        self.add(bundle, DISPLAY, |of, value, _| of.display(value));
    }

    fn add(
        self: &Arc<Self>,
        bundle: &mut FluentBundle<Arc<FluentResource>>,
        name: &'static str,
        call: impl for<'a> Fn(&Self, &FluentValue<'a>, &FluentArgs) -> Result<FluentValue<'a>, String>
        + Send
        + Sync
        + 'static,
    ) {
        let of = Arc::clone(self);
        let added = bundle.add_function(name, move |positional, named| {
            let value = positional.first().unwrap_or(&FluentValue::None);
            call(&of, value, named).unwrap_or_else(|problem| problem_value(name, &problem))
        });
        debug_assert!(added.is_ok(), "each name is added once");
    }

    /// A number, or a sum of money, of which whole ones have no fraction digits.
    pub(super) fn number(&self, value: f64, currency: Option<&str>) -> String {
        let mut options = FluentNumberOptions::default();
        if let Some(currency) = currency {
            options.style = FluentNumberStyle::Currency;
            options.currency = Some(currency.to_owned());
            if value.fract() == 0.0 {
                options.maximum_fraction_digits = Some(0);
            }
        }
        let plain = || [value.to_string(), currency.unwrap_or_default().to_owned()].join(" ").trim_end().to_owned();
        self.numbers.format(&FluentNumber::new(value, options)).unwrap_or_else(|_| plain())
    }

    /// A day, in the style `long`.
    pub(super) fn day(&self, day: &str) -> String {
        let style = FluentArgs::from_iter([("dateStyle", "long")]);
        match self.dates.call(&FluentValue::from(day), &style) {
            Ok(FluentValue::String(text)) => text.into_owned(),
            _ => day.to_owned(),
        }
    }

    /// Words with commas between.
    pub(super) fn list(&self, words: Vec<String>) -> String {
        self.lists.unit(&TextList(words))
    }

    fn display<'a>(&self, value: &FluentValue<'a>) -> Result<FluentValue<'a>, String> {
        match value {
            FluentValue::Number(number) => self.numbers.format(number).map(FluentValue::from),
            FluentValue::Custom(custom) => match custom.as_any().downcast_ref::<TextList>() {
                Some(list) => Ok(self.lists.and(list).into()),
                None => Ok(value.clone()),
            },
            FluentValue::Error => Err("cannot show a variable that is not handed over".to_owned()),
            other => Ok(other.clone()),
        }
    }
}

fn problem_value(function: &str, problem: &str) -> FluentValue<'static> {
    let [start, end] = PROBLEM;
    // What the program itself puts into messages has no name that authors know.
    let subject = if function == DISPLAY { "the message".to_owned() } else { format!("`{function}`") };
    FluentValue::from(format!("{start}{subject} {problem}{end}"))
}

/// The first mistake that a function has put into a text.
pub(super) fn problem_in(text: &str) -> Option<&str> {
    let [start, end] = PROBLEM;
    let (_, after) = text.split_once(start)?;
    after.split_once(end).map(|(problem, _)| problem)
}

/// The value of a named argument as text.
fn option<'a>(named: &'a FluentArgs, wanted: &str) -> Option<&'a str> {
    match named.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value) {
        Some(FluentValue::String(text)) => Some(text.as_ref()),
        _ => None,
    }
}

/// What is wrong with a value that a function does not take. The value itself is not named: it differs from page to page, and
/// the mistake is the same.
fn unsuitable(takes: Takes, value: &FluentValue) -> String {
    let got = match value {
        FluentValue::String(_) if takes == Takes::Date => "other text",
        FluentValue::String(_) => "text",
        FluentValue::Number(_) => "a number",
        FluentValue::Custom(_) => "a list",
        FluentValue::None | FluentValue::Error => "nothing",
    };
    format!("needs {} and got {got}", takes.name())
}
