//! Where the tags of a template begin and end.
//!
//! This is all that is read here; what is in a tag is left to Tera. Of Tera's own rules (`src/parsing/lexer.rs` of tera
//! 2.4) those are followed that leave no doubt in a template that Tera has compiled. At the first tag that needs another
//! rule, such as `raw` or a string with escapes, reading ends, so that each tag that is found is one.

use std::ops::Range;

/// `{{ … }}` or `{% … %}`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'t> {
    pub(super) range: Range<usize>,
    pub(super) kind: TagKind<'t>,
    /// Whether it may call a component: whether there is a `<` outside of strings.
    pub(super) may_call_component: bool,
    pub(super) trims: Trims,
}

/// What a tag is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TagKind<'t> {
    Output,
    /// A statement with its first word; the calls of components that have a body have none.
    Statement(&'t str),
}

/// Whether a tag removes the space on its sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Trims {
    pub(super) before: bool,
    pub(super) after: bool,
}

/// The tags of a template that Tera has compiled, in their order, up to the first that leaves a doubt.
pub(super) fn tags(source: &str) -> impl Iterator<Item = Tag<'_>> {
    tags_and_doubt(source).map_while(|tag| tag)
}

/// The same if there is no doubt in the whole template.
pub(super) fn all(source: &str) -> Option<Vec<Tag<'_>>> {
    tags_and_doubt(source).collect()
}

/// The tags of a template, and `None` in the place of the first that leaves a doubt.
fn tags_and_doubt(source: &str) -> impl Iterator<Item = Option<Tag<'_>>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + marker(&source[at..])?;
            if source[start..].starts_with("{#") {
                let text = after_dash(source, start + 2);
                let Some(length) = source[text..].find("#}") else { return Some(None) };
                at = text + length + 2;
            } else {
                let tag = tag(source, start);
                at = tag.as_ref().map_or(at, |tag| tag.range.end);
                return Some(tag);
            }
        }
    })
}

/// Where the first tag or comment begins.
fn marker(source: &str) -> Option<usize> {
    source.as_bytes().windows(2).position(|pair| matches!(pair, b"{{" | b"{%" | b"{#"))
}

fn after_dash(source: &str, at: usize) -> usize {
    at + usize::from(source[at..].starts_with('-'))
}

/// The tag that begins somewhere; nothing if its end is in doubt, or what follows it.
fn tag(source: &str, start: usize) -> Option<Tag<'_>> {
    let is_output = source[start..].starts_with("{{");
    let first = after_dash(source, start + 2);
    let (last, may_call_component) = end(&source.as_bytes()[first..], if is_output { b"}}" } else { b"%}" })?;
    let inner = &source[first..first + last];
    let kind = if is_output { TagKind::Output } else { TagKind::Statement(first_word(inner)?) };
    let trims = Trims { before: first > start + 2, after: inner.ends_with('-') };
    Some(Tag { range: start..first + last + 2, kind, may_call_component, trims })
}

/// Where a tag is closed, and whether there is a `<` before it; nothing if there is a string with escapes.
fn end(bytes: &[u8], close: &[u8]) -> Option<(usize, bool)> {
    let (mut at, mut may_call_component) = (0, false);
    while !bytes[at..].starts_with(close) {
        let byte = *bytes.get(at)?;
        at += 1;
        if matches!(byte, b'"' | b'\'' | b'`') {
            let length = bytes[at..].iter().position(|other| *other == byte || *other == b'\\')?;
            at += length + 1;
            if bytes[at - 1] == b'\\' {
                return None;
            }
        }
        may_call_component |= byte == b'<';
    }
    Some((at, may_call_component))
}

/// The first word of a statement; nothing if it begins raw text, or with something else.
fn first_word(statement: &str) -> Option<&str> {
    let statement = statement.trim_ascii_start();
    let length = statement.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(statement.len());
    match &statement[..length] {
        "raw" => None,
        "" if !statement.starts_with('<') => None,
        word => Some(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_as_tera_finds_them() {
        for (source, expected) in [
            ("a {{ b }} c", vec!["{{ b }}"]),
            ("{{ \"}}\" }}{{ '\"}}' }}{{ `'` }}", vec!["{{ \"}}\" }}", "{{ '\"}}' }}", "{{ `'` }}"]),
            ("{#}#}{{ b }}{#-#}{% if c %}", vec!["{{ b }}", "{% if c %}"]),
            ("{# {{ a }} \" -#}{{- b -}}", vec!["{{- b -}}"]),
            ("{{ {\"a\": {\"b\": 1} } }}}}", vec!["{{ {\"a\": {\"b\": 1} } }}"]),
            ("{% set a = {\"b\": {}} %}{{ a%2 }}", vec!["{% set a = {\"b\": {}} %}", "{{ a%2 }}"]),
            ("{ {{{ a }} {%if a%}é{%endif%}", vec!["{{{ a }}", "{%if a%}", "{%endif%}"]),
            ("{% <card> %}{% </card> %}", vec!["{% <card> %}", "{% </card> %}"]),
        ] {
            let found: Vec<_> = tags(source).map(|tag| &source[tag.range]).collect();
            assert_eq!(found, expected, "{source}");
        }
    }

    /// Case S4: strings with escapes.
    #[test]
    fn reading_ends_where_there_is_doubt() {
        for doubtful in ["{% set q = \"\\\"\" %}", "{{ 'a\\'' }}", "{% raw %}{% endraw %}", "{%--raw %}{% endraw %}"] {
            let source = format!("{{{{ a }}}}{doubtful}{{{{ b }}}}");
            let found: Vec<_> = tags(&source).map(|tag| &source[tag.range]).collect();
            assert_eq!(found, ["{{ a }}"], "{source}");
        }
    }

    #[test]
    fn tags_say_what_they_are() {
        let found: Vec<_> = tags("{%- if a<b -%}{{ \"<\" }}{% endif %}")
            .map(|tag| (tag.kind, tag.may_call_component, tag.trims.before, tag.trims.after))
            .collect();
        let expected = [
            (TagKind::Statement("if"), true, true, true),
            (TagKind::Output, false, false, false),
            (TagKind::Statement("endif"), false, false, false),
        ];
        assert_eq!(found, expected);
    }
}
