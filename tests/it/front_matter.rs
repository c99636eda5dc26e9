//! Front matter in TOML, in YAML, or none at all.

use insta::assert_snapshot;

use rolebook::diagnostic::Severity;

use crate::site::Site;

const TESTER: &str = "content/job-descriptions/tester/en.md";
const SECTIONS: &str = "\n## brief\n\nWe test\nwhat we build. Every day.\n\n## responsibilities\n\n- Test\n\n## requirements\n\n- Patience\n";

/// The same site with another text of the tester.
fn with_tester(text: &str) -> Site {
    Site::new().file(TESTER, text)
}

#[test]
fn the_same_text_in_all_forms_makes_the_same_pages() {
    let toml = "+++\ntitle = \"Tester\"\nsummary = \"Finds faults.\"\nslug = \"finder\"\nupdated = 2026-11-02\n\
                alternative_titles = [\"Checker\"]\n+++\n";
    let expected = with_tester(&format!("{toml}{SECTIONS}")).output();
    assert!(expected["en/job-descriptions/finder/index.html"].contains("Checker"));
    for yaml in [
        "---\ntitle: Tester\nsummary: Finds faults.\nslug: finder\nupdated: 2026-11-02\nalternative_titles:\n  - Checker\n---\n",
        "---\r\ntitle: 'Tester' # a note\r\nsummary: >-\r\n  Finds\r\n  faults.\r\nslug: \"finder\"\r\nupdated: \"2026-11-02\"\r\nalternative-titles: [Checker]\r\n...\r\n",
        "\u{feff}---\n{title: Tester, summary: Finds faults., slug: finder, updated: 2026-11-02, alternative-titles: [Checker]}\n---\n",
    ] {
        assert_eq!(with_tester(&format!("{yaml}{SECTIONS}")).output(), expected, "{yaml}");
    }
    let heading = "+++\nsummary = \"Finds faults.\"\nslug = \"finder\"\nupdated = 2026-11-02\n\
                   alternative-titles = [\"Checker\"]\n+++\n\n# Tester\n";
    assert_eq!(with_tester(&format!("{heading}{SECTIONS}")).output(), expected);
}

#[test]
fn without_front_matter_the_first_heading_is_the_title_and_the_first_sentence_the_summary() {
    let site = with_tester(&format!("# Tester\n{SECTIONS}"));
    assert_eq!(site.diagnostics(), "");
    let page = site.page("en/job-descriptions/tester/index.html");
    assert!(page.contains("<meta name=\"description\" content=\"We test what we build.\">"));
    assert_eq!(page.matches("<h1").count(), 1);
    let article = Site::new()
        .append("rolebook.toml", "\n[[collections]]\nid = \"news\"\nkind = \"article\"\n")
        .file("content/news/first/entry.toml", "")
        .file(
            "content/news/first/en.md",
            "First *news* {#n}\n===\n\n![Photo](/a.png)\n\n> Quoted.\n\nNo more at {company}.\n",
        )
        .static_file("a.png");
    let page = article.page("en/news/first-news/index.html");
    assert!(!page.contains("<meta name=\"description\""), "a sentence with a placeholder is no summary");
    assert!(page.contains("First news") && !page.contains("First <em>"));
}

