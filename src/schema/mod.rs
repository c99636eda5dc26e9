//! JSON Schemas of the files that people write, for editors and other tools: made from the declarations that the parser reads.
//!
//! A schema accepts whatever the parser accepts; of what it refuses, the parser says more. A site adds what it declares itself.
//! Without a site, keys that may be fields of one are let through.

mod fields;
pub mod json;
mod own;
mod tables;

use clap::ValueEnum;

use crate::parse::config::keys::SITE;
use crate::parse::facts::ENTRY;
use crate::parse::text::keys::PLAIN_PAGE;
use crate::process::DOCS;
use json::Schema;
pub use own::OwnKeys;
use tables::{Language, Tables};

/// The files of which there are schemas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Described {
    /// `rolebook.toml`
    Config,
    /// `entry.toml`
    Entry,
    /// The front matter of texts
    Text,
}

impl Described {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Config, Self::Entry, Self::Text];

    /// The name of the schema in [`FOLDER`].
    fn file_name(self) -> String {
        format!("{}.json", self.name())
    }

    fn name(self) -> &'static str {
        match self {
            Self::Config => "config",
            Self::Entry => "entry",
            Self::Text => "text",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Config => "rolebook.toml",
            Self::Entry => "entry.toml of Rolebook",
            Self::Text => "Front matter of Rolebook",
        }
    }
}

/// The folder of a site in which editors find the schemas.
pub const FOLDER: &str = ".schemas";

/// The schema of a file: with what a site declares, or of all sites.
#[must_use]
pub fn of(file: Described, own: Option<&OwnKeys>) -> Schema {
    let mut schema = match file {
        Described::Config => config(own),
        Described::Entry => Tables { language: Language::Toml, own }.table(&ENTRY),
        Described::Text => text(own),
    };
    schema.draft = Some("http://json-schema.org/draft-07/schema#");
    schema.id = own.is_none().then(|| format!("{DOCS}/schemas/{}", file.file_name()));
    schema.title = Some(file.title().to_owned());
    schema.comment = Some(match own {
        None => format!("Made by Rolebook {VERSION}."),
        Some(_) => format!("Made by Rolebook {VERSION} for this site; `rolebook schema --write` makes it again."),
    });
    schema
}

/// All schemas of a site, by their names in [`FOLDER`].
#[must_use]
pub fn files(own: &OwnKeys) -> Vec<(String, String)> {
    Described::ALL.map(|file| (file.file_name(), of(file, Some(own)).text())).into()
}

const VERSION: &str = env!("CARGO_PKG_VERSION");

fn config(own: Option<&OwnKeys>) -> Schema {
    let mut schema = Tables { language: Language::Toml, own }.table(&SITE);
    let theme = schema.properties.find_mut("theme").and_then(|theme| theme.any_of.last_mut());
    if let Some((theme, own)) = theme.zip(own) {
        own.add_options(theme);
    }
    schema
}

/// Only plain pages have all keys; whether a text may have them depends on its collection.
fn text(own: Option<&OwnKeys>) -> Schema {
    let mut schema = Tables { language: Language::FrontMatter, own }.table(&PLAIN_PAGE);
    if let Some(own) = own {
        own.add_keys_of_others(&mut schema);
    }
    schema
}
