//! Revisions: which state of an original a translation was made from.
//!
//! A revision is the first 12 hexadecimal digits of the BLAKE3 hash of what translators translate: title, summary,
//! alternative titles and body. Line ends, space at the end of lines and of the whole, and ids of headings do not count. Its parts have
//! hashes of their own, of 8 digits, which tell what has changed since.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::config::Kind;
use super::heading;
use crate::id::{BlockId, is_section_key};

/// The name of the part that stands before the first heading.
const TEXT: &str = "text";

/// How many hexadecimal digits a revision has.
const DIGITS: usize = 12;
/// How many hexadecimal digits the hash of a part has.
const PART_DIGITS: usize = 8;

/// The name of the part that is a shared block: as texts name it.
#[must_use]
pub fn name_of_block(id: &BlockId) -> String {
    format!("{{{{ block {id} }}}}")
}

/// The shared block that a part is, going by its name.
#[must_use]
pub fn block_named(part: &str) -> Option<&str> {
    part.strip_prefix("{{ block ")?.strip_suffix(" }}")
}

/// A part of a text that is translated: `title`, `summary`, `alternative-titles`, `text` for what stands before the first
/// heading, or a heading of level 2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is called.
    pub name: String,
    /// What it says, with line ends and space normalised.
    pub text: String,
    /// Whether its name is that of a heading.
    pub is_headed: bool,
}

/// What is known of the revision of an original when its file has been read alone.
#[derive(Clone, Debug)]
pub enum Original {
    /// The revision itself.
    Settled(Revision),
    /// The parts, of which some are called by words that may be those of a section that has a key.
    InWords(Vec<Part>),
}

impl Original {
    /// What is known of a text of a kind.
    #[must_use]
    pub fn of(parts: Vec<Part>, kind: Kind) -> Self {
        match kind {
            Kind::Role if parts.iter().any(Part::is_in_words) => Self::InWords(parts),
            _ => Self::Settled(Revision::of(&parts)),
        }
    }
}

impl Part {
    /// Whether its heading is no key.
    #[must_use]
    pub fn is_in_words(&self) -> bool {
        self.is_headed && !is_section_key(&self.name)
    }
}

/// A state of a text that is translated.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Revision {
    /// The hash of the whole: 12 hexadecimal digits.
    pub hash: String,
    /// The hash of each part, 8 hexadecimal digits, in the order of the text.
    pub parts: Vec<(String, String)>,
}

impl Revision {
    /// The revision of a text.
    #[must_use]
    pub fn of(parts: &[Part]) -> Self {
        let mut whole = blake3::Hasher::new();
        for part in parts {
            whole.update(part.name.as_bytes()).update(b"\0").update(part.text.as_bytes()).update(b"\0");
        }
        let part = |part: &Part| (part.name.clone(), digits(blake3::hash(part.text.as_bytes()), PART_DIGITS));
        Self { hash: digits(whole.finalize(), DIGITS), parts: parts.iter().map(part).collect() }
    }

    /// The same of a text in which shared blocks stand: what they say counts, too.
    #[must_use]
    pub fn with_blocks<'b>(mut self, blocks: impl Iterator<Item = (&'b BlockId, &'b Revision)>) -> Self {
        let mut whole = blake3::Hasher::new();
        whole.update(self.hash.as_bytes()).update(b"\0");
        let mut has_blocks = false;
        for (id, block) in blocks {
            has_blocks = true;
            whole.update(id.as_str().as_bytes()).update(b"\0").update(block.hash.as_bytes()).update(b"\0");
            self.parts.push((name_of_block(id), block.hash[..PART_DIGITS].to_owned()));
        }
        if has_blocks {
            self.hash = digits(whole.finalize(), DIGITS);
        }
        self
    }

    /// The parts that differ from those whose hashes are recorded, in the order of the text; those that are gone come last.
    #[must_use]
    pub fn changed_since(&self, recorded: &BTreeMap<String, String>) -> Vec<String> {
        let changed = self.parts.iter().filter(|(name, hash)| recorded.get(name) != Some(hash));
        let parts: BTreeSet<_> = self.parts.iter().map(|(name, _)| name).collect();
        let gone = recorded.keys().filter(|name| !parts.contains(name));
        changed.map(|(name, _)| name.clone()).chain(gone.cloned()).collect()
    }
}

