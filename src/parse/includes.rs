//! How templates follow each other at run time: by `include`, by `extends`, and by calls of components.
//!
//! Tera calls itself for each. It refuses templates that include themselves, and stops components within 20 of each other,
//! but neither long chains nor a component that includes what calls it again, where the two multiply.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use regex::bytes::Regex;

use super::document::Document;
use super::tags::{compiled, group, tags};
use crate::diagnostic::{Code, Diagnostic};
use crate::limits::INCLUDES;

/// What follows something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part<'t> {
    /// A template, without the components that it defines.
    Template(&'t str),
    Component(&'t str),
}

/// Which parts of a theme make which others follow.
pub(super) struct Includes<'t> {
    links: BTreeMap<Part<'t>, Vec<Link<'t>>>,
    /// The templates that define a component.
    defining: BTreeMap<&'t str, Vec<&'t str>>,
}

/// Where one part makes another follow.
struct Link<'t> {
    to: Part<'t>,
    document: &'t Document<'t>,
    at: Range<usize>,
}

impl<'t> Includes<'t> {
    /// Reads them off the templates.
    pub(super) fn of(templates: &'t [(String, Document)]) -> Self {
        let mut includes = Self { links: BTreeMap::new(), defining: BTreeMap::new() };
        for (name, document) in templates {
            includes.read(name, document);
        }
        includes
    }

    /// Adds the links of a template and of its components.
    fn read(&mut self, name: &'t str, document: &'t Document<'t>) {
        let text = document.text;
        let mut part = Part::Template(name);
        for tag in tags(text).filter(|tag| !text[tag.clone()].starts_with("{#")) {
            match Statement::of(&text[tag.clone()]) {
                Some(Statement::Component(component)) => {
                    part = Part::Component(component);
                    self.defining.entry(component).or_default().push(name);
                }
                Some(Statement::EndOfComponent) => part = Part::Template(name),
                Some(Statement::Follow(template, at)) => {
                    let at = tag.start + at.start..tag.start + at.end;
                    let link = Link { to: Part::Template(template), document, at };
                    self.links.entry(part).or_default().push(link);
                }
                None => self.links.entry(part).or_default().extend(calls(&text[tag.clone()]).map(|(component, at)| {
                    let at = tag.start + at.start..tag.start + at.end;
                    Link { to: Part::Component(component), document, at }
                })),
            }
        }
    }

    /// Reports a part of the theme that may follow itself, or too many others.
    pub(super) fn report(&self, diagnostics: &mut Vec<Diagnostic>) {
        let mut walk = Walk { links: &self.links, known: BTreeMap::new(), path: Vec::new() };
        let mistake = self.links.keys().find_map(|part| walk.follow(*part).err());
        diagnostics.extend(mistake.map(|mistake| *mistake));
    }

    /// Those of templates that no other extends or includes and that define no component.
    pub(super) fn unnamed(&self, templates: impl Iterator<Item = &'t str>) -> BTreeSet<String> {
        let links = self.links.values().flatten().filter_map(|link| match link.to {
            Part::Template(name) => Some(name),
            Part::Component(_) => None,
        });
        let named: BTreeSet<_> = links.chain(self.defining.values().flatten().copied()).collect();
        templates.filter(|name| !named.contains(name)).map(str::to_owned).collect()
    }

    /// A template and all from which something may stand on its pages.
    pub(super) fn templates_behind(&self, template: &'t str) -> BTreeSet<&'t str> {
        let mut reached = BTreeSet::from([Part::Template(template)]);
        let mut rest = vec![Part::Template(template)];
        while let Some(part) = rest.pop() {
            let links = self.links.get(&part).into_iter().flatten();
            rest.extend(links.map(|link| link.to).filter(|to| reached.insert(*to)));
        }
        let templates = reached.into_iter().flat_map(|part| match part {
            Part::Template(name) => vec![name],
            Part::Component(name) => self.defining.get(name).cloned().unwrap_or_default(),
        });
        templates.collect()
    }
}

/// A statement that matters here.
enum Statement<'t> {
    /// `include` or `extends`, with the template and where in the tag that is named.
    Follow(&'t str, Range<usize>),
    Component(&'t str),
    EndOfComponent,
}

impl<'t> Statement<'t> {
    fn of(tag: &'t str) -> Option<Self> {
        static STATEMENT: LazyLock<Regex> = LazyLock::new(|| {
            let name = r#"(?:"([^"]+)"|'([^']+)'|`([^`]+)`)"#;
            compiled(&format!(r"^\{{%-?\s*(?:(?:include|extends)\s*{name}|component\s+([\w.]+)|endcomponent\b)"))
        });
        let found = STATEMENT.captures(tag.as_bytes())?;
        Some(match (found.get(4), group(&found)) {
            (Some(component), _) => Self::Component(&tag[component.range()]),
            (None, Some(name)) => Self::Follow(&tag[name.clone()], name),
            (None, None) => Self::EndOfComponent,
        })
    }
}

/// The components that a tag may call, wherever in its expressions, and where. What is compared with `<` may be among them.
fn calls(tag: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    static CALL: LazyLock<Regex> = LazyLock::new(|| compiled(r#""[^"]*"|'[^']*'|`[^`]*`|<\s*([\w.]+)"#));
    CALL.captures_iter(tag.as_bytes()).filter_map(|found| group(&found)).map(|range| (&tag[range.clone()], range))
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
        Includes::of(&documents).report(&mut diagnostics);
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
            // A component may be called anywhere in an expression.
            (component("{% include \"b\" %}"), "{{ (<x a={1} />) }}", vec![mixed]),
            (component("{% include \"b\" %}"), "{% set b = [1, < x a={1} />] %}", vec![mixed]),
            (component("{% include \"b\" %}"), "{{ f(a={\"}}\": \"a\" ~ <x a={1} />}) }}", vec![mixed]),
            (component("{% include \"b\" %}"), "{{ \"<x\" }} <x> {% if a<y %}{% endif %}", vec![]),
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
