//! What names may stand for in templates, beyond the variables of the page and of the locale.

use std::collections::{BTreeMap, BTreeSet};

use tera::{ComponentInfo, Tera};

/// Variables of Tera's own, which it does not count among those that a template reads.
pub(super) const OF_TERA: &str = "__tera_";

/// What is known of the names in all templates of a theme together, whichever of them include each other.
pub(super) struct Names {
    /// Those that a loop or an assignment gives another value anywhere; a template that it includes sees that value.
    pub(super) bound: BTreeSet<String>,
    /// Those that components read where they are called, although no argument hands them over.
    pub(super) implicit: BTreeSet<String>,
    /// Whether a component may include a template, in which no variable has the value that it has on pages.
    pub(super) components_include: bool,
}

impl Names {
    /// Reads them off the sources.
    pub(super) fn of(engine: &Tera, sources: &BTreeMap<String, String>) -> Self {
        let bound = sources.values().flat_map(|source| statements(source)).flat_map(bound);
        let components = engine.get_component_names().filter_map(|name| engine.get_component_definition(name));
        Self {
            bound: bound.map(str::to_owned).collect(),
            implicit: components.flat_map(|component| implicit(&component)).collect(),
            components_include: sources.values().any(|source| includes_in_component(source)),
        }
    }
}

/// The words of all statements of a template, and of what only looks like one, in comments, raw text and strings.
fn statements(source: &str) -> impl Iterator<Item = impl Iterator<Item = &str>> {
    source.split("{%").skip(1).map(words)
}

fn words(statement: &str) -> impl Iterator<Item = &str> {
    statement.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

/// The names to which a statement with these words gives a value.
fn bound<'t>(mut words: impl Iterator<Item = &'t str>) -> impl Iterator<Item = &'t str> {
    let most = match words.next() {
        Some("set" | "set_global") => 1,
        Some("for") => 2,
        _ => 0,
    };
    words.take(most)
}

/// Whether a template has an include anywhere between the beginning of its first component and the end of its last one.
fn includes_in_component(source: &str) -> bool {
    let first_words: Vec<_> = statements(source).filter_map(|mut words| words.next()).collect();
    let from = first_words.iter().position(|word| *word == "component");
    let to = first_words.iter().rposition(|word| *word == "endcomponent");
    from.zip(to).is_some_and(|(from, to)| first_words[from..to].contains(&"include"))
}

fn implicit(component: &ComponentInfo) -> Vec<String> {
    component
        .args()
        .iter()
        .filter(|argument| argument.is_implicit())
        .map(|argument| argument.name().to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(source: &str) -> Names {
        let mut engine = Tera::new();
        engine.add_raw_templates([("a.html", source), ("b.html", "")]).unwrap();
        Names::of(&engine, &BTreeMap::from([("a.html".to_owned(), source.to_owned())]))
    }

    #[test]
    fn names_are_bound_by_loops_and_assignments() {
        let source =
            "{%set a=1%}{%- set_global\n b %}{% endset %}{% for c ,d in {} %}{% endfor %}{# {% set e = 1 %} #}";
        let source = format!("{source}{{% raw %}}{{% for f in x %}}{{% endraw %}}{{{{ [g for g in []] }}}}");
        assert_eq!(names(&source).bound, ["a", "b", "c", "d", "e", "f", "in"].map(str::to_owned).into());
    }

    #[test]
    fn components_read_and_include() {
        let component = "{% component x(@page, y) %}{% endcomponent x %}";
        assert_eq!(names(component).implicit, ["page".to_owned()].into());
        for (source, expected) in [
            ("{% component x() %}{% include \"b.html\" %}{% endcomponent x %}", true),
            ("{% component x() %}{# {% endcomponent %} #}{%- include 'b.html' %}{% endcomponent %}", true),
            ("{% include \"b.html\" %}{% component x() %}{% endcomponent %}{% include \"b.html\" %}", false),
        ] {
            assert_eq!(names(source).components_include, expected, "{source}");
        }
    }
}
