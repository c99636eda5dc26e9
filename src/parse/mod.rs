//! [`Sources`] to [`Parsed`]: what each file says, taken by itself.
//!
//! Each file is read alone, in parallel, and every mistake in it is reported. Whether the names in it exist is not
//! asked here: that is [`resolve`](crate::resolve)'s.

pub mod accept;
pub mod address;
pub mod block;
pub mod block_line;
pub mod chrome;
pub mod config;
pub mod day;
mod document;
mod empty;
mod entry;
pub mod facts;
mod false_headings;
pub mod fields;
mod file_name;
pub(crate) mod front_matter;
mod gathered;
pub mod heading;
mod ids;
mod includes;
pub mod keys;
mod kind;
mod line_ends;
pub mod link;
pub mod locale;
mod markdown;
pub mod message_id;
mod message_syntax;
pub mod messages;
pub mod namespaces;
mod nesting;
pub mod new_locale;
pub mod numbers;
pub mod opening;
mod path;
pub mod pattern;
mod phone;
pub mod picture;
mod placeholders;
pub(crate) mod portable_names;
pub mod program_messages;
pub mod prose;
mod raw_html;
mod reading;
pub mod revision;
pub mod section;
mod slips;
mod table;
mod table_values;
mod tags;
pub mod text;
pub mod theme;
mod theme_files;
pub mod theme_ids;
pub mod theme_options;
mod yaml;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic};
use crate::id::{BlockId, EntryId, closest};
use crate::load::beside::{Beside, KnownContents};
use crate::load::{BUILT_IN_THEME, CONFIG_FILE, Sources};
use crate::locale::LocaleCode;
use crate::place::{Place, SourcePath};
use crate::shard::{Shard, Share};
use crate::slug::Slug;
use block::ParsedBlock;
use block_line::BLOCKS;
use config::Config;
use document::Document;
pub use entry::ParsedEntry;
use fields::Field;
use file_name::Misnamed;
use gathered::Gathered;
use messages::MessageFile;
pub use path::is_written;
use path::{Meaning, Words};
use reading::{Context, File, Reading};
use revision::Part;
use text::Extent;
use theme::Theme;
use theme_options::Declarations;

/// What all files of a site say.
pub struct Parsed {
    /// What `rolebook.toml` says.
    pub config: Config,
    /// The entries, in the order of their ids.
    pub entries: BTreeMap<EntryId, ParsedEntry>,
    /// The shared blocks.
    pub blocks: BTreeMap<BlockId, ParsedBlock>,
    /// The messages of the theme and of the site, in the order in which they are laid over each other.
    pub messages: Vec<MessageFile>,
    /// The theme.
    pub theme: Arc<Theme>,
    /// What is copied as it is: where each file lies, by its path in the site.
    pub static_files: BTreeMap<String, PathBuf>,
    /// What lies beside texts.
    pub beside: Arc<BTreeMap<SourcePath, Beside>>,
    /// What is known to be in some of it.
    pub known_contents: Arc<KnownContents>,
    /// What a shard makes of the site.
    pub share: Option<Share>,
}

/// Whether a file is the text of an entry or block in some locale.
#[must_use]
pub fn is_text(path: &SourcePath) -> bool {
    matches!(Meaning::of(path, "", false), Meaning::Words(Words::Text(..) | Words::Block(..)))
}

/// What translators translate of the text of an entry or block; `None` if the file cannot be read.
#[must_use]
pub fn translatable(file: &SourcePath, bytes: &[u8]) -> Option<Vec<Part>> {
    match Meaning::of(file, "", false) {
        Meaning::Words(Words::Block(..)) => block::translatable(file, bytes),
        _ => text::translatable(file, bytes),
    }
}

/// Whether a file is meant as the text of an entry or as its facts, and has another name.
#[must_use]
pub fn is_misnamed(path: &SourcePath) -> bool {
    matches!(Meaning::of(path, "", false), Meaning::MisnamedText(..) | Meaning::MisnamedFacts)
}

/// Reads all files. If the configuration cannot be used there is no result, but the other files' mistakes are still found.
#[must_use]
pub fn parse(sources: &Sources) -> (Option<Parsed>, Vec<Diagnostic>) {
    Parser::default().parse(sources)
}

/// Reads what a shard needs: of entries that are not in its share only the texts to which others are compared are read as a
/// whole, of all others the front matter.
#[must_use]
pub fn parse_share(sources: &Sources, shard: Shard) -> (Option<Parsed>, Vec<Diagnostic>) {
    Parser { share: Some(Share::of(shard, sources)), ..Parser::default() }.parse(sources)
}

