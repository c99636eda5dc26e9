//! Inline markup in messages: a short list of elements, and everything else is text.
//!
//! Source of the list and of `data-l10n-name`: the text-level elements and the DOM overlays of Fluent,
//! <https://github.com/projectfluent/fluent.js/wiki/DOM-Overlays>. A translator chooses where a link or an emphasis stands;
//! where the link leads is the template's to say.

mod lookalike;

use std::collections::BTreeMap;

/// The elements that a message may have by itself.
pub const ELEMENTS: [&str; 22] = [
    "abbr", "b", "bdi", "bdo", "br", "cite", "code", "dfn", "em", "i", "kbd", "mark", "q", "s", "samp", "small",
    "span", "strong", "sub", "sup", "var", "wbr",
];

/// The attributes that a message may write, on any element.
const ATTRIBUTES: [&str; 3] = ["dir", "lang", "title"];

/// The attribute that names an element which the template completes.
const NAME: &str = "data-l10n-name";

/// Stands for `<` in what is inserted into a message: text, whatever it looks like. No message has this character.
pub const LITERAL_LESS_THAN: char = '\u{fdd0}';

/// What the template says of a named element: its attributes, in order.
pub type Overlay = BTreeMap<String, String>;

/// What the markup of a text holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The elements, `<em>` or `<a data-l10n-name="terms">`, and how often each stands there.
    pub elements: BTreeMap<String, usize>,
    /// What is wrong, in the order in which it stands there.
    pub problems: Vec<Problem>,
}

/// Something that is wrong with the markup of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where in the text.
    pub at: usize,
    /// What.
    pub message: String,
    /// What to do.
    pub help: String,
    /// Whether the text can be shown all the same, though not as it was meant.
    pub is_shown: bool,
}

/// The length of the tag at the beginning; a `>` within quotes does not end it.
#[must_use]
pub fn tag_length(html: &str) -> usize {
    let mut quote = None;
    for (index, byte) in html.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return index + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    html.len()
}

/// A tag at the beginning of a text.
struct Tag<'t> {
    name: &'t str,
    closes: bool,
    attributes: Vec<(&'t str, &'t str)>,
    length: usize,
}

impl<'t> Tag<'t> {
    /// Reads `<name attribute="value">` or `</name>`; `None` for anything else.
    fn read(text: &'t str) -> Option<Self> {
        let inner = text.strip_prefix('<')?;
        let (closes, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
        let end = inner.find(|c: char| !c.is_ascii_alphanumeric())?;
        let (name, mut rest) = inner.split_at(end);
        let mut attributes = Vec::new();
        loop {
            rest = rest.trim_start();
            if let Some(after) = rest.strip_prefix('>').or_else(|| rest.strip_prefix("/>")) {
                let known = ELEMENTS.contains(&name) || name == "a";
                return known.then(|| Self { name, closes, attributes, length: text.len() - after.len() });
            }
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').filter(|end| *end > 0)?;
            let (attribute, value) = rest.split_at(end);
            let (value, after) = value.strip_prefix("=\"")?.split_once('"')?;
            attributes.push((attribute, value));
            rest = after;
        }
    }

    fn overlay_name(&self) -> Option<&'t str> {
        self.attributes.iter().find(|(attribute, _)| *attribute == NAME).map(|(_, name)| *name)
    }

    fn is_void(&self) -> bool {
        matches!(self.name, "br" | "wbr")
    }

    fn described(&self) -> String {
        match self.overlay_name() {
            Some(name) => format!("<{} {NAME}=\"{name}\">", self.name),
            None => format!("<{}>", self.name),
        }
    }
}

/// A piece of a text with markup.
enum Piece<'t> {
    Text(&'t str),
    Tag(usize, Tag<'t>),
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut done, mut at) = (0, 0);
    while let Some(found) = text[at..].find('<') {
        let start = at + found;
        match Tag::read(&text[start..]) {
            Some(tag) => {
                pieces.push(Piece::Text(&text[done..start]));
                at = start + tag.length;
                done = at;
                pieces.push(Piece::Tag(start, tag));
            }
            None => at = start + 1,
        }
    }
    pieces.push(Piece::Text(&text[done..]));
    pieces
}

