//! Variants: entries that are one thing at several levels or in several places, such as the junior and the senior engineer.
//!
//! An entry names in `variant_of` the one of which it is a variant. Lists show one line for all, and their pages lead to each other.

use super::entries::Entry;
use super::index::EntryIndex;
use super::links::Names;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::EntryName;
use crate::place::Located;

/// Finds of which entry each is a variant, and keeps variants out of each other's related entries: they are linked anyway.
pub(super) fn resolve(entries: &mut [Entry], names: &Names, diagnostics: &mut Vec<Diagnostic>) {
    for number in 0..entries.len() {
        let Some(written) = entries[number].facts.variant_of.clone() else { continue };
        let Some(main) = names.entry(&entries[number].id.collection, &written, diagnostics) else { continue };
        if let Some(mistake) = mistake(&written, (EntryIndex(number), main), entries) {
            diagnostics.push(mistake.at(written.place));
            continue;
        }
        entries[number].variant_of = Some(main);
        entries[main.0].variants.push(EntryIndex(number));
    }
    for main in 0..entries.len() {
        let family: Vec<_> = std::iter::once(EntryIndex(main)).chain(entries[main].variants.iter().copied()).collect();
        for member in family.iter().filter(|_| family.len() > 1) {
            let others = family.iter().copied().filter(|other| other != member);
            entries[member.0].excluded.extend(others);
        }
    }
}

fn mistake(
    written: &Located<EntryName>,
    (entry, main): (EntryIndex, EntryIndex),
    entries: &[Entry],
) -> Option<Diagnostic> {
    let name = &written.value;
    if entry == main {
        let diagnostic = Diagnostic::error(Code::InvalidValue, "an entry cannot be a variant of itself");
        return Some(diagnostic.help("name the entry that lists are to show, or remove `variant_of`"));
    }
    let other = entries[main.0].facts.variant_of.as_ref()?;
    let diagnostic =
        Diagnostic::error(Code::InvalidValue, format!("`{name}` is a variant itself, of `{}`", other.value));
    Some(diagnostic.help(format!("write `variant_of = \"{}\"`", other.value)))
}
