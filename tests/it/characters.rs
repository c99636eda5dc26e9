//! Characters that nobody sees, and that feeds, sitemaps and Word files cannot hold.

use std::io::{Cursor, Read};
use std::path::Path;

use insta::assert_snapshot;
use rolebook::diagnostic::Code;
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
    locales/en/site.ftl:1:1 `section-brief` is yours in `en`, and the theme's in `de`
    locales/en/site.ftl:1:20 the character U+FFFE is left out: feeds and Word files cannot hold it
    locales/en/site.ftl:1:27 the character U+FFFE is left out: feeds and Word files cannot hold it
    locales/en/site.ftl:2:1 `-brand` is set in `en`, and not in `de`
    locales/en/site.ftl:2:12 the character U+FFFF is left out: feeds and Word files cannot hold it
    locales/en/site.ftl:2:22 the character U+FFFF is left out: feeds and Word files cannot hold it
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

/// What escapes of messages stand for is left out wherever messages are shown, and reported where they are written. A
/// backslash that is text begins no escape.
#[test]
fn escapes_of_messages() {
    let messages = r#"-brand = Lib{ "\u0007\U000008" }rary
section-brief = Bri{"\u001b[1m"}ef { QUOTE("x\ufffe\\u0007") }
section-requirements = { $count ->
    [0] No{ "\uFFFF" }ne
   *[other] { -owner(case: "\u0001y") }
}
-owner = { $case }
home-summary = \u0007 stays, { "\t" } cannot be read
site-tagline = Sound{ "\u0000\u0009\u00e9\U01f600" }
collection-job-descriptions = Jo{ "\u000b" }bs
    .slug = jobs{ "\u0002" }
    .singular = Job
"#;
    let readable = messages.replace(r#", { "\t" } cannot be read"#, "");
    let reported = |messages: &str| {
        let found = Site::new().file("locales/en/site.ftl", messages).compile().diagnostics;
        let said = found.into_iter().filter(|one| one.code != Code::MissingMessage);
        let said = said.map(|one| {
            let place = one.place.unwrap();
            format!("{}:{}+{} {}", place.line, place.column, place.length, one.message)
        });
        said.collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(reported(messages), @r"
    1:16+6 the character U+0007 is left out: feeds and Word files cannot hold it
    1:22+8 the character U+0008 is left out: feeds and Word files cannot hold it
    2:22+6 the character U+001B is left out: feeds and Word files cannot hold it
    2:46+6 the character U+FFFE is left out: feeds and Word files cannot hold it
    4:14+6 the character U+FFFF is left out: feeds and Word files cannot hold it
    5:29+6 the character U+0001 is left out: feeds and Word files cannot hold it
    8:33+2 `\t` cannot be read
    9:24+6 the character U+0000 is left out: feeds and Word files cannot hold it
    10:36+6 the character U+000B is left out: feeds and Word files cannot hold it
    11:20+6 the character U+0002 is left out: feeds and Word files cannot hold it
    ");
    let site = site().file("locales/en/site.ftl", &readable);
    let output = site.output();
    for (path, text) in &output {
        let found = text.chars().find(|c| !matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..));
        assert_eq!(found, None, "{path}");
    }
    let page = &output["en/jobs/tester/index.html"];
    for shown in ["Library", "Bri[1mef “x\\u0007”", "Jobs", "Sound\té😀"] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
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

/// What fuzzing has found: the summary that a text does not give is made of its first sentence, which may have them.
#[test]
fn summaries_that_are_sentences_have_none() {
    let site = Site::new().replace(TESTER, "summary =", "updated = 2026-11-02\n#").replace(
        TESTER,
        "We test at {company}.",
        "We\u{fffe} &#xFFFF;&#x202E;test.",
    );
    let output = site.output();
    assert!(output["en/feed.xml"].contains("<summary>We test.</summary>"), "{}", output["en/feed.xml"]);
    assert!(output.values().all(|text| !text.contains(['\u{202e}', '\u{fffe}', '\u{ffff}'])));
}

/// What fuzzing has found: the language of code becomes the class of an element.
#[test]
fn languages_of_code_have_none() {
    let site = Site::new().replace(TESTER, "We test", "```js\u{fffe}&#1;\na\n```\n\nWe test");
    assert!(site.page("en/job-descriptions/tester/index.html").contains("<code class=\"language-js\">a"));
    assert!(site.diagnostics().contains("the character U+0001 is left out"), "{}", site.diagnostics());
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

/// Case O11: what turns letters round is left out, and what nothing ends is reported. Marks and embeddings that end are not.
#[test]
fn characters_that_turn_letters_round_are_reported() {
    let site = Site::new()
        .replace(TESTER, "\"Tester\"", "\"Te\u{202e}st\\u202Eer\"")
        .replace(
            TESTER,
            "We test",
            "\u{200f}\u{200e}\u{61c} \u{2067}a\u{2069} \u{202a}b\u{202c} \u{2066}c &#x202D;We test",
        )
        .file("locales/en/site.ftl", "section-brief = \u{202d}Brief\n-brand = \u{202b}Library\n");
    let reported = site.compile().diagnostics.into_iter().map(|diagnostic| {
        let place = diagnostic.place.unwrap();
        format!("{}:{}:{} {}", place.file, place.line, place.column, diagnostic.message)
    });
    assert_snapshot!(reported.collect::<Vec<_>>().join("\n"), @"
    content/job-descriptions/tester/en.md:2:12 the character U+202E is left out: it turns letters round
    content/job-descriptions/tester/en.md:8:13 the character U+2066 changes the direction of text, and nothing ends it
    content/job-descriptions/tester/en.md:8:16 the character U+202D is left out: it turns letters round
    locales/en/site.ftl:1:1 `section-brief` is yours in `en`, and the theme's in `de`
    locales/en/site.ftl:1:17 the character U+202D is left out: it turns letters round
    locales/en/site.ftl:2:1 `-brand` is set in `en`, and not in `de`
    locales/en/site.ftl:2:10 the character U+202B changes the direction of text, and nothing ends it
    ");
    let output = site.output();
    assert!(output.values().all(|text| !text.contains(['\u{202d}', '\u{202e}'])));
    assert!(output["en/job-descriptions/tester/index.html"].contains("\u{2067}a\u{2069} \u{202a}b\u{202c}"));
    let escape = Site::new().file("locales/en/site.ftl", "section-brief = Brief { \"\\u202e\" }\n").diagnostics();
    assert!(escape.contains("the character U+202E is left out: it turns letters round"), "{escape}");
    let one = Site::new().replace(TESTER, "\"Tester\"", "\"Te\u{2067}ster\"");
    assert!(one.diagnostics().ends_with("= help: put U+2069 where it is to end, or remove it; nobody can see it"));
}
