//! `rolebook serve`: a preview that follows the files.

use std::fmt::Write;
use std::sync::Mutex;

use clap::Args;
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

use super::report::{self, in_words, plural};
use super::{CommandResult, Outcome, SiteArguments};
use crate::serve::snapshot::Snapshot;
use crate::serve::{Editor, Listening, Port, Preview, Terminal, Watching};

/// The port if none is chosen.
const PORT: u16 = 4000;

/// The arguments of `rolebook serve`.
#[derive(Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    site: SiteArguments,
    /// The port, or 0 for any; without it 4000 or, if that is taken, any
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
    /// Report nothing but mistakes
    #[arg(long, short)]
    quiet: bool,
}

pub(super) fn run(arguments: &Arguments) -> CommandResult {
    let preview = Preview {
        root: arguments.site.root.clone(),
        options: arguments.site.options(),
        host: arguments.host.clone(),
        port: arguments.port.map_or(Port::Preferred(PORT), Port::Chosen),
        watching: if arguments.poll { Watching::Polling } else { Watching::Automatic },
        editor: arguments.editor.clone(),
    };
    preview.run(Screen { open: arguments.open, quiet: arguments.quiet, told: Mutex::default() })?;
    Ok(Outcome::Well)
}

/// The terminal of the user.
struct Screen {
    open: bool,
    quiet: bool,
    /// The mistakes that have been shown last: what has not changed is not repeated.
    told: Mutex<String>,
}

impl Terminal for Screen {
    fn listening(&self, listening: &Listening) {
        let Listening { address, from_elsewhere, instead_of } = listening;
        let mut text = String::new();
        if let Some(port) = instead_of {
            let _ = writeln!(text, "port {port} is taken; another serves as well");
        }
        let _ = writeln!(text, "preview at {address} (Ctrl-C ends it)");
        if let Some(other) = from_elsewhere {
            let _ = writeln!(text, "from other devices: {other}");
            if let Ok(code) = QrCode::new(other) {
                let _ = writeln!(text, "{}", code.render::<Dense1x2>().build());
            }
        }
        print!("{text}");
        if self.open && open::that_detached(address).is_err() {
            eprintln!("no browser could be opened");
        }
    }

    fn read(&self, site: &Snapshot) {
        if let Some(failure) = &site.failure {
            eprintln!("error: {failure}");
        }
        let mistakes = report::human(&site.diagnostics, &site.sources);
        let mut told = self.told.lock().expect("no thread panics while it holds the lock");
        if *told != mistakes {
            eprint!("{mistakes}");
            *told = mistakes;
        }
        if !self.quiet {
            let pages = plural(site.pages(), "page");
            let mistakes = report::count_mistakes(&site.diagnostics);
            println!("{pages}, {mistakes}, in {}", in_words(site.time));
        }
    }
}
