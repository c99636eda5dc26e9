//! A new language: its table in `rolebook.toml`, and its messages.

use toml_edit::Value;

use super::messages;
use crate::load::{CONFIG_FILE, Sources};
use crate::locale::{LocaleCode, names};
use crate::parse::new_locale::{CannotAdd, with_locale};
use crate::pipeline::{Timings, compile};
use crate::place::SourcePath;
use crate::resolve::Options;
use crate::site::Site;
use crate::write::NewFiles;

/// What a new language adds to a site.
pub struct NewLocale {
    /// The configuration with its table, unless it had that already.
    pub config: Option<String>,
    /// Its messages, as comments.
    pub files: NewFiles,
}

/// Adds a language to a site. One that the configuration lists already gets the files of messages that it lacks.
///
/// # Errors
///
/// If the configuration cannot be changed.
pub fn add(sources: &Sources, site: &Site, code: &LocaleCode, name: Option<&str>) -> Result<NewLocale, CannotAdd> {
    if site.library.locales().any(|locale| site.library[locale].code == *code) {
        let mut files = files(sources, site, code);
        files.retain(|path, _| !sources.files.contains_key(&SourcePath::from(path.as_str())));
        return Ok(NewLocale { config: None, files });
    }
    let path = SourcePath::from(CONFIG_FILE);
    let name = name.map_or_else(|| names::in_itself(code), str::to_owned);
    let config = with_locale(sources.text(&path).unwrap_or_default(), code, &name)?;
    let mut sources = sources.clone();
    sources.files.insert(path, config.clone().into_bytes().into());
    let site = compile(&sources, &Options::default(), &mut Timings::default()).site;
    let files = site.map(|site| files(&sources, &site, code)).unwrap_or_default();
    Ok(NewLocale { config: Some(config), files })
}

/// The messages of a locale, as comments.
fn files(sources: &Sources, site: &Site, code: &LocaleCode) -> NewFiles {
    let locale = site.library.locales().find(|locale| site.library[*locale].code == *code);
    let texts = locale.map(|locale| messages::to_translate(sources, site, locale)).unwrap_or_default();
    texts.into_iter().map(|(path, text)| (path, text.into_bytes())).collect()
}

/// The table of a locale, after an empty line.
pub(super) fn table(code: &LocaleCode) -> String {
    let quoted = |text: &str| Value::from(text).to_string();
    format!("\n[[locales]]\ncode = {}\nname = {}\n", quoted(&code.to_string()), quoted(&names::in_itself(code)))
}
