//! A record as text: a line that tells the version, one for the build as a whole, one for the place, one for each file, and a
//! seal with the number of files and the hash of all before it.
//!
//! Caches and copies lose ends of files. A record without its seal lists nothing: a site that was made from half a record would
//! lack the other half for ever.

use serde::{Deserialize, Serialize};

use super::made::{Known, Made, Stamp};
use super::manner::Turn;
use crate::diagnostic::Diagnostic;
use crate::fingerprint::Fingerprint;
use crate::output_path::OutputPath;

/// What the first line of a record of any version begins with.
const HEAD: &str = "rolebook build ";

/// The version of this program's records.
const VERSION: &str = "5";

/// What the last line begins with.
const SEAL: &str = "end ";

/// What the line of a file begins with that is about to change.
const CHANGING: &str = "?";

/// What stands for contents that nobody knows.
const ANYTHING: &str = "*";

/// What a record says.
pub(super) struct Content<F> {
    /// What the build was, if it has ended.
    pub(super) about: Option<About>,
    /// The place for which the record was written, if there was one.
    pub(super) place: Option<Fingerprint>,
    pub(super) files: F,
}

/// What a build was, as a whole.
#[derive(Clone, Serialize, Deserialize)]
pub struct About {
    /// The fingerprint of all that it was made from.
    pub everything: Fingerprint,
    /// The same but for which part of the site it made: that of all parts of a site is the same.
    pub site: Fingerprint,
    /// Which part of the site it made, if not all of it: the number of the part, from 1, and of how many it is one.
    pub part: Option<(usize, usize)>,
    /// The fingerprint of what the files beside its texts looked like; nothing for what has been merged of parts.
    #[serde(default)]
    pub beside: Option<Fingerprint>,
    /// The name of the output of a part, beside which the record lies.
    pub folder: Option<String>,
    /// When it began to read its sources, in nanoseconds since 1970. What has changed since may differ although it looks the
    /// same.
    pub began: u128,
    /// How many pages of each locale it made, in the order of the configuration.
    pub pages: Vec<(String, usize)>,
    /// What was wrong: nothing that kept the site from being published.
    pub diagnostics: Vec<Diagnostic>,
}

/// Why a record is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It has lost or changed a part.
    Damaged,
    /// Another version of the program has written it.
    OtherVersion,
    /// It was written for another folder, or has been copied since.
    Elsewhere,
}

/// Writes the text of a record.
pub(super) fn write<'f>(content: Content<impl Iterator<Item = (&'f OutputPath, Known)>>) -> String {
    let about = serde_json::to_string(&content.about).expect("it is plain data");
    let place = serde_json::to_string(&content.place).expect("it is plain data");
    let mut lines: Vec<_> = content.files.map(|(path, known)| line(path, &known)).collect();
    lines.sort_unstable();
    let mut text = format!("{HEAD}{VERSION}\n{about}\n{place}\n{}", lines.concat());
    let seal = format!("{SEAL}{} {}\n", lines.len(), Fingerprint::of(text.as_bytes()));
    text.push_str(&seal);
    text
}

fn line(path: &OutputPath, known: &Known) -> String {
    match known {
        Known::Made(Made { turn, from, content, stamp }) => {
            format!("{} {from} {content} {} {} {path}\n", turn.letter(), stamp.bytes, stamp.modified)
        }
        Known::OneOf(contents) => {
            let contents: Vec<_> = contents.iter().map(Fingerprint::to_string).collect();
            format!("{CHANGING} {} {path}\n", contents.join(","))
        }
        Known::Anything => format!("{CHANGING} {ANYTHING} {path}\n"),
    }
}

/// Reads the text of a record. It is whole, and each line is understood, or it counts for nothing.
pub(super) fn read(bytes: &[u8]) -> Result<Content<Vec<(OutputPath, Known)>>, Flaw> {
    let text = std::str::from_utf8(bytes).map_err(|_| Flaw::Damaged)?;
    let version = text.lines().next().and_then(|head| head.strip_prefix(HEAD)).ok_or(Flaw::Damaged)?;
    if version != VERSION {
        return Err(Flaw::OtherVersion);
    }
    read_sealed(text).ok_or(Flaw::Damaged)
}

/// Reads the line of a record that says for which place it was written.
pub(super) fn place(line: &str) -> Option<Fingerprint> {
    serde_json::from_str(line).ok()?
}

