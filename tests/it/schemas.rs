//! Keys are declared once: readers, schemas and the documentation have the same.

use std::borrow::Cow;
use std::collections::BTreeSet;

use insta::assert_snapshot;
use regex::Regex;
use rolebook::diagnostic::{Code, Diagnostic};
use rolebook::load::Sources;
use rolebook::parse::config::keys::SITE;
use rolebook::parse::facts::ENTRY;
use rolebook::parse::fields::keys::{DAYS, MONEY, NUMBERS};
use rolebook::parse::keys::{Absent, Key, Keys, Others, Type};
use rolebook::parse::parse;
use rolebook::parse::text::keys::PLAIN_PAGE;
use rolebook::schema::{self, Described, OwnKeys};
use serde_json::Value;

use crate::folder::{Folder, tree};
use crate::site::Site;

const FIELDS: &str = "
[[collections]]
id = \"openings\"
kind = \"role\"
ignore_keys = [\"layout\"]
keys = { title = \"role\" }

[[collections.fields]]
id = \"employment-type\"
kind = \"choice\"
values = [\"full-time\", \"part-time\"]

[[collections.fields]]
id = \"pay\"
kind = \"money\"
";

// --- readers

/// What a document has otherwise than one with all keys.
#[derive(Clone, Default)]
struct Change {
    /// The table in which it differs.
    table: Vec<&'static str>,
    without: &'static str,
    with: &'static str,
}

/// A table, and the keys that lead to it.
type Place = (Vec<&'static str>, &'static Keys);

/// A table and all tables in it.
fn places(keys: &'static Keys, path: &[&'static str]) -> Vec<Place> {
    let below = keys.all().filter_map(|key| Some(([path, &[key.name]].concat(), key.value.keys()?)));
    let below = below.flat_map(|(path, keys)| places(keys, &path));
    std::iter::once((path.to_vec(), keys)).chain(below).collect()
}

/// The lines of a table with all keys, but for a change.
fn lines(keys: &'static Keys, path: &[&'static str], change: &Change) -> Vec<String> {
    let is_here = path == change.table;
    let names = keys.all().filter(|key| !is_here || key.name != change.without);
    let pairs = names.map(|key| format!("{} = {}", key.name, value(&key.value, &[path, &[key.name]].concat(), change)));
    pairs.chain((is_here && !change.with.is_empty()).then(|| format!("{} = 1", change.with))).collect()
}

fn value(of: &Type, path: &[&'static str], change: &Change) -> String {
    let table = |keys| format!("{{ {} }}", lines(keys, path, change).join(", "));
    match of {
        Type::Text | Type::Id => "\"x\"".to_owned(),
        Type::Flag => "true".to_owned(),
        Type::Whole | Type::Count | Type::Number | Type::Share => "1".to_owned(),
        Type::Date => "2026-11-02".to_owned(),
        Type::Code => "\"en\"".to_owned(),
        Type::WebAddress => "\"https://example.org/\"".to_owned(),
        Type::Link => "\"@/\"".to_owned(),
        Type::Currency => "\"EUR\"".to_owned(),
        Type::OneOf(words) => format!("\"{}\"", words()[0]),
        Type::List(items) => format!("[{}]", value(items, path, change)),
        Type::OneOrMore(items) => value(items, path, change),
        Type::Table(keys) | Type::TextOrTable(keys) => table(keys),
        Type::Tables(keys) => format!("[{}]", table(keys)),
    }
}

/// The mistakes in a file with all keys, but for a change.
fn mistakes(of: Described, change: &Change) -> Vec<Diagnostic> {
    let config = "base_url = \"https://example.org/\"\ndefault_locale = \"en\"\n\n[[locales]]\ncode = \"en\"\nname = \"English\"\n\n[[collections]]\nid = \"pages\"\nkind = \"page\"\n";
    let lines = lines(keys_of(of), &[], change).join("\n");
    let files = match of {
        Described::Config => vec![("rolebook.toml", lines)],
        Described::Entry => vec![("rolebook.toml", config.to_owned()), ("content/pages/x/entry.toml", lines)],
        Described::Text => {
            vec![("rolebook.toml", config.to_owned()), ("content/pages/x/en.md", format!("+++\n{lines}\n+++\n\n# X\n"))]
        }
    };
    let mut sources = Sources::in_memory(files.into_iter().map(|(path, text)| (path.into(), text.into_bytes())));
    // Reading the theme takes longer than all else.
    sources.files.retain(|path, _| !path.as_str().starts_with("themes/"));
    parse(&sources).1
}

fn keys_of(file: Described) -> &'static Keys {
    match file {
        Described::Config => &SITE,
        Described::Entry => &ENTRY,
        Described::Text => &PLAIN_PAGE,
    }
}

fn about_keys(diagnostics: &[Diagnostic]) -> Vec<String> {
    let is_about_keys = |found: &&Diagnostic| [Code::UnknownKey, Code::MissingKey].contains(&found.code);
    diagnostics.iter().filter(is_about_keys).map(|found| found.message.clone()).collect()
}

/// In a debug build, a reader that asks for a key that is not declared panics, and so does one that does not ask for all. Here
/// every table is read, so every reader runs.
#[test]
fn readers_know_exactly_the_keys_that_are_declared() {
    let mut tables = 0;
    for file in Described::ALL {
        assert_eq!(about_keys(&mistakes(file, &Change::default())), [""; 0], "all keys are known");
        for (table, keys) in places(keys_of(file), &[]) {
            tables += 1;
            let with = Change { table: table.clone(), with: "zzz", ..Change::default() };
            let found = about_keys(&mistakes(file, &with));
            let is_unknown = found.iter().any(|message| message.contains("`zzz`"));
            assert_eq!(is_unknown, !matches!(keys.others, Others::Named(_)), "{table:?}: {found:?}");
            for key in keys.all() {
                let without = Change { table: table.clone(), without: key.name, ..Change::default() };
                let found = about_keys(&mistakes(file, &without));
                assert_eq!(
                    !found.is_empty(),
                    key.absent == Absent::Reported,
                    "{table:?} without {}: {found:?}",
                    key.name
                );
            }
        }
    }
    assert!(tables > 30, "the test has found the tables");
}

// --- schemas

fn own(site: &Site) -> OwnKeys {
    let files = site.files().map(|(path, bytes)| (path.into(), bytes.to_vec()));
    OwnKeys::of(&parse(&Sources::in_memory(files)).0.unwrap())
}

/// The schema at a table of another: among the items of lists, and the one of several that is a table.
fn at<'s>(schema: &'s Value, path: &[&str]) -> &'s Value {
    let schema = schema.get("items").unwrap_or(schema);
    let is_table = |schema: &&Value| schema["type"] == "object";
    let schema = schema.get("anyOf").and_then(|of| of.as_array()?.iter().find(is_table)).unwrap_or(schema);
    assert!(is_table(&schema), "a table at {path:?}: {schema}");
    path.split_first().map_or(schema, |(first, rest)| at(&schema["properties"][first], rest))
}

