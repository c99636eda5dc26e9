//! HTML in Markdown.

use std::ops::Range;

use super::document::Document;
use crate::diagnostic::{Code, Diagnostic};

/// What is left to be shown of HTML. It is not let through: content comes from many hands, and pages must stay valid.
pub(super) fn shown(document: &Document, html: &str, span: &Range<usize>) -> String {
    let Commented { rest, is_open } = Commented::of(html);
    if is_open {
        let diagnostic =
            Diagnostic::warning(Code::RawHtml, "this comment has no end: what stands behind it is left out");
        document.report(diagnostic.help("write `-->` where it ends"), span.clone());
    }
    if rest.trim().is_empty() {
        return String::new();
    }
    if !is_line_break(&rest) {
        let diagnostic = Diagnostic::warning(Code::RawHtml, "HTML in Markdown is shown as text");
        document.report(diagnostic.help("use Markdown, or put a backslash before `<`"), span.clone());
    }
    document.legible(&rest, span).into_owned()
}

/// HTML without its comments.
struct Commented {
    rest: String,
    /// Whether the last comment has no end.
    is_open: bool,
}

impl Commented {
    fn of(html: &str) -> Self {
        let mut rest = String::with_capacity(html.len());
        let mut left = html;
        while let Some(start) = left.find("<!--") {
            rest.push_str(&left[..start]);
            // `<!-->` and `<!--->` are comments, too.
            let inner = &left[start + "<!".len()..];
            let Some(end) = inner.find("-->") else { return Self { rest, is_open: true } };
            left = &inner[end + "-->".len()..];
        }
        rest.push_str(left);
        Self { rest, is_open: false }
    }
}

/// Whether HTML is `<br>`, `<br/>` or the like.
pub(super) fn is_line_break(html: &str) -> bool {
    let name = html.trim().strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    name.is_some_and(|name| name.trim_end_matches(['/', ' ']).eq_ignore_ascii_case("br"))
}
