//! What people write where a code belongs: names of languages and regions, codes of countries, slips.
//!
//! The names are those of CLDR, in English and in the language itself.

use std::sync::LazyLock;

use icu_locale::names::{
    DisplayNamesPreferences, LanguageIdentifierDisplayName, LanguageIdentifierDisplayNameOptions as NameOptions,
    RegionDisplayName,
};
use icu_locale::subtags::{Language, Region, region};
use icu_locale::{LanguageIdentifier, Locale, LocaleCanonicalizer, LocaleExpander, TransformResult, locale};

use super::{InvalidCode, LocaleCode};
use crate::fold;
use crate::id::{capitalized, closest};

/// No name is longer, in letters.
const LONGEST: usize = 60;

/// How like a name a text must be. Among so many names one is somewhat like any word: `index` is like `Indonesia`.
const LIKENESS: f64 = 0.9;

/// The regions of CLDR that are none: unknown, and those of the pseudo-locales.
const NO_REGION: [Region; 3] = [region!("ZZ"), region!("XA"), region!("XB")];

/// A language by its names, folded.
struct Names {
    code: LocaleCode,
    english: String,
    /// Its name in itself, where CLDR is translated into it.
    own: Option<String>,
}

/// The languages that have a name, those with codes of two letters first.
static LANGUAGES: LazyLock<Vec<Names>> = LazyLock::new(|| {
    let two = letters().flat_map(|a| letters().map(move |b| vec![a, b]));
    let three = two.clone().flat_map(|two| letters().map(move |c| [two.as_slice(), &[c]].concat()));
    let languages = two.chain(three).filter_map(|code| Language::try_from_utf8(&code).ok());
    languages.filter_map(names).collect()
});

fn letters() -> impl Iterator<Item = u8> + Clone {
    b'a'..=b'z'
}

fn names(language: Language) -> Option<Names> {
    let code: LocaleCode =
        language.as_str().parse().ok().filter(|code: &LocaleCode| code.is_written(language.as_str()))?;
    let english = english_name(&code)?;
    let own = own_name(&code).map(|own| folded(&own));
    Some(Names { code, english: folded(&english), own })
}

/// The name of a language in itself, if CLDR is translated into it.
fn own_name(code: &LocaleCode) -> Option<String> {
    let name =
        LanguageIdentifierDisplayName::try_new_tiny(code.icu().into(), code.icu().clone(), NameOptions::default());
    shown(code, name.ok())
}

/// What the speakers of a language call it, as it stands in a list of languages; else its English name, else the code.
#[must_use]
pub fn in_itself(code: &LocaleCode) -> String {
    let name = own_name(code).or_else(|| english_name(code));
    name.map_or_else(|| code.to_string(), |name| capitalized(&name))
}

/// The English name of a language, if CLDR counts it among the common ones.
fn english_name(code: &LocaleCode) -> Option<String> {
    let name =
        LanguageIdentifierDisplayName::try_new_light(locale!("en").into(), code.icu().clone(), NameOptions::default());
    shown(code, name.ok())
}

/// A name as text. Where it has none, ICU shows the code.
fn shown(code: &LocaleCode, name: Option<LanguageIdentifierDisplayName>) -> Option<String> {
    name.map(|name| name.as_borrowed().to_string()).filter(|name| *name != code.to_string())
}

/// Whether a name is that of a language, in English or in the language itself.
#[must_use]
pub fn is_name_of(name: &str, code: &LocaleCode) -> bool {
    [english_name(code), own_name(code)].into_iter().flatten().any(|known| folded(&known) == folded(name))
}

fn folded(text: &str) -> String {
    fold::words(text).join(" ")
}

/// The code that was most likely meant by a text that is none, or whose language CLDR does not know.
#[must_use]
pub fn meant_by(text: &str) -> Option<LocaleCode> {
    if text.chars().count() > LONGEST {
        return None;
    }
    match text.parse::<LocaleCode>() {
        Ok(code) => language_of_country(&code),
        Err(InvalidCode::Extended(code)) => Some(code),
        Err(_) => by_name(text).or_else(|| by_beginning(text)).or_else(|| by_likeness(text)),
    }
}

/// The one of these codes that was most likely meant.
#[must_use]
pub fn meant_of<'k>(text: &str, known: &'k [String]) -> Option<&'k str> {
    let known = || known.iter().map(String::as_str);
    let meant = meant_by(text).map(|code| code.to_string());
    known().find(|code| Some(*code) == meant.as_deref()).or_else(|| closest(text, known()))
}

/// The main language of the country whose code was taken for that of a language: `el` for `gr`, `ja` for `jp`.
#[must_use]
pub fn language_of_country(code: &LocaleCode) -> Option<LocaleCode> {
    let region = known_region(code.language())?;
    let mut likely = LanguageIdentifier::from(Some(region));
    // Where CLDR says nothing of a region, English is likely.
    let language = match LocaleExpander::new_extended().maximize(&mut likely) {
        TransformResult::Modified => likely.language,
        TransformResult::Unmodified => locale!("en").id.language,
    };
    let meant = LocaleCode(LanguageIdentifier { language, ..code.icu().clone() });
    (meant != *code).then_some(meant)
}

/// The language of this name, or the first of which a word of the text is the name.
fn by_name(text: &str) -> Option<LocaleCode> {
    let words = fold::words(text);
    let whole = words.join(" ");
    std::iter::once(&whole).chain(&words).find_map(|name| {
        let mut languages = LANGUAGES.iter();
        languages.find(|of| of.english == *name || of.own.as_ref() == Some(name)).map(|of| of.code.clone())
    })
}

