//! What Markdown becomes: HTML without scripts, and the same words on the page, in the document and for search engines.

use std::io::{Cursor, Read};

use roxmltree::{Document, Node};
use zip::ZipArchive;

use super::bench::{Bench, TEXT};
use super::page::{self, does_harm};
use crate::diagnostic::has_errors;
use crate::parse::config::Kind;
use crate::plan::Route;
use crate::render::{Output, Renderer};
use crate::site::Site;

/// The elements that Markdown makes, and the attributes that they may have.
const ELEMENTS: &[(&str, &[&str])] = &[
    ("a", &["href", "hreflang", "title"]),
    ("blockquote", &[]),
    ("br", &[]),
    ("code", &["class"]),
    ("del", &[]),
    ("em", &[]),
    ("h1", &["id"]),
    ("h2", &["id"]),
    ("h3", &["id"]),
    ("h4", &["id"]),
    ("h5", &["id"]),
    ("h6", &["id"]),
    ("hr", &[]),
    ("img", &["src", "alt", "title", "width", "height", "loading"]),
    ("li", &[]),
    ("ol", &["start"]),
    ("p", &[]),
    ("pre", &[]),
    ("span", &["class", "data-placeholder"]),
    ("strong", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["class"]),
    ("th", &["class"]),
    ("thead", &[]),
    ("tr", &[]),
    ("ul", &[]),
];

/// Whatever the Markdown, its page has no other elements than Markdown makes and leads nowhere but to the web and the site; the
/// document of a role has the words of its page.
#[derive(Default)]
pub struct Markdown {
    bench: Bench,
}

impl Markdown {
    /// Panics if it does not hold of the text of an entry of some kind. Says whether it was published.
    pub fn hold(&mut self, kind: Kind, markdown: &str) -> bool {
        let front = "+++\ntitle = \"T & T\"\nsummary = \"S\"\nupdated = 2026-11-02\n+++\n";
        let (folder, start) = match kind {
            Kind::Role => ("roles", "## brief\n\nB\n\n## responsibilities\n\n- A\n\n## requirements\n\n"),
            Kind::Article => ("articles", ""),
            Kind::Category => ("categories", ""),
            Kind::Page => ("pages", ""),
        };
        let (file, text) = (format!("content/{folder}/a/en.md"), format!("{front}{start}{markdown}"));
        let category = ["content/categories/c/en.md", "content/categories/c/entry.toml", "content/roles/a/entry.toml"];
        let category = category.into_iter().zip([TEXT, "", "category = \"c\"\n"]);
        let files = category.filter(|_| kind == Kind::Role).chain([(file.as_str(), text.as_str())]);
        let files: Vec<_> = files.map(|(file, text)| (file, text.as_bytes())).collect();
        let compiled = self.bench.compile(&files, &["a.png", "files/b.pdf"]);
        let site = compiled.site.expect("the configuration is sound");
        let is_sound = !has_errors(&compiled.diagnostics);
        if is_sound {
            is_published_well(&site, kind);
        }
        is_sound
    }
}

fn is_published_well(site: &Site, kind: Kind) {
    let renderer = Renderer::new(site);
    let file = |path: &str| {
        let route = site.routes.get(path).unwrap_or_else(|| panic!("there is no `{path}`"));
        match renderer.render(route) {
            Ok(Output::Bytes(bytes)) => bytes,
            other => panic!("`{path}` became {other:?}"),
        }
    };
    let pages = site.routes.iter().filter(|(path, _)| path.as_str().ends_with("/t-t/index.html"));
    let [(path, _)] = pages.collect::<Vec<_>>()[..] else { panic!("the text has not one page") };
    let html = page::as_xml(&file(path.as_str()));
    let html = page::parse(&html, "the page");
    page::is_safe(&html);
    let sections: Vec<_> = html.descendants().filter(|node| node.attribute("class") == Some("section")).collect();
    sections.iter().flat_map(|section| section.descendants().skip(1)).for_each(is_markdown);
    if kind == Kind::Role {
        let main = html.descendants().find(|node| node.has_tag_name("main")).expect("the template has one");
        let (document, _) =
            site.routes.iter().find(|(_, route)| matches!(route, Route::Document(..))).expect("roles have documents");
        is_document(&file(document.as_str()), &page::words(main));
        are_qualifications(&html, sections[2]);
    }
    for (path, route) in site.routes.iter() {
        match route {
            Route::Feed(_) => {
                page::parse(std::str::from_utf8(&file(path.as_str())).expect("feeds are UTF-8"), "the feed");
            }
            Route::SearchFile(..) | Route::SearchManifest(_) => {
                let index = serde_json::from_slice::<serde_json::Value>(&file(path.as_str()));
                assert!(index.is_ok(), "`{path}` is no JSON");
            }
            _ => {}
        }
    }
}

