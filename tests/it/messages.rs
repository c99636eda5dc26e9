//! What messages say on pages.

use crate::site::{Site, between};

const HOME: &str = "themes/atlas/templates/home.html";

/// A site whose home page shows one message.
fn showing(call: &str) -> Site {
    Site::new().file(HOME, format!("<p>{{{{ {call} }}}}</p>\n"))
}

fn shown(site: &Site, locale: &str) -> String {
    between(&site.page(&format!("{locale}/index.html")), "<p>", "</p>").to_owned()
}

#[test]
fn the_sites_messages_are_laid_over_the_themes() {
    let site = showing("t(id=\"site-name\")");
    assert_eq!(shown(&site, "en"), "<p>example.org</p>");
    let own_term = site.clone().file("locales/en/site.ftl", "-brand = Acme\n");
    assert_eq!(shown(&own_term, "en"), "<p>Acme</p>", "the theme's messages use the site's terms");
    let own_message = site.file("locales/de/deep/er/site.ftl", "site-name = Unsere Bibliothek\n");
    assert_eq!(shown(&own_message, "de"), "<p>Unsere Bibliothek</p>");
}

#[test]
fn messages_that_refer_to_others_say_what_those_say_of_what_they_are_handed() {
    let site = showing("t(id=\"both\", name=\"A\") ~ t(id=\"both\", name=\"B\")").file(
        "locales/en/site.ftl",
        "-brand = Acme\n\
         both = { own.name }, { greeting } { fixed }.\n\
         greeting = hello { $name }\n\
         fixed = at { site-name }\n\
         own =\n    .name = { -brand }\n",
    );
    assert_eq!(shown(&site, "en"), "<p>Acme, hello A at Acme.Acme, hello B at Acme.</p>");
}

#[test]
fn missing_messages_come_from_the_fallback_chain() {
    let site = showing("t(id=\"greeting\")")
        .replace("rolebook.toml", "name = \"Deutsch\"\n", "name = \"Deutsch\"\n\n[[locales]]\ncode = \"de-AT\"\nname = \"Deutsch (Österreich)\"\nfallback = [\"de\"]\n")
        .file("locales/en/site.ftl", "greeting = Hello\n    .title = Title\n");
    assert_eq!(shown(&site, "de-AT"), "<p>Hello</p>");
    let site = site.file("locales/de/site.ftl", "greeting = Guten Tag\n");
    assert_eq!(shown(&site, "de-AT"), "<p>Guten Tag</p>");
    let site = site.file("locales/de-AT/site.ftl", "greeting = Servus\n");
    assert_eq!(shown(&site, "de-AT"), "<p>Servus</p>");
    let attribute = site.file(HOME, "<p>{{ t(id=\"greeting.title\") }}</p>\n");
    assert_eq!(shown(&attribute, "de-AT"), "<p>Title</p>", "attributes fall back by themselves");
}

#[test]
fn plurals_follow_the_locale() {
    let french = "[[locales]]\ncode = \"fr\"\nname = \"Français\"\n";
    let site = |count: &str| {
        showing(&format!("t(id=\"roles\", count={count})"))
            .append("rolebook.toml", french)
            .file(
                "locales/en/site.ftl",
                "roles = { $count ->\n    [one] { $count } role\n   *[other] { $count } roles\n}\n",
            )
            .file(
                "locales/fr/site.ftl",
                "roles = { $count ->\n    [one] { $count } fiche\n   *[other] { $count } fiches\n}\n",
            )
    };
    for (count, english, other) in
        [("0", "0 roles", "0 fiche"), ("1", "1 role", "1 fiche"), ("2", "2 roles", "2 fiches")]
    {
        assert_eq!(shown(&site(count), "en"), format!("<p>{english}</p>"));
        assert_eq!(shown(&site(count), "fr"), format!("<p>{other}</p>"));
    }
}

#[test]
fn messages_on_a_role_know_its_title_grammar_and_category() {
    let site = Site::new()
        .replace(
            "content/job-descriptions/tester/en.md",
            "+++\n\n## brief",
            "[grammar]\nplural = \"Testers\"\n+++\n\n## brief",
        )
        .file("locales/en/site.ftl", "role-heading = { $role }, { $role_plural } of { $category }, { $count }\n");
    let site = ["tester/de", "writer/en"].into_iter().fold(site, |site, text| {
        let grammar = "[grammar]\nplural = \"x\"\n+++\n\n## brief";
        site.replace(&format!("content/job-descriptions/{text}.md"), "+++\n\n## brief", grammar)
    });
    let heading = site.page("en/job-descriptions/tester/index.html");
    assert!(heading.contains("<h1>Tester, Testers of Technology, 1</h1>"), "{heading}");
}

#[test]
fn headings_of_sections_know_the_role() {
    let site = Site::new().file("locales/en/site.ftl", "section-brief = About the { $role }\n");
    assert!(site.page("en/job-descriptions/tester/index.html").contains(">About the Tester</h2>"));
}

#[test]
fn messages_are_text_and_not_html() {
    let site =
        showing("t(id=\"greeting\", name=\"<i>\")").file("locales/en/site.ftl", "greeting = <b>Hello</b> { $name }\n");
    assert_eq!(shown(&site, "en"), "<p>&lt;b&gt;Hello&lt;/b&gt; &lt;i&gt;</p>");
}

#[test]
fn dates_are_written_as_the_locale_writes_them() {
    let site = showing("t(id=\"date\", date=\"2026-11-02\")");
    assert_eq!(shown(&site, "en"), "<p>November 2, 2026</p>");
    assert_eq!(shown(&site, "de"), "<p>2. November 2026</p>");
}

#[test]
fn isolation_marks_stand_in_text_only_and_where_directions_meet() {
    let template = "<title>{{ t(id=\"greeting\", name=\"דנה\") }}</title><a title=\"{{ t(id=\"greeting\", name=\"דנה\") }}\">\
                    {{ t(id=\"greeting\", name=\"דנה\") }}, {{ t(id=\"greeting\", name=\"Dana\") }}</a>\n";
    let page = Site::new()
        .file(HOME, template)
        .file("locales/en/site.ftl", "greeting = Hello { $name }!\n")
        .page("en/index.html");
    assert_eq!(page, "<title>Hello דנה!</title><a title=\"Hello דנה!\">Hello \u{2068}דנה\u{2069}!, Hello Dana!</a>\n");
}
