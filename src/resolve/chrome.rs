//! What stands around the content of each page, with its links resolved.

use url::Url;

use super::links::{Destination, Names};
use crate::diagnostic::Diagnostic;
use crate::parse::chrome::{self, Link, LinkGroup, Phone};
use crate::parse::link::LinkTarget;
use crate::place::Located;

/// What stands around the content of each page, with its links resolved.
#[derive(Default)]
pub struct Chrome {
    /// Where the announcement leads, if there is one.
    pub announcement: Option<Located<Destination>>,
    /// The menus of the header.
    pub navigation: Vec<ChromeGroup>,
    /// The calls to action of the header.
    pub actions: Vec<ChromeLink>,
    /// Where the form "post this job" leads.
    pub post_job: Option<Url>,
    /// Where the newsletter's form is sent.
    pub newsletter: Option<Url>,
    /// The columns of the footer.
    pub footer: Vec<ChromeGroup>,
    /// Telephone lines.
    pub phones: Vec<Phone>,
    /// Social profiles.
    pub social: Vec<ChromeLink>,
    /// The links of the legal line.
    pub legal: Vec<ChromeLink>,
}

/// A [`Link`] whose destination is known.
pub struct ChromeLink {
    /// The end of its message's id.
    pub id: Located<String>,
    /// Where it leads.
    pub destination: Destination,
}

/// A [`LinkGroup`] whose destinations are known.
pub struct ChromeGroup {
    /// The end of its heading's message id.
    pub id: Located<String>,
    /// The links.
    pub items: Vec<ChromeLink>,
}

/// Resolves the links. Those that lead nowhere are reported.
pub(super) fn resolve(config: chrome::Chrome, names: &Names, diagnostics: &mut Vec<Diagnostic>) -> Chrome {
    let mut resolver = Resolver { names, diagnostics };
    Chrome {
        announcement: config.announcement.map(|target| {
            let place = target.place.clone();
            Located { value: resolver.destination(target), place }
        }),
        navigation: resolver.groups(config.navigation),
        actions: resolver.links(config.actions),
        post_job: config.post_job,
        newsletter: config.newsletter,
        footer: resolver.groups(config.footer),
        phones: config.phones,
        social: resolver.links(config.social),
        legal: resolver.links(config.legal),
    }
}

struct Resolver<'r> {
    names: &'r Names,
    diagnostics: &'r mut Vec<Diagnostic>,
}

impl Resolver<'_> {
    fn destination(&mut self, target: Located<LinkTarget>) -> Destination {
        self.names.destination(target, self.diagnostics)
    }

    fn links(&mut self, links: Vec<Link>) -> Vec<ChromeLink> {
        links.into_iter().map(|link| ChromeLink { id: link.id, destination: self.destination(link.target) }).collect()
    }

    fn groups(&mut self, groups: Vec<LinkGroup>) -> Vec<ChromeGroup> {
        groups.into_iter().map(|group| ChromeGroup { id: group.id, items: self.links(group.items) }).collect()
    }
}
