//! `rolebook serve`, asked as browsers and attackers ask.

use std::fs;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::folder::Folder;
use crate::server::{PAGE, PATIENCE, Server, eventually};
use crate::site::Site;

#[test]
fn files_are_found_at_the_addresses_that_pages_have_of_them() {
    // P4, P5
    let role = "content/job-descriptions/tester/en.md";
    let site =
        Site::new().file("static/img/Team Plan-a\u{308}.txt", "plan").append(role, "- [a](</img/Team Plan-ä.txt>)\n");
    let server = Server::start(&site);
    let page = server.get("/en/job-descriptions/tester/").body;
    assert!(page.contains("href=\"/img/Team%20Plan-a%CC%88.txt\""));
    assert_eq!(server.get("/img/Team%20Plan-a%CC%88.txt").body, "plan");
}

#[test]
fn it_is_what_a_static_host_would_be() {
    let site = Site::new().file("static/files/form.txt", "0123456789");
    let server = Server::start(&site);
    let page = server.get(PAGE);
    assert_eq!(page.status, 200);
    assert!(page.headers.contains("content-type: text/html; charset=utf-8"), "{}", page.headers);
    assert!(
        page.headers.contains("cache-control: no-store") && page.headers.contains("x-content-type-options: nosniff")
    );
    assert!(page.body.contains("<head><script src=\"/__rolebook/preview.js\""), "the script is the first in the head");
    let moved = server.get("/en/job-descriptions/tester?a=b");
    assert_eq!(moved.status, 308);
    assert!(moved.headers.contains("location: /en/job-descriptions/tester/?a=b"), "{}", moved.headers);
    let nowhere = server.get("/de/nirgendwo/");
    assert_eq!(nowhere.status, 404);
    assert!(nowhere.body.contains("<html lang=\"de\""), "the page of the nearest language");
    let head = server.request("HEAD", PAGE, "");
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert!(head.headers.contains("content-length: "));
    let part = server.request("GET", "/files/form.txt", "Range: bytes=2-4\r\n");
    assert_eq!((part.status, part.body.as_str()), (206, "234"));
    assert!(part.headers.contains("content-range: bytes 2-4/10"), "{}", part.headers);
    assert_eq!(server.request("GET", "/files/form.txt", "Range: bytes=20-\r\n").status, 416);
    assert_eq!(server.request("GET", "/files/form.txt", "Range: lines=1\r\n").status, 200);
    let etag = page.headers.lines().find_map(|line| line.strip_prefix("etag: ")).unwrap().to_owned();
    assert_eq!(server.request("GET", PAGE, &format!("If-None-Match: {etag}\r\n")).status, 304);
    assert!(server.get("/en/feed.xml").headers.contains("xml"));
}

/// From the "Also" line: names that lead out of folders on other systems only.
#[cfg(unix)]
#[test]
fn files_are_served_whatever_their_names() {
    let files = [
        ("a:b.txt", "/a:b.txt"),
        ("12:30 Uhr.txt", "/12%3A30%20Uhr.txt"),
        (":", "/:"),
        (".well-known/security.txt", "/.well-known/security.txt"),
    ];
    let site = files.iter().fold(Site::new(), |site, (name, _)| site.file(&format!("static/{name}"), *name));
    let server = Server::start(&site);
    for (name, address) in files {
        let answer = server.get(address);
        assert_eq!((answer.status, answer.body.as_str()), (200, name), "{address}");
    }
}

#[test]
fn a_base_path_is_kept() {
    let server = Server::start(&Site::new().replace("rolebook.toml", "example.org/", "example.org/library/"));
    let root = server.get("/");
    assert!(root.headers.contains("location: /library/"), "{}", root.headers);
    assert_eq!(server.get("/library/en/").status, 200);
    assert_eq!(server.get("/en/").status, 404);
    assert_eq!(server.get("/library/__rolebook/preview.js").status, 200);
}

