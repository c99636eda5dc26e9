//! The ids that templates give to elements, read off their sources, so that headings of texts get others.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::document::Document;
use crate::diagnostic::{Code, Diagnostic};

/// What the ids begin with that only texts have.
pub const OF_TEXTS: &str = "text-";

/// The ids on the pages of a template.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Ids(BTreeSet<Id>);

/// An id in a template.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Id {
    Whole(String),
    /// How it begins and ends, with something between that only rendering knows.
    Around(String, Value, String),
}

/// What a template puts into an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Value {
    /// `{{ group.id }}` in a loop over `related`: the id of a group of related entries.
    Group,
    /// `{{ entry.id }}`: the id of something.
    Id,
    /// `{{ loop.index }}`.
    Number,
    Any,
}

impl Ids {
    /// Whether an element of the template may have an id, where `is_known` tells the ids of what templates show, and `is_group`
    /// those of groups of related entries. An id that is a value as a whole is nothing to go by.
    pub fn may_be(&self, id: &str, is_group: impl Fn(&str) -> bool, is_known: impl Fn(&str) -> bool) -> bool {
        self.0.iter().any(|of_theme| match of_theme {
            Id::Whole(whole) => whole == id,
            Id::Around(start, value, end) => {
                let between = id.strip_prefix(start.as_str()).and_then(|rest| rest.strip_suffix(end.as_str()));
                between.is_some_and(|between| match value {
                    Value::Group => is_group(between),
                    Value::Id => is_known(between),
                    Value::Number => between.bytes().all(|byte| byte.is_ascii_digit()),
                    Value::Any => true,
                })
            }
        })
    }
}

/// The ids on the pages of a template, among all of a theme: its own and those of what it extends, includes and calls.
pub(super) fn of(template: &str, sources: &BTreeMap<String, String>) -> Ids {
    let mut reached = BTreeSet::from([template]);
    let mut rest = vec![template];
    while let Some(source) = rest.pop().and_then(|name| sources.get(name)) {
        let named = named(source);
        let is_named = |(name, other): &(&String, &String)| {
            named.contains(name.as_str()) || components(other).any(|component| named.contains(component))
        };
        for (name, _) in sources.iter().filter(is_named) {
            if reached.insert(name) {
                rest.push(name);
            }
        }
    }
    let sources = reached.into_iter().filter_map(|name| sources.get(name));
    Ids(sources.flat_map(|source| ids(source)).map(|(id, _)| id).collect())
}

/// Reports ids of a template that begin as only those of texts may.
pub(super) fn report(document: &Document) {
    for (id, range) in ids(document.text) {
        let (Id::Whole(start) | Id::Around(start, ..)) = id;
        if start.starts_with(OF_TEXTS) {
            let message = format!("ids that begin with `{OF_TEXTS}` are kept for texts");
            let diagnostic = Diagnostic::warning(Code::Template, message);
            document.report(diagnostic.help("begin the id with another word"), range);
        }
    }
}

/// What a template names: texts in quotes, and components.
fn named(source: &str) -> BTreeSet<&str> {
    static NAMED: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r#""([^"\s]+)"|'([^'\s]+)'|<(\w+)"#).expect("a valid expression"));
    NAMED
        .captures_iter(source)
        .filter_map(|found| found.iter().skip(1).flatten().next())
        .map(|name| name.as_str())
        .collect()
}

/// The components that a template defines.
fn components(source: &str) -> impl Iterator<Item = &str> {
    static COMPONENT: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\{%-?\s*component\s+(\w+)").expect("a valid expression"));
    COMPONENT.captures_iter(source).map(|found| found.get(1).expect("the expression has a group").as_str())
}

/// A tag of a template. Braces within its texts do not end it.
const TAG: &str = r#"\{\{(?:"[^"]*"|'[^']*'|[^"'])*?\}\}|\{%(?:"[^"]*"|'[^']*'|[^"'])*?%\}|(?s:\{#.*?#\})"#;

/// The ids that a template gives to elements itself and those that it hands to components, and where.
fn ids(source: &str) -> Vec<(Id, Range<usize>)> {
    static TAG_OR_ATTRIBUTE: LazyLock<Regex> = LazyLock::new(|| {
        let value = format!(r#""((?:{TAG}|[^"])*?)"|'((?:{TAG}|[^'])*?)'|((?:{TAG}|[^\s"'>])+)"#);
        Regex::new(&format!(r"(?P<tag>{TAG})|(?P<name>[\w:.-]+)\s*=\s*(?:{value})")).expect("a valid expression")
    });
    static ARGUMENT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#"^\{\{-?\s*<\w[^"]*(?:"[^"]*"[^"]*)*?\sid="([^"]+)""#).expect("a valid expression")
    });
    let mut ids = Vec::new();
    for found in TAG_OR_ATTRIBUTE.captures_iter(source) {
        let range = found.get(0).expect("the match itself").range();
        let of_one = if let Some(tag) = found.name("tag") {
            ARGUMENT.captures(tag.as_str()).map(|argument| Id::Whole(argument[1].to_owned())).into_iter().collect()
        } else if found["name"].eq_ignore_ascii_case("id") {
            let value = found.iter().skip(3).flatten().next().map_or("", |value| value.as_str());
            id(value, &source[..range.start])
        } else {
            continue;
        };
        ids.extend(of_one.into_iter().map(|id| (id, range.clone())));
    }
    ids
}

