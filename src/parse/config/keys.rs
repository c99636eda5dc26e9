//! What may stand in `rolebook.toml`.

use super::{Kind, MissingTranslation, StructuredData};
use crate::diagnostic::Severity;
use crate::parse::chrome::keys::CHROME;
use crate::parse::fields::keys::FIELD;
use crate::parse::keys::{Key, Keys, Others, Type, optional, required, with_default, words_of};
use crate::slug::SlugStyle;

const IDS: Type = Type::List(&Type::Id);
const TEXTS: Type = Type::List(&Type::Text);

/// The whole file.
pub static SITE: Keys = Keys::of(&[
    required("base_url", Type::WebAddress, "where the site is served"),
    optional(
        "name",
        Type::Text,
        "the message `-brand`, else the host of `base_url`",
        "what the site is called in all languages",
    ),
    required("default_locale", Type::Code, "the code of the locale of the originals"),
    with_default("theme", Type::TextOrTable(&THEME), "\"atlas\"", "a folder of `themes/`"),
    with_default("slugs", Type::OneOf(words_of::<SlugStyle>), "\"ascii\"", "the letters of addresses"),
    required("locales", Type::Tables(&LOCALE), "one table for each language"),
    with_default("collections", Type::Tables(&COLLECTION), "[]", "one table for each folder of `content/`"),
    with_default("related", Type::Table(&RELATED), "{}", "how related entries are chosen and grouped"),
    with_default("automatic_links", Type::Table(&AUTOMATIC_LINKS), "{}", "which mentions in texts become links"),
    with_default("index", Type::Table(&INDEX), "{}", "the page of all titles from A to Z"),
    with_default("missing_translation", Type::Table(&MISSING_TRANSLATION), "{}", "entries without a text in a locale"),
    with_default("search", Type::Table(&SEARCH), "{}", "the search page"),
    optional("social_images", Type::Table(&SOCIAL_IMAGES), "no pictures", "pictures for social networks"),
    with_default("downloads", Type::Table(&DOWNLOADS), "{}", "what readers can download"),
    with_default("stale_translation", Type::Table(&STALE_TRANSLATION), "{}", "translations older than their originals"),
    with_default("check", Type::Table(&CHECK), "{}", "what checks are told"),
])
.with(&[&CHROME]);

/// `[theme]`. Its other keys are options that the theme declares.
static THEME: Keys = Keys::of(&[with_default("name", Type::Text, "\"atlas\"", "a folder of `themes/`")])
    .with(&[&CHROME])
    .and(Others::Named(&Type::Text));

static LOCALE: Keys = Keys::of(&[
    required("code", Type::Code, "a BCP 47 code"),
    required("name", Type::Text, "what its own speakers call the language"),
    optional("region", Type::Text, "the likely region of the code", "the region for whose readers the site is made"),
    with_default(
        "fallback",
        Type::List(&Type::Code),
        "[]",
        "where messages (and, by policy, texts) are taken from when this locale has none",
    ),
]);

static COLLECTION: Keys = Keys::of(&[
    required("id", Type::Id, "the folder of `content/`"),
    required("kind", Type::OneOf(words_of::<Kind>), "what its entries are"),
    with_default(
        "structured_data",
        Type::OneOf(words_of::<StructuredData>),
        "\"article\"",
        "what search engines are told that articles are",
    ),
    optional(
        "required_sections",
        IDS,
        "`[\"brief\", \"responsibilities\", \"requirements\"]` for roles",
        "the keys of the sections that each role must have",
    ),
    with_default("fields", Type::Tables(&FIELD), "[]", "the facts that its entries have"),
    with_default("keys", Type::Table(&RENAMED), "{}", "what another tool calls keys of front matter"),
    with_default("ignore_keys", TEXTS, "[]", "keys of front matter that another tool reads"),
]);

/// `[collections.keys]`: the keys of front matter that another tool may call otherwise.
pub(super) static RENAMED: Keys = Keys::of(&[
    renamed("title"),
    renamed("summary"),
    renamed("slug"),
    renamed("alternative_titles"),
    renamed("inflections"),
    renamed("updated"),
    renamed("draft"),
]);

const fn renamed(name: &'static str) -> Key {
    optional(name, Type::OneOrMore(&Type::Text), "its own name", "what another tool calls this key, best first")
}

static RELATED: Keys = Keys::of(&[
    with_default("limit", Type::Whole, "5", "the most entries in a group"),
    with_default(
        "threshold",
        Type::Share,
        "0",
        "how related entries must be to fill up a group after those that are picked by hand",
    ),
    with_default("groups", Type::Tables(&GROUP), "[]", "the groups of related entries below a text"),
]);

static GROUP: Keys = Keys::of(&[
    required("id", Type::Id, "the heading is the message `related-<id>`"),
    with_default("collections", IDS, "[]", "the collections that fill the group"),
]);

static AUTOMATIC_LINKS: Keys = Keys::of(&[
    with_default("collections", IDS, "[]", "the collections whose entries are linked"),
    with_default("skills", Type::Flag, "false", "whether the names of skills lead to their pages"),
    with_default("limit", Type::Whole, "5", "the most such links on a page"),
]);

static INDEX: Keys =
    Keys::of(&[optional("collections", IDS, "all of kind `role`", "the collections whose titles are listed")]);

static MISSING_TRANSLATION: Keys = Keys::of(&[with_default(
    "policy",
    Type::OneOf(words_of::<MissingTranslation>),
    "\"skip\"",
    "what happens to an entry that has no text in a locale",
)]);

static SEARCH: Keys = Keys::of(&[with_default("show", Type::Flag, "true", "whether readers can search")]);

static SOCIAL_IMAGES: Keys = Keys::of(&[with_default(
    "show",
    Type::Flag,
    "true",
    "whether home pages, listings and entries have a picture of 1200 by 630 for social networks",
)]);

static DOWNLOADS: Keys = Keys::of(&[with_default(
    "docx",
    Type::Flag,
    "true",
    "whether each role is also published as a document for Word and LibreOffice",
)]);

static STALE_TRANSLATION: Keys = Keys::of(&[with_default(
    "notice",
    Type::Flag,
    "false",
    "whether the page of a translation that is older than its original says so",
)]);

static CHECK: Keys = Keys::of(&[
    with_default(
        "used_messages",
        TEXTS,
        "[]",
        "messages that are used although neither a template nor the program asks for them",
    ),
    with_default(
        "same_as_original",
        Type::Flag,
        "false",
        "whether translations that say the same as their originals are reported",
    ),
    with_default("same_as_original_allowed", TEXTS, "[]", "messages that may say the same"),
    with_default(
        "broken_links",
        Type::OneOf(words_of::<Severity>),
        "\"error\"",
        "how much links matter that lead nowhere",
    ),
]);
