//! What may stand in the tables that are about what stands around the content of each page.

use crate::parse::keys::{Key, Keys, Type, optional, required, with_default};

/// The keys that the configuration and its table `[theme]` have for this.
pub static CHROME: Keys = Keys::of(&[
    optional("announcement", Type::Table(&ANNOUNCEMENT), "none", "the line above everything"),
    with_default("navigation", Type::Tables(&MENU), "[]", "the menus of the header"),
    with_default("actions", Type::Tables(&ACTION), "[]", "buttons in the header"),
    optional("post_job", Type::Table(&POST_JOB), "no form", "the forms of role pages that start a job posting"),
    optional("newsletter", Type::Table(&NEWSLETTER), "no form", "the newsletter form above the footer"),
    with_default("footer", Type::Table(&FOOTER), "{}", "columns, telephones, social profiles and legal links"),
]);

static ANNOUNCEMENT: Keys = Keys::of(&[with_default("show", Type::Flag, "true", "whether it is shown"), link()]);

static MENU: Keys = Keys::of(&[
    required("id", Type::Id, "the title of the menu is the message `navigation-<id>`"),
    with_default(
        "items",
        Type::Tables(&MENU_ITEM),
        "[]",
        "the words of a link are the message `navigation-<id of the item>`",
    ),
]);

static MENU_ITEM: Keys = Keys::of(&[required("id", Type::Id, "the words are the message `navigation-<id>`"), link()]);

static ACTION: Keys = Keys::of(&[required("id", Type::Id, "the words are the message `action-<id>`"), link()]);

static POST_JOB: Keys = Keys::of(&[required("action", Type::WebAddress, "where the forms lead")]);

static NEWSLETTER: Keys = Keys::of(&[required("action", Type::WebAddress, "where the form is sent")]);

static FOOTER: Keys = Keys::of(&[
    with_default("columns", Type::Tables(&COLUMN), "[]", "columns of links under a heading"),
    with_default("phones", Type::Tables(&PHONE), "[]", "telephone lines"),
    with_default("social", Type::Tables(&SOCIAL), "[]", "links to social profiles"),
    with_default("legal", Type::Tables(&LEGAL), "[]", "the links of the last line"),
]);

static COLUMN: Keys = Keys::of(&[
    required("id", Type::Id, "the heading is the message `footer-<id>`"),
    with_default(
        "items",
        Type::Tables(&COLUMN_ITEM),
        "[]",
        "the words of a link are the message `footer-<id of the item>`",
    ),
]);

static COLUMN_ITEM: Keys = Keys::of(&[required("id", Type::Id, "the words are the message `footer-<id>`"), link()]);

static PHONE: Keys = Keys::of(&[
    required("id", Type::Id, "the words are the message `phone-<id>`"),
    required("number", Type::Text, "the number as people write it"),
]);

static SOCIAL: Keys = Keys::of(&[required("id", Type::Id, "the words are the message `social-<id>`"), link()]);

static LEGAL: Keys = Keys::of(&[required("id", Type::Id, "the words are the message `legal-<id>`"), link()]);

const fn link() -> Key {
    required("link", Type::Link, "where it leads")
}
