//! Numbers, dates, lists, plural forms and the order of titles, against what `Intl` makes of them.
//!
//! `tests/cldr/README.md` tells how the values were recorded.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::Arc;

use fluent::{FluentArgs, FluentValue};
use rolebook::parse::message_id::MessageRef;
use rolebook::resolve::functions::TextList;
use rolebook::resolve::library::{Library, LocaleIndex};
use serde::Deserialize;
use serde_json::Value;

use crate::site::Site;

#[derive(Deserialize)]
struct Recorded {
    titles: Vec<Titles>,
    cases: Vec<Case>,
}

/// Titles, in any order and in that of their language.
#[derive(Deserialize)]
struct Titles {
    locale: String,
    given: Vec<String>,
    sorted: Vec<String>,
}

/// What a function makes of a value.
#[derive(Deserialize)]
struct Case {
    locale: String,
    kind: Kind,
    options: BTreeMap<String, Value>,
    value: Value,
    text: String,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Plural,
    Number,
    Date,
    List,
}

/// Where our text is not that of `Intl`, and why.
#[derive(Deserialize)]
struct Difference {
    locale: String,
    /// The function with its options, and the value.
    what: String,
    intl: String,
    ours: String,
    reason: String,
}

fn differences() -> Vec<Difference> {
    serde_json::from_str(include_str!("../cldr/differences.json")).unwrap()
}

impl Case {
    /// The function with its options, as messages call it.
    fn call(&self) -> String {
        let function = match self.kind {
            Kind::Plural | Kind::Number => "NUMBER",
            Kind::Date => "DATETIME",
            Kind::List => "LIST",
        };
        let options = self.options.iter().map(|(name, value)| match value {
            Value::String(text) => format!(", {name}: \"{text}\""),
            Value::Number(number) => format!(", {name}: {number}"),
            other => format!(", {name}: \"{other}\""),
        });
        format!("{function}($value{})", options.collect::<String>())
    }

    /// The pattern of the message that shows it.
    fn pattern(&self) -> String {
        let call = self.call();
        match self.kind {
            Kind::Plural => {
                let names = ["zero", "one", "two", "few", "many"];
                let variants = names.map(|name| format!("    [{name}] {name}\n"));
                format!("{{ {call} ->\n{}   *[other] other\n}}", variants.concat())
            }
            _ => format!("{{ {call} }}"),
        }
    }

    fn what(&self) -> String {
        self.call().replace("$value", &self.value.to_string())
    }

    fn argument(&self) -> FluentValue<'static> {
        match &self.value {
            Value::Number(number) => FluentValue::from(number.as_f64().unwrap()),
            Value::Array(words) => {
                TextList(words.iter().map(|word| word.as_str().unwrap().to_owned()).collect()).into()
            }
            Value::String(date) => FluentValue::from(date.clone()),
            other => panic!("{other}"),
        }
    }
}

fn recorded() -> Recorded {
    serde_json::from_str(include_str!("../cldr/intl.json")).unwrap()
}

/// A site in the recorded locales, each of which has all messages.
fn library(recorded: &Recorded, messages: &str) -> Arc<Library> {
    let mut config = "base_url = \"https://example.org/\"\ndefault_locale = \"en\"\n".to_owned();
    let mut site = Site::new().without_files();
    for Titles { locale, .. } in &recorded.titles {
        write!(config, "\n[[locales]]\ncode = \"{locale}\"\nname = \"{locale}\"\n").unwrap();
        site = site.file(&format!("locales/{locale}/cldr.ftl"), messages);
    }
    site.file("rolebook.toml", config).sound().library
}

fn locale_of(library: &Library, code: &str) -> LocaleIndex {
    library.locales().find(|locale| library[*locale].code.to_string() == code).unwrap()
}

#[test]
fn texts_are_those_of_intl_but_for_differences_that_are_known() {
    let recorded = recorded();
    let patterns: BTreeSet<String> = recorded.cases.iter().map(Case::pattern).collect();
    let id_of: BTreeMap<_, _> =
        patterns.iter().enumerate().map(|(i, pattern)| (pattern, format!("case-{i}"))).collect();
    let messages: Vec<_> = id_of.iter().map(|(pattern, id)| format!("{id} = {pattern}\n")).collect();
    let library = library(&recorded, &messages.concat());

    let differences = differences();
    let mut known: BTreeMap<_, _> =
        differences.iter().map(|known| ((known.locale.clone(), known.what.clone()), known)).collect();
    assert_eq!(known.len(), differences.len(), "each difference is listed once");
    let mut unknown = String::new();
    for case in &recorded.cases {
        let args: FluentArgs = [("value", case.argument())].into_iter().collect();
        let locale = locale_of(&library, &case.locale);
        let ours = library.messages.format(locale, MessageRef::message(&id_of[&case.pattern()]), &args);
        let ours = ours.unwrap_or_else(|error| error.to_string());
        let listed = known.remove(&(case.locale.clone(), case.what()));
        let is_expected = match listed {
            Some(difference) => difference.intl == case.text && difference.ours == ours && ours != case.text,
            None => ours == case.text,
        };
        if !is_expected {
            let listed =
                listed.map(|listed| format!("\n  listed: {:?} {:?} ({})", listed.intl, listed.ours, listed.reason));
            let listed = listed.unwrap_or_default();
            writeln!(unknown, "{} {}\n  Intl: {:?}\n  ours: {ours:?}{listed}", case.locale, case.what(), case.text)
                .unwrap();
        }
    }
    assert!(unknown.is_empty(), "unknown differences:\n{unknown}");
    assert!(known.is_empty(), "listed differences without a case: {:?}", known.keys());
}

#[test]
fn titles_are_in_the_order_of_intl() {
    let recorded = recorded();
    let library = library(&recorded, "");
    for Titles { locale, given, sorted } in &recorded.titles {
        let rules = &library[locale_of(&library, locale)];
        // Signs before a title count nothing here, so that it stands under its letter.
        let plain = |titles: &[String]| -> Vec<String> {
            titles.iter().filter(|title| title.starts_with(char::is_alphanumeric)).cloned().collect()
        };
        let (mut ours, sorted) = (plain(given), plain(sorted));
        ours.sort_by_cached_key(|title| rules.sort_key(title));
        assert_eq!(ours, sorted, "{locale}");
        for pair in sorted.windows(2) {
            assert!(rules.sort_key(&pair[0]) < rules.sort_key(&pair[1]), "{locale}: {pair:?}");
        }
    }
}
