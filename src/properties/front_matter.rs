//! Any text is read or there is a mistake in it, and its page is sound; what is recorded in its front matter changes nothing else.

use std::collections::BTreeMap;

use toml_edit::DocumentMut;

use super::bench::Bench;
use super::page::{self, does_harm};
use crate::diagnostic::Severity;
use crate::limits::TITLE_CHARACTERS;
use crate::parse::accept::with_source;
use crate::parse::front_matter::{Form, Layout};
use crate::parse::revision::{Part, Revision};
use crate::parse::text::FrontMatter as Front;
use crate::place::{Located, Place, SourcePath};
use crate::plan::{PageRoute, Route};
use crate::render::{Output, Renderer};
use crate::site::Site;

const FILE: &str = "content/articles/a/en.md";
const FACTS: &str = "content/articles/a/entry.toml";

/// What some editors begin files with.
const MARK: char = '\u{feff}';

/// Any text of an entry is read or has a mistake, whatever its facts are; recording which original it was made from changes nothing
/// else.
#[derive(Default)]
pub struct FrontMatter {
    bench: Bench,
}

/// What came of a text in which there is no mistake.
struct Read {
    front: Front,
    /// Its page, unless there is a mistake in the facts.
    page: Option<Vec<u8>>,
}

impl FrontMatter {
    /// Panics if it does not hold of the facts of an entry, an `entry.toml`, and a text, front matter included. Says whether the
    /// text was read.
    pub fn hold(&mut self, facts: &str, text: &[u8]) -> bool {
        let read = self.read(facts, text);
        if let Some(page) = read.as_ref().and_then(|read| read.page.as_ref()) {
            page::is_safe(&page::parse(&page::as_xml(page), "the page"));
        }
        let is_read = read.is_some();
        if let Ok(text) = std::str::from_utf8(text) {
            self.record(facts, text, read);
        }
        is_read
    }

    /// Reads a text, unless there is a mistake in it.
    fn read(&mut self, facts: &str, text: &[u8]) -> Option<Read> {
        let compiled = self.bench.compile(&[(FACTS, facts.as_bytes()), (FILE, text)], &[]);
        let errors = compiled.diagnostics.iter().filter(|mistake| mistake.severity == Severity::Error);
        let files: Vec<_> = errors.map(|mistake| mistake.place.as_ref().map(|place| place.file.as_str())).collect();
        let elsewhere = files.iter().find(|file| ![Some(FILE), Some(FACTS)].contains(file));
        assert_eq!(elsewhere, None, "another file is blamed");
        let is_read = !files.contains(&Some(FILE));
        let site = compiled.site.expect("the configuration is sound");
        let mut texts = site.library.front_matter().flatten();
        let front = texts.find(|front| front.title.place.file.as_str() == FILE);
        assert!(front.is_some() || !is_read, "the text was dropped without a word");
        let front = front.inspect(|front| are_words(front)).filter(|_| is_read)?.clone();
        let page = files.is_empty().then(|| page_of(&site, &front));
        Some(Read { front, page })
    }

    /// Records what `rolebook status --accept` does.
    fn record(&mut self, facts: &str, text: &str, read: Option<Read>) {
        let original = Revision::of(&[Part { name: "title".to_owned(), text: text.to_owned(), is_headed: false }]);
        let Ok(after) = with_source(text, &original) else {
            assert!(read.is_none(), "a text that is read takes no record");
            return;
        };
        assert_eq!(after.starts_with(MARK), text.starts_with(MARK), "the mark of a file changed");
        assert_eq!(with_source(&after, &original).as_ref(), Ok(&after), "recording twice changes something");
        let [(form, old, old_body), (_, new, new_body)] = [text, &after].map(parts);
        assert_eq!(old_body, new_body, "the text below the front matter changed");
        if form == Some(Form::Toml) {
            assert_eq!(without_record(old), without_record(new), "more than the record changed");
        }
        if !old.contains("source") {
            is_insertion(text, &after);
        }
        if let Some(before) = read {
            let now = self.read(facts, after.as_bytes()).expect("a text with a record is read as before");
            let (source, parts) = (now.front.source.as_ref().map(|source| &source.value), &now.front.source_parts);
            assert_eq!(source, Some(&original.hash), "the record is not read");
            assert_eq!(*parts, original.parts.iter().cloned().collect(), "the record is not read");
            assert_eq!(without_places(before.front), without_places(now.front), "the record changed what is read");
            assert_eq!(before.page, now.page, "the record changed the page");
        }
    }
}

/// The page of the text with this front matter.
fn page_of(site: &Site, front: &Front) -> Vec<u8> {
    let is_of_text = |route: &Route| match route {
        Route::Page(PageRoute::Entry(locale, entry)) => {
            site.library.page(*entry, *locale).is_some_and(|page| *page.text == *front)
        }
        _ => false,
    };
    let (path, route) = site.routes.iter().find(|(_, route)| is_of_text(route)).expect("the text has a page");
    match Renderer::new(site).render(route) {
        Ok(Output::Bytes(page)) => page,
        other => panic!("`{path}` became {other:?}"),
    }
}

/// What readers see can be shown, and is no longer than it may be.
fn are_words(front: &Front) {
    let titles = [&front.title.value].into_iter().chain(&front.alternative_titles).chain(&front.inflections);
    for title in titles.clone() {
        assert!(title.chars().count() <= TITLE_CHARACTERS, "a title of {} characters", title.chars().count());
    }
    for words in titles.chain([&front.summary]).chain(front.grammar.values()) {
        assert!(!words.contains(does_harm), "a character that does harm is left in {words:?}");
    }
}

