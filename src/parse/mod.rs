//! [`Sources`] to [`Parsed`]: what each file says, taken by itself.
//!
//! Each file is read alone, in parallel, and every mistake in it is reported. Whether the names in it exist is not
//! asked here: that is [`resolve`](crate::resolve)'s.

pub mod accept;
pub mod address;
pub mod chrome;
pub mod config;
mod document;
pub mod facts;
pub mod link;
pub mod markdown;
pub mod messages;
pub mod numbers;
mod path;
pub mod pattern;
pub mod revision;
mod table;
pub mod text;
pub mod theme;
pub mod theme_options;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic};
use crate::id::{CollectionId, EntryId, closest};
use crate::load::{BUILT_IN_THEME, CONFIG_FILE, Sources};
use crate::locale::LocaleCode;
use crate::place::{Located, Place, SourcePath};
use config::{Config, Kind};
use document::Document;
use facts::Facts;
use link::LinkTarget;
use messages::MessageFile;
use path::Meaning;
use text::Text;
use theme::Theme;
use theme_options::Declarations;

/// What all files of a site say.
pub struct Parsed {
    /// What `rolebook.toml` says.
    pub config: Config,
    /// The entries, in the order of their ids.
    pub entries: BTreeMap<EntryId, ParsedEntry>,
    /// The messages of the theme and of the site, in the order in which they are laid over each other.
    pub messages: Vec<MessageFile>,
    /// The theme.
    pub theme: Theme,
    /// What is copied as it is: where each file lies, by its path in the site.
    pub static_files: BTreeMap<String, PathBuf>,
}

/// The files of an entry.
pub struct ParsedEntry {
    /// What is true of it in every language.
    pub facts: Facts,
    /// Its texts.
    pub texts: BTreeMap<LocaleCode, Text<Located<LinkTarget>>>,
    /// Where to point for what concerns the entry as a whole.
    pub place: Place,
    /// Whether a text of it could not be read, which has been reported.
    pub unreadable: bool,
}

/// Reads all files. If the configuration cannot be used there is no result, but the other files' mistakes are still found.
#[must_use]
pub fn parse(sources: &Sources) -> (Option<Parsed>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let config = config(sources, &mut diagnostics);
    let kinds: BTreeMap<&CollectionId, Kind> =
        config.iter().flat_map(|config| &config.collections).map(|c| (&c.id.value, c.kind)).collect();
    let theme_name = theme_name(sources, config.as_ref(), &mut diagnostics);

    let files: Vec<_> = sources.files.iter().collect();
    let parsed: Vec<(File, Vec<Diagnostic>)> = files
        .into_par_iter()
        .map(|(path, bytes)| {
            let meaning = Meaning::of(path, theme_name, sources.from_program.contains(path));
            file(path, bytes, meaning, |id| kinds.get(id).copied())
        })
        .collect();

    let mut entries = BTreeMap::new();
    let mut messages = Vec::new();
    let mut templates = Vec::new();
    let mut theme_files = BTreeMap::new();
    let mut options = Declarations::new();
    let mut fonts = BTreeMap::new();
    let mut social_image = None;
    for (file, mistakes) in parsed {
        diagnostics.extend(mistakes);
        match file {
            File::Facts(id, facts, place) => {
                let entry = entry(&mut entries, id, &place);
                entry.facts = facts;
                entry.place = place;
            }
            File::Text(id, locale, text, place) => {
                let entry = entry(&mut entries, id, &place);
                match text {
                    Some(text) => drop(entry.texts.insert(locale, *text)),
                    None => entry.unreadable = true,
                }
            }
            File::Messages(file) => messages.push(file),
            File::Template(name, document) => templates.push((name, document)),
            File::ThemeOptions(declarations) => options = declarations,
            File::SocialImage(document) => social_image = Some(document),
            File::Font(name, bytes) => {
                fonts.insert(name, bytes);
            }
            File::Static(name, bytes) => {
                theme_files.insert(name, bytes);
            }
            File::Nothing => {}
        }
    }
    messages.sort_by(|a, b| (a.layer, &a.path).cmp(&(b.layer, &b.path)));
    let (mut theme, mistakes) = theme::parse(theme_name, &templates, theme_files, options);
    diagnostics.extend(mistakes);
    if let Some(document) = social_image {
        theme.social_image = theme::social_image(&theme, &document, &fonts, &mut diagnostics);
    }
    theme.fonts = fonts;
    let static_files = sources.static_files.clone();
    (config.map(|config| Parsed { config, entries, messages, theme, static_files }), diagnostics)
}

