//! `missing-section` and `unknown-section`: a role's sections are those that every role has, and others that have a name.

use super::program_messages::whole_id;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::closest;
use crate::parse::program_messages::SECTION;
use crate::parse::text::{Body, Section};
use crate::resolve::library::{Destination, Library, LocaleIndex, Page};
use crate::site::Site;

/// The sections that every role has.
const REQUIRED: [&str; 3] = ["brief", "responsibilities", "requirements"];

pub(super) fn check(Site { library, bodies, .. }: &Site) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for entry in library.entries() {
        for locale in super::locales(library) {
            let Some(page) = library.page(entry, locale) else { continue };
            let Some(Body::Sections(sections)) = bodies.get(entry, locale).map(|own| &*own.body) else { continue };
            diagnostics.extend(missing(library, locale, page, sections));
            diagnostics.extend(sections.iter().filter_map(|section| unknown(library, locale, section)));
        }
    }
    diagnostics
}

fn missing<'a>(
    library: &'a Library,
    locale: LocaleIndex,
    page: &'a Page,
    sections: &'a [Section<Destination>],
) -> impl Iterator<Item = Diagnostic> + 'a {
    let has = |key: &str| sections.iter().any(|section| section.key.value.as_str() == key);
    REQUIRED.iter().filter(move |key| !has(key)).map(move |key| {
        Diagnostic::error(Code::MissingSection, format!("the section `{key}` is missing"))
            .at(page.text.title.place.clone())
            .in_locale(&library[locale].code)
            .help(format!("add a heading `## {key}` with its text below"))
    })
}

fn unknown(library: &Library, locale: LocaleIndex, section: &Section<Destination>) -> Option<Diagnostic> {
    let key = section.key.value.as_str();
    if library.messages.contains(locale, &SECTION.id(key)) {
        return None;
    }
    if let Some(diagnostic) = whole_id(&SECTION, key, Some(&section.key.place)) {
        return Some(diagnostic.in_locale(&library[locale].code));
    }
    let message = format!("no message names the section `{key}`");
    let diagnostic = Diagnostic::error(Code::UnknownSection, message).at(section.key.place.clone());
    let help = format!("define `{}` in `locales/{}/`", SECTION.id(key), library[library.default_locale].code);
    Some(
        diagnostic
            .in_locale(&library[locale].code)
            .did_you_mean(closest(key, REQUIRED).filter(|close| *close != key), help),
    )
}
