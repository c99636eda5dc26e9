//! The Fluent project's own test fixtures, and what they taught as tests of our own.
//!
//! The fixtures are not in this repository. `docs/fluent-conformance.md` tells how to fetch them and hand them over in
//! the variable `ROLEBOOK_FLUENT_FIXTURES`; without it their tests are skipped. The rest always runs.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use fluent::{FluentArgs, FluentValue};
use fluent_syntax::ast;
use rolebook::diagnostic::{Code, Severity};
use rolebook::load::Sources;
use rolebook::parse::message_id::MessageRef;
use rolebook::parse::messages::{Layer, MessageFile};
use rolebook::parse::namespaces::written;
use rolebook::parse::numbers::{CATEGORY, DISPLAY, VALUE};
use rolebook::pipeline::{Compiled, Timings, compile};
use rolebook::place::Place;
use rolebook::resolve::Options;
use rolebook::resolve::library::{Library, LocaleIndex};
use serde::Deserialize;
use serde_json::{Value, json};

/// What comes of a message that cannot be shown.
const ERROR: &str = "error";

const VARIABLE: &str = "ROLEBOOK_FLUENT_FIXTURES";

/// Where we do not do what a fixture says, and why.
struct Difference {
    reason: &'static str,
    /// A part of what we do instead.
    ours: &'static str,
    /// What the names of the fixtures, or of the assertions in them, begin with.
    what: &'static [&'static str],
}

const SYNTAX_DIFFERENCES: &[Difference] = &[
    Difference {
        reason: "the parser takes a carriage return at the very end of a file for space",
        ours: "uses CR as EOL.\"}",
        what: &["cr_multikey", "cr_multilinevalue"],
    },
    Difference {
        reason: "the fixture's JSON has junk with the line ends of the file, our copy of it with those of the tree",
        ours: "\"type\":\"Junk\"",
        what: &["crlf"],
    },
];

const BUNDLE_DIFFERENCES: &[Difference] = &[
    Difference {
        reason: "a message that is defined twice in one layer is an error of the site",
        ours: ERROR,
        what: &["context > Bundle > allowOverrides"],
    },
    Difference {
        reason: "functions are those of Rolebook: the fixtures define others",
        ours: ERROR,
        what: &["functions > ", "functions_runtime > "],
    },
    Difference {
        reason: "a term that shows a variable which it is not told is an error, not the text `{$arg}`",
        ours: ERROR,
        what: &["macros > "],
    },
    Difference {
        reason: "messages that refer to each other in a circle are an error of the site, whatever variant is chosen",
        ours: ERROR,
        what: &["patterns > Patterns > Cyclic self-reference in a member"],
    },
    Difference {
        reason: "text is not transformed: pseudo-locales change messages before they are bundled",
        ours: "a",
        what: &["transform > "],
    },
];

/// A folder of the fixtures, if they have been fetched.
fn fixtures(folder: &str, ending: &str) -> Option<Vec<PathBuf>> {
    let Some(root) = std::env::var_os(VARIABLE) else {
        eprintln!("skipped: {VARIABLE} does not name a folder with Fluent's fixtures (docs/fluent-conformance.md)");
        return None;
    };
    let entries = fs::read_dir(Path::new(&root).join(folder)).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == ending));
    paths.sort();
    assert!(!paths.is_empty(), "`{VARIABLE}` has no `{folder}/*.{ending}`");
    Some(paths)
}

fn name(path: &Path) -> String {
    path.file_stem().unwrap().to_str().unwrap().to_owned()
}

/// Fails on differences that are not known, and on known ones that are no more.
fn compare(found: &BTreeMap<String, String>, known: &'static [Difference]) {
    let each = |difference: &'static Difference| difference.what.iter().map(move |what| (*what, difference));
    let known: BTreeMap<_, _> = known.iter().flat_map(each).collect();
    let mut faults = Vec::new();
    for (what, ours) in found {
        match known.iter().find(|(beginning, _)| what.starts_with(**beginning)).map(|(_, difference)| difference) {
            Some(difference) if ours.contains(difference.ours) => {}
            Some(difference) => faults.push(format!("{what}\n  ours: {ours}\n  known: {}", difference.ours)),
            None => faults.push(format!("{what}\n  ours: {ours}")),
        }
    }
    let gone = known.iter().filter(|(beginning, _)| !found.keys().any(|what| what.starts_with(**beginning)));
    faults.extend(gone.map(|(what, difference)| format!("{what}\n  is no more: {}", difference.reason)));
    assert!(faults.is_empty(), "{} unknown:\n{}", faults.len(), faults.join("\n"));
}

