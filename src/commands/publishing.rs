//! What the commands that publish have in common: how they do it, whom they wait for, and how they end when told to.

use std::path::Path;

use clap::Args;
use tokio::runtime;

use super::terminal::{Stream, Terminal, Verbosity};
use crate::diagnostic::{Failure, first_of};
use crate::process;
use crate::shard::Shard;
use crate::write::{
    Change, Chosen, Durability, Flaw, Foreign, IfBusy, Interruption, Lock, LockNews, Manner, OutputFolder, Publication,
    Stopped, Trust, Written,
};

/// The arguments of commands that publish.
#[derive(Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of the command line; what they mean is `Manner`")]
pub(super) struct PublishArguments {
    /// Publish all at once: readers see the site as it was or as it is, never both
    #[arg(long)]
    atomic: bool,
    /// Take over files in the output that no build has made, where this one writes
    #[arg(long)]
    adopt: bool,
    /// Make and compare everything, even what seems not to have changed
    #[arg(long, conflicts_with = "trust_record")]
    checksum: bool,
    /// Believe the record of the last build although it was copied, as from a cache
    #[arg(long)]
    trust_record: bool,
    /// Do not wait until files are safe from a crash of the system
    #[arg(long)]
    no_sync: bool,
    /// Fail if another build is publishing to the output, instead of waiting for it
    #[arg(long)]
    no_wait: bool,
}

impl PublishArguments {
    /// How to publish.
    pub(super) fn manner(&self) -> Manner {
        Manner {
            change: if self.atomic { Change::AtOnce } else { Change::FileByFile },
            foreign: if self.adopt { Foreign::Adopt } else { Foreign::Refuse },
            durability: if self.no_sync { Durability::Unsynced } else { Durability::Synced },
            trust: match (self.checksum, self.trust_record) {
                (true, _) => Trust::Nothing,
                (_, true) => Trust::AnyRecord,
                _ => Trust::OwnRecord,
            },
        }
    }

    /// Takes the lock of an output. Says whether it had to wait for it, so that what it has read before may be old.
    pub(super) fn begin(
        &self,
        output: &Path,
        chosen: Chosen,
        root: &Path,
        shard: Option<Shard>,
        terminal: &Terminal,
    ) -> Result<(Publication, Waited), Failure> {
        let output = OutputFolder::find(output, chosen, root, shard)?;
        process::can_open_files().map_err(Failure::to("publish to", output.path()))?;
        let interruption = Interruption::default();
        end_when_told(interruption.clone(), terminal.another());
        let if_busy = if self.no_wait { IfBusy::Fail } else { IfBusy::Wait };
        let mut waited = Waited(false);
        let mut tell = |news| {
            let shown = output.path().display();
            let text = match news {
                LockNews::Waiting { holder } => {
                    waited = Waited(true);
                    format!("{holder} is publishing to `{shown}`; waiting for it")
                }
                LockNews::Leftover { path } => {
                    let path = path.display();
                    format!(
                        "`{path}` stays: an earlier build has left it, or somebody else; remove it if nobody needs it"
                    )
                }
                LockNews::Unsupported => {
                    format!("the file system of `{shown}` has no locks; let no two builds publish there at once")
                }
            };
            // A build is of use even if nothing can be said.
            let _ = terminal.say(Verbosity::Quiet, Stream::Error, &text);
        };
        let lock = Lock::take(&output, if_busy, &interruption, &mut tell)?;
        Ok((Publication { output, lock, manner: self.manner(), interruption }, waited))
    }
}

/// Says why the record of the last build is not believed, if it is not.
pub(super) fn tell_flaw(flaw: Option<Flaw>, terminal: &Terminal) {
    let why = match flaw {
        None => return,
        Some(Flaw::Damaged) => "is damaged",
        Some(Flaw::OtherVersion) => "is of another version of the program",
        Some(Flaw::Elsewhere) => "was written elsewhere",
    };
    // A build is of use even if nothing can be said.
    let text = format!("the record of the last build {why}: everything is made again");
    let _ = terminal.say(Verbosity::Normal, Stream::Error, &text);
}

