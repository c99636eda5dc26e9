//! What a browser gets on top of a page.

use super::snapshot::Snapshot;

/// Below the base path of the site, where no page of a site can be: addresses of sites have no underscore.
pub(super) const FOLDER: &str = "__rolebook/";

pub(super) const SCRIPT: &str = include_str!("client/preview.js");
pub(super) const STYLE: &str = include_str!("client/preview.css");

/// A page with the script as the first thing in its head.
pub(super) fn with_script(html: &str, base: &str, etag: &str, number: u64) -> String {
    let etag = etag.trim_matches('"');
    let script =
        format!("<script src=\"{base}{FOLDER}preview.js\" data-etag=\"{etag}\" data-number=\"{number}\"></script>");
    let after = |tag: &str| {
        let start = html.find(tag)?;
        let end = html[start..].find('>')?;
        Some(start + end + 1)
    };
    // Without a head, behind the document type: before it, it would change how browsers read the page.
    let at = after("<head>").or_else(|| after("<head ")).or_else(|| after("<html")).or_else(|| after("<!DOCTYPE"));
    let (before, rest) = html.split_at(at.unwrap_or_default());
    [before, &script, rest].concat()
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
