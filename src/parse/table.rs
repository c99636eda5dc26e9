//! Tables in TOML, or in YAML, read key by key with serde, so that every mistake in a file is found in one go.
//!
//! Plain serde stops at the first value of a wrong type and does not know places. Here each key is deserialized for
//! itself, and only if it is declared (see [`keys`](super::keys)); what is not declared is an unknown key.

mod unknown;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Display;
use std::ops::Range;
use std::rc::Rc;

use serde::de::{DeserializeOwned, IntoDeserializer};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::document::Document;
use super::front_matter::{Form, Layout};
use super::keys::{Absent, Keys, Others, Type};
use super::slips::{self, Slip};
use super::table_values::{as_text, is_too_deep, make_legible, unrecognized, wrong_value};
use super::yaml::{self, Mistake};
use crate::diagnostic::{Code, Diagnostic};
use crate::place::{Located, Place};
use crate::slug::id_of_key;

/// Of how many mistakes of a file it is looked up what was meant.
const MOST_SLIPS: usize = 1000;

/// A table of which each key is taken once. [`finish`](Self::finish) reports the keys that nobody took.
pub(super) struct Table<'t> {
    /// What may stand in it.
    declared: &'static Keys,
    document: &'t Document<'t>,
    /// Where the table begins in the document: front matter is only a part of its file.
    offset: usize,
    /// The form of the front matter of which this is a part; `None` in a file that is TOML as a whole.
    front_matter: Option<Form>,
    keys: DeTable<'t>,
    span: Range<usize>,
    /// The keys that have been asked for.
    asked: Vec<&'t str>,
    /// Where something could not be read, which has been reported, in order: a key that seems to be missing may have been lost
    /// there.
    faults: Rc<[Range<usize>]>,
}

impl<'t> Table<'t> {
    /// Parses a range of a document. Syntax errors are reported; what could be read is in the table.
    pub(super) fn parse(document: &'t Document<'t>, range: Range<usize>, declared: &'static Keys) -> Self {
        let offset = range.start;
        let text = &document.text[range.clone()];
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut faults: Vec<Range<usize>> = Vec::new();
        let spans = errors.iter().map(|error| (error.span().unwrap_or(0..text.len()), error));
        let mut errors: Vec<_> = spans.collect();
        // What comes first may be the reason of what comes later.
        errors.sort_by_key(|(span, _)| span.start);
        for (span, error) in errors {
            let done = faults.last().map_or(0, |fault| fault.end);
            if span.start + offset < done {
                continue;
            }
            let slip =
                (faults.len() < MOST_SLIPS && !is_too_deep(error)).then(|| slips::at(Form::Toml, text, span.start));
            let fault = match slip.flatten() {
                Some(slip) => {
                    document.report(slip.diagnostic, slip.at.start + offset..slip.at.end + offset);
                    slip.lines.start + offset..slip.lines.end + offset + 1
                }
                None => unrecognized(document, error, span.start + offset..span.end + offset),
            };
            faults.push(fault.start.max(done)..fault.end.max(done));
        }
        let faults = faults.into();
        Self::of(declared, document, offset, table.into_inner(), range, faults)
    }

    /// Parses the front matter of a text. In it keys may have hyphens for underscores.
    pub(super) fn front_matter(document: &'t Document<'t>, layout: &Layout, declared: &'static Keys) -> Self {
        let range = layout.front_matter.clone();
        match layout.form {
            Some(Form::Toml) => Self { front_matter: layout.form, ..Self::parse(document, range, declared) },
            Some(Form::Yaml) => Self::parse_yaml(document, range, declared),
            None => Self::parse(document, range, declared),
        }
    }

