//! Entries with the same title: their addresses differ all the same.
//!
//! Of several entries of a collection whose slugs are made from titles and would be the same, the first by id keeps the slug. The
//! others' have the id behind it, or are the id, if that begins with the slug. Slugs that authors wrote stay as they are.

use rustc_hash::FxHashMap;

use super::collections::Collection;
use super::entries::Entry;
use super::index::LocaleIndex;
use super::locales::Locale;
use super::slugs;
use crate::permalink::Permalink;
use crate::slug::{Slug, SlugStyle};

/// How many slugs are tried for an entry; beyond, its address stays as it is, and that is reported.
const MOST_TRIED: usize = 1000;

/// Gives entries of the same title addresses of their own.
pub(super) fn settle(entries: &mut [Entry], collections: &[Collection], locales: &[Locale], style: SlugStyle) {
    for (index, locale) in locales.iter().enumerate() {
        let mut by_address: FxHashMap<Permalink, Vec<usize>> = FxHashMap::default();
        for (number, entry) in entries.iter().enumerate() {
            if let Some(page) = &entry.pages[index] {
                by_address.entry(page.permalink.clone()).or_default().push(number);
            }
        }
        let mut alike: Vec<Vec<usize>> = by_address.values().filter(|group| group.len() > 1).cloned().collect();
        alike.sort_unstable();
        for group in alike {
            let is_written = |number: &usize| has_written_slug(&entries[*number], LocaleIndex(index));
            let kept = usize::from(!group.iter().any(is_written));
            let others: Vec<_> = group.iter().copied().filter(|number| !is_written(number)).skip(kept).collect();
            for number in others {
                let above = collections[entries[number].collection.0].above(LocaleIndex(index), &locale.code);
                let mut candidates = own_slugs(&entries[number], LocaleIndex(index), style);
                let free = candidates.find_map(|slug| {
                    let address = above.below(&slug);
                    (!by_address.contains_key(&address)).then_some(address)
                });
                let Some(address) = free else { continue };
                by_address.insert(address.clone(), vec![number]);
                let page = entries[number].pages[index].as_mut().expect("it has an address");
                page.permalink = address;
            }
        }
    }
}

fn has_written_slug(entry: &Entry, locale: LocaleIndex) -> bool {
    entry.pages[locale.0].as_ref().is_some_and(|page| page.text.slug.is_some())
}

/// The slugs that an entry may have if its own is another's, the best first.
fn own_slugs(entry: &Entry, locale: LocaleIndex, style: SlugStyle) -> impl Iterator<Item = Slug> + use<> {
    let slug = entry.pages[locale.0].as_ref().map(|page| page.permalink.last().to_owned()).unwrap_or_default();
    let id = entry.id.name.as_str();
    let best = if id.starts_with(&slug) { id.to_owned() } else { format!("{slug}-{id}") };
    // Together they may be too long.
    let best = style.read(&best).unwrap_or_else(|_| slugs::of_id(id));
    (1..MOST_TRIED).map(move |number| best.numbered(number))
}
