//! Records in a translation which state of its original it was made from: the keys `source` and `source_parts`.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use toml_edit::{DocumentMut, InlineTable, Item, value};

use super::front_matter::{Form, Layout};
use super::revision::Revision;
use super::yaml;

/// The text of a translation with the revision recorded in its front matter, which it gets if it has none. Nothing else
/// changes, not a byte.
///
/// # Errors
///
/// If the front matter cannot be read, says why.
pub fn with_source(translation: &str, original: &Revision) -> Result<String, String> {
    let (mark, text) = without_mark(translation);
    let layout = Layout::of(text).map_err(|unclosed| unclosed.diagnostic().message)?;
    let front_matter = &text[layout.front_matter.clone()];
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let new = match layout.form {
        Some(Form::Toml) => in_toml(front_matter, original)?,
        Some(Form::Yaml) => in_yaml(front_matter, original, line_end)?,
        None => format!("---{line_end}{}---{line_end}", in_yaml("", original, line_end)?),
    };
    Ok([mark, &text[..layout.front_matter.start], &new, &text[layout.front_matter.end..]].concat())
}

/// The mark U+FEFF with which some editors begin a text, which no parser hands on, and the rest.
pub(super) fn without_mark(text: &str) -> (&str, &str) {
    text.split_at(if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 })
}

fn in_toml(front_matter: &str, original: &Revision) -> Result<String, String> {
    let (mark, before) = without_mark(front_matter);
    let mut document: DocumentMut = before.parse().map_err(|error: toml_edit::TomlError| error.message().to_owned())?;
    let mut parts = InlineTable::new();
    for (name, hash) in &original.parts {
        parts.insert(name, hash.as_str().into());
    }
    set(&mut document, "source", value(original.hash.as_str()));
    set(&mut document, "source_parts", value(parts));
    Ok(format!("{mark}{}", with_line_ends(&document.to_string(), before)))
}

/// A text of which the lines end as they did before, and new ones as the first did: the editor ends all in one way.
pub(super) fn with_line_ends(after: &str, before: &str) -> String {
    let (old, new): (Vec<_>, Vec<_>) = (before.lines().collect(), after.lines().collect());
    let as_before: Vec<_> = before.split_inclusive('\n').collect();
    let line_end = if as_before.first().is_some_and(|line| line.ends_with("\r\n")) { "\r\n" } else { "\n" };
    let mut text = String::with_capacity(after.len());
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        match op {
            DiffOp::Equal { old_index, len, .. } => text.extend(as_before[old_index..old_index + len].iter().copied()),
            DiffOp::Delete { .. } => {}
            DiffOp::Insert { new_index, new_len, .. } | DiffOp::Replace { new_index, new_len, .. } => {
                text.extend(new[new_index..new_index + new_len].iter().flat_map(|line| [*line, line_end]));
            }
        }
    }
    text
}

/// Sets a key, keeping the comment behind it.
fn set(document: &mut DocumentMut, key: &str, mut new: Item) {
    let old = document.get(key).and_then(Item::as_value);
    if let (Some(old), Some(new)) = (old, new.as_value_mut()) {
        *new.decor_mut() = old.decor().clone();
    }
    document[key] = new;
}

fn in_yaml(front_matter: &str, original: &Revision, line_end: &str) -> Result<String, String> {
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let parts: Vec<_> =
        original.parts.iter().map(|(name, hash)| format!("{}: {}", quoted(name), quoted(hash))).collect();
    let with_source = yaml::with_value(front_matter, "source", &quoted(&original.hash), line_end)?;
    yaml::with_value(&with_source, "source_parts", &format!("{{ {} }}", parts.join(", ")), line_end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::revision::Part;

    fn revision(text: &str) -> Revision {
        Revision::of(&[Part { name: "title".to_owned(), text: text.to_owned(), is_headed: false }])
    }

    #[test]
    fn nothing_but_the_source_changes() {
        let new = revision("new");
        let hash = &new.hash;
        let part = &new.parts[0].1;
        let source = format!("source = \"{hash}\"\nsource_parts = {{ title = \"{part}\" }}\n");
        let yaml_parts = format!("source_parts: {{ \"title\": \"{part}\" }}\n");
        let yaml = format!("source: \"{hash}\"\n{yaml_parts}");
        for (before, after) in [
            ("+++\ntitle = 'x' # y\n+++\nbody  \n", format!("+++\ntitle = 'x' # y\n{source}+++\nbody  \n")),
            (
                "+++\n# a\n\ntitle   = \"x\"\n\n[grammar]\na = \"b\"\n+++\n",
                format!("+++\n# a\n\ntitle   = \"x\"\n{source}\n[grammar]\na = \"b\"\n+++\n"),
            ),
            (
                "+++\nsource = \"old\" # by hand\ntitle = \"x\"\n+++\n",
                format!(
                    "+++\nsource = \"{hash}\" # by hand\ntitle = \"x\"\nsource_parts = {{ title = \"{part}\" }}\n+++\n"
                ),
            ),
            (
                "+++\r\ntitle = \"x\"\r\n+++\r\nb\r\n",
                format!("+++\ntitle = \"x\"\n{source}+++\nb\n").replace('\n', "\r\n"),
            ),
            ("\u{feff}+++\n\u{feff}title = \"x\"\n+++\n", format!("\u{feff}+++\n\u{feff}title = \"x\"\n{source}+++\n")),
            // Lines that end in two ways, as editors on two systems leave them.
            (
                "+++\ntitle = \"x\"\r\n\n[grammar]\na = \"b\"\r\n+++\r\n",
                format!("+++\ntitle = \"x\"\r\n{source}\n[grammar]\na = \"b\"\r\n+++\r\n")
                    .replace(&source, &source.replace('\n', "\r\n")),
            ),
            (
                "---\ntitle: 'x' # y\nsource: old # by hand\n---\nbody  \n",
                format!("---\ntitle: 'x' # y\nsource: \"{hash}\" # by hand\n{yaml_parts}---\nbody  \n"),
            ),
            (
                "\u{feff}---\r\ntitle: x\r\n...\r\nb\r\n",
                format!("\u{feff}---\ntitle: x\n{yaml}...\nb\n").replace('\n', "\r\n"),
            ),
            ("\u{feff}# x\n\nb", format!("\u{feff}---\n{yaml}---\n# x\n\nb")),
        ] {
            let accepted = with_source(before, &new).unwrap();
            assert_eq!(accepted, after);
            assert_eq!(with_source(&accepted, &new).unwrap(), after, "accepting twice changes nothing");
        }
    }
}
