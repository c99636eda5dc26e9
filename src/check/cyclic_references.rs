//! `cyclic-reference`: messages that refer to each other in a circle have no text.

use std::collections::VecDeque;
use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

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

/// The references of each pattern.
type References<'l> = FxHashMap<&'l MessageId, Vec<&'l Located<MessageId>>>;

/// How many messages of a circle are named.
const MOST_NAMED: usize = 8;

fn in_locale(library: &Library, locale: LocaleIndex) -> Vec<Diagnostic> {
    let patterns = library.messages.definitions(locale).flat_map(Definition::patterns);
    let references = patterns.map(|(id, pattern)| (&id.value, pattern.references.iter().collect())).collect();
    let references = leading_to_circles(references);
    let own = own_definitions(library, locale).flat_map(Definition::patterns);
    let circles = own.filter(|(id, _)| references.contains_key(&id.value)).filter_map(|(id, pattern)| {
        let (first, path) = pattern
            .references
            .iter()
            .find_map(|reference| Some((reference, path(&references, reference, &id.value)?)))?;
        let message = format!("`{}` refers to itself", id.value);
        let diagnostic = Diagnostic::error(Code::CyclicReference, message).at(first.place.clone());
        Some(diagnostic.in_locale(&library[locale].code).help(way_out(&path)))
    });
    circles.collect()
}

/// Those patterns from which references lead to a circle: all others are taken out, those first that refer to none.
fn leading_to_circles(mut references: References) -> References {
    let mut referring: FxHashMap<&MessageId, Vec<&MessageId>> = FxHashMap::default();
    let mut open = FxHashMap::default();
    for (id, to) in &references {
        let known = to.iter().filter(|reference| references.contains_key(&reference.value));
        let count = known.map(|reference| referring.entry(&reference.value).or_default().push(id)).count();
        open.insert(*id, count);
    }
    let mut done: Vec<&MessageId> = open.iter().filter(|(_, count)| **count == 0).map(|(id, _)| *id).collect();
    while let Some(id) = done.pop() {
        references.remove(id);
        for other in referring.get(id).into_iter().flatten() {
            let left = open.get_mut(other).expect("all patterns are counted");
            *left -= 1;
            if *left == 0 {
                done.push(other);
            }
        }
    }
    references
}

fn way_out(path: &[&MessageId]) -> String {
    if path.len() == 1 {
        return "take the reference out".to_owned();
    }
    let named = path.iter().take(MOST_NAMED).map(|step| format!("`{step}`"));
    let more = path.len().saturating_sub(MOST_NAMED);
    let more = (more > 0).then(|| format!("{more} more"));
    format!("break the circle: {} and back", named.chain(more).collect::<Vec<_>>().join(", then "))
}

/// The way from a reference to the pattern `goal`, if there is one; breadth first, each pattern once.
fn path<'l>(references: &References<'l>, from: &'l Located<MessageId>, goal: &MessageId) -> Option<Vec<&'l MessageId>> {
    let mut before: FxHashMap<&MessageId, Option<&MessageId>> = FxHashMap::default();
    before.insert(&from.value, None);
    let mut next = VecDeque::from([&from.value]);
    while let Some(id) = next.pop_front() {
        if id == goal {
            let mut way: Vec<_> = std::iter::successors(Some(id), |step| before[step]).collect();
            way.reverse();
            return Some(way);
        }
        for reference in references.get(id).into_iter().flatten() {
            if let Entry::Vacant(first) = before.entry(&reference.value) {
                first.insert(Some(id));
                next.push_back(&reference.value);
            }
        }
    }
    None
}