/// Reads the files of a site, any number of times: files that are as they were are not read again.
#[derive(Default)]
pub struct Parser {
    /// In the order of their paths.
    readings: Vec<Known>,
    theme: Option<KnownTheme>,
    share: Option<Share>,
}

/// A theme, and what came of its files.
struct KnownTheme {
    readings: Vec<Arc<Reading>>,
    theme: Arc<Theme>,
    diagnostics: Vec<Diagnostic>,
}

/// What a file was when it was read, and what came of it.
struct Known {
    path: SourcePath,
    bytes: Arc<[u8]>,
    /// What the reading depends on beside the file itself.
    context: Context,
    reading: Arc<Reading>,
}

impl Parser {
    /// What [`parse`] gives.
    pub fn parse(&mut self, sources: &Sources) -> (Option<Parsed>, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let config = config(sources, &mut diagnostics);
        let theme_name: Arc<str> = theme_name(sources, config.as_ref(), &mut diagnostics).into();
        let readings = self.read(sources, config.as_ref(), &theme_name);
        let Gathered { entries, mut blocks, mut messages } = Gathered::of(&readings, &mut diagnostics);
        diagnostics.extend(each_once(readings.iter().flat_map(|reading| &reading.said_once)));
        diagnostics.extend(portable_names::check(sources));
        diagnostics.extend(theme_files::check(sources, &theme_name));
        diagnostics.extend(sources.lookalikes.iter().map(|(folder, meant)| path::lookalike(folder, meant)));
        diagnostics.extend(config.iter().flat_map(|config| empty::check(config, sources)));
        diagnostics.extend(sources.faults.iter().map(|(path, fault)| path::fault(path, *fault)));
        let mut entries: BTreeMap<_, _> = entries.into_iter().collect();
        let beside = misnamed_beside(sources, &mut entries);
        let misnamed = readings.iter().filter_map(|reading| reading.misnamed.as_ref()).chain(&beside);
        diagnostics.extend(file_name::mistakes(&misnamed.collect::<Vec<_>>(), sources));
        if let Some(config) = &config {
            diagnostics.extend(invalid_ids(&entries, &config.default_locale.value));
        }
        note_unreadable(&mut entries, sources);
        take_out_blocks(&mut entries, &mut blocks);
        messages.sort_by(|a, b| (a.layer, &a.path).cmp(&(b.layer, &b.path)));
        let of_theme = readings.into_iter().filter(|reading| reading.file.is_of_theme()).collect();
        let (theme, mistakes) = self.theme(&theme_name, of_theme);
        diagnostics.extend(mistakes);
        let parsed = config.map(|config| Parsed {
            config,
            entries,
            blocks,
            messages,
            theme,
            static_files: sources.static_files.clone(),
            beside: Arc::clone(&sources.beside),
            known_contents: Arc::clone(&sources.known_contents),
            share: self.share.clone(),
        });
        (parsed, diagnostics)
    }

    /// What came of each file, in the order of their paths.
    fn read(&mut self, sources: &Sources, config: Option<&Config>, theme: &Arc<str>) -> Vec<Arc<Reading>> {
        let collections = config.iter().flat_map(|config| &config.collections);
        let collections: BTreeMap<_, _> = collections.map(|of| (of.id.value.as_str(), of)).collect();
        let (no_keys, no_fields): (Arc<[String]>, Arc<[Field]>) = Default::default();
        let share = self.share.clone();
        let context = |path: &SourcePath| {
            let text = path.as_str();
            let name = text.strip_prefix("content/").and_then(|rest| rest.split_once('/'));
            let collection = name.and_then(|(name, _)| collections.get(name));
            Context {
                theme: Arc::clone(theme),
                from_program: text.starts_with("themes/") && sources.from_program.contains(path),
                kind: collection.map(|collection| collection.kind),
                fields: Arc::clone(collection.map_or(&no_fields, |collection| &collection.fields)),
                renamed_keys: collection.map(|collection| Arc::clone(&collection.renamed_keys)).unwrap_or_default(),
                ignored_keys: Arc::clone(collection.map_or(&no_keys, |collection| &collection.ignored_keys)),
                default_locale: config.map(|config| config.default_locale.value.clone()),
                extent: match share.as_ref().zip(config) {
                    Some((share, config)) if !is_needed(sources, config, share, path) => Extent::FrontMatter,
                    _ => Extent::Whole,
                },
            }
        };
        // Both are in the order of paths.
        let mut known = std::mem::take(&mut self.readings).into_iter().peekable();
        let files = sources.files.iter().map(|(path, bytes)| {
            while known.next_if(|known| known.path < *path).is_some() {}
            (path, bytes, known.next_if(|known| known.path == *path))
        });
        let files: Vec<_> = files.collect();
        let read = |(path, bytes, known): (&SourcePath, &Arc<[u8]>, Option<Known>)| {
            let context = context(path);
            let is_same =
                |known: &Known| known.context == context && (Arc::ptr_eq(&known.bytes, bytes) || known.bytes == *bytes);
            known.filter(is_same).unwrap_or_else(|| {
                let reading = Arc::new(Reading::of(path, bytes, &context));
                Known { path: path.clone(), bytes: Arc::clone(bytes), context, reading }
            })
        };
        self.readings = files.into_par_iter().map(read).collect();
        self.readings.iter().map(|known| Arc::clone(&known.reading)).collect()
    }

