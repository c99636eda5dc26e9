//! Pages as browsers read them, and what in them could run.

use std::collections::BTreeMap;

use html5gum::{DefaultEmitter, Token, Tokenizer};
use url::Url;

/// A start tag.
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
}

/// Elements that neither a theme that keeps to a strict security policy nor Markdown has.
const FOREIGN: [&str; 13] = [
    "applet",
    "base",
    "embed",
    "foreignobject",
    "frame",
    "frameset",
    "iframe",
    "math",
    "object",
    "portal",
    "style",
    "template",
    "xmp",
];

/// Attributes that hold an address.
const ADDRESSES: [&str; 10] =
    ["action", "background", "cite", "data", "formaction", "href", "poster", "src", "srcset", "xlink:href"];

/// The elements of a page, and its text: all characters outside of tags.
pub(crate) fn read(page: &str) -> (Vec<Element>, String) {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (mut elements, mut words) = (Vec::new(), String::new());
    for Ok(token) in Tokenizer::new_with_emitter(page, emitter) {
        match token {
            Token::StartTag(tag) => {
                let attributes = tag.attributes.iter().map(|(name, value)| (text(name), text(value)));
                elements.push(Element { name: text(&tag.name), attributes: attributes.collect() });
            }
            Token::String(string) => words.push_str(&text(&string)),
            _ => {}
        }
    }
    (elements, words)
}

/// What a reader can come to see of a page: its text and the values of its attributes.
pub(crate) fn words(page: &str) -> String {
    let (elements, mut words) = read(page);
    let values = elements.iter().flat_map(|element| element.attributes.values());
    words.extend(values.flat_map(|value| ["\n", value.as_str()]));
    words
}

/// What a page of the site at `https://example.org/` could run, or where it could lead, that no text, message or setting may
/// bring about.
pub(crate) fn dangers(page: &str) -> Vec<String> {
    read(page).0.iter().flat_map(Element::dangers).collect()
}

impl Element {
    fn dangers(&self) -> Vec<String> {
        let Self { name, attributes } = self;
        let mut found = Vec::new();
        if FOREIGN.contains(&name.as_str()) || name == "script" && !self.is_script_of_the_theme() {
            found.push(format!("<{name}>"));
        }
        for (attribute, value) in attributes {
            let is_broken = attribute.contains(['"', '\'', '<', '=', '`']);
            let is_address = ADDRESSES.contains(&attribute.as_str()) && !is_harmless(value);
            if is_broken
                || is_address
                || attribute.starts_with("on")
                || ["srcdoc", "style"].contains(&attribute.as_str())
            {
                found.push(format!("<{name} {attribute}=\"{value}\">"));
            }
        }
        found.extend(self.refresh().filter(|to| !is_harmless(to)).map(|to| format!("refresh to {to}")));
        found
    }

    fn is_script_of_the_theme(&self) -> bool {
        let attribute = |name: &str| self.attributes.get(name).map(String::as_str);
        match attribute("src") {
            Some(source) => source.starts_with("/assets/"),
            None => attribute("type") == Some("application/ld+json"),
        }
    }

    /// Where a `<meta http-equiv="refresh">` leads.
    fn refresh(&self) -> Option<String> {
        self.attributes.get("http-equiv").filter(|kind| kind.eq_ignore_ascii_case("refresh"))?;
        Some(self.attributes.get("content")?.split_once("url=")?.1.to_owned())
    }
}

/// Whether an address is one that browsers do not run, and leads where it seems to: to another host only if it names a scheme.
fn is_harmless(address: &str) -> bool {
    let site = Url::parse("https://example.org/").expect("a valid address");
    let Ok(url) = site.join(address) else { return true };
    match url.scheme() {
        "http" | "https" => url.host() == site.host() || address.starts_with("http"),
        scheme => ["mailto", "tel"].contains(&scheme),
    }
}

#[test]
fn what_runs_is_seen() {
    for page in [
        "<script>alert(1)</script>",
        "<script src=//evil.example/x.js></script>",
        "<script type=application/ld+json>{}</script ><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href=\"x\"onclick=\"alert(1)\">",
        "<a href=\"java&#10;script&colon;alert(1)\">",
        "<a href=' javascript:alert(1)'>",
        "<a href=\"/\\evil.example\">",
        "<a href=//evil.example>",
        "<a title=\"x\"\"=y>",
        "<p style=\"color: red\">",
        "<svg/onload=alert(1)>",
        "<meta http-equiv=Refresh content=\"0; url=data:text/html,x\">",
        "<iframe srcdoc='x'>",
    ] {
        assert!(!dangers(page).is_empty(), "{page}");
    }
    for page in [
        "<p title=\"<script>\">&lt;script&gt;</p>",
        "<a href=\"mailto:a@b.c\"></a><a href=\"HTTPS://evil.example/\"></a>".replace("HTTPS", "https").as_str(),
        "<script type=\"application/ld+json\">{\"a\": \"<p onclick=x>\"}</script>",
        "<script src=\"/assets/page.js\"></script><meta http-equiv=\"refresh\" content=\"0; url=/en/\">",
    ] {
        assert_eq!(dangers(page), [""; 0], "{page}");
    }
}
