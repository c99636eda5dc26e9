//! Constant folding: what is the same on all pages of a locale is rendered once, and stands in the templates as text.
//!
//! Folded are outputs such as `{{ home.url }}` or `{{ t(id="skip-to-content") }}`, and whole conditions and loops, such as
//! a menu. Before that, templates are put where they are included ([`includes`]). Tera itself says of each what it reads, and renders it without a page; what asks for a page then fails and is
//! left as it is. Found here are only the places where such pieces begin and end ([`tags`]), and names that may stand for
//! something else ([`names`]); both know no theme, and leave alone what they do not know for certain. `differential/`
//! compares pages of random templates with and without folding.

mod includes;
mod names;
mod tags;

#[cfg(any(test, fuzzing))]
mod differential;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use tera::{Context, Tera, Value};

use super::bounded;
use super::functions::MESSAGE_ARGUMENTS;
#[cfg(any(test, fuzzing))]
pub use differential::Folding;
use names::Names;
use tags::{Tag, TagKind, Trims};

/// The most bytes that a piece may become, and a template with its pieces: each locale has templates of its own.
const MOST_FOLDED: usize = 1 << 20;

/// A theme's templates, with those that they include in them.
pub(super) struct Pieces(BTreeMap<String, Pieced>);

/// A template and its pieces that may be the same on all pages of a locale, in the order in which they begin; one that
/// contains others stands before them.
struct Pieced {
    source: String,
    pieces: Vec<Piece>,
}

/// An output, a condition or a loop.
#[derive(Debug)]
struct Piece {
    range: Range<usize>,
    trims: Trims,
    /// The variables that it reads.
    reads: BTreeSet<String>,
    place: Place,
}

/// Where a piece stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Page,
    /// In a component, or perhaps in what a component includes. There the variables of pages have no values.
    Component,
}

impl Pieces {
    /// Finds the pieces of a theme. `engine` has compiled the sources.
    pub(super) fn of(engine: &Tera, sources: &BTreeMap<String, String>) -> Self {
        let names = Names::of(engine, sources);
        let pieced = |(name, source): (String, String)| {
            let pieces = pieces(&source, &names);
            (name, Pieced { source, pieces })
        };
        let mut templates: BTreeMap<_, _> = includes::inlined(sources).into_iter().map(pieced).collect();
        let mut engine = engine.clone();
        let alone = templates.iter().flat_map(|(template, Pieced { source, pieces })| {
            pieces.iter().map(move |piece| (name(template, piece), &source[piece.range.clone()]))
        });
        if engine.add_raw_templates(alone).is_err() {
            return Self(BTreeMap::new());
        }
        for (template, Pieced { pieces, .. }) in &mut templates {
            pieces.retain_mut(|piece| {
                let reads = engine.get_template_variables(&name(template, piece)).expect("it has just been compiled");
                piece.reads.extend(reads.into_iter().map(str::to_owned));
                piece.reads.is_disjoint(&names.bound) && (piece.place == Place::Page || piece.reads.is_empty())
            });
        }
        Self(templates)
    }

    /// The sources with text in the place of what is the same on all pages, for an engine that has the functions of a
    /// locale. `shared` are the variables that its pages share, which the engine has, too.
    pub(super) fn folded(&self, engine: &Tera, shared: &Context) -> Vec<(String, String)> {
        let no_page = no_page();
        let text = |source: &str, piece: &Piece| {
            let is_shared = piece.reads.iter().all(|name| shared.contains_key(name));
            let piece = is_shared.then(|| &source[piece.range.clone()])?;
            bounded::text(engine, piece, &no_page, MOST_FOLDED).filter(|text| is_plain(text))
        };
        let folded =
            |(name, Pieced { source, pieces }): (&String, &Pieced)| (name.clone(), folded(source, pieces, text));
        self.0.iter().map(folded).collect()
    }
}

/// A source with text in the place of those pieces that have one.
fn folded(source: &str, pieces: &[Piece], text: impl Fn(&str, &Piece) -> Option<String>) -> String {
    let (mut folded, mut done) = (String::with_capacity(source.len()), 0);
    for piece in pieces {
        // What stands within a piece that is text stands there no more.
        if piece.range.start >= done
            && let Some(text) = text(source, piece).filter(|text| folded.len() + text.len() <= MOST_FOLDED)
        {
            folded.push_str(&source[done..piece.range.start]);
            push(&mut folded, &text, piece.trims);
            done = piece.range.end;
        }
    }
    folded.push_str(&source[done..]);
    folded
}