/// The longest beginning that is a code with a known language of two letters: `de-DE` of `de--DE`, `zh` of `zh-cmn-Hans`.
fn by_beginning(text: &str) -> Option<LocaleCode> {
    let subtags: Vec<_> =
        text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|subtag| !subtag.is_empty()).collect();
    let codes = (1..=subtags.len()).rev().filter_map(|count| subtags[..count].join("-").parse::<LocaleCode>().ok());
    codes.filter(|_| subtags[0].len() == 2).find(LocaleCode::has_known_language)
}

/// The language into which CLDR is translated, whose name the text resembles.
fn by_likeness(text: &str) -> Option<LocaleCode> {
    let text = folded(text);
    let names = LANGUAGES.iter().filter_map(|of| Some((of, of.own.as_deref()?)));
    let names: Vec<_> = names.flat_map(|(of, own)| [(of.english.as_str(), of), (own, of)]).collect();
    let close = closest(&text, names.iter().map(|(name, _)| *name));
    let close = close.filter(|name| strsim::jaro_winkler(name, &text) >= LIKENESS)?;
    let of = names.iter().find(|(name, _)| *name == close).map(|(_, of)| of)?;
    Some(of.code.clone())
}

/// The region with this code, in any case and perhaps an old one, if CLDR knows it.
#[must_use]
pub fn known_region(text: &str) -> Option<Region> {
    let mut locale = Locale::from(LanguageIdentifier::from(Some(text.parse::<Region>().ok()?)));
    LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    locale
        .id
        .region
        .filter(|region| !NO_REGION.contains(region) && region_name(locale!("en").into(), *region).is_some())
}

fn region_name(prefs: DisplayNamesPreferences, region: Region) -> Option<String> {
    RegionDisplayName::try_new_light(prefs, region).ok().map(|name| name.to_string())
}

/// The region that was most likely meant: that of a whole code, or that of the name in English or in the language of the
/// locale.
#[must_use]
pub fn region_meant_by(text: &str, locale: &LocaleCode) -> Option<Region> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let of_code = text.parse().ok().and_then(|code: LocaleCode| code.region());
    let name = folded(text);
    let all = letters().flat_map(|a| letters().filter_map(move |b| Region::try_from_utf8(&[a, b]).ok()));
    let mut all = all.filter(|region| known_region(region.as_str()) == Some(*region));
    of_code.or_else(|| {
        let is_named = |region, language| region_name(language, region).is_some_and(|known| folded(&known) == name);
        all.find(|region| is_named(*region, locale!("en").into()) || is_named(*region, locale.icu().into()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_countries_and_slips_lead_to_codes() {
        for (text, meant) in [
            ("english", Some("en")),
            ("German", Some("de")),
            ("deutsch", Some("de")),
            ("français", Some("fr")),
            ("francais", Some("fr")),
            ("Ελληνικά", Some("el")),
            ("日本語", Some("ja")),
            ("english-us", Some("en")),
            ("brazilian portuguese", Some("pt")),
            ("englisch", Some("en")),
            ("portugese", Some("pt")),
            ("gr", Some("el")),
            ("gr-GR", Some("el-GR")),
            ("jp", Some("ja")),
            ("cz", Some("cs")),
            ("dk", Some("da")),
            ("ua", Some("uk")),
            ("cn", Some("zh")),
            ("gb", Some("en")),
            ("us", Some("en")),
            ("at", Some("de")),
            ("de-u-co-phonebk", Some("de")),
            ("de--DE", Some("de-DE")),
            ("de-", Some("de")),
            ("en us", Some("en-US")),
            ("Chinese (simplified)", Some("zh")),
            ("italian", Some("it")),
            ("svensk", Some("sv")),
            ("xx", None),
            ("overview", None),
            ("todo", None),
            ("copy", None),
            ("final", None),
            ("summary", None),
            ("manager", None),
            ("backup", None),
            ("template", None),
            ("index", None),
            ("meeting notes", None),
            ("salary", None),
            ("test", None),
            ("portfolio", None),
            ("finnance", None),
            ("root", None),
            ("notes", None),
            ("old version", None),
            ("readme", None),
            ("draft", None),
            ("", None),
            ("-", None),
            ("*", None),
        ] {
            assert_eq!(meant_by(text).map(|code| code.to_string()).as_deref(), meant, "{text}");
        }
    }

    #[test]
    fn languages_are_called_as_their_speakers_call_them() {
        for (code, name) in [
            ("en", "English"),
            ("es", "Español"),
            ("el", "Ελληνικά"),
            ("pt-BR", "Português (Brasil)"),
            ("ja", "日本語"),
            ("ar", "العربية"),
            ("zh-Hant", "中文（繁體）"),
            ("xx", "xx"),
        ] {
            assert_eq!(in_itself(&code.parse().unwrap()), name);
        }
    }

    #[test]
    fn names_lead_to_regions() {
        for (text, locale, meant) in [
            ("Germany", "de", Some("DE")),
            ("Deutschland", "de", Some("DE")),
            ("Brasil", "pt", Some("BR")),
            ("de_DE", "de", Some("DE")),
            ("..", "de", None),
            ("XX", "de", None),
        ] {
            let region = region_meant_by(text, &locale.parse().unwrap());
            assert_eq!(region.map(|region| region.as_str().to_owned()).as_deref(), meant, "{text}");
        }
    }
}
