//! Names of files as authors write them in links: percent-encoded or not, their accents in whichever form.

use std::borrow::Cow;
use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;

use crate::slug::composed;

/// Files by their paths and by the composed form of these.
#[derive(Default, Hash)]
pub(super) struct FileNames(BTreeMap<String, String>);

impl FileNames {
    /// Takes the paths of files.
    pub(super) fn of<'f>(files: impl Iterator<Item = &'f str> + Clone) -> Self {
        let by_composed = files.clone().map(|file| (composed(file).into_owned(), file.to_owned()));
        let by_name = files.map(|file| (file.to_owned(), file.to_owned()));
        Self(by_composed.chain(by_name).collect())
    }

    /// The file that an author has written the path of.
    pub(super) fn find(&self, written: &str) -> Option<&str> {
        let decoded = decoded(written);
        let candidates = [&*decoded, &*composed(&decoded), written];
        candidates.iter().find_map(|path| self.0.get(*path)).map(String::as_str)
    }

    /// Whether there is a file of exactly this path.
    pub(super) fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }
}

/// A path that an author has written, without percent-encoding.
pub(super) fn decoded(written: &str) -> Cow<'_, str> {
    percent_decode_str(written).decode_utf8().unwrap_or(Cow::Borrowed(written))
}

/// A path that an author has written, and the query and fragment that follow it.
pub(super) fn divided(written: &str) -> (&str, &str) {
    written.split_at(written.find(['?', '#']).unwrap_or(written.len()))
}
