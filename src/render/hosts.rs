//! What static hosts read: `_redirects` and `_headers`, in the form of Netlify and Cloudflare Pages.
//!
//! Sources: <https://docs.netlify.com/routing/redirects/>, <https://docs.netlify.com/routing/headers/>,
//! <https://developers.cloudflare.com/pages/configuration/headers/>.

use std::collections::BTreeMap;

use super::redirect;
use crate::plan::PageRoute;
use crate::resolve::library::Library;

/// Addresses that lead on to a page; then those that lead nowhere, which are answered in the language that they begin with.
/// Cloudflare Pages passes the latter lines over, because it looks for the nearest `404.html` by itself.
pub(super) fn redirects(library: &Library, redirects: &BTreeMap<String, PageRoute>) -> String {
    let moved =
        redirects.iter().map(|(from, to)| format!("{} {} 301\n", library.url(from), redirect::address(library, *to)));
    let missing = library.locales().map(|locale| {
        let home = library.url(library.home(locale).as_str());
        format!("{home}* {home}404.html 404\n")
    });
    moved.chain(missing).collect()
}

/// Fingerprinted files may be kept for ever; the rest is asked for again.
pub(super) fn headers(library: &Library) -> String {
    format!(
        "{root}*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n\
         {root}assets/*\n  Cache-Control: public, max-age=31536000, immutable\n",
        root = library.url("")
    )
}
