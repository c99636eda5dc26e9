//! [`Messages`]: every word of the site, by locale. The one place where messages fall back.

use std::collections::BTreeMap;

use fluent::{FluentArgs, FluentValue};

use super::catalog::{Catalog, Form};
use super::functions::TextList;
use super::index::LocaleIndex;
use super::locales::{self, Locale, LocaleNames};
pub use super::message_error::{MessageError, Problem};
use crate::diagnostic::{Code, Diagnostic};
use crate::markup::{self, Overlay};
use crate::parse::message_id::MessageRef;
use crate::parse::messages::{Definition, Layer, MessageFile};
use crate::parse::pattern::Pattern;
use crate::parse::program_messages::{Family, Otherwise, ProgramMessage, Single};
use crate::place::{Place, SourcePath};

/// What a message is handed for a key of grammar that the text does not have.
pub const NO_GRAMMAR: &str = "none";

/// The messages of all locales.
pub struct Messages {
    catalogs: Vec<Catalog>,
    chains: Vec<Vec<LocaleIndex>>,
    /// The site's own file, by locale, if it has one and only one.
    pub(super) only_files: Vec<Option<SourcePath>>,
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
        let only_files = by_locale.iter().map(|files| only_file(files)).collect();
        let catalogs = by_locale
            .into_iter()
            .zip(locales)
            .map(|(files, locale)| Catalog::new(files, locale, diagnostics))
            .collect();
        Self { catalogs, only_files, chains: locales.iter().map(|locale| locale.fallback_chain.clone()).collect() }
    }

    /// The text of a message or attribute, in the first locale of the fallback chain that has it.
    ///
    /// # Errors
    ///
    /// If no locale has it, or if it cannot be formatted with these arguments.
    pub fn format<'i>(
        &self,
        locale: LocaleIndex,
        id: impl Into<MessageRef<'i>>,
        args: &FluentArgs,
    ) -> Result<String, MessageError> {
        let id = id.into();
        let (catalog, form) = self.find(locale, id).ok_or_else(|| MessageError::Missing { id: id.to_id() })?;
        match catalog.fixed(form) {
            Some(text) => Ok(text.to_owned()),
            None => catalog.format(form, args).map_err(|problem| catalog.faulty(id, problem)),
        }
    }

    /// The text of a message or attribute that says the same whatever it is handed; `None` if there is no such message, or
    /// if its text depends on arguments.
    #[must_use]
    pub fn fixed<'i>(&self, locale: LocaleIndex, id: impl Into<MessageRef<'i>>) -> Option<&str> {
        let (catalog, form) = self.find(locale, id.into())?;
        catalog.fixed(form)
    }

    /// The same as HTML: the inline markup of the message is let through, its arguments are text.
    ///
    /// # Errors
    ///
    /// If no locale has it, if it cannot be formatted with these arguments, or if its markup is not whole.
    pub fn format_html(
        &self,
        locale: LocaleIndex,
        id: MessageRef,
        args: &FluentArgs,
        overlays: &BTreeMap<String, Overlay>,
    ) -> Result<String, MessageError> {
        let args = args.iter().map(|(name, value)| (name.to_owned(), as_text(value))).collect();
        let text = self.format(locale, id, &args)?;
        markup::html(&text, overlays).map_err(|message| {
            let (catalog, _) = self.find(locale, id).expect("it has been formatted");
            catalog.faulty(id, Problem { code: Code::Markup, message })
        })
    }

    /// The text of a message that the program asks for, or what serves without it.
    #[must_use]
    pub fn say(&self, locale: LocaleIndex, of: &Single) -> String {
        self.say_with(locale, of, &FluentArgs::new())
    }

    /// The same for a message that is handed something.
    #[must_use]
    pub fn say_with(&self, locale: LocaleIndex, of: &Single, args: &FluentArgs) -> String {
        self.format(locale, of.id(), args).unwrap_or_else(|_| self.otherwise(locale, of, of.id(), of.name))
    }

    /// The text of a message of a family that the program asks for, or what serves without it.
    #[must_use]
    pub fn name(&self, locale: LocaleIndex, of: &Family, member: &str) -> String {
        let id = of.id(member);
        self.text(locale, &id).unwrap_or_else(|| self.otherwise(locale, of, MessageRef::from(&id), member))
    }

    fn otherwise(&self, locale: LocaleIndex, of: &ProgramMessage, id: MessageRef, member: &str) -> String {
        match of.otherwise {
            Otherwise::Error(_) | Otherwise::Warning(_) | Otherwise::Id | Otherwise::Plain => member.to_owned(),
            Otherwise::Value => self.text(locale, id.whole()).unwrap_or_else(|| member.to_owned()),
            Otherwise::Text(text) => text.to_owned(),
            Otherwise::Other(other) => self.say(locale, other),
            Otherwise::Nothing => String::new(),
        }
    }

    /// The text of a message without arguments, if there is such a message.
    #[must_use]
    pub fn text<'i>(&self, locale: LocaleIndex, id: impl Into<MessageRef<'i>>) -> Option<String> {
        self.format(locale, id, &FluentArgs::new()).ok()
    }

    /// A number as readers of a locale write it, or a sum of money in a currency of ISO 4217.
    #[must_use]
    pub fn number(&self, locale: LocaleIndex, value: f64, currency: Option<&str>) -> String {
        self.catalogs[locale.0].functions().number(value, currency)
    }

    /// A day, `2026-11-02`, as readers of a locale write it.
    #[must_use]
    pub fn day(&self, locale: LocaleIndex, day: &str) -> String {
        self.catalogs[locale.0].functions().day(day)
    }

    /// Several words, joined as readers of a locale join them where nothing is said of how they belong together.
    #[must_use]
    pub fn list(&self, locale: LocaleIndex, words: Vec<String>) -> String {
        self.catalogs[locale.0].functions().list(words)
    }

    /// Whether a message or attribute can be asked for in a locale, be it through the fallback chain. Terms cannot.
    #[must_use]
    pub fn contains<'i>(&self, locale: LocaleIndex, id: impl Into<MessageRef<'i>>) -> bool {
        self.find(locale, id.into()).is_some()
    }

    /// What is asked for, in the first locale of the fallback chain that has it.
    fn find(&self, locale: LocaleIndex, id: MessageRef) -> Option<(&Catalog, &Form)> {
        self.chains[locale.0].iter().find_map(|index| {
            let catalog = &self.catalogs[index.0];
            Some((catalog, catalog.form(id)?))
        })
    }

    /// What a locale itself defines: messages, then terms, in the order of their names.
    pub fn definitions(&self, locale: LocaleIndex) -> impl Iterator<Item = &Definition> {
        self.catalogs[locale.0].definitions()
    }

    /// The names of messages, or terms, of a locale that stand before that of one in order, the nearest first, and those behind.
    pub fn beside(
        &self,
        locale: LocaleIndex,
        id: MessageRef,
    ) -> (impl Iterator<Item = &str>, impl Iterator<Item = &str>) {
        self.catalogs[locale.0].beside(id)
    }

    /// The message or term that a locale itself defines under an id, or under the id of an attribute of it.
    #[must_use]
    pub fn definition<'i>(&self, locale: LocaleIndex, id: impl Into<MessageRef<'i>>) -> Option<&Definition> {
        let id = id.into();
        self.catalogs[locale.0].definition(id)
    }

    /// The pattern that a locale itself has under an id.
    #[must_use]
    pub fn pattern<'i>(&self, locale: LocaleIndex, id: impl Into<MessageRef<'i>>) -> Option<&Pattern> {
        let id = id.into();
        self.definition(locale, id)?.pattern(id)
    }

    /// The locales that are asked for the messages of a locale, in this order.
    pub fn chain(&self, locale: LocaleIndex) -> impl Iterator<Item = LocaleIndex> {
        self.chains[locale.0].iter().copied()
    }

    /// Everything that is defined in any file, also where another definition is laid over it.
    pub fn all_definitions(&self) -> impl Iterator<Item = &Definition> {
        self.catalogs.iter().flat_map(Catalog::all_definitions)
    }

    /// The same for one locale itself.
    pub fn all_definitions_of(&self, locale: LocaleIndex) -> impl Iterator<Item = &Definition> {
        self.catalogs[locale.0].all_definitions()
    }

    /// The keys of grammar that messages for a locale ask for.
    pub fn grammar_keys(&self, locale: LocaleIndex) -> impl Iterator<Item = &str> {
        let chain = self.chains[locale.0].iter().map(|index| &self.catalogs[index.0]);
        chain.flat_map(Catalog::grammar_keys)
    }
}

/// The site's own file, if there is one and only one.
fn only_file(files: &[MessageFile]) -> Option<SourcePath> {
    let mut own = files.iter().filter(|file| file.layer == Layer::Site).map(|file| &file.path);
    own.next().filter(|_| own.next().is_none()).cloned()
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