#[test]
fn in_yaml_what_has_no_quotes_is_text_where_text_is_meant() {
    let site = with_tester(&format!(
        "---\ntitle: 1984\nsummary: true\nalternative_titles: [007, 3.10, 2026-11-02]\n---\n{SECTIONS}"
    ));
    assert_eq!(site.diagnostics(), "");
    let page = site.page("en/job-descriptions/1984/index.html");
    for words in ["1984", "content=\"true\"", "007", "3.10", "2026-11-02"] {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn keys_of_other_tools_are_an_error_in_toml_and_said_once_in_yaml() {
    let yaml = |title: &str| format!("---\ntitle: {title}\nauthor: A\nlast-mod: 2026\nsumary: B\n---\n{SECTIONS}");
    let site = with_tester(&yaml("Tester")).file("content/job-descriptions/writer/en.md", yaml("Writer"));
    assert_snapshot!(site.diagnostics(), @r#"
    warning[unknown-key]: the key `author` is not known here, in 2 files
     --> content/job-descriptions/tester/en.md:3:1
      |
    3 | author: A
      | ^^^^^^
      |
      = help: remove it, or write `ignore_keys = ["author"]` below its collection in `rolebook.toml`; or declare it as a field, below its collection in `rolebook.toml`:
              [[collections.fields]]
              id = "author"
              kind = "choice"
              values = ["a"]

    warning[unknown-key]: the key `last-mod` is not known here, in 2 files
     --> content/job-descriptions/tester/en.md:4:1
      |
    4 | last-mod: 2026
      | ^^^^^^^^
      |
      = help: remove it, or write `ignore_keys = ["last-mod"]` below its collection in `rolebook.toml`; or declare it as a field, below its collection in `rolebook.toml`:
              [[collections.fields]]
              id = "last-mod"
              kind = "number"

    warning[unknown-key]: the key `sumary` is not known here, in 2 files
     --> content/job-descriptions/tester/en.md:5:1
      |
    5 | sumary: B
      | ^^^^^^
      |
      = help: did you mean `summary`?
    "#);
    let ignoring = |site: Site| {
        site.replace(
            "rolebook.toml",
            "kind = \"role\"\n",
            "kind = \"role\"\nignore_keys = [\"author\", \"last_mod\", \"sumary\"]\n",
        )
    };
    assert_eq!(ignoring(site).diagnostics(), "");
    let toml = with_tester(&format!("+++\ntitle = \"Tester\"\nauthor = \"A\"\nlast-mod = 1\n+++\n{SECTIONS}"));
    assert_snapshot!(toml.diagnostics(), @r#"
    error[unknown-key]: the key `author` is not known here
     --> content/job-descriptions/tester/en.md:3:1
      |
    3 | author = "A"
      | ^^^^^^
      |
      = help: remove it; known here: `title`, `summary`, `slug`, `alternative_titles`, `inflections`, `updated`, `source`, `source_parts`, `grammar`, `draft`, `fields`; or declare it as a field, below its collection in `rolebook.toml`:
              [[collections.fields]]
              id = "author"
              kind = "choice"
              values = ["a"]

    error[unknown-key]: the key `last-mod` is not known here
     --> content/job-descriptions/tester/en.md:4:1
      |
    4 | last-mod = 1
      | ^^^^^^^^
      |
      = help: remove it; known here: `title`, `summary`, `slug`, `alternative_titles`, `inflections`, `updated`, `source`, `source_parts`, `grammar`, `draft`, `fields`; or declare it as a field, below its collection in `rolebook.toml`:
              [[collections.fields]]
              id = "last-mod"
              kind = "number"
    "#);
    assert_eq!(ignoring(toml).diagnostics(), "");
}

#[test]
fn front_matter_that_cannot_be_read_says_where() {
    for (text, said) in [
        ("", "1:1 this text has no title"),
        ("Words.\n\n## brief\n", "1:1 this text has no title"),
        ("---\nsummary: S.\n---\n\nWords.\n", "2:1 this text has no title"),
        ("---\ntitle: Tester\n\n## brief\n", "1:1 the front matter is not closed"),
        ("+++\ntitle = \"Tester\"\n---\n", "1:1 the front matter is not closed"),
        ("---\ntitle: Tester: the best\n---\n", "2:8 a text with a colon and a space in it stands in quotes"),
        ("---\n- title\n---\n", "2:1 these are no keys with values"),
        ("---\ntitle: [Tester]\n---\n", "2:8 `title` cannot be a list"),
        ("---\ntitle: Ä\nupdated: 11/02/2026\n---\n", "3:10 `11/02/2026` is not a date"),
        ("---\n'title': Ä\nsummary: é\ndraft: maybe\n---\n", "4:8 `draft` cannot be text \"maybe\""),
    ] {
        let site = Site::new().file("content/categories/it/en.md", text);
        let errors = site.compile().diagnostics.into_iter().filter(|found| found.severity == Severity::Error);
        let shown = errors.map(|found| {
            let place = found.place.expect("it has a place");
            format!("{}:{} {}", place.line, place.column, found.message)
        });
        assert_eq!(shown.collect::<Vec<_>>(), [said], "{text}");
    }
}

// T14
#[test]
fn front_matter_as_people_write_it_is_answered_with_the_line_to_write() {
    let with = |form: &str, lines: &str| {
        let text = format!("{form}\n{lines}\n{form}\n\nWords.\n");
        Site::new().file("content/categories/it/en.md", text).diagnostics()
    };
    let toml = "title = “Clerk”\nsummary = \"Our \"second\" home\"\nupdated = Nov 24, 2026\ndraft = no\n\
                alternative titles = [a, b]";
    assert_snapshot!(with("+++", toml), @r#"
    error[syntax]: `“` cannot enclose a text
     --> content/categories/it/en.md:2:9
      |
    2 | title = “Clerk”
      |         ^^^^^^^
      |
      = help: write `title = "Clerk"`

    error[syntax]: a quote within the text ends it
     --> content/categories/it/en.md:3:11
      |
    3 | summary = "Our "second" home"
      |           ^^^^^^^^^^^^^^^^^^^
      |
      = help: write `summary = 'Our "second" home'`

    error[invalid-value]: `Nov 24, 2026` is not a date
     --> content/categories/it/en.md:4:11
      |
    4 | updated = Nov 24, 2026
      |           ^^^^^^^^^^^^
      |
      = help: write it without quotes, with the year first: `2026-11-24`

    error[syntax]: TOML writes this as `false`
     --> content/categories/it/en.md:5:9
      |
    5 | draft = no
      |         ^^
      |
      = help: write `draft = false`

    error[syntax]: the key `alternative titles` has a space in it
     --> content/categories/it/en.md:6:1
      |
    6 | alternative titles = [a, b]
      | ^^^^^^^^^^^^^^^^^^
      |
      = help: write `alternative_titles = ["a", "b"]`
    "#);
    let one_by_one = [
        "title: Manager: Sales",
        "title = Clerk",
        "title: “Clerk”",
        "title\u{a0}: Clerk",
        "title: # Clerk",
        "title: C\nupdated: 5/6/2026",
    ];
    assert_snapshot!(one_by_one.map(|line| with("---", line)).join("\n\n"), @r##"
    error[syntax]: a text with a colon and a space in it stands in quotes
     --> content/categories/it/en.md:2:8
      |
    2 | title: Manager: Sales
      |        ^^^^^^^^^^^^^^
      |
      = help: write `title: "Manager: Sales"`

    error[syntax]: `=` stands where YAML has `:`
     --> content/categories/it/en.md:2:7
      |
    2 | title = Clerk
      |       ^
      |
      = help: write `title: Clerk`

    hint[invalid-value]: `“` and what closes it are a part of this text
     --> content/categories/it/en.md:2:8
      |
    2 | title: “Clerk”
      |        ^^^^^^^
      |
      = help: if they are not meant to be, write `title: Clerk`

    error[syntax]: a no-break space stands beside the `:`
     --> content/categories/it/en.md:2:7
      |
    2 | title : Clerk
      |       ^
      |
      = help: write `title: Clerk`

    error[syntax]: a text that begins with `#` stands in quotes
     --> content/categories/it/en.md:2:8
      |
    2 | title: # Clerk
      |        ^^^^^^^
      |
      = help: write `title: "# Clerk"`

    error[invalid-value]: `5/6/2026` is not a date
     --> content/categories/it/en.md:3:10
      |
    3 | updated: 5/6/2026
      |          ^^^^^^^^
      |
      = help: write it without quotes, with the year first: `2026-06-05` or `2026-05-06`
    "##);
}

#[test]
fn what_follows_from_a_slip_is_not_said() {
    let text = "+++\ntitle =\nsummary = \"a\nb\"\nkolor = 1\n[grammar\ngender = x\n+++\n\nWords.\n";
    assert_snapshot!(Site::new().file("content/categories/it/en.md", text).diagnostics(), @r#"
    error[syntax]: there is no value
     --> content/categories/it/en.md:2:7
      |
    2 | title =
      |       ^
      |
      = help: write `title = "…"`, or remove the line

    error[syntax]: a text in double quotes ends on its line
     --> content/categories/it/en.md:3:1
      |
    3 | summary = "a
      | ^^^^^^^^^^^^
      |
      = help: write it on one line, or put `"""` before and behind it

    error[syntax]: the bracket is not closed
     --> content/categories/it/en.md:6:1
      |
    6 | [grammar
      | ^^^^^^^^
      |
      = help: write `[grammar]`
    "#);
}

#[test]
fn a_draft_of_one_text_holds_back_that_text_alone() {
    let german = "content/job-descriptions/tester/de.md";
    let draft = |site: Site, path: &str| site.replace(path, "+++\n", "+++\ndraft = true\n");
    let pages = |site: &Site| {
        let testers = |path: &String| path.ends_with("/tester/index.html");
        site.output().into_keys().filter(testers).collect::<Vec<_>>()
    };
    let both = pages(&Site::new());
    let site = draft(Site::new(), german);
    assert_eq!((both.len(), pages(&site)), (2, both[1..].to_vec()));
    assert_eq!(pages(&site.with_drafts()), both);
    let none = draft(draft(Site::new(), german), TESTER);
    assert!(!none.output().keys().any(|path| path.contains("tester")), "an entry of drafts is a draft");
}

#[test]
fn roles_need_no_category_and_no_summary() {
    let site = with_tester(&format!("+++\ntitle = \"Tester\"\n+++\n{SECTIONS}"))
        .file("content/job-descriptions/tester/entry.toml", "");
    assert_eq!(site.diagnostics(), "");
    assert!(site.page("en/job-descriptions/index.html").contains("Tester"));
    assert!(site.page("en/job-descriptions/tester/index.html").contains("content=\"We test what we build.\""));
}

/// A brother: what is for `entry.toml`.
#[test]
fn front_matter_may_stand_behind_empty_lines() {
    let site = with_tester(&format!("\n \n---\ntitle: Tester\n---\n{SECTIONS}"));
    assert_eq!(site.diagnostics(), "");
    let said = with_tester(&format!("---\ntitle: Tester\ncategory: it\n---\n{SECTIONS}")).diagnostics();
    assert!(said.contains("= help: write it into `entry.toml` beside the text; remove it"), "{said}");
    let said = with_tester(&format!("---\nroles: Tester\n---\n{SECTIONS}\n# Profile\n")).diagnostics();
    assert!(said.contains("error[missing-key]: this text has no title"), "a part of the text is no title: {said}");
}

/// What another tool calls a key is said once, in the configuration.
#[test]
fn other_names_of_keys_are_said_in_the_configuration() {
    let keys = "kind = \"role\"\nkeys = { title = \"roles\", summary = \"excerpt\", updated = \"date\" }\n";
    let named = |text: &str| with_tester(text).replace("rolebook.toml", "kind = \"role\"\n", keys);
    let site = named(&format!("---\nroles: Tester\nexcerpt: Finds faults.\ndate: 2026-11-02\n---\n{SECTIONS}"));
    assert_eq!(site.diagnostics(), "");
    let page = site.page("en/job-descriptions/tester/index.html");
    assert!(page.contains("content=\"Finds faults.\"") && page.contains("2026-11-02"), "{page}");
    let several = "kind = \"role\"\nkeys = { title = [\"roles\", \"role\"] }\n";
    for text in ["role: Tester", "roles: Tester", "roles: Tester\nrole:"] {
        let site = with_tester(&format!("---\n{text}\n---\n{SECTIONS}"));
        let site = site.replace("rolebook.toml", "kind = \"role\"\n", several);
        assert_eq!(site.diagnostics(), "", "{text}");
        assert!(site.page("en/job-descriptions/tester/index.html").contains("Tester"), "{text}");
    }
    let own = named(&format!("---\ntitle: Tester\nroles: Other\n---\n{SECTIONS}")).diagnostics();
    assert!(own.contains("the key `roles` is not known here"), "what is called as ours goes first: {own}");
    let wrong = with_tester(&format!("# Tester\n{SECTIONS}")).replace(
        "rolebook.toml",
        "kind = \"role\"\n",
        "kind = \"role\"\nkeys = { titel = \"roles\" }\n",
    );
    assert!(wrong.diagnostics().contains("help: did you mean `title`?"), "{}", wrong.diagnostics());
}

/// Other tools that read YAML take the last of two values; what says nothing takes nothing away.
#[test]
fn a_key_that_stands_twice_in_yaml_is_a_warning() {
    let site =
        with_tester(&format!("---\ntitle: Tester\nsummary: Old.\nsummary: New.\nslug: tester\nslug:\n---\n{SECTIONS}"));
    insta::assert_snapshot!(site.diagnostics(), @"
    warning[syntax]: the key `summary` stands here twice
     --> content/job-descriptions/tester/en.md:4:1
      |
    4 | summary: New.
      | ^^^^^^^
      |
      = help: keep one of them; until then the last one with a value counts

    warning[syntax]: the key `slug` stands here twice
     --> content/job-descriptions/tester/en.md:6:1
      |
    6 | slug:
      | ^^^^
      |
      = help: keep one of them; until then the last one with a value counts
    ");
    let page = site.page("en/job-descriptions/tester/index.html");
    assert!(page.contains("content=\"New.\""), "{page}");
    let toml = with_tester(&format!("+++\ntitle = \"Tester\"\ntitle = \"Tester\"\n+++\n{SECTIONS}")).diagnostics();
    assert!(toml.starts_with("error[syntax]"), "TOML has no such thing: {toml}");
}
