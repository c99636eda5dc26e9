//! `entry.toml`: what is true of an entry in every language.

use super::document::Document;
use super::fields::keys::VALUES;
use super::fields::{self, Field, FieldValues};
use super::keys::{Keys, Others, Type, optional, with_default};
use super::table::Table;
use super::{address, ids, program_messages};
use crate::id::{CollectionId, EntryName, SkillId};
use crate::place::Located;

/// What is true of an entry in every language.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The entry of the collection of categories under which it is sorted.
    pub category: Option<Located<EntryName>>,
    /// The entry of the same collection of which it is a variant.
    pub variant_of: Option<Located<EntryName>>,
    /// The skills that a role asks for.
    pub skills: Vec<Located<SkillId>>,
    /// The code in the International Standard Classification of Occupations, ISCO-08.
    pub isco: Option<String>,
    /// The code in O*NET-SOC.
    pub onet: Option<String>,
    /// The address in ESCO, the European classification.
    pub esco: Option<String>,
    /// Whether it is left out unless drafts are asked for.
    pub draft: bool,
    /// What it says in the fields of its collection.
    pub fields: FieldValues,
    /// Related entries picked by hand, best first, by their collection.
    pub related: Vec<(Located<CollectionId>, Vec<Located<EntryName>>)>,
    /// Entries never to be shown as related: `entry` or `collection/entry`.
    pub exclude: Vec<Located<String>>,
}

/// What may stand in an `entry.toml`. What is not known by name may be a field.
pub static ENTRY: Keys = Keys::of(&[
    optional("category", Type::Id, "none", "an entry of a collection of kind `category`"),
    optional("variant_of", Type::Id, "none", "the entry of the same collection of which this is a variant"),
    with_default("skills", Type::List(&Type::Id), "[]", "ids of skills, shown on role pages in this order"),
    optional("isco", Type::Text, "none", "the code in the classification ISCO-08"),
    optional("onet", Type::Text, "none", "the code in the classification O*NET-SOC"),
    optional("esco", Type::WebAddress, "none", "the address in the classification ESCO"),
    with_default("draft", Type::Flag, "false", "`true` leaves the entry out of the site unless you pass `--drafts`"),
    with_default("fields", Type::Table(&VALUES), "{}", "what is true of the entry in every language"),
    with_default("related", Type::Table(&PICKED), "{}", "related entries picked by hand, by their collection"),
])
.and(Others::Fields);

static PICKED: Keys = Keys::of(&[with_default("exclude", NAMES, "[]", "entries never to be shown as related")])
    .and(Others::Named(&NAMES));

const NAMES: Type = Type::List(&Type::Text);

/// Reads an `entry.toml`.
pub(super) fn parse(document: &Document, fields: &[Field]) -> Facts {
    let mut table = Table::parse(document, 0..document.text.len(), &ENTRY);
    let written: Option<Located<String>> = table.take("category");
    let category = written.and_then(|id| ids::read(&table, id, "a category", None));
    let written: Option<Located<String>> = table.take("variant_of");
    let variant_of = written.and_then(|id| ids::read(&table, id, "an entry", None));
    let skills = table.list("skills").into_iter();
    let skills = skills.filter_map(|id| ids::read(&table, id, "a skill", Some(&program_messages::SKILL)));
    let skills = skills.collect();
    let mut facts = Facts {
        category,
        variant_of,
        skills,
        isco: table.value("isco"),
        onet: table.value("onet"),
        esco: table.take("esco").and_then(|esco| address::web_address(document, &esco).map(|_| esco.value)),
        draft: table.or_default("draft"),
        ..Facts::default()
    };
    facts.fields = fields::read(document, &mut table, fields);
    if let Some(mut related) = table.table("related") {
        facts.exclude = related.list("exclude");
        facts.related = related
            .rest::<Vec<toml::Spanned<EntryName>>>()
            .into_iter()
            .map(|(key, names)| {
                let collection = Located { value: CollectionId::from(key.value.as_str()), place: key.place };
                (collection, related.without_repetition(names))
            })
            .collect();
    }
    table.finish();
    facts
}
