//! `stale-translation`: a translation that was made from an earlier state of its original.

use crate::diagnostic::{Code, Diagnostic};
use crate::place::Place;
use crate::resolve::library::{EntryIndex, Library, LocaleIndex, Page, Stale};
use crate::site::Site;

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let report = |(entry, locale, page, stale)| report(&site.library, entry, locale, page, stale);
    stale_pages(site).map(report).collect()
}

/// All translations that are older than their originals.
pub fn stale_pages(site: &Site) -> impl Iterator<Item = (EntryIndex, LocaleIndex, &Page, &Stale)> {
    let Site { library, bodies, .. } = site;
    library.entries().flat_map(move |entry| {
        let pages = super::locales(library).filter_map(move |locale| Some((locale, library.page(entry, locale)?)));
        pages.filter_map(move |(locale, page)| Some((entry, locale, page, bodies.stale(entry, locale)?)))
    })
}

fn report(library: &Library, entry: EntryIndex, locale: LocaleIndex, page: &Page, stale: &Stale) -> Diagnostic {
    let message = match changes(&stale.changed) {
        changes if changes.is_empty() => "this translation is older than its original".to_owned(),
        changes => format!("this translation is older than its original: {changes} changed"),
    };
    let accepted = format!("{}/{}", library[entry].id, library[locale].code);
    Diagnostic::warning(Code::StaleTranslation, message)
        .at(place(page).clone())
        .in_locale(&library[locale].code)
        .help(format!("bring it up to date, then run `rolebook status --accept {accepted}`"))
}

/// Where the translation says what it was made from.
#[must_use]
pub fn place(page: &Page) -> &Place {
    page.text.source.as_ref().map_or(&page.text.title.place, |source| &source.place)
}

/// The parts that have changed, in words: "the title, the summary and the section `requirements`".
#[must_use]
pub fn changes(parts: &[String]) -> String {
    let named: Vec<_> = parts
        .iter()
        .map(|part| match part.as_str() {
            "title" => "the title".to_owned(),
            "summary" => "the summary".to_owned(),
            "alternative-titles" => "the alternative titles".to_owned(),
            "text" => "the text".to_owned(),
            section => match section.strip_prefix('#') {
                Some(number) => format!("heading {number} of those in its author's own words"),
                None => format!("the section `{section}`"),
            },
        })
        .collect();
    match named.as_slice() {
        [all @ .., last] if !all.is_empty() => format!("{} and {last}", all.join(", ")),
        _ => named.concat(),
    }
}
