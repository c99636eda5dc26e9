//! How templates follow each other at run time: by `include`, by `extends`, and by calls of components.
//!
//! Tera calls itself for each. It refuses templates that include themselves, and stops components within 20 of each other,
//! but neither long chains nor a component that includes what calls it again, where the two multiply.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::document::Document;
use crate::diagnostic::{Code, Diagnostic};
use crate::limits::INCLUDES;

/// What follows something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part<'t> {
    /// A template, without the components that it defines.
    Template(&'t str),
    Component(&'t str),
}

/// Reports a part of the theme that may follow itself, or too many others.
pub(super) fn report(templates: &[(String, Document)], diagnostics: &mut Vec<Diagnostic>) {
    let mut links: BTreeMap<Part, Vec<Link>> = BTreeMap::new();
    for (name, document) in templates {
        for (part, link) in read(name, document) {
            links.entry(part).or_default().push(link);
        }
    }
    let mut walk = Walk { links: &links, known: BTreeMap::new(), path: Vec::new() };
    let mistake = links.keys().find_map(|part| walk.follow(*part).err());
    diagnostics.extend(mistake.map(|mistake| *mistake));
}

/// Where one part makes another follow.
struct Link<'t> {
    to: Part<'t>,
    document: &'t Document<'t>,
    at: Range<usize>,
}

/// The links of a template and of its components.
fn read<'t>(name: &'t str, document: &'t Document<'t>) -> impl Iterator<Item = (Part<'t>, Link<'t>)> {
    static LINK: LazyLock<Regex> = LazyLock::new(|| {
        let name = r#"(?:"([^"]+)"|'([^']+)'|`([^`]+)`)"#;
        let expression = format!(
            r"\{{#(?s:.*?)#\}}|\{{%-?\s*(?:include|extends)\s*{name}|\{{%-?\s*component\s+(\w+)|(\{{%-?\s*endcomponent)|\{{[{{%]-?\s*<(\w+)"
        );
        Regex::new(&expression).expect("a valid expression")
    });
    let mut part = Part::Template(name);
    LINK.captures_iter(document.text).filter_map(move |found| {
        let template = found.get(1).or(found.get(2)).or(found.get(3));
        if let Some(component) = found.get(4) {
            part = Part::Component(component.as_str());
        } else if found.get(5).is_some() {
            part = Part::Template(name);
        }
        let called = found.get(6);
        let to = template.map(|name| Part::Template(name.as_str()));
        let to = to.or(called.map(|name| Part::Component(name.as_str())))?;
        let at = template.or(called)?.range();
        Some((part, Link { to, document, at }))
    })
}

/// Walks along the links.
struct Walk<'w, 't> {
    links: &'w BTreeMap<Part<'t>, Vec<Link<'t>>>,
    /// How many parts follow each other from here, of those of which that is known.
    known: BTreeMap<Part<'t>, usize>,
    /// The parts on the way.
    path: Vec<Part<'t>>,
}

impl<'t> Walk<'_, 't> {
    /// How many parts follow each other at most, beginning with this one.
    fn follow(&mut self, part: Part<'t>) -> Result<usize, Box<Diagnostic>> {
        if let Some(length) = self.known.get(&part) {
            return Ok(*length);
        }
        self.path.push(part);
        let mut longest = 0;
        for link in self.links.get(&part).into_iter().flatten() {
            longest = longest.max(self.link(link)?);
        }
        self.path.pop();
        self.known.insert(part, longest + 1);
        Ok(longest + 1)
    }

    fn link(&mut self, link: &Link<'t>) -> Result<usize, Box<Diagnostic>> {
        if let Some(start) = self.path.iter().position(|part| *part == link.to) {
            let is_component = |part: &Part| matches!(part, Part::Component(_));
            let circle = &self.path[start..];
            let is_mixed = circle.iter().any(is_component) && !circle.iter().all(is_component);
            return if is_mixed {
                Err(Box::new(link.report("a component leads back to itself by way of a template that it includes")))
            } else {
                Ok(0)
            };
        }
        // The walk itself must not go deeper than what it looks for.
        let length = if self.path.len() > INCLUDES { 1 } else { self.follow(link.to)? };
        if length >= INCLUDES || self.path.len() > INCLUDES {
            let message = format!("more than {INCLUDES} templates and components follow each other here");
            return Err(Box::new(link.report(&message)));
        }
        Ok(length)
    }
}

impl Link<'_> {
    fn report(&self, message: &str) -> Diagnostic {
        let help = "put what the included template says in the place of the `include`";
        Diagnostic::error(Code::Limit, message).at(self.document.place(self.at.clone())).help(help)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::SourcePath;

    /// What is said of templates, given as names and sources.
    fn said(templates: &[(&str, String)]) -> Vec<String> {
        let files: Vec<_> = templates.iter().map(|(name, _)| SourcePath::from(*name)).collect();
        let documents = files.iter().zip(templates);
        let documents = documents.map(|(file, (name, source))| {
            ((*name).to_owned(), Document::new(file, source.as_bytes()).expect("it is text"))
        });
        let documents: Vec<_> = documents.collect();
        let mut diagnostics = Vec::new();
        report(&documents, &mut diagnostics);
        diagnostics.into_iter().map(|diagnostic| diagnostic.message).collect()
    }

    #[test]
    fn components_do_not_include_what_calls_them() {
        let mixed = "a component leads back to itself by way of a template that it includes";
        let component = |body: &str| format!("{{% component x(a) %}}{body}{{% endcomponent x %}}");
        for (a, b, expected) in [
            (component("{% include \"b\" %}"), "{{- <x a={1} /> }}", vec![mixed]),
            (
                component("{%- include 'b' %}"),
                "{{ <y /> }}{% component y() %}{% <x /> %}{% endcomponent y %}",
                vec![mixed],
            ),
            // Components alone stop at 20, templates alone are Tera's to report.
            (component("{{ <x a={1} /> }}"), "", vec![]),
            ("{% include `b` %}".to_owned(), "{% include \"a\" %}", vec![]),
            // The same template, but no circle.
            (component("{% include \"b\" %}") + "{% component y() %}{% endcomponent y %}", "{{ <y /> }}", vec![]),
            (component("{# {% include \"b\" %} #}"), "{{ <x /> }}", vec![]),
        ] {
            let templates = [("a", a), ("b", b.to_owned())];
            assert_eq!(said(&templates), expected, "{templates:?}");
        }
    }
}
