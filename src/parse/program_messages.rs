//! What the program itself asks for, whatever the theme: the table of all such messages.
//!
//! Checks, addresses, rendering and `docs/messages.md` are made from it; a test holds the documentation to it.

use super::message_id::{MessageId, MessageRef};
use crate::diagnostic::Code;

/// What the variables begin with that hand a text's grammar to messages.
pub const GRAMMAR: &str = "role_";

/// A message, or a family of messages whose ids begin alike, that the program asks for.
#[derive(Debug)]
pub struct ProgramMessage {
    /// The name of the message, or what the names of a family begin with.
    pub name: &'static str,
    /// What follows in the names of a family.
    pub member: Option<&'static str>,
    /// The attribute that is asked for, if it is not the value.
    pub attribute: Option<&'static str>,
    /// What it is for, as the documentation says it.
    pub purpose: &'static str,
    /// Who asks for it.
    pub asker: Asker,
    /// What it is handed.
    pub arguments: Arguments,
    /// What serves if there is none.
    pub otherwise: Otherwise,
}

/// What a message is handed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arguments {
    /// Nothing.
    Nothing,
    /// What every message on the page of a role is handed.
    Role,
    /// `$skill` and `$count`.
    Skill,
    /// `$count` and `$collection`.
    Group,
    /// `$value`, `$field`, `$collection` and `$count`.
    Facet,
    /// `$title` and `$distinction`.
    SameTitle,
    /// `$from` and `$to`.
    Range,
    /// `$amount`.
    Amount,
    /// `$amount` and `$count`.
    Payments,
}

/// Who asks for a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Asker {
    /// Every site.
    Site,
    /// The page of results.
    Search,
    /// The index from A to Z.
    Index,
    /// The list of skills, and the pages of skills for their addresses.
    Skills,
    /// The page of a skill.
    SkillPage,
    /// A role, for each of its skills.
    Role,
    /// A collection.
    Collection,
    /// A section of a role.
    Section,
    /// A field of an entry, or by which readers narrow lists.
    Field,
    /// What is chosen in a field, or can be.
    Choice,
    /// The page of the entries with a choice.
    Facet,
    /// Entries with the same title.
    SameTitle,
    /// A field with a range.
    Range,
    /// A sum of money for a time.
    Period,
    /// A sum of money that is paid in parts.
    Payments,
    /// A placeholder in a text.
    Placeholder,
    /// A group of related entries.
    RelatedGroup,
    /// The announcement.
    Announcement,
    /// A menu or a link of the header.
    Navigation,
    /// A link of the header.
    NavigationLink,
    /// A button of the header.
    Action,
    /// A column or a link of the footer.
    Footer,
    /// A link of the footer.
    FooterLink,
    /// A telephone line.
    Phone,
    /// A social profile.
    Social,
    /// A link of the legal line.
    Legal,
}

/// What serves if there is no message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Otherwise {
    /// Nothing: this is an error.
    Error(Code),
    /// What follows in the name of the family, with a warning.
    Warning(Code),
    /// What follows in the name of the family; the name of a single message.
    Id,
    /// A plain form that the program makes itself.
    Plain,
    /// The value of the message whose attribute is asked for.
    Value,
    /// This text.
    Text(&'static str),
    /// Another message.
    Other(&'static Single),
    /// Nothing is shown.
    Nothing,
}

/// A single message that the program asks for.
#[derive(Debug)]
pub struct Single(ProgramMessage);

/// Messages that the program asks for and whose names begin alike.
#[derive(Debug)]
pub struct Family(ProgramMessage);

impl PartialEq for Single {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}

impl Eq for Single {}

impl Single {
    /// The id.
    #[must_use]
    pub fn id(&self) -> MessageRef<'static> {
        MessageRef { attribute: self.0.attribute, ..MessageRef::message(self.0.name) }
    }
}

impl Family {
    /// The id of a member.
    #[must_use]
    pub fn id(&self, member: impl AsRef<str>) -> MessageId {
        self.id_of(member.as_ref())
    }
}

impl std::ops::Deref for Single {
    type Target = ProgramMessage;

    fn deref(&self) -> &ProgramMessage {
        &self.0
    }
}

impl std::ops::Deref for Family {
    type Target = ProgramMessage;

    fn deref(&self) -> &ProgramMessage {
        &self.0
    }
}

impl ProgramMessage {
    /// The id: of a family that of a member.
    #[must_use]
    pub fn id_of(&self, member: &str) -> MessageId {
        let member = if self.member.is_some() { member } else { "" };
        let mut name = String::with_capacity(self.name.len() + member.len());
        name.push_str(self.name);
        name.push_str(member);
        let id = MessageId::message(name);
        match self.attribute {
            Some(attribute) => id.with_attribute(attribute),
            None => id,
        }
    }

