//! What entries say in the fields of their collection, as readers of a locale see it.

use fluent::FluentArgs;
use tera::Value;

use super::content::Content;
use super::prose;
use super::view::{FieldValueView, FieldView};
use crate::markup::{escape, escaped};
use crate::parse::fields::{Choice, Extent, Field, FieldValue, Money, Number};
use crate::parse::heading::{self, Words};
use crate::parse::program_messages::{CHOICE, FIELD, PAYMENTS, PER, RANGE, RANGE_FROM, RANGE_TO, Single};
use crate::resolve::library::{EntryIndex, FacetIndex};

impl Content<'_> {
    /// The fields of an entry that have a value, in the order of their declarations.
    pub(super) fn fields(self, entry: EntryIndex) -> Vec<FieldView> {
        let fields = self.library.fields(entry);
        let values = self.library.field_values(entry, self.locale);
        values.map(|(number, value)| self.field(entry, (number, &fields[number]), &value.value)).collect()
    }

    /// The same in words, with what an employer fills in: what each field is called, and its values.
    pub(super) fn fields_in_words(self, entry: EntryIndex) -> Vec<(String, Vec<Vec<Words>>)> {
        let values = self.library.field_values(entry, self.locale);
        let in_words = values.zip(self.fields(entry)).map(|((_, value), FieldView { label, values, .. })| {
            let words = match &value.value {
                FieldValue::Placeholder(id) => vec![vec![Words::Placeholder(id.clone())]],
                FieldValue::Text(texts) => texts.clone(),
                _ => values.into_iter().map(|value| vec![Words::Written(value.text)]).collect(),
            };
            (label, words)
        });
        in_words.collect()
    }

    fn field(self, entry: EntryIndex, (number, field): (usize, &Field), value: &FieldValue) -> FieldView {
        let values = match value {
            FieldValue::Choices(choices) => {
                let facets: Vec<_> = self.library.facets_of(self.library[entry].collection, number).collect();
                choices.iter().map(|choice| self.choice(field, *choice, facets.get(*choice).copied())).collect()
            }
            FieldValue::Text(texts) => texts.iter().map(|words| self.words_of_field(words)).collect(),
            other => vec![self.value(other)],
        };
        let text = self.library.messages.list(self.locale, values.iter().map(|value| value.text.clone()).collect());
        FieldView {
            id: field.id.value.to_string(),
            kind: field.kind.as_str(),
            label: self.field_name(field),
            text,
            placeholder: matches!(value, FieldValue::Placeholder(_)),
            values,
        }
    }

    /// What a field is called.
    pub(super) fn field_name(self, field: &Field) -> String {
        let id = field.id.value.as_str();
        self.marks.around(&FIELD.id(id), self.library.messages.name(self.locale, &FIELD, id))
    }

    fn choice(self, field: &Field, choice: usize, facet: Option<FacetIndex>) -> FieldValueView {
        let choice = &field.choices[choice];
        let text = self.choice_name(choice);
        let page = facet.and_then(|facet| self.library.facet_page(facet, self.locale));
        let url = page.map(|page| self.library.url(page.permalink.as_str()));
        let html = match &url {
            Some(url) => link(url, &text),
            None => escaped(&text),
        };
        FieldValueView { id: choice.id.value.to_string(), text, url, html: html.into() }
    }

    /// What a choice is called.
    pub(super) fn choice_name(self, choice: &Choice) -> String {
        let id = CHOICE.id(&choice.message);
        self.marks.around(&id, self.library.choice_name(choice, self.locale))
    }

    /// A value of which a field has one.
    fn value(self, value: &FieldValue) -> FieldValueView {
        let plain = |text: String| {
            let html = Value::from(escaped(&text));
            FieldValueView { id: String::new(), url: None, html, text }
        };
        let leading_to = |url: String, text: &str| FieldValueView {
            id: String::new(),
            html: link(&url, text).into(),
            text: text.to_owned(),
            url: Some(url),
        };
        match value {
            FieldValue::Placeholder(id) => {
                let words = [heading::Words::Placeholder(id.clone())];
                self.words_of_field(&words)
            }
            FieldValue::Text(_) | FieldValue::Choices(_) => unreachable!("they are shown one by one"),
            FieldValue::Number(range) => {
                let number = |number: &Number| self.library.messages.number(self.locale, number.value(), None);
                plain(self.range(range, number))
            }
            FieldValue::Date(range) => {
                plain(self.range(range, |day| self.library.messages.day(self.locale, &day.to_string())))
            }
            FieldValue::Money(money) => plain(self.money(money)),
            FieldValue::Link(url) => leading_to(url.clone(), short(url)),
            FieldValue::Email(address) => leading_to(format!("mailto:{address}"), address),
        }
    }

    fn words_of_field(self, words: &[heading::Words]) -> FieldValueView {
        FieldValueView {
            id: String::new(),
            text: self.words(words),
            url: None,
            html: prose::heading(self.library, words, self.locale, self.marks).into(),
        }
    }

    /// One value, or a range of them.
    fn range<T>(self, range: &Extent<T>, show: impl Fn(&T) -> String) -> String {
        match range.ends() {
            _ if matches!(range, Extent::At(_)) => range.ends().0.map(show).unwrap_or_default(),
            (Some(from), Some(to)) => self.range_of_text(&show(from), &show(to)),
            (Some(from), None) => self.open_range(&RANGE_FROM, "from", &show(from), |from| format!("{from}+")),
            (None, Some(to)) => self.open_range(&RANGE_TO, "to", &show(to), |to| format!("≤ {to}")),
            (None, None) => String::new(),
        }
    }

    fn range_of_text(self, from: &str, to: &str) -> String {
        let from = without_same_end(from, to);
        let arguments = FluentArgs::from_iter([("from", from), ("to", to)]);
        let text = self.library.messages.format(self.locale, RANGE.id(), &arguments);
        self.marks.around(RANGE.id(), text.unwrap_or_else(|_| format!("{from}–{to}")))
    }

    fn open_range(self, of: &Single, name: &'static str, end: &str, plain: impl Fn(&str) -> String) -> String {
        let arguments = FluentArgs::from_iter([(name, end)]);
        let text = self.library.messages.format(self.locale, of.id(), &arguments);
        self.marks.around(of.id(), text.unwrap_or_else(|_| plain(end)))
    }

    fn money(self, Money { amount, currency, per, payments }: &Money) -> String {
        let show = |number: &Number| self.library.messages.number(self.locale, number.value(), Some(currency));
        let mut text = self.range(amount, show);
        if let Some(per) = per {
            let id = PER.id(per.as_str());
            let arguments = FluentArgs::from_iter([("amount", text.clone())]);
            let said = self.library.messages.format(self.locale, &id, &arguments);
            let said = said.unwrap_or_else(|_| format!("/ {}", per.as_str()));
            // The message may be the words behind the sum only.
            text = if said.contains(&text) { said } else { format!("{text} {said}") };
            text = self.marks.around(&id, text);
        }
        if let Some(payments) = payments {
            let mut arguments = FluentArgs::from_iter([("amount", text.clone())]);
            arguments.set("count", *payments);
            let said = self.library.messages.format(self.locale, PAYMENTS.id(), &arguments);
            text = self.marks.around(PAYMENTS.id(), said.unwrap_or_else(|_| format!("{text} (× {payments})")));
        }
        text
    }
}

/// The beginning of a range without what stands behind its number, if the end has the same there: `42.000–51.000 €`.
fn without_same_end<'t>(from: &'t str, to: &str) -> &'t str {
    let digits = |text: &str| text.rfind(char::is_numeric).map(|at| text.ceil_char_boundary(at + 1));
    match (digits(from), digits(to)) {
        (Some(from_end), Some(to_end)) if from[from_end..] == to[to_end..] => &from[..from_end],
        _ => from,
    }
}

fn link(url: &str, text: &str) -> String {
    let mut html = String::from("<a href=\"");
    escape(&mut html, url);
    html.push_str("\">");
    escape(&mut html, text);
    html.push_str("</a>");
    html
}

/// An address as people write it.
fn short(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/')
}