#[test]
fn what_is_saved_is_shown() {
    let server = Server::start(&Site::new());
    server.wait_for(PAGE, "We test at");
    server.edit("content/job-descriptions/tester/en.md", "We test at", "We break things at");
    server.wait_for(PAGE, "We break things at");
    server.folder.write("locales/en/site.ftl", b"site-name = My site\n");
    server.wait_for("/en/", "My site");
    server.folder.write("themes/atlas/templates/partials/footer.html", b"<footer>Mine</footer>");
    server.wait_for(PAGE, "<footer>Mine</footer>");
    server.edit("rolebook.toml", "example.org", "example.net");
    server.wait_for(PAGE, "https://example.net/en/");
    // A role that comes as a folder moved in, and goes with it.
    let beside = server.root().join("pilot");
    server.folder.write("pilot/entry.toml", "category = \"it\"\n");
    server.folder.write("pilot/en.md", crate::site::role_text("Pilot"));
    let place = server.root().join("content/job-descriptions/pilot");
    fs::rename(&beside, &place).unwrap();
    server.wait_for("/en/job-descriptions/pilot/", "Pilot job description</h1>");
    fs::remove_dir_all(&place).unwrap();
    server.wait_for("/en/job-descriptions/pilot/", "not-found-page");
    // All of it goes, which is a mistake, and comes back.
    fs::rename(server.root().join("content"), server.root().join("away")).unwrap();
    server.wait_for(&format!("/__rolebook/page?path={PAGE}"), "there is nothing in `content/`");
    assert!(server.get(PAGE).body.contains("We break things at"));
    fs::rename(server.root().join("away"), server.root().join("content")).unwrap();
    server.wait_for(PAGE, "We break things at");
    server.edit("content/job-descriptions/tester/en.md", "We break things", "We mend things");
    server.wait_for(PAGE, "We mend things at");
}

#[test]
fn many_files_at_once_are_one_change() {
    let server = Server::start(&Site::new());
    server.wait_for(PAGE, "Tester");
    for number in 0..100 {
        let folder = format!("content/job-descriptions/r{number}");
        server.folder.write(&format!("{folder}/entry.toml"), "category = \"it\"\n");
        server.folder.write(&format!("{folder}/en.md"), crate::site::role_text(&format!("R{number}")));
    }
    server.wait_for("/en/job-descriptions/r99/", "R99 job description</h1>");
    for number in 0..100 {
        assert_eq!(server.get(&format!("/en/job-descriptions/r{number}/")).status, 200, "{number}");
    }
}

#[test]
fn without_word_from_the_system_files_are_looked_at() {
    let server = Server::start_with(&Site::new(), &["--port", "0", "--poll"]);
    server.wait_for(PAGE, "We test at");
    server.edit("content/job-descriptions/tester/en.md", "We test at", "We look at");
    server.wait_for(PAGE, "We look at");
}

#[test]
fn mistakes_leave_the_last_good_page_and_are_told() {
    let server = Server::start(&Site::new());
    server.wait_for(PAGE, "We test at");
    let about = format!("/__rolebook/page?path={PAGE}");
    server.edit("content/job-descriptions/tester/en.md", "title = \"Tester\"", "title = Tester");
    let told = server.wait_for(&about, "\"errors\":1");
    assert!(
        told.contains("\"file\":\"content/job-descriptions/tester/en.md\"") && told.contains("\"line\":2"),
        "{told}"
    );
    assert!(server.get(PAGE).body.contains("We test at"));
    server.edit("content/job-descriptions/tester/en.md", "title = Tester", "title = \"Tester\"");
    server.wait_for(&about, "\"errors\":0");
    // A mistake that shows when a page is rendered only.
    server.folder.write("themes/atlas/templates/partials/footer.html", b"{{ nothing.of.the.kind }}");
    let told = server.wait_for(&about, "\"errors\":1");
    assert!(told.contains("footer.html"), "{told}");
    assert!(server.get(PAGE).body.contains("We test at"), "the page as it was shown last");
    // The configuration is gone for a while.
    fs::remove_file(server.root().join("themes/atlas/templates/partials/footer.html")).unwrap();
    server.wait_for(&about, "\"errors\":0");
    fs::rename(server.root().join("rolebook.toml"), server.root().join("away.toml")).unwrap();
    server.wait_for(&about, "rolebook.toml");
    assert!(server.get(PAGE).body.contains("We test at"));
    server.edit("content/job-descriptions/tester/en.md", "We test at", "We work at");
    fs::rename(server.root().join("away.toml"), server.root().join("rolebook.toml")).unwrap();
    server.wait_for(PAGE, "We work at");
    server.wait_for(&about, "\"errors\":0");
}

