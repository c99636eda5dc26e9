//! The Fluent function `DATETIME`: a date and time as readers of a locale write them, by the rules of CLDR.
//!
//! Takes a date as `2026-11-02`, or with a time as `2026-11-02T09:30`, perhaps with an offset from UTC (`+02:00`, `Z`).
//! The options are those of ECMA-402, `Intl.DateTimeFormat`: `dateStyle` and `timeStyle` (`full`, `long`, `medium`,
//! `short`), or single fields. Without options a date is shown in the style `medium`. ICU4X chooses patterns by semantic
//! skeletons (UTS #35), so that a set of fields which no language writes by itself is completed to one that it does.

use fluent::{FluentArgs, FluentValue};
use icu_calendar::{Date, Iso};
use icu_datetime::fieldbag::DateTimeFieldBag;
use icu_datetime::fieldsets::builder::{DateFields, FieldSetBuilder, ZoneStyle};
use icu_datetime::fieldsets::enums::{CalendarPeriodFieldSet, CompositeFieldSet, DateFieldSet};
use icu_datetime::options::{Length, TimePrecision};
use icu_datetime::preferences::HourCycle;
use icu_datetime::{DateTimeFormatter, DateTimeFormatterPreferences};
use icu_locale::langid;
use icu_time::zone::UtcOffset;
use icu_time::{Time, TimeZoneInfo, ZonedDateTime};

use super::{Takes, Values, unsuitable};
use crate::locale::LocaleCode;

const STYLES: Values = Values::OneOf(&["full", "long", "medium", "short"]);
const NAMES: Values = Values::OneOf(&["long", "short", "narrow"]);
const NUMBERS: Values = Values::OneOf(&["numeric", "2-digit"]);

/// The named arguments, each with the values that it can have.
pub(super) const ARGUMENTS: &[(&str, Values)] = &[
    ("dateStyle", STYLES),
    ("day", NUMBERS),
    ("dayPeriod", NAMES),
    ("era", NAMES),
    ("fractionalSecondDigits", Values::OneOf(&["1", "2", "3"])),
    ("hour", NUMBERS),
    ("hour12", Values::OneOf(&["true", "false"])),
    ("minute", NUMBERS),
    ("month", Values::OneOf(&["numeric", "2-digit", "long", "short", "narrow"])),
    ("second", NUMBERS),
    ("timeStyle", STYLES),
    ("timeZoneName", Values::OneOf(&["long", "short", "longOffset", "shortOffset"])),
    ("weekday", NAMES),
    ("year", NUMBERS),
];

/// The formatters of a locale.
pub(super) struct Formatters {
    locale: LocaleCode,
    /// Two styles, made once: dates without options are in the second.
    long: Result<DateTimeFormatter<CompositeFieldSet>, String>,
    medium: Result<DateTimeFormatter<CompositeFieldSet>, String>,
}

/// A date, with the first moment of the day where there is no time, and with UTC where there is no offset.
type Moment = ZonedDateTime<Iso, TimeZoneInfo<icu_time::zone::models::AtTime>>;

impl Formatters {
    pub(super) fn new(locale: &LocaleCode) -> Self {
        let date = |style| formatter(locale, styled(Some(style), None)?, None);
        Self { long: date("long"), medium: date("medium"), locale: locale.clone() }
    }

    pub(super) fn call<'a>(&self, value: &FluentValue<'a>, named: &FluentArgs) -> Result<FluentValue<'a>, String> {
        let moment = match value {
            FluentValue::String(text) => read(text),
            _ => None,
        };
        let moment = moment.ok_or_else(|| unsuitable(Takes::Date, value))?;
        let options = options(named);
        let made;
        let formatter = match options.as_slice() {
            [] => &self.medium,
            [(name, style)] if name == "dateStyle" && style == "long" => &self.long,
            _ => {
                made = fields(&options).and_then(|fields| formatter(&self.locale, fields, clock(&options)));
                &made
            }
        };
        Ok(formatter.as_ref().map_err(Clone::clone)?.format(&moment).to_string().into())
    }
}