    /// Whether its text becomes a part of addresses.
    #[must_use]
    pub fn is_slug(&self) -> bool {
        self.attribute == Some("slug")
    }

    /// Whether an id is this one, or one of this family.
    #[must_use]
    pub fn covers<'i>(&self, id: impl Into<MessageRef<'i>>) -> bool {
        let id = id.into();
        let is_named = match self.member {
            Some(_) => id.name.strip_prefix(self.name).is_some_and(|member| !member.is_empty()),
            None => id.name == self.name,
        };
        is_named && !id.is_term && id.attribute == self.attribute
    }
}

/// Whether the text of an id becomes a part of addresses.
#[must_use]
pub fn is_slug(id: &MessageId) -> bool {
    ALL.iter().any(|of| of.is_slug() && of.covers(id))
}

macro_rules! table {
    ($($(#[doc = $purpose:literal])* $type:ident $constant:ident = $name:literal $(<$member:literal>)? $(.$attribute:literal)?,
       $asker:ident, $arguments:ident, $otherwise:expr;)*) => {
        $(
            $(#[doc = $purpose])*
            pub static $constant: $type = $type(ProgramMessage {
                name: $name,
                member: table!(@option $($member)?),
                attribute: table!(@option $($attribute)?),
                purpose: concat!($($purpose),*),
                asker: Asker::$asker,
                arguments: Arguments::$arguments,
                otherwise: $otherwise,
            });
        )*

        /// All of them, in the order of the documentation.
        pub static ALL: &[&ProgramMessage] = &[$(&$constant.0),*];
    };
    (@option) => { None };
    (@option $value:literal) => { Some($value) };
}

const MISSING: Otherwise = Otherwise::Error(Code::MissingMessage);

table! {
    /// The title of home pages; the name of feeds.
    Single SITE_NAME = "site-name", Site, Nothing, MISSING;
    /// The summary of home pages and feeds.
    Single HOME_SUMMARY = "home-summary", Site, Nothing, MISSING;
    /// The first step of breadcrumbs.
    Single BREADCRUMB_HOME = "breadcrumb-home", Site, Nothing, MISSING;
    /// The title of the page at the root.
    Single LANGUAGES_TITLE = "languages-title", Site, Nothing, MISSING;
    /// The summary of the page at the root.
    Single LANGUAGES_SUMMARY = "languages-summary", Site, Nothing, MISSING;
    /// The title of pages for unknown addresses.
    Single NOT_FOUND_TITLE = "not-found-title", Site, Nothing, MISSING;
    /// The summary of pages for unknown addresses.
    Single NOT_FOUND_SUMMARY = "not-found-summary", Site, Nothing, MISSING;
    /// The title of the page of results.
    Single SEARCH_TITLE = "search-title", Search, Nothing, MISSING;
    /// The part of addresses of the page of results.
    Single SEARCH_SLUG = "search-title"."slug", Search, Nothing, Otherwise::Text("search");
    /// The summary of the page of results.
    Single SEARCH_SUMMARY = "search-summary", Search, Nothing, MISSING;
    /// The title of the index from A to Z.
    Single INDEX_TITLE = "index-title", Index, Nothing, MISSING;
    /// The part of addresses of the index.
    Single INDEX_SLUG = "index-title"."slug", Index, Nothing, Otherwise::Text("a-z");
    /// The summary of the index.
    Single INDEX_SUMMARY = "index-summary", Index, Nothing, MISSING;
    /// The title of the list of skills.
    Single SKILLS_TITLE = "skills-title", Skills, Nothing, MISSING;
    /// The part of addresses of skills.
    Single SKILLS_SLUG = "skills-title"."slug", Skills, Nothing, Otherwise::Text("skills");
    /// The summary of the list of skills.
    Single SKILLS_SUMMARY = "skills-summary", Skills, Nothing, MISSING;
    /// The title of the page of a skill.
    Single SKILLS_HEADING = "skills-heading", SkillPage, Skill, MISSING;
    /// The summary of the page of a skill.
    Single SKILLS_ROLES = "skills-roles", SkillPage, Skill, MISSING;
    /// The title of a collection.
    Family COLLECTION = "collection-"<"id">, Collection, Nothing, Otherwise::Warning(Code::MissingMessage);
    /// The part of addresses of a collection.
    Family COLLECTION_SLUG = "collection-"<"id">."slug", Collection, Nothing, Otherwise::Id;
    /// What one entry of a collection is called.
    Family COLLECTION_SINGULAR = "collection-"<"id">."singular", Collection, Nothing, Otherwise::Value;
    /// One line about a collection.
    Family COLLECTION_DESCRIPTION = "collection-"<"id">."description", Collection, Nothing, Otherwise::Nothing;
    /// The heading of a section of a role.
    Family SECTION = "section-"<"key">, Section, Role, Otherwise::Error(Code::UnknownSection);
    /// Other words for a section in texts, on lines of their own or with commas between.
    Family SECTION_ALSO = "section-"<"key">."also", Section, Nothing, Otherwise::Nothing;
    /// The name of a skill.
    Family SKILL = "skill-"<"id">, Role, Nothing, MISSING;
    /// The name of a field.
    Family FIELD = "field-"<"id">, Field, Nothing, MISSING;
    /// The part of addresses of a field by which readers narrow lists.
    Family FIELD_SLUG = "field-"<"id">."slug", Field, Nothing, Otherwise::Id;
    /// What can be chosen in a field.
    Family CHOICE = "field-"<"id>-<value">, Choice, Nothing, MISSING;
    /// The part of addresses of what can be chosen.
    Family CHOICE_SLUG = "field-"<"id>-<value">."slug", Choice, Nothing, Otherwise::Plain;
    /// The title of a page that lists the entries with a choice.
    Single FACET_TITLE = "facet-title", Facet, Facet, Otherwise::Plain;
    /// The summary of such a page.
    Single FACET_SUMMARY = "facet-summary", Facet, Facet, Otherwise::Nothing;
    /// In lists, a title that several entries have, with what tells them apart.
    Single SAME_TITLE = "same-title", SameTitle, SameTitle, Otherwise::Plain;
    /// A range of numbers, days or sums.
    Single RANGE = "range", Range, Range, Otherwise::Plain;
    /// A range that is open at its end.
    Single RANGE_FROM = "range-from", Range, Range, Otherwise::Plain;
    /// A range that is open at its beginning.
    Single RANGE_TO = "range-to", Range, Range, Otherwise::Plain;
    /// A sum of money for a time: an hour, a day, a week, a month or a year.
    Family PER = "per-"<"unit">, Period, Amount, Otherwise::Plain;
    /// A sum that is paid in parts.
    Single PAYMENTS = "payments", Payments, Payments, Otherwise::Plain;
    /// What stands for a placeholder.
    Family PLACEHOLDER = "placeholder-"<"name">, Placeholder, Nothing, MISSING;
    /// The heading of a group of related entries.
    Family RELATED = "related-"<"group">, RelatedGroup, Group, Otherwise::Other(&RELATED_HEADING);
    /// The heading of groups without one of their own.
    Single RELATED_HEADING = "related-heading", RelatedGroup, Group, Otherwise::Id;
    /// The line above everything.
    Single ANNOUNCEMENT = "announcement", Announcement, Nothing, MISSING;
    /// The words of the link of that line.
    Single ANNOUNCEMENT_LINK = "announcement"."link", Announcement, Nothing, MISSING;
    /// The menu that is made without `[[navigation]]`.
    Single HOME_COLLECTIONS = "home-collections", Site, Nothing, Otherwise::Id;
    /// Menus and their links.
    Family NAVIGATION = "navigation-"<"id">, Navigation, Nothing, MISSING;
    /// One line about a link of a menu.
    Family NAVIGATION_DESCRIPTION = "navigation-"<"id">."description", NavigationLink, Nothing, Otherwise::Nothing;
    /// Buttons in the header.
    Family ACTION = "action-"<"id">, Action, Nothing, MISSING;
    /// One line about a button.
    Family ACTION_DESCRIPTION = "action-"<"id">."description", Action, Nothing, Otherwise::Nothing;
    /// Columns of the footer and their links.
    Family FOOTER = "footer-"<"id">, Footer, Nothing, MISSING;
    /// One line about a link of the footer.
    Family FOOTER_DESCRIPTION = "footer-"<"id">."description", FooterLink, Nothing, Otherwise::Nothing;
    /// Telephone lines.
    Family PHONE = "phone-"<"id">, Phone, Nothing, MISSING;
    /// Social profiles.
    Family SOCIAL = "social-"<"id">, Social, Nothing, MISSING;
    /// One line about a social profile.
    Family SOCIAL_DESCRIPTION = "social-"<"id">."description", Social, Nothing, Otherwise::Nothing;
    /// The links of the legal line.
    Family LEGAL = "legal-"<"id">, Legal, Nothing, MISSING;
    /// One line about a link of the legal line.
    Family LEGAL_DESCRIPTION = "legal-"<"id">."description", Legal, Nothing, Otherwise::Nothing;
}
