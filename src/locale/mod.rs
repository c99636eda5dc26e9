//! Locales: what a code such as `pt-BR` says of a language, its script and its region.
//!
//! A code is read once, into the type that ICU4X works with. All else follows from it without another reading that could
//! fail: canonical form, parents, direction, the locale of formats, what Open Graph writes. Fluent is told of no locale, since
//! none of its own formats are used.

pub mod names;
pub mod plurals;

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use icu_locale::fallback::{LocaleFallbackConfig, LocaleFallbacker};
use icu_locale::subtags::{Region, Script};
use icu_locale::{
    LanguageIdentifier, Locale, LocaleCanonicalizer, LocaleDirectionality, LocaleExpander, TransformResult, langid,
};

/// A locale's BCP 47 code in the canonical form of CLDR, such as `en`, `pt-BR` or `sr-Latn`. It always names a language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LocaleCode(LanguageIdentifier);

/// English, the language of the program's own words.
pub const ENGLISH: LocaleCode = LocaleCode(langid!("en"));

/// The pseudo-locale whose letters have accents.
pub const ACCENTED: LocaleCode = LocaleCode(langid!("en-XA"));

/// The pseudo-locale that runs from right to left.
pub const MIRRORED: LocaleCode = LocaleCode(langid!("ar-XB"));

/// Why a text is no code of a locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InvalidCode {
    /// It does not have the form of a BCP 47 code.
    Malformed,
    /// It says more than language, script, region and variants, such as `de-u-co-phonebk`; the code without that.
    Extended(LocaleCode),
    /// It stands for text in no language, in several or in an unknown one, such as `und`.
    NoLanguage,
}

/// The direction in which text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub enum Direction {
    /// From left to right.
    #[serde(rename = "ltr")]
    LeftToRight,
    /// From right to left, as in Arabic or Hebrew.
    #[serde(rename = "rtl")]
    RightToLeft,
}

impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        })
    }
}

/// The codes of ISO 639 for what is not in one language.
const NO_LANGUAGE: [&str; 4] = ["mis", "mul", "und", "zxx"];

impl LocaleCode {
    /// The language, such as `pt`.
    #[must_use]
    pub fn language(&self) -> &str {
        self.0.language.as_str()
    }

    /// The region, such as `BR`, where the code names one.
    #[must_use]
    pub fn region(&self) -> Option<Region> {
        self.0.region
    }

    /// The identifier that ICU takes.
    #[must_use]
    pub fn icu(&self) -> &LanguageIdentifier {
        &self.0
    }

    /// Whether the code is written in this very way, and not in another case or with an old language.
    #[must_use]
    pub fn is_written(&self, text: &str) -> bool {
        self.0.strict_cmp(text.as_bytes()).is_eq()
    }

    /// Whether CLDR knows the language: which script it is likely to be written in.
    #[must_use]
    pub fn has_known_language(&self) -> bool {
        let mut language = LanguageIdentifier::from(self.0.language);
        LocaleExpander::new_extended().maximize(&mut language) == TransformResult::Modified
    }

    /// The direction of the script, the likely one where the code names none.
    #[must_use]
    pub fn direction(&self) -> Direction {
        if LocaleDirectionality::new_extended().is_right_to_left(&self.0) {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        }
    }

    /// The language as it is written in a region: `zh` in `TW` is `zh-Hans-TW`, since `zh-TW` would be in another script.
    #[must_use]
    pub fn in_region(&self, region: Region) -> Self {
        let mut id = LanguageIdentifier { region: Some(region), ..self.0.clone() };
        let script = likely_script(&self.0);
        if likely_script(&id) != script {
            id.script = script;
        }
        Self(id)
    }

    /// The code without a region.
    #[must_use]
    pub fn without_region(&self) -> Self {
        Self(LanguageIdentifier { region: None, ..self.0.clone() })
    }

