//! A build after another leaves the output that a build from nothing leaves.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, UNIX_EPOCH};

use rolebook::diagnostic::has_errors;
use rolebook::load::Root;
use rolebook::pipeline::{Timings, compare, compile, load, publish};
use rolebook::resolve::Options;
use rolebook::write::{
    Change, Chosen, Durability, Foreign, IfBusy, Interruption, Lock, Manner, OutputFolder, Publication, Trust,
};

use crate::folder::{Folder, tree};
use crate::refresh::{Images, Random, base, change, edits};
use crate::site::role_text;

/// Builds a site as the program does. Says how many files were rendered, if it could be published.
fn build(root: &Path, output: &Path) -> Option<usize> {
    let (options, mut timings) = (Options::default(), Timings::default());
    let sources = load(&Root::new(root), &mut timings).unwrap();
    let publication = publication(root, output);
    let comparison = compare(&sources, &options, &publication.output, Trust::OwnRecord, &mut timings).unwrap();
    if comparison.current().is_some() {
        return Some(0);
    }
    let compiled = compile(&sources, &options, &mut timings);
    let site = compiled.site.filter(|_| !has_errors(&compiled.diagnostics))?;
    publish(&site, &compiled.diagnostics, comparison, publication, &mut timings).unwrap().ok()?;
    Some(timings.files.len())
}

/// How the builds of these tests publish.
fn publication(root: &Path, output: &Path) -> Publication {
    let (output, interruption) =
        (OutputFolder::find(output, Chosen::ByUser, root, None).unwrap(), Interruption::default());
    let lock = Lock::take(&output, IfBusy::Wait, &interruption, &mut |_| {}).unwrap();
    let manner = Manner {
        change: Change::FileByFile,
        foreign: Foreign::Refuse,
        durability: Durability::Unsynced,
        trust: Trust::OwnRecord,
    };
    Publication { output, lock, manner, interruption }
}

/// What a build from nothing makes.
fn from_nothing(root: &Path) -> Option<BTreeMap<PathBuf, Vec<u8>>> {
    let output = tempfile::tempdir().unwrap();
    let public = output.path().join("public");
    build(root, &public)?;
    Some(tree(&public))
}

/// Adds a paragraph to a text, if there is one.
fn change_body(random: &mut Random, folder: &Folder) -> (String, Option<String>) {
    let entry = random.of(&["tester", "writer", "pilot", "baker"]);
    let path = format!("content/job-descriptions/{entry}/{}.md", random.of(&["en", "en", "de"]));
    let text = fs::read_to_string(folder.path(&path)).ok();
    (path, text.map(|text| format!("{text}\nAnd number {}.\n", random.below(50))))
}

/// Does something to an output, as people do and should not.
fn tamper(random: &mut Random, folder: &Folder) {
    let files: Vec<_> = folder.public().into_keys().collect();
    let Some(file) = files.get(random.below(files.len().max(1))) else { return };
    let file = folder.path("public").join(file);
    let record = folder.path(".rolebook-build-public");
    match random.below(8) {
        0 => fs::remove_file(file).unwrap(),
        1 => fs::write(&file, "x".repeat(fs::read(&file).unwrap().len())).unwrap(),
        2 => fs::write(&file, "").unwrap(),
        number @ 3..=5 if record.exists() => {
            let text = fs::read_to_string(&record).unwrap();
            let text = match number {
                3 => text.replacen("rolebook build 4", "rolebook build 5", 1),
                4 => text
                    .lines()
                    .enumerate()
                    .map(|(number, line)| if number == 1 { "no\n".to_owned() } else { format!("{line}\n") })
                    .collect(),
                _ => text.lines().map(|line| line.replacen("p ", "p 0", 1) + "\n").collect(),
            };
            fs::write(&record, text).unwrap();
        }
        _ => {}
    }
}