/// Whether Tera takes a text in a template for nothing else, whatever follows it.
fn is_plain(text: &str) -> bool {
    !["{{", "{%", "{#"].iter().any(|sign| text.contains(sign)) && !text.ends_with('{')
}

/// The name of a piece as a template of its own.
fn name(template: &str, piece: &Piece) -> String {
    format!("{template}\0{}", piece.range.start)
}

/// A context in which messages that use what a page hands to them fail.
fn no_page() -> Context {
    let mut context = Context::new();
    context.insert_value(MESSAGE_ARGUMENTS, Value::none());
    context
}

/// The pieces of a template, of which it is not yet known what they read themselves.
fn pieces(source: &str, names: &Names) -> Vec<Piece> {
    let tags: Vec<_> = tags::tags(source).collect();
    let mut place = Place::Page;
    let mut pieces = Vec::new();
    for (index, tag) in tags.iter().enumerate() {
        match tag.kind {
            TagKind::Statement("component") => place = Place::Component,
            TagKind::Statement("endcomponent") => place = Place::Page,
            _ => {}
        }
        let place = if names.components_include { Place::Component } else { place };
        pieces.extend(whole(&tags[index..]).and_then(|tags| piece(source, tags, place, names)));
    }
    pieces
}

/// The piece that consists of some tags, unless it may depend on more than on the variables that Tera says it reads.
fn piece(source: &str, tags: &[Tag], place: Place, names: &Names) -> Option<Piece> {
    let (first, last) = (tags.first()?, tags.last()?);
    let range = first.range.start..last.range.end;
    let calls_component = tags.iter().any(|tag| tag.may_call_component);
    // How deep components call each other is limited, and a text would not count.
    let counts = calls_component && place == Place::Component;
    let asks_tera = source[range.clone()].contains(names::OF_TERA);
    if counts || asks_tera || tags.iter().any(|tag| asks_outer_loop(source, tag)) {
        return None;
    }
    let trims = Trims { before: first.trims.before, after: last.trims.after };
    let reads = if calls_component { names.implicit.clone() } else { BTreeSet::new() };
    Some(Piece { range, trims, reads, place })
}

/// Whether a loop may run over something of the loop around it, such as `loop.index`. Tera does not count that among what
/// the inner loop reads.
fn asks_outer_loop(source: &str, tag: &Tag) -> bool {
    tag.kind == TagKind::Statement("for") && source[tag.range.clone()].contains("loop")
}

/// The output, condition or loop that begins with the first of some tags. What assigns, includes or captures is none.
fn whole<'a, 't>(tags: &'a [Tag<'t>]) -> Option<&'a [Tag<'t>]> {
    let mut depth = 0_usize;
    for (index, tag) in tags.iter().enumerate() {
        match tag.kind {
            TagKind::Statement("if" | "for") => depth += 1,
            TagKind::Statement("endif" | "endfor") => depth = depth.checked_sub(1)?,
            TagKind::Statement("elif" | "else") if depth > 0 => {}
            TagKind::Output => {}
            TagKind::Statement(_) => return None,
        }
        if depth == 0 {
            return Some(&tags[..=index]);
        }
    }
    None
}

/// Adds a text that keeps its own space, and leaves that around it as the tags in whose place it stands.
fn push(folded: &mut String, text: &str, trims: Trims) {
    // A tag before it that removes space would go on with that of the text, but not beyond another tag; and one behind it
    // not beyond a comment.
    folded.push_str(match (trims.before, text.is_empty() || text.starts_with(char::is_whitespace)) {
        (true, true) => "{{- \"\" }}",
        (true, false) => "{#- #}",
        (false, true) => "{{ \"\" }}",
        (false, false) => "",
    });
    folded.push_str(text);
    folded.push_str(match (trims.after, text.ends_with(char::is_whitespace)) {
        (true, _) => "{# -#}",
        (false, true) => "{##}",
        (false, false) => "",
    });
}
