//! `rolebook serve` with clients that take what they can get and give nothing, and with large files.

use std::fs::{self, File};
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::server::{PAGE, Server};
use crate::site::Site;

/// More than a preview takes in at a time.
const MANY: usize = 300;

/// More than any machine could hold, and nothing on disk.
const LARGE: u64 = 64 << 30;

/// How long a client may do nothing, and some more.
const TOO_LONG: Duration = Duration::from_secs(13);

/// A preview with a large file, `/large.bin`, which ends with `the end`.
fn server() -> Server {
    let server = Server::start(&Site::new().file("static/small.txt", "small"));
    let mut file = File::create(server.root().join("static/large.bin")).unwrap();
    file.set_len(LARGE - 7).unwrap();
    file.seek(SeekFrom::End(0)).unwrap();
    file.write_all(b"the end").unwrap();
    drop(file);
    crate::server::eventually("the file is there", || (head(&server, "/large.bin").status == 200).then_some(()));
    server
}

fn head(server: &Server, path: &str) -> crate::server::Answer {
    server.request("HEAD", path, "")
}

fn request(path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n")
}

fn field<'a>(headers: &'a str, name: &str) -> &'a str {
    headers.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).unwrap_or_default()
}

/// The most memory that the preview has taken, in MiB, where the system says so.
fn most_memory(server: &Server) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", server.process.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse::<u64>().ok().map(|kib| kib / 1024)
}

/// Connects many clients that send something and then do nothing, and asserts that another is answered all the same.
#[track_caller]
fn assert_answers_beside(server: &Server, name: &str, sent: &str) {
    let idle: Vec<TcpStream> = (0..MANY).map(|_| server.connect(sent)).collect();
    let start = Instant::now();
    for path in [PAGE, "/small.txt", PAGE] {
        assert_eq!(server.get(path).status, 200, "{name}");
    }
    assert!(start.elapsed() < Duration::from_secs(5), "{name}: {:?}", start.elapsed());
    drop(idle);
}

// R24
#[test]
fn clients_that_do_nothing_keep_nobody_out() {
    let server = server();
    let pages = request(PAGE).repeat(100);
    for (name, sent) in [
        ("that never read a file", request("/large.bin").as_str()),
        ("that never read pages", pages.as_str()),
        ("that never read what the panel asks for", &request("/__rolebook/messages?path=/en/").repeat(20)),
        ("that listen to events", &request("/__rolebook/events")),
        ("that send nothing", ""),
        ("that send half a head", "GET / HTTP/1.1\r\nHost: "),
    ] {
        assert_answers_beside(&server, name, sent);
    }
    let memory = most_memory(&server);
    assert!(memory.is_none_or(|mib| mib < 500), "{memory:?} MiB");
}

// R24
#[cfg(unix)]
#[test]
fn clients_that_take_all_that_can_be_open_keep_nobody_out() {
    let folder = crate::folder::Folder::new(&Site::new().file("static/small.txt", "small"));
    let mut command = std::process::Command::new("sh");
    command.args(["-c", "ulimit -n 60 && exec \"$@\"", "sh", env!("CARGO_BIN_EXE_rolebook"), "serve"]);
    command.args(["--port", "0", "--root"]).arg(folder.root());
    let server = Server::run(folder, command);
    assert_eq!(server.get(PAGE).status, 200);
    let idle: Vec<TcpStream> = (0..100).map(|_| server.connect("")).collect();
    let start = Instant::now();
    assert_eq!(server.get(PAGE).status, 200);
    assert!(start.elapsed() < Duration::from_secs(8), "{:?}", start.elapsed());
    drop(idle);
}

/// Reads to the end; how many bytes there were, and whether it was closed.
fn rest(stream: &mut TcpStream, most: usize) -> (usize, bool) {
    let mut chunk = vec![0; 1 << 16];
    let mut all = 0;
    loop {
        match stream.read(&mut chunk) {
            Ok(0) => return (all, true),
            Ok(read) => all += read,
            Err(error) => return (all, ![ErrorKind::WouldBlock, ErrorKind::TimedOut].contains(&error.kind())),
        }
        if all > most {
            return (all, false);
        }
    }
}

// R24
#[test]
fn who_does_not_read_is_cut_off_and_who_reads_slowly_is_not() {
    let server = server();
    let large = request("/large.bin");
    let mut stalled =
        [server.connect(&large), server.connect(&large.repeat(3)), server.connect(&request(PAGE).repeat(500))];
    let mut idle = server.connect(&request("/small.txt"));
    let mut slow = server.connect(&large);
    let start = Instant::now();
    let mut chunk = vec![0; 1 << 16];
    while start.elapsed() < TOO_LONG {
        slow.read_exact(&mut chunk).unwrap();
        std::thread::sleep(Duration::from_millis(100));
    }
    // The system holds what it has taken in already.
    for stream in &mut stalled {
        let (read, is_closed) = rest(stream, 1 << 26);
        assert!(is_closed, "{read} bytes");
    }
    assert!(rest(&mut idle, 1 << 26).1, "nobody asks anything there any more");
    slow.read_exact(&mut chunk).unwrap();
}

