//! What a request asks for, or why it is refused.

use std::net::IpAddr;

use hyper::header::{ALLOW, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use hyper::http::uri::Authority;
use hyper::{Method, Request, Response, StatusCode};
use percent_encoding::percent_decode_str;

use super::Shared;
use super::content::Content;
use crate::render::MessageMarks;

/// The request header that asks for pages in which messages are marked.
const ANNOTATE: &str = "rolebook-annotate";

/// What is answered, before it is sent.
pub(super) type Answer = Response<Content>;

/// Why a request gets no answer of the site.
pub(super) type Refusal = Box<Answer>;

/// What of a request counts.
pub(super) struct Asked {
    pub(super) method: Method,
    /// The path, decoded.
    pub(super) path: String,
    pub(super) query: Option<String>,
    pub(super) headers: HeaderMap,
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
        let mut hosts = headers.get_all(hyper::header::HOST).iter();
        let host = hosts.next().and_then(|host| host.to_str().ok()).unwrap_or_default();
        if hosts.next().is_some() {
            return Err(refuse(StatusCode::BAD_REQUEST, "the request is for several hosts"));
        }
        // A whole address in the place of a path counts more than the header: RFC 9112, 3.2.2.
        let address = request.uri().scheme().and(request.uri().authority()).map(Authority::as_str);
        let hosts = [Some(host), address];
        let other = hosts.into_iter().flatten().find(|host| !is_this_server(host, &shared.host, local));
        if let Some(host) = other {
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
        // What cannot be read is no page of this server.
        let header = |name: HeaderName| self.headers.get(name).map(|value| value.to_str().unwrap_or_default());
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

    /// Whether it asks for pages in which messages are marked.
    pub(super) fn marks(&self) -> MessageMarks {
        match self.headers.get(ANNOTATE) {
            Some(wanted) if wanted == "messages" => MessageMarks::Around,
            _ => MessageMarks::None,
        }
    }
}

/// Whether a `Host` header names this server: as the user has named it, as `localhost`, or by the address itself at which
/// the connection has come in.
fn is_this_server(host: &str, named: &str, local: IpAddr) -> bool {
    let (name, port) = match host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, rest)) if rest.is_empty() || rest.starts_with(':') => {
            (address, rest.get(1..).unwrap_or_default())
        }
        Some(_) => return false,
        None => host.rsplit_once(':').unwrap_or((host, "")),
    };
    let is_port = port.bytes().all(|byte| byte.is_ascii_digit());
    let local = local.to_canonical();
    let is_address =
        name.parse::<IpAddr>().is_ok_and(|address| address == local || address.is_loopback() && local.is_loopback());
    let is_own_name = name.eq_ignore_ascii_case(named) && named.parse::<IpAddr>().is_err();
    is_port && (is_address || is_own_name || name.eq_ignore_ascii_case("localhost") && local.is_loopback())
}

/// Whether a decoded path could lead out of a folder on some system. A colon can stand in the name of a file; what is served is
/// looked up among the files of the output.
fn leaves_site(path: &str) -> bool {
    path.split('/').any(|part| part == ".." || part == ".") || path.contains(['\\', '\0'])
}

/// An answer that says why there is none.
pub(super) fn refuse(status: StatusCode, why: &str) -> Refusal {
    let mut refusal = Response::new(Content::from(format!("{why}\n")));
    *refusal.status_mut() = status;
    refusal.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    refusal.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Box::new(refusal)
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
            ("[::1].evil.example", "127.0.0.1", loopback, false),
            ("evil.example:4000", "127.0.0.1", loopback, false),
            ("127.0.0.1.evil.example", "127.0.0.1", loopback, false),
            ("localhost.evil.example", "localhost", loopback, false),
            ("", "127.0.0.1", loopback, false),
            ("localhost:", "localhost", loopback, true),
            ("localhost:4000@evil.example", "localhost", loopback, false),
            ("127.0.0.1:4000:4000", "127.0.0.1", loopback, false),
            ("[::1]evil.example", "localhost", loopback, false),
            ("[::1", "localhost", loopback, false),
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
        for path in ["/../x", "/a/../../x", "/a/./b", "/a\\..\\b", "/a\0b", "/.."] {
            assert!(leaves_site(path), "{path}");
        }
        for path in ["/en/a..b/c.d/", "/a:b.txt"] {
            assert!(!leaves_site(path), "{path}");
        }
    }
}
