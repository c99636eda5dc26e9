//! A request to an answer: what a static host would give, and what the preview adds.

use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;

use hyper::body::Bytes;
use hyper::header::{
    ACCEPT_RANGES, ALLOW, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, ETAG, HeaderMap, HeaderName,
    HeaderValue, IF_NONE_MATCH, LOCATION, RANGE,
};
use hyper::{Method, Request, Response, StatusCode};
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use super::client::{self, FOLDER};
use super::headers::{self, Redirect};
use super::snapshot::{Good, Rendered, Snapshot};
use super::{Shared, api};
use crate::render::MessageMarks;

/// The request header that asks for pages in which messages are marked.
const ANNOTATE: &str = "rolebook-annotate";

/// What does not stand for itself in the path of a `Location`.
const IN_LOCATION: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'?');

/// What is answered, before it is sent.
pub(super) type Answer = Response<Bytes>;

/// Why a request gets no answer of the site.
pub(super) type Refusal = Box<Answer>;

/// What of a request counts.
pub(super) struct Asked {
    method: Method,
    /// The path, decoded.
    pub(super) path: String,
    query: Option<String>,
    headers: HeaderMap,
}

impl Asked {
    /// Reads a request.
    ///
    /// # Errors
    ///
    /// If it is not one that a preview answers: another method than GET and HEAD, a host that is not this server (DNS
    /// rebinding), a path that leaves the site or is not text, a request of another site's page.
    pub(super) fn read<B>(request: &Request<B>, shared: &Shared, local: IpAddr) -> Result<Self, Refusal> {
        let headers = request.headers();
        if ![Method::GET, Method::HEAD].contains(request.method()) {
            let mut refusal = refuse(StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD are answered");
            refusal.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
            return Err(refusal);
        }
        let has_body = headers.get(CONTENT_LENGTH).is_some_and(|length| length != "0");
        if has_body || headers.contains_key(hyper::header::TRANSFER_ENCODING) {
            return Err(refuse(StatusCode::PAYLOAD_TOO_LARGE, "requests have no body"));
        }
        let host = headers.get(hyper::header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
        if !is_this_server(host, &shared.host, local) {
            let why = format!("the request is for the host `{host}`, and this server is another");
            return Err(refuse(StatusCode::FORBIDDEN, &why));
        }
        let path = percent_decode_str(request.uri().path()).decode_utf8();
        let path = path.ok().filter(|path| path.starts_with('/') && !leaves_site(path));
        let Some(path) = path else {
            return Err(refuse(StatusCode::BAD_REQUEST, "the path is none of a site"));
        };
        Ok(Self {
            method: request.method().clone(),
            path: path.into_owned(),
            query: request.uri().query().map(str::to_owned),
            headers: headers.clone(),
        })
    }

    /// Whether it comes from a page of this server, or from no page at all.
    pub(super) fn is_from_here(&self) -> bool {
        let header = |name: HeaderName| self.headers.get(name).and_then(|value| value.to_str().ok());
        let host = header(hyper::header::HOST).unwrap_or_default();
        let site = header(HeaderName::from_static("sec-fetch-site"));
        let origin = header(hyper::header::ORIGIN);
        origin.is_none_or(|origin| origin == format!("http://{host}"))
            && site.is_none_or(|site| ["same-origin", "none"].contains(&site))
    }

    /// The value of a parameter of the query.
    pub(super) fn parameter(&self, name: &str) -> Option<String> {
        let query = self.query.as_deref()?.as_bytes();
        url::form_urlencoded::parse(query).find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
    }

    fn marks(&self) -> MessageMarks {
        match self.headers.get(ANNOTATE) {
            Some(wanted) if wanted == "messages" => MessageMarks::Around,
            _ => MessageMarks::None,
        }
    }
}

/// Whether a `Host` header names this server: as the user has named it, as `localhost`, or by the address itself at which
/// the connection has come in.
fn is_this_server(host: &str, named: &str, local: IpAddr) -> bool {
    let name = match host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, _)) => address,
        None => host.rsplit_once(':').map_or(host, |(name, _)| name),
    };
    let local = local.to_canonical();
    let is_address =
        name.parse::<IpAddr>().is_ok_and(|address| address == local || address.is_loopback() && local.is_loopback());
    let is_own_name = name.eq_ignore_ascii_case(named) && named.parse::<IpAddr>().is_err();
    is_address || is_own_name || name.eq_ignore_ascii_case("localhost") && local.is_loopback()
}

/// Whether a decoded path could lead out of a folder on some system.
fn leaves_site(path: &str) -> bool {
    path.split('/').any(|part| part == ".." || part == ".") || path.contains(['\\', '\0', ':'])
}

/// An answer that says why there is none.
pub(super) fn refuse(status: StatusCode, why: &str) -> Refusal {
    let mut refusal = Response::new(Bytes::from(format!("{why}\n")));
    *refusal.status_mut() = status;
    refusal.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    refusal.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Box::new(refusal)
}

