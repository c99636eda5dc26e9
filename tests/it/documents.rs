//! Roles as documents for word processors.

use std::io::{Cursor, Read};

use rolebook::plan::Route;
use rolebook::render::{Output, Renderer};
use zip::ZipArchive;

use crate::site::{Site, between, role_text};

const PATH: &str = "en/job-descriptions/tester/tester.docx";

/// A part of a document, as XML.
pub(crate) fn part(document: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(document)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    roxmltree::Document::parse(&text).unwrap();
    text
}

/// The paragraphs of a document, each as its style, its list and level, and its words; what is filled in in braces.
fn paragraphs(document: &[u8]) -> String {
    let text = part(document, "word/document.xml");
    let tree = roxmltree::Document::parse(&text).unwrap();
    let named = |node: roxmltree::Node, name: &str| node.tag_name().name() == name;
    let value = |node: roxmltree::Node, name: &str| {
        let found = node.descendants().find(|inner| named(*inner, name))?;
        found.attributes().find(|attribute| attribute.name() == "val").map(|attribute| attribute.value().to_owned())
    };
    let shown = tree.descendants().filter(|node| named(*node, "p")).map(|paragraph| {
        let words: String = paragraph
            .descendants()
            .filter(|node| named(*node, "r"))
            .map(|run| {
                let words: String =
                    run.descendants().filter(roxmltree::Node::is_text).filter_map(|node| node.text()).collect();
                let breaks = run.descendants().filter(|node| named(*node, "br")).count();
                let words = format!("{}{words}", "|".repeat(breaks));
                if value(run, "highlight").is_some() { format!("{{{words}}}") } else { words }
            })
            .collect();
        let style = value(paragraph, "pStyle").unwrap_or_else(|| "Normal".to_owned());
        let list = value(paragraph, "numId").zip(value(paragraph, "ilvl"));
        let list = list.map(|(list, level)| format!(" {list}.{level}")).unwrap_or_default();
        format!("{style}{list}: {words}\n")
    });
    shown.collect()
}

