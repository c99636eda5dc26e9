//! The languages in which there are words, and which of them serve each locale. The one place that says so.
//!
//! A locale's own language has the words of its code and, below these, those of the code's parents by CLDR, whether or not they
//! are locales of the site. Then come the languages of the locale's fallbacks, in the same way, and the theme's English.

use std::collections::BTreeMap;

use super::index::{LanguageIndex, LocaleIndex};
use super::locales::{Locale, LocaleNames};
use crate::locale::{Direction, ENGLISH, LocaleCode};
use crate::parse::messages::{Layer, MessageFile};
use crate::place::Place;

/// A language in which there are words.
pub struct Language {
    /// Its code.
    pub code: LocaleCode,
    /// Its name as its own speakers write it, or its code if it is that of no locale.
    pub name: String,
    /// The locale of what its messages format.
    pub formats: LocaleCode,
    /// Whether the program makes it up from the default locale.
    pub is_pseudo: bool,
    /// The direction in which it is written.
    pub(super) direction: Direction,
    /// Where the configuration first names it.
    pub(super) place: Place,
    standing: Standing,
}

/// Why there are words in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    /// It is that of a locale.
    Locale,
    /// A locale names it as a fallback.
    Fallback,
    /// It is the theme's English, without the site's.
    Theme,
}

impl Language {
    fn of_locale(locale: &Locale) -> Self {
        Self {
            code: locale.code.clone(),
            name: locale.name.clone(),
            formats: locale.formats.clone(),
            is_pseudo: locale.is_pseudo,
            direction: locale.direction,
            place: locale.place.clone(),
            standing: Standing::Locale,
        }
    }

    fn of_none(code: &LocaleCode, standing: Standing, place: &Place) -> Self {
        Self {
            code: code.clone(),
            name: code.to_string(),
            formats: code.clone(),
            is_pseudo: false,
            direction: code.direction(),
            place: place.clone(),
            standing,
        }
    }

    /// The codes whose words it has. Those of later ones are laid over those of earlier ones.
    pub(super) fn codes(&self) -> Vec<LocaleCode> {
        let mut codes = self.code.parents();
        codes.reverse();
        codes.push(self.code.clone());
        codes
    }

    /// The codes whose words of the site it has.
    pub(super) fn own_codes(&self) -> Vec<LocaleCode> {
        if self.standing == Standing::Theme { Vec::new() } else { self.codes() }
    }

    /// Whether it is a fallback and no locale of the site.
    pub(super) fn is_fallback_alone(&self) -> bool {
        self.standing == Standing::Fallback
    }

    /// The files that have its words, in the order in which they are laid over each other.
    pub(super) fn files<'f>(&self, files: &'f BTreeMap<LocaleCode, Vec<MessageFile>>) -> Vec<&'f MessageFile> {
        let of_codes = self.codes().into_iter().filter_map(|code| files.get(&code)).flatten();
        of_codes.filter(|file| self.standing != Standing::Theme || file.layer < Layer::Site).collect()
    }
}

/// The languages of a site, and which of them serve each locale.
pub(super) struct Languages {
    /// Those of the locales, in their order, then others.
    pub(super) all: Vec<Language>,
    /// For each locale its own, then those to which it falls back.
    pub(super) chains: Vec<Vec<LanguageIndex>>,
}

impl Languages {
    pub(super) fn of(locales: &[Locale], names: &LocaleNames) -> Self {
        let mut all: Vec<_> = locales.iter().map(Language::of_locale).collect();
        let mut others: BTreeMap<(LocaleCode, Standing), LanguageIndex> = BTreeMap::new();
        let mut other = |code: &LocaleCode, standing, place: &Place| {
            *others.entry((code.clone(), standing)).or_insert_with(|| {
                all.push(Language::of_none(code, standing, place));
                LanguageIndex(all.len() - 1)
            })
        };
        let chain = |locale: &Locale| {
            let fallbacks = locale.words.iter().map(|code| match names.get(&code.value) {
                Some(LocaleIndex(index)) => LanguageIndex(*index),
                None => other(&code.value, Standing::Fallback, &code.place),
            });
            let mut chain: Vec<_> = fallbacks.collect();
            let is_english = |code: &LocaleCode| *code == ENGLISH || code.parents().contains(&ENGLISH);
            if !locale.words.iter().any(|code| is_english(&code.value)) {
                chain.push(other(&ENGLISH, Standing::Theme, &locale.place));
            }
            chain
        };
        let chains = locales.iter().map(chain).collect();
        Self { all, chains }
    }
}

/// The languages to which files belong, by their codes.
pub(super) fn owners(languages: &[Language]) -> BTreeMap<LocaleCode, LanguageIndex> {
    let mut owners = BTreeMap::new();
    for (index, language) in languages.iter().enumerate() {
        owners.entry(language.code.clone()).or_insert(LanguageIndex(index));
    }
    for (index, language) in languages.iter().enumerate() {
        for parent in language.code.parents() {
            owners.entry(parent).or_insert(LanguageIndex(index));
        }
    }
    owners
}