    /// The theme of which some files have been read, and what is wrong with it as a whole.
    fn theme(&mut self, name: &str, readings: Vec<Arc<Reading>>) -> (Arc<Theme>, Vec<Diagnostic>) {
        let is_same = |known: &KnownTheme| {
            known.theme.name == name
                && known.readings.len() == readings.len()
                && known.readings.iter().zip(&readings).all(|(a, b)| Arc::ptr_eq(a, b))
        };
        if !self.theme.as_ref().is_some_and(is_same) {
            let (theme, diagnostics) = theme(name, &readings);
            self.theme = Some(KnownTheme { readings, theme: Arc::new(theme), diagnostics });
        }
        let known = self.theme.as_ref().expect("it is there now");
        (Arc::clone(&known.theme), known.diagnostics.clone())
    }
}

/// The theme of which some files have been read.
fn theme(name: &str, readings: &[Arc<Reading>]) -> (Theme, Vec<Diagnostic>) {
    let mut templates = Vec::new();
    let mut files = BTreeMap::new();
    let mut options = Declarations::new();
    let mut fonts = BTreeMap::new();
    let mut social_image = None;
    for reading in readings {
        match &reading.file {
            File::Template(name, path, bytes) => templates.push((name.clone(), text_of(path, bytes))),
            File::ThemeOptions(declarations) => options = declarations.clone(),
            File::SocialImage(path, bytes) => social_image = Some(text_of(path, bytes)),
            File::Font(name, bytes) => drop(fonts.insert(name.clone(), Arc::clone(bytes))),
            File::Static(name, bytes) => drop(files.insert(name.clone(), Arc::clone(bytes))),
            _ => {}
        }
    }
    let (mut theme, mut diagnostics) = theme::parse(name, &templates, files, options);
    if let Some(document) = social_image {
        theme.social_image = theme::social_image(&theme, &document, &fonts, &mut diagnostics);
    }
    theme.fonts = fonts;
    (theme, diagnostics)
}

fn text_of<'t>(path: &'t SourcePath, bytes: &'t [u8]) -> Document<'t> {
    Document::new(path, bytes).unwrap_or_else(|_| unreachable!("it has been read as text before"))
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
    let Some((config, wanted)) = config.and_then(|config| Some((config, config.theme.as_ref()?))) else {
        return BUILT_IN_THEME;
    };
    let locale = &config.default_locale.value;
    let rename = |name: &Slug| format!("write `{name}`, and name its folder `themes/{name}`");
    if let Some(mistake) = ids::mistake(&wanted.value, "a theme", locale, &mut |_| true, rename) {
        diagnostics.push(mistake.at(wanted.place.clone()));
        return BUILT_IN_THEME;
    }
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

/// Whether a shard needs the Markdown of a text: of its own entries; of originals, to which translations and other entries are
/// compared; of the locales whose search indexes it makes, and of those from which they may take texts.
fn is_needed(sources: &Sources, config: &Config, share: &Share, path: &SourcePath) -> bool {
    let Meaning::Words(Words::Text(id, code)) = Meaning::of(path, "", false) else { return true };
    let Ok(code) = code.parse::<LocaleCode>() else { return true };
    let default = &config.default_locale.value;
    let has_original = || sources.files.contains_key(&SourcePath::from(format!("content/{id}/{default}.md")));
    let is_searched = || {
        config.search
            && config.locales.iter().enumerate().any(|(number, locale)| {
                let is_own = locale.code.value == code && share.has_locale(number);
                is_own || locale.fallback.iter().any(|fallback| fallback.value == code)
            })
    };
    share.has(&id) || code == *default || is_searched() || !has_original()
}

/// Notes of which entries there are texts that could not even be loaded.
fn note_unreadable(entries: &mut BTreeMap<EntryId, ParsedEntry>, sources: &Sources) {
    let names = sources.faults.keys().filter_map(|path| Some(SourcePath::from(path.to_str()?.replace('\\', "/"))));
    for path in names {
        let id = match Meaning::of(&path, "", false) {
            Meaning::Words(Words::Text(id, _)) => id,
            Meaning::Words(Words::Block(id, _)) => EntryId { collection: BLOCKS.into(), name: id.as_str().into() },
            _ => continue,
        };
        {
            entries.entry(id).or_insert_with(|| ParsedEntry::at(Place::start_of(&path))).unreadable = true;
        }
    }
}

/// The block of an id.
fn block<'b>(blocks: &'b mut BTreeMap<BlockId, ParsedBlock>, id: &BlockId, place: &Place) -> &'b mut ParsedBlock {
    blocks.entry(id.clone()).or_insert_with(|| ParsedBlock::at(place.clone()))
}

