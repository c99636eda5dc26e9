//! What may stand in the front matter of texts.

use crate::parse::facts::ENTRY;
use crate::parse::fields::keys::VALUES;
use crate::parse::keys::{Key, Keys, Others, Type, optional, with_default};

const TEXTS: Type = Type::List(&Type::Text);

/// Texts, but for those of plain pages. What is not known by name may be a field.
pub static TEXT: Keys = Keys::of(&[
    optional("title", Type::Text, "the first heading of the text, if it is of level 1", "the title"),
    optional(
        "summary",
        Type::Text,
        "the first sentence",
        "one or two sentences, for the page, lists and search engines",
    ),
    optional("slug", Type::Text, "made from the title", "the last part of the address"),
    with_default("alternative_titles", TEXTS, "[]", "other names under which people look for the entry"),
    with_default("inflections", TEXTS, "[]", "the other forms under which texts mention the entry"),
    optional("updated", Type::Date, "none", "the day of the last change"),
    SOURCE,
    SOURCE_PARTS,
    with_default("grammar", Type::Table(&NAMED_TEXTS), "{}", "forms and facts for messages"),
    with_default("draft", Type::Flag, "false", "`true` leaves this text out of the site unless you pass `--drafts`"),
    with_default("fields", Type::Table(&VALUES), "{}", "what a language changes"),
])
.and(Others::Fields)
.but_not(&[
    (&ENTRY, "write it into `entry.toml` beside the text"),
    (&CHOICE_OF_TEMPLATE, "only pages of a collection of the kind `page` choose their template"),
]);

/// Texts of plain pages.
pub static PLAIN_PAGE: Keys = Keys::of(&[]).with(&[&TEXT, &CHOICE_OF_TEMPLATE]).and(Others::Fields);

static CHOICE_OF_TEMPLATE: Keys = Keys::of(&[optional(
    "template",
    Type::Text,
    "the one of plain pages",
    "of plain pages only: the template of the page",
)]);

/// Shared blocks.
pub(in crate::parse) static BLOCK: Keys = Keys::of(&[SOURCE, SOURCE_PARTS]);

const SOURCE: Key =
    optional("source", Type::Text, "none", "for translations: the revision of the original that they were made from");

const SOURCE_PARTS: Key =
    with_default("source_parts", Type::Table(&NAMED_TEXTS), "{}", "for translations: the hashes of its parts");

/// Texts by names that authors choose.
static NAMED_TEXTS: Keys = Keys::of(&[]).and(Others::Named(&Type::Text));
