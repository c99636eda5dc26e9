//! The files from which others are made: those of the folder `files/`, as they are in the program.
//!
//! Names that begin with `dot-` stand for hidden ones, which would be obeyed here. `{name}` and the like stand for what a site
//! says of itself.

use std::collections::BTreeMap;

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "src/scaffold/files"]
struct Files;

/// What stands for what in a file.
pub(super) type Values<'v> = [(&'v str, String)];

/// The files of a folder, by their paths below it in a site.
pub(super) fn below(folder: &str) -> BTreeMap<String, String> {
    let folder = format!("{folder}/");
    let files = Files::iter().filter_map(|path| Some((path.strip_prefix(&folder)?.to_owned(), text(&path))));
    files.map(|(path, text)| (path.replace("dot-", "."), text)).collect()
}

/// One file.
pub(super) fn text(path: &str) -> String {
    let file = Files::get(path).unwrap_or_else(|| panic!("`{path}` is one of the program's files"));
    String::from_utf8(file.data.into()).expect("the program's files are text")
}

/// A text with values in their places.
pub(super) fn filled(text: &str, values: &Values) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}
