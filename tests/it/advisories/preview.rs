//! The preview: files outside of the site, and other sites of the same browser.

use crate::server::{PAGE, Server};
use crate::site::Site;

const SECRET: &str = "a stranger must not read this";

/// A preview of a site at `/library/`, with secrets around its files.
fn preview() -> Server {
    let site = Site::new().replace("rolebook.toml", "https://example.org/", "https://example.org/library/");
    let server = Server::start(&site.file("static/a.txt", "a").file("static/a.svg", "<svg/>"));
    for path in [
        ".env",
        "secret.txt",
        "secret.html",
        "secret.svg",
        "secret.js.map",
        ".git/config",
        "static-secret/a.txt",
        "library-secret/a.txt",
        "library/index.html",
        "@fs/a.txt",
        "deps/a.js.map",
    ] {
        server.folder.write(path, SECRET);
    }
    server.wait_for("/library/a.txt", "a");
    server
}

/// Whatever is asked for, only the site is shown.
#[track_caller]
fn shows_nothing_else(server: &Server, targets: &[&str]) {
    let root = server.root().canonicalize().unwrap();
    for target in targets {
        let target = target.replace("ROOT", root.to_str().unwrap());
        for prefix in ["", "/library"] {
            let target = if target.starts_with('/') { format!("{prefix}{target}") } else { target.clone() };
            let answer = server.request("GET", &target, "");
            let is_file = answer.body.contains(SECRET) || answer.body.contains("root:x:");
            let is_source = answer.body.contains("default_locale") || answer.body.contains("+++");
            assert!(!is_file && !is_source, "{target}: {}", answer.body);
            let is_of_site = answer.status == 200 && (answer.body.contains("</html>") || answer.body == "a");
            assert!(is_of_site || [0, 308, 400, 403, 404].contains(&answer.status), "{target}: {}", answer.status);
        }
    }
    assert_eq!(server.get("/library/en/").status, 200);
}

/// CVE-2023-40274, Zola: whether a path lies in the site was asked of its first letters, before `..` was resolved. Here a file
/// beside the site would be shown, or one whose path begins like the site's.
#[test]
fn the_beginning_of_a_path_was_taken_for_the_site() {
    shows_nothing_else(
        &preview(),
        &[
            "/../../../../../../etc/passwd",
            "/en/../../../../../../../etc/passwd",
            "/../secret.txt",
            "/static/../secret.txt",
            "/../static-secret/a.txt",
            "-secret/a.txt",
            "/library-secret/a.txt",
            "/library/../library-secret/a.txt",
            "/libraryx/../secret.txt",
        ],
    );
}

/// CVE-2021-40978, `MkDocs`: the server joined the path of a request to its folder as it was.
#[test]
fn dots_led_out_of_the_folder() {
    shows_nothing_else(
        &preview(),
        &[
            "/../../../../etc/passwd",
            "/..//..//secret.txt",
            "//etc/passwd",
            "///etc/passwd",
            "/./secret.txt",
            "/en/./../secret.txt",
            "/....//....//secret.txt",
            "/..;/secret.txt",
            "../secret.txt",
            "file:///etc/passwd",
            "http://127.0.0.1/../secret.txt",
        ],
    );
}

/// CVE-2023-30548, Gatsby, and CVE-2024-29180, webpack-dev-middleware: the path was decoded after it had been looked at.
#[test]
fn dots_were_looked_for_before_they_were_decoded() {
    shows_nothing_else(
        &preview(),
        &[
            "/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
            "/%2e%2e/secret.txt",
            "/%2E%2E%2Fsecret.txt",
            "/..%2fsecret.txt",
            "/%252e%252e%252fsecret.txt",
            "/..%5csecret.txt",
            "/%5c..%5csecret.txt",
            "/%c0%ae%c0%ae/secret.txt",
            "/%uff0e%uff0e/secret.txt",
            "/a.txt%00.html",
            "/%00/secret.txt",
            "/%2fetc/passwd",
            "/%2f%2fetc%2fpasswd",
        ],
    );
}

/// CVE-2023-34238, Gatsby: what the page of a mistake asks for showed a part of any file that a parameter named. Here that would
/// be what the preview's own page asks for.
#[test]
fn a_parameter_named_any_file() {
    let server = preview();
    for parameter in ["path", "file", "filePath", "moduleId", "href"] {
        for value in [
            "/etc/passwd",
            "../secret.txt",
            "secret.txt",
            "rolebook.toml",
            "ROOT/secret.txt",
            "file:///etc/passwd",
            "%2e%2e/.env",
        ] {
            let value = value.replace("ROOT", server.root().to_str().unwrap());
            for own in ["page", "messages", "events/../page", "file-code-frame", "image", "open"] {
                let answer = server.get(&format!("/library/__rolebook/{own}?{parameter}={value}&lineNumber=1&line=1"));
                assert!(
                    !answer.body.contains(SECRET) && !answer.body.contains("root:x:"),
                    "{own} {value}: {}",
                    answer.body
                );
            }
        }
    }
}

