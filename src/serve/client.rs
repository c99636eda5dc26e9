//! What a browser gets on top of a page.

use std::path::Path;

use memchr::{memchr, memmem};

use super::snapshot::Snapshot;

/// Below the base path of the site, where no page of a site can be: addresses of sites have no underscore.
pub(super) const FOLDER: &str = "__rolebook/";

/// The files of `client/`, by their names.
macro_rules! files {
    ($($name:literal)*) => { &[$(($name, include_str!(concat!("client/", $name)))),*] };
}

/// What browsers load from the folder: names and texts.
const FILES: &[(&str, &str)] = files! {
    "preview.css" "preview.js"
    "align.mjs" "elements.mjs" "facts.mjs" "frame.mjs" "main.mjs" "messages.mjs" "mistakes.mjs" "morph.mjs" "nodes.mjs"
    "outlines.mjs" "page.mjs" "panel.mjs" "refresh.mjs" "server.mjs"
};

/// The type and the text of a file of the folder.
pub(super) fn file(name: &str) -> Option<(&'static str, &'static str)> {
    let (_, text) = FILES.iter().find(|(of, _)| *of == name)?;
    let is_style = Path::new(name).extension().is_some_and(|extension| extension == "css");
    Some((if is_style { "text/css; charset=utf-8" } else { "text/javascript; charset=utf-8" }, text))
}

/// Our scripts, for a page.
pub(super) fn scripts(base: &str, etag: &str, number: u64) -> String {
    let etag = etag.trim_matches('"');
    format!(
        "<script src=\"{base}{FOLDER}preview.js\" data-etag=\"{etag}\" data-number=\"{number}\"></script>\
         <script type=\"module\" src=\"{base}{FOLDER}main.mjs\"></script>"
    )
}

/// Where scripts are the first things in the head of a page.
pub(super) fn place_of_scripts(html: &[u8]) -> usize {
    let after = |tag: &str| {
        let start = memmem::find(html, tag.as_bytes())?;
        let end = memchr(b'>', &html[start..])?;
        Some(start + end + 1)
    };
    // Without a head, behind the document type: before it, it would change how browsers read the page.
    let place = after("<head>").or_else(|| after("<head ")).or_else(|| after("<html")).or_else(|| after("<!DOCTYPE"));
    place.unwrap_or_default()
}

/// What there is instead of a page that has never been without errors.
pub(super) fn broken_page(snapshot: &Snapshot) -> String {
    let mistakes = snapshot.diagnostics.iter().map(|diagnostic| {
        let place = diagnostic.place.as_ref();
        let place = place.map(|place| format!("{}:{}:{}: ", place.file, place.line, place.column)).unwrap_or_default();
        format!("{place}{}\n", diagnostic.message)
    });
    let mistakes: String = snapshot.failure.iter().cloned().chain(mistakes).collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>The site has errors</title>\n</head>\n\
         <body data-rolebook-broken><noscript><h1>The site has errors</h1>\n<pre>{}</pre></noscript></body>\n</html>\n",
        crate::markup::escaped(&mistakes)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_modules_that_modules_import_are_served() {
        let mut imports = 0;
        for (name, text) in FILES {
            for import in text.split(" from \"./").skip(1) {
                let imported = import.split('"').next().unwrap();
                assert!(file(imported).is_some(), "{name} imports {imported}");
                imports += 1;
            }
        }
        assert!(imports > FILES.len(), "{imports}");
    }
}
