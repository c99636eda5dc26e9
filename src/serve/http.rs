//! HTTP: who may ask, how fast, and what is sent.

use std::convert::Infallible;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use http_body_util::Channel;
use hyper::body::{Bytes, Incoming};
use hyper::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioTimer;
use tokio::net::TcpStream;
use tokio::runtime;
use tokio::sync::Semaphore;

use super::Shared;
use super::answer::answer;
use super::client::FOLDER;
use super::connections::{Connection, Connections, Line};
use super::content::Body;
use super::request::{Answer, Asked, refuse};
use super::snapshot::Snapshot;
use crate::diagnostic::{Counts, Failure};
use crate::process;

/// How long a client may take to send the head of a request.
const SLOWEST_HEAD: Duration = Duration::from_secs(10);

/// The longest head of a request, in bytes.
const LONGEST_HEAD: usize = 16 * 1024;

/// How many bytes of a connection the system holds until they are read. Left alone it would hold megabytes.
const SEND_BUFFER: usize = 128 * 1024;

/// How many answers are made at a time.
const AT_ONCE: usize = 16;

/// How many threads read files and make answers.
const THREADS: usize = 2 * AT_ONCE;

/// How often to look for connections that do not read.
const LOOK: Duration = Duration::from_secs(1);

/// How long to wait until the system may open something again.
const REST: Duration = Duration::from_millis(50);

/// How long a stream of events is silent at most.
const STILL_THERE: Duration = Duration::from_secs(15);

/// What serving takes.
struct Desk {
    shared: Arc<Shared>,
    connections: Connections,
    /// Answers wait for these here, not in the queue of the runtime: who has gone leaves the line.
    hands: Arc<Semaphore>,
}

/// Why nothing is served any more.
pub(super) enum Ended {
    /// The user has pressed Ctrl-C.
    ByUser,
    /// No further state of the site can come.
    WithWorkshop,
}

/// Serves until the user or the workshop ends it.
pub(super) fn serve(listener: TcpListener, shared: &Arc<Shared>) -> Result<Ended, Failure> {
    let failure = || Failure::to("serve at", &shared.host);
    listener.set_nonblocking(true).map_err(failure())?;
    process::can_open_files().map_err(failure())?;
    let mut runtime = runtime::Builder::new_multi_thread();
    let runtime = runtime.worker_threads(2).max_blocking_threads(THREADS).enable_all().build().map_err(failure())?;
    let served = runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        tokio::select! {
            never = accept(&listener, shared) => match never {},
            pressed = tokio::signal::ctrl_c() => pressed.map(|()| Ended::ByUser),
            () = last_state(shared) => Ok(Ended::WithWorkshop),
        }
    });
    runtime.shutdown_background();
    served.map_err(failure())
}

/// Waits until there can be no further state of the site.
async fn last_state(shared: &Shared) {
    let mut latest = shared.latest.clone();
    while latest.changed().await.is_ok() {}
}

async fn accept(listener: &tokio::net::TcpListener, shared: &Arc<Shared>) -> Infallible {
    let hands = Arc::new(Semaphore::new(AT_ONCE));
    let desk = Arc::new(Desk { shared: Arc::clone(shared), connections: Connections::default(), hands });
    let mut look = tokio::time::interval(LOOK);
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, from)) => open(stream, from, &desk),
                Err(error) if is_of_one_connection(&error) => {}
                // Most likely, too much is open.
                Err(_) => {
                    desk.connections.make_room();
                    tokio::time::sleep(REST).await;
                }
            },
            _ = look.tick() => desk.connections.close_stalled(),
        }
    }
}

/// Whether a connection could not be accepted for reasons of its own.
fn is_of_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    [ConnectionAborted, ConnectionRefused, ConnectionReset].contains(&error.kind())
}

