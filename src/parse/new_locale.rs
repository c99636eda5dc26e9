//! Adds a language to `rolebook.toml`. Nothing else in the file changes, not a byte.

use std::fmt;

use toml_edit::{ArrayOfTables, DocumentMut, InlineTable, Item, Table, value};

use super::accept::{with_line_ends, without_mark};
use crate::diagnostic::in_house_form;
use crate::locale::LocaleCode;

/// Why a language cannot be added to a configuration.
#[derive(Debug)]
pub enum CannotAdd {
    /// The file is not TOML.
    Syntax(String),
    /// `locales` is something else than tables.
    NoTables,
}

impl fmt::Display for CannotAdd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(problem) => f.write_str(problem),
            Self::NoTables => f.write_str("`locales` is not a list of tables"),
        }
    }
}

impl std::error::Error for CannotAdd {}

/// The configuration with a locale behind those that it has.
///
/// # Errors
///
/// If it cannot be read.
pub fn with_locale(config: &str, code: &LocaleCode, name: &str) -> Result<String, CannotAdd> {
    let (mark, before) = without_mark(config);
    let is_open = !before.is_empty() && !before.ends_with('\n');
    let before = &format!("{before}{}", if is_open { "\n" } else { "" });
    let parsed = before.parse::<DocumentMut>();
    let mut document = parsed.map_err(|error| CannotAdd::Syntax(in_house_form(error.message())))?;
    let locales = document.entry("locales").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    match locales {
        Item::ArrayOfTables(tables) => {
            let mut table = Table::new();
            table.insert("code", value(code.to_string()));
            table.insert("name", value(name));
            table.decor_mut().set_prefix("\n");
            tables.push(table);
        }
        Item::Value(toml_edit::Value::Array(array)) => {
            let mut table = InlineTable::new();
            table.insert("code", code.to_string().into());
            table.insert("name", name.into());
            array.push(table);
        }
        _ => return Err(CannotAdd::NoTables),
    }
    Ok(format!("{mark}{}", with_line_ends(&document.to_string(), before)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEW: &str = "\n[[locales]]\ncode = \"nl\"\nname = \"Nederlands\"\n";

    fn added(config: &str) -> String {
        with_locale(config, &"nl".parse().unwrap(), "Nederlands").unwrap()
    }

    #[test]
    fn nothing_but_the_table_is_new() {
        let before = "# ours\nbase_url   = 'x' # y\n\n[[locales]]\ncode = \"en\"   # the first\nname = \"English\"\n";
        let behind = "\n# roles\n[[collections]]\nid = \"a\"\n";
        assert_eq!(added(&format!("{before}{behind}")), format!("{before}{NEW}{behind}"));
        assert_eq!(added(before), format!("{before}{NEW}"));
        let marked = format!("\u{feff}{before}{behind}");
        assert_eq!(added(&marked), format!("\u{feff}{before}{NEW}{behind}"));
        let windows = |text: &str| text.replace('\n', "\r\n");
        assert_eq!(added(&windows(&format!("{before}{behind}"))), windows(&format!("{before}{NEW}{behind}")));
    }

    #[test]
    fn a_file_may_end_anywhere_and_write_tables_otherwise() {
        assert_eq!(added("[[locales]]\ncode = \"en\""), format!("[[locales]]\ncode = \"en\"\n{NEW}"));
        assert_eq!(
            added("locales = [{ code = \"en\" }]\n"),
            "locales = [{ code = \"en\" }, { code = \"nl\", name = \"Nederlands\" }]\n"
        );
        assert_eq!(
            with_locale("locales = 1", &"nl".parse().unwrap(), "x").unwrap_err().to_string(),
            "`locales` is not a list of tables"
        );
        assert!(with_locale("[", &"nl".parse().unwrap(), "x").is_err());
    }
}
