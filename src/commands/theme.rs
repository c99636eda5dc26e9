//! `rolebook theme`: the files of the theme in the program, and copies of them to change.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::{CommandResult, Outcome, reporter};
use crate::diagnostic::{Failure, plural};
use crate::id::closest;
use crate::load::{BUILT_IN_THEME, CONFIG_FILE, Root, built_in_theme_file, built_in_theme_files, find_config};
use crate::slug::SlugStyle;
use crate::write::{self, NewFiles};

/// The arguments of `rolebook theme`.
#[derive(Args)]
#[command(after_help = "Examples:
  rolebook theme list
  rolebook theme export templates/partials/footer.html")]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// List the files of the theme in the program, and which of them the site has itself
    List(ListArguments),
    /// Write files of the theme into the site, to change them there
    Export(ExportArguments),
}

#[derive(Args)]
#[command(after_help = "Examples:
  rolebook theme list
  rolebook theme list templates/partials")]
struct ListArguments {
    /// Files or folders of the theme; all without any
    #[arg(value_name = "FILE")]
    files: Vec<String>,
    /// The folder that holds `rolebook.toml`
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
}

#[derive(Args)]
#[command(after_help = "Examples:
  rolebook theme export templates/partials/footer.html
  rolebook theme export locales/de
  rolebook theme export --as mine      the whole theme, to begin one of your own

The site's copy of a file takes the place of the one in the program, and stays as it is
when you update Rolebook: export what you change, and nothing else.")]
struct ExportArguments {
    /// Files or folders of the theme, as `rolebook theme list` shows them; all without any
    #[arg(value_name = "FILE", required_unless_present = "name")]
    files: Vec<String>,
    /// The theme of the site to which they are added
    #[arg(long = "as", value_name = "THEME", value_parser = theme_name)]
    name: Option<String>,
    /// The folder that holds `rolebook.toml`
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
}

fn theme_name(written: &str) -> Result<String, &'static str> {
    match SlugStyle::Ascii.read(written) {
        Ok(_) => Ok(written.to_owned()),
        Err(_) => Err("names of themes are lower-case letters, digits and single hyphens"),
    }
}

pub(super) fn run(arguments: &Arguments) -> CommandResult {
    match &arguments.what {
        What::List(arguments) => list(arguments),
        What::Export(arguments) => export(arguments),
    }
}

fn list(ListArguments { files, root }: &ListArguments) -> CommandResult {
    let mut out = String::new();
    for file in chosen(files)? {
        let is_own = theme_folder(root, BUILT_IN_THEME).join(&file).exists();
        let _ = writeln!(out, "{file}{}", if is_own { "    (the site has its own)" } else { "" });
    }
    reporter(root).say(&out)?;
    Ok(Outcome::Well)
}

fn export(ExportArguments { files, name, root }: &ExportArguments) -> CommandResult {
    find_config(&Root::new(root))?;
    let name = name.as_deref().unwrap_or(BUILT_IN_THEME);
    let chosen = chosen(files)?;
    let content = |file: &String| Some((file.clone(), built_in_theme_file(file)?));
    let new: NewFiles = chosen.iter().filter_map(content).collect();
    write::create(&theme_folder(root, name), &new, || Ok(()))?;
    reporter(root).say(&said(name, &new))?;
    Ok(Outcome::Well)
}

/// What was written, and what to do next.
fn said(name: &str, new: &NewFiles) -> String {
    let next = match name {
        BUILT_IN_THEME => "change them there: they take the place of the files of the program".to_owned(),
        name => format!(
            "write `theme = \"{name}\"` in `{CONFIG_FILE}` to use that theme, and nothing else of `{BUILT_IN_THEME}`"
        ),
    };
    format!("wrote {} to `themes/{name}/`\n  {next}", plural(new.len(), "file"))
}

fn theme_folder(root: &Path, name: &str) -> PathBuf {
    root.join("themes").join(name)
}

/// The files that are meant, each with its path in the theme; all if none is named.
fn chosen(written: &[String]) -> Result<BTreeSet<String>, Failure> {
    let all: BTreeSet<String> = built_in_theme_files().collect();
    if written.is_empty() {
        return Ok(all);
    }
    let mut chosen = BTreeSet::new();
    for written in written {
        let path = written.replace('\\', "/");
        let path = path.trim_start_matches("./").trim_end_matches('/');
        let path = path.strip_prefix(&format!("themes/{BUILT_IN_THEME}/")).unwrap_or(path);
        let is_meant =
            |file: &&String| file.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let before = chosen.len();
        chosen.extend(all.iter().filter(is_meant).cloned());
        if chosen.len() == before && !all.iter().any(|file| is_meant(&file)) {
            return Err(unknown(written, path, &all));
        }
    }
    Ok(chosen)
}

fn unknown(written: &str, path: &str, all: &BTreeSet<String>) -> Failure {
    let name = |file: &str| file.rsplit('/').next().unwrap_or_default().to_owned();
    // Many write the name alone, or another folder.
    let same_name = all.iter().find(|file| name(file) == name(path)).map(String::as_str);
    let close = same_name.or_else(|| closest(path, all.iter().map(String::as_str)));
    let failure = Failure::to("find in the theme", written)(io::ErrorKind::NotFound.into());
    match close {
        Some(close) => failure.help(format!("did you mean `{close}`? `rolebook theme list` shows all")),
        None => failure.help("`rolebook theme list` shows all files"),
    }
}
