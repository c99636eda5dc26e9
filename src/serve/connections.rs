//! Who is connected, for how long nothing has moved, and how much memory answers hold.
//!
//! Clients that take a place, a file descriptor or memory and do nothing must not keep others out. So nobody is refused: when
//! something is used up, the connection on which nothing has moved for longest is closed, of the address that has most.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::{self, IoSlice};
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use hyper::body::Bytes;
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::sync::Notify;

/// The most connections at a time; a browser holds up to six for each tab.
const MOST_CONNECTIONS: usize = 256;

/// How many bytes of answers are held at most until they are read. What two answers share counts twice.
const MOST_HELD: usize = 256 * 1024 * 1024;

/// How long a client may take to read what the system can take in for it.
const SLOWEST_READ: Duration = Duration::from_secs(10);

/// All connections.
#[derive(Default)]
pub(super) struct Connections(Mutex<Vec<Arc<Connection>>>);

/// One of them.
pub(super) struct Connection {
    address: IpAddr,
    moves: Mutex<Moves>,
    /// How many bytes of its answers are in memory.
    held: AtomicUsize,
    /// Told when it is to be closed.
    closed: Notify,
}

/// What moves on a connection.
#[derive(Clone, Copy)]
struct Moves {
    /// When a byte last came or went, or began to wait for being read.
    last: Instant,
    /// Whether bytes wait for being read.
    is_sending: bool,
}

impl Connections {
    /// Takes in a connection, and closes another if there are too many.
    pub(super) fn open(&self, address: IpAddr) -> Arc<Connection> {
        let moves = Mutex::new(Moves { last: Instant::now(), is_sending: false });
        let connection = Arc::new(Connection { address, moves, held: AtomicUsize::new(0), closed: Notify::new() });
        let mut all = self.all();
        if all.len() >= MOST_CONNECTIONS {
            close_quietest(&mut all, |_| true);
        }
        all.push(Arc::clone(&connection));
        connection
    }

    /// Forgets a connection that has ended.
    pub(super) fn forget(&self, connection: &Arc<Connection>) {
        self.all().retain(|other| !Arc::ptr_eq(other, connection));
    }

    /// Closes a connection, so that the system can open something.
    pub(super) fn make_room(&self) {
        close_quietest(&mut self.all(), |_| true);
    }

    /// Closes the connections that do not read what is sent.
    pub(super) fn close_stalled(&self) {
        self.all().retain(|connection| {
            let Moves { last, is_sending } = connection.moves();
            let is_stalled = is_sending && last.elapsed() > SLOWEST_READ;
            if is_stalled {
                connection.closed.notify_one();
            }
            !is_stalled
        });
    }

    /// Notes that a connection holds bytes until they are read, and closes others if that is too much.
    pub(super) fn hold(&self, connection: &Arc<Connection>, bytes: Bytes) -> Bytes {
        connection.held.fetch_add(bytes.len(), Ordering::Relaxed);
        let held = Bytes::from_owner(Held { bytes, connection: Arc::clone(connection) });
        let mut all = self.all();
        let is_other = |other: &Arc<Connection>| other.held() > 0 && !Arc::ptr_eq(other, connection);
        while all.iter().map(|connection| connection.held()).sum::<usize>() > MOST_HELD {
            if !close_quietest(&mut all, is_other) {
                break;
            }
        }
        held
    }

    fn all(&self) -> MutexGuard<'_, Vec<Arc<Connection>>> {
        self.0.lock().expect("no thread panics while it holds the lock")
    }
}

/// Closes the connection on which nothing has moved for longest, of the address that has most of them. Says whether there was one.
fn close_quietest(all: &mut Vec<Arc<Connection>>, counts: impl Fn(&Arc<Connection>) -> bool) -> bool {
    let mut of_address: BTreeMap<IpAddr, usize> = BTreeMap::new();
    for connection in all.iter().filter(|connection| counts(connection)) {
        *of_address.entry(connection.address).or_default() += 1;
    }
    let candidates = all.iter().enumerate().filter(|(_, connection)| counts(connection));
    let key = |connection: &Connection| (of_address[&connection.address], Reverse(connection.moves().last));
    let Some((place, _)) = candidates.max_by_key(|(_, connection)| key(connection)) else { return false };
    all.swap_remove(place).closed.notify_one();
    true
}

impl Connection {
    /// Waits until it is to be closed.
    pub(super) async fn closed(&self) {
        self.closed.notified().await;
    }

    fn held(&self) -> usize {
        self.held.load(Ordering::Relaxed)
    }

    fn moves(&self) -> Moves {
        *self.moves.lock().expect("no thread panics while it holds the lock")
    }

