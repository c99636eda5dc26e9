//! `empty-message` and `message-space`: a translation shows something where its original does, and begins and ends alike.
//!
//! Fluent takes away space round a value, so that what is left was written on purpose: `{ " " }`, `{ "" }`.

use super::translations;
use crate::diagnostic::{Code, Diagnostic};
use crate::site::Site;

pub(super) fn check(Site { library, .. }: &Site) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for translation in translations(library) {
        let (own, original) = (translation.pattern.text.as_str(), translation.original.text.as_str());
        let id = &translation.id.value;
        let mut report = |code, message, help: &str| {
            let diagnostic = Diagnostic::warning(code, message).at(translation.id.place.clone());
            diagnostics.push(diagnostic.in_locale(&translation.language.code).help(help));
        };
        if own.trim().is_empty() {
            if !original.trim().is_empty() {
                report(
                    Code::EmptyMessage,
                    format!("`{id}` shows nothing"),
                    "translate it, or remove it so that a fallback is shown",
                );
            }
            continue;
        }
        let edges = [
            ("begins", own.starts_with(char::is_whitespace), original.starts_with(char::is_whitespace)),
            ("ends", own.ends_with(char::is_whitespace), original.ends_with(char::is_whitespace)),
        ];
        for (edge, own, original) in edges {
            match (own, original) {
                (true, false) => report(
                    Code::MessageSpace,
                    format!("`{id}` {edge} with space, its original does not"),
                    "take the space out",
                ),
                (false, true) => report(
                    Code::MessageSpace,
                    format!("`{id}` {edge} without the space of its original"),
                    "write the space as `{ \" \" }`",
                ),
                _ => {}
            }
        }
    }
    diagnostics
}
