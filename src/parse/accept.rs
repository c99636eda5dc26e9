//! Records in a translation which state of its original it was made from: the keys `source` and `source_parts`.

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
    let layout = Layout::of(translation).map_err(|unclosed| unclosed.diagnostic().message)?;
    let line_end = line_end(translation);
    let front_matter = &translation[layout.front_matter.clone()];
    let new = match layout.form {
        Some(Form::Toml) => in_toml(front_matter, original, line_end)?,
        Some(Form::Yaml) => in_yaml(front_matter, original, line_end)?,
        None => {
            let (mark, text) =
                translation.split_at(translation.len() - translation.trim_start_matches('\u{feff}').len());
            let keys = in_yaml("", original, line_end)?;
            return Ok(format!("{mark}---{line_end}{keys}---{line_end}{text}"));
        }
    };
    let [before, after] = [&translation[..layout.front_matter.start], &translation[layout.front_matter.end..]];
    Ok([before, &new, after].concat())
}

fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

fn in_toml(front_matter: &str, original: &Revision, line_end: &str) -> Result<String, String> {
    let mut document: DocumentMut =
        front_matter.parse().map_err(|error: toml_edit::TomlError| error.message().to_owned())?;
    let mut parts = InlineTable::new();
    for (name, hash) in &original.parts {
        parts.insert(name, hash.as_str().into());
    }
    set(&mut document, "source", value(original.hash.as_str()));
    set(&mut document, "source_parts", value(parts));
    let after = document.to_string();
    // The editor writes `\n`; what it has not written keeps its line ends.
    Ok(if line_end == "\r\n" { after.replace("\r\n", "\n").replace('\n', "\r\n") } else { after })
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
        Revision::of(&[Part { name: "title".to_owned(), text: text.to_owned() }])
    }

    #[test]
    fn nothing_but_the_source_changes() {
        let new = revision("new");
        let hash = &new.hash;
        let part = &new.parts[0].1;
        let source = format!("source = \"{hash}\"\nsource_parts = {{ title = \"{part}\" }}\n");
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
        ] {
            let accepted = with_source(before, &new).unwrap();
            assert_eq!(accepted, after);
            assert_eq!(with_source(&accepted, &new).unwrap(), after, "accepting twice changes nothing");
        }
    }
}
