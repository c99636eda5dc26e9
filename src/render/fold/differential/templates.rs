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

pub(super) fn themes() -> impl Strategy<Value = RandomTheme> {
    prop_oneof![themes_in(false), themes_in(true)]
}

fn themes_in(shadows: bool) -> impl Strategy<Value = RandomTheme> {
    let scope = |place| Scope { place, shadows };
    let page = scope(Place::Page);
    let pages = (base(page), prop_oneof![3 => child(page), 1 => body(page)], body(page));
    let parts = (body(scope(Place::Part(0))), body(scope(Place::Part(1))), body(scope(Place::Part(2))));
    (prop::bool::weighted(0.03), pages, parts, components(scope(Place::Component))).prop_map(
        |(overrides_shipped, pages, parts, components)| {
            let (first, second, last) = parts;
            let mut templates = vec![("mine.html", components), ("my-base.html", pages.0), ("home.html", pages.1)];
            if overrides_shipped {
                templates
                    .extend([("partials/footer.html", first.clone()), ("partials/head-extra.html", second.clone())]);
            } else {
                templates.push(("role.html", pages.2));
            }
            // Which home page it sees shows whether it is included in a component.
            let last = format!("{last}{{{{ home?.url or home or \"none\" }}}}");
            templates.extend(PARTS.iter().copied().zip([first, second, last]));
            let templates = templates.into_iter().map(|(name, source)| (name.to_owned(), source)).collect();
            RandomTheme { overrides_shipped, templates }
        },
    )
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