/// CVE-2024-45811, CVE-2025-30208, CVE-2025-31125 and CVE-2025-31486, Vite: a query such as `?raw` or `?import`, or an ending such
/// as `.svg`, took a request past the check of its path.
#[test]
fn queries_and_endings_passed_the_check_of_the_path() {
    let mut targets = Vec::new();
    for file in [
        "/@fs/etc/passwd",
        "/@fsROOT/secret.txt",
        "/@fs/x/x/x/vite/../../../etc/passwd",
        "/secret.txt",
        "/.env",
        "/rolebook.toml",
    ] {
        for query in [
            "",
            "?raw",
            "?import&raw",
            "?raw??",
            "?import&raw??",
            "?inline&import",
            "?raw?import",
            "?url",
            "?.svg",
            "?.svg?.wasm?init",
            "?import&?inline=1.wasm?init",
            "?meteorite=1&raw",
        ] {
            targets.push(format!("{file}{query}"));
        }
    }
    shows_nothing_else(&preview(), &targets.iter().map(String::as_str).collect::<Vec<_>>());
}

/// CVE-2025-46565 and CVE-2026-39364, Vite: files that were denied by name were given under a path that means the same.
#[test]
fn another_spelling_of_a_denied_file_was_answered() {
    shows_nothing_else(
        &preview(),
        &[
            "/.env/.",
            "/.env/",
            "/.env?",
            "/./.env",
            "/x/../.env",
            "/.vite/../.env",
            "/%2eenv",
            "/.env%20",
            "/.env.",
            "/.env\\",
            "/.ENV",
            "/ROLEBOOK.TOML",
            "/.git/config",
            "/.git%2fconfig",
        ],
    );
}

/// CVE-2025-58751 and CVE-2023-34092, Vite: a folder whose name begins like that of the public files was taken for it once a link
/// lay there, and so was a path that begins with two slashes.
#[cfg(unix)]
#[test]
fn folders_named_like_the_public_one_were_public() {
    let server = preview();
    std::os::unix::fs::symlink("a.txt", server.root().join("static/b.txt")).unwrap();
    server.wait_for("/library/b.txt", "a");
    shows_nothing_else(
        &server,
        &[
            "/../static-secret/a.txt",
            "/-secret/a.txt",
            "/static-secret/a.txt",
            "/..%2fstatic-secret/a.txt",
            "//static-secret/a.txt",
            "//secret.txt",
            "//@fs/etc/passwd",
        ],
    );
}

/// CVE-2025-58752 and CVE-2026-39365, Vite: pages and source maps were looked for without a check of where they lie.
#[test]
fn pages_and_source_maps_were_not_checked() {
    shows_nothing_else(
        &preview(),
        &[
            "/secret.html",
            "/secret",
            "/../secret.html",
            "/en/../../secret.html",
            "/..%2fsecret.html",
            "/secret.js.map",
            "/../secret.js.map",
            "/deps/../../secret.js.map",
            "/assets/../../secret.js.map",
            "/secret.svg",
        ],
    );
}

/// CVE-2025-62522 and CVE-2026-53571, Vite on Windows: a backslash, a stream of a file or its short name passed for another file.
#[test]
fn names_that_windows_takes_for_others_passed() {
    shows_nothing_else(
        &preview(),
        &[
            "/.env::$DATA",
            "/secret.txt::$DATA?raw",
            "/SECRET~1.TXT",
            "/.env%5c",
            "/static%5c..%5csecret.txt",
            "/..\\secret.txt",
            "/en\\..\\..\\secret.txt",
            "/c:/windows/win.ini",
            "/c%3a%5cwindows%5cwin.ini",
            "/%5c%5c127.0.0.1%5cshare%5cx",
            "/con",
        ],
    );
}

/// CVE-2026-39363, Vite: what requests were denied could be asked for over a WebSocket. Here a request that asks for one gets the
/// answer of any other.
#[test]
fn a_websocket_gave_what_requests_were_denied() {
    let server = preview();
    for path in ["/library/", "/library/__rolebook/events", "/library/__rolebook/page?path=file:///etc/passwd"] {
        for more in ["", "Origin: http://evil.example\r\n", "Sec-WebSocket-Protocol: vite-hmr\r\n"] {
            let answer = server.send(&format!(
                "HEAD {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\
                 Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n{more}\r\n",
                server.port
            ));
            assert_ne!(answer.status, 101, "{path}");
            assert!(!answer.headers.contains("sec-websocket"), "{}", answer.headers);
        }
    }
}

