//! Addresses that lead on to a page. Hosts that read `_redirects` answer them by themselves; for all others there is a page
//! that browsers leave at once and search engines take for its target.

use super::page;
use crate::markup::escaped;
use crate::permalink::Permalink;
use crate::plan::{PageRoute, addresses};
use crate::resolve::library::Library;

/// The page at an address that leads on.
pub(super) fn page(library: &Library, to: PageRoute) -> String {
    let locale = &library[page::locale(library, to)];
    let (title, _) = page::words(library, to);
    format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"canonical\" href=\"{canonical}\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={url}\">\n</head>\n\
         <body>\n<p><a href=\"{url}\">{title}</a></p>\n</body>\n</html>\n",
        code = locale.code,
        direction = locale.direction,
        title = escaped(&title),
        canonical = escaped(&library.absolute_url(permalink(library, to).as_str())),
        url = escaped(&address(library, to)),
    )
}

/// Where it leads, within the site.
pub(super) fn address(library: &Library, to: PageRoute) -> String {
    library.url(permalink(library, to).as_str())
}

fn permalink(library: &Library, to: PageRoute) -> Permalink {
    addresses::permalink(library, to).expect("only pages that are there are led to")
}
