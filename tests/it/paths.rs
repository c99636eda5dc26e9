//! Slugs, ids and names of files: what may be part of an address, and what of the output. The letters are those of the cases
//! that people found.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use insta::assert_snapshot;
use rolebook::diagnostic::{Code, Diagnostic};
use rolebook::load::{self, Root};
use rolebook::output_path::OutputPath;
use rolebook::slug::SlugStyle;

use crate::folder::Folder;
use crate::site::{Site, article_text, role_text};

const ROLE: &str = "content/job-descriptions/tester/en.md";

/// Texts that are no slugs, as they stand in Fluent; nothing stands for a text that is too long.
const NO_SLUGS: &[&str] = &[
    "",
    "/",
    "a/b",
    ".",
    "..",
    "../../../../../../x",
    "%2e%2e",
    "stellen%20mehr",
    "{ \"\" }",
    "two words",
    "Capital",
    "back\\slash",
    "a{ \"\\u000A\" }b",
    "{ \"\\u0301\" }",
    "a.",
    "-a",
    "a--b",
    "a_b",
    "con",
    "nul",
    "lpt1",
    "{ $x }",
    "{ $x ->\n        [one] a\n       *[other] b\n    }",
    "{ -nothing }",
];

// --- P1: what messages say

#[test]
fn a_slug_that_leads_out_of_the_site() {
    // P1
    let site = Site::new().file("locales/en/x.ftl", "search-title = S\n    .slug = ../../../../../../x\n");
    assert_snapshot!(errors(&site), @"
    error[invalid-slug]: `../../../../../../x` cannot be a part of an address
     --> locales/en/x.ftl:2:6
      |
    2 |     .slug = ../../../../../../x
      |      ^^^^
      |
      = help: write `.slug = x`
    ");
}

#[test]
fn all_that_is_no_slug_is_reported_at_the_attribute() {
    // P1
    let long = "a".repeat(300);
    for (locale, slug) in ["en", "de"].into_iter().flat_map(|locale| NO_SLUGS.iter().map(move |slug| (locale, *slug))) {
        let slug = if slug.is_empty() { &long } else { slug };
        let path = |id: &str| format!("locales/{locale}/{id}.ftl");
        let ids = ["search-title", "index-title", "skills-title", "collection-job-descriptions"];
        let with = |site: Site, id: &str| site.file(&path(id), format!("{id} = Title\n    .slug = {slug}\n"));
        let said = errors(&ids.into_iter().fold(Site::new(), with));
        assert_eq!(said.matches("error[invalid-slug]").count(), ids.len(), "{slug}\n{said}");
        assert_eq!(said.matches("write `.slug = ").count(), ids.len(), "{slug}\n{said}");
        for id in ids {
            assert!(said.contains(&format!(" --> {}:2:6", path(id))), "{id} {slug}\n{said}");
        }
    }
}

#[test]
fn the_messages_of_a_theme_are_held_to_the_same() {
    // P1
    let theme = Site::new().file("themes/atlas/locales/en/x.ftl", "search-title = Find\n    .slug = ../up\n");
    assert_snapshot!(errors(&theme), @"
    error[invalid-slug]: `../up` cannot be a part of an address
     --> themes/atlas/locales/en/x.ftl:2:6
      |
    2 |     .slug = ../up
      |      ^^^^
      |
      = help: write `.slug = up`
    ");
    let german = Site::new().file("themes/atlas/locales/de/x.ftl", "skills-title = X\n    .slug = ..\n");
    assert!(errors(&german).contains("--> themes/atlas/locales/de/x.ftl:2:6"), "{}", errors(&german));
}

#[test]
fn a_slug_may_be_put_together_from_what_is_fixed() {
    // P1
    let site =
        Site::new().file("locales/en/x.ftl", "-part = find\nsearch-title = S\n    .slug = { -part }-{ \"jobs\" }\n");
    assert!(site.output().contains_key("en/find-jobs/index.html"));
    let unicode = Site::new()
        .replace("rolebook.toml", "default_locale", "slugs = \"unicode\"\ndefault_locale")
        .file("locales/de/x.ftl", "search-title = S\n    .slug = größe-ändern\n");
    assert!(unicode.output().contains_key("de/größe-ändern/index.html"));
    assert!(unicode.page("de/index.html").contains("/de/gr%C3%B6%C3%9Fe-%C3%A4ndern/"));
}

#[test]
fn names_of_skills_cannot_lead_out() {
    // P1
    let message = "skill-a = ../../../../x\n    .slug = ../../y\nskill-b = /\n";
    let site = with_skills(&["a", "b"]).file("locales/en/x.ftl", message);
    let skills: Vec<_> = site.output().into_keys().filter(|path| path.starts_with("en/skills/")).collect();
    assert_eq!(skills, ["en/skills/b/index.html", "en/skills/index.html", "en/skills/x/index.html"]);
}

// --- P1: what front matter says

#[test]
fn all_that_is_no_slug_in_front_matter_is_reported() {
    // P1
    for slug in
        ["/", "a/b", "..", "../../x", "%2e%2e", "", " ", "Ä", "a\\\\b", "a\\nb", "\\u0301", "con", "a.", "a\\u0000"]
    {
        for style in ["ascii", "unicode"] {
            let site = Site::new()
                .replace("rolebook.toml", "default_locale", &format!("slugs = \"{style}\"\ndefault_locale"))
                .replace(ROLE, "summary", &format!("slug = \"{slug}\"\nsummary"));
            let said = errors(&site);
            assert!(said.contains("error[invalid-slug]") && said.contains(":3:8"), "{slug}\n{said}");
            assert!(said.contains("help: write `slug = \""), "{slug}\n{said}");
        }
    }
    let long = Site::new().replace(ROLE, "summary", &format!("slug = \"{}\"\nsummary", "long-".repeat(16) + "x"));
    assert_snapshot!(errors(&long), @r#"
    error[invalid-slug]: `long-long-long-long-long-long-long-long-…` is too long to be a part of an address
     --> content/job-descriptions/tester/en.md:3:8
      |
    3 | slug = "long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-x"
      |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: at most 80 characters and 200 bytes: write `slug = "long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long"`
    "#);
}

// --- P2: two things in one place

#[test]
fn two_collections_with_one_slug() {
    // P2
    let site = Site::new()
        .file("locales/de/x.ftl", "collection-job-descriptions = A\n    .slug = neu\n")
        .file("locales/de/y.ftl", "collection-categories = B\n    .slug = neu\n");
    assert_snapshot!(errors(&site), @"
    error[duplicate-path]: two things would be written to `de/neu/index.html`
     --> locales/de/y.ftl:2:6
      |
    2 |     .slug = neu
      |      ^^^^
      |
      = help: give one of the two another address, as with `.slug = neu-2`; the other is `locales/de/x.ftl`, line 2
    ");
}

#[test]
fn a_collection_and_a_page_of_the_program_with_one_slug() {
    // P2: without messages the slug is the id.
    let site = Site::new().file("locales/en/x.ftl", "search-title = S\n    .slug = categories\n");
    let said = errors(&site);
    assert!(said.contains("two things would be written to `en/categories/index.html`"), "{said}");
    assert!(said.contains("locales/en/x.ftl") && said.contains("collections.ftl"), "{said}");
    let entry = Site::new().file(
        "locales/en/x.ftl",
        "skills-title = S\n    .slug = job-descriptions\nskill-tester = Tester\nskill-b = B\n",
    );
    let said = errors(&in_skills(entry, &["tester", "b"]));
    assert!(said.contains("`en/job-descriptions/tester/index.html`"), "{said}");
    assert!(said.contains("the other is `locales/en/x.ftl`, line 3"), "{said}");
}

#[test]
fn static_files_where_the_program_writes() {
    // P2
    let site = Site::new().static_file("sitemap.xml").static_file("en/index.html").static_file("en/feed.xml/x");
    assert_snapshot!(errors(&site), @"
    error[duplicate-path]: `en/feed.xml` would be a file and a folder
     --> static/en/feed.xml/x:1:1
      |
    1 |
      | ^
      |
      = help: rename the file; the program itself writes the feed of `en` there

    error[duplicate-path]: two things would be written to `en/index.html`
     --> static/en/index.html:1:1
      |
    1 |
      | ^
      |
      = help: rename the file; the program itself writes the home page of `en` there

    error[duplicate-path]: two things would be written to `sitemap.xml`
     --> static/sitemap.xml:1:1
      |
    1 |
      | ^
      |
      = help: rename the file; the program itself writes the sitemap there
    ");
    let folder = Site::new().static_file("en").static_file("assets");
    let said = errors(&folder);
    assert!(
        said.contains("`en` would be a file and a folder") && said.contains("`assets` would be a file and a folder"),
        "{said}"
    );
    assert!(errors(&Site::new().static_file("files/en")).is_empty());
}

#[test]
fn two_entries_name_both_places() {
    // P2
    let site = Site::new().replace(
        "content/job-descriptions/writer/en.md",
        "title = \"Writer\"",
        "title = \"Writer\"\nslug = \"tester\"",
    );
    assert_snapshot!(errors(&site), @"");
}

// --- P3, R11: long titles and names

#[test]
fn addresses_of_long_titles_are_cut_between_words() {
    // P3
    let greek = "Αναπληρωτής διευθυντής ηλεκτρονικών επικοινωνιών πληροφορικής τεχνολογίας ανθρώπινου δυναμικού";
    let site = Site::new()
        .replace("rolebook.toml", "default_locale", "slugs = \"unicode\"\ndefault_locale")
        .file("content/job-descriptions/long/entry.toml", "category = \"it\"\n")
        .file("content/job-descriptions/long/en.md", role_text(greek))
        .file("content/job-descriptions/longer/entry.toml", "category = \"it\"\n")
        .file("content/job-descriptions/longer/en.md", role_text(&"long ".repeat(60)))
        .file("content/job-descriptions/longest/entry.toml", "category = \"it\"\n")
        .file("content/job-descriptions/longest/en.md", role_text(&"職".repeat(300)));
    let folder = Folder::new(&site);
    folder.build();
    let mut names: Vec<_> = fs::read_dir(folder.path("public/en/job-descriptions"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.len() > 20)
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            format!("{}long", "long-".repeat(15)),
            "αναπληρωτής-διευθυντής-ηλεκτρονικών-επικοινωνιών-πληροφορικής-τεχνολογίας".to_owned(),
            "職".repeat(66),
        ]
    );
}

#[test]
fn long_names_of_skills_are_cut() {
    // R11
    let name = "very ".repeat(50) + "long x";
    let messages = format!("skill-a = {name}\nskill-b = {}\n", "b".repeat(256));
    let output = with_skills(&["a", "b"]).file("locales/en/x.ftl", messages).output();
    let skills: Vec<_> = output.keys().filter(|path| path.starts_with("en/skills/")).map(String::as_str).collect();
    let (b, very) = ("b".repeat(80), "very-".repeat(15) + "very");
    assert_eq!(
        skills,
        [
            format!("en/skills/{b}/index.html"),
            "en/skills/index.html".to_owned(),
            format!("en/skills/{very}/index.html")
        ]
    );
}

#[test]
fn titles_that_are_equal_once_cut_are_two_all_the_same() {
    // P3
    let title = |end: &str| role_text(&("long ".repeat(30) + end));
    let site = Site::new()
        .file("content/job-descriptions/a/entry.toml", "category = \"it\"\n")
        .file("content/job-descriptions/a/en.md", title("one"))
        .file("content/job-descriptions/b/entry.toml", "category = \"it\"\n")
        .file("content/job-descriptions/b/en.md", title("two"));
    assert_eq!(errors(&site), "");
    let pages: Vec<_> = site.output().into_keys().filter(|path| path.starts_with("en/job-descriptions/")).collect();
    let cut = "long-".repeat(15) + "long";
    assert!(pages.contains(&format!("en/job-descriptions/{cut}/index.html")), "{pages:?}");
    assert!(
        pages.contains(&"en/job-descriptions/b/index.html".to_owned()),
        "with the id it would be too long: {pages:?}"
    );
}

// --- P4, P5: links to files

#[test]
fn links_to_files_are_found_however_they_are_written() {
    // P4, P5
    for (file, link, href) in [
        ("Team Plan.png", "/Team%20Plan.png", "/Team%20Plan.png"),
        ("Team Plan.png", "</Team Plan.png>", "/Team%20Plan.png"),
        ("img/Team Foto ä.png", "</img/Team Foto ä.png>", "/img/Team%20Foto%20%C3%A4.png"),
        ("img/Team Foto ä.png", "/img/Team%20Foto%20%c3%a4.png", "/img/Team%20Foto%20%C3%A4.png"),
        ("100%.png", "/100%25.png", "/100%25.png"),
        ("100%.png", "/100%.png", "/100%25.png"),
        ("a%20b.png", "/a%20b.png", "/a%2520b.png"),
        ("a#b?c.png", "/a%23b%3Fc.png", "/a%23b%3Fc.png"),
        ("a.png", "/a.png?v=ä 1#x".replace(' ', "%20").as_str(), "/a.png?v=%C3%A4%201#x"),
        ("Foto-a\u{308}.png", "/Foto-ä.png", "/Foto-a%CC%88.png"),
        ("Foto-ä.png", "/Foto-a\u{308}.png", "/Foto-%C3%A4.png"),
        ("Foto-a\u{308}.png", "/Foto-%C3%A4.png", "/Foto-a%CC%88.png"),
        ("한국/계획.pdf", "/\u{1112}\u{1161}\u{11ab}국/계획.pdf", "/%ED%95%9C%EA%B5%AD/%EA%B3%84%ED%9A%8D.pdf"),
    ] {
        let site = Site::new().static_file(file).append(ROLE, &format!("- ![a]({link}) [b]({link})\n"));
        assert_eq!(errors(&site), "", "{file} {link}");
        let page = site.base_url("https://example.org/jobs/").page("en/job-descriptions/tester/index.html");
        assert!(page.contains(&format!("src=\"/jobs{href}\"")), "{file} {link}");
        assert!(page.contains(&format!("href=\"/jobs{href}\"")), "{file} {link}");
    }
}

#[test]
fn files_that_the_theme_names_are_found_as_well() {
    // P4
    let site = Site::new()
        .static_file("Our Logo-a\u{308}.svg")
        .append("rolebook.toml", "\n[theme]\nlogo = \"/Our%20Logo-ä.svg\"\n");
    let page = site.base_url("https://example.org/jobs/").page("en/index.html");
    assert!(page.contains("<img src=\"/jobs/Our%20Logo-a%CC%88.svg\""));
    let menu = "\n[[footer.legal]]\nid = \"plan\"\nlink = \"/Team%20Plan.pdf\"\n";
    let site = Site::new()
        .static_file("Team Plan.pdf")
        .append("rolebook.toml", menu)
        .file("locales/en/x.ftl", "legal-plan = Plan\n");
    assert!(site.page("en/index.html").contains("href=\"/Team%20Plan.pdf\""));
}

#[test]
fn a_file_that_is_not_there_is_named_as_it_would_be_on_disk() {
    // P4
    let site = Site::new().append(ROLE, "- [a](/Team%20Plan.png?x)\n");
    assert_snapshot!(errors(&site), @"
    error[broken-link]: there is no file `/Team Plan.png` in the site
      --> content/job-descriptions/tester/en.md:17:7
       |
    17 | - [a](/Team%20Plan.png?x)
       |       ^^^^^^^^^^^^^^^^^^
       |
       = help: put the file at `static/Team Plan.png`, or link to an entry as `@collection/entry`
    ");
}

// --- P9: links of the file system

#[cfg(unix)]
#[test]
fn links_that_lead_nowhere_are_mistakes_and_locks_of_editors_are_not() {
    use std::os::unix::fs::symlink;
    // P9
    let folder = Folder::new(&Site::new());
    fs::create_dir_all(folder.path("static/deep")).unwrap();
    for lock in
        ["content/job-descriptions/tester/.#en.md", "locales/.#x", "static/.#a.png", "themes/atlas/.#x", "content/.x"]
    {
        fs::create_dir_all(folder.path(lock).parent().unwrap()).unwrap();
        symlink("user@host.1234:1", folder.path(lock)).unwrap();
    }
    folder.build();
    symlink("nowhere.md", folder.path("content/job-descriptions/tester/fr.md")).unwrap();
    symlink("nowhere.png", folder.path("static/deep/a.png")).unwrap();
    symlink(ROLE, folder.path("content/job-descriptions/below-a-file")).unwrap();
    symlink("../deep", folder.path("static/deep/round")).unwrap();
    symlink("b", folder.path("static/a")).unwrap();
    symlink("a", folder.path("static/b")).unwrap();
    symlink("nowhere", folder.path("themes/mine")).unwrap();
    let before = folder.public();
    assert_eq!(folder.rolebook(&["build"]).status.code(), Some(1));
    assert_snapshot!(each_mistake(&folder), @"
    ::error file=content/job-descriptions/below-a-file,line=1,col=1,endColumn=2,title=unexpected-file::this link leads nowhere%0Ahelp: remove it, or let it lead to a file that is there
    ::error file=content/job-descriptions/tester/fr.md,line=1,col=1,endColumn=2,title=unexpected-file::this link leads nowhere%0Ahelp: remove it, or let it lead to a file that is there
    ::error file=static/a,line=1,col=1,endColumn=2,title=unexpected-file::this link leads round in a circle%0Ahelp: remove it, or let it lead to something else
    ::error file=static/b,line=1,col=1,endColumn=2,title=unexpected-file::this link leads round in a circle%0Ahelp: remove it, or let it lead to something else
    ::error file=static/deep/a.png,line=1,col=1,endColumn=2,title=unexpected-file::this link leads nowhere%0Ahelp: remove it, or let it lead to a file that is there
    ::error file=static/deep/round,line=1,col=1,endColumn=2,title=unexpected-file::this link leads round in a circle%0Ahelp: remove it, or let it lead to something else
    ::error file=themes/mine,line=1,col=1,endColumn=2,title=unexpected-file::this link leads nowhere%0Ahelp: remove it, or let it lead to a file that is there
    7 errors
    ");
    assert_eq!(folder.public(), before);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_noticed_and_forgotten_by_the_preview() {
    use std::os::unix::fs::symlink;
    // P9
    let folder = Folder::new(&Site::new());
    let mut sources = load::load(&Root::new(folder.root())).unwrap();
    let mut refreshed = |path: &str| {
        load::refresh(&mut sources, &Root::new(folder.root()), &BTreeSet::from([PathBuf::from(path)])).unwrap();
        assert_eq!(sources, load::load(&Root::new(folder.root())).unwrap(), "{path}");
        sources.faults.len()
    };
    symlink("nowhere", folder.path("content/categories/it/fr.md")).unwrap();
    assert_eq!(refreshed("content/categories/it/fr.md"), 1);
    fs::create_dir(folder.path("static")).unwrap();
    symlink("../static", folder.path("static/round")).unwrap();
    assert_eq!(refreshed("static"), 2);
    fs::remove_file(folder.path("static/round")).unwrap();
    assert_eq!(refreshed("static/round"), 1);
    fs::remove_file(folder.path("content/categories/it/fr.md")).unwrap();
    assert_eq!(refreshed("content/categories/it"), 0);
}

#[cfg(unix)]
#[test]
fn a_folder_of_the_site_may_be_a_link() {
    use std::os::unix::fs::symlink;
    // P9
    let folder = Folder::new(&Site::new());
    fs::rename(folder.path("content"), folder.path("texts")).unwrap();
    symlink("texts", folder.path("content")).unwrap();
    let said = checked(&folder);
    assert!(said.contains("error[outside-site]") && said.contains(" --> content:1:1"), "{said}");
    assert!(folder.rolebook(&["build", "--allow-links-to", "texts"]).status.success());
    fs::remove_file(folder.path("content")).unwrap();
    symlink("gone", folder.path("content")).unwrap();
    let said = checked(&folder);
    assert!(said.contains("this link leads nowhere\n --> content:1:1"), "{said}");
}

// --- P10: ids

#[test]
fn a_folder_that_is_no_id() {
    // P10
    let site = with_entry("Office Manager (neu)");
    assert_snapshot!(errors(&site), @"
    error[invalid-id]: `Office Manager (neu)` cannot be the id of an entry
     --> content/categories/Office Manager (neu)/en.md:1:1
      |
    1 | +++
      | ^
      |
      = help: rename its folder to `office-manager-neu`: ids are lower-case letters, digits and single hyphens
    ");
}

#[test]
fn ids_are_what_folders_can_be_named_in_every_system() {
    // P10
    let long = "x".repeat(200);
    let cut = "x".repeat(80);
    for (id, proposal) in [
        ("Büro", "buro"),
        (" a", "a"),
        ("a ", "a"),
        ("a.b", "a-b"),
        ("CON", "con-1"),
        ("aux", "aux-1"),
        ("a_b", "a-b"),
        ("a--b", "a-b"),
        ("-a", "a"),
        ("a\tb", "a-b"),
        ("職務", "zhi-wu"),
        (long.as_str(), cut.as_str()),
    ] {
        let said = errors(&with_entry(id));
        assert!(said.contains("error[invalid-id]"), "{id}\n{said}");
        assert!(said.contains(&format!("help: rename its folder to `{proposal}`")), "{id}\n{said}");
        assert_eq!(said.matches("error[").count(), 1, "{said}");
    }
    let german = with_entry("Büro").replace("rolebook.toml", "default_locale = \"en\"", "default_locale = \"de\"");
    assert!(german.diagnostics().contains("rename its folder to `buero`"));
}

#[test]
fn collections_and_themes_have_ids_too() {
    // P10
    let collection = Site::new().append("rolebook.toml", "\n[[collections]]\nid = \"HR Terms\"\nkind = \"article\"\n");
    assert_snapshot!(errors(&collection), @r#"
    error[invalid-id]: `HR Terms` cannot be the id of a collection
      --> rolebook.toml:21:6
       |
    21 | id = "HR Terms"
       |      ^^^^^^^^^^
       |
       = help: write `id = "hr-terms"`, and name its folder `content/hr-terms`: ids are lower-case letters, digits and single hyphens
    "#);
    for theme in ["../x", "My Theme", "", "a/b", "nul"] {
        let site =
            Site::new().replace("rolebook.toml", "default_locale", &format!("theme = \"{theme}\"\ndefault_locale"));
        let said = errors(&site);
        assert!(said.contains("error[invalid-id]") && said.contains("the id of a theme"), "{theme}\n{said}");
    }
}

// --- R18: names of files

#[test]
fn names_that_cannot_be_published() {
    // R18
    let site = Site::new()
        .static_file("a\nkeep.txt")
        .static_file("a\\b.txt")
        .static_file("x/\u{7f}.txt")
        .static_file(".rolebook-manifest")
        .static_file(".Rolebook-Build-public");
    assert_snapshot!(errors(&site), @r#"
    error[duplicate-path]: nothing can be published as `.Rolebook-Build-public`: the program keeps its own records under such names
     --> static/.Rolebook-Build-public:1:1
      |
    1 |
      | ^
      |
      = help: rename the file

    error[duplicate-path]: nothing can be published as `.rolebook-manifest`: the program keeps its own records under such names
     --> static/.rolebook-manifest:1:1
      |
    1 |
      | ^
      |
      = help: rename the file

    error[invalid-slug]: nothing can be published as `a\nkeep.txt`: a backslash or a control character cannot be part of an address
     --> static/a␊keep.txt:1:1
      |
    1 |
      | ^
      |
      = help: rename the file

    error[invalid-slug]: nothing can be published as `a\b.txt`: a backslash or a control character cannot be part of an address
     --> static/a\b.txt:1:1
      |
    1 |
      | ^
      |
      = help: rename the file

    error[invalid-slug]: nothing can be published as `x/\u{7f}.txt`: a backslash or a control character cannot be part of an address
     --> static/x/␡.txt:1:1
      |
    1 |
      | ^
      |
      = help: rename the file
    "#);
    let theme = Site::new().file(&format!("themes/atlas/static/{}.css", "x".repeat(250)), "");
    assert!(errors(&theme).contains("has more than 255 bytes"), "{}", errors(&theme));
}

#[test]
fn a_foreign_file_is_not_removed_for_a_line_in_a_name() {
    // R18
    let folder = Folder::new(&Site::new());
    folder.build();
    folder.write("public/keep.txt", "mine\n");
    for name in ["a\nkeep.txt", "a\r\nkeep.txt"] {
        folder.write(&format!("static/{name}"), "x");
        assert_eq!(folder.rolebook(&["build"]).status.code(), Some(1));
        folder.remove(&format!("static/{name}"));
        folder.build();
    }
    assert_eq!(folder.read("public/keep.txt"), "mine\n");
    folder.write("static/.rolebook-manifest", "keep.txt\n");
    assert_eq!(folder.rolebook(&["build"]).status.code(), Some(1));
    assert!(!folder.path("public/.rolebook-manifest").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_not_utf_8_are_told_apart() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    // R18
    let folder = Folder::new(&Site::new());
    let write = |path: &[u8]| {
        let path = folder.root().join(Path::new(OsStr::from_bytes(path)));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "x").unwrap();
    };
    for path in
        [&b"static/\xff.txt"[..], b"static/\xfe.txt", b"static/d\xe4/x", b"content/job-descriptions/\xc3\xa4\xff/en.md"]
    {
        write(path);
    }
    assert_snapshot!(each_mistake(&folder), @r#"
    ::error file=content/job-descriptions/ä\xff/en.md,line=1,col=1,endColumn=2,title=invalid-encoding::the name of this file is not UTF-8%0Ahelp: rename it
    ::error file=static/\xfe.txt,line=1,col=1,endColumn=2,title=invalid-encoding::the name of this file is not UTF-8%0Ahelp: rename it
    ::error file=static/\xff.txt,line=1,col=1,endColumn=2,title=invalid-encoding::the name of this file is not UTF-8%0Ahelp: rename it
    ::error file=static/d\xe4/x,line=1,col=1,endColumn=2,title=invalid-encoding::the name of this file is not UTF-8%0Ahelp: rename it
    4 errors
    "#);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_or_removed_through_a_link_that_leads_out() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new(&Site::new());
    folder.build();
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("index.html"), "mine\n").unwrap();
    let page = folder.path("public/en/job-descriptions/tester");
    fs::remove_dir_all(&page).unwrap();
    symlink(outside.path(), &page).unwrap();
    let look = || fs::read_to_string(outside.path().join("index.html")).unwrap();
    // Written there,
    let output = folder.rolebook(&["build"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("public/en/job-descriptions/tester`: it is a link that leads out of the output"), "{said}");
    assert_eq!(look(), "mine\n");
    // or removed there.
    for file in ["en.md", "de.md", "entry.toml"] {
        folder.remove(&format!("content/job-descriptions/tester/{file}"));
    }
    folder.write("content/job-descriptions/writer/en.md", role_text("Writer"));
    assert_eq!(folder.rolebook(&["build"]).status.code(), Some(2));
    assert_eq!(look(), "mine\n");
    fs::remove_file(&page).unwrap();
    folder.build();
    // A link within the output is the publisher's own affair.
    symlink("writer", folder.path("public/en/job-descriptions/again")).unwrap();
    folder.write("static/en/job-descriptions/again/x.txt", "x");
    folder.build();
    assert_eq!(folder.read("public/en/job-descriptions/writer/x.txt"), "x");
}

// --- everything at random

#[test]
fn whatever_words_are_given_slugs_keep_their_rules() {
    let mut random = Random(11);
    let locales = ["en", "de", "el", "hi", "tr", "ja"].map(|code| code.parse().unwrap());
    for _ in 0..20_000 {
        let words = random.words();
        let locale = random.of(&locales);
        for style in [SlugStyle::Ascii, SlugStyle::Unicode] {
            for slug in [style.of_words(&words, locale), style.of_title(&words, locale), style.read(&words).ok()]
                .into_iter()
                .flatten()
            {
                let slug = slug.as_str();
                assert!(style.read(slug).is_ok(), "{words:?} {slug:?}");
                assert!(slug.len() <= 200 && slug.chars().count() <= 80, "{words:?} {slug:?}");
                assert!(
                    !slug.contains(|c: char| c.is_control() || c.is_whitespace() || "/\\.%?#:".contains(c)),
                    "{words:?}"
                );
                assert!(OutputPath::read(slug).is_ok(), "{words:?} {slug:?}");
                assert_eq!(style.of_words(slug, locale).unwrap().as_str(), slug, "a slug is its own slug: {words:?}");
            }
        }
        if let Ok(path) = OutputPath::read(&words) {
            assert!(Path::new("/o").join(&path).starts_with("/o") && !words.contains(['\n', '\r', '\\']), "{words:?}");
            assert!(path.as_str().split('/').all(|name| !["", ".", ".."].contains(&name)), "{words:?}");
        }
    }
}

#[test]
fn whatever_a_site_is_made_of_its_files_stay_in_the_output() {
    let mut random = Random(5);
    let mut sound = 0;
    for number in 0..80 {
        let style = random.of(&["ascii", "unicode"]);
        let mut site =
            Site::new().replace("rolebook.toml", "default_locale", &format!("slugs = \"{style}\"\ndefault_locale"));
        let toml = |text: &str| toml_edit::Value::from(text).to_string();
        let title = random.words();
        let slug = if random.below(3) == 0 { format!("slug = {}\n", toml(&random.words())) } else { String::new() };
        let text = article_text("T").replace("title = \"T\"", &format!("title = {}\n{slug}", toml(&title)));
        let id =
            if random.below(4) == 0 { random.words().replace(['/', '\0'], "-") } else { format!("entry-{number}") };
        site = site.file(&format!("content/categories/{id}/en.md"), text);
        let skill = random.words().replace(['\n', '\r', '{', '}'], " ");
        site = in_skills(site, &["a"]).file("locales/en/x.ftl", format!("skill-a = x{skill}\n"));
        if random.below(4) == 0 {
            site = site.static_file(&random.words());
        }
        if random.below(4) == 0 {
            let slug = random.words().replace(['\n', '\r', '{', '}'], " ");
            site = site.file("locales/de/x.ftl", format!("search-title = S\n    .slug = {slug}\n"));
        }
        let compiled = site.compile();
        sound += usize::from(!rolebook::diagnostic::has_errors(&compiled.diagnostics));
        for (path, _) in compiled.site.unwrap().routes.iter() {
            assert_eq!(OutputPath::read(path.as_str()).as_ref(), Ok(path));
        }
    }
    assert!(sound > 15, "{sound} sites were sound");
}

/// Numbers at random, the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn of<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }

    /// A text of letters of all kinds, of what is in paths, and of what nobody sees.
    fn words(&mut self) -> String {
        const PIECES: &[&str] = &[
            "a",
            "B",
            "z9",
            "con",
            "Java ",
            " ",
            "-",
            "--",
            "_",
            "/",
            "\\",
            ".",
            "..",
            "../",
            "%2e",
            "%00",
            ":",
            "C:",
            "?",
            "#",
            "\0",
            "\n",
            "\r",
            "\t",
            "\u{7f}",
            "\u{85}",
            "\u{2028}",
            "\u{200b}",
            "\u{200c}",
            "\u{200d}",
            "\u{202e}",
            "\u{2066}",
            "\u{feff}",
            "\u{fffe}",
            "\u{fffd}",
            "\u{ad}",
            "\u{301}",
            "\u{308}",
            "\u{489}",
            "\u{20e3}",
            "\u{fe0f}",
            "\u{e0061}",
            "é",
            "e\u{301}",
            "ǅ",
            "ß",
            "ẞ",
            "İ",
            "ı",
            "Σ",
            "ς",
            "Άν",
            "हिन्दी",
            "क्ष",
            "เก่ง",
            "한",
            "\u{1112}\u{1161}\u{11ab}",
            "職務",
            "العربية",
            "עברית",
            "👩\u{200d}🚀",
            "🇬🇷",
            "𝔘",
            "𠀋",
            "①",
            "½",
            "Ⅷ",
            "ⓐ",
            "\u{3164}",
            "\u{d7ff}",
            "\u{e000}",
            "\u{10ffff}",
            ".rolebook-",
            "index.html",
            "(m/w/d)",
        ];
        let mut words: String = (0..=self.below(12)).map(|_| *self.of(PIECES)).collect();
        if self.below(8) == 0 {
            words = words.repeat(1 + self.below(60));
        }
        words
    }
}

/// What `rolebook check` says of the mistakes of a site on disk, which must have some.
fn checked(folder: &Folder) -> String {
    let output = folder.rolebook(&["check"]);
    assert_eq!(output.status.code(), Some(1));
    String::from_utf8(output.stdout).unwrap()
}

/// The same, a line for each.
fn each_mistake(folder: &Folder) -> String {
    let output = folder.rolebook(&["check", "--format", "github"]);
    assert_eq!(output.status.code(), Some(1));
    String::from_utf8(output.stdout).unwrap()
}

/// The mistakes of a site that keep it from being published.
fn errors(site: &Site) -> String {
    let said = site.diagnostics();
    let errors = said.split("\n\n").filter(|diagnostic| diagnostic.trim_start().starts_with("error"));
    errors.collect::<Vec<_>>().join("\n\n")
}

/// A site with an entry in a folder.
fn with_entry(folder: &str) -> Site {
    Site::new().file(&format!("content/categories/{folder}/en.md"), article_text("Something else"))
}

/// A site with two roles that ask for skills.
fn with_skills(ids: &[&str]) -> Site {
    in_skills(Site::new(), ids)
}

fn in_skills(site: Site, ids: &[&str]) -> Site {
    let facts = format!("category = \"it\"\nskills = {ids:?}\n");
    site.file("content/job-descriptions/tester/entry.toml", &facts)
        .file("content/job-descriptions/writer/entry.toml", &facts)
}

// --- R8, R18: names that are one, or none, on other systems

#[test]
fn names_that_other_systems_do_not_tell_apart_are_reported() {
    // R8
    let site = Site::new()
        .static_file("A.txt")
        .static_file("a.txt")
        .static_file("caf\u{e9}.txt")
        .static_file("cafe\u{301}.txt")
        .static_file("Files/one.txt")
        .static_file("files/two.txt")
        .static_file("files/three.txt");
    assert_snapshot!(errors(&site).replace('\u{301}', "(U+0301)"), @"
    error[name-clash]: `static/a.txt` and `static/A.txt` are one name on some systems
     --> static/a.txt:1:1
      |
    1 |
      | ^
      |
      = help: rename one of them; the other is `static/A.txt`

    error[name-clash]: `static/café.txt` and `static/cafe(U+0301).txt` are one name on some systems: they differ only in how accents are stored
     --> static/café.txt:1:1
      |
    1 |
      | ^
      |
      = help: rename one of them; the other is `static/cafe(U+0301).txt`

    error[name-clash]: `static/files` and `static/Files` are one name on some systems
     --> static/files/three.txt:1:1
      |
    1 |
      | ^
      |
      = help: rename one of them; the other is `static/Files` (of `static/Files/one.txt`)
    ");
}

/// What the program publishes has capitals only in codes of locales.
#[test]
fn copied_files_are_no_twins_of_what_is_published() {
    // R8
    let portuguese = "\n[[locales]]\ncode = \"pt-BR\"\nname = \"Português\"\n";
    let site = Site::new()
        .append("rolebook.toml", portuguese)
        .static_file("EN/one.txt")
        .static_file("EN/two.txt")
        .static_file("Robots.txt")
        .static_file("en/job-descriptions/Tester/index.html")
        .static_file("pt-br/x.txt");
    let said = errors(&site);
    let said: Vec<_> =
        said.lines().filter(|line| ["error", "  = help", " --> "].iter().any(|of| line.contains(of))).collect();
    assert_snapshot!(said.join("\n"), @"
    error[name-clash]: `EN` and `en` are one name on some systems
     --> static/EN/one.txt:1:1
      = help: rename it; the program publishes `en`
    error[name-clash]: `Robots.txt` and `robots.txt` are one name on some systems
     --> static/Robots.txt:1:1
      = help: rename it; the program publishes `robots.txt`
    error[name-clash]: `en/job-descriptions/Tester` and `en/job-descriptions/tester` are one name on some systems
     --> static/en/job-descriptions/Tester/index.html:1:1
      = help: rename it; the program publishes `en/job-descriptions/tester`
    error[name-clash]: `static/en` and `static/EN` are one name on some systems
     --> static/en/job-descriptions/Tester/index.html:1:1
      = help: rename one of them; the other is `static/EN` (of `static/EN/one.txt`)
    error[name-clash]: `pt-br` and `pt-BR` are one name on some systems
     --> static/pt-br/x.txt:1:1
      = help: rename it; the program publishes `pt-BR`
    ");
    let sound = Site::new().append("rolebook.toml", portuguese).static_file("pt-BR/x.txt").static_file("en/X.txt");
    assert_eq!(errors(&sound), "");
}

#[test]
fn names_that_windows_does_not_have_are_reported() {
    // R18
    for name in ["con", "CON.txt", "what?.txt", "a:b.txt", "dot.", "space ", "lpt1.tar.gz", "a<b", "x|y", "q\"q"] {
        let said = Site::new().static_file(name).diagnostics();
        assert!(said.contains(&format!("warning[name-clash]: Windows has no file `{name}`")), "{name}: {said}");
    }
    for name in ["contact.txt", "com.txt", "lpt.txt", ".well-known", "a b.txt", "é.txt"] {
        assert_eq!(Site::new().static_file(name).diagnostics(), "", "{name}");
    }
}

/// The text of a role with a slug of its own.
fn with_slug(slug: &str) -> String {
    role_text("Same").replace("summary", &format!("slug = \"{slug}\"\nsummary"))
}

/// The file and the proposal of each duplicate path.
fn proposals(site: &Site) -> Vec<String> {
    let mistakes = site.compile().diagnostics.into_iter().filter(|mistake| mistake.code == Code::DuplicatePath);
    let proposal = |mistake: Diagnostic| {
        let help = mistake.help.unwrap();
        let at = mistake.place.unwrap();
        format!("{}:{} {}", at.file, at.line, help.split('`').nth(1).unwrap_or(&help))
    };
    mistakes.map(proposal).collect()
}

/// Case O3: what is proposed is free, and different for each, so that following it ends it.
#[test]
fn slugs_that_are_proposed_are_free_and_different() {
    let role = |site: Site, id: &str, title: &str| {
        site.file(&format!("content/job-descriptions/{id}/entry.toml"), "category = \"it\"\n")
            .file(&format!("content/job-descriptions/{id}/en.md"), with_slug(title))
    };
    let site = ["a", "b", "c", "d"].iter().fold(Site::new(), |site, id| role(site, id, "same"));
    let site = role(site, "z", "same-2");
    assert_eq!(
        proposals(&site),
        [
            "content/job-descriptions/b/en.md:3 slug = \"same-3\"",
            "content/job-descriptions/c/en.md:3 slug = \"same-4\"",
            "content/job-descriptions/d/en.md:3 slug = \"same-5\"",
        ]
    );
    let followed = proposals(&site).into_iter().fold(site, |site, proposal| {
        let (place, line) = proposal.split_once(' ').unwrap();
        site.replace(place.split_once(':').unwrap().0, "slug = \"same\"", line)
    });
    assert_eq!(proposals(&followed), Vec::<String>::new());
}

/// Case O3: long slugs, slugs that several locales have, attributes of messages.
#[test]
fn proposals_are_slugs_and_free_in_all_locales() {
    let long = "a".repeat(80);
    let site = Site::new().file("content/job-descriptions/x/entry.toml", "category = \"it\"\n");
    let site = site.file("content/job-descriptions/x/en.md", with_slug(&long));
    let site = site.replace("content/job-descriptions/writer/en.md", "summary", &format!("slug = \"{long}\"\nsummary"));
    assert_eq!(proposals(&site), [format!("content/job-descriptions/x/en.md:3 slug = \"{}-2\"", "a".repeat(78))]);
    let fallback = Site::new()
        .append("rolebook.toml", "\n[missing_translation]\npolicy = \"fallback\"\n")
        .replace("content/job-descriptions/tester/en.md", "summary", "slug = \"tester\"\nsummary")
        .replace("content/job-descriptions/writer/en.md", "summary", "slug = \"tester\"\nsummary")
        .file("content/job-descriptions/x/entry.toml", "category = \"it\"\n")
        .file("content/job-descriptions/x/de.md", role_text("Tester 2"));
    let found = proposals(&fallback);
    assert_eq!(found, ["content/job-descriptions/writer/en.md:3 slug = \"tester-3\""; 2], "free in both locales");
    let messages = Site::new().file(
        "locales/en/x.ftl",
        "collection-categories = x\n    .slug = a-z\n    .singular = x\ncollection-job-descriptions = y\n    .slug = a-z\n    .singular = y\n",
    );
    let found = proposals(&messages);
    let lines: Vec<_> = found.iter().filter(|line| line.starts_with("locales/en/x.ftl")).collect();
    assert_eq!(lines.len(), 2, "{found:?}");
    assert_ne!(lines[0].split_once(' ').unwrap().1, lines[1].split_once(' ').unwrap().1, "{found:?}");
}

/// Case O2: nor are ids of folders and collections proposed that others have.
#[test]
fn ids_that_are_proposed_are_free() {
    let site = Site::new()
        .file("content/job-descriptions/Tester/entry.toml", "category = \"it\"\n")
        .file("content/job-descriptions/Tester/en.md", role_text("a"))
        .file("content/job-descriptions/tester_/entry.toml", "category = \"it\"\n")
        .file("content/job-descriptions/tester_/en.md", role_text("b"))
        .append("rolebook.toml", "\n[[collections]]\nid = \"Job Descriptions\"\nkind = \"role\"\n");
    let said = site.diagnostics();
    for help in
        ["rename its folder to `tester-2`:", "rename its folder to `tester-3`:", "write `id = \"job-descriptions-2\"`,"]
    {
        assert!(said.contains(help), "{help}: {said}");
    }
}

/// Case O6: names that address and query share, and folders of the content.
#[test]
fn links_to_what_is_there_by_another_address_are_told_so() {
    let role = "content/job-descriptions/tester/en.md";
    for (link, help) in [
        ("/q?#.txt", "write `/q%3F%23.txt`: `?` and `#` end the path of an address"),
        ("/c#.txt", "write `/c%23.txt`: `?` and `#` end the path of an address"),
        ("</a b?.txt>", "write `/a%20b%3F.txt`: `?` and `#` end the path of an address"),
        ("/job-descriptions", "did you mean `@job-descriptions`?"),
        ("/job-descriptions/writer/", "did you mean `@job-descriptions/writer`?"),
        (
            "/job-descriptions/none",
            "put the file at `static/job-descriptions/none`, or link to an entry as `@collection/entry`",
        ),
        ("/files/", "put the file at `static/files/index.html`, or link to an entry as `@collection/entry`"),
    ] {
        let site = ["q?#.txt", "c#.txt", "a b?.txt"].iter().fold(Site::new(), |site, file| site.static_file(file));
        let said = site.clone().replace(role, "We test", &format!("[x]({link}) We test")).diagnostics();
        assert!(said.lines().any(|line| line.ends_with(&format!("= help: {help}"))), "{link}: {said}");
        if let Some(link) = help.strip_prefix("write `").and_then(|help| help.split('`').next()) {
            let site = site.replace(role, "We test", &format!("[x]({link}) We test"));
            assert!(!site.diagnostics().contains("broken-link"), "{link}");
        }
    }
}

/// Case O6: a link as Zola's authors write it.
#[test]
fn links_may_have_a_slash_before_the_collection() {
    let role = "content/job-descriptions/tester/en.md";
    let links = "[a](@/job-descriptions) [b](@/job-descriptions/) [c](@/job-descriptions/writer) [d](@/)";
    let page = Site::new().replace(role, "We test", links).page("en/job-descriptions/tester/index.html");
    let (list, entry) = ("/en/job-descriptions/", "/en/job-descriptions/writer/");
    let expected =
        format!("<a href=\"{list}\">a</a> <a href=\"{list}\">b</a> <a href=\"{entry}\">c</a> <a href=\"/en/\">d</a>");
    assert!(page.contains(&expected), "{page}");
}