fn folder() -> Folder {
    let folder = Folder::new(&base());
    for entry in ["pilot", "baker"] {
        folder.write(&format!("content/job-descriptions/{entry}/entry.toml"), "category = \"it\"\n");
        folder.write(&format!("content/job-descriptions/{entry}/en.md"), role_text(entry));
    }
    for entry in ["tester", "writer", "pilot", "baker", "nurse"] {
        folder.write(&format!("content/job-descriptions/{entry}/team.svg"), "<svg viewBox=\"0 0 30 20\"></svg>\n");
    }
    for block in ["fair", "law"] {
        folder.write(&format!("content/blocks/{block}/en.md"), "All are welcome.\n");
    }
    folder.write("static/files/form.txt", "1\n");
    folder
}

#[test]
fn the_output_is_that_of_a_build_from_nothing() {
    build_again(edits(), Images::LeftOut);
}

#[test]
fn pictures_are_those_of_a_build_from_nothing() {
    build_again(edits() / 9, Images::Painted);
}

fn build_again(edits: usize, images: Images) {
    let mut random = Random(11);
    let folder = folder();
    let public = folder.path("public");
    let (mut sound, mut kept) = (0, 0);
    for number in 0..edits {
        let (path, text) =
            if random.below(2) == 0 { change_body(&mut random, &folder) } else { change(&mut random, images) };
        let before = fs::read(folder.path(&path)).ok();
        match text {
            Some(text) => folder.write(&path, text),
            None => drop(fs::remove_file(folder.path(&path))),
        }
        if random.below(5) == 0 {
            folder.write("static/files/form.txt", format!("{}\n", random.below(9)));
        }
        let rendered = build(folder.root(), &public);
        let expected = from_nothing(folder.root());
        assert_eq!(rendered.is_some(), expected.is_some());
        let Some(expected) = expected else {
            // What broke the site is taken back.
            match before {
                Some(before) => folder.write(&path, before),
                None => folder.remove(&path),
            }
            continue;
        };
        assert!(folder.public() == expected, "after change {number} of {path}");
        sound += 1;
        kept += usize::from(rendered.is_some_and(|rendered| rendered < expected.len() / 2));
        if random.below(3) == 0 {
            tamper(&mut random, &folder);
            assert!(build(folder.root(), &public).is_some());
            assert!(folder.public() == expected, "after the output was tampered with, after change {number}");
        }
    }
    assert!(sound > edits / 4, "many of the sites can be published: {sound}");
    assert!(kept >= sound / 4, "many builds leave most files alone: {kept} of {sound}");
}

