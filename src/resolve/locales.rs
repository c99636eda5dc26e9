//! The site's locales and their fallback chains.

use std::collections::BTreeMap;

use super::index::LocaleIndex;
use super::letters::{Letters, looked_up};
use super::order::Order;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::names::meant_of;
use crate::locale::{Direction, LocaleCode};
use crate::parse::config::{Config, LocaleConfig};
use crate::place::{Located, Place};

/// A locale of the site.
pub struct Locale {
    /// Its code: what `lang`, `hreflang` and addresses say.
    pub code: LocaleCode,
    /// The code with its region: the locale of numbers, dates, lists, plural forms, order, and of what is said of a page's
    /// language to others than browsers.
    pub formats: LocaleCode,
    /// That code as Open Graph writes it: `en_US`. `None` where it has no form for it.
    pub open_graph: Option<String>,
    /// Its name as its own speakers write it.
    pub name: String,
    /// The direction in which it is written.
    pub direction: Direction,
    /// The locales whose texts serve it: itself, then its fallbacks, the default locale last.
    pub fallback_chain: Vec<LocaleIndex>,
    /// The codes whose words serve it, and where each is named: the same, and those of its fallbacks that are no locales.
    pub(super) words: Vec<Located<LocaleCode>>,
    /// Whether the program makes it up from the default locale.
    pub is_pseudo: bool,
    /// Where the configuration lists it.
    pub place: Place,
    order: Order,
    letters: Letters,
}

/// Locales by their codes.
pub(super) type LocaleNames = BTreeMap<LocaleCode, LocaleIndex>;

/// Resolves the locales of a configuration, and which of them is the default.
pub(super) fn resolve(config: &Config, diagnostics: &mut Vec<Diagnostic>) -> (Vec<Locale>, LocaleNames, LocaleIndex) {
    let mut names = LocaleNames::new();
    let mut configs: Vec<&LocaleConfig> = Vec::new();
    for locale in &config.locales {
        if names.contains_key(&locale.code.value) {
            let message = format!("the locale `{}` is listed twice", locale.code.value);
            let diagnostic = Diagnostic::error(Code::InvalidValue, message).at(locale.code.place.clone());
            diagnostics.push(diagnostic.help("remove one of the two tables `[[locales]]`"));
        } else {
            names.insert(locale.code.value.clone(), LocaleIndex(configs.len()));
            configs.push(locale);
        }
    }
    let default = find(&names, &config.default_locale, diagnostics).unwrap_or(LocaleIndex(0));
    let of_locale = |locale: &&LocaleConfig| {
        let words = fallback_chain(&configs, &names, locale, default);
        let chain = words.iter().filter_map(|code| names.get(&code.value).copied()).collect();
        Locale::new(locale, chain, words)
    };
    let locales = configs.iter().map(of_locale).collect();
    (locales, names, default)
}

/// The codes of the locales that serve each, by its code.
pub(super) fn chains(locales: &[Locale]) -> BTreeMap<LocaleCode, Vec<LocaleCode>> {
    let code = |index: &LocaleIndex| locales[index.0].code.clone();
    locales.iter().map(|locale| (locale.code.clone(), locale.fallback_chain.iter().map(code).collect())).collect()
}

/// Finds a locale by its code, or reports that there is none.
fn find(names: &LocaleNames, code: &Located<LocaleCode>, diagnostics: &mut Vec<Diagnostic>) -> Option<LocaleIndex> {
    let found = names.get(&code.value).copied();
    if found.is_none() {
        diagnostics.push(unknown(names, &code.value).at(code.place.clone()));
    }
    found
}

/// What to say of a locale that the configuration does not list.
pub(super) fn unknown(names: &LocaleNames, code: &LocaleCode) -> Diagnostic {
    let known: Vec<_> = names.keys().map(ToString::to_string).collect();
    let message = format!("`{code}` is not a locale of this site");
    Diagnostic::error(Code::UnknownReference, message)
        .did_you_mean(meant_of(&code.to_string(), &known), "add it to `rolebook.toml` as a table `[[locales]]`")
}

