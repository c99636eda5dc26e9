//! Where exactly things stand in YAML.

use std::ops::Range;

use saphyr_parser::{Event, ScalarStyle};

/// Where exactly that stands what an event is about. The library begins blocks behind their sign, and counts the space and the
/// comment behind a closing sign to what is closed.
pub(super) fn exact(event: &Event, text: &str, at: Range<usize>) -> Range<usize> {
    let begins_with = |signs: &[char]| text[..at.start].rfind(signs).unwrap_or(at.start)..at.end;
    let ends_behind = |length: Option<usize>| at.start..length.map_or(at.end, |length| at.start + length);
    let inside = &text[at.clone()];
    match event {
        Event::Scalar(_, ScalarStyle::Literal | ScalarStyle::Folded, ..) => begins_with(&['|', '>']),
        Event::SequenceStart(..) if !text[at.start..].starts_with('[') => begins_with(&['-']),
        Event::Scalar(_, ScalarStyle::SingleQuoted, ..) => ends_behind(single_quoted(inside)),
        Event::Scalar(_, ScalarStyle::DoubleQuoted, ..) => ends_behind(double_quoted(inside)),
        Event::SequenceEnd | Event::MappingEnd if inside.starts_with(['}', ']']) => ends_behind(Some(1)),
        _ => at,
    }
}

/// The length of a text in single quotes, of which two stand for one.
fn single_quoted(text: &str) -> Option<usize> {
    let mut end = 1;
    loop {
        end += text.get(end..)?.find('\'')? + 1;
        if !text[end..].starts_with('\'') {
            return Some(end);
        }
        end += 1;
    }
}

/// The length of a text in double quotes, which a backslash makes a part of it.
fn double_quoted(text: &str) -> Option<usize> {
    let mut is_escaped = false;
    let closes = |(_, c): &(usize, char)| {
        let closes = *c == '"' && !is_escaped;
        is_escaped = *c == '\\' && !is_escaped;
        closes
    };
    text.char_indices().skip(1).find(closes).map(|(at, _)| at + 1)
}