/// A site with these files of messages, and no texts.
fn sources(messages: &[String]) -> Sources {
    let mut config = "base_url = \"https://example.org/\"\ndefault_locale = \"en\"\n".to_owned();
    for locale in ["en", "he"] {
        config.extend(["\n[[locales]]\ncode = \"", locale, "\"\nname = \"", locale, "\"\n"]);
    }
    let mut files = vec![("rolebook.toml".into(), config.into_bytes())];
    for (index, text) in messages.iter().enumerate() {
        for locale in ["en", "he"] {
            files.push((format!("locales/{locale}/{index:03}.ftl").as_str().into(), text.clone().into_bytes()));
        }
    }
    Sources::in_memory(files)
}

// Syntax.

#[test]
fn files_are_read_as_the_syntax_fixtures_say() {
    let Some(paths) = fixtures("syntax", "ftl") else { return };
    let mut found = BTreeMap::new();
    for path in &paths {
        let text = fs::read_to_string(path).unwrap();
        let mut expected: Value = serde_json::from_slice(&fs::read(path.with_extension("json")).unwrap()).unwrap();
        forget_annotations(&mut expected);
        let (Ok(tree) | Err((tree, _))) = fluent_syntax::parser::parse(text.as_str());
        let read: Vec<Value> = tree.body.iter().map(entry).collect();
        let differences = differences(expected["body"].as_array().unwrap(), &read);
        if !differences.is_empty() {
            found.insert(name(path), differences.join(" | "));
        }
        let has_junk = read.iter().any(|entry| entry["type"] == "Junk");
        if let Some(problem) = rewritten_otherwise(&text, &read, has_junk) {
            found.insert(format!("{}, rewritten", name(path)), problem);
        }
    }
    compare(&found, SYNTAX_DIFFERENCES);
    eprintln!("{} files, {} known differences", paths.len(), found.len());
}

/// What is not the same in two lists of entries.
fn differences(expected: &[Value], read: &[Value]) -> Vec<String> {
    let missing = expected.iter().filter(|entry| !read.contains(entry)).map(|entry| format!("not {entry}"));
    let surplus = read.iter().filter(|entry| !expected.contains(entry)).map(|entry| format!("but {entry}"));
    let differences: Vec<_> = missing.chain(surplus).collect();
    if differences.is_empty() && expected != read { vec!["in another order".to_owned()] } else { differences }
}

/// What bundles get must be what the file says, but for the functions that are put into it.
fn rewritten_otherwise(text: &str, read: &[Value], has_junk: bool) -> Option<String> {
    let (parsed, diagnostics) = rolebook::parse::parse(&sources(&[text.to_owned()]));
    let reported = diagnostics.iter().any(|diagnostic| diagnostic.code == Code::Syntax);
    if reported != has_junk {
        return Some(format!("junk: {has_junk}, reported: {reported}"));
    }
    let file: MessageFile =
        parsed.unwrap().messages.into_iter().find(|file| file.layer == Layer::Site).expect("the site has one");
    let mut defined: Vec<Value> =
        read.iter().filter(|entry| entry["type"] == "Message" || entry["type"] == "Term").cloned().collect();
    let mut rewritten: Vec<Value> = file.resource.entries().map(entry).collect();
    rewritten.retain(|entry| entry["type"] == "Message" || entry["type"] == "Term");
    rewritten.iter_mut().for_each(take_prefixes);
    let listed: Vec<_> = file.definitions.iter().map(|definition| definition.id.value.to_string()).collect();
    let ids: Vec<_> = defined.iter().map(id).collect();
    if listed != ids {
        return Some(format!("defines {listed:?}"));
    }
    for entry in defined.iter_mut().chain(&mut rewritten) {
        // Bundles have no use for comments.
        entry["comment"].take();
        undo(entry);
    }
    let differences = differences(&defined, &rewritten);
    (!differences.is_empty()).then(|| differences.join(" | "))
}

fn id(entry: &Value) -> String {
    let hyphen = if entry["type"] == "Term" { "-" } else { "" };
    format!("{hyphen}{}", entry["id"]["name"].as_str().unwrap())
}

