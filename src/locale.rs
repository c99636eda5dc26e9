//! Locales: their codes and the direction in which they are written.

use std::fmt;
use std::str::FromStr;

use fixed_decimal::Decimal;
use icu_locale::{LocaleDirectionality, LocaleExpander};
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules, PluralRulesOptions};
use unic_langid::LanguageIdentifier;

/// A locale's BCP 47 code in canonical form, such as `en`, `pt-BR` or `sr-Latn`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocaleCode(LanguageIdentifier);

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

/// How numbers are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PluralType {
    /// One, two, three.
    Cardinal,
    /// First, second, third.
    Ordinal,
}

/// The plural categories of a language, in the order of CLDR.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PluralCategories {
    /// All of them.
    pub all: Vec<&'static str>,
    /// Those that numbers of everyday use fall into: not the `many` of French, which begins at a million.
    pub needed: Vec<&'static str>,
}

impl LocaleCode {
    /// The plural rules of the language. A language counts alike in all scripts.
    #[must_use]
    pub fn plural_rules(&self, of: PluralType) -> PluralRules {
        let rule_type = match of {
            PluralType::Cardinal => PluralRuleType::Cardinal,
            PluralType::Ordinal => PluralRuleType::Ordinal,
        };
        let language = icu_locale::LanguageIdentifier { script: None, ..self.icu() };
        let options = PluralRulesOptions::default().with_type(rule_type);
        let rules = PluralRules::try_new((&icu_locale::Locale::from(language)).into(), options);
        rules.expect("the root locale serves where no other does")
    }

    /// The plural categories of the language, by the rules of CLDR.
    #[must_use]
    pub fn plural_categories(&self, of: PluralType) -> PluralCategories {
        let rules = self.plural_rules(of);
        let everyday: Vec<_> = (0..=1000_u32)
            .map(|number| rules.category_for(number))
            .chain(["0.0", "0.5", "1.0", "1.5", "10.1"].iter().map(|written| {
                let decimal: Decimal = written.parse().expect("a number");
                rules.category_for(&decimal)
            }))
            .collect();
        let mut all: Vec<_> = rules.categories().collect();
        all.sort_unstable();
        let name = |category: &PluralCategory| plural_category_name(*category);
        PluralCategories {
            needed: all.iter().filter(|category| everyday.contains(category)).map(name).collect(),
            all: all.iter().map(name).collect(),
        }
    }
}

/// The name of a plural category in messages.
#[must_use]
pub fn plural_category_name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
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
