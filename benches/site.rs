//! `rolebook-bench-site COUNT DIR` writes a library of COUNT roles to the new folder DIR, to measure programs with.

#![expect(clippy::disallowed_methods, reason = "it puts a site on disk")]

mod library;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use rolebook::commands::terminal::Terminal;
use rolebook::diagnostic::Failure;

/// Write a library of invented roles in six languages
#[derive(Parser)]
struct Arguments {
    /// How many roles
    count: usize,
    /// Where to write them: a folder that is not there yet
    dir: PathBuf,
}

fn main() -> ExitCode {
    let Arguments { count, dir } = Arguments::parse();
    match write(count, &dir) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            Terminal::default().failure(&failure);
            ExitCode::from(2)
        }
    }
}

fn write(count: usize, dir: &Path) -> Result<(), Failure> {
    fs::create_dir(dir)
        .map_err(Failure::to("create", dir))
        .map_err(|failure| failure.help("name a folder that is not there yet, in one that is"))?;
    for (path, text) in library::library(count) {
        let path = dir.join(path);
        let folder = path.parent().expect("all paths are below the folder");
        fs::create_dir_all(folder).map_err(Failure::to("create", folder))?;
        fs::write(&path, text).map_err(Failure::to("write", &path))?;
    }
    Ok(())
}
