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
    let mut brackets = Brackets::default();
    text.char_indices().for_each(|(at, c)| brackets.read(at, c));
    brackets.open
}

/// The brackets that are open while a message is read.
#[derive(Default)]
pub(super) struct Brackets {
    /// The innermost last.
    pub(super) open: Vec<Open>,
    in_quotes: bool,
    /// Whether a backslash in quotes takes away the meaning of what follows.
    is_escaped: bool,
    previous: Option<char>,
}

impl Brackets {
    /// Reads the next character.
    pub(super) fn read(&mut self, at: usize, c: char) {
        let in_expression = self.open.last().is_some_and(|last| !last.has_variants);
        let was_escaped = std::mem::take(&mut self.is_escaped);
        match c {
            '\n' => self.in_quotes = false,
            '\\' if self.in_quotes => self.is_escaped = !was_escaped,
            '"' if in_expression && !was_escaped => self.in_quotes = !self.in_quotes,
            _ if self.in_quotes => {}
            '{' => self.open.push(Open { at, bracket: c, has_variants: false }),
            '(' if in_expression => self.open.push(Open { at, bracket: c, has_variants: false }),
            ')' if in_expression => drop(self.open.pop_if(|last| last.bracket == '(')),
            '}' => {
                while self.open.pop_if(|last| last.bracket == '(').is_some() {}
                self.open.pop();
            }
            '>' if self.previous == Some('-') => {
                if let Some(last) = self.open.last_mut() {
                    last.has_variants = true;
                }
            }
            _ => {}
        }
        self.previous = Some(c);
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
            ("a { \"\\\\\" }{", "{"),
            ("a = { $n ->\n  [one] (it's \"{ $x }", "{"),
            ("a = { $n ->\n  *[other] { $x", "{{"),
        ] {
            let found: String = open(text).iter().map(|open| open.bracket).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
