//! `missing-message`, for what content names: skills and placeholders.

use std::collections::BTreeMap;

use super::undefined_message;
use crate::diagnostic::Diagnostic;
use crate::parse::markdown::Hole;
use crate::place::Place;
use crate::plan::Routes;
use crate::resolve::library::Library;

pub(super) fn check(library: &Library, _: &Routes) -> Vec<Diagnostic> {
    let missing = |id: &str| library.locales().all(|locale| !library.messages.contains(locale, id));
    let mut used: BTreeMap<String, Vec<&Place>> = BTreeMap::new();
    for entry in library.entries() {
        for skill in &library[entry].facts.skills {
            used.entry(format!("skill-{}", skill.value)).or_default().push(&skill.place);
        }
        for page in library.locales().filter_map(|locale| library.page(entry, locale)) {
            for (_, hole) in page.text.prose().into_iter().flat_map(|prose| &prose.holes) {
                if let Hole::Placeholder(id) = hole {
                    used.entry(format!("placeholder-{}", id.value)).or_default().push(&id.place);
                }
            }
        }
    }
    let missing = used.into_iter().filter(|(id, _)| missing(id));
    missing
        .flat_map(|(id, places)| places.into_iter().map(move |place| undefined_message(library, &id, place)))
        .collect()
}