/// The ids that the value of an attribute may make. Those that are a value of the template as a whole are not among them, but
/// for the texts in it: `{{ "a" if b else "c" }}`. `before` is the template up to there.
fn id(value: &str, before: &str) -> Vec<Id> {
    static TAGS: LazyLock<Regex> = LazyLock::new(|| Regex::new(TAG).expect("a valid expression"));
    let written: Vec<_> = TAGS.split(value).collect();
    let [start, between @ .., end] = written.as_slice() else { return vec![Id::Whole(value.to_owned())] };
    let texts = TAGS.find_iter(value).flat_map(|tag| named(tag.as_str()));
    let whole = between.iter().copied().chain(texts).filter(|text| !text.is_empty());
    let whole = whole.map(|text| Id::Whole(text.to_owned()));
    let around = !start.is_empty() || !end.is_empty();
    let around = around.then(|| {
        let value = put_in(&value[start.len()..value.len() - end.len()], before);
        Id::Around((*start).to_owned(), value, (*end).to_owned())
    });
    whole.chain(around).collect()
}

/// What the tags in an id put into it.
fn put_in(tags: &str, before: &str) -> Value {
    static ID: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^\{\{-?\s*(?:(\w+)\.)(?:\w+\.)*id\s*-?\}\}$").expect("a valid expression"));
    static NUMBER: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^\{\{-?\s*loop\.index0?\s*-?\}\}$").expect("a valid expression"));
    match ID.captures(tags) {
        Some(id) if runs_through_groups(&id[1], before) => Value::Group,
        Some(_) => Value::Id,
        None if NUMBER.is_match(tags) => Value::Number,
        None => Value::Any,
    }
}

/// Whether a variable is that of a loop over `related`.
fn runs_through_groups(variable: &str, before: &str) -> bool {
    static LOOP: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\{%-?\s*for\s+(\w+)\s+in\s+([\w.]+)").expect("a valid expression"));
    let loops = LOOP.captures_iter(before).filter(|found| &found[1] == variable);
    loops.last().is_some_and(|found| &found[2] == "related")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(id: &str) -> Id {
        Id::Whole(id.to_owned())
    }

    fn around(start: &str, value: Value, end: &str) -> Id {
        Id::Around(start.to_owned(), value, end.to_owned())
    }

    /// Case T4.
    #[test]
    fn ids_are_read_in_every_form() {
        for (source, expected) in [
            (r#"<a id="main" data-id="x">"#, vec![whole("main")]),
            ("<a ID = 'main'><b id=search>", vec![whole("main"), whole("search")]),
            (r#"<h2{% if a %} id="b"{% endif %}>{{ t(id="c") }}"#, vec![whole("b")]),
            (r#"<h2 id="group-{{ a.b }}">"#, vec![around("group-", Value::Any, "")]),
            (r#"<h2 id="group-{{- a.id -}}">"#, vec![around("group-", Value::Id, "")]),
            (r#"<h2 id="group-{{ a.id }}{{ a.id }}">"#, vec![around("group-", Value::Any, "")]),
            (
                r#"{% for a in b %}{% for a in related -%}<h2 id="group-{{ a.id }}">"#,
                vec![around("group-", Value::Group, "")],
            ),
            (r#"<h2 id="{{ loop.index }}-group">"#, vec![around("", Value::Number, "-group")]),
            (r#"<h2 id="{{ a }}-{{ b["}}"] }}-list">"#, vec![whole("-"), whole("}}"), around("", Value::Any, "-list")]),
            (r#"<h2 id="{% if a %}b{% else %}c{% endif %}">"#, vec![whole("b"), whole("c")]),
            (r#"<h2 id="{{ "b" if a else 'c' }}">"#, vec![whole("b"), whole("c")]),
            ("<h2 id=\"{{ section.id }}\">", vec![]),
            (r#"{{ <card title="a" id="facts" /> }}{# <i id="no"> #}"#, vec![whole("facts")]),
        ] {
            let ids: Vec<_> = ids(source).into_iter().map(|(id, _)| id).collect();
            assert_eq!(ids, expected, "{source}");
        }
    }

    #[test]
    fn templates_have_the_ids_of_what_they_use() {
        let sources = [
            ("article.html", r#"{% extends "base.html" %}{{ <card /> }}"#),
            ("base.html", r#"<i id="a">{% include 'part.html' %}"#),
            ("part.html", r#"<i id="b">"#),
            ("parts/cards.html", r#"{% component card(x) %}<i id="c">{% endcomponent card %}"#),
            ("listing.html", r#"<i id="d">{% include "article.html" %}"#),
        ];
        let sources = sources.map(|(name, source)| (name.to_owned(), source.to_owned())).into();
        let ids = of("article.html", &sources);
        assert_eq!(["a", "b", "c", "d"].map(|id| ids.may_be(id, |_| false, |_| false)), [true, true, true, false]);
    }

    #[test]
    fn values_fit_between_beginnings_and_ends() {
        for (value, id, fits) in [
            (Value::Any, "a-x y-b", true),
            (Value::Any, "a--b", true),
            (Value::Any, "a-b", false),
            (Value::Id, "a-terms-b", true),
            (Value::Id, "a-other-b", false),
            (Value::Group, "a-topics-b", true),
            (Value::Group, "a-terms-b", false),
            (Value::Number, "a-12-b", true),
            (Value::Number, "a-one-b", false),
        ] {
            let ids = Ids([around("a-", value, "-b")].into());
            assert_eq!(ids.may_be(id, |id| id == "topics", |id| id == "terms"), fits, "{id}");
        }
    }
}
