//! Where the tags of templates are, also of those that Tera has not accepted.

use std::ops::Range;
use std::sync::LazyLock;

use regex::bytes::{Captures, Regex, RegexBuilder};

/// A tag or a comment. Braces within its texts do not end it.
pub(super) const TAG: &str =
    r#"\{\{(?:"[^"]*"|'[^']*'|`[^`]*`|[^"'`])*?\}\}|\{%(?:"[^"]*"|'[^']*'|`[^`]*`|[^"'`])*?%\}|\{#(?s:.*?)#\}"#;

/// The tags and comments of a text.
pub(super) fn tags(text: &str) -> impl Iterator<Item = Range<usize>> {
    static TAGS: LazyLock<Regex> = LazyLock::new(|| compiled(TAG));
    TAGS.find_iter(text.as_bytes()).map(|found| found.range())
}

/// An expression that knows letters of ASCII only, which is compiled and found sooner: what is looked for has no others.
pub(super) fn compiled(expression: &str) -> Regex {
    RegexBuilder::new(expression).unicode(false).build().expect("a valid expression")
}

/// The place of the first group that has one. All begin and end beside letters of ASCII.
pub(super) fn group(found: &Captures) -> Option<Range<usize>> {
    found.iter().skip(1).flatten().next().map(|group| group.range())
}
