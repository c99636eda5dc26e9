//! The Fluent function `DATETIME`: a date as readers of a locale write it, by the rules of CLDR.
//!
//! Takes a date as `2026-11-02` and the option `dateStyle`: `full`, `long`, `medium` (the default) or `short`.

use fluent::{FluentArgs, FluentValue};
use icu_calendar::{Date, Iso};
use icu_datetime::fieldsets::{YMD, YMDE};
use icu_datetime::{DateTimeFormatter, DateTimeFormatterPreferences};

use crate::locale::LocaleCode;

/// The formatters of a locale, one for each style.
struct Formatters {
    full: DateTimeFormatter<YMDE>,
    long: DateTimeFormatter<YMD>,
    medium: DateTimeFormatter<YMD>,
    short: DateTimeFormatter<YMD>,
}

/// The function for a locale.
pub(super) fn function(
    locale: &LocaleCode,
) -> impl for<'a> Fn(&[FluentValue<'a>], &FluentArgs) -> FluentValue<'a> + Send + Sync + 'static {
    let formatters = Formatters::new(locale);
    move |positional, named| {
        let Some(FluentValue::String(text)) = positional.first() else { return FluentValue::Error };
        let Some(date) = read(text) else { return FluentValue::Error };
        let style = match named.get("dateStyle") {
            Some(FluentValue::String(style)) => style.as_ref(),
            _ => "medium",
        };
        formatters.format(date, style).map_or(FluentValue::Error, FluentValue::from)
    }
}

impl Formatters {
    fn new(locale: &LocaleCode) -> Self {
        const DATA: &str = "the root locale serves where no other does";
        let preferences = DateTimeFormatterPreferences::from(icu_locale::Locale::from(locale.icu()));
        let ymd = |fields| DateTimeFormatter::try_new(preferences, fields).expect(DATA);
        Self {
            full: DateTimeFormatter::try_new(preferences, YMDE::long()).expect(DATA),
            long: ymd(YMD::long()),
            medium: ymd(YMD::medium()),
            short: ymd(YMD::short()),
        }
    }

    fn format(&self, date: Date<Iso>, style: &str) -> Option<String> {
        Some(match style {
            "full" => self.full.format(&date).to_string(),
            "long" => self.long.format(&date).to_string(),
            "medium" => self.medium.format(&date).to_string(),
            "short" => self.short.format(&date).to_string(),
            _ => return None,
        })
    }
}

fn read(text: &str) -> Option<Date<Iso>> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Date::try_new_iso(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_readers_write_them() {
        for (locale, style, expected) in [
            ("en", "long", "November 2, 2026"),
            ("de", "long", "2. November 2026"),
            ("el", "long", "2 Νοεμβρίου 2026"),
            ("pt-PT", "long", "2 de novembro de 2026"),
            ("fr", "full", "lundi 2 novembre 2026"),
            ("es", "medium", "2 nov 2026"),
            ("de", "short", "02.11.26"),
        ] {
            let mut options = FluentArgs::new();
            options.set("dateStyle", style);
            let shown = function(&locale.parse().unwrap())(&[FluentValue::from("2026-11-02")], &options);
            assert_eq!(shown, FluentValue::from(expected), "{locale} {style}");
        }
    }

    #[test]
    fn what_is_no_date_is_an_error() {
        for wrong in ["", "tomorrow", "2026-13-01", "2026-11"] {
            let shown = function(&"en".parse().unwrap())(&[FluentValue::from(wrong)], &FluentArgs::new());
            assert!(matches!(shown, FluentValue::Error), "{wrong}");
        }
    }
}
