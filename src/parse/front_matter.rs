//! Front matter: where in a text it stands, and in which form it is written.

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic};

/// The languages in which front matter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Between lines `+++`.
    Toml,
    /// Between lines `---`, of which the second may be `...`.
    Yaml,
}

impl Form {
    /// The line before and after front matter.
    pub(super) fn fence(self) -> &'static str {
        match self {
            Form::Toml => "+++",
            Form::Yaml => "---",
        }
    }

    /// What the form is called.
    pub(super) fn name(self) -> &'static str {
        match self {
            Form::Toml => "TOML",
            Form::Yaml => "YAML",
        }
    }

    /// What stands between a key and its value.
    pub(super) fn separator(self) -> &'static str {
        match self {
            Form::Toml => "=",
            Form::Yaml => ":",
        }
    }

    /// Whether a text begins with a key, as front matter does.
    fn is_key(self, text: &str) -> bool {
        let line = text.lines().next().unwrap_or_default();
        let sign = if self == Form::Toml { '=' } else { ':' };
        line.split_once(sign).is_some_and(|(key, _)| !key.is_empty() && !key.trim_end().contains(char::is_whitespace))
    }

    fn ends_at(self, line: &str) -> bool {
        line == self.fence() || self == Form::Yaml && line == "..."
    }

    /// A key with a value, as a text has it.
    pub(super) fn pair(self, key: &str, value: &str) -> String {
        match self {
            Form::Toml => format!("{key} = {value}"),
            Form::Yaml => format!("{key}: {value}"),
        }
    }
}

/// The two parts of a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    /// `None` if the text has no front matter.
    pub(crate) form: Option<Form>,
    /// What stands between the fences.
    pub(crate) front_matter: Range<usize>,
    /// The Markdown.
    pub(crate) body: Range<usize>,
}

/// Front matter whose end is missing.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Unclosed(Form);

impl Layout {
    /// Finds the parts of a text.
    pub(crate) fn of(text: &str) -> Result<Self, Unclosed> {
        let mut lines = text.split_inclusive('\n').scan(0, |end, line| {
            *end += line.len();
            Some((line.trim_end(), *end - line.len()..*end))
        });
        let first = lines.find(|(line, _)| !line.is_empty());
        let first = first.and_then(|(first, line)| Some((Form::of_fence(first)?, line)));
        // An empty line before front matter is a slip of the keyboard; a rule of Markdown may stand there, too.
        let first = first.filter(|(form, line)| line.start == 0 || form.is_key(&text[line.end..]));
        let Some((form, first)) = first else {
            return Ok(Self { form: None, front_matter: 0..0, body: 0..text.len() });
        };
        let (_, last) = lines.find(|(line, _)| form.ends_at(line)).ok_or(Unclosed(form))?;
        Ok(Self { form: Some(form), front_matter: first.end..last.start, body: last.end..text.len() })
    }
}

impl Form {
    fn of_fence(line: &str) -> Option<Self> {
        [Form::Toml, Form::Yaml].into_iter().find(|form| line == form.fence())
    }
}

impl Unclosed {
    /// What to say of it, at the beginning of the text.
    pub(super) fn diagnostic(&self) -> Diagnostic {
        let fence = self.0.fence();
        let help = format!("write a line `{fence}` behind the last key, such as `{}`", self.0.pair("title", "\"…\""));
        Diagnostic::error(Code::Syntax, "the front matter is not closed").help(help)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_ends_at_the_second_fence() {
        let found = |form, front_matter, body| Ok(Layout { form, front_matter, body });
        let (toml, yaml) = (Some(Form::Toml), Some(Form::Yaml));
        for (text, layout) in [
            ("+++\na = 1\n+++\nbody", found(toml, 4..10, 14..18)),
            ("+++\r\na = 1\r\n+++\r\n", found(toml, 5..12, 17..17)),
            ("+++\n+++", found(toml, 4..4, 7..7)),
            ("---\na: 1\n---\n", found(yaml, 4..9, 13..13)),
            ("--- \na: |\n  ---\n...\nb\n\n---\n", found(yaml, 5..16, 20..27)),
            ("+++\na = 1\n---\n", Err(Unclosed(Form::Toml))),
            ("---\na: 1\n+++\n", Err(Unclosed(Form::Yaml))),
            ("\n \n---\na: 1\n---\nb", found(yaml, 7..12, 16..17)),
            ("\n---\nA rule: words\n---\n", found(None, 0..0, 0..23)),
            ("", found(None, 0..0, 0..0)),
            ("# A\n\n---\n", found(None, 0..0, 0..9)),
            ("----\na\n", found(None, 0..0, 0..7)),
        ] {
            assert_eq!(Layout::of(text), layout, "{text:?}");
        }
    }
}
