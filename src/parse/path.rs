//! What the path of a file says about it: the layout of a site on disk.

use std::path::Path;

use super::messages::Layer;
use super::theme::SOCIAL_IMAGE;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::{EntryId, closest};
use crate::load::{CONFIG_FILE, Fault};
use crate::place::{Place, SourcePath};

/// What a file is there for.
pub(super) enum Meaning<'p> {
    /// `entry.toml` of an entry.
    Facts(EntryId),
    /// The text of an entry in the locale of this code.
    Text(EntryId, &'p str),
    /// Messages in the locale of this code.
    Messages(&'p str, Layer),
    /// A template, by its path below `templates/`.
    Template(String),
    /// The options of the theme.
    ThemeOptions,
    /// The template of the pictures for social networks.
    SocialImage,
    /// A font of the theme, by its name.
    Font(String),
    /// A static file of the theme, by its path below `static/`.
    Static(String),
    /// The configuration, which is read first, and what belongs to another theme than the one in use.
    Ignored,
    /// Nothing reads it.
    Unexpected,
}

impl<'p> Meaning<'p> {
    /// Reads a path of the site or of the theme in the program.
    pub(super) fn of(path: &'p SourcePath, theme: &str, from_program: bool) -> Self {
        let segments: Vec<_> = path.segments().collect();
        let entry = |collection: &str, name: &str| EntryId { collection: collection.into(), name: name.into() };
        match segments.as_slice() {
            ["content", collection, name, "entry.toml"] => Self::Facts(entry(collection, name)),
            ["content", collection, name, file] => match file.strip_suffix(".md") {
                Some(code) => Self::Text(entry(collection, name), code),
                None => Self::Unexpected,
            },
            ["locales", code, .., file] if has_extension(file, "ftl") => Self::Messages(code, Layer::Site),
            ["themes", name, ..] if *name != theme => Self::Ignored,
            ["themes", _, "templates", SOCIAL_IMAGE] => Self::SocialImage,
            ["themes", _, "fonts", file] if has_extension(file, "ttf") || has_extension(file, "otf") => {
                Self::Font((*file).to_owned())
            }
            ["themes", _, "templates", .., file] if !has_extension(file, "html") => Self::Unexpected,
            ["themes", _, "templates", rest @ ..] if !rest.is_empty() => Self::Template(rest.join("/")),
            ["themes", _, "static", rest @ ..] if !rest.is_empty() => Self::Static(rest.join("/")),
            ["themes", _, "locales", code, .., file] if has_extension(file, "ftl") => {
                Self::Messages(code, if from_program { Layer::Program } else { Layer::Theme })
            }
            ["themes", _, "theme.toml"] => Self::ThemeOptions,
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
    let name = path.segments().last().unwrap_or_default();
    let diagnostic = Diagnostic::warning(Code::UnexpectedFile, "nothing reads this file").at(Place::start_of(path));
    match path.segments().next() {
        Some("content") => diagnostic.did_you_mean(
            closest(name, ["entry.toml"]).filter(|_| !has_extension(name, "md")),
            "texts are `content/<collection>/<entry>/<locale>.md`, other files belong in `static/`",
        ),
        Some("themes") => {
            diagnostic.help("templates are `.html` files; other files of a theme belong in its `static/`")
        }
        _ => diagnostic.help("messages are `locales/<locale>/….ftl`; other files belong in `static/`"),
    }
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
    };
    Diagnostic::error(code, message).at(Place::start_of(&shown(path))).help(help)
}

/// The path of something whose name may not be UTF-8, as text: the bytes that are none are escaped.
fn shown(path: &Path) -> SourcePath {
    let chunks = path.as_os_str().as_encoded_bytes().utf8_chunks();
    let text = chunks.map(|chunk| format!("{}{}", chunk.valid(), chunk.invalid().escape_ascii()));
    SourcePath::from(text.collect::<String>())
}
