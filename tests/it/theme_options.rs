//! What sites set of their theme's options, and the tables of `[theme]`.

use crate::site::{Site, between, is_page};

const HOME: &str = "en/index.html";

/// A site with a table `[theme]`.
fn with_theme(table: &str) -> Site {
    Site::new().append("rolebook.toml", &format!("\n[theme]\n{table}"))
}

/// The path of the stylesheet that is made of the options of a site, and what it holds.
fn stylesheet(site: &Site) -> Option<(String, String)> {
    site.output().into_iter().find(|(path, _)| path.starts_with("assets/theme."))
}

/// Case F4: options work under `default-src 'self'`, which forbids styles in pages.
#[test]
fn options_become_a_stylesheet() {
    let site =
        with_theme("name = \"atlas\"\naccent = \"#7a1f3d\"\nradius = \"0\"\nsans = '\"Acme Sans\", sans-serif'\n");
    let (path, text) = stylesheet(&site).unwrap();
    insta::assert_snapshot!(text, @r#"
    :root {
      --brand: #7a1f3d;
      --radius: 0;
      --sans: "Acme Sans", sans-serif;
    }
    "#);
    let page = site.page(HOME);
    let place = |file: &str| page.find(&format!("<link rel=\"stylesheet\" href=\"/{file}")).unwrap();
    assert!(place("assets/tokens.") < place(&path) && place(&path) < place("assets/style."));
    assert!(site.base_url("https://example.org/jobs/").page(HOME).contains(&format!("href=\"/jobs/{path}\"")));
}

#[test]
fn without_options_there_is_no_stylesheet_of_theirs() {
    for site in [Site::new(), with_theme("scheme = \"dark\"\nlogo = \"/robots.txt\"\n")] {
        assert_eq!(stylesheet(&site), None);
        assert_eq!(site.page(HOME).matches("rel=\"stylesheet\"").count(), 2);
    }
    let [one, other] =
        ["#7a1f3d", "#7a1f3e"].map(|accent| stylesheet(&with_theme(&format!("accent = \"{accent}\"\n"))));
    assert_ne!(one.unwrap().0, other.unwrap().0, "browsers keep what is in `assets/`");
}

/// Case F4: no page of any kind has styles or scripts in it.
#[test]
fn pages_need_no_styles_and_scripts_in_them() {
    let table = "## brief\n\n| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n";
    let site = with_theme("accent = \"#7a1f3d\"\nscheme = \"dark\"\n").replace(
        "content/job-descriptions/tester/en.md",
        "## brief\n",
        table,
    );
    let output = site.output();
    assert!(output["en/job-descriptions/tester/index.html"].contains("<td class=\"align-right\">3</td>"));
    for (path, html) in output.iter().filter(|(path, _)| is_page(path)) {
        for forbidden in [" style=", "<style", "<script>", " onclick=", "javascript:"] {
            assert!(!html.contains(forbidden), "{path} has `{forbidden}`");
        }
    }
}

#[test]
fn the_color_scheme_can_be_fixed_and_papers_color_the_browser() {
    let page = with_theme("scheme = \"dark\"\npaper_dark = \"#000\"\n").page(HOME);
    assert!(between(&page, "<html", ">").contains("data-scheme=\"dark\""));
    assert!(page.contains("<meta name=\"theme-color\" content=\"#000\" media=\"(prefers-color-scheme: dark)\">"));
}

#[test]
fn a_logo_is_a_file_of_the_site() {
    let site = with_theme("logo = \"/robots.txt\"\n").base_url("https://example.org/jobs/");
    assert!(site.page(HOME).contains("<img src=\"/jobs/robots.txt\" alt=\"\""));
    insta::assert_snapshot!(with_theme("logo = \"/logo.svg\"\n").diagnostics(), @r#"
    error[broken-link]: there is no file `/logo.svg` in the site
      --> rolebook.toml:21:1
       |
    21 | logo = "/logo.svg"
       | ^^^^
       |
       = help: put the file at `static/logo.svg`, or link to an entry as `@collection/entry`
    "#);
}

#[test]
fn what_stands_around_pages_may_be_said_there_too() {
    let words = "navigation-more = More\nnavigation-home = Start\nlegal-imprint = Imprint\n";
    let site = with_theme(
        "[[theme.navigation]]\nid = \"more\"\nitems = [{ id = \"home\", link = \"@/\" }]\n\n[[theme.footer.legal]]\nid = \"imprint\"\nlink = \"@/\"\n",
    );
    let page = site.file("locales/en/site.ftl", words).file("locales/de/site.ftl", words).page(HOME);
    assert!(page.contains("<summary>More</summary>") && page.contains(">Imprint</a>"));
}

#[test]
fn unknown_options_and_values_are_reported() {
    insta::assert_snapshot!(with_theme("acent = \"#fff\"\naccent = \"green\"\nradius = \"1\"\nscheme = \"night\"\npage_width = 70\nlogo = \"logo.svg\"\n").diagnostics(), @r##"
    error[unknown-key]: the theme `atlas` has no option `acent`
      --> rolebook.toml:21:1
       |
    21 | acent = "#fff"
       | ^^^^^
       |
       = help: did you mean `accent`?

    error[invalid-value]: `accent` cannot be `green`
      --> rolebook.toml:22:1
       |
    22 | accent = "green"
       | ^^^^^^
       |
       = help: write a color such as `#0f5257`

    error[invalid-value]: `radius` cannot be `1`
      --> rolebook.toml:23:1
       |
    23 | radius = "1"
       | ^^^^^^
       |
       = help: write a length such as `0.5rem` or `8px`

    error[invalid-value]: `scheme` cannot be `night`
      --> rolebook.toml:24:1
       |
    24 | scheme = "night"
       | ^^^^^^
       |
       = help: write one of `auto`, `light`, `dark`

    error[invalid-value]: `page_width` cannot be integer `70`
      --> rolebook.toml:25:14
       |
    25 | page_width = 70
       |              ^^
       |
       = help: write text in double quotes

    error[invalid-value]: `logo` cannot be `logo.svg`
      --> rolebook.toml:26:1
       |
    26 | logo = "logo.svg"
       | ^^^^
       |
       = help: write the path of a file of `static/` such as `/logo.svg`
    "##);
}

#[test]
fn text_that_is_hard_to_read_is_reported() {
    insta::assert_snapshot!(with_theme("accent = \"#8fb8ba\"\n").diagnostics(), @r##"
    warning[low-contrast]: text of the color `accent` is hard to read on `paper`: the contrast is 2.0
      --> rolebook.toml:21:1
       |
    21 | accent = "#8fb8ba"
       | ^^^^^^
       |
       = help: choose colors that are farther apart: a contrast of at least 4.5
    "##);
    insta::assert_snapshot!(with_theme("paper = \"#444\"\n").diagnostics(), @r##"
    warning[low-contrast]: text of the color `accent` is hard to read on `paper`: the contrast is 1.1
      --> rolebook.toml:21:1
       |
    21 | paper = "#444"
       | ^^^^^
       |
       = help: choose colors that are farther apart: a contrast of at least 4.5

    warning[low-contrast]: text of the color `ink` is hard to read on `paper`: the contrast is 1.6
      --> rolebook.toml:21:1
       |
    21 | paper = "#444"
       | ^^^^^
       |
       = help: choose colors that are farther apart: a contrast of at least 4.5
    "##);
}

#[test]
fn a_theme_declares_its_own_options() {
    let site = with_theme("tone = \"loud\"\naccent = \"#123456\"\n")
        .file(
            "themes/atlas/theme.toml",
            "[options.tone]\ntype = \"text\"\n\n[options.size]\ntype = \"number\"\n\n[options.x]\n",
        )
        .file("themes/atlas/templates/home.html", "{{ theme.tone }}");
    insta::assert_snapshot!(site.diagnostics(), @r##"
    error[unknown-key]: the theme `atlas` has no option `accent`
      --> rolebook.toml:22:1
       |
    22 | accent = "#123456"
       | ^^^^^^
       |
       = help: remove it; known here: `tone`

    error[invalid-value]: `number` is not a type of options
     --> themes/atlas/theme.toml:5:8
      |
    5 | type = "number"
      |        ^^^^^^^^
      |
      = help: write `color`, `fonts`, `length`, `file`, `choice` or `text`

    error[missing-key]: the key `type` is missing
     --> themes/atlas/theme.toml:7:1
      |
    7 | [options.x]
      | ^^^^^^^^^^^
      |
      = help: add `type = …`
    "##);
}
