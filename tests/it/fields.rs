//! Fields: facts of entries that a site declares itself.

use insta::assert_snapshot;

use crate::documents::part;
use crate::site::{Site, between};

const CONFIG: &str = "rolebook.toml";
const FACTS: &str = "content/job-descriptions/tester/entry.toml";
const EN: &str = "content/job-descriptions/tester/en.md";
const DE: &str = "content/job-descriptions/tester/de.md";
const EN_PAGE: &str = "en/job-descriptions/tester/index.html";
const DE_PAGE: &str = "de/stellenbeschreibungen/tester/index.html";

const DECLARED: &str = r#"
[[collections.fields]]
id = "employment-type"
kind = "choice"
values = ["full-time", "part-time"]
filter = true

[[collections.fields]]
id = "languages"
kind = "choice"
values = ["german", "french", "greek"]
multiple = true

[[collections.fields]]
id = "place"
kind = "text"

[[collections.fields]]
id = "hours"
kind = "number"

[[collections.fields]]
id = "start"
kind = "date"

[[collections.fields]]
id = "pay"
kind = "money"

[[collections.fields]]
id = "apply"
kind = "link"

[[collections.fields]]
id = "contact"
kind = "email"
"#;

const WORDS_EN: &str = "field-employment-type = Employment type\nfield-employment-type-full-time = Full-time\n\
    field-employment-type-part-time = Part-time\nfield-languages = Languages\nfield-languages-german = German\n\
    field-languages-french = French\nfield-languages-greek = Greek\nfield-place = Place\nfield-hours = Weekly hours\nfield-start = Start\n\
    field-pay = Pay\nfield-apply = Apply at\nfield-contact = Contact\n";

const WORDS_DE: &str = "field-employment-type = Arbeitszeit\n    .slug = arbeitszeit\nfield-employment-type-full-time = Vollzeit\n    .slug = vollzeit\n\
    field-employment-type-part-time = Teilzeit\nfield-languages = Sprachen\nfield-languages-german = Deutsch\n\
    field-languages-french = Französisch\nfield-languages-greek = Griechisch\nfield-place = Ort\nfield-hours = Wochenstunden\nfield-start = Beginn\n\
    field-pay = Gehalt\nfield-apply = Bewerbung\nfield-contact = Kontakt\n";

/// The site whose roles have fields of all kinds.
fn site() -> Site {
    Site::new()
        .replace(CONFIG, "kind = \"role\"\n", &format!("kind = \"role\"\n{DECLARED}"))
        .file("locales/en/site.ftl", WORDS_EN)
        .file("locales/de/site.ftl", WORDS_DE)
}

fn with_facts(facts: &str) -> Site {
    site().append(FACTS, &format!("\n[fields]\n{facts}"))
}

/// The site whose roles have these fields.
fn declared(fields: &str) -> Site {
    Site::new().replace(CONFIG, "kind = \"role\"\n", &format!("kind = \"role\"\n{fields}"))
}

