//! Pictures and forms in the folders of entries: where they are published, and what is said of those that cannot be.

use crate::folder::Folder;
use crate::server::{PAGE, Server};
use crate::site::{Site, between};

/// A PNG of a size, as far as anybody looks at it here. Those of several marks differ.
pub(crate) fn png(width: u32, height: u32, mark: &str) -> Vec<u8> {
    let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
    [b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", &*size, b"\x08\0\0\0\0....", mark.as_bytes(), b"\0\0\0\0IEND...."].concat()
}

const TESTER: &str = "content/job-descriptions/tester";

/// The small site with a text about testers in two languages that shows what is given.
fn site(markdown: &str) -> Site {
    ["en", "de"].into_iter().fold(Site::new(), |site, code| {
        let brief = if code == "en" { "We test at {company}." } else { "Wir testen." };
        site.replace(&format!("{TESTER}/{code}.md"), brief, markdown)
    })
}

/// The brief of the page of testers in a locale.
fn brief(site: &Site, code: &str) -> String {
    let output = site.output();
    let is_page = |path: &&String| path.starts_with(&format!("{code}/")) && path.ends_with("/tester/index.html");
    let page = &output[output.keys().find(is_page).expect("the role has a page")];
    let section = between(page, "id=\"brief\"", "</section>");
    section.lines().filter(|line| line.contains("<p>")).map(str::trim).collect::<Vec<_>>().join("\n")
}

#[test]
fn pictures_have_their_sizes_and_are_assets() {
    let site = site("![Team](team.jpg) ![Plan](</old.png>) ![Chart](images/Org%20Chart.SVG)")
        .static_file("old.png")
        .file(&format!("{TESTER}/team.jpg"), png(640, 480, "all"))
        .file(&format!("{TESTER}/team.de.jpg"), png(320, 200, "German"))
        .file(&format!("{TESTER}/images/Org Chart.SVG"), "<svg viewBox=\"0 0 30 20\"></svg>");
    assert_eq!(site.diagnostics(), "");
    insta::assert_snapshot!(brief(&site, "en"), @r#"
    <p><img src="/assets/team.14419b9d1e.jpg" width="640" height="480" loading="eager" alt="Team" /> <img src="/old.png" loading="lazy" alt="Plan" /> <img src="/assets/org-chart.08a18b9f69.svg" width="30" height="20" loading="lazy" alt="Chart" /></p>
    "#);
    insta::assert_snapshot!(brief(&site, "de"), @r#"
    <p><img src="/assets/team-de.04510a1144.jpg" width="320" height="200" loading="eager" alt="Team" /> <img src="/old.png" loading="lazy" alt="Plan" /> <img src="/assets/org-chart.08a18b9f69.svg" width="30" height="20" loading="lazy" alt="Chart" /></p>
    "#);
    let pictures: Vec<_> =
        site.output().into_keys().filter(|path| path.starts_with("assets/") && !path.ends_with('s')).collect();
    insta::assert_snapshot!(pictures.join("\n"), @"
    assets/favicon.e7596e27b2.svg
    assets/icons.0af2af80d9.svg
    assets/org-chart.08a18b9f69.svg
    assets/team-de.04510a1144.jpg
    assets/team.14419b9d1e.jpg
    ");
}

#[test]
fn other_files_lie_beside_the_page() {
    let site = site("[Form](form.pdf#page=2) and [all](forms/Plan%20b.zip)")
        .file(&format!("{TESTER}/form.pdf"), "a form")
        .file(&format!("{TESTER}/form.de.pdf"), "ein Formular")
        .file(&format!("{TESTER}/forms/Plan b.zip"), "plans");
    assert_eq!(site.diagnostics(), "");
    insta::assert_snapshot!([brief(&site, "en"), brief(&site, "de")].join("\n"), @r#"
    <p><a href="/en/job-descriptions/tester/form.pdf#page=2">Form</a> and <a href="/en/job-descriptions/tester/forms/Plan%20b.zip">all</a></p>
    <p><a href="/de/stellenbeschreibungen/tester/form.de.pdf#page=2">Form</a> and <a href="/de/stellenbeschreibungen/tester/forms/Plan%20b.zip">all</a></p>
    "#);
    let output = site.output();
    assert_eq!(output["en/job-descriptions/tester/form.pdf"], "a form");
    assert_eq!(output["de/stellenbeschreibungen/tester/form.de.pdf"], "ein Formular");
    assert_eq!(output["de/stellenbeschreibungen/tester/forms/Plan b.zip"], "plans");
    assert!(!output.contains_key("de/stellenbeschreibungen/tester/form.pdf"), "no German page links to it");
}

/// Cases P4 and P5: their brothers beside texts.
#[test]
fn names_are_found_in_any_spelling() {
    let file = "Foto-a\u{308} 1.png";
    for written in ["<Foto-ä 1.png>", "Foto-%C3%A4%201.png", "./Foto-a%CC%88%201.png", "<x/../Foto-a\u{308} 1.png>"] {
        let site = site(&format!("![a]({written})")).file(&format!("{TESTER}/{file}"), png(2, 1, ""));
        assert_eq!(site.diagnostics(), "", "{written}");
        assert!(brief(&site, "en").contains("src=\"/assets/foto-a-1."), "{}", brief(&site, "en"));
    }
}

#[test]
fn a_language_takes_its_own_file_or_that_of_its_fallbacks() {
    let config = "name = \"Deutsch\"\n[[locales]]\ncode = \"de-AT\"\nname = \"Österreich\"\nfallback = [\"de\"]\n";
    let with = |files: &[&str]| {
        let site = Site::new()
            .replace("rolebook.toml", "name = \"Deutsch\"\n", config)
            .file(&format!("{TESTER}/de-AT.md"), "+++\ntitle = \"Tester\"\n+++\n## brief\n\n![a](a.png)\n\n## responsibilities\n\nx\n\n## requirements\n\nx\n");
        let site = files.iter().fold(site, |site, file| site.file(&format!("{TESTER}/{file}"), png(2, 1, file)));
        let brief = brief(&site, "de-AT");
        between(&brief, "/assets/", ".").to_owned()
    };
    for (files, start) in [
        (&["a.png", "a.de.png", "a.de-AT.png"][..], "/assets/a-de-at."),
        (&["a.png", "a.de.png", "a.de-at.png"], "/assets/a-de-at."),
        (&["a.png", "a.de.png", "a.en.png"], "/assets/a-de."),
        (&["a.png", "a.en.png"], "/assets/a."),
        (&["a.en.png"], "/assets/a-en."),
    ] {
        assert_eq!(with(files), start, "{files:?}");
    }
}

/// A page that shows a text of another language shows its files, too.
#[test]
fn a_fallback_text_keeps_its_own_files() {
    let site = Site::new()
        .append("rolebook.toml", "\n[missing_translation]\npolicy = \"fallback\"\n")
        .replace("content/job-descriptions/writer/en.md", "We write", "![a](a.png) [b](b.pdf) We write")
        .file("content/job-descriptions/writer/a.png", png(2, 1, ""))
        .file("content/job-descriptions/writer/a.de.png", png(2, 1, "German"))
        .file("content/job-descriptions/writer/b.pdf", "b");
    let page = site.page("de/stellenbeschreibungen/writer/index.html");
    assert!(page.contains("src=\"/assets/a.") && !page.contains("/assets/a-de."), "{page}");
    assert!(page.contains("href=\"/de/stellenbeschreibungen/writer/b.pdf\""), "{page}");
    assert_eq!(site.output()["de/stellenbeschreibungen/writer/b.pdf"], "b");
}

#[test]
fn links_to_texts_are_links_to_entries() {
    let written = "[a](../writer/en.md) [b](../writer/) [c](../writer) [d](../../categories/it/de.md#top)";
    let page = brief(&site(written), "en");
    let paths: Vec<_> = page.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let writer = "/en/job-descriptions/writer/";
    assert_eq!(paths, [writer, writer, writer, "/en/categories/technology/"]);
}

#[test]
fn the_same_picture_is_one_file() {
    let site = site("![a](a.png) ![b](copy/a.png)")
        .replace("content/job-descriptions/writer/en.md", "We write", "![c](a.png) We write")
        .file(&format!("{TESTER}/a.png"), png(2, 1, ""))
        .file(&format!("{TESTER}/copy/a.png"), png(2, 1, ""))
        .file("content/job-descriptions/writer/a.png", png(2, 1, ""));
    assert_eq!(site.output().keys().filter(|path| path.starts_with("assets/a.")).count(), 1);
    assert_eq!(site.diagnostics(), "");
}

/// The small site with an English text about testers.
fn english(markdown: &str) -> Site {
    Site::new().replace(&format!("{TESTER}/en.md"), "We test at {company}.", markdown)
}

#[test]
fn links_to_what_is_no_file_of_the_entry_are_reported() {
    let markdown = "![a](taem.jpg)\n![b](logo.png)\n[c](entry.toml)\n[d](de.md)\n[e](writer.md)\n[f](.secret)\n\
                    ![g](../writer/team.jpg)\n[h](../../../rolebook.toml)\n![i](form.pdf)\n![j](images\\team.jpg)\n\
                    [k](nothing-of-the-kind.docx)\n[l](../nobody/en.md)\n[m](..%2f%2E./secret.txt)";
    let files = ["team.jpg", "form.pdf", "large.png", "images/team.jpg"];
    let site = english(markdown).static_file("logo.png");
    let site = files.iter().fold(site, |site, name| site.file(&format!("{TESTER}/{name}"), png(2, 1, "")));
    insta::assert_snapshot!(site.diagnostics(), @r#"
    error[broken-link]: there is no file `taem.jpg` in `content/job-descriptions/tester/`
     --> content/job-descriptions/tester/en.md:8:6
      |
    8 | ![a](taem.jpg)
      |      ^^^^^^^^
      |
      = help: did you mean `team.jpg`?

    error[broken-link]: there is no file `logo.png` in `content/job-descriptions/tester/`
     --> content/job-descriptions/tester/en.md:9:6
      |
    9 | ![b](logo.png)
      |      ^^^^^^^^
      |
      = help: did you mean `/logo.png`?

    error[broken-link]: `entry.toml` is not published
      --> content/job-descriptions/tester/en.md:10:5
       |
    10 | [c](entry.toml)
       |     ^^^^^^^^^^
       |
       = help: files that end in `.toml` are for the program: link to another, or rename it

    error[broken-link]: `de.md` is a text, which is no file of the site
      --> content/job-descriptions/tester/en.md:11:5
       |
    11 | [d](de.md)
       |     ^^^^^
       |
       = help: link to an entry as `@collection/entry`

    error[broken-link]: `writer.md` is a text, which is no file of the site
      --> content/job-descriptions/tester/en.md:12:5
       |
    12 | [e](writer.md)
       |     ^^^^^^^^^
       |
       = help: did you mean `@job-descriptions/writer`?

    error[broken-link]: `.secret` is not published
      --> content/job-descriptions/tester/en.md:13:5
       |
    13 | [f](.secret)
       |     ^^^^^^^
       |
       = help: names that begin with a full stop are hidden: rename the file

    error[broken-link]: `../writer/team.jpg` leads out of the folder of this entry
      --> content/job-descriptions/tester/en.md:14:6
       |
    14 | ![g](../writer/team.jpg)
       |      ^^^^^^^^^^^^^^^^^^
       |
       = help: put the file beside the text, or into `static/` and write `/path`; link to an entry as `@collection/entry`

    error[broken-link]: `../../../rolebook.toml` leads out of the folder of this entry
      --> content/job-descriptions/tester/en.md:15:5
       |
    15 | [h](../../../rolebook.toml)
       |     ^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: put the file beside the text, or into `static/` and write `/path`; link to an entry as `@collection/entry`

    error[broken-link]: browsers do not show `form.pdf` as a picture
      --> content/job-descriptions/tester/en.md:16:6
       |
    16 | ![i](form.pdf)
       |      ^^^^^^^^
       |
       = help: link to it: `[…](form.pdf)`; pictures are files that end in `.avif`, `.gif`, `.jpeg`, `.jpg`, `.png`, `.svg`, `.webp`

    error[broken-link]: there is no file `images\team.jpg` in `content/job-descriptions/tester/`
      --> content/job-descriptions/tester/en.md:17:6
       |
    17 | ![j](images\team.jpg)
       |      ^^^^^^^^^^^^^^^
       |
       = help: did you mean `images/team.jpg`?

    error[broken-link]: there is no file `nothing-of-the-kind.docx` in `content/job-descriptions/tester/`
      --> content/job-descriptions/tester/en.md:18:5
       |
    18 | [k](nothing-of-the-kind.docx)
       |     ^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: put the file into `content/job-descriptions/tester/`, or into `static/` and write `/nothing-of-the-kind.docx`

    error[broken-link]: there is no entry `nobody` in `job-descriptions`
      --> content/job-descriptions/tester/en.md:19:5
       |
    19 | [l](../nobody/en.md)
       |     ^^^^^^^^^^^^^^^
       |
       = help: the entries are the folders of `content/job-descriptions/`

    error[broken-link]: `../../secret.txt` leads out of the folder of this entry
      --> content/job-descriptions/tester/en.md:20:5
       |
    20 | [m](..%2f%2E./secret.txt)
       |     ^^^^^^^^^^^^^^^^^^^^
       |
       = help: put the file beside the text, or into `static/` and write `/path`; link to an entry as `@collection/entry`
    "#);
}

#[test]
fn pictures_that_cannot_be_shown_are_reported_at_the_link() {
    let files = [
        ("empty.png", Vec::new()),
        ("page.jpg", b"<!doctype html>".to_vec()),
        ("cut.png", png(2, 1, "")[..40].to_vec()),
        ("large.png", png(9000, 1, "")),
        ("size.svg", b"<svg></svg>".to_vec()),
    ];
    let site = english("![a](empty.png)\n![b](page.jpg)\n![c](cut.png)\n![d](large.png)\n![e](size.svg)");
    let site = files.into_iter().fold(site, |site, (name, bytes)| site.file(&format!("{TESTER}/{name}"), bytes));
    insta::assert_snapshot!(site.diagnostics(), @r#"
    error[broken-link]: the picture `empty.png` is empty
     --> content/job-descriptions/tester/en.md:8:6
      |
    8 | ![a](empty.png)
      |      ^^^^^^^^^
      |
      = help: save the picture again, and put it in place of this file

    error[broken-link]: `page.jpg` is a web page, not a picture of that kind
     --> content/job-descriptions/tester/en.md:9:6
      |
    9 | ![b](page.jpg)
      |      ^^^^^^^^
      |
      = help: save the picture again, and put it in place of this file

    error[broken-link]: the end of the picture `cut.png` is missing
      --> content/job-descriptions/tester/en.md:10:6
       |
    10 | ![c](cut.png)
       |      ^^^^^^^
       |
       = help: save the picture again, and put it in place of this file

    error[limit]: the picture `large.png` has 9000 × 1 pixels
      --> content/job-descriptions/tester/en.md:11:6
       |
    11 | ![d](large.png)
       |      ^^^^^^^^^
       |
       = help: make it smaller: a picture may have 8192 pixels to a side

    error[broken-link]: the picture `size.svg` does not say how large it is
      --> content/job-descriptions/tester/en.md:12:6
       |
    12 | ![e](size.svg)
       |      ^^^^^^^^
       |
       = help: give its `<svg>` a `viewBox`, such as `viewBox="0 0 640 480"`
    "#);
}

#[test]
fn pictures_without_words_are_pointed_out() {
    let site = Site::new()
        .replace(&format!("{TESTER}/en.md"), "We test at {company}.", "![](team.jpg) ![ ](team.jpg)")
        .file(&format!("{TESTER}/team.jpg"), png(2, 1, ""));
    insta::assert_snapshot!(site.diagnostics(), @"
    hint[missing-alt]: this picture has no description for those who cannot see it
     --> content/job-descriptions/tester/en.md:8:1
      |
    8 | ![](team.jpg) ![ ](team.jpg)
      | ^^^^^^^^^^^^^
      |
      = help: write one: `![…](team.jpg)`; if it is mere decoration, put a space: `![ ](team.jpg)`
    ");
    let page = brief(&site, "en");
    assert_eq!(page.matches("alt=\"\"").count(), 2, "{page}");
}

#[test]
fn names_that_the_page_has_itself_are_reported() {
    let site = Site::new()
        .replace(&format!("{TESTER}/en.md"), "We test at {company}.", "[a](index.html) [b](tester.docx) [c](NUL.zip)")
        .file(&format!("{TESTER}/index.html"), "x")
        .file(&format!("{TESTER}/tester.docx"), "x")
        .file(&format!("{TESTER}/NUL.zip"), "x");
    insta::assert_snapshot!(site.diagnostics(), @"
    warning[name-clash]: Windows has no file `NUL.zip`: it stands for a device there
     --> content/job-descriptions/tester/NUL.zip:1:1
      |
    1 |
      | ^
      |
      = help: rename the file

    error[duplicate-path]: two things would be written to `en/job-descriptions/tester/index.html`
     --> content/job-descriptions/tester/index.html:1:1
      |
    1 |
      | ^
      |
      = help: rename the file; the other is `content/job-descriptions/tester/en.md`, line 2

    error[duplicate-path]: two things would be written to `en/job-descriptions/tester/tester.docx`
     --> content/job-descriptions/tester/tester.docx:1:1
      |
    1 |
      | ^
      |
      = help: rename the file; the other is `content/job-descriptions/tester/en.md`, line 2
    ");
}

#[test]
fn names_that_differ_in_case_are_one_on_some_systems() {
    let site = site("[a](Form.pdf)").file(&format!("{TESTER}/Form.pdf"), "x").file(&format!("{TESTER}/form.pdf"), "y");
    insta::assert_snapshot!(site.diagnostics(), @"
    error[name-clash]: `content/job-descriptions/tester/form.pdf` and `content/job-descriptions/tester/Form.pdf` are one name on some systems
     --> content/job-descriptions/tester/form.pdf:1:1
      |
    1 |
      | ^
      |
      = help: rename one of them; the other is `content/job-descriptions/tester/Form.pdf`

    hint[unexpected-file]: no text links to this file, so it is not published
     --> content/job-descriptions/tester/form.pdf:1:1
      |
    1 |
      | ^
      |
      = help: link to it, as with `[…](form.pdf)`, or remove it
    ");
    let site = self::site("[a](INDEX.html)").file(&format!("{TESTER}/INDEX.html"), "x");
    insta::assert_snapshot!(site.diagnostics(), @"
    error[name-clash]: `de/stellenbeschreibungen/tester/INDEX.html` and `de/stellenbeschreibungen/tester/index.html` are one name on some systems
     --> content/job-descriptions/tester/INDEX.html:1:1
      |
    1 |
      | ^
      |
      = help: rename it; the program publishes `de/stellenbeschreibungen/tester/index.html`

    error[name-clash]: `en/job-descriptions/tester/INDEX.html` and `en/job-descriptions/tester/index.html` are one name on some systems
     --> content/job-descriptions/tester/INDEX.html:1:1
      |
    1 |
      | ^
      |
      = help: rename it; the program publishes `en/job-descriptions/tester/index.html`
    ");
}

#[test]
fn secrets_are_reported_if_they_are_linked() {
    let site = Site::new().file(&format!("{TESTER}/server.key"), "x");
    insta::assert_snapshot!(site.diagnostics(), @"
    hint[unexpected-file]: no text links to this file, so it is not published
     --> content/job-descriptions/tester/server.key:1:1
      |
    1 |
      | ^
      |
      = help: link to it, as with `[…](server.key)`, or remove it
    ");
    let site = self::site("[a](server.key)").file(&format!("{TESTER}/server.key"), "x");
    insta::assert_snapshot!(site.diagnostics(), @"
    warning[secret-file]: this looks like a secret, and everybody will see it
     --> content/job-descriptions/tester/server.key:1:1
      |
    1 |
      | ^
      |
      = help: move it out of `content/`; if it was ever published, replace what it unlocks
    ");
}

#[test]
fn files_that_nobody_links_to_are_said_once() {
    let site = Site::new()
        .file(&format!("{TESTER}/a.png"), png(2, 1, ""))
        .file(&format!("{TESTER}/images/b.png"), png(2, 1, "b"))
        .file("content/job-descriptions/writer/c.psd", "c")
        .file("content/job-descriptions/nobody/d.png", png(2, 1, "d"));
    insta::assert_snapshot!(site.diagnostics(), @"
    hint[unexpected-file]: no text links to this file nor to 2 others, so they are not published
     --> content/job-descriptions/tester/a.png:1:1
      |
    1 |
      | ^
      |
      = help: link to it, as with `[…](a.png)`, or remove it
    ");
    assert!(!site.output().keys().any(|path| path.contains(".png")), "nothing of it is published");
    let draft = site.without("content/job-descriptions/writer/c.psd").replace(
        &format!("{TESTER}/de.md"),
        "slug =",
        "draft = true\nslug =",
    );
    assert_eq!(draft.diagnostics(), "", "the draft may link to them");
}

#[test]
fn a_changed_picture_is_published_anew_and_renders_its_pages_only() {
    let folder = Folder::new(&site("![Team](team.png) [Form](form.pdf)"));
    folder.write(&format!("{TESTER}/team.png"), png(640, 480, "first"));
    folder.write(&format!("{TESTER}/form.pdf"), "first");
    folder.build();
    let before = folder.public();
    let said = folder.build();
    assert!(said.contains(" 0 written"), "{said}");
    folder.write(&format!("{TESTER}/team.png"), png(640, 480, "other"));
    folder.write(&format!("{TESTER}/form.pdf"), "other");
    folder.build();
    let after = folder.public();
    let differing: Vec<_> = after
        .iter()
        .filter(|(path, bytes)| before.get(*path) != Some(bytes))
        .map(|(path, _)| path.to_string_lossy())
        .collect();
    let [asset, rest @ ..] = differing.as_slice() else { panic!("{differing:?}") };
    assert!(asset.starts_with("assets/team."), "{asset}");
    assert_eq!(
        rest,
        [
            "de/stellenbeschreibungen/tester/form.pdf",
            "de/stellenbeschreibungen/tester/index.html",
            "en/job-descriptions/tester/form.pdf",
            "en/job-descriptions/tester/index.html"
        ]
    );
    assert_eq!(before.len(), after.len(), "the old picture is gone");
}

#[test]
fn the_preview_shows_a_changed_picture() {
    let site = english("![Team](team.png)").file(&format!("{TESTER}/team.png"), png(640, 480, "first"));
    let server = Server::start(&site);
    server.wait_for(PAGE, "width=\"640\" height=\"480\"");
    server.folder.write(&format!("{TESTER}/team.png"), png(320, 200, "other"));
    server.wait_for(PAGE, "width=\"320\" height=\"200\"");
    let page = server.get(PAGE).body;
    let picture = between(&page, "/assets/team.", "png");
    assert_eq!(server.get(picture).status, 200);
}