/// The schema is what the declaration says, table by table.
#[test]
fn schemas_have_what_is_declared() {
    for file in Described::ALL {
        for own in [None, Some(own(&Site::new().append("rolebook.toml", FIELDS)))] {
            let schema: Value = serde_json::from_str(&schema::of(file, own.as_ref()).text()).unwrap();
            for (path, keys) in places(keys_of(file), &[]) {
                let table = at(&schema, &path);
                let names: BTreeSet<_> = table["properties"].as_object().into_iter().flat_map(|of| of.keys()).collect();
                assert!(keys.all().all(|key| names.contains(&key.name.to_owned())), "{path:?}: {names:?}");
                let required: Vec<_> =
                    keys.all().filter(|key| key.absent == Absent::Reported).map(|key| key.name).collect();
                assert_eq!(
                    table.get("required").cloned().unwrap_or(Value::Array(Vec::new())),
                    Value::from(required),
                    "{path:?}"
                );
                let is_closed = table["additionalProperties"] == Value::Bool(false);
                let is_theme = path == ["theme"];
                assert_eq!(
                    is_closed,
                    match keys.others {
                        Others::Unknown => true,
                        Others::Fields => own.is_some(),
                        Others::Named(_) => is_theme && own.is_some(),
                    },
                    "{path:?}"
                );
            }
        }
    }
}

