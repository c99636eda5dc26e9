//! Messages through a page: what they say is text, or the markup that messages may have.

use std::collections::BTreeSet;

use roxmltree::Node;

use super::bench::Bench;
use super::page::{self, does_harm};
use crate::diagnostic::{Code, has_errors};
use crate::markup::ELEMENTS;
use crate::plan::{PageRoute, Route};
use crate::render::{Output, Renderer};
use crate::site::Site;

const FILE: &str = "locales/en/site.ftl";

/// The attributes that messages may write, and those that the template gives to an element that a message names.
const ATTRIBUTES: [&str; 3] = ["dir", "lang", "title"];
const OF_TEMPLATE: [(&str, &str); 2] = [("href", "/x?a&b"), ("class", "c")];

/// Whatever a file of messages says, pages hold it as text or as inline markup, and a character that does harm is reported.
#[derive(Default)]
pub struct MessagesOnPages {
    bench: Bench,
}

impl MessagesOnPages {
    /// Panics if it does not hold of a file of messages. Pages show `plain-words` as text and `marked-words` as HTML.
    ///
    /// Says whether there were pages.
    pub fn hold(&mut self, messages: &[u8]) -> bool {
        let compiled = self.bench.compile(&[(FILE, messages)], &[]);
        let reported: BTreeSet<Code> = compiled
            .diagnostics
            .iter()
            .filter(|mistake| mistake.place.as_ref().is_some_and(|place| place.file.as_str() == FILE))
            .map(|mistake| mistake.code)
            .collect();
        let is_harmful = std::str::from_utf8(messages).is_ok_and(|text| text.contains(does_harm));
        assert!(!is_harmful || reported.contains(&Code::InvalidEncoding), "a character that does harm is not reported");
        let site = compiled.site.expect("the configuration is sound");
        let is_sound = !has_errors(&compiled.diagnostics);
        if is_sound {
            are_shown(&site);
        }
        is_sound
    }
}

fn are_shown(site: &Site) {
    let renderer = Renderer::new(site);
    for locale in site.library.locales() {
        let home = Route::Page(PageRoute::Home(locale));
        let page = renderer.render(&home);
        let html = match page {
            Ok(Output::Bytes(html)) => html,
            // What depends on what a message is handed shows only now.
            Err(mistake) => {
                assert!(mistake.place.is_some() && mistake.code == Code::Template, "{mistake:?}");
                continue;
            }
            other => panic!("the page became {other:?}"),
        };
        let html = page::as_xml(&html);
        assert!(!html.contains(does_harm), "a character that does harm reached the page");
        let html = page::parse(&html, "the page");
        page::is_safe(&html);
        let plain = page::by_id(&html, "plain-words");
        assert!(plain.children().all(|node| node.is_text()), "a message became markup");
        let title = plain.attribute("title").expect("the template has it");
        assert_eq!(without_isolation(title), without_isolation(&text(plain)), "a message is another in an attribute");
        assert_eq!(title, without_isolation(title), "marks of isolation in an attribute");
        page::by_id(&html, "marked-words").descendants().skip(1).for_each(is_inline);
    }
}

/// An element that messages may have, with what they and the template may say of it.
fn is_inline(node: Node) {
    if !node.is_element() {
        return;
    }
    let name = node.tag_name().name();
    assert!(name == "a" || ELEMENTS.contains(&name), "a message made `<{name}>`");
    for attribute in node.attributes() {
        let is_written = ATTRIBUTES.contains(&attribute.name());
        let is_of_template = OF_TEMPLATE.contains(&(attribute.name(), attribute.value()));
        assert!(is_written || is_of_template, "a message made `<{name} {}>`", attribute.name());
    }
}

fn text(node: Node) -> String {
    node.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect()
}

/// Without U+2068 and U+2069; an XML reader makes spaces of the line ends in attributes.
fn without_isolation(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{2068}' | '\u{2069}'))
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::trial::hold;

    fn messages() -> impl Strategy<Value = String> {
        let ids = ["plain-words = ", "marked-words = ", "-term = ", "other = ", "plain-words =\n    .title = ", "# "];
        let pieces = [
            "words",
            "{ $name }",
            "{ $count ->\n    [one] 1\n   *[other] { $count }\n }",
            "{ NUMBER($count, minimumFractionDigits: 2) }",
            "{ -term }",
            "{ other }",
            "{ \"<script>\" }",
            "{ \"\\u202E\" }",
            "{ \"\\u0001\" }",
            "{ \"",
            "\" }",
            "{ $",
            "<script>alert(1)</script>",
            "<em>",
            "</em>",
            "<em title=\"a\" onclick=\"b\">",
            "<a data-l10n-name=\"link\" href=\"javascript:x\">",
            "</a>",
            "<br>",
            "<wbr/>",
            "<img src=x onerror=y>",
            "&lt;",
            "&",
            "\"",
            "'",
            "<",
            ">",
            "\n    ",
            "\r\n    ",
            "\n",
            "\u{202e}",
            "\u{2067}",
            "\u{fdd0}",
            "\u{1}",
            "é職",
            " ",
            "}",
        ];
        let pattern = prop::collection::vec(select(pieces.to_vec()), 1..6).prop_map(|pieces| pieces.concat());
        let message = (select(ids.to_vec()), pattern).prop_map(|(id, pattern)| format!("{id}{pattern}\n"));
        prop::collection::vec(message, 0..5).prop_map(|messages| messages.concat())
    }

    #[test]
    fn messages_are_text_or_markup_that_they_may_have() {
        let mut property = MessagesOnPages::default();
        hold(300, 60, &messages(), |messages: String| property.hold(messages.as_bytes()));
    }
}
