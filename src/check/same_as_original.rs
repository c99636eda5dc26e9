//! `same-as-original`: a translation that says the same as its original may not have been translated. Off by default.

use super::translations;
use crate::diagnostic::{Code, Diagnostic};
use crate::id::IdPatterns;
use crate::parse::program_messages::is_slug;
use crate::site::Site;

pub(super) fn check(Site { library, .. }: &Site) -> Vec<Diagnostic> {
    let config = &library.check;
    if !config.same_as_original {
        return Vec::new();
    }
    let allowed = IdPatterns::new(&config.same_as_original_allowed);
    let same = translations(library).filter(|translation| {
        let text = &translation.pattern.text;
        *text == translation.original.text
            && text.chars().any(char::is_alphabetic)
            && has_words(text)
            && !is_slug(&translation.id.value)
            && !allowed.fit(&translation.id.value.to_string())
    });
    same.map(|translation| {
        let message = format!("`{}` says the same as its original", translation.id.value);
        Diagnostic::warning(Code::SameAsOriginal, message)
            .at(translation.id.place.clone())
            .in_locale(&translation.language.code)
            .help("translate it, or list it under `same_as_original_allowed` in `rolebook.toml`")
    })
    .collect()
}

/// Whether there is anything to translate outside of placeables.
fn has_words(text: &str) -> bool {
    let mut depth = 0_usize;
    text.chars().any(|c| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => return depth == 0 && c.is_alphabetic(),
        }
        false
    })
}
