//! Plain pages: collections of the kind `page`.

use crate::site::{Site, between};

const IMPRINT: &str = "content/pages/imprint/en.md";
const IMPRINT_DE: &str = "content/pages/imprint/de.md";

/// A site with an imprint in English and German.
fn site() -> Site {
    Site::new()
        .append("rolebook.toml", "\n[[collections]]\nid = \"pages\"\nkind = \"page\"\n")
        .file(
            IMPRINT,
            "---\ntitle: Imprint\nupdated: 2026-11-24\n---\n\nAcme is at Example Street, and testers like it.\n",
        )
        .file(IMPRINT_DE, "# Impressum\n\nAcme hat ihren Sitz in der Musterstraße.\n")
}

/// The same with a theme of its own that has a template for a landing page.
fn with_landing_page() -> Site {
    site()
        .file(
            "themes/atlas/templates/landing.html",
            "<main id=\"acme\" class=\"{{ page.kind }}\">{{ article.html | safe }}{{ collections | length }} {{ categories | length }}</main>",
        )
        .replace(IMPRINT, "updated: 2026-11-24", "template: landing.html")
}

#[test]
fn a_plain_page_is_in_no_list_but_in_search_and_in_the_sitemap() {
    let output = site().output();
    let naming: Vec<_> = output
        .iter()
        .filter(|(path, text)| path.contains("imp") || text.contains("/imprint/") || text.contains("/impressum/"))
        .map(|(path, _)| path.as_str())
        .collect();
    insta::assert_snapshot!(naming.join("\n"), @"
    de/impressum/index.html
    en/imprint/index.html
    search/de/all.json
    search/en/all.json
    sitemap.xml
    ");
    assert!(!output.keys().any(|path| path.starts_with("en/pages/")));
    assert!(output["search/de/all.json"].contains("musterstrasse"));
    insta::assert_snapshot!(output["search/de/index.json"], @r#"
    {"collections":["Stellenbeschreibungen","Fachgebiete","example.org"],"shards":{"":"all"}}
    "#);
    insta::assert_snapshot!(output["search/de/all.json"], @r#"
    {"entries":[["Technik","/de/fachgebiete/technik/",1,""],["Tester (m/w/d)","/de/stellenbeschreibungen/tester/",0,"Technik"],["Impressum","/de/impressum/",2,""]],"words":{"acme":[2,2],"arbeit":[0,2],"d":[1,10],"der":[2,2],"fehler":[1,2],"findet":[1,2],"hat":[2,2],"ihren":[2,2],"impressum":[2,10],"in":[2,2],"m":[1,10],"mit":[0,2],"musterstrasse":[2,2],"rechnern":[0,2],"sitz":[2,2],"technik":[0,10,1,3],"tester":[1,10],"w":[1,10]}}
    "#);
    assert_eq!(output["sitemap.xml"].matches("<loc>https://example.org/de/impressum/</loc>").count(), 1);
    assert_eq!(site().diagnostics(), "");
}

#[test]
fn the_head_of_a_plain_page_is_that_of_a_page_of_the_site() {
    let html = site().page("de/impressum/index.html");
    insta::assert_snapshot!(between(&html, "<title>", "<link rel=\"icon\""), @r##"
    <title>Impressum – example.org</title>
    <meta name="description" content="Acme hat ihren Sitz in der Musterstraße.">
    <link rel="canonical" href="https://example.org/de/impressum/">
    <link rel="alternate" hreflang="en" href="https://example.org/en/imprint/">
    <link rel="alternate" hreflang="de" href="https://example.org/de/impressum/">
    <link rel="alternate" hreflang="x-default" href="https://example.org/en/imprint/">
    <meta property="og:title" content="Impressum">
    <meta property="og:description" content="Acme hat ihren Sitz in der Musterstraße.">
    <meta property="og:type" content="website">
    <meta property="og:url" content="https://example.org/de/impressum/">
    <meta property="og:site_name" content="example.org">
    <meta property="og:locale" content="de_DE">
    <meta property="og:locale:alternate" content="en_US">
    <meta name="twitter:card" content="summary">
    <meta name="color-scheme" content="light dark">
    <meta name="theme-color" content="#faf7f1" media="(prefers-color-scheme: light)">
    <meta name="theme-color" content="#171614" media="(prefers-color-scheme: dark)">
    <link rel="icon"
    "##);
    insta::assert_snapshot!(between(&html, "<nav class=\"breadcrumb\"", "</nav>"), @r#"
    <nav class="breadcrumb" aria-label="Sie sind hier">
      <ol>
        <li><a href="/de/">Startseite</a></li>
        <li><span aria-current="page">Impressum</span></li>
      </ol>
    </nav>
    "#);
    insta::assert_snapshot!(between(&html, "<script type=\"application/ld+json\">", "</script>"), @r#"
    <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@id":"https://example.org/de/impressum/","@type":"WebPage","description":"Acme hat ihren Sitz in der Musterstraße.","inLanguage":"de","name":"Impressum","translationOfWork":{"@id":"https://example.org/en/imprint/","@type":"WebPage","inLanguage":"en"},"url":"https://example.org/de/impressum/"},{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","item":"https://example.org/de/","name":"Startseite","position":1},{"@type":"ListItem","item":"https://example.org/de/impressum/","name":"Impressum","position":2}]}]}</script>
    "#);
    insta::assert_snapshot!(between(&html, "<main", "</main>"), @r#"
    <main id="main">
    <article class="entry">
    <header class="page-header">
      <h1>Impressum</h1>
    <nav class="languages" aria-labelledby="languages-start">
      <span id="languages-start">Verfügbare Sprachen</span>
      <ul>
        <li><a href="/en/imprint/" lang="en" hreflang="en" dir="ltr">English</a></li>
        <li><span lang="de" dir="ltr" aria-current="page">Deutsch</span></li>
      </ul>
    </nav>
    </header>
    <div class="text">
    <div class="prose">
    <p>Acme hat ihren Sitz in der Musterstraße.</p>
    </div>
    </div>
    <nav class="languages end" aria-labelledby="languages-end">
      <h2 id="languages-end">Diese Seite in anderen Sprachen</h2>
      <ul>
        <li><a href="/en/imprint/" lang="en" hreflang="en" dir="ltr">English</a></li>
        <li><span lang="de" dir="ltr" aria-current="page">Deutsch</span></li>
      </ul>
    </nav>
    </article>
    </main>
    "#);
}

#[test]
fn long_plain_pages_have_a_list_of_contents() {
    let text = "# Privacy\n\nA.\n\n## What\n\nB.\n\n## Why\n\nC.\n\n## Who\n\nD.\n";
    let html = site().file("content/pages/privacy/en.md", text).page("en/privacy/index.html");
    insta::assert_snapshot!(between(&html, "<div class=\"columns\">", "<div class=\"text\">"), @r##"
    <div class="columns">
    <div class="side">
    <nav class="contents" aria-labelledby="contents-heading">
      <h2 id="contents-heading">On this page</h2>
      <ol>
        <li><a href="#what">What</a></li>
        <li><a href="#why">Why</a></li>
        <li><a href="#who">Who</a></li>
      </ol>
    </nav>
    </div>
    <div class="text">
    "##);
    assert!(!site().page("en/imprint/index.html").contains("class=\"contents\""));
}

#[test]
fn plain_pages_fall_back_and_are_held_back_as_all_entries() {
    let site = site().without(IMPRINT_DE);
    assert!(!site.output().contains_key("de/imprint/index.html"));
    let fallback = site.clone().append("rolebook.toml", "[missing_translation]\npolicy = \"fallback\"\n");
    let html = fallback.page("de/imprint/index.html");
    assert!(html.contains("<link rel=\"canonical\" href=\"https://example.org/en/imprint/\">"));
    let draft = site.replace(IMPRINT, "updated:", "draft: true\nupdated:");
    assert!(!draft.output().contains_key("en/imprint/index.html"));
    assert!(draft.with_drafts().output().contains_key("en/imprint/index.html"));
}

#[test]
fn texts_and_the_configuration_link_to_plain_pages() {
    let site = site()
        .file("locales/en/site.ftl", "legal-imprint = Imprint\n    .description = x\n")
        .append("rolebook.toml", "[[footer.legal]]\nid = \"imprint\"\nlink = \"@pages/imprint\"\n")
        .append("content/job-descriptions/writer/en.md", "\nSee the [imprint](@pages/imprint).\n");
    let role = site.page("en/job-descriptions/writer/index.html");
    assert!(role.contains("See the <a href=\"/en/imprint/\">imprint</a>."));
    assert!(between(&role, "<footer", "</footer>").contains("href=\"/en/imprint/\""));
    let footer = between(&site.page("de/index.html"), "<footer", "</footer>").to_owned();
    assert!(footer.contains("href=\"/de/impressum/\""));
}

#[test]
fn mentions_lead_to_no_plain_page_and_none_is_related() {
    let site = site()
        .append("rolebook.toml", "[automatic_links]\ncollections = [\"job-descriptions\"]\n")
        .append("content/job-descriptions/tester/en.md", "\nThe Imprint is about Acme at Example Street.\n");
    assert!(!site.page("en/job-descriptions/tester/index.html").contains("/imprint/"));
    let imprint = site.page("en/imprint/index.html");
    assert!(!imprint.contains("class=\"related\""));
}

#[test]
fn no_list_shows_plain_pages() {
    let site = site()
        .append(
            "rolebook.toml",
            "[index]\ncollections = [\"pages\"]\n[automatic_links]\ncollections = [\"pages\"]\n\
             [[related.groups]]\nid = \"more\"\ncollections = [\"job-descriptions\", \"pages\"]\n",
        )
        .file("content/pages/imprint/entry.toml", "category = \"it\"\n")
        .append("content/job-descriptions/writer/entry.toml", "[related]\npages = [\"imprint\"]\n")
        .append("content/job-descriptions/writer/en.md", "\n[Pages](@pages)\n");
    insta::assert_snapshot!(site.diagnostics(), @r#"
    error[broken-link]: no page lists `pages`, a collection of plain pages
      --> content/job-descriptions/writer/en.md:19:9
       |
    19 | [Pages](@pages)
       |         ^^^^^^
       |
       = help: link to one of them, as with `@pages/imprint`

    error[invalid-value]: `pages` is a collection of plain pages, which no list shows
     --> content/job-descriptions/writer/entry.toml:3:1
      |
    3 | pages = ["imprint"]
      | ^^^^^
      |
      = help: remove it here; link to its pages in texts, menus and the footer

    warning[invalid-value]: a plain page is not sorted under `it`
     --> content/pages/imprint/entry.toml:1:12
      |
    1 | category = "it"
      |            ^^^^
      |
      = help: remove `category` here, or move the page to a collection of another kind

    error[invalid-value]: `pages` is a collection of plain pages, which no list shows
      --> rolebook.toml:24:16
       |
    24 | collections = ["pages"]
       |                ^^^^^^^
       |
       = help: remove it here; link to its pages in texts, menus and the footer

    error[invalid-value]: `pages` is a collection of plain pages, which no list shows
      --> rolebook.toml:26:16
       |
    26 | collections = ["pages"]
       |                ^^^^^^^
       |
       = help: remove it here; link to its pages in texts, menus and the footer

    error[invalid-value]: `pages` is a collection of plain pages, which no list shows
      --> rolebook.toml:29:36
       |
    29 | collections = ["job-descriptions", "pages"]
       |                                    ^^^^^^^
       |
       = help: remove it here; link to its pages in texts, menus and the footer
    "#);
}

#[test]
fn a_collection_without_pages_says_so_when_it_is_linked() {
    let site = site()
        .without(IMPRINT)
        .without(IMPRINT_DE)
        .append(IMPRINT.replace("pages/imprint", "job-descriptions/writer").as_str(), "\n[Pages](@pages)\n");
    insta::assert_snapshot!(site.diagnostics(), @r#"
    error[broken-link]: no page lists `pages`, a collection of plain pages
      --> content/job-descriptions/writer/en.md:19:9
       |
    19 | [Pages](@pages)
       |         ^^^^^^
       |
       = help: link to one of them, as with `@pages/…`

    warning[no-entries]: there is nothing in `content/pages/`, so the collection is empty
      --> rolebook.toml:21:6
       |
    21 | id = "pages"
       |      ^^^^^^^
       |
       = help: write an entry in it, or take the collection out
    "#);
}

#[test]
fn what_lies_directly_below_a_home_page_is_taken() {
    let page = |id: &str, slug: &str| {
        (format!("content/pages/{id}/en.md"), format!("---\ntitle: {id}\nslug: {slug}\n---\n\nx\n"))
    };
    let pages = [
        page("a", "job-descriptions"),
        page("b", "search"),
        page("c", "a-z"),
        page("d", "imprint"),
        page("e", "feed.xml"),
        page("f", "imprint"),
    ];
    let site = pages.iter().fold(site(), |site, (path, text)| site.file(path, text));
    insta::assert_snapshot!(site.diagnostics(), @r#"
    error[duplicate-path]: two things would be written to `en/job-descriptions/index.html`
     --> content/pages/a/en.md:3:7
      |
    3 | slug: job-descriptions
      |       ^^^^^^^^^^^^^^^^
      |
      = help: give one of the two another address, as with `slug = "job-descriptions-2"`; the other is `themes/atlas/locales/en/collections.ftl`, line 7

    error[duplicate-path]: two things would be written to `en/search/index.html`
     --> content/pages/b/en.md:3:7
      |
    3 | slug: search
      |       ^^^^^^
      |
      = help: give one of the two another address, as with `slug = "search-2"`; the other is `themes/atlas/locales/en/search.ftl`, line 5

    error[duplicate-path]: two things would be written to `en/a-z/index.html`
     --> content/pages/c/en.md:3:7
      |
    3 | slug: a-z
      |       ^^^
      |
      = help: give one of the two another address, as with `slug = "a-z-2"`; the other is `themes/atlas/locales/en/indexes.ftl`, line 7

    error[invalid-slug]: `feed.xml` cannot be a part of an address
     --> content/pages/e/en.md:3:7
      |
    3 | slug: feed.xml
      |       ^^^^^^^^
      |
      = help: write `slug = "feed-xml"`

    error[duplicate-path]: two things would be written to `en/imprint/index.html`
     --> content/pages/f/en.md:3:7
      |
    3 | slug: imprint
      |       ^^^^^^^
      |
      = help: give one of the two another address, as with `slug = "imprint-3"`; the other is `content/pages/d/en.md`, line 3
    "#);
}

#[test]
fn a_plain_page_may_have_a_template_of_its_own_and_its_translations_have_it_too() {
    let output = with_landing_page().output();
    insta::assert_snapshot!(output["en/imprint/index.html"], @r#"
    <main id="acme" class="page"><p>Acme is at Example Street, and testers like it.</p>1 1</main>
    "#);
    assert!(output["de/impressum/index.html"].starts_with("<main id=\"acme\""));
    let own = with_landing_page().file(IMPRINT_DE, "---\ntemplate: plain-page.html\n---\n# Impressum\n\nx\n").output();
    assert!(own["de/impressum/index.html"].contains("<h1>Impressum</h1>"));
}

#[test]
fn headings_keep_clear_of_the_ids_of_the_template_that_a_page_has() {
    let text = "\n## Acme\n\nx\n";
    let plain = site().append(IMPRINT, text).page("en/imprint/index.html");
    assert!(plain.contains("<h2 id=\"acme\">"));
    let landing = with_landing_page().append(IMPRINT, text).page("en/imprint/index.html");
    assert!(landing.contains("<h2 id=\"text-acme\">"));
}

#[test]
fn a_template_that_the_theme_does_not_have_is_reported() {
    let with = |template: &str| with_landing_page().replace(IMPRINT, "landing.html", template).diagnostics();
    insta::assert_snapshot!(with("landing.htm"), @"
    error[unknown-reference]: the theme has no template `landing.htm`
     --> content/pages/imprint/en.md:3:11
      |
    3 | template: landing.htm
      |           ^^^^^^^^^^^
      |
      = help: did you mean `landing.html`?
    ");
    insta::assert_snapshot!(with("themes/atlas/templates/landing"), @"
    error[unknown-reference]: the theme has no template `themes/atlas/templates/landing`
     --> content/pages/imprint/en.md:3:11
      |
    3 | template: themes/atlas/templates/landing
      |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: did you mean `landing.html`?
    ");
    insta::assert_snapshot!(with("campaign"), @r#"
    error[unknown-reference]: the theme has no template `campaign`
     --> content/pages/imprint/en.md:3:11
      |
    3 | template: campaign
      |           ^^^^^^^^
      |
      = help: add the file `themes/atlas/templates/campaign.html`, and write `campaign.html` here

    warning[unexpected-file]: no page and no template uses this template
     --> themes/atlas/templates/landing.html:1:1
      |
    1 | <main id="acme" class="{{ page.kind }}">{{ article.html | safe }}{{ collections | length }} {{ categories | length }}</main>
      | ^
      |
      = help: choose it in a plain page, as with `template = "landing.html"`, or remove it
    "#);
    insta::assert_snapshot!(with("../../secret"), @r#"
    error[unknown-reference]: the theme has no template `../../secret`
     --> content/pages/imprint/en.md:3:11
      |
    3 | template: ../../secret
      |           ^^^^^^^^^^^^
      |
      = help: write the name of a file below `templates/`, such as `landing.html`

    warning[unexpected-file]: no page and no template uses this template
     --> themes/atlas/templates/landing.html:1:1
      |
    1 | <main id="acme" class="{{ page.kind }}">{{ article.html | safe }}{{ collections | length }} {{ categories | length }}</main>
      | ^
      |
      = help: choose it in a plain page, as with `template = "landing.html"`, or remove it
    "#);
}

#[test]
fn only_plain_pages_choose_their_template() {
    let role = "content/job-descriptions/writer/en.md";
    let toml = site().replace(role, "updated = 2026-11-02", "template = \"landing.html\"");
    insta::assert_snapshot!(toml.diagnostics(), @r#"
    error[unknown-key]: the key `template` is not known here
     --> content/job-descriptions/writer/en.md:4:1
      |
    4 | template = "landing.html"
      | ^^^^^^^^
      |
      = help: only pages of a collection of the kind `page` choose their template; remove it; known here: `title`, `summary`, `slug`, `alternative_titles`, `inflections`, `updated`, `source`, `source_parts`, `grammar`, `draft`, `fields`
    "#);
    let yaml = site().file("content/categories/it/en.md", "---\ntitle: Technology\ntemplate: landing.html\n---\n\nx\n");
    insta::assert_snapshot!(yaml.diagnostics(), @r#"
    warning[unknown-key]: the key `template` is not known here
     --> content/categories/it/en.md:3:1
      |
    3 | template: landing.html
      | ^^^^^^^^
      |
      = help: only pages of a collection of the kind `page` choose their template; remove it, or write `ignore_keys = ["template"]` below its collection in `rolebook.toml`
    "#);
}

#[test]
fn a_template_that_fails_names_the_page_that_has_chosen_it() {
    let site = with_landing_page().replace(IMPRINT, "landing.html", "role.html");
    insta::assert_snapshot!(site.diagnostics(), @r#"
    warning[unexpected-file]: no page and no template uses this template
     --> themes/atlas/templates/landing.html:1:1
      |
    1 | <main id="acme" class="{{ page.kind }}">{{ article.html | safe }}{{ collections | length }} {{ categories | length }}</main>
      | ^
      |
      = help: choose it in a plain page, as with `template = "landing.html"`, or remove it

    error[template]: variable `role` is not defined. Available variables: actions, announcement, article, categories, collections, feed, footer, home, index, locale, message_arguments, navigation, newsletter, page, post_job, related, search, site, skills_page, theme, theme_stylesheet
     --> themes/atlas/templates/role.html:6:39
      |
    6 | <article class="entry" data-title="{{ role.title }}">
      |                                       ^^^^
      |
      = help: correct the template, or choose another in `content/pages/imprint/en.md`
      = note: the file is in the program; to change it, run `rolebook theme export templates/role.html`
    "#);
}

/// Themes that were made before there were plain pages.
#[test]
fn a_theme_that_knows_nothing_of_plain_pages_shows_them_as_articles() {
    let mut site =
        site().replace("rolebook.toml", "[[locales]]\ncode = \"en\"", "theme = \"mine\"\n\n[[locales]]\ncode = \"en\"");
    for template in ["home", "listing", "role", "category", "not-found", "languages"] {
        site = site.file(&format!("themes/mine/templates/{template}.html"), "x");
    }
    let messages = "breadcrumb-home home-summary languages-title languages-summary not-found-title not-found-summary site-name \
                    section-brief section-responsibilities section-requirements placeholder-company home-collections";
    let messages: Vec<_> = messages.split_whitespace().map(|message| format!("{message} = {message}\n")).collect();
    let article = "<p><a href=\"{{ article.collection.url }}\">{{ article.collection.singular }}</a></p>\
                   <h1>{{ article.title }}</h1>{{ article.html | safe }}{{ article.category.title if article.category else \"-\" }}\
                   {% for group in related %}{{ group.heading }}{% endfor %}";
    let site = site
        .file("locales/en/site.ftl", messages.concat())
        .file("themes/mine/templates/article.html", article)
        .file("themes/mine/templates/page.html", "{{ nothing }}");
    insta::assert_snapshot!(site.page("en/imprint/index.html"), @r#"
    <p><a href="/en/">breadcrumb-home</a></p><h1>Imprint</h1><p>Acme is at Example Street, and testers like it.</p>-
    "#);
}

#[test]
fn translations_of_plain_pages_are_kept_up_as_all_texts() {
    let site = site().replace(IMPRINT_DE, "# Impressum\n", "---\nsource: \"000000000000\"\n---\n# Impressum\n");
    insta::assert_snapshot!(site.diagnostics(), @r#"
    warning[stale-translation]: this translation is older than its original
     --> content/pages/imprint/de.md:2:9
      |
    2 | source: "000000000000"
      |         ^^^^^^^^^^^^^^
      |
      = help: bring it up to date, then run `rolebook status --accept pages/imprint/de`
    "#);
    let without_original = site.without(IMPRINT);
    insta::assert_snapshot!(without_original.diagnostics(), @"");
}

#[test]
fn plain_pages_with_questions_are_pages_of_questions() {
    let site = site()
        .replace("rolebook.toml", "kind = \"page\"", "kind = \"page\"\nstructured_data = \"questions\"")
        .file(IMPRINT, "# Questions\n\n### Who?\n\nAcme.\n");
    assert!(site.page("en/questions/index.html").contains("\"@type\":\"FAQPage\""));
    assert!(site.page("de/impressum/index.html").contains("\"@type\":\"WebPage\""));
}

#[test]
fn plain_pages_of_one_title_have_addresses_of_their_own_below_the_home_page() {
    let output = site().file("content/pages/legal/en.md", "# Imprint\n\nThe other.\n").output();
    assert!(output["en/imprint-legal/index.html"].contains("The other."));
    assert!(output.contains_key("en/imprint/index.html"));
}
