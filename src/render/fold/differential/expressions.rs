//! Random expressions of Tera. Most are of the type that they are asked for, so that most pages can be shown.

use proptest::prelude::*;
use proptest::sample::select;

use super::scope::{Place, Scope};

/// An expression that is a text.
pub(super) fn text(scope: Scope) -> BoxedStrategy<String> {
    atom(scope).prop_recursive(2, 8, 3, move |text| {
        let pair = (text.clone(), text.clone());
        // Tera knows lists within lists, and nothing deeper.
        let atoms = (atom(scope), atom(scope));
        prop_oneof![
            2 => (text.clone(), filters()).prop_map(|(text, filter)| format!("{text} | {filter}")),
            1 => pair.clone().prop_map(|(a, b)| format!("({a}) ~ ({b})")),
            1 => pair.clone().prop_map(|(a, b)| format!("({a}) or ({b})")),
            1 => (text.clone(), flag(scope), text.clone()).prop_map(|(a, c, b)| format!("({a} if {c} else {b})")),
            1 => atoms.clone().prop_map(|(a, b)| format!("[{a}, {b}] | join(sep=\", \")")),
            1 => atoms.prop_map(|(a, b)| format!("[v ~ \"{{\" for v in [{a}, {b}] if v != \"a\"] | join(sep=\"\")")),
            1 => pair.clone().prop_map(|(a, b)| format!("{{\"k\": {a}, \"l\": {b}}}[\"k\"]")),
            1 => pair.prop_map(|(a, b)| format!("{{\"k\": {a}, ...{{\"k\": {b}}} }}[\"k\"]")),
            1 => text.prop_map(|a| format!("({a})[0:2]")),
        ]
    })
    .boxed()
}

/// An expression without operators.
fn atom(scope: Scope) -> BoxedStrategy<String> {
    prop_oneof![6 => variable(scope), 3 => literal(), 4 => function(scope)].boxed()
}

/// A variable of any kind: of the page, shared by all, bound in the template, or none.
fn variable(scope: Scope) -> BoxedStrategy<String> {
    let anywhere = [
        "(x | default(value=\"no x\"))",
        "(item | default(value=\" \"))",
        "(home?.url | default(value=\"no home\"))",
        "(page?.title | default(value=\"no page\"))",
        "(missing | default(value='-'))",
        "(y or locale?.code or \"\")",
        "(t or \"t\")",
        "(message_arguments?.role | default(value=\"\"))",
        "(footer?[\"x\"] or \"f\")",
        "(a | default(value=\"no a\"))",
        "(loop?.index | default(value=\"no loop\"))",
    ];
    let on_pages = [
        "home.url",
        "home.url",
        "home[\"url\"]",
        "locale.code",
        "locale.direction",
        "site.base_url",
        "page.title",
        "page.url",
        "page.kind",
        "newsletter.action",
    ];
    // What fails here fails with and without folding.
    let failing = ["missing", "home.missing", "x", "a", "loop.index", "__tera_context", "__tera_loop_index"];
    let anywhere = select(anywhere.to_vec());
    let failing = select(failing.to_vec());
    match scope.place {
        Place::Component => prop_oneof![60 => anywhere, 1 => failing].prop_map(str::to_owned).boxed(),
        _ => prop_oneof![30 => anywhere, 90 => select(on_pages.to_vec()), 1 => failing].prop_map(str::to_owned).boxed(),
    }
}

/// A text in quotes of each kind, with and without escapes.
fn literal() -> impl Strategy<Value = String> {
    let literals = [
        "\"a\"",
        "''",
        "` `",
        "\"\n\"",
        "\"&<\"",
        "\"it's\"",
        "'\"'",
        "`\"'`",
        "\"}}\"",
        "'%}'",
        "\"{{ home.url }}\"",
        "\"#}\"",
        "\"\\\"\"",
        "'\\''",
        "\"\\\\\"",
        "\"\\n\"",
        "\"\\t}}\"",
        "\"{#\"",
        "\"{\"",
        "\"é\u{a0}\"",
        "\"page\"",
        "\"\\\" %}{{ home.url }}\"",
        "'\\' }}{{ home.url }}'",
    ];
    select(literals.to_vec()).prop_map(str::to_owned)
}

