//! Stages import only what is to their left, and only the terminal prints.

use std::fs;
use std::path::{Path, PathBuf};

/// Vocabulary, then the stages in the order in which data flows, then the program.
const ORDER: &[&str] = &[
    "place",
    "id",
    "fold",
    "locale",
    "markup",
    "slug",
    "diagnostic",
    "timings",
    "process",
    "fingerprint",
    "load",
    "shard",
    "parse",
    "resolve",
    "relate",
    "plan",
    "site",
    "render",
    "check",
    "write",
    "rebuild",
    "pipeline",
    "serve",
    "upkeep",
    "commands",
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

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
