//! Any text is read or there is a mistake in it; what is recorded in its front matter changes nothing else.

use std::collections::BTreeMap;

use toml_edit::DocumentMut;

use super::bench::Bench;
use super::page::does_harm;
use crate::diagnostic::{Diagnostic, Severity};
use crate::limits::TITLE_CHARACTERS;
use crate::parse::accept::with_source;
use crate::parse::revision::{Part, Revision};
use crate::parse::text::FrontMatter as Front;
use crate::place::{Located, Place, SourcePath};

const FILE: &str = "content/articles/a/en.md";

/// What some editors begin files with.
const MARK: char = '\u{feff}';

/// Any text of an entry is read or has a mistake; recording which original it was made from changes nothing else.
#[derive(Default)]
pub struct FrontMatter {
    bench: Bench,
}

impl FrontMatter {
    /// Panics if it does not hold of a text, front matter included. Says whether the text was read.
    pub fn hold(&mut self, text: &[u8]) -> bool {
        let front = self.read(text);
        let is_read = front.is_some();
        if let Ok(text) = std::str::from_utf8(text) {
            self.record(text, front);
        }
        is_read
    }

    /// The front matter of a text, unless that has a mistake.
    fn read(&mut self, text: &[u8]) -> Option<Front> {
        let compiled = self.bench.compile(&[(FILE, text)], &[]);
        let is_here = |mistake: &&Diagnostic| mistake.place.as_ref().is_some_and(|place| place.file.as_str() == FILE);
        let errors = compiled.diagnostics.iter().filter(|mistake| mistake.severity == Severity::Error);
        let (here, elsewhere): (Vec<_>, Vec<_>) = errors.partition(is_here);
        assert!(elsewhere.is_empty(), "another file is blamed: {elsewhere:?}");
        let site = compiled.site.expect("the configuration is sound");
        let mut texts = site.library.front_matter().flatten();
        let front = texts.find(|front| front.title.place.file.as_str() == FILE);
        assert!(front.is_some() || !here.is_empty(), "the text was dropped without a word");
        front.inspect(|front| are_words(front)).filter(|_| here.is_empty()).cloned()
    }

    /// Records what `rolebook status --accept` does.
    fn record(&mut self, text: &str, read: Option<Front>) {
        let original = Revision::of(&[Part { name: "title".to_owned(), text: text.to_owned(), is_headed: false }]);
        let Ok(after) = with_source(text, &original) else {
            assert!(read.is_none(), "a text that is read takes no record");
            return;
        };
        assert_eq!(after.starts_with(MARK), text.starts_with(MARK), "the mark of a file changed");
        assert_eq!(with_source(&after, &original).as_ref(), Ok(&after), "recording twice changes something");
        let [(fence, old, old_body), (_, new, new_body)] = [text, &after].map(parts);
        assert_eq!(old_body, new_body, "the text below the front matter changed");
        if fence == Some("+++") {
            assert_eq!(without_record(old), without_record(new), "more than the record changed");
        }
        if !old.contains("source") {
            is_insertion(old, new);
        }
        if let Some(before) = read {
            let now = self.read(after.as_bytes()).expect("a text with a record is read as before");
            let (source, parts) = (now.source.as_ref().map(|source| &source.value), now.source_parts.clone());
            assert_eq!(source, Some(&original.hash), "the record is not read");
            assert_eq!(parts, original.parts.iter().cloned().collect(), "the record is not read");
            assert_eq!(without_places(before), without_places(now), "the record changed what is read");
        }
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

/// The fence of a text, the front matter between two of them, and the text below it.
fn parts(text: &str) -> (Option<&str>, &str, &str) {
    let text = text.strip_prefix(MARK).unwrap_or(text);
    let mut lines = text.split_inclusive('\n').scan(0, |at, line| {
        *at += line.len();
        Some((*at, line))
    });
    let first = lines.next().map(|(start, line)| (start, line.trim_end()));
    let Some((start, fence)) = first.filter(|(_, line)| matches!(*line, "+++" | "---")) else {
        return (None, "", text);
    };
    let is_fence = |line: &str| line.trim_end() == fence || fence == "---" && line.trim_end() == "...";
    let (end, last) = lines.find(|(_, line)| is_fence(line)).expect("the second fence is a line");
    (Some(fence), &text[start..end - last.len()], &text[end..])
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
    let nowhere = Place::start_of(&SourcePath::from(FILE));
    let moved = |located: Located<String>| Located { value: located.value, place: nowhere.clone() };
    Front {
        title: moved(front.title.clone()),
        slug: front.slug.clone().map(moved),
        source: None,
        source_parts: BTreeMap::new(),
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
            ("", ("# A\n", "\n\nB.\n")),
        ]);
        let front = prop::collection::vec(pieces(), 0..6);
        let body = prop::collection::vec(pieces(), 0..3);
        (begun, front, body).prop_map(|((open, (keys, close)), front, body)| {
            format!("{open}{keys}{}{close}{}", front.concat(), body.concat())
        })
    }

    #[test]
    fn any_front_matter_is_read_or_reported() {
        let mut property = FrontMatter::default();
        hold(150, 15, &text(), |text: String| property.hold(text.as_bytes()));
    }
}
