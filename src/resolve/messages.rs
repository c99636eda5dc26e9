//! [`Messages`]: every word of the site, by locale. The one place where messages fall back.

use std::collections::BTreeMap;

use fluent::{FluentArgs, FluentValue};

use super::brand::{Brands, Named};
use super::catalog::{Catalog, Form};
use super::functions::TextList;
use super::index::{LanguageIndex, LocaleIndex};
use super::languages::{self, Language, Languages};
pub use super::message_error::{MessageError, Problem};
use super::message_files;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::LocaleCode;
use crate::markup::{self, Overlay};
use crate::parse::message_id::MessageRef;
use crate::parse::messages::{self, BRAND, Definition, Layer, MessageFile};
use crate::parse::pattern::Pattern;
use crate::parse::program_messages::{Family, Otherwise, ProgramMessage, Single};
use crate::place::SourcePath;

/// What a message is handed for a key of grammar that the text does not have.
pub const NO_GRAMMAR: &str = "none";

/// The messages of all languages.
pub struct Messages {
    languages: Vec<Language>,
    /// Those of the languages, then more of those under whose messages some locale puts a brand of its own.
    catalogs: Vec<Catalog>,
    /// By locale, what is asked for its messages, in this order.
    chains: Vec<Vec<Step>>,
    default_locale: LocaleIndex,
    owners: BTreeMap<LocaleCode, LanguageIndex>,
    /// The site's own file, by language, if it has one and only one.
    pub(super) only_files: Vec<Option<SourcePath>>,
}

/// A language to which a locale falls back, and the catalog in which it does.
#[derive(Clone, Copy)]
struct Step {
    language: LanguageIndex,
    catalog: usize,
}

impl Messages {
    /// Makes the catalogs of all languages: the theme's messages of a code, overlaid by the site's.
    pub(super) fn new(
        files: Vec<MessageFile>,
        Languages { all: languages, chains }: Languages,
        named: &Named,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut by_code: BTreeMap<LocaleCode, Vec<MessageFile>> = BTreeMap::new();
        for file in files {
            by_code.entry(file.locale.clone()).or_default().push(file);
        }
        message_files::report(&by_code, &languages, diagnostics);
        let files: Vec<_> = languages.iter().map(|language| language.files(&by_code)).collect();
        let only_files = files.iter().map(|files| only_file(files)).collect();
        let catalogs: Vec<_> =
            languages.iter().zip(&files).map(|(language, files)| Catalog::of(language, files)).collect();
        let brands = Brands::of(&catalogs, &chains, named);
        let (default_locale, owners) = (named.default_locale, languages::owners(&languages));
        let mut messages =
            Self { languages, catalogs: Vec::new(), chains: Vec::new(), default_locale, owners, only_files };
        for (index, catalog) in catalogs.into_iter().enumerate() {
            messages.add(catalog, LanguageIndex(index), brands.of_language(LanguageIndex(index)));
        }
        let mut others = BTreeMap::new();
        for chain in chains {
            let brand = brands.of_language(chain[0]);
            let step = |language: LanguageIndex| {
                let catalog = if brands.of_language(language) == brand {
                    language.0
                } else {
                    *others.entry((language, brand)).or_insert_with(|| {
                        let catalog = Catalog::of(&messages.languages[language.0], &files[language.0]);
                        messages.add(catalog, language, brand)
                    })
                };
                Step { language, catalog }
            };
            let chain = chain.into_iter().map(step).collect();
            messages.chains.push(chain);
        }
        messages
    }

    /// Adds the catalog of a language in which the site has a name. Returns its number.
    fn add(&mut self, mut catalog: Catalog, language: LanguageIndex, brand: &str) -> usize {
        if catalog.term(BRAND).as_deref() != Some(brand) {
            catalog.lay_over(&messages::brand(brand, &self.languages[language.0].code));
        }
        self.catalogs.push(catalog.complete());
        self.catalogs.len() - 1
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
        self.chains[locale.0].iter().find_map(|step| {
            let catalog = &self.catalogs[step.catalog];
            Some((catalog, catalog.form(id)?))
        })
    }

