//! Connections.

use std::convert::Infallible;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use http_body_util::combinators::BoxBody;
use http_body_util::{BodyExt, Channel, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::runtime;
use tokio::sync::Semaphore;

use super::Shared;
use super::answer::answer;
use super::client::FOLDER;
use super::request::{Answer, Asked, refuse};
use super::snapshot::Snapshot;
use crate::diagnostic::{Counts, Failure};

/// The most connections at a time; a browser holds up to six for each tab.
const MOST_CONNECTIONS: usize = 256;

/// How long a client may take to send the head of a request.
const SLOWEST_HEAD: Duration = Duration::from_secs(10);

/// The longest head of a request, in bytes.
const LONGEST_HEAD: usize = 16 * 1024;

/// How long a stream of events is silent at most.
const STILL_THERE: Duration = Duration::from_secs(15);

type Body = BoxBody<Bytes, Infallible>;

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
    let runtime = runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().map_err(failure())?;
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
    let connections = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    loop {
        let place = Arc::clone(&connections).acquire_owned().await.expect("it is never closed");
        // What goes wrong with one connection is no reason to end.
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let Ok(local) = stream.local_addr() else { continue };
        let _ = stream.set_nodelay(true);
        let shared = Arc::clone(shared);
        tokio::spawn(async move {
            let service = service_fn(move |request| respond(request, Arc::clone(&shared), local));
            let mut server = http1::Builder::new();
            server.timer(TokioTimer::new()).header_read_timeout(SLOWEST_HEAD).max_buf_size(LONGEST_HEAD);
            let _ = server.serve_connection(TokioIo::new(stream), service).await;
            drop(place);
        });
    }
}

async fn respond(
    request: Request<Incoming>,
    shared: Arc<Shared>,
    local: SocketAddr,
) -> Result<Response<Body>, Infallible> {
    let asked = match Asked::read(&request, &shared, local.ip()) {
        Ok(asked) => asked,
        Err(refusal) => return Ok(whole(*refusal)),
    };
    let mut latest = shared.latest.clone();
    // The first state comes a moment after the start.
    let snapshot = match latest.wait_for(Option::is_some).await {
        Ok(snapshot) => snapshot.clone().expect("it has been waited for"),
        Err(_) => return Ok(whole(*refuse(StatusCode::SERVICE_UNAVAILABLE, "the preview has ended"))),
    };
    if asked.path.ends_with(&format!("/{FOLDER}events")) {
        return Ok(if asked.is_from_here() {
            events(shared)
        } else {
            whole(*refuse(StatusCode::FORBIDDEN, "this is for pages of this server only"))
        });
    }
    let answered = tokio::task::spawn_blocking(move || answer(&asked, &shared, &snapshot)).await;
    Ok(whole(answered.unwrap_or_else(|_| *refuse(StatusCode::INTERNAL_SERVER_ERROR, "the preview has failed"))))
}

fn whole(answer: Answer) -> Response<Body> {
    answer.map(|bytes| Full::new(bytes).boxed())
}

/// A stream of events, one for each state of the site: <https://html.spec.whatwg.org/multipage/server-sent-events.html>.
fn events(shared: Arc<Shared>) -> Response<Body> {
    let (mut sender, body) = Channel::<Bytes, Infallible>::new(4);
    tokio::spawn(async move {
        let mut latest = shared.latest.clone();
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
    let mut response = Response::new(body.boxed());
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