/// The code of the locale itself, then its fallbacks and theirs, each once, and the default locale last.
fn fallback_chain(
    configs: &[&LocaleConfig],
    names: &LocaleNames,
    locale: &LocaleConfig,
    LocaleIndex(default): LocaleIndex,
) -> Vec<Located<LocaleCode>> {
    let default = &configs[default].code;
    let mut chain: Vec<Located<LocaleCode>> = Vec::new();
    let mut next = vec![&locale.code];
    while let Some(code) = next.pop() {
        if chain.iter().any(|known| known.value == code.value) || code.value == default.value && !chain.is_empty() {
            continue;
        }
        chain.push(code.clone());
        if let Some(LocaleIndex(index)) = names.get(&code.value) {
            next.extend(configs[*index].fallback.iter().rev());
        }
    }
    if chain.iter().all(|known| known.value != default.value) {
        chain.push(default.clone());
    }
    chain
}

impl Locale {
    fn new(config: &LocaleConfig, fallback_chain: Vec<LocaleIndex>, words: Vec<Located<LocaleCode>>) -> Self {
        let (code, formats) = (config.code.value.clone(), config.formats.clone());
        Self {
            name: config.name.clone(),
            direction: code.direction(),
            order: Order::of(&formats, None),
            letters: Letters::of(&formats),
            open_graph: formats.open_graph(),
            code,
            formats,
            is_pseudo: config.is_pseudo,
            place: config.code.place.clone(),
            fallback_chain,
            words,
        }
    }

    /// What titles are sorted by, so that they stand in the order that readers of the locale expect: under each
    /// [`letter`](Self::letter) by the rules of CLDR.
    #[must_use]
    pub fn sort_key(&self, title: &str) -> SortKey {
        let words = looked_up(title);
        let key = self.order.sort_key(words);
        SortKey {
            letter: self.letters.number(words, &key),
            words: key,
            whole: (words.len() < title.len()).then(|| self.order.sort_key(title)),
        }
    }

    /// The letter under which readers of the locale look up a title with this key; `None` if it begins with none.
    #[must_use]
    pub fn letter(&self, key: &SortKey) -> Option<&str> {
        key.letter.map(|number| self.letters.letter(number))
    }
}

/// Where a title stands in the order of a locale. Letters come first: so no letter has two groups of titles.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortKey {
    /// The number of its letter. Titles under none stand before all others.
    letter: Option<usize>,
    /// Bytes in the order of what is looked up of it.
    words: Vec<u8>,
    /// Bytes in the order of the title, if it is more than that.
    whole: Option<Vec<u8>>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::{Place, SourcePath};

    fn locale(code: &str, fallback: &[&str]) -> LocaleConfig {
        let located = |code: &str| {
            let place = Place::start_of(&SourcePath::from("rolebook.toml"));
            Located { value: code.parse::<LocaleCode>().unwrap(), place }
        };
        let fallback = fallback.iter().map(|code| located(code)).collect();
        let code = located(code);
        let (name, formats) = (code.value.to_string(), code.value.clone());
        LocaleConfig { code, name, formats, fallback, is_pseudo: false }
    }

    #[test]
    fn chains_follow_fallbacks_and_end_in_the_default_locale() {
        let configs =
            [locale("en", &["es"]), locale("es", &["pt"]), locale("pt", &["es"]), locale("pt-BR", &["en", "gl", "pt"])];
        let names: LocaleNames =
            configs.iter().enumerate().map(|(i, locale)| (locale.code.value.clone(), LocaleIndex(i))).collect();
        let chain = |of: usize| -> String {
            let chain = fallback_chain(&configs.each_ref(), &names, &configs[of], LocaleIndex(0));
            chain.iter().map(|code| code.value.to_string()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(chain(1), "es pt en", "cycles end");
        assert_eq!(chain(2), "pt es en");
        assert_eq!(chain(3), "pt-BR gl pt es en", "the default locale comes last, wherever it is named");
        assert_eq!(chain(0), "en es pt");
    }
}
