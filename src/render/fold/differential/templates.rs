//! Random themes: pages that extend another template, parts that include parts, components, and every statement.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::expressions::{condition, filters, list, number, text};

/// A theme with the templates of two kinds of pages.
#[derive(Clone, Debug)]
pub(super) struct RandomTheme {
    /// Whether the templates take the places of some of the theme in the program, or stand alone.
    pub(super) overrides_shipped: bool,
    pub(super) templates: BTreeMap<String, String>,
}

/// Where something stands: what there is to name and to include.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    Page,
    /// The part with this number; it includes only later ones.
    Part(usize),
    Component,
}

const PARTS: &[&str] = &["first.html", "second.html", "last.html"];

pub(super) fn themes() -> impl Strategy<Value = RandomTheme> {
    let pages = (base(), prop_oneof![3 => child(), 1 => body(Scope::Page)], body(Scope::Page));
    let parts = (body(Scope::Part(0)), body(Scope::Part(1)), body(Scope::Part(2)));
    (prop::bool::weighted(0.05), pages, parts, components()).prop_map(
        |(overrides_shipped, pages, parts, components)| {
            let (first, second, last) = parts;
            let mut templates = vec![("mine.html", components), ("my-base.html", pages.0), ("home.html", pages.1)];
            if overrides_shipped {
                templates
                    .extend([("partials/footer.html", first.clone()), ("partials/head-extra.html", second.clone())]);
            } else {
                templates.push(("role.html", pages.2));
            }
            templates.extend(PARTS.iter().copied().zip([first, second, last]));
            let templates = templates.into_iter().map(|(name, source)| (name.to_owned(), source)).collect();
            RandomTheme { overrides_shipped, templates }
        },
    )
}

/// A template that others extend.
fn base() -> impl Strategy<Value = String> {
    (body(Scope::Page), block("title"), body(Scope::Page), block("content"), body(Scope::Page))
        .prop_map(|(a, title, b, content, c)| [a, title, b, content, c].concat())
}

/// A template that extends another, with or without each of its blocks.
fn child() -> impl Strategy<Value = String> {
    (option::of(block("title")), option::of(block("content"))).prop_map(|(title, content)| {
        format!("{{% extends \"my-base.html\" %}}\n{}\n{}", title.unwrap_or_default(), content.unwrap_or_default())
    })
}

fn block(name: &'static str) -> impl Strategy<Value = String> {
    let parent = prop_oneof![2 => Just(String::new()), 1 => output(Just("super()".to_owned()))];
    (body(Scope::Page), parent, tag(Just(format!("block {name}"))), tag(Just(format!("endblock {name}"))))
        .prop_map(|(body, parent, start, end)| [start, body, parent, end].concat())
}

/// Definitions of `one(a)`, `two(b, …)` and `three(a)`, which has a body.
fn components() -> impl Strategy<Value = String> {
    let bodies = (body(Scope::Component), body(Scope::Component), body(Scope::Component));
    // Seldom, since then less can be folded.
    let implicit = prop_oneof![6 => Just(""), 1 => Just(", @home"), 1 => Just(", @page"), 1 => Just(", ...rest")];
    (bodies, implicit, tag(Just("endcomponent".to_owned()))).prop_map(|((one, two, three), implicit, end)| {
        format!(
            "{{% component one(a) %}}{one}{end}{{% component two(b=\"d\"{implicit}) -%}}{two}{end}\
             {{% component three(a) %}}{three}{{{{ body }}}}{end}"
        )
    })
}

/// The contents of a template, a block or a component.
fn body(scope: Scope) -> impl Strategy<Value = String> {
    vec(node(scope, 2), 0..5).prop_map(|nodes| nodes.concat())
}

fn node(scope: Scope, depth: u32) -> BoxedStrategy<String> {
    let leaf = prop_oneof![
        6 => content(),
        8 => output(text(scope)),
        1 => output(number(scope)),
        1 => output(list(scope)),
        2 => output(call(scope)),
        2 => set(scope),
        2 => include(scope),
        1 => comment(),
        1 => raw(),
    ];
    leaf.prop_recursive(depth, 12, 3, move |node| {
        let body = vec(node, 0..3).prop_map(|nodes| nodes.concat());
        prop_oneof![
            3 => when(scope, body.clone().boxed()),
            3 => repeat(scope, body.clone().boxed()),
            1 => capture(scope, body.boxed()),
        ]
    })
    .boxed()
}

/// Text, whose space, braces and quotes could be taken for something else.
fn content() -> impl Strategy<Value = String> {
    let pieces = [
        " ", "\n", "\u{a0}", "\t", "a", "é", "<p>", "</p> ", "{-", "{ ", "}", "}}", "%}", "#}", "-", "\"", "'", "{ {a",
        "{ %", "|",
    ];
    vec(select(pieces.to_vec()), 1..4).prop_map(|pieces| pieces.concat())
}

/// A tag between `{%` and `%}`.
fn tag(statement: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    (space(), statement, space()).prop_map(|((open, before), statement, (close, after))| {
        format!("{{%{open}{before}{statement}{after}{close}%}}")
    })
}

/// A tag between `{{` and `}}`.
fn output(expression: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    (space(), expression, space()).prop_map(|((open, before), expression, (close, after))| {
        // Without space, the brace of a map would belong to the end of the tag.
        let after = if expression.ends_with('}') { " " } else { after };
        let before = if expression.starts_with('{') { " " } else { before };
        format!("{{{{{open}{before}{expression}{after}{close}}}}}")
    })
}

/// Whether a tag removes space on a side, and the space within it.
fn space() -> impl Strategy<Value = (&'static str, &'static str)> {
    (select(vec!["", "", "", "-"]), select(vec![" ", " ", " ", "", "\n", "\t "]))
}

