//! Keeps marks of isolation where readers need them: in text, never in attributes, titles or scripts.
//!
//! Fluent puts U+2068 and U+2069 round what it inserts into a sentence. In running text they keep the directions apart;
//! in an attribute, in `<title>` or in a script they would be part of a value that programs read.

use crate::markup::tag_length;

/// What both marks begin with in UTF-8, and few other characters.
const MARKS: [u8; 2] = [0xE2, 0x81];

/// Elements whose content is a value for programs.
const VALUES: [&str; 4] = ["title", "script", "style", "textarea"];

/// Takes the marks out of everything in an HTML page but its text.
pub(super) fn confine(html: Vec<u8>) -> Vec<u8> {
    if memchr::memmem::find(&html, &MARKS).is_none() {
        return html;
    }
    let html = String::from_utf8(html).expect("templates make text");
    let mut out = String::with_capacity(html.len());
    let mut rest = html.as_str();
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        let value_end = VALUES.iter().find(|name| opens(&rest[start..], name)).and_then(|name| {
            let close = format!("</{name}");
            rest[start..].find(&close).map(|at| start + at)
        });
        let end = value_end.unwrap_or_else(|| start + tag_length(&rest[start..]));
        without_marks(&rest[start..end], &mut out);
        rest = &rest[end..];
    }
    out.push_str(rest);
    out.into_bytes()
}

fn opens(html: &str, name: &str) -> bool {
    let tag = html[1..].strip_prefix(name);
    tag.is_some_and(|after| after.starts_with(|c: char| c == '>' || c == '/' || c.is_ascii_whitespace()))
}

fn without_marks(html: &str, out: &mut String) {
    out.extend(html.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stay_in_text_only() {
        for (html, expected) in [
            ("<p>a \u{2068}b\u{2069}</p>", "<p>a \u{2068}b\u{2069}</p>"),
            ("<a title=\"x > \u{2068}b\u{2069}\">c</a>", "<a title=\"x > b\">c</a>"),
            ("<title>\u{2068}b\u{2069}</title>\u{2068}", "<title>b</title>\u{2068}"),
            ("<script>\"\u{2068}<\u{2069}\"</script>", "<script>\"<\"</script>"),
            ("<titled>\u{2068}b</titled>", "<titled>\u{2068}b</titled>"),
            ("\u{2068}<a", "\u{2068}<a"),
        ] {
            assert_eq!(String::from_utf8(confine(html.into())).unwrap(), expected, "{html}");
        }
    }
}
