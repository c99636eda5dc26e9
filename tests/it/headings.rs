//! Headings of texts: their ids, and what they say where they are listed.

use std::collections::BTreeSet;

use insta::assert_snapshot;

use crate::site::{Site, article_text, between};

const CONFIG: &str = "rolebook.toml";
const TESTER: &str = "content/job-descriptions/tester/en.md";
const ARTICLE: &str = "content/guides/a/en.md";
const PAGE: &str = "en/guides/a/index.html";

/// A site with an article.
fn with_article(text: &str) -> Site {
    Site::new()
        .append(CONFIG, "[[collections]]\nid = \"guides\"\nkind = \"article\"\n")
        .file("locales/en/site.ftl", "collection-guides = Guides\n    .slug = guides\n    .singular = Guide\n")
        .file("locales/de/site.ftl", "collection-guides = Ratgeber\n    .slug = ratgeber\n    .singular = Ratgeber\n")
        .file("content/guides/a/entry.toml", "")
        .file(ARTICLE, format!("{}\n{text}", article_text("A")))
}

/// The values of an attribute of a page, in order.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let start = format!(" {attribute}=\"");
    page.split(start.as_str()).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// The ids of a page, no two of which may be the same.
fn ids(page: &str) -> BTreeSet<&str> {
    let all = values(page, "id");
    let different: BTreeSet<_> = all.iter().copied().collect();
    assert_eq!(all.len(), different.len(), "{all:?}");
    different
}

/// Case T2.
#[test]
fn authors_choose_ids() {
    let page = with_article(
        "## Setup {#setup}\n\n[a](#setup) [b](#größe) [c](#setup-2)\n\n## Size {#größe}\n\n## Setup\n\n## Why {company} {#why}\n",
    )
    .page(PAGE);
    for heading in [
        "<h2 id=\"setup\">Setup</h2>",
        "<h2 id=\"größe\">Size</h2>",
        "<h2 id=\"setup-2\">Setup</h2>",
        "<h2 id=\"why\">Why <span",
        "<a href=\"#setup\">a</a> <a href=\"#größe\">b</a>",
        "<li><a href=\"#größe\">Size</a></li>",
    ] {
        assert!(page.contains(heading), "{heading}: {page}");
    }
    let role = Site::new().replace(TESTER, "## brief", "## brief {#about}").replace(
        TESTER,
        "- Test\n",
        "- [Test](#about) [it](#why)\n\n### Why {company} {#why}\n\n### Requirements\n",
    );
    let page = role.page("en/job-descriptions/tester/index.html");
    assert!(page.contains("aria-labelledby=\"about\">\n  <h2 id=\"about\">"), "{page}");
    assert!(page.contains("<h3 id=\"why\">Why <span") && page.contains("<h3 id=\"responsibilities-requirements\">"));
    ids(&page);
}