#[test]
fn a_document_says_what_the_page_says() {
    insta::assert_snapshot!(paragraphs(&Site::new().binary(PATH)), @"
    Title: Tester
    Heading1: Job brief
    Normal: We test at {[company name]}.
    Heading1: Responsibilities
    ListParagraph 2.0: Test
    Heading1: Requirements
    ListParagraph 2.0: Patience
    ");
}

#[test]
fn lists_tables_quotes_and_code_keep_their_form() {
    let markdown = "A **bold** *[link](@job-descriptions/writer)*,  \nnew line & `code`.\n\n### Part\n\n1. one\n   - deep\n\n   more\n2. two\n\nText.\n\n5. five\n\n> said\n\n| a | b |\n|---|---|\n| c | d |\n\n    x\n    y\n";
    let site = Site::new().replace("content/job-descriptions/tester/en.md", "We test at {company}.", markdown);
    insta::assert_snapshot!(paragraphs(&site.binary(PATH)), @"
    Title: Tester
    Heading1: Job brief
    Normal: A bold link,|new line & code.
    Heading2: Part
    ListParagraph 3.0: one
    ListParagraph 2.1: deep
    ListParagraph: more
    ListParagraph 3.0: two
    Normal: Text.
    ListParagraph 4.0: five
    Quote: said
    Normal: a
    Normal: b
    Normal: c
    Normal: d
    Normal: 
    Normal: |xy
    Heading1: Responsibilities
    ListParagraph 2.0: Test
    Heading1: Requirements
    ListParagraph 2.0: Patience
    ");
    let numbering = part(&site.binary(PATH), "word/numbering.xml");
    assert!(numbering.contains("<w:startOverride w:val=\"5\""), "{numbering}");
    let kind_of = |list: &str| {
        let kind = between(&numbering, &format!("<w:num w:numId=\"{list}\">"), "/>");
        let kind = between(kind, "w:abstractNumId w:val=\"", "\" />").split('"').nth(1).unwrap().to_owned();
        let definition = between(&numbering, &format!("<w:abstractNum w:abstractNumId=\"{kind}\">"), "<w:lvlJc");
        between(definition, "<w:numFmt w:val=\"", "\" />").split('"').nth(1).unwrap().to_owned()
    };
    assert_eq!(["2", "3", "4"].map(kind_of), ["bullet", "decimal", "decimal"]);
}

/// Case C1: brothers of it are links in tables and addresses that are none.
#[test]
fn links_out_of_the_site_stay_links_and_others_become_words() {
    let markdown = "Apply with [the *form*](https://jobs.example.org/apply?id=7&b), by [e-mail](mailto:hr@example.org), as \
                    [writer](@job-descriptions/writer) or [never](https://[x).\n\n| [a](https://a.example/) |\n|---|\n| b |\n";
    let site = Site::new().replace("content/job-descriptions/tester/en.md", "We test at {company}.", markdown);
    let document = site.binary(PATH);
    let relations = part(&document, "word/_rels/document.xml.rels");
    let relations = roxmltree::Document::parse(&relations).unwrap();
    let links = relations.descendants().filter(|node| node.attribute("TargetMode") == Some("External"));
    let links: Vec<_> = links.map(|node| (node.attribute("Id").unwrap(), node.attribute("Target").unwrap())).collect();
    let expected = [
        ("rIdLink000001", "https://jobs.example.org/apply?id=7&b"),
        ("rIdLink000002", "mailto:hr@example.org"),
        ("rIdLink000003", "https://a.example/"),
    ];
    assert_eq!(links, expected);
    let text = part(&document, "word/document.xml");
    let text = roxmltree::Document::parse(&text).unwrap();
    let links = text.descendants().filter(|node| node.tag_name().name() == "hyperlink").map(|link| {
        let id = link.attributes().find(|attribute| attribute.name() == "id").unwrap().value();
        let words: String = link.descendants().filter_map(|node| node.text().filter(|_| node.is_text())).collect();
        (id, words)
    });
    let words = ["the form", "e-mail", "a"].map(str::to_owned);
    assert_eq!(links.collect::<Vec<_>>(), expected.into_iter().map(|(id, _)| id).zip(words).collect::<Vec<_>>());
    assert!(
        paragraphs(&document).contains("Apply with the form, by e-mail, as writer or never."),
        "{}",
        paragraphs(&document)
    );
}

#[test]
fn characters_that_xml_does_not_have_are_left_out() {
    let site = Site::new()
        .replace("content/job-descriptions/tester/en.md", "We test", "We\u{1} \u{b}test\u{ffff}")
        .replace("content/job-descriptions/tester/en.md", "\"Tester\"", "\"Tes\\u0001ter\"\nslug = \"tester\"")
        .append("rolebook.toml", "\n[social_images]\nshow = true\n");
    assert!(paragraphs(&site.binary(PATH)).starts_with("Title: Tester\nHeading1: Job brief\nNormal: We test at"));
    assert!(!site.diagnostics().contains("error"), "{}", site.diagnostics());
}

#[test]
fn any_markdown_becomes_a_document() {
    let pieces = [
        "> ",
        "- ",
        "1. ",
        "### ",
        "**",
        "*",
        "~~",
        "`",
        "```\n",
        "    ",
        "\n",
        "\n\n",
        "<b>",
        "&amp;",
        "&",
        "\"",
        "'",
        "<",
        "{city}",
        "\\",
        "| a | b |\n|:-:|--:|\n| c |\n",
        "---\n",
        "  \n",
        "![x](/robots.txt \"t\")",
        "<https://a.b/?c&d>",
        "x",
        "é",
        "\u{7}",
    ];
    let mut state = 7_u64;
    let mut next = |limit: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(state >> 33).unwrap() % limit
    };
    let mut site = Site::new();
    for number in 0..300 {
        let length = 1 + next(14);
        let markdown: String = (0..length).map(|_| pieces[next(pieces.len())]).collect();
        let folder = format!("content/job-descriptions/r{number}");
        site = site.file(&format!("{folder}/entry.toml"), "category = \"it\"\n").file(
            &format!("{folder}/en.md"),
            role_text("R").replace("summary", &format!("slug = \"r{number}\"\nsummary")) + &markdown,
        );
    }
    // Some of it is wrong, and is a document all the same.
    let site = site.compile().site.unwrap();
    let renderer = Renderer::new(&site);
    let documents = site.routes.iter().filter(|(_, route)| matches!(route, Route::Document(..)));
    for (path, route) in documents {
        let Output::Bytes(document) = renderer.render(route).unwrap() else { unreachable!() };
        assert!(part(&document, "word/document.xml").contains("<w:p "), "{path}");
    }
}

#[test]
fn documents_say_their_language_direction_and_title() {
    let document = Site::new().binary("de/stellenbeschreibungen/tester/tester.docx");
    assert!(part(&document, "word/styles.xml").contains("<w:lang w:val=\"de-DE\""));
    assert!(!part(&document, "word/styles.xml").contains("<w:bidi/>"));
    assert!(part(&document, "docProps/core.xml").contains("<dc:title>Tester (m/w/d)</dc:title>"));
    let hebrew = Site::new().append("rolebook.toml", "\n[[locales]]\ncode = \"he\"\nname = \"עברית\"\n").file(
        "content/job-descriptions/tester/he.md",
        role_text("בודק <תוכנה> & co").replace("summary", "slug = \"b\"\nsummary"),
    );
    let document = hebrew.binary("he/job-descriptions/b/b.docx");
    let styles = part(&document, "word/styles.xml");
    assert!(styles.contains("w:bidi=\"he-IL\"") && styles.contains("<w:bidi/>") && styles.contains("<w:rtl/>"));
    assert!(part(&document, "docProps/core.xml").contains("<dc:title>בודק &lt;תוכנה&gt; &amp; co</dc:title>"));
}

#[test]
fn paper_is_the_size_of_the_region() {
    let size = |site: &Site, path: &str| {
        let text = part(&site.binary(path), "word/document.xml");
        if text.contains("w:w=\"12240\"") { "Letter" } else { "A4" }
    };
    assert_eq!(size(&Site::new(), PATH), "Letter");
    assert_eq!(size(&Site::new(), "de/stellenbeschreibungen/tester/tester.docx"), "A4");
}

#[test]
fn a_site_can_do_without_documents() {
    let page = "en/job-descriptions/tester/index.html";
    let link = "<a class=\"button\" href=\"/en/job-descriptions/tester/tester.docx\" download>";
    assert!(Site::new().page(page).contains(link));
    let site = Site::new().append("rolebook.toml", "\n[downloads]\ndocx = false\n");
    assert!(!site.page(page).contains("docx"));
    assert!(site.sound().routes.get(PATH).is_none());
}