/// Divides what translators translate into parts. `body` is the range of the Markdown in `text`.
pub(super) fn parts(
    title: &str,
    summary: &str,
    alternative_titles: &[String],
    text: &str,
    body: Range<usize>,
) -> Vec<Part> {
    let named = |name: &str, text: &str| Part { name: name.to_owned(), text: normalised(text), is_headed: false };
    let mut parts = vec![named("title", title), named("summary", summary)];
    if !alternative_titles.is_empty() {
        parts.push(named("alternative-titles", &alternative_titles.join("\n")));
    }
    let first_of_body = parts.len();
    let (mut name, mut start, mut fenced) = (TEXT, body.start, false);
    let mut at = body.start;
    for line in text[body.clone()].split_inclusive('\n') {
        let trimmed = line.trim_start();
        if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
            fenced = !fenced;
        }
        if line.starts_with("## ") && !fenced {
            parts.push(named(name, &text[start..at]));
            let heading = heading::without_attributes(line.trim_end());
            (name, start) = (heading["##".len()..].trim(), at + line.len());
        }
        at += line.len();
    }
    parts.push(named(name, &text[start..body.end]));
    parts[first_of_body + 1..].iter_mut().for_each(|part| part.is_headed = true);
    if parts[first_of_body].name == TEXT && parts[first_of_body].text.is_empty() {
        parts.remove(first_of_body);
    }
    parts
}

/// A text that is one part.
pub(super) fn whole(text: &str) -> Part {
    Part { name: TEXT.to_owned(), text: normalised(text), is_headed: false }
}

fn normalised(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines().map(|line| heading::without_attributes(line.trim_end())).skip_while(|line| line.is_empty())
    {
        out.push_str(line);
        out.push('\n');
    }
    out.truncate(out.trim_end_matches('\n').len());
    out
}

fn digits(hash: blake3::Hash, count: usize) -> String {
    hash.to_hex()[..count].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(title: &str, body: &str) -> (Vec<Part>, Revision) {
        let parts = parts(title, "s", &[], body, 0..body.len());
        let revision = Revision::of(&parts);
        (parts, revision)
    }

    #[test]
    fn line_ends_and_space_at_the_end_do_not_count() {
        let (_, unix) = of("a", "\n## brief\n\nOne.\nTwo.\n");
        let (_, windows) = of("a", "\r\n## brief\r\n\r\nOne.  \r\nTwo.\r\n\r\n");
        assert_eq!(unix, windows);
        assert_ne!(unix, of("a", "\n## brief\n\nOne. Two.\n").1);
    }

    /// Case T2: a brother is that an id makes no translation stale.
    #[test]
    fn ids_of_headings_do_not_count() {
        let (_, without) = of("a", "## brief\n\n### One\n\nb\n");
        assert_eq!(of("a", "## brief {#b}\n\n### One {#one .x} ##\n\nb\n").1, without);
        assert_ne!(of("a", "## brief {b}\n\n### One\n\nb\n").1, without);
    }

    #[test]
    fn parts_begin_at_headings_of_level_2() {
        let (parts, _) = of("a", "Before.\n\n## One\n\n```\n## not one\n```\n\n### Two\n\n## Three\n");
        let names: Vec<_> = parts.iter().map(|part| part.name.as_str()).collect();
        assert_eq!(names, ["title", "summary", "text", "One", "Three"]);
    }

    #[test]
    fn what_has_changed_is_told_by_the_parts() {
        let (_, old) = of("a", "## brief\n\nx\n\n## benefits\n\ny\n");
        let (_, new) = of("b", "## brief\n\nx\n\n## requirements\n\nz\n");
        let recorded: BTreeMap<_, _> = old.parts.into_iter().collect();
        assert_eq!(new.changed_since(&recorded), ["title", "requirements", "benefits"]);
    }
}
