//! What is said of messages that cannot show what they are handed, and of names in them that stand for nothing: each mistake
//! once, where it is written, with help that can be followed.

use std::fmt::Write as _;

use insta::assert_snapshot;
use rolebook::diagnostic::Severity;

use crate::site::Site;

const ROLES: [&str; 2] = ["tester", "writer"];

/// A site whose two roles ask for the same messages.
fn site() -> Site {
    let role = |site: Site, role: &str| {
        let path = format!("content/job-descriptions/{role}/entry.toml");
        site.file(&path, "category = \"it\"\nskills = [\"sql\"]\n")
    };
    ROLES.into_iter().fold(Site::new(), role)
}

/// What is said of each text in a file of English messages: line, column, message and help of each error.
fn said(texts: &[&str]) -> String {
    let mut said = String::new();
    for text in texts {
        let mut text = (*text).to_owned();
        if !text.contains("skill-sql") {
            text.push_str("skill-sql = SQL\n");
        }
        let found = site().file("locales/en/site.ftl", text.clone()).compile().diagnostics;
        let _ = writeln!(said, "{}", text.trim_end_matches("skill-sql = SQL\n").trim_end());
        for mistake in found.iter().filter(|diagnostic| diagnostic.severity == Severity::Error) {
            let place = mistake.place.as_ref().unwrap();
            let (message, help) = (&mistake.message, mistake.help.as_ref().unwrap());
            let _ = writeln!(said, "    {}:{} {message}\n        {help}", place.line, place.column);
        }
    }
    said
}

