//! `cyclic-reference`: messages that refer to each other in a circle have no text.

use std::collections::{BTreeMap, VecDeque};

use super::own_definitions;
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::message_id::MessageId;
use crate::parse::messages::Definition;
use crate::resolve::library::{LanguageIndex, Library};
use crate::site::Site;

pub(super) fn check(Site { library, .. }: &Site) -> Vec<Diagnostic> {
    super::languages(library).flat_map(|language| in_language(library, language)).collect()
}

/// What each pattern refers to.
type References<'l> = BTreeMap<&'l MessageId, Vec<&'l MessageId>>;

/// How many messages of a circle are named.
const MOST_NAMED: usize = 8;

/// How many references are followed in search of shortest circles. Beyond, what has been found is mended first.
const MOST_STEPS: usize = 2_000_000;

fn in_language(library: &Library, language: LanguageIndex) -> Vec<Diagnostic> {
    let patterns = library.messages.definitions(language).flat_map(Definition::patterns);
    let references =
        patterns.map(|(id, pattern)| (&id.value, pattern.references.iter().map(|one| &one.value).collect()));
    // What stands before the first circle and behind the last is in none.
    let references = reversed(&without_ends(reversed(&without_ends(references.collect()))));
    let own = || own_definitions(library, language).flat_map(Definition::patterns);
    let circles = Circles::of(&references, own().map(|(id, _)| &id.value));
    let mut found = Vec::new();
    for (id, pattern) in own() {
        let Some((circle, next)) = circles.through(&id.value) else { continue };
        let reference = pattern.references.iter().find(|reference| reference.value == *circle[next]);
        let place = reference.map_or(&id.place, |reference| &reference.place);
        let message = format!("`{}` refers to itself", id.value);
        let diagnostic = Diagnostic::error(Code::CyclicReference, message).at(place.clone());
        found.push(diagnostic.in_locale(&library.messages[language].code).help(way_out(circle, next)));
    }
    found
}

/// Circles in which patterns are.
#[derive(Default)]
struct Circles<'l> {
    all: Vec<Vec<&'l MessageId>>,
    /// In which circle a pattern is, and which of its patterns follows.
    of: BTreeMap<&'l MessageId, (usize, usize)>,
}

impl<'l> Circles<'l> {
    fn of(references: &References<'l>, ids: impl Iterator<Item = &'l MessageId>) -> Self {
        let mut circles = Self::default();
        let mut steps = MOST_STEPS;
        for id in ids {
            if !circles.of.contains_key(id)
                && let Some(circle) = circle(references, id, &mut steps)
            {
                circles.add(circle);
            }
        }
        if circles.all.is_empty() && steps == 0 {
            circles.add_any(references);
        }
        circles
    }

    fn add(&mut self, circle: Vec<&'l MessageId>) {
        for (at, id) in circle.iter().enumerate() {
            self.of.entry(id).or_insert((self.all.len(), (at + 1) % circle.len()));
        }
        self.all.push(circle);
    }

    /// Adds a circle to which references lead, whichever: each pattern that is left leads to one.
    fn add_any(&mut self, references: &References<'l>) {
        let mut way = Vec::new();
        let mut seen = BTreeMap::new();
        let mut next = references.keys().next().copied();
        while let Some(step) = next {
            if let Some(start) = seen.insert(step, way.len()) {
                return self.add(way.split_off(start));
            }
            way.push(step);
            next = references[step].first().copied();
        }
    }

    fn through(&self, id: &MessageId) -> Option<(&[&'l MessageId], usize)> {
        let (number, next) = self.of.get(id)?;
        Some((&self.all[*number], *next))
    }
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

/// A shortest circle in which a pattern is, beginning with it, if it is found in so many steps, which are taken off.
fn circle<'l>(references: &References<'l>, id: &'l MessageId, steps: &mut usize) -> Option<Vec<&'l MessageId>> {
    let mut before: BTreeMap<&MessageId, &MessageId> = BTreeMap::new();
    let mut next = VecDeque::from([id]);
    while let Some(step) = next.pop_front() {
        for other in references.get(step).into_iter().flatten() {
            *steps = steps.checked_sub(1)?;
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

/// Where a circle can be broken, for a pattern that refers to the `first` of it.
fn way_out(circle: &[&MessageId], first: usize) -> String {
    if circle.len() == 1 {
        return "take the reference out".to_owned();
    }
    let way = circle[first..].iter().chain(&circle[..first]);
    let named = way.take(MOST_NAMED).map(|step| format!("`{step}`"));
    let more = circle.len().saturating_sub(MOST_NAMED);
    let more = (more > 0).then(|| format!("{more} more"));
    format!("break the circle: {} and back", named.chain(more).collect::<Vec<_>>().join(", then "))
}
