//! Case L8: a site in one language, which has nothing to choose from.

use crate::site::{Site, between};
use rolebook::resolve::PseudoLocales;

const SECOND: &str = "[[locales]]\ncode = \"de\"\nname = \"Deutsch\"\n\n";

/// The small site in English alone.
fn english() -> Site {
    Site::new()
        .replace("rolebook.toml", SECOND, "")
        .without("content/categories/it/de.md")
        .without("content/job-descriptions/tester/de.md")
}

#[test]
fn the_root_leads_to_the_home_page() {
    let output = english().output();
    insta::assert_snapshot!(output["index.html"], @r#"
    <!DOCTYPE html>
    <html lang="en" dir="ltr">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>example.org</title>
    <link rel="canonical" href="https://example.org/en/">
    <meta name="robots" content="noindex">
    <meta http-equiv="refresh" content="0; url=/en/">
    </head>
    <body>
    <p><a href="/en/">example.org</a></p>
    </body>
    </html>
    "#);
    insta::assert_snapshot!(output["_redirects"], @"
    / /en/ 301
    /en/* /en/404.html 404
    ");
}

#[test]
fn it_leads_there_below_any_path_and_in_any_language() {
    for code in ["el", "fr", "pt"] {
        let config = format!(
            "base_url = \"https://example.org/jobs\"\ndefault_locale = \"{code}\"\n[[locales]]\ncode = \"{code}\"\nname = \"x\"\n"
        );
        let output = Site::new().without_files().file("rolebook.toml", config).output();
        let root = &output["index.html"];
        assert!(root.contains(&format!("<html lang=\"{code}\" dir=\"ltr\">")), "{root}");
        assert!(root.contains(&format!("<link rel=\"canonical\" href=\"https://example.org/jobs/{code}/\">")));
        assert!(root.contains(&format!("content=\"0; url=/jobs/{code}/\"")));
        assert!(output["_redirects"].starts_with(&format!("/jobs/ /jobs/{code}/ 301\n")));
    }
}

#[test]
fn no_page_speaks_of_languages() {
    for (path, text) in english().output() {
        let is_theme = path.starts_with("assets/");
        for words in ["x-default", "language", "Available in", "og:locale:alternate"] {
            assert!(is_theme || !text.contains(words), "{path} says `{words}`");
        }
    }
}

#[test]
fn a_page_names_itself_and_no_other() {
    let output = english().output();
    let head = between(&output["en/index.html"], "<head>", "</head>");
    assert_eq!(head.matches("hreflang").count(), 1, "{head}");
    assert!(head.contains("<link rel=\"alternate\" hreflang=\"en\" href=\"https://example.org/en/\">"));
    let sitemap = &output["sitemap.xml"];
    assert!(!sitemap.contains("<loc>https://example.org/</loc>"));
    assert_eq!(sitemap.matches("<loc>").count(), sitemap.matches("hreflang").count());
}

#[test]
fn with_a_second_language_there_is_a_choice() {
    for site in [Site::new(), english().with_pseudo_locales(PseudoLocales::Include)] {
        let output = site.output();
        assert!(output["index.html"].contains("<h1>Choose your language</h1>"));
        assert!(output["sitemap.xml"].contains("<loc>https://example.org/</loc>"));
        assert!(!output["_redirects"].contains("301"));
    }
}
