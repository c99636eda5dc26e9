//! What pages hold.

use crate::site::{Site, article_text, between, is_page, role_text};

const CONFIG: &str = "rolebook.toml";
const ROLE: &str = "en/job-descriptions/tester/index.html";
const ROLE_DE: &str = "de/stellenbeschreibungen/tester/index.html";

#[test]
fn the_output_has_the_files_of_the_contract() {
    let output = Site::new().output();
    let paths: Vec<_> = output.keys().filter(|path| !path.starts_with("assets/")).map(String::as_str).collect();
    insta::assert_snapshot!(paths.join("\n"), @"
    404.html
    _headers
    _redirects
    de/404.html
    de/a-z/index.html
    de/fachgebiete/index.html
    de/fachgebiete/technik/index.html
    de/index.html
    de/stellenbeschreibungen/index.html
    de/stellenbeschreibungen/tester/index.html
    de/suche/index.html
    en/404.html
    en/a-z/index.html
    en/categories/index.html
    en/categories/technology/index.html
    en/feed.xml
    en/index.html
    en/job-descriptions/index.html
    en/job-descriptions/tester/index.html
    en/job-descriptions/writer/index.html
    en/search/index.html
    index.html
    robots.txt
    search/de/all.json
    search/de/index.json
    search/en/all.json
    search/en/index.json
    sitemap.xml
    ");
}

#[test]
fn assets_are_fingerprinted_and_linked() {
    let output = Site::new().output();
    let style = output.keys().find(|path| path.starts_with("assets/style.")).unwrap();
    assert!(output["en/index.html"].contains(&format!("<link rel=\"stylesheet\" href=\"/{style}\">")));
}

#[test]
fn the_head_names_all_versions_of_a_page() {
    insta::assert_snapshot!(between(&Site::new().page(ROLE_DE), "<head>", "<link rel=\"icon\""), @r##"
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Stellenbeschreibung: Tester (m/w/d) – example.org</title>
    <meta name="description" content="Findet Fehler.">
    <link rel="canonical" href="https://example.org/de/stellenbeschreibungen/tester/">
    <link rel="alternate" hreflang="en" href="https://example.org/en/job-descriptions/tester/">
    <link rel="alternate" hreflang="de" href="https://example.org/de/stellenbeschreibungen/tester/">
    <link rel="alternate" hreflang="x-default" href="https://example.org/en/job-descriptions/tester/">
    <meta property="og:title" content="Stellenbeschreibung: Tester (m/w/d)">
    <meta property="og:description" content="Findet Fehler.">
    <meta property="og:type" content="article">
    <meta property="og:url" content="https://example.org/de/stellenbeschreibungen/tester/">
    <meta property="og:site_name" content="example.org">
    <meta property="og:locale" content="de_DE">
    <meta property="og:locale:alternate" content="en_US">
    <meta name="twitter:card" content="summary">
    <meta name="color-scheme" content="light dark">
    <meta name="theme-color" content="#faf7f1" media="(prefers-color-scheme: light)">
    <meta name="theme-color" content="#171614" media="(prefers-color-scheme: dark)">
    <link rel="icon"
    "##);
}

#[test]
fn a_page_without_translation_has_no_link_to_one() {
    let page = Site::new().page("en/job-descriptions/writer/index.html");
    assert!(!page.contains("hreflang=\"de\""));
    assert!(page.contains("hreflang=\"en\""));
    assert!(!page.contains("Available in"), "a single language is no choice");
}

#[test]
fn links_inside_the_site_begin_with_the_base_path() {
    let site = Site::new().base_url("https://example.github.io/library");
    let page = site.page(ROLE);
    for part in page.split("href=\"").skip(1) {
        let address = part.split('"').next().unwrap();
        let inside = address.starts_with("/library/") || address.starts_with("https://example.github.io/library/");
        assert!(inside || address.starts_with('#'), "{address}");
    }
    assert!(site.page("robots.txt").contains("Sitemap: https://example.github.io/library/sitemap.xml"));
}

#[test]
fn links_in_a_text_lead_to_the_readers_locale() {
    let link = "## brief\n\nMit [Testern](@job-descriptions/tester), [Textern](@job-descriptions/writer), [allen](@job-descriptions).";
    let german = format!("+++\ntitle = \"Technik\"\nsummary = \"x\"\n+++\n\n{link}\n");
    let page = Site::new().file("content/categories/it/de.md", german).page("de/fachgebiete/technik/index.html");
    assert!(page.contains("<a href=\"/de/stellenbeschreibungen/tester/\">Testern</a>"), "{page}");
    assert!(
        page.contains("<a href=\"/en/job-descriptions/writer/\" hreflang=\"en\">Textern</a>"),
        "what is not translated"
    );
    assert!(page.contains("<a href=\"/de/stellenbeschreibungen/\">allen</a>"));
}

#[test]
fn placeholders_are_marked_and_named_in_the_readers_locale() {
    let site = Site::new().replace("content/job-descriptions/tester/de.md", "Wir testen", "Bei {company}");
    let shown = "<span class=\"placeholder\" data-placeholder=\"company\">";
    assert!(between(&site.page(ROLE), shown, "</span>").contains("[company name]"));
    assert!(!between(&site.page(ROLE_DE), shown, "</span>").contains("[company name]"));
}

#[test]
fn values_are_escaped() {
    let site =
        Site::new().replace("content/job-descriptions/tester/en.md", "title = \"Tester\"", "title = \"A & <b>\"");
    let page = site
        .replace("content/job-descriptions/tester/en.md", "Finds faults.", "</script>\\\"'")
        .page("en/job-descriptions/a-b/index.html");
    assert!(page.contains("<h1>A &amp; &lt;b&gt; job description</h1>"), "{page}");
    assert!(
        !between(&page, "<script type=\"application/ld+json\"", "\n</head>")
            .trim_end_matches("</script>\n</head>")
            .contains("</script>")
    );
    let data = between(&page, "{\"@context\"", "</script>").trim_end_matches("</script>");
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    assert_eq!(data["@graph"][0]["name"], "A & <b>");
    assert_eq!(data["@graph"][0]["description"], "</script>\"'");
}

#[test]
fn structured_data_tells_translations_and_the_way() {
    let page = Site::new().page(ROLE);
    let data = between(&page, "{\"@context\"", "</script>").trim_end_matches("</script>");
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&data).unwrap(), @r#"
    {
      "@context": "https://schema.org",
      "@graph": [
        {
          "@id": "https://example.org/en/job-descriptions/tester/",
          "@type": "WebPage",
          "description": "Finds faults.",
          "inLanguage": "en",
          "mainEntity": {
            "@id": "https://example.org/en/job-descriptions/tester/#occupation"
          },
          "name": "Tester",
          "url": "https://example.org/en/job-descriptions/tester/",
          "workTranslation": [
            {
              "@id": "https://example.org/de/stellenbeschreibungen/tester/",
              "@type": "WebPage",
              "inLanguage": "de"
            }
          ]
        },
        {
          "@id": "https://example.org/en/job-descriptions/tester/#occupation",
          "@type": "Occupation",
          "description": "Finds faults.",
          "name": "Tester",
          "qualifications": "Patience",
          "responsibilities": "Test"
        },
        {
          "@type": "BreadcrumbList",
          "itemListElement": [
            {
              "@type": "ListItem",
              "item": "https://example.org/en/",
              "name": "Home",
              "position": 1
            },
            {
              "@type": "ListItem",
              "item": "https://example.org/en/job-descriptions/",
              "name": "Job descriptions",
              "position": 2
            },
            {
              "@type": "ListItem",
              "item": "https://example.org/en/categories/technology/",
              "name": "Technology",
              "position": 3
            },
            {
              "@type": "ListItem",
              "item": "https://example.org/en/job-descriptions/tester/",
              "name": "Tester",
              "position": 4
            }
          ]
        }
      ]
    }
    "#);
    let german = Site::new().page(ROLE_DE);
    assert!(german.contains("\"translationOfWork\":{\"@id\":\"https://example.org/en/job-descriptions/tester/\""));
}

#[test]
fn the_breadcrumb_leads_through_collection_and_category() {
    insta::assert_snapshot!(between(&Site::new().page(ROLE), "<nav class=\"breadcrumb\"", "</nav>"), @r#"
    <nav class="breadcrumb" aria-label="Breadcrumb">
      <ol>
        <li><a href="/en/">Home</a></li>
        <li><a href="/en/job-descriptions/">Job descriptions</a></li>
        <li><a href="/en/categories/technology/">Technology</a></li>
        <li><span aria-current="page">Tester</span></li>
      </ol>
    </nav>
    "#);
}

#[test]
fn chrome_is_shown_as_configured_and_left_out_otherwise() {
    let bare = Site::new().page(ROLE);
    for absent in ["class=\"announcement\"", "class=\"post-job\"", "class=\"newsletter\"", "class=\"actions\""] {
        assert!(!bare.contains(absent), "{absent}");
    }
    assert!(bare.contains("<summary>Contents</summary>"), "without a menu, one of the collections");
    let full = Site::new()
        .append(CONFIG, "[announcement]\nlink = \"@job-descriptions/tester\"\n")
        .append(CONFIG, "[[navigation]]\nid = \"main\"\nitems = [{ id = \"home\", link = \"@/\" }]\n")
        .append(CONFIG, "[[actions]]\nid = \"demo\"\nlink = \"https://example.org/demo\"\n")
        .append(CONFIG, "[post_job]\naction = \"https://example.org/post\"\n[newsletter]\naction = \"https://example.org/news\"\n")
        .append(CONFIG, "[[footer.phones]]\nid = \"gr\"\nnumber = \"+30 210 (000) 01\"\n")
        .append(CONFIG, "[[footer.phones]]\nid = \"sa\"\nnumber = \"\u{ff0b}\u{664}\u{665} ٠١\"\n")
        .append(CONFIG, "[[footer.legal]]\nid = \"privacy\"\nlink = \"https://example.org/privacy\"\n")
        .file(
            "locales/en/site.ftl",
            "announcement = News\n    .link = Read\nnavigation-main = Menu\nnavigation-home = Start\n    .description = Where all begins\n\
             action-demo = Demo\nphone-gr = Greece\nphone-sa = Saudi Arabia\nlegal-privacy = Privacy\n",
        );
    let page = full.page(ROLE);
    assert!(page.contains("<p>News <a href=\"/en/job-descriptions/tester/\">Read</a></p>"));
    assert!(page.contains("<a href=\"/en/\"><strong>Start</strong> <span>Where all begins</span></a>"));
    assert!(page.contains("href=\"https://example.org/demo\">Demo</a>"));
    assert!(page.contains("<a href=\"tel:+3021000001\" dir=\"ltr\">+30 210 (000) 01</a>"));
    assert!(page.contains("<a href=\"tel:+4501\" "), "digits of all scripts are dialed");
    assert!(page.contains("href=\"https://example.org/privacy\">Privacy</a>"));
    assert_eq!(
        page.matches("action=\"https://example.org/post\" method=\"get\"").count(),
        2,
        "the action stands there twice"
    );
    assert_eq!(page.matches("<input type=\"hidden\" name=\"role\" value=\"tester\">").count(), 2);
    let hidden = full.replace(CONFIG, "[announcement]\n", "[announcement]\nshow = false\n").page(ROLE);
    assert!(!hidden.contains("class=\"announcement\""), "the announcement can be switched off");
}

#[test]
fn listings_are_grouped_by_category_and_sorted_as_readers_sort() {
    let mut site = Site::new();
    for (id, title) in [("a", "Zeichner"), ("b", "Ärztin"), ("c", "Bote")] {
        let folder = format!("content/job-descriptions/{id}");
        site = site
            .file(&format!("{folder}/entry.toml"), "category = \"it\"\n")
            .file(&format!("{folder}/de.md"), role_text(title));
    }
    let page = site.page("de/stellenbeschreibungen/index.html");
    let place = |title: &str| page.find(&format!(">{title}<")).unwrap();
    assert!(place("Technik") < place("Ärztin") && place("Ärztin") < place("Bote") && place("Bote") < place("Zeichner"));
}

#[test]
fn the_choice_of_languages_is_the_default_version() {
    let page = Site::new().page("index.html");
    assert!(page.contains("<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://example.org/\">"));
    assert!(page.contains("<a href=\"/de/\" lang=\"de\" hreflang=\"de\" dir=\"ltr\">Deutsch</a>"));
    assert!(page.contains("<link rel=\"canonical\" href=\"https://example.org/\">"));
}

/// Case F5: the choice of languages stands for the site, not for itself.
#[test]
fn the_choice_of_languages_is_called_like_the_site() {
    let page = Site::new().file("locales/en/site.ftl", "site-name = Acme <Jobs>\n").page("index.html");
    assert!(page.contains("\"@type\":\"WebSite\"") && page.contains("\"name\":\"Acme \\u003cJobs>\""), "{page}");
    assert!(page.contains("<h1>Choose your language</h1>"));
}

/// Case F6: whoever asks for an address that is not there may read another language.
#[test]
fn a_page_for_unknown_addresses_offers_the_other_languages() {
    let site = Site::new().append(CONFIG, "[[locales]]\ncode = \"he\"\nname = \"עברית\"\n");
    let output = site.base_url("https://example.org/library/").output();
    insta::assert_snapshot!(between(&output["de/404.html"], "<nav class=\"languages\"", "</nav>"), @r#"
    <nav class="languages" aria-labelledby="languages-start">
        <span id="languages-start">Diese Website in anderen Sprachen</span>
        <ul>
          <li><a href="/library/en/" lang="en" hreflang="en" dir="ltr">English</a></li>
          <li><a href="/library/he/" lang="he" hreflang="he" dir="rtl">עברית</a></li>
        </ul>
      </nav>
    "#);
    for (page, offered) in [("404.html", ["de", "he"]), ("en/404.html", ["de", "he"]), ("he/404.html", ["en", "de"])] {
        let html = &output[page];
        assert_eq!(html.matches("hreflang=").count(), 2, "{page}");
        for code in offered {
            assert!(
                html.contains(&format!("<a href=\"/library/{code}/\" lang=\"{code}\" hreflang=\"{code}\"")),
                "{page}"
            );
        }
    }
}

/// Case F7: no heading is more than one level below the one before it, however long lists are.
#[test]
fn no_level_of_headings_is_left_out() {
    let mut site = Site::new().append(CONFIG, "[[collections]]\nid = \"tutorials\"\nkind = \"article\"\n");
    for number in 0..45 {
        let (title, grouped) = (format!("Title {number}"), if number % 2 == 0 { "category = \"it\"\n" } else { "" });
        site = site
            .file(&format!("content/categories/c{number}/en.md"), article_text(&title))
            .file(&format!("content/tutorials/t{number}/entry.toml"), "")
            .file(&format!("content/tutorials/t{number}/en.md"), article_text(&title))
            .file(&format!("content/tutorials/g{number}/entry.toml"), grouped)
            .file(&format!("content/tutorials/g{number}/en.md"), article_text(&format!("{number}. title")))
            .file(&format!("content/job-descriptions/r{number}/entry.toml"), "category = \"it\"\n")
            .file(&format!("content/job-descriptions/r{number}/en.md"), role_text(&title));
    }
    let output = site.output();
    assert!(output["en/categories/index.html"].contains("<h2>T</h2>"), "letters directly below the title");
    assert!(output["en/job-descriptions/index.html"].contains("<h3>T</h3>"), "letters below a category");
    for (path, html) in output.iter().filter(|(path, _)| is_page(path)) {
        let levels: Vec<u32> = html.split("<h").filter_map(|rest| rest.chars().next()?.to_digit(10)).collect();
        let skips = levels.windows(2).any(|pair| pair[1] > pair[0] + 1);
        assert!(levels.first() == Some(&1) && !skips, "{path}: {levels:?}");
    }
}

#[test]
fn the_sitemap_lists_each_page_with_its_versions() {
    let sitemap = Site::new().page("sitemap.xml");
    insta::assert_snapshot!(between(&sitemap, "<url>\n<loc>https://example.org/en/job-descriptions/tester/", "</url>"), @r#"
    <url>
    <loc>https://example.org/en/job-descriptions/tester/</loc>
    <xhtml:link rel="alternate" hreflang="en" href="https://example.org/en/job-descriptions/tester/"/>
    <xhtml:link rel="alternate" hreflang="de" href="https://example.org/de/stellenbeschreibungen/tester/"/>
    <xhtml:link rel="alternate" hreflang="x-default" href="https://example.org/en/job-descriptions/tester/"/>
    </url>
    "#);
    assert_eq!(sitemap.matches("<url>").count(), 16);
    assert!(!sitemap.contains("404"));
}

#[test]
fn the_feed_holds_dated_entries_newest_first() {
    insta::assert_snapshot!(Site::new().page("en/feed.xml"), @r#"
    <?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
    <title>example.org</title>
    <subtitle>Find out what each role involves and what it takes.</subtitle>
    <id>https://example.org/en/</id>
    <link rel="self" href="https://example.org/en/feed.xml"/>
    <link rel="alternate" href="https://example.org/en/"/>
    <author><name>example.org</name></author>
    <updated>2026-11-02T00:00:00Z</updated>
    <entry>
    <title>Writer</title>
    <id>https://example.org/en/job-descriptions/writer/</id>
    <link href="https://example.org/en/job-descriptions/writer/"/>
    <category term="job-descriptions" label="Job descriptions"/>
    <updated>2026-11-02T00:00:00Z</updated>
    <summary>Writes.</summary>
    </entry>
    </feed>
    "#);
}

#[test]
fn hosts_are_told_what_to_keep_and_what_is_missing() {
    let output = Site::new().output();
    insta::assert_snapshot!(format!("{}---\n{}", output["_headers"], output["_redirects"]), @"
    /*
      X-Content-Type-Options: nosniff
      Referrer-Policy: strict-origin-when-cross-origin
    /assets/*
      Cache-Control: public, max-age=31536000, immutable
    ---
    /en/* /en/404.html 404
    /de/* /de/404.html 404
    ");
}

#[test]
fn a_right_to_left_locale_needs_no_other_template() {
    let arabic = "+++\ntitle = \"تقنية\"\nslug = \"tech\"\nsummary = \"العمل\"\n+++\n\nنص.\n";
    let site = Site::new()
        .append(CONFIG, "[[locales]]\ncode = \"ar\"\nname = \"العربية\"\n")
        .file("content/categories/it/ar.md", arabic);
    let page = site.page("ar/categories/tech/index.html");
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(
        page.contains("<a href=\"/en/categories/technology/\" lang=\"en\" hreflang=\"en\" dir=\"ltr\">English</a>")
    );
}

#[test]
fn drafts_are_left_out_unless_asked_for() {
    let site = Site::new().append("content/job-descriptions/writer/entry.toml", "draft = true\n");
    assert!(!site.output().contains_key("en/job-descriptions/writer/index.html"));
    assert!(site.with_drafts().output().contains_key("en/job-descriptions/writer/index.html"));
}

#[test]
fn a_file_of_the_site_wins_over_the_theme_in_the_program() {
    let site = Site::new()
        .file("themes/atlas/templates/partials/newsletter.html", "<p>mine</p>\n")
        .file("themes/atlas/static/style.css", "body { color: red }\n");
    let output = site.output();
    assert!(output["en/index.html"].contains("<p>mine</p>"));
    let style = output.iter().find(|(path, _)| path.starts_with("assets/style.")).unwrap();
    assert_eq!(style.1, "body { color: red }\n");
}

#[test]
fn a_site_without_a_theme_of_its_own_is_complete() {
    let page = Site::new().page("en/index.html");
    assert!(page.contains("<title>") && page.contains("<footer"));
}
