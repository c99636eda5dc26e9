//! Whatever a client asks, it gets a file of the site, what the preview has of its own, or a refusal.

mod expected;

use std::fs;
use std::io;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::Instant;

use hyper::header::{CONTENT_LENGTH, IF_NONE_MATCH, LOCATION};
use hyper::{Method, Request, StatusCode};
use tempfile::TempDir;
use tokio::sync::watch as channel;

use super::Shared;
use super::answer::answer;
use super::client::FOLDER;
use super::kept::Rendered;
use super::request::Asked;
use super::snapshot::Snapshot;
use crate::load::{self, Root};
use crate::pipeline::{Timings, compile};
use crate::render::MessageMarks;
use crate::resolve::Options;
use expected::{has_body, has_one_host, is_own_host, is_own_page, is_read, may_be_asked, path, request, stays_here};

/// The path of the site, which is not the root of its host.
const BASE: &str = "/base/";

const CONFIG: &str = "base_url = \"https://example.org/base/\"\ndefault_locale = \"en\"\n\n[[locales]]\ncode = \"en\"\nname = \"English\"\n";

/// What stands in files that nobody may read, and in those that everybody may.
const SECRET: &str = "nobody may read this";
const PUBLIC: &str = "0123456789";

/// The files of the site that are copied. The last becomes a link that leads out of the site.
const FILES: [&str; 4] = ["a.txt", "b c.txt", "é/d.txt", "later.txt"];

/// What the user calls the preview, and the address at which requests come in.
const NAMED: &str = "desk.lan";
const LOCAL: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// Whatever a client asks, it gets a file of the site, what the preview has of its own, or a refusal. Who asks another host gets
/// nothing.
pub struct Requests {
    /// The site and, beside it, a file that nobody may read.
    _folder: TempDir,
    shared: Shared,
    snapshot: Arc<Snapshot>,
}

impl Default for Requests {
    fn default() -> Self {
        Self::open().expect("there is a folder for files of a moment")
    }
}

impl Requests {
    #[expect(clippy::disallowed_methods, reason = "files that are copied are on disk")]
    fn open() -> io::Result<Self> {
        let folder = tempfile::tempdir()?;
        let site = folder.path().join("site");
        fs::create_dir_all(site.join("static/é"))?;
        fs::write(site.join("rolebook.toml"), CONFIG)?;
        fs::write(folder.path().join("secret.txt"), SECRET)?;
        fs::write(site.join("secret.txt"), SECRET)?;
        for file in FILES {
            fs::write(site.join("static").join(file), PUBLIC)?;
        }
        let root = Root::new(site.canonicalize()?);
        let sources = load::load(&root).map_err(io::Error::other)?;
        let compiled = compile(&sources, &Options::default(), &mut Timings::default());
        let snapshot = Arc::new(Snapshot::new(None, compiled, None, sources, &root, Instant::now()));
        #[cfg(unix)]
        {
            fs::remove_file(site.join("static/later.txt"))?;
            std::os::unix::fs::symlink("../../secret.txt", site.join("static/later.txt"))?;
        }
        let latest = channel::channel(Some(Arc::clone(&snapshot))).1;
        let editor = "none".parse().map_err(io::Error::other::<String>)?;
        Ok(Self { _folder: folder, shared: Shared { latest, host: NAMED.to_owned(), editor }, snapshot })
    }

    /// Panics if it does not hold of a request: a line with the method, one with the address, then headers. Without a header
    /// `Host` it is for this preview. Says whether a file of the site was sent.
    pub fn hold(&mut self, text: &str) -> bool {
        // A refusal may repeat what it has been asked.
        let Some(request) = request(text).filter(|_| !text.contains(SECRET)) else { return false };
        let asked = Asked::read(&request, &self.shared, LOCAL);
        let answered = asked.map(|asked| answer(&asked, &self.shared, &self.snapshot));
        let (head, body) = answered.unwrap_or_else(|refusal| *refusal).into_parts();
        let length = body.len();
        let body = body.read().expect("the files are there");
        let said = head.headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok());
        assert!(said.is_none_or(|said| request.method() == Method::HEAD || said == length.to_string()), "the length");
        assert!(!String::from_utf8_lossy(&body).contains(SECRET), "a file outside of the output was sent");
        match head.status {
            StatusCode::OK | StatusCode::PARTIAL_CONTENT => self.is_of_the_site(&request, head.status, &body),
            StatusCode::PERMANENT_REDIRECT => {
                let to = head.headers[LOCATION].to_str().expect("addresses are ASCII");
                assert!(may_be_asked(&request) && stays_here(to), "a request is sent on to `{to}`");
            }
            StatusCode::NOT_MODIFIED => assert!(request.headers().contains_key(IF_NONE_MATCH), "nobody asked"),
            StatusCode::RANGE_NOT_SATISFIABLE => assert!(body.is_empty() && may_be_asked(&request)),
            StatusCode::NOT_FOUND => {
                let file = self.file(&request);
                assert!(file.is_none() && may_be_asked(&request), "a file of the site is not found: {file:?}");
            }
            StatusCode::FORBIDDEN => is_forbidden(&request),
            StatusCode::BAD_REQUEST => {
                assert!(path(&request).is_none() || !has_one_host(&request), "a path of the site is refused");
            }
            StatusCode::METHOD_NOT_ALLOWED => assert!(!is_read(&request), "a question is refused"),
            StatusCode::PAYLOAD_TOO_LARGE => assert!(has_body(&request), "a request without a body is refused"),
            other => panic!("a status that no request calls for: {other}"),
        }
        head.status.is_success()
    }

    /// What is sent is the file of the site at that address, with the scripts of the preview if it is a page.
    fn is_of_the_site(&self, request: &Request<()>, status: StatusCode, sent: &[u8]) {
        assert!(may_be_asked(request), "it should have been refused");
        let own = path(request).is_some_and(|path| path.starts_with(&format!("{BASE}{FOLDER}")));
        let is_asked =
            ["page", "messages", "events"].map(|name| Some(format!("{BASE}{FOLDER}{name}"))).contains(&path(request));
        assert!(!is_asked || is_own_page(request), "the page of another server is answered");
        if own || request.method() == Method::HEAD {
            assert!(own || sent.is_empty(), "the answer to HEAD has a body");
            return;
        }
        let file = self.file(request).expect("what is sent is a file of the site");
        if status == StatusCode::PARTIAL_CONTENT {
            assert!(file.windows(sent.len()).any(|part| part == sent) || is_page(&file), "a part of something else");
        } else {
            let before = file.iter().zip(sent).take_while(|(a, b)| a == b).count();
            let behind = file.iter().rev().zip(sent.iter().rev()).take_while(|(a, b)| a == b).count();
            let is_same = file == sent || is_page(&file) && before + behind >= file.len() && sent.len() > file.len();
            assert!(is_same, "another file was sent");
        }
    }

    /// The file at the address of a request, if a request for it may be answered.
    fn file(&self, request: &Request<()>) -> Option<Vec<u8>> {
        let path = path(request)?;
        let path = path.strip_prefix(BASE)?;
        let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        match self.snapshot.good.as_ref().expect("the site is sound").file(&file, MessageMarks::None)? {
            Rendered::Bytes(bytes) => Some(bytes.to_vec()),
            Rendered::CopyOf(_) => Some(PUBLIC.as_bytes().to_vec()),
            Rendered::Failed(..) => panic!("the theme is sound"),
        }
    }
}