#[test]
fn a_site_that_is_broken_from_the_start_says_so_and_heals() {
    let server = Server::start(&Site::new().replace("content/job-descriptions/tester/en.md", "title = ", "titel = "));
    let page = server.get(PAGE);
    assert_eq!(page.status, 503);
    assert!(page.body.contains("data-rolebook-broken") && page.body.contains("content/job-descriptions/tester/en.md:"));
    server.edit("content/job-descriptions/tester/en.md", "titel = ", "title = ");
    server.wait_for(PAGE, "We test at");
}

#[test]
fn the_panel_is_told_of_languages_and_messages() {
    let site = Site::new().file("locales/en/site.ftl", "greeting = Hello\n");
    let server = Server::start(&site);
    let about = server.wait_for("/__rolebook/page?path=/en/job-descriptions/writer/", "\"locales\":[{");
    assert!(
        about.contains("\"code\":\"de\",\"direction\":\"ltr\"") && about.contains("\"state\":\"missing\""),
        "{about}"
    );
    assert!(about.contains("vscode://file"), "{about}");
    let messages = server.get("/__rolebook/messages?path=/de/").body;
    assert!(messages.contains("\"greeting\":{") && messages.contains("\"untranslated\":true"));
    let marked = server.request("GET", "/de/", "Rolebook-Annotate: messages\r\n").body;
    assert!(marked.contains("\u{f0000}skip-to-content\u{f0001}"));
    assert!(!server.get("/de/").body.contains('\u{f0000}'));
}

#[test]
fn events_tell_of_each_state() {
    let server = Server::start(&Site::new());
    server.wait_for(PAGE, "We test at");
    let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    write!(stream, "GET /__rolebook/events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", server.port).unwrap();
    let mut lines = BufReader::new(stream).lines().map(Result::unwrap);
    let mut next = || lines.find(|line| line.starts_with("data: ")).unwrap();
    let first = next();
    assert!(first.contains("\"errors\":0"), "{first}");
    server.edit("content/job-descriptions/tester/en.md", "We test at", "We work at");
    assert_ne!(next(), first);
}

#[test]
fn no_address_leads_to_another_host() {
    let server = Server::start(&Site::new());
    server.wait_for(PAGE, "We test at");
    for path in ["//evil.example/en", "//en", "///en", "/%2fevil.example/en", "//evil.example/%2e/en"] {
        assert!(!server.get(path).headers.contains("location: //"), "{path}");
    }
    assert!(server.get("/en").headers.contains("location: /en/"));
}

#[cfg(unix)]
#[test]
fn links_out_of_the_site_are_not_followed() {
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.txt"), "secret").unwrap();
    let server = Server::start(&Site::new().file("static/a.txt", "a"));
    std::os::unix::fs::symlink(outside.path().join("secret.txt"), server.root().join("static/b.txt")).unwrap();
    // A mistake of the whole site is said on each page.
    let said = server.wait_for("/__rolebook/page?path=/en/", "this link leads out of the folder of the site");
    assert!(said.contains("static/b.txt"), "{said}");
    let answer = server.get("/b.txt");
    assert!(answer.status == 404 && !answer.body.contains("secret\n"), "{}: {}", answer.status, answer.body);
}

