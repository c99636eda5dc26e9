//! `invalid-id`: ids that authors choose, of folders and of things in the configuration and in facts. Addresses and paths are
//! made of many of them, so each must be an ASCII slug.

use super::program_messages::Family;
use super::table::Table;
use crate::diagnostic::{Code, Diagnostic, on_one_line};
use crate::locale::LocaleCode;
use crate::place::Located;
use crate::slug::{self, NotASlug, Slug, SlugStyle};

/// What is wrong with the id of something, if anything. `change` says what to do for another id to take its place, one that
/// `is_free`.
pub(super) fn mistake(
    id: &str,
    of: &str,
    locale: &LocaleCode,
    is_free: &mut impl FnMut(&Slug) -> bool,
    change: impl Fn(&Slug) -> String,
) -> Option<Diagnostic> {
    let why = SlugStyle::Ascii.read(id).err()?;
    let because = rule(why);
    let made = SlugStyle::Ascii.of_title(id, locale);
    let proposal = made.and_then(|made| made.or_numbered().find(is_free));
    let proposal = proposal.map(|slug| format!("{}: ", change(&slug)));
    let diagnostic = Diagnostic::error(Code::InvalidId, format!("`{}` cannot be the id of {of}", on_one_line(id)));
    Some(diagnostic.help(format!("{}{because}", proposal.unwrap_or_default())))
}

/// What an id must be that is none.
fn rule(why: NotASlug) -> &'static str {
    match why {
        NotASlug::Empty | NotASlug::Letters => "ids are lower-case letters, digits and single hyphens",
        NotASlug::Long => "ids have at most 80 characters",
        NotASlug::Reserved => "Windows has no files and folders of this name",
    }
}

/// The id as its own type; `None` if it is none, which is reported with a proposal. `what` is `a skill`; `family` are the
/// messages that name such things.
pub(super) fn read<T: for<'a> From<&'a str>>(
    table: &Table,
    written: Located<String>,
    what: &str,
    family: Option<&Family>,
) -> Option<Located<T>> {
    let Located { value, place } = written;
    match SlugStyle::Ascii.read(&value) {
        Ok(_) => Some(Located { value: T::from(&value), place }),
        Err(why) => {
            table.report_at(invalid(&value, why, what, family), &place);
            None
        }
    }
}

/// What to say of an id that is none.
fn invalid(written: &str, why: NotASlug, what: &str, family: Option<&Family>) -> Diagnostic {
    let message = match written {
        "" => format!("the id of {what} cannot be empty"),
        written => format!("`{}` cannot be the id of {what}", on_one_line(written)),
    };
    let diagnostic = Diagnostic::error(Code::InvalidId, message);
    let name = family.map_or(written, |family| without(written, family.name)).trim();
    // Of `collection/entry` the entry is meant.
    let id = slug::id(name.rsplit('/').next().unwrap_or(name));
    match (id, family) {
        (None, _) => diagnostic.help(rule(why)),
        // More than a slip of the keyboard: these are words that readers are to see.
        (Some(id), Some(family)) if id.as_str() != name.to_lowercase() => {
            let message = family.id(id.as_str());
            diagnostic
                .help(format!("write `{id}`; what readers see is the message `{message} = {}`", on_one_line(name)))
        }
        (Some(id), _) => diagnostic.did_you_mean(Some(id.as_str()), ""),
    }
}

fn without<'w>(written: &'w str, beginning: &str) -> &'w str {
    let has_it = written.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning));
    if has_it { &written[beginning.len()..] } else { written }
}
