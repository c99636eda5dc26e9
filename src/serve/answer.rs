//! A request to an answer: what a static host would give, and what the preview adds.

use std::fs::{File, Metadata};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::Arc;

use hyper::body::Bytes;
use hyper::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, ETAG, HeaderName, HeaderValue,
    IF_NONE_MATCH, IF_RANGE, LOCATION, RANGE,
};
use hyper::{Method, Response, StatusCode};

use super::client::{self, FOLDER};
use super::content::Content;
use super::headers::{self, Redirect};
use super::kept::Rendered;
use super::request::{Answer, Asked, Refusal, refuse};
use super::snapshot::{Good, Snapshot};
use super::{Shared, api};
use crate::load::Root;
use crate::look::changed;
use crate::permalink::{encoded_path, encoded_rest};
use crate::render::MessageMarks;

/// Says which pages may load an answer: <https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header>.
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// How far into a page that is a file the place of the scripts is looked for, in bytes.
const LONGEST_BEGINNING: u64 = 64 * 1024;

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
    // Pages of other sites can load scripts and pictures that they cannot read; browsers keep these from them.
    answer.headers_mut().insert(RESOURCE_POLICY, HeaderValue::from_static("same-origin"));
    finish(answer, asked)
}

/// What the preview itself has below its folder.
fn own_file(path: &str, asked: &Asked, shared: &Shared, snapshot: &Arc<Snapshot>) -> Answer {
    let (kind, body) = match path {
        "page" | "messages" | "events" if !asked.is_from_here() => {
            return *refuse(StatusCode::FORBIDDEN, "this is for pages of this server only");
        }
        "page" => ("application/json", api::page(asked, shared, snapshot).to_string()),
        "messages" => ("application/json", api::messages(asked, shared, snapshot).to_string()),
        _ => match client::file(path) {
            Some((kind, text)) => (kind, text.to_owned()),
            None => return *refuse(StatusCode::NOT_FOUND, "there is nothing here"),
        },
    };
    with_type(Response::new(Content::from(body)), kind)
}

