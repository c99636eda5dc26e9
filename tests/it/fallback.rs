//! Entries without a text in a locale.

use crate::site::{Site, between};

const PAGE: &str = "de/stellenbeschreibungen/writer/index.html";

fn with_fallback() -> Site {
    Site::new().append("rolebook.toml", "[missing_translation]\npolicy = \"fallback\"\n")
}

#[test]
fn by_default_there_is_no_page() {
    assert!(!Site::new().output().contains_key(PAGE));
}

#[test]
fn by_policy_there_is_a_page_with_the_text_of_the_fallback() {
    let page = with_fallback().page(PAGE);
    assert!(page.contains("<html lang=\"de\" dir=\"ltr\">"));
    assert!(page.contains("<div class=\"prose\" lang=\"en\" dir=\"ltr\">\n<p>We write with"));
    assert!(page.contains("<p class=\"notice\">"));
    assert!(page.contains("English"), "the notice names the language");
    assert!(
        page.contains("<a href=\"/de/stellenbeschreibungen/tester/\">testers</a>"),
        "links stay in the reader's locale"
    );
}

/// Case F6: links of notices stay within the site, so that they work in the preview and below any path.
#[test]
fn the_notice_leads_to_the_original_within_the_site() {
    let below = with_fallback().base_url("https://example.net/library/");
    let dated = with_fallback().append("rolebook.toml", "[stale_translation]\nnotice = true\n").replace(
        "content/job-descriptions/tester/de.md",
        "slug = ",
        "source = \"000000000000\"\nslug = ",
    );
    for (site, page, link) in [
        (with_fallback(), PAGE, "<a href=\"/en/job-descriptions/writer/\" hreflang=\"en\">English</a>"),
        (below, PAGE, "<a href=\"/library/en/job-descriptions/writer/\" hreflang=\"en\">English</a>"),
        (
            dated,
            "de/stellenbeschreibungen/tester/index.html",
            "<a href=\"/en/job-descriptions/tester/\" hreflang=\"en\">",
        ),
    ] {
        let html = site.page(page);
        let notice = between(&html, "<p class=\"notice\">", "</p>");
        assert!(notice.contains(link), "{notice}");
        assert!(!between(&html, "<body", "</body>").contains("https://example"), "an absolute link on {page}");
    }
}

#[test]
fn search_engines_are_kept_from_it() {
    let output = with_fallback().output();
    let head = between(&output[PAGE], "<head>", "</head>");
    assert!(head.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(!head.contains("hreflang"));
    assert!(!head.contains("application/ld+json"));
    assert!(!output["sitemap.xml"].contains("/de/stellenbeschreibungen/writer/"));
    assert!(!output.contains_key("de/feed.xml"), "no text of its own has a date");
    assert!(!output["en/job-descriptions/writer/index.html"].contains("hreflang=\"de\""));
}

#[test]
fn readers_find_it_in_listings() {
    let output = with_fallback().output();
    assert!(output["de/stellenbeschreibungen/index.html"].contains("/de/stellenbeschreibungen/writer/"));
}
