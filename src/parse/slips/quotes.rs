//! Quotation marks: those that TOML and YAML know, and those that word processors put in their place.

/// Marks that enclose texts in print, each with what may close it.
const PRINTED: [(char, &str); 12] = [
    ('“', "”“\""),
    ('”', "”“\""),
    ('„', "“”\""),
    ('‟', "”\""),
    ('«', "»\""),
    ('»', "«\""),
    ('‘', "’‘'"),
    ('‚', "‘’'"),
    ('‹', "›"),
    ('›', "‹"),
    ('「', "」"),
    ('『', "』"),
];

fn closing(c: char) -> Option<&'static str> {
    PRINTED.iter().find(|(open, _)| *open == c).map(|(_, close)| *close)
}

/// Whether a text begins with a quotation mark of any kind.
pub(super) fn begins(text: &str) -> bool {
    text.starts_with(|c| matches!(c, '"' | '\'') || closing(c).is_some())
}

/// The printed mark that encloses a text, alone or with one on the keyboard.
pub(super) fn printed(text: &str) -> Option<char> {
    let (first, last) = (text.chars().next()?, text.chars().next_back()?);
    let closes_keyboard = first == '"' && matches!(last, '”' | '“' | '»') && text.matches('"').count() == 1;
    let inner = || &text[first.len_utf8()..text.len() - last.len_utf8()];
    match closing(first) {
        Some(close) if text.chars().count() > 1 && close.contains(last) => {
            Some(first).filter(|_| is_balanced(inner(), first, last))
        }
        _ => closes_keyboard.then_some(last),
    }
}

/// Whether what closes is opened before: `“A” and “B”` is not enclosed by its outer marks.
fn is_balanced(inner: &str, open: char, close: char) -> bool {
    let mut depth = 0_usize;
    inner.chars().all(|c| {
        if c == open {
            depth += 1;
        } else if c == close {
            let is_opened = depth > 0;
            depth = depth.saturating_sub(1);
            // An apostrophe has the form of a closing mark.
            return is_opened || c == '’';
        }
        true
    })
}

/// A text without the marks around it.
pub(super) fn inside(text: &str) -> &str {
    let is_mark =
        |c: char| matches!(c, '"' | '\'') || PRINTED.iter().any(|(open, close)| *open == c || close.contains(c));
    let text = text.trim();
    let inner = text.strip_prefix(is_mark);
    let begins = inner.is_some();
    let inner = inner.unwrap_or(text);
    // Of what does not begin with a mark, an apostrophe at the end is a letter.
    let closes = |c: char| is_mark(c) && (begins || c == '"');
    inner.strip_suffix(closes).unwrap_or(inner).trim()
}

/// How long the text in quotes is that begins here, quotes included; `None` if nothing closes it.
pub(super) fn length(text: &str) -> Option<usize> {
    let open = text.chars().next()?;
    let close = closing(open).map_or_else(|| open.to_string(), str::to_owned);
    let mut is_escaped = false;
    text.char_indices().skip(1).find_map(|(at, c)| {
        let closes = close.contains(c) && !is_escaped;
        is_escaped = c == '\\' && !is_escaped && open == '"';
        closes.then(|| at + c.len_utf8())
    })
}

/// The texts in quotes of which a value consists, if there are several and nothing but space and commas between; and
/// whether all have commas between them.
pub(super) fn several(value: &str) -> Option<(Vec<&str>, bool)> {
    let (mut texts, mut rest, mut commas) = (Vec::new(), value.trim(), 0);
    while !rest.is_empty() {
        if !begins(rest) {
            return None;
        }
        let length = length(rest)?;
        texts.push(inside(&rest[..length]));
        let behind = rest[length..].trim_start();
        // What follows a closing quote at once belongs to the same text.
        if !behind.is_empty() && behind.len() == rest.len() - length && !behind.starts_with(',') {
            return None;
        }
        rest = behind.strip_prefix(',').map_or(behind, |behind| {
            commas += 1;
            behind.trim_start()
        });
    }
    (texts.len() > 1).then(|| (texts.clone(), commas + 1 >= texts.len()))
}
