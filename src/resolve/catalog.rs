//! The messages of one language, without those to which it falls back.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::{Arc, OnceLock};

use fluent::resolver::errors::{ReferenceKind, ResolverError};
use fluent::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_bundle::concurrent::FluentBundle;
use fluent_syntax::ast;
use rustc_hash::FxHashMap;
use unicode_bidi::{BidiClass, bidi_class};

use super::functions::{self, Functions, TextList};
use super::languages::Language;
use super::message_error::{MessageError, Problem};
use crate::diagnostic::{Code, in_house_form};
use crate::locale::Direction;
use crate::parse::message_id::{MessageId, MessageRef};
use crate::parse::messages::{Definition, MessageFile};
use crate::parse::namespaces;
use crate::parse::pattern::{Pattern, TOO_LONG};
use crate::parse::program_messages::GRAMMAR;

/// The messages of one language: those of its code, laid over those of the code's parents.
pub(super) struct Catalog {
    messages: Namespace,
    terms: Namespace,
    /// Definitions over which others have been laid.
    covered: Vec<Arc<Definition>>,
    grammar_keys: BTreeSet<String>,
    /// What can be asked for: messages by their names.
    forms: FxHashMap<Arc<str>, Forms>,
    resources: Vec<Arc<FluentResource>>,
    direction: Direction,
    functions: Arc<Functions>,
    plain: FluentBundle<Arc<FluentResource>>,
    /// Puts marks of isolation round what it inserts, so that text in the other direction does not disturb a sentence.
    isolating: FluentBundle<Arc<FluentResource>>,
}

/// Messages, or terms, by their names.
type Namespace = BTreeMap<Arc<str>, Arc<Definition>>;

/// The value of a message and its attributes.
#[derive(Default)]
struct Forms {
    value: Option<Form>,
    attributes: Vec<(Arc<str>, Form)>,
}

/// A value or an attribute as bundles have it.
pub(super) struct Form {
    /// The file, and the entry in it.
    at: (usize, usize),
    /// Which of the attributes, if it is one.
    attribute: Option<usize>,
    /// The text of what says the same whatever it is handed, made when it is first asked for.
    fixed: Option<OnceLock<Option<String>>>,
}

impl Catalog {
    /// Lays files over each other.
    pub(super) fn of(language: &Language, files: &[&MessageFile]) -> Self {
        let functions = Functions::new(&language.formats);
        let bundle = |isolating: bool| {
            // Fluent's own formats and plural rules are not used, so it need not know the locale.
            let mut bundle = FluentBundle::new_concurrent(Vec::new());
            bundle.set_use_isolating(isolating);
            functions.register(&mut bundle);
            bundle
        };
        let (plain, isolating) = (bundle(false), bundle(true));
        let mut catalog = Self {
            messages: Namespace::new(),
            terms: Namespace::new(),
            covered: Vec::new(),
            grammar_keys: BTreeSet::new(),
            forms: FxHashMap::default(),
            resources: Vec::new(),
            direction: language.direction,
            functions,
            plain,
            isolating,
        };
        for file in files {
            catalog.lay_over(file);
        }
        catalog
    }

    /// Lays a file over all others.
    pub(super) fn lay_over(&mut self, file: &MessageFile) {
        for bundle in [&mut self.plain, &mut self.isolating] {
            bundle.add_resource_overriding(Arc::clone(&file.resource));
        }
        self.resources.push(Arc::clone(&file.resource));
        for definition in &file.definitions {
            let namespace = if definition.is_term() { &mut self.terms } else { &mut self.messages };
            self.covered.extend(namespace.insert(definition.id.value.name().into(), Arc::clone(definition)));
        }
    }

    /// Notes what can be asked for, when all files are there.
    #[must_use]
    pub(super) fn complete(mut self) -> Self {
        let patterns = self.definitions().flat_map(Definition::patterns);
        let variables = patterns.flat_map(|(_, pattern)| &pattern.variables);
        let grammar = variables.filter_map(|variable| variable.value.strip_prefix(GRAMMAR));
        self.grammar_keys = grammar.map(str::to_owned).collect();
        self.forms = forms(&self.resources, &fixed_ids(&self));
        self
    }

