//! Related entries: hand-picked first, then the same category.

use crate::site::{Site, article_text, between, role_text};

/// A site with roles `a` to `f` under `it`, and `x` under `hr`, in English.
fn site() -> Site {
    let mut site = Site::new()
        .file("content/categories/hr/en.md", article_text("People"))
        .without("content/job-descriptions/tester/entry.toml")
        .without("content/job-descriptions/tester/en.md")
        .without("content/job-descriptions/tester/de.md")
        .without("content/job-descriptions/writer/entry.toml")
        .without("content/job-descriptions/writer/en.md");
    for (id, category) in [("a", "it"), ("b", "it"), ("c", "it"), ("d", "it"), ("e", "it"), ("f", "it"), ("x", "hr")] {
        let folder = format!("content/job-descriptions/{id}");
        site = site
            .file(&format!("{folder}/entry.toml"), format!("category = \"{category}\"\n"))
            .file(&format!("{folder}/en.md"), role_text(&id.to_uppercase()));
    }
    site
}

/// The titles in the group of related job descriptions.
fn related(site: &Site, id: &str) -> String {
    let page = site.page(&format!("en/job-descriptions/{id}/index.html"));
    if !page.contains("related-job-descriptions") {
        return String::new();
    }
    let group = between(&page, "aria-labelledby=\"related-job-descriptions\"", "</section>");
    group.split("/\">").skip(1).map(|part| part.split('<').next().unwrap()).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_same_category_goes_round_from_the_entry_on() {
    assert_eq!(related(&site(), "a"), "B C D E F");
    assert_eq!(related(&site(), "d"), "E F A B C");
    assert_eq!(related(&site(), "x"), "", "an entry alone in its category has none");
}

#[test]
fn hand_picked_entries_come_first_and_excluded_ones_never() {
    let picked = site().append(
        "content/job-descriptions/a/entry.toml",
        "[related]\njob-descriptions = [\"x\", \"e\"]\nexclude = [\"b\", \"categories/it\"]\n",
    );
    assert_eq!(related(&picked, "a"), "X E C D F");
}

#[test]
fn the_limit_holds_for_each_group() {
    let few = site().append("rolebook.toml", "[related]\nlimit = 2\n");
    assert_eq!(related(&few, "a"), "B C");
    let none = site().append("rolebook.toml", "[related]\nlimit = 0\n");
    assert_eq!(related(&none, "a"), "");
}

#[test]
fn only_entries_with_a_page_in_the_readers_locale_are_shown() {
    let site = site()
        .file("content/job-descriptions/a/de.md", role_text("Anton"))
        .file("content/job-descriptions/e/de.md", role_text("Emil"));
    let page = site.page("de/stellenbeschreibungen/anton/index.html");
    let group = between(&page, "aria-labelledby=\"related-job-descriptions\"", "</section>");
    assert_eq!(group.matches("<li>").count(), 1);
    assert!(group.contains("/de/stellenbeschreibungen/emil/"));
}

#[test]
fn other_collections_are_groups_and_namesakes_come_first() {
    let site = site()
        .append("rolebook.toml", "[[collections]]\nid = \"interview-questions\"\nkind = \"article\"\n")
        .file("content/interview-questions/a/en.md", article_text("Questions A"))
        .file("content/interview-questions/a/entry.toml", "category = \"it\"\n")
        .file("content/interview-questions/d/en.md", article_text("Questions D"))
        .file("content/interview-questions/d/entry.toml", "category = \"it\"\n");
    let page = site.page("en/job-descriptions/d/index.html");
    let group = between(&page, "aria-labelledby=\"related-interview-questions\"", "</section>");
    assert!(group.contains("<h2 id=\"related-interview-questions\">Related interview questions</h2>"));
    assert!(group.find("Questions D").unwrap() < group.find("Questions A").unwrap());
}

#[test]
fn collections_can_share_a_group_whose_heading_is_a_message() {
    let config = "[[collections]]\nid = \"news\"\nkind = \"article\"\n[[collections]]\nid = \"terms\"\nkind = \"article\"\n\
                  [[related.groups]]\nid = \"more\"\ncollections = [\"terms\", \"news\"]\n";
    let site = site()
        .append("rolebook.toml", config)
        .file("content/news/n/en.md", article_text("News"))
        .file("content/news/n/entry.toml", "category = \"it\"\n")
        .file("content/terms/t/en.md", article_text("Term"))
        .file("content/terms/t/entry.toml", "category = \"it\"\n");
    let page = site.page("en/job-descriptions/a/index.html");
    let group = between(&page, "id=\"related-more\"", "</section>");
    assert!(group.contains(">Related: terms</h2>"), "the general heading names the first collection: {group}");
    assert!(group.find("Term").unwrap() < group.find("News").unwrap());
    let named = site.file("locales/en/site.ftl", "related-more = { $count } more to read\n");
    assert!(named.page("en/job-descriptions/a/index.html").contains(">2 more to read</h2>"));
}
