//! `missing-message`, `invalid-id` and `unknown-variable`, for what the program itself asks for: it must be defined where
//! nothing else serves, and it must say something with what it is handed.

use super::asked::{self, Ask};
use super::{message_handed, undefined_message};
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::LocaleCode;
use crate::parse::message_id::MessageId;
use crate::parse::pattern::TOO_LONG_HELP;
use crate::parse::program_messages::{Asker, Otherwise, ProgramMessage};
use crate::place::Place;
use crate::resolve::library::LocaleIndex;
use crate::resolve::messages::{MessageError, Problem};
use crate::site::Site;

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for locale in super::locales(&site.library) {
        asked::for_each(site, locale, &mut |ask| diagnostics.extend(mistakes(site, locale, &ask)));
    }
    diagnostics
}

fn mistakes(site: &Site, locale: LocaleIndex, ask: &Ask) -> Vec<Diagnostic> {
    let library = &site.library;
    let id = ask.id();
    if library.messages.fixed(locale, &id).is_some() {
        return Vec::new();
    }
    let arguments = ask.handed.arguments(site, locale);
    match library.messages.format(locale, &id, &arguments) {
        Ok(_) => Vec::new(),
        Err(MessageError::Faulty { problem, place, .. }) => {
            let found = message_handed::mistakes(library, locale, &id, &arguments);
            found.unwrap_or_else(|| faulty(&id, problem, place, &library[locale].code))
        }
        Err(MessageError::Missing { .. }) => {
            let otherwise = || {
                // Sections have a check of their own.
                let is_error = ask.of.otherwise == Otherwise::Error(Code::MissingMessage);
                is_error.then(|| undefined_message(library, &id, ask.place))
            };
            whole_id(ask.of, ask.member, ask.place).or_else(otherwise).into_iter().collect()
        }
    }
}

fn faulty(id: &MessageId, Problem { code, message }: Problem, place: Place, locale: &LocaleCode) -> Vec<Diagnostic> {
    let help = match code {
        // Circles have a check of their own.
        Code::CyclicReference => return Vec::new(),
        Code::Limit => TOO_LONG_HELP,
        _ => "correct what the message says",
    };
    let diagnostic = Diagnostic::error(code, format!("the message `{id}` cannot be shown: {message}")).at(place);
    vec![diagnostic.in_locale(locale).help(help)]
}

/// What to say of an id that repeats how the messages of its family begin: `skill-java` for the skill `java`.
pub(super) fn whole_id(of: &ProgramMessage, member: &str, place: Option<&Place>) -> Option<Diagnostic> {
    // A folder may be called as it likes.
    let meant = member.strip_prefix(of.name).filter(|meant| !meant.is_empty() && of.asker != Asker::Collection)?;
    if of.attribute.is_some() {
        return None;
    }
    let message = format!("`{member}` begins with `{}`, which stands before it in the id of its message", of.name);
    let mut diagnostic = Diagnostic::error(Code::InvalidId, message).did_you_mean(Some(meant), "");
    diagnostic.place = place.cloned();
    Some(diagnostic)
}
