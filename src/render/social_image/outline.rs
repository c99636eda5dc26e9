//! What a picture is made of, looked at before the painter's library follows it: that calls itself for each level of elements and
//! for each reference, and copies what is used many times.

use std::collections::HashMap;

use resvg::usvg::roxmltree::{Document, Node, NodeId, ParsingOptions};

use super::excess::Excess;
use crate::limits::{NESTING, PICTURE_BYTES, PICTURE_PIECES, PICTURE_STYLE_BYTES};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Elements that cost a multiple of their size, or that read other files.
const REFUSED: [&str; 9] = [
    "feConvolveMatrix",
    "feDiffuseLighting",
    "feImage",
    "feMorphology",
    "feSpecularLighting",
    "feTurbulence",
    "image",
    "marker",
    "pattern",
];

/// Attributes by which an element refers to what is painted with it. That they inherit it is not followed.
const REFERRING: [&str; 4] = ["clip-path", "filter", "mask", "style"];

/// How many nodes, namespaces and attributes the XML of a picture may have: more than the pieces that are allowed.
const NODES: u32 = 100_000;

/// Reads the SVG of a picture.
pub(super) fn read(svg: &str) -> Result<Document<'_>, Excess> {
    if svg.len() > PICTURE_BYTES {
        return Err(Excess::Bytes);
    }
    let options = ParsingOptions { allow_dtd: true, nodes_limit: NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(svg, options).map_err(Excess::Unreadable)?;
    check(&document)?;
    Ok(document)
}

fn check(document: &Document) -> Result<(), Excess> {
    let mut named = HashMap::new();
    let mut style = 0;
    for node in document.descendants().filter(|node| is_svg(*node)) {
        let name = node.tag_name().name();
        if let Some(refused) = REFUSED.iter().find(|refused| **refused == name) {
            return Err(Excess::Refused(refused));
        }
        if name == "style" {
            style += style_sheet(node)?;
        }
        if let Some(id) = node.attribute("id") {
            named.entry(id).or_insert(node);
        }
    }
    if style > PICTURE_STYLE_BYTES {
        return Err(Excess::StyleBytes);
    }
    let whole = Outline { named, known: HashMap::new() }.extent(document.root(), 0)?;
    if whole.pieces > PICTURE_PIECES { Err(Excess::Pieces) } else { Ok(()) }
}

fn is_svg(node: Node) -> bool {
    node.is_element() && matches!(node.tag_name().namespace(), None | Some(SVG))
}

/// The bytes of a style sheet, which may not refer to anything: what it refers to would not be counted.
fn style_sheet(style: Node) -> Result<usize, Excess> {
    let texts = style.descendants().filter_map(|node| node.text().filter(|_| node.is_text()));
    let text: String = texts.collect();
    if text.contains("url(") || text.contains("inherit") { Err(Excess::StyleReference) } else { Ok(text.len()) }
}

/// How far an element goes, with all that stands in it and all that it refers to.
#[derive(Clone, Copy, Default)]
struct Extent {
    levels: usize,
    /// Elements and letters, each as often as it is painted.
    pieces: usize,
}

struct Outline<'a, 'input> {
    /// The elements by their ids; of several with one id, the first.
    named: HashMap<&'a str, Node<'a, 'input>>,
    known: HashMap<NodeId, Extent>,
}

impl<'a, 'input> Outline<'a, 'input> {
    /// The extent of a node that stands at a level. A circle of references is as deep as can be.
    fn extent(&mut self, node: Node<'a, 'input>, level: usize) -> Result<Extent, Excess> {
        let known = self.known.get(&node.id()).copied();
        if level + known.map_or(0, |extent| extent.levels) > NESTING {
            return Err(Excess::Levels);
        }
        if let Some(known) = known {
            return Ok(known);
        }
        let letters = node.text().filter(|_| node.is_text()).map_or(1, |text| text.trim().len());
        let mut extent = Extent { levels: 0, pieces: letters };
        let referred: Vec<_> = references(node)?.iter().filter_map(|id| self.named.get(id).copied()).collect();
        for next in node.children().filter(|child| is_svg(*child) || child.is_text()).chain(referred) {
            let Extent { levels, pieces } = self.extent(next, level + 1)?;
            extent = Extent { levels: extent.levels.max(levels + 1), pieces: extent.pieces.saturating_add(pieces) };
        }
        self.known.insert(node.id(), extent);
        Ok(extent)
    }
}

/// The ids to which an element refers.
fn references<'a>(node: Node<'a, '_>) -> Result<Vec<&'a str>, Excess> {
    let mut ids = Vec::new();
    for attribute in node.attributes() {
        let value = attribute.value();
        if REFERRING.contains(&attribute.name()) && value.contains("inherit") {
            return Err(Excess::StyleReference);
        }
        if attribute.name() == "href" {
            ids.extend(value.trim().strip_prefix('#'));
        }
        ids.extend(value.split("url(").skip(1).map(id_in_url));
    }
    Ok(ids)
}

/// The id in what stands behind `url(`.
fn id_in_url(rest: &str) -> &str {
    let is_around = |c: char| c.is_whitespace() || matches!(c, '"' | '\'');
    let url = rest.split(')').next().unwrap_or_default();
    url.trim_matches(is_around).trim_start_matches('#').trim_matches(is_around)
}
