//! `rolebook licenses` names all that the program is made from.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use toml::{Table, Value};

use crate::folder::Folder;
use crate::site::Site;

#[test]
fn every_dependency_has_its_license() {
    let notices = read("src/commands/licenses.txt");
    let (list, texts) = notices.split_once("\n\n").unwrap();
    let listed: BTreeSet<_> = list.lines().map(|line| line.split_once("  ").unwrap().0.to_owned()).collect();
    let dependencies = dependencies();
    assert!(dependencies.len() > 100, "the test has found the dependencies");
    let missing: Vec<_> = dependencies.difference(&listed).collect();
    let superfluous: Vec<_> = listed.difference(&dependencies).collect();
    assert!(
        missing.is_empty() && superfluous.is_empty(),
        "run `.ci/licenses.py`: src/commands/licenses.txt lacks {missing:?} and has {superfluous:?}"
    );
    let texts = texts.replace('\n', " ");
    for package in &listed {
        assert!(texts.contains(package), "there is no text for {package}: run `.ci/licenses.py`");
    }
}

#[test]
fn licenses_are_printed_anywhere() {
    let output = Folder::new(&Site::new().without_files()).rolebook(&["licenses"]);
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
    let said = String::from_utf8(output.stdout).unwrap();
    for words in ["clap 4.", "\nPermission is hereby granted", "UNICODE LICENSE V3", "SIL OPEN FONT LICENSE"] {
        assert!(said.contains(words), "{words}");
    }
}

/// The packages of which the program is made by `Cargo.toml` and `Cargo.lock`, as `name version`.
fn dependencies() -> BTreeSet<String> {
    let manifest: Table = read("Cargo.toml").parse().unwrap();
    let lock: Table = read("Cargo.lock").parse().unwrap();
    let packages = lock["package"].as_array().unwrap();
    let is_for_tests = |name: &str| {
        let is_in = |table: &str| manifest[table].as_table().unwrap().contains_key(name);
        is_in("dev-dependencies") && !is_in("dependencies")
    };
    let own = packages.iter().find(|package| package["name"].as_str() == Some("rolebook")).unwrap();
    let mut waiting = needed(own);
    waiting.retain(|needed| !is_for_tests(needed.split(' ').next().unwrap()));
    let mut found = BTreeSet::new();
    while let Some(needed_one) = waiting.pop() {
        let mut words = needed_one.split(' ');
        let (name, version) = (words.next(), words.next());
        let fits = |package: &&Value| {
            package["name"].as_str() == name && (version.is_none() || package["version"].as_str() == version)
        };
        for package in packages.iter().filter(fits) {
            let version = package["version"].as_str().unwrap();
            if found.insert(format!("{} {version}", name.unwrap())) {
                waiting.extend(needed(package));
            }
        }
    }
    found
}

/// What a package depends on, as it is in `Cargo.lock`: by name, and by version where there are several.
fn needed(package: &Value) -> Vec<String> {
    let names = package.get("dependencies").and_then(Value::as_array).into_iter().flatten();
    names.map(|name| name.as_str().unwrap().to_owned()).collect()
}

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}
