//! What messages are handed by the pages on which they stand.

use fluent::FluentArgs;

use super::library::{EntryIndex, FacetIndex, Library, LocaleIndex, SkillIndex};
use super::messages::NO_GRAMMAR;
use crate::parse::program_messages::{FIELD, GRAMMAR};

/// What messages on the page of a skill may use: its name as `$skill`, and as `$count` how many roles ask for it.
#[must_use]
pub fn skill_arguments(library: &Library, skill: SkillIndex, locale: LocaleIndex) -> FluentArgs<'_> {
    let mut arguments = FluentArgs::new();
    arguments.set("skill", library.skill_name(skill, locale));
    arguments.set("count", library.roles_with(skill, locale).count());
    arguments
}

/// What messages on the page of a facet may use: what is chosen as `$value`, the name of the field as `$field`, the title of the
/// collection as `$collection`, and as `$count` how many entries have it.
#[must_use]
pub fn facet_arguments(library: &Library, facet: FacetIndex, locale: LocaleIndex) -> FluentArgs<'_> {
    let mut arguments = FluentArgs::new();
    let field = library.field_of(facet);
    arguments.set("value", library.choice_name(library.choice_of(facet), locale));
    arguments.set("field", library.messages.name(locale, &FIELD, field.id.value.as_str()));
    arguments.set("collection", library.names(library[facet].collection, locale).title.as_str());
    arguments.set("count", library.facet_page(facet, locale).map_or(0, |page| page.entries.len()));
    arguments
}

/// What the heading of a group of related entries may use: as `$count` how many it shows, and the title of its first
/// collection as `$collection`.
#[must_use]
pub fn group_arguments<'l>(library: &'l Library, group: &str, count: usize, locale: LocaleIndex) -> FluentArgs<'l> {
    let mut arguments = FluentArgs::new();
    arguments.set("count", count);
    arguments.set("collection", library.group_title(group, locale).map_or_else(|| group.to_owned(), str::to_owned));
    arguments
}

/// What messages on an entry's page may use: its title as `$role`, its grammar as `$role_<key>` (or `none` where a message
/// asks for a key that the text does not have), its category's title as `$category`, and as `$count` how many `related`
/// entries the page shows.
#[must_use]
pub fn entry_arguments(library: &Library, entry: EntryIndex, locale: LocaleIndex, related: usize) -> FluentArgs<'_> {
    let mut arguments = FluentArgs::new();
    let Some(page) = library.page(entry, locale) else { return arguments };
    for key in library.messages.grammar_keys(locale) {
        arguments.set(format!("{GRAMMAR}{key}"), NO_GRAMMAR);
    }
    for (key, value) in &page.text.grammar {
        arguments.set(format!("{GRAMMAR}{key}"), value.as_str());
    }
    arguments.set("role", page.text.title.value.as_str());
    arguments.set("count", related);
    if let Some(category) = library[entry].category.and_then(|category| library.page(category, locale)) {
        arguments.set("category", category.text.title.value.as_str());
    }
    arguments
}
