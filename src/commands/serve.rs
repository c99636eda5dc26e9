//! `rolebook serve`: a preview that follows the files.

use std::ops::ControlFlow;

use clap::Args;
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

use super::news::{News, Told};
use super::printable::printable_name;
use super::terminal::{Said, Stream, Terminal, Verbosity};
use super::timings::in_words;
use super::{CommandResult, Outcome, SiteArguments};
use crate::diagnostic::{Counts, Diagnostic, plural};
use crate::serve::snapshot::Snapshot;
use crate::serve::{Editor, Listening, Observer, Port, Preview, Refusal, Watching};

/// The port if none is chosen.
const PORT: u16 = 4000;

/// The arguments of `rolebook serve`.
#[derive(Args)]
#[command(after_help = "Examples:
  rolebook serve --open
  rolebook serve --drafts --host 0.0.0.0 --port 8080")]
pub(super) struct Arguments {
    #[command(flatten)]
    site: SiteArguments,
    /// The port, or 0 for any; defaults to 4000 or, if that is in use, any
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// The address or name at which to listen; 0.0.0.0 for other devices in the network, too
    #[arg(long, value_name = "HOST", default_value = "127.0.0.1")]
    host: String,
    /// Open the site in the browser
    #[arg(long)]
    open: bool,
    /// Look at all files twice a second instead of waiting for the system to tell of changes
    #[arg(long)]
    poll: bool,
    /// How links to source files open an editor: vscode, vscodium, cursor, zed, idea, sublime, emacs, none, or an address
    /// with {path}, {line} and {column}
    #[arg(long, value_name = "EDITOR", default_value = "vscode")]
    editor: Editor,
    /// Report nothing but errors and warnings
    #[arg(long, short)]
    quiet: bool,
}

pub(super) fn run(arguments: &Arguments) -> CommandResult {
    let preview = Preview {
        root: arguments.site.root()?,
        options: arguments.site.options(),
        host: arguments.host.clone(),
        port: arguments.port.map_or(Port::Preferred(PORT), Port::Chosen),
        watching: if arguments.poll { Watching::Polling } else { Watching::Automatic },
        editor: arguments.editor.clone(),
    };
    let verbosity = if arguments.quiet { Verbosity::Quiet } else { Verbosity::Normal };
    let terminal = Terminal::new(verbosity);
    preview.run(Screen { open: arguments.open, terminal, told: Told::default(), failure: None })?;
    Ok(Outcome::Well)
}

/// What the user sees of a preview.
struct Screen {
    open: bool,
    terminal: Terminal,
    told: Told,
    /// Why the files could not be read the last time.
    failure: Option<String>,
}

impl Screen {
    fn welcome(&self, listening: &Listening) -> Said {
        let Listening { address, from_elsewhere, wanted, port } = listening;
        let (Port::Chosen(number) | Port::Preferred(number)) = *wanted;
        // Who wants to hear of mistakes only knows the address, unless it is another.
        let least = if number == *port { Verbosity::Normal } else { Verbosity::Quiet };
        if *wanted == Port::Preferred(number) && number != *port {
            self.terminal.say(least, Stream::Error, &format!("port {number} is in use; using another"))?;
        }
        self.terminal.say(least, Stream::Output, &format!("preview at {address} (Ctrl-C ends it)"))?;
        if let Some(other) = from_elsewhere {
            let code = QrCode::new(other).map(|code| code.render::<Dense1x2>().build()).unwrap_or_default();
            self.terminal.say(least, Stream::Output, &format!("from other devices: {other}\n{code}"))?;
        }
        if self.open && open::that_detached(address).is_err() {
            self.terminal.say(Verbosity::Quiet, Stream::Error, "no browser could be opened")?;
        }
        Ok(())
    }

    /// Shows what is new; that something is solved takes one line.
    fn show(&mut self, site: &Snapshot) -> Said {
        let failed = std::mem::replace(&mut self.failure, site.failure.clone());
        match (failed, &site.failure) {
            (failed, Some(failure)) if failed.as_ref() != Some(failure) => self.terminal.failure(failure),
            (Some(failed), None) => self.say(&format!("solved: {}", failed.lines().next().unwrap_or_default()))?,
            _ => {}
        }
        let diagnostics = self.terminal.verbosity.select(&site.diagnostics);
        let News { new, solved } = self.told.update(&diagnostics, &site.sources, site.looked_at);
        self.terminal.diagnostics(Stream::Error, &new, &site.sources)?;
        if !solved.is_empty() {
            self.say(&in_one_line(&solved))?;
        }
        let (pages, counts, time) = (plural(site.pages(), "page"), site.counts(), in_words(site.time));
        self.say(&format!("{pages}, {counts}, in {time}"))
    }

    fn say(&self, text: &str) -> Said {
        self.terminal.say(Verbosity::Normal, Stream::Output, text)
    }
}

/// What is solved: by name if it is one.
fn in_one_line(solved: &[Diagnostic]) -> String {
    let [Diagnostic { severity, code, message, place, .. }] = solved else {
        return format!("solved: {}", Counts::of(solved));
    };
    let file = place.as_ref().map(|place| format!(" ({})", place.file)).unwrap_or_default();
    printable_name(&format!("solved: {}[{code}]: {message}{file}", severity.as_str()))
}

impl Observer for Screen {
    fn listening(&self, listening: &Listening) {
        // A preview is of use even if nothing can be said.
        let _ = self.welcome(listening);
    }

    fn refused(&self, why: &Refusal) {
        let _ = self.terminal.say(Verbosity::Quiet, Stream::Error, &why.to_string());
    }

    fn read(&mut self, site: &Snapshot) -> ControlFlow<()> {
        let _ = self.show(site);
        if self.terminal.is_abandoned() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}
