//! What static hosts read: `_redirects` and `_headers`, in the form of Netlify and Cloudflare Pages.
//!
//! Sources: <https://docs.netlify.com/routing/redirects/>, <https://docs.netlify.com/routing/headers/>,
//! <https://developers.cloudflare.com/pages/configuration/headers/>.

use crate::resolve::library::Library;

/// Addresses that lead nowhere are answered in the language that they begin with. Cloudflare Pages passes these lines
/// over, because it looks for the nearest `404.html` by itself.
pub(super) fn redirects(library: &Library) -> String {
    let line = |locale| {
        let home = library.url(library.home(locale).as_str());
        format!("{home}* {home}404.html 404\n")
    };
    library.locales().map(line).collect()
}

/// Fingerprinted files may be kept for ever; the rest is asked for again.
pub(super) fn headers(library: &Library) -> String {
    format!(
        "{root}*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n\
         {root}assets/*\n  Cache-Control: public, max-age=31536000, immutable\n",
        root = library.url("")
    )
}
