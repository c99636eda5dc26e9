//! Shards together make the site, byte for byte, each file once.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::bench_library::library::library;
use crate::folder::{Folder, tree};
use crate::site::Site;

/// A library with everything that a site has.
fn folder() -> Folder {
    let site = library(24).iter().fold(Site::new().without_files(), |site, (path, text)| site.file(path, text));
    let folder = Folder::new(&site);
    let config =
        folder.read("rolebook.toml").replace("docx = false", "docx = true").replace("show = false", "show = true");
    folder.write("rolebook.toml", format!("{config}\n[missing_translation]\npolicy = \"fallback\"\n"));
    folder.write("static/notes.txt", "mine\n");
    // Without a text of its own, a page has that of another locale.
    folder.remove("content/job-descriptions/role-3/el.md");
    folder.remove("content/job-descriptions/role-4/en.md");
    folder
}

fn build(folder: &Folder, output: &str, shard: Option<&str>) -> BTreeMap<PathBuf, Vec<u8>> {
    let shard = shard.map(|shard| ["--shard", shard]);
    let arguments = ["build", "--output", output].into_iter().chain(shard.into_iter().flatten());
    let said = folder.rolebook(&arguments.collect::<Vec<_>>());
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    tree(&folder.path(output))
}

#[test]
fn together_they_are_the_whole() {
    let folder = folder();
    let whole = build(&folder, "whole", None);
    for count in [1, 2, 3, 7] {
        let mut together = BTreeMap::new();
        for number in 1..=count {
            let files = build(&folder, &format!("{number}-of-{count}"), Some(&format!("{number}/{count}")));
            assert!(files.len() * count < whole.len() * 2, "{number}/{count} makes {} files", files.len());
            for (path, bytes) in files {
                assert!(together.insert(path.clone(), bytes).is_none(), "{} is made twice", path.display());
            }
        }
        let paths = |files: &BTreeMap<PathBuf, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(paths(&together), paths(&whole), "{count} shards");
        let differing: Vec<_> = whole.iter().filter(|(path, bytes)| together[*path] != **bytes).collect();
        assert!(
            differing.is_empty(),
            "{count} shards: {:?}",
            differing.iter().map(|(path, _)| path).collect::<Vec<_>>()
        );
    }
}

#[test]
fn a_shard_that_cannot_be_is_refused() {
    let said = folder().rolebook(&["build", "--shard", "3/2"]);
    assert_eq!(said.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&said.stderr).contains("such as `1/4` for the first of four"));
}