fn forget_annotations(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove("annotations");
            fields.remove("span");
            fields.values_mut().for_each(forget_annotations);
        }
        Value::Array(items) => items.iter_mut().for_each(forget_annotations),
        _ => {}
    }
}

/// Gives messages and terms the names that they have in files.
fn take_prefixes(value: &mut Value) {
    match value {
        Value::Object(fields) => fields.values_mut().for_each(take_prefixes),
        Value::Array(items) => items.iter_mut().for_each(take_prefixes),
        _ => {}
    }
    let kind = value["type"].as_str().unwrap_or_default();
    if ["Message", "Term", "MessageReference", "TermReference"].contains(&kind) {
        value["id"]["name"] = written(value["id"]["name"].as_str().unwrap()).into();
    }
}

/// Takes the functions out that rewriting puts in, and writes choices as a list of keys, values and the default value.
fn undo(value: &mut Value) {
    match value {
        Value::Object(fields) => fields.values_mut().for_each(undo),
        Value::Array(items) => items.iter_mut().for_each(undo),
        _ => {}
    }
    if let Some(elements) = value.get_mut("elements").and_then(Value::as_array_mut) {
        *elements = with_space_as_text(std::mem::take(elements));
    }
    let function = value["id"]["name"].as_str().filter(|_| value["type"] == "FunctionReference");
    if function.is_some_and(|name| [CATEGORY, DISPLAY, VALUE].contains(&name)) {
        *value = value["arguments"]["positional"][0].take();
    } else if value["type"] == "SelectExpression" {
        *value = choice(value);
    }
}

/// Rewriting puts space at the beginning of lines into placeables; here it is text again.
fn with_space_as_text(elements: Vec<Value>) -> Vec<Value> {
    let mut merged: Vec<Value> = Vec::new();
    for element in elements {
        let literal = &element["expression"];
        let space =
            literal["value"].as_str().filter(|text| literal["type"] == "StringLiteral" && text.trim().is_empty());
        let text = space.or_else(|| element["value"].as_str()).map(str::to_owned);
        match (text, merged.last_mut()) {
            (Some(text), Some(last)) if last["type"] == "TextElement" => {
                last["value"] = format!("{}{text}", last["value"].as_str().unwrap()).into();
            }
            (Some(text), _) => merged.push(json!({ "type": "TextElement", "value": text })),
            (None, _) => merged.push(element),
        }
    }
    merged
}

fn choice(select: &Value) -> Value {
    let selector = &select["selector"];
    let mut variants = Vec::new();
    let mut default = Value::Null;
    for variant in select["variants"].as_array().unwrap() {
        let value = &variant["value"];
        let rest = &value["elements"][0]["expression"];
        let is_default = variant["default"] == true;
        if is_default && variant["key"]["name"] == "otherwise" {
            if rest["type"] == "Choice" && rest["selector"] == *selector {
                variants.extend(rest["variants"].as_array().unwrap().iter().cloned());
                default = rest["default"].clone();
            } else {
                default = value.clone();
            }
            continue;
        }
        let mut key = variant["key"].clone();
        if let Some(number) = key["value"].as_str().filter(|number| number.contains('.')) {
            key["value"] = number.trim_end_matches('0').trim_end_matches('.').into();
        }
        variants.push(json!([key, value]));
        if is_default {
            default = value.clone();
        }
    }
    json!({ "type": "Choice", "selector": selector, "variants": variants, "default": default })
}

// Fluent's tree in the form of the fixtures.

fn entry(entry: &ast::Entry<&str>) -> Value {
    match entry {
        ast::Entry::Message(message) => json!({
            "type": "Message",
            "id": identifier(&message.id),
            "value": message.value.as_ref().map(pattern),
            "attributes": attributes(&message.attributes),
            "comment": message.comment.as_ref().map(|of| comment("Comment", of)),
        }),
        ast::Entry::Term(term) => json!({
            "type": "Term",
            "id": identifier(&term.id),
            "value": pattern(&term.value),
            "attributes": attributes(&term.attributes),
            "comment": term.comment.as_ref().map(|of| comment("Comment", of)),
        }),
        ast::Entry::Comment(of) => comment("Comment", of),
        ast::Entry::GroupComment(of) => comment("GroupComment", of),
        ast::Entry::ResourceComment(of) => comment("ResourceComment", of),
        ast::Entry::Junk { content } => json!({ "type": "Junk", "content": content }),
    }
}

