//! The same input gives the same bytes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::folder::{Folder, tree};
use crate::site::Site;

#[test]
fn two_renderings_are_equal() {
    assert_eq!(Site::new().output(), Site::new().output());
}

/// Publishes the library of this repository from a copy of it.
fn published(root: &Path, output: &Path, environment: &[(&str, &str)]) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rolebook"));
    command
        .args(["build", "--quiet", "--root"])
        .arg(root)
        .arg("--output")
        .arg(output)
        .envs(environment.iter().copied());
    assert!(command.status().unwrap().success());
    tree(output)
}

#[test]
fn time_zone_language_cores_and_the_order_of_folders_change_nothing() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let scratch = tempfile::tempdir().unwrap();
    let first = published(repository, &scratch.path().join("first"), &[("TZ", "UTC"), ("RAYON_NUM_THREADS", "1")]);
    assert!(first.len() > 200, "the whole library");

    let copy = Folder::new(&Site::new().without_files());
    let sources = ["content", "locales", "themes"].map(|folder| tree(&repository.join(folder)));
    for (folder, files) in ["content", "locales", "themes"].iter().zip(&sources) {
        // Written in reverse, so that a folder lists its files in another order.
        for (path, bytes) in files.iter().rev() {
            copy.write(&format!("{folder}/{}", path.display()), bytes);
        }
    }
    copy.write("rolebook.toml", std::fs::read(repository.join("rolebook.toml")).unwrap());
    let elsewhere =
        [("TZ", "Pacific/Kiritimati"), ("RAYON_NUM_THREADS", "5"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8")];
    let second = published(copy.root(), &scratch.path().join("second"), &elsewhere);
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
    for (path, bytes) in &first {
        assert!(bytes == &second[path], "{} differs", path.display());
    }
}