/// A call of a function: messages that take nothing, others, and assets.
fn function(scope: Scope) -> BoxedStrategy<String> {
    let calls = [
        "t(id=\"skip-to-content\")",
        "t(id='site-name')",
        "t(id=\"legal-terms\")",
        "t(id=\"test-empty\")",
        "t(id=\"test-space\")",
        "t(id=\"test-braces\")",
        "t(id=\"test-brace\")",
        "t_html(id=\"legal-terms\")",
        "asset(path=\"style.css\")",
        "t(id = \"skip-to-\" ~ \"content\",)",
        "t(id=\"test-role\", role=\"r\", count=2)",
        "t_html(id=\"test-role\", role=home?.url or 'h', count=1)",
        "t(id=\"date\", date=\"2026-11-30\")",
    ];
    let on_pages = ["t(id=\"test-role\", count=1)", "t(id=\"title-page\", title=page.title)"];
    let failing = ["t(id=\"no-such-message\")", "asset(path=\"none\")", "throw(message=\"thrown\")", "super()"];
    let weight = if scope.place == Place::Component { 0 } else { 3 };
    prop_oneof![40 => select(calls.to_vec()), weight => select(on_pages.to_vec()), 1 => select(failing.to_vec())]
        .prop_map(str::to_owned)
        .boxed()
}

/// A filter that makes a text of a text.
pub(super) fn filters() -> impl Strategy<Value = String> {
    let filters = [
        "safe",
        "upper",
        "lower",
        "trim",
        "title",
        "capitalize",
        "escape",
        "replace(from=\"a\", to=\"-}}\")",
        "default(value=\"d\")",
        "trim_start",
        "truncate(length=3)",
        "str",
        "safe | trim",
        "newlines_to_br",
        "split(pat=\"/\") | last",
    ];
    select(filters.to_vec()).prop_map(str::to_owned)
}

pub(super) fn number(scope: Scope) -> BoxedStrategy<String> {
    let leaf = prop_oneof![
        select(vec!["1", "2.5", "-3", "0", "10"]).prop_map(str::to_owned),
        text(scope).prop_map(|text| format!("({text} | length)")),
    ];
    let operator = select(vec!["+", "-", "*", "**", "+"]);
    leaf.prop_recursive(2, 4, 2, move |number| {
        (number.clone(), operator.clone(), number).prop_map(|(a, operator, b)| format!("({a} {operator} {b})"))
    })
    .boxed()
}

pub(super) fn list(scope: Scope) -> BoxedStrategy<String> {
    let shared = if scope.place == Place::Component { "[]" } else { "footer.legal" };
    let leaf = prop_oneof![
        2 => Just("[1, 2]".to_owned()),
        1 => Just("range(end=3)".to_owned()),
        1 => Just(shared.to_owned()),
        3 => (atom(scope), atom(scope)).prop_map(|(a, b)| format!("[{a}, {b}]")),
        1 => text(scope).prop_map(|text| format!("({text} | split(pat=\"/\"))")),
        1 => atom(scope).prop_map(|text| format!("[v for v in [{text}, \"b\"] if v is not defined or v != \"b\"]")),
    ];
    prop_oneof![
        6 => leaf.clone(),
        1 => leaf.clone().prop_map(|list| format!("({list} | reverse)")),
        1 => leaf.prop_map(|list| format!("[...{list}, \"end\"]")),
    ]
    .boxed()
}

/// A name, which may be true or false or nothing.
fn flag(scope: Scope) -> BoxedStrategy<String> {
    let flags =
        ["true", "False", "x", "y", "page", "home", "search", "missing", "loop", "none", "newsletter", "a", "not x"];
    let known = if scope.place == Place::Component { "b" } else { "page.is_fallback" };
    prop_oneof![12 => select(flags.to_vec()), 1 => Just(known)].prop_map(str::to_owned).boxed()
}

pub(super) fn condition(scope: Scope) -> BoxedStrategy<String> {
    let compare = select(vec!["==", "!="]);
    let order = select(vec!["<", "<=", ">", ">="]);
    let leaf = prop_oneof![
        5 => flag(scope),
        2 => (text(scope), compare, text(scope)).prop_map(|(a, operator, b)| format!("({a}) {operator} ({b})")),
        1 => (number(scope), order, number(scope)).prop_map(|(a, operator, b)| format!("{a} {operator} {b}")),
        2 => (select(vec!["x", "home", "page", "missing", "item"]), select(vec!["is", "is not"]))
            .prop_map(|(name, is)| format!("{name} {is} defined")),
        1 => text(scope).prop_map(|text| format!("({text}) is starting_with(pat=\"/\")")),
        1 => (text(scope), list(scope)).prop_map(|(text, list)| format!("({text}) not in {list}")),
        1 => text(scope).prop_map(|text| format!("({text}) in \"a b\"")),
    ];
    leaf.prop_recursive(1, 3, 2, |condition| {
        (condition.clone(), select(vec!["and", "or"]), condition).prop_map(|(a, word, b)| format!("({a} {word} {b})"))
    })
    .boxed()
}
