//! Links to files beside texts: which file is meant, where it is published, and what to say if it cannot be.
//!
//! A file is the entry's in whose folder it lies. `team.de.jpg` takes the place of `team.jpg` in German texts. Pictures are
//! published among the assets under a name with a fingerprint of what is in them, other files beside each page that links to
//! them.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::Path;

use super::file_names::{FileNames, decoded, divided};
use super::index::EntryIndex;
use super::links::{Destination, Names, broken};
use super::published_file::{PublishedAt, PublishedFile};
use crate::diagnostic::{Code, Diagnostic};
use crate::fingerprint::DIGITS_IN_NAMES;
use crate::id::{EntryId, closest_in};
use crate::limits::PICTURE_SIDE;
use crate::load::STATIC;
use crate::load::beside::{Beside, KnownContents, below};
use crate::locale::LocaleCode;
use crate::parse::link::LinkTarget;
use crate::parse::picture::{self, Flaw, Size};
use crate::permalink::encoded_rest;
use crate::place::{Located, Place, SourcePath};
use crate::slug;

/// The locales whose files serve a text, by the text's: its own, then its fallbacks, the default locale last.
pub(super) type Chains = BTreeMap<LocaleCode, Vec<LocaleCode>>;

/// Whose folder it is.
#[derive(Clone, Debug, Hash)]
pub(super) enum Owner {
    /// An entry, beside whose pages files can be published.
    Entry(EntryId, EntryIndex),
    /// A shared block, which stands on many pages.
    Block(EntryId),
}

impl Owner {
    fn id(&self) -> &EntryId {
        match self {
            Self::Entry(id, _) | Self::Block(id) => id,
        }
    }
}

/// The folder of an entry: what relative links in its texts can lead to.
pub(super) struct Folder<'f> {
    owner: Owner,
    files: BTreeMap<&'f str, (&'f SourcePath, &'f Beside)>,
    names: FileNames,
    known: &'f KnownContents,
    /// What has come of the files that have been looked into.
    readings: RefCell<BTreeMap<&'f str, Reading>>,
}

/// What has come of a file: where it is published and its size, or what is wrong with it.
type Reading = Result<(PublishedAt, Option<Size>), Box<Diagnostic>>;

impl std::hash::Hash for Folder<'_> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        // The rest is made of these.
        let Self { owner, files, names: _, known: _, readings: _ } = self;
        owner.hash(state);
        files.hash(state);
    }
}

/// A link to be resolved.
struct Link<'l> {
    /// As it is written, without what follows the path.
    path: &'l str,
    rest: &'l str,
    is_shown: bool,
    place: Place,
}

impl<'f> Folder<'f> {
    /// The folder of an entry or block, of all files beside texts.
    pub(super) fn of(owner: Owner, all: &'f BTreeMap<SourcePath, Beside>, known: &'f KnownContents) -> Self {
        let folder = format!("content/{}/", owner.id());
        let files: BTreeMap<_, _> =
            below(all, &folder).map(|(path, file)| (&path.as_str()[folder.len()..], (path, file))).collect();
        let names = FileNames::of(files.keys().copied());
        Self { owner, files, names, known, readings: RefCell::default() }
    }