/// Reads the markup of a text without its placeables.
#[must_use]
pub fn read(text: &str) -> Found {
    let mut found = Found::default();
    let mut problems = Vec::new();
    let mut open: Vec<(usize, &str)> = Vec::new();
    for piece in pieces(text) {
        let (at, tag) = match piece {
            Piece::Text(words) => {
                let offset = words.as_ptr() as usize - text.as_ptr() as usize;
                problems.extend(lookalike::find(words).map(|problem| Problem { at: offset + problem.at, ..problem }));
                continue;
            }
            Piece::Tag(at, tag) => (at, tag),
        };
        if tag.closes {
            problems.extend(misplaced(at, open.pop(), tag.name));
            continue;
        }
        problems.extend(unnamed_link(at, &tag).or_else(|| surplus_attribute(at, &tag)));
        *found.elements.entry(tag.described()).or_default() += 1;
        if !tag.is_void() {
            open.push((at, tag.name));
        }
    }
    problems.extend(open.pop().map(|(at, name)| {
        broken(at, format!("`<{name}>` is not closed"), format!("write `</{name}>` where the element ends"))
    }));
    problems.sort_by_key(|problem| problem.at);
    found.problems = problems;
    found
}

fn broken(at: usize, message: String, help: String) -> Problem {
    Problem { at, message, help, is_shown: false }
}

fn misplaced(at: usize, opened: Option<(usize, &str)>, name: &str) -> Option<Problem> {
    match opened {
        Some((_, opened)) if opened == name => None,
        Some((_, opened)) => Some(broken(
            at,
            format!("`</{name}>` stands where `</{opened}>` is expected"),
            "close elements in the reverse of the order in which they were opened".to_owned(),
        )),
        None => Some(broken(
            at,
            format!("`</{name}>` closes nothing"),
            format!("take it out, or write `<{name}>` where the element begins"),
        )),
    }
}

fn unnamed_link(at: usize, tag: &Tag) -> Option<Problem> {
    (tag.name == "a" && tag.overlay_name().is_none()).then(|| {
        let message = format!("a link needs `{NAME}`: where it leads is said in the template");
        broken(at, message, link_help())
    })
}

fn link_help() -> String {
    format!(
        "write `<a {NAME}=\"link\">`, and in the template where it leads: \
         `t_html(id=\"…\", elements={{\"link\": {{\"href\": …}}}})`"
    )
}

/// Attributes that are left out: only a few are for translators to write.
fn surplus_attribute(at: usize, tag: &Tag) -> Option<Problem> {
    let known = |name: &str| name == NAME || ATTRIBUTES.contains(&name);
    let (name, _) = tag.attributes.iter().find(|(name, _)| !known(name))?;
    let message = format!("the attribute `{name}` of `<{}>` is left out", tag.name);
    let help = if tag.overlay_name().is_some() {
        format!("take it out: the template says it under `elements`; messages may set {}", quoted(&ATTRIBUTES))
    } else {
        format!(
            "messages may set {}; for others name the element, `<{} {NAME}=\"name\">`, and say them in the template",
            quoted(&ATTRIBUTES),
            tag.name
        )
    };
    Some(Problem { at, message, help, is_shown: true })
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// The HTML of a text with markup; `overlays` complete its named elements.
///
/// # Errors
///
/// If the markup is not whole, or names an element that the template does not complete.
pub fn html(text: &str, overlays: &BTreeMap<String, Overlay>) -> Result<String, String> {
    if let Some(problem) = read(text).problems.into_iter().find(|problem| !problem.is_shown) {
        return Err(problem.message);
    }
    let mut html = String::with_capacity(text.len());
    for piece in pieces(text) {
        match piece {
            Piece::Text(text) => escape(&mut html, text),
            Piece::Tag(_, tag) if tag.closes => html.extend(["</", tag.name, ">"]),
            Piece::Tag(_, tag) => push_start(&mut html, &tag, overlays)?,
        }
    }
    Ok(html)
}

/// A text with the same markup and other words. An element may begin in it that ends in what is inserted behind it.
pub fn in_other_words(text: &str, change: impl Fn(&str) -> String) -> String {
    let mut changed = String::with_capacity(2 * text.len());
    for piece in pieces(text) {
        match piece {
            Piece::Text(words) => {
                let end = open_tag(words).unwrap_or(words.len());
                changed.push_str(&change(&words[..end]));
                changed.push_str(&words[end..]);
            }
            Piece::Tag(at, tag) => changed.push_str(&text[at..at + tag.length]),
        }
    }
    changed
}

/// Where a tag begins that has no end.
fn open_tag(text: &str) -> Option<usize> {
    let at = text.rfind('<')?;
    let inner = &text[at + 1..];
    (inner.starts_with(|c: char| c.is_ascii_alphabetic()) && !inner.contains('>')).then_some(at)
}

fn push_start(html: &mut String, tag: &Tag, overlays: &BTreeMap<String, Overlay>) -> Result<(), String> {
    html.push('<');
    html.push_str(tag.name);
    let written = tag.attributes.iter().filter(|(attribute, _)| ATTRIBUTES.contains(attribute)).copied();
    let overlay = match tag.overlay_name() {
        Some(name) => overlays.get(name).ok_or_else(|| format!("the template says nothing of the element `{name}`"))?,
        None => &Overlay::new(),
    };
    let given = overlay.iter().map(|(attribute, value)| (attribute.as_str(), value.as_str()));
    let written = written.filter(|(attribute, _)| !overlay.contains_key(*attribute));
    for (attribute, value) in given.chain(written) {
        html.extend([" ", attribute, "=\""]);
        escape(html, value);
        html.push('"');
    }
    html.push('>');
    Ok(())
}

/// The text escaped for HTML, in elements and in quoted attributes.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    escape(&mut html, text);
    html
}