fn identifier(of: &ast::Identifier<&str>) -> Value {
    json!({ "type": "Identifier", "name": of.name })
}

fn comment(kind: &str, of: &ast::Comment<&str>) -> Value {
    json!({ "type": kind, "content": of.content.join("\n") })
}

fn attributes(of: &[ast::Attribute<&str>]) -> Vec<Value> {
    let attribute = |of: &ast::Attribute<&str>| json!({ "type": "Attribute", "id": identifier(&of.id), "value": pattern(&of.value) });
    of.iter().map(attribute).collect()
}

fn pattern(of: &ast::Pattern<&str>) -> Value {
    let mut elements: Vec<Value> = Vec::new();
    for element in &of.elements {
        match element {
            ast::PatternElement::Placeable { expression: of } => elements.push(placeable(of)),
            ast::PatternElement::TextElement { value } => match elements.last_mut() {
                Some(last) if last["type"] == "TextElement" => {
                    last["value"] = format!("{}{value}", last["value"].as_str().unwrap()).into();
                }
                _ => elements.push(json!({ "type": "TextElement", "value": value })),
            },
        }
    }
    json!({ "type": "Pattern", "elements": elements })
}

fn placeable(of: &ast::Expression<&str>) -> Value {
    let expression = match of {
        ast::Expression::Inline(of) => inline(of),
        ast::Expression::Select { selector, variants } => {
            let variants: Vec<Value> = variants.iter().map(variant).collect();
            json!({ "type": "SelectExpression", "selector": inline(selector), "variants": variants })
        }
    };
    json!({ "type": "Placeable", "expression": expression })
}

fn variant(of: &ast::Variant<&str>) -> Value {
    let key = match &of.key {
        ast::VariantKey::Identifier { name } => json!({ "type": "Identifier", "name": name }),
        ast::VariantKey::NumberLiteral { value } => json!({ "type": "NumberLiteral", "value": value }),
    };
    json!({ "type": "Variant", "key": key, "value": pattern(&of.value), "default": of.default })
}

fn inline(of: &ast::InlineExpression<&str>) -> Value {
    match of {
        ast::InlineExpression::StringLiteral { value } => json!({ "type": "StringLiteral", "value": value }),
        ast::InlineExpression::NumberLiteral { value } => json!({ "type": "NumberLiteral", "value": value }),
        ast::InlineExpression::FunctionReference { id, arguments: of } => {
            json!({ "type": "FunctionReference", "id": identifier(id), "arguments": arguments(of) })
        }
        ast::InlineExpression::MessageReference { id, attribute } => json!({
            "type": "MessageReference",
            "id": identifier(id),
            "attribute": attribute.as_ref().map(identifier),
        }),
        ast::InlineExpression::TermReference { id, attribute, arguments: of } => json!({
            "type": "TermReference",
            "id": identifier(id),
            "attribute": attribute.as_ref().map(identifier),
            "arguments": of.as_ref().map(arguments),
        }),
        ast::InlineExpression::VariableReference { id } => {
            json!({ "type": "VariableReference", "id": identifier(id) })
        }
        ast::InlineExpression::Placeable { expression } => placeable(expression),
    }
}

fn arguments(of: &ast::CallArguments<&str>) -> Value {
    let named = |of: &ast::NamedArgument<&str>| json!({ "type": "NamedArgument", "name": identifier(&of.name), "value": inline(&of.value) });
    json!({
        "type": "CallArguments",
        "positional": of.positional.iter().map(inline).collect::<Vec<_>>(),
        "named": of.named.iter().map(named).collect::<Vec<_>>(),
    })
}

// Bundles.

#[derive(Deserialize)]
struct Fixture {
    suites: Vec<Suite>,
}

/// A suite, or a test, which has no further ones.
#[derive(Deserialize)]
struct Suite {
    name: String,
    #[serde(default)]
    skip: bool,
    #[serde(default)]
    bundles: Vec<Bundle>,
    #[serde(default)]
    resources: Vec<Resource>,
    #[serde(default)]
    suites: Vec<Suite>,
    #[serde(default)]
    tests: Vec<Suite>,
    #[serde(default)]
    asserts: Vec<Assert>,
}