/// CVE-2025-24010, Vite, and GHSA-67mh-4wv8-2f99, esbuild: any site could ask the server and read its answers. Here an answer would
/// allow that to another origin, or the preview's own files would be given to its pages.
#[test]
fn any_site_could_read_the_answers() {
    let server = Server::start(&Site::new().file("static/a.txt", "a"));
    server.wait_for(PAGE, "We test at");
    let foreign = [
        "http://evil.example",
        "null",
        "https://127.0.0.1",
        "http://localhost.evil.example",
        "http://127.0.0.1.evil.example",
    ];
    for path in
        [PAGE, "/a.txt", "/search/en/index.json", "/__rolebook/main.mjs", "/nowhere/", "/__rolebook/page?path=/en/"]
    {
        for origin in foreign {
            for method in ["GET", "HEAD", "OPTIONS"] {
                let asked = format!(
                    "Origin: {origin}\r\nAccess-Control-Request-Method: GET\r\nAccess-Control-Request-Private-Network: true\r\n"
                );
                let answer = server.request(method, path, &asked);
                assert!(!answer.headers.contains("access-control-"), "{method} {path} {origin}: {}", answer.headers);
            }
        }
    }
    for path in ["page?path=/en/", "messages?path=/en/", "events"] {
        for origin in foreign {
            let answer = server.request("GET", &format!("/__rolebook/{path}"), &format!("Origin: {origin}\r\n"));
            assert_eq!(answer.status, 403, "{path} {origin}");
        }
    }
}

/// CVE-2025-30360, webpack-dev-server: an `Origin` was let through if it was an address of the Internet Protocol, whichever.
#[test]
fn origins_that_are_addresses_were_let_through() {
    let server = Server::start(&Site::new());
    server.wait_for(PAGE, "We test at");
    let port = server.port;
    for origin in [
        "http://192.0.2.1".to_owned(),
        format!("http://192.0.2.1:{port}"),
        format!("http://[::1]:{port}"),
        format!("http://0.0.0.0:{port}"),
        format!("http://127.0.0.2:{port}"),
        format!("http://127.0.0.1:{}", port ^ 1),
        format!("https://127.0.0.1:{port}"),
        format!("http://127.0.0.1:{port}.evil.example"),
        format!("http://2130706433:{port}"),
        "file://".to_owned(),
    ] {
        let answer = server.request("GET", "/__rolebook/page?path=/en/", &format!("Origin: {origin}\r\n"));
        assert_eq!(answer.status, 403, "{origin}");
    }
}

/// CVE-2025-30359, webpack-dev-server: a page of another site could load the scripts of the server, and read through them. Here
/// every answer tells browsers to give it to pages of the preview only.
#[test]
fn other_sites_loaded_what_they_could_not_read() {
    let server = Server::start(&Site::new().file("static/a.txt", "a"));
    server.wait_for(PAGE, "We test at");
    let style = server
        .get(PAGE)
        .body
        .split("href=\"")
        .find(|part| part.starts_with("/assets/"))
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    for path in [PAGE, "/a.txt", "/search/en/index.json", "/__rolebook/main.mjs", "/nowhere/", &style] {
        let answer = server.request(
            "GET",
            path,
            "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: script\r\n",
        );
        assert!(answer.headers.contains("cross-origin-resource-policy: same-origin"), "{path}: {}", answer.headers);
    }
}

/// CVE-2026-114348, webpack-dev-server: a `Host` that is none passed the check of its name, and the mistake that it led to told
/// where the server's files lie.
#[test]
fn a_host_that_is_none_passed_and_told_where_files_lie() {
    let server = Server::start(&Site::new());
    let root = server.root().to_str().unwrap().to_owned();
    for host in [
        "file:",
        "file://",
        "chrome-extension://x",
        "localhost:4000@evil.example",
        "localhost/",
        "[::1",
        "]",
        ":",
        "127.0.0.1:x:y",
        "\u{7f}",
        "a b",
    ] {
        let answer = server.request("GET", "/__rolebook/page?path=/en/", &format!("Host: {host}\r\n"));
        assert!([400, 403].contains(&answer.status), "{host}: {}", answer.status);
        assert!(!answer.body.contains(&root), "{host}: {}", answer.body);
    }
}