/// Escapes text for HTML, in elements only.
pub fn escape_text(html: &mut String, text: &str) {
    pulldown_cmark_escape::escape_html_body_text(html, text).expect("writing to memory does not fail");
}

/// Escapes text for HTML, in elements and in quoted attributes.
pub fn escape(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' | LITERAL_LESS_THAN => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Result<String, String> {
        let link = Overlay::from([("href".to_owned(), "/a?b&c".to_owned())]);
        html(text, &BTreeMap::from([("link".to_owned(), link)]))
    }

    #[test]
    fn what_is_not_on_the_list_is_text() {
        for (text, expected) in [
            ("a <em>b</em> & c", "a <em>b</em> &amp; c"),
            ("<script>a</script> 1 < 2", "&lt;script&gt;a&lt;/script&gt; 1 &lt; 2"),
            ("<em onclick=\"x\" lang=\"de\">a</em>", "<em lang=\"de\">a</em>"),
            ("a<br>b<wbr/>c &nbsp;", "a<br>b<wbr>c &amp;nbsp;"),
            ("<a data-l10n-name=\"link\" href=\"evil\">a</a>", "<a href=\"/a?b&amp;c\">a</a>"),
            ("\u{fdd0}em>", "&lt;em&gt;"),
        ] {
            assert_eq!(shown(text).unwrap(), expected, "{text}");
        }
    }

    #[test]
    fn markup_that_is_not_whole_is_refused() {
        for (text, problem) in [
            ("<em>a", "`<em>` is not closed"),
            ("a</em>", "`</em>` closes nothing"),
            ("<em><b>a</em></b>", "`</em>` stands where `</b>` is expected"),
            ("<a href=\"x\">a</a>", "a link needs `data-l10n-name`: where it leads is said in the template"),
            ("<a data-l10n-name=\"x\">a</a>", "the template says nothing of the element `x`"),
        ] {
            assert_eq!(shown(text).unwrap_err(), problem, "{text}");
        }
    }

    #[test]
    fn words_change_and_markup_stays() {
        for (text, expected) in [
            ("on <em title=\"a > b\">c</em> & off<br>", "ON <em title=\"a > b\">C</em> & OFF<br>"),
            ("see <a data-l10n-name=\"x\" title=\"", "SEE <a data-l10n-name=\"x\" title=\""),
            ("1 < 2 <script>", "1 < 2 <SCRIPT>"),
        ] {
            assert_eq!(in_other_words(text, str::to_uppercase), expected);
        }
    }

    #[test]
    fn elements_are_described_with_their_names() {
        let found = read("<em>a</em> <a data-l10n-name=\"x\">b</a> <br>");
        let elements: Vec<_> = found.elements.keys().map(String::as_str).collect();
        assert_eq!((elements, found.problems), (vec!["<a data-l10n-name=\"x\">", "<br>", "<em>"], vec![]));
    }
}