    fn parse_yaml(document: &'t Document<'t>, range: Range<usize>, declared: &'static Keys) -> Self {
        let offset = range.start;
        let text = &document.text[range.clone()];
        let (keys, faults): (_, Rc<[Range<usize>]>) = match yaml::parse(text) {
            Ok((keys, repeated)) => {
                for Mistake { diagnostic, at } in repeated {
                    document.report(diagnostic, at.start + offset..at.end + offset);
                }
                let odd = keys.keys().filter(|key| key.get_ref().trim() != key.get_ref());
                let slips = odd.filter_map(|key| slips::at(Form::Yaml, text, key.span().start));
                let faults = slips.map(|slip| {
                    document.report(slip.diagnostic, slip.at.start + offset..slip.at.end + offset);
                    slip.lines.start + offset..slip.lines.end + offset
                });
                let mut faults: Vec<_> = faults.collect();
                faults.sort_by_key(|fault| fault.start);
                (keys, faults.into())
            }
            Err(mistake) => {
                let slip = slips::at(Form::Yaml, text, mistake.at.start);
                let slip = slip.filter(|_| mistake.diagnostic.code == Code::Syntax);
                let (diagnostic, at) = slip.map_or((mistake.diagnostic, mistake.at), |slip| (slip.diagnostic, slip.at));
                document.report(diagnostic, at.start + offset..at.end + offset);
                (DeTable::new(), Rc::from([range.clone()]))
            }
        };
        Self { front_matter: Some(Form::Yaml), ..Self::of(declared, document, offset, keys, range, faults) }
    }

    fn of(
        declared: &'static Keys,
        document: &'t Document<'t>,
        offset: usize,
        keys: DeTable<'t>,
        span: Range<usize>,
        faults: Rc<[Range<usize>]>,
    ) -> Self {
        Self { declared, document, offset, front_matter: None, keys, span, asked: Vec::new(), faults }
    }

    /// Takes the characters out of the values of keys that no text can hold.
    pub(super) fn make_legible(&mut self, keys: &[&str]) {
        for key in keys {
            if let Some(value) = self.keys.get_mut(*key) {
                make_legible(self.document, self.offset, value);
            }
        }
    }

    /// The value of `key`, or `None` if it is absent or of a wrong type, which is then reported.
    pub(super) fn take<T: DeserializeOwned>(&mut self, key: &'t str) -> Option<Located<T>> {
        let (written, value) = self.remove_entry(key)?;
        let (written, span) = (self.absolute(&written), self.absolute(&value.span()));
        match self.read(value) {
            // What stands in the place of nothing has no length.
            Ok(_) if span.is_empty() && self.is_faulty(&written) => None,
            Ok(value) => Some(self.document.located(value, span)),
            Err(_) if self.is_faulty(&span) || self.is_faulty(&written) => None,
            Err(error) => {
                let at = error.span().map_or(span, |span| self.absolute(&span));
                self.document.report(wrong_value(key, &error), at);
                None
            }
        }
    }

    /// Deserializes a value. In YAML, what has no quotes is text where text is asked for: `title: 1984`.
    fn read<T: DeserializeOwned>(&self, value: Spanned<DeValue<'t>>) -> Result<T, toml::de::Error> {
        if self.front_matter != Some(Form::Yaml) {
            return T::deserialize(value.into_deserializer());
        }
        let text = as_text(self.document.text, self.offset, value.clone());
        T::deserialize(value.into_deserializer())
            .or_else(|error| T::deserialize(text.into_deserializer()).map_err(|_| error))
    }