/// Case T2: what else can stand behind a heading.
#[test]
fn what_stands_behind_headings_is_an_id_or_reported() {
    let site = with_article("## One {#a .wide}\n\n## Two {#a}\n\n## Three {#}\n\nFour {.x}\n---\n\n## Five {#main}\n");
    assert_snapshot!(site.diagnostics(), @"
    warning[unknown-key]: nothing reads `.wide` at a heading
     --> content/guides/a/en.md:8:12
      |
    8 | ## One {#a .wide}
      |            ^^^^^
      |
      = help: remove it; a heading takes one id: `{#setup}`

    error[invalid-id]: two headings of this text have the id `a`
      --> content/guides/a/en.md:10:9
       |
    10 | ## Two {#a}
       |         ^^
       |
       = help: write another, such as `{#a-2}`

    error[invalid-id]: `#` cannot be the id of a heading
      --> content/guides/a/en.md:12:11
       |
    12 | ## Three {#}
       |           ^
       |
       = help: write letters, digits and hyphens: `{#setup}`

    warning[unknown-key]: nothing reads `.x` at a heading
      --> content/guides/a/en.md:14:7
       |
    14 | Four {.x}
       |       ^^
       |
       = help: remove it; a heading takes one id: `{#setup}`

    warning[invalid-id]: the theme uses the id `main` itself; the heading has `text-main`
      --> content/guides/a/en.md:17:10
       |
    17 | ## Five {#main}
       |          ^^^^^
       |
       = help: write another id
    ");
    let role = Site::new().replace(TESTER, "## brief", "## brief {#requirements}").replace(
        TESTER,
        "## responsibilities",
        "## responsibilities {.wide}",
    );
    assert_snapshot!(role.diagnostics(), @"
    error[invalid-id]: two headings of this text have the id `requirements`
     --> content/job-descriptions/tester/en.md:6:11
      |
    6 | ## brief {#requirements}
      |           ^^^^^^^^^^^^^
      |
      = help: write another, such as `{#requirements-2}`

    warning[unknown-key]: nothing reads `.wide` at a heading
      --> content/job-descriptions/tester/en.md:10:22
       |
    10 | ## responsibilities {.wide}
       |                      ^^^^^
       |
       = help: remove it; a heading takes one id: `{#setup}`
    ");
}

/// Case T3.
#[test]
fn placeholders_of_headings_have_words() {
    let site = with_article("## Why {company}\n\n[a](#why-company)\n\n## {city}\n\n## *In {city}* now\n");
    let page = site.page(PAGE);
    assert_snapshot!(between(&page, "<nav class=\"contents\"", "</nav>"), @r##"    <nav class="contents" aria-labelledby="contents-heading">
      <h2 id="contents-heading">On this page</h2>
      <ol>
        <li><a href="#why-company">Why [company name]</a></li>
        <li><a href="#city">[city]</a></li>
        <li><a href="#in-city-now">In [city] now</a></li>
      </ol>
    </nav>
    "##);
    let index = site.page("search/en/all.json");
    assert!(index.contains("\"company\""), "{index}");
    let german = site
        .file("content/guides/a/de.md", format!("{}\n## Bei {{company}}\n\n## b\n\n## c\n", article_text("A")))
        .page("de/ratgeber/a/index.html");
    assert!(german.contains("<a href=\"#bei-company\">Bei ["), "{german}");
}

/// Case T4.
#[test]
fn ids_of_texts_are_never_those_of_the_theme() {
    let article = "## Search\n\n[up](#search) [main](#main)\n\n## Main\n\n## Text search\n\n## Contents heading\n\n\
                   ## Search\n\n## Related job-descriptions\n\n## Related terms\n\n## Languages end\n\n## Letter of recommendation\n\n## Group work\n";
    let page = with_article(article).page(PAGE);
    let found = ids(&page);
    for id in [
        "text-search",
        "text-main",
        "search-2",
        "search-3",
        "text-contents-heading",
        "text-languages-end",
        "text-related-job-descriptions",
        "related-terms",
        "letter-of-recommendation",
        "group-work",
    ] {
        assert!(found.contains(id), "{id}: {found:?}");
    }
    assert!(page.contains("<a href=\"#search-2\">up</a> <a href=\"#text-main\">main</a>"), "{page}");
}

/// Case T4: sections and their headings, and pages that are categories.
#[test]
fn sections_have_ids_of_their_own() {
    let role = Site::new()
        .append(TESTER, "\n## main\n\n[a](#main)\n\n## skills\n\n### Heading\n\n## a\n\n### b c\n\n## a-b\n\n### c\n\n## a-b-c\n\nx\n")
        .file("locales/en/site.ftl", ["main", "skills", "a", "a-b", "a-b-c"].map(|key| format!("section-{key} = x\n")).concat())
        .page("en/job-descriptions/tester/index.html");
    let found = ids(&role);
    for id in ["text-main", "skills", "text-skills-heading", "a-b", "a-b-c", "a-b-c-2", "a-b-c-3"] {
        assert!(found.contains(id), "{id}: {found:?}");
    }
    assert!(role.contains("<a href=\"#text-main\">a</a>"));
    let category = Site::new()
        .append("content/categories/it/en.md", "\n## Group 1\n\n## Group work\n\n## Search\n")
        .page("en/categories/technology/index.html");
    assert!(ids(&category).is_superset(&["text-group-1", "group-work", "text-search"].into()), "{category}");
}

/// Case T4: whatever the theme does.
#[test]
fn themes_of_ones_own_take_no_ids_from_texts() {
    let template = "{% extends \"base.html\" %}{% block content %}<p id='intro'></p>{% include \"mine.html\" %}{{ article.html | safe }}\
                    {{ <card id=\"facts\" /> }}{% endblock content %}";
    let page = with_article("## Intro\n\n## Part 3 of 4\n\n## Facts\n\n## Other\n")
        .file("themes/atlas/templates/article.html", template)
        .file("themes/atlas/templates/mine.html", "<p id=\"part-{{ page.title }}-of-4\"></p>")
        .file(
            "themes/atlas/templates/card.html",
            "{% component card(id) %}<p id=\"{{ id }}\"></p>{% endcomponent card %}",
        )
        .page(PAGE);
    assert!(page.contains("id='intro'"));
    assert!(ids(&page).is_superset(&["text-intro", "text-part-3-of-4", "text-facts", "other"].into()), "{page}");
    let own = Site::new().file("themes/atlas/templates/mine.html", "<p id=\"text-{{ page.title }}\"></p>");
    assert_snapshot!(own.diagnostics(), @r#"
    warning[unexpected-file]: no page and no template uses this template
     --> themes/atlas/templates/mine.html:1:1
      |
    1 | <p id="text-{{ page.title }}"></p>
      | ^
      |
      = help: choose it in a plain page, as with `template = "mine.html"`, or remove it

    warning[template]: ids that begin with `text-` are kept for texts
     --> themes/atlas/templates/mine.html:1:4
      |
    1 | <p id="text-{{ page.title }}"></p>
      |    ^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: begin the id with another word
    "#);
}

/// Case O7: numbers are given so that no heading loses the id of its own words to another, wherever it stands.
#[test]
fn ids_do_not_depend_on_the_order_of_headings() {
    for (headings, expected) in [
        (["Find", "Find", "Find 2"], ["find", "find-3", "find-2"]),
        (["Find", "Find 2", "Find"], ["find", "find-2", "find-3"]),
        (["Find 2", "Find", "Find"], ["find-2", "find", "find-3"]),
        (["Search", "Search 2", "Search"], ["text-search", "search-2", "search-3"]),
        (["Search", "Text search", "Search"], ["search-2", "text-search", "search-3"]),
        (["Find 2", "Find 2", "Find 2 2"], ["find-2", "find-2-3", "find-2-2"]),
        (["Find", "Find {#find-2}", "Find"], ["find", "find-2", "find-3"]),
    ] {
        let article = headings.map(|heading| format!("## {heading}\n\nx\n\n")).concat();
        let page = with_article(&article).page(PAGE);
        let found: Vec<_> = page.split("<h2 id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        let found: Vec<_> = found.into_iter().filter(|id| expected.contains(id)).collect();
        assert_eq!(found, expected, "{headings:?}");
    }
}

/// Case O11: headings without words.
#[test]
fn headings_without_words_are_reported() {
    for heading in ["### {#only}", "##", "## \u{200b}", "# &#8203; #", "## ![ ](/robots.txt)"] {
        let said = with_article(&format!("{heading}\n\nx\n")).diagnostics();
        assert!(said.starts_with("warning[invalid-value]: this heading has no words\n"), "{heading}: {said}");
        assert_eq!(said.matches("= help").count(), 1, "{said}");
    }
    for heading in ["## {company}", "## `a`", "## ![a](/robots.txt)", "## !"] {
        assert_eq!(with_article(&format!("{heading}\n\nx\n")).diagnostics(), "", "{heading}");
    }
    let role = Site::new().append(TESTER, "\n## {#only}\n\nx\n").diagnostics();
    assert!(role.starts_with("warning[unknown-section]: this heading has no words\n"), "{role}");
    let help = "= help: write the words of the section or its key, such as `## brief`, or remove the heading";
    assert!(role.ends_with(help), "{role}");
}
