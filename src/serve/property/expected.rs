//! What a request deserves, found without the code that answers it.

use std::net::IpAddr;

use hyper::Request;
use hyper::header::{HOST, ORIGIN};
use hyper::http::uri::Authority;
use percent_encoding::percent_decode_str;

use super::NAMED;

/// The names of the preview beside the addresses that stand for the machine itself.
const NAMES: [&str; 2] = [NAMED, "localhost"];

/// Reads a request; nothing if it is none that a server is handed.
pub(super) fn request(text: &str) -> Option<Request<()>> {
    let mut lines = text.lines();
    let mut request = Request::builder().method(lines.next()?).uri(lines.next()?);
    for (name, value) in lines.filter_map(|line| line.split_once(':')) {
        request = request.header(name, value.trim());
    }
    let mut request = request.body(()).ok()?;
    request.headers_mut().entry(HOST).or_insert_with(|| NAMED.parse().expect("it is ASCII"));
    Some(request)
}

/// Whether a request deserves anything but a refusal. A page of another server may ask for what everybody may read.
pub(super) fn may_be_asked(request: &Request<()>) -> bool {
    is_read(request) && !has_body(request) && has_one_host(request) && is_own_host(request) && path(request).is_some()
}

pub(super) fn has_one_host(request: &Request<()>) -> bool {
    request.headers().get_all(HOST).iter().count() == 1
}

pub(super) fn is_read(request: &Request<()>) -> bool {
    ["GET", "HEAD"].contains(&request.method().as_str())
}

pub(super) fn has_body(request: &Request<()>) -> bool {
    let header = |name: &str| request.headers().get(name);
    header("content-length").is_some_and(|length| length != "0") || header("transfer-encoding").is_some()
}

/// Whether a request is for this preview, by its header and, if it has one in the place of a path, by its address.
pub(super) fn is_own_host(request: &Request<()>) -> bool {
    let address = request.uri().scheme().and(request.uri().authority()).map(Authority::as_str);
    let header = request.headers()[HOST].to_str().unwrap_or_default();
    is_own(header) && address.is_none_or(is_own)
}

/// Whether a host is this preview, at any port: by a name, or by an address that only this machine has.
fn is_own(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let is_port = |rest: &str| rest.is_empty() || rest.strip_prefix(':').is_some_and(is_number);
    let is_named = |name: &str| host.strip_prefix(name).is_some_and(is_port);
    // An address of many colons stands in brackets.
    let (address, rest) = match host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, rest)) => (address, rest),
        None => host.split_at(host.find(':').unwrap_or(host.len())),
    };
    let is_loopback = address.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    NAMES.into_iter().any(is_named) || is_loopback && is_port(rest)
}

fn is_number(port: &str) -> bool {
    port.chars().all(|c| c.is_ascii_digit())
}

pub(super) fn is_own_page(request: &Request<()>) -> bool {
    let headers = request.headers();
    let host = headers[HOST].to_str().unwrap_or_default();
    let is_own = headers.get(ORIGIN).is_none_or(|origin| origin.to_str().ok() == Some(&format!("http://{host}")));
    let site = headers.get("sec-fetch-site").map(|site| site.to_str().unwrap_or_default());
    is_own && site.is_none_or(|site| ["none", "same-origin"].contains(&site))
}

/// The path of a request as text, if it stays in the site whatever the system takes for a folder.
pub(super) fn path(request: &Request<()>) -> Option<String> {
    let path = percent_decode_str(request.uri().path()).decode_utf8().ok()?.into_owned();
    let stays = path.split(['/', '\\']).all(|part| ![".", ".."].contains(&part)) && !path.contains(['\\', '\0']);
    (stays && path.starts_with('/')).then_some(path)
}

/// Whether an address leads to this server, however browsers read it.
pub(super) fn stays_here(to: &str) -> bool {
    let here = url::Url::parse("http://localhost:4000/").expect("it is an address");
    here.join(to).is_ok_and(|url| url.origin() == here.origin())
}
