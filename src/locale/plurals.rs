//! How languages count, by the rules of CLDR.

use fixed_decimal::Decimal;
use icu_locale::LanguageIdentifier;
use icu_plurals::{PluralCategory, PluralOperands, PluralRuleType, PluralRules, PluralRulesOptions};

use super::LocaleCode;

/// How numbers are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PluralType {
    /// One, two, three.
    Cardinal,
    /// First, second, third.
    Ordinal,
}

/// The plural rules of a language. One for which there are none has the category `other` alone.
pub struct Plurals(Option<PluralRules>);

/// The plural categories of a language, in the order of CLDR.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PluralCategories {
    /// All of them.
    pub all: Vec<&'static str>,
    /// Those that numbers of everyday use fall into: not the `many` of French, which begins at a million.
    pub needed: Vec<&'static str>,
}

impl Plurals {
    /// The rules of a locale's language, which counts alike in all scripts.
    #[must_use]
    pub fn of(locale: &LocaleCode, counted: PluralType) -> Self {
        let rule_type = match counted {
            PluralType::Cardinal => PluralRuleType::Cardinal,
            PluralType::Ordinal => PluralRuleType::Ordinal,
        };
        let language = LanguageIdentifier { script: None, ..locale.icu().clone() };
        let options = PluralRulesOptions::default().with_type(rule_type);
        Self(PluralRules::try_new((&language).into(), options).ok())
    }

    /// The name of the category of a number.
    #[must_use]
    pub fn category(&self, number: impl Into<PluralOperands>) -> &'static str {
        name(self.0.as_ref().map_or(PluralCategory::Other, |rules| rules.category_for(number)))
    }

    /// The categories, by the rules of CLDR.
    #[must_use]
    pub fn categories(&self) -> PluralCategories {
        let decimals = [0_u32, 5, 10, 15, 101].map(|tenths| {
            let mut decimal = Decimal::from(tenths);
            decimal.multiply_pow10(-1);
            decimal.absolute.pad_end(-1);
            self.category(&decimal)
        });
        let everyday: Vec<_> = (0..=1000_u32).map(|number| self.category(number)).chain(decimals).collect();
        let mut all: Vec<_> =
            self.0.as_ref().map_or_else(|| vec![PluralCategory::Other], |rules| rules.categories().collect());
        all.sort_unstable();
        let all: Vec<_> = all.into_iter().map(name).collect();
        PluralCategories { needed: all.iter().copied().filter(|name| everyday.contains(name)).collect(), all }
    }
}

/// The name of a plural category in messages.
fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}