    /// Where a relative link in a text of a locale leads. What leads nowhere is reported.
    pub(super) fn destination(
        &self,
        Located { value: written, place }: Located<&str>,
        is_shown: bool,
        (names, chains, locale): (&Names, &Chains, &LocaleCode),
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Destination {
        let (path, rest) = divided(written);
        let link = Link { path, rest, is_shown, place };
        let Some(path) = within(path) else { return self.above(&link, names, diagnostics) };
        let chain = chains.get(locale).map(Vec::as_slice).unwrap_or_default();
        let found = self.find(&path, chain).and_then(|name| self.files.get_key_value(name));
        let Some((name, (file, beside))) = found else {
            return broken(self.missing(&path, names), &link.place, diagnostics);
        };
        let reading = self.readings.borrow().get(name).cloned();
        let reading = reading.unwrap_or_else(|| {
            let reading = self.read(name, beside);
            self.readings.borrow_mut().insert(name, reading.clone());
            reading
        });
        match reading {
            Ok((_, None)) if link.is_shown => broken(no_picture(name), &link.place, diagnostics),
            Ok((at, size)) => {
                let rest = encoded_rest(link.rest).to_string();
                let file = PublishedFile { file: (*file).clone(), at, size, rest };
                Destination::File(Located { value: file, place: link.place })
            }
            Err(mistake) => broken(*mistake, &link.place, diagnostics),
        }
    }

    /// The file that is meant in a text: that of its language, or of a language that serves it, before the one for all.
    fn find(&self, path: &str, chain: &[LocaleCode]) -> Option<&str> {
        let dot = path.rfind('.').filter(|dot| !path[*dot..].contains('/'))?;
        let of = |code: &LocaleCode| {
            let code = code.to_string();
            let named = |code: &str| self.names.find(&format!("{}.{code}{}", &path[..dot], &path[dot..]));
            named(&code).or_else(|| named(&code.to_lowercase()))
        };
        let (own, default) = chain.split_at(chain.len().saturating_sub(1).max(1).min(chain.len()));
        let own = own.iter().find_map(of).or_else(|| self.names.find(path));
        own.or_else(|| default.iter().find_map(of))
    }

    /// What a link means that leads out of the folder: another entry, by its folder or by a text in it.
    fn above(&self, link: &Link, names: &Names, diagnostics: &mut Vec<Diagnostic>) -> Destination {
        let path = decoded(link.path);
        let parts: Vec<_> = path.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
        let own = self.owner.id().collection.as_str();
        let entry = match parts.as_slice() {
            ["..", "..", collection, name] | ["..", "..", collection, name, _] if *name != ".." => {
                Some((*collection, *name))
            }
            ["..", name] | ["..", name, _] if *name != ".." => Some((own, *name)),
            _ => None,
        };
        let entry = entry.filter(|(_, name)| !name.contains('.'));
        let is_text = |file: &&str| !file.contains('.') || file.strip_suffix(".md").is_some();
        match entry.filter(|_| !link.is_shown && parts.last().is_some_and(is_text)) {
            Some((collection, name)) => {
                let id = EntryId { collection: collection.into(), name: name.into() };
                names.destination(Located { value: LinkTarget::Entry(id), place: link.place.clone() }, diagnostics)
            }
            None => broken(outside(&path), &link.place, diagnostics),
        }
    }

    /// Where a file is published.
    fn read(&self, name: &str, file: &Beside) -> Reading {
        let extension = Path::new(name).extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase();
        let is_picture = picture::ENDS.contains(&extension.as_str());
        let unreadable = |error: std::io::Error| Box::new(unreadable(name, &error));
        let size = if is_picture {
            let size = file.open().and_then(|mut reader| picture::size(&mut reader, file.length(), &extension));
            Some(size.map_err(unreadable)?.map_err(|flaw| Box::new(flawed(name, &flaw)))?)
        } else {
            None
        };
        match &self.owner {
            Owner::Entry(_, entry) if !is_picture => Ok((PublishedAt::BesidePage(*entry, name.to_owned()), None)),
            _ => {
                let content = file.content(self.known).map_err(unreadable)?;
                let path = asset(name, &extension, &content.to_string()[..DIGITS_IN_NAMES]);
                Ok((PublishedAt::Asset(path, content), size))
            }
        }
    }

    /// What to say of a file that is not there.
    fn missing(&self, path: &str, names: &Names) -> Diagnostic {
        let path = decoded(path);
        let name = path.rsplit('/').next().unwrap_or_default();
        let lower = name.to_lowercase();
        if let Some(mistake) = not_published(&path, &lower, names, self.owner.id()) {
            return mistake;
        }
        let id = self.owner.id();
        let known: BTreeSet<_> = self.files.keys().copied().collect();
        let in_static = [&*path, name].into_iter().find(|path| names.files.has(path)).map(|path| format!("/{path}"));
        let meant = Some(path.replace('\\', "/")).filter(|path| known.contains(path.as_str()));
        let meant = meant.or(in_static).or_else(|| closest_in(&path, &known).map(str::to_owned));
        let help = format!("put the file into `content/{id}/`, or into `{STATIC}/` and write `/{name}`");
        Diagnostic::error(Code::BrokenLink, format!("there is no file `{path}` in `content/{id}/`"))
            .did_you_mean(meant.as_deref(), help)
    }
}

/// A path without steps to the same folder or back; `None` if it leads out of the folder.
fn within(path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/').filter(|part| !part.is_empty() && *part != ".") {
        match part {
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// `Team Plan.JPG` to `assets/team-plan.<digits>.jpg`: a name for every system and every address.
fn asset(name: &str, extension: &str, digits: &str) -> String {
    let stem = Path::new(name).file_stem().and_then(OsStr::to_str).unwrap_or_default();
    let stem = slug::id(stem).map_or_else(|| "file".to_owned(), |slug| slug.to_string());
    let dot = if extension.is_empty() { "" } else { "." };
    format!("assets/{stem}.{digits}{dot}{extension}")
}

/// What to say of a link to a file that is there for authors only.
fn not_published(path: &str, lower: &str, names: &Names, own: &EntryId) -> Option<Diagnostic> {
    let broken = |message: String| Diagnostic::error(Code::BrokenLink, message);
    if let Some(stem) = lower.strip_suffix(".md") {
        let other = EntryId { collection: own.collection.clone(), name: stem.into() };
        let meant = names.entries.contains_key(&other).then(|| format!("@{other}"));
        let message = format!("`{path}` is a text, which is no file of the site");
        return Some(broken(message).did_you_mean(meant.as_deref(), "link to an entry as `@collection/entry`"));
    }
    let message = format!("`{path}` is not published");
    if lower.strip_suffix(".toml").is_some() {
        return Some(
            broken(message).help("files that end in `.toml` are for the program: link to another, or rename it"),
        );
    }
    // They were written as `%2e%2e` or `%2f`.
    if path.split('/').any(|part| part == "..") {
        return Some(outside(path));
    }
    let is_hidden = path.split('/').any(|part| part.starts_with('.'));
    is_hidden.then(|| broken(message).help("names that begin with a full stop are hidden: rename the file"))
}

fn outside(path: &str) -> Diagnostic {
    let message = format!("`{path}` leads out of the folder of this entry");
    let help = format!(
        "put the file beside the text, or into `{STATIC}/` and write `/path`; link to an entry as `@collection/entry`"
    );
    Diagnostic::error(Code::BrokenLink, message).help(help)
}

fn no_picture(name: &str) -> Diagnostic {
    let message = format!("browsers do not show `{name}` as a picture");
    let help = format!("link to it: `[…]({name})`; pictures are files that end in `.{}`", picture::ENDS.join("`, `."));
    Diagnostic::error(Code::BrokenLink, message).help(help)
}

fn unreadable(name: &str, error: &std::io::Error) -> Diagnostic {
    let message = format!("`{name}` cannot be read: {error}");
    Diagnostic::error(Code::BrokenLink, message).help("let the program read the file, or put another in its place")
}

/// What to say of a picture that cannot be shown.
fn flawed(name: &str, flaw: &Flaw) -> Diagnostic {
    let message = match flaw {
        Flaw::Empty => format!("the picture `{name}` is empty"),
        Flaw::Other(what) => format!("`{name}` is {what}, not a picture of that kind"),
        Flaw::CutOff => format!("the end of the picture `{name}` is missing"),
        Flaw::NoSize => format!("the picture `{name}` does not say how large it is"),
        Flaw::Damaged => format!("the picture `{name}` is damaged"),
        Flaw::TooLarge(Size { width, height }) => {
            let message = format!("the picture `{name}` has {width} × {height} pixels");
            let help = format!("make it smaller: a picture may have {PICTURE_SIDE} pixels to a side");
            return Diagnostic::error(Code::Limit, message).help(help);
        }
    };
    let help = match flaw {
        Flaw::NoSize => "give its `<svg>` a `viewBox`, such as `viewBox=\"0 0 640 480\"`",
        _ => "save the picture again, and put it in place of this file",
    };
    Diagnostic::error(Code::BrokenLink, message).help(help)
}
