//! Names of files and folders that should be others: most are named after a locale, and not in its usual form.
//!
//! A file is read alone, but which name it should have depends on the files beside it: no name is proposed that another has.

use std::collections::{BTreeMap, HashMap};

use super::document::Document;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::load::Sources;
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

/// A file or folder that should have another name.
pub(super) struct Misnamed {
    /// What is wrong with its name, and where it is.
    said: Diagnostic,
    named: Named,
    /// The name that it should have.
    meant: String,
    /// The path that it would then have; that of a folder ends with a slash.
    path: String,
}

impl Misnamed {
    /// A file that should have another name.
    pub(super) fn file(said: Diagnostic, file: &SourcePath, meant: String) -> Self {
        let folder = file.as_str().rsplit_once('/').map_or("", |(folder, _)| folder);
        let path = format!("{folder}/{meant}");
        Self { said: said.at(Place::start_of(file)), named: Named::File, meant, path }
    }

    /// A folder that should have another name, because of a file that lies in it.
    fn folder(said: Diagnostic, file: &SourcePath, written: &str, meant: String) -> Self {
        let parent = file.as_str().split_once(&format!("/{written}/")).map_or("", |(parent, _)| parent);
        let path = format!("{parent}/{meant}");
        Self { said: said.at(Place::start_of(file)), named: Named::Folder, meant, path }
    }

    /// Whether a file of the site has the name that this one should have, or a folder.
    fn is_taken(&self, sources: &Sources) -> bool {
        let mut after = sources.files.range(SourcePath::from(self.path.as_str())..);
        let is_own = |file: &SourcePath| !sources.from_program.contains(file);
        match self.named {
            Named::File => after.next().is_some_and(|(file, _)| file.as_str() == self.path),
            Named::Folder => {
                after.map(|(file, _)| file).take_while(|file| file.as_str().starts_with(&self.path)).any(is_own)
            }
        }
    }

    /// What to do, of this and of `more` files like it.
    fn help(&self, more: usize, sources: &Sources) -> String {
        let meant = &self.meant;
        match (self.named, self.said.severity) {
            (Named::Folder, _) if self.is_taken(sources) => {
                format!("move its files to `{meant}`, which is there already")
            }
            (Named::File, _) if self.is_taken(sources) => {
                format!("`{meant}` is there already: remove this file, or move it out of `content/`")
            }
            (Named::File, Severity::Hint) if more > 0 => format!("name the file `{meant}`, and {more} more like it"),
            (Named::File, Severity::Hint) => format!("name the file `{meant}`"),
            (Named::Folder, Severity::Hint) => format!("name the folder `{meant}`"),
            _ => format!("did you mean `{meant}`?"),
        }
    }
}

/// Reads a name. One that is no code is reported, or is to be reported later.
pub(super) fn locale(
    document: &Document,
    written: &str,
    named: Named,
    misnamed: &mut Option<Misnamed>,
) -> Option<LocaleCode> {
    let file = document.file;
    let with_name = |said, code: &LocaleCode| match named {
        Named::File => Misnamed::file(said, file, text_of(code)),
        Named::Folder => Misnamed::folder(said, file, written, format!("{code}/")),
    };
    let error = match written.parse::<LocaleCode>() {
        Ok(code) if code.is_written(written) => return Some(code),
        Ok(code) => {
            let message = format!("`{written}` is read as `{code}`");
            *misnamed = Some(with_name(Diagnostic::hint(Code::UnexpectedFile, message), &code));
            return Some(code);
        }
        Err(error) => error,
    };
    let diagnostic = Diagnostic::error(Code::UnexpectedFile, format!("`{written}` {error}"));
    if let Some(meant) = meant_by(written) {
        *misnamed = Some(with_name(diagnostic, &meant));
    } else {
        let help = "name the file or folder after the locale: `en`, `pt-BR`";
        document.report(diagnostic.help(help), 0..0);
    }
    None
}

/// The name of the text in a locale.
pub(super) fn text_of(code: &LocaleCode) -> String {
    format!("{code}.md")
}

/// What is wrong with names: what is the same of several files is said once, and nothing of a text that is there twice, which
/// is reported as that.
pub(super) fn mistakes(misnamed: &[&Misnamed], sources: &Sources) -> Vec<Diagnostic> {
    let mut wanted: HashMap<&str, usize> = HashMap::new();
    for Misnamed { path, .. } in misnamed.iter().filter(|of| of.said.severity == Severity::Hint) {
        *wanted.entry(path).or_default() += 1;
    }
    let is_twin = |of: &Misnamed| {
        let is_read = of.named == Named::File && of.said.severity == Severity::Hint;
        is_read && (of.is_taken(sources) || wanted[of.path.as_str()] > 1)
    };
    let mut alike: BTreeMap<_, Vec<&Misnamed>> = BTreeMap::new();
    for of in misnamed.iter().filter(|of| !is_twin(of)) {
        // A file that is not read is an error of its own.
        let own = (of.named == Named::File && of.said.severity == Severity::Error).then_some(&of.said.place);
        alike.entry((&of.said.message, of.named, own)).or_default().push(of);
    }
    alike.into_values().map(|alike| alike[0].said.clone().help(alike[0].help(alike.len() - 1, sources))).collect()
}

/// Two texts of an entry in one locale: `EN.md` beside `en.md`.
pub(super) fn twins(code: &LocaleCode, first: &SourcePath, second: &Place) -> Diagnostic {
    let name = |path: &SourcePath| path.segments().last().unwrap_or_default().to_owned();
    let message = format!("`{}` and `{}` are both the text in `{code}`", name(first), name(&second.file));
    let help = format!("keep one of them, and name it `{}`", text_of(code));
    Diagnostic::error(Code::NameClash, message).at(second.clone()).help(help)
}
