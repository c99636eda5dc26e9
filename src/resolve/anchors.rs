//! The ids of headings and sections: no other element of their page has them.
//!
//! The keys of sections come first, then what authors write, then what is made from words; where several are alike, all but
//! the first have a number, one with which no other heading would be called so. One that the theme gives to an element of the
//! page itself begins with `text-` instead, as no id of a theme may.

use std::collections::{BTreeSet, HashMap};

use super::links::Destination;
use super::published::Head;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::EntryId;
use crate::parse::config::Config;
use crate::parse::heading::{Anchor, Heading};
use crate::parse::prose::{Hole, Link};
use crate::parse::text::Body;
use crate::parse::theme_ids::{Ids, OF_TEXTS};

/// The ids of what templates show, from which they make ids of elements: `related-{{ group.id }}`.
#[derive(Hash)]
pub(super) struct Shown {
    /// Those of groups of related entries.
    groups: BTreeSet<String>,
    /// Those of collections, of fields, of entries, and of what stands around the content.
    others: BTreeSet<String>,
}

impl Shown {
    pub(super) fn of(config: &Config, published: &[(EntryId, Head)]) -> Self {
        let collections = config.collections.iter().map(|collection| collection.id.value.as_str());
        let entries = published.iter().map(|(id, _)| id.name.as_str());
        let fields = config.collections.iter().flat_map(|of| &*of.fields).map(|field| field.id.value.as_str());
        Self {
            groups: config.related.groups.iter().map(|group| group.id.value.clone()).collect(),
            others: collections.chain(entries).chain(fields).chain(config.chrome.ids()).map(str::to_owned).collect(),
        }
    }
}

/// Gives the headings of a body ids of their own, and leads the links to them there. `aliases` are further names for ids.
pub(super) fn settle(
    body: &mut Body<Destination>,
    aliases: &[(String, String)],
    (theme, shown): (&Ids, &Shown),
    diagnostics: &mut Vec<Diagnostic>,
) {
    let wished = Wished::of(body);
    let is_group = |id: &str| shown.groups.contains(id);
    let is_known = |id: &str| is_group(id) || shown.others.contains(id) || wished.contains(id);
    let is_of_theme = |id: &str| theme.may_be(id, is_group, is_known);
    let mut taken = Taken {
        is_of_theme: &is_of_theme,
        wished: &wished,
        ids: BTreeSet::new(),
        numbers: HashMap::new(),
        of_names: HashMap::new(),
    };
    if let Body::Sections(sections) = body {
        for section in sections.iter_mut().filter(|section| section.anchor.written.is_none()) {
            section.anchor.id = taken.claim(&section.anchor.id);
        }
        for section in sections.iter_mut().filter(|section| section.anchor.written.is_some()) {
            section.anchor.id = taken.claim_written(&section.anchor, diagnostics);
        }
    }
    let mut ids: Vec<Vec<Option<String>>> = Vec::new();
    for prose in body.prose() {
        let written = prose
            .headings
            .iter()
            .map(|Heading { anchor, .. }| anchor.written.is_some().then(|| taken.claim_written(anchor, diagnostics)));
        ids.push(written.collect());
    }
    for (prose, ids) in body.prose_mut().into_iter().zip(ids) {
        for (Heading { anchor, .. }, id) in prose.headings.iter_mut().zip(ids) {
            anchor.id = id.unwrap_or_else(|| taken.claim(&anchor.id));
        }
    }
    for (alias, id) in aliases {
        if !taken.ids.contains(alias)
            && let Some(id) = taken.of_names.get(id).cloned()
        {
            taken.of_names.entry(alias.clone()).or_insert(id);
        }
    }
    for prose in body.prose_mut() {
        for hole in &mut prose.holes {
            if let Hole::Link(Link { target: Destination::Fragment(name), .. }) = hole
                && let Some(id) = taken.of_names.get(&name.value)
            {
                name.value.clone_from(id);
            }
        }
    }
}

/// What headings and sections would be called, in the order of the words.
struct Wished(Vec<String>);

impl Wished {
    fn of(body: &Body<Destination>) -> Self {
        let of_sections = body.sections().iter().map(|section| &section.anchor);
        let of_headings = body.prose().into_iter().flat_map(|prose| &prose.headings).map(|heading| &heading.anchor);
        let mut ids: Vec<String> = of_sections.chain(of_headings).map(|anchor| anchor.id.clone()).collect();
        ids.sort_unstable();
        Self(ids)
    }

    fn contains(&self, id: &str) -> bool {
        self.0.binary_search_by(|wished| wished.as_str().cmp(id)).is_ok()
    }
}

/// The ids of a page.
struct Taken<'t> {
    /// Whether the theme may give an id to an element of the page.
    is_of_theme: &'t dyn Fn(&str) -> bool,
    /// What no other heading is called, so that ids do not depend on the order of headings.
    wished: &'t Wished,
    ids: BTreeSet<String>,
    /// The last number of each name of which there are several.
    numbers: HashMap<String, usize>,
    /// The id of the first heading of each name.
    of_names: HashMap<String, String>,
}

impl Taken<'_> {
    /// The id of a heading that would be called so.
    fn claim(&mut self, name: &str) -> String {
        let mut id = self.beside_theme(name.to_owned());
        while self.ids.contains(&id) || id != name && self.wished.contains(&id) {
            let number = self.numbers.entry(name.to_owned()).or_insert(1);
            *number += 1;
            let numbered = format!("{name}-{number}");
            id = self.beside_theme(numbered);
        }
        self.ids.insert(id.clone());
        if !self.of_names.contains_key(name) {
            self.of_names.insert(name.to_owned(), id.clone());
        }
        id
    }

    /// The id of a heading for which an author wrote one. It is another if it is taken, which is reported.
    fn claim_written(&mut self, Anchor { id, written }: &Anchor, diagnostics: &mut Vec<Diagnostic>) -> String {
        let is_twice = self.ids.contains(id);
        let settled = self.claim(id);
        let diagnostic = if is_twice {
            let message = format!("two headings of this text have the id `{id}`");
            Diagnostic::error(Code::InvalidId, message).help(format!("write another, such as `{{#{settled}}}`"))
        } else if settled != *id {
            let message = format!("the theme uses the id `{id}` itself; the heading has `{settled}`");
            Diagnostic::warning(Code::InvalidId, message).help("write another id")
        } else {
            return settled;
        };
        diagnostics.extend(written.clone().map(|place| diagnostic.at(place)));
        settled
    }

    /// An id that no element of the theme has.
    fn beside_theme(&self, id: String) -> String {
        if (self.is_of_theme)(&id) { format!("{OF_TEXTS}{id}") } else { id }
    }
}
