//! A new site: a small library that is complete in its languages.

use std::collections::BTreeMap;

use toml_edit::Value;
use url::Url;

use super::files::{self, Values};
use super::host::Host;
use super::{locale, messages};
use crate::load::{CONFIG_FILE, FOLDERS, Sources};
use crate::locale::{ENGLISH, LocaleCode};
use crate::parse::accept::with_source;
use crate::parse::parse;
use crate::pipeline::{Timings, compile};
use crate::process::DOCS;
use crate::resolve::{Drafts, Options};
use crate::schema::{self, FOLDER, OwnKeys};
use crate::site::Site;
use crate::slug;
use crate::translated::Translated;
use crate::write::NewFiles;

/// Where the program is developed and released.
const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What is to be known of a new site.
#[derive(Clone, Debug)]
pub struct NewSite {
    /// What it is called.
    pub name: String,
    /// Its locales, at least one. The first is that of the originals.
    pub locales: Vec<LocaleCode>,
    /// Where it is published.
    pub host: Host,
    /// Where it is served.
    pub base_url: Url,
}

/// The texts of a site by their paths in it.
type Texts = BTreeMap<String, String>;

impl NewSite {
    /// Its files.
    #[must_use]
    pub fn files(&self) -> NewFiles {
        let mut texts = self.written();
        let sources = sources(&texts);
        let options = Options { drafts: Drafts::Include, ..Options::default() };
        let site = compile(&sources, &options, &mut Timings::default()).site.expect("a new configuration is sound");
        if spoken_by(&self.locales[0]).is_some() {
            record_originals(&mut texts, &site);
        }
        for locale in site.library.locales() {
            for (path, text) in messages::to_translate(&sources, &site, locale) {
                texts.entry(path).or_insert(text);
            }
        }
        texts.extend(schemas(&sources));
        texts.into_iter().map(|(path, text)| (path, text.into_bytes())).collect()
    }

    /// Its locales whose languages the program does not speak: what is theirs begins in English.
    pub fn unspoken(&self) -> impl Iterator<Item = &LocaleCode> {
        self.locales.iter().filter(|locale| spoken_by(locale).is_none())
    }

    /// All that does not depend on anything else in the site.
    fn written(&self) -> Texts {
        let values = self.values();
        let mut texts = Texts::new();
        for (path, text) in files::below("site") {
            match Text::at(&path) {
                Some(text_of) => self.add_text(&mut texts, &text_of, &text),
                None => drop(texts.insert(path, files::filled(&text, &values))),
            }
        }
        texts.extend(self.host.files().map(|(path, text)| (path, files::filled(&text, &values))));
        texts
    }

    fn values(&self) -> Box<Values<'static>> {
        let locales: Vec<_> = self.locales.iter().map(locale::table).collect();
        let codes: Vec<_> = self.locales.iter().map(ToString::to_string).collect();
        // The name comes last: whatever is in it is nobody else's place.
        Box::new([
            ("locales", locales.concat()),
            ("default_locale", codes[0].clone()),
            ("paths", codes.join("|")),
            ("another_locale", another(&codes).to_owned()),
            ("base_url", self.base_url.to_string()),
            ("host", self.base_url.host_str().unwrap_or_default().to_owned()),
            ("project", slug::id(&self.name).map_or_else(|| "library".to_owned(), |id| id.to_string())),
            ("docs", DOCS.to_owned()),
            ("repository", REPOSITORY.to_owned()),
            ("version", VERSION.to_owned()),
            ("publishing", self.host.publishing().trim_end().to_owned()),
            ("quoted_name", Value::from(self.name.as_str()).to_string()),
            ("name", self.name.clone()),
        ])
    }

    /// Adds a text for each locale of the site that is written in its language. What is written in no language of a locale is
    /// English there.
    fn add_text(&self, texts: &mut Texts, of: &Text, text: &str) {
        for locale in &self.locales {
            let spoken = spoken_by(locale);
            if spoken.clone().unwrap_or(ENGLISH).to_string() != of.code {
                continue;
            }
            let is_default = *locale == self.locales[0];
            let parents = locale.parents();
            let text = match (of.is_message, &spoken) {
                // It has the words of its parent.
                (true, _) if parents.iter().any(|parent| self.locales.contains(parent)) => continue,
                // What is not translated is there as comments.
                (true, None) if !is_default => continue,
                (_, Some(_)) => text.to_owned(),
                (true, None) => format!("{IN_ENGLISH}{text}"),
                (false, None) => untranslated(text, is_default),
            };
            texts.insert(of.path_in(locale), text);
        }
    }
}