/// The answer of a site.
pub(super) fn answer(asked: &Asked, shared: &Shared, snapshot: &Arc<Snapshot>) -> Answer {
    let good = snapshot.good.as_deref();
    let base = good.map_or("/", |good| good.site.library.base_url.path());
    let mut answer = match asked.path.strip_prefix(base) {
        Some(path) => match path.strip_prefix(FOLDER) {
            Some(own) => own_file(own, asked, shared, snapshot),
            None => file(path, base, asked, snapshot),
        },
        // Before a first state without errors the base path is not known.
        None if asked.path == "/" || format!("{}/", asked.path) == base => redirect(base, asked),
        None => *refuse(StatusCode::NOT_FOUND, &format!("the site is at {base}")),
    };
    if let Some(headers) = good.and_then(|good| text_of(good, "_headers")) {
        for (name, value) in headers::headers(&headers, &asked.path) {
            if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse::<HeaderValue>()) {
                answer.headers_mut().entry(name).or_insert(value);
            }
        }
    }
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    finish(answer, asked)
}

/// What the preview itself has below its folder.
fn own_file(path: &str, asked: &Asked, shared: &Shared, snapshot: &Arc<Snapshot>) -> Answer {
    let (kind, body) = match path {
        "preview.js" => ("text/javascript; charset=utf-8", client::SCRIPT.into()),
        "preview.css" => ("text/css; charset=utf-8", client::STYLE.into()),
        "page" | "messages" if !asked.is_from_here() => {
            return *refuse(StatusCode::FORBIDDEN, "this is for pages of this server only");
        }
        "page" => ("application/json", api::page(asked, shared, snapshot).to_string()),
        "messages" => ("application/json", api::messages(asked, shared, snapshot).to_string()),
        _ => return *refuse(StatusCode::NOT_FOUND, "there is nothing here"),
    };
    with_type(Response::new(Bytes::from(body)), kind)
}

/// A file of the site as a static host would give it.
fn file(path: &str, base: &str, asked: &Asked, snapshot: &Arc<Snapshot>) -> Answer {
    let Some(good) = snapshot.good.as_deref() else {
        let page = client::with_script(&client::broken_page(snapshot), base, "", snapshot.number);
        return with_status(html(page), StatusCode::SERVICE_UNAVAILABLE);
    };
    if let Some(found) = file_of(path, good) {
        return send(&found, base, asked, snapshot, good);
    }
    if good.site.routes.get(&format!("{path}/index.html")).is_some() {
        return redirect(&format!("{}/", asked.path), asked);
    }
    let rule = text_of(good, "_redirects").and_then(|rules| headers::redirect(&rules, &asked.path));
    match rule {
        Some(Redirect { to, status: 301 | 302 | 303 | 307 | 308 }) => redirect(&to, asked),
        Some(Redirect { to, status }) => {
            let file =
                to.strip_prefix(base).and_then(|path| file_of(path, good)).unwrap_or_else(|| "404.html".to_owned());
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::NOT_FOUND);
            with_status(send(&file, base, asked, snapshot, good), status)
        }
        None => with_status(send("404.html", base, asked, snapshot, good), StatusCode::NOT_FOUND),
    }
}

/// The file of the output that an address leads to.
pub(super) fn file_of(path: &str, good: &Good) -> Option<String> {
    let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    good.site.routes.get(&file).map(|_| file)
}

fn send(file: &str, base: &str, asked: &Asked, snapshot: &Arc<Snapshot>, good: &Good) -> Answer {
    let bytes = match good.file(file, asked.marks()) {
        Some(Rendered::Bytes(bytes) | Rendered::Failed(_, Some(bytes))) => bytes,
        Some(Rendered::CopyOf(source)) => match copy(&source, &snapshot.root) {
            Ok(bytes) => bytes.into(),
            Err(why) => return *refuse(StatusCode::FORBIDDEN, &why),
        },
        Some(Rendered::Failed(..)) => {
            let page = client::with_script(&client::broken_page(snapshot), base, "", snapshot.number);
            return with_status(html(page), StatusCode::INTERNAL_SERVER_ERROR);
        }
        None => return *refuse(StatusCode::NOT_FOUND, "there is nothing here"),
    };
    let etag = format!("\"{}\"", &blake3::hash(&bytes).to_hex()[..32]);
    let kind = mime_guess::from_path(file).first_or_octet_stream();
    let mut answer = if kind.essence_str() == "text/html" {
        let page = String::from_utf8_lossy(&bytes);
        html(client::with_script(&page, base, &etag, snapshot.number))
    } else {
        let is_text =
            kind.type_() == "text" || ["javascript", "json", "xml"].iter().any(|name| kind.subtype() == *name);
        let kind = if is_text { format!("{kind}; charset=utf-8") } else { kind.to_string() };
        with_type(Response::new(Bytes::copy_from_slice(&bytes)), &kind)
    };
    answer.headers_mut().insert(ETAG, etag.parse().expect("a hash is ASCII"));
    answer
}