fn call(scope: Scope) -> impl Strategy<Value = String> {
    prop_oneof![
        text(scope).prop_map(|a| format!("<one a={{{a} }} />")),
        Just("<one a=\"{{\" />".to_owned()),
        text(scope).prop_map(|b| format!("<two b={{{b} }}/>")),
        Just("<two />".to_owned()),
        text(scope).prop_map(|a| format!("<one {{...{{\"a\": {a}}} }} />")),
    ]
}

/// A name that an assignment or a loop gives a value to: some of the page's, some that all pages share.
fn name() -> impl Strategy<Value = &'static str> {
    select(vec!["x", "x", "y", "y", "item", "home", "locale", "page", "footer", "t", "message_arguments"])
}

fn set(scope: Scope) -> impl Strategy<Value = String> {
    let keyword = || select(vec!["set", "set", "set_global"]);
    let value = prop_oneof![4 => text(scope), 1 => list(scope), 1 => Just("missing".to_owned())];
    let assigned = (keyword(), name(), value).prop_map(|(keyword, name, value)| format!("{keyword} {name} = {value}"));
    let filters = option::of(filters()).prop_map(|filters| filters.map(|f| format!(" | {f}")).unwrap_or_default());
    let opened = (keyword(), name(), filters).prop_map(|(keyword, name, filters)| format!("{keyword} {name}{filters}"));
    let captured = (tag(opened), content(), output(text(scope)), tag(Just("endset".to_owned())));
    prop_oneof![
        3 => tag(assigned),
        1 => captured.prop_map(|(set, content, text, end)| [set, content, text, end].concat()),
    ]
}

fn include(scope: Scope) -> BoxedStrategy<String> {
    let parts = match scope {
        Scope::Page => PARTS,
        Scope::Part(number) => &PARTS[number + 1..],
        // Seldom, since then less can be folded.
        Scope::Component => return prop_oneof![20 => content(), 1 => included(PARTS)].boxed(),
    };
    if parts.is_empty() { content().boxed() } else { included(parts).boxed() }
}

fn included(parts: &'static [&'static str]) -> impl Strategy<Value = String> {
    tag((select(parts), select(vec!['"', '\'', '`'])).prop_map(|(part, quote)| format!("include {quote}{part}{quote}")))
}

fn comment() -> impl Strategy<Value = String> {
    let comments =
        ["{##}", "{#-#}", "{# -#}", "{#- #}", "{#}#}", "{# {{ home.url }} \" -#}", "{# {% raw %} #}", "{#--#}"];
    select(comments.to_vec()).prop_map(str::to_owned)
}

fn raw() -> impl Strategy<Value = String> {
    let raw = [
        "{% raw %}{{ home.url }}{% endraw %}",
        "{%- raw -%} a {%- endraw -%}",
        "{% raw -%}\n{% if x %}{% endraw %}",
        "{%raw%} {# {%- endraw%}",
        "{% raw %}{% set home = 1 %}{% endraw %}",
    ];
    select(raw.to_vec()).prop_map(str::to_owned)
}

fn when(scope: Scope, body: BoxedStrategy<String>) -> impl Strategy<Value = String> {
    let start = tag(condition(scope).prop_map(|condition| format!("if {condition}")));
    let other = (tag(condition(scope).prop_map(|condition| format!("elif {condition}"))), body.clone());
    let otherwise = (tag(Just("else".to_owned())), body.clone());
    let end = tag(Just("endif".to_owned()));
    (start, body, option::of(other), option::of(otherwise), end).prop_map(|(start, body, other, otherwise, end)| {
        let ((elif, second), (otherwise, third)) = (other.unwrap_or_default(), otherwise.unwrap_or_default());
        [start, body, elif, second, otherwise, third, end].concat()
    })
}

fn repeat(scope: Scope, body: BoxedStrategy<String>) -> impl Strategy<Value = String> {
    let start = prop_oneof![
        4 => (name(), list(scope)).prop_map(|(name, list)| format!("for {name} in {list}")),
        1 => (name(), name(), text(scope)).prop_map(|(key, name, text)| format!("for {key}, {name} in {{\"k\": {text}}}")),
    ];
    let leave = (condition(scope), select(vec!["break", "continue"]));
    let leave = leave.prop_map(|(condition, leave)| format!("{{% if {condition} %}}{{% {leave} -%}}{{% endif %}}"));
    let otherwise = (tag(Just("else".to_owned())), body.clone());
    let end = tag(Just("endfor".to_owned()));
    let leave = prop_oneof![3 => Just(String::new()), 1 => leave];
    (tag(start), body.clone(), leave, body, option::of(otherwise), end).prop_map(
        |(start, body, leave, rest, otherwise, end)| {
            let (otherwise, other) = otherwise.unwrap_or_default();
            [start, body, leave, rest, otherwise, other, end].concat()
        },
    )
}

/// What is shown only later, or changed by filters, or handed to a component.
fn capture(scope: Scope, body: BoxedStrategy<String>) -> impl Strategy<Value = String> {
    let filter = tag(filters().prop_map(|filter| format!("filter {filter}")));
    let filtered = (filter, body.clone(), tag(Just("endfilter".to_owned())));
    let set = tag(name().prop_map(|name| format!("set {name}")));
    let assigned = (set, body.clone(), tag(Just("endset".to_owned())));
    let call = tag(text(scope).prop_map(|a| format!("<three a={{{a} }}>")));
    let called = (call, body, tag(Just("</three>".to_owned())));
    prop_oneof![filtered, assigned, called].prop_map(|(start, body, end)| [start, body, end].concat())
}
