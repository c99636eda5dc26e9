//! The Fluent function `NUMBER`: a number as readers of a locale write it, by the rules of CLDR, and its plural category.
//!
//! The options are those of ECMA-402, `Intl.NumberFormat`, with its limits: `style` (`decimal`, `percent`, `currency`),
//! `currency` (an ISO 4217 code), `currencyDisplay`, `useGrouping`, `minimumIntegerDigits`, `minimumFractionDigits`,
//! `maximumFractionDigits`, `minimumSignificantDigits`, `maximumSignificantDigits`, and `type` (`cardinal`, `ordinal`).

use fixed_decimal::{Decimal, FloatPrecision, Sign, SignedRoundingMode, UnsignedRoundingMode};
use fluent::types::{
    FluentNumber, FluentNumberCurrencyDisplayStyle as CurrencyDisplay, FluentNumberOptions, FluentNumberStyle as Style,
    FluentNumberType,
};
use fluent::{FluentArgs, FluentValue};
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};
use icu_experimental::dimension::currency::CurrencyType;
use icu_experimental::dimension::currency::formatter::{CurrencyFormatter, CurrencyFormatterPreferences};
use icu_experimental::dimension::currency::options::CurrencyFormatterOptions;
use icu_experimental::dimension::percent::formatter::{PercentFormatter, PercentFormatterPreferences};
use icu_experimental::dimension::percent::options::PercentFormatterOptions;

use super::{Takes, Values, option, unsuitable};
use crate::locale::LocaleCode;
use crate::locale::plurals::{PluralType, Plurals};

/// The named arguments, each with the values that it can have.
pub(super) const ARGUMENTS: &[(&str, Values)] = &[
    ("currency", Values::Text),
    ("currencyDisplay", Values::OneOf(&["symbol", "code", "name"])),
    ("maximumFractionDigits", Values::Count),
    ("maximumSignificantDigits", Values::Count),
    ("minimumFractionDigits", Values::Count),
    ("minimumIntegerDigits", Values::Count),
    ("minimumSignificantDigits", Values::Count),
    ("style", Values::OneOf(&["decimal", "percent", "currency"])),
    ("type", Values::OneOf(&["cardinal", "ordinal"])),
    ("useGrouping", Values::OneOf(&["true", "false"])),
];

/// As ECMA-402 rounds: halves away from zero.
const HALF_EXPAND: SignedRoundingMode = SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand);

/// The formatters of a locale.
pub(super) struct Formatters {
    locale: LocaleCode,
    grouped: Digits,
    plain: Digits,
    grouped_percent: Option<PercentFormatter<DecimalFormatter>>,
    plain_percent: Option<PercentFormatter<DecimalFormatter>>,
    cardinal: Plurals,
    ordinal: Plurals,
}

/// Writes the digits of numbers. Where CLDR has nothing, they are `0` to `9` with a point.
struct Digits(Option<DecimalFormatter>);

impl Digits {
    fn of(locale: &LocaleCode, grouping: GroupingStrategy) -> Self {
        let options = DecimalFormatterOptions::from(grouping);
        Self(DecimalFormatter::try_new(DecimalFormatterPreferences::from(locale.icu()), options).ok())
    }

    fn format(&self, decimal: &Decimal) -> String {
        self.0.as_ref().map_or_else(|| decimal.to_string(), |formatter| formatter.format(decimal).to_string())
    }
}

/// `NUMBER($n, …)`: the number with its options, to be shown or chosen by later.
pub(super) fn call<'a>(value: &FluentValue<'a>, named: &FluentArgs) -> Result<FluentValue<'a>, String> {
    let FluentValue::Number(number) = value else { return Err(unsuitable(Takes::Number, value)) };
    let mut number = number.clone();
    number.options.merge(named);
    if option(named, "style") == Some("currency") && number.options.currency.is_none() {
        return Err("needs a `currency` for this style".to_owned());
    }
    Ok(FluentValue::Number(number))
}

/// The number alone, without how it is to be shown: as Fluent reads it where a key has it.
pub(super) fn value<'a>(value: &FluentValue<'a>) -> FluentValue<'a> {
    match value {
        FluentValue::Number(number) => FluentValue::try_number(&number.value.to_string()).into_owned(),
        other => other.clone(),
    }
}

impl Formatters {
    pub(super) fn new(locale: &LocaleCode) -> Self {
        let percent = |grouping| {
            let Digits(digits) = Digits::of(locale, grouping);
            let preferences = PercentFormatterPreferences::from(locale.icu());
            PercentFormatter::try_new_with_decimal_formatter(preferences, digits?, PercentFormatterOptions::default())
                .ok()
        };
        Self {
            grouped: Digits::of(locale, GroupingStrategy::Auto),
            plain: Digits::of(locale, GroupingStrategy::Never),
            grouped_percent: percent(GroupingStrategy::Auto),
            plain_percent: percent(GroupingStrategy::Never),
            cardinal: Plurals::of(locale, PluralType::Cardinal),
            ordinal: Plurals::of(locale, PluralType::Ordinal),
            locale: locale.clone(),
        }
    }

