//! `missing-message` and `unknown-variable`, for what the program itself calls for: the words of the site, of the
//! configuration, of sections, skills and placeholders.

use std::collections::HashSet;

use fluent::FluentArgs;

use super::undefined_message;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::LocaleCode;
use crate::parse::markdown::Hole;
use crate::parse::text::Body;
use crate::place::Place;
use crate::resolve::arguments::{entry_arguments, skill_arguments};
use crate::resolve::bodies::ResolvedBody;
use crate::resolve::chrome::{ChromeGroup, ChromeLink};
use crate::resolve::library::{Destination, EntryIndex, Library, LocaleIndex};
use crate::resolve::messages::MessageError;
use crate::site::Site;

/// The messages that every site needs, whatever its theme.
pub(super) const SITE: [&str; 7] = [
    "site-name",
    "home-summary",
    "breadcrumb-home",
    "languages-title",
    "languages-summary",
    "not-found-title",
    "not-found-summary",
];

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let library = &*site.library;
    let mut caller = Caller { library, called: HashSet::new(), diagnostics: Vec::new() };
    for locale in super::locales(library) {
        for id in SITE {
            caller.call(id.to_owned(), None, locale);
        }
        if library.search(locale).is_some() {
            caller.call("search-title".to_owned(), None, locale);
            caller.call("search-summary".to_owned(), None, locale);
        }
        caller.indexes(locale);
        caller.chrome(locale);
        for entry in library.entries() {
            if let Some(ResolvedBody { body, .. }) = site.shown_body(entry, locale) {
                caller.entry(entry, body, locale, site.related.count(entry, locale));
            }
        }
    }
    caller.diagnostics
}

/// Calls for messages as rendering will, and notes which it cannot have.
struct Caller<'l> {
    library: &'l Library,
    called: HashSet<(LocaleIndex, String)>,
    diagnostics: Vec<Diagnostic>,
}

impl Caller<'_> {
    fn indexes(&mut self, locale: LocaleIndex) {
        if self.library.index_page(locale).is_some() {
            self.call("index-title".to_owned(), None, locale);
            self.call("index-summary".to_owned(), None, locale);
        }
        if self.library.skills_page(locale).is_some() {
            self.call("skills-title".to_owned(), None, locale);
            self.call("skills-summary".to_owned(), None, locale);
        }
        let skills = self.library.skills();
        if let Some(skill) = skills.into_iter().find(|skill| self.library.skill_page(*skill, locale).is_some()) {
            let arguments = skill_arguments(self.library, skill, locale);
            self.call_with("skills-heading".to_owned(), &arguments, None, locale);
            self.call_with("skills-roles".to_owned(), &arguments, None, locale);
        }
    }

    fn chrome(&mut self, locale: LocaleIndex) {
        let chrome = &self.library.chrome;
        if let Some(announcement) = &chrome.announcement {
            self.call("announcement".to_owned(), Some(&announcement.place), locale);
            self.call("announcement.link".to_owned(), Some(&announcement.place), locale);
        }
        self.groups("navigation", &chrome.navigation, locale);
        self.groups("footer", &chrome.footer, locale);
        self.links("action", &chrome.actions, locale);
        self.links("social", &chrome.social, locale);
        self.links("legal", &chrome.legal, locale);
        for phone in &chrome.phones {
            self.call(format!("phone-{}", phone.id.value), Some(&phone.id.place), locale);
        }
    }

    fn groups(&mut self, prefix: &str, groups: &[ChromeGroup], locale: LocaleIndex) {
        for group in groups {
            self.call(format!("{prefix}-{}", group.id.value), Some(&group.id.place), locale);
            self.links(prefix, &group.items, locale);
        }
    }

    fn links(&mut self, prefix: &str, links: &[ChromeLink], locale: LocaleIndex) {
        for link in links {
            self.call(format!("{prefix}-{}", link.id.value), Some(&link.id.place), locale);
        }
    }

    fn entry(&mut self, entry: EntryIndex, body: &Body<Destination>, locale: LocaleIndex, related: usize) {
        for skill in &self.library[entry].facts.skills {
            self.call(format!("skill-{}", skill.value), Some(&skill.place), locale);
        }
        for (_, hole) in body.prose().into_iter().flat_map(|prose| &prose.holes) {
            if let Hole::Placeholder(id) = hole {
                self.call(format!("placeholder-{}", id.value), Some(&id.place), locale);
            }
        }
        if body.sections().is_empty() {
            return;
        }
        let args = entry_arguments(self.library, entry, locale, related);
        for section in body.sections() {
            // Without a message the section itself is unknown, which is another check's to say.
            let message = self.library.messages.format(locale, &format!("section-{}", section.key.value), &args);
            if let Err(MessageError::Faulty { id, problem, place }) = message {
                self.diagnostics.push(faulty(&id, &problem, place, &self.library[locale].code));
            }
        }
    }

    /// Calls for a message that gets no arguments.
    fn call(&mut self, id: String, place: Option<&Place>, locale: LocaleIndex) {
        self.call_with(id, &FluentArgs::new(), place, locale);
    }

    /// Calls for a message; once in each locale.
    fn call_with(&mut self, id: String, arguments: &FluentArgs, place: Option<&Place>, locale: LocaleIndex) {
        let key = (locale, id);
        if self.called.contains(&key) {
            return;
        }
        match self.library.messages.format(locale, &key.1, arguments) {
            Ok(_) => drop(self.called.insert(key)),
            Err(MessageError::Missing { id }) => self.diagnostics.push(undefined_message(self.library, &id, place)),
            Err(MessageError::Faulty { id, problem, place }) => {
                self.diagnostics.push(faulty(&id, &problem, place, &self.library[locale].code));
            }
        }
    }
}

fn faulty(id: &str, problem: &str, place: Place, locale: &LocaleCode) -> Diagnostic {
    Diagnostic::error(Code::UnknownVariable, format!("the message `{id}` cannot be shown: {problem}"))
        .at(place)
        .in_locale(locale)
        .help("the documentation of messages says which variables this one is handed")
}
