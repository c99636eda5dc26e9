//! `missing-section` and `unknown-section`: a role has the sections that its collection asks for, and a translation those of
//! its original. A key has words for readers.

use super::program_messages::whole_id;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::{SectionKey, closest};
use crate::parse::program_messages::SECTION;
use crate::parse::section::Section;
use crate::parse::text::Body;
use crate::place::{Located, Place};
use crate::resolve::library::{CollectionIndex, Destination, EntryIndex, Library, LocaleIndex};
use crate::resolve::undefined::proposal;
use crate::site::Site;

type Sections = [Section<Destination>];

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let library = &site.library;
    let mut diagnostics: Vec<_> = library.collections().flat_map(|of| unknown_required(library, of)).collect();
    for entry in library.entries() {
        let original = sections(site, entry, library.default_locale);
        for locale in super::locales(library) {
            let Some((own, page)) = sections(site, entry, locale).zip(library.page(entry, locale)) else { continue };
            let required = &library[library[entry].collection].required_sections;
            let mut found = match original.filter(|_| locale != library.default_locale) {
                Some(original) => missing_in_translation(required, original, own, &page.text.title.place),
                None => missing(required, own, &page.text.title.place),
            };
            let is_draft = library[entry].facts.draft || page.text.draft;
            found.extend(own.iter().filter_map(|section| empty(section, is_draft)));
            found.extend(own.iter().filter_map(|section| unknown(library, locale, section)));
            diagnostics.extend(found.into_iter().map(|diagnostic| diagnostic.in_locale(&library[locale].code)));
        }
    }
    diagnostics
}

/// The sections of an entry's own text in a locale, if it is a role.
fn sections(Site { bodies, .. }: &Site, entry: EntryIndex, locale: LocaleIndex) -> Option<&Sections> {
    match &*bodies.get(entry, locale)?.body {
        Body::Sections(sections) => Some(sections),
        Body::Free(_) | Body::Unread => None,
    }
}

fn has(sections: &Sections, key: &SectionKey) -> bool {
    sections.iter().any(|section| section.key() == Some(key))
}

/// The sections that an original must have and has not.
fn missing(required: &[Located<SectionKey>], sections: &Sections, title: &Place) -> Vec<Diagnostic> {
    let missing = required.iter().map(|key| &key.value).filter(|key| !has(sections, key));
    let said = missing.map(|key| {
        let help = format!(
            "add a heading `## {key}` with its text below; which sections a collection asks for is said by \
             `required_sections` in `rolebook.toml`"
        );
        Diagnostic::error(Code::MissingSection, format!("the section `{key}` is missing")).at(title.clone()).help(help)
    });
    said.collect()
}

/// The sections that a translation must have, or that its original has, and that it has not.
fn missing_in_translation(
    required: &[Located<SectionKey>],
    original: &Sections,
    sections: &Sections,
    title: &Place,
) -> Vec<Diagnostic> {
    let of_original = original.iter().filter_map(Section::key);
    let others = of_original.filter(|key| !required.iter().any(|required| required.value == **key));
    let missing = required.iter().map(|key| &key.value).chain(others).filter(|key| !has(sections, key));
    let said = missing.map(|key| {
        let (message, help) = if has(original, key) {
            ("which the original has", "add the heading `## {}` and the translation of its text; if another heading stands for it, name that in `section-{}.also`")
        } else {
            ("which the collection asks for", "write it under a heading `## {}`, in the original, too")
        };
        let message = format!("the section `{key}` is missing, {message}");
        let help = help.replace("{}", key.as_str());
        Diagnostic::warning(Code::MissingSection, message).at(title.clone()).help(help)
    });
    said.collect()
}

/// A section with a key and without a text or, unless that is a draft, with the dots that stand for one in a new entry.
fn empty(section: &Section<Destination>, is_draft: bool) -> Option<Diagnostic> {
    let key = section.key()?;
    let prose = &section.prose;
    let diagnostic = if prose.is_empty() {
        format!("the section `{key}` is empty")
    } else if !is_draft && prose.holes.is_empty() && prose.all_words() == "…" {
        format!("the section `{key}` has dots for its text")
    } else {
        return None;
    };
    let diagnostic = Diagnostic::warning(Code::MissingSection, diagnostic);
    Some(diagnostic.help("write its text below the heading, or remove the heading").at(section.place.clone()))
}

fn unknown(library: &Library, locale: LocaleIndex, section: &Section<Destination>) -> Option<Diagnostic> {
    let key = section.key()?.as_str();
    if library.messages.contains(locale, &SECTION.id(key)) {
        return None;
    }
    let place = &section.place;
    whole_id(&SECTION, key, Some(place)).or_else(|| {
        let required = &library.collections().flat_map(|of| &library[of].required_sections).collect::<Vec<_>>();
        let close = closest(key, required.iter().map(|key| key.value.as_str())).filter(|close| *close != key);
        let id = SECTION.id(key);
        let write = super::to_write(library, library.default_locale, &id, None);
        let help = format!("write `## {}`, which is shown as it is, or {write}", proposal(&id));
        let message = format!("no message names the section `{key}`");
        let diagnostic = Diagnostic::error(Code::UnknownSection, message).at(place.clone());
        Some(diagnostic.did_you_mean(close, help))
    })
}

/// The sections that a collection asks for and that have no words.
fn unknown_required(library: &Library, collection: CollectionIndex) -> impl Iterator<Item = Diagnostic> + '_ {
    let required = library[collection].required_sections.iter();
    let is_known =
        |key: &Located<SectionKey>| library.messages.contains(library.default_locale, &SECTION.id(&key.value));
    required.filter(move |key| !is_known(key)).map(|Located { value: key, place }| {
        let message = format!("no message names the section `{key}`");
        let help = super::to_write(library, library.default_locale, &SECTION.id(key), None);
        Diagnostic::error(Code::UnknownSection, message).at(place.clone()).help(help)
    })
}