fn formatter(
    locale: &LocaleCode,
    fields: CompositeFieldSet,
    clock: Option<HourCycle>,
) -> Result<DateTimeFormatter<CompositeFieldSet>, String> {
    // In ICU4X 2.4 `pt` cannot write the year of a month, and `pt-PT` writes a full date with numbers only. The patterns of
    // the other, which are the same in CLDR, are sound.
    let (brazilian, european) = (langid!("pt"), langid!("pt-PT"));
    let locale = match fields {
        _ if locale.language() != "pt" => locale.icu(),
        CompositeFieldSet::CalendarPeriod(CalendarPeriodFieldSet::YM(_)) => &european,
        CompositeFieldSet::Date(DateFieldSet::YMDE(_)) => &brazilian,
        _ => locale.icu(),
    };
    let mut preferences = DateTimeFormatterPreferences::from(locale);
    preferences.hour_cycle = clock.or(preferences.hour_cycle);
    DateTimeFormatter::try_new(preferences, fields).map_err(|_| "has no data for these options".to_owned())
}

/// The clock that the option `hour12` asks for.
fn clock(options: &[(String, String)]) -> Option<HourCycle> {
    let (_, value) = options.iter().find(|(name, _)| name == "hour12")?;
    Some(if value == "true" { HourCycle::Clock12 } else { HourCycle::Clock24 })
}

/// The named arguments as text, numbers too.
fn options(named: &FluentArgs) -> Vec<(String, String)> {
    let text = |value: &FluentValue| match value {
        FluentValue::String(text) => Some(text.to_string()),
        FluentValue::Number(number) => Some(number.value.to_string()),
        _ => None,
    };
    named.iter().filter_map(|(name, value)| Some((name.to_owned(), text(value)?))).collect()
}

fn fields(options: &[(String, String)]) -> Result<CompositeFieldSet, String> {
    let option = |wanted: &str| options.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
    let (date, time) = (option("dateStyle"), option("timeStyle"));
    if date.is_some() || time.is_some() {
        return styled(date, time);
    }
    let skeleton: String = options.iter().map(|(name, value)| letters(name, value)).collect();
    DateTimeFieldBag::try_from_skeleton(&skeleton).map_err(|_| "cannot show these fields together".to_owned()).and_then(
        |bag| bag.to_field_set_builder().build_composite().map_err(|_| "cannot show these fields together".to_owned()),
    )
}

/// The letters of a field in a skeleton of UTS #35.
fn letters(name: &str, value: &str) -> &'static str {
    match (name, value) {
        ("era", "long") => "GGGG",
        ("era", "narrow") => "GGGGG",
        ("era", _) => "G",
        ("year", "2-digit") => "yy",
        ("year", _) => "y",
        ("month", "2-digit") => "MM",
        ("month", "short") => "MMM",
        ("month", "long") => "MMMM",
        ("month", "narrow") => "MMMMM",
        ("month", _) => "M",
        ("day", "2-digit") => "dd",
        ("day", _) => "d",
        ("weekday", "long") => "EEEE",
        ("weekday", "narrow") => "EEEEE",
        ("weekday", _) => "E",
        ("dayPeriod", "long") => "BBBB",
        ("dayPeriod", "narrow") => "BBBBB",
        ("dayPeriod", _) => "B",
        ("hour", "2-digit") => "jj",
        ("hour", _) => "j",
        ("minute", "2-digit") => "mm",
        ("minute", _) => "m",
        ("second", "2-digit") => "ss",
        ("second", _) => "s",
        ("fractionalSecondDigits", "1") => "S",
        ("fractionalSecondDigits", "2") => "SS",
        ("fractionalSecondDigits", _) => "SSS",
        ("timeZoneName", "long" | "longOffset") => "OOOO",
        ("timeZoneName", _) => "O",
        _ => "",
    }
}

