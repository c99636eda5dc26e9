//! `theme.toml` of a theme: what a site may set in `[theme]` of its configuration.

use std::collections::BTreeMap;

use super::document::Document;
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

/// Reads a `theme.toml`.
pub(super) fn parse(document: &Document) -> Declarations {
    let mut table = Table::parse(document, 0..document.text.len());
    let options = table.table("options").map(|mut options| options.rest_tables()).unwrap_or_default();
    table.finish();
    options.into_iter().filter_map(|(name, table)| Some((name.value, declaration(table)?))).collect()
}

fn declaration(mut table: Table) -> Option<Declaration> {
    let kind: Option<Located<String>> = table.required("type");
    let choices: Vec<String> = table.or_default("choices");
    let text = |value: Option<Located<String>>| value.map(|value| value.value);
    let (property, default) = (text(table.take("property")), text(table.take("default")));
    let readable_on = text(table.take("readable_on"));
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
