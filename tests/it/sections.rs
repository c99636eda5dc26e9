//! Sections of roles: keys, the words of a language, headings of the author's own.

use insta::assert_snapshot;

use rolebook::id::EntryId;

use crate::documents::part;
use crate::site::{Site, between};

const CONFIG: &str = "rolebook.toml";
const EN: &str = "content/job-descriptions/tester/en.md";
const DE: &str = "content/job-descriptions/tester/de.md";
const EN_PAGE: &str = "en/job-descriptions/tester/index.html";
const DE_PAGE: &str = "de/stellenbeschreibungen/pruefer/index.html";

/// The site with a text of the tester that has this body.
fn with(site: Site, body: &str) -> Site {
    site.file(EN, format!("+++\ntitle = \"Tester\"\nsummary = \"S\"\n+++\n\n{body}"))
}

fn in_german(body: &str) -> Site {
    Site::new().file(DE, format!("+++\ntitle = \"Prüfer\"\nsummary = \"S\"\n+++\n\n{body}"))
}

/// The site whose roles need no section.
fn free() -> Site {
    Site::new().replace(CONFIG, "kind = \"role\"\n", "kind = \"role\"\nrequired_sections = []\n")
}

/// The level-2 headings of the text of a page, each with its id.
fn headings(page: &str) -> Vec<String> {
    let text = between(page, "<div class=\"text\">", "<div class=\"side\">");
    let headings = text.split("<h2 id=\"").skip(1).map(|rest| {
        let (id, rest) = rest.split_once("\">").unwrap();
        format!("{id}: {}", rest.split_once("</h2>").unwrap().0)
    });
    headings.collect()
}

/// Case T11: brothers are case, accents, signs, emphasis, links, numbers of another script, and headings that are underlined.
#[test]
fn the_words_of_a_section_stand_for_it() {
    for (brief, responsibilities, requirements) in [
        ("## Job Brief", "## Responsibilities", "## Requirements"),
        ("## JOB BRIEF:", "## **Responsibilities**", "## [Requirements](@)"),
        ("Job brief\n---", "## 🎯 Responsibilities", "##   Requirements ##"),
        ("## `Job`&nbsp;brief {#about}", "# Responsibilities", "Requirements\n==="),
    ] {
        let site = with(Site::new(), &format!("{brief}\n\nA\n\n{responsibilities}\n\n- B\n\n{requirements}\n\n- C\n"));
        let said = site.diagnostics();
        let about_levels = said.matches("stands as high as the title").count();
        assert_eq!(said.matches("= help").count(), about_levels, "{said}");
        let found = headings(&site.page(EN_PAGE));
        let first = if brief.contains("#about") { "about: Job brief" } else { "brief: Job brief" };
        assert_eq!(found, [first, "responsibilities: Responsibilities", "requirements: Requirements"]);
    }
    let site = in_german("## Über die Stelle\n\nA\n\n## AUFGABEN\n\n- B\n\n## anforderungen\n\n- C\n");
    assert_eq!(site.diagnostics(), "");
    let found = headings(&site.page(DE_PAGE));
    assert!(found[1].starts_with("responsibilities: ") && found[2].starts_with("requirements: "), "{found:?}");
}

#[test]
fn the_words_of_the_theme_and_further_ones_stay_known() {
    let own = "section-requirements = What you bring\n    .also = Your profile; Skills, degrees\n";
    for heading in ["What you bring", "Requirements", "your  profile", "Skills, Degrees", "requirements"] {
        let site = with(
            Site::new()
                .file("locales/en/site.ftl", own)
                .file("locales/de/site.ftl", "section-requirements = Das bringen Sie mit\n"),
            &format!("## brief\n\nA\n\n## responsibilities\n\n- B\n\n## {heading}\n\n- C\n"),
        );
        assert_eq!(site.diagnostics(), "", "{heading}");
        assert_eq!(headings(&site.page(EN_PAGE))[2], "requirements: What you bring", "{heading}");
    }
}

