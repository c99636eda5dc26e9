//! `rolebook man`: the manual pages, one for each command.

use std::path::PathBuf;

use clap::{Args, Command, CommandFactory};
use clap_mangen::Man;

use super::terminal::{Stream, Terminal, Verbosity};
use super::{Cli, CommandResult, Outcome};
use crate::diagnostic::plural;
use crate::write;

/// The arguments of `rolebook man`.
#[derive(Args)]
#[command(after_help = "Examples:
  rolebook man ~/.local/share/man/man1
  rolebook man | man -l -")]
pub(super) struct Arguments {
    /// The folder for the pages of all commands, created if it is missing; without one, prints the first page
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> CommandResult {
    let mut program = Cli::command().disable_help_subcommand(true);
    program.build();
    let said = match &arguments.folder {
        Some(folder) => {
            let pages = pages(&program);
            write::replace_all(folder, &pages)?;
            format!("wrote {} to `{}`", plural(pages.len(), "page"), folder.display())
        }
        None => text(&Man::new(program)),
    };
    Terminal::default().say(Verbosity::Normal, Stream::Output, &said)?;
    Ok(Outcome::Well)
}

/// The pages of a command and of those below it, by the names of their files.
fn pages(command: &Command) -> Vec<(String, String)> {
    let man = Man::new(command.clone());
    let own = (man.get_filename(), text(&man));
    [own].into_iter().chain(command.get_subcommands().flat_map(pages)).collect()
}

fn text(page: &Man) -> String {
    let mut bytes = Vec::new();
    page.render(&mut bytes).expect("a page fits into memory");
    let text = String::from_utf8(bytes).expect("commands and options are UTF-8");
    // What stands after the options are examples, which `clap_mangen` does not know.
    text.replace(".SH EXTRA\nExamples:\n", ".SH EXAMPLES\n").replace(".SH EXTRA\nExample:\n", ".SH EXAMPLES\n")
}