    /// The number as text.
    pub(super) fn format(&self, number: &FluentNumber) -> Result<String, String> {
        let FluentNumber { value, options } = number;
        let decimal = decimal(*value, options).ok_or_else(|| format!("cannot write `{value}`"))?;
        Ok(match (options.style, options.use_grouping) {
            (Style::Decimal, true) => self.grouped.format(&decimal),
            (Style::Decimal, false) => self.plain.format(&decimal),
            (Style::Percent, true) => percent(self.grouped_percent.as_ref(), &decimal),
            (Style::Percent, false) => percent(self.plain_percent.as_ref(), &decimal),
            (Style::Currency, _) => return self.currency(&decimal, options),
        })
    }

    fn currency(&self, decimal: &Decimal, options: &FluentNumberOptions) -> Result<String, String> {
        let code = options.currency.as_deref().unwrap_or_default();
        let unknown = || format!("does not know the currency `{code}`");
        let currency: CurrencyType = code.parse().map_err(|_| unknown())?;
        let preferences = CurrencyFormatterPreferences::from(self.locale.icu());
        let style = CurrencyFormatterOptions::default();
        let formatter = match options.currency_display {
            CurrencyDisplay::Symbol => CurrencyFormatter::try_new_symbol(preferences, currency, style),
            CurrencyDisplay::Code => CurrencyFormatter::try_new_code(preferences, currency, style),
            CurrencyDisplay::Name => CurrencyFormatter::try_new_name(preferences, currency),
        };
        let formatter = formatter.map_err(|_| unknown())?;
        let text = formatter.format_fixed_decimal(decimal).to_string();
        // ICU4X gives every currency its usual digits; other ones are put in their place.
        let (least, _) = currency_digits(Some(code));
        let mut usual = decimal.clone();
        usual.round_with_mode(-least, HALF_EXPAND);
        usual.absolute.trim_end();
        usual.absolute.pad_end(-least);
        let digits = |decimal: &Decimal, digits: &Digits| {
            let mut unsigned = decimal.clone();
            unsigned.sign = Sign::None;
            digits.format(&unsigned)
        };
        let wanted = if options.use_grouping { &self.grouped } else { &self.plain };
        Ok(text.replacen(&digits(&usual, &self.grouped), &digits(decimal, wanted), 1))
    }

    /// The name of the number's plural category; what is no number stays as it is.
    pub(super) fn category<'a>(&self, value: &FluentValue<'a>) -> FluentValue<'a> {
        let FluentValue::Number(FluentNumber { value: number, options }) = value else { return value.clone() };
        let Some(decimal) = decimal(*number, options) else { return FluentValue::from("other") };
        let rules = match options.r#type {
            FluentNumberType::Cardinal => &self.cardinal,
            FluentNumberType::Ordinal => &self.ordinal,
        };
        FluentValue::from(rules.category(&decimal))
    }
}

fn percent(formatter: Option<&PercentFormatter<DecimalFormatter>>, decimal: &Decimal) -> String {
    formatter.map_or_else(|| format!("{decimal}%"), |formatter| formatter.format(decimal).to_string())
}

/// The number with the digits that the options ask for; `None` for what is not finite.
///
/// Source: ECMA-402, `SetNumberFormatDigitOptions`: significant digits go before fraction digits; without options there are
/// at most three fraction digits, none for percentages and two for money.
fn decimal(value: f64, options: &FluentNumberOptions) -> Option<Decimal> {
    let mut decimal = Decimal::try_from_f64(value, FloatPrecision::RoundTrip).ok()?;
    if options.style == Style::Percent {
        decimal.multiply_pow10(2);
    }
    if options.minimum_significant_digits.is_some() || options.maximum_significant_digits.is_some() {
        let most = digits(options.maximum_significant_digits.unwrap_or(21));
        decimal.round_with_mode(decimal.nonzero_magnitude_start() - most + 1, HALF_EXPAND);
        decimal.absolute.trim_end();
        let least = digits(options.minimum_significant_digits.unwrap_or(1));
        decimal.absolute.pad_end(decimal.nonzero_magnitude_start() - least + 1);
    } else {
        let (usual_least, usual_most) = match options.style {
            Style::Decimal => (0, 3),
            Style::Percent => (0, 0),
            Style::Currency => currency_digits(options.currency.as_deref()),
        };
        let least = options.minimum_fraction_digits.map(digits);
        let most = options.maximum_fraction_digits.map(digits);
        let least = least.unwrap_or_else(|| usual_least.min(most.unwrap_or(usual_least)));
        let most = most.unwrap_or_else(|| usual_most.max(least));
        decimal.round_with_mode(-most.max(least), HALF_EXPAND);
        decimal.absolute.trim_end();
        decimal.absolute.pad_end(-least);
    }
    decimal.absolute.pad_start(digits(options.minimum_integer_digits.unwrap_or(1)));
    Some(decimal)
}

fn digits(count: usize) -> i16 {
    i16::try_from(count).unwrap_or(i16::MAX).min(100)
}

/// The fraction digits of a currency, where they are not two: ISO 4217 minor units.
fn currency_digits(code: Option<&str>) -> (i16, i16) {
    let count = match code.map(str::to_ascii_uppercase).as_deref() {
        Some(
            "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "VND" | "VUV"
            | "XAF" | "XOF" | "XPF",
        ) => 0,
        Some("BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND") => 3,
        _ => 2,
    };
    (count, count)
}
