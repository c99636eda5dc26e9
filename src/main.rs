//! The program: reads the command line, runs the command, ends with its status.

use std::process::ExitCode;

use clap::Parser;
use rolebook::commands::{Cli, run};

fn main() -> ExitCode {
    run(&Cli::parse())
}
