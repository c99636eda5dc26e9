//! What stands around the content of each page: announcement, menus, actions, forms, footer.
//!
//! Part of `rolebook.toml`. Its words are messages; here are its order and its addresses.

pub mod keys;

use url::Url;

use super::address;
use super::document::Document;
use super::ids;
use super::link::LinkTarget;
use super::phone::{self, NotANumber};
use super::program_messages::{ACTION, FOOTER, Family, LEGAL, NAVIGATION, PHONE, SOCIAL};
use super::table::Table;
use crate::diagnostic::{Code, Diagnostic};
use crate::place::Located;

/// What stands around the content of each page. Its words are messages; here are its order and its addresses.
#[derive(Debug, Default)]
pub struct Chrome {
    /// The line above everything, with its link: the message `announcement`.
    pub announcement: Option<Located<LinkTarget>>,
    /// The menus of the header: the messages `navigation-<id>`.
    pub navigation: Vec<LinkGroup>,
    /// The calls to action of the header: the messages `action-<id>`.
    pub actions: Vec<Link>,
    /// Where the form "post this job" leads.
    pub post_job: Option<Url>,
    /// Where the newsletter's form is sent.
    pub newsletter: Option<Url>,
    /// The named columns of the footer: the messages `footer-<id>`.
    pub footer: Vec<LinkGroup>,
    /// Telephone lines by region: the messages `phone-<id>`.
    pub phones: Vec<Phone>,
    /// Social profiles: the messages `social-<id>`.
    pub social: Vec<Link>,
    /// The links of the legal line: the messages `legal-<id>`.
    pub legal: Vec<Link>,
}

/// A link whose words are messages.
#[derive(Debug)]
pub struct Link {
    /// The end of the message's id.
    pub id: Located<String>,
    /// Where it leads.
    pub target: Located<LinkTarget>,
}

/// Links under a common heading.
#[derive(Debug)]
pub struct LinkGroup {
    /// The end of the heading's message id.
    pub id: Located<String>,
    /// The links.
    pub items: Vec<Link>,
}

/// A telephone line.
#[derive(Debug)]
pub struct Phone {
    /// The end of the message's id.
    pub id: Located<String>,
    /// The number, as people write it: `+30 21 0123 4567`.
    pub number: String,
    /// The number, as telephones dial it: `+302101234567`, or `+302101234567;ext=12`.
    pub dialed: String,
}

impl Chrome {
    /// The ids of all that it names.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let groups = self.navigation.iter().chain(&self.footer);
        let in_groups = groups.clone().flat_map(|group| &group.items);
        let links = in_groups.chain(&self.actions).chain(&self.social).chain(&self.legal).map(|link| &link.id);
        let phones = self.phones.iter().map(|phone| &phone.id);
        groups.map(|group| &group.id).chain(links).chain(phones).map(|id| id.value.as_str())
    }

    /// This, and of the other what this does not have.
    pub(super) fn laid_over(self, other: Self) -> Self {
        fn or<T>(own: Vec<T>, other: Vec<T>) -> Vec<T> {
            if own.is_empty() { other } else { own }
        }
        Self {
            announcement: self.announcement.or(other.announcement),
            navigation: or(self.navigation, other.navigation),
            actions: or(self.actions, other.actions),
            post_job: self.post_job.or(other.post_job),
            newsletter: self.newsletter.or(other.newsletter),
            footer: or(self.footer, other.footer),
            phones: or(self.phones, other.phones),
            social: or(self.social, other.social),
            legal: or(self.legal, other.legal),
        }
    }
}

/// Takes from `rolebook.toml` the keys that are about this.
pub(super) fn parse(document: &Document, table: &mut Table) -> Chrome {
    let mut footer = table.section("footer");
    let chrome = Chrome {
        announcement: announcement(table.table("announcement")),
        navigation: groups(table.tables("navigation"), &NAVIGATION),
        actions: links(table.tables("actions"), &ACTION),
        post_job: action(document, table.table("post_job")),
        newsletter: action(document, table.table("newsletter")),
        footer: groups(footer.tables("columns"), &FOOTER),
        phones: footer.tables("phones").into_iter().filter_map(phone).collect(),
        social: links(footer.tables("social"), &SOCIAL),
        legal: links(footer.tables("legal"), &LEGAL),
    };
    footer.finish();
    chrome
}

fn announcement(table: Option<Table>) -> Option<Located<LinkTarget>> {
    let mut table = table?;
    let show: bool = table.or_default("show");
    let target = table.required("link");
    table.finish();
    target.filter(|_| show)
}

fn groups(tables: Vec<Table>, words: &Family) -> Vec<LinkGroup> {
    let read = |mut table: Table| {
        let id = id(&mut table, words);
        let items = links(table.tables("items"), words);
        table.finish();
        Some(LinkGroup { id: id?, items })
    };
    tables.into_iter().filter_map(read).collect()
}

fn links(tables: Vec<Table>, words: &Family) -> Vec<Link> {
    let read = |mut table: Table| {
        let id = id(&mut table, words);
        let target = table.required("link");
        table.finish();
        Some(Link { id: id?, target: target? })
    };
    tables.into_iter().filter_map(read).collect()
}

fn phone(mut table: Table) -> Option<Phone> {
    let id = id(&mut table, &PHONE);
    let number: Option<Located<String>> = table.required("number");
    let dialed = number.as_ref().map(|number| dialed(&table, number));
    table.finish();
    Some(Phone { id: id?, dialed: dialed?, number: number?.value })
}

/// The address of a number. What is none is reported.
fn dialed(table: &Table, Located { value: number, place }: &Located<String>) -> String {
    phone::dialed(number).unwrap_or_else(|why| {
        let message = match why {
            NotANumber::NoDigits => format!("`{number}` is no telephone number: it has no digits"),
            NotANumber::OtherWords => format!("`{number}` cannot be dialed: it has words or several numbers in it"),
        };
        let help = "write the number: `number = \"+30 21 0123 4567\"`, or with an extension `+30 21 0123 4567 ext. 12`";
        table.report_at(Diagnostic::error(Code::InvalidValue, message).help(help), place);
        String::new()
    })
}

fn action(document: &Document, table: Option<Table>) -> Option<Url> {
    let mut table = table?;
    let written = table.required("action");
    table.finish();
    address::web_address(document, &written?)
}

/// An `id` that becomes the end of a message's id.
fn id(table: &mut Table, words: &Family) -> Option<Located<String>> {
    let written = table.required("id")?;
    ids::read(table, written, "a link or a group of links", Some(words))
}