#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Bundle {
    name: Option<String>,
    resources: Option<Vec<String>>,
    #[serde(default)]
    use_isolating: bool,
}

#[derive(Clone, Deserialize)]
struct Resource {
    name: Option<String>,
    source: String,
}

#[derive(Deserialize)]
struct Assert {
    bundle: Option<String>,
    id: String,
    attribute: Option<String>,
    value: Option<Value>,
    #[serde(default)]
    args: BTreeMap<String, Value>,
    #[serde(default)]
    errors: Vec<Value>,
    missing: Option<bool>,
}

/// What the levels down to a test hold together.
#[derive(Clone, Default)]
struct Scope {
    names: Vec<String>,
    bundles: Vec<Bundle>,
    resources: Vec<Resource>,
}

#[derive(Default)]
struct Run {
    passed: usize,
    skipped: usize,
    found: BTreeMap<String, String>,
}

#[test]
fn messages_are_shown_as_the_bundle_fixtures_say() {
    let Some(paths) = fixtures("bundle", "json") else { return };
    let mut run = Run::default();
    for path in paths.iter().filter(|path| name(path) != "defaults") {
        let fixture: Fixture = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        for suite in &fixture.suites {
            run.suite(suite, &Scope { names: vec![name(path)], ..Scope::default() });
        }
    }
    compare(&run.found, BUNDLE_DIFFERENCES);
    eprintln!("{} assertions hold, {} differ, {} the fixtures skip", run.passed, run.found.len(), run.skipped);
}

impl Run {
    fn suite(&mut self, suite: &Suite, outer: &Scope) {
        let mut scope = outer.clone();
        scope.names.push(suite.name.clone());
        scope.bundles.extend(suite.bundles.iter().cloned());
        scope.resources.extend(suite.resources.iter().cloned());
        if suite.skip {
            self.skipped += 1;
            return;
        }
        suite.tests.iter().chain(&suite.suites).for_each(|inner| self.suite(inner, &scope));
        for (index, assert) in suite.asserts.iter().enumerate() {
            let what = format!("{}: {} #{}", scope.names.join(" > "), assert.id, index + 1);
            let (expected, ours) = assert.outcomes(&scope);
            if expected == ours {
                self.passed += 1;
            } else {
                self.found.insert(what, ours);
            }
        }
    }
}

impl Assert {
    /// What should come of it, and what comes of it.
    fn outcomes(&self, scope: &Scope) -> (String, String) {
        let bundle = match &self.bundle {
            Some(name) => scope.bundles.iter().find(|bundle| bundle.name.as_ref() == Some(name)),
            None => scope.bundles.last(),
        };
        let wanted = |resource: &&Resource| match (bundle.and_then(|bundle| bundle.resources.as_ref()), &resource.name)
        {
            (Some(subset), Some(name)) => subset.contains(name),
            _ => true,
        };
        let texts: Vec<String> = scope.resources.iter().filter(wanted).map(|of| of.source.clone()).collect();
        let site = Messages::of(&texts);
        let id = match &self.attribute {
            Some(attribute) => format!("{}.{attribute}", self.id),
            None => self.id.clone(),
        };
        // A locale that is written from right to left isolates what is inserted.
        let locale = if bundle.is_some_and(|bundle| bundle.use_isolating) { "he" } else { "en" };
        if let Some(missing) = self.missing {
            let shown = |missing: bool| if missing { "missing" } else { "there" }.to_owned();
            return (shown(missing), shown(!site.has(locale, &id)));
        }
        let text = match &self.value {
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
            None => panic!("{id} has neither a value nor `missing`"),
        };
        let expected = if self.errors.is_empty() { text } else { ERROR.to_owned() };
        let value = |value: &Value| match value {
            Value::Number(number) => FluentValue::from(number.as_f64().unwrap()),
            other => FluentValue::from(other.as_str().unwrap().to_owned()),
        };
        let args = self.args.iter().map(|(name, of)| (name.as_str(), value(of))).collect();
        (expected, site.format(locale, &id, &args))
    }
}

/// A site whose messages are asked for.
struct Messages {
    library: Arc<Library>,
    locales: BTreeMap<&'static str, LocaleIndex>,
    /// Where the build stops with an error.
    errors: Vec<Place>,
}