/// The box of a page: names and values, without tags.
fn shown(page: &str) -> String {
    if !page.contains("<section class=\"facts field-box\"") {
        return String::new();
    }
    let facts = between(page, "<section class=\"facts field-box\"", "</section>");
    let facts = between(facts, "<dl>", "</dl>").replace("<dt>", "\n").replace("</dt>", ":").replace("<dd>", " ");
    let lines = facts.lines().map(|line| {
        let mut text = String::new();
        let mut in_tag = false;
        for c in line.chars() {
            match c {
                '<' => in_tag = true,
                '>' => in_tag = false,
                _ if in_tag => {}
                c => text.push(c),
            }
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n").replace(":\n", ": ")
}

#[test]
fn fields_of_all_kinds_are_shown_in_the_language_of_readers() {
    let site = with_facts(
        "employment-type = \"part-time\"\nlanguages = [\"greek\", \"german\"]\nplace = \"Berlin & {city}\"\n\
         hours = 38.5\nstart = 2027-02-01\npay = { from = 42000, to = 51000, currency = \"EUR\", per = \"year\", payments = 14 }\n\
         apply = \"https://www.jobs.example.org/apply/\"\ncontact = \"jobs@example.org\"\n",
    );
    assert_eq!(site.diagnostics(), "");
    assert_snapshot!(shown(&site.page(EN_PAGE)), @"
    Employment type: Part-time
    Languages: German
    Greek
    Place: Berlin &amp; [city]
    Weekly hours: 38.5
    Start: February 1, 2027
    Pay: €42,000–€51,000 a year (14 payments)
    Apply at: jobs.example.org/apply
    Contact: jobs@example.org
    ");
    assert_snapshot!(shown(&site.page(DE_PAGE)), @"
    Arbeitszeit: Teilzeit
    Sprachen: Deutsch
    Griechisch
    Ort: Berlin &amp; [Ort]
    Wochenstunden: 38,5
    Beginn: 1. Februar 2027
    Gehalt: 42.000–51.000 € pro Jahr (14 Gehälter)
    Bewerbung: jobs.example.org/apply
    Kontakt: jobs@example.org
    ");
    let page = site.page(EN_PAGE);
    assert!(page.contains("<a href=\"https://www.jobs.example.org/apply/\">jobs.example.org/apply</a>"));
    assert!(page.contains("<a href=\"mailto:jobs@example.org\">jobs@example.org</a>"));
    assert!(page.contains("<span class=\"placeholder\" data-placeholder=\"city\">[city]</span>"));
    assert!(between(&page, "<ul class=\"key-facts\">", "</ul>").contains("Part-time"), "also under the title");
    let words = part(&site.binary("en/job-descriptions/tester/tester.docx"), "word/document.xml");
    assert!(
        words.contains("Employment type") && words.contains("Part-time") && words.contains("Berlin &amp; "),
        "{words}"
    );
}

#[test]
fn ranges_may_be_open() {
    for (facts, en, de) in [
        ("hours = { from = 20 }", "from 20", "ab 20"),
        ("hours = { to = 20.25 }", "up to 20.25", "bis 20,25"),
        ("hours = { from = 20, to = 40 }", "20–40", "20–40"),
        ("hours = { from = 20, to = 20 }", "20", "20"),
        ("start = { from = 2027-02-01 }", "from February 1, 2027", "ab 1. Februar 2027"),
        ("pay = { from = 15.5, currency = \"USD\", per = \"hour\" }", "from $15.50 an hour", "ab 15,50 $ pro Stunde"),
        ("pay = { to = 3000000, currency = \"JPY\" }", "up to ¥3,000,000", "bis 3.000.000 ¥"),
        ("pay = \"{city}\"", "[city]", "[Ort]"),
    ] {
        let site = with_facts(&format!("{facts}\n"));
        assert_eq!(site.diagnostics(), "", "{facts}");
        for (path, expected) in [(EN_PAGE, en), (DE_PAGE, de)] {
            let shown = shown(&site.page(path)).replace('\u{a0}', " ");
            assert_eq!(shown.split_once(": ").unwrap().1, expected, "{facts}");
        }
    }
}

#[test]
fn what_a_language_changes_stands_in_its_text() {
    let front = "summary = \"Findet Fehler.\"\n";
    let site = with_facts("place = \"Cologne\"\n").replace(DE, front, &format!("{front}[fields]\nplace = \"Köln\"\n"));
    assert_eq!(shown(&site.page(EN_PAGE)), "Place: Cologne");
    assert_eq!(shown(&site.page(DE_PAGE)), "Ort: Köln");
    let text = |front: &str| site_with_text(front);
    for (front, expected) in [
        ("---\ntitle: Tester\nsummary: S\nfields:\n  place: Cologne\n---\n", "Place: Cologne"),
        (
            "---\ntitle: Tester\nsummary: S\nplace: Cologne\nemployment_type: Full Time\n---\n",
            "Employment type: Full-time\nPlace: Cologne",
        ),
        (
            "---\ntitle: Tester\nsummary: S\nlanguages: [greek]\nhours: 40\nstart: 2027-02-01\n---\n",
            "Languages: Greek\nWeekly hours: 40\nStart: February 1, 2027",
        ),
        ("+++\ntitle = \"Tester\"\nsummary = \"S\"\nplace = \"Cologne\"\n+++\n", "Place: Cologne"),
    ] {
        let site = text(front);
        assert_eq!(site.diagnostics(), "", "{front}");
        assert_eq!(shown(&site.page(EN_PAGE)), expected, "{front}");
    }
}

fn site_with_text(front: &str) -> Site {
    site().file(EN, format!("{front}\n## brief\n\nA\n\n## responsibilities\n\n- B\n\n## requirements\n\n- C\n"))
}

/// Case T16: brothers are other values and other forms of front matter.
#[test]
fn what_is_not_declared_is_shown_as_a_declaration_to_write() {
    let site = Site::new().append(FACTS, "employment_type = \"full-time\"\n");
    assert_snapshot!(site.diagnostics(), @r#"
    error[unknown-key]: the key `employment_type` is not known here
     --> content/job-descriptions/tester/entry.toml:2:1
      |
    2 | employment_type = "full-time"
      | ^^^^^^^^^^^^^^^
      |
      = help: remove it; known here: `category`, `variant_of`, `skills`, `isco`, `onet`, `esco`, `draft`, `fields`, `related`; or declare it as a field, below its collection in `rolebook.toml`:
              [[collections.fields]]
              id = "employment-type"
              kind = "choice"
              values = ["full-time"]
    "#);
    let site = with_facts("level = \"Senior\"\nhurs = 3\n");
    assert_snapshot!(site.diagnostics(), @r#"
    error[unknown-key]: the field `level` is not declared
     --> content/job-descriptions/tester/entry.toml:4:1
      |
    4 | level = "Senior"
      | ^^^^^
      |
      = help: declare it below its collection in `rolebook.toml`:
              [[collections.fields]]
              id = "level"
              kind = "choice"
              values = ["senior"]

    error[unknown-key]: the field `hurs` is not declared
     --> content/job-descriptions/tester/entry.toml:5:1
      |
    5 | hurs = 3
      | ^^^^
      |
      = help: declare it below its collection in `rolebook.toml`:
              [[collections.fields]]
              id = "hurs"
              kind = "number"
    "#);
    for (value, kind) in [
        ("\"A longer text of several words\"", "kind = \"text\""),
        ("\"hr@example.org\"", "kind = \"email\""),
        ("\"https://example.org\"", "kind = \"link\""),
        ("[\"a\", \"b c\"]", "values = [\"a\", \"b-c\"]\n"),
        ("12", "kind = \"number\""),
        ("2026-11-02", "kind = \"date\""),
        ("{ from = 1, currency = \"EUR\" }", "kind = \"money\""),
    ] {
        let said = Site::new().append(FACTS, &format!("[fields]\nnew_thing = {value}\n")).diagnostics();
        let said: String = said.lines().map(|line| line.trim_start().to_owned() + "\n").collect();
        assert!(said.contains("id = \"new-thing\"\n") && said.contains(kind), "{said}");
    }
}

#[test]
fn values_that_a_field_does_not_take() {
    let site = with_facts(
        "employment-type = \"fulltime\"\nlanguages = [\"latin\"]\nplace = \" \"\nhours = \"many\"\nstart = 01.02.2027\n\
         pay = 42000\napply = \"jobs.example.org\"\ncontact = \"at home\"\n",
    );
    assert_snapshot!(site.diagnostics(), @r#"
    error[invalid-value]: `fulltime` is no value of the field `employment-type`
     --> content/job-descriptions/tester/entry.toml:4:19
      |
    4 | employment-type = "fulltime"
      |                   ^^^^^^^^^^
      |
      = help: did you mean `full-time`?

    error[invalid-value]: `latin` is no value of the field `languages`
     --> content/job-descriptions/tester/entry.toml:5:14
      |
    5 | languages = ["latin"]
      |              ^^^^^^^
      |
      = help: write one of `german`, `french`, `greek`, or add `"latin"` to its `values` in `rolebook.toml`

    warning[invalid-value]: `place` has no words
     --> content/job-descriptions/tester/entry.toml:6:9
      |
    6 | place = " "
      |         ^^^
      |
      = help: write some, or remove the key

    error[invalid-value]: `hours` cannot be text "many"
     --> content/job-descriptions/tester/entry.toml:7:9
      |
    7 | hours = "many"
      |         ^^^^^^
      |
      = help: write a number such as `38.5`

    error[invalid-value]: `01.02.2027` is not a date
     --> content/job-descriptions/tester/entry.toml:8:9
      |
    8 | start = 01.02.2027
      |         ^^^^^^^^^^
      |
      = help: write it without quotes, with the year first: `2027-02-01`

    error[invalid-value]: `pay` is not a sum of money
     --> content/job-descriptions/tester/entry.toml:9:7
      |
    9 | pay = 42000
      |       ^^^^^
      |
      = help: write `{ from = 42000, to = 51000, currency = "EUR", per = "year" }`; `from` or `to` alone is fine

    error[invalid-value]: `jobs.example.org` is not a web address
      --> content/job-descriptions/tester/entry.toml:10:9
       |
    10 | apply = "jobs.example.org"
       |         ^^^^^^^^^^^^^^^^^^
       |
       = help: write it in full: `https://jobs.example.org`

    error[invalid-value]: `at home` is not an e-mail address
      --> content/job-descriptions/tester/entry.toml:11:11
       |
    11 | contact = "at home"
       |           ^^^^^^^^^
       |
       = help: write one such as `jobs@example.org`
    "#);
}

#[test]
fn values_that_are_too_many_or_not_in_order() {
    let site = with_facts(
        "employment-type = [\"full-time\", \"part-time\"]\nhours = { from = 40, to = 20 }\nstart = { }\n\
         pay = { from = 1, currency = \"eur\", per = \"fortnight\" }\n",
    );
    assert_snapshot!(site.diagnostics(), @r#"
    error[invalid-value]: `employment-type` takes one value, and this is a second
     --> content/job-descriptions/tester/entry.toml:4:33
      |
    4 | employment-type = ["full-time", "part-time"]
      |                                 ^^^^^^^^^^^
      |
      = help: remove it, or write `multiple = true` below the field in `rolebook.toml`

    error[invalid-value]: this range ends before it begins
     --> content/job-descriptions/tester/entry.toml:5:27
      |
    5 | hours = { from = 40, to = 20 }
      |                           ^^
      |
      = help: exchange `from` and `to`

    error[missing-key]: this range has neither end
     --> content/job-descriptions/tester/entry.toml:6:9
      |
    6 | start = { }
      |         ^^^
      |
      = help: write `from = …`, `to = …`, or both

    error[invalid-value]: `eur` is not the code of a currency
     --> content/job-descriptions/tester/entry.toml:7:30
      |
    7 | pay = { from = 1, currency = "eur", per = "fortnight" }
      |                              ^^^^^
      |
      = help: did you mean `EUR`?

    error[invalid-value]: `per` cannot be `fortnight`
     --> content/job-descriptions/tester/entry.toml:7:43
      |
    7 | pay = { from = 1, currency = "eur", per = "fortnight" }
      |                                           ^^^^^^^^^^^
      |
      = help: write one of `hour`, `day`, `week`, `month`, `year`
    "#);
}

#[test]
fn declarations_that_do_not_hold() {
    let site = declared(
        "[[collections.fields]]\nid = \"Job Level\"\nkind = \"text\"\n[[collections.fields]]\nid = \"level\"\nkind = \"choice\"\n\
         [[collections.fields]]\nid = \"pay\"\nkind = \"money\"\nvalues = [\"a\"]\nfilter = true\nproperty = \"salary\"\n\
         [[collections.fields]]\nid = \"pay\"\nkind = \"sum\"\n[[collections.fields]]\nid = \"pay\"\nkind = \"number\"\n",
    );
    assert_snapshot!(site.diagnostics(), @r#"
    error[invalid-id]: `Job Level` cannot be the id of a field
      --> rolebook.toml:16:6
       |
    16 | id = "Job Level"
       |      ^^^^^^^^^^^
       |
       = help: write `job-level`; what readers see is the message `field-job-level = Job Level`

    error[missing-key]: this field has nothing to choose from
      --> rolebook.toml:18:1
       |
    18 | [[collections.fields]]
       | ^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: list what entries may have: `values = ["full-time", "part-time"]`

    error[missing-message]: the message `field-level` is not defined
      --> rolebook.toml:19:6
       |
    19 | id = "level"
       |      ^^^^^^^
       |
       = help: write `field-level = Level` in `locales/en/site.ftl`

    error[missing-message]: the message `field-pay` is not defined
      --> rolebook.toml:22:6
       |
    22 | id = "pay"
       |      ^^^^^
       |
       = help: write `field-pay = Pay` in `locales/en/site.ftl`

    error[invalid-value]: only a field of kind `choice` has values
      --> rolebook.toml:24:11
       |
    24 | values = ["a"]
       |           ^^^
       |
       = help: write `kind = "choice"`, or remove `values`

    error[invalid-value]: a field of this kind cannot have `filter`
      --> rolebook.toml:25:10
       |
    25 | filter = true
       |          ^^^^
       |
       = help: remove it; it is for fields of kind `choice`

    warning[invalid-value]: `salary` is no property of schema.org that a field can be
      --> rolebook.toml:26:12
       |
    26 | property = "salary"
       |            ^^^^^^^^
       |
       = help: did you mean `salaryCurrency`?

    error[invalid-value]: `kind` cannot be `sum`
      --> rolebook.toml:29:8
       |
    29 | kind = "sum"
       |        ^^^^^
       |
       = help: write one of `text`, `choice`, `number`, `date`, `money`, `link`, `email`

    error[invalid-id]: the field `pay` stands here twice
      --> rolebook.toml:31:6
       |
    31 | id = "pay"
       |      ^^^^^
       |
       = help: remove one of the two tables
    "#);
}

#[test]
fn declarations_that_need_the_same_message() {
    let site = declared(
        "[[collections.fields]]\nid = \"level\"\nkind = \"choice\"\nvalues = [\"a\", \"b-c\"]\n[[collections.fields]]\nid = \"level-b\"\n\
         kind = \"choice\"\nvalues = [\"c\"]\n[[collections.fields]]\nid = \"level-a\"\nkind = \"text\"\nproperty = \"employmentType\"\n",
    );
    assert_snapshot!(site.diagnostics(), @r#"
    error[missing-message]: the message `field-level` is not defined
      --> rolebook.toml:16:6
       |
    16 | id = "level"
       |      ^^^^^^^
       |
       = help: write `field-level = Level` in `locales/en/site.ftl`

    error[missing-message]: the message `field-level-a` is not defined
      --> rolebook.toml:18:11
       |
    18 | values = ["a", "b-c"]
       |           ^^^
       |
       = help: write `field-level-a = A` in `locales/en/site.ftl`

    error[missing-message]: the message `field-level-b-c` is not defined
      --> rolebook.toml:18:16
       |
    18 | values = ["a", "b-c"]
       |                ^^^^^
       |
       = help: write `field-level-b-c = B c` in `locales/en/site.ftl`

    error[invalid-id]: `b-c` of the field `level` and `c` of the field `level-b` need the same message `field-level-b-c`
      --> rolebook.toml:20:6
       |
    20 | id = "level-b"
       |      ^^^^^^^^^
       |
       = help: give one of them another id

    error[missing-message]: the message `field-level-b` is not defined
      --> rolebook.toml:20:6
       |
    20 | id = "level-b"
       |      ^^^^^^^^^
       |
       = help: write `field-level-b = Level b` in `locales/en/site.ftl`

    error[invalid-id]: `a` of the field `level` and the field `level-a` need the same message `field-level-a`
      --> rolebook.toml:24:6
       |
    24 | id = "level-a"
       |      ^^^^^^^^^
       |
       = help: give one of them another id

    error[missing-message]: the message `field-level-a` is not defined
      --> rolebook.toml:24:6
       |
    24 | id = "level-a"
       |      ^^^^^^^^^
       |
       = help: write `field-level-a = A` in `locales/en/site.ftl`

    hint[invalid-value]: the page of a role has no property `employmentType` for search engines
      --> rolebook.toml:26:12
       |
    26 | property = "employmentType"
       |            ^^^^^^^^^^^^^^^^
       |
       = help: readers see the field; search engines read it of job postings only
    "#);
}

#[test]
fn names_that_readers_see_must_be_there() {
    let site = Site::new()
        .replace(CONFIG, "kind = \"role\"\n", "kind = \"role\"\n[[collections.fields]]\nid = \"level\"\nkind = \"choice\"\nvalues = [\"senior\", \"junior\"]\n")
        .append(FACTS, "[fields]\nlevel = \"senior\"\n");
    assert_snapshot!(site.diagnostics(), @r#"
    error[missing-message]: the message `field-level` is not defined
      --> rolebook.toml:16:6
       |
    16 | id = "level"
       |      ^^^^^^^
       |
       = help: write `field-level = Level` in `locales/en/site.ftl`

    error[missing-message]: the message `field-level-senior` is not defined
      --> rolebook.toml:18:11
       |
    18 | values = ["senior", "junior"]
       |           ^^^^^^^^
       |
       = help: write `field-level-senior = Senior` in `locales/en/site.ftl`

    error[missing-message]: the message `field-level-junior` is not defined
      --> rolebook.toml:18:21
       |
    18 | values = ["senior", "junior"]
       |                     ^^^^^^^^
       |
       = help: write `field-level-junior = Junior` in `locales/en/site.ftl`
    "#);
}

/// The library with four roles of which three have one choice.
fn with_choices() -> Site {
    let mut site = with_facts("employment-type = \"full-time\"\n")
        .append("content/job-descriptions/writer/entry.toml", "[fields]\nemployment-type = \"part-time\"\n");
    for name in ["pilot", "baker"] {
        site = site
            .file(
                &format!("content/job-descriptions/{name}/entry.toml"),
                "category = \"it\"\n[fields]\nemployment-type = \"full-time\"\n",
            )
            .file(&format!("content/job-descriptions/{name}/en.md"), crate::site::role_text(name));
    }
    site
}

#[test]
fn readers_narrow_lists_by_choices() {
    let site = with_choices();
    assert_eq!(site.diagnostics(), "");
    let output = site.output();
    let full = &output["en/job-descriptions/employment-type/full-time/index.html"];
    let part = &output["en/job-descriptions/employment-type/part-time/index.html"];
    assert!(full.contains("<title>Job descriptions: Full-time") && !full.contains("noindex"), "{full}");
    assert!(part.contains("noindex"), "one entry is found better elsewhere");
    for title in ["pilot", "baker", "Tester"] {
        assert!(full.contains(&format!(">{title}</a>")) && !part.contains(&format!(">{title}</a>")), "{title}");
    }
    let german = &output["de/stellenbeschreibungen/arbeitszeit/vollzeit/index.html"];
    assert!(
        german.contains("noindex") && !full.contains("hreflang=\"de\" href"),
        "a page that is not indexed is no alternate"
    );
    assert!(!output.contains_key("de/stellenbeschreibungen/arbeitszeit/part-time/index.html"), "no entry has it");
    let listing = &output["en/job-descriptions/index.html"];
    let filters = between(listing, "<nav class=\"filters\"", "</nav>");
    assert!(filters.contains(
        "href=\"/en/job-descriptions/employment-type/full-time/\" data-choice=\"employment-type:full-time\""
    ));
    assert!(filters.contains(">Full-time (3)</a>") && filters.contains(">Part-time (1)</a>"), "{filters}");
    assert!(listing.contains("<li data-choices=\"employment-type:full-time\">"));
    assert!(output["en/categories/technology/index.html"].contains("data-choice=\"employment-type:part-time\""));
    let sitemap = &output["sitemap.xml"];
    assert!(sitemap.contains("/employment-type/full-time/") && !sitemap.contains("/employment-type/part-time/"));
    let searched: String =
        output.iter().filter(|(path, _)| path.starts_with("search/en/")).map(|(_, text)| &**text).collect();
    assert!(searched.contains("\"employment-type:full-time\""));
}

#[test]
fn search_engines_read_what_is_a_property() {
    let fields = "[[collections.fields]]\nid = \"pay\"\nkind = \"money\"\nproperty = \"estimatedSalary\"\n\
        [[collections.fields]]\nid = \"place\"\nkind = \"text\"\nproperty = \"occupationLocation\"\n\
        [[collections.fields]]\nid = \"degree\"\nkind = \"choice\"\nvalues = [\"bachelor\"]\nproperty = \"educationRequirements\"\n";
    let site = |facts: &str| {
        Site::new()
            .replace(CONFIG, "kind = \"role\"\n", &format!("kind = \"role\"\n{fields}"))
            .file("locales/en/site.ftl", "field-pay = Pay\nfield-place = Place\nfield-degree = Degree\nfield-degree-bachelor = Bachelor’s degree\n")
            .append(FACTS, &format!("[fields]\n{facts}"))
    };
    let data = |facts: &str| {
        let page = site(facts).page(EN_PAGE);
        let (_, json) = page.split_once("<script type=\"application/ld+json\">").unwrap();
        let data: serde_json::Value = serde_json::from_str(json.split_once("</script>").unwrap().0).unwrap();
        data["@graph"][1].clone()
    };
    let found = data(
        "pay = { from = 42000, to = 51000, currency = \"EUR\", per = \"year\" }\nplace = \"Cologne\"\ndegree = \"bachelor\"\n",
    );
    assert_eq!(found["estimatedSalary"]["currency"], "EUR");
    assert_eq!(found["estimatedSalary"]["value"]["minValue"], 42000);
    assert_eq!(found["estimatedSalary"]["value"]["unitText"], "YEAR");
    assert_eq!(found["occupationLocation"]["name"], "Cologne");
    assert_eq!(found["educationRequirements"], "Bachelor’s degree");
    let found = data("pay = \"{company}\"\nplace = \"In {city}\"\n");
    assert!(
        found.get("estimatedSalary").is_none() && found.get("occupationLocation").is_none(),
        "placeholders are no data"
    );
}

#[test]
fn themes_that_know_nothing_of_fields_are_built() {
    let role = "{{ role.title }}{% for field in role.fields %} {{ field.label }}: {{ field.text }}{% endfor %}";
    let site = with_choices().with_plain_theme().file("themes/plain/templates/role.html", role);
    assert!(!site.diagnostics().contains("error["), "{}", site.diagnostics());
    let output = site.output();
    assert_eq!(output[EN_PAGE], "Tester Employment type: Full-time");
    assert!(!output.keys().any(|path| path.contains("employment-type")), "there is no template for such pages");
}

/// What other tools write: other spellings of keys, empty keys, numbers and words in quotes, lists of texts.
#[test]
fn keys_and_values_of_other_tools_fit() {
    for (front, expected) in [
        ("employmentType: FULL_TIME", "Employment type: Full-time"),
        ("Employment Type: part time", "Employment type: Part-time"),
        ("PLACE: Cologne", "Place: Cologne"),
        ("hours: \"38.5\"", "Weekly hours: 38.5"),
        ("place: \"\"\nstart:\nhours: ~\napply: ''", ""),
        ("contact: mailto:jobs@example.org", "Contact: jobs@example.org"),
        ("draft: no\nplace: Cologne", "Place: Cologne"),
    ] {
        let site = site_with_text(&format!("---\ntitle: Tester\ndescription: D\n{front}\n---\n"));
        assert_eq!(site.diagnostics(), "", "{front}");
        let page = site.page(EN_PAGE);
        assert_eq!(shown(&page), expected, "{front}");
        assert!(page.contains("<meta name=\"description\" content=\"D\">"), "`description` is the summary");
    }
    let several = declared("[[collections.fields]]\nid = \"how\"\nkind = \"text\"\nmultiple = true\n")
        .file("locales/en/site.ftl", "field-how = How\n")
        .file("locales/de/site.ftl", "field-how = Wie\n")
        .append(FACTS, "[fields]\nhow = [\"By mail to {company}\", \"At the door\"]\n");
    assert_eq!(several.diagnostics(), "");
    assert_eq!(shown(&several.page(EN_PAGE)), "How: By mail to [company name]\nAt the door");
    let place = with_facts("place = \"In {nowhere}\"\n").diagnostics();
    assert!(
        place.contains(
            "the message `placeholder-nowhere` is not defined\n --> content/job-descriptions/tester/entry.toml:4:9"
        ),
        "{place}"
    );
    let twice =
        with_facts("place = \"A\"\n").replace(FACTS, "category = \"it\"\n", "category = \"it\"\nplace = \"B\"\n");
    assert!(
        twice.diagnostics().starts_with("warning[invalid-value]: the field `place` stands here and below `[fields]`")
    );
    for value in ["{ from = -5, currency = \"EUR\" }", "{ from = 5, currency = \"EUR\", payments = 0 }"] {
        assert!(with_facts(&format!("pay = {value}\n")).diagnostics().contains("error[invalid-value]"), "{value}");
    }
}