/// What a file turned out to hold.
enum File<'s> {
    Facts(EntryId, Facts, Place),
    Text(EntryId, LocaleCode, Option<Box<Text<Located<LinkTarget>>>>, Place),
    Messages(MessageFile),
    Template(String, Document<'s>),
    ThemeOptions(Declarations),
    SocialImage(Document<'s>),
    Font(String, Arc<[u8]>),
    Static(String, Arc<[u8]>),
    Nothing,
}

fn config(sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Option<Config> {
    let path = SourcePath::from(CONFIG_FILE);
    match Document::new(&path, sources.files.get(&path)?) {
        Ok(document) => {
            let config = config::parse(&document);
            diagnostics.extend(document.into_diagnostics());
            config
        }
        Err(mistake) => {
            diagnostics.push(*mistake);
            None
        }
    }
}

/// The theme to use: the configured one or, if there is no such theme, the one in the program.
fn theme_name<'c>(sources: &Sources, config: Option<&'c Config>, diagnostics: &mut Vec<Diagnostic>) -> &'c str {
    let Some(wanted) = config.and_then(|config| config.theme.as_ref()) else { return BUILT_IN_THEME };
    let folder = |path: &SourcePath| path.segments().nth(1).map(str::to_owned);
    let themes = sources.files.keys().filter(|path| path.segments().next() == Some("themes"));
    let mut known: Vec<_> = themes.filter_map(folder).collect();
    known.dedup();
    if known.contains(&wanted.value) {
        return &wanted.value;
    }
    let message = format!("there is no theme `{}`", wanted.value);
    let close = closest(&wanted.value, known.iter().map(String::as_str));
    let help = format!("put its files into `themes/{}/`", wanted.value);
    let diagnostic = Diagnostic::error(Code::UnknownReference, message).at(wanted.place.clone());
    diagnostics.push(diagnostic.did_you_mean(close, help));
    BUILT_IN_THEME
}

fn entry<'e>(entries: &'e mut BTreeMap<EntryId, ParsedEntry>, id: EntryId, place: &Place) -> &'e mut ParsedEntry {
    entries.entry(id).or_insert_with(|| ParsedEntry {
        facts: Facts::default(),
        texts: BTreeMap::new(),
        place: place.clone(),
        unreadable: false,
    })
}

/// Reads one file. What a text means depends on the kind of its collection.
fn file<'s>(
    path: &'s SourcePath,
    bytes: &'s [u8],
    meaning: Meaning<'s>,
    kind: impl Fn(&CollectionId) -> Option<Kind>,
) -> (File<'s>, Vec<Diagnostic>) {
    let nothing = |mistakes| (File::Nothing, mistakes);
    let meaning = match meaning {
        Meaning::Ignored => return nothing(Vec::new()),
        Meaning::Unexpected => return nothing(vec![path::unexpected(path)]),
        Meaning::Font(name) => return (File::Font(name, bytes.into()), Vec::new()),
        Meaning::Static(name) => return (File::Static(name, bytes.into()), Vec::new()),
        text => text,
    };
    let document = match Document::new(path, bytes) {
        Ok(document) => document,
        Err(mistake) => return nothing(vec![*mistake]),
    };
    let place = Place::start_of(path);
    let file = match meaning {
        Meaning::SocialImage => return (File::SocialImage(document), Vec::new()),
        Meaning::Template(name) => return (File::Template(name, document), Vec::new()),
        Meaning::ThemeOptions => File::ThemeOptions(theme_options::parse(&document)),
        Meaning::Facts(id) => File::Facts(id, facts::parse(&document), place),
        Meaning::Text(id, code) => locale(&document, code).map_or(File::Nothing, |locale| {
            let kind = kind(&id.collection).unwrap_or(Kind::Article);
            let text = text::parse(&document, &locale, kind);
            File::Text(id, locale, text.map(Box::new), place)
        }),
        Meaning::Messages(code, layer) => locale(&document, code)
            .map_or(File::Nothing, |locale| File::Messages(messages::parse(&document, locale, layer))),
        Meaning::Font(_) | Meaning::Static(_) | Meaning::Ignored | Meaning::Unexpected => {
            unreachable!("dealt with above")
        }
    };
    (file, document.into_diagnostics())
}

fn locale(document: &Document, code: &str) -> Option<LocaleCode> {
    let locale = code.parse().ok();
    if locale.is_none() {
        let message = format!("`{code}` is not a BCP 47 language code");
        let help = "name the file or folder after the locale: `en`, `pt-BR`";
        document.report(Diagnostic::error(Code::UnexpectedFile, message).help(help), 0..0);
    }
    locale
}
