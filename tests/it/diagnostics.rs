//! Every mistake that an author can make, with the exact text that is shown.

use insta::assert_snapshot;

use crate::site::Site;

const ROLE: &str = "content/job-descriptions/tester/en.md";
const FACTS: &str = "content/job-descriptions/tester/entry.toml";
const CONFIG: &str = "rolebook.toml";

#[test]
fn a_sound_site_has_no_mistakes() {
    assert_snapshot!(Site::new().diagnostics(), @"");
}

// --- files

#[test]
fn a_file_that_is_not_utf_8() {
    let site = Site::new().file("content/categories/it/en.md", b"+++\ntitle = \"Caf\xe9\"\n+++\n");
    assert_snapshot!(site.diagnostics(), @r#"
    error[invalid-encoding]: this is not UTF-8 text
     --> content/categories/it/en.md:2:13
      |
    2 | title = "Caf�"
      |             ^
      |
      = help: save the file as UTF-8 text
    "#);
}

#[test]
fn messages_that_are_not_utf_8() {
    assert_snapshot!(Site::new().file("locales/en/site.ftl", b"greeting = Caf\xe9\n").diagnostics(), @"
    error[invalid-encoding]: this is not UTF-8 text
     --> locales/en/site.ftl:1:15
      |
    1 | greeting = Caf�
      |               ^
      |
      = help: save the file as UTF-8 text
    ");
}

#[test]
fn a_text_that_is_none() {
    assert_snapshot!(Site::new().file(ROLE, b"+++\ntitle = \"a\0b\"\n").diagnostics(), @r#"
    error[invalid-encoding]: this is not text: it holds the character U+0000
     --> content/job-descriptions/tester/en.md:2:11
      |
    2 | title = "a␀b"
      |           ^
      |
      = help: save the file as UTF-8 text
    "#);
}

#[test]
fn a_file_that_nothing_reads() {
    let site = Site::new().file("content/job-descriptions/tester/entry.tml", "").file("locales/en/notes.txt", "");
    assert_snapshot!(site.diagnostics(), @"
    warning[unexpected-file]: nothing reads this file
     --> content/job-descriptions/tester/entry.tml:1:1
      |
    1 |
      | ^
      |
      = help: `entry.toml` is there already: remove this file, or move it out of `content/`

    warning[unexpected-file]: nothing reads this file
     --> locales/en/notes.txt:1:1
      |
    1 |
      | ^
      |
      = help: messages are `locales/<locale>/….ftl`; other files belong in `static/`
    ");
}

/// Case T20.
#[test]
fn a_text_whose_name_is_no_locale() {
    let site = ["old version.md", "EN .md", "en.md.txt", "notes.md", "de.markdown", "readme.txt", "pt_br (2).MD"]
        .iter()
        .fold(Site::new(), |site, name| site.file(&format!("content/job-descriptions/tester/{name}"), ""));
    assert_snapshot!(site.diagnostics(), @"
    error[unexpected-file]: `EN ` is not a BCP 47 language code
     --> content/job-descriptions/tester/EN .md:1:1
      |
    1 |
      | ^
      |
      = help: `en.md` is there already: remove this file, or move it out of `content/`

    error[unexpected-file]: nothing reads `de.markdown`: the name of a text is its locale and `.md`
     --> content/job-descriptions/tester/de.markdown:1:1
      |
    1 |
      | ^
      |
      = help: `de.md` is there already: remove this file, or move it out of `content/`

    error[unexpected-file]: nothing reads `en.md.txt`: the name of a text is its locale and `.md`
     --> content/job-descriptions/tester/en.md.txt:1:1
      |
    1 |
      | ^
      |
      = help: `en.md` is there already: remove this file, or move it out of `content/`

    error[unexpected-file]: `notes` is not a BCP 47 language code
     --> content/job-descriptions/tester/notes.md:1:1
      |
    1 |
      | ^
      |
      = help: name the file or folder after the locale: `en`, `pt-BR`

    error[unexpected-file]: `old version` is not a BCP 47 language code
     --> content/job-descriptions/tester/old version.md:1:1
      |
    1 |
      | ^
      |
      = help: name the file or folder after the locale: `en`, `pt-BR`

    error[unexpected-file]: nothing reads `pt_br (2).MD`: the name of a text is its locale and `.md`
     --> content/job-descriptions/tester/pt_br (2).MD:1:1
      |
    1 |
      | ^
      |
      = help: did you mean `pt-BR.md`?

    warning[unexpected-file]: nothing reads this file
     --> content/job-descriptions/tester/readme.txt:1:1
      |
    1 |
      | ^
      |
      = help: texts are `<locale>.md`, such as `en.md`; other files are published if a text links to them
    ");
}

#[test]
fn a_text_in_a_locale_that_the_site_does_not_have() {
    let site = Site::new().file("content/categories/it/fr.md", "+++\ntitle = \"Technique\"\nsummary = \"x\"\n+++\n");
    assert_snapshot!(site.diagnostics(), @"
    error[unknown-reference]: `fr` is not a locale of this site
     --> content/categories/it/fr.md:1:1
      |
    1 | +++
      | ^
      |
      = help: add it to `rolebook.toml` as a table `[[locales]]`
    ");
}

#[test]
fn messages_in_a_locale_that_the_site_does_not_have() {
    assert_snapshot!(Site::new().file("locales/dee/site.ftl", "a = b\n").diagnostics(), @"
    warning[unknown-reference]: no locale of this site reads the messages in `locales/dee/`
     --> locales/dee/site.ftl:1:1
      |
    1 | a = b
      | ^
      |
      = help: did you mean `locales/de/`?
    ");
}

#[test]
fn an_entry_without_any_text() {
    assert_snapshot!(Site::new().file("content/categories/hr/entry.toml", "").diagnostics(), @"
    error[missing-translation]: `categories/hr` has no text in any language
     --> content/categories/hr/entry.toml:1:1
      |
    1 |
      | ^
      |
      = help: add `content/categories/hr/<locale>.md`, or remove the folder
    ");
}

#[test]
fn a_folder_that_is_no_collection() {
    assert_snapshot!(Site::new().file("content/job-description/x/entry.toml", "").diagnostics(), @"
    error[unknown-reference]: there is no collection `job-description`
     --> content/job-description/x/entry.toml:1:1
      |
    1 |
      | ^
      |
      = help: did you mean `job-descriptions`?
    ");
}

// --- configuration

#[test]
fn a_configuration_that_is_not_toml() {
    assert_snapshot!(Site::new().file(CONFIG, "base_url = https://example.org\n[[locales]\n").diagnostics(), @r#"
    error[syntax]: a text stands in double quotes
     --> rolebook.toml:1:12
      |
    1 | base_url = https://example.org
      |            ^^^^^^^^^^^^^^^^^^^
      |
      = help: write `base_url = "https://example.org"`

    error[syntax]: the bracket is not closed
     --> rolebook.toml:2:1
      |
    2 | [[locales]
      | ^^^^^^^^^^
      |
      = help: write `[[locales]]`
    "#);
}

#[test]
fn a_configuration_without_what_it_must_have() {
    assert_snapshot!(Site::new().file(CONFIG, "theme = \"atlas\"\n").diagnostics(), @r#"
    error[missing-key]: the key `base_url` is missing
     --> rolebook.toml:1:1
      |
    1 | theme = "atlas"
      | ^^^^^^^^^^^^^^^
      |
      = help: add `base_url = …`

    error[missing-key]: the key `default_locale` is missing
     --> rolebook.toml:1:1
      |
    1 | theme = "atlas"
      | ^^^^^^^^^^^^^^^
      |
      = help: add `default_locale = …`

    error[missing-key]: the site has no locales
     --> rolebook.toml:1:1
      |
    1 | theme = "atlas"
      | ^^^^^^^^^^^^^^^
      |
      = help: add a table `[[locales]]` with `code` and `name`
    "#);
}

#[test]
fn an_unknown_key_in_the_configuration() {
    let site = Site::new().replace(CONFIG, "default_locale", "missing_translations = 1\ndefault_locale");
    assert_snapshot!(site.diagnostics(), @"
    error[unknown-key]: the key `missing_translations` is not known here
     --> rolebook.toml:2:1
      |
    2 | missing_translations = 1
      | ^^^^^^^^^^^^^^^^^^^^
      |
      = help: did you mean `missing_translation`?
    ");
}

#[test]
fn an_unknown_key_in_a_table_of_the_configuration() {
    assert_snapshot!(Site::new().replace(CONFIG, "name = \"Deutsch\"", "nmae = \"Deutsch\"").diagnostics(), @r#"
    error[missing-key]: the key `name` is missing
     --> rolebook.toml:8:1
      |
    8 | [[locales]]
      | ^^^^^^^^^^^
      |
      = help: add `name = …`

    error[unknown-key]: the key `nmae` is not known here
      --> rolebook.toml:10:1
       |
    10 | nmae = "Deutsch"
       | ^^^^
       |
       = help: did you mean `name`?
    "#);
}

#[test]
fn an_address_that_is_none() {
    assert_snapshot!(Site::new().replace(CONFIG, "https://example.org/", "example.org").diagnostics(), @r#"
    error[invalid-value]: `example.org` is not a web address
     --> rolebook.toml:1:12
      |
    1 | base_url = "example.org"
      |            ^^^^^^^^^^^^^
      |
      = help: write it in full: `https://example.org`
    "#);
}

#[test]
fn a_value_of_a_wrong_type() {
    let site = Site::new().append(CONFIG, "[related]\nlimit = \"five\"\n\n[missing_translation]\npolicy = \"hide\"\n");
    assert_snapshot!(site.diagnostics(), @r#"
    error[invalid-value]: `limit` cannot be text "five"
      --> rolebook.toml:20:9
       |
    20 | limit = "five"
       |         ^^^^^^
       |
       = help: write a whole number

    error[invalid-value]: `policy` cannot be `hide`
      --> rolebook.toml:23:10
       |
    23 | policy = "hide"
       |          ^^^^^^
       |
       = help: write `skip` or `fallback`
    "#);
}

#[test]
fn a_locale_that_is_none_or_is_listed_twice() {
    let site = Site::new().append(CONFIG, "[[locales]]\ncode = \"de\"\nname = \"Deutsch\"\n");
    let site = site.replace(CONFIG, "default_locale = \"en\"", "default_locale = \"nl\"");
    assert_snapshot!(site.diagnostics(), @r#"
    error[unknown-reference]: `nl` is not a locale of this site
     --> rolebook.toml:2:18
      |
    2 | default_locale = "nl"
      |                  ^^^^
      |
      = help: add it to `rolebook.toml` as a table `[[locales]]`

    error[invalid-value]: the locale `de` is listed twice
      --> rolebook.toml:20:8
       |
    20 | code = "de"
       |        ^^^^
       |
       = help: remove one of the two tables `[[locales]]`
    "#);
}

#[test]
fn a_fallback_without_words() {
    let site = Site::new().replace(CONFIG, "name = \"Deutsch\"", "name = \"Deutsch\"\nfallback = [\"sv\", \"en\"]");
    assert_snapshot!(site.diagnostics(), @r#"
    warning[unknown-reference]: there are no words in `sv`: it is no locale of this site, and the theme does not speak it
      --> rolebook.toml:11:13
       |
    11 | fallback = ["sv", "en"]
       |             ^^^^
       |
       = help: remove it, or write messages in `locales/sv/`
    "#);
}

#[test]
fn a_collection_that_is_listed_twice_or_is_of_an_unknown_kind() {
    let site = Site::new()
        .append(CONFIG, "[[collections]]\nid = \"categories\"\nkind = \"category\"\n")
        .append(CONFIG, "[[collections]]\nid = \"news\"\nkind = \"post\"\n");
    assert_snapshot!(site.diagnostics(), @r#"
    error[invalid-value]: the collection `categories` is listed twice
      --> rolebook.toml:20:6
       |
    20 | id = "categories"
       |      ^^^^^^^^^^^^
       |
       = help: remove one of the two tables `[[collections]]`

    error[invalid-value]: `kind` cannot be `post`
      --> rolebook.toml:24:8
       |
    24 | kind = "post"
       |        ^^^^^^
       |
       = help: write one of `role`, `article`, `category`, `page`
    "#);
}

#[test]
fn menus_that_lead_nowhere_or_have_no_words() {
    let menu = "[[navigation]]\nid = \"main\"\nitems = [{ id = \"roles\", link = \"@job-description\" }]\n";
    assert_snapshot!(Site::new().append(CONFIG, menu).diagnostics(), @r#"
    error[missing-message]: the message `navigation-main` is not defined
      --> rolebook.toml:20:6
       |
    20 | id = "main"
       |      ^^^^^^
       |
       = help: write `navigation-main = Main` in `locales/en/site.ftl`

    error[missing-message]: the message `navigation-roles` is not defined
      --> rolebook.toml:21:17
       |
    21 | items = [{ id = "roles", link = "@job-description" }]
       |                 ^^^^^^^
       |
       = help: write `navigation-roles = Roles` in `locales/en/site.ftl`

    error[broken-link]: there is no collection `job-description`
      --> rolebook.toml:21:33
       |
    21 | items = [{ id = "roles", link = "@job-description" }]
       |                                 ^^^^^^^^^^^^^^^^^^
       |
       = help: did you mean `job-descriptions`?
    "#);
}

#[test]
fn a_form_without_a_web_address() {
    let site = Site::new().append(CONFIG, "[newsletter]\naction = \"newsletter@example.org\"\n");
    assert_snapshot!(site.diagnostics(), @r#"
    error[invalid-value]: `newsletter@example.org` is not a web address
      --> rolebook.toml:20:10
       |
    20 | action = "newsletter@example.org"
       |          ^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: write it in full: `https://example.org/`
    "#);
}

#[test]
fn related_groups_of_unknown_collections() {
    let groups = "[[related.groups]]\nid = \"topics\"\ncollections = [\"tutorials\", \"job-descriptions\"]\n";
    assert_snapshot!(Site::new().append(CONFIG, groups).diagnostics(), @r#"
    error[unknown-reference]: there is no collection `tutorials`
      --> rolebook.toml:21:16
       |
    21 | collections = ["tutorials", "job-descriptions"]
       |                ^^^^^^^^^^^
       |
       = help: add it to `rolebook.toml` as a table `[[collections]]`
    "#);
}

// --- facts

#[test]
fn an_unknown_key_in_the_facts() {
    assert_snapshot!(Site::new().append(FACTS, "skils = [\"java\"]\nsalary = 1\n").diagnostics(), @r#"
    error[unknown-key]: the key `skils` is not known here
     --> content/job-descriptions/tester/entry.toml:2:1
      |
    2 | skils = ["java"]
      | ^^^^^
      |
      = help: did you mean `skills`?

    error[unknown-key]: the key `salary` is not known here
     --> content/job-descriptions/tester/entry.toml:3:1
      |
    3 | salary = 1
      | ^^^^^^
      |
      = help: remove it; known here: `category`, `variant_of`, `skills`, `isco`, `onet`, `esco`, `draft`, `fields`, `related`; or declare it as a field, below its collection in `rolebook.toml`:
              [[collections.fields]]
              id = "salary"
              kind = "number"
    "#);
}

#[test]
fn an_unknown_category() {
    assert_snapshot!(Site::new().file(FACTS, "category = \"itt\"\n").diagnostics(), @r#"
    error[unknown-reference]: there is no entry `itt` in `categories`
     --> content/job-descriptions/tester/entry.toml:1:12
      |
    1 | category = "itt"
      |            ^^^^^
      |
      = help: did you mean `it`?
    "#);
}

#[test]
fn unknown_related_entries() {
    let related = "[related]\njob-descriptions = [\"writer\", \"writter\"]\nexclude = [\"nobody\"]\nnews = [\"x\"]\n";
    assert_snapshot!(Site::new().append(FACTS, related).diagnostics(), @r#"
    error[unknown-reference]: there is no entry `writter` in `job-descriptions`
     --> content/job-descriptions/tester/entry.toml:3:31
      |
    3 | job-descriptions = ["writer", "writter"]
      |                               ^^^^^^^^^
      |
      = help: did you mean `writer`?

    error[unknown-reference]: there is no entry `nobody` in `job-descriptions`
     --> content/job-descriptions/tester/entry.toml:4:12
      |
    4 | exclude = ["nobody"]
      |            ^^^^^^^^
      |
      = help: the entries are the folders of `content/job-descriptions/`

    error[unknown-reference]: there is no collection `news`
     --> content/job-descriptions/tester/entry.toml:5:1
      |
    5 | news = ["x"]
      | ^^^^
      |
      = help: add it to `rolebook.toml` as a table `[[collections]]`
    "#);
}

#[test]
fn a_skill_without_a_name() {
    assert_snapshot!(Site::new().append(FACTS, "skills = [\"patience\"]\n").diagnostics(), @r#"
    error[missing-message]: the message `skill-patience` is not defined
     --> content/job-descriptions/tester/entry.toml:2:11
      |
    2 | skills = ["patience"]
      |           ^^^^^^^^^^
      |
      = help: write `skill-patience = Patience` in `locales/en/site.ftl`
    "#);
}

// --- texts

#[test]
fn a_text_without_front_matter() {
    assert_snapshot!(Site::new().file(ROLE, "# Tester\n\nText.\n").diagnostics(), @"
    error[missing-section]: the section `requirements` is missing
     --> content/job-descriptions/tester/en.md:1:1
      |
    1 | # Tester
      | ^^^^^^^^
      |
      = help: add a heading `## requirements` with its text below; which sections a collection asks for is said by `required_sections` in `rolebook.toml`

    error[missing-section]: the section `responsibilities` is missing
     --> content/job-descriptions/tester/en.md:1:1
      |
    1 | # Tester
      | ^^^^^^^^
      |
      = help: add a heading `## responsibilities` with its text below; which sections a collection asks for is said by `required_sections` in `rolebook.toml`
    ");
}

#[test]
fn front_matter_that_is_not_toml() {
    assert_snapshot!(Site::new().replace(ROLE, "title = \"Tester\"", "title = Tester").diagnostics(), @r#"
    error[syntax]: a text stands in double quotes
     --> content/job-descriptions/tester/en.md:2:9
      |
    2 | title = Tester
      |         ^^^^^^
      |
      = help: write `title = "Tester"`
    "#);
}

#[test]
fn front_matter_with_unknown_and_missing_keys() {
    assert_snapshot!(Site::new().replace(ROLE, "summary =", "sumary =").diagnostics(), @r#"
    error[unknown-key]: the key `sumary` is not known here
     --> content/job-descriptions/tester/en.md:3:1
      |
    3 | sumary = "Finds faults."
      | ^^^^^^
      |
      = help: did you mean `summary`?
    "#);
}

#[test]
fn a_date_that_is_none() {
    let site = Site::new().replace(ROLE, "summary", "updated = 10:00:00\nsummary");
    assert_snapshot!(site.diagnostics(), @"
    error[invalid-value]: `10:00:00` is a time without a date
     --> content/job-descriptions/tester/en.md:3:11
      |
    3 | updated = 10:00:00
      |           ^^^^^^^^
      |
      = help: write a date such as `2026-11-02`
    ");
    let site = Site::new().replace(ROLE, "summary", "updated = \"yesterday\"\nsummary");
    assert_snapshot!(site.diagnostics(), @r#"
    error[invalid-value]: `"yesterday"` is not a date
     --> content/job-descriptions/tester/en.md:3:11
      |
    3 | updated = "yesterday"
      |           ^^^^^^^^^^^
      |
      = help: write a date such as `2026-11-02`
    "#);
}

#[test]
fn a_missing_section() {
    assert_snapshot!(Site::new().replace(ROLE, "## requirements\n\n- Patience\n", "").diagnostics(), @r#"
    error[missing-section]: the section `requirements` is missing
     --> content/job-descriptions/tester/en.md:2:9
      |
    2 | title = "Tester"
      |         ^^^^^^^^
      |
      = help: add a heading `## requirements` with its text below; which sections a collection asks for is said by `required_sections` in `rolebook.toml`
    "#);
}

#[test]
fn a_section_that_no_message_names() {
    assert_snapshot!(Site::new().append(ROLE, "\n## salary\n\nMuch.\n").diagnostics(), @r#"
    warning[missing-section]: the section `salary` is missing, which the original has
     --> content/job-descriptions/tester/de.md:2:9
      |
    2 | title = "Tester (m/w/d)"
      |         ^^^^^^^^^^^^^^^^
      |
      = help: add the heading `## salary` and the translation of its text; if another heading stands for it, name that in `section-salary.also`

    error[unknown-section]: no message names the section `salary`
      --> content/job-descriptions/tester/en.md:18:1
       |
    18 | ## salary
       | ^^^^^^^^^
       |
       = help: write `## Salary`, which is shown as it is, or write `section-salary = Salary` in `locales/en/site.ftl`
    "#);
}

#[test]
fn a_heading_that_is_no_key() {
    let site = Site::new().replace(ROLE, "## responsibilities", "## What you will do");
    assert_snapshot!(site.diagnostics(), @r#"
    error[missing-section]: the section `responsibilities` is missing
     --> content/job-descriptions/tester/en.md:2:9
      |
    2 | title = "Tester"
      |         ^^^^^^^^
      |
      = help: add a heading `## responsibilities` with its text below; which sections a collection asks for is said by `required_sections` in `rolebook.toml`
    "#);
}

#[test]
fn a_section_twice() {
    assert_snapshot!(Site::new().append(ROLE, "\n## brief\n\nMore.\n").diagnostics(), @"
    warning[duplicate-section]: the section `brief` stands here twice
      --> content/job-descriptions/tester/en.md:18:1
       |
    18 | ## brief
       | ^^^^^^^^
       |
       = help: put the text of both under one heading
    ");
}

#[test]
fn text_outside_of_sections() {
    assert_snapshot!(Site::new().replace(ROLE, "## brief", "A word first.\n\n## brief").diagnostics(), @"");
}

#[test]
fn links_that_lead_nowhere() {
    let links = "- [a](@job-descriptions/testr) [b](@jobs/tester) [c](../b.md) [d](#steps) [e](/form.pdf)\n";
    assert_snapshot!(Site::new().append(ROLE, links).diagnostics(), @"
    error[broken-link]: there is no entry `testr` in `job-descriptions`
      --> content/job-descriptions/tester/en.md:17:7
       |
    17 | - [a](@job-descriptions/testr) [b](@jobs/tester) [c](../b.md) [d](#steps) [e](/form.pdf)
       |       ^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: did you mean `tester`?

    error[broken-link]: there is no collection `jobs`
      --> content/job-descriptions/tester/en.md:17:36
       |
    17 | - [a](@job-descriptions/testr) [b](@jobs/tester) [c](../b.md) [d](#steps) [e](/form.pdf)
       |                                    ^^^^^^^^^^^^
       |
       = help: did you mean `job-descriptions`?

    error[broken-link]: `../b.md` leads out of the folder of this entry
      --> content/job-descriptions/tester/en.md:17:54
       |
    17 | - [a](@job-descriptions/testr) [b](@jobs/tester) [c](../b.md) [d](#steps) [e](/form.pdf)
       |                                                      ^^^^^^^
       |
       = help: put the file beside the text, or into `static/` and write `/path`; link to an entry as `@collection/entry`

    error[broken-link]: there is no heading `#steps` on this page
      --> content/job-descriptions/tester/en.md:17:67
       |
    17 | - [a](@job-descriptions/testr) [b](@jobs/tester) [c](../b.md) [d](#steps) [e](/form.pdf)
       |                                                                   ^^^^^^
       |
       = help: a heading's id is its words in lower case, with hyphens

    error[broken-link]: there is no file `/form.pdf` in the site
      --> content/job-descriptions/tester/en.md:17:79
       |
    17 | - [a](@job-descriptions/testr) [b](@jobs/tester) [c](../b.md) [d](#steps) [e](/form.pdf)
       |                                                                               ^^^^^^^^^
       |
       = help: put the file at `static/form.pdf`, or link to an entry as `@collection/entry`
    ");
}

/// Who brings a library mends its links one by one; until then their words are shown.
#[test]
fn broken_links_may_be_warnings() {
    let links = "- [a](@job-descriptions/testr) [b](../b.md) [c](#steps) [d]() ![e](e.png) [f](/form.pdf)\n";
    let site = Site::new().append(ROLE, links).append("rolebook.toml", "\n[check]\nbroken_links = \"warning\"\n");
    let said = site.diagnostics();
    assert_eq!(said.matches("warning[broken-link]").count(), 6, "{said}");
    assert!(!said.contains("error["), "{said}");
    let page = site.page("en/job-descriptions/tester/index.html");
    let shown = "<li><a>a</a> <a>b</a> <a href=\"#steps\">c</a> <a>d</a> <img src=\"data:,\" loading=\"eager\" alt=\"e\" /> \
                 <a href=\"/form.pdf\">f</a></li>";
    assert!(page.contains(shown), "{page}");
}

#[test]
fn a_link_to_a_draft() {
    let site = Site::new().append("content/job-descriptions/writer/entry.toml", "draft = true\n");
    let site = site.append(ROLE, "- [Writing](@job-descriptions/writer)\n");
    assert_snapshot!(site.diagnostics(), @"
    warning[broken-link]: `job-descriptions/writer` has no page yet
      --> content/job-descriptions/tester/en.md:17:13
       |
    17 | - [Writing](@job-descriptions/writer)
       |             ^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: the words are shown without a link until it is published
    ");
    assert_snapshot!(site.with_drafts().diagnostics(), @"");
}

#[test]
fn a_placeholder_without_a_name() {
    assert_snapshot!(Site::new().replace(ROLE, "{company}", "{companny}").diagnostics(), @"
    error[missing-message]: the message `placeholder-companny` is not defined
     --> content/job-descriptions/tester/en.md:8:12
      |
    8 | We test at {companny}.
      |            ^^^^^^^^^^
      |
      = help: did you mean `placeholder-company`?
    ");
}

#[test]
fn html_in_markdown() {
    assert_snapshot!(Site::new().append(ROLE, "- <b>Strength</b>\n").diagnostics(), @"
    warning[raw-html]: HTML in Markdown is shown as text
      --> content/job-descriptions/tester/en.md:17:3
       |
    17 | - <b>Strength</b>
       |   ^^^
       |
       = help: use Markdown, or put a backslash before `<`

    warning[raw-html]: HTML in Markdown is shown as text
      --> content/job-descriptions/tester/en.md:17:14
       |
    17 | - <b>Strength</b>
       |              ^^^^
       |
       = help: use Markdown, or put a backslash before `<`
    ");
}

// --- addresses

#[test]
fn slugs_that_cannot_be_part_of_an_address() {
    let site = Site::new().replace(ROLE, "summary", "slug = \"QA Tester!\"\nsummary");
    assert_snapshot!(site.diagnostics(), @r#"
    error[invalid-slug]: `QA Tester!` cannot be a part of an address
     --> content/job-descriptions/tester/en.md:3:8
      |
    3 | slug = "QA Tester!"
      |        ^^^^^^^^^^^^
      |
      = help: write `slug = "qa-tester"`
    "#);
    let site = Site::new().replace(ROLE, "title = \"Tester\"", "title = \"?\"");
    assert_snapshot!(site.diagnostics(), @r#"
    error[invalid-slug]: no address can be made from the title `?`
     --> content/job-descriptions/tester/en.md:2:9
      |
    2 | title = "?"
      |         ^^^
      |
      = help: add a `slug` of lower-case letters, digits and hyphens
    "#);
}

#[test]
fn a_collection_whose_slug_cannot_be_part_of_an_address() {
    let site =
        Site::new().file("locales/de/site.ftl", "collection-job-descriptions = Stellen\n    .slug = Stellen & mehr\n");
    assert_snapshot!(site.diagnostics(), @"
    warning[missing-attribute]: `collection-job-descriptions.description` is not translated into `de`
     --> locales/de/site.ftl:1:1
      |
    1 | collection-job-descriptions = Stellen
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: add `.description = …` below it

    warning[missing-attribute]: `collection-job-descriptions.singular` is not translated into `de`
     --> locales/de/site.ftl:1:1
      |
    1 | collection-job-descriptions = Stellen
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: add `.singular = …` below it

    error[invalid-slug]: `Stellen & mehr` cannot be a part of an address
     --> locales/de/site.ftl:2:6
      |
    2 |     .slug = Stellen & mehr
      |      ^^^^
      |
      = help: write `.slug = stellen-mehr`
    ");
}

#[test]
fn two_entries_with_one_address() {
    let with_slug = |site: Site, name: &str| {
        site.replace(&format!("content/job-descriptions/{name}/en.md"), "summary", "slug = \"same\"\nsummary")
    };
    let site = with_slug(with_slug(Site::new(), "tester"), "writer");
    assert_snapshot!(site.diagnostics(), @r#"
    error[duplicate-path]: two things would be written to `en/job-descriptions/same/index.html`
     --> content/job-descriptions/writer/en.md:3:8
      |
    3 | slug = "same"
      |        ^^^^^^
      |
      = help: give one of the two another address, as with `slug = "same-2"`; the other is `content/job-descriptions/tester/en.md`, line 3
    "#);
}

// --- messages

#[test]
fn messages_that_are_not_fluent() {
    let site = Site::new().file("locales/en/site.ftl", "greeting Hello\nfarewell = { $name\nthanks = Thanks\n");
    assert_snapshot!(site.diagnostics(), @"
    error[syntax]: `=` is missing after `greeting`
     --> locales/en/site.ftl:1:10
      |
    1 | greeting Hello
      |          ^
      |
      = help: write `greeting = Hello`

    error[syntax]: this `{` is not closed
     --> locales/en/site.ftl:2:12
      |
    2 | farewell = { $name
      |            ^
      |
      = help: write `{ $name }`

    warning[missing-message]: `thanks` is not translated into `de`
     --> locales/en/site.ftl:3:1
      |
    3 | thanks = Thanks
      | ^^^^^^
      |
      = help: write `thanks = …` in `locales/de/site.ftl`

    warning[unused-message]: nothing uses `thanks`
     --> locales/en/site.ftl:3:1
      |
    3 | thanks = Thanks
      | ^^^^^^
      |
      = help: remove it in all languages, or declare in a template what asks for it: `{# rolebook-uses: … #}`
    ");
}

#[test]
fn a_message_twice() {
    let site = Site::new().file("locales/de/a.ftl", "eins = 1\n").file("locales/de/b.ftl", "\neins = 2\n");
    assert_snapshot!(site.diagnostics(), @"
    error[duplicate-message]: `eins` is defined twice
     --> locales/de/b.ftl:2:1
      |
    2 | eins = 2
      | ^^^^
      |
      = help: remove one of the two; the other is in `locales/de/a.ftl`, line 1

    warning[unused-message]: `en` has no message `eins`
     --> locales/de/b.ftl:2:1
      |
    2 | eins = 2
      | ^^^^
      |
      = help: remove it: nothing shows it any more
    ");
}

#[test]
fn a_message_that_refers_to_what_is_not_there() {
    let site = Site::new().file("locales/de/site.ftl", "gruss = { -brnd } { site-nam } { copyright.title }\n");
    assert_snapshot!(site.diagnostics(), @"
    warning[unused-message]: `en` has no message `gruss`
     --> locales/de/site.ftl:1:1
      |
    1 | gruss = { -brnd } { site-nam } { copyright.title }
      | ^^^^^
      |
      = help: remove it: nothing shows it any more

    error[unknown-reference]: `-brnd` is not defined
     --> locales/de/site.ftl:1:11
      |
    1 | gruss = { -brnd } { site-nam } { copyright.title }
      |           ^^^^^
      |
      = help: did you mean `-brand`?

    error[unknown-reference]: `site-nam` is not defined
     --> locales/de/site.ftl:1:21
      |
    1 | gruss = { -brnd } { site-nam } { copyright.title }
      |                     ^^^^^^^^
      |
      = help: did you mean `site-name`?

    error[unknown-reference]: `copyright` has no attribute `title`
     --> locales/de/site.ftl:1:34
      |
    1 | gruss = { -brnd } { site-nam } { copyright.title }
      |                                  ^^^^^^^^^
      |
      = help: add `.title` to `copyright`
    ");
}

#[test]
fn a_message_that_is_not_translated() {
    let site = Site::new().file("locales/en/site.ftl", "greeting = Hello\n    .title = A greeting\n");
    assert_snapshot!(site.diagnostics(), @"
    warning[missing-message]: `greeting` is not translated into `de`
     --> locales/en/site.ftl:1:1
      |
    1 | greeting = Hello
      | ^^^^^^^^
      |
      = help: write `greeting = …` in `locales/de/site.ftl`

    warning[unused-message]: nothing uses `greeting`
     --> locales/en/site.ftl:1:1
      |
    1 | greeting = Hello
      | ^^^^^^^^
      |
      = help: remove it in all languages, or declare in a template what asks for it: `{# rolebook-uses: … #}`

    warning[missing-attribute]: `greeting.title` is not translated into `de`
     --> locales/en/site.ftl:2:6
      |
    2 |     .title = A greeting
      |      ^^^^^
      |
      = help: write `greeting = …` in `locales/de/site.ftl`, and below it `    .title = …`
    ");
}

#[test]
fn a_collection_without_a_name() {
    let site = Site::new().append(CONFIG, "[[collections]]\nid = \"news\"\nkind = \"article\"\n");
    assert_snapshot!(site.diagnostics(), @r#"
    warning[no-entries]: there is nothing in `content/news/`, so the collection is empty
      --> rolebook.toml:20:6
       |
    20 | id = "news"
       |      ^^^^^^
       |
       = help: write an entry in it, or take the collection out

    warning[missing-message]: no message names the collection `news`
      --> rolebook.toml:20:6
       |
    20 | id = "news"
       |      ^^^^^^
       |
       = help: write `collection-news = News` in `locales/en/site.ftl`, with the attributes `.slug` and `.singular`; until then the id is shown
    "#);
}

#[test]
fn folders_of_content_with_nothing_in_them() {
    let site = Site::new().append(CONFIG, "[[collections]]\nid = \"guides\"\nkind = \"article\"\n");
    let site = site.file("locales/en/a.ftl", "collection-guides = Guides\n    .slug = guides\n    .singular = Guide\n");
    let site = site
        .file("locales/de/a.ftl", "collection-guides = Leitfäden\n    .slug = leitfaeden\n    .singular = Leitfaden\n");
    assert_snapshot!(site.diagnostics(), @r#"
    warning[no-entries]: there is nothing in `content/guides/`, so the collection is empty
      --> rolebook.toml:20:6
       |
    20 | id = "guides"
       |      ^^^^^^^^
       |
       = help: write an entry in it, or take the collection out
    "#);
    // What lies there and is misnamed is reported as that.
    let misnamed = site.clone().file("content/guides/first/notes.txt", "x").diagnostics();
    assert!(!misnamed.contains("no-entries"), "{misnamed}");
    let config = site.files().find(|(path, _)| *path == CONFIG).unwrap().1.to_vec();
    let empty = Site::new().without_files().file(CONFIG, config);
    assert_snapshot!(empty.diagnostics(), @r#"
    warning[missing-message]: no message names the collection `guides`
      --> rolebook.toml:20:6
       |
    20 | id = "guides"
       |      ^^^^^^^^
       |
       = help: write `collection-guides = Guides` in `locales/en/site.ftl`, with the attributes `.slug` and `.singular`; until then the id is shown

    error[no-entries]: there is nothing in `content/`, so the site would be empty
     |
     = help: write the first text: `content/job-descriptions/software-engineer/en.md`
    "#);
}

#[test]
fn words_that_the_program_calls_for_and_nobody_says() {
    let site = Site::new()
        .append(CONFIG, "[announcement]\nlink = \"@/\"\n[[footer.phones]]\nid = \"gr\"\nnumber = \"1\"\n")
        .file("locales/en/site.ftl", "announcement = News\n");
    assert_snapshot!(site.diagnostics(), @r#"
    warning[missing-message]: `announcement` is not translated into `de`
     --> locales/en/site.ftl:1:1
      |
    1 | announcement = News
      | ^^^^^^^^^^^^
      |
      = help: write `announcement = …` in `locales/de/site.ftl`

    error[missing-message]: the message `announcement.link` is not defined
      --> rolebook.toml:20:8
       |
    20 | link = "@/"
       |        ^^^^
       |
       = help: write `    .link = Link` below `announcement` in `locales/en/site.ftl`

    error[missing-message]: the message `phone-gr` is not defined
      --> rolebook.toml:22:6
       |
    22 | id = "gr"
       |      ^^^^
       |
       = help: write `phone-gr = Gr` in `locales/en/site.ftl`
    "#);
}

#[test]
fn a_message_that_uses_a_variable_which_it_is_not_handed() {
    let site = Site::new()
        .file("locales/de/site.ftl", "section-brief = Kurz: { $rolle }\nplaceholder-company = [{ $role }]\n")
        .replace("content/job-descriptions/tester/de.md", "Wir testen", "Bei {company}");
    assert_snapshot!(site.diagnostics(), @"
    error[unknown-variable]: `section-brief` is not handed `$rolle`
     --> locales/de/site.ftl:1:25
      |
    1 | section-brief = Kurz: { $rolle }
      |                         ^^^^^^
      |
      = help: did you mean `$role`?

    error[unknown-variable]: `placeholder-company` is not handed `$role`
     --> locales/de/site.ftl:2:26
      |
    2 | placeholder-company = [{ $role }]
      |                          ^^^^^
      |
      = help: it is handed no variables: write the words themselves
    ");
}

// --- templates

#[test]
fn a_template_that_cannot_be_read() {
    let site = Site::new().file("themes/atlas/templates/home.html", "{% if x %}\n{{ y | }}\n");
    assert_snapshot!(site.diagnostics(), @"
    error[template]: found `}}` but expected identifier
     --> themes/atlas/templates/home.html:2:8
      |
    2 | {{ y | }}
      |        ^^
      |
      = help: correct the template
    ");
}

#[test]
fn templates_that_name_what_is_not_there() {
    let site = Site::new().file("themes/atlas/templates/home.html", "<p>\n{{ x | shorten }} {{ words() }}\n");
    assert_snapshot!(site.diagnostics(), @"
    error[template]: unknown filter `shorten`
     --> themes/atlas/templates/home.html:2:8
      |
    2 | {{ x | shorten }} {{ words() }}
      |        ^^^^^^^
      |
      = help: correct the template

    error[template]: unknown function `words`
     --> themes/atlas/templates/home.html:2:22
      |
    2 | {{ x | shorten }} {{ words() }}
      |                      ^^^^^^^
      |
      = help: correct the template
    ");
    let site = Site::new().file("themes/atlas/templates/home.html", "{% extends \"bas.html\" %}\n");
    assert_snapshot!(site.diagnostics(), @r#"
    error[template]: there is no template `bas.html` to extend
     --> themes/atlas/templates/home.html:1:1
      |
    1 | {% extends "bas.html" %}
      | ^
      |
      = help: correct the template
    "#);
}

#[test]
fn a_message_that_a_template_names_and_nobody_defines() {
    let site = Site::new().file("themes/atlas/templates/home.html", "<p>{{ t(id=\"site-nam\") }}</p>\n");
    assert_snapshot!(site.diagnostics(), @r#"
    error[missing-message]: the message `site-nam` is not defined
     --> themes/atlas/templates/home.html:1:13
      |
    1 | <p>{{ t(id="site-nam") }}</p>
      |             ^^^^^^^^
      |
      = help: did you mean `site-name`?
    "#);
}

#[test]
fn a_template_that_fails_on_one_page() {
    let site = Site::new().file("themes/atlas/templates/home.html", "<p>\n  {{ page.titel }}\n");
    assert_snapshot!(site.diagnostics(), @"
    error[template]: field `titel` is not defined. Available fields: alternates, breadcrumb, is_fallback, json_ld, kind, language, noindex, open_graph, stale, summary, title, updated, url, x_default
     --> themes/atlas/templates/home.html:2:11
      |
    2 |   {{ page.titel }}
      |           ^^^^^
      |
      = help: correct the template
    ");
}

#[test]
fn a_message_that_fails_on_a_page() {
    let site = Site::new()
        .file("locales/de/site.ftl", "# who is greeted\ngreeting = Hallo { $nmae }\n")
        .file("locales/en/site.ftl", "greeting = Hello { $name }\n")
        .file("themes/atlas/templates/home.html", "{{ t(id=\"greeting\", name=\"you\") }}\n");
    assert_snapshot!(site.diagnostics(), @r#"
    warning[missing-variable]: `greeting` does not use `$name` as its original does
     --> locales/de/site.ftl:2:1
      |
    2 | greeting = Hallo { $nmae }
      | ^^^^^^^^
      |
      = help: write `{ $name }` where it belongs

    warning[unknown-variable]: the original of `greeting` does not use `$nmae`
     --> locales/de/site.ftl:2:20
      |
    2 | greeting = Hallo { $nmae }
      |                    ^^^^^
      |
      = help: did you mean `$name`?

    error[template]: the message `greeting` (locales/de/site.ftl:2:1) cannot be shown: unknown variable: $nmae
     --> themes/atlas/templates/home.html:1:4
      |
    1 | {{ t(id="greeting", name="you") }}
      |    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: correct the message, or what the template hands to it
    "#);
}

#[test]
fn a_static_file_that_the_theme_does_not_have() {
    let site = Site::new().file("themes/atlas/templates/home.html", "{{ asset(path=\"stile.css\") }}\n");
    assert_snapshot!(site.diagnostics(), @r#"
    error[template]: the theme has no static file `stile.css`
     --> themes/atlas/templates/home.html:1:4
      |
    1 | {{ asset(path="stile.css") }}
      |    ^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: correct the template
    "#);
}

#[test]
fn a_theme_that_is_not_there() {
    let site = Site::new().replace(CONFIG, "default_locale", "theme = \"atlass\"\ndefault_locale");
    assert_snapshot!(site.diagnostics(), @r#"
    error[unknown-reference]: there is no theme `atlass`
     --> rolebook.toml:2:9
      |
    2 | theme = "atlass"
      |         ^^^^^^^^
      |
      = help: did you mean `atlas`?
    "#);
}

// --- all together

#[test]
fn all_mistakes_are_reported_in_one_run() {
    let site = Site::new()
        .append(CONFIG, "colour = 1\n")
        .file("content/categories/it/de.md", "Technik")
        .append(ROLE, "- [x](@nowhere)\n")
        .file("locales/de/site.ftl", "gruss Hallo\n")
        .file("themes/atlas/templates/home.html", "{% for %}\n");
    let shown = site.diagnostics();
    for code in ["unknown-key", "syntax", "broken-link", "template"] {
        assert!(shown.contains(&format!("error[{code}]")), "{code} is missing in:\n{shown}");
    }
}

#[test]
fn github_annotates_lines() {
    let site = Site::new().append(FACTS, "skils = [\"a, b: 100%\"]\n");
    assert_snapshot!(site.github(), @"::error file=sites/jobs/content/job-descriptions/tester/entry.toml,line=2,col=1,endColumn=6,title=unknown-key::the key `skils` is not known here%0Ahelp: did you mean `skills`?");
}

#[test]
fn orphan_pages() {
    // Both roles pick others, so that no list has room for the third.
    let site = Site::new()
        .append("rolebook.toml", "[related]\nlimit = 1\n")
        .append("content/job-descriptions/tester/entry.toml", "[related]\njob-descriptions = [\"writer\"]\n")
        .append("content/job-descriptions/writer/entry.toml", "[related]\njob-descriptions = [\"tester\"]\n")
        .file("content/job-descriptions/pilot/entry.toml", "category = \"it\"\n")
        .file("content/job-descriptions/pilot/en.md", crate::site::role_text("Pilot"));
    assert_snapshot!(site.diagnostics(), @r#"
    warning[orphan-page]: no other page leads to `job-descriptions/pilot` in `en`
     --> content/job-descriptions/pilot/entry.toml:1:1
      |
    1 | category = "it"
      | ^
      |
      = help: pick it in the `[related]` of another entry: `job-descriptions = ["pilot"]`
    "#);
    let linked =
        site.replace("content/job-descriptions/writer/en.md", "@job-descriptions/tester", "@job-descriptions/pilot");
    assert_snapshot!(linked.diagnostics(), @"");
}

#[test]
fn a_telephone_number_without_digits() {
    let site = Site::new()
        .append(CONFIG, "[[footer.phones]]\nid = \"gr\"\nnumber = \"on request\"\n")
        .append(CONFIG, "[[footer.phones]]\nid = \"sa\"\nnumber = \"+\"\n")
        .append(CONFIG, "[[footer.phones]]\nid = \"eg\"\nnumber = \"٠١٢\"\n")
        .file("locales/en/site.ftl", "phone-gr = x\nphone-sa = x\nphone-eg = x\n")
        .file("locales/de/site.ftl", "phone-gr = y\nphone-sa = y\nphone-eg = y\n");
    assert_snapshot!(site.diagnostics(), @r#"
    error[invalid-value]: `on request` is no telephone number: it has no digits
      --> rolebook.toml:21:10
       |
    21 | number = "on request"
       |          ^^^^^^^^^^^^
       |
       = help: write the number: `number = "+30 21 0123 4567"`, or with an extension `+30 21 0123 4567 ext. 12`

    error[invalid-value]: `+` is no telephone number: it has no digits
      --> rolebook.toml:24:10
       |
    24 | number = "+"
       |          ^^^
       |
       = help: write the number: `number = "+30 21 0123 4567"`, or with an extension `+30 21 0123 4567 ext. 12`
    "#);
}

/// Case O4: a value that stands in a list twice.
#[test]
fn a_list_with_the_same_twice() {
    let site = Site::new()
        .replace(
            "content/job-descriptions/tester/entry.toml",
            "\n",
            "\nskills = [\"java\", \"sql\", \"java\"]\n[related]\njob-descriptions = [\"writer\", \"writer\"]\n",
        )
        .replace(ROLE, "summary", "alternative_titles = [\"QA\", \"QA\"]\nsummary")
        .file("locales/en/site.ftl", "skill-java = Java\nskill-sql = SQL\n")
        .file("locales/de/site.ftl", "skill-java = Java\nskill-sql = SQL\n");
    assert_snapshot!(site.diagnostics(), @r#"
    warning[invalid-value]: `QA` stands in this list twice
     --> content/job-descriptions/tester/en.md:3:29
      |
    3 | alternative_titles = ["QA", "QA"]
      |                             ^^^^
      |
      = help: remove it here

    warning[invalid-value]: `java` stands in this list twice
     --> content/job-descriptions/tester/entry.toml:2:26
      |
    2 | skills = ["java", "sql", "java"]
      |                          ^^^^^^
      |
      = help: remove it here

    warning[invalid-value]: `writer` stands in this list twice
     --> content/job-descriptions/tester/entry.toml:4:31
      |
    4 | job-descriptions = ["writer", "writer"]
      |                               ^^^^^^^^
      |
      = help: remove it here
    "#);
    let page = site.page("en/job-descriptions/tester/index.html");
    assert_eq!(page.matches("<li>Java</li>").count(), 1);
    assert_eq!(site.page("en/a-z/index.html").matches("<li>QA ").count(), 1);
}

/// Case O4: ids that Windows keeps for itself.
#[test]
fn a_skill_with_a_name_of_windows() {
    for (id, help) in [
        ("aux", "write `aux-1`; what readers see is the message `skill-aux-1 = aux`"),
        ("CON", "write `con-1`; what readers see is the message `skill-con-1 = CON`"),
        ("Lpt1", "write `lpt1-1`; what readers see is the message `skill-lpt1-1 = Lpt1`"),
    ] {
        let facts = format!("category = \"it\"\nskills = [\"{id}\"]\n");
        let said = Site::new().file("content/job-descriptions/tester/entry.toml", facts).diagnostics();
        assert!(said.ends_with(&format!("= help: {help}")), "{said}");
    }
    let category = Site::new().replace("content/job-descriptions/tester/entry.toml", "\"it\"", "\"nul\"");
    assert!(category.diagnostics().contains("= help: did you mean `nul-1`?"), "{}", category.diagnostics());
}

/// Case O5: numbers that cannot be dialed.
#[test]
fn a_telephone_number_with_other_words() {
    let site = Site::new().append("rolebook.toml", "\n[[footer.phones]]\nid = \"gr\"\nnumber = \"+30 21 or +30 22\"\n");
    let site = site.file("locales/en/site.ftl", "phone-gr = x\n").file("locales/de/site.ftl", "phone-gr = y\n");
    assert_snapshot!(site.diagnostics(), @r#"
    error[invalid-value]: `+30 21 or +30 22` cannot be dialed: it has words or several numbers in it
      --> rolebook.toml:22:10
       |
    22 | number = "+30 21 or +30 22"
       |          ^^^^^^^^^^^^^^^^^^
       |
       = help: write the number: `number = "+30 21 0123 4567"`, or with an extension `+30 21 0123 4567 ext. 12`
    "#);
    let with_extension = site.replace("rolebook.toml", "+30 21 or +30 22", "+1-800-FLOWERS ext. 12");
    let page = with_extension.page("en/index.html");
    assert!(page.contains("href=\"tel:+18003569377;ext=12\" dir=\"ltr\">+1-800-FLOWERS ext. 12</a>"), "{page}");
}

/// Cases O8 and T14: a date that is none is reported once.
#[test]
fn dates_that_are_none_are_reported_once() {
    for (written, message, help) in [
        ("2026-02-30", "there is no day `2026-02-30`", "write a date such as `2026-11-02`"),
        ("2026-13-01", "there is no day `2026-13-01`", "write a date such as `2026-11-02`"),
        ("2026-02-30T10:00:00Z", "there is no day `2026-02-30`", "write a date such as `2026-11-02`"),
        ("20260101", "`20260101` is not a date", "write it without quotes, with the year first: `2026-01-01`"),
        ("24.11.2026", "`24.11.2026` is not a date", "write it without quotes, with the year first: `2026-11-24`"),
        ("2026/11/02", "`2026/11/02` is not a date", "write it without quotes, with the year first: `2026-11-02`"),
        ("2026-1-1", "`2026-1-1` is not a date", "write it without quotes, with the year first: `2026-01-01`"),
        (
            "\"2026-11-02\"",
            "`\"2026-11-02\"` is not a date",
            "write it without quotes, with the year first: `2026-11-02`",
        ),
        ("10:00:00", "`10:00:00` is a time without a date", "write a date such as `2026-11-02`"),
        ("true", "`true` is not a date", "write a date such as `2026-11-02`"),
    ] {
        let said = Site::new().replace(ROLE, "summary", &format!("updated = {written}\nsummary")).diagnostics();
        let place = format!(" --> {ROLE}:3:11\n");
        assert!(said.starts_with(&format!("error[invalid-value]: {message}\n{place}")), "{said}");
        assert!(said.ends_with(&format!("= help: {help}")) && said.matches("= help").count() == 1, "{said}");
    }
    let brother = Site::new().replace("content/job-descriptions/tester/entry.toml", "\"it\"", "it");
    assert_eq!(brother.diagnostics().matches("error[").count(), 1, "{}", brother.diagnostics());
}

#[test]
fn numbers_and_addresses_out_of_their_range() {
    let related = "[related]\nlimit = 100000000000000000000\nthreshold = nan\n";
    let site = Site::new().append("rolebook.toml", related).append(FACTS, "esco = \"javascript:alert(1)\"\n");
    assert_snapshot!(site.diagnostics(), @r#"
    error[invalid-value]: `javascript:alert(1)` is not a web address
     --> content/job-descriptions/tester/entry.toml:2:8
      |
    2 | esco = "javascript:alert(1)"
      |        ^^^^^^^^^^^^^^^^^^^^^
      |
      = help: write it in full: `https://example.org/`

    error[invalid-value]: `limit` cannot be integer `100000000000000000000`
      --> rolebook.toml:20:9
       |
    20 | limit = 100000000000000000000
       |         ^^^^^^^^^^^^^^^^^^^^^
       |
       = help: write a whole number

    error[invalid-value]: `NaN` is not a number from 0 to 1
      --> rolebook.toml:21:13
       |
    21 | threshold = nan
       |             ^^^
       |
       = help: write a number such as `0.1`
    "#);
}
