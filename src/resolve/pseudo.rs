//! Pseudo-locales: the site in a language that nobody speaks, to see what would go wrong in one that somebody does.
//!
//! `en-XA` has accents on all letters and is longer by two fifths: what is cut off, too narrow, or not a message shows at
//! once. `ar-XB` runs from right to left. Both are made from the default locale. Source of the idea and of the codes:
//! <https://cldr.unicode.org/> and Android's pseudo-locales.

use std::sync::Arc;

use fluent::FluentResource;
use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};
use fluent_syntax::{parser, serializer};

use crate::locale::{self, LocaleCode};
use crate::markup;
use crate::parse::block::{BlockText, ParsedBlock};
use crate::parse::config::LocaleConfig;
use crate::parse::heading::{Heading, Words};
use crate::parse::messages::{Layer, MessageFile};
use crate::parse::opening::Opening;
use crate::parse::prose::Prose;
use crate::parse::section::{Section, SectionName};
use crate::parse::text::{Body, FrontMatter, Text};
use crate::parse::{Parsed, ParsedEntry};
use crate::place::Located;
use crate::slug::SlugStyle;

/// How text is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    /// Accents, and longer.
    Accents,
    /// From right to left.
    RightToLeft,
}

/// The pseudo-locales: code, name, change.
const LOCALES: [(LocaleCode, &str, Change); 2] =
    [(locale::ACCENTED, "Ƥşḗŭđǿ", Change::Accents), (locale::MIRRORED, "\u{202e}Pseudo\u{202c}", Change::RightToLeft)];

/// Adds the pseudo-locales to a site.
pub(super) fn add(parsed: Parsed) -> Parsed {
    let Parsed { mut config, mut entries, mut blocks, mut messages, .. } = parsed;
    let default = config.default_locale.clone();
    let originals = originals(&messages, &default.value);
    let formats = config.locales.iter().find(|locale| locale.code.value == default.value);
    let formats = formats.map_or(&default.value, |locale| &locale.formats).clone();
    for (code, name, change) in LOCALES {
        config.locales.push(LocaleConfig {
            code: Located { value: code.clone(), place: default.place.clone() },
            name: name.to_owned(),
            formats: formats.clone(),
            fallback: Vec::new(),
            is_pseudo: true,
        });
        messages.extend(originals.iter().map(|file| changed_messages(file, &code, change)));
        for entry in entries.values_mut() {
            add_text(entry, &default.value, &code, config.slugs, change);
        }
        for block in blocks.values_mut() {
            add_block(block, &default.value, &code, change);
        }
    }
    Parsed { config, entries, blocks, messages, ..parsed }
}

/// The messages that readers of the default locale see, in the order in which they are laid over each other.
fn originals(messages: &[MessageFile], default: &LocaleCode) -> Vec<MessageFile> {
    let mut codes = vec![default.clone()];
    codes.extend(default.parents());
    let of_code = |code: &LocaleCode| messages.iter().filter(|file| file.locale == *code).cloned().collect::<Vec<_>>();
    let mut originals = of_code(&locale::ENGLISH);
    originals.retain(|file| file.layer < Layer::Site && !codes.contains(&file.locale));
    originals.extend(codes.iter().rev().flat_map(of_code));
    originals
}

fn add_text(entry: &mut ParsedEntry, default: &LocaleCode, code: &LocaleCode, slugs: SlugStyle, change: Change) {
    if let Some(original) = entry.texts.get(default) {
        let text = changed_text(original, default, slugs, change);
        entry.texts.insert(code.clone(), text);
    }
}

fn add_block(block: &mut ParsedBlock, default: &LocaleCode, code: &LocaleCode, change: Change) {
    if let Some(original) = block.texts.get(default) {
        let prose = Arc::new(changed_prose(&original.prose, change));
        let sentence = original.opening.sentence.as_ref().map(|sentence| change.text(sentence));
        let opening = Opening { sentence, ..original.opening.clone() };
        let text = BlockText { prose, opening, source: None, revision: None, ..original.clone() };
        block.texts.insert(code.clone(), text);
    }
}

fn changed_text<L: Clone>(original: &Text<L>, locale: &LocaleCode, slugs: SlugStyle, change: Change) -> Text<L> {
    let front = changed_front(&original.front, locale, slugs, change);
    let body = match &*original.body {
        Body::Free(prose) => Body::Free(changed_prose(prose, change)),
        Body::Sections(sections) => {
            let changed = |section: &Section<L>| Section {
                name: changed_name(&section.name, change),
                heading: changed_prose(&section.heading, change),
                prose: changed_prose(&section.prose, change),
                ..section.clone()
            };
            Body::Sections(sections.iter().map(changed).collect())
        }
        Body::Unread => Body::Unread,
    };
    Text { front: Arc::new(front), body: Arc::new(body), original: None, ..original.clone() }
}