    /// The value of `key` as it is written, in YAML without quotes, or `None` if it is absent or has been reported.
    pub(super) fn take_written(&mut self, key: &'t str) -> Option<Located<&'t str>> {
        let value = self.remove(key)?;
        let span = self.absolute(&value.span());
        let document = self.document;
        let written = &document.text[span.clone()];
        let written = if self.front_matter == Some(Form::Yaml) { written.trim_matches(['"', '\'']) } else { written };
        (!self.is_faulty(&span)).then(|| document.located(written, span))
    }

    /// The value of `key`, which must be there.
    pub(super) fn required<T: DeserializeOwned>(&mut self, key: &'t str) -> Option<Located<T>> {
        let declared = self.declared.find(key).map(|key| key.absent);
        debug_assert_eq!(declared, Some(Absent::Reported), "`{key}` must be there and is not declared so");
        if !self.is_broken() && !self.has(key) {
            let diagnostic = Diagnostic::error(Code::MissingKey, format!("the key `{key}` is missing"));
            self.report_table(diagnostic.help(format!("add `{key} = …`")));
        }
        self.take(key)
    }

    /// The value of `key` without its place.
    pub(super) fn value<T: DeserializeOwned>(&mut self, key: &'t str) -> Option<T> {
        self.take(key).map(|located| located.value)
    }

    /// The value of `key`, or the default that is declared for it.
    pub(super) fn or_default<T: DeserializeOwned>(&mut self, key: &'t str) -> T {
        self.value(key).unwrap_or_else(|| self.declared.default(key))
    }

    /// A list of values, each with its place, as they stand there.
    pub(super) fn all<T: DeserializeOwned>(&mut self, key: &'t str) -> Vec<Located<T>> {
        let list = self.take::<Vec<Spanned<T>>>(key).map(|located| located.value).unwrap_or_default();
        list.into_iter().map(|item| self.locate(item)).collect()
    }

    /// A list of values, each with its place. One that stands there twice is reported.
    pub(super) fn list<T: DeserializeOwned + Clone + Ord + Display>(&mut self, key: &'t str) -> Vec<Located<T>> {
        let list = self.take::<Vec<Spanned<T>>>(key).map(|located| located.value).unwrap_or_default();
        self.without_repetition(list)
    }

    /// The values of a list with their places, each once. One that stands there again is reported.
    pub(super) fn without_repetition<T: Clone + Ord + Display>(&self, list: Vec<Spanned<T>>) -> Vec<Located<T>> {
        let mut known = BTreeSet::new();
        let mut list: Vec<_> = list.into_iter().map(|item| self.locate(item)).collect();
        list.retain(|Located { value, place }| {
            let is_first = known.insert(value.clone());
            if !is_first {
                let message = format!("`{value}` stands in this list twice");
                self.report_at(Diagnostic::warning(Code::InvalidValue, message).help("remove it here"), place);
            }
            is_first
        });
        list
    }

    /// The table under `key`.
    pub(super) fn table(&mut self, key: &'t str) -> Option<Table<'t>> {
        self.table_of(key, self.declared_in(key))
    }

    /// The table under a key that is not known by name.
    pub(super) fn table_of(&mut self, key: &'t str, declared: &'static Keys) -> Option<Table<'t>> {
        let value = self.remove(key)?;
        self.as_table(key, value, declared)
    }

    /// The table under `key`; one without keys if it is absent, so that all that is in it has its default.
    pub(super) fn section(&mut self, key: &'t str) -> Table<'t> {
        let absent = |table: &Self| {
            let (declared, faults) = (table.declared_in(key), Rc::clone(&table.faults));
            Table::of(declared, table.document, table.offset, DeTable::new(), table.span.clone(), faults)
        };
        self.table(key).unwrap_or_else(|| absent(self))
    }

    /// What may stand in the table under `key`.
    fn declared_in(&self, key: &str) -> &'static Keys {
        let keys = self.declared.find(key).and_then(|key| key.value.keys());
        keys.unwrap_or_else(|| panic!("`{key}` is declared as a table"))
    }

    /// The tables under `key`, written `[[key]]`.
    pub(super) fn tables(&mut self, key: &'t str) -> Vec<Table<'t>> {
        let Some(value) = self.remove(key) else { return Vec::new() };
        let span = self.absolute(&value.span());
        let DeValue::Array(items) = value.into_inner() else {
            self.wrong_type(key, "a list of tables", span);
            return Vec::new();
        };
        let declared = self.declared_in(key);
        items.into_iter().filter_map(|item| self.as_table(key, item, declared)).collect()
    }

    /// Whether there is a key, whatever its value.
    pub(super) fn has(&self, key: &str) -> bool {
        self.peek(key).is_some()
    }

    /// The value of a key, which stays there.
    pub(super) fn peek(&self, key: &str) -> Option<&DeValue<'t>> {
        self.find(key).map(Spanned::get_ref)
    }

    /// Where the value of a key stands.
    pub(super) fn place_of(&self, key: &str) -> Option<Place> {
        self.find(key).map(|value| self.document.place(self.absolute(&value.span())))
    }

    /// Gives a key the name of another, which is not there.
    pub(super) fn rename(&mut self, from: &str, to: &'static str) {
        if self.has(to) {
            return;
        }
        let found = self.keys.keys().find(|key| key.get_ref() == from).cloned();
        if let Some((key, value)) = found.and_then(|key| self.keys.remove_entry(&**key.get_ref())) {
            self.keys.insert(Spanned::new(key.span(), Cow::Borrowed(to)), value);
        }
    }

    /// Renames keys that stand for one of these ids, which other tools write with capitals, spaces or underscores.
    pub(super) fn respell(&mut self, ids: impl Iterator<Item = &'t str>) {
        let missing: Vec<&str> = ids.filter(|id| !self.has(id)).collect();
        if missing.is_empty() {
            return;
        }
        for key in self.keys.keys().cloned().collect::<Vec<_>>() {
            let Some(meant) = id_of_key(key.get_ref()) else { continue };
            if let Some(id) = missing.iter().find(|id| **id == meant.as_str() && !self.keys.contains_key(**id))
                && let Some(value) = self.keys.remove(&**key.get_ref())
            {
                self.keys.insert(Spanned::new(key.span(), Cow::Borrowed(*id)), value);
            }
        }
    }

    /// Whether a key says `true`: in YAML also `yes` and `on`, as many tools take them.
    pub(super) fn flag(&mut self, key: &'t str) -> bool {
        let written = self.peek(key).and_then(DeValue::as_str).filter(|_| self.front_matter == Some(Form::Yaml));
        let meant = match written.map(str::to_lowercase).as_deref() {
            Some("yes" | "on" | "true") => Some(true),
            Some("no" | "off" | "false" | "") => Some(false),
            _ => None,
        };
        match meant {
            Some(meant) => {
                self.remove(key);
                meant
            }
            None => self.or_default(key),
        }
    }

    /// Takes a key that says nothing, in YAML, where many tools write such keys. Says whether it was there.
    pub(super) fn take_blank(&mut self, key: &'t str) -> bool {
        let is_blank = self.front_matter == Some(Form::Yaml)
            && self.peek(key).and_then(DeValue::as_str).is_some_and(|text| text.trim().is_empty());
        is_blank && self.remove(key).is_some()
    }

    /// A number; in YAML it may stand in quotes.
    pub(super) fn number(&mut self, key: &'t str) -> Option<Located<f64>> {
        let quoted = self.peek(key).and_then(DeValue::as_str).filter(|_| self.front_matter == Some(Form::Yaml));
        if let Some(value) = quoted.and_then(|text| text.trim().parse().ok()) {
            let place = self.place_of(key)?;
            self.remove(key);
            return Some(Located { value, place });
        }
        self.take(key)
    }

    fn find(&self, key: &str) -> Option<&Spanned<DeValue<'t>>> {
        self.spellings(key).find_map(|key| self.keys.get(&*key))
    }

