//! [`Messages`]: every word of the site, by locale. The one place where messages fall back.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use fluent::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_bundle::concurrent::FluentBundle;
use rustc_hash::FxHashMap;
use unicode_bidi::{BidiClass, bidi_class};

use super::functions::{self, Functions, TextList};
use super::index::LocaleIndex;
use super::locales::{self, Locale, LocaleNames};
use crate::diagnostic::{Code, Diagnostic, in_house_form};
use crate::locale::Direction;
use crate::markup::{self, Overlay};
use crate::parse::messages::{Definition, Layer, MessageFile};
use crate::parse::pattern::Pattern;
use crate::place::Place;

/// What the variables begin with that hand a text's grammar to messages.
const GRAMMAR: &str = "role_";

/// What a message is handed for a key of grammar that the text does not have.
pub const NO_GRAMMAR: &str = "none";

/// The messages of all locales.
pub struct Messages {
    catalogs: Vec<Catalog>,
    chains: Vec<Vec<LocaleIndex>>,
}

/// The messages of one locale, without its fallbacks.
struct Catalog {
    definitions: BTreeMap<String, Definition>,
    /// Definitions over which others have been laid.
    covered: Vec<Definition>,
    grammar_variables: BTreeSet<String>,
    /// The texts of what says the same whatever it is handed, by message or message and attribute, made when they are
    /// first asked for.
    fixed: FxHashMap<String, OnceLock<Option<String>>>,
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
    /// The message is defined but cannot be shown.
    Faulty {
        /// The message, or message and attribute.
        id: String,
        /// Why.
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
                None if file.layer < Layer::Site => {}
                None => diagnostics.push(locales::unknown(names, &file.locale).at(Place::start_of(&file.path))),
            }
        }
        let catalogs = by_locale
            .into_iter()
            .zip(locales)
            .map(|(files, locale)| Catalog::new(files, locale, diagnostics))
            .collect();
        Self { catalogs, chains: locales.iter().map(|locale| locale.fallback_chain.clone()).collect() }
    }

    /// The text of a message, or of an attribute (`id.attribute`), in the first locale of the fallback chain that has it.
    ///
    /// # Errors
    ///
    /// If no locale has it, or if it cannot be formatted with these arguments.
    pub fn format(&self, locale: LocaleIndex, id: &str, args: &FluentArgs) -> Result<String, MessageError> {
        if let Some(text) = self.fixed(locale, id) {
            return Ok(text.to_owned());
        }
        let mut chain = self.chains[locale.0].iter().map(|index| &self.catalogs[index.0]);
        chain
            .find_map(|catalog| catalog.format(id, args))
            .unwrap_or_else(|| Err(MessageError::Missing { id: id.to_owned() }))
    }

    /// The text of a message, or of an attribute, that says the same whatever it is handed; `None` if there is no such
    /// message, or if its text depends on arguments.
    #[must_use]
    pub fn fixed(&self, locale: LocaleIndex, id: &str) -> Option<&str> {
        for index in &self.chains[locale.0] {
            let catalog = &self.catalogs[index.0];
            match catalog.fixed(id) {
                None if catalog.contains(id) => return None,
                None => {}
                found => return found,
            }
        }
        None
    }

    /// The same as HTML: the inline markup of the message is let through, its arguments are text.
    ///
    /// # Errors
    ///
    /// If no locale has it, if it cannot be formatted with these arguments, or if its markup is not whole.
    pub fn format_html(
        &self,
        locale: LocaleIndex,
        id: &str,
        args: &FluentArgs,
        overlays: &BTreeMap<String, Overlay>,
    ) -> Result<String, MessageError> {
        let args = args.iter().map(|(name, value)| (name.to_owned(), as_text(value))).collect();
        let text = self.format(locale, id, &args)?;
        markup::html(&text, overlays).map_err(|problem| {
            let mut chain = self.chains[locale.0].iter().map(|index| &self.catalogs[index.0]);
            let definition = chain.find_map(|catalog| catalog.definitions.get(split(id).0));
            let place = definition.expect("it has been formatted").id.place.clone();
            MessageError::Faulty { id: id.to_owned(), problem, place }
        })
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

    /// Everything that is defined in any file, also where another definition is laid over it.
    pub fn all_definitions(&self) -> impl Iterator<Item = &Definition> {
        self.catalogs.iter().flat_map(|catalog| catalog.definitions.values().chain(&catalog.covered))
    }

    /// The keys of grammar that messages for a locale ask for.
    pub fn grammar_keys(&self, locale: LocaleIndex) -> impl Iterator<Item = &str> {
        let chain = self.chains[locale.0].iter().map(|index| &self.catalogs[index.0]);
        chain.flat_map(|catalog| &catalog.grammar_variables).filter_map(|variable| variable.strip_prefix(GRAMMAR))
    }
}

