//! What the path of a file says about it: the layout of a site on disk.

use std::ffi::OsStr;
use std::path::Path;

use super::block_line::BLOCKS;
use super::file_name::{self, Misnamed};
use super::messages::Layer;
use super::theme::SOCIAL_IMAGE;
use crate::diagnostic::{Code, Diagnostic, on_one_line};
use crate::id::{BlockId, EntryId, closest};
use crate::load::{CONFIG_FILE, Fault};
use crate::locale::LocaleCode;
use crate::place::{Place, SourcePath};

/// The file with what is true of an entry in every language.
const FACTS: &str = "entry.toml";

/// What a file is there for.
pub(super) enum Meaning<'p> {
    /// It holds words, which must be UTF-8.
    Words(Words<'p>),
    /// What is meant as the text of an entry in this locale, by its name: `en.md.txt`.
    MisnamedText(EntryId, LocaleCode),
    /// What is meant as the facts of an entry, by its name: `entry.tml`.
    MisnamedFacts,
    /// A font of the theme, by its name.
    Font(String),
    /// A static file of the theme, by its path below `static/`.
    Static(String),
    /// The configuration, which is read first, and what belongs to another theme than the one in use.
    Ignored,
    /// Nothing reads it.
    Unexpected,
}

/// What a file with words is there for.
pub(super) enum Words<'p> {
    /// `entry.toml` of an entry.
    Facts(EntryId),
    /// The text of an entry in the locale of this code.
    Text(EntryId, &'p str),
    /// The text of a shared block in the locale of this code.
    Block(BlockId, &'p str),
    /// Messages in the locale of this code.
    Messages(&'p str, Layer),
    /// A template, by its path below `templates/`.
    Template(String),
    /// The options of the theme.
    ThemeOptions,
    /// The template of the pictures for social networks.
    SocialImage,
}

impl<'p> Meaning<'p> {
    /// Reads a path of the site or of the theme in the program.
    pub(super) fn of(path: &'p SourcePath, theme: &str, from_program: bool) -> Self {
        let segments: Vec<_> = path.segments().collect();
        let entry = |collection: &str, name: &str| EntryId { collection: collection.into(), name: name.into() };
        match segments.as_slice() {
            ["content", BLOCKS, name, file] if let Some(code) = file.strip_suffix(".md") => {
                Self::Words(Words::Block((*name).into(), code))
            }
            ["content", BLOCKS, _, FACTS] => Self::Unexpected,
            ["content", collection, name, FACTS] => Self::Words(Words::Facts(entry(collection, name))),
            ["content", collection, name, file] => match file.strip_suffix(".md") {
                Some(code) => Self::Words(Words::Text(entry(collection, name), code)),
                None => match meant_locale(file) {
                    Some(locale) => Self::MisnamedText(entry(collection, name), locale),
                    None if !is_written(file) && closest(file, [FACTS]).is_some() => Self::MisnamedFacts,
                    None => Self::Unexpected,
                },
            },
            ["locales", code, .., file] if has_extension(file, "ftl") => {
                Self::Words(Words::Messages(code, Layer::Site))
            }
            ["themes", name, ..] if *name != theme => Self::Ignored,
            ["themes", _, "templates", SOCIAL_IMAGE] => Self::Words(Words::SocialImage),
            ["themes", _, "fonts", file] if has_extension(file, "ttf") || has_extension(file, "otf") => {
                Self::Font((*file).to_owned())
            }
            ["themes", _, "templates", .., file] if !has_extension(file, "html") => Self::Unexpected,
            ["themes", _, "templates", rest @ ..] if !rest.is_empty() => Self::Words(Words::Template(rest.join("/"))),
            ["themes", _, "static", rest @ ..] if !rest.is_empty() => Self::Static(rest.join("/")),
            ["themes", _, "locales", code, .., file] if has_extension(file, "ftl") => {
                let layer = if from_program { Layer::Program } else { Layer::Theme };
                Self::Words(Words::Messages(code, layer))
            }
            ["themes", _, "theme.toml"] => Self::Words(Words::ThemeOptions),
            [CONFIG_FILE] | ["themes", _, ..] => Self::Ignored,
            _ => Self::Unexpected,
        }
    }
}

fn has_extension(file: &str, extension: &str) -> bool {
    Path::new(file).extension().is_some_and(|found| found == extension)
}

/// What to say of a file that nothing reads.
pub(super) fn unexpected(path: &SourcePath) -> Diagnostic {
    let segments: Vec<_> = path.segments().collect();
    nothing_reads().at(Place::start_of(path)).help(match segments[0] {
        "content" if segments.get(1) == Some(&BLOCKS) => "blocks are `content/blocks/<id>/<locale>.md`",
        "content" => "texts are `content/<collection>/<entry>/<locale>.md`, and other files lie beside them",
        "themes" => "templates are `.html` files; other files of a theme belong in its `static/`",
        _ => "messages are `locales/<locale>/….ftl`; other files belong in `static/`",
    })
}

/// What to say of a folder that has almost the name of one that is not there.
pub(super) fn lookalike(folder: &str, meant: &str) -> Diagnostic {
    let message = format!("nothing reads the folder `{}/`, and there is no `{meant}/`", on_one_line(folder));
    // Without content a site is empty, and what an earlier build has published would be removed.
    let is_empty = meant == "content";
    let say: fn(Code, String) -> Diagnostic = if is_empty { Diagnostic::error } else { Diagnostic::warning };
    say(Code::UnexpectedFile, message).help(format!("did you mean `{meant}`? Rename the folder"))
}

fn nothing_reads() -> Diagnostic {
    Diagnostic::warning(Code::UnexpectedFile, "nothing reads this file")
}

/// What to say of a file that is meant as the facts of an entry.
pub(super) fn misnamed_facts(path: &SourcePath) -> Misnamed {
    Misnamed::file(nothing_reads(), path, FACTS.to_owned())
}

/// What to say of a file that is meant as a text.
pub(super) fn misnamed_text(path: &SourcePath, locale: &LocaleCode) -> Misnamed {
    let name = path.segments().last().unwrap_or_default();
    let message = format!("nothing reads `{name}`: the name of a text is its locale and `.md`");
    Misnamed::file(Diagnostic::error(Code::UnexpectedFile, message), path, file_name::text_of(locale))
}

/// What to say of a file that cannot be read, although nothing is wrong with the disk.
pub(super) fn fault(path: &Path, fault: Fault) -> Diagnostic {
    let (code, message, help) = match fault {
        Fault::Name => (Code::InvalidEncoding, "the name of this file is not UTF-8", "rename it"),
        Fault::DanglingLink => {
            (Code::UnexpectedFile, "this link leads nowhere", "remove it, or let it lead to a file that is there")
        }
        Fault::Loop => {
            (Code::UnexpectedFile, "this link leads round in a circle", "remove it, or let it lead to something else")
        }
        Fault::OutsideSite => (
            Code::OutsideSite,
            "this link leads out of the folder of the site in which it lies, or to something hidden",
            "put a copy in its place, or allow the folder to which it leads: `--allow-links-to DIR`",
        ),
        Fault::ManyLinks => (
            Code::Limit,
            "links lead into this folder more than 1,000 times, one by way of another",
            "remove links to it, or put copies in their place",
        ),
        Fault::TooLarge => (
            Code::Limit,
            "this file has more than 10 MB, the most that a text may have",
            "divide it into several files",
        ),
        Fault::ManyLines => (
            Code::Limit,
            "this file has more than 100,000 lines, the most that a text may have",
            "divide it into several files",
        ),
        Fault::NoFile => (
            Code::UnexpectedFile,
            "this is a pipe, a socket or a device, not a file",
            "remove it, or put a file in its place",
        ),
    };
    Diagnostic::error(code, message).at(Place::start_of(&shown(path))).help(help)
}

/// The path of something whose name may not be UTF-8, as text: the bytes that are none are escaped.
fn shown(path: &Path) -> SourcePath {
    let chunks = path.as_os_str().as_encoded_bytes().utf8_chunks();
    let text = chunks.map(|chunk| format!("{}{}", chunk.valid(), chunk.invalid().escape_ascii()));
    SourcePath::from(text.collect::<String>())
}

/// Whether a file is one that people write texts in. Those with the right ending are read.
#[must_use]
pub fn is_written(name: &str) -> bool {
    let extension = Path::new(name).extension().and_then(OsStr::to_str).unwrap_or_default();
    ["md", "markdown", "mdown", "mkd", "txt", "text"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}

/// The locale after which a file is named that people may have meant as a text: `en.md.txt`.
fn meant_locale(name: &str) -> Option<LocaleCode> {
    let code = name.split(['.', ' ', '(']).find(|part| !part.is_empty()).filter(|_| is_written(name))?;
    code.parse().ok().filter(LocaleCode::has_known_language)
}
