//! `missing-message`, for what the configuration lists: menus, actions, the footer.

use super::undefined_message;
use crate::diagnostic::Diagnostic;
use crate::place::Place;
use crate::plan::Routes;
use crate::resolve::chrome::{ChromeGroup, ChromeLink};
use crate::resolve::library::Library;

pub(super) fn check(library: &Library, _: &Routes) -> Vec<Diagnostic> {
    let chrome = &library.chrome;
    let mut wanted = Wanted::default();
    wanted.groups("navigation", &chrome.navigation);
    wanted.groups("footer", &chrome.footer);
    wanted.links("action", &chrome.actions);
    wanted.links("social", &chrome.social);
    wanted.links("legal", &chrome.legal);
    wanted.0.extend(chrome.phones.iter().map(|phone| (format!("phone-{}", phone.id.value), &phone.id.place)));
    let missing = wanted.0.into_iter().filter(|(id, _)| !library.messages.contains(library.default_locale, id));
    missing.map(|(id, place)| undefined_message(library, &id, place)).collect()
}

/// Messages that the configuration calls for, and where.
#[derive(Default)]
struct Wanted<'l>(Vec<(String, &'l Place)>);

impl<'l> Wanted<'l> {
    fn links(&mut self, prefix: &str, links: &'l [ChromeLink]) {
        self.0.extend(links.iter().map(|link| (format!("{prefix}-{}", link.id.value), &link.id.place)));
    }

    fn groups(&mut self, prefix: &str, groups: &'l [ChromeGroup]) {
        for group in groups {
            self.0.push((format!("{prefix}-{}", group.id.value), &group.id.place));
            self.links(prefix, &group.items);
        }
    }
}
