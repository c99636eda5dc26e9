//! `missing-message`, `invalid-id` and `unknown-variable`, for what the program itself asks for: it must be defined where
//! nothing else serves, and it must say something with what it is handed.

use super::asked::{self, Ask};
use super::undefined_message;
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
        asked::for_each(site, locale, &mut |ask| diagnostics.extend(mistake(site, locale, &ask)));
    }
    diagnostics
}

fn mistake(site: &Site, locale: LocaleIndex, ask: &Ask) -> Option<Diagnostic> {
    let library = &site.library;
    let id = ask.id();
    if library.messages.fixed(locale, &id).is_some() {
        return None;
    }
    match library.messages.format(locale, &id, &ask.handed.arguments(site, locale)) {
        Ok(_) => None,
        Err(MessageError::Faulty { problem, place, .. }) => Some(faulty(&id, problem, place, &library[locale].code)),
        Err(MessageError::Missing { .. }) => whole_id(ask.of, ask.member, ask.place).or_else(|| {
            // Sections have a check of their own.
            let is_error = ask.of.otherwise == Otherwise::Error(Code::MissingMessage);
            is_error.then(|| undefined_message(library, &id, ask.place))
        }),
    }
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

fn faulty(id: &MessageId, Problem { code, message }: Problem, place: Place, locale: &LocaleCode) -> Diagnostic {
    let help = match code {
        Code::Limit => TOO_LONG_HELP,
        Code::UnknownReference => "define what it refers to in the same language, or take the reference out",
        Code::CyclicReference => "break the circle",
        _ => "the documentation of messages says which variables this one is handed",
    };
    Diagnostic::error(code, format!("the message `{id}` cannot be shown: {message}"))
        .at(place)
        .in_locale(locale)
        .help(help)
}