#[test]
fn a_schema_of_a_site_has_its_fields() {
    let own = own(&Site::new().append("rolebook.toml", FIELDS));
    let schema: Value = serde_json::from_str(&schema::of(Described::Entry, Some(&own)).text()).unwrap();
    assert_snapshot!(serde_json::to_string_pretty(&schema["properties"]["employment-type"]).unwrap(), @r#"
    {
      "anyOf": [
        {
          "enum": [
            "full-time",
            "part-time"
          ],
          "type": "string"
        },
        {
          "pattern": "[^a-z0-9-]",
          "type": "string"
        },
        {
          "items": {
            "anyOf": [
              {
                "enum": [
                  "full-time",
                  "part-time"
                ],
                "type": "string"
              },
              {
                "pattern": "[^a-z0-9-]",
                "type": "string"
              }
            ]
          },
          "maxItems": 1,
          "type": "array"
        },
        {
          "pattern": "^\\s*(\\{[a-z][a-z0-9-]*\\})?\\s*$",
          "type": "string"
        }
      ],
      "description": "A field of `openings`."
    }
    "#);
    assert_snapshot!(schema["patternProperties"].as_object().unwrap().keys().cloned().collect::<Vec<_>>().join("\n"), @"
    ^[eE][mM][pP][lL][oO][yY][mM][eE][nN][tT][-_ ]?[tT][yY][pP][eE]$
    ^[pP][aA][yY]$
    ");
    let text: Value = serde_json::from_str(&schema::of(Described::Text, Some(&own)).text()).unwrap();
    assert_eq!(text["properties"]["role"], text["properties"]["title"]);
    assert_eq!(text["patternProperties"]["^layout$"], serde_json::json!({}));
}

/// What people and editors see of a schema: where it is from, and a key with its default and its words.
#[test]
fn a_schema_begins_with_what_it_is() {
    let text = schema::of(Described::Config, None).text();
    assert_snapshot!(text.lines().take(12).collect::<Vec<_>>().join("\n"), @r#"
    {
      "$schema": "http://json-schema.org/draft-07/schema#",
      "$id": "https://github.com/rolebook/rolebook/blob/v0.1.0/docs/schemas/config.json",
      "$comment": "Made by Rolebook 0.1.0.",
      "title": "rolebook.toml",
      "type": "object",
      "properties": {
        "base_url": {
          "description": "Where the site is served.",
          "type": "string",
          "pattern": "^\\s*[hH][tT][tT][pP][sS]?:"
        },
    "#);
    let schema: Value = serde_json::from_str(&text).unwrap();
    assert_snapshot!(schema["properties"]["related"]["properties"]["limit"], @r#"{"default":5,"description":"The most entries in a group.","minimum":0,"type":"integer"}"#);
    assert_snapshot!(schema["properties"]["missing_translation"]["properties"]["policy"], @r#"{"default":"skip","description":"What happens to an entry that has no text in a locale.","enum":["skip","fallback"],"type":"string"}"#);
    let order: Vec<_> =
        ["base_url", "name", "locales", "footer"].map(|key| text.find(&format!("\n    \"{key}\": {{")).unwrap()).into();
    assert!(order.is_sorted(), "keys stand as they are declared");
}

// --- the command

fn said(folder: &Folder, arguments: &[&str]) -> String {
    let output = folder.rolebook(arguments);
    let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    format!("{}\n{}", output.status.code().unwrap(), text.trim_end())
}

#[test]
fn a_schema_needs_no_site() {
    let folder = Folder::new(&Site::new().without_files());
    for (name, file) in ["config", "entry", "text"].iter().zip(Described::ALL) {
        assert_eq!(said(&folder, &["schema", name]), format!("0\n{}", schema::of(file, None).text().trim_end()));
    }
    assert_snapshot!(said(&folder, &["schema"]), @"
    2
    error: the following required arguments were not provided:
      <FILE>

    Usage: rolebook schema <FILE>

    For more information, try '--help'.
    ");
    assert_snapshot!(said(&folder, &["schema", "--write"]), @"
    2
    error: cannot read `./rolebook.toml`: No such file or directory (os error 2)
      = help: run the program in the folder of a site, or name that folder with `--root`
    ");
    assert_eq!(tree(folder.root()).len(), 0);
}

#[test]
fn schemas_of_a_site_are_written_again() {
    let folder = Folder::new(&Site::new().append("rolebook.toml", FIELDS));
    assert_snapshot!(said(&folder, &["schema", "--write"]), @"
    0
    wrote 3 schemas to `.schemas/`
    ");
    let written = folder.read(".schemas/entry.json");
    assert_eq!(said(&folder, &["schema", "entry", "--root", "."]), format!("0\n{}", written.trim_end()));
    assert!(written.contains("\"employment-type\""));
    folder.write("rolebook.toml", folder.read("rolebook.toml").replace("employment-type", "contract"));
    said(&folder, &["schema", "--write"]);
    assert!(!folder.read(".schemas/entry.json").contains("\"employment-type\""));
    folder.write("rolebook.toml", "base_url = 1");
    let broken = said(&folder, &["schema", "--write"]);
    assert!(broken.starts_with("1\n") && broken.contains("`base_url` cannot be integer `1`"), "{broken}");
}

/// A new site has the schemas that the program would write into it, and editor settings that name them.
#[test]
fn a_new_site_has_schemas() {
    let folder = Folder::new(&Site::new().without_files());
    folder.rolebook(&["new", "site", "."]);
    let before = tree(folder.root());
    said(&folder, &["schema", "--write"]);
    assert_eq!(tree(folder.root()), before);
    let settings: toml::Table = folder.read(".taplo.toml").parse().unwrap();
    for rule in settings["rule"].as_array().unwrap() {
        let path = rule["schema"]["path"].as_str().unwrap();
        assert!(serde_json::from_str::<Value>(&folder.read(path)).is_ok(), "{path}");
    }
}

// --- the documentation

/// The rows of the tables of a page, cell by cell.
fn tables(page: &str) -> Vec<Vec<Vec<&str>>> {
    let mut tables = vec![Vec::new()];
    for line in page.lines() {
        match line.strip_prefix("| ").and_then(|line| line.strip_suffix(" |")) {
            Some(row) => tables.last_mut().unwrap().push(row.split(" | ").collect()),
            None if line.starts_with("|-") => {}
            None => tables.push(Vec::new()),
        }
    }
    tables
}

/// The name of the key that a row is about.
fn name<'r>(row: &[&'r str]) -> &'r str {
    row[0].trim_matches('`').trim_matches(['[', ']'])
}

/// Whether a row says of a key what is declared.
fn describes(row: &[&str], key: &Key) -> bool {
    let default = match key.absent {
        Absent::Reported => "required".to_owned(),
        Absent::Value(toml) => format!("`{toml}`"),
        Absent::Means(words) => words.to_owned(),
    };
    name(row) == key.name
        && row[1] == words(&key.value)
        && row[2] == default
        && without_links(row[3]).starts_with(key.about)
}

fn without_links(text: &str) -> Cow<'_, str> {
    Regex::new(r"\[([^\]]+)\]\([^)]+\)").unwrap().replace_all(text, "$1")
}

/// What the documentation calls a type.
fn words(of: &Type) -> String {
    match of {
        Type::Text | Type::Currency => "text".to_owned(),
        Type::Flag => "`true` or `false`".to_owned(),
        Type::Whole | Type::Count => "whole number".to_owned(),
        Type::Number => "number".to_owned(),
        Type::Share => "number from 0 to 1".to_owned(),
        Type::Date => "date, without quotes".to_owned(),
        Type::Code => "code".to_owned(),
        Type::Id => "id".to_owned(),
        Type::WebAddress => "web address".to_owned(),
        Type::Link => "link".to_owned(),
        Type::OneOf(words) => {
            let words: Vec<_> = words().iter().map(|word| format!("`\"{word}\"`")).collect();
            let (last, others) = words.split_last().unwrap();
            format!("{} or {last}", others.join(", "))
        }
        Type::List(items) => format!("list of {}s", words(items)),
        Type::OneOrMore(items) => format!("{0} or list of {0}s", words(items)),
        Type::Table(_) => "table".to_owned(),
        Type::Tables(_) => "list of tables".to_owned(),
        Type::TextOrTable(_) => "text or table".to_owned(),
    }
}

/// Each key has its row, with type, default and meaning; tables within others have a table of their own in the page, or are
/// named in the row of their key.
#[test]
fn the_documentation_has_every_key() {
    for (page, keys) in [("configuration", &[&SITE][..]), ("content", &[&ENTRY, &PLAIN_PAGE])] {
        let path = format!("{}/docs/{page}.md", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        let tables = tables(&text);
        let documented = |keys: &Keys| {
            let own: Vec<_> = keys.all().filter(|key| key.value.keys().is_none()).collect();
            !own.is_empty()
                && tables.iter().any(|table| {
                    own.iter().all(|key| table.iter().any(|row| row.len() == 4 && describes(row, key)))
                        && (!matches!(keys.others, Others::Unknown)
                            || table.iter().skip(1).all(|row| keys.find(name(row)).is_some()))
                })
        };
        for (path, keys) in keys.iter().flat_map(|keys| places(keys, &[])) {
            if documented(keys) {
                continue;
            }
            let (_, key) =
                (path.first(), path.last().unwrap_or_else(|| panic!("the rows of {page}.md are those declared")));
            let mut rows =
                tables.iter().flatten().filter(|row| name(row) == *key || row.concat().contains(&format!("`{key}`")));
            let named = |row: &Vec<&str>| keys.all().all(|key| row.concat().contains(&format!("`{}`", key.name)));
            let has_own_rows = keys.all().all(|key| key.value.keys().is_some());
            assert!(has_own_rows || rows.any(named), "{page}.md: {}: {:?}", path.join("."), expected(keys));
        }
    }
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/content.md")).unwrap();
    for key in [&NUMBERS, &DAYS, &MONEY].iter().flat_map(|keys| keys.all()) {
        assert!(page.contains(&format!("{} =", key.name)), "`{}` of values of fields", key.name);
    }
}

/// The rows to write.
fn expected(keys: &Keys) -> String {
    let row = |key: &Key| format!("| `{}` | {} | {:?} | {}. |\n", key.name, words(&key.value), key.absent, key.about);
    keys.all().filter(|key| key.value.keys().is_none()).map(row).collect()
}