/// An element is one that Markdown makes, and words do no harm.
fn is_markdown(node: Node) {
    assert!(!node.text().unwrap_or_default().contains(does_harm), "a character that does harm reached the page");
    if !node.is_element() {
        assert!(node.is_text(), "neither element nor text: {node:?}");
        return;
    }
    let name = node.tag_name().name();
    let (_, attributes) =
        ELEMENTS.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("Markdown made `<{name}>`"));
    for attribute in node.attributes() {
        assert!(attributes.contains(&attribute.name()), "Markdown made `<{name} {}>`", attribute.name());
    }
}

/// A Word file has parts that are XML, and the words of the page.
fn is_document(docx: &[u8], expected: &str) {
    let mut archive = ZipArchive::new(Cursor::new(docx)).expect("a Word file is an archive");
    let mut words = None;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("it is in the archive");
        let mut xml = String::new();
        part.read_to_string(&mut xml).expect("parts are UTF-8");
        let document = page::parse(&xml, part.name());
        if part.name() == "word/document.xml" {
            words = Some(words_of_runs(&document));
        }
    }
    assert_eq!(words.as_deref(), Some(expected), "the document has other words than the page");
}

fn words_of_runs(document: &Document) -> String {
    let runs = document.descendants().filter(|node| node.tag_name().name() == "t");
    runs.filter_map(|run| run.text()).collect::<String>().split_whitespace().collect()
}

/// Search engines read the words of the section, without what is said of its pictures.
fn are_qualifications(page: &Document, section: Node) {
    let data = page.descendants().find(|node| node.attribute("name") == Some("json-ld")).expect("the template has it");
    let data = data.attribute("content").expect("the template has it");
    assert!(!data.contains('<'), "what search engines read could end its element");
    let data: serde_json::Value = serde_json::from_str(data).expect("what search engines read is JSON");
    let mut occupations = data["@graph"].as_array().into_iter().flatten();
    let said = occupations.find_map(|node| node["qualifications"].as_str()).unwrap_or_default();
    let text = section.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect::<String>();
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(squeezed(said), squeezed(&text), "search engines read other words than readers");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::trial::hold;

    fn markdown() -> impl Strategy<Value = String> {
        let pieces = [
            "words ",
            "*",
            "**",
            "_",
            "~~",
            "`",
            "```\n",
            "~~~ js\"<\n",
            "# ",
            "### ",
            "### A {#a}\n",
            "{company}",
            "{a}",
            "\\",
            "<script>alert(1)</script>",
            "<b onclick=\"x\">",
            "<!-- ",
            "-->",
            "&lt;",
            "&#60;",
            "&#1;",
            "&",
            "<",
            ">",
            "> ",
            "- ",
            "12. ",
            "    ",
            "\t",
            "\n",
            "\n\n",
            "\r\n",
            "  \n",
            "[a](@articles/b)",
            "[",
            "](https://a.b/?c&d \"t'\")",
            "](javascript:x)",
            "](mailto:a@b.c)",
            "![a \"b\"](/a.png)",
            "![",
            "](/a.png)",
            "![a](p.png)",
            "[x]: /files/b.pdf\n",
            "[x]",
            "\n\n## Why *not* {a}\n\n",
            "\n\n## brief\n\n",
            "\n\n{{ block x }}\n\n",
            "{{ block y }}",
            "<https://a.b/\">",
            "| a | b |\n|:-:|--:|\n| c | d\\|e |\n",
            "|",
            "---\n",
            "\u{202e}",
            "\u{ffff}",
            "\u{a0}",
            "é職",
            "\u{fdd0}",
        ];
        prop::collection::vec(select(pieces.to_vec()), 0..14).prop_map(|pieces| pieces.concat())
    }

    #[test]
    fn pages_and_documents_have_the_words_of_the_text_and_nothing_else() {
        let mut property = Markdown::default();
        let kind = select(vec![Kind::Role, Kind::Role, Kind::Article, Kind::Category, Kind::Page]);
        hold(300, 100, &(kind, markdown()), |(kind, markdown)| property.hold(kind, &markdown));
    }
}
