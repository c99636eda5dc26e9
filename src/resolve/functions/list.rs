//! The Fluent function `LIST`: several words as readers of a locale join them, by the rules of CLDR.
//!
//! Takes a list and the options of ECMA-402, `Intl.ListFormat`: `type` (`conjunction`, the default, "a, b and c";
//! `disjunction`, "a, b or c"; `unit`, "a, b, c") and `style` (`long`, the default; `short`; `narrow`).

use std::borrow::Cow;

use fluent::types::FluentType;
use fluent::{FluentArgs, FluentValue};
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use intl_memoizer::IntlLangMemoizer;

use super::{Takes, Values, option, unsuitable};
use crate::locale::LocaleCode;

/// The named arguments, each with the values that it can have.
pub(super) const ARGUMENTS: &[(&str, Values)] = &[
    ("style", Values::OneOf(&["long", "short", "narrow"])),
    ("type", Values::OneOf(&["conjunction", "disjunction", "unit"])),
];

/// Several words, handed to a message as one argument. Shown without `LIST`, they are joined with "and".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextList(pub Vec<String>);

impl FluentType for TextList {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(self.clone())
    }

    fn as_string(&self, _: &IntlLangMemoizer) -> Cow<'static, str> {
        self.0.join(", ").into()
    }

    fn as_string_threadsafe(&self, _: &intl_memoizer::concurrent::IntlLangMemoizer) -> Cow<'static, str> {
        self.0.join(", ").into()
    }
}

impl From<TextList> for FluentValue<'_> {
    fn from(list: TextList) -> Self {
        FluentValue::Custom(Box::new(list))
    }
}

/// The formatters of a locale: by type, then by style. Where CLDR has nothing, commas join.
pub(super) struct Formatters([[Option<ListFormatter>; 3]; 3]);

impl Formatters {
    pub(super) fn new(locale: &LocaleCode) -> Self {
        let lengths = [ListLength::Wide, ListLength::Short, ListLength::Narrow];
        let options = lengths.map(|length| ListFormatterOptions::default().with_length(length));
        Self([
            options.map(|options| ListFormatter::try_new_and(locale.icu().into(), options).ok()),
            options.map(|options| ListFormatter::try_new_or(locale.icu().into(), options).ok()),
            options.map(|options| ListFormatter::try_new_unit(locale.icu().into(), options).ok()),
        ])
    }

    /// The words joined with "and".
    pub(super) fn and(&self, list: &TextList) -> String {
        joined(self.0[0][0].as_ref(), list)
    }

    /// The words with nothing said of how they belong together.
    pub(super) fn unit(&self, list: &TextList) -> String {
        joined(self.0[2][0].as_ref(), list)
    }

    pub(super) fn call<'a>(&self, value: &FluentValue<'a>, named: &FluentArgs) -> Result<FluentValue<'a>, String> {
        let list = match value {
            FluentValue::Custom(custom) => custom.as_any().downcast_ref::<TextList>(),
            _ => None,
        };
        let list = list.ok_or_else(|| unsuitable(Takes::List, value))?;
        let by_style = match option(named, "type") {
            Some("disjunction") => &self.0[1],
            Some("unit") => &self.0[2],
            _ => &self.0[0],
        };
        let formatter = match option(named, "style") {
            Some("short") => &by_style[1],
            Some("narrow") => &by_style[2],
            _ => &by_style[0],
        };
        Ok(joined(formatter.as_ref(), list).into())
    }
}

fn joined(formatter: Option<&ListFormatter>, list: &TextList) -> String {
    formatter.map_or_else(|| list.0.join(", "), |formatter| formatter.format(list.0.iter()).to_string())
}
