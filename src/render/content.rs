//! What distinguishes one kind of page from another: roles, articles, categories, listings, home.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use fluent::FluentArgs;
use tera::Value;

use super::shelf::Shelf;
use super::view::{
    ArticleView, CategoryGroupView, CategoryView, CollectionCardView, CollectionView, EntryView, FacetView,
    FilterValueView, FilterView, HeadingView, IndexLetterView, IndexTitleView, LetterView, ListingGroupView,
    ListingView, RelatedGroupView, RoleView, SectionView, SkillView, UrlView, VariantView,
};
use super::{MessageMarks, prose, reading_time, same_titles};
use crate::id::SectionKey;
use crate::markup::escaped;
use crate::parse::config::Kind;
use crate::parse::heading::{self, Heading, Words};
use crate::parse::message_id::MessageRef;
use crate::parse::program_messages::{BREADCRUMB_HOME, RELATED, RELATED_HEADING, SECTION};
use crate::parse::prose::Prose;
use crate::parse::section::{Section, SectionName};
use crate::parse::text::Body;
use crate::permalink::Permalink;
use crate::relate::RelatedGroup;
use crate::resolve::arguments::group_arguments;
use crate::resolve::library::{
    CollectionIndex, Destination, EntryIndex, FacetIndex, Library, LocaleIndex, Page, SkillIndex, SortKey,
};

/// From how many entries on a list is divided by letters.
const LONG_LIST: usize = 40;

/// How many entries of each collection the home page shows.
const FIRST_ENTRIES: usize = 5;

/// How many other skills the page of a skill names.
const MOST_TOGETHER: usize = 12;

/// Makes views for readers of one locale.
#[derive(Clone, Copy)]
pub(super) struct Content<'l> {
    pub(super) library: &'l Library,
    pub(super) locale: LocaleIndex,
    pub(super) shelf: &'l Shelf,
    pub(super) marks: MessageMarks,
}

