//! Lines that stand for shared blocks: `{{ block equal-opportunity }}`.
//!
//! Where texts are read only the place of a block is kept: what stands there is in another file.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::diagnostic::{Code, Diagnostic};
use crate::id::BlockId;

/// The folder of blocks below `content/`.
pub const BLOCKS: &str = "blocks";

static LINE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^\s*\{\{\s*block\s+([^\s{}]+)\s*\}\}\s*$").expect("a valid expression"));

static BEGINNING: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\{\{\s*block\b").expect("a valid expression"));

/// The block for which a paragraph stands, and where in it its id is written.
pub(super) fn named_by(paragraph: &str) -> Option<(BlockId, Range<usize>)> {
    // Most paragraphs are longer than they could be.
    let id = LINE.captures(paragraph).filter(|_| paragraph.contains("{{"))?.get(1).expect("the expression has a group");
    Some((id.as_str().into(), id.range()))
}

/// Where in words of a paragraph something begins that looks like a block, and is none there.
pub(super) fn misplaced_in(words: &str) -> Option<Range<usize>> {
    BEGINNING.find(words).map(|found| found.range())
}

/// What to say of what looks like a block within a paragraph.
pub(super) fn misplaced() -> Diagnostic {
    let message = "a block stands on a line of its own; this is shown as it is written";
    let help = "put an empty line before and after `{{ block … }}`, or a backslash before it";
    Diagnostic::warning(Code::UnknownPlaceholder, message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_named_by_a_paragraph_of_its_own() {
        for (paragraph, id) in [
            ("{{ block equal-opportunity }}", Some("equal-opportunity")),
            ("{{block x}}\n", Some("x")),
            ("{{  block   x  }}", Some("x")),
            ("{{ block Äquat }}", Some("Äquat")),
            ("{{ block }}", None),
            ("{{ block a b }}", None),
            ("{{ blocks x }}", None),
            ("a {{ block x }}", None),
            ("{{ block x }}\nb", None),
            ("{ block x }", None),
        ] {
            let found = named_by(paragraph);
            assert_eq!(found.as_ref().map(|(id, _)| id.as_str()), id, "{paragraph}");
            assert!(found.is_none_or(|(id, range)| &paragraph[range] == id.as_str()), "{paragraph}");
        }
    }
}
