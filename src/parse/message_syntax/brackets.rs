//! The brackets that are open at a place of a message.

/// A bracket that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Open {
    /// Where it stands.
    pub(super) at: usize,
    /// `{` or `(`.
    pub(super) bracket: char,
    /// Whether variants have begun, whose text may hold quotes and parentheses.
    pub(super) has_variants: bool,
}

/// The brackets that are open at the end of the beginning of a message, the innermost last.
pub(super) fn open(text: &str) -> Vec<Open> {
    let mut reader = Reader::default();
    text.char_indices().for_each(|(at, c)| reader.read(at, c));
    reader.open
}

/// Where the variants of a text that begins with the brace of a choice begin, whatever line they are on, and where the brace
/// is that closes it.
pub(super) fn variants(text: &str) -> Option<(Vec<usize>, usize)> {
    let mut reader = Reader::default();
    let mut starts = Vec::new();
    for (at, c) in text.char_indices() {
        let is_between =
            reader.open.len() == 1 && reader.open[0].has_variants && matches!(reader.previous, ' ' | '\n' | '>');
        if is_between && is_variant(&text[at..]) {
            starts.push(at);
        }
        reader.read(at, c);
        if reader.open.is_empty() {
            return Some((starts, at));
        }
    }
    None
}

/// Whether a text begins with a key in brackets and with words after it.
fn is_variant(text: &str) -> bool {
    let Some(key) = text.strip_prefix('*').unwrap_or(text).strip_prefix('[') else { return false };
    key.split_once(']').is_some_and(|(_, text)| !text.trim_start().starts_with(['[', '*', '}']))
}

/// Reads a message letter by letter.
#[derive(Default)]
struct Reader {
    open: Vec<Open>,
    in_quotes: bool,
    previous: char,
}

impl Reader {
    fn read(&mut self, at: usize, c: char) {
        let open = &mut self.open;
        let in_expression = open.last().is_some_and(|last| !last.has_variants);
        match c {
            '"' if in_expression && self.previous != '\\' => self.in_quotes = !self.in_quotes,
            '\n' => self.in_quotes = false,
            _ if self.in_quotes => {}
            '{' => open.push(Open { at, bracket: c, has_variants: false }),
            '(' if in_expression => open.push(Open { at, bracket: c, has_variants: false }),
            ')' if in_expression => drop(open.pop_if(|last| last.bracket == '(')),
            '}' => {
                while open.pop_if(|last| last.bracket == '(').is_some() {}
                open.pop();
            }
            '>' if self.previous == '-' => open.last_mut().into_iter().for_each(|last| last.has_variants = true),
            _ => {}
        }
        // A backslash after another is text, and escapes nothing.
        self.previous = if c == '\\' && self.previous == '\\' { ' ' } else { c };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_parentheses_count_in_expressions_only() {
        for (text, expected) in [
            ("a (b \"c", ""),
            ("a { NUMBER($n", "{("),
            ("a { NUMBER($n }", ""),
            ("a { \"{\" } b", ""),
            ("a { \"x\\\"{", "{"),
            ("a { \"x\\\\\" } b {", "{"),
            ("a = { $n ->\n  [one] (it's \"{ $x }", "{"),
            ("a = { $n ->\n  *[other] { $x", "{{"),
        ] {
            let found: String = open(text).iter().map(|open| open.bracket).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
