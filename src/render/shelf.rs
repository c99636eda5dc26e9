//! The entries and skills of a locale as lists show them. Most stand in many lists: each view is made once, and the order of all
//! titles is found once.

use std::sync::OnceLock;

use tera::Value;

use super::same_titles::ToldApart;
use super::view::{EntryView, SkillLinkView};
use crate::resolve::library::{EntryIndex, Library, LocaleIndex, SkillIndex, SortKey};

/// The entries and skills of a locale as lists show them, made when they are first needed.
pub(super) struct Shelf {
    entries: Vec<OnceLock<Option<Value>>>,
    skills: Vec<OnceLock<Value>>,
    /// Where each entry stands among all, in the order in which readers of the locale look for titles; `None` for those that
    /// have no page in it.
    ranks: OnceLock<Vec<Option<Rank>>>,
    /// The titles of entries that share theirs.
    titles: OnceLock<ToldApart>,
}

/// Where an entry stands in the order of titles.
struct Rank {
    number: usize,
    key: SortKey,
}

impl Shelf {
    pub(super) fn new(library: &Library) -> Self {
        Self {
            entries: library.entries().map(|_| OnceLock::new()).collect(),
            skills: library.skills().map(|_| OnceLock::new()).collect(),
            ranks: OnceLock::new(),
            titles: OnceLock::new(),
        }
    }

    /// An entry, which `make` makes when it is first asked for; `None` if it has no page in the locale.
    pub(super) fn view(&self, entry: EntryIndex, make: impl FnOnce() -> Option<EntryView>) -> Option<Value> {
        let make = || make().map(|view| Value::from_serializable(&view));
        self.entries[entry.0].get_or_init(make).clone()
    }

    /// The titles of entries that share theirs, made when they are first asked for.
    pub(super) fn told_apart(&self, make: impl FnOnce() -> ToldApart) -> &ToldApart {
        self.titles.get_or_init(make)
    }

    /// A skill.
    pub(super) fn skill(&self, library: &Library, skill: SkillIndex, locale: LocaleIndex) -> Value {
        let view = || SkillLinkView {
            title: library.skill_name(skill, locale).to_owned(),
            url: library.skill_page(skill, locale).map(|page| library.url(page.as_str())),
        };
        self.skills[skill.0].get_or_init(|| Value::from_serializable(&view())).clone()
    }

    /// Entries that have a page in the locale, in the order in which its readers look for titles.
    pub(super) fn sorted(
        &self,
        library: &Library,
        locale: LocaleIndex,
        entries: impl Iterator<Item = EntryIndex>,
    ) -> Vec<EntryIndex> {
        let number = |entry| Some((self.rank(library, locale, entry)?.number, entry));
        let mut entries: Vec<_> = entries.filter_map(number).collect();
        entries.sort_unstable();
        entries.into_iter().map(|(_, entry)| entry).collect()
    }

    /// Where the title of an entry's text stands in the order of the locale.
    pub(super) fn sort_key(&self, library: &Library, locale: LocaleIndex, entry: EntryIndex) -> Option<&SortKey> {
        Some(&self.rank(library, locale, entry)?.key)
    }

    fn rank(&self, library: &Library, locale: LocaleIndex, entry: EntryIndex) -> Option<&Rank> {
        self.ranks.get_or_init(|| ranks(library, locale))[entry.0].as_ref()
    }
}

fn ranks(library: &Library, locale: LocaleIndex) -> Vec<Option<Rank>> {
    let page = |entry| {
        let page = library.page(entry, locale)?;
        Some((library[locale].sort_key(&page.text.title.value), entry))
    };
    let mut pages: Vec<_> = library.entries().filter_map(page).collect();
    pages.sort_unstable();
    let mut ranks: Vec<_> = library.entries().map(|_| None).collect();
    for (number, (key, entry)) in pages.into_iter().enumerate() {
        ranks[entry.0] = Some(Rank { number, key });
    }
    ranks
}