#[test]
fn other_words_are_headings_of_the_authors_own() {
    let body = "## brief\n\nA\n\n## Why you should *not* apply at {company} <b>\n\n[up](#benefits-at-work)\n\n### At work\n\nx\n\n\
                ## Benefits at work\n\nB\n\n## 福利厚生\n\nC\n\n## !\n\nD\n";
    let site = with(free(), body);
    assert_eq!(site.diagnostics().matches("= help").count(), 1, "only of the HTML: {}", site.diagnostics());
    let page = site.page(EN_PAGE);
    assert_eq!(
        headings(&page),
        [
            "brief: Job brief",
            "why-you-should-not-apply-at-company-b: Why you should <em>not</em> apply at <span class=\"placeholder\" \
             data-placeholder=\"company\">[company name]</span> &lt;b&gt;",
            "benefits-at-work: Benefits at work",
            "fu-li-hou-sheng: 福利厚生",
            "section-5: !",
        ]
    );
    assert!(page.contains("<h3 id=\"why-you-should-not-apply-at-company-b-at-work\">"), "{page}");
    let words = part(&site.binary("en/job-descriptions/tester/tester.docx"), "word/document.xml");
    assert!(words.contains("Why you should not apply at [company name] &lt;b&gt;"), "{words}");
    let index = site.output();
    let index: String =
        index.iter().filter(|(path, _)| path.starts_with("search/en/")).map(|(_, text)| &**text).collect();
    assert!(index.contains("\"apply\"") && index.contains("\"福\""), "free headings are found");
}

