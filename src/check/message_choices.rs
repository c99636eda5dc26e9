//! `plural-category` and `duplicate-variant`: the variants of a choice are those that its language needs, each once.

use std::collections::{BTreeMap, BTreeSet};

use super::{own_patterns, translations};
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::{PluralCategories, PluralType};
use crate::parse::numbers::CATEGORIES;
use crate::parse::pattern::{Choice, Pattern, Selector};
use crate::plan::Routes;
use crate::resolve::library::{Library, Locale, LocaleIndex};

pub(super) fn check(library: &Library, _: &Routes) -> Vec<Diagnostic> {
    let mut categories: BTreeMap<(LocaleIndex, PluralType), PluralCategories> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for (locale, _, pattern) in own_patterns(library) {
        let Locale { code, name, .. } = &library[locale];
        for choice in &pattern.choices {
            let mut found = duplicates(choice);
            if let Some(of) = plural_type(choice) {
                let known = categories.entry((locale, of)).or_insert_with(|| code.plural_categories(of));
                found.extend(surplus(choice, known, name));
                found.extend(missing(choice, known, name));
            }
            diagnostics.extend(found.into_iter().map(|diagnostic| diagnostic.in_locale(code)));
        }
    }
    for translation in translations(library) {
        let Locale { code, name, .. } = &library[translation.locale];
        let Some(choice) = translation.pattern.choices.iter().find(|choice| counts(choice)) else { continue };
        let is_by_form = |pattern: &Pattern| pattern.choices.iter().any(has_category);
        if is_by_form(translation.original) && !is_by_form(translation.pattern) {
            let known = categories
                .entry((translation.locale, PluralType::Cardinal))
                .or_insert_with(|| code.plural_categories(PluralType::Cardinal));
            diagnostics.extend(missing_of(choice, known, name).map(|diagnostic| diagnostic.in_locale(code)));
        }
    }
    diagnostics
}

/// How the choice counts; `None` if it is not by number.
fn plural_type(choice: &Choice) -> Option<PluralType> {
    let keys = || choice.keys.iter().map(|key| key.value.as_str());
    let is_number = |key: &str| key.starts_with(|c: char| c == '-' || c.is_ascii_digit());
    match choice.selector {
        Selector::Ordinal => Some(PluralType::Ordinal),
        Selector::Cardinal => Some(PluralType::Cardinal),
        Selector::Variable => {
            let telling = keys().any(|key| key != "other" && CATEGORIES.contains(&key)) || keys().any(is_number);
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

fn missing(choice: &Choice, known: &PluralCategories, language: &str) -> Option<Diagnostic> {
    // A choice between single numbers only is complete with its default variant.
    if has_category(choice) { missing_of(choice, known, language) } else { None }
}

/// Whether any variant is for another plural category than `other`.
fn has_category(choice: &Choice) -> bool {
    choice.keys.iter().any(|key| key.value != "other" && CATEGORIES.contains(&key.value.as_str()))
}

/// Whether a choice is between numbers and `other`, or `other` alone.
fn counts(choice: &Choice) -> bool {
    let is_number = |key: &str| key.starts_with(|c: char| c == '-' || c.is_ascii_digit());
    choice.selector != Selector::Other && choice.keys.iter().all(|key| key.value == "other" || is_number(&key.value))
}

fn missing_of(choice: &Choice, known: &PluralCategories, language: &str) -> Option<Diagnostic> {
    let has = |category: &str| choice.keys.iter().any(|key| key.value == category);
    let missing: Vec<&str> = known.needed.iter().copied().filter(|category| !has(category)).collect();
    if missing.is_empty() {
        return None;
    }
    let message = format!(
        "{language} needs the plural form{} {} here",
        if missing.len() > 1 { "s" } else { "" },
        quoted(&missing)
    );
    let diagnostic = Diagnostic::warning(Code::PluralCategory, message).at(choice.keys[0].place.clone());
    Some(
        diagnostic
            .help(format!("add {}", missing.iter().map(|one| format!("`[{one}]`")).collect::<Vec<_>>().join(", "))),
    )
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
