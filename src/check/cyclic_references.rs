//! `cyclic-reference`: messages that refer to each other in a circle have no text.

use std::collections::BTreeMap;

use super::own_definitions;
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::message_id::MessageId;
use crate::parse::messages::Definition;
use crate::place::Located;
use crate::resolve::library::{Library, LocaleIndex};
use crate::site::Site;

pub(super) fn check(Site { library, .. }: &Site) -> Vec<Diagnostic> {
    super::locales(library).flat_map(|locale| in_locale(library, locale)).collect()
}

fn in_locale(library: &Library, locale: LocaleIndex) -> Vec<Diagnostic> {
    let references: BTreeMap<&MessageId, Vec<&Located<MessageId>>> = library
        .messages
        .definitions(locale)
        .flat_map(Definition::patterns)
        .map(|(id, pattern)| (&id.value, pattern.references.iter().collect()))
        .collect();
    let own = own_definitions(library, locale).flat_map(Definition::patterns);
    let circles = own.filter_map(|(id, pattern)| {
        let (first, path) = pattern
            .references
            .iter()
            .find_map(|reference| Some((reference, path(&references, reference, &id.value)?)))?;
        let way: Vec<_> = path.iter().map(|step| format!("`{step}`")).collect();
        let message = format!("`{}` refers to itself", id.value);
        let help = if way.len() == 1 {
            "take the reference out".to_owned()
        } else {
            format!("break the circle: {} and back", way.join(", then "))
        };
        let diagnostic = Diagnostic::error(Code::CyclicReference, message).at(first.place.clone());
        Some(diagnostic.in_locale(&library[locale].code).help(help))
    });
    circles.collect()
}

/// The way from a reference to the pattern `goal`, if there is one; breadth first, each pattern once.
fn path<'l>(
    references: &BTreeMap<&'l MessageId, Vec<&'l Located<MessageId>>>,
    from: &'l Located<MessageId>,
    goal: &MessageId,
) -> Option<Vec<&'l MessageId>> {
    let mut ways = vec![vec![&from.value]];
    let mut next = 0;
    while let Some(way) = ways.get(next).cloned() {
        next += 1;
        let last = *way.last().expect("a way has a beginning");
        if last == goal {
            return Some(way);
        }
        for reference in references.get(last).into_iter().flatten() {
            if !ways.iter().any(|way| way.last() == Some(&&reference.value)) {
                ways.push(way.iter().copied().chain([&reference.value]).collect());
            }
        }
    }
    None
}
