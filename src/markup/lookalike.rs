//! What looks like markup and is shown as text: elements that messages do not have, and tags that cannot be read.

use super::{ATTRIBUTES, ELEMENTS, NAME, Problem, link_help, quoted};

/// Elements of HTML that are pictures, parts of forms, programs.
const OBJECTS: [&str; 24] = [
    "area", "audio", "base", "button", "canvas", "embed", "form", "frame", "iframe", "img", "input", "link", "map",
    "meta", "object", "option", "picture", "script", "select", "source", "style", "svg", "textarea", "video",
];

/// Elements of HTML that divide a text.
const BLOCKS: [&str; 43] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "label",
    "legend",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "td",
    "th",
    "title",
    "tr",
    "ul",
];

/// Elements of HTML that say how words look.
const LOOKS: [&str; 10] = ["big", "blink", "del", "font", "ins", "marquee", "ruby", "strike", "tt", "u"];

/// The first lookalike in a text that has no markup.
pub(super) fn find(text: &str) -> Option<Problem> {
    text.match_indices('<').find_map(|(at, _)| {
        let (message, help) = described(&text[at + 1..])?;
        Some(Problem { at, message, help, is_shown: true })
    })
}

/// What is wrong with the tag whose inside begins a text, and what to do; `None` if this is no tag.
fn described(text: &str) -> Option<(String, String)> {
    if text.starts_with("!--") {
        let help = "write what is for translators as `# …` above the message";
        return Some(("comments of HTML are shown as text".to_owned(), help.to_owned()));
    }
    let inner = &text[..text.find('>')?];
    let inner = inner.strip_prefix('/').unwrap_or(inner).trim_end_matches('/').trim_end();
    let name = inner.split(|c: char| c.is_ascii_whitespace()).next().unwrap_or_default();
    let attributes = inner[name.len()..].trim();
    // `a <b and c> d` is no tag.
    let is_tag = name.chars().all(|c| c.is_ascii_alphanumeric()) && (attributes.is_empty() || attributes.contains('='));
    let lower = name.to_ascii_lowercase();
    let help = match lower.as_str() {
        _ if !is_tag => return None,
        known if known == "a" || ELEMENTS.contains(&known) => return Some(unreadable(name, &lower, attributes)),
        known if OBJECTS.contains(&known) => {
            "put it into the template; its words are a message of their own".to_owned()
        }
        known if BLOCKS.contains(&known) => {
            "write a message for each part, and let the template put them together".to_owned()
        }
        known if LOOKS.contains(&known) => format!("the elements of messages are {}", quoted(&ELEMENTS)),
        _ => return None,
    };
    Some((format!("messages have no element `<{lower}>`: it is shown as text"), help))
}

/// What to say of a tag of an element that messages have.
fn unreadable(name: &str, lower: &str, attributes: &str) -> (String, String) {
    if name != lower {
        let message = format!("`<{name}>` is shown as text: elements are written in lower case");
        return (message, if lower == "a" { link_help() } else { format!("write `<{lower}>`") });
    }
    let message = format!("this `<{name}>` is shown as text: its attributes cannot be read");
    let (attribute, value) = attributes.split_once('=').unwrap_or((attributes, ""));
    let attribute = attribute.split_ascii_whitespace().next_back().unwrap_or_default();
    let value = value.trim_start_matches(['"', '\'', '“', '„']);
    let value = value.split(['"', '\'', '”', '“', ' ']).next().unwrap_or_default();
    let help = match attribute {
        _ if lower == "a" && attribute != NAME => link_help(),
        known if known == NAME || ATTRIBUTES.contains(&known) => {
            format!("put the value into straight double quotes: `{attribute}=\"{value}\"`")
        }
        _ => format!("messages may set {} in straight double quotes", quoted(&ATTRIBUTES)),
    };
    (message, help)
}