/// The bytes of a file of the site, unless a link leads out of the site.
#[expect(clippy::disallowed_methods, reason = "files that are copied are not held in memory")]
fn copy(source: &Path, root: &Path) -> Result<Vec<u8>, String> {
    let real = source.canonicalize().map_err(|error| error.to_string())?;
    if !real.starts_with(root) {
        return Err(format!("`{}` is a link that leads out of the site", source.display()));
    }
    std::fs::read(real).map_err(|error| error.to_string())
}

/// A file of the output that is text.
fn text_of(good: &Good, file: &str) -> Option<String> {
    match good.file(file, MessageMarks::None)? {
        Rendered::Bytes(bytes) => Some(String::from_utf8_lossy(&bytes).into_owned()),
        _ => None,
    }
}

fn html(page: String) -> Answer {
    with_type(Response::new(Bytes::from(page)), "text/html; charset=utf-8")
}

fn with_type(mut answer: Answer, kind: &str) -> Answer {
    let kind = kind.parse().expect("types are ASCII");
    answer.headers_mut().insert(CONTENT_TYPE, kind);
    answer
}

fn with_status(mut answer: Answer, status: StatusCode) -> Answer {
    *answer.status_mut() = status;
    answer
}

fn redirect(to: &str, asked: &Asked) -> Answer {
    let query = asked.query.as_ref().map(|query| format!("?{query}")).unwrap_or_default();
    let to: String = utf8_percent_encode(to, IN_LOCATION).collect();
    let mut answer = *refuse(StatusCode::PERMANENT_REDIRECT, "the page is elsewhere");
    // A second slash at the beginning would name another host.
    let to = format!("/{}{query}", to.trim_start_matches('/'));
    answer.headers_mut().insert(LOCATION, to.parse().unwrap_or(HeaderValue::from_static("/")));
    answer
}

/// Answers conditions, ranges and HEAD.
fn finish(mut answer: Answer, asked: &Asked) -> Answer {
    if answer.status() == StatusCode::OK {
        let etag = answer.headers().get(ETAG);
        if etag.is_some() && asked.headers.get(IF_NONE_MATCH) == etag {
            *answer.status_mut() = StatusCode::NOT_MODIFIED;
            *answer.body_mut() = Bytes::new();
            return answer;
        }
        answer.headers_mut().insert(ACCEPT_RANGES, HeaderValue::from_static("bytes"));
        if let Some(range) = asked.headers.get(RANGE).and_then(|range| range.to_str().ok()) {
            cut(&mut answer, range);
        }
    }
    let length = answer.body().len();
    answer.headers_mut().insert(CONTENT_LENGTH, length.into());
    if asked.method == Method::HEAD {
        *answer.body_mut() = Bytes::new();
    }
    answer
}

/// Cuts an answer to one range; several, and what is no range, are not looked at, as RFC 9110 allows.
fn cut(answer: &mut Answer, range: &str) {
    let length = answer.body().len() as u64;
    let Ok(ranges) = http_range_header::parse_range_header(range) else { return };
    let shown = if let Ok(ranges) = ranges.validate(length) {
        let [range] = ranges.as_slice() else { return };
        let (start, end) = (*range.start(), *range.end());
        let place = |offset: u64| usize::try_from(offset).expect("it is within the body");
        *answer.body_mut() = answer.body().slice(place(start)..place(end + 1));
        *answer.status_mut() = StatusCode::PARTIAL_CONTENT;
        format!("bytes {start}-{end}/{length}")
    } else {
        *answer.body_mut() = Bytes::new();
        *answer.status_mut() = StatusCode::RANGE_NOT_SATISFIABLE;
        format!("bytes */{length}")
    };
    answer.headers_mut().insert(CONTENT_RANGE, shown.parse().expect("digits are ASCII"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_server_are_answered() {
        let loopback: IpAddr = [127, 0, 0, 1].into();
        let lan: IpAddr = [192, 168, 0, 5].into();
        for (host, named, local, answered) in [
            ("localhost:4000", "127.0.0.1", loopback, true),
            ("127.0.0.1", "127.0.0.1", loopback, true),
            ("[::1]:4000", "localhost", loopback, true),
            ("evil.example:4000", "127.0.0.1", loopback, false),
            ("127.0.0.1.evil.example", "127.0.0.1", loopback, false),
            ("localhost.evil.example", "localhost", loopback, false),
            ("", "127.0.0.1", loopback, false),
            ("192.168.0.5:4000", "0.0.0.0", lan, true),
            ("localhost", "0.0.0.0", lan, false),
            ("192.168.0.6:4000", "0.0.0.0", lan, false),
            ("desk.lan:4000", "desk.lan", lan, true),
        ] {
            assert_eq!(is_this_server(host, named, local), answered, "{host} at {named}");
        }
    }

    #[test]
    fn paths_stay_in_the_site() {
        for path in ["/../x", "/a/../../x", "/a/./b", "/a\\..\\b", "/c:/x", "/a\0b", "/.."] {
            assert!(leaves_site(path), "{path}");
        }
        assert!(!leaves_site("/en/a..b/c.d/"));
    }
}
