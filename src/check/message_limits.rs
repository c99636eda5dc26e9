//! `limit`: a message has more placeables than Fluent's library shows.

use super::own_patterns;
use crate::diagnostic::{Code, Diagnostic};
use crate::limits::PLACEABLES;
use crate::parse::pattern::TOO_LONG_HELP;
use crate::site::Site;

pub(super) fn check(Site { library, .. }: &Site) -> Vec<Diagnostic> {
    let too_long = own_patterns(library).filter(|(.., pattern)| pattern.placeables > PLACEABLES);
    too_long
        .map(|(language, id, pattern)| {
            let message =
                format!("`{}` has {} placeables, and at most {PLACEABLES} can be shown", id.value, pattern.placeables);
            Diagnostic::error(Code::Limit, message)
                .at(id.place.clone())
                .in_locale(&library.messages[language].code)
                .help(TOO_LONG_HELP)
        })
        .collect()
}
