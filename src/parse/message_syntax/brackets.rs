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
    /// The commas between the arguments of a call so far.
    pub(super) commas: usize,
}

/// The brackets that are open at the end of the beginning of a message, the innermost last.
pub(super) fn open(text: &str) -> Vec<Open> {
    let mut brackets = Brackets::default();
    text.char_indices().for_each(|(at, c)| brackets.read(at, c));
    brackets.open
}

/// Where the variants of a text that begins with the brace of a choice begin, whatever line they are on, and where the brace
/// is that closes it.
pub(super) fn variants(text: &str) -> Option<(Vec<usize>, usize)> {
    let mut brackets = Brackets::default();
    let mut starts = Vec::new();
    for (at, c) in text.char_indices() {
        let Brackets { open, previous, .. } = &brackets;
        let is_between = open.len() == 1 && open[0].has_variants && matches!(previous, ' ' | '\n' | '>');
        if is_between && is_variant(&text[at..]) {
            starts.push(at);
        }
        brackets.read(at, c);
        if brackets.open.is_empty() {
            return Some((starts, at));
        }
    }
    None
}

/// Whether a text begins with a key in brackets and with words after it.
fn is_variant(text: &str) -> bool {
    let Some(key) = text.strip_prefix('*').unwrap_or(text).strip_prefix('[') else { return false };
    // Not to the end of the text: it may hold nothing but such brackets.
    let Some(end) = key.find([']', '[', '\n']) else { return false };
    key[end..].strip_prefix(']').is_some_and(|text| !text.trim_start().starts_with(['[', '*', '}']))
}

/// The brackets that are open while a message is read, letter by letter.
#[derive(Default)]
pub(super) struct Brackets {
    /// The innermost last.
    pub(super) open: Vec<Open>,
    in_quotes: bool,
    previous: char,
}

impl Brackets {
    /// Reads the next character.
    pub(super) fn read(&mut self, at: usize, c: char) {
        let in_expression = self.open.last().is_some_and(|last| !last.has_variants);
        match c {
            '"' if in_expression && self.previous != '\\' => self.in_quotes = !self.in_quotes,
            '\n' => self.in_quotes = false,
            _ if self.in_quotes => {}
            '{' => self.open.push(Open { at, bracket: c, has_variants: false, commas: 0 }),
            '(' if in_expression => self.open.push(Open { at, bracket: c, has_variants: false, commas: 0 }),
            ',' if in_expression => self.open.last_mut().into_iter().for_each(|last| last.commas += 1),
            ')' if in_expression => drop(self.open.pop_if(|last| last.bracket == '(')),
            '}' => {
                while self.open.pop_if(|last| last.bracket == '(').is_some() {}
                self.open.pop();
            }
            '>' if self.previous == '-' => self.open.last_mut().into_iter().for_each(|last| last.has_variants = true),
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
            ("a { \"\\\\\" }{", "{"),
            ("a = { $n ->\n  [one] (it's \"{ $x }", "{"),
            ("a = { $n ->\n  *[other] { $x", "{{"),
        ] {
            let found: String = open(text).iter().map(|open| open.bracket).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
