//! Locales: their codes and the direction in which they are written.

use std::fmt;
use std::str::FromStr;

use icu_locale::{LocaleDirectionality, LocaleExpander};
use unic_langid::LanguageIdentifier;

/// A locale's BCP 47 code in canonical form, such as `en`, `pt-BR` or `sr-Latn`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocaleCode(LanguageIdentifier);

/// The direction in which text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub enum Direction {
    /// From left to right.
    #[serde(rename = "ltr")]
    LeftToRight,
    /// From right to left, as in Arabic or Hebrew.
    #[serde(rename = "rtl")]
    RightToLeft,
}

impl LocaleCode {
    /// The identifier that Fluent takes.
    #[must_use]
    pub fn language_identifier(&self) -> &LanguageIdentifier {
        &self.0
    }

    /// The identifier that ICU takes.
    #[must_use]
    pub fn icu(&self) -> icu_locale::LanguageIdentifier {
        self.to_string().parse().expect("both follow the same part of BCP 47")
    }

    /// The direction of the locale's script, the likely one where the code names none.
    #[must_use]
    pub fn direction(&self) -> Direction {
        if LocaleDirectionality::new_common().is_right_to_left(&self.icu()) {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        }
    }

    /// The code with its region, the likely one where the code names none: `en_US`, as Open Graph writes it.
    #[must_use]
    pub fn with_region(&self) -> String {
        let mut likely = self.icu();
        LocaleExpander::new_common().maximize(&mut likely);
        match likely.region {
            Some(region) => format!("{}_{region}", likely.language),
            None => likely.language.to_string(),
        }
    }
}

impl FromStr for LocaleCode {
    type Err = unic_langid::LanguageIdentifierError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
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
        text.parse().map_err(|_| serde::de::Error::custom(format!("`{text}` is not a BCP 47 language code")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_decides_the_direction() {
        for (code, direction) in [
            ("en", Direction::LeftToRight),
            ("ar", Direction::RightToLeft),
            ("he", Direction::RightToLeft),
            ("az-Arab", Direction::RightToLeft),
            ("sr-Latn", Direction::LeftToRight),
        ] {
            assert_eq!(code.parse::<LocaleCode>().unwrap().direction(), direction, "{code}");
        }
    }

    #[test]
    fn codes_are_canonical() {
        assert_eq!("PT-br".parse::<LocaleCode>().unwrap().to_string(), "pt-BR");
        assert!("english".parse::<LocaleCode>().is_ok(), "an unregistered but well-formed subtag");
        assert!("not a code".parse::<LocaleCode>().is_err());
    }
}
