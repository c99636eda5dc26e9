//! The preview: a site in memory, served over HTTP, that follows its files.
//!
//! One thread watches the files (`watch.rs`) and makes the site again (`workshop.rs`); what it has made is a [`Snapshot`],
//! of which all connections (`http.rs`) see the latest. A client that takes all that there is and gives nothing is cut off
//! (`connections.rs`). Pages are rendered when they are asked for (`snapshot.rs`). What a browser gets on top of the page,
//! the scripts of `client/` and what they ask for (`api.rs`), is added at the very edge: built files never have it.

mod answer;
mod api;
mod client;
mod connections;
mod content;
mod editor;
mod folders;
mod headers;
mod http;
mod kept;
#[cfg(any(test, fuzzing))]
mod property;
mod refusal;
mod request;
pub mod snapshot;
mod watch;
mod workshop;

use std::net::{IpAddr, SocketAddr, TcpListener, UdpSocket};
use std::ops::ControlFlow;
use std::sync::Arc;

use tokio::sync::watch as channel;

use crate::diagnostic::Failure;
use crate::load::Root;
use crate::resolve::Options;
pub use editor::Editor;
use http::Ended;
#[cfg(any(test, fuzzing))]
pub use property::Requests;
pub use refusal::Refusal;
use snapshot::Snapshot;
pub use watch::Watching;

/// How a site is previewed.
pub struct Preview {
    /// The folder of the site.
    pub root: Root,
    /// What the command line says about the site.
    pub options: Options,
    /// The name or address at which to listen.
    pub host: String,
    /// The port.
    pub port: Port,
    /// How changes of files are noticed.
    pub watching: Watching,
    /// How links to source files open an editor.
    pub editor: Editor,
}

/// The port of a preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Port {
    /// This one or none.
    Chosen(u16),
    /// This one or, if it is taken, any other.
    Preferred(u16),
}

/// Who is told what a preview does.
pub trait Observer: Send + 'static {
    /// It listens.
    fn listening(&self, listening: &Listening);
    /// The system does not tell of changes, and the files are looked at instead.
    fn refused(&self, why: &Refusal);
    /// The site has been read. A break ends the preview.
    fn read(&mut self, site: &Snapshot) -> ControlFlow<()>;
}

/// Where a preview listens.
#[derive(Clone, Debug)]
pub struct Listening {
    /// For browsers on this machine.
    pub address: String,
    /// For others, if there can be any.
    pub from_elsewhere: Option<String>,
    /// The port that was asked for.
    pub wanted: Port,
    /// The port that it is.
    pub port: u16,
}

/// All that connections share.
struct Shared {
    /// The latest state of the site; the first one comes after a moment.
    latest: channel::Receiver<Option<Arc<Snapshot>>>,
    /// The host as the user has named it.
    host: String,
    editor: Editor,
}

impl Preview {
    /// Serves until the user ends it, or the observer does.
    ///
    /// # Errors
    ///
    /// If there is no site, or nothing can be served at the address.
    pub fn run(self, mut observer: impl Observer) -> Result<(), Failure> {
        let listener = self.listen()?;
        let at = listener.local_addr().map_err(Failure::to("listen at", &self.host))?;
        let root = self.root.absolute()?;
        // What changes while the files are read must not be missed.
        let watcher = watch::Watcher::new(root.folder(), self.watching);
        let workshop = workshop::Workshop::open(root, self.options)?;
        let mut watcher = watcher?;
        observer.listening(&Listening {
            address: format!("http://{}/", named(&self.host, at)),
            from_elsewhere: own_address(at).map(|own| format!("http://{}/", SocketAddr::new(own, at.port()))),
            wanted: self.port,
            port: at.port(),
        });
        let (sender, latest) = channel::channel(None);
        let shared = Arc::new(Shared { latest, host: self.host, editor: self.editor });
        let workshop = std::thread::spawn(move || workshop.run(&mut watcher, &sender, &mut observer));
        if let Ended::WithWorkshop = http::serve(listener, &shared)? {
            workshop.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        }
        Ok(())
    }

    /// Opens the port.
    fn listen(&self) -> Result<TcpListener, Failure> {
        let open = |port: u16| TcpListener::bind((self.host.as_str(), port));
        let (Port::Chosen(port) | Port::Preferred(port)) = self.port;
        match open(port) {
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse && self.port == Port::Preferred(port) => {
                open(0).map_err(Failure::to("listen at", &self.host))
            }
            opened => opened
                .map_err(Failure::to("listen at", format!("{}:{port}", self.host)))
                .map_err(|failure| failure.help("choose another port with `--port`, or leave it out")),
        }
    }
}

/// What to call an address on this machine.
fn named(host: &str, at: SocketAddr) -> String {
    if at.ip().is_unspecified() {
        return format!("localhost:{}", at.port());
    }
    if host.parse::<IpAddr>().is_ok() { at.to_string() } else { format!("{host}:{}", at.port()) }
}

/// The address under which others find this machine, if they can.
fn own_address(at: SocketAddr) -> Option<IpAddr> {
    if at.ip().is_loopback() {
        return None;
    }
    if !at.ip().is_unspecified() {
        return Some(at.ip());
    }
    // Nothing is sent: the system only says from where it would be.
    let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
    socket.connect("192.0.2.1:9").ok()?;
    socket.local_addr().ok().map(|own| own.ip()).filter(|own| !own.is_loopback())
}
