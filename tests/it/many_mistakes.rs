//! What is said of a site with many mistakes.

use crate::site::Site;

/// A site of so many roles in two languages, all without requirements, and with a heading of one of them that is none.
fn site(roles: usize) -> Site {
    let text = |title: &str| {
        format!("---\ntitle: {title}\nauthor: Kim\n---\n\n## brief\n\nx <b>\n\n## responsibilities\n\n- x\n")
    };
    (0..roles).fold(Site::new(), |site, number| {
        let folder = format!("content/job-descriptions/r{number}");
        site.file(&format!("{folder}/en.md"), text(&format!("Role {number}")))
            .file(&format!("{folder}/de.md"), text(&format!("Rolle {number}")))
    })
}

#[test]
fn the_same_mistake_is_said_once_with_its_places_and_errors_come_first() {
    insta::assert_snapshot!(site(12).digest(), @r#"
    error[missing-section]: the section `requirements` is missing
     --> content/job-descriptions/r0/en.md:2:8
      |
    2 | title: Role 0
      |        ^^^^^^
      |
      = help: add a heading `## requirements` with its text below; which sections a collection asks for is said by `required_sections` in `rolebook.toml`
      = and in 11 more places, such as:
        content/job-descriptions/r1/en.md:2:8
        content/job-descriptions/r10/en.md:2:8

    warning[missing-section]: the section `requirements` is missing, which the collection asks for
     --> content/job-descriptions/r0/de.md:2:8
      |
    2 | title: Rolle 0
      |        ^^^^^^^
      |
      = help: write it under a heading `## requirements`, in the original, too
      = and in 11 more places, such as:
        content/job-descriptions/r1/de.md:2:8
        content/job-descriptions/r10/de.md:2:8

    warning[unknown-key]: the key `author` is not known here, in 24 files
     --> content/job-descriptions/r0/de.md:3:1
      |
    3 | author: Kim
      | ^^^^^^
      |
      = help: remove it, or write `ignore_keys = ["author"]` below its collection in `rolebook.toml`; or declare it as a field, below its collection in `rolebook.toml`:
              [[collections.fields]]
              id = "author"
              kind = "choice"
              values = ["kim"]

    warning[raw-html]: HTML in Markdown is shown as text
     --> content/job-descriptions/r0/de.md:8:3
      |
    8 | x <b>
      |   ^^^
      |
      = help: use Markdown, or put a backslash before `<`
      = and in 23 more places, such as:
        content/job-descriptions/r0/en.md:8:3
        content/job-descriptions/r1/de.md:8:3

    12 errors
      missing-section      12
    37 warnings
      raw-html             24
      missing-section      12
      unknown-key           1
    "#);
}

#[test]
fn two_or_three_places_are_all_named_and_a_short_list_has_no_table() {
    let site = site(1).replace("content/job-descriptions/r0/en.md", "author: Kim\n", "");
    insta::assert_snapshot!(site.digest(), @r#"
    error[missing-section]: the section `requirements` is missing
     --> content/job-descriptions/r0/en.md:2:8
      |
    2 | title: Role 0
      |        ^^^^^^
      |
      = help: add a heading `## requirements` with its text below; which sections a collection asks for is said by `required_sections` in `rolebook.toml`

    warning[missing-section]: the section `requirements` is missing, which the collection asks for
     --> content/job-descriptions/r0/de.md:2:8
      |
    2 | title: Rolle 0
      |        ^^^^^^^
      |
      = help: write it under a heading `## requirements`, in the original, too

    warning[unknown-key]: the key `author` is not known here
     --> content/job-descriptions/r0/de.md:3:1
      |
    3 | author: Kim
      | ^^^^^^
      |
      = help: remove it, or write `ignore_keys = ["author"]` below its collection in `rolebook.toml`; or declare it as a field, below its collection in `rolebook.toml`:
              [[collections.fields]]
              id = "author"
              kind = "choice"
              values = ["kim"]

    warning[raw-html]: HTML in Markdown is shown as text
     --> content/job-descriptions/r0/de.md:8:3
      |
    8 | x <b>
      |   ^^^
      |
      = help: use Markdown, or put a backslash before `<`
      = and in 1 more place:
        content/job-descriptions/r0/en.md:7:3
    "#);
}

#[test]
fn commands_that_differ_only_in_the_name_of_the_text_are_said_once() {
    let site = ["tester", "writer", "pilot", "baker"].iter().fold(Site::new(), |site, entry| {
        let text = crate::site::role_text(entry);
        let stale = text.replace("summary", "source = \"000000000000\"\nsummary");
        site.file(&format!("content/job-descriptions/{entry}/en.md"), &text)
            .file(&format!("content/job-descriptions/{entry}/de.md"), &stale)
    });
    insta::assert_snapshot!(site.digest(), @r#"
    warning[stale-translation]: this translation is older than its original
     --> content/job-descriptions/baker/de.md:3:10
      |
    3 | source = "000000000000"
      |          ^^^^^^^^^^^^^^
      |
      = help: bring it up to date, then run `rolebook status --accept job-descriptions/baker/de`
      = and in 3 more places, such as:
        content/job-descriptions/pilot/de.md:3:10
        content/job-descriptions/tester/de.md:3:10
    "#);
}

#[test]
fn programs_are_told_of_each() {
    let site = site(3);
    assert_eq!(site.github().lines().filter(|line| line.contains("missing-section")).count(), 6);
    assert_eq!(site.compile().diagnostics.iter().filter(|said| said.to_json()["code"] == "missing-section").count(), 6);
}
