//! Templates in the place of the statements that include them.
//!
//! Each include costs Tera as much as many outputs, and what stands in one template can be folded as a whole. Only what
//! means the same in both places is moved: outputs, conditions and loops, with the space around them as it is.

use std::collections::{BTreeMap, BTreeSet};

use super::names::OF_TERA;
use super::tags::{self, Tag, TagKind, Trims};

/// The bytes that a template may have grown to.
const MOST: usize = 1 << 18;

/// The templates of a theme with those that they include in the place of the statements, by their names. Those that are
/// included nowhere any more are left out.
pub(super) fn inlined(sources: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut templates = sources.clone();
    let mut moved = BTreeSet::new();
    loop {
        // Those that include nothing are moved, until there are no more of them.
        let mut next = BTreeMap::new();
        for (name, source) in &templates {
            next.insert(name.clone(), with_included(name, source, &templates, &mut moved));
        }
        if templates == next {
            let named = |name: &String| templates.values().any(|source| source.contains(name.as_str()));
            next.retain(|name, _| !moved.contains(name) || named(name));
            return next;
        }
        templates = next;
    }
}

/// A template with those that it includes, whose names are added to those of the `moved`.
fn with_included(
    name: &str,
    source: &str,
    templates: &BTreeMap<String, String>,
    moved: &mut BTreeSet<String>,
) -> String {
    let (mut whole, mut done) = (String::with_capacity(source.len()), 0);
    let mut in_component = false;
    for tag in tags::tags(source) {
        match tag.kind {
            TagKind::Statement("component") => in_component = true,
            TagKind::Statement("endcomponent") => in_component = false,
            TagKind::Statement("include") if !in_component => {
                let part = included(source, &tag).filter(|part| extension(part) == extension(name));
                let Some((part_name, part)) = part.and_then(|part| templates.get_key_value(part)) else { continue };
                let fits = whole.len() + part.len() < MOST && !source[..tag.range.start].ends_with('{');
                if fits && is_movable(part, tag.trims) {
                    whole.push_str(&source[done..tag.range.start]);
                    super::push(&mut whole, part, tag.trims);
                    done = tag.range.end;
                    moved.insert(part_name.clone());
                }
            }
            _ => {}
        }
    }
    whole.push_str(&source[done..]);
    whole
}

/// The name of the template that a statement includes, if it names one and says nothing else.
fn included<'t>(source: &'t str, tag: &Tag) -> Option<&'t str> {
    let range = tag.range.start + 2..tag.range.end - 2;
    let name = source[range].trim_matches('-').trim().strip_prefix("include")?.trim_ascii_start();
    let quote = name.chars().next().filter(|quote| matches!(quote, '"' | '\'' | '`'))?;
    name[1..].strip_suffix(quote).filter(|name| !name.contains(quote))
}

/// Tera escapes by it.
fn extension(name: &str) -> Option<&str> {
    name.rsplit_once('.').map(|(_, extension)| extension)
}

/// Whether a template means the same in the place of a statement with these marks.
fn is_movable(text: &str, trims: Trims) -> bool {
    let Some(tags) = tags::all(text) else { return false };
    let means_the_same = |tag: &Tag| {
        let words = ["if", "elif", "else", "endif", "for", "endfor"];
        let kind = matches!(tag.kind, TagKind::Output) || words.iter().any(|word| tag.kind == TagKind::Statement(word));
        kind && !text[tag.range.clone()].contains(OF_TERA)
    };
    tags.iter().all(means_the_same)
        && !removes_before(text, &tags)
        && (trims.after || !removes_behind(text, &tags))
        && !text.ends_with('{')
}

/// Whether it may remove space that stands before it.
fn removes_before(text: &str, tags: &[Tag]) -> bool {
    text.starts_with("{#-") || tags.first().is_some_and(|tag| tag.trims.before && tag.range.start == 0)
}

/// Whether it may remove space that stands behind it. Comments do not hinder a tag.
fn removes_behind(text: &str, tags: &[Tag]) -> bool {
    let is_nothing = |rest: &str| rest.is_empty() || rest.starts_with("{#");
    let by_tag = tags.last().is_some_and(|tag| tag.trims.after && is_nothing(text[tag.range.end..].trim_start()));
    by_tag || text.trim_end().ends_with("-#}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What becomes of a template that includes another as `{% include "b.html" %}`.
    fn with(included: &str, source: &str) -> String {
        let sources = [("a.html", source), ("b.html", included), ("c.txt", "c")];
        let sources = sources.map(|(name, source)| (name.to_owned(), source.to_owned())).into();
        inlined(&sources)["a.html"].clone()
    }

    #[test]
    fn templates_stand_where_they_are_included() {
        for (included, source, expected) in [
            ("{{ b }}", "a{% include \"b.html\" %}c", "a{{ b }}c"),
            ("{{ b }}\n", "a {%- include 'b.html' -%} c", "a {#- #}{{ b }}\n{# -#} c"),
            (
                " {{- b }}{% if b -%} {% endif %}",
                "a {%include `b.html`%} c",
                "a {{ \"\" }} {{- b }}{% if b -%} {% endif %} c",
            ),
            ("b{# -#}", "{% include \"b.html\" -%} c", "b{# -#}{# -#} c"),
        ] {
            assert_eq!(with(included, source), expected);
        }
    }

    #[test]
    fn templates_stay_where_they_may_mean_something_else() {
        let statement = "{% include \"b.html\" %}";
        for included in [
            "{% set a = 1 %}",
            "{% block a %}{% endblock %}",
            "{% component a() %}{% endcomponent a %}",
            "{{ 'a\\'' }}",
            "{{- a }}",
            "{{ a -}}",
            "{{ a -}} {# b #}",
            "a {# b -#}\n",
            "{#- a #}",
            "a{",
            "{{ __tera_context }}",
            "{% include \"b.html\" %}",
        ] {
            let source = format!("a {statement} c");
            assert_eq!(with(included, &source), source, "{included}");
        }
        for source in [
            "{% component a() %}{% include \"b.html\" %}{% endcomponent a %}",
            "{% include \"c.txt\" %}",
            "{% include \"missing.html\" %}",
            "{% include [\"b.html\"] %}",
            "{% include \"b.html\" ignore missing %}",
            "{{% include \"b.html\" %}",
            "{% raw %}{% endraw %}{% include \"b.html\" %}",
        ] {
            assert_eq!(with("b", source), source);
        }
    }

    #[test]
    fn templates_that_are_included_nowhere_are_left_out() {
        let sources =
            [("a", "{% include \"b\" %}{% include \"c\" %}"), ("b", "b"), ("c", "c{% set d = 1 %}"), ("d", "d")];
        let sources = sources.map(|(name, source)| (format!("{name}.html"), source.replace("\" %", ".html\" %")));
        assert_eq!(inlined(&sources.into()).into_keys().collect::<Vec<_>>(), ["a.html", "c.html", "d.html"]);
    }

    /// Each of nine templates includes the next one ten times.
    #[test]
    fn templates_do_not_grow_without_end() {
        let source = |number: usize| format!("{{% include \"{}.html\" %}}", number + 1).repeat(10);
        let sources = (0..9).map(|number| (format!("{number}.html"), source(number)));
        let sources = sources.chain([("9.html".to_owned(), "words".repeat(100))]).collect();
        assert!(inlined(&sources).values().all(|source| source.len() < 2 * MOST));
    }
}