/// Takes out what has been noted of blocks as if they were entries: that texts of them cannot be read.
fn take_out_blocks(entries: &mut BTreeMap<EntryId, ParsedEntry>, blocks: &mut BTreeMap<BlockId, ParsedBlock>) {
    let first = EntryId { collection: BLOCKS.into(), name: "".into() };
    let ids: Vec<_> =
        entries.range(first..).map(|(id, _)| id).take_while(|id| id.collection.as_str() == BLOCKS).cloned().collect();
    for id in ids {
        let entry = entries.remove(&id).expect("it is there");
        block(blocks, &id.name.as_str().into(), &entry.place).unreadable = true;
    }
}

/// What is meant as texts and facts but has the name of a file beside them. A text that cannot be read is one all the same.
fn misnamed_beside(sources: &Sources, entries: &mut BTreeMap<EntryId, ParsedEntry>) -> Vec<Misnamed> {
    let mut misnamed = Vec::new();
    for path in sources.beside.keys() {
        match Meaning::of(path, "", false) {
            Meaning::MisnamedText(id, locale) => {
                entries.entry(id).or_insert_with(|| ParsedEntry::at(Place::start_of(path))).unreadable = true;
                misnamed.push(path::misnamed_text(path, &locale));
            }
            Meaning::MisnamedFacts => misnamed.push(path::misnamed_facts(path)),
            _ => {}
        }
    }
    misnamed
}

/// Of what many files may have in common each once, where it stands first.
fn each_once<'d>(said: impl Iterator<Item = &'d Diagnostic>) -> impl Iterator<Item = Diagnostic> {
    let mut counts: BTreeMap<&str, (&Diagnostic, usize)> = BTreeMap::new();
    for diagnostic in said {
        counts.entry(&diagnostic.message).or_insert((diagnostic, 0)).1 += 1;
    }
    let counts: Vec<_> = counts.into_values().map(|(first, count)| (first.clone(), count)).collect();
    counts.into_iter().map(|(mut first, count)| {
        if count > 1 {
            first.message = format!("{}, in {count} files", first.message);
        }
        first
    })
}

/// What is wrong with the names of the folders of entries.
/// What is wrong with the name of an entry that there is not yet, if anything. `change` says what to do for another to take its place.
#[must_use]
pub fn invalid_name(name: &str, locale: &LocaleCode, change: impl Fn(&Slug) -> String) -> Option<Diagnostic> {
    ids::mistake(name, "an entry", locale, &mut |_| true, change)
}

fn invalid_ids<'e>(
    entries: &'e BTreeMap<EntryId, ParsedEntry>,
    locale: &'e LocaleCode,
) -> impl Iterator<Item = Diagnostic> + 'e {
    let mut taken: BTreeSet<EntryId> = entries.keys().cloned().collect();
    entries.iter().filter_map(move |(id, entry)| {
        let mut is_free = |name: &Slug| taken.insert(EntryId { name: name.as_str().into(), ..id.clone() });
        let rename = |name: &Slug| format!("rename its folder to `{name}`");
        let mistake = ids::mistake(id.name.as_str(), "an entry", locale, &mut is_free, rename)?;
        Some(mistake.at(entry.place.clone()))
    })
}
