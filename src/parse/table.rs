//! TOML tables, read key by key with serde, so that every mistake in a file is found in one go.
//!
//! Plain serde stops at the first value of a wrong type and does not know places. Here each key is deserialized for
//! itself; what nobody asked for is an unknown key.

use std::ops::Range;

use serde::de::{DeserializeOwned, IntoDeserializer};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::document::Document;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::closest;
use crate::place::{Located, Place};

/// A TOML table of which each key is taken once. [`finish`](Self::finish) reports the keys that nobody took.
pub(super) struct Table<'t> {
    document: &'t Document<'t>,
    /// Where the TOML begins in the document: front matter is only a part of its file.
    offset: usize,
    table: DeTable<'t>,
    span: Range<usize>,
    known: Vec<&'static str>,
}

impl<'t> Table<'t> {
    /// Parses a range of a document. Syntax errors are reported; what could be read is in the table.
    pub(super) fn parse(document: &'t Document<'t>, range: Range<usize>) -> Self {
        let offset = range.start;
        let (table, errors) = DeTable::parse_recoverable(&document.text[range.clone()]);
        for error in errors {
            let span = error.span().map_or(range.clone(), |span| span.start + offset..span.end + offset);
            let message = error.message().lines().collect::<Vec<_>>().join(", ");
            let help = "correct the TOML; a text value stands in double quotes";
            document.report(Diagnostic::error(Code::Syntax, message).help(help), span);
        }
        Self { document, offset, table: table.into_inner(), span: range, known: Vec::new() }
    }

    /// The value of `key`, or `None` if it is absent or of a wrong type, which is then reported.
    pub(super) fn take<T: DeserializeOwned>(&mut self, key: &'static str) -> Option<Located<T>> {
        let value = self.remove(key)?;
        let span = self.absolute(&value.span());
        match T::deserialize(value.into_deserializer()) {
            Ok(value) => Some(self.document.located(value, span)),
            Err(error) => {
                let at = error.span().map_or(span, |span| self.absolute(&span));
                let message = format!("`{key}`: {}", error.message().lines().next().unwrap_or("not a valid value"));
                let help = "see the documentation of this key for what it takes";
                self.document.report(Diagnostic::error(Code::InvalidValue, message).help(help), at);
                None
            }
        }
    }

    /// The value of `key`, which must be there.
    pub(super) fn required<T: DeserializeOwned>(&mut self, key: &'static str) -> Option<Located<T>> {
        if !self.table.contains_key(key) {
            let diagnostic = Diagnostic::error(Code::MissingKey, format!("the key `{key}` is missing"));
            self.report_table(diagnostic.help(format!("add `{key} = …`")));
        }
        self.take(key)
    }

    /// The value of `key`, or the type's default.
    pub(super) fn or_default<T: DeserializeOwned + Default>(&mut self, key: &'static str) -> T {
        self.take(key).map_or_else(T::default, |located| located.value)
    }

    /// A list of values, each with its place.
    pub(super) fn list<T: DeserializeOwned>(&mut self, key: &'static str) -> Vec<Located<T>> {
        let list = self.take::<Vec<Spanned<T>>>(key).map(|located| located.value).unwrap_or_default();
        list.into_iter().map(|item| self.locate(item)).collect()
    }

    /// The table under `key`.
    pub(super) fn table(&mut self, key: &'static str) -> Option<Table<'t>> {
        let value = self.remove(key)?;
        self.as_table(key, value)
    }

    /// The tables under `key`, written `[[key]]`.
    pub(super) fn tables(&mut self, key: &'static str) -> Vec<Table<'t>> {
        let Some(value) = self.remove(key) else { return Vec::new() };
        let span = self.absolute(&value.span());
        match value.into_inner() {
            DeValue::Array(items) => items.into_iter().filter_map(|item| self.as_table(key, item)).collect(),
            _ => {
                self.wrong_type(key, "a list of tables", span);
                Vec::new()
            }
        }
    }

    /// All keys that are left, for tables whose keys are names that authors choose.
    pub(super) fn rest<T: DeserializeOwned>(&mut self) -> Vec<(Located<String>, T)> {
        std::mem::take(&mut self.table)
            .into_iter()
            .filter_map(|(key, value)| {
                let span = self.absolute(&value.span());
                let key = self.document.located(key.get_ref().to_string(), self.absolute(&key.span()));
                match T::deserialize(value.into_deserializer()) {
                    Ok(value) => Some((key, value)),
                    Err(error) => {
                        let message = format!("`{}`: {}", key.value, error.message().lines().next().unwrap_or(""));
                        self.document.report(Diagnostic::error(Code::InvalidValue, message), span);
                        None
                    }
                }
            })
            .collect()
    }

    /// Reports the keys that nobody took.
    pub(super) fn finish(self) {
        for key in self.table.keys() {
            let diagnostic =
                Diagnostic::error(Code::UnknownKey, format!("the key `{}` is not known here", key.get_ref()))
                    .did_you_mean(
                        closest(key.get_ref(), self.known.iter().copied()),
                        format!("remove it; known here: {}", quoted(&self.known)),
                    );
            self.document.report(diagnostic, self.absolute(&key.span()));
        }
    }

    /// Gives a spanned value its place in the document.
    pub(super) fn locate<T>(&self, spanned: Spanned<T>) -> Located<T> {
        let span = self.absolute(&spanned.span());
        self.document.located(spanned.into_inner(), span)
    }

    /// Reports a mistake that concerns the table as a whole, at its first line.
    pub(super) fn report_table(&self, diagnostic: Diagnostic) {
        self.document.report(diagnostic, self.span.clone());
    }

    /// Reports a mistake in a value that was taken.
    pub(super) fn report_at(&self, diagnostic: Diagnostic, place: &Place) {
        self.document.report_at(diagnostic, place);
    }

    fn remove(&mut self, key: &'static str) -> Option<Spanned<DeValue<'t>>> {
        self.known.push(key);
        self.table.remove(key)
    }

    fn as_table(&self, key: &str, value: Spanned<DeValue<'t>>) -> Option<Table<'t>> {
        let span = self.absolute(&value.span());
        match value.into_inner() {
            DeValue::Table(table) => {
                Some(Table { document: self.document, offset: self.offset, table, span, known: Vec::new() })
            }
            _ => {
                self.wrong_type(key, "a table", span);
                None
            }
        }
    }

    fn wrong_type(&self, key: &str, expected: &str, span: Range<usize>) {
        let message = format!("`{key}` must be {expected}");
        let help = "see the documentation of this key for what it takes";
        self.document.report(Diagnostic::error(Code::InvalidValue, message).help(help), span);
    }

    fn absolute(&self, span: &Range<usize>) -> Range<usize> {
        span.start + self.offset..span.end + self.offset
    }
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
