//! Random statements of Tera and what stands between them.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::expressions::{condition, filters, list, number, text};
use super::scope::{PARTS, Place, Scope};

/// The contents of a template, a block or a component.
pub(super) fn body(scope: Scope) -> impl Strategy<Value = String> {
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
pub(super) fn tag(statement: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    (space(), statement, space()).prop_map(|((open, before), statement, (close, after))| {
        format!("{{%{open}{before}{statement}{after}{close}%}}")
    })
}

/// A tag between `{{` and `}}`.
pub(super) fn output(expression: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
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

/// A name that an assignment or a loop gives a value to.
fn name(scope: Scope) -> impl Strategy<Value = &'static str> {
    let shared = if scope.shadows { ["home", "locale", "footer"] } else { ["x", "y", "item"] };
    prop_oneof![
        5 => select(vec!["x", "y", "item", "page", "t", "message_arguments"]),
        1 => select(shared.to_vec()),
    ]
}

fn set(scope: Scope) -> impl Strategy<Value = String> {
    let keyword = || select(vec!["set", "set", "set_global"]);
    let value = prop_oneof![4 => text(scope), 1 => list(scope), 1 => Just("missing".to_owned())];
    let assigned =
        (keyword(), name(scope), value).prop_map(|(keyword, name, value)| format!("{keyword} {name} = {value}"));
    let filters = option::of(filters()).prop_map(|filters| filters.map(|f| format!(" | {f}")).unwrap_or_default());
    let opened =
        (keyword(), name(scope), filters).prop_map(|(keyword, name, filters)| format!("{keyword} {name}{filters}"));
    let captured = (tag(opened), content(), output(text(scope)), tag(Just("endset".to_owned())));
    prop_oneof![
        3 => tag(assigned),
        1 => captured.prop_map(|(set, content, text, end)| [set, content, text, end].concat()),
    ]
}

fn include(scope: Scope) -> BoxedStrategy<String> {
    let parts = match scope.place {
        Place::Page => PARTS,
        Place::Part(number) => &PARTS[number + 1..],
        // Seldom, since then less can be folded.
        Place::Component => return prop_oneof![12 => content(), 1 => included(&PARTS[2..])].boxed(),
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
        2 => (name(scope), list(scope)).prop_map(|(name, list)| (name, format!("for {name} in {list}"))),
        1 => (name(scope), name(scope), text(scope))
            .prop_map(|(key, name, text)| (name, format!("for {key}, {name} in {{\"k\": {text}}}"))),
    ];
    // Half of the loops show what they run over.
    let start = (start, any::<bool>()).prop_flat_map(|((name, start), is_shown)| {
        let shown = if is_shown { format!("{{{{ {name}?.url or {name} }}}}") } else { String::new() };
        tag(Just(start)).prop_map(move |start| start + &shown)
    });
    let leave = (condition(scope), select(vec!["break", "continue"]));
    let leave = leave.prop_map(|(condition, leave)| format!("{{% if {condition} %}}{{% {leave} -%}}{{% endif %}}"));
    let otherwise = (tag(Just("else".to_owned())), body.clone());
    let end = tag(Just("endfor".to_owned()));
    let leave = prop_oneof![3 => Just(String::new()), 1 => leave];
    (start, body.clone(), leave, body, option::of(otherwise), end).prop_map(
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
    let set = tag(name(scope).prop_map(|name| format!("set {name}")));
    let assigned = (set, body.clone(), tag(Just("endset".to_owned())));
    let call = tag(text(scope).prop_map(|a| format!("<three a={{{a} }}>")));
    let called = (call, body, tag(Just("</three>".to_owned())));
    prop_oneof![filtered, assigned, called].prop_map(|(start, body, end)| [start, body, end].concat())
}
