//! A line with a key and a value, however they are written.

use std::ops::Range;

use super::super::front_matter::Form;

/// A line with a key and a value.
pub(super) struct Pair<'t> {
    /// The space before it.
    pub(super) indent: &'t str,
    pub(super) key: &'t str,
    /// Between the key and the value: `=`, a colon, or several such signs, which nothing reads.
    pub(super) separator: &'t str,
    /// What stands behind it, without a comment.
    pub(super) value: &'t str,
    /// Where in the line the value begins.
    pub(super) value_start: usize,
    line: &'t str,
}

impl<'t> Pair<'t> {
    /// `None` if there is no such sign in the line, or no key before it.
    pub(super) fn of(line: &'t str) -> Option<Self> {
        let is_sign = |c: char| matches!(c, '=' | ':');
        let at = line.find(is_sign)?;
        let key = line[..at].trim();
        if !is_key(key) {
            return None;
        }
        let rest = line[at..].trim_start_matches(is_sign);
        let separator = &line[at..line.len() - rest.len()];
        let value_start = line.len() - rest.trim_start().len();
        let indent = &line[..line.len() - line.trim_start().len()];
        Some(Self {
            indent,
            key,
            separator,
            value: without_comment(&line[value_start..]).trim_end(),
            value_start,
            line,
        })
    }

    /// The key as it is to be written.
    pub(super) fn plain_key(&self, form: Form) -> String {
        let words = self.key.trim_matches(['"', '\'']).split_whitespace();
        words.collect::<Vec<_>>().join(if form == Form::Toml { "_" } else { " " })
    }

    pub(super) fn at_key(&self) -> Range<usize> {
        self.indent.len()..self.indent.len() + self.key.len()
    }

    pub(super) fn at_separator(&self) -> Range<usize> {
        let rest = self.line.trim_start().len() - self.key.len();
        let start =
            self.line.len() - rest + (self.line[self.line.len() - rest..].find(self.separator).unwrap_or_default());
        start..start + self.separator.len()
    }

    /// What space beside the sign is none that is read as such.
    pub(super) fn odd_space(&self, form: Form) -> Option<&'static str> {
        let Range { start, end } = self.at_separator();
        let before = &self.line[self.at_key().end..start];
        let behind = &self.line[end..self.value_start.max(end)];
        let is_plain = |c: char| c == ' ' || c == '\t' && (form == Form::Toml);
        let odd = before.chars().chain(behind.chars()).find(|c| !is_plain(*c))?;
        Some(if odd == '\t' { "a tab" } else { "a no-break space" })
    }

    /// Whether the value follows at once.
    pub(super) fn is_without_space(&self) -> bool {
        !self.value.is_empty() && self.at_separator().end == self.value_start
    }
}

/// Whether this may be meant as a key: a few words.
pub(super) fn is_key(text: &str) -> bool {
    let plain = text.trim_matches(['"', '\'']);
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    let words = plain.split_whitespace().count();
    plain.starts_with(char::is_alphabetic)
        && (1..=3).contains(&words)
        && plain.chars().all(|c| is_word(c) || c.is_whitespace())
}

/// What stands before a comment: a number sign behind space, outside of quotes.
fn without_comment(value: &str) -> &str {
    let mut quote = None;
    let mut last = ' ';
    for (at, c) in value.char_indices() {
        match quote {
            None if c == '#' && last.is_whitespace() => return &value[..at],
            None if matches!(c, '"' | '\'') && !last.is_alphanumeric() => quote = Some(c),
            Some(open) if c == open => quote = None,
            _ => {}
        }
        last = c;
    }
    value
}
