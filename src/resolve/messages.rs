//! [`Messages`]: every word of the site, by locale. The one place where messages fall back.

use std::collections::BTreeMap;
use std::sync::Arc;

use fluent::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_bundle::concurrent::FluentBundle;
use unicode_bidi::{BidiClass, bidi_class};

use super::datetime;
use super::index::LocaleIndex;
use super::locales::{self, Locale, LocaleNames};
use crate::diagnostic::{Code, Diagnostic, in_house_form};
use crate::locale::Direction;
use crate::parse::messages::{Definition, Layer, MessageFile};
use crate::place::Place;

/// The messages of all locales.
pub struct Messages {
    catalogs: Vec<Catalog>,
    chains: Vec<Vec<LocaleIndex>>,
}

/// The messages of one locale, without its fallbacks.
struct Catalog {
    definitions: BTreeMap<String, Definition>,
    direction: Direction,
    plain: FluentBundle<Arc<FluentResource>>,
    /// Puts marks of isolation round what it inserts, so that text in the other direction does not disturb a sentence.
    isolating: FluentBundle<Arc<FluentResource>>,
}

/// Why a message has no text.
#[derive(Debug, PartialEq, Eq)]
pub enum MessageError {
    /// No locale of the fallback chain has the message.
    Missing {
        /// The message, or message and attribute.
        id: String,
    },
    /// The message is defined but refers to something that is not there.
    Faulty {
        /// The message, or message and attribute.
        id: String,
        /// What Fluent says of it.
        problem: String,
        /// Where it is defined.
        place: Place,
    },
}

impl Messages {
    /// Makes the bundles: in each locale the theme's messages, overlaid by the site's.
    pub(super) fn new(
        files: Vec<MessageFile>,
        locales: &[Locale],
        names: &LocaleNames,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut by_locale: Vec<Vec<MessageFile>> = locales.iter().map(|_| Vec::new()).collect();
        for file in files {
            match names.get(&file.locale) {
                Some(index) => by_locale[index.0].push(file),
                // A theme may speak more languages than the site.
                None if file.layer == Layer::Theme => {}
                None => diagnostics.push(locales::unknown(names, &file.locale).at(Place::start_of(&file.path))),
            }
        }
        let catalogs = by_locale
            .into_iter()
            .zip(locales)
            .map(|(files, locale)| Catalog::new(&files, locale, diagnostics))
            .collect();
        Self { catalogs, chains: locales.iter().map(|locale| locale.fallback_chain.clone()).collect() }
    }

    /// The text of a message, or of an attribute (`id.attribute`), in the first locale of the fallback chain that has it.
    ///
    /// # Errors
    ///
    /// If no locale has it, or if it cannot be formatted with these arguments.
    pub fn format(&self, locale: LocaleIndex, id: &str, args: &FluentArgs) -> Result<String, MessageError> {
        let mut chain = self.chains[locale.0].iter().map(|index| &self.catalogs[index.0]);
        chain
            .find_map(|catalog| catalog.format(id, args))
            .unwrap_or_else(|| Err(MessageError::Missing { id: id.to_owned() }))
    }

    /// The text of a message without arguments, if there is such a message.
    #[must_use]
    pub fn text(&self, locale: LocaleIndex, id: &str) -> Option<String> {
        self.format(locale, id, &FluentArgs::new()).ok()
    }

    /// Whether a message or attribute is there for a locale, be it through the fallback chain.
    #[must_use]
    pub fn contains(&self, locale: LocaleIndex, id: &str) -> bool {
        self.chains[locale.0].iter().any(|index| self.catalogs[index.0].contains(id))
    }

    /// What a locale itself defines, in the order of the ids.
    pub fn definitions(&self, locale: LocaleIndex) -> impl Iterator<Item = &Definition> {
        self.catalogs[locale.0].definitions.values()
    }

    /// What a locale itself defines under an id.
    #[must_use]
    pub fn definition(&self, locale: LocaleIndex, id: &str) -> Option<&Definition> {
        self.catalogs[locale.0].definitions.get(id)
    }
}

