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
    for role in ["role-2", "role-21"] {
        let text = format!("content/job-descriptions/{role}/en.md");
        folder.write(&text, folder.read(&text) + "\n{{ block fair }}\n");
    }
    folder.write("content/blocks/fair/en.md", "All are welcome.\n");
    // Two texts of different parts show the same picture, and each has a file of its own.
    for role in ["role-1", "role-20"] {
        let text = format!("content/job-descriptions/{role}/en.md");
        folder.write(&text, folder.read(&text) + "\n![Team](team.svg) [Form](form.pdf)\n");
        folder.write(&format!("content/job-descriptions/{role}/team.svg"), "<svg viewBox=\"0 0 30 20\"></svg>\n");
        folder.write(&format!("content/job-descriptions/{role}/form.pdf"), "a form\n");
    }
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
            let files = build(&folder, &format!("of-{count}/{number}"), Some(&format!("{number}/{count}")));
            assert!(files.len() * count < whole.len() * 2, "{number}/{count} makes {} files", files.len());
            for (path, bytes) in files {
                let is_shared = path.starts_with("assets") && path.to_string_lossy().contains("team.");
                let twin = together.insert(path.clone(), bytes);
                assert!(twin.is_none() || is_shared, "{} is made twice", path.display());
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
    let said = folder().rolebook(&["build", "--shard", "1/99999999999"]);
    assert_eq!(said.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&said.stderr).contains("at most 10000 shards"));
}

/// Builds a part into a folder of `parts`.
fn part(folder: &Folder, number: usize, count: usize) {
    build(folder, &format!("parts/{number}"), Some(&format!("{number}/{count}")));
}

fn merge(folder: &Folder, arguments: &[&str]) -> (Option<i32>, String) {
    let said = folder.rolebook(&[&["merge", "--output", "merged"], arguments].concat());
    (said.status.code(), String::from_utf8_lossy(&said.stderr).into_owned())
}

#[test]
fn merged_parts_are_what_one_build_makes() {
    // R4, R12: parts and their records
    let folder = folder();
    let whole = build(&folder, "whole", None);
    (1..=3).for_each(|number| part(&folder, number, 3));
    assert!(folder.path("parts/part-2.rolebook-build").exists());
    for arguments in
        [&["parts"][..], &["parts/3", "parts/1", "parts/2"], &["parts/part-1.rolebook-build", "parts/2", "parts/3"]]
    {
        assert_eq!(merge(&folder, arguments), (Some(0), String::new()));
        assert!(tree(&folder.path("merged")) == whole, "{arguments:?}");
    }
    // A build of one machine goes on from there.
    let said = folder.rolebook(&["build", "--output", "merged"]);
    assert!(String::from_utf8_lossy(&said.stdout).contains("files  0 written,"), "{said:?}");
    folder.write("static/notes.txt", "other\n");
    folder.remove("content/job-descriptions/role-5/en.md");
    let said = folder.rolebook(&["build", "--output", "merged"]);
    assert!(said.status.success() && String::from_utf8_lossy(&said.stdout).contains(" removed"), "{said:?}");
    assert!(tree(&folder.path("merged")) == build(&folder, "again", None));
}

#[test]
fn parts_that_do_not_belong_together_are_refused() {
    let folder = folder();
    (1..=3).for_each(|number| part(&folder, number, 3));
    let refused = |arguments: &[&str], why: &str| {
        let (status, said) = merge(&folder, arguments);
        assert!(status == Some(2) && said.contains(why) && said.contains("help: "), "{arguments:?}: {said}");
        assert!(!folder.path("merged").exists());
    };
    refused(&["parts/1", "parts/3"], "part 2 of 3 is missing");
    refused(&["parts/1", "parts/2", "parts/1"], "it is of the same part as");
    std::fs::copy(folder.path("parts/part-1.rolebook-build"), folder.path("parts/part-1-b.rolebook-build")).unwrap();
    refused(&["parts"], "part-1-b.rolebook-build");
    folder.remove("parts/part-1-b.rolebook-build");
    refused(&["content"], "there is no record `part-….rolebook-build` of it");
    refused(&["nowhere"], "cannot read");
    let page = tree(&folder.path("parts/2")).into_keys().next().unwrap();
    let page = format!("parts/2/{}", page.display());
    let before = std::fs::read(folder.path(&page)).unwrap();
    folder.write(&page, "damaged\n");
    refused(&["parts"], "it is not as the build of this part left it");
    folder.write(&page, before);
    build(&folder, "others/1", Some("1/2"));
    refused(&["others/1", "parts/2", "parts/3"], "it is a part of another site, or of another state of it, than");
    folder.write("static/notes.txt", "other\n");
    folder.write(
        "content/job-descriptions/role-5/en.md",
        folder.read("content/job-descriptions/role-5/en.md") + "- New\n",
    );
    part(&folder, 3, 3);
    refused(&["parts"], "it is a part of another site, or of another state of it, than");
}

