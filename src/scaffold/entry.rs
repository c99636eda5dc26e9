//! A new entry of a collection: its facts, and a text to fill in for each language.

use toml_edit::Value;

use super::files::{self, Values};
use crate::id::{EntryId, SectionKey, capitalized};
use crate::locale::LocaleCode;
use crate::parse::config::Kind;
use crate::process::DOCS;
use crate::resolve::collections::Collection;
use crate::write::NewFiles;

/// What is to be known of a new entry.
pub struct NewEntry<'s> {
    /// Its collection.
    pub collection: &'s Collection,
    /// What it is called in files.
    pub id: EntryId,
    /// What readers see, in whatever language.
    pub title: String,
    /// The category to which it belongs, if it is known.
    pub category: Option<String>,
    /// The categories from which one could be chosen.
    pub categories: Vec<String>,
    /// The locales in which it gets a text.
    pub locales: Vec<LocaleCode>,
}

impl NewEntry<'_> {
    /// Its files, by their names in its folder.
    #[must_use]
    pub fn files(&self) -> NewFiles {
        let kind = self.collection.kind.as_str();
        let values = self.values();
        let facts = files::filled(&files::text(&format!("entry/{kind}.toml")), &values) + &self.fields();
        let text = files::filled(&files::text(&format!("entry/{kind}.md")), &values);
        let texts = self.locales.iter().map(|locale| (format!("{locale}.md"), text.clone()));
        let all = texts.chain([("entry.toml".to_owned(), facts)]);
        all.map(|(name, text)| (name, text.into_bytes())).collect()
    }

    fn values(&self) -> Box<Values<'static>> {
        Box::new([
            ("docs", DOCS.to_owned()),
            ("entry", self.id.to_string()),
            ("category", self.category()),
            ("sections", self.sections()),
            ("title", Value::from(self.title.as_str()).to_string()),
        ])
    }

    /// The line of the category, as a comment if it is not known.
    fn category(&self) -> String {
        let quoted = |id: &str| format!("category = {}", Value::from(id));
        match (&self.category, self.categories.as_slice()) {
            (Some(id), _) => quoted(id),
            (None, []) => "# category = \"…\" # an entry of a collection of kind `category`".to_owned(),
            (None, all) => format!("# {} # one of {}", quoted(&all[0]), all.join(", ")),
        }
    }

    /// The fields that the collection declares, as comments with an example each.
    fn fields(&self) -> String {
        let examples: Vec<_> = self.collection.fields.iter().map(|field| format!("# {}\n", field.example())).collect();
        if examples.is_empty() { String::new() } else { format!("\n# [fields]\n{}", examples.concat()) }
    }

    /// The sections that a role must have; a text may have none of its own.
    fn sections(&self) -> String {
        let keys = &self.collection.required_sections;
        if self.collection.kind != Kind::Role || keys.is_empty() {
            return "\n…".to_owned();
        }
        let sections: Vec<_> = keys.iter().map(|key| section(&key.value)).collect();
        sections.join("\n")
    }
}

/// A section with what belongs into it.
fn section(key: &SectionKey) -> String {
    let (hint, start) = match key.as_str() {
        "brief" => {
            ("What the company does, why it needs this role, and with whom one works: two or three paragraphs.", "…")
        }
        "responsibilities" => ("What one does, most important first: five to ten lines.", "- …"),
        "requirements" => ("What one must know or be able to do. Leave out what nobody would miss.", "- …"),
        "benefits" => ("What the employer offers: pay, hours, place, development.", "- …"),
        _ => ("Write here what belongs under this heading.", "…"),
    };
    format!("\n## {key}\n\n<!-- {hint} -->\n\n{start}")
}

/// A title made of an id: `office-manager` is "Office manager".
#[must_use]
pub fn title_of(id: &str) -> String {
    capitalized(&id.replace('-', " "))
}
