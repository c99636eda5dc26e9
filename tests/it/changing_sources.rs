//! Files that somebody writes to while they are being published: all of what was read, or nothing.

use std::fs;

use rolebook::load::Root;
use rolebook::pipeline::{self, Timings};
use rolebook::resolve::Options;
use rolebook::write::{
    Change, Chosen, Durability, Foreign, IfBusy, Interruption, Lock, Manner, OutputFolder, Publication, Trust,
};

use crate::folder::Folder;
use crate::site::Site;

const PICTURE: &str = "content/job-descriptions/tester/team.svg";

/// A site with a picture, a form and a file of `static/`.
fn folder() -> Folder {
    let folder = Folder::new(&Site::new());
    let text = "content/job-descriptions/tester/en.md";
    folder.write(text, folder.read(text) + "\n![Team](team.svg) [Form](form.pdf)\n");
    folder.write(PICTURE, picture("one"));
    folder.write("content/job-descriptions/tester/form.pdf", "one\n");
    folder.write("static/a.txt", "one\n");
    folder
}

fn picture(text: &str) -> String {
    format!("<svg viewBox=\"0 0 30 20\"><title>{text}</title></svg>\n")
}

/// Publishes a site to which something happens when it has been read. The words of the failure, if it cannot be.
fn publish(folder: &Folder, meanwhile: impl FnOnce()) -> Result<(), String> {
    let (options, mut timings) = (Options::default(), Timings::default());
    let output = OutputFolder::find(&folder.path("public"), Chosen::ByUser, folder.root(), None).unwrap();
    let interruption = Interruption::default();
    let lock = Lock::take(&output, IfBusy::Fail, &interruption, &mut |_| {}).unwrap();
    let sources = pipeline::load(&Root::new(folder.root()), &mut timings).unwrap();
    let manner = Manner {
        change: Change::FileByFile,
        foreign: Foreign::Refuse,
        durability: Durability::Unsynced,
        trust: Trust::OwnRecord,
    };
    let comparison = pipeline::compare(&sources, &options, &output, manner.trust, &mut timings).unwrap();
    let compiled = pipeline::compile(&sources, &options, &mut timings);
    meanwhile();
    let publication = Publication { output, lock, manner, interruption };
    let site = compiled.site.unwrap();
    let published = pipeline::publish(&site, &compiled.diagnostics, comparison, publication, &mut timings);
    published.map(|written| drop(written.unwrap())).map_err(|failure| failure.to_string())
}

/// The published pictures, by what is in them.
fn pictures(folder: &Folder) -> Vec<(String, String)> {
    let files = folder.public().into_iter().map(|(path, bytes)| (path.display().to_string(), bytes));
    let pictures = files.filter(|(path, _)| path.starts_with("assets/team."));
    pictures.map(|(path, bytes)| (String::from_utf8(bytes).unwrap(), path)).collect()
}

#[test]
fn a_picture_that_is_exchanged_meanwhile_is_not_published_under_the_fingerprint_of_the_other() {
    let folder = folder();
    folder.build();
    let one = pictures(&folder);
    let before = folder.public();
    // Written to, and replaced: the first time nothing else has changed, the second time it would be new.
    for exchange in [
        |folder: &Folder| folder.write(PICTURE, picture("two")),
        |folder: &Folder| {
            folder.write("content/job-descriptions/tester/new.svg", picture("two"));
            fs::rename(folder.path("content/job-descriptions/tester/new.svg"), folder.path(PICTURE)).unwrap();
        },
    ] {
        folder.write(PICTURE, picture("one"));
        let failure = publish(&folder, || exchange(&folder)).unwrap_err();
        let shown = folder.path(PICTURE);
        let expected = format!(
            "cannot publish `{}`: it was changed during the build\n  = help: build again when nothing writes to it",
            shown.display()
        );
        assert_eq!(failure, expected);
        assert!(folder.public() == before);
    }
    publish(&folder, || {}).unwrap();
    let two = pictures(&folder);
    assert!(two.len() == 1 && two[0].0 == picture("two") && two[0].1 != one[0].1, "{two:?}");
}

#[test]
fn what_has_no_fingerprint_is_published_as_it_is_when_it_is_read() {
    let folder = folder();
    for (text, other) in [("one\n", "six\n"), ("two\n", "ten\n")] {
        for path in ["static/a.txt", "content/job-descriptions/tester/form.pdf"] {
            folder.write(path, text);
        }
        publish(&folder, || {
            folder.write("static/a.txt", other);
            folder.write("content/job-descriptions/tester/form.pdf", other);
        })
        .unwrap();
        let form = "public/en/job-descriptions/tester/form.pdf";
        assert_eq!((folder.read("public/a.txt").as_str(), folder.read(form).as_str()), (other, other));
        // The record knows which it was: the files go with their sources.
        assert!(folder.read(".rolebook-build-public").contains(&fingerprint(other)));
    }
    folder.remove("static/a.txt");
    folder.build();
    assert!(!folder.path("public/a.txt").exists());
}

fn fingerprint(text: &str) -> String {
    rolebook::fingerprint::Fingerprint::of(text.as_bytes()).to_string()
}
