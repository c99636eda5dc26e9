//! `plural-category` and `duplicate-variant`: the variants of a choice are those that its language needs, each once.

use std::collections::{BTreeMap, BTreeSet};

use super::{own_patterns, translations};
use crate::diagnostic::{Code, Diagnostic, quoted};
use crate::locale::LocaleCode;
use crate::locale::plurals::{PluralCategories, PluralType, Plurals};
use crate::parse::numbers::CATEGORIES;
use crate::parse::pattern::{Choice, Pattern, Selector};
use crate::resolve::languages::Language;
use crate::site::Site;

pub(super) fn check(Site { library, .. }: &Site) -> Vec<Diagnostic> {
    let mut forms = Forms::default();
    let mut diagnostics = Vec::new();
    for (language, _, pattern) in own_patterns(library) {
        let language = &library.messages[language];
        let Language { code, name, .. } = language;
        for choice in &pattern.choices {
            let mut found = duplicates(choice);
            if let Some(of) = plural_type(choice) {
                let known = forms.of(language, of);
                found.extend(surplus(choice, known, name));
                // A choice between single numbers only is complete with its default variant.
                found.extend(missing(choice, known, name).filter(|_| has_category(choice)));
            }
            diagnostics.extend(found.into_iter().map(|diagnostic| diagnostic.in_locale(code)));
        }
    }
    // But where the original chooses by form, numbers alone are too few.
    for translation in translations(library) {
        let is_by_form = |pattern: &Pattern| pattern.choices.iter().any(has_category);
        if !is_by_form(translation.original) || is_by_form(translation.pattern) {
            continue;
        }
        let Language { code, name, .. } = translation.language;
        let choice = translation.pattern.choices.iter().find(|choice| is_between_numbers(choice));
        let known = forms.of(translation.language, PluralType::Cardinal);
        let found = choice.and_then(|choice| missing(choice, known, name));
        diagnostics.extend(found.map(|diagnostic| diagnostic.in_locale(code)));
    }
    diagnostics
}

/// The plural categories of languages, each looked up once.
#[derive(Default)]
struct Forms<'l>(BTreeMap<(&'l LocaleCode, PluralType), PluralCategories>);

impl<'l> Forms<'l> {
    fn of(&mut self, Language { formats, .. }: &'l Language, of: PluralType) -> &PluralCategories {
        self.0.entry((formats, of)).or_insert_with(|| Plurals::of(formats, of).categories())
    }
}

/// How the choice counts; `None` if it is not by number.
fn plural_type(choice: &Choice) -> Option<PluralType> {
    let keys = || choice.keys.iter().map(|key| key.value.as_str());
    match choice.selector {
        Selector::Ordinal => Some(PluralType::Ordinal),
        Selector::Cardinal => Some(PluralType::Cardinal),
        Selector::Variable => {
            let telling = has_category(choice) || keys().any(is_number);
            (telling && keys().all(|key| CATEGORIES.contains(&key) || is_number(key))).then_some(PluralType::Cardinal)
        }
        Selector::Other => None,
    }
}

fn duplicates(choice: &Choice) -> Vec<Diagnostic> {
    let mut seen = BTreeSet::new();
    let again = choice.keys.iter().filter(|key| !seen.insert(&key.value));
    again
        .map(|key| {
            Diagnostic::warning(Code::DuplicateVariant, format!("the variant `{}` stands here twice", key.value))
                .at(key.place.clone())
                .help("remove one of the two: only the first is ever shown")
        })
        .collect()
}

fn surplus(choice: &Choice, known: &PluralCategories, language: &str) -> Vec<Diagnostic> {
    let unknown = |key: &str| CATEGORIES.contains(&key) && !known.all.contains(&key);
    let surplus = choice.keys.iter().filter(|key| unknown(&key.value));
    surplus
        .map(|key| {
            let message = format!("{language} has no plural form `{}`", key.value);
            Diagnostic::warning(Code::PluralCategory, message)
                .at(key.place.clone())
                .help(format!("remove the variant; the forms are {}", quoted(&known.all)))
        })
        .collect()
}

/// Whether any variant is for another plural category than `other`.
fn has_category(choice: &Choice) -> bool {
    choice.keys.iter().any(|key| key.value != "other" && CATEGORIES.contains(&key.value.as_str()))
}

fn is_number(key: &str) -> bool {
    key.starts_with(|c: char| c == '-' || c.is_ascii_digit())
}

/// Whether a choice is between numbers and `other`, or `other` alone.
fn is_between_numbers(choice: &Choice) -> bool {
    choice.selector != Selector::Other && choice.keys.iter().all(|key| key.value == "other" || is_number(&key.value))
}

fn missing(choice: &Choice, known: &PluralCategories, language: &str) -> Option<Diagnostic> {
    let has = |category: &str| choice.keys.iter().any(|key| key.value == category);
    let missing: Vec<&str> = known.needed.iter().copied().filter(|category| !has(category)).collect();
    if missing.is_empty() {
        return None;
    }
    let forms = if missing.len() > 1 { "forms" } else { "form" };
    let message = format!("{language} needs the plural {forms} {} here", quoted(&missing));
    let variants = missing.iter().map(|category| format!("`[{category}]`")).collect::<Vec<_>>().join(", ");
    let diagnostic = Diagnostic::warning(Code::PluralCategory, message).at(choice.keys[0].place.clone());
    Some(diagnostic.help(format!("add {variants}")))
}