#[test]
fn a_placeholder_in_a_heading_needs_words() {
    let site = with(free(), "## Life in {town}\n\nA\n");
    assert_snapshot!(site.diagnostics(), @"
    error[missing-message]: the message `placeholder-town` is not defined
     --> content/job-descriptions/tester/en.md:6:1
      |
    6 | ## Life in {town}
      | ^^^^^^^^^^^^^^^^^
      |
      = help: write `placeholder-town = [town]` in `locales/en/site.ftl`
    ");
}

#[test]
fn what_looks_like_a_key_needs_a_message() {
    assert_snapshot!(with(free(), "## pay-and-hours\n\nA\n").diagnostics(), @r#"
    warning[missing-section]: the section `pay-and-hours` is missing, which the original has
     --> content/job-descriptions/tester/de.md:2:9
      |
    2 | title = "Tester (m/w/d)"
      |         ^^^^^^^^^^^^^^^^
      |
      = help: add the heading `## pay-and-hours` and the translation of its text; if another heading stands for it, name that in `section-pay-and-hours.also`

    error[unknown-section]: no message names the section `pay-and-hours`
     --> content/job-descriptions/tester/en.md:6:1
      |
    6 | ## pay-and-hours
      | ^^^^^^^^^^^^^^^^
      |
      = help: write `## Pay and hours`, which is shown as it is, or write `section-pay-and-hours = Pay and hours` in `locales/en/site.ftl`
    "#);
    for body in ["## Pay and hours\n\nA\n", "## pay-and-hours\n\nA\n"] {
        let site = free().file("locales/en/site.ftl", "section-pay-and-hours = Pay and hours\n");
        let site = with(site, body);
        assert_eq!(headings(&site.page(EN_PAGE)), ["pay-and-hours: Pay and hours"]);
    }
}

#[test]
fn a_slip_is_hinted_at() {
    assert_snapshot!(with(free(), "## Brief\n\nA\n\n## Requirments\n\nB\n\n## Benfits:\n\nC\n").diagnostics(), @"
    hint[unknown-section]: `Brief` is close to what the section `brief` is called
     --> content/job-descriptions/tester/en.md:6:1
      |
    6 | ## Brief
      | ^^^^^^^^
      |
      = help: write `## brief` if it is that section; the heading is shown as it is written

    hint[unknown-section]: `Requirments` is close to what the section `requirements` is called
      --> content/job-descriptions/tester/en.md:10:1
       |
    10 | ## Requirments
       | ^^^^^^^^^^^^^^
       |
       = help: write `## requirements` if it is that section; the heading is shown as it is written

    hint[unknown-section]: `Benfits:` is close to what the section `benefits` is called
      --> content/job-descriptions/tester/en.md:14:1
       |
    14 | ## Benfits:
       | ^^^^^^^^^^^
       |
       = help: write `## benefits` if it is that section; the heading is shown as it is written
    ");
    assert_eq!(with(free(), "## Beliefs\n\nA\n\n## Our team\n\nB\n").diagnostics(), "");
}

#[test]
fn text_before_the_first_heading_is_the_brief() {
    let rest = "## responsibilities\n\n- B\n\n## requirements\n\n- C\n";
    let site = with(Site::new(), &format!("We test at {{company}}.\n\n### Where\n\nHere.\n\n{rest}"));
    assert_eq!(site.diagnostics(), "");
    let page = site.page(EN_PAGE);
    assert_eq!(headings(&page)[0], "brief: Job brief");
    assert!(page.contains("<h3 id=\"where\">Where</h3>"));
    for brief in ["## brief", "## Job brief"] {
        let site = with(Site::new(), &format!("At {{company}}.\n\n{rest}\n{brief}\n\nIn {{city}}.\n"));
        assert_eq!(site.diagnostics(), "");
        let page = site.page(EN_PAGE);
        assert_eq!(headings(&page).len(), 3);
        let text = between(&page, "<h2 id=\"brief\">Job brief</h2>", "</section>");
        assert!(text.find("company").unwrap() < text.find("city").unwrap(), "{text}");
    }
    assert_eq!(headings(&with(free(), "Only words.\n").page(EN_PAGE)), ["brief: Job brief"]);
    assert_eq!(headings(&with(free(), "<!-- Nothing. -->\n\n## Pay\n\nA\n").page(EN_PAGE)), ["pay: Pay"]);
}

/// Case T12.
#[test]
fn a_second_title_is_shown_below_the_first() {
    let site = with(free(), "# Tester\n\nA\n\n## Pay\n\n> # Quoted\n");
    assert_snapshot!(site.diagnostics(), @"
    warning[invalid-value]: this heading stands as high as the title of the page
     --> content/job-descriptions/tester/en.md:6:1
      |
    6 | # Tester
      | ^^^^^^^^
      |
      = help: it is shown as a heading of level 2; write `##`, or remove it if it is the title

    warning[invalid-value]: this heading stands as high as the title of the page
      --> content/job-descriptions/tester/en.md:12:3
       |
    12 | > # Quoted
       |   ^^^^^^^^
       |
       = help: it is shown as a heading of level 2; write `##`, or remove it if it is the title
    ");
    let page = site.page(EN_PAGE);
    assert_eq!(page.matches("<h1").count(), 1);
    assert_eq!(headings(&page), ["tester: Tester", "pay: Pay", "pay-quoted: Quoted"]);
}

/// Case T13: brothers are other levels, quotes, lists and spaces.
#[test]
fn headings_without_a_space_are_named() {
    for (line, right) in [
        ("##brief", "## brief"),
        ("##\u{a0}brief", "## brief"),
        ("A line\n##Pay", "## Pay"),
        ("> ###Who", "### Who"),
        ("#\u{a0}Tester", "# Tester"),
        ("##\u{3000}職務", "## 職務"),
    ] {
        let said = with(free(), &format!("{line}\n\nA\n")).diagnostics();
        assert!(said.starts_with("warning[pasted-text]: this is no heading"), "{line}: {said}");
        assert!(said.contains("put a space after `#") && said.ends_with(&format!("`{right}`")), "{said}");
    }
    for line in ["#jobs", "`##a`", "    ##a", "\\##a", "C## is none"] {
        assert_eq!(with(free(), &format!("{line}\n\nA\n")).diagnostics(), "", "{line}");
    }
}

/// Case T6.
#[test]
fn what_is_empty_is_reported() {
    let site = Site::new().replace(EN, "- Patience\n", "<!-- soon -->\n").replace(DE, "- Geduld\n", "");
    assert_snapshot!(site.diagnostics(), @"
    warning[missing-section]: the section `requirements` is empty
      --> content/job-descriptions/tester/de.md:15:1
       |
    15 | ## requirements
       | ^^^^^^^^^^^^^^^
       |
       = help: write its text below the heading, or remove the heading

    warning[missing-section]: the section `requirements` is empty
      --> content/job-descriptions/tester/en.md:14:1
       |
    14 | ## requirements
       | ^^^^^^^^^^^^^^^
       |
       = help: write its text below the heading, or remove the heading
    ");
    // What `rolebook new role` writes stands for a text to be written.
    for dots in ["…", "- …"] {
        let site = Site::new().replace(EN, "- Patience\n", dots);
        let said = site.diagnostics();
        assert!(said.contains("warning[missing-section]: the section `requirements` has dots for its text"), "{said}");
    }
    assert_eq!(Site::new().replace(EN, "- Patience\n", "- Patience …\n").diagnostics(), "");
    for title in ["", " ", "\u{200b}\u{a0}"] {
        let said = Site::new().replace(EN, "title = \"Tester\"", &format!("title = \"{title}\"")).diagnostics();
        assert!(said.starts_with("error[missing-key]: this title has no words\n"), "{said}");
    }
    let site = Site::new().replace(
        EN,
        "summary = \"Finds faults.\"",
        "summary = \" \"\nalternative_titles = [\"\", \"Checker\"]\ninflections = [\"\\t\"]",
    );
    assert_snapshot!(site.diagnostics(), @r#"
    warning[invalid-value]: this summary has no words
     --> content/job-descriptions/tester/en.md:3:11
      |
    3 | summary = " "
      |           ^^^
      |
      = help: write one or two sentences, or remove the key: the first sentence of the text serves in its place

    warning[invalid-value]: this title has no words
     --> content/job-descriptions/tester/en.md:4:23
      |
    4 | alternative_titles = ["", "Checker"]
      |                       ^^
      |
      = help: remove it

    warning[invalid-value]: this title has no words
     --> content/job-descriptions/tester/en.md:5:16
      |
    5 | inflections = ["\t"]
      |                ^^^^
      |
      = help: remove it
    "#);
    assert!(site.page(EN_PAGE).contains("Checker"));
}

/// Case M13.
#[test]
fn sections_of_the_original_are_missed_in_translations() {
    let salary = "\n## benefits\n\nMuch.\n\n## Pay\n\nMore.\n";
    assert_snapshot!(Site::new().append(EN, salary).diagnostics(), @r#"
    warning[missing-section]: the section `benefits` is missing, which the original has
     --> content/job-descriptions/tester/de.md:2:9
      |
    2 | title = "Tester (m/w/d)"
      |         ^^^^^^^^^^^^^^^^
      |
      = help: add the heading `## benefits` and the translation of its text; if another heading stands for it, name that in `section-benefits.also`
    "#);
    assert_eq!(Site::new().append(EN, salary).append(DE, "\n## benefits\n\nViel.\n").diagnostics(), "");
    assert_snapshot!(Site::new().replace(DE, "## requirements\n\n- Geduld\n", "").diagnostics(), @r#"
    warning[missing-section]: the section `requirements` is missing, which the original has
     --> content/job-descriptions/tester/de.md:2:9
      |
    2 | title = "Tester (m/w/d)"
      |         ^^^^^^^^^^^^^^^^
      |
      = help: add the heading `## requirements` and the translation of its text; if another heading stands for it, name that in `section-requirements.also`
    "#);
    let only = Site::new().without(EN).replace(DE, "## requirements\n\n- Geduld\n", "").diagnostics();
    assert!(only.contains("error[missing-section]: the section `requirements` is missing\n"), "{only}");
}

#[test]
fn a_collection_says_which_sections_it_asks_for() {
    let with_sections = |keys: &str| {
        Site::new().replace(CONFIG, "kind = \"role\"\n", &format!("kind = \"role\"\nrequired_sections = [{keys}]\n"))
    };
    assert_snapshot!(with_sections("\"brief\", \"salary\", \"Job brief\"").diagnostics(), @r#"
    warning[missing-section]: the section `salary` is missing, which the collection asks for
     --> content/job-descriptions/tester/de.md:2:9
      |
    2 | title = "Tester (m/w/d)"
      |         ^^^^^^^^^^^^^^^^
      |
      = help: write it under a heading `## salary`, in the original, too

    error[missing-section]: the section `salary` is missing
     --> content/job-descriptions/tester/en.md:2:9
      |
    2 | title = "Tester"
      |         ^^^^^^^^
      |
      = help: add a heading `## salary` with its text below; which sections a collection asks for is said by `required_sections` in `rolebook.toml`

    error[missing-section]: the section `salary` is missing
     --> content/job-descriptions/writer/en.md:2:9
      |
    2 | title = "Writer"
      |         ^^^^^^^^
      |
      = help: add a heading `## salary` with its text below; which sections a collection asks for is said by `required_sections` in `rolebook.toml`

    error[unknown-section]: no message names the section `salary`
      --> rolebook.toml:15:31
       |
    15 | required_sections = ["brief", "salary", "Job brief"]
       |                               ^^^^^^^^
       |
       = help: write `section-salary = Salary` in `locales/en/site.ftl`

    error[invalid-id]: `Job brief` cannot be the id of a section
      --> rolebook.toml:15:41
       |
    15 | required_sections = ["brief", "salary", "Job brief"]
       |                                         ^^^^^^^^^^^
       |
       = help: write `job-brief`; what readers see is the message `section-job-brief = Job brief`
    "#);
    let article = Site::new()
        .append(CONFIG, "\n[[collections]]\nid = \"news\"\nkind = \"article\"\nrequired_sections = [\"brief\"]\n");
    assert_snapshot!(article.diagnostics(), @r#"
    warning[no-entries]: there is nothing in `content/news/`, so the collection is empty
      --> rolebook.toml:21:6
       |
    21 | id = "news"
       |      ^^^^^^
       |
       = help: write an entry in it, or take the collection out

    warning[missing-message]: no message names the collection `news`
      --> rolebook.toml:21:6
       |
    21 | id = "news"
       |      ^^^^^^
       |
       = help: write `collection-news = News` in `locales/en/site.ftl`, with the attributes `.slug` and `.singular`; until then the id is shown

    error[invalid-value]: only roles have sections
      --> rolebook.toml:23:22
       |
    23 | required_sections = ["brief"]
       |                      ^^^^^^^
       |
       = help: remove `required_sections`, or write `kind = "role"`
    "#);
}

/// `## Job brief` and `## brief` are the same to translators; headings of the author's own count by their number.
#[test]
fn revisions_know_sections_by_their_keys() {
    let revision = |site: Site| {
        let site = site.sound();
        let id = EntryId { collection: "job-descriptions".into(), name: "tester".into() };
        let role = site.library.entry(&id).unwrap();
        let body = site.bodies.get(role, site.library.default_locale).unwrap();
        body.revision.clone().unwrap()
    };
    let by_keys = revision(Site::new());
    let in_words =
        Site::new().replace(EN, "## brief", "## **Job** Brief").replace(EN, "## requirements", "## Requirements:");
    assert_eq!(revision(in_words), by_keys);
    let of = |heading: &str, text: &str| revision(Site::new().append(EN, &format!("\n## {heading}\n\n{text}\n")));
    let own = of("Why we", "Cake.");
    assert_eq!(own.parts.last().unwrap().0, "#1");
    assert_eq!(own, of("Why we {#why}", "Cake."));
    for other in [of("Why they", "Cake."), of("Why we", "Pie.")] {
        let recorded = own.parts.iter().cloned().collect();
        assert_eq!(other.changed_since(&recorded), ["#1"]);
    }
}

/// A theme that shows nothing but what themes always were handed shows all sections.
#[test]
fn themes_that_know_nothing_of_own_headings_show_them() {
    let site = with(free(), "Words.\n\n## Pay in {city}\n\nA\n");
    let template =
        "{% for section in role.sections %}[{{ section.key }}|{{ section.id }}|{{ section.heading }}]{% endfor %}";
    let site = site.file("themes/atlas/templates/role.html", template);
    assert_eq!(site.page(EN_PAGE), "[brief|brief|Job brief][|pay-in-city|Pay in [city]]");
}

#[test]
fn headings_keep_their_links_and_line_ends() {
    let site = with(
        free(),
        "## [Apply here](https://example.org/apply) or `call`\n\nA\n\nTwo\nlines\n---\n\nB\n\n## 2026\n\nC\n",
    );
    assert_eq!(site.diagnostics(), "");
    assert_eq!(
        headings(&site.page(EN_PAGE)),
        [
            "apply-here-or-call: <a href=\"https://example.org/apply\">Apply here</a> or <code>call</code>",
            "two-lines: Two\nlines",
            "2026: 2026",
        ]
    );
    let long = "word ".repeat(40);
    let page = with(free(), &format!("## {long}\n\nA\n\n### {long}\n")).page(EN_PAGE);
    let ids = page.split(" id=\"word").skip(1).map(|rest| rest.split_once('"').unwrap().0.len());
    assert!(ids.max().unwrap() <= 165, "ids are cut");
}

/// One section by two of its names is one twice.
#[test]
fn a_section_twice_is_found_by_any_of_its_names() {
    for (first, second) in [("benefits", "Benefits"), ("Benefits", "BENEFITS:"), ("Benefits", "benefits")] {
        let said = with(free(), &format!("## {first}\n\nA\n\n## {second}\n\nB\n")).diagnostics();
        assert!(said.contains("warning[duplicate-section]: the section `benefits` stands here twice\n"), "{said}");
    }
}

/// A table has no other way to end a line.
#[test]
fn line_breaks_are_line_breaks() {
    let site = with(free(), "| a |\n|---|\n| x<br>y<BR />z |\n");
    assert_eq!(site.diagnostics(), "");
    let page = site.page(EN_PAGE);
    assert_eq!(page.matches("<br />").count(), 2, "{page}");
}