/// The fields of `dateStyle` and `timeStyle`.
fn styled(date: Option<&str>, time: Option<&str>) -> Result<CompositeFieldSet, String> {
    let mut builder = FieldSetBuilder::new();
    let length = |style: &str| match style {
        "full" | "long" => Some(Length::Long),
        "medium" => Some(Length::Medium),
        "short" => Some(Length::Short),
        _ => None,
    };
    let unknown = |style: &str| format!("does not know the style `{style}`");
    if let Some(style) = date {
        builder.length = Some(length(style).ok_or_else(|| unknown(style))?);
        builder.date_fields = Some(if style == "full" { DateFields::YMDE } else { DateFields::YMD });
    }
    if let Some(style) = time {
        let length = length(style).ok_or_else(|| unknown(style))?;
        builder.length = builder.length.or(Some(length));
        builder.time_precision = Some(if style == "short" { TimePrecision::Minute } else { TimePrecision::Second });
        builder.zone_style = match style {
            "full" => Some(ZoneStyle::LocalizedOffsetLong),
            "long" => Some(ZoneStyle::LocalizedOffsetShort),
            _ => None,
        };
    }
    builder.build_composite().map_err(|_| "cannot show these styles together".to_owned())
}

/// Whether a text can be read as a date.
pub(super) fn is_date(text: &str) -> bool {
    read(text).is_some()
}

/// Reads a date, perhaps with a time and an offset.
fn read(text: &str) -> Option<Moment> {
    let (day, time) = text.split_once(['T', ' ']).map_or((text, None), |(day, time)| (day, Some(time)));
    let mut parts = day.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let date = Date::try_new_iso(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    let (time, offset) = match time {
        None => (Time::start_of_day(), UtcOffset::zero()),
        Some(text) => {
            let at = text.find(['Z', 'z', '+', '-']).unwrap_or(text.len());
            let offset = match &text[at..] {
                "" | "Z" | "z" => UtcOffset::zero(),
                offset => UtcOffset::try_from_str(offset).ok()?,
            };
            (Time::try_from_str(&text[..at]).ok()?, offset)
        }
    };
    let zone = icu_time::TimeZone::UNKNOWN.with_offset(Some(offset));
    Some(ZonedDateTime { date, time, zone: zone.at_date_time(icu_time::DateTime { date, time }) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(locale: &str, date: &str, options: &[(&str, &str)]) -> Result<String, String> {
        let named: FluentArgs = options.iter().map(|(name, value)| (*name, FluentValue::from(*value))).collect();
        let formatters = Formatters::new(&locale.parse().unwrap());
        formatters.call(&FluentValue::from(date), &named).map(|value| match value {
            FluentValue::String(text) => text.into_owned(),
            other => panic!("{other:?}"),
        })
    }

    #[test]
    fn dates_are_written_as_readers_write_them() {
        for (locale, options, expected) in [
            ("en", [("dateStyle", "long")], "November 2, 2026"),
            ("de", [("dateStyle", "long")], "2. November 2026"),
            ("el", [("dateStyle", "long")], "2 Νοεμβρίου 2026"),
            ("pt-PT", [("dateStyle", "long")], "2 de novembro de 2026"),
            ("fr", [("dateStyle", "full")], "lundi 2 novembre 2026"),
            ("es", [("dateStyle", "medium")], "2 nov 2026"),
            ("de", [("dateStyle", "short")], "02.11.26"),
            ("de", [("month", "long")], "November"),
            ("fr", [("weekday", "long")], "lundi"),
        ] {
            assert_eq!(shown(locale, "2026-11-02", &options).as_deref(), Ok(expected), "{locale} {options:?}");
        }
    }

    #[test]
    fn times_are_shown_with_their_offset() {
        let options = [("dateStyle", "short"), ("timeStyle", "long")];
        assert_eq!(shown("de", "2026-11-02T09:30:00+02:00", &options).unwrap(), "02.11.26, 09:30:00 GMT+2");
        assert_eq!(
            shown("en", "2026-11-02T21:30", &[("hour", "numeric"), ("minute", "2-digit")]).unwrap(),
            "9:30\u{202f}PM"
        );
        assert_eq!(
            shown("en", "2026-11-02T21:30", &[("hour", "numeric"), ("minute", "2-digit"), ("hour12", "false")])
                .unwrap(),
            "21:30"
        );
    }

    #[test]
    fn what_is_no_date_is_a_mistake() {
        for wrong in ["", "tomorrow", "2026-13-01", "2026-11", "2026-11-02T25:00"] {
            let said = "needs a date such as `2026-11-02` and got other text";
            assert_eq!(shown("en", wrong, &[]).as_deref(), Err(&said.to_owned()), "{wrong}");
        }
    }
}
