//! `rolebook new locale`: a language more.

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::{locale_code, root_option};
use crate::commands::{CommandResult, Outcome};
use crate::diagnostic::{Code, Diagnostic, Failure, plural};
use crate::load::{CONFIG_FILE, Root};
use crate::locale::LocaleCode;
use crate::resolve::Options;
use crate::scaffold::locale::{self, NewLocale};
use crate::site::Site;
use crate::write::{self, Durability};

/// The arguments of `rolebook new locale`.
#[derive(Args)]
#[command(after_help = "Examples:
  rolebook new locale nl
  rolebook new locale pt-BR --name \"Português do Brasil\"")]
pub(super) struct Arguments {
    /// The BCP 47 code of the language, perhaps with a script and a region
    #[arg(value_name = "CODE", value_parser = locale_code)]
    code: LocaleCode,
    /// What its own speakers call the language, if not what CLDR says
    #[arg(long)]
    name: Option<String>,
    /// The folder that holds `rolebook.toml`
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> CommandResult {
    let Arguments { code, name, root } = arguments;
    let reporter = crate::commands::reporter(root);
    let Some((sources, site)) = crate::commands::site(&Root::new(root), &Options::default(), &reporter)? else {
        return Ok(Outcome::Mistakes);
    };
    let config = root.join(CONFIG_FILE);
    let cannot_change = |error| Failure::to("add a locale to", &config)(io::Error::other(error));
    let new = locale::add(&sources, &site, code, name.as_deref()).map_err(cannot_change)?;
    if new.config.is_none() && new.files.is_empty() {
        reporter.check(&[known(&site, code)], &sources)?;
        return Ok(Outcome::Mistakes);
    }
    write::create(root, &new.files, || match &new.config {
        Some(text) => write::replace(&config, text.as_bytes(), Durability::Synced),
        None => Ok(()),
    })?;
    reporter.say(&said(code, &new, root))?;
    Ok(Outcome::Well)
}

fn known(site: &Site, code: &LocaleCode) -> Diagnostic {
    let library = &site.library;
    let diagnostic = Diagnostic::error(Code::InvalidValue, format!("`{code}` is a locale of this site already"));
    let known = library.locales().find(|locale| library[*locale].code == *code);
    let diagnostic = known.into_iter().fold(diagnostic, |said, locale| said.at(library[locale].place.clone()));
    diagnostic.help(format!("`rolebook status --locale {code}` lists what is to be translated"))
}

/// What was made, and what to do next.
fn said(code: &LocaleCode, new: &NewLocale, root: &Path) -> String {
    let messages = match new.files.len() {
        0 => "it has all its words: those of the theme, or of the language from which it inherits".to_owned(),
        files => format!("its messages are in `locales/{code}/`, {} with comments to fill in", plural(files, "file")),
    };
    let added = match new.config {
        Some(_) => format!("added `{code}` to `{CONFIG_FILE}`"),
        None => format!("`{code}` is in `{CONFIG_FILE}` already"),
    };
    format!(
        "{added}; {messages}\n  \
         translate an entry by adding `{code}.md` beside its other texts\n  \
         rolebook status --locale {code}{}     lists what is to be translated",
        root_option(root)
    )
}
