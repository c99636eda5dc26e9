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
    let mut open: Vec<Open> = Vec::new();
    let mut in_quotes = false;
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        let in_expression = open.last().is_some_and(|last| !last.has_variants);
        match c {
            '"' if in_expression && previous != '\\' => in_quotes = !in_quotes,
            '\n' => in_quotes = false,
            _ if in_quotes => {}
            '{' => open.push(Open { at, bracket: c, has_variants: false }),
            '(' if in_expression => open.push(Open { at, bracket: c, has_variants: false }),
            ')' if in_expression => drop(open.pop_if(|last| last.bracket == '(')),
            '}' => {
                while open.pop_if(|last| last.bracket == '(').is_some() {}
                open.pop();
            }
            '>' if previous == '-' => open.iter_mut().next_back().into_iter().for_each(|last| last.has_variants = true),
            _ => {}
        }
        previous = c;
    }
    open
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
            ("a = { $n ->\n  [one] (it's \"{ $x }", "{"),
            ("a = { $n ->\n  *[other] { $x", "{{"),
        ] {
            let found: String = open(text).iter().map(|open| open.bracket).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
