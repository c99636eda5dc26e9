//! A request to an answer: what a static host would give, and what the preview adds.

use std::path::Path;
use std::sync::Arc;

use hyper::body::Bytes;
use hyper::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, ETAG, HeaderName, HeaderValue,
    IF_NONE_MATCH, LOCATION, RANGE,
};
use hyper::{Method, Response, StatusCode};

use super::client::{self, FOLDER};
use super::headers::{self, Redirect};
use super::request::{Answer, Asked, refuse};
use super::snapshot::{Good, Rendered, Snapshot};
use super::{Shared, api};
use crate::load::Root;
use crate::permalink::encoded_path;
use crate::render::MessageMarks;

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
        "page" | "messages" if !asked.is_from_here() => {
            return *refuse(StatusCode::FORBIDDEN, "this is for pages of this server only");
        }
        "page" => ("application/json", api::page(asked, shared, snapshot).to_string()),
        "messages" => ("application/json", api::messages(asked, shared, snapshot).to_string()),
        _ => match client::file(path) {
            Some((kind, text)) => (kind, text.to_owned()),
            None => return *refuse(StatusCode::NOT_FOUND, "there is nothing here"),
        },
    };
    with_type(Response::new(Bytes::from(body)), kind)
}

/// A file of the site as a static host would give it.
fn file(path: &str, base: &str, asked: &Asked, snapshot: &Arc<Snapshot>) -> Answer {
    let Some(good) = snapshot.good.as_deref() else {
        let page = client::with_script(&client::broken_page(snapshot), base, "", snapshot.number);
        return with_status(html(page), StatusCode::SERVICE_UNAVAILABLE);
    };
    if let Some(found) = good.file_at(path) {
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
                to.strip_prefix(base).and_then(|path| good.file_at(path)).unwrap_or_else(|| "404.html".to_owned());
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::NOT_FOUND);
            with_status(send(&file, base, asked, snapshot, good), status)
        }
        None => with_status(send("404.html", base, asked, snapshot, good), StatusCode::NOT_FOUND),
    }
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
fn copy(source: &Path, root: &Root) -> Result<Vec<u8>, String> {
    // It may have become one since the files were looked at.
    if !source.strip_prefix(root.folder()).is_ok_and(|below| root.may_follow(below)) {
        return Err(format!("`{}` is a link that leads out of the site", source.display()));
    }
    std::fs::read(source).map_err(|error| error.to_string())
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
    let mut answer = *refuse(StatusCode::PERMANENT_REDIRECT, "the page is elsewhere");
    // A second slash at the beginning would name another host.
    let to = format!("/{}{query}", encoded_path(to.trim_start_matches('/')));
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
