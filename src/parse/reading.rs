//! What one file says, read alone.

use std::sync::Arc;

use super::block::{self, BlockText};
use super::config::Kind;
use super::document::Document;
use super::facts::{self, Facts};
use super::fields::Field;
use super::file_name::{self, Misnamed, Named};
use super::link::LinkTarget;
use super::messages::{self, MessageFile};
use super::path::{self, Meaning, Words};
use super::text::{self, Extent, Origin, Text};
use super::theme_options::{self, Declarations};
use crate::diagnostic::Diagnostic;
use crate::id::{BlockId, EntryId};
use crate::locale::LocaleCode;
use crate::place::{Located, Place, SourcePath};

/// What the reading of a file depends on beside the file itself.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Context {
    pub(super) theme: Arc<str>,
    pub(super) from_program: bool,
    /// The kind of the collection to which the file belongs.
    pub(super) kind: Option<Kind>,
    pub(super) default_locale: Option<LocaleCode>,
    pub(super) extent: Extent,
    /// The keys of front matter that are another tool's.
    pub(super) ignored_keys: Arc<[String]>,
    /// What another tool calls keys of front matter: ours, then theirs.
    pub(super) renamed_keys: Arc<[(&'static str, String)]>,
    /// The fields of the collection.
    pub(super) fields: Arc<[Field]>,
}

/// What came of a file.
pub(super) struct Reading {
    pub(super) file: File,
    /// Its name, where that should be another.
    pub(super) misnamed: Option<Misnamed>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// What is said once a site, in whatever files it is found.
    pub(super) said_once: Vec<Diagnostic>,
}

/// What a file turned out to hold.
pub(super) enum File {
    Facts(EntryId, Facts, Place),
    Text(EntryId, LocaleCode, Option<Text<Located<LinkTarget>>>, Place),
    MisnamedText(EntryId, Place),
    Block(BlockId, LocaleCode, Option<BlockText>, Place),
    /// A text of a block whose name is no locale.
    MisnamedBlock(BlockId, Place),
    Messages(MessageFile),
    Template(String, SourcePath, Arc<[u8]>),
    ThemeOptions(Declarations),
    SocialImage(SourcePath, Arc<[u8]>),
    Font(String, Arc<[u8]>),
    Static(String, Arc<[u8]>),
    Nothing,
}

impl File {
    pub(super) fn is_of_theme(&self) -> bool {
        match self {
            File::Template(..) | File::ThemeOptions(_) | File::SocialImage(..) | File::Font(..) | File::Static(..) => {
                true
            }
            File::Facts(..)
            | File::Text(..)
            | File::MisnamedText(..)
            | File::Block(..)
            | File::MisnamedBlock(..)
            | File::Messages(_)
            | File::Nothing => false,
        }
    }
}

impl Reading {
    /// Reads a file.
    pub(super) fn of(path: &SourcePath, bytes: &Arc<[u8]>, context: &Context) -> Self {
        let of = |file| Self { file, misnamed: None, diagnostics: Vec::new(), said_once: Vec::new() };
        let nothing = |mistake| Self { diagnostics: vec![mistake], ..of(File::Nothing) };
        let misnamed = |file, misnamed| Self { misnamed: Some(misnamed), ..of(file) };
        match Meaning::of(path, &context.theme, context.from_program) {
            Meaning::Ignored => of(File::Nothing),
            Meaning::Unexpected => nothing(path::unexpected(path)),
            Meaning::MisnamedFacts => misnamed(File::Nothing, path::misnamed_facts(path)),
            Meaning::MisnamedText(id, locale) => {
                misnamed(File::MisnamedText(id, Place::start_of(path)), path::misnamed_text(path, &locale))
            }
            Meaning::Font(name) => of(File::Font(name, Arc::clone(bytes))),
            Meaning::Static(name) => of(File::Static(name, Arc::clone(bytes))),
            Meaning::Words(words) => Document::new(path, bytes)
                .map_or_else(|mistake| nothing(*mistake), |document| Self::of_words(words, document, bytes, context)),
        }
    }

    /// Reads a file that holds words.
    fn of_words(words: Words, document: Document, bytes: &Arc<[u8]>, context: &Context) -> Self {
        let mut misnamed = None;
        let mut locale = |name: &str, named| file_name::locale(&document, name, named, &mut misnamed);
        let place = Place::start_of(document.file);
        let file = match words {
            Words::SocialImage => File::SocialImage(document.file.clone(), Arc::clone(bytes)),
            Words::Template(name) => File::Template(name, document.file.clone(), Arc::clone(bytes)),
            Words::ThemeOptions => File::ThemeOptions(theme_options::parse(&document)),
            Words::Facts(id) => File::Facts(id, facts::parse(&document, &context.fields), place),
            Words::Text(id, code) => match locale(code, Named::File) {
                Some(locale) => {
                    let origin = Origin::of(&locale, context.default_locale.as_ref());
                    let expected = text::Expected {
                        locale: &locale,
                        kind: context.kind.unwrap_or(Kind::Article),
                        origin,
                        extent: context.extent,
                        keys: text::CollectionKeys {
                            ignored: &context.ignored_keys,
                            renamed: &context.renamed_keys,
                            fields: &context.fields,
                        },
                    };
                    let text = text::parse(&document, &expected);
                    File::Text(id, locale, text, place)
                }
                None => File::MisnamedText(id, place),
            },
            Words::Block(id, code) => match locale(code, Named::File) {
                Some(locale) => {
                    let text = block::parse(&document, &locale, Origin::of(&locale, context.default_locale.as_ref()));
                    File::Block(id, locale, text, place)
                }
                None => File::MisnamedBlock(id, place),
            },
            Words::Messages(code, layer) => locale(code, Named::Folder)
                .map_or(File::Nothing, |locale| File::Messages(messages::parse(&document, locale, layer))),
        };
        let (diagnostics, said_once) = document.into_all_diagnostics();
        Self { file, misnamed, diagnostics, said_once }
    }
}
