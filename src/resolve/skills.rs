//! Skills: what roles ask for, and the pages that list the roles that do.

use std::collections::BTreeMap;

use super::entries::Entry;
use super::index::{EntryIndex, LocaleIndex, SkillIndex};
use super::messages::Messages;
use super::published::Head;
use super::slugs::{PageSlugs, SlugReader};
use crate::id::{EntryId, SkillId};
use crate::parse::program_messages::SKILL;
use crate::parse::theme::Theme;
use crate::permalink::Permalink;
use crate::slug::Slug;

/// The fewest roles for which a skill has a page: a list of one leads nowhere but back.
pub(super) const FEWEST_ROLES: usize = 2;

/// A skill that roles ask for.
pub struct Skill {
    /// What roles call it.
    pub id: SkillId,
    /// What it is called, by locale.
    pub(super) names: Vec<String>,
    /// The roles that ask for it, in the order of their ids.
    pub(super) roles: Vec<EntryIndex>,
    /// Its page, by locale; `None` where fewer than two of its roles have a page, and if skills have no pages at all.
    pub(super) permalinks: Vec<Option<Permalink>>,
}

/// Whether skills have pages of their own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum SkillPages {
    Publish,
    LeaveOut,
}

impl SkillPages {
    /// They have if the theme has both templates for them.
    pub(super) fn of(theme: &Theme) -> Self {
        let has = |template: &str| theme.templates.contains_template(template);
        if has("skill.html") && has("skills.html") { Self::Publish } else { Self::LeaveOut }
    }
}

/// Which entries ask for which skills.
pub(super) struct SkillTable(BTreeMap<SkillId, Vec<EntryIndex>>);

impl SkillTable {
    /// Reads the facts of all entries.
    pub(super) fn of(published: &[(EntryId, Head)]) -> Self {
        let mut table: BTreeMap<SkillId, Vec<EntryIndex>> = BTreeMap::new();
        for (index, (_, head)) in published.iter().enumerate() {
            for skill in &head.facts.skills {
                table.entry(skill.value.clone()).or_default().push(EntryIndex(index));
            }
        }
        Self(table)
    }

    /// The skills with the entries that ask for them, both in the order of their ids: the first is [`SkillIndex`] 0.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&SkillId, &[EntryIndex])> {
        self.0.iter().map(|(skill, roles)| (skill, roles.as_slice()))
    }
}

/// The skills of a table. Entries are told which are theirs.
pub(super) fn resolve(
    table: SkillTable,
    entries: &mut [Entry],
    slugs: &SlugReader,
    page_slugs: &[PageSlugs],
    pages: SkillPages,
) -> Vec<Skill> {
    let SlugReader { messages, locales, .. } = slugs;
    let skill = |(id, roles): (SkillId, _)| Skill {
        names: (0..locales.len()).map(|locale| messages.name(LocaleIndex(locale), &SKILL, id.as_str())).collect(),
        permalinks: vec![None; locales.len()],
        id,
        roles,
    };
    let mut skills: Vec<Skill> = table.0.into_iter().map(skill).collect();
    let numbers: BTreeMap<SkillId, SkillIndex> =
        skills.iter().enumerate().map(|(index, skill)| (skill.id.clone(), SkillIndex(index))).collect();
    for entry in &mut *entries {
        entry.skills = entry.facts.skills.iter().map(|skill| numbers[&skill.value]).collect();
    }
    if pages == SkillPages::Publish {
        for (index, of_locale) in page_slugs.iter().enumerate() {
            let list = Permalink::of_locale(&locales[index].code).below(&of_locale.skills.slug);
            give_addresses(&mut skills, entries, LocaleIndex(index), slugs, &list);
        }
    }
    skills
}

/// The name of a skill, if a message says it.
pub(super) fn message(messages: &Messages, id: &SkillId, locale: LocaleIndex) -> Option<String> {
    messages.text(locale, &SKILL.id(id))
}

/// Addresses below that of the list of skills are made of names. Skills of the same name are told apart by their ids.
fn give_addresses(skills: &mut [Skill], entries: &[Entry], locale: LocaleIndex, slugs: &SlugReader, list: &Permalink) {
    let of_words = |words: &str| slugs.style.of_words(words, &slugs.locales[locale.0].code);
    let mut taken: BTreeMap<Slug, usize> = BTreeMap::new();
    let made: Vec<Option<Slug>> = skills.iter().map(|skill| of_words(&skill.names[locale.0])).collect();
    for slug in made.iter().flatten() {
        *taken.entry(slug.clone()).or_default() += 1;
    }
    for (skill, slug) in skills.iter_mut().zip(made) {
        let shown = skill.roles.iter().filter(|role| entries[role.0].pages[locale.0].is_some()).count();
        if shown < FEWEST_ROLES {
            continue;
        }
        let slug = slug.filter(|slug| taken[slug] == 1).or_else(|| of_words(skill.id.as_str()));
        skill.permalinks[locale.0] = slug.map(|slug| list.below(&slug));
    }
}
