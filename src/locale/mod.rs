//! Locales: what a code such as `pt-BR` says of a language, its script and its region.
//!
//! A code is read once, into the type that ICU4X works with. All else follows from it without anything being read again:
//! its canonical form, its parents, its direction, the locale of its formats, what Open Graph writes. So nothing here can
//! fail after the reading. Open Graph and Fluent need no type of their own: see [`LocaleCode::open_graph`] and
//! [`crate::parse::numbers`].

pub mod names;
pub mod plurals;

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use icu_locale::fallback::LocaleFallbacker;
use icu_locale::subtags::{Region, Script};
use icu_locale::{
    LanguageIdentifier, Locale, LocaleCanonicalizer, LocaleDirectionality, LocaleExpander, TransformResult, langid,
};

/// A locale's BCP 47 code in the canonical form of CLDR, such as `en`, `pt-BR` or `sr-Latn`. It always names a language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LocaleCode(LanguageIdentifier);

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

    /// Language and region, the likely one where the code names none, as Open Graph writes them: `en_US`.
    #[must_use]
    pub fn open_graph(&self) -> String {
        match self.with_likely_region().region() {
            Some(region) => format!("{}_{region}", self.language()),
            None => self.language().to_owned(),
        }
    }

    /// The locales from which this one inherits by CLDR, the nearest first: `pt-AO` from `pt-PT`, that from `pt`. All are in
    /// the same script: `sr-Latn` does not inherit from `sr`.
    #[must_use]
    pub fn parents(&self) -> Vec<Self> {
        let mut chain = LocaleFallbacker::new().for_config(Default::default()).fallback_for((&self.0).into());
        let mut parents = Vec::new();
        while !chain.get().is_unknown() {
            parents.push(Self(chain.get().clone().into_locale().id));
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
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed => "not a BCP 47 language code",
            Self::Extended(_) => "more than language, script, region and variants",
            Self::NoLanguage => "not the code of one language",
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
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
