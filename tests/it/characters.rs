//! Characters that nobody sees, and that feeds, sitemaps and Word files cannot hold.

use std::io::{Cursor, Read};
use std::path::Path;

use insta::assert_snapshot;
use zip::ZipArchive;

use crate::site::Site;

const TESTER: &str = "content/job-descriptions/tester/en.md";

/// A site in which they stand everywhere, as they are and as escapes.
fn site() -> Site {
    Site::new()
        .replace(TESTER, "title = \"Tester\"", "title = \"Te\u{fffe}st\\u0001er\"\nupdated = 2026-11-02")
        .replace(TESTER, "summary = \"Finds", "alternative_titles = [\"Q\\uFFFF\"]\nsummary = \"\\u001ffinds\u{ffff}")
        .replace(
            TESTER,
            "We test",
            "We\u{fffe} &#xFFFE;test `a\u{ffff}` <b>\u{fffe}</b> ![x\u{ffff}](/robots.txt \"y\u{fffe}\")",
        )
        .file(
            "locales/en/site.ftl",
            "section-brief = Bri\u{fffe}ef { \"\\uFFFE\" }\n-brand = Li\u{ffff}brary { \"\\uFFFF\" }\n",
        )
}

fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found == extension)
}

/// Cases T17 and R19.
#[test]
fn what_xml_cannot_hold_is_left_out_and_reported() {
    let reported = site().compile().diagnostics.into_iter().map(|diagnostic| {
        let place = diagnostic.place.unwrap();
        format!("{}:{}:{} {}", place.file, place.line, place.column, diagnostic.message)
    });
    assert_snapshot!(reported.collect::<Vec<_>>().join("\n"), @"
    content/job-descriptions/tester/en.md:2:9 the character U+0001 is left out: feeds and Word files cannot hold it
    content/job-descriptions/tester/en.md:2:12 the character U+FFFE is left out: feeds and Word files cannot hold it
    content/job-descriptions/tester/en.md:4:23 the character U+FFFF is left out: feeds and Word files cannot hold it
    content/job-descriptions/tester/en.md:5:11 the character U+001F is left out: feeds and Word files cannot hold it
    content/job-descriptions/tester/en.md:5:23 the character U+FFFF is left out: feeds and Word files cannot hold it
    content/job-descriptions/tester/en.md:10:3 the character U+FFFE is left out: feeds and Word files cannot hold it
    content/job-descriptions/tester/en.md:10:5 the character U+FFFE is left out: feeds and Word files cannot hold it
    content/job-descriptions/tester/en.md:10:20 the character U+FFFF is left out: feeds and Word files cannot hold it
    content/job-descriptions/tester/en.md:10:23 HTML in Markdown is shown as text
    content/job-descriptions/tester/en.md:10:26 the character U+FFFE is left out: feeds and Word files cannot hold it
    content/job-descriptions/tester/en.md:10:27 HTML in Markdown is shown as text
    content/job-descriptions/tester/en.md:10:35 the character U+FFFF is left out: feeds and Word files cannot hold it
    content/job-descriptions/tester/en.md:10:52 the character U+FFFE is left out: feeds and Word files cannot hold it
    locales/en/site.ftl:1:20 the character U+FFFE is left out: feeds and Word files cannot hold it
    locales/en/site.ftl:2:12 the character U+FFFF is left out: feeds and Word files cannot hold it
    ");
    let with_one = Site::new().replace(TESTER, "\"Tester\"", "\"Te\u{fffe}ster\"");
    assert_snapshot!(with_one.diagnostics(), @r#"
    warning[invalid-encoding]: the character U+FFFE is left out: feeds and Word files cannot hold it
     --> content/job-descriptions/tester/en.md:2:12
      |
    2 | title = "Te￾ster"
      |            ^
      |
      = help: remove it; nobody can see it
    "#);
}

/// Cases T17 and R19.
#[test]
fn feeds_sitemaps_and_word_files_are_well_formed() {
    let output = site().output();
    for (path, text) in output.iter().filter(|(path, _)| has_extension(path, "xml")) {
        roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{path}: {error}"));
    }
    assert!(output["en/feed.xml"].contains("<title>Tester</title>"), "{}", output["en/feed.xml"]);
    assert!(output.contains_key("en/job-descriptions/tester/index.html"), "the address is made without them");
    let document = site().binary("en/job-descriptions/tester/tester.docx");
    let mut archive = ZipArchive::new(Cursor::new(document)).unwrap();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut text = String::new();
        if part.is_file() {
            part.read_to_string(&mut text).unwrap();
            roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{}: {error}", part.name()));
        }
    }
}

/// Case T17: a site without dates.
#[test]
fn a_feed_without_entries_is_not_made() {
    let output = Site::new().output();
    assert!(output.contains_key("en/feed.xml") && output["en/index.html"].contains("application/atom+xml"));
    assert!(!output.contains_key("de/feed.xml"), "no entry of the locale has a date");
    for (path, page) in output.iter().filter(|(path, _)| path.starts_with("de/") && has_extension(path, "html")) {
        assert!(!page.contains("feed.xml"), "{path}");
    }
    let without = Site::new().replace("content/job-descriptions/writer/en.md", "updated = 2026-11-02\n", "").output();
    assert!(!without.keys().any(|path| path.ends_with("feed.xml")));
    assert!(!without["en/index.html"].contains("application/atom+xml"));
}
