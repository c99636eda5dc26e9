//! A running preview, and a client that asks as it likes.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::folder::Folder;
use crate::site::Site;

/// How long anything may take on a slow machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// A running preview, ended when it is dropped.
pub(crate) struct Server {
    pub(crate) process: Child,
    pub(crate) folder: Folder,
    pub(crate) port: u16,
    /// What it has said so far, on standard output and on standard error.
    pub(crate) output: Said,
    pub(crate) errors: Said,
}

pub(crate) type Said = Arc<Mutex<String>>;

/// Listens to what a program says, to its end.
fn listen(stream: impl Read + Send + 'static) -> Said {
    let said = Said::default();
    let heard = Arc::clone(&said);
    std::thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            heard.lock().unwrap().extend([line.as_str(), "\n"]);
        }
    });
    said
}

/// Waits until something is so.
#[track_caller]
pub(crate) fn eventually<T>(what: &str, mut is_so: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = is_so() {
            return found;
        }
        assert!(start.elapsed() < PATIENCE, "{what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: String,
    pub(crate) body: String,
}

impl Server {
    pub(crate) fn start(site: &Site) -> Self {
        Self::start_with(site, &["--port", "0"])
    }

    pub(crate) fn start_with(site: &Site, arguments: &[&str]) -> Self {
        let folder = Folder::new(site);
        let mut command = Command::new(env!("CARGO_BIN_EXE_rolebook"));
        command.args(["serve", "--root"]).arg(folder.root()).args(arguments);
        Self::run(folder, command)
    }

    /// Runs a command that previews the site in a folder.
    pub(crate) fn run(folder: Folder, mut command: Command) -> Self {
        let mut process = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let output = listen(process.stdout.take().unwrap());
        let errors = listen(process.stderr.take().unwrap());
        let port = eventually("it says where it listens", || {
            let said = output.lock().unwrap();
            let address = said.split("preview at http://").nth(1)?.split('/').next()?;
            address.rsplit(':').next()?.parse().ok()
        });
        Self { process, folder, port, output, errors }
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.root()
    }

    /// A connection on which something was sent, and nothing read.
    pub(crate) fn connect(&self, sent: &str) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(sent.as_bytes()).unwrap();
        stream
    }

    /// Sends a request as it is, and reads the answer until the server closes.
    pub(crate) fn send(&self, request: &str) -> Answer {
        let mut stream = self.connect(request);
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
        Answer { status, headers: head.to_lowercase(), body: body.to_owned() }
    }

    pub(crate) fn request(&self, method: &str, path: &str, headers: &str) -> Answer {
        let host = if headers.contains("Host:") { String::new() } else { format!("Host: 127.0.0.1:{}\r\n", self.port) };
        self.send(&format!("{method} {path} HTTP/1.1\r\n{host}{headers}Connection: close\r\n\r\n"))
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.request("GET", path, "")
    }

    /// Waits until a page holds a text.
    #[track_caller]
    pub(crate) fn wait_for(&self, path: &str, text: &str) -> String {
        eventually(&format!("no `{text}` at {path}"), || Some(self.get(path).body).filter(|body| body.contains(text)))
    }

    /// Takes what it has said once it has said that the site was read: on standard output, and on standard error.
    #[track_caller]
    pub(crate) fn said(&self) -> (String, String) {
        let is_summary = |line: &str| line.contains(" pages, ") && line.contains(", in ");
        eventually("the site is read", || self.output.lock().unwrap().lines().any(is_summary).then_some(()));
        // What it says on standard error comes first, but on another way.
        std::thread::sleep(Duration::from_millis(50));
        (std::mem::take(&mut *self.output.lock().unwrap()), std::mem::take(&mut *self.errors.lock().unwrap()))
    }

    /// Edits a file so that it is never seen half written.
    pub(crate) fn edit_at_once(&self, path: &str, from: &str, to: &str) {
        let (path, new) = (self.root().join(path), self.root().join("new.tmp"));
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "no `{from}` in {text}");
        fs::write(&new, text.replacen(from, to, 1)).unwrap();
        fs::rename(new, path).unwrap();
    }

    pub(crate) fn edit(&self, path: &str, from: &str, to: &str) {
        let path = self.root().join(path);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "no `{from}` in {text}");
        fs::write(&path, text.replacen(from, to, 1)).unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A page of [`Site::new`].
pub(crate) const PAGE: &str = "/en/job-descriptions/tester/";
