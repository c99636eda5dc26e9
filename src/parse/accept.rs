//! Records in a translation which state of its original it was made from: the keys `source` and `source_parts`.

use toml_edit::{DocumentMut, InlineTable, Item, value};

use super::revision::Revision;
use super::text;

/// The text of a translation with the revision recorded in its front matter. Nothing else changes, not a byte.
///
/// # Errors
///
/// If the front matter cannot be read, says why.
pub fn with_source(translation: &str, original: &Revision) -> Result<String, String> {
    let (front_matter, body) = text::split(translation).ok_or("the front matter is missing or not closed")?;
    // The editor writes `\n`; what it has not written keeps its line ends.
    let line_end = if translation[front_matter.clone()].contains("\r\n") { "\r\n" } else { "\n" };
    let before = &translation[front_matter.clone()];
    let mut document: DocumentMut = before.parse().map_err(|error: toml_edit::TomlError| error.message().to_owned())?;
    let mut parts = InlineTable::new();
    for (name, hash) in &original.parts {
        parts.insert(name, hash.as_str().into());
    }
    set(&mut document, "source", value(original.hash.as_str()));
    set(&mut document, "source_parts", value(parts));
    let after = document.to_string();
    let after = if line_end == "\r\n" { after.replace("\r\n", "\n").replace('\n', "\r\n") } else { after };
    let fence = &translation[front_matter.end..body.start];
    Ok(format!("{}{after}{fence}{}", &translation[..front_matter.start], &translation[body]))
}

/// Sets a key, keeping the comment behind it.
fn set(document: &mut DocumentMut, key: &str, mut new: Item) {
    let old = document.get(key).and_then(Item::as_value);
    if let (Some(old), Some(new)) = (old, new.as_value_mut()) {
        *new.decor_mut() = old.decor().clone();
    }
    document[key] = new;
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