/// A file of the site as a static host would give it.
fn file(path: &str, base: &str, asked: &Asked, snapshot: &Arc<Snapshot>) -> Answer {
    let Some(good) = snapshot.good.as_deref() else {
        return broken(StatusCode::SERVICE_UNAVAILABLE, base, snapshot);
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
    let found = match good.file(file, asked.marks()) {
        Some(Rendered::Bytes(bytes) | Rendered::Failed(_, Some(bytes))) => {
            (format!("\"{}\"", &blake3::hash(&bytes).to_hex()[..32]), Content::from(Bytes::from_owner(bytes)))
        }
        Some(Rendered::CopyOf(source)) => match copy(&source, &snapshot.root) {
            Ok(copy) => copy,
            Err(refusal) => return *refusal,
        },
        Some(Rendered::Failed(..)) => return broken(StatusCode::INTERNAL_SERVER_ERROR, base, snapshot),
        None => return *refuse(StatusCode::NOT_FOUND, "there is nothing here"),
    };
    let (etag, content) = found;
    let kind = mime_guess::from_path(file).first_or_octet_stream();
    let is_text = kind.type_() == "text" || ["javascript", "json", "xml"].iter().any(|name| kind.subtype() == *name);
    let answered = if kind.essence_str() == "text/html" {
        page(content, base, &etag, snapshot.number).map_err(|error| unreadable(&error))
    } else {
        let kind = if is_text { format!("{kind}; charset=utf-8") } else { kind.to_string() };
        Ok(with_type(Response::new(content), &kind))
    };
    let mut answer = answered.unwrap_or_else(|refusal| *refusal);
    answer.headers_mut().insert(ETAG, etag.parse().expect("hashes and numbers are ASCII"));
    answer
}

/// A file of the site and what tells its states apart, unless a link leads out of the site.
fn copy(source: &Path, root: &Root) -> Result<(String, Content), Refusal> {
    // It may have become one since the files were looked at.
    if !source.strip_prefix(root.folder()).is_ok_and(|below| root.may_follow(below)) {
        let why = format!("`{}` is a link that leads out of the site", source.display());
        return Err(refuse(StatusCode::FORBIDDEN, &why));
    }
    let (file, found) = open(source).map_err(|error| unreadable(&error))?;
    let length = found.len();
    Ok((format!("\"{length:x}-{:x}\"", changed(&found)), Content::file(file, length)))
}

#[expect(clippy::disallowed_methods, reason = "files that are copied are not held in memory")]
fn open(source: &Path) -> io::Result<(File, Metadata)> {
    // A pipe that has come in its place would be waited for when it is opened.
    if !std::fs::metadata(source)?.is_file() {
        return Err(ErrorKind::NotFound.into());
    }
    let file = File::open(source)?;
    let found = file.metadata()?;
    Ok((file, found))
}

/// The answer if a file cannot be read.
fn unreadable(error: &io::Error) -> Refusal {
    match error.kind() {
        ErrorKind::NotFound => refuse(StatusCode::NOT_FOUND, "there is nothing here any more"),
        ErrorKind::PermissionDenied => refuse(StatusCode::FORBIDDEN, &error.to_string()),
        _ => refuse(StatusCode::SERVICE_UNAVAILABLE, &error.to_string()),
    }
}

/// A file of the output that is text.
fn text_of(good: &Good, file: &str) -> Option<String> {
    match good.file(file, MessageMarks::None)? {
        Rendered::Bytes(bytes) => Some(String::from_utf8_lossy(&bytes).into_owned()),
        _ => None,
    }
}

/// A page, with our scripts.
fn page(content: Content, base: &str, etag: &str, number: u64) -> io::Result<Answer> {
    let scripts = client::scripts(base, etag, number).into();
    let content = content.insert(LONGEST_BEGINNING, scripts, client::place_of_scripts)?;
    Ok(with_type(Response::new(content), "text/html; charset=utf-8"))
}

/// What there is instead of a page that has never been without errors.
fn broken(status: StatusCode, base: &str, snapshot: &Snapshot) -> Answer {
    let page = page(client::broken_page(snapshot).into(), base, "", snapshot.number);
    with_status(page.expect("it is in memory"), status)
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
    let query = asked.query.as_ref().map(|query| format!("?{}", encoded_rest(query))).unwrap_or_default();
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
            *answer.body_mut() = Content::default();
            return answer;
        }
        // A part of another state than the one that the browser has the rest of would be no part.
        let is_same = asked.headers.get(IF_RANGE).is_none_or(|known| Some(known) == etag);
        answer.headers_mut().insert(ACCEPT_RANGES, HeaderValue::from_static("bytes"));
        let range = asked.headers.get(RANGE).and_then(|range| range.to_str().ok());
        if let Some(range) = range.filter(|_| is_same && asked.method == Method::GET) {
            answer = cut(answer, range).unwrap_or_else(|error| *unreadable(&error));
        }
    }
    let length = answer.body().len();
    answer.headers_mut().insert(CONTENT_LENGTH, length.into());
    if asked.method == Method::HEAD {
        *answer.body_mut() = Content::default();
    }
    answer
}

/// Cuts an answer to one range; several, and what is no range, are not looked at, as RFC 9110 allows.
fn cut(answer: Answer, range: &str) -> io::Result<Answer> {
    let length = answer.body().len();
    let Ok(ranges) = http_range_header::parse_range_header(range) else { return Ok(answer) };
    let (mut head, content) = answer.into_parts();
    let (status, content, shown) = match ranges.validate(length).as_deref() {
        Ok([range]) => {
            let shown = format!("bytes {}-{}/{length}", range.start(), range.end());
            (StatusCode::PARTIAL_CONTENT, content.part(range)?, shown)
        }
        Ok(_) => return Ok(Response::from_parts(head, content)),
        Err(_) => (StatusCode::RANGE_NOT_SATISFIABLE, Content::default(), format!("bytes */{length}")),
    };
    head.status = status;
    head.headers.insert(CONTENT_RANGE, shown.parse().expect("digits are ASCII"));
    Ok(Response::from_parts(head, content))
}