/// Answers what is asked on a connection, until it ends or is to be closed.
fn open(stream: TcpStream, from: SocketAddr, desk: &Arc<Desk>) {
    let Ok(local) = stream.local_addr() else { return };
    // What the system does not grant makes the connection slower or larger, not wrong.
    let _ = stream.set_nodelay(true);
    let _ = socket2::SockRef::from(&stream).set_send_buffer_size(SEND_BUFFER);
    let connection = desk.connections.open(from.ip());
    let desk = Arc::clone(desk);
    tokio::spawn(async move {
        let line = Line::new(stream, Arc::clone(&connection));
        let service = service_fn(|request| respond(request, &desk, &connection, local));
        let mut server = http1::Builder::new();
        server.timer(TokioTimer::new()).header_read_timeout(SLOWEST_HEAD).max_buf_size(LONGEST_HEAD);
        tokio::select! {
            _ = server.serve_connection(line, service) => desk.connections.forget(&connection),
            () = connection.closed() => {}
        }
    });
}

async fn respond(
    request: Request<Incoming>,
    desk: &Desk,
    connection: &Arc<Connection>,
    local: SocketAddr,
) -> Result<Response<Body>, Infallible> {
    let shared = &desk.shared;
    let answered = match Asked::read(&request, shared, local.ip()) {
        Ok(asked) if asked.path.ends_with(&format!("/{FOLDER}events")) && asked.is_from_here() => {
            return Ok(events(shared));
        }
        Ok(asked) => made(asked, desk).await,
        Err(refusal) => *refusal,
    };
    Ok(answered.map(|mut content| {
        for bytes in content.bytes_mut() {
            *bytes = desk.connections.hold(connection, std::mem::take(bytes));
        }
        content.into_body()
    }))
}

/// The answer, once the site has been read.
async fn made(asked: Asked, desk: &Desk) -> Answer {
    let mut latest = desk.shared.latest.clone();
    // The first state comes a moment after the start.
    let snapshot = match latest.wait_for(Option::is_some).await {
        Ok(snapshot) => snapshot.clone().expect("it has been waited for"),
        Err(_) => return *refuse(StatusCode::SERVICE_UNAVAILABLE, "the preview has ended"),
    };
    let hand = Arc::clone(&desk.hands).acquire_owned().await.expect("it is never closed");
    let shared = Arc::clone(&desk.shared);
    let making = tokio::task::spawn_blocking(move || {
        // Held by the work itself, which goes on if nobody waits for it any more.
        let _hand = hand;
        answer(&asked, &shared, &snapshot)
    });
    making.await.unwrap_or_else(|_| *refuse(StatusCode::INTERNAL_SERVER_ERROR, "the preview has failed"))
}

/// A stream of events, one for each state of the site: <https://html.spec.whatwg.org/multipage/server-sent-events.html>.
fn events(shared: &Shared) -> Response<Body> {
    let (mut sender, body) = Channel::new(4);
    let mut latest = shared.latest.clone();
    tokio::spawn(async move {
        let _ = sender.send_data(Bytes::from_static(b"retry: 500\n\n")).await;
        let mut event = latest.borrow_and_update().as_deref().map(self::event);
        loop {
            // Without news a comment, so that a connection that nobody reads any more ends.
            let data = event.take().unwrap_or(Bytes::from_static(b": nothing new\n\n"));
            if sender.send_data(data).await.is_err() {
                return;
            }
            match tokio::time::timeout(STILL_THERE, latest.changed()).await {
                Ok(Ok(())) => event = latest.borrow_and_update().as_deref().map(self::event),
                Ok(Err(_)) => return,
                Err(_) => {}
            }
        }
    });
    let mut response = Response::new(body);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn event(snapshot: &Snapshot) -> Bytes {
    let Counts { errors, warnings, hints } = snapshot.counts();
    let data = serde_json::json!({
        "number": snapshot.number,
        "errors": errors,
        "warnings": warnings,
        "hints": hints,
    });
    Bytes::from(format!("event: snapshot\ndata: {data}\n\n"))
}
