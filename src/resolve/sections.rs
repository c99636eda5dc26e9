//! Which sections the headings of roles stand for.
//!
//! A section that has a key may be called by it, or by the words that readers of the text's language see for it. Any other
//! words are a heading of the author's own.

use std::collections::{BTreeMap, BTreeSet};

use super::index::LocaleIndex;
use super::library::Destination;
use super::locales::Locale;
use super::messages::Messages;
use crate::diagnostic::{Code, Diagnostic};
use crate::fold;
use crate::id::SectionKey;
use crate::locale::LocaleCode;
use crate::parse::heading::Words;
use crate::parse::messages::Definition;
use crate::parse::pattern::Pattern;
use crate::parse::program_messages::{SECTION, SECTION_ALSO};
use crate::parse::revision::{Original, Part, Revision};
use crate::parse::section::{OPENING, Section, SectionName};

/// How alike, from 0 to 1, words and those of a section must be to be taken for a slip: by Damerau-Levenshtein, normalised.
const CLOSE: f64 = 0.8;

/// What sections are called, by the locale of the text.
#[derive(Hash)]
pub struct SectionNames(BTreeMap<LocaleCode, NamesOfLocale>);

#[derive(Default, Hash)]
struct NamesOfLocale {
    /// The keys that messages have words for.
    keys: BTreeSet<String>,
    /// The keys by those words, folded.
    by_words: BTreeMap<String, SectionKey>,
}

/// The names by which the sections of a text can be linked to that are not their ids, each with its id.
pub(super) type Aliases = Vec<(String, String)>;

impl SectionNames {
    /// Those that messages tell.
    #[must_use]
    pub fn of(messages: &Messages, locales: &[Locale]) -> Self {
        let of_locale =
            |(index, locale): (usize, &Locale)| (locale.code.clone(), NamesOfLocale::of(messages, LocaleIndex(index)));
        Self(locales.iter().enumerate().map(of_locale).collect())
    }

    /// Finds out which sections the headings of a text stand for. Says what is doubtful.
    pub(super) fn settle(
        &self,
        sections: &mut Vec<Section<Destination>>,
        locale: &LocaleCode,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Aliases {
        let Some(names) = self.0.get(locale) else { return Aliases::new() };
        if sections.iter().all(|section| names.has_key(section)) {
            report_twice(sections, diagnostics);
            return Aliases::new();
        }
        let mut aliases = Aliases::new();
        let mut known: BTreeSet<SectionKey> = sections.iter().filter_map(|section| section.key().cloned()).collect();
        known.retain(|key| names.keys.contains(key.as_str()));
        for section in sections.iter_mut() {
            let Some(key) = names.key_of(section) else {
                diagnostics.extend(names.slip(section));
                continue;
            };
            // The words of a section of which there is one are shown as they are.
            if known.insert(key.clone()) {
                if section.anchor.written.is_none() {
                    let alias = std::mem::replace(&mut section.anchor.id, key.to_string());
                    aliases.push((alias, key.to_string()));
                }
                section.name = SectionName::Key(key);
            } else {
                diagnostics.push(twice(&key, section));
            }
        }
        place_opening(sections);
        report_twice(sections, diagnostics);
        aliases
    }

    /// The revision of an original.
    #[must_use]
    pub fn revision(&self, original: Original, locale: &LocaleCode) -> Revision {
        match original {
            Original::Settled(revision) => revision,
            Original::InWords(parts) => Revision::of(&self.parts(parts, locale)),
        }
    }

    /// The parts of a role under the names that its revision has for them: keys, and numbers for headings of the author's own,
    /// whose words are then part of the text.
    #[must_use]
    pub fn parts(&self, parts: Vec<Part>, locale: &LocaleCode) -> Vec<Part> {
        let names = self.0.get(locale);
        let mut number = 0;
        let renamed = |part: Part| {
            if !part.is_in_words() {
                return part;
            }
            if let Some(key) = names.and_then(|names| names.by_words.get(&folded(&part.name))) {
                return Part { name: key.to_string(), ..part };
            }
            number += 1;
            Part { name: format!("#{number}"), text: format!("{}\n\n{}", part.name, part.text), ..part }
        };
        parts.into_iter().map(renamed).collect()
    }
}

impl NamesOfLocale {
    fn of(messages: &Messages, locale: LocaleIndex) -> Self {
        let mut names = Self::default();
        let defined = messages.chain(locale).flat_map(|locale| messages.definitions(locale));
        let keys = defined.filter(|definition| SECTION.covers(&definition.id.value)).filter_map(|definition| {
            definition.value.as_ref()?;
            definition.id.value.name().strip_prefix(SECTION.name)
        });
        names.keys = keys.map(str::to_owned).collect();
        for key in &names.keys {
            let words = messages.fixed(locale, &SECTION.id(key)).into_iter();
            let others = messages.fixed(locale, &SECTION_ALSO.id(key)).into_iter().flat_map(alternatives);
            for words in words.chain(others) {
                names.by_words.entry(folded(words)).or_insert_with(|| key.as_str().into());
            }
        }
        // A site may say it in other words than its theme, whose words stay known.
        for definition in messages.all_definitions_of(locale) {
            let key = definition.id.value.name().strip_prefix(SECTION.name);
            if let Some((key, words)) = key.zip(literal(definition)) {
                names.by_words.entry(folded(words)).or_insert_with(|| key.into());
            }
        }
        names.by_words.remove("");
        names
    }

