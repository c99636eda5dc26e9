//! Files of messages as a whole: which of them nobody reads, and what they define twice.

use std::collections::{BTreeMap, BTreeSet};

use super::languages::Language;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::LocaleCode;
use crate::locale::names::meant_of;
use crate::parse::message_id::MessageId;
use crate::parse::messages::{Definition, Layer, MessageFile};
use crate::place::Place;

/// Reports what is wrong with the files of all codes.
pub(super) fn report(
    files: &BTreeMap<LocaleCode, Vec<MessageFile>>,
    languages: &[Language],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let read: BTreeSet<_> = languages.iter().flat_map(Language::own_codes).collect();
    for (code, files) in files {
        if read.contains(code) {
            diagnostics.extend(duplicates(code, files));
        } else if let Some(first) = files.iter().find(|file| file.layer == Layer::Site) {
            diagnostics.push(unread(code, languages).at(Place::start_of(&first.path)));
        }
    }
    let wordless = languages.iter().filter(|language| language.is_fallback_alone() && language.files(files).is_empty());
    diagnostics.extend(wordless.map(wordless_fallback));
}

/// What to say of a folder of messages that no locale reads. Themes may speak more languages than the site.
fn unread(code: &LocaleCode, languages: &[Language]) -> Diagnostic {
    let known: BTreeSet<_> = languages.iter().flat_map(Language::own_codes).map(|code| code.to_string()).collect();
    let known: Vec<_> = known.into_iter().collect();
    let message = format!("no locale of this site reads the messages in `locales/{code}/`");
    let meant = meant_of(&code.to_string(), &known).map(|meant| format!("locales/{meant}/"));
    let help = format!("add a table `[[locales]]` with `code = \"{code}\"` to `rolebook.toml`, or remove the folder");
    Diagnostic::warning(Code::UnknownReference, message).did_you_mean(meant.as_deref(), help)
}

/// What to say of a fallback in which there are no words.
fn wordless_fallback(language: &Language) -> Diagnostic {
    let code = &language.code;
    let message =
        format!("there are no words in `{code}`: it is no locale of this site, and the theme does not speak it");
    let help = format!("remove it, or write messages in `locales/{code}/`");
    Diagnostic::warning(Code::UnknownReference, message).at(language.place.clone()).help(help)
}

/// What the files of a code define twice in a layer.
fn duplicates(code: &LocaleCode, files: &[MessageFile]) -> Vec<Diagnostic> {
    let mut known: BTreeMap<(Layer, &MessageId), &Definition> = BTreeMap::new();
    // Those of pseudo-locales are made from others.
    let definitions = files.iter().flat_map(|file| &file.definitions).filter(|definition| definition.locale == *code);
    let again = definitions.filter_map(|definition| {
        let earlier = known.insert((definition.layer, &definition.id.value), definition)?;
        Some(duplicate(earlier, definition).in_locale(code))
    });
    again.collect()
}

fn duplicate(earlier: &Definition, later: &Definition) -> Diagnostic {
    let message = format!("`{}` is defined twice", later.id.value);
    let first = &earlier.id.place;
    Diagnostic::error(Code::DuplicateMessage, message)
        .at(later.id.place.clone())
        .help(format!("remove one of the two; the other is in `{}`, line {}", first.file, first.line))
}