#[test]
fn other_hosts_origins_and_methods_are_refused() {
    let server = Server::start(&Site::new());
    let port = server.port;
    for host in ["evil.example", "127.0.0.1.evil.example", "0.0.0.0", "localhost.evil.example:80", "[::2]", "192.0.2.1"]
    {
        assert_eq!(server.request("GET", PAGE, &format!("Host: {host}\r\n")).status, 403, "{host}");
    }
    assert_eq!(server.send("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").status, 403, "no host at all");
    for (request, status) in [
        ("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n", 400),
        ("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n", 403),
        ("GET http://localhost/ HTTP/1.1\r\nHost: evil.example\r\n", 403),
        ("GET http://localhost/ HTTP/1.1\r\nHost: localhost\r\n", 200),
    ] {
        assert_eq!(server.send(&format!("{request}Connection: close\r\n\r\n")).status, status, "{request}");
    }
    for path in ["/__rolebook/events", "/__rolebook/page?path=/en/", "/__rolebook/messages?path=/en/"] {
        for headers in ["Origin: http://evil.example\r\n", "Origin: null\r\n", "Sec-Fetch-Site: cross-site\r\n"] {
            assert_eq!(server.request("GET", path, headers).status, 403, "{path} {headers}");
        }
    }
    let own = format!("Origin: http://127.0.0.1:{port}\r\nSec-Fetch-Site: same-origin\r\n");
    assert_eq!(server.request("GET", "/__rolebook/page?path=/en/", &own).status, 200);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"] {
        let answer = server.request(method, PAGE, "");
        assert_eq!(answer.status, 405, "{method}");
        assert!(answer.headers.contains("allow: get, head"));
    }
    assert_eq!(server.request("GET", PAGE, "Content-Length: 5\r\n").status, 413);
}

#[test]
fn long_and_endless_requests_are_cut_off() {
    let server = Server::start(&Site::new());
    let long = server.request("GET", &format!("/{}", "a".repeat(100_000)), "");
    assert!([0, 400, 414, 431].contains(&long.status), "{}", long.status);
    let many = server.request("GET", PAGE, &format!("X: {}\r\n", "b".repeat(100_000)));
    assert!([0, 400, 431].contains(&many.status), "{}", many.status);
    // Half a request holds nothing up for the others, and is cut off.
    let mut slow = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
    slow.write_all(b"GET / HTTP/1.1\r\nHost: ").unwrap();
    assert_eq!(server.get(PAGE).status, 200);
    slow.set_read_timeout(Some(PATIENCE)).unwrap();
    let mut rest = Vec::new();
    let end = slow.read_to_end(&mut rest);
    assert!(
        !end.is_err_and(|error| [ErrorKind::WouldBlock, ErrorKind::TimedOut].contains(&error.kind())),
        "it is cut off"
    );
    assert!(!String::from_utf8_lossy(&rest).contains("200 OK"));
}

#[test]
fn a_port_that_is_taken_is_left_to_the_other() {
    let first = Server::start(&Site::new());
    let taken = first.port.to_string();
    let folder = Folder::new(&Site::new());
    let chosen = Command::new(env!("CARGO_BIN_EXE_rolebook"))
        .args(["serve", "--port", &taken, "--root"])
        .arg(folder.root())
        .output()
        .unwrap();
    assert_eq!(chosen.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&chosen.stderr).contains("--port"), "{chosen:?}");
    // The default port serves, or gives way with a word.
    let other = Server::start_with(&Site::new(), &[]);
    if other.port != 4000 {
        eventually("it says so", || other.errors.lock().unwrap().contains("port 4000 is in use").then_some(()));
    }
}

const TEXT: &str = "content/job-descriptions/tester/en.md";