#[test]
fn a_build_that_was_killed_spoils_nothing() {
    let folder = folder();
    folder.build();
    for number in 0..12 {
        let footer = format!("<footer>{number}</footer>\n");
        folder.write("themes/atlas/templates/partials/footer.html", footer);
        let mut command = Command::new(env!("CARGO_BIN_EXE_rolebook"));
        command.arg("build").current_dir(folder.root()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut killed = command.spawn().unwrap();
        sleep(Duration::from_millis(15 * number));
        killed.kill().unwrap();
        killed.wait().unwrap();
        if number % 2 == 0 {
            // It may have been on the way to what is no longer wanted.
            folder.write("themes/atlas/templates/partials/footer.html", "<footer>other</footer>\n");
        }
        folder.build();
        assert!(folder.public() == from_nothing(folder.root()).unwrap(), "killed after {} ms", 15 * number);
    }
}

#[test]
fn what_has_not_changed_is_not_rendered() {
    let folder = folder();
    let public = folder.path("public");
    let all = build(folder.root(), &public).unwrap();
    assert_eq!(build(folder.root(), &public), Some(0));
    // Files that have come out of an archive have other times.
    let files = folder.public().into_keys().map(|file| public.join(file));
    for file in files.chain([folder.path("static/files/form.txt")]) {
        let file = fs::File::options().append(true).open(file).unwrap();
        file.set_modified(UNIX_EPOCH).unwrap();
    }
    assert_eq!(build(folder.root(), &public), Some(0));
    let role = "content/job-descriptions/tester/en.md";
    folder.write(role, folder.read(role).replace("We test at", "We really test at"));
    let rendered = build(folder.root(), &public).unwrap();
    assert!((1..all / 2).contains(&rendered), "{rendered} of {all}");
}

#[test]
fn warnings_are_reported_again() {
    let folder = folder();
    folder.write("content/job-descriptions/tester/notes.txt", "mine\n");
    let said = |folder: &Folder| {
        let output = folder.rolebook(&["build"]);
        assert!(output.status.success());
        String::from_utf8(output.stderr).unwrap()
    };
    let first = said(&folder);
    assert!(first.contains("warning[unexpected-file]"), "{first}");
    assert_eq!(said(&folder), first);
}

/// Case S1: a message of a Word file says how many related entries the page has.
#[test]
fn documents_follow_the_number_of_related_entries() {
    let folder = folder();
    let config = format!("{}\n[related]\nthreshold = 0.2\n", folder.read("rolebook.toml"));
    folder.write("rolebook.toml", config);
    folder.write("locales/en/site.ftl", "section-brief = Brief with { $count } related\n");
    let words = "\n\nFaults in software, reports of faults, patience with faults.\n";
    let role = |entry: &str| format!("content/job-descriptions/{entry}/en.md");
    let tester = folder.read(&role("tester"));
    folder.write(&role("tester"), tester.replace("\n\nWe test at {company}.\n", words));
    folder.build();
    let document = Path::new("en/job-descriptions/tester/tester.docx");
    let before = folder.public()[document].clone();
    for entry in ["pilot", "baker"] {
        folder.write(&role(entry), role_text(entry).replace("\n\nx\n", words));
        folder.build();
    }
    assert_ne!(folder.public()[document], before, "the number is another one now");
    assert!(folder.public() == from_nothing(folder.root()).unwrap());
}

/// Case S2, and the other things that the template of pictures may show.
#[test]
fn pictures_follow_all_that_their_template_shows() {
    let folder = folder();
    folder.write("rolebook.toml", folder.read("rolebook.toml") + "\n[social_images]\n[theme]\naccent = \"#123456\"\n");
    let picture = |shown: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"8\">\
             <rect width=\"{{{{ {shown} | length }}}}\" height=\"4\" fill=\"{{{{ theme.accent }}}}\"/></svg>\n"
        )
    };
    folder.write("themes/atlas/templates/social-image.svg", picture("locale.name"));
    folder.build();
    for (from, to) in [("\"Deutsch\"", "\"Deutsch, aber länger\""), ("#123456", "#654321"), ("\"English\"", "\"E\"")] {
        folder.write("rolebook.toml", folder.read("rolebook.toml").replace(from, to));
        let before = folder.public();
        folder.build();
        assert!(folder.public() == from_nothing(folder.root()).unwrap(), "{to}");
        assert!(folder.public() != before, "{to}");
    }
    folder.write("themes/atlas/templates/social-image.svg", picture("image.title"));
    folder.build();
    assert!(folder.public() == from_nothing(folder.root()).unwrap());
}

/// How much an edit makes the program do is a promise, too: a paragraph concerns its own page and those whose related
/// entries it changes.
#[test]
fn a_paragraph_renders_its_own_page() {
    let folder = folder();
    let public = folder.path("public");
    build(folder.root(), &public).unwrap();
    folder.write("content/job-descriptions/tester/de.md", {
        folder.read("content/job-descriptions/tester/de.md").replace("Wir testen.", "Wir prüfen.")
    });
    // The page and the document; a static file is always looked at.
    assert_eq!(build(folder.root(), &public), Some(3));
    folder.write("themes/atlas/static/own.txt", "1");
    assert!(build(folder.root(), &public).unwrap() > 10, "a file of the theme concerns all pages");
}
