//! The ids that templates give to elements, read off their sources, so that headings of texts get others.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use regex::bytes::Regex;

use super::document::Document;
use super::includes::Includes;
use super::tags::{TAG, compiled, group, tags};
use crate::diagnostic::{Code, Diagnostic};

/// What the ids begin with that only texts have.
pub const OF_TEXTS: &str = "text-";

/// The ids on the pages of a template.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Ids {
    whole: BTreeSet<String>,
    /// How they begin and end, with something between.
    around: BTreeSet<(String, Value, String)>,
}

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
        let may_be_around = |(start, value, end): &(String, Value, String)| {
            let between = id.strip_prefix(start.as_str()).and_then(|rest| rest.strip_suffix(end.as_str()));
            between.is_some_and(|between| match value {
                Value::Group => is_group(between),
                Value::Id => is_known(between),
                Value::Number => between.bytes().all(|byte| byte.is_ascii_digit()),
                Value::Any => true,
            })
        };
        self.whole.contains(id) || self.around.iter().any(may_be_around)
    }
}

impl FromIterator<Id> for Ids {
    fn from_iter<I: IntoIterator<Item = Id>>(all: I) -> Self {
        let mut ids = Self::default();
        for id in all {
            match id {
                Id::Whole(whole) => drop(ids.whole.insert(whole)),
                Id::Around(start, value, end) => drop(ids.around.insert((start, value, end))),
            }
        }
        ids
    }
}

/// The ids that each template of a theme gives to elements.
pub(super) struct Given<'t>(BTreeMap<&'t str, Vec<Id>>);

impl<'t> Given<'t> {
    /// Reads them off the templates. Ids that begin as only those of texts may are reported.
    pub(super) fn read(templates: &'t [(String, Document)], diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut read = |document: &Document| -> Vec<Id> {
            let ids = ids(document.text).into_iter().inspect(|(id, range)| {
                let (Id::Whole(start) | Id::Around(start, ..)) = id;
                if start.starts_with(OF_TEXTS) {
                    let message = format!("ids that begin with `{OF_TEXTS}` are kept for texts");
                    let diagnostic = Diagnostic::warning(Code::Template, message).at(document.place(range.clone()));
                    diagnostics.push(diagnostic.help("begin the id with another word"));
                }
            });
            ids.map(|(id, _)| id).collect()
        };
        Self(templates.iter().map(|(name, document)| (name.as_str(), read(document))).collect())
    }

    /// The ids on the pages of a template: its own and those of what it extends, includes and calls.
    pub(super) fn on_pages_of(&self, template: &'t str, includes: &Includes<'t>) -> Ids {
        let templates = includes.templates_behind(template);
        templates.into_iter().filter_map(|name| self.0.get(name)).flatten().cloned().collect()
    }
}

/// The texts in quotes of a tag.
fn quoted(tag: &str) -> impl Iterator<Item = &str> {
    static QUOTED: LazyLock<Regex> = LazyLock::new(|| compiled(r#""([^"\s]+)"|'([^'\s]+)'"#));
    QUOTED.captures_iter(tag.as_bytes()).filter_map(|found| group(&found)).map(|range| &tag[range])
}

/// The ids that a template gives to elements itself and those that it hands to components, and where.
fn ids(source: &str) -> Vec<(Id, Range<usize>)> {
    // Where the parts begin and end is found first: most are no ids, and looking for groups takes longer.
    static TAG_OR_ATTRIBUTE: LazyLock<Regex> = LazyLock::new(|| {
        let value = format!(r#""(?:{TAG}|[^"])*?"|'(?:{TAG}|[^'])*?'|(?:{TAG}|[^\s"'>])+"#);
        compiled(&format!(r"{TAG}|[\w:.-]+\s*=\s*(?:{value})"))
    });
    static ID: LazyLock<Regex> = LazyLock::new(|| compiled(r#"(?s)^(?i:id)\s*=\s*(?:"(.*)"|'(.*)'|(.*))$"#));
    static ARGUMENT: LazyLock<Regex> =
        LazyLock::new(|| compiled(r#"^\{\{-?\s*<\w[^"]*(?:"[^"]*"[^"]*)*?\sid="([^"]+)""#));
    let mut ids = Vec::new();
    for range in TAG_OR_ATTRIBUTE.find_iter(source.as_bytes()).map(|found| found.range()) {
        let text = &source[range.clone()];
        let of_one = if text.starts_with('{') {
            let argument = ARGUMENT.captures(text.as_bytes());
            argument
                .and_then(|argument| group(&argument))
                .map(|id| Id::Whole(text[id].to_owned()))
                .into_iter()
                .collect()
        } else if let Some(attribute) = ID.captures(text.as_bytes()) {
            id(group(&attribute).map_or("", |value| &text[value]), &source[..range.start])
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
    let tags: Vec<_> = tags(value).collect();
    let (Some(first), Some(last)) = (tags.first(), tags.last()) else { return vec![Id::Whole(value.to_owned())] };
    let between = tags.windows(2).map(|pair| &value[pair[0].end..pair[1].start]);
    let texts = tags.iter().flat_map(|tag| quoted(&value[tag.clone()]));
    let whole = between.chain(texts).filter(|text| !text.is_empty()).map(|text| Id::Whole(text.to_owned()));
    let (start, end) = (&value[..first.start], &value[last.end..]);
    let around = !start.is_empty() || !end.is_empty();
    let around = around.then(|| {
        let value = put_in(&value[first.start..last.end], before);
        Id::Around(start.to_owned(), value, end.to_owned())
    });
    whole.chain(around).collect()
}

/// What the tags in an id put into it.
fn put_in(tags: &str, before: &str) -> Value {
    static ID: LazyLock<Regex> = LazyLock::new(|| compiled(r"^\{\{-?\s*(?:(\w+)\.)(?:\w+\.)*id\s*-?\}\}$"));
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| compiled(r"^\{\{-?\s*loop\.index0?\s*-?\}\}$"));
    match ID.captures(tags.as_bytes()).and_then(|id| group(&id)) {
        Some(variable) if runs_through_groups(&tags[variable.clone()], before) => Value::Group,
        Some(_) => Value::Id,
        None if NUMBER.is_match(tags.as_bytes()) => Value::Number,
        None => Value::Any,
    }
}

/// Whether a variable is that of a loop over `related`.
fn runs_through_groups(variable: &str, before: &str) -> bool {
    static LOOP: LazyLock<Regex> = LazyLock::new(|| compiled(r"\{%-?\s*for\s+(\w+)\s+in\s+([\w.]+)"));
    let loops = LOOP.captures_iter(before.as_bytes()).filter(|found| found[1] == *variable.as_bytes());
    loops.last().is_some_and(|found| found[2] == *b"related")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::SourcePath;

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
        let files = sources.map(|(name, _)| SourcePath::from(name));
        let document = |(file, (name, source)): (_, (&str, &'static str))| {
            (name.to_owned(), Document::new(file, source.as_bytes()).unwrap())
        };
        let templates: Vec<_> = files.iter().zip(sources).map(document).collect();
        let ids = Given::read(&templates, &mut Vec::new()).on_pages_of("article.html", &Includes::of(&templates));
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
            let ids = Ids::from_iter([around("a-", value, "-b")]);
            assert_eq!(ids.may_be(id, |id| id == "topics", |id| id == "terms"), fits, "{id}");
        }
    }
}