impl Catalog {
    fn new(files: Vec<MessageFile>, locale: &Locale, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let functions = Functions::new(&locale.formats);
        let bundle = |isolating: bool| {
            // Fluent's own formats and plural rules are not used, so it need not know the locale.
            let mut bundle = FluentBundle::new_concurrent(Vec::new());
            bundle.set_use_isolating(isolating);
            functions.register(&mut bundle);
            for file in &files {
                bundle.add_resource_overriding(Arc::clone(&file.resource));
            }
            bundle
        };
        let (plain, isolating) = (bundle(false), bundle(true));
        let mut definitions: BTreeMap<String, Definition> = BTreeMap::new();
        let mut covered = Vec::new();
        for definition in files.into_iter().flat_map(|file| file.definitions) {
            let id = definition.id.value.clone();
            if let Some(earlier) = definitions.get(&id)
                && earlier.layer == definition.layer
            {
                diagnostics.push(duplicate(earlier, &definition).in_locale(&locale.code));
            }
            covered.extend(definitions.insert(id, definition));
        }
        let variables = definitions.values().flat_map(Definition::patterns).flat_map(|(_, pattern)| &pattern.variables);
        let grammar = variables.filter(|variable| variable.value.starts_with(GRAMMAR));
        let grammar_variables = grammar.map(|variable| variable.value.clone()).collect();
        let fixed = fixed_ids(&definitions).into_iter().map(|id| (id, OnceLock::new())).collect();
        Self { definitions, covered, grammar_variables, fixed, direction: locale.direction, plain, isolating }
    }

    fn fixed(&self, id: &str) -> Option<&str> {
        let text = self.fixed.get(id)?.get_or_init(|| self.format(id, &FluentArgs::new())?.ok());
        text.as_deref()
    }

    fn contains(&self, id: &str) -> bool {
        let (id, attribute) = split(id);
        self.definitions.get(id).is_some_and(|definition| match attribute {
            Some(name) => definition.attribute(name).is_some(),
            None => definition.value.is_some(),
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
        let problem = match (errors.as_slice(), functions::problem_in(&text)) {
            ([], None) => return Some(Ok(text.into_owned())),
            ([], Some(problem)) => problem.to_owned(),
            (errors, _) => problem(errors),
        };
        let place = self.definitions[name].id.place.clone();
        Some(Err(MessageError::Faulty { id: id.to_owned(), problem, place }))
    }

    /// Marks of isolation are used where a direction can differ, and only there: elsewhere they would end up in what
    /// readers copy.
    fn bundle_for(&self, args: &FluentArgs) -> &FluentBundle<Arc<FluentResource>> {
        let other_direction = |(_, value): (&str, &FluentValue)| match value {
            FluentValue::String(text) => has_right_to_left(text),
            FluentValue::Custom(custom) => {
                let list = custom.as_any().downcast_ref::<TextList>();
                list.is_some_and(|list| list.0.iter().any(|text| has_right_to_left(text)))
            }
            _ => false,
        };
        if self.direction == Direction::RightToLeft || args.iter().any(other_direction) {
            &self.isolating
        } else {
            &self.plain
        }
    }
}

/// The messages and attributes whose patterns hold nothing but text and references to such patterns.
fn fixed_ids(definitions: &BTreeMap<String, Definition>) -> BTreeSet<String> {
    let holds_nothing_else = |pattern: &Pattern| {
        let Pattern { references, variables, calls, choices, text, .. } = pattern;
        let is_free = variables.is_empty() && calls.is_empty() && choices.is_empty();
        is_free && text.matches('{').count() == references.len()
    };
    let patterns = definitions.values().flat_map(Definition::patterns);
    let mut rest: Vec<_> = patterns.filter(|(_, pattern)| holds_nothing_else(pattern)).collect();
    let mut fixed = BTreeSet::new();
    loop {
        let refers_to_fixed =
            |pattern: &Pattern| pattern.references.iter().all(|reference| fixed.contains(&reference.value));
        let (found, open): (Vec<_>, Vec<_>) = rest.into_iter().partition(|(_, pattern)| refers_to_fixed(pattern));
        if found.is_empty() {
            return fixed;
        }
        fixed.extend(found.into_iter().map(|(id, _)| id.value));
        rest = open;
    }
}

/// An argument that no markup can come from.
fn as_text(value: &FluentValue) -> FluentValue<'static> {
    let literal = |text: &str| text.replace('<', &markup::LITERAL_LESS_THAN.to_string());
    match value {
        FluentValue::String(text) => FluentValue::from(literal(text)),
        FluentValue::Custom(custom) => match custom.as_any().downcast_ref::<TextList>() {
            Some(TextList(items)) => TextList(items.iter().map(|item| literal(item)).collect()).into(),
            None => value.into_owned(),
        },
        _ => value.into_owned(),
    }
}

fn split(id: &str) -> (&str, Option<&str>) {
    id.split_once('.').map_or((id, None), |(id, attribute)| (id, Some(attribute)))
}

fn has_right_to_left(text: &str) -> bool {
    // The first such letter is U+0590: in UTF-8 the byte 0xD6 and another.
    text.bytes().any(|byte| byte >= 0xD6)
        && text.chars().any(|c| matches!(bidi_class(c), BidiClass::R | BidiClass::AL | BidiClass::AN))
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