fn is_forbidden(request: &Request<()>) {
    let leads_out = path(request).as_deref() == Some(&format!("{BASE}later.txt"));
    let is_foreign = !is_own_host(request) || !is_own_page(request);
    assert!(is_foreign || leads_out, "this server is refused its own site");
}

fn is_page(file: &[u8]) -> bool {
    file.starts_with(b"<!DOCTYPE html>")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::trial::hold;

    fn request() -> impl Strategy<Value = String> {
        let pieces = [
            "/",
            "/base",
            "/base/",
            "en/",
            "en",
            "a.txt",
            "b%20c.txt",
            "b c.txt",
            "%C3%A9/d.txt",
            "e%CC%81/d.txt",
            "later.txt",
            "..",
            "%2e%2e",
            ".",
            "/",
            "%2f",
            "\\",
            "%5c",
            "%00",
            "%ff",
            "%",
            "secret.txt",
            "site/",
            "__rolebook/",
            "page?path=/base/en/",
            "messages",
            "main.mjs",
            "?a=b",
            "#c",
            "http://evil.example",
            "http://localhost",
            "//",
            "%0d%0a",
            ":80",
            "index.html",
            "robots.txt",
            "_redirects",
            "en/nothing/",
        ];
        let headers = [
            "Host: localhost:4000",
            "Host: evil.example",
            "Host: 127.0.0.1",
            "Host: [::1]:1",
            "Host: desk.lan.evil.example",
            "Host: DESK.LAN:80",
            "Host: ",
            "Host: 127.1",
            "Origin: http://evil.example",
            "Origin: http://desk.lan",
            "Sec-Fetch-Site: cross-site",
            "Range: bytes=2-4",
            "Range: bytes=-3,5-",
            "Range: bytes=99-",
            "If-None-Match: *",
            "If-Range: \"x\"",
            "Content-Length: 5",
            "Transfer-Encoding: chunked",
            "Rolebook-Annotate: messages",
        ];
        let method = select(vec!["GET", "GET", "GET", "GET", "HEAD", "POST", "OPTIONS", "CONNECT", "get"]);
        let path = prop::collection::vec(select(pieces.to_vec()), 0..5).prop_map(|pieces| pieces.concat());
        let path = (
            select(vec!["/base/", "/base/", "/base/", "http://desk.lan/base/", "http://evil.example/base/", "/", ""]),
            path,
        );
        let headers = prop::collection::vec(select(headers.to_vec()), 0..3).prop_map(|headers| headers.join("\n"));
        (method, path, headers)
            .prop_map(|(method, (start, path), headers)| format!("{method}\n{start}{path}\n{headers}"))
    }

    /// What fuzzing has found: hosts that only begin with a name of the preview, letters in a query that is sent on, and pages
    /// whose origin cannot be read.
    #[test]
    fn what_was_found_holds() {
        let mut property = Requests::default();
        for request in [
            "/base/\nHost: [::1].example",
            "/base/\nHost: [::1]80",
            "/base/\nHost: localhost:1x",
            "/base/en?é",
            "/base/__rolebook/page\nOrigin: é",
            "/base/__rolebook/messages\nSec-Fetch-Site: é",
        ] {
            assert!(!property.hold(&format!("GET\n{request}")), "{request}");
        }
    }

    #[test]
    fn requests_get_files_of_the_site_or_are_refused() {
        let mut property = Requests::default();
        hold(1000, 50, &request(), |request: String| property.hold(&request));
    }
}
