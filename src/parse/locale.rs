//! Codes of locales and regions as authors write them.
//!
//! What can only mean one thing is read as that, with a hint: another case, `_`, an old code. What is no code is reported
//! with what was probably meant, and read as that, so that one slip is not reported many times.

use icu_locale::subtags::Region;

use super::table::Table;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::locale::LocaleCode;
use crate::locale::names::{self, known_region, language_of_country, meant_by, region_meant_by};
use crate::place::Located;

/// What was written, and what is to be said of it.
type Reading<T> = (Option<T>, Option<Diagnostic>);

const CODES: &str =
    "write a BCP 47 code: a language, perhaps with a script and a region, such as `en`, `pt-BR`, `sr-Latn`";

/// The code under a key of the configuration, whose value has been taken.
pub(super) fn of_config(table: &Table, written: Located<String>) -> Option<Located<LocaleCode>> {
    let (code, said) = code(&written.value);
    if let Some(said) = said {
        table.report_at(said, &written.place);
    }
    code.map(|value| Located { value, place: written.place })
}

/// The code that is written outside of any file. Where `rolebook.toml` would be told of a better one, there is none.
///
/// # Errors
///
/// Says what is wrong, and what was probably meant.
pub fn code_of(written: &str) -> Result<LocaleCode, Box<Diagnostic>> {
    match code(written) {
        (Some(code), said) if said.as_ref().is_none_or(|said| said.severity == Severity::Hint) => Ok(code),
        (Some(code), Some(said)) if said.severity == Severity::Warning && language_of_country(&code).is_none() => {
            Ok(code)
        }
        (_, said) => Err(Box::new(said.expect("what is no code is reported"))),
    }
}

fn code(written: &str) -> Reading<LocaleCode> {
    match written.parse::<LocaleCode>() {
        Ok(code) => {
            let said = unknown(&code).or_else(|| spelling(written, &code));
            (Some(code), said)
        }
        Err(error) => {
            let meant = meant_by(written);
            let diagnostic = Diagnostic::error(Code::InvalidValue, format!("`{written}` {error}"));
            let candidate = meant.as_ref().map(ToString::to_string);
            (meant, Some(diagnostic.did_you_mean(candidate.as_deref(), CODES)))
        }
    }
}

/// Warns of a language or a region that CLDR does not know.
fn unknown(code: &LocaleCode) -> Option<Diagnostic> {
    let region = code.region().filter(|region| known_region(region.as_str()).is_none());
    let (what, subtag, meant) = match region {
        _ if !code.has_known_language() => ("language", code.language().to_owned(), language_of_country(code)),
        Some(region) => ("region", region.to_string(), Some(code.without_region())),
        None => return None,
    };
    let diagnostic = Diagnostic::warning(Code::InvalidValue, format!("CLDR does not know the {what} `{subtag}`"));
    let meant = meant.map(|code| code.to_string());
    Some(diagnostic.did_you_mean(meant.as_deref(), "numbers, dates and plural forms will be those of no language"))
}

/// Hints at the canonical form of what was written in another.
fn spelling(written: &str, code: &LocaleCode) -> Option<Diagnostic> {
    let message = format!("`{written}` is read as `{code}`");
    (!code.is_written(written)).then(|| Diagnostic::hint(Code::InvalidValue, message).help(format!("write `{code}`")))
}

/// Warns of a language's code that is also that of a country, if the name of the locale is that of the country's language:
/// `se` with the name `Svenska`.
pub(super) fn name_of_another(code: &LocaleCode, name: &str) -> Option<Diagnostic> {
    let meant = language_of_country(code).filter(|meant| names::is_name_of(name, meant))?;
    if meant.parents().contains(code) {
        return None; // `no` may well be called by the name of `nb`
    }
    let message = format!("`{code}` is not the code of `{name}`");
    Some(Diagnostic::warning(Code::InvalidValue, message).help(format!("did you mean `{meant}`?")))
}

/// The locale of the formats of a code: the code itself, in the region that stands beside it.
pub(super) fn formats(table: &Table, code: &LocaleCode, region: Option<Located<String>>) -> LocaleCode {
    let Some(Located { value, place }) = region else { return code.clone() };
    let (region, said) = self::region(&value, code);
    if let Some(said) = said {
        table.report_at(said, &place);
    }
    region.map_or_else(|| code.clone(), |region| code.in_region(region))
}

fn region(written: &str, code: &LocaleCode) -> Reading<Region> {
    let Some(region) = known_region(written) else {
        let meant = region_meant_by(written, code).map(|region| region.to_string());
        let diagnostic = Diagnostic::error(Code::InvalidValue, format!("`{written}` is not a region"));
        let help = "write two letters of ISO 3166 or three digits of UN M49, such as `PT` or `419`";
        return (None, Some(diagnostic.did_you_mean(meant.as_deref(), help)));
    };
    if code.region().is_some_and(|own| own != region) {
        let message = format!("the code `{code}` already has another region than `{region}`");
        let help = format!("remove `region`, or write `code = \"{}\"`", code.without_region());
        return (None, Some(Diagnostic::error(Code::InvalidValue, message).help(help)));
    }
    let said = (region.as_str() != written).then(|| {
        let hint = Diagnostic::hint(Code::InvalidValue, format!("`{written}` is read as `{region}`"));
        hint.help(format!("write `region = \"{region}\"`"))
    });
    (Some(region), said)
}
