//! Entries with the same title, and variants of an entry.

use insta::assert_snapshot;

use crate::site::{Site, between, role_text};

const CONFIG: &str = "rolebook.toml";

/// A site with roles of one title, each with its facts.
fn with_roles(roles: &[(&str, &str)]) -> Site {
    let declared = "kind = \"role\"\n[[collections.fields]]\nid = \"level\"\nkind = \"text\"\n[[collections.fields]]\nid = \"place\"\nkind = \"text\"\n";
    let site = Site::new()
        .replace(CONFIG, "kind = \"role\"\n", declared)
        .file("locales/en/site.ftl", "field-level = Level\nfield-place = Place\n")
        .file("locales/de/site.ftl", "field-level = Stufe\nfield-place = Ort\n");
    roles.iter().fold(site, |site, (name, facts)| {
        site.file(&format!("content/job-descriptions/{name}/entry.toml"), format!("category = \"it\"\n{facts}"))
            .file(&format!("content/job-descriptions/{name}/en.md"), role_text("Account Manager"))
    })
}

/// The titles of the lists of a page that begin so, in order.
fn listed<'p>(page: &'p str, beginning: &str) -> Vec<&'p str> {
    let titles = page.split("</a>").filter_map(|before| before.rsplit_once('>')).map(|(_, title)| title);
    titles.filter(|title| title.starts_with(beginning)).collect()
}

/// Case T15: brothers are three and more, ids that begin with the slug, slugs that are taken, other languages and styles.
#[test]
fn the_same_title_twice_is_no_mistake() {
    let site = with_roles(&[("account-manager", ""), ("account-manager-berlin", ""), ("key-accounts", "")]);
    assert_eq!(site.diagnostics(), "");
    let output = site.output();
    for slug in ["account-manager", "account-manager-berlin", "account-manager-key-accounts"] {
        assert!(output.contains_key(&format!("en/job-descriptions/{slug}/index.html")), "{slug}");
    }
    let ids = [
        "Account Manager (account-manager)",
        "Account Manager (account-manager-berlin)",
        "Account Manager (key-accounts)",
    ];
    assert_eq!(listed(&output["en/job-descriptions/index.html"], "Account"), ids);
    let searched: String =
        output.iter().filter(|(path, _)| path.starts_with("search/en/")).map(|(_, text)| &**text).collect();
    assert!(ids.iter().all(|title| searched.contains(title)), "{searched}");
    assert!(
        output["en/job-descriptions/account-manager/index.html"].contains("<title>Account Manager job description")
    );
}

#[test]
fn a_field_tells_entries_of_one_title_apart() {
    let site = with_roles(&[
        ("a", "[fields]\nlevel = \"Senior\"\nplace = \"Berlin\"\n"),
        ("b", "[fields]\nlevel = \"Senior\"\nplace = \"Athens\"\n"),
        ("c", "[fields]\nlevel = \"Senior\"\n"),
    ]);
    assert_eq!(site.diagnostics(), "");
    assert_eq!(
        listed(&site.page("en/job-descriptions/index.html"), "Account"),
        ["Account Manager (Berlin)", "Account Manager (Athens)", "Account Manager"]
    );
    let two = with_roles(&[
        ("a", "[fields]\nlevel = \"Senior\"\nplace = \"Berlin\"\n"),
        ("b", "[fields]\nlevel = \"Junior\"\nplace = \"Berlin\"\n"),
        ("c", "[fields]\nlevel = \"Junior\"\nplace = \"Athens\"\n"),
    ]);
    assert_eq!(
        listed(&two.page("en/job-descriptions/index.html"), "Account"),
        ["Account Manager (Senior, Berlin)", "Account Manager (Junior, Berlin)", "Account Manager (Junior, Athens)"]
    );
}

#[test]
fn a_written_slug_is_kept() {
    let written = role_text("Other").replace("summary", "slug = \"account-manager\"\nsummary");
    let site = with_roles(&[("a", ""), ("b", "")]).file("content/job-descriptions/z/en.md", &written);
    assert_eq!(site.diagnostics(), "");
    let output = site.output();
    assert!(output["en/job-descriptions/account-manager/index.html"].contains("Other"));
    for slug in ["account-manager-a", "account-manager-b"] {
        assert!(output.contains_key(&format!("en/job-descriptions/{slug}/index.html")), "{slug}");
    }
    let twice = site.file("content/job-descriptions/y/en.md", &written).diagnostics();
    assert!(twice.contains("error[duplicate-path]"), "{twice}");
}