/// The code of a language that the site has not, for an example.
fn another(codes: &[String]) -> &'static str {
    if codes.iter().any(|code| code == "nl") { "it" } else { "nl" }
}

/// The language of a locale in which there are texts for it, the nearest first.
fn spoken_by(locale: &LocaleCode) -> Option<LocaleCode> {
    let languages: Vec<_> = files::below("site/locales").into_keys().collect();
    let is_there = |code: &LocaleCode| languages.iter().any(|path| path.split('/').next() == Some(&code.to_string()));
    std::iter::once(locale.clone()).chain(locale.parents()).find(is_there)
}

/// A text or the messages of a language among the files of a new site.
struct Text {
    before: String,
    code: String,
    behind: String,
    is_message: bool,
}

impl Text {
    fn at(path: &str) -> Option<Self> {
        let (before, code, behind) = match path.split('/').collect::<Vec<_>>().as_slice() {
            ["locales", code, file] => ("locales/".to_owned(), *code, format!("/{file}")),
            ["content", collection, entry, file] => {
                (format!("content/{collection}/{entry}/"), file.strip_suffix(".md")?, ".md".to_owned())
            }
            _ => return None,
        };
        Some(Self { is_message: path.starts_with("locales/"), before, code: code.to_owned(), behind })
    }

    fn path_in(&self, locale: &LocaleCode) -> String {
        format!("{}{locale}{}", self.before, self.behind)
    }
}

/// What begins messages that are still in English.
const IN_ENGLISH: &str = "### These words are still in English: write them in your language.\n\n";

/// An English text as the start of one in another language. A translation is held back until it is one.
fn untranslated(text: &str, is_default: bool) -> String {
    let (mark, rest) = text.split_at("+++\n".len());
    let note = if is_default {
        "# This text is still in English: write it in your language.\n"
    } else {
        "# This text is still in English. When you have translated it, remove the next line.\ndraft = true\n"
    };
    format!("{mark}{note}{rest}")
}

/// The site as the pipeline reads it.
fn sources(texts: &Texts) -> Sources {
    let is_read =
        |path: &str| path == CONFIG_FILE || FOLDERS.iter().any(|folder| path.starts_with(&format!("{folder}/")));
    let read = texts.iter().filter(|(path, _)| is_read(path));
    Sources::in_memory(read.map(|(path, text)| (path.as_str().into(), text.clone().into_bytes())))
}

/// The schemas by which editors check its files.
fn schemas(sources: &Sources) -> impl Iterator<Item = (String, String)> {
    let (parsed, _) = parse(sources);
    let own = OwnKeys::of(&parsed.expect("a new configuration is sound"));
    schema::files(&own).into_iter().map(|(name, text)| (format!("{FOLDER}/{name}"), text))
}

/// Records in translations what they were made from, so that a change of an original shows at once.
fn record_originals(texts: &mut Texts, site: &Site) {
    let library = &site.library;
    for original in Translated::all(site) {
        for locale in library.locales().filter(|locale| *locale != library.default_locale) {
            let Some((revision, version)) = original.revision(site).zip(original.version(site, locale)) else {
                continue;
            };
            let text = texts.get_mut(version.file.as_str()).expect("the site is made of these texts");
            *text = with_source(text, revision).expect("the front matter of a new text can be read");
        }
    }
}