#[test]
fn only_what_is_new_is_said() {
    let site = Site::new().append(TEXT, "- <b>x</b>\n").append("content/job-descriptions/writer/en.md", "- <i>x</i>\n");
    let server = Server::start(&site);
    let (output, errors) = server.said();
    assert!(output.contains("19 pages, 4 warnings, in "), "{output}");
    assert_eq!(errors.matches("warning[raw-html]").count(), 1, "{errors}");
    assert!(errors.contains("and in 3 more places, such as:"), "{errors}");

    // What was there stays unsaid, even if its lines move.
    server.edit_at_once(TEXT, "We test at", "Who we are:\n\nWe test at");
    let (output, errors) = server.said();
    assert_eq!((output.lines().count(), errors.as_str()), (1, ""), "{output}");

    server.edit_at_once(TEXT, "- Test", "- [Test](@nowhere)");
    let (output, errors) = server.said();
    assert!(output.contains("1 error, 4 warnings, in ") && output.lines().count() == 1, "{output}");
    assert!(errors.starts_with("error[broken-link]: there is no collection `nowhere`"), "{errors}");
    assert!(!errors.contains("warning"), "{errors}");

    server.edit_at_once(TEXT, "(@nowhere)", "(@job-descriptions/writer)");
    let (output, errors) = server.said();
    let solved =
        "solved: error[broken-link]: there is no collection `nowhere` (content/job-descriptions/tester/en.md)\n";
    assert!(output.starts_with(solved) && output.lines().count() == 2, "{output}");
    assert_eq!(errors, "");

    server.edit_at_once(TEXT, "- <b>x</b>", "- x");
    let (output, errors) = server.said();
    assert!(output.starts_with("solved: 2 warnings\n19 pages, 2 warnings, in "), "{output}");
    assert_eq!(errors, "");

    // What nobody can look at is neither solved nor, later, new.
    server.edit_at_once("rolebook.toml", "[[locales]]", "[[locales");
    let (output, errors) = server.said();
    assert_eq!(output.lines().count(), 1, "{output}");
    assert!(errors.contains("error[syntax]") && !errors.contains("raw-html"), "{errors}");
    server.edit_at_once("rolebook.toml", "[[locales", "[[locales]]");
    let (output, errors) = server.said();
    assert!(output.starts_with("solved: ") && output.lines().count() == 2, "{output}");
    assert_eq!(errors, "");

    // What comes back is new again.
    server.edit_at_once(TEXT, "- x", "- <b>x</b>");
    let (_, errors) = server.said();
    assert_eq!(errors.matches("warning[raw-html]").count(), 1, "{errors}");
    assert!(errors.contains("and in 1 more place:"), "{errors}");
}

// C8
#[test]
fn output_without_a_terminal_has_no_colors() {
    let server = Server::start(&Site::new().append(TEXT, "- [x](@nowhere)\n"));
    let (output, errors) = server.said();
    assert!(errors.contains("error[broken-link]"), "{errors}");
    assert!(!output.contains('\u{1b}') && !errors.contains('\u{1b}'), "{output}{errors}");
}

#[test]
fn a_quiet_preview_speaks_of_mistakes_only() {
    let server = Server::start_with(&Site::new(), &["--port", "0", "--quiet"]);
    server.wait_for(PAGE, "We test at");
    server.edit_at_once(TEXT, "- Test", "- [Test](@nowhere)");
    eventually("it says what is wrong", || server.errors.lock().unwrap().contains("error[broken-link]").then_some(()));
    let output = server.output.lock().unwrap().clone();
    assert!(output.starts_with("preview at ") && output.lines().count() == 1, "nobody can know the port: {output}");
}

// C8
#[test]
fn it_ends_quietly_when_nobody_listens() {
    let site = Site::new().append(TEXT, "- [x](@nowhere)\n");
    for (name, arguments) in [("standard output", ["--port", "0"]), ("standard error", ["--port=0", "--quiet"])] {
        let folder = Folder::new(&site);
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = folder.command(&["serve"]);
        command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
        if name == "standard output" {
            command.stdout(writer)
        } else {
            command.stderr(writer)
        };
        let mut process = command.spawn().unwrap();
        drop(command);
        let status = eventually(name, || process.try_wait().unwrap());
        assert_eq!(status.code(), Some(0), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_at_once() {
    let mut server = Server::start(&Site::new());
    server.wait_for(PAGE, "We test at");
    let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
    write!(stream, "GET /__rolebook/events HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let start = Instant::now();
    Command::new("kill").args(["-INT", &server.process.id().to_string()]).status().unwrap();
    let status = server.process.wait().unwrap();
    assert!(status.success() && start.elapsed() < Duration::from_secs(5), "{status}");
}