#[test]
fn slugs_that_would_be_too_long_or_taken_get_others() {
    let title = "Sachbearbeiterin ".repeat(6);
    let id = "sachbearbeiterin-im-aussendienst-der-hauptverwaltung-nord";
    let mut site = with_roles(&[]);
    for name in ["a", id] {
        site = site.file(&format!("content/job-descriptions/{name}/en.md"), role_text(title.trim()));
    }
    assert_eq!(site.diagnostics().matches("error").count(), 0, "{}", site.diagnostics());
    assert!(site.output().contains_key(&format!("en/job-descriptions/{id}/index.html")));
    let taken =
        with_roles(&[("a", ""), ("b", "")]).file("content/job-descriptions/c/en.md", role_text("Account Manager b"));
    let output = taken.output();
    for slug in ["account-manager", "account-manager-b", "account-manager-b-2"] {
        assert!(output.contains_key(&format!("en/job-descriptions/{slug}/index.html")), "{slug}");
    }
}

#[test]
fn variants_share_a_line_and_lead_to_each_other() {
    let site = with_roles(&[
        ("engineer", ""),
        ("senior", "variant_of = \"engineer\"\n[fields]\nlevel = \"Senior\"\n"),
        ("junior", "variant_of = \"engineer\"\n[fields]\nlevel = \"Junior\"\n"),
    ]);
    assert_eq!(site.diagnostics(), "");
    let output = site.output();
    let listing = &output["en/job-descriptions/index.html"];
    let details = between(listing, "<details class=\"variants\">", "</details>");
    assert!(details.contains("<summary>2 variants</summary>"));
    assert_eq!(listed(details, "Account"), ["Account Manager (Junior)", "Account Manager (Senior)"]);
    assert_eq!(listed(listing, "Account").len(), 3, "none of them has a line of its own");
    assert!(listing.contains("5 entries"), "all are counted");
    for (slug, current) in
        [("account-manager", "Account Manager"), ("account-manager-senior", "Account Manager (Senior)")]
    {
        let page = &output[&format!("en/job-descriptions/{slug}/index.html")];
        let variants = between(page, "<nav class=\"variants\"", "</nav>");
        assert!(variants.contains(&format!("<span aria-current=\"page\">{current}</span>")), "{variants}");
        assert_eq!(variants.matches("<a href").count(), 2);
        assert!(
            !page.contains("related-job-descriptions")
                || !between(page, "related-job-descriptions", "</section>").contains("Account")
        );
    }
    assert!(output["en/categories/technology/index.html"].contains("<details class=\"variants\">"));
    let template =
        "{% for group in listing.groups %}{% for entry in group.entries %}{{ entry.title }};{% endfor %}{% endfor %}";
    let plain = site.with_plain_theme().file("themes/plain/templates/listing.html", template);
    let listing = plain.page("en/job-descriptions/index.html");
    assert_eq!(listing.matches("Account").count(), 3, "a theme that knows nothing of variants shows all: {listing}");
}

#[test]
fn variants_of_nothing_are_reported() {
    let site = with_roles(&[
        ("engineer", "variant_of = \"engineer\"\n"),
        ("senior", "variant_of = \"enginer\"\n"),
        ("tester-berlin", "variant_of = \"tester\"\n"),
        ("tester-mitte", "variant_of = \"tester-berlin\"\n"),
    ]);
    assert_snapshot!(site.diagnostics(), @r#"
    error[invalid-value]: an entry cannot be a variant of itself
     --> content/job-descriptions/engineer/entry.toml:2:14
      |
    2 | variant_of = "engineer"
      |              ^^^^^^^^^^
      |
      = help: name the entry that lists are to show, or remove `variant_of`

    error[unknown-reference]: there is no entry `enginer` in `job-descriptions`
     --> content/job-descriptions/senior/entry.toml:2:14
      |
    2 | variant_of = "enginer"
      |              ^^^^^^^^^
      |
      = help: did you mean `engineer`?

    error[invalid-value]: `tester-berlin` is a variant itself, of `tester`
     --> content/job-descriptions/tester-mitte/entry.toml:2:14
      |
    2 | variant_of = "tester-berlin"
      |              ^^^^^^^^^^^^^^^
      |
      = help: write `variant_of = "tester"`
    "#);
}

#[test]
fn ids_tell_apart_only_what_fields_do_not() {
    let at = |place: &str| format!("[fields]\nplace = \"{place}\"\n");
    let (berlin, paris) = (at("Berlin"), at("Paris"));
    let site = with_roles(&[("a", &berlin), ("b", &berlin), ("c", &paris)]);
    assert_eq!(
        listed(&site.page("en/job-descriptions/index.html"), "Account"),
        ["Account Manager (Berlin, a)", "Account Manager (Berlin, b)", "Account Manager (Paris)"]
    );
}
