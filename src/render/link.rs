//! Destinations to addresses, for readers of one locale.

use crate::resolve::library::{Destination, EntryIndex, Library, LocaleIndex, PublishedFile};

/// Where a link leads, and in which language it lands if not in the reader's.
pub(super) struct Href {
    pub(super) url: String,
    pub(super) language: Option<LocaleIndex>,
}

/// The address of a destination; `None` if there is nothing to lead to.
pub(super) fn href(library: &Library, destination: &Destination, locale: LocaleIndex) -> Option<Href> {
    let here = |url| Some(Href { url, language: None });
    match destination {
        Destination::Home => here(library.url(library.home(locale).as_str())),
        Destination::Collection(collection) => here(library.url(library.listing(*collection, locale).as_str())),
        Destination::Entry(entry) => entry_href(library, *entry, locale),
        Destination::Skill(skill) => here(library.url(library.skill_page(*skill, locale)?.as_str())),
        Destination::SitePath(path) => here(format!("{}{}", library.url(&path.value.path), path.value.rest)),
        Destination::File(file) => here(file_url(library, &file.value, locale)?),
        Destination::Fragment(id) => here(format!("#{}", id.value)),
        Destination::External(address) => here(address.clone()),
        Destination::Broken => None,
    }
}

fn file_url(library: &Library, file: &PublishedFile, locale: LocaleIndex) -> Option<String> {
    Some(format!("{}{}", library.url(&library.file_path(file, locale)?), file.rest))
}

fn entry_href(library: &Library, entry: EntryIndex, locale: LocaleIndex) -> Option<Href> {
    let (found, page) = library.best_page(entry, locale)?;
    let url = library.url(page.permalink.as_str());
    Some(Href { url, language: (found != locale).then_some(found) })
}
