//! `missing-message`, for what templates name in so many words: `t(id="…")`.

use super::undefined_message;
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::message_id::MessageId;
use crate::place::Located;
use crate::site::Site;

pub(super) fn check(Site { library, .. }: &Site) -> Vec<Diagnostic> {
    let uses = library.theme.message_uses.iter();
    let undefined = uses.filter(|id| !library.messages.contains(library.default_locale, &id.value));
    let diagnose = |id: &Located<MessageId>| {
        if id.value.is_term() {
            let name = id.value.name();
            let message = format!("templates cannot ask for the term `{}`", id.value);
            let saying = MessageId::message(name);
            let write = super::to_write(library, library.default_locale, &saying, Some(&format!("{{ -{name} }}")));
            let help = format!("{write}, and ask for `{name}`");
            return Diagnostic::error(Code::MissingMessage, message).at(id.place.clone()).help(help);
        }
        undefined_message(library, &id.value, Some(&id.place))
    };
    undefined.map(diagnose).collect()
}
