//! A translator's day: an English role changes, translations go stale, one is brought up to date and accepted, a message is
//! added. What the program says at each step.

use std::process::Command;

use crate::folder::Folder;
use crate::site::{Site, role_text};

const LOCALES: [(&str, &str); 5] =
    [("es", "Español"), ("fr", "Français"), ("el", "Ελληνικά"), ("pt", "Português"), ("nl", "Nederlands")];

/// A site in English and five other languages, with one role and one message of its own, in a Git repository.
fn library() -> Folder {
    let mut config = "base_url = \"https://example.org/\"\ndefault_locale = \"en\"\n\n[[collections]]\nid = \"roles\"\nkind = \"role\"\n\n[[collections]]\nid = \"categories\"\nkind = \"category\"\n\n[[locales]]\ncode = \"en\"\nname = \"English\"\n".to_owned();
    let mut site = Site::new()
        .without_files()
        .file("content/categories/it/entry.toml", "")
        .file("content/roles/tester/entry.toml", "category = \"it\"\n")
        .file("content/categories/it/en.md", "+++\ntitle = \"Technology\"\nsummary = \"x\"\n+++\n\nx\n")
        .file(
            "content/roles/tester/en.md",
            role_text("Tester").replace("- x\n", "- Two years of experience in testing\n"),
        )
        .file("locales/en/site.ftl", "collection-roles = Roles\n");
    for (code, name) in LOCALES {
        config.extend(["\n[[locales]]\ncode = \"", code, "\"\nname = \"", name, "\"\n"]);
        site = site
            .file(
                &format!("content/categories/it/{code}.md"),
                "+++\ntitle = \"Technology\"\nsummary = \"x\"\n+++\n\nx\n",
            )
            .file(&format!("content/roles/tester/{code}.md"), role_text("Tester"))
            .file(&format!("locales/{code}/site.ftl"), "collection-roles = Roles\n");
    }
    // Dutch has no messages in the theme: the site brings the ones that this test is about.
    let folder = Folder::new(&site.file("rolebook.toml", config));
    for arguments in [
        ["init", "--quiet"].as_slice(),
        &["add", "--all"],
        &["-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "--quiet", "--message", "start"],
    ] {
        let status = Command::new("git").args(arguments).current_dir(folder.root()).status().unwrap();
        assert!(status.success(), "git {arguments:?}");
    }
    folder
}

fn says(folder: &Folder, arguments: &[&str]) -> String {
    let output = folder.rolebook(arguments);
    String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
}

#[test]
fn from_a_change_to_a_translation_that_is_accepted() {
    if Command::new("git").arg("--version").output().is_err() {
        eprintln!("skipped: Git is not installed, and this test is about the history of a site");
        return;
    }
    let folder = library();
    insta::assert_snapshot!(says(&folder, &["status", "--accept", "*"]), @"10 translations recorded as up to date, 10 files changed");
    insta::assert_snapshot!(says(&folder, &["status"]), @"
    locale  messages  missing   entries  missing  stale
    en       133/133        0       2/2        0      0  English
    es       133/133        0       2/2        0      0  Español
    fr       133/133        0       2/2        0      0  Français
    el       133/133        0       2/2        0      0  Ελληνικά
    pt       133/133        0       2/2        0      0  Português
    nl         1/133      132       2/2        0      0  Nederlands
    ");

    // The English text changes.
    let english = folder.read("content/roles/tester/en.md");
    let changed =
        english.replace("- Two years of experience in testing\n", "- Three years of experience in manual testing\n");
    folder.write("content/roles/tester/en.md", changed);
    insta::assert_snapshot!(says(&folder, &["status"]), @"
    locale  messages  missing   entries  missing  stale
    en       133/133        0       2/2        0      0  English
    es       133/133        0       1/2        0      1  Español
    fr       133/133        0       1/2        0      1  Français
    el       133/133        0       1/2        0      1  Ελληνικά
    pt       133/133        0       1/2        0      1  Português
    nl         1/133      132       1/2        0      1  Nederlands
    ");
    insta::assert_snapshot!(says(&folder, &["status", "--locale", "el"]), @"
    el Ελληνικά: 133 of 133 messages and 1 of 2 entries are translated and up to date

    stale entries: 1
      content/roles/tester/el.md  the section `responsibilities` and the section `requirements` changed
        responsibilities: - [-Two-] {+Three+} years of experience in {+manual+} testing
        requirements: - [-Two-] {+Three+} years of experience in {+manual+} testing
      when one is up to date again: rolebook status --accept COLLECTION/ENTRY/el
    ");

    // The Greek translation is brought up to date and accepted; nothing but the record changes.
    let greek = folder.read("content/roles/tester/el.md").replace("- x\n", "- Τρία χρόνια εμπειρίας\n");
    folder.write("content/roles/tester/el.md", &greek);
    insta::assert_snapshot!(says(&folder, &["status", "--accept", "roles/tester/el"]), @"1 translation recorded as up to date, 1 file changed");
    let accepted = folder.read("content/roles/tester/el.md");
    let without_record =
        |text: &str| text.lines().filter(|line| !line.starts_with("source")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(without_record(&accepted), without_record(&greek));
    insta::assert_snapshot!(says(&folder, &["status"]), @"
    locale  messages  missing   entries  missing  stale
    en       133/133        0       2/2        0      0  English
    es       133/133        0       1/2        0      1  Español
    fr       133/133        0       1/2        0      1  Français
    el       133/133        0       2/2        0      0  Ελληνικά
    pt       133/133        0       1/2        0      1  Português
    nl         1/133      132       1/2        0      1  Nederlands
    ");

    // A message is added in English.
    folder.write("locales/en/site.ftl", "collection-roles = Roles\n    .slug = roles\n");
    let report = says(&folder, &["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    let places: Vec<_> = report["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|found| found["message"].as_str().unwrap().starts_with("`collection-roles.slug` is not translated"))
        .map(|found| {
            format!("{}:{} {}", found["file"].as_str().unwrap(), found["line"], found["code"].as_str().unwrap())
        })
        .collect();
    insta::assert_snapshot!(places.join("\n"), @"
    locales/el/site.ftl:1 missing-attribute
    locales/es/site.ftl:1 missing-attribute
    locales/fr/site.ftl:1 missing-attribute
    locales/nl/site.ftl:1 missing-attribute
    locales/pt/site.ftl:1 missing-attribute
    ");
}

#[test]
fn what_cannot_be_accepted_is_said_and_nothing_is_written() {
    let folder = Folder::new(&Site::new());
    let before = folder.read("content/job-descriptions/tester/de.md");
    let output = folder.rolebook(&["status", "--accept", "job-descriptions/tester/de", "job-descriptions/writer/de"]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(String::from_utf8(output.stdout).unwrap(), @"
    error[unknown-reference]: there is no translation `job-descriptions/writer/de`
     |
     = help: did you mean `job-descriptions/tester/de`?

    1 error
    ");
    assert_eq!(folder.read("content/job-descriptions/tester/de.md"), before);
}

#[test]
fn coverage_is_reported_to_programs() {
    let folder = Folder::new(&Site::new());
    let output = folder.rolebook(&["status", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["de"]["entries"], serde_json::json!({ "total": 3, "translated": 2, "missing": 1, "stale": 0 }));
    let messages = &report["de"]["messages"];
    assert_eq!((&messages["missing"], &messages["total"]), (&0.into(), &messages["translated"]));
}