    fn has_key(&self, section: &Section<Destination>) -> bool {
        section.key().is_some_and(|key| self.keys.contains(key.as_str()))
    }

    /// The key of a section that is not called by one, if it has one.
    fn key_of(&self, section: &Section<Destination>) -> Option<SectionKey> {
        match &section.name {
            SectionName::Key(_) if self.has_key(section) => None,
            SectionName::Key(words) => self.by_words.get(&folded(words.as_str())).cloned(),
            SectionName::Own(words) => self.by_words.get(&folded(written(words)?)).cloned(),
            SectionName::Opening => None,
        }
    }

    /// Hints at a section whose words are nearly those of a heading.
    fn slip(&self, section: &Section<Destination>) -> Option<Diagnostic> {
        let SectionName::Own(words) = &section.name else { return None };
        let words = written(words)?;
        let folded = folded(words);
        let likeness = |other: &str| strsim::normalized_damerau_levenshtein(&folded, other);
        let keys = self.keys.iter().map(|key| (likeness(&key.replace('-', " ")), key.as_str()));
        let by_words = self.by_words.iter().map(|(words, key)| (likeness(words), key.as_str()));
        let close = keys.chain(by_words).filter(|(likeness, _)| *likeness >= CLOSE);
        let (_, key) = close.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))?;
        let message = format!("`{words}` is close to what the section `{key}` is called");
        let help = format!("write `## {key}` if it is that section; the heading is shown as it is written");
        Some(Diagnostic::hint(Code::UnknownSection, message).help(help).at(section.place.clone()))
    }
}

/// Puts what stands before the first heading into the section of which it is the beginning.
fn place_opening(sections: &mut Vec<Section<Destination>>) {
    if sections.first().is_none_or(|section| section.name != SectionName::Opening) {
        return;
    }
    let key = SectionKey::from(OPENING);
    let mut opening = sections.remove(0);
    match sections.iter_mut().find(|section| section.key() == Some(&key)) {
        Some(section) => {
            opening.prose.append(section.prose.clone());
            section.prose = opening.prose;
        }
        None => sections.insert(0, Section { name: SectionName::Key(key), ..opening }),
    }
}

fn report_twice(sections: &[Section<Destination>], diagnostics: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    for section in sections {
        let Some(key) = section.key() else { continue };
        if !seen.insert(key) {
            diagnostics.push(twice(key, section));
        }
    }
}

fn twice(key: &SectionKey, section: &Section<Destination>) -> Diagnostic {
    let diagnostic = Diagnostic::warning(Code::DuplicateSection, format!("the section `{key}` stands here twice"));
    diagnostic.help("put the text of both under one heading").at(section.place.clone())
}

/// The words of a heading that has no placeholder.
fn written(words: &[Words]) -> Option<&str> {
    match words {
        [Words::Written(words)] => Some(words),
        _ => None,
    }
}

/// What a message says that has nothing but words.
fn literal(definition: &Definition) -> Option<&str> {
    let pattern: &Pattern = definition.value.as_ref()?;
    let is_literal = pattern.placeables == 0 && SECTION.covers(&definition.id.value);
    is_literal.then_some(pattern.text.as_str())
}

/// What stands between several names of a section: each is tried alone, since a name may hold a comma itself.
const BETWEEN: [&[char]; 3] = [&['\n'], &[';', '|', '؛', '；'], &[',', '،', '、', '，']];

/// What a section is also called.
fn alternatives(names: &str) -> impl Iterator<Item = &str> {
    std::iter::once(names).chain(BETWEEN.into_iter().flat_map(|between| names.split(between)))
}

/// Words without case, accents and signs.
fn folded(words: &str) -> String {
    fold::words(words).join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_names_are_told_apart() {
        let names = |text| alternatives(text).map(folded).collect::<BTreeSet<_>>();
        for (text, one) in [
            ("Qualifications", "qualifications"),
            ("Your profile, What you bring", "what you bring"),
            ("Your profile, your wishes", "your profile your wishes"),
            ("Profil\nAnforderungen, kurz", "anforderungen kurz"),
            ("Your profile; Skills, degrees", "skills degrees"),
            ("職務 、 要件", "要 件"),
        ] {
            assert!(names(text).contains(one), "{text}: {:?}", names(text));
        }
    }
}
