//! `cyclic-reference`: messages that refer to each other in a circle have no text.

use std::collections::{BTreeMap, VecDeque};

use super::own_definitions;
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::message_id::MessageId;
use crate::parse::messages::Definition;
use crate::resolve::library::{Library, LocaleIndex};
use crate::site::Site;

pub(super) fn check(Site { library, .. }: &Site) -> Vec<Diagnostic> {
    super::locales(library).flat_map(|locale| in_locale(library, locale)).collect()
}

/// What each pattern refers to.
type References<'l> = BTreeMap<&'l MessageId, Vec<&'l MessageId>>;

/// How many messages of a circle are named.
const MOST_NAMED: usize = 8;

fn in_locale(library: &Library, locale: LocaleIndex) -> Vec<Diagnostic> {
    let patterns = library.messages.definitions(locale).flat_map(Definition::patterns);
    let references =
        patterns.map(|(id, pattern)| (&id.value, pattern.references.iter().map(|one| &one.value).collect()));
    // What stands before the first circle and behind the last is in none.
    let references = reversed(&without_ends(reversed(&without_ends(references.collect()))));
    let mut next: BTreeMap<&MessageId, (usize, &MessageId)> = BTreeMap::new();
    let mut circles: Vec<Vec<&MessageId>> = Vec::new();
    let mut found = Vec::new();
    for (id, pattern) in own_definitions(library, locale).flat_map(Definition::patterns) {
        if !next.contains_key(&id.value) {
            let Some(circle) = circle(&references, &id.value) else { continue };
            let following = circle.iter().cycle().skip(1);
            for (one, other) in circle.iter().zip(following) {
                next.entry(one).or_insert((circles.len(), other));
            }
            circles.push(circle);
        }
        let (number, other) = next[&id.value];
        let reference = pattern.references.iter().find(|reference| reference.value == *other);
        let place = reference.map_or(&id.place, |reference| &reference.place);
        let message = format!("`{}` refers to itself", id.value);
        let diagnostic = Diagnostic::error(Code::CyclicReference, message).at(place.clone());
        found.push(diagnostic.in_locale(&library[locale].code).help(way_out(&circles[number], other)));
    }
    found
}

/// Takes out what refers to nothing, and so on, until all that is left leads to a circle.
fn without_ends(mut references: References) -> References {
    let mut open: BTreeMap<_, _> = references
        .iter()
        .map(|(id, to)| (*id, to.iter().filter(|other| references.contains_key(*other)).count()))
        .collect();
    let referring = reversed(&references);
    let mut done: Vec<_> = open.iter().filter(|(_, count)| **count == 0).map(|(id, _)| *id).collect();
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

/// What refers to each pattern.
fn reversed<'l>(references: &References<'l>) -> References<'l> {
    let mut referring: References = references.keys().map(|id| (*id, Vec::new())).collect();
    for (id, to) in references {
        for other in to {
            if let Some(referring) = referring.get_mut(other) {
                referring.push(id);
            }
        }
    }
    referring
}

/// A shortest circle in which a pattern is, beginning with it.
fn circle<'l>(references: &References<'l>, id: &'l MessageId) -> Option<Vec<&'l MessageId>> {
    let mut before: BTreeMap<&MessageId, &MessageId> = BTreeMap::new();
    let mut next = VecDeque::from([id]);
    while let Some(step) = next.pop_front() {
        for other in references.get(step).into_iter().flatten() {
            if *other == id {
                let mut way = vec![step];
                way.extend(std::iter::successors(before.get(step).copied(), |step| before.get(step).copied()));
                way.reverse();
                return Some(way);
            }
            if !before.contains_key(other) {
                before.insert(other, step);
                next.push_back(other);
            }
        }
    }
    None
}

/// Where a circle can be broken, for a pattern that refers to `first`.
fn way_out(circle: &[&MessageId], first: &MessageId) -> String {
    if circle.len() == 1 {
        return "take the reference out".to_owned();
    }
    let way = circle.iter().cycle().skip_while(|step| **step != first).take(circle.len());
    let named = way.take(MOST_NAMED).map(|step| format!("`{step}`"));
    let more = circle.len().saturating_sub(MOST_NAMED);
    let more = (more > 0).then(|| format!("{more} more"));
    format!("break the circle: {} and back", named.chain(more).collect::<Vec<_>>().join(", then "))
}
