//! `rolebook completions`: the script that lets a shell complete commands and options.

use clap::{Args, CommandFactory};
use clap_complete::{Shell, generate};

use super::terminal::{Stream, Terminal, Verbosity};
use super::{Cli, CommandResult, Outcome};

/// The arguments of `rolebook completions`.
#[derive(Args)]
#[command(after_help = "Examples:
  rolebook completions bash > ~/.local/share/bash-completion/completions/rolebook
  rolebook completions fish > ~/.config/fish/completions/rolebook.fish")]
pub(super) struct Arguments {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) fn run(arguments: &Arguments) -> CommandResult {
    let mut script = Vec::new();
    generate(arguments.shell, &mut Cli::command(), "rolebook", &mut script);
    let script = String::from_utf8(script).expect("commands and options are UTF-8");
    Terminal::default().say(Verbosity::Normal, Stream::Output, &script)?;
    Ok(Outcome::Well)
}
