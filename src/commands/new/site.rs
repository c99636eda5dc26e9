//! `rolebook new site`: asks a person what nobody has said, and creates the files.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use url::Url;

use super::questions::ask;
use super::{Misread, locale_code, quoted};
use crate::commands::terminal::{Stream, Terminal, Verbosity};
use crate::commands::{CommandResult, Outcome};
use crate::diagnostic::{Failure, plural};
use crate::id::{capitalized, closest};
use crate::locale::{ENGLISH, LocaleCode};
use crate::parse::address::read_base_url;
use crate::scaffold::host::Host;
use crate::scaffold::site::NewSite;
use crate::write;

/// The arguments of `rolebook new site`.
#[derive(Args)]
#[command(after_help = "Examples:
  rolebook new site careers
  rolebook new site careers --name \"Acme Careers\" --locales en,de --host github-pages")]
pub(super) struct Arguments {
    /// The folder for the site; created if it is missing
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// What the site is called
    #[arg(long, value_parser = name)]
    name: Option<String>,
    /// The languages, with commas between; the first is that of the originals
    #[arg(long, value_name = "CODES", value_parser = codes)]
    locales: Option<Codes>,
    /// Where the site will be published: adds the files that this host reads
    #[arg(long, value_enum)]
    host: Option<Host>,
    /// Where the site will be served
    #[arg(long, value_name = "URL", value_parser = read_base_url, default_value = "https://example.org/")]
    base_url: Url,
}

pub(super) fn run(arguments: &Arguments) -> CommandResult {
    let terminal = Terminal::default();
    let site = described(arguments, &terminal)?;
    let files = site.files();
    write::create(&arguments.folder, &files, || Ok(()))?;
    terminal.say(Verbosity::Normal, Stream::Output, &said(&site, &arguments.folder, files.len()))?;
    Ok(Outcome::Well)
}

/// What was made, and what to do next.
fn said(site: &NewSite, folder: &Path, files: usize) -> String {
    let languages: Vec<_> = site.locales.iter().map(ToString::to_string).collect();
    let enter = if folder == Path::new(".") { String::new() } else { format!("  cd {}\n", quoted(folder)) };
    let unspoken = site.unspoken().map(|code| {
        format!(
            "\n  the texts of `{code}` and its words are in English: `rolebook status --locale {code}` lists the words"
        )
    });
    let said = format!(
        "created the site `{}` ({}) in `{}`: {}\n{enter}  \
         rolebook serve           preview it at http://localhost:4000/\n  \
         rolebook new role ID     add a job description",
        site.name,
        languages.join(", "),
        folder.display(),
        plural(files, "file"),
    );
    said + &unspoken.collect::<String>()
}

/// What is said of the site, by its arguments or in answer to questions; else what is usual.
fn described(arguments: &Arguments, terminal: &Terminal) -> Result<NewSite, Failure> {
    let Arguments { folder, name: given_name, locales, host: given_host, base_url } = arguments;
    let usual = (name_of(folder), ENGLISH.to_string(), Host::None.name());
    let hosts = format!("Host: {}", Host::names().collect::<Vec<_>>().join(", "));
    Ok(NewSite {
        name: known_or_asked(given_name.clone(), terminal, ("Name of the site", &usual.0), name)?,
        locales: known_or_asked(
            locales.clone(),
            terminal,
            ("Languages, the first is that of the originals", &usual.1),
            codes,
        )?
        .0,
        host: known_or_asked(*given_host, terminal, (&hosts, &usual.2), host)?,
        base_url: base_url.clone(),
    })
}

fn known_or_asked<T>(
    known: Option<T>,
    terminal: &Terminal,
    (question, usual): (&str, &str),
    read: impl Fn(&str) -> Result<T, Misread>,
) -> Result<T, Failure> {
    match known {
        Some(known) => Ok(known),
        None if Terminal::is_answered() => ask(terminal, question, usual, read),
        None => Ok(read(usual).expect("what is usual can be read")),
    }
}

/// A name made of the folder's: `acme-careers` is "Acme careers".
fn name_of(folder: &Path) -> String {
    let folder = std::path::absolute(folder).unwrap_or_default();
    let words = folder.file_name().unwrap_or_default().to_string_lossy().replace(['-', '_'], " ");
    let words = words.replace(char::is_control, "");
    if words.trim().is_empty() { "Job descriptions".to_owned() } else { capitalized(words.trim()) }
}

fn name(written: &str) -> Result<String, Misread> {
    let name = written.trim();
    let is_name = !name.is_empty() && !name.contains(char::is_control);
    is_name.then(|| name.to_owned()).ok_or_else(|| Misread("write the name on one line".to_owned()))
}

/// The languages of a site, each once.
#[derive(Clone)]
struct Codes(Vec<LocaleCode>);

fn codes(written: &str) -> Result<Codes, Misread> {
    let codes = written.split([',', ' ']).filter(|code| !code.is_empty()).map(locale_code);
    let codes = once_each(codes.collect::<Result<_, _>>()?);
    if codes.is_empty() { Err(Misread("write at least one code, such as `en`".to_owned())) } else { Ok(Codes(codes)) }
}

fn once_each(codes: Vec<LocaleCode>) -> Vec<LocaleCode> {
    let mut once = Vec::new();
    for code in codes {
        if !once.contains(&code) {
            once.push(code);
        }
    }
    once
}

fn host(written: &str) -> Result<Host, Misread> {
    let known: Vec<_> = Host::names().collect();
    Host::from_str(written, true).map_err(|_| {
        Misread(match closest(written, known.iter().map(String::as_str)) {
            Some(close) => format!("there is no host `{written}`; did you mean `{close}`?"),
            None => format!("there is no host `{written}`; write one of {}", known.join(", ")),
        })
    })
}
