//! The program: reads the command line, runs the command, ends with its status.

use std::process::ExitCode;

use clap::Parser;
use mimalloc::MiMalloc;
use rolebook::commands::{Cli, run};

/// Much of what rendering does is to make short texts. This allocator is faster at it than that of glibc: a build of 3,000
/// roles in six languages takes a quarter less processor time.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    run(&Cli::parse())
}
