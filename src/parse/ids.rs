//! `invalid-id`: names of folders and of things in the configuration, of which addresses and paths are made.

use crate::diagnostic::{Code, Diagnostic, on_one_line};
use crate::locale::LocaleCode;
use crate::slug::{NotASlug, Slug, SlugStyle};

/// What is wrong with the id of something, if anything. `change` says what to do for another id to take its place.
pub(super) fn mistake(id: &str, of: &str, locale: &LocaleCode, change: impl Fn(&Slug) -> String) -> Option<Diagnostic> {
    let why = SlugStyle::Ascii.read(id).err()?;
    let because = match why {
        NotASlug::Empty | NotASlug::Letters => "ids are lower-case letters, digits and single hyphens",
        NotASlug::Long => "ids have at most 80 characters",
        NotASlug::Reserved => "Windows has no files and folders of this name",
    };
    let proposal = SlugStyle::Ascii.of_words(id, locale).map(|slug| format!("{}: ", change(&slug)));
    let diagnostic = Diagnostic::error(Code::InvalidId, format!("`{}` cannot be the id of {of}", on_one_line(id)));
    Some(diagnostic.help(format!("{}{because}", proposal.unwrap_or_default())))
}
