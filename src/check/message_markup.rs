//! `markup`: inline markup in messages is whole, and a translation has the elements of its original.

use std::collections::BTreeMap;

use super::{own_patterns, translations};
use crate::diagnostic::{Code, Diagnostic};
use crate::place::Located;
use crate::site::Site;

pub(super) fn check(Site { library, .. }: &Site) -> Vec<Diagnostic> {
    let broken = own_patterns(library).filter_map(|(language, _, pattern)| {
        let Located { value: problem, place } = pattern.broken_markup.as_ref()?;
        let diagnostic = Diagnostic::warning(Code::Markup, problem.message.clone()).at(place.clone());
        Some(diagnostic.in_locale(&library.messages[language].code).help(problem.help.clone()))
    });
    let different = translations(library).filter_map(|translation| {
        let (original, own) = (&translation.original.elements, &translation.pattern.elements);
        let (missing, surplus) = (beyond(original, own), beyond(own, original));
        let (message, help) = match (missing.as_str(), surplus.as_str()) {
            ("", "") => return None,
            (missing, "") => (
                format!("`{}` has not the markup {missing} of its original", translation.id.value),
                "put it round the words that it belongs to",
            ),
            ("", surplus) => (
                format!("`{}` has the markup {surplus}, which its original has not", translation.id.value),
                "take it out, or add it to the original",
            ),
            (missing, surplus) => (
                format!("`{}` has the markup {surplus} where its original has {missing}", translation.id.value),
                "write the elements as in the original",
            ),
        };
        let diagnostic = Diagnostic::warning(Code::Markup, message).at(translation.id.place.clone());
        Some(diagnostic.in_locale(&translation.language.code).help(help))
    });
    broken.chain(different).collect()
}

/// What one pattern has more often than another.
fn beyond(elements: &BTreeMap<String, usize>, others: &BTreeMap<String, usize>) -> String {
    let more = elements.iter().filter(|(element, count)| others.get(*element).is_none_or(|other| other < count));
    more.map(|(element, _)| format!("`{element}`")).collect::<Vec<_>>().join(", ")
}