    /// What a term says that is handed nothing.
    pub(super) fn term(&self, id: MessageRef) -> Option<String> {
        self.definition(id)?;
        let entries = self.resources.iter().rev().flat_map(|resource| resource.entries());
        let value = entries.filter_map(|entry| match entry {
            ast::Entry::Term(term) if namespaces::written(term.id.name) == id.name => Some(&term.value),
            _ => None,
        });
        // Mistakes in it are for checks.
        let text = self.plain.format_pattern(value.into_iter().next()?, None, &mut Vec::new());
        Some(text.into_owned())
    }

    /// The formatters of the locale.
    pub(super) fn functions(&self) -> &Functions {
        &self.functions
    }

    pub(super) fn definitions(&self) -> impl Iterator<Item = &Definition> {
        self.messages.values().chain(self.terms.values()).map(Arc::as_ref)
    }

    /// The names that stand before that of a message or term in order, the nearest first, and those behind it.
    pub(super) fn beside(&self, id: MessageRef) -> (impl Iterator<Item = &str>, impl Iterator<Item = &str>) {
        let names = if id.is_term { &self.terms } else { &self.messages };
        let before = names.range::<str, _>((Bound::Unbounded, Bound::Excluded(id.name))).rev();
        let behind = names.range::<str, _>((Bound::Included(id.name), Bound::Unbounded));
        (before.map(|(name, _)| &**name), behind.map(|(name, _)| &**name))
    }

    pub(super) fn definition(&self, id: MessageRef) -> Option<&Definition> {
        let names = if id.is_term { &self.terms } else { &self.messages };
        names.get(id.name).map(Arc::as_ref)
    }

    /// Also those over which others have been laid.
    pub(super) fn all_definitions(&self) -> impl Iterator<Item = &Definition> {
        self.definitions().chain(self.covered.iter().map(Arc::as_ref))
    }

    /// The keys of grammar that messages ask for.
    pub(super) fn grammar_keys(&self) -> impl Iterator<Item = &str> {
        self.grammar_keys.iter().map(String::as_str)
    }

    pub(super) fn form(&self, id: MessageRef) -> Option<&Form> {
        let forms = self.forms.get(id.name).filter(|_| !id.is_term)?;
        match id.attribute {
            None => forms.value.as_ref(),
            Some(wanted) => forms.attributes.iter().find(|(name, _)| **name == *wanted).map(|(_, form)| form),
        }
    }

    pub(super) fn fixed<'c>(&'c self, form: &'c Form) -> Option<&'c str> {
        form.fixed.as_ref()?.get_or_init(|| self.format(form, &FluentArgs::new()).ok()).as_deref()
    }

    fn pattern(&self, form: &Form) -> Option<&ast::Pattern<&str>> {
        let (file, entry) = form.at;
        let ast::Entry::Message(message) = self.resources[file].get_entry(entry)? else { return None };
        match form.attribute {
            Some(attribute) => Some(&message.attributes[attribute].value),
            None => message.value.as_ref(),
        }
    }

    pub(super) fn format(&self, form: &Form, args: &FluentArgs) -> Result<String, Problem> {
        let pattern = self.pattern(form).expect("forms are made of what the files have");
        let mut errors = Vec::new();
        let text = self.bundle_for(args).format_pattern(pattern, Some(args), &mut errors);
        match (errors.as_slice(), functions::problem_in(&text)) {
            ([], None) => Ok(text.into_owned()),
            ([], Some(message)) => Err(Problem { code: Code::UnknownVariable, message: message.to_owned() }),
            (errors, _) => Err(problem(errors)),
        }
    }

