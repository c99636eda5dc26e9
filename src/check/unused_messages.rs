//! `unused-message`, in the default locale: what nobody asks for.
//!
//! A message is used if a template names it, if the program asks for it, if a used message refers to it, or if a template
//! or the configuration declares it: `{# rolebook-uses: promo-* #}`, `[check] used_messages`.

use std::collections::BTreeSet;

use super::own_definitions;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::matches_any;
use crate::parse::markdown::Hole;
use crate::parse::messages::{Definition, Layer};
use crate::resolve::bodies::ResolvedBody;
use crate::resolve::library::Library;
use crate::site::Site;

/// Messages that a theme has in store for what authors may write.
const STORE: [&str; 4] = ["collection-*", "placeholder-*", "related-*", "section-*"];

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let library = &*site.library;
    if library.share.is_some() {
        // A shard does not read all that may ask for messages.
        return Vec::new();
    }
    let used = used(site);
    let used_messages: BTreeSet<&str> = used.iter().filter_map(|name| name.split('.').next()).collect();
    let code = &library[library.default_locale].code;
    let mut diagnostics = Vec::new();
    for definition in own_definitions(library, library.default_locale) {
        let id = &definition.id.value;
        if is_declared(library, definition) {
            continue;
        }
        let report = |id: &str, place, help: &str| {
            Diagnostic::warning(Code::UnusedMessage, format!("nothing uses `{id}`"))
                .at(place)
                .in_locale(code)
                .help(help)
        };
        let help = "remove it in all languages, or declare in a template what asks for it: `{# rolebook-uses: … #}`";
        let attributes = definition.attributes.iter().filter(|attribute| {
            !used.contains(format!("{id}.{}", attribute.name.value).as_str()) && !definition.is_term()
        });
        if used_messages.contains(id.as_str()) {
            diagnostics.extend(attributes.map(|attribute| {
                report(&format!("{id}.{}", attribute.name.value), attribute.name.place.clone(), help)
            }));
        } else {
            diagnostics.push(report(id, definition.id.place.clone(), help));
        }
    }
    diagnostics
}

fn is_declared(library: &Library, definition: &Definition) -> bool {
    let id = &definition.id.value;
    matches_any(&library.theme.declared_uses, id)
        || matches_any(&library.check.used_messages, id)
        || definition.layer < Layer::Site && matches_any(&STORE.map(str::to_owned), id)
}

/// Everything that is asked for: messages, terms and attributes.
fn used(site: &Site) -> BTreeSet<String> {
    let Site { library, related, .. } = site;
    let mut used: BTreeSet<String> = super::program_messages::SITE.iter().map(|id| (*id).to_owned()).collect();
    let by_program = ["home-collections", "related-heading", "search-title", "search-title.slug", "search-summary"];
    let of_indexes = ["index-title", "index-title.slug", "index-summary", "skills-title", "skills-title.slug"];
    let of_skills = ["skills-summary", "skills-heading", "skills-roles"];
    used.extend(by_program.into_iter().chain(of_indexes).chain(of_skills).map(str::to_owned));
    used.extend(library.theme.named.iter().cloned());
    for collection in library.collections() {
        let id = &library[collection].id;
        used.extend(["", ".slug", ".singular", ".description"].map(|end| format!("collection-{id}{end}")));
    }
    used.extend(in_chrome(library));
    for entry in library.entries() {
        used.extend(library[entry].facts.skills.iter().map(|skill| format!("skill-{}", skill.value)));
        for locale in super::locales(library) {
            let Some(ResolvedBody { body, .. }) = site.shown_body(entry, locale) else { continue };
            used.extend(related.groups(entry, locale).iter().map(|group| format!("related-{}", group.id)));
            used.extend(body.sections().iter().map(|section| format!("section-{}", section.key.value)));
            let holes = body.prose().into_iter().flat_map(|prose| &prose.holes);
            used.extend(holes.filter_map(|(_, hole)| match hole {
                Hole::Placeholder(id) => Some(format!("placeholder-{}", id.value)),
                _ => None,
            }));
        }
    }
    with_references(library, used)
}

fn in_chrome(library: &Library) -> Vec<String> {
    let chrome = &library.chrome;
    let mut used = Vec::new();
    if chrome.announcement.is_some() {
        used.extend(["announcement", "announcement.link"].map(str::to_owned));
    }
    for (prefix, groups) in [("navigation", &chrome.navigation), ("footer", &chrome.footer)] {
        used.extend(groups.iter().map(|group| format!("{prefix}-{}", group.id.value)));
        let items = groups.iter().flat_map(|group| &group.items);
        used.extend(items.flat_map(|item| ["", ".description"].map(|end| format!("{prefix}-{}{end}", item.id.value))));
    }
    for (prefix, links) in [("action", &chrome.actions), ("social", &chrome.social), ("legal", &chrome.legal)] {
        used.extend(links.iter().map(|link| format!("{prefix}-{}", link.id.value)));
    }
    used.extend(chrome.phones.iter().map(|phone| format!("phone-{}", phone.id.value)));
    used
}

/// Adds what used messages refer to, and what that refers to. What is declared counts as used.
fn with_references(library: &Library, mut used: BTreeSet<String>) -> BTreeSet<String> {
    let declared = library.messages.definitions(library.default_locale).filter(|of| is_declared(library, of));
    used.extend(declared.map(|definition| definition.id.value.clone()));
    let mut next: Vec<String> = used.iter().cloned().collect();
    while let Some(id) = next.pop() {
        let name = id.split('.').next().unwrap_or_default();
        let Some(definition) = library.messages.definition(library.default_locale, name) else { continue };
        let references = definition.patterns().flat_map(|(_, pattern)| &pattern.references);
        for reference in references {
            if used.insert(reference.value.clone()) {
                next.push(reference.value.clone());
            }
        }
    }
    used
}
