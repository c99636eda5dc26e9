//! Every page is found: an entry that no list names takes a place in the list of another.

use super::RelatedGroup;
use super::lists::Candidates;
use super::relatedness::Scratch;
use crate::resolve::library::{EntryIndex, LocaleIndex};

/// How many entries are looked at for one that has a place, if none of the nearest has.
const MORE_HOSTS: usize = 250;

/// Gives an entry that no list names a place in the list of the entry that is most related to it: one that is free, or the
/// last computed one where what stands there is named elsewhere, too.
pub(super) fn balance(candidates: &Candidates, locale: LocaleIndex, lists: &mut [Vec<RelatedGroup>]) {
    let mut counts = vec![0; lists.len()];
    for entry in lists.iter().flatten().flat_map(|group| &group.entries) {
        counts[entry.0] += 1;
    }
    let next = (0..=lists.len()).collect();
    let mut balance = Balance { candidates, lists, counts, next, scratch: None };
    for orphan in candidates.inputs.entries() {
        if balance.counts[orphan.0] == 0 && candidates.inputs.has_page(orphan, locale) {
            balance.find_place(orphan);
        }
    }
}

struct Balance<'s> {
    candidates: &'s Candidates<'s>,
    lists: &'s mut [Vec<RelatedGroup>],
    /// How many lists name each entry.
    counts: Vec<usize>,
    /// From each entry on the way to the next that may still have a place: of those that have none, none gets one again.
    next: Vec<usize>,
    scratch: Option<Scratch>,
}

impl Balance<'_> {
    /// Finds a place for an entry with one of its own collection: with one of the nearest, of the near, or any.
    fn find_place(&mut self, orphan: EntryIndex) {
        let inputs = self.candidates.inputs;
        let own = inputs[orphan].collection;
        let mut groups = inputs.config.groups.iter();
        let Some(group) = groups.find(|group| group.collections.contains(&own)) else { return };
        if self.candidates.nearest[orphan.0][own.0].iter().any(|near| self.adopt(near.entry, orphan, &group.id)) {
            return;
        }
        let relatedness = self.candidates.relatedness;
        let scratch = self.scratch.get_or_insert_with(|| relatedness.scratch());
        let more = relatedness.nearest(orphan, MORE_HOSTS, |other| inputs[other].collection == own, scratch);
        if more[own.0].iter().any(|near| self.adopt(near.entry, orphan, &group.id)) {
            return;
        }
        let members = inputs.members_of(own);
        for hosts in [orphan.0 + 1..members.end, members.start..orphan.0] {
            let mut host = self.next_open(hosts.start);
            while host < hosts.end {
                if self.adopt(EntryIndex(host), orphan, &group.id) {
                    return;
                }
                host = self.next_open(host + 1);
            }
        }
    }

    /// The next entry from a number on whose list may have a place.
    fn next_open(&mut self, from: usize) -> usize {
        let mut open = from;
        while self.next[open] != open {
            open = self.next[open];
        }
        // All that have been passed lead there at once.
        let mut passed = from;
        while passed != open {
            passed = std::mem::replace(&mut self.next[passed], open);
        }
        open
    }

    /// Whether a list has a place for an entry that no list names. It is there then.
    fn adopt(&mut self, host: EntryIndex, orphan: EntryIndex, group: &str) -> bool {
        let facts = &self.candidates.inputs[host];
        let Some(list) = self.lists[host.0].iter_mut().find(|list| *list.id == *group) else {
            self.next[host.0] = host.0 + 1;
            return false;
        };
        if facts.excluded.contains(&orphan) {
            return false;
        }
        if list.entries.len() < self.candidates.inputs.config.limit {
            list.entries.push(orphan);
        } else {
            let can_go = |entry: &EntryIndex| !facts.picked.contains(entry) && self.counts[entry.0] > 1;
            let Some(place) = list.entries.iter().rposition(can_go) else {
                self.next[host.0] = host.0 + 1;
                return false;
            };
            self.counts[list.entries[place].0] -= 1;
            list.entries[place] = orphan;
        }
        list.adopted.push(orphan);
        self.counts[orphan.0] = 1;
        true
    }
}