impl Catalog {
    fn new(files: &[MessageFile], locale: &Locale, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let bundle = |isolating: bool| {
            let mut bundle = FluentBundle::new_concurrent(vec![locale.code.language_identifier().clone()]);
            bundle.set_use_isolating(isolating);
            bundle.add_builtins().expect("an empty bundle has no functions");
            bundle.add_function("DATETIME", datetime::function(&locale.code)).expect("no built-in has this name");
            for file in files {
                bundle.add_resource_overriding(Arc::clone(&file.resource));
            }
            bundle
        };
        let (plain, isolating) = (bundle(false), bundle(true));
        let mut definitions: BTreeMap<String, (Layer, Definition)> = BTreeMap::new();
        for file in files {
            for definition in &file.definitions {
                let earlier = definitions.insert(definition.id.value.clone(), (file.layer, definition.clone()));
                if let Some((_, earlier)) = earlier.filter(|(layer, _)| *layer == file.layer) {
                    diagnostics.push(duplicate(&earlier, definition).in_locale(&locale.code));
                }
            }
        }
        let definitions = definitions.into_iter().map(|(id, (_, definition))| (id, definition)).collect();
        Self { definitions, direction: locale.direction, plain, isolating }
    }

    fn contains(&self, id: &str) -> bool {
        let (id, attribute) = split(id);
        self.definitions.get(id).is_some_and(|definition| match attribute {
            Some(attribute) => definition.attributes.iter().any(|name| name == attribute),
            None => definition.has_value,
        })
    }

    fn format(&self, id: &str, args: &FluentArgs) -> Option<Result<String, MessageError>> {
        let bundle = self.bundle_for(args);
        let (name, attribute) = split(id);
        let message = bundle.get_message(name)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(args), &mut errors);
        if errors.is_empty() {
            return Some(Ok(text.into_owned()));
        }
        let place = self.definitions[name].id.place.clone();
        Some(Err(MessageError::Faulty { id: id.to_owned(), problem: problem(&errors), place }))
    }

    /// Marks of isolation are used where a direction can differ, and only there: elsewhere they would end up in what
    /// readers copy.
    fn bundle_for(&self, args: &FluentArgs) -> &FluentBundle<Arc<FluentResource>> {
        let other_direction = |(_, value): (&str, &FluentValue)| match value {
            FluentValue::String(text) => has_right_to_left(text),
            _ => false,
        };
        if self.direction == Direction::RightToLeft || args.iter().any(other_direction) {
            &self.isolating
        } else {
            &self.plain
        }
    }
}

fn split(id: &str) -> (&str, Option<&str>) {
    id.split_once('.').map_or((id, None), |(id, attribute)| (id, Some(attribute)))
}

fn has_right_to_left(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(|c| matches!(bidi_class(c), BidiClass::R | BidiClass::AL | BidiClass::AN))
}

fn problem(errors: &[FluentError]) -> String {
    let said = errors.iter().map(|error| match error {
        FluentError::ResolverError(error) => in_house_form(&error.to_string()),
        other => in_house_form(&other.to_string()),
    });
    said.collect::<Vec<_>>().join(", ")
}

fn duplicate(earlier: &Definition, later: &Definition) -> Diagnostic {
    let message = format!("`{}` is defined twice", later.id.value);
    let first = &earlier.id.place;
    Diagnostic::error(Code::DuplicateMessage, message)
        .at(later.id.place.clone())
        .help(format!("remove one of the two; the other is in `{}`, line {}", first.file, first.line))
}

impl std::fmt::Display for MessageError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Missing { id } => write!(f, "the message `{id}` is not defined"),
            Self::Faulty { id, problem, place } => {
                write!(
                    f,
                    "the message `{id}` ({}:{}:{}) cannot be shown: {problem}",
                    place.file, place.line, place.column
                )
            }
        }
    }
}

impl std::error::Error for MessageError {}
