//! `theme.toml` of a theme: what a site may set in `[theme]` of its configuration.

use std::collections::BTreeMap;

use super::document::Document;
use super::keys::{Keys, Others, Type, optional, required, with_default};
use super::table::Table;
use crate::diagnostic::{Code, Diagnostic};
use crate::place::Located;

/// The options of a theme, by name.
pub type Declarations = BTreeMap<String, Declaration>;

/// An option of a theme.
#[derive(Clone, Debug)]
pub struct Declaration {
    /// What its values are.
    pub kind: OptionKind,
    /// Of colors, fonts and lengths: the custom property of CSS that it sets, such as `--brand`.
    pub property: Option<String>,
    /// Its value where a site does not set it.
    pub default: Option<String>,
    /// Of a color for text: the option that has the color behind it.
    pub readable_on: Option<String>,
}

/// What the values of an option are. All are written as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OptionKind {
    /// `#0f5257` or `#fff`.
    Color,
    /// Families of fonts, as in CSS.
    Fonts,
    /// A length of CSS: `0.5rem`.
    Length,
    /// A file of the site: `/logo.svg`.
    File,
    /// One of these.
    Choice(Vec<String>),
    /// Any text.
    Text,
}

/// What may stand in a `theme.toml`.
static THEME: Keys = Keys::of(&[with_default("options", Type::Table(&OPTIONS), "{}", "what sites may set, by name")]);

static OPTIONS: Keys = Keys::of(&[]).and(Others::Named(&Type::Table(&OPTION)));

static OPTION: Keys = Keys::of(&[
    required("type", Type::Text, "what its values are"),
    with_default("choices", Type::List(&Type::Text), "[]", "what can be chosen"),
    optional("property", Type::Text, "none", "the custom property of CSS that it sets"),
    optional("default", Type::Text, "none", "its value where a site does not set it"),
    optional("readable_on", Type::Text, "none", "the option that has the color behind it"),
]);

/// Reads a `theme.toml`.
pub(super) fn parse(document: &Document) -> Declarations {
    let mut table = Table::parse(document, 0..document.text.len(), &THEME);
    let options = table.section("options").rest_tables();
    table.finish();
    options.into_iter().filter_map(|(name, table)| Some((name.value, declaration(table)?))).collect()
}

fn declaration(mut table: Table) -> Option<Declaration> {
    let kind: Option<Located<String>> = table.required("type");
    let choices: Vec<String> = table.or_default("choices");
    let (property, default, readable_on) =
        (table.value("property"), table.value("default"), table.value("readable_on"));
    let kind = kind.and_then(|kind| {
        let known = OptionKind::read(&kind.value, choices);
        if known.is_none() {
            let message = format!("`{}` is not a type of options", kind.value);
            let help = "write `color`, `fonts`, `length`, `file`, `choice` or `text`";
            table.report_at(Diagnostic::error(Code::InvalidValue, message).help(help), &kind.place);
        }
        known
    });
    table.finish();
    Some(Declaration { kind: kind?, property, default, readable_on })
}

impl OptionKind {
    fn read(name: &str, choices: Vec<String>) -> Option<Self> {
        Some(match name {
            "color" => Self::Color,
            "fonts" => Self::Fonts,
            "length" => Self::Length,
            "file" => Self::File,
            "choice" => Self::Choice(choices),
            "text" => Self::Text,
            _ => return None,
        })
    }
}