impl<'l> Content<'l> {
    pub(super) fn page(self, entry: EntryIndex) -> &'l Page {
        self.library.page(entry, self.locale).expect("only entries with a page are planned")
    }

    /// An entry as lists show it; `None` if it has no page in the locale.
    fn entry(self, entry: EntryIndex) -> Option<Value> {
        self.shelf.view(entry, || self.entry_view(entry))
    }

    /// The same, to be added to.
    fn entry_view(self, entry: EntryIndex) -> Option<EntryView> {
        let view = EntryView::new(self.library, entry, self.locale)?;
        Some(match self.title(entry) {
            Some(title) => EntryView { title: title.to_owned(), ..view },
            None => view,
        })
    }

    /// The title of an entry as lists show it, if others have the same.
    pub(super) fn title(self, entry: EntryIndex) -> Option<&'l str> {
        let fields = |entry| Content { marks: MessageMarks::None, ..self }.fields(entry);
        let titles = self.shelf.told_apart(|| same_titles::told_apart(self.library, self.locale, fields));
        titles.get(&entry).map(String::as_str)
    }

    pub(super) fn role(self, entry: EntryIndex, body: &Body<Destination>, arguments: &FluentArgs) -> RoleView {
        let page = self.page(entry);
        RoleView {
            id: self.library[entry].id.name.to_string(),
            title: page.text.title.value.clone(),
            alternative_titles: page.text.alternative_titles.clone(),
            category: self.category_of(entry),
            skills: self.skills_of(entry),
            docx: self.library.document(entry, page.language).map(|path| UrlView { url: self.library.url(&path) }),
            sections: body.sections().iter().map(|section| self.section(section, arguments)).collect(),
            fields: self.fields(entry),
            variants: self.variants(entry),
        }
    }

    pub(super) fn article(self, entry: EntryIndex, body: &Body<Destination>) -> ArticleView {
        let prose = free(body);
        ArticleView {
            id: self.library[entry].id.name.to_string(),
            title: self.page(entry).text.title.value.clone(),
            html: self.prose(prose),
            reading_minutes: reading_time::minutes(&prose.text()),
            headings: prose.headings.iter().map(|heading| self.heading(heading)).collect(),
            category: self.category_of(entry),
            collection: self.collection(self.library[entry].collection),
            fields: self.fields(entry),
            variants: self.variants(entry),
        }
    }

    /// A plain page, for templates that need not tell it from an article: what stands above it is the home page.
    pub(super) fn plain_page(self, entry: EntryIndex, body: &Body<Destination>) -> ArticleView {
        let home = self.library.messages.say(self.locale, &BREADCRUMB_HOME);
        let collection = CollectionView {
            id: self.library[self.library[entry].collection].id.to_string(),
            title: home.clone(),
            singular: home,
            description: None,
            url: self.library.url(self.library.home(self.locale).as_str()),
        };
        ArticleView { category: None, collection, ..self.article(entry, body) }
    }

    pub(super) fn category(self, entry: EntryIndex, body: &Body<Destination>) -> CategoryView {
        let collections = self.library.collections().filter(|of| self.library[*of].kind.is_content());
        let (mut groups, mut filters) = (Vec::new(), Vec::new());
        for collection in collections {
            let members: Vec<_> = self.library.entries_under(entry, collection, self.locale).collect();
            if !members.is_empty() {
                filters.extend(self.filters(collection, None, Some(&members)));
                let lines = self.sorted_entries(self.without_variants(members).into_iter());
                let entries = self.lines(&lines);
                groups.push(CategoryGroupView { collection: self.collection(collection), entries });
            }
        }
        CategoryView {
            id: self.library[entry].id.name.to_string(),
            title: self.page(entry).text.title.value.clone(),
            html: self.prose(free(body)),
            groups,
            filters: each_field_once(filters),
        }
    }

    /// A collection's entries, by category; those without one come last.
    pub(super) fn listing(self, collection: CollectionIndex) -> ListingView {
        let count = self.library.entries_of(collection, self.locale).count();
        let mut by_category: BTreeMap<Option<EntryIndex>, Vec<EntryIndex>> = BTreeMap::new();
        for entry in self.without_variants(self.library.entries_of(collection, self.locale).collect()) {
            let shown =
                self.library[entry].category.filter(|category| self.library.page(*category, self.locale).is_some());
            by_category.entry(shown).or_default().push(entry);
        }
        let mut groups: Vec<_> = by_category
            .into_iter()
            .map(|(category, entries)| {
                let page = category.and_then(|category| self.library.page(category, self.locale));
                let title = page.map(|page| page.text.title.value.clone());
                let url = page.map(|page| self.library.url(page.permalink.as_str()));
                let entries = self.sorted_entries(entries.into_iter());
                let letters = (entries.len() >= LONG_LIST).then(|| self.by_letter(&entries));
                ListingGroupView { title, url, entries: self.lines(&entries), letters }
            })
            .collect();
        let sort_key = |title: &String| self.library[self.locale].sort_key(title);
        groups.sort_by_cached_key(|group| (group.title.is_none(), group.title.as_ref().map(sort_key)));
        ListingView {
            collection: self.collection(collection),
            count,
            groups,
            filters: self.filters(collection, None, None),
        }
    }

    /// The page of a facet.
    pub(super) fn facet(self, facet: FacetIndex) -> FacetView {
        let collection = self.library[facet].collection;
        let page = self.library.facet_page(facet, self.locale).expect("only facets with a page are planned");
        FacetView {
            title: self.choice_name(self.library.choice_of(facet)),
            field: self.field_name(self.library.field_of(facet)),
            collection: self.collection(collection),
            entries: self.sorted(page.entries.iter().copied()),
            filters: self.filters(collection, Some(facet), None),
        }
    }

    /// By what readers can narrow the lists of all collections.
    pub(super) fn all_filters(self) -> Vec<FilterView> {
        each_field_once(self.library.collections().flat_map(|of| self.filters(of, None, None)).collect())
    }

    /// By what readers can narrow a list of the entries of a collection, or of some of them in the order of their ids: fields with
    /// choices of which some entry has one.
    fn filters(
        self,
        collection: CollectionIndex,
        current: Option<FacetIndex>,
        among: Option<&[EntryIndex]>,
    ) -> Vec<FilterView> {
        let fields = self.library[collection].fields.iter().enumerate();
        let filters = fields.map(|(number, field)| {
            let facets = self.library.facets_of(collection, number);
            let values = facets.filter_map(|facet| {
                let page = self.library.facet_page(facet, self.locale)?;
                let choice = self.library.choice_of(facet);
                let is_listed = |entry: &&EntryIndex| among.is_none_or(|among| among.binary_search(entry).is_ok());
                let count = page.entries.iter().filter(is_listed).count();
                (count > 0).then(|| FilterValueView {
                    id: format!("{}:{}", field.id.value, choice.id.value),
                    title: self.choice_name(choice),
                    url: self.library.url(page.permalink.as_str()),
                    count,
                    current: current == Some(facet),
                })
            });
            FilterView { id: field.id.value.to_string(), label: self.field_name(field), values: values.collect() }
        });
        filters.filter(|filter| !filter.values.is_empty()).collect()
    }

    /// Sorted entries under the letters of the locale.
    fn by_letter(self, sorted: &[EntryIndex]) -> Vec<LetterView> {
        let key = |entry| self.shelf.sort_key(self.library, self.locale, entry);
        let letter = |entry| self.library[self.locale].letter(key(entry)?);
        let sorted: Vec<_> = sorted.iter().map(|entry| (letter(*entry), *entry)).collect();
        let view = |entries: &[(Option<&str>, EntryIndex)]| LetterView {
            letter: entries[0].0.map(str::to_owned),
            entries: self.lines(&entries.iter().map(|(_, entry)| *entry).collect::<Vec<_>>()),
        };
        sorted.chunk_by(|a, b| a.0 == b.0).map(view).collect()
    }

    /// What a collection is called and where it is.
    pub(super) fn collection(self, collection: CollectionIndex) -> CollectionView {
        let names = self.library.names(collection, self.locale);
        CollectionView {
            id: self.library[collection].id.to_string(),
            title: names.title.clone(),
            singular: names.singular.clone(),
            description: names.description.clone(),
            url: self.library.url(self.library.listing(collection, self.locale).as_str()),
        }
    }

    /// All collections of roles and articles that have entries, each with the first of them.
    pub(super) fn collections(self) -> Vec<CollectionCardView> {
        let shown = self.library.collections().filter(|of| self.library[*of].kind.is_content());
        let cards = shown.map(|collection| {
            let entries = self.library.entries_of(collection, self.locale);
            let entries = self.shelf.sorted(self.library, self.locale, entries);
            let first = &entries[..entries.len().min(FIRST_ENTRIES)];
            let (collection, count) = (self.collection(collection), entries.len());
            CollectionCardView { collection, count, entries: self.views(first) }
        });
        cards.filter(|card| card.count > 0).collect()
    }

    /// All categories that have entries, with their numbers.
    pub(super) fn categories(self) -> Vec<EntryView> {
        let homes = self.library.collections().filter(|of| self.library[*of].kind == Kind::Category);
        let categories = homes.flat_map(|home| self.library.entries_of(home, self.locale));
        let count = |category| {
            let collections = self.library.collections().filter(|of| self.library[*of].kind.is_content());
            collections.map(|of| self.library.entries_under(category, of, self.locale).count()).sum::<usize>()
        };
        let sorted = self.shelf.sorted(self.library, self.locale, categories);
        let views = sorted.into_iter().filter_map(|category| {
            let count = count(category);
            let view = self.entry_view(category)?;
            Some(EntryView { count: Some(count), ..view }).filter(|_| count > 0)
        });
        views.collect()
    }

    pub(super) fn related(self, groups: &[RelatedGroup]) -> Vec<RelatedGroupView> {
        groups
            .iter()
            .map(|group| RelatedGroupView {
                id: group.id.to_string(),
                heading: self.related_heading(&group.id, group.entries.len()),
                entries: group.entries.iter().filter_map(|entry| self.entry(*entry)).collect(),
            })
            .collect()
    }

    /// The heading of a group: its own message, or the general one with the title of its first collection.
    fn related_heading(self, id: &str, count: usize) -> String {
        let arguments = group_arguments(self.library, id, count, self.locale);
        let text = |of: MessageRef| {
            let text = self.library.messages.format(self.locale, of, &arguments);
            text.map(|text| self.marks.around(of, text))
        };
        let own = text((&RELATED.id(id)).into()).or_else(|_| text(RELATED_HEADING.id()));
        own.unwrap_or_else(|_| id.to_owned())
    }

    fn prose(self, prose: &Prose<Destination>) -> Value {
        prose::html(self.library, prose, self.locale, self.marks).into()
    }

    fn heading(self, Heading { level, anchor, words }: &Heading) -> HeadingView {
        HeadingView { level: *level, id: anchor.id.clone(), text: self.words(words) }
    }

    /// The words of a heading as text.
    pub(super) fn words(self, words: &[Words]) -> String {
        heading::text(words, |id| prose::placeholder(self.library, id, self.locale, self.marks))
    }

    fn section(self, section: &Section<Destination>, arguments: &FluentArgs) -> SectionView {
        let key = section.key().map(ToString::to_string).unwrap_or_default();
        let heading = self.heading_of(section, arguments);
        let heading_html = match &section.name {
            SectionName::Own(_) => self.prose(&section.heading),
            SectionName::Key(_) | SectionName::Opening => escaped(&heading).into(),
        };
        let id = section.anchor.id.clone();
        SectionView { key, id, heading, heading_html, html: self.prose(&section.prose) }
    }

    /// What readers see as the heading of a section, as text.
    pub(super) fn heading_of(self, section: &Section<Destination>, arguments: &FluentArgs) -> String {
        if let SectionName::Own(words) = &section.name {
            return self.words(words);
        }
        let key = section.key().map(SectionKey::as_str).unwrap_or_default();
        let message = SECTION.id(key);
        let heading = self.library.messages.format(self.locale, &message, arguments);
        heading.map_or_else(|_| key.to_owned(), |heading| self.marks.around(&message, heading))
    }

    fn category_of(self, entry: EntryIndex) -> Option<Value> {
        self.entry(self.library[entry].category?)
    }

    /// The skills of a role, in the order in which its author lists them.
    fn skills_of(self, role: EntryIndex) -> Vec<Value> {
        self.library[role].skills.iter().map(|skill| self.skill_link(*skill)).collect()
    }

    fn skill_link(self, skill: SkillIndex) -> Value {
        self.shelf.skill(self.library, skill, self.locale)
    }

    pub(super) fn skill(self, skill: SkillIndex) -> SkillView {
        SkillView {
            id: self.library[skill].id.to_string(),
            title: self.library.skill_name(skill, self.locale).to_owned(),
            entries: self.sorted(self.library.roles_with(skill, self.locale)),
            together: self.together(skill),
        }
    }

    /// The other skills with pages that the roles of a skill ask for, the most frequent first.
    fn together(self, skill: SkillIndex) -> Vec<Value> {
        let mut counts: BTreeMap<SkillIndex, usize> = BTreeMap::new();
        for role in self.library.roles_with(skill, self.locale) {
            for other in self.library[role].skills.iter().filter(|other| **other != skill) {
                *counts.entry(*other).or_default() += 1;
            }
        }
        counts.retain(|other, _| self.library.skill_page(*other, self.locale).is_some());
        let mut others: Vec<_> = counts.into_iter().collect();
        others.sort_by_key(|(other, count)| (Reverse(*count), *other));
        others.truncate(MOST_TOGETHER);
        others.into_iter().map(|(other, _)| self.skill_link(other)).collect()
    }

    /// All skills that have a page, with the numbers of their roles, by letter.
    pub(super) fn skills(self) -> Vec<LetterView> {
        let locale = &self.library[self.locale];
        let name = |skill| self.library.skill_name(skill, self.locale);
        let with_page =
            |skill| Some((locale.sort_key(name(skill)), self.library.skill_page(skill, self.locale)?, skill));
        let mut skills: Vec<_> = self.library.skills().filter_map(with_page).collect();
        skills.sort_unstable();
        let view = |&(_, page, skill): &(SortKey, &Permalink, SkillIndex)| {
            Value::from_serializable(&EntryView {
                title: name(skill).to_owned(),
                url: self.library.url(page.as_str()),
                summary: String::new(),
                count: Some(self.library.roles_with(skill, self.locale).count()),
                choices: Vec::new(),
                variants: Vec::new(),
            })
        };
        let groups = skills.chunk_by(|a, b| locale.letter(&a.0) == locale.letter(&b.0)).map(|skills| LetterView {
            letter: locale.letter(&skills[0].0).map(str::to_owned),
            entries: skills.iter().map(view).collect(),
        });
        groups.collect()
    }

    /// All titles and alternative titles of the collections of the index, by letter.
    pub(super) fn index(self) -> Vec<IndexLetterView> {
        let locale = &self.library[self.locale];
        let mut titles = Vec::new();
        for entry in self.library.indexed(self.locale) {
            let Some(page) = self.library.page(entry, self.locale) else { continue };
            let url = self.library.url(page.permalink.as_str());
            let title = &page.text.title.value;
            let told_apart = self.title(entry);
            let shown = told_apart.unwrap_or(title);
            for other in page.text.alternative_titles.iter().filter(|other| *other != title) {
                let view = IndexTitleView { title: other.clone(), url: url.clone(), see: Some(shown.to_owned()) };
                titles.push((locale.sort_key(other), view));
            }
            let key = self.shelf.sort_key(self.library, self.locale, entry).filter(|_| told_apart.is_none());
            let key = key.cloned().unwrap_or_else(|| locale.sort_key(shown));
            titles.push((key, IndexTitleView { title: shown.to_owned(), url, see: None }));
        }
        titles.sort_unstable_by(|(a_key, a), (b_key, b)| (a_key, &a.see, &a.url).cmp(&(b_key, &b.see, &b.url)));
        let mut letters: Vec<IndexLetterView> = Vec::new();
        for (key, title) in titles {
            let letter = locale.letter(&key).map(str::to_owned);
            match letters.last_mut().filter(|last| last.letter == letter) {
                Some(last) => last.titles.push(title),
                None => letters.push(IndexLetterView { letter, titles: vec![title] }),
            }
        }
        letters
    }

    /// The variants of an entry with itself, if it has any in the locale: the one of which the others are variants first.
    fn variants(self, entry: EntryIndex) -> Vec<VariantView> {
        let main = self.library[entry].variant_of.unwrap_or(entry);
        let others = self.sorted_entries(self.library[main].variants.iter().copied());
        let family = std::iter::once(main).chain(others);
        let view = |of: EntryIndex| {
            let EntryView { title, url, .. } = self.entry_view(of)?;
            Some(VariantView { title, url, current: of == entry })
        };
        Some(family.filter_map(view).collect::<Vec<_>>()).filter(|family| family.len() > 1).unwrap_or_default()
    }

    /// The entries of a list without variants that the line of another shows, if the theme shows them there.
    fn without_variants(self, entries: Vec<EntryIndex>) -> Vec<EntryIndex> {
        if !self.library.theme.shows_variants {
            return entries;
        }
        let listed: BTreeSet<_> = entries.iter().copied().collect();
        let is_shown = |entry: &EntryIndex| self.library[*entry].variant_of.is_none_or(|main| !listed.contains(&main));
        entries.into_iter().filter(is_shown).collect()
    }

    /// Entries of a list as it shows them, each with its variants.
    fn lines(self, entries: &[EntryIndex]) -> Vec<Value> {
        let with_variants = |entry: &EntryIndex| {
            let variants = &self.library[*entry].variants;
            if variants.is_empty() || !self.library.theme.shows_variants {
                return self.entry(*entry);
            }
            let view = self.entry_view(*entry)?;
            let variants = self.sorted_entries(variants.iter().copied());
            let variants: Vec<_> = variants.into_iter().filter_map(|of| self.entry_view(of)).collect();
            let mut choices = view.choices.clone();
            choices.extend(variants.iter().flat_map(|variant| variant.choices.iter().cloned()));
            choices.sort_unstable();
            choices.dedup();
            Some(Value::from_serializable(&EntryView { choices, variants, ..view }))
        };
        entries.iter().filter_map(with_variants).collect()
    }

    fn sorted_entries(self, entries: impl Iterator<Item = EntryIndex>) -> Vec<EntryIndex> {
        self.shelf.sorted(self.library, self.locale, entries)
    }

    /// Entries in the order in which readers of the locale look for titles.
    fn sorted(self, entries: impl Iterator<Item = EntryIndex>) -> Vec<Value> {
        self.views(&self.sorted_entries(entries))
    }

    fn views(self, entries: &[EntryIndex]) -> Vec<Value> {
        entries.iter().filter_map(|entry| self.entry(*entry)).collect()
    }
}

/// Filters of several collections, of which some may have the same fields.
fn each_field_once(filters: Vec<FilterView>) -> Vec<FilterView> {
    let mut merged: Vec<FilterView> = Vec::new();
    for filter in filters {
        let Some(known) = merged.iter_mut().find(|known| known.id == filter.id) else {
            merged.push(filter);
            continue;
        };
        for value in filter.values {
            match known.values.iter_mut().find(|known| known.id == value.id) {
                Some(known) => known.count += value.count,
                None => known.values.push(value),
            }
        }
    }
    merged
}

fn free(body: &Body<Destination>) -> &Prose<Destination> {
    let Body::Free(prose) = body else { unreachable!("only roles have sections") };
    prose
}