    /// What a language itself defines, or has from the parents of its code: messages, then terms, in the order of their names.
    pub fn definitions(&self, language: impl Into<LanguageIndex>) -> impl Iterator<Item = &Definition> {
        self.catalog(language).definitions()
    }

    /// The names of messages, or terms, of a language that stand before that of one in order, the nearest first, and those behind.
    pub fn beside(
        &self,
        language: impl Into<LanguageIndex>,
        id: MessageRef,
    ) -> (impl Iterator<Item = &str>, impl Iterator<Item = &str>) {
        self.catalog(language).beside(id)
    }

    /// The message or term that a language itself has under an id, or under the id of an attribute of it.
    #[must_use]
    pub fn definition<'i>(
        &self,
        language: impl Into<LanguageIndex>,
        id: impl Into<MessageRef<'i>>,
    ) -> Option<&Definition> {
        let id = id.into();
        self.catalog(language).definition(id)
    }

    /// The pattern that a language itself has under an id.
    #[must_use]
    pub fn pattern<'i>(&self, language: impl Into<LanguageIndex>, id: impl Into<MessageRef<'i>>) -> Option<&Pattern> {
        let id = id.into();
        self.definition(language, id)?.pattern(id)
    }

    fn catalog(&self, language: impl Into<LanguageIndex>) -> &Catalog {
        &self.catalogs[language.into().0]
    }

    /// The languages that are asked for the messages of a locale, in this order.
    #[must_use]
    pub fn chain(&self, locale: LocaleIndex) -> impl DoubleEndedIterator<Item = LanguageIndex> {
        self.chains[locale.0].iter().map(|step| step.language)
    }

    /// The pattern that a locale has under an id, be it through the fallback chain, and the language that has it.
    #[must_use]
    pub fn found<'i>(&self, locale: LocaleIndex, id: impl Into<MessageRef<'i>>) -> Option<(LanguageIndex, &Pattern)> {
        let id = id.into();
        self.chain(locale).find_map(|language| Some((language, self.pattern(language, id)?)))
    }

    /// The message or term of the default locale under an id, be it through the fallback chain: what others translate.
    #[must_use]
    pub fn original<'i>(&self, id: impl Into<MessageRef<'i>>) -> Option<&Definition> {
        let id = id.into();
        self.chain(self.default_locale).find_map(|language| self.definition(language, id))
    }

    /// The language to which the files of a code belong: that of the code or, if there is none, the first that has them from it.
    #[must_use]
    pub fn language_of(&self, code: &LocaleCode) -> Option<LanguageIndex> {
        self.owners.get(code).copied()
    }

    /// All languages in which there are words.
    pub fn languages(&self) -> impl Iterator<Item = LanguageIndex> + use<> {
        (0..self.languages.len()).map(LanguageIndex)
    }

    /// Everything that is defined in any file, also where another definition is laid over it.
    pub fn all_definitions(&self) -> impl Iterator<Item = &Definition> {
        self.catalogs[..self.languages.len()].iter().flat_map(Catalog::all_definitions)
    }

    /// The same for one language.
    pub fn all_definitions_of(&self, language: impl Into<LanguageIndex>) -> impl Iterator<Item = &Definition> {
        self.catalog(language).all_definitions()
    }

    /// The keys of grammar that messages for a locale ask for.
    pub fn grammar_keys(&self, locale: LocaleIndex) -> impl Iterator<Item = &str> {
        self.chain(locale).flat_map(|language| self.catalog(language).grammar_keys())
    }
}

impl std::ops::Index<LanguageIndex> for Messages {
    type Output = Language;

    fn index(&self, LanguageIndex(index): LanguageIndex) -> &Language {
        &self.languages[index]
    }
}

/// The site's own file, if there is one and only one.
fn only_file(files: &[&MessageFile]) -> Option<SourcePath> {
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
