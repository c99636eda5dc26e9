//! Places: where in the site's sources something stands.

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
        let start = text.floor_char_boundary(range.start.min(text.len()));
        let before = &text[..start];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
        let end = text.floor_char_boundary(range.end.clamp(start, line_end));
        Self {
            file: file.clone(),
            line: 1 + memchr::memchr_iter(b'\n', before.as_bytes()).count(),
            column: 1 + text[line_start..start].chars().count(),
            length: text[start..end].chars().count().max(1),
        }
    }

    /// The first character of a file, for what concerns the file as a whole.
    #[must_use]
    pub fn start_of(file: &SourcePath) -> Self {
        Self { file: file.clone(), line: 1, column: 1, length: 1 }
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
    fn the_end_of_a_file_is_a_place() {
        let place = Place::of(&SourcePath::from("a.md"), "ab\n", 3..9);
        assert_eq!((place.line, place.column, place.length), (2, 1, 1));
    }
}
