//! The pages of `docs/diagnostics/`, which `rolebook explain` shows: their examples are true.
//!
//! A page shows files before and after a correction, and what is said of those before. A line names each file. The rest of the
//! site is the small one of `site.rs`, of which `docs/diagnostics.md` speaks.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use rolebook::diagnostic::{Code, Severity};

use crate::folder::Folder;
use crate::site::Site;

/// Pages without a site before and after, and why.
const WITHOUT_SITES: [(Code, &str); 1] =
    [(Code::OutsideSite, "a site in memory has no links of the file system: see below")];

const HEADINGS: [&str; 5] = ["Why it matters", "How to fix it", "Before", "After", "More examples"];

#[test]
fn what_stood_before_is_reported_as_shown() {
    for (code, page) in pages() {
        let site = page.before.iter().fold(Site::new(), |site, (file, change)| change.apply(file, site));
        let mark = format!("[{code}]: ");
        assert!(page.said.split("\n\n").all(|one| one.contains(&mark)), "nothing else is wrong: {}", page.said);
        assert_eq!(site.diagnostics(), page.said, "{code}");
    }
}

#[test]
fn what_stands_there_after_is_sound() {
    for (code, page) in pages() {
        let mut files = page.before;
        files.extend(page.after);
        let site = files.iter().fold(Site::new(), |site, (file, change)| change.apply(file, site));
        assert_eq!(site.diagnostics(), "", "{code}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_of_the_file_system_is_reported_as_shown() {
    let folder = Folder::new(&Site::new());
    fs::create_dir(folder.path("static")).unwrap();
    std::os::unix::fs::symlink("/etc/hostname", folder.path("static/env.txt")).unwrap();
    let said = String::from_utf8(folder.rolebook(&["check"]).stdout).unwrap();
    let [shown] = <[String; 1]>::try_from(read(Code::OutsideSite).more).unwrap();
    assert!(said.starts_with(&shown), "{said}");
}

/// Other examples come from the tests, which know the sites of which they are said.
#[test]
fn more_examples_are_those_of_tests() {
    let files = fs::read_dir(root().join("tests/it")).unwrap().map(|file| file.unwrap().path());
    let tests: String = files.filter(|file| file.is_file()).map(|file| text(&file)).collect();
    let tests = unindented(&tests);
    let mut missing = BTreeSet::new();
    for (_, Page { more: shown, .. }) in pages() {
        missing.extend(shown.into_iter().filter(|said| !tests.contains(&unindented(said))));
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn pages_are_complete() {
    for code in Code::ALL {
        let page = read(*code);
        let (title, headings) = page.headings.split_first().unwrap();
        assert_eq!(title, code.as_str());
        let without_sites = WITHOUT_SITES.iter().any(|(other, _)| other == code);
        let needed = if without_sites { &HEADINGS[..2] } else { &HEADINGS[..4] };
        assert!(headings.get(..needed.len()).is_some_and(|first| first == needed), "{code}");
        let severities = [Severity::Error, Severity::Warning, Severity::Hint].map(Severity::as_str);
        let first = page.first_word.to_lowercase();
        assert!(severities.contains(&first.as_str()), "{code} says first how much it matters: {first}");
    }
    let files = fs::read_dir(root().join("docs/diagnostics")).unwrap().count();
    assert_eq!(files, Code::ALL.len(), "there is no page without a code");
}

/// Links from anywhere in the documentation lead to pages, not to headings that the list of pages once had.
#[test]
fn links_lead_to_pages() {
    let docs = fs::read_dir(root().join("docs")).unwrap().map(|file| file.unwrap().path());
    let files = docs.chain(["README.md", "CHANGELOG.md", "SECURITY.md"].map(|name| root().join(name)));
    let mut count = 0;
    for file in files.filter(|file| file.extension().is_some_and(|extension| extension == "md")) {
        let text = text(&file);
        assert!(!text.contains("diagnostics.md#"), "{}", file.display());
        for link in text.split("](").filter_map(|rest| rest.split_once(')')).map(|(link, _)| link) {
            if let Some((_, name)) = link.split_once("diagnostics/") {
                count += 1;
                let is_page = name.strip_suffix(".md").is_some_and(|name| name.parse::<Code>().is_ok());
                assert!(is_page, "{} links to {link}", file.display());
            }
        }
    }
    assert!(count > Code::ALL.len(), "the test has found the links");
}

/// What is done to a file of the small site.
enum Change {
    Written(String),
    Continued(String),
    Removed,
}

impl Change {
    fn apply(&self, file: &str, site: Site) -> Site {
        match (self, file.strip_prefix("static/")) {
            (Self::Removed, _) => site,
            (Self::Continued(text), _) => site.append(file, text),
            (Self::Written(_), Some(name)) => site.static_file(name),
            (Self::Written(text), None) => site.file(file, text),
        }
    }
}

#[derive(Default)]
struct Page {
    first_word: String,
    /// The paragraph before a block.
    introduction: String,
    headings: Vec<String>,
    before: BTreeMap<String, Change>,
    said: String,
    after: BTreeMap<String, Change>,
    more: Vec<String>,
}

/// The pages that show a site.
fn pages() -> impl Iterator<Item = (Code, Page)> {
    let codes = Code::ALL.iter().filter(|code| !WITHOUT_SITES.iter().any(|(other, _)| other == *code));
    codes.map(|code| (*code, read(*code)))
}

/// Reads a page. A paragraph that names a file stands before its text; what is said has no such paragraph before it.
fn read(code: Code) -> Page {
    let mut page = Page::default();
    let (mut words, mut named) = (String::new(), String::new());
    for event in Parser::new(code.page()) {
        match event {
            Event::Start(Tag::Heading { .. } | Tag::Paragraph | Tag::Item) => {
                words.clear();
                named.clear();
            }
            Event::Start(Tag::CodeBlock(_)) => page.introduction = std::mem::take(&mut words),
            Event::Text(text) => words += &text,
            Event::SoftBreak => words.push(' '),
            Event::Code(code) => {
                named = code.to_string();
                words += "<file>";
            }
            Event::End(TagEnd::Heading(_)) => page.headings.push(words.clone()),
            Event::End(TagEnd::Paragraph) => page.paragraph(&words, &named),
            Event::End(TagEnd::CodeBlock) => page.block(std::mem::take(&mut words), &named),
            _ => {}
        }
    }
    page
}

impl Page {
    fn paragraph(&mut self, words: &str, named: &str) {
        if self.first_word.is_empty() {
            words.split(|c: char| !c.is_alphabetic()).next().unwrap().clone_into(&mut self.first_word);
        }
        if words == "Remove <file>." {
            self.after.insert(named.to_owned(), Change::Removed);
        }
    }

    fn block(&mut self, text: String, named: &str) {
        let is_in = |heading: &str| self.headings.last().is_some_and(|last| last == heading);
        let change = match self.introduction.as_str() {
            "<file>:" => Change::Written(text),
            "At the end of <file>:" => Change::Continued(text),
            _ if is_in("Before") => {
                text.trim_end().clone_into(&mut self.said);
                return;
            }
            _ => return self.more.push(text),
        };
        let files = if is_in("After") { &mut self.after } else { &mut self.before };
        files.insert(named.to_owned(), change);
    }
}

/// Text whose lines begin and end without space, as it may stand anywhere in a test.
fn unindented(text: &str) -> String {
    text.lines().map(str::trim).collect::<Vec<_>>().join("\n")
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}
