//! What is published, read by a strict reader that is not the program's: XML.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;
use roxmltree::{Document, Node};

/// The schemes of addresses that texts may lead to.
const SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

/// A page as XML: without its document type, and with the elements closed that HTML does not close.
pub(super) fn as_xml(html: &[u8]) -> String {
    static OPEN: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"<(br|wbr)((?: [^<>]*)?)>").expect("a valid expression"));
    let html = std::str::from_utf8(html).expect("pages are UTF-8");
    let html = html.strip_prefix("<!DOCTYPE html>").unwrap_or(html);
    OPEN.replace_all(html, |found: &regex::Captures| match found[2].strip_suffix('/') {
        Some(rest) => format!("<{}{rest}/>", &found[1]),
        None => format!("<{}{}/>", &found[1], &found[2]),
    })
    .into_owned()
}

/// Parses XML, which all that is published must be.
pub(super) fn parse<'x>(xml: &'x str, what: &str) -> Document<'x> {
    Document::parse(xml).unwrap_or_else(|error| panic!("{what} is not well-formed: {error}\n{xml}"))
}

/// The element with an id.
pub(super) fn by_id<'a, 'x>(page: &'a Document<'x>, id: &str) -> Node<'a, 'x> {
    let mut found = page.descendants().filter(|node| node.attribute("id") == Some(id));
    found.next().unwrap_or_else(|| panic!("no element has the id `{id}`"))
}

/// What a reader reads of an element and what is said of its pictures, without space.
pub(super) fn words(node: Node) -> String {
    let of = |node: Node| match node.attribute("alt").filter(|_| node.has_tag_name("img")) {
        Some(words) => words.to_owned(),
        None if node.is_text() => node.text().unwrap_or_default().to_owned(),
        None => String::new(),
    };
    node.descendants().map(of).collect::<String>().split_whitespace().collect()
}

/// No two elements have one id, and every address leads to the web or to the site.
pub(super) fn is_safe(page: &Document) {
    let mut ids = BTreeSet::new();
    for node in page.descendants() {
        if let Some(id) = node.attribute("id") {
            assert!(!id.is_empty() && ids.insert(id), "two elements have the id `{id}`");
        }
        for address in ["href", "src", "action", "data"].into_iter().filter_map(|name| node.attribute(name)) {
            assert!(is_safe_address(address), "a page leads to `{address}`");
        }
        assert!(node.attributes().all(|attribute| !attribute.name().starts_with("on")), "an element runs a script");
    }
}

/// Browsers leave out space and control characters before they look for a scheme.
fn is_safe_address(address: &str) -> bool {
    let seen: String = address.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    match seen.split_once([':', '/', '?', '#']) {
        Some((scheme, _)) if seen[scheme.len()..].starts_with(':') => {
            SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known))
        }
        // Two slashes, or what browsers take for slashes, would be another host.
        _ => !seen.replace('\\', "/").starts_with("//"),
    }
}

/// A path leads to a file below the folder to which it is appended, on every system.
pub(super) fn lies_in_the_output(path: &str) {
    let is_name = |name: &str| !["", ".", ".."].contains(&name) && name.len() <= 255;
    assert!(path.split('/').all(is_name), "`{path}` does not stay in the output");
    assert!(!path.contains(|c: char| c.is_control() || c == '\\'), "`{path}` cannot be a part of an address");
    assert!(!path.to_ascii_lowercase().starts_with(".rolebook-"), "`{path}` is the program's own");
}

/// Whether no program may show a character: those that XML does not have, and those that turn letters round.
pub(super) fn does_harm(c: char) -> bool {
    c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{7f}')
        || matches!(c, '\u{202d}' | '\u{202e}' | '\u{fffe}' | '\u{ffff}')
}
