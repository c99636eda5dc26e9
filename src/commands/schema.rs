//! `rolebook schema`: JSON Schemas for editors, of all sites or of one.

use std::path::{Path, PathBuf};

use clap::Args;

use super::terminal::{Stream, Terminal, Verbosity};
use super::{CommandResult, Outcome, reporter};
use crate::diagnostic::{Failure, plural};
use crate::load::Root;
use crate::parse;
use crate::pipeline::{self, Timings};
use crate::schema::{self, Described, FOLDER, OwnKeys};
use crate::write;

/// The arguments of `rolebook schema`.
#[derive(Args)]
#[command(after_help = "Examples:
  rolebook schema config > rolebook.schema.json
  rolebook schema entry --root careers   with the fields that this site declares
  rolebook schema --write                renew the schemas of the site in this folder")]
pub(super) struct Arguments {
    /// The file that the schema describes
    #[arg(value_name = "FILE", required_unless_present = "write")]
    file: Option<Described>,
    /// The folder that holds `rolebook.toml`: adds what the site declares to the schema
    #[arg(long, value_name = "DIR")]
    root: Option<PathBuf>,
    /// Write all schemas into the site, where its editor settings name them
    #[arg(long, conflicts_with = "file")]
    write: bool,
}

pub(super) fn run(arguments: &Arguments) -> CommandResult {
    let here = arguments.write.then(|| PathBuf::from("."));
    let root = arguments.root.clone().or(here);
    let own = match &root {
        None => None,
        Some(root) => match own_keys(root)? {
            Some(own) => Some(own),
            None => return Ok(Outcome::Mistakes),
        },
    };
    let said = match (arguments.file, &root, &own) {
        (Some(file), ..) => schema::of(file, own.as_ref()).text(),
        (None, Some(root), Some(own)) => write_all(root, own)?,
        (None, ..) => unreachable!("without a file, all are written into a site"),
    };
    Terminal::default().say(Verbosity::Normal, Stream::Output, &said)?;
    Ok(Outcome::Well)
}

/// What a site declares; `None` if its configuration cannot be used, which has been reported.
fn own_keys(root: &Path) -> Result<Option<OwnKeys>, Failure> {
    let sources = pipeline::load(&Root::new(root), &mut Timings::default())?;
    let (parsed, diagnostics) = parse::parse(&sources);
    if parsed.is_none() {
        reporter(root).check(&diagnostics, &sources)?;
    }
    Ok(parsed.as_ref().map(OwnKeys::of))
}

fn write_all(root: &Path, own: &OwnKeys) -> Result<String, Failure> {
    let files = schema::files(own);
    write::replace_all(&root.join(FOLDER), &files)?;
    Ok(format!("wrote {} to `{FOLDER}/`", plural(files.len(), "schema")))
}