/// The form of the front matter of a text, what stands between its fences, and the text below it.
fn parts(text: &str) -> (Option<Form>, &str, &str) {
    let text = text.strip_prefix(MARK).unwrap_or(text);
    let Layout { form, front_matter, body } = Layout::of(text).expect("what takes a record is closed");
    (form, &text[front_matter], &text[body])
}

fn without_record(front_matter: &str) -> String {
    let mut document: DocumentMut =
        front_matter.trim_start_matches(MARK).parse().expect("a record is made of TOML alone");
    document.remove("source");
    document.remove("source_parts");
    document.to_string()
}

fn is_insertion(old: &str, new: &str) {
    let same = |(a, b): &(u8, u8)| a == b;
    let before = old.bytes().zip(new.bytes()).take_while(same).count();
    let behind = old.bytes().rev().zip(new.bytes().rev()).take_while(same).count();
    assert!(before + behind >= old.len(), "other bytes changed than those of the record: {old:?} became {new:?}");
}

fn without_places(front: Front) -> Front {
    fn moved<T>(located: Located<T>) -> Located<T> {
        Located { place: Place::start_of(&SourcePath::from(FILE)), ..located }
    }
    Front {
        title: moved(front.title),
        slug: front.slug.map(moved),
        source: None,
        source_parts: BTreeMap::new(),
        fields: front.fields.into_iter().map(|(number, value)| (number, moved(value))).collect(),
        ..front
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::trial::hold;

    fn pieces() -> impl Strategy<Value = String> {
        let pieces = [
            "title = \"A\"\n",
            "summary = \"B\"\n",
            "title = ",
            "slug = \"x\"\n",
            "source = \"0123\" # by hand\n",
            "source_parts = { title = \"0\" }\n",
            "[source_parts]\ntitle = \"0\"\n",
            "source.a = 1\n",
            "[grammar]\n",
            "genitive = \"As\"\n",
            "updated = 2026-02-30\n",
            "updated = 2026-02-28\n",
            "alternative_titles = [\"x\", \"x\"]\n",
            "inflections = [\"\\u202e\"]\n",
            "# a comment\n",
            "alternative-titles:\n  - x\n  - 12\n",
            "source: '0123' # by hand\n",
            "source-parts:\n  title: \"0\"\n",
            "source:\n",
            "grammar: {genitive: As}\n",
            "updated: 2026-02-28\n",
            "draft: &a true\n",
            "author: *a\n",
            "level: junior\n",
            "pay = { from = 1, to = 2.5, currency = \"EUR\", per = \"year\" }\n",
            "start: 2027-02-01\n",
            "places: [\"{city}\", '<b>']\n",
            "[fields]\napply = \"https://a.b/?c&d\"\n",
            "fields: {apply: 'javascript:x'}\n",
            "\"\"\"\n",
            "'''",
            "\"",
            "\r\n",
            "\n",
            " ",
            "=",
            "[[",
            "]",
            "{",
            "}",
            "\\u0001",
            "\u{202e}",
            "\u{2067}",
            "é",
            "職",
            "+++\n",
            "+++\r\n",
            "\u{feff}",
            "\0",
        ];
        select(pieces.to_vec()).prop_map(str::to_owned)
    }

    fn text() -> impl Strategy<Value = String> {
        let toml = ("title = \"A\"\nsummary = \"B\"\n", "\n+++\n");
        let yaml = ("title: A\nsummary: 'B'\n", "\n---\n");
        let begun = select(vec![
            ("+++\n", toml),
            ("+++\n", ("title = 'A'\r\nsummary = 'B'\r\n", "\n+++\n")),
            ("+++\r\n", toml),
            ("+++ \n", ("", "\n+++\n")),
            ("\u{feff}+++\n", toml),
            ("---\n", yaml),
            ("\u{feff}---\r\n", ("title: A\r\nsummary: B\r\n", "\r\n...\r\n")),
            ("---\n", ("{title: A, source: [b]}\n", "---\n")),
            ("\r\n \n+++\n", toml),
            ("\u{feff}\n---\n", yaml),
            ("\n---\n", ("A rule: words\n", "---\n")),
            ("", ("# A\n", "\n\nB.\n")),
        ]);
        let front = prop::collection::vec(pieces(), 0..6);
        let body = prop::collection::vec(pieces(), 0..3);
        (begun, front, body).prop_map(|((open, (keys, close)), front, body)| {
            format!("{open}{keys}{}{close}{}", front.concat(), body.concat())
        })
    }

    fn facts() -> impl Strategy<Value = &'static str> {
        select(vec![
            "",
            "",
            "draft = true\n",
            "variant_of = \"b\"\nlevel = \"senior\"\n",
            "variant_of = \"a\"\n",
            "[fields]\nplaces = [\"{city}\", \"\\u202e\"]\n",
            "[related]\narticles = [\"b\", \"c\"]\n",
            "= ",
        ])
    }

    #[test]
    fn any_front_matter_is_read_or_reported() {
        let mut property = FrontMatter::default();
        hold(200, 20, &(facts(), text()), |(facts, text)| property.hold(facts, text.as_bytes()));
    }
}