/// A mistake in a message is one, however many roles, skills or locales ask for it.
#[test]
fn each_mistake_is_reported_once() {
    assert_snapshot!(said(&[
        "section-brief = { $rolle }\n",
        "section-brief = { NUMBER($role) }\n",
        "skill-sql = { $skill }\n",
        "collection-job-descriptions = { $role }\n    .slug = jobs\n",
        "placeholder-company = { DATETIME($count) }\n",
        "related-heading = { QUOTE($count) } { $colection }\n",
        "section-brief = { NUMBER($role) } { LIST($category) } { $rolle } { $rolle }\n",
        "section-brief = { x } { x }\nx = { $rolle }\n",
        "section-brief = { section-requirements }\nsection-requirements = { section-brief }\n",
    ]), @"
    section-brief = { $rolle }
        1:19 `section-brief` is not handed `$rolle`
            did you mean `$role`?
    section-brief = { NUMBER($role) }
        1:26 `NUMBER` needs a number, and `$role` is none
            show it without the function: `{ $role }`; it would take `$count`
    skill-sql = { $skill }
        1:15 `skill-sql` is not handed `$skill`
            it is handed no variables: write the words themselves
    collection-job-descriptions = { $role }
        .slug = jobs
        1:33 `collection-job-descriptions` is not handed `$role`
            it is handed no variables: write the words themselves
    placeholder-company = { DATETIME($count) }
        1:34 `placeholder-company` is not handed `$count`
            it is handed no variables: write the words themselves
    related-heading = { QUOTE($count) } { $colection }
        1:27 `QUOTE` needs text, and `$count` is none
            show it without the function: `{ $count }`; it would take `$collection`
        1:39 `related-heading` is not handed `$colection`
            did you mean `$collection`?
    section-brief = { NUMBER($role) } { LIST($category) } { $rolle } { $rolle }
        1:26 `NUMBER` needs a number, and `$role` is none
            show it without the function: `{ $role }`; it would take `$count`
        1:42 `LIST` needs a list, and `$category` is none
            show it without the function: `{ $category }`
        1:57 `section-brief` is not handed `$rolle`
            did you mean `$role`?
        1:68 `section-brief` is not handed `$rolle`
            did you mean `$role`?
    section-brief = { x } { x }
    x = { $rolle }
        2:7 `section-brief` is not handed `$rolle`
            did you mean `$role`?
    section-brief = { section-requirements }
    section-requirements = { section-brief }
        1:19 `section-brief` refers to itself
            break the circle: `section-requirements`, then `section-brief` and back
        2:26 `section-requirements` refers to itself
            break the circle: `section-brief`, then `section-requirements` and back
    ");
}

#[test]
fn what_functions_do_not_take() {
    assert_snapshot!(said(&[
        "site-name = { DATETIME(\"x\") }\n",
        "a = { DATETIME(\"2026-02-30\") } { DATETIME(2026) } { DATETIME(\"2026-11-02T09:30\") }\n",
        "a = { NUMBER(\"5\") } { NUMBER(\"x\") } { NUMBER(-brand) } { NUMBER(site-name) } { NUMBER() }\n",
        "a = { LIST(\"x\") } { LIST(5) } { QUOTE(5) } { QUOTE(-brand) } { QUOTE(DATETIME(\"2026-11-02\")) }\n",
    ]), @r#"
    site-name = { DATETIME("x") }
        1:24 `DATETIME` needs a date such as `2026-11-02`, and `"x"` is none
            write a date such as `"2026-11-02"`, or the text without the function: `{ "x" }`
    a = { DATETIME("2026-02-30") } { DATETIME(2026) } { DATETIME("2026-11-02T09:30") }
        1:16 `DATETIME` needs a date such as `2026-11-02`, and `"2026-02-30"` is none
            write a date such as `"2026-11-02"`, or the text without the function: `{ "2026-02-30" }`
        1:43 `DATETIME` needs a date such as `2026-11-02`, and `2026` is none
            write the number without the function: `{ 2026 }`
    a = { NUMBER("5") } { NUMBER("x") } { NUMBER(-brand) } { NUMBER(site-name) } { NUMBER() }
        1:14 `NUMBER` needs a number, and `"5"` is none
            write it without quotes: `5`
        1:30 `NUMBER` needs a number, and `"x"` is none
            write the text without the function: `{ "x" }`
        1:46 `NUMBER` needs a number, and `-brand` is none
            show it without the function: `{ -brand }`
        1:65 `NUMBER` needs a number, and `site-name` is none
            show it without the function: `{ site-name }`
        1:80 `NUMBER` is handed nothing
            between the parentheses write a number, or a variable that is one
    a = { LIST("x") } { LIST(5) } { QUOTE(5) } { QUOTE(-brand) } { QUOTE(DATETIME("2026-11-02")) }
        1:12 `LIST` needs a list, and `"x"` is none
            write the text without the function: `{ "x" }`
        1:26 `LIST` needs a list, and `5` is none
            write the number without the function: `{ 5 }`
        1:39 `QUOTE` needs text, and `5` is none
            write it in quotes: `"5"`
    "#);
}

#[test]
fn names_that_are_meant_for_something_else() {
    assert_snapshot!(said(&[
        "section-brief = {Company} { Role } { brand } { sight-name } { Xyz }\n",
        "a = { Count } of { $count }\nb = {Company} { City }\n",
        "skills-heading = { Skill } { -brnd } { site-name.slg }\n",
    ]), @"
    section-brief = {Company} { Role } { brand } { sight-name } { Xyz }
        1:18 `Company` is not defined
            for the words of the placeholder `{company}` of texts write `{ placeholder-company }`
        1:29 `Role` is not defined
            did you mean `{ $role }`?
        1:38 `brand` is not defined
            did you mean `-brand`?
        1:48 `sight-name` is not defined
            did you mean `site-name`?
        1:63 `Xyz` is not defined
            write `Xyz = Xyz` in `locales/en/site.ftl`
    a = { Count } of { $count }
    b = {Company} { City }
        1:7 `Count` is not defined
            did you mean `{ $count }`?
        2:6 `Company` is not defined
            for the words of the placeholder `{company}` of texts write `{ placeholder-company }`
        2:17 `City` is not defined
            for the words of the placeholder `{city}` of texts write `{ placeholder-city }`
    skills-heading = { Skill } { -brnd } { site-name.slg }
        1:20 `Skill` is not defined
            did you mean `{ $skill }`?
        1:30 `-brnd` is not defined
            did you mean `-brand`?
        1:40 `site-name` has no attribute `slg`
            add `.slg` to `site-name`
    ");
}

/// Whoever writes what the help says has a site without errors.
#[test]
fn help_that_is_followed_helps() {
    for (wrong, right) in [
        ("section-brief = { $rolle }", "section-brief = { $role }"),
        ("section-brief = { NUMBER($role) }", "section-brief = { $role }"),
        ("section-brief = { NUMBER($role) }", "section-brief = { NUMBER($count) }"),
        ("section-brief = {Company}", "section-brief = { placeholder-company }"),
        ("section-brief = {Role}", "section-brief = { $role }"),
        ("site-name = { DATETIME(\"x\") }", "site-name = { DATETIME(\"2026-11-02\") }"),
        ("site-name = { DATETIME(\"x\") }", "site-name = { \"x\" }"),
        ("site-name = { NUMBER(\"55\") }", "site-name = { NUMBER(55) }"),
        ("site-name = { NUMBER(-brand) }", "site-name = { -brand }"),
        ("site-name = { QUOTE(5) }", "site-name = { QUOTE(\"5\") }"),
    ] {
        let said = |line: &str| said(&[&format!("{line}\n")]).replace(&format!("{line}\n"), "");
        let said_of_wrong = said(wrong);
        let help = said_of_wrong.lines().filter(|line| line.starts_with("        ")).collect::<String>();
        let changed = right.split_once('=').unwrap().1.trim();
        let is_shown = |part: &str| part.len() > 1 && changed.contains(part);
        assert!(help.split('`').any(is_shown), "{help}");
        assert_eq!(said(right), "");
    }
}

/// Templates ask for a message on many pages, which hand it different things; the mistake is one.
#[test]
fn what_templates_hand_over_is_reported_once() {
    let page = "themes/atlas/templates/role.html";
    let site = Site::new().file(page, "<p>{{ t(id=\"a\", n=page.title) }}</p>");
    let found = site.file("locales/en/site.ftl", "a = { NUMBER($n) }\n").diagnostics();
    assert_eq!(found.matches("error[template]").count(), 1, "{found}");
}
