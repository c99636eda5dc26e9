//! Front matter in YAML of which one value is written anew.

use super::{Mapping, mapping};

/// A mapping in which a key has a value, which is written on one line; nothing else changes, not a byte. The key may stand
/// there with hyphens for its underscores.
///
/// # Errors
///
/// If the mapping cannot be read, says why.
pub(in crate::parse) fn with_value(text: &str, key: &str, value: &str, line_end: &str) -> Result<String, String> {
    let Mapping { keys, empty, range, is_flow, .. } = mapping(text).map_err(|mistake| mistake.diagnostic.message)?;
    let hyphenated = key.replace('_', "-");
    let is_key = |found: &str| found == key || found == hyphenated;
    let old = keys.iter().find(|(found, _)| is_key(found.get_ref())).map(|(_, value)| value.span());
    let without_value = empty.iter().find(|(found, _)| is_key(found)).map(|(_, end)| *end);
    let (at, new) = if let Some(old) = old {
        (old, value.to_owned())
    } else if let Some(at) = without_value {
        (at..at, format!(" {value}"))
    } else if is_flow {
        let comma = if keys.is_empty() && empty.is_empty() { "" } else { ", " };
        (range.end - 1..range.end - 1, format!("{comma}{key}: {value}"))
    } else {
        let line = text[..range.start].rfind('\n').map_or(0, |newline| newline + 1);
        // Another document would begin behind a byte order mark.
        let end = text[range.end..].find('\u{feff}').map_or(text.len(), |mark| range.end + mark);
        (end..end, format!("{}{key}: {value}{line_end}", &text[line..range.start]))
    };
    Ok([&text[..at.start], &new, &text[at.end..]].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_one_value_changes() {
        for (before, after) in [
            ("", "source_parts: X\n"),
            ("# note\n", "# note\nsource_parts: X\n"),
            ("title: Ä # b\n\n", "title: Ä # b\n\nsource_parts: X\n"),
            ("  title: a\n  list:\n  - b\n", "  title: a\n  list:\n  - b\n  source_parts: X\n"),
            ("source-parts: {a: b} # c\ntitle: d\n", "source-parts: X # c\ntitle: d\n"),
            ("source_parts:\n  a: 'b'\n  c: d\n# e\ntitle: f\n", "source_parts:\n  X\n# e\ntitle: f\n"),
            ("source_parts:\ntitle: f\n", "source_parts: X\ntitle: f\n"),
            ("source_parts: # c\ntitle: f\n", "source_parts: X # c\ntitle: f\n"),
            ("{title: a}\n", "{title: a, source_parts: X}\n"),
            ("{}\n", "{source_parts: X}\n"),
            ("title: a\n\u{feff}\n", "title: a\nsource_parts: X\n\u{feff}\n"),
            ("text: |\n  a\n\n  b\n\n", "text: |\n  a\n\n  b\n\nsource_parts: X\n"),
        ] {
            assert_eq!(with_value(before, "source_parts", "X", "\n").as_deref(), Ok(after), "{before:?}");
            assert_eq!(
                with_value(after, "source_parts", "X", "\n").as_deref(),
                Ok(after),
                "twice changes nothing more"
            );
        }
    }
}