fn changed_front(original: &FrontMatter, locale: &LocaleCode, slugs: SlugStyle, change: Change) -> FrontMatter {
    let title = &original.title;
    let made = || {
        let slug = slugs.of_title(&title.value, locale)?;
        Some(Located { value: slug.to_string(), place: title.place.clone() })
    };
    FrontMatter {
        title: Located { value: change.text(&title.value), place: title.place.clone() },
        slug: original.slug.clone().or_else(made),
        summary: change.text(&original.summary),
        alternative_titles: original.alternative_titles.iter().map(|title| change.text(title)).collect(),
        source: None,
        ..original.clone()
    }
}

fn changed_prose<L: Clone>(prose: &Prose<L>, change: Change) -> Prose<L> {
    let heading = |heading: &Heading| Heading { words: changed_words(&heading.words, change), ..heading.clone() };
    prose.in_other_words(|words| change.text(words), heading)
}

fn changed_name(name: &SectionName, change: Change) -> SectionName {
    match name {
        SectionName::Own(words) => SectionName::Own(changed_words(words, change)),
        SectionName::Key(_) | SectionName::Opening => name.clone(),
    }
}

fn changed_words(words: &[Words], change: Change) -> Vec<Words> {
    let changed = |words: &Words| match words {
        Words::Written(words) => Words::Written(change.text(words)),
        Words::Placeholder(id) => Words::Placeholder(id.clone()),
    };
    words.iter().map(changed).collect()
}

fn changed_messages(file: &MessageFile, code: &LocaleCode, change: Change) -> MessageFile {
    let source = file.resource.source().to_owned();
    let mut tree = parser::parse(source).unwrap_or_else(|(tree, _)| tree);
    for entry in &mut tree.body {
        let (value, attributes) = match entry {
            Entry::Message(message) => (message.value.as_mut(), &mut message.attributes),
            Entry::Term(term) => (Some(&mut term.value), &mut term.attributes),
            _ => continue,
        };
        // Parts of addresses are not for readers.
        let attributes = attributes.iter_mut().filter(|attribute| attribute.id.name != "slug");
        for pattern in value.into_iter().chain(attributes.map(|attribute| &mut attribute.value)) {
            change_pattern(pattern, change);
        }
    }
    let text = serializer::serialize(&tree);
    let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
    MessageFile { locale: code.clone(), resource: Arc::new(resource), ..file.clone() }
}

fn change_pattern(pattern: &mut Pattern<String>, change: Change) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = markup::in_other_words(value, |words| change.text(words)),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                for variant in variants {
                    change_pattern(&mut variant.value, change);
                }
            }
            PatternElement::Placeable { expression: Expression::Inline(_) } => {}
        }
    }
}

impl Change {
    /// Changes plain text.
    fn text(self, text: &str) -> String {
        match self {
            Self::Accents => accented(text),
            Self::RightToLeft => right_to_left(text),
        }
    }
}

/// Letters with accents; vowels are doubled, and tildes added where that does not make the text longer by two fifths.
fn accented(text: &str) -> String {
    let letters = text.chars().filter(char::is_ascii_alphabetic).count();
    let mut missing = (letters * 2).div_ceil(5);
    let mut out = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        out.push(with_accent(c));
        if missing > 0 && matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u') {
            out.push(with_accent(c.to_ascii_lowercase()));
            missing -= 1;
        }
    }
    let end = out.trim_end().len();
    out.insert_str(end, &"~".repeat(missing));
    out
}

fn with_accent(c: char) -> char {
    const PLAIN: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    const ACCENTED: &str = "ȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑ";
    let found = PLAIN.chars().position(|plain| plain == c);
    found.and_then(|at| ACCENTED.chars().nth(at)).unwrap_or(c)
}

/// Each word between marks that turn its direction.
fn right_to_left(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut in_word = false;
    for c in text.chars() {
        if c.is_alphanumeric() != in_word {
            out.push(if in_word { '\u{202c}' } else { '\u{202e}' });
            in_word = !in_word;
        }
        out.push(c);
    }
    if in_word {
        out.push('\u{202c}');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_has_accents_and_is_longer_by_two_fifths() {
        for text in ["Job descriptions", "HR terms", "Get a demo", "SQL"] {
            let changed = accented(text);
            let (before, after) = (text.chars().count(), changed.chars().count());
            assert!(after * 10 >= before * 13 && !changed.contains(|c: char| c.is_ascii_alphabetic()), "{changed}");
        }
    }
}