fn read_sealed(text: &str) -> Option<Content<Vec<(OutputPath, Known)>>> {
    let begin_of_seal = text.strip_suffix('\n')?.rfind('\n')? + 1;
    let (sealed, seal) = text.split_at(begin_of_seal);
    let (count, hash) = seal.trim_end().strip_prefix(SEAL)?.split_once(' ')?;
    if hash.parse() != Ok(Fingerprint::of(sealed.as_bytes())) {
        return None;
    }
    let mut lines = sealed.lines().skip(1);
    let about = serde_json::from_str(lines.next()?).ok()?;
    let place = place(lines.next()?);
    let files = lines.map(read_line).collect::<Option<Vec<_>>>()?;
    (count.parse() == Ok(files.len())).then_some(Content { about, place, files })
}

fn read_line(line: &str) -> Option<(OutputPath, Known)> {
    let (first, rest) = line.split_once(' ')?;
    if first == CHANGING {
        let (contents, path) = rest.split_once(' ')?;
        if contents == ANYTHING {
            return Some((OutputPath::read(path).ok()?, Known::Anything));
        }
        let contents = contents.split(',').map(str::parse).collect::<Result<_, _>>().ok()?;
        return Some((OutputPath::read(path).ok()?, Known::OneOf(contents)));
    }
    let parts: Vec<_> = rest.splitn(5, ' ').collect();
    let [from, content, bytes, modified, path] = parts[..] else { return None };
    let stamp = Stamp { bytes: bytes.parse().ok()?, modified: modified.parse().ok()? };
    let (turn, from, content) = (Turn::of_letter(first)?, from.parse().ok()?, content.parse().ok()?);
    Some((OutputPath::read(path).ok()?, Known::Made(Made { turn, from, content, stamp })))
}

/// Reads the list that programs before version 4 left in their outputs: a path a line, some with what was known of the file
/// before it.
pub(super) fn read_manifest(bytes: &[u8]) -> impl Iterator<Item = (OutputPath, Known)> {
    let lines = bytes.split(|byte| *byte == b'\n').filter_map(|line| std::str::from_utf8(line).ok());
    lines.filter_map(|line| {
        let parts: Vec<_> = line.splitn(5, ' ').collect();
        let path = match parts[..] {
            [from, _, _, _, path] if from.parse::<Fingerprint>().is_ok() => path,
            _ => line,
        };
        Some((OutputPath::read(path).ok()?, Known::Anything))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed() -> String {
        let made = Made {
            turn: Turn::Page,
            from: Fingerprint::of(b"from"),
            content: Fingerprint::of(b"content"),
            stamp: Stamp { bytes: 7, modified: 9 },
        };
        let [page, other] = ["en/a b.html", "en/c.html"].map(|path| OutputPath::read(path).unwrap());
        let changing = Known::OneOf(vec![Fingerprint::of(b"old"), Fingerprint::of(b"new")]);
        let old = OutputPath::read("old.html").unwrap();
        let files = [(&page, Known::Made(made)), (&other, changing), (&old, Known::Anything)];
        write(Content { about: None, place: None, files: files.into_iter() })
    }

    #[test]
    fn what_was_written_is_read() {
        let content = read(sealed().as_bytes()).ok().unwrap();
        let again = content.files.iter().map(|(path, known)| (path, known.clone()));
        assert_eq!(write(Content { about: None, place: None, files: again }), sealed());
    }

    #[test]
    fn a_record_that_has_lost_anything_lists_nothing() {
        let text = sealed();
        for end in 0..text.len() {
            assert!(read(&text.as_bytes()[..end]).is_err(), "{end}");
        }
        for line in 0..text.lines().count() {
            let without = text.lines().enumerate().filter(|(number, _)| *number != line);
            let without: Vec<_> = without.map(|(_, line)| format!("{line}\n")).collect();
            assert!(read(without.concat().as_bytes()).is_err(), "{line}");
        }
    }

    #[test]
    fn a_record_with_a_path_that_leads_out_lists_nothing() {
        let text = sealed().replace("en/c.html", "../c.html");
        let end = text.rfind(SEAL).unwrap();
        let resealed = format!("{}{SEAL}3 {}\n", &text[..end], Fingerprint::of(&text.as_bytes()[..end]));
        assert!(matches!(read(resealed.as_bytes()), Err(Flaw::Damaged)));
    }
}