// R24
#[test]
fn a_file_of_any_size_is_sent_in_parts() {
    let server = server();
    let whole = head(&server, "/large.bin");
    assert_eq!((whole.status, whole.body.as_str()), (200, ""));
    assert_eq!(field(&whole.headers, "content-length"), LARGE.to_string());
    assert_eq!(field(&whole.headers, "accept-ranges"), "bytes");
    let etag = field(&whole.headers, "etag").to_owned();
    let none = server.request("GET", "/large.bin", &format!("If-None-Match: {etag}\r\n"));
    assert_eq!((none.status, none.body.as_str()), (304, ""));
    for (range, body, shown) in [
        ("-7", "the end", format!("{}-{}", LARGE - 7, LARGE - 1)),
        (&format!("{}-", LARGE - 3), "end", format!("{}-{}", LARGE - 3, LARGE - 1)),
        (&format!("{}-{}", LARGE - 7, LARGE - 5), "the", format!("{}-{}", LARGE - 7, LARGE - 5)),
    ] {
        let part = server.request("GET", "/large.bin", &format!("Range: bytes={range}\r\n"));
        assert_eq!((part.status, part.body.as_str()), (206, body), "{range}");
        assert_eq!(field(&part.headers, "content-range"), format!("bytes {shown}/{LARGE}"));
        assert_eq!(field(&part.headers, "content-length"), body.len().to_string());
    }
    let beyond = server.request("GET", "/large.bin", &format!("Range: bytes={LARGE}-\r\n"));
    assert_eq!((beyond.status, beyond.body.as_str()), (416, ""));
    assert_eq!(field(&beyond.headers, "content-range"), format!("bytes */{LARGE}"));
    // A range is of a GET, and of the state that the client has the rest of.
    assert_eq!(server.request("HEAD", "/large.bin", "Range: bytes=0-1\r\n").status, 200);
    let same = format!("Range: bytes=-3\r\nIf-Range: {etag}\r\n");
    assert_eq!(server.request("GET", "/large.bin", &same).body, "end");
    assert_eq!(server.request("HEAD", "/large.bin", &same.replace(&etag, "\"other\"")).status, 200);
    let other = server.request("GET", "/small.txt", "Range: bytes=0-1\r\nIf-Range: \"other\"\r\n");
    assert_eq!((other.status, other.body.as_str()), (200, "small"));
    let memory = most_memory(&server);
    assert!(memory.is_none_or(|mib| mib < 300), "{memory:?} MiB");
}

// R24
#[test]
fn files_arrive_as_they_are_and_pages_among_them_with_our_scripts() {
    let text = (0..300_000).map(|number| number.to_string()).collect::<Vec<_>>().join("\n");
    let page = format!("<!DOCTYPE html>\n<html><head><title>x</title></head><body>{text}</body></html>\n");
    let site = Site::new().file("static/numbers.txt", text.as_str()).file("static/own.html", page.as_str());
    let server = Server::start(&site.file("static/empty.txt", "").file("static/empty.html", ""));
    assert!(server.get("/numbers.txt").body == text);
    let part = server.request("GET", "/numbers.txt", "Range: bytes=100000-1500000\r\n");
    assert!((part.status, part.body.as_str()) == (206, &text[100_000..=1_500_000]));
    let own = server.get("/own.html");
    assert_eq!(field(&own.headers, "content-length"), own.body.len().to_string());
    assert!(own.body.starts_with("<!DOCTYPE html>\n<html><head><script src=\"/__rolebook/preview.js\""));
    assert!(own.body.ends_with(&page[page.find("<title>").unwrap()..]));
    assert_eq!(server.get("/empty.txt").body, "");
    assert!(server.get("/empty.html").body.starts_with("<script"));
    assert_eq!(server.request("GET", "/empty.txt", "Range: bytes=0-\r\n").status, 416);
}

// R24, R9
#[test]
fn a_file_with_another_content_of_the_same_size_and_time_is_another() {
    let server = Server::start(&Site::new().file("static/a.txt", "one"));
    let before = field(&server.get("/a.txt").headers, "etag").to_owned();
    let path = server.root().join("static/a.txt");
    let time = fs::metadata(&path).unwrap().modified().unwrap();
    fs::write(&path, "two").unwrap();
    File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
    let after = server.request("GET", "/a.txt", &format!("If-None-Match: {before}\r\n"));
    assert_eq!(after.body, "two");
}

// R24
#[test]
fn a_file_that_shrinks_while_it_is_sent_is_not_taken_for_whole() {
    let server = server();
    let mut stream = server.connect(&request("/large.bin"));
    stream.read_exact(&mut [0; 1000]).unwrap();
    File::options().write(true).open(server.root().join("static/large.bin")).unwrap().set_len(10).unwrap();
    let (_, is_closed) = rest(&mut stream, 1 << 30);
    assert!(is_closed, "before all was sent");
    assert_eq!(server.get(PAGE).status, 200);
}

// R24
#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_a_file_is_not_waited_for() {
    let server = Server::start(&Site::new().file("static/a.txt", "a"));
    let path = server.root().join("static/a.txt");
    fs::remove_file(&path).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
    for _ in 0..20 {
        assert_ne!(server.get("/a.txt").status, 0, "it is answered");
    }
    assert_eq!(server.get(PAGE).status, 200);
}