    /// Notes whether bytes could be sent.
    fn note_sent<T>(&self, sent: Poll<T>) -> Poll<T> {
        let mut moves = self.moves.lock().expect("no thread panics while it holds the lock");
        if sent.is_ready() || !moves.is_sending {
            *moves = Moves { last: Instant::now(), is_sending: sent.is_pending() };
        }
        sent
    }

    fn note_received<T>(&self, received: Poll<T>) -> Poll<T> {
        let mut moves = self.moves.lock().expect("no thread panics while it holds the lock");
        // Who asks on and reads nothing has not moved.
        if received.is_ready() && !moves.is_sending {
            moves.last = Instant::now();
        }
        drop(moves);
        received
    }
}

/// Bytes that a connection holds.
struct Held {
    bytes: Bytes,
    connection: Arc<Connection>,
}

impl AsRef<[u8]> for Held {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.connection.held.fetch_sub(self.bytes.len(), Ordering::Relaxed);
    }
}

/// The bytes of a connection, which notes when they move.
pub(super) struct Line {
    stream: TokioIo<TcpStream>,
    connection: Arc<Connection>,
}

impl Line {
    pub(super) fn new(stream: TcpStream, connection: Arc<Connection>) -> Self {
        Self { stream: TokioIo::new(stream), connection }
    }
}

impl Read for Line {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: ReadBufCursor<'_>) -> Poll<io::Result<()>> {
        let received = Pin::new(&mut self.stream).poll_read(cx, buf);
        self.connection.note_received(received)
    }
}

impl Write for Line {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let sent = Pin::new(&mut self.stream).poll_write(cx, buf);
        self.connection.note_sent(sent)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let sent = Pin::new(&mut self.stream).poll_write_vectored(cx, bufs);
        self.connection.note_sent(sent)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 168, 0, 5));
    const OTHER: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 168, 0, 6));

    fn is_open(connections: &Connections, connection: &Arc<Connection>) -> bool {
        connections.all().iter().any(|open| Arc::ptr_eq(open, connection))
    }

    // R24
    #[test]
    fn who_has_most_and_moves_least_makes_room() {
        let connections = Connections::default();
        let few: Vec<_> = (0..6).map(|_| connections.open(OTHER)).collect();
        let many: Vec<_> = (6..MOST_CONNECTIONS).map(|_| connections.open(ONE)).collect();
        let _ = many[0].note_received(Poll::Ready(()));
        let newest = connections.open(ONE);
        assert!(!is_open(&connections, &many[1]) && is_open(&connections, &many[0]) && is_open(&connections, &newest));
        let another = connections.open(OTHER);
        assert!(!is_open(&connections, &many[2]) && is_open(&connections, &another));
        assert!(few.iter().all(|connection| is_open(&connections, connection)));
        assert_eq!(connections.all().len(), MOST_CONNECTIONS);
    }

    // R24
    #[test]
    fn answers_hold_so_much_and_no_more() {
        let connections = Connections::default();
        let large = Bytes::from(vec![0; MOST_HELD / 2]);
        let all: Vec<_> = (0..4).map(|_| connections.open(ONE)).collect();
        let first = connections.hold(&all[0], large.clone());
        let _second = connections.hold(&all[1], large.clone());
        assert!(all.iter().all(|connection| is_open(&connections, connection)));
        let _third = connections.hold(&all[2], large.clone());
        assert!(!is_open(&connections, &all[0]), "the first has waited for longest");
        assert!(is_open(&connections, &all[3]), "it holds nothing");
        drop(first);
        assert_eq!(all[0].held(), 0);
        // One alone may hold more than there is for all: it could never be answered otherwise.
        let _whole = connections.hold(&all[3], Bytes::from(vec![0; MOST_HELD + 1]));
        assert!(is_open(&connections, &all[3]) && !is_open(&connections, &all[1]) && !is_open(&connections, &all[2]));
    }

    // R24
    #[test]
    fn who_does_not_read_is_stalled_who_has_nothing_to_read_is_not() {
        let connections = Connections::default();
        let [reads, stalls, idles] = [(); 3].map(|()| connections.open(ONE));
        let long_ago = Instant::now().checked_sub(2 * SLOWEST_READ).expect("the machine has run for that long");
        for connection in [&reads, &stalls, &idles] {
            connection.moves.lock().unwrap().last = long_ago;
        }
        let _ = idles.note_sent(Poll::Ready(()));
        idles.moves.lock().unwrap().last = long_ago;
        let _ = stalls.note_sent::<()>(Poll::Pending);
        stalls.moves.lock().unwrap().last = long_ago;
        let _ = (stalls.note_sent::<()>(Poll::Pending), stalls.note_received(Poll::Ready(())));
        let _ = reads.note_sent::<()>(Poll::Pending);
        connections.close_stalled();
        assert!(is_open(&connections, &reads) && !is_open(&connections, &stalls) && is_open(&connections, &idles));
    }
}
