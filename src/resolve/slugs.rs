//! Slugs as authors write them: the attribute `.slug` of messages, and `slug` in front matter. The one place where it is said
//! which are no slugs, and what to write instead.

use fluent::FluentArgs;
use percent_encoding::percent_decode_str;

use super::index::LocaleIndex;
use super::locales::Locale;
use super::messages::{MessageError, Messages};
use crate::diagnostic::{Code, Diagnostic, on_one_line};
use crate::locale::LocaleCode;
use crate::parse::message_id::MessageRef;
use crate::parse::program_messages::{INDEX_SLUG, Otherwise, SEARCH_SLUG, SKILLS_SLUG, Single};
use crate::place::{Located, Place};
use crate::slug::{NotASlug, Slug, SlugStyle};

/// The most characters of a text that are shown of it.
const MOST_SHOWN: usize = 40;

/// A slug, and where an author has written it or what it is made from; without a place, the program's own.
#[derive(Clone, Debug)]
pub struct PlacedSlug {
    /// The slug.
    pub slug: Slug,
    /// The place.
    pub place: Option<Place>,
}

/// The slugs of the pages that a locale has beside its listings and entries.
pub struct PageSlugs {
    /// Of the page where readers search.
    pub search: PlacedSlug,
    /// Of the index from A to Z.
    pub index: PlacedSlug,
    /// Of the list of skills, below which the pages of skills are.
    pub skills: PlacedSlug,
}

/// Reads the slugs that messages have.
pub(super) struct SlugReader<'r> {
    pub(super) messages: &'r Messages,
    pub(super) locales: &'r [Locale],
    pub(super) style: SlugStyle,
}

impl SlugReader<'_> {
    /// The slugs of the pages of each locale.
    pub(super) fn pages(&self, diagnostics: &mut Vec<Diagnostic>) -> Vec<PageSlugs> {
        let mut of_locale = |locale| {
            let mut read = |of: &Single| {
                let Otherwise::Text(text) = of.otherwise else {
                    unreachable!("without a message such a slug is a text")
                };
                let otherwise = PlacedSlug { slug: of_id(text), place: None };
                self.of_message(of.id(), locale, otherwise, diagnostics)
            };
            PageSlugs { search: read(&SEARCH_SLUG), index: read(&INDEX_SLUG), skills: read(&SKILLS_SLUG) }
        };
        (0..self.locales.len()).map(|locale| of_locale(LocaleIndex(locale))).collect()
    }

    /// The attribute of a message that says a slug, through the fallback chain, or another slug where there is none. What is no
    /// slug is reported.
    pub(super) fn of_message(
        &self,
        id: MessageRef,
        locale: LocaleIndex,
        otherwise: PlacedSlug,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> PlacedSlug {
        let code = &self.locales[locale.0].code;
        let mut definitions = self.messages.chain(locale).filter_map(|locale| self.messages.definition(locale, id));
        let Some(attribute) = definitions.find_map(|definition| definition.attribute(id.attribute?)) else {
            return otherwise;
        };
        let place = &attribute.id.place;
        let mut report = |mistake: Diagnostic| diagnostics.push(mistake.at(place.clone()).in_locale(code));
        let written = match self.messages.format(locale, id, &FluentArgs::new()) {
            // Marks of isolation stand round what a message inserts, where directions can differ.
            Ok(written) => written.replace(['\u{2068}', '\u{2069}'], ""),
            Err(MessageError::Missing { .. }) => return otherwise,
            Err(MessageError::Faulty { problem, .. }) => {
                let message = format!("the slug `{}` cannot be shown: {}", attribute.pattern.text, problem.message);
                let help = format!("a slug is handed nothing: write `.slug = {}`", otherwise.slug);
                report(Diagnostic::error(Code::InvalidSlug, message).help(help));
                return otherwise;
            }
        };
        let slug = self.style.read(&written).unwrap_or_else(|why| {
            let name = self.messages.text(locale, id.whole()).unwrap_or_default();
            let proposal = proposal(&written, &name, code, self.style).unwrap_or(otherwise.slug);
            report(mistake(&written, why).help(help(why, &format!(".slug = {proposal}"))));
            proposal
        });
        PlacedSlug { slug, place: Some(place.clone()) }
    }
}

/// The slug of a text: the author's, or one made from the title, if one can be made; else the id of the entry serves. What is no
/// slug is reported; the one that is proposed then stands in.
pub(super) fn of_text(
    title: &Located<String>,
    written: Option<&Located<String>>,
    locale: &LocaleCode,
    style: SlugStyle,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Slug> {
    let Some(Located { value: written, place }) = written else {
        let made = style.of_title(&title.value, locale);
        if made.is_none() && !title.value.contains(char::is_alphabetic) {
            let message = format!("no address can be made from the title `{}`", title.value);
            let diagnostic = Diagnostic::error(Code::InvalidSlug, message).at(title.place.clone());
            diagnostics.push(diagnostic.help("add a `slug` of lower-case letters, digits and hyphens"));
        }
        return made;
    };
    let why = match style.read(written) {
        Ok(slug) => return Some(slug),
        Err(why) => why,
    };
    let proposal = proposal(written, &title.value, locale, style);
    let line = proposal.as_ref().map_or_else(|| "slug = \"…\"".to_owned(), |slug| format!("slug = \"{slug}\""));
    diagnostics.push(mistake(written, why).at(place.clone()).help(help(why, &line)));
    proposal
}

/// The slug that an id is, which it always is if it has not been reported.
pub(super) fn of_id(id: &str) -> Slug {
    SlugStyle::Ascii.read(id).unwrap_or_else(|_| Slug::stand_in())
}

/// A slug close to what is none; else one made of what it belongs to.
fn proposal(written: &str, title: &str, locale: &LocaleCode, style: SlugStyle) -> Option<Slug> {
    let written = percent_decode_str(written).decode_utf8_lossy();
    style.of_words(&written, locale).or_else(|| style.of_title(title, locale))
}

fn mistake(written: &str, why: NotASlug) -> Diagnostic {
    let shown = shown(written);
    let message = match why {
        NotASlug::Empty => "a part of an address cannot be empty".to_owned(),
        NotASlug::Letters => format!("`{shown}` cannot be a part of an address"),
        NotASlug::Long => format!("`{shown}` is too long to be a part of an address"),
        NotASlug::Reserved => format!("`{shown}` cannot be a part of an address: Windows has no files of this name"),
    };
    Diagnostic::error(Code::InvalidSlug, message)
}

fn help(why: NotASlug, line: &str) -> String {
    match why {
        NotASlug::Long => format!("at most 80 characters and 200 bytes: write `{line}`"),
        _ => format!("write `{line}`"),
    }
}

/// The beginning of a text.
fn shown(text: &str) -> String {
    let end = text.char_indices().nth(MOST_SHOWN).map_or(text.len(), |(at, _)| at);
    format!("{}{}", on_one_line(&text[..end]), if end < text.len() { "…" } else { "" })
}
