//! `missing-message`, for what templates name in so many words: `t(id="…")`.

use super::undefined_message;
use crate::diagnostic::Diagnostic;
use crate::site::Site;

pub(super) fn check(Site { library, .. }: &Site) -> Vec<Diagnostic> {
    let uses = library.theme.message_uses.iter();
    let undefined = uses.filter(|id| !library.messages.contains(library.default_locale, &id.value));
    undefined.map(|id| undefined_message(library, &id.value, Some(&id.place))).collect()
}