    /// The ways in which a key may be written: in front matter with hyphens for underscores, and what has hyphens with
    /// underscores for these.
    fn spellings<'k>(&self, key: &'k str) -> impl Iterator<Item = Cow<'k, str>> + use<'k> {
        let other = match key {
            _ if self.front_matter.is_some() && key.contains('_') => Some(key.replace('_', "-")),
            _ if key.contains('-') => Some(key.replace('-', "_")),
            _ => None,
        };
        std::iter::once(Cow::Borrowed(key)).chain(other.map(Cow::Owned))
    }

    /// Whether something in it could not be read, so that a key that seems to be missing may have been lost.
    pub(super) fn is_broken(&self) -> bool {
        !self.faults.is_empty()
    }

    /// Whether the value of a key is a table.
    pub(super) fn is_table(&self, key: &str) -> bool {
        self.peek(key).is_some_and(|value| matches!(value, DeValue::Table(_)))
    }

    /// All tables that are left, for tables whose keys are names that authors choose.
    pub(super) fn rest_tables(&mut self) -> Vec<(Located<String>, Table<'t>)> {
        let Others::Named(Type::Table(declared)) = self.declared.others else { panic!("the other keys are tables") };
        let keys = std::mem::take(&mut self.keys);
        let tables = keys.into_iter().filter_map(|(key, value)| {
            let key = self.document.located(key.get_ref().to_string(), self.absolute(&key.span()));
            let table = self.as_table(&key.value, value, declared)?;
            Some((key, table))
        });
        tables.collect()
    }

    /// All keys that are left, for tables whose keys are names that authors choose.
    pub(super) fn rest<T: DeserializeOwned>(&mut self) -> Vec<(Located<String>, T)> {
        std::mem::take(&mut self.keys)
            .into_iter()
            .filter_map(|(key, value)| {
                let span = self.absolute(&value.span());
                let key = self.document.located(key.get_ref().to_string(), self.absolute(&key.span()));
                match self.read(value) {
                    Ok(value) => Some((key, value)),
                    Err(error) => {
                        self.document.report(wrong_value(&key.value, &error), span);
                        None
                    }
                }
            })
            .collect()
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

    /// Reports a value in YAML that has been read as nothing although something is written there. Says whether there is one.
    pub(super) fn report_unread(&self, key: &str) -> bool {
        let text = &self.document.text[self.span.clone()];
        let slip = slips::unread(text, key).filter(|_| self.front_matter == Some(Form::Yaml));
        slip.map(|Slip { diagnostic, at, .. }| {
            self.document.report(diagnostic, at.start + self.span.start..at.end + self.span.start);
        })
        .is_some()
    }

    /// Reports a mistake in a value that was taken.
    pub(super) fn report_at(&self, diagnostic: Diagnostic, place: &Place) {
        self.document.report_at(diagnostic, place);
    }

    fn remove(&mut self, key: &'t str) -> Option<Spanned<DeValue<'t>>> {
        self.remove_entry(key).map(|(_, value)| value)
    }

    /// Takes a value, with where its key is written.
    fn remove_entry(&mut self, key: &'t str) -> Option<(Range<usize>, Spanned<DeValue<'t>>)> {
        let is_declared = self.declared.find(key).is_some() || matches!(self.declared.others, Others::Fields);
        debug_assert!(is_declared, "`{key}` is read and not declared");
        self.asked.push(key);
        let (key, value) = self.spellings(key).find_map(|key| self.keys.remove_entry(&*key))?;
        Some((key.span(), value))
    }

    fn as_table(&self, key: &str, value: Spanned<DeValue<'t>>, declared: &'static Keys) -> Option<Table<'t>> {
        let span = self.absolute(&value.span());
        let DeValue::Table(keys) = value.into_inner() else {
            self.wrong_type(key, "a table", span);
            return None;
        };
        let of_table = Table::of(declared, self.document, self.offset, keys, span, Rc::clone(&self.faults));
        Some(Table { front_matter: self.front_matter, ..of_table })
    }

    fn wrong_type(&self, key: &str, expected: &str, span: Range<usize>) {
        let message = format!("`{key}` must be {expected}");
        self.document.report(Diagnostic::error(Code::InvalidValue, message).help(format!("write {expected}")), span);
    }

    /// Whether something in a value could not be read, which has been reported.
    fn is_faulty(&self, span: &Range<usize>) -> bool {
        let first = self.faults.partition_point(|fault| fault.end <= span.start);
        self.faults.get(first).is_some_and(|fault| fault.start < span.end)
    }

    fn absolute(&self, span: &Range<usize>) -> Range<usize> {
        span.start + self.offset..span.end + self.offset
    }
}
