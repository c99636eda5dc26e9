//! What the program itself asks for in a locale, and what it hands over: the members of the table of
//! [`program_messages`](crate::parse::program_messages) that a site has.

use std::collections::hash_map::Entry;

use fluent::{FluentArgs, FluentValue};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::parse::fields::{Choice, Extent, Field, FieldValue, Money};
use crate::parse::heading::Words;
use crate::parse::message_id::MessageId;
use crate::parse::program_messages::{ALL, Asker, ProgramMessage};
use crate::parse::prose::Hole;
use crate::parse::section::Section;
use crate::place::{Located, Place};
use crate::resolve::arguments::{entry_arguments, facet_arguments, group_arguments, skill_arguments};
use crate::resolve::bodies::ResolvedBody;
use crate::resolve::chrome::{ChromeGroup, ChromeLink};
use crate::resolve::library::{Destination, EntryIndex, FacetIndex, LocaleIndex, SkillIndex};
use crate::site::Site;

/// Something that is asked for.
pub(super) struct Ask<'s> {
    pub(super) of: &'static ProgramMessage,
    /// What follows in the name, if it is one of a family.
    pub(super) member: &'s str,
    /// Where its name is written.
    pub(super) place: Option<&'s Place>,
    pub(super) handed: Handed<'s>,
    /// Whether the same has not been asked for before, on another page.
    pub(super) is_first: bool,
}

impl Ask<'_> {
    pub(super) fn id(&self) -> MessageId {
        self.of.id_of(self.member)
    }
}

/// What a message is handed.
#[derive(Clone, Copy)]
pub(super) enum Handed<'s> {
    Nothing,
    /// What is true of the page of an entry.
    OnPage(EntryIndex),
    OfSkill(SkillIndex),
    /// The group, and how many entries it shows.
    OfGroup(&'s str, usize),
    OfFacet(FacetIndex),
    /// A title and what tells it from others, whatever they are.
    OfTitle,
    /// The ends of a range, whatever they are.
    OfRange,
    /// A sum of money, and in how many parts it is paid.
    OfMoney,
}

impl Handed<'_> {
    pub(super) fn arguments(self, Site { library, related, .. }: &Site, locale: LocaleIndex) -> FluentArgs<'_> {
        match self {
            Self::Nothing => FluentArgs::new(),
            Self::OnPage(entry) => entry_arguments(library, entry, locale, related.count(entry, locale)),
            Self::OfSkill(skill) => skill_arguments(library, skill, locale),
            Self::OfFacet(facet) => facet_arguments(library, facet, locale),
            Self::OfTitle => FluentArgs::from_iter([("title", "A"), ("distinction", "B")]),
            Self::OfRange => FluentArgs::from_iter([("from", "1"), ("to", "2")]),
            Self::OfMoney => {
                FluentArgs::from_iter([("amount", FluentValue::from("1")), ("count", FluentValue::from(12))])
            }
            Self::OfGroup(group, count) => group_arguments(library, group, count, locale),
        }
    }
}

/// Everything that is asked for in a locale; once, unless what it says may differ from page to page.
pub(super) fn for_each<'s>(site: &'s Site, locale: LocaleIndex, ask: &mut dyn FnMut(Ask<'s>)) {
    let mut table: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for of in ALL {
        table.entry(of.asker).or_default().push(*of);
    }
    let mut asking = Asking { site, locale, asked: FxHashMap::default(), table, ask };
    asking.pages();
    asking.facets();
    asking.same_titles();
    asking.chrome();
    let library = &site.library;
    for collection in library.collections().filter(|of| library[*of].kind.has_listing()) {
        asking.by(Asker::Collection, library[collection].id.as_str(), None, Handed::Nothing);
        asking.declared(&library[collection].fields);
    }
    for entry in library.entries() {
        if let Some(body) = site.shown_body(entry, locale) {
            asking.entry(entry, body);
        }
    }
}

struct Asking<'s, 'a> {
    site: &'s Site,
    locale: LocaleIndex,
    /// What has been asked for, and whether it says the same on all pages.
    asked: FxHashMap<(*const ProgramMessage, &'s str), bool>,
    /// The members of the table by who asks for them.
    table: FxHashMap<Asker, Vec<&'static ProgramMessage>>,
    ask: &'a mut dyn FnMut(Ask<'s>),
}