/// Names files of earlier builds that stay, if there are any.
pub(super) fn tell_left(written: &Written, terminal: &Terminal) {
    if let Some(path) = &written.left_behind {
        let text = format!("cannot remove `{}`, which the output was before; remove it yourself", path.display());
        let _ = terminal.say(Verbosity::Quiet, Stream::Error, &text);
    }
    if written.left.is_empty() {
        return;
    }
    let why = "files that are no longer made stay, since somebody has changed them after a build had made them";
    let _ = terminal.say(Verbosity::Quiet, Stream::Error, &format!("{why}:{}", first_of(written.left.iter())));
}

/// Whether another build had to end first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Waited(pub(super) bool);

/// Ends the process when it is told to, with nothing left of the build; if files are changing, when all are there. A second
/// signal ends it at once.
fn end_when_told(interruption: Interruption, terminal: Terminal) {
    // Without a thread for it, the system ends the process as it always does.
    let Ok(runtime) = runtime::Builder::new_current_thread().enable_all().build() else { return };
    let Some(mut signals) = runtime.block_on(async { Signals::listen() }) else { return };
    let wait = move || {
        let signal = runtime.block_on(signals.next());
        if interruption.stop() == Stopped::WhenPublished {
            let _ = terminal.say(Verbosity::Quiet, Stream::Error, "told to end: it ends when all is published");
            runtime.block_on(signals.next());
        } else {
            let _ = terminal.say(Verbosity::Quiet, Stream::Error, "told to end: nothing was published");
        }
        std::process::exit(128 + signal);
    };
    let _ = std::thread::Builder::new().name("signals".to_owned()).spawn(wait);
}

/// The signals by which people and systems tell a process to end.
struct Signals {
    #[cfg(unix)]
    terminated: tokio::signal::unix::Signal,
    #[cfg(unix)]
    interrupted: tokio::signal::unix::Signal,
    /// Nothing if the process is to go on when its terminal is closed.
    #[cfg(unix)]
    hung_up: Option<tokio::signal::unix::Signal>,
    #[cfg(windows)]
    interrupted: tokio::signal::windows::CtrlC,
}

impl Signals {
    /// From now on, the signals no longer end the process by themselves.
    fn listen() -> Option<Self> {
        #[cfg(unix)]
        {
            use tokio::signal::unix::{SignalKind, signal};
            let listen = |kind| signal(kind).ok();
            let (interrupted, terminated) = (listen(SignalKind::interrupt())?, listen(SignalKind::terminate())?);
            // Where nobody knows whether it is ignored, the system ends the process or does not, as it always does.
            let is_heard = cfg!(target_os = "linux") && !process::ignores_hangups();
            let hung_up = if is_heard { listen(SignalKind::hangup()) } else { None };
            Some(Self { terminated, interrupted, hung_up })
        }
        #[cfg(windows)]
        return Some(Self { interrupted: tokio::signal::windows::ctrl_c().ok()? });
        #[cfg(not(any(unix, windows)))]
        None
    }

    /// Waits for the next, and gives its number.
    async fn next(&mut self) -> i32 {
        const INTERRUPT: i32 = 2;
        #[cfg(unix)]
        {
            const HANGUP: i32 = 1;
            const TERMINATE: i32 = 15;
            let hung_up = async {
                match &mut self.hung_up {
                    Some(signal) => signal.recv().await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                _ = self.interrupted.recv() => INTERRUPT,
                _ = self.terminated.recv() => TERMINATE,
                _ = hung_up => HANGUP,
            }
        }
        #[cfg(not(unix))]
        {
            #[cfg(windows)]
            self.interrupted.recv().await;
            INTERRUPT
        }
    }
}
