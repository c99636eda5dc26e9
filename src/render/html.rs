//! The HTML of a text, read again: what it says in plain lines, and which elements stand on lines of their own.
//!
//! The HTML of Markdown is well-formed XML, but for characters that XML has no form for.

use roxmltree::{Document, Node};

/// HTML as an XML document, ready to be parsed.
pub(super) fn document(html: &str) -> String {
    let is_known = |c: &char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    format!("<body>{}</body>", html.chars().filter(is_known).collect::<String>())
}

/// Parses what [`document`] has made.
pub(super) fn parse(document: &str) -> Document<'_> {
    Document::parse(document).expect("the HTML of a text is well-formed XML")
}

/// The lines of a text as a reader without pictures and styles sees them: paragraphs, items, headings, cells.
pub(super) fn lines(html: &str) -> Vec<String> {
    let mut lines = Vec::new();
    push_lines(parse(&document(html)).root_element(), &mut lines);
    lines
}

/// The questions in a text, each with the lines of its answer: headings of level 3 and what stands below them, up to the next
/// heading of that level or above.
pub(super) fn questions(html: &str) -> Vec<(String, Vec<String>)> {
    let mut questions = Vec::new();
    let mut open: Option<(String, Vec<String>)> = None;
    for node in parse(&document(html)).root_element().children().filter(Node::is_element) {
        let mut lines = Vec::new();
        push_lines(node, &mut lines);
        match (node.tag_name().name(), &mut open) {
            ("h3", _) => questions.extend(open.replace((lines.join(" "), Vec::new()))),
            ("h1" | "h2", _) => questions.extend(open.take()),
            (_, Some((_, answer))) => answer.append(&mut lines),
            (_, None) => {}
        }
    }
    questions.extend(open);
    questions
}

fn push_lines(parent: Node, lines: &mut Vec<String>) {
    let mut line = String::new();
    for node in parent.children() {
        if is_block(node) {
            push_line(&mut line, lines);
            push_lines(node, lines);
        } else {
            line.extend(node.descendants().filter(Node::is_text).filter_map(|text| text.text()));
        }
    }
    push_line(&mut line, lines);
}

fn push_line(line: &mut String, lines: &mut Vec<String>) {
    let words: Vec<_> = line.split_whitespace().collect();
    if !words.is_empty() {
        lines.push(words.join(" "));
    }
    line.clear();
}

/// Whether an element stands on lines of its own.
pub(super) fn is_block(node: Node) -> bool {
    let name = node.tag_name().name();
    let of_text = matches!(name, "p" | "blockquote" | "pre" | "hr" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
    let of_lists = matches!(name, "ul" | "ol" | "li");
    let of_tables = matches!(name, "table" | "thead" | "tbody" | "tr" | "th" | "td");
    node.is_element() && (of_text || of_lists || of_tables)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_headings_of_the_text_itself() {
        let html = "<p>a</p><h3 id=\"x\">Q <em>1</em></h3>\n<p>b</p><blockquote><h3>no</h3></blockquote><h2>e</h2><p>c</p><h3>Q 2</h3>";
        let found = questions(html);
        assert_eq!(found[0], ("Q 1".to_owned(), vec!["b".to_owned(), "no".to_owned()]));
        assert_eq!(found[1..], [("Q 2".to_owned(), Vec::new())]);
    }

    #[test]
    fn characters_that_xml_does_not_have_are_left_out() {
        assert_eq!(lines("<p>a\u{1}\u{b}\u{ffff}b\u{1f600}</p><ul>\n<li>c</li>\n</ul>"), ["ab\u{1f600}", "c"]);
    }
}
