//! The Fluent function `QUOTE`: words between the quotation marks of a locale.
//!
//! Takes text and the option `level`: `outer` (the default), or `inner` for a quotation within a quotation.
//! Source: the delimiters of CLDR 48, <https://cldr.unicode.org/>, which ICU4X does not carry.

use fluent::{FluentArgs, FluentValue};
use icu_locale::subtags::{Region, script};

use super::{Takes, Values, option, unsuitable};
use crate::locale::LocaleCode;

/// The named arguments, each with the values that it can have.
pub(super) const ARGUMENTS: &[(&str, Values)] = &[("level", Values::OneOf(&["outer", "inner"]))];

/// The quotation marks of a locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marks {
    outer: [&'static str; 2],
    inner: [&'static str; 2],
}

impl Marks {
    pub(super) fn of(locale: &LocaleCode) -> Self {
        let likely = locale.with_likely_region();
        let (script, region) = (likely.icu().script, likely.region());
        let region = region.as_ref().map(Region::as_str);
        let (outer, inner) = match (locale.language(), region) {
            ("de", Some("CH" | "LI")) | ("it" | "fr", Some("CH")) | ("fa", _) => (["«", "»"], ["‹", "›"]),
            ("pt", Some("BR")) => (["“", "”"], ["‘", "’"]),
            ("de" | "cs" | "sk" | "sl" | "is" | "hr" | "lt" | "et" | "lb", _) => (["„", "“"], ["‚", "‘"]),
            ("bg" | "ka", _) => (["„", "“"], ["’", "’"]),
            ("fr", _) => (["«\u{a0}", "\u{a0}»"], ["“", "”"]),
            ("el" | "es" | "pt" | "it" | "ca" | "hy" | "gl" | "eu", _) => (["«", "»"], ["“", "”"]),
            ("nb" | "nn" | "no" | "sq", _) => (["«", "»"], ["‘", "’"]),
            ("ru" | "uk" | "be", _) => (["«", "»"], ["„", "“"]),
            ("pl" | "ro", _) => (["„", "”"], ["«", "»"]),
            ("hu", _) => (["„", "”"], ["»", "«"]),
            ("sr" | "bs", _) => (["„", "”"], ["’", "’"]),
            ("sv" | "fi" | "he", _) => (["”", "”"], ["’", "’"]),
            ("ar", _) => (["”", "“"], ["’", "‘"]),
            ("ja", _) | ("zh", Some("TW" | "HK" | "MO")) => (["「", "」"], ["『", "』"]),
            ("zh", _) if script == Some(script!("Hant")) => (["「", "」"], ["『", "』"]),
            _ => (["“", "”"], ["‘", "’"]),
        };
        Self { outer, inner }
    }

    pub(super) fn call<'a>(self, value: &FluentValue<'a>, named: &FluentArgs) -> Result<FluentValue<'a>, String> {
        let FluentValue::String(text) = value else { return Err(unsuitable(Takes::Text, value)) };
        let [start, end] = if option(named, "level") == Some("inner") { self.inner } else { self.outer };
        Ok(FluentValue::from(format!("{start}{text}{end}")))
    }
}
