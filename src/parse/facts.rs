//! `entry.toml`: what is true of an entry in every language.

use super::document::Document;
use super::fields::{self, Field, FieldValues};
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

/// Reads an `entry.toml`.
pub(super) fn parse(document: &Document, fields: &[Field]) -> Facts {
    let mut table = Table::parse(document, 0..document.text.len());
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
        isco: table.or_default("isco"),
        onet: table.or_default("onet"),
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