impl<'s> Asking<'s, '_> {
    fn by(&mut self, asker: Asker, member: &'s str, place: Option<&'s Place>, handed: Handed<'s>) {
        for of in self.table.get(&asker).into_iter().flatten().copied() {
            let is_first = match self.asked.entry((std::ptr::from_ref(of), member)) {
                Entry::Vacant(unknown) => {
                    let messages = &self.site.library.messages;
                    unknown.insert(messages.fixed(self.locale, &of.id_of(member)).is_some());
                    true
                }
                Entry::Occupied(is_fixed) if *is_fixed.get() || !matches!(handed, Handed::OnPage(_)) => continue,
                Entry::Occupied(_) => false,
            };
            (self.ask)(Ask { of, member, place, handed, is_first });
        }
    }

    fn named(&mut self, asker: Asker, name: &'s Located<String>) {
        self.by(asker, &name.value, Some(&name.place), Handed::Nothing);
    }

    /// For pages that a locale has once.
    fn pages(&mut self) {
        let (library, locale) = (&self.site.library, self.locale);
        let shown = [
            (Asker::Site, true),
            (Asker::Search, library.search(locale).is_some()),
            (Asker::Index, library.index_page(locale).is_some()),
            (Asker::Skills, library.skills_page(locale).is_some()),
        ];
        for (asker, _) in shown.into_iter().filter(|(_, is_shown)| *is_shown) {
            self.by(asker, "", None, Handed::Nothing);
        }
        if let Some(skill) = library.skills().find(|skill| library.skill_page(*skill, locale).is_some()) {
            self.by(Asker::SkillPage, "", None, Handed::OfSkill(skill));
        }
    }

    /// For titles that several entries of a collection have.
    fn same_titles(&mut self) {
        let (library, locale) = (&self.site.library, self.locale);
        let mut titles = FxHashSet::default();
        let title = |entry: EntryIndex| {
            Some((library[entry].collection, library.page(entry, locale)?.text.title.value.as_str()))
        };
        if library.entries().filter_map(title).any(|title| !titles.insert(title)) {
            self.by(Asker::SameTitle, "", None, Handed::OfTitle);
        }
    }

    fn facets(&mut self) {
        let (library, locale) = (&self.site.library, self.locale);
        for facet in library.facets().filter(|facet| library.facet_page(*facet, locale).is_some()) {
            self.by(Asker::Facet, "", None, Handed::OfFacet(facet));
        }
    }

    fn chrome(&mut self) {
        let chrome = &self.site.library.chrome;
        if let Some(announcement) = &chrome.announcement {
            self.by(Asker::Announcement, "", Some(&announcement.place), Handed::Nothing);
        }
        self.groups(&[Asker::Navigation, Asker::NavigationLink], &chrome.navigation);
        self.groups(&[Asker::Footer, Asker::FooterLink], &chrome.footer);
        self.links(&[Asker::Action], &chrome.actions);
        self.links(&[Asker::Social], &chrome.social);
        self.links(&[Asker::Legal], &chrome.legal);
        chrome.phones.iter().for_each(|phone| self.named(Asker::Phone, &phone.id));
    }

    /// The first asks for groups, all of them for links.
    fn groups(&mut self, askers: &[Asker], groups: &'s [ChromeGroup]) {
        for group in groups {
            self.named(askers[0], &group.id);
            self.links(askers, &group.items);
        }
    }

    fn links(&mut self, askers: &[Asker], links: &'s [ChromeLink]) {
        for link in links {
            for asker in askers {
                self.named(*asker, &link.id);
            }
        }
    }

    /// For the fields that a collection declares, whether or not any entry has them.
    fn declared(&mut self, fields: &'s [Field]) {
        for Field { id: Located { value: id, place }, choices, .. } in fields {
            self.by(Asker::Field, id.as_str(), Some(place), Handed::Nothing);
            for Choice { id, message } in choices {
                self.by(Asker::Choice, message, Some(&id.place), Handed::Nothing);
            }
        }
    }

    fn fields(&mut self, entry: EntryIndex) {
        let library = &self.site.library;
        for (_, Located { value, place }) in library.field_values(entry, self.locale) {
            match value {
                FieldValue::Placeholder(id) => {
                    self.by(Asker::Placeholder, id.as_str(), Some(place), Handed::Nothing);
                }
                FieldValue::Text(words) => {
                    for id in words.iter().flatten().filter_map(Words::placeholder) {
                        self.by(Asker::Placeholder, id.as_str(), Some(place), Handed::Nothing);
                    }
                }
                FieldValue::Number(range) => self.range(range),
                FieldValue::Date(range) => self.range(range),
                FieldValue::Money(money) => self.money(money),
                FieldValue::Choices(_) | FieldValue::Link(_) | FieldValue::Email(_) => {}
            }
        }
    }

    fn range<T>(&mut self, range: &Extent<T>) {
        if !matches!(range, Extent::At(_)) {
            self.by(Asker::Range, "", None, Handed::OfRange);
        }
    }

    fn money(&mut self, Money { amount, per, payments, .. }: &'s Money) {
        self.range(amount);
        if let Some(per) = per {
            self.by(Asker::Period, per.as_str(), None, Handed::OfMoney);
        }
        if payments.is_some() {
            self.by(Asker::Payments, "", None, Handed::OfMoney);
        }
    }

    fn section(&mut self, role: EntryIndex, section: &'s Section<Destination>) {
        if let Some(key) = section.key() {
            self.by(Asker::Section, key.as_str(), Some(&section.place), Handed::OnPage(role));
        }
        for id in section.own_words().into_iter().flatten().filter_map(Words::placeholder) {
            self.by(Asker::Placeholder, id.as_str(), Some(&section.place), Handed::Nothing);
        }
    }

    fn entry(&mut self, entry: EntryIndex, ResolvedBody { body, .. }: &'s ResolvedBody) {
        let Site { library, related, .. } = self.site;
        for skill in &library[entry].facts.skills {
            self.by(Asker::Role, skill.value.as_str(), Some(&skill.place), Handed::Nothing);
        }
        for hole in body.prose().into_iter().flat_map(|prose| &prose.holes) {
            if let Hole::Placeholder(id) = hole {
                self.by(Asker::Placeholder, id.value.as_str(), Some(&id.place), Handed::Nothing);
            }
        }
        self.fields(entry);
        for group in related.groups(entry, self.locale) {
            let config = library.related.groups.iter().find(|config| *config.id == *group.id);
            let place = config.map(|config| &config.place);
            self.by(Asker::RelatedGroup, &group.id, place, Handed::OfGroup(&group.id, group.entries.len()));
        }
        for section in body.sections() {
            self.section(entry, section);
        }
    }
}