    pub(super) fn faulty(&self, id: MessageRef, problem: Problem) -> MessageError {
        let place = self.messages[id.name].id.place.clone();
        MessageError::Faulty { id: id.to_id(), problem, place }
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

/// The messages of files as bundles find them: of two with the same name, the later.
fn forms(resources: &[Arc<FluentResource>], fixed: &BTreeSet<MessageRef>) -> FxHashMap<Arc<str>, Forms> {
    let mut all = FxHashMap::default();
    for (file, resource) in resources.iter().enumerate() {
        for (entry, message) in resource.entries().enumerate() {
            let ast::Entry::Message(message) = message else { continue };
            let name = namespaces::written(message.id.name);
            let form = |name, attribute_name, attribute| {
                let id = MessageRef { is_term: false, name, attribute: attribute_name };
                Form { at: (file, entry), attribute, fixed: fixed.contains(&id).then(OnceLock::new) }
            };
            let attributes = message.attributes.iter().enumerate().map(|(index, attribute)| {
                let attribute_name = attribute.id.name;
                (attribute_name.into(), form(name, Some(attribute_name), Some(index)))
            });
            let attributes = attributes.collect();
            let value = message.value.as_ref().map(|_| form(name, None, None));
            all.insert(name.into(), Forms { value, attributes });
        }
    }
    all
}

/// The messages, terms and attributes whose patterns hold nothing but text and references to such patterns.
fn fixed_ids(catalog: &Catalog) -> BTreeSet<MessageRef<'_>> {
    let holds_nothing_else = |pattern: &Pattern| {
        let Pattern { references, variables, calls, choices, text, .. } = pattern;
        let is_free = variables.is_empty() && calls.is_empty() && choices.is_empty();
        is_free && text.matches('{').count() == references.len()
    };
    let patterns = catalog.definitions().flat_map(Definition::patterns);
    let mut open: FxHashMap<MessageRef, usize> = FxHashMap::default();
    let mut referring: FxHashMap<MessageRef, Vec<MessageRef>> = FxHashMap::default();
    let mut found = Vec::new();
    for (id, pattern) in patterns.filter(|(_, pattern)| holds_nothing_else(pattern)) {
        let id = MessageRef::from(&id.value);
        for reference in &pattern.references {
            referring.entry((&reference.value).into()).or_default().push(id);
        }
        match pattern.references.len() {
            0 => found.push(id),
            // An attribute may be there twice.
            count => *open.entry(id).or_default() += count,
        }
    }
    let mut fixed = BTreeSet::new();
    while let Some(id) = found.pop() {
        if !fixed.insert(id) {
            continue;
        }
        for other in referring.get(&id).into_iter().flatten() {
            let left = open.get_mut(other).expect("what refers to something has references that are open");
            *left -= 1;
            if *left == 0 {
                found.push(*other);
            }
        }
    }
    fixed
}

fn has_right_to_left(text: &str) -> bool {
    // The first such letter is U+0590: in UTF-8 the byte 0xD6 and another.
    text.bytes().any(|byte| byte >= 0xD6)
        && text.chars().any(|c| matches!(bidi_class(c), BidiClass::R | BidiClass::AL | BidiClass::AN))
}

/// What is wrong, in the words of the file; the first mistake says of what kind they are.
fn problem(errors: &[FluentError]) -> Problem {
    let said = errors.iter().map(|error| match error {
        FluentError::ResolverError(error) => resolver_problem(error),
        other => (Code::Syntax, in_house_form(&other.to_string())),
    });
    let (codes, said): (Vec<_>, Vec<_>) = said.unzip();
    Problem { code: codes[0], message: said.join(", ") }
}

fn resolver_problem(error: &ResolverError) -> (Code, String) {
    let written = |id: &str, attribute: &Option<String>, of: fn(String) -> MessageId| {
        let id = of(namespaces::written(id).to_owned());
        attribute.as_ref().map_or_else(|| id.clone(), |attribute| id.with_attribute(attribute.as_str()))
    };
    match error {
        ResolverError::Reference(ReferenceKind::Variable { id }) => {
            (Code::UnknownVariable, format!("unknown variable: ${id}"))
        }
        ResolverError::Reference(ReferenceKind::Function { id }) => {
            (Code::UnknownFunction, format!("unknown function: {id}()"))
        }
        ResolverError::Reference(ReferenceKind::Message { id, attribute }) => {
            (Code::UnknownReference, format!("unknown message: {}", written(id, attribute, MessageId::message)))
        }
        ResolverError::Reference(ReferenceKind::Term { id, attribute }) => {
            (Code::UnknownReference, format!("unknown term: {}", written(id, attribute, MessageId::term)))
        }
        ResolverError::NoValue(id) => {
            (Code::UnknownReference, format!("{} has attributes only", namespaces::written(id)))
        }
        ResolverError::Cyclic => (Code::CyclicReference, "it refers to itself".to_owned()),
        ResolverError::TooManyPlaceables => (Code::Limit, TOO_LONG.to_owned()),
        ResolverError::MissingDefault => (Code::Syntax, "no variant is the default".to_owned()),
    }
}
