//! `missing-message`, for what templates name in so many words: `t(id="…")`.

use crate::diagnostic::{Code, Diagnostic};
use crate::id::closest;
use crate::plan::Routes;
use crate::resolve::library::Library;

pub(super) fn check(library: &Library, _: &Routes) -> Vec<Diagnostic> {
    let default = library.default_locale;
    let uses = library.theme.message_uses.iter().filter(|id| !library.messages.contains(default, &id.value));
    uses.map(|id| {
        let known = library.messages.definitions(default).map(|definition| definition.id.value.as_str());
        let help = format!("define it in `locales/{}/`", library[default].code);
        Diagnostic::error(Code::MissingMessage, format!("the message `{}` is not defined", id.value))
            .at(id.place.clone())
            .did_you_mean(closest(&id.value, known), help)
    })
    .collect()
}
