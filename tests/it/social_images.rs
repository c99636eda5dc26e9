//! The pictures of pages for social networks.

use std::fs;

use crate::folder::Folder;
use crate::site::{Site, between, role_text};

const ROLE: &str = "en/job-descriptions/tester/index.html";
const TEMPLATE: &str = "themes/atlas/templates/social-image.svg";

fn with_images() -> Site {
    Site::new().append("rolebook.toml", "\n[social_images]\nshow = true\n")
}

/// The path of a page's picture in the output.
fn image(site: &Site, page: &str) -> String {
    let page = site.page(page);
    let start = "<meta property=\"og:image\" content=\"https://example.org/";
    between(&page, start, "\">").trim_start_matches(start).trim_end_matches("\">").to_owned()
}

/// Width and height in the header of a PNG.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn pages_have_a_picture_if_the_site_asks_for_them() {
    let site = with_images();
    let path = image(&site, ROLE);
    assert_eq!(size(&site.binary(&path)), (1200, 630));
    let head = site.page(ROLE);
    assert!(head.contains("<meta property=\"og:image:alt\" content=\"Tester\">"));
    assert!(head.contains("<meta name=\"twitter:card\" content=\"summary_large_image\">"));
    assert!(!Site::new().page(ROLE).contains("og:image"));
}

#[test]
fn a_picture_shows_the_words_of_its_page() {
    let dots = |site: &Site| site.binary(&image(site, ROLE)).len();
    let blank =
        with_images().file(TEMPLATE, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\"/>");
    assert!(dots(&with_images()) > 3 * dots(&blank), "there are letters in it");
    let greek = |title: &str| {
        with_images()
            .append("rolebook.toml", "\n[[locales]]\ncode = \"el\"\nname = \"Ελληνικά\"\n")
            .file("content/job-descriptions/tester/el.md", role_text(title).replace("summary", "slug = \"a\"\nsummary"))
    };
    let picture = |site: &Site| site.binary(&image(site, "el/perigrafes-theseon-ergasias/a/index.html"));
    assert_ne!(picture(&greek("Ελεγκτής")), picture(&greek("Ελεγκτης")), "accents are shown");
}

#[test]
fn the_name_of_a_picture_is_made_of_all_that_it_shows() {
    let name = |site: &Site| image(site, ROLE);
    let site = with_images();
    assert_eq!(name(&site), name(&site.clone().replace("content/job-descriptions/tester/en.md", "- Test", "- Check")));
    let changed = [
        site.clone().replace("content/job-descriptions/tester/en.md", "title = \"Tester\"", "title = \"Tester!\""),
        site.clone().replace("content/job-descriptions/tester/en.md", "Finds faults.", "Finds all faults."),
        site.clone().append("rolebook.toml", "\n[theme]\naccent = \"#123456\"\n"),
        site.clone().file("locales/en/brand.ftl", "-brand = Acme\n"),
        site.clone().file(TEMPLATE, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>"),
    ];
    for changed in changed {
        assert_ne!(name(&site), name(&changed));
    }
}

#[test]
fn a_picture_that_is_there_is_not_painted_again() {
    let folder = Folder::new(&with_images());
    folder.build();
    let path = format!("public/{}", image(&with_images(), ROLE));
    let painted = || fs::metadata(folder.path(&path)).unwrap().modified().unwrap();
    let before = painted();
    let text = "content/job-descriptions/tester/en.md";
    folder.write(text, folder.read(text) + "- More\n");
    folder.build();
    assert_eq!(painted(), before);
    let is_painted = || size(&fs::read(folder.path(&path)).unwrap()) == (1200, 630);
    folder.remove(&path);
    folder.build();
    assert!(is_painted());
    fs::write(folder.path(&path), "mark").unwrap();
    folder.build();
    assert!(is_painted(), "the record knows what the file was");
}

#[test]
fn letters_that_no_font_has_are_reported() {
    let site = with_images()
        .append("rolebook.toml", "\n[[locales]]\ncode = \"ja\"\nname = \"日本語\"\n")
        .file("content/job-descriptions/tester/ja.md", role_text("検査員"));
    insta::assert_snapshot!(site.diagnostics(), @r#"
    warning[missing-glyph]: no font of the theme has `員`, `査`, `検`
      --> rolebook.toml:24:8
       |
    24 | code = "ja"
       |        ^^^^
       |
       = help: add a font that does to `themes/atlas/fonts/`, as a .ttf or .otf file

    warning[missing-message]: 132 of 132 messages are not translated into `ja`: readers see them in `en`
      --> rolebook.toml:24:8
       |
    24 | code = "ja"
       |        ^^^^
       |
       = help: write them in `locales/ja/`; `rolebook status --locale ja` lists them
    "#);
}

#[test]
fn mistakes_in_the_template_are_reported() {
    insta::assert_snapshot!(with_images().file(TEMPLATE, "<svg>{{ image.titel }}</svg>").diagnostics(), @"
    error[template]: field `titel` is not defined. Available fields: label, site, summary, title
     --> themes/atlas/templates/social-image.svg:1:15
      |
    1 | <svg>{{ image.titel }}</svg>
      |               ^^^^^
      |
      = help: correct the template
    ");
    insta::assert_snapshot!(with_images().file(TEMPLATE, "{% if %}").diagnostics(), @"
    error[template]: found `%}` but expected one of: integer, float, string, bool, ident, `-`, `not`, `<`, `{`, `[` or `(`
     --> themes/atlas/templates/social-image.svg:1:7
      |
    1 | {% if %}
      |       ^^
      |
      = help: correct the template
    ");
    insta::assert_snapshot!(with_images().file(TEMPLATE, "<p>{{ image.title }}").diagnostics(), @"
    error[template]: this is no picture: the root node was opened but never closed
     --> themes/atlas/templates/social-image.svg:1:1
      |
    1 | <p>{{ image.title }}
      | ^
      |
      = help: correct the template
    ");
}
