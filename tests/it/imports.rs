//! Stages import only what is to their left, and only the terminal prints.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Vocabulary, then the stages in the order in which data flows, then the program.
const ORDER: &[&str] = &[
    "place",
    "id",
    "limits",
    "fold",
    "locale",
    "markup",
    "slug",
    "permalink",
    "output_path",
    "diagnostic",
    "timings",
    "process",
    "fingerprint",
    "look",
    "xml",
    "legible",
    "trial",
    "load",
    "shard",
    "parse",
    "resolve",
    "relate",
    "plan",
    "site",
    "translated",
    "render",
    "check",
    "write",
    "rebuild",
    "pipeline",
    "serve",
    "upkeep",
    "schema",
    "scaffold",
    "commands",
    "properties",
];

fn rank(module: &str) -> usize {
    ORDER.iter().position(|name| *name == module).unwrap_or_else(|| panic!("`{module}` has no place in the order"))
}

#[test]
fn imports_go_one_way() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut looked_at = 0;
    for file in files(&src) {
        let below = file.strip_prefix(&src).unwrap();
        let module = below.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs");
        if ["lib", "main"].contains(&module) {
            continue;
        }
        for line in fs::read_to_string(&file).unwrap().lines().filter(|line| !line.trim_start().starts_with("//")) {
            for import in line.split("crate::").skip(1) {
                let imported = import.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap();
                looked_at += 1;
                assert!(rank(imported) <= rank(module), "{} imports `{imported}`: {line}", below.display());
            }
        }
    }
    assert!(looked_at > 50, "the test has found the imports");
}

// C8
#[test]
fn only_the_terminal_prints() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let terminal = folder.join("src/commands/terminal.rs");
    let printing = ["print!", "println!", "dbg!", "stdout()", "stderr()", "AutoStream", "/dev/std", "/dev/tty"];
    let files = ["src", "benches"].iter().flat_map(|below| files(&folder.join(below)));
    for file in files.filter(|file| *file != terminal && file.extension().is_some_and(|extension| extension == "rs")) {
        let text = fs::read_to_string(&file).unwrap();
        let found = printing.iter().find(|printing| text.contains(**printing));
        assert_eq!(found, None, "{}", file.display());
    }
    assert!(fs::read_to_string(terminal).unwrap().contains("AutoStream"), "the test has found the terminal");
}

#[test]
fn the_library_declares_all_stages() {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    for module in ORDER {
        assert!(lib.contains(&format!("pub mod {module};")), "{module}");
    }
}

/// A module and the modules that its `use` lines name, but for those above and below it.
type Imports = BTreeMap<Vec<String>, BTreeSet<Vec<String>>>;

#[test]
fn no_modules_import_each_other_in_a_circle() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let sources: BTreeMap<Vec<String>, String> = files(&src)
        .into_iter()
        .map(|file| (module_of(file.strip_prefix(&src).unwrap()), fs::read_to_string(&file).unwrap()))
        .collect();
    let of = |(module, source): (&Vec<String>, &String)| (module.clone(), imports(module, source, &sources));
    let mut rest: Imports = sources.iter().map(of).collect();
    assert!(rest.values().map(BTreeSet::len).sum::<usize>() > 300, "the test has found the imports");
    // What imports nothing that is left is no part of a circle.
    loop {
        let done: Vec<_> = rest.iter().filter(|(_, of)| !of.iter().any(|module| rest.contains_key(module))).collect();
        let done: Vec<_> = done.into_iter().map(|(module, _)| module.clone()).collect();
        if done.is_empty() {
            break;
        }
        rest.retain(|module, _| !done.contains(module));
    }
    // Nor is what nothing that is left imports.
    while let Some(end) = rest.keys().find(|end| !rest.values().any(|of| of.contains(*end))).cloned() {
        rest.remove(&end);
    }
    assert!(rest.is_empty(), "in circles: {:?}", rest.keys().map(|module| module.join("/")).collect::<Vec<_>>());
}

fn module_of(file: &Path) -> Vec<String> {
    let mut parts: Vec<String> =
        file.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect();
    parts.pop_if(|last| last == "mod");
    parts
}

fn imports(module: &[String], source: &str, all: &BTreeMap<Vec<String>, String>) -> BTreeSet<Vec<String>> {
    let code = source.split("#[cfg(test)]\nmod tests").next().unwrap();
    let lines: Vec<_> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = lines.join(" ");
    let statements = code.split("use ").skip(1).map(|rest| rest.split(';').next().unwrap());
    let mut found = BTreeSet::new();
    for path in statements.flat_map(|statement| paths("", statement)) {
        let mut parts: Vec<&str> = path.split("::").map(str::trim).collect();
        let mut base = match parts[0] {
            "crate" => Vec::new(),
            "super" => module.to_vec(),
            _ => continue,
        };
        while parts.first().is_some_and(|first| ["crate", "super"].contains(first)) {
            base.pop();
            parts.remove(0);
        }
        base.extend(parts.iter().map(|part| (*part).to_owned()));
        let named = (1..=base.len()).rev().map(|length| base[..length].to_vec()).find(|path| all.contains_key(path));
        found.extend(named.filter(|named| !named.starts_with(module) && !module.starts_with(named)));
    }
    found
}

/// The paths of a `use` declaration, with its braces taken apart.
fn paths(before: &str, declaration: &str) -> Vec<String> {
    let Some((start, rest)) = declaration.split_once('{') else { return vec![format!("{before}{declaration}")] };
    let inner = rest.trim_end().strip_suffix('}').unwrap_or(rest);
    let mut depth = 0;
    let parts = inner.split(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == ',' && depth == 0
    });
    let start = format!("{before}{start}");
    parts.filter(|part| !part.trim().is_empty()).flat_map(|part| paths(&start, part.trim())).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
