//! Places: where in the site's sources something stands.

use std::cell::OnceCell;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A source file's path from the site's root, with forward slashes on every system.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct SourcePath(Arc<str>);

impl SourcePath {
    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path's segments, from the root down.
    pub fn segments(&self) -> impl Iterator<Item = &str> {
        self.0.split('/')
    }
}

impl<T: Into<Arc<str>>> From<T> for SourcePath {
    fn from(path: T) -> Self {
        Self(path.into())
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A stretch of one line of a source file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Place {
    /// The file.
    pub file: SourcePath,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// How many characters of the line, at least 1.
    pub length: usize,
}

impl Place {
    /// The place of a range of bytes in the text of a file; what lies beyond the range's first line is left out.
    #[must_use]
    pub fn of(file: &SourcePath, text: &str, range: Range<usize>) -> Self {
        Ruler::default().place(file, text, range)
    }

    /// The first character of a file, for what concerns the file as a whole.
    #[must_use]
    pub fn start_of(file: &SourcePath) -> Self {
        Self { file: file.clone(), line: 1, column: 1, length: 1 }
    }
}

/// Finds the places of any number of ranges in one text. In a long text, counting begins at a mark near by, not at the text's
/// beginning.
#[derive(Default)]
pub struct Ruler {
    /// The line and column, from 0, at each [`STEP`] bytes of the text.
    marks: OnceCell<Vec<(usize, usize)>>,
}

/// How far marks are from each other in a text.
const STEP: usize = 4096;

impl Ruler {
    /// What [`Place::of`] gives; `text` is the same each time.
    #[must_use]
    pub fn place(&self, file: &SourcePath, text: &str, range: Range<usize>) -> Place {
        let start = text.floor_char_boundary(range.start.min(text.len()));
        let marks = if start < STEP { &[(0, 0)] } else { self.marks.get_or_init(|| marks(text)).as_slice() };
        let mark = text.floor_char_boundary(start / STEP * STEP);
        let (line, column) = moved(marks[start / STEP], &text[mark..start]);
        let end = text.floor_char_boundary(range.end.clamp(start, text.len()));
        let inside = &text[start..end];
        let first_line = &inside[..memchr::memchr(b'\n', inside.as_bytes()).unwrap_or(inside.len())];
        Place { file: file.clone(), line: line + 1, column: column + 1, length: first_line.chars().count().max(1) }
    }
}

fn marks(text: &str) -> Vec<(usize, usize)> {
    let mut marks = vec![(0, 0)];
    let mut done = 0;
    for number in 1..=text.len() / STEP {
        let at = text.floor_char_boundary(number * STEP);
        marks.push(moved(marks[number - 1], &text[done..at]));
        done = at;
    }
    marks
}

/// The line and column behind a piece of text that begins at others.
fn moved((line, column): (usize, usize), text: &str) -> (usize, usize) {
    let lines = memchr::memchr_iter(b'\n', text.as_bytes()).count();
    match memchr::memrchr(b'\n', text.as_bytes()) {
        Some(newline) => (line + lines, text[newline + 1..].chars().count()),
        None => (line, column + text.chars().count()),
    }
}

/// A value together with the place where its author wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Located<T> {
    /// What was written.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_end_places() {
        let file = SourcePath::from("a.md");
        let text = "ένα\nδύο τρία\n";
        let start = text.find("τρία").unwrap();
        let place = Place::of(&file, text, start..text.len());
        assert_eq!((place.line, place.column, place.length), (2, 5, 4));
    }

    #[test]
    fn places_in_long_texts_are_those_of_short_ones() {
        let file = SourcePath::from("a.md");
        for piece in ["ένα ", "a\n", "ένα\nδύο\n", "\n"] {
            let text = piece.repeat(3 * STEP);
            let ruler = Ruler::default();
            for at in (0..text.len()).step_by(STEP - 7).filter(|at| text.is_char_boundary(*at)) {
                let place = ruler.place(&file, &text, at..at + 3);
                let before = &text[..at];
                assert_eq!(place.line, 1 + before.matches('\n').count(), "{piece}{at}");
                let line = before.rsplit('\n').next().unwrap_or_default();
                assert_eq!(place.column, 1 + line.chars().count(), "{piece}{at}");
            }
        }
    }

    #[test]
    fn the_end_of_a_file_is_a_place() {
        let place = Place::of(&SourcePath::from("a.md"), "ab\n", 3..9);
        assert_eq!((place.line, place.column, place.length), (2, 1, 1));
    }
}