    /// The code with its region, the likely one where it names none: `en-US`. A script that is the usual one of language
    /// and region is left out.
    #[must_use]
    pub fn with_likely_region(&self) -> Self {
        let mut likely = self.0.clone();
        LocaleExpander::new_extended().maximize(&mut likely);
        let without_script = LanguageIdentifier { script: None, ..likely.clone() };
        if likely_script(&without_script) == likely.script {
            likely = without_script;
        }
        Self(likely)
    }

    /// Language and country, the likely one where the code names none, as Open Graph writes them: `en_US`. `None` where there is
    /// no such country: Open Graph has no form for the world and its parts, as in `es-419`.
    #[must_use]
    pub fn open_graph(&self) -> Option<String> {
        let region = self.with_likely_region().region().filter(Region::is_alphabetic)?;
        Some(format!("{}_{region}", self.language()))
    }

    /// The locales from which this one inherits by CLDR, the nearest first: `pt-AO` from `pt-PT`, that from `pt`. All are in
    /// the same script: `sr-Latn` does not inherit from `sr`.
    #[must_use]
    pub fn parents(&self) -> Vec<Self> {
        let mut chain =
            LocaleFallbacker::new().for_config(LocaleFallbackConfig::default()).fallback_for((&self.0).into());
        let mut parents = Vec::new();
        while !chain.get().is_unknown() {
            parents.push(Self(chain.get().into_locale().id));
            chain.step();
        }
        // The chain begins with the locale itself, perhaps without its usual script. Of several variants it knows one only.
        parents.retain(|parent| parent != self && (parent.0.variants.is_empty() || self.0.variants.len() == 1));
        parents
    }
}

fn likely_script(id: &LanguageIdentifier) -> Option<Script> {
    LocaleExpander::new_extended().get_likely_script(id)
}

impl FromStr for LocaleCode {
    type Err = InvalidCode;

    /// Reads a code in any case, with hyphens or underscores; old codes are replaced: `iw` is `he`.
    fn from_str(text: &str) -> Result<Self, InvalidCode> {
        let mut locale: Locale = text.replace('_', "-").parse().map_err(|_| InvalidCode::Malformed)?;
        LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
        let Locale { id, extensions } = locale;
        if NO_LANGUAGE.contains(&id.language.as_str()) {
            return Err(InvalidCode::NoLanguage);
        }
        if extensions.is_empty() { Ok(Self(id)) } else { Err(InvalidCode::Extended(Self(id))) }
    }
}

impl fmt::Display for InvalidCode {
    /// What is to be said of the text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed => "is not a BCP 47 language code",
            Self::Extended(_) => "says more than language, script, region and variants",
            Self::NoLanguage => "is not the code of one language",
        })
    }
}

impl std::error::Error for InvalidCode {}

