//! Random themes: pages that extend another template, parts that include parts, and components.

use std::collections::BTreeMap;

use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::scope::{PARTS, Place, Scope};
use super::statements::{body, output, tag};

/// A theme with the templates of two kinds of pages.
#[derive(Clone, Debug)]
pub(super) struct RandomTheme {
    /// Whether the templates take the places of some of the theme in the program, or stand alone.
    pub(super) overrides_shipped: bool,
    pub(super) templates: BTreeMap<String, String>,
}

/// The names of the templates of a theme that stands alone.
const NAMES: [&str; 7] = ["mine.html", "my-base.html", "home.html", "role.html", PARTS[0], PARTS[1], PARTS[2]];

/// The templates of the theme in the program whose places parts take, and these parts.
const SHIPPED: [(&str, &str); 2] = [("partials/footer.html", PARTS[0]), ("partials/head-extra.html", PARTS[1])];

pub(super) fn themes() -> impl Strategy<Value = RandomTheme> {
    prop_oneof![themes_in(false), themes_in(true)]
}

fn themes_in(shadows: bool) -> impl Strategy<Value = RandomTheme> {
    let templates: Vec<_> = NAMES.iter().map(|name| template(name, shadows)).collect();
    (prop::bool::weighted(0.03), templates).prop_map(|(overrides_shipped, templates)| {
        let mut templates: BTreeMap<_, _> = NAMES.map(str::to_owned).into_iter().zip(templates).collect();
        if overrides_shipped {
            templates.remove("role.html");
            let parts = SHIPPED.map(|(shipped, part)| (shipped.to_owned(), templates[part].clone()));
            templates.extend(parts);
        }
        RandomTheme { overrides_shipped, templates }
    })
}

/// The template of a theme with a name.
pub(super) fn template(name: &str, shadows: bool) -> BoxedStrategy<String> {
    let scope = |place| Scope { place, shadows };
    let page = scope(Place::Page);
    let part = SHIPPED.iter().find(|(shipped, _)| *shipped == name).map_or(name, |(_, part)| *part);
    match PARTS.iter().position(|known| *known == part) {
        // Which home page it sees shows whether it is included in a component.
        Some(2) => {
            let last = body(scope(Place::Part(2)));
            last.prop_map(|last| format!("{last}{{{{ home?.url or home or \"none\" }}}}")).boxed()
        }
        Some(number) => body(scope(Place::Part(number))).boxed(),
        None if name == "mine.html" => components(scope(Place::Component)).boxed(),
        None if name == "my-base.html" => base(page).boxed(),
        None if name == "home.html" => prop_oneof![3 => child(page), 1 => body(page)].boxed(),
        None => body(page).boxed(),
    }
}

/// A template that others extend.
fn base(scope: Scope) -> impl Strategy<Value = String> {
    (body(scope), block("title", scope), body(scope), block("content", scope), body(scope))
        .prop_map(|(a, title, b, content, c)| [a, title, b, content, c].concat())
}

/// A template that extends another, with or without each of its blocks.
fn child(scope: Scope) -> impl Strategy<Value = String> {
    (option::of(block("title", scope)), option::of(block("content", scope))).prop_map(|(title, content)| {
        format!("{{% extends \"my-base.html\" %}}\n{}\n{}", title.unwrap_or_default(), content.unwrap_or_default())
    })
}

fn block(name: &'static str, scope: Scope) -> impl Strategy<Value = String> {
    let parent = prop_oneof![2 => Just(String::new()), 1 => output(Just("super()".to_owned()))];
    (body(scope), parent, tag(Just(format!("block {name}"))), tag(Just(format!("endblock {name}"))))
        .prop_map(|(body, parent, start, end)| [start, body, parent, end].concat())
}

/// Definitions of `one(a)`, `two(b, …)` and `three(a)`, which has a body.
fn components(scope: Scope) -> impl Strategy<Value = String> {
    let bodies = (body(scope), body(scope), body(scope));
    let implicit = select(vec!["", ", ...rest", ", @home", ", @home", ", @page"]);
    (bodies, implicit, tag(Just("endcomponent".to_owned()))).prop_map(|((one, two, three), implicit, end)| {
        format!(
            "{{% component one(a) %}}{one}{end}{{% component two(b=\"d\"{implicit}) -%}}{two}{{{{ home?.url or home or b }}}}{end}\
             {{% component three(a) %}}{three}{{{{ body }}}}{end}"
        )
    })
}