#[test]
fn parts_whose_records_are_not_whole_are_refused() {
    let folder = folder();
    (1..=2).for_each(|number| part(&folder, number, 2));
    let record = folder.read("parts/part-1.rolebook-build");
    let lines: Vec<_> = record.lines().collect();
    let without_one: Vec<_> = lines.iter().enumerate().filter(|(at, _)| *at != 5).map(|(_, line)| *line).collect();
    let led_out = record.replacen(" en/", " ../", 1);
    let cut = [&lines[..4], &lines[..lines.len() - 1], &without_one].map(|lines| lines.join("\n") + "\n");
    for text in cut.into_iter().chain([led_out]) {
        folder.write("parts/part-1.rolebook-build", text);
        let (status, said) = merge(&folder, &["parts"]);
        assert!(status == Some(2) && said.contains("it is no record of a part that is whole"), "{said}");
        assert!(!folder.path("merged").exists());
    }
}

#[test]
fn a_site_is_not_merged_into_its_parts() {
    let folder = folder();
    (1..=2).for_each(|number| part(&folder, number, 2));
    let before = tree(&folder.path("parts"));
    for output in ["parts", "parts/1", "parts/1/site"] {
        let said = folder.rolebook(&["merge", "parts", "--output", output]);
        assert_eq!(said.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&said.stderr).contains("it would overwrite the part"), "{said:?}");
        assert!(tree(&folder.path("parts")) == before);
    }
}

/// What lies beside the parts, by name.
fn records(folder: &Folder, path: &str) -> Vec<String> {
    let entries = std::fs::read_dir(folder.path(path)).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<_> =
        entries.map(|name| name.into_string().unwrap()).filter(|name| name.contains("rolebook")).collect();
    names.sort();
    names
}

#[test]
fn a_folder_has_one_part_or_the_whole_site() {
    let folder = folder();
    let parts = ["1/3", "2/3"].map(|shard| build(&folder, &format!("alone/{}", &shard[..1]), Some(shard)));
    let whole = build(&folder, "out/site", None);
    assert!(build(&folder, "out/site", Some("1/3")) == parts[0], "a part after the whole");
    assert_eq!(records(&folder, "out"), ["part-1.rolebook-build"]);
    assert!(build(&folder, "out/site", Some("2/3")) == parts[1], "a part after another");
    assert_eq!(records(&folder, "out"), ["part-2.rolebook-build"]);
    folder.write("out/site/mine.txt", "mine\n");
    let mut mixed = whole.clone();
    mixed.insert("mine.txt".into(), b"mine\n".to_vec());
    assert!(build(&folder, "out/site", None) == mixed, "the whole after a part");
    assert_eq!(records(&folder, "out"), [".rolebook-build-site"]);
}

#[test]
fn parts_of_the_same_number_lie_below_folders_of_their_own() {
    let folder = folder();
    build(&folder, "parts/one", Some("1/2"));
    let before = tree(&folder.path("parts"));
    let said = folder.rolebook(&["build", "--output", "parts/two", "--shard", "1/3"]);
    let parts = std::fs::canonicalize(folder.path("parts")).unwrap();
    let expected = format!(
        "error: cannot publish to `{0}/two`: `{0}/part-1.rolebook-build` is the record of the part `{0}/one`\n  \
         = help: put parts of another site, or of another number of parts, below a folder of their own, or remove that part and \
         its record\n",
        parts.display()
    );
    assert_eq!((said.status.code(), String::from_utf8(said.stderr).unwrap()), (Some(2), expected));
    assert!(tree(&folder.path("parts")) == before);
    std::fs::remove_dir_all(folder.path("parts/one")).unwrap();
    build(&folder, "parts/two", Some("1/3"));
}
