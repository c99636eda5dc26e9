//! `unexpected-file`, for files beside texts: nothing publishes those to which no text links.
//!
//! What may have been meant as a text is a warning of its own. Of all else, which may be meant to lie there, one hint says how
//! much there is.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic};
use crate::id::EntryId;
use crate::parse::text::Body;
use crate::parse::{is_misnamed, is_written};
use crate::place::{Place, SourcePath};
use crate::plan::beside::files_of;
use crate::resolve::library::Destination;
use crate::site::Site;

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let Site { library, bodies, .. } = site;
    if library.share.is_some() || library.beside.is_empty() {
        // A shard does not read all that may link to files.
        return Vec::new();
    }
    let texts = library.entries().flat_map(|entry| library.locales().filter_map(move |of| bodies.get(entry, of)));
    let linked: BTreeSet<_> = texts.flat_map(|text| files_of(&text.body)).map(|file| &file.file).collect();
    let unlinked = library.beside.keys().filter(|file| !linked.contains(file) && !is_misnamed(file));
    let unlinked = unlinked.filter(|file| is_all_known(site, file));
    let (texts, others): (Vec<_>, Vec<_>) = unlinked.partition(|file| is_written(file.as_str()));
    texts.into_iter().map(unread).chain(unpublished(&others)).collect()
}

/// Whether it is known of all links that may lead to a file where they lead: neither of those in drafts nor of broken ones.
fn is_all_known(Site { library, bodies, .. }: &Site, file: &SourcePath) -> bool {
    let mut names = file.segments().skip(1);
    let (Some(collection), Some(name)) = (names.next(), names.next()) else { return false };
    let entry = library.entry(&EntryId { collection: collection.into(), name: name.into() });
    entry.is_some_and(|entry| {
        let mut texts = library.locales().filter_map(|locale| bodies.get(entry, locale));
        !library[entry].has_drafts && !texts.any(|text| has_broken_links(&text.body))
    })
}

fn has_broken_links(body: &Body<Destination>) -> bool {
    let mut holes = body.prose().into_iter().flat_map(|prose| &prose.holes);
    holes.any(|hole| matches!(hole.target(), Some(Destination::Broken)))
}

fn unread(file: &SourcePath) -> Diagnostic {
    let help = "texts are `<locale>.md`, such as `en.md`; other files are published if a text links to them";
    Diagnostic::warning(Code::UnexpectedFile, "nothing reads this file").at(Place::start_of(file)).help(help)
}

fn unpublished(files: &[&SourcePath]) -> Option<Diagnostic> {
    let first = files.first()?;
    let message = match files.len() - 1 {
        0 => "no text links to this file, so it is not published".to_owned(),
        1 => "no text links to this file nor to 1 other, so they are not published".to_owned(),
        more => format!("no text links to this file nor to {more} others, so they are not published"),
    };
    let name = first.segments().last().unwrap_or_default();
    let help = format!("link to it, as with `[…]({name})`, or remove it");
    Some(Diagnostic::hint(Code::UnexpectedFile, message).at(Place::start_of(first)).help(help))
}