impl Ord for LocaleCode {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl PartialOrd for LocaleCode {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for LocaleCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl serde::Serialize for LocaleCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for LocaleCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|error| serde::de::Error::custom(format!("`{text}` {error}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> LocaleCode {
        text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    // L6
    #[test]
    fn codes_are_read_in_any_form_and_become_canonical() {
        for (written, canonical) in [
            ("PT-br", "pt-BR"),
            ("pt_BR", "pt-BR"),
            ("EN", "en"),
            ("sr_latn_rs", "sr-Latn-RS"),
            ("ZH-HANS", "zh-Hans"),
            ("iw", "he"),
            ("in", "id"),
            ("ji", "yi"),
            ("mo", "ro"),
            ("sh", "sr-Latn"),
            ("deu", "de"),
            ("cmn-TW", "zh-TW"),
            ("en-UK", "en-GB"),
            ("art-lojban", "jbo"),
            ("ca-VALENCIA", "ca-valencia"),
        ] {
            assert_eq!(code(written).to_string(), canonical, "{written}");
            assert!(!code(written).is_written(written) && code(written).is_written(canonical), "{written}");
        }
    }

    // L1
    #[test]
    fn what_is_no_code_is_refused() {
        use InvalidCode::{Extended, Malformed, NoLanguage};
        for (written, why) in [
            ("english", Malformed),
            ("Ελληνικά", Malformed),
            ("", Malformed),
            ("-", Malformed),
            ("de-", Malformed),
            ("de--DE", Malformed),
            ("*", Malformed),
            ("root", Malformed),
            ("i-klingon", Malformed),
            ("x-private", Malformed),
            ("zh-cmn-Hans", Malformed),
            ("de\0", Malformed),
            ("ｅｎ", Malformed),
            (&"a".repeat(10_000), Malformed),
            ("und", NoLanguage),
            ("und-Latn-DE", NoLanguage),
            ("mul", NoLanguage),
            ("zxx", NoLanguage),
            ("de-u-co-phonebk", Extended(code("de"))),
            ("en-US-x-twain", Extended(code("en-US"))),
        ] {
            assert_eq!(written.parse::<LocaleCode>(), Err(why), "{written}");
        }
    }

    // L6
    #[test]
    fn the_script_decides_the_direction() {
        for (codes, direction) in [
            (
                "ar arc az-Arab ckb dv en-Arab fa he iw jbn ks ku-Arab nqo pa-PK ps rhg sd syr ug ur yi",
                Direction::RightToLeft,
            ),
            ("de el en ff ja ks-Deva pa sd-Deva sr-Latn ug-Latn xx zh-Hant", Direction::LeftToRight),
        ] {
            for written in codes.split(' ') {
                assert_eq!(code(written).direction(), direction, "{written}");
            }
        }
    }

    #[test]
    fn parents_are_those_of_cldr_in_the_same_script() {
        for (written, parents) in [
            ("pt", ""),
            ("pt-BR", "pt"),
            ("pt-PT", "pt"),
            ("pt-AO", "pt-PT pt"),
            ("en-AU", "en-001 en"),
            ("de-AT", "de"),
            ("es-MX", "es-419 es"),
            ("sr-Latn", ""),
            ("sr-Latn-RS", "sr-Latn"),
            ("sr-ME", "sr-Latn"),
            ("sr-Cyrl", "sr"),
            ("zh-Hant", ""),
            ("zh-TW", "zh-Hant"),
            ("zh-HK", "zh-Hant"),
            ("zh-Hans", "zh"),
            ("az-Arab", ""),
            ("nb", "no"),
            ("nn", "no"),
            ("ca-valencia", "ca"),
            ("de-AT-1996", "de-AT de-1996 de"),
            ("sl-rozaj-biske", "sl"),
            ("xx-DE", "xx"),
        ] {
            let found: Vec<_> = code(written).parents().iter().map(ToString::to_string).collect();
            assert_eq!(found.join(" "), parents, "{written}");
        }
    }

    // L5
    #[test]
    fn a_region_makes_the_locale_of_formats() {
        for (written, region, formats) in [
            ("pt", "PT", "pt-PT"),
            ("de", "AT", "de-AT"),
            ("es", "419", "es-419"),
            ("zh", "TW", "zh-Hans-TW"),
            ("zh-Hant", "TW", "zh-Hant-TW"),
            ("sr", "ME", "sr-Cyrl-ME"),
        ] {
            let region = names::known_region(region).unwrap();
            assert_eq!(code(written).in_region(region).to_string(), formats);
        }
    }

    #[test]
    fn a_region_that_is_not_named_is_the_likely_one() {
        for (written, likely, open_graph) in [
            ("en", "en-US", Some("en_US")),
            ("pt", "pt-BR", Some("pt_BR")),
            ("pt-PT", "pt-PT", Some("pt_PT")),
            ("sr-Latn", "sr-Latn-RS", Some("sr_RS")),
            ("zh-Hant", "zh-TW", Some("zh_TW")),
            ("yi", "yi-UA", Some("yi_UA")),
            ("eu", "eu-ES", Some("eu_ES")),
            ("es-419", "es-419", None),
            ("en-001", "en-001", None),
            ("ar-015", "ar-015", None),
            ("eo", "eo-001", None),
            ("xx", "xx", None),
        ] {
            assert_eq!(code(written).with_likely_region().to_string(), likely);
            assert_eq!(code(written).open_graph().as_deref(), open_graph, "{written}");
        }
    }
}
