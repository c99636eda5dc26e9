//! Files and folders that are named after a locale.

use std::collections::BTreeMap;

use super::document::Document;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::LocaleCode;
use crate::locale::names::meant_by;
use crate::place::{Place, SourcePath};

/// What bears the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Named {
    /// A text, `de.md`.
    File,
    /// A folder of messages, `locales/de/`.
    Folder,
}

/// A name that is not in the canonical form of its locale's code.
pub(super) struct Spelling {
    written: String,
    code: LocaleCode,
    named: Named,
    place: Place,
}

/// Reads a name. One that is no code is reported.
pub(super) fn locale(document: &Document, written: &str, named: Named) -> Option<(LocaleCode, Option<Spelling>)> {
    match written.parse::<LocaleCode>() {
        Ok(code) if code.is_written(written) => Some((code, None)),
        Ok(code) => {
            let place = Place::start_of(document.file);
            let spelling = Spelling { written: written.to_owned(), code: code.clone(), named, place };
            Some((code, Some(spelling)))
        }
        Err(error) => {
            let meant = meant_by(written).map(|code| named.after(&code));
            let help = "name the file or folder after the locale: `en`, `pt-BR`";
            let diagnostic = Diagnostic::error(Code::UnexpectedFile, format!("`{written}` {error}"));
            document.report(diagnostic.did_you_mean(meant.as_deref(), help), 0..0);
            None
        }
    }
}

impl Named {
    fn after(self, code: &LocaleCode) -> String {
        match self {
            Self::File => format!("{code}.md"),
            Self::Folder => format!("{code}/"),
        }
    }
}

/// Hints at names that are not canonical, each once however many files bear it.
pub(super) fn hints<'s>(spellings: impl IntoIterator<Item = &'s Spelling>) -> Vec<Diagnostic> {
    let mut by_name: BTreeMap<(&str, Named), Vec<&Spelling>> = BTreeMap::new();
    for spelling in spellings {
        by_name.entry((&spelling.written, spelling.named)).or_default().push(spelling);
    }
    let hint = |(_, alike): (_, Vec<&Spelling>)| {
        let Spelling { written, code, named, place } = alike[0];
        let name = named.after(code);
        let help = match (named, alike.len() - 1) {
            (Named::File, 0) => format!("name the file `{name}`"),
            (Named::File, more) => format!("name the file `{name}`, and {more} more like it"),
            (Named::Folder, _) => format!("name the folder `{name}`"),
        };
        let message = format!("`{written}` is read as `{code}`");
        Diagnostic::hint(Code::UnexpectedFile, message).at(place.clone()).help(help)
    };
    by_name.into_iter().map(hint).collect()
}

/// Two texts of an entry in one locale: `EN.md` beside `en.md`.
pub(super) fn twins(code: &LocaleCode, first: &SourcePath, second: &Place) -> Diagnostic {
    let name = |path: &SourcePath| path.segments().last().unwrap_or_default().to_owned();
    let message = format!("`{}` and `{}` are both the text in `{code}`", name(first), name(&second.file));
    let help = format!("keep one of them, and name it `{}`", Named::File.after(code));
    Diagnostic::error(Code::NameClash, message).at(second.clone()).help(help)
}