impl Messages {
    fn of(texts: &[String]) -> Self {
        let Compiled { site, diagnostics } = compile(&sources(texts), &Options::default(), &mut Timings::default());
        let library = site.expect("the configuration is sound").library;
        let locales = ["en", "he"].into_iter().zip(library.locales()).collect();
        let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        let errors = errors.filter_map(|diagnostic| diagnostic.place.clone()).collect();
        Self { library, locales, errors }
    }

    /// Whether a message can be asked for, be it for its attributes only.
    fn has(&self, locale: &str, id: &str) -> bool {
        let definition = self.library.messages.definition(self.locales[locale], MessageRef::read(id).unwrap());
        definition.is_some_and(|definition| !definition.is_term())
    }

    /// The text, or `error` if it cannot be shown or the build stops at it.
    fn format(&self, locale: &str, id: &str, args: &FluentArgs) -> String {
        let id = MessageRef::read(id).unwrap();
        let stops = self.library.messages.definition(self.locales[locale], id).is_some_and(|definition| {
            let file = &definition.id.place.file;
            self.errors.iter().any(|place| place.file == *file && definition.lines.contains(&place.line))
        });
        match self.library.messages.format(self.locales[locale], id, args) {
            Ok(text) if !stops => text,
            _ => ERROR.to_owned(),
        }
    }
}

// What the fixtures and the tests of fluent.js taught, in our own words.

#[test]
fn messages_behave_as_fluent_says() {
    let forms = "n = { $n ->\n    [0] none\n    [one] one\n    [1.50] one and a half\n   *[other] other\n}\n\
        fixed = { NUMBER($n, minimumFractionDigits: 1) ->\n    [one] one\n   *[other] other\n}\n\
        exact = { NUMBER($n, type: \"ordinal\") ->\n    [1] exactly\n   *[other] other\n}\n";
    let rest = "text = { $x ->\n    [a] A\n   *[b] B\n}\n\
        -term = { $case ->\n    [genitive] Fluents\n   *[nominative] Fluent\n}\n    .gender = neuter\n\
        plain = { -term }\nfits = { -term(case: \"genitive\") }\nother = { -term(case: \"dative\") }\n\
        by-attribute = { -term.gender ->\n    [neuter] das\n   *[feminine] die\n}\n\
        nested = { $x ->\n   *[a] { $n ->\n       *[other] { $n } of { \"{\" }\n    }\n}\n\
        value =\n    .title = T { $x }\nrefers = { value.title }\n\
        block =\n    one\n      two\n    three { $x }\n\
        bad-date = { DATETIME($x) }\nbad-number = { NUMBER($x) }\n";
    let site = Messages::of(&[forms.to_owned(), rest.to_owned()]);
    let shown = |id: &str, args: &[(&'static str, FluentValue<'static>)]| {
        site.format("en", id, &args.iter().cloned().collect::<FluentArgs>())
    };
    let n = |number: f64| [("n", FluentValue::from(number)), ("x", FluentValue::from("a"))];
    for (id, number, expected) in [
        ("n", 0.0, "none"),
        ("n", 1.0, "one"),
        ("n", 1.5, "one and a half"),
        ("n", 2.0, "other"),
        ("fixed", 1.0, "other"),
        ("exact", 1.0, "exactly"),
        ("text", 1.0, "A"),
        ("plain", 1.0, "Fluent"),
        ("fits", 1.0, "Fluents"),
        ("other", 1.0, "Fluent"),
        ("by-attribute", 1.0, "das"),
        ("nested", 5.0, "5 of {"),
        ("refers", 1.0, "T a"),
        ("block", 1.0, "one\n  two\nthree a"),
        ("bad-date", 1.0, ERROR),
        ("bad-number", 1.0, ERROR),
    ] {
        assert_eq!(shown(id, &n(number)), expected, "{id} {number}");
    }
    assert_eq!(shown("text", &[]), ERROR, "a variable that is not handed over is an error, also where it only chooses");
}

#[test]
fn a_message_that_grows_without_end_ends_soon() {
    let mut text = "laugh-0 = ha\n".to_owned();
    for level in 1..20 {
        let before = format!("{{ laugh-{} }}", level - 1);
        text.extend([format!("laugh-{level} = "), before.repeat(10), "\n".to_owned()]);
    }
    assert_eq!(Messages::of(&[text]).format("en", "laugh-19", &FluentArgs::new()), ERROR);
}
