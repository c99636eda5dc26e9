//! Web addresses, in the configuration and on the command line.

use url::Url;

use super::document::Document;
use crate::diagnostic::{Code, Diagnostic};
use crate::place::Located;

/// Reads an address that a site can be served at: with a host, and a path that is a folder. The rest is left out.
///
/// # Errors
///
/// Says what is wrong with it.
pub fn read_base_url(text: &str) -> Result<Url, String> {
    let mut url = read_web_address(text)?;
    url.set_query(None);
    url.set_fragment(None);
    // They are for whoever publishes, and pages would show them to all.
    let (Ok(()), Ok(())) = (url.set_username(""), url.set_password(None)) else {
        unreachable!("an address with a host may have a name before it")
    };
    let names: Vec<_> = url.path().split('/').filter(|name| !name.is_empty()).collect();
    let path = names.iter().fold(String::from("/"), |path, name| path + name + "/");
    // To the hosts that read `_headers` and `_redirects` both would stand for other paths, too.
    url.set_path(&path.replace('*', "%2A").replace(':', "%3A"));
    Ok(url)
}

fn read_web_address(text: &str) -> Result<Url, String> {
    match Url::parse(text) {
        Ok(url) if matches!(url.scheme(), "http" | "https") && url.has_host() => Ok(url),
        _ => Err(format!("`{text}` is not a web address")),
    }
}

/// Reads the address of the site. What is none is reported.
pub(super) fn base_url(document: &Document, written: &Located<String>) -> Option<Url> {
    read_base_url(&written.value).map_err(|message| report(document, message, written)).ok()
}

fn report(document: &Document, message: String, written: &Located<String>) {
    let in_full = format!("https://{}", written.value.trim_start_matches('/'));
    let is_host = Url::parse(&in_full)
        .is_ok_and(|url| url.host_str().is_some_and(|host| host.contains('.')) && url.username().is_empty());
    let in_full = if is_host && !written.value.contains("://") { &in_full } else { "https://example.org/" };
    let help = format!("write it in full: `{in_full}`");
    document.report_at(Diagnostic::error(Code::InvalidValue, message).help(help), &written.place);
}

/// Reads the address of a form. What is none is reported.
pub(super) fn web_address(document: &Document, written: &Located<String>) -> Option<Url> {
    read_web_address(&written.value).map_err(|message| report(document, message, written)).ok()
}
