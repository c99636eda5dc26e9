//! Ids of messages: what is told apart, what is used, what the program itself asks for, and ids that are none.

use std::fmt::Write as _;

use insta::assert_snapshot;
use rolebook::parse::program_messages::{ALL, Arguments, Otherwise, ProgramMessage};

use crate::site::{Site, between, role_text};

const HOME: &str = "themes/atlas/templates/home.html";

/// A site whose home page shows one message.
fn showing(id: &str) -> Site {
    Site::new().file(HOME, format!("<p>{{{{ t(id=\"{id}\") }}}}</p>\n"))
}

fn shown(site: &Site, locale: &str) -> String {
    let page = site.page(&format!("{locale}/index.html"));
    between(&page, "<p>", "</p>").trim_start_matches("<p>").trim_end_matches("</p>").to_owned()
}

// --- what is told apart

/// Case M2: a message and a term of the same name are two things.
#[test]
fn a_message_and_a_term_of_the_same_name() {
    for text in [
        "-acme = Acme\nacme = We are { -acme }\nsite-tagline = { acme } / { -acme }\n",
        "site-tagline = { acme } / { -acme }\nacme = We are { -acme }\n-acme = Acme\n",
    ] {
        let site = showing("site-tagline").file("locales/en/site.ftl", text).file("locales/de/site.ftl", text);
        assert_eq!(site.diagnostics(), "");
        assert_eq!(shown(&site, "en"), "We are Acme / Acme");
        assert_eq!(shown(&site, "de"), "We are Acme / Acme");
    }
}

/// Case M2: in different files, over the theme's, and with attributes, of which those of terms are private.
#[test]
fn messages_and_terms_in_several_files() {
    let site = showing("brand")
        .file("locales/en/a.ftl", "brand = The { -brand }, { brand.title } { -brand.kind -> \n    [firm] Ltd\n   *[other] ?\n}\n    .title = of fame\n")
        .file("locales/en/b.ftl", "-brand = Acme\n    .kind = firm\n");
    assert_eq!(shown(&site, "en"), "The Acme, of fame Ltd");
    let private =
        site.clone().file(HOME, "{{ t(id=\"-brand\") }}{{ t(id=\"-brand.kind\") }}{{ t(id=\"brand.kind\") }}");
    assert_snapshot!(private.without("content/job-descriptions/writer/entry.toml").without("content/job-descriptions/writer/en.md").diagnostics(), @r#"
    warning[missing-message]: `brand` is not translated into `de`
     --> locales/en/a.ftl:1:1
      |
    1 | brand = The { -brand }, { brand.title } { -brand.kind -> 
      | ^^^^^
      |
      = help: write `brand = …` in `locales/de/a.ftl`

    warning[missing-attribute]: `brand.title` is not translated into `de`
     --> locales/en/a.ftl:5:6
      |
    5 |     .title = of fame
      |      ^^^^^
      |
      = help: write `brand = …` in `locales/de/a.ftl`, and below it `    .title = …`

    warning[missing-message]: `-brand` is set in `en`, and not in `de`
     --> locales/en/b.ftl:1:1
      |
    1 | -brand = Acme
      | ^^^^^^
      |
      = help: write `name = "Acme"` at the top of `rolebook.toml`, which names the site in all languages; or write `-brand = …` in `locales/de/b.ftl`

    error[missing-message]: templates cannot ask for the term `-brand`
     --> themes/atlas/templates/home.html:1:10
      |
    1 | {{ t(id="-brand") }}{{ t(id="-brand.kind") }}{{ t(id="brand.kind") }}
      |          ^^^^^^
      |
      = help: write `brand = { -brand }` in `locales/en/a.ftl`, and ask for `brand`

    error[missing-message]: templates cannot ask for the term `-brand.kind`
     --> themes/atlas/templates/home.html:1:30
      |
    1 | {{ t(id="-brand") }}{{ t(id="-brand.kind") }}{{ t(id="brand.kind") }}
      |                              ^^^^^^^^^^^
      |
      = help: write `brand = { -brand }` in `locales/en/a.ftl`, and ask for `brand`

    error[missing-message]: the message `brand.kind` is not defined
     --> themes/atlas/templates/home.html:1:55
      |
    1 | {{ t(id="-brand") }}{{ t(id="-brand.kind") }}{{ t(id="brand.kind") }}
      |                                                       ^^^^^^^^^^
      |
      = help: write `    .kind = Kind` below `brand` in `locales/en/a.ftl`
    "#);
}

/// Case M2: a message or a term may also be called as a function is.
#[test]
fn messages_and_terms_that_are_called_as_functions_are() {
    let site = showing("count")
        .file("locales/en/site.ftl", "NUMBER = Number\n-LIST = List\nROLEBOOK_DISPLAY = x\ncount = { NUMBER }: { NUMBER(12345) } { -LIST } { 1234 }\n");
    assert_eq!(shown(&site, "en"), "Number: 12,345 List 1,234");
}

/// Case M2: names that differ in case are different, terms that differ from messages are no translations of them.
#[test]
fn names_that_differ_in_case() {
    let site = showing("both")
        .file("locales/en/site.ftl", "both = { Acme } { acme }\nAcme = A\nacme = a\n")
        .file("locales/de/site.ftl", "both = { Acme } { acme }\nAcme = Ä\nacme = ä\n");
    assert_snapshot!(site.diagnostics(), @"");
    assert_eq!(shown(&site, "de"), "Ä ä");
    let term = site.replace("locales/de/site.ftl", "acme = ä\n", "-acme = ä\n").replace(
        "locales/de/site.ftl",
        "{ acme }",
        "{ -acme }",
    );
    assert_snapshot!(term.diagnostics(), @"
    warning[different-reference]: `both` does not refer to `acme` as its original does
     --> locales/de/site.ftl:1:1
      |
    1 | both = { Acme } { -acme }
      | ^^^^
      |
      = help: write `{ acme }` where it belongs

    warning[different-reference]: `both` refers to `-acme`, its original does not
     --> locales/de/site.ftl:1:19
      |
    1 | both = { Acme } { -acme }
      |                   ^^^^^
      |
      = help: write what the original says, or refer to it there, too

    warning[missing-message]: `acme` is not translated into `de`
     --> locales/en/site.ftl:3:1
      |
    3 | acme = a
      | ^^^^
      |
      = help: write `acme = …` in `locales/de/site.ftl`
    ");
}

/// Case M2: neither is the circle of the other, nor what the other refers to.
#[test]
fn circles_are_of_one_kind() {
    let site = showing("a").file("locales/en/site.ftl", "a = { -a }\n-a = { b }\nb = { -b }\n-b = B\n");
    assert_eq!(shown(&site, "en"), "B");
    let circle = site.replace("locales/en/site.ftl", "-b = B", "-b = { a }");
    assert_snapshot!(circle.diagnostics(), @"
    warning[missing-message]: `a` is not translated into `de`
     --> locales/en/site.ftl:1:1
      |
    1 | a = { -a }
      | ^
      |
      = help: write `a = …` in `locales/de/site.ftl`

    error[cyclic-reference]: `a` refers to itself
     --> locales/en/site.ftl:1:7
      |
    1 | a = { -a }
      |       ^^
      |
      = help: break the circle: `-a`, then `b`, then `-b`, then `a` and back

    warning[missing-message]: `-a` is not translated into `de`
     --> locales/en/site.ftl:2:1
      |
    2 | -a = { b }
      | ^^
      |
      = help: write `-a = …` in `locales/de/site.ftl`

    error[cyclic-reference]: `-a` refers to itself
     --> locales/en/site.ftl:2:8
      |
    2 | -a = { b }
      |        ^
      |
      = help: break the circle: `b`, then `-b`, then `a`, then `-a` and back

    warning[missing-message]: `b` is not translated into `de`
     --> locales/en/site.ftl:3:1
      |
    3 | b = { -b }
      | ^
      |
      = help: write `b = …` in `locales/de/site.ftl`

    error[cyclic-reference]: `b` refers to itself
     --> locales/en/site.ftl:3:7
      |
    3 | b = { -b }
      |       ^^
      |
      = help: break the circle: `-b`, then `a`, then `-a`, then `b` and back

    warning[missing-message]: `-b` is not translated into `de`
     --> locales/en/site.ftl:4:1
      |
    4 | -b = { a }
      | ^^
      |
      = help: write `-b = …` in `locales/de/site.ftl`

    error[cyclic-reference]: `-b` refers to itself
     --> locales/en/site.ftl:4:8
      |
    4 | -b = { a }
      |        ^
      |
      = help: break the circle: `a`, then `-a`, then `b`, then `-b` and back
    ");
}

// --- what is used

/// A role in German only, with a section, a placeholder and a skill that no other text has.
fn german_only() -> Site {
    let text = role_text("Tischler").replace("## brief\n\nx", "## brief\n\nBei {werkstatt}.\n\n## interesse\n\nHolz");
    Site::new()
        .file("content/job-descriptions/tischler/entry.toml", "category = \"it\"\nskills = [\"hobeln\"]\n")
        .file("content/job-descriptions/tischler/de.md", text)
}

/// Case M6: what a German text alone asks for need not be there in English, and is used.
#[test]
fn what_one_language_alone_asks_for_is_used() {
    let messages = "section-interesse = Interesse an { interesse-wort }\ninteresse-wort = { -holz }\n-holz = Holz\n\
                    placeholder-werkstatt = Werkstatt\nskill-hobeln = Hobeln\n";
    let site = german_only().file("locales/de/site.ftl", messages);
    let unused = |site: &Site| {
        let found = site.compile().diagnostics.into_iter().filter(|found| found.code.as_str() == "unused-message");
        found.map(|found| found.message).collect::<Vec<_>>()
    };
    assert_eq!(unused(&site), Vec::<String>::new());
    assert!(!rolebook::diagnostic::has_errors(&site.compile().diagnostics), "{}", site.diagnostics());
    // Without the text nothing asks for them.
    let without = site
        .clone()
        .without("content/job-descriptions/tischler/de.md")
        .without("content/job-descriptions/tischler/entry.toml");
    assert_eq!(unused(&without).len(), 5, "{:?}", unused(&without));
    // In the default locale they are used as well: readers of German may see them there.
    let english = site.clone().without("locales/de/site.ftl").file("locales/en/site.ftl", messages);
    assert_eq!(unused(&english), Vec::<String>::new());
}

/// Case M6: names of collections and groups, and what is declared to be used, in one language alone.
#[test]
fn what_is_declared_or_configured_is_used_in_each_language() {
    let site = Site::new()
        .append("rolebook.toml", "[check]\nused_messages = [\"promo-*\"]\n[[related.groups]]\nid = \"more\"\ncollections = [\"job-descriptions\"]\n")
        .file("content/job-descriptions/writer/de.md", role_text("Texter"))
        .file("locales/de/site.ftl", "promo-heute = Heute\nrelated-more = Mehr\n");
    assert_snapshot!(site.diagnostics(), @"");
    let unused = site.append("locales/de/site.ftl", "promotion = x\n    .slug = y\nrelated-mehr = z\n");
    assert_snapshot!(unused.diagnostics(), @"
    warning[unused-message]: `en` has no message `promotion`
     --> locales/de/site.ftl:3:1
      |
    3 | promotion = x
      | ^^^^^^^^^
      |
      = help: remove it: nothing shows it any more

    warning[unused-message]: `en` has no message `related-mehr`
     --> locales/de/site.ftl:5:1
      |
    5 | related-mehr = z
      | ^^^^^^^^^^^^
      |
      = help: remove it: nothing shows it any more
    ");
}

/// Case M6: over the chain: Austrian falls back to German, whose message is used although no German text asks for it.
#[test]
fn what_a_fallback_serves_is_used() {
    let site = german_only()
        .replace(
            "rolebook.toml",
            "name = \"Deutsch\"\n",
            "name = \"Deutsch\"\n\n[[locales]]\ncode = \"de-AT\"\nname = \"Österreich\"\nfallback = [\"de\"]\n",
        )
        .file("locales/de-AT/site.ftl", "site-name = Sammlung\n")
        .file(
            "locales/de/site.ftl",
            "section-interesse = Interesse\nplaceholder-werkstatt = Werkstatt\nskill-hobeln = Hobeln\n",
        );
    let text = site.files().find(|(path, _)| path.ends_with("tischler/de.md")).unwrap().1.to_vec();
    let site = site
        .without("content/job-descriptions/tischler/de.md")
        .file("content/job-descriptions/tischler/de-AT.md", text);
    let unused = site.compile().diagnostics.into_iter().filter(|found| found.code.as_str() == "unused-message");
    assert_eq!(unused.map(|found| found.message).collect::<Vec<_>>(), Vec::<String>::new());
}

// --- ids that are none

fn with_facts(facts: &str) -> String {
    Site::new()
        .file("content/job-descriptions/writer/entry.toml", format!("category = \"it\"\n{facts}\n"))
        .file("locales/en/skills.ftl", "skill-payroll = Payroll\n")
        .file("locales/de/skills.ftl", "skill-payroll = Lohnabrechnung\n")
        .diagnostics()
}

/// Case M9: ids of skills that are none.
#[test]
fn skills_whose_ids_are_none() {
    let ids = ["MS Excel", "skill-payroll", "Payroll", "payroll ", "", "C++", "C#", "Λογιστική", "会計", "pay_roll"];
    let ids = ids.into_iter().chain(["skill-Payroll", "!", "payroll"]).map(|id| format!("\"{id}\",\n"));
    let facts = format!("skills = [\n{}]", ids.collect::<String>());
    assert_snapshot!(with_facts(&facts), @r#"
    error[invalid-id]: `MS Excel` cannot be the id of a skill
     --> content/job-descriptions/writer/entry.toml:3:1
      |
    3 | "MS Excel",
      | ^^^^^^^^^^
      |
      = help: write `ms-excel`; what readers see is the message `skill-ms-excel = MS Excel`

    error[invalid-id]: `skill-payroll` begins with `skill-`, which stands before it in the id of its message
     --> content/job-descriptions/writer/entry.toml:4:1
      |
    4 | "skill-payroll",
      | ^^^^^^^^^^^^^^^
      |
      = help: did you mean `payroll`?

    error[invalid-id]: `Payroll` cannot be the id of a skill
     --> content/job-descriptions/writer/entry.toml:5:1
      |
    5 | "Payroll",
      | ^^^^^^^^^
      |
      = help: did you mean `payroll`?

    error[invalid-id]: `payroll ` cannot be the id of a skill
     --> content/job-descriptions/writer/entry.toml:6:1
      |
    6 | "payroll ",
      | ^^^^^^^^^^
      |
      = help: did you mean `payroll`?

    error[invalid-id]: the id of a skill cannot be empty
     --> content/job-descriptions/writer/entry.toml:7:1
      |
    7 | "",
      | ^^
      |
      = help: ids are lower-case letters, digits and single hyphens

    error[invalid-id]: `C++` cannot be the id of a skill
     --> content/job-descriptions/writer/entry.toml:8:1
      |
    8 | "C++",
      | ^^^^^
      |
      = help: write `c-plus-plus`; what readers see is the message `skill-c-plus-plus = C++`

    error[invalid-id]: `C#` cannot be the id of a skill
     --> content/job-descriptions/writer/entry.toml:9:1
      |
    9 | "C#",
      | ^^^^
      |
      = help: write `c-sharp`; what readers see is the message `skill-c-sharp = C#`

    error[invalid-id]: `Λογιστική` cannot be the id of a skill
      --> content/job-descriptions/writer/entry.toml:10:1
       |
    10 | "Λογιστική",
       | ^^^^^^^^^^^
       |
       = help: write `logistiki`; what readers see is the message `skill-logistiki = Λογιστική`

    error[invalid-id]: `会計` cannot be the id of a skill
      --> content/job-descriptions/writer/entry.toml:11:1
       |
    11 | "会計",
       | ^^^^^^
       |
       = help: write `hui-ji`; what readers see is the message `skill-hui-ji = 会計`

    error[invalid-id]: `pay_roll` cannot be the id of a skill
      --> content/job-descriptions/writer/entry.toml:12:1
       |
    12 | "pay_roll",
       | ^^^^^^^^^^
       |
       = help: write `pay-roll`; what readers see is the message `skill-pay-roll = pay_roll`

    error[invalid-id]: `skill-Payroll` cannot be the id of a skill
      --> content/job-descriptions/writer/entry.toml:13:1
       |
    13 | "skill-Payroll",
       | ^^^^^^^^^^^^^^^
       |
       = help: did you mean `payroll`?

    error[invalid-id]: `!` cannot be the id of a skill
      --> content/job-descriptions/writer/entry.toml:14:1
       |
    14 | "!",
       | ^^^
       |
       = help: ids are lower-case letters, digits and single hyphens
    "#);
}

/// Case M9: a skill may be called so if its message is.
#[test]
fn an_id_that_only_looks_like_a_whole_one() {
    let site = Site::new()
        .file("content/job-descriptions/writer/entry.toml", "category = \"it\"\nskills = [\"skill-building\"]\n")
        .file("locales/en/skills.ftl", "skill-skill-building = Building of skills\n")
        .file("locales/de/skills.ftl", "skill-skill-building = Aufbau von Fertigkeiten\n");
    assert_snapshot!(site.diagnostics(), @"");
}

/// Case M9: categories.
#[test]
fn categories_whose_ids_are_none() {
    let category =
        Site::new().file("content/job-descriptions/writer/entry.toml", "category = \"Information Technology\"\n");
    assert_snapshot!(category.diagnostics(), @r#"
    error[invalid-id]: `Information Technology` cannot be the id of a category
     --> content/job-descriptions/writer/entry.toml:1:12
      |
    1 | category = "Information Technology"
      |            ^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: did you mean `information-technology`?
    "#);
    let with_collection =
        Site::new().file("content/job-descriptions/writer/entry.toml", "category = \"categories/it\"\n");
    assert_snapshot!(with_collection.diagnostics(), @r#"
    error[invalid-id]: `categories/it` cannot be the id of a category
     --> content/job-descriptions/writer/entry.toml:1:12
      |
    1 | category = "categories/it"
      |            ^^^^^^^^^^^^^^^
      |
      = help: did you mean `it`?
    "#);
}

/// Case M9: collections, groups and links of the configuration.
#[test]
fn ids_of_the_configuration_that_are_none() {
    let config = Site::new().append(
        "rolebook.toml",
        "[[collections]]\nid = \"HR Terms\"\nkind = \"article\"\n\
         [[navigation]]\nid = \"For Employers\"\n[[navigation.items]]\nid = \"navigation-jobs\"\nlink = \"@/\"\n\
         [[actions]]\nid = \"Demo!\"\nlink = \"@/\"\n\
         [[footer.phones]]\nid = \"GR\"\nnumber = \"1\"\n[[footer.social]]\nid = \"social-Linked In\"\nlink = \"https://example.org/\"\n\
         [[footer.legal]]\nid = \"\"\nlink = \"@/\"\n\
         [[related.groups]]\nid = \"More Roles\"\ncollections = [\"job-descriptions\"]\n\
         [[related.groups]]\nid = \"related-roles\"\ncollections = [\"job-descriptions\"]\n",
    );
    assert_snapshot!(config.diagnostics(), @r#"
    error[invalid-id]: `HR Terms` cannot be the id of a collection
      --> rolebook.toml:20:6
       |
    20 | id = "HR Terms"
       |      ^^^^^^^^^^
       |
       = help: write `id = "hr-terms"`, and name its folder `content/hr-terms`: ids are lower-case letters, digits and single hyphens

    error[invalid-id]: `For Employers` cannot be the id of a link or a group of links
      --> rolebook.toml:23:6
       |
    23 | id = "For Employers"
       |      ^^^^^^^^^^^^^^^
       |
       = help: write `for-employers`; what readers see is the message `navigation-for-employers = For Employers`

    error[invalid-id]: `Demo!` cannot be the id of a link or a group of links
      --> rolebook.toml:28:6
       |
    28 | id = "Demo!"
       |      ^^^^^^^
       |
       = help: write `demo`; what readers see is the message `action-demo = Demo!`

    error[invalid-id]: `GR` cannot be the id of a link or a group of links
      --> rolebook.toml:31:6
       |
    31 | id = "GR"
       |      ^^^^
       |
       = help: did you mean `gr`?

    error[invalid-id]: `social-Linked In` cannot be the id of a link or a group of links
      --> rolebook.toml:34:6
       |
    34 | id = "social-Linked In"
       |      ^^^^^^^^^^^^^^^^^^
       |
       = help: write `linked-in`; what readers see is the message `social-linked-in = Linked In`

    error[invalid-id]: the id of a link or a group of links cannot be empty
      --> rolebook.toml:37:6
       |
    37 | id = ""
       |      ^^
       |
       = help: ids are lower-case letters, digits and single hyphens

    error[invalid-id]: `More Roles` cannot be the id of a group
      --> rolebook.toml:40:6
       |
    40 | id = "More Roles"
       |      ^^^^^^^^^^^^
       |
       = help: write `more-roles`; what readers see is the message `related-more-roles = More Roles`

    error[invalid-id]: `related-roles` begins with `related-`, which stands before it in the id of its message
      --> rolebook.toml:43:6
       |
    43 | id = "related-roles"
       |      ^^^^^^^^^^^^^^^
       |
       = help: did you mean `roles`?
    "#);
}

/// Case M9: sections, placeholders, keys of grammar, and messages that templates name.
#[test]
fn ids_in_texts_and_templates_that_are_none() {
    let text = Site::new().replace(
        "content/job-descriptions/writer/en.md",
        "## brief",
        "## section-benefits\n\n{placeholder-company}\n\n## brief",
    );
    assert_snapshot!(text.diagnostics(), @"
    error[invalid-id]: `section-benefits` begins with `section-`, which stands before it in the id of its message
     --> content/job-descriptions/writer/en.md:7:1
      |
    7 | ## section-benefits
      | ^^^^^^^^^^^^^^^^^^^
      |
      = help: did you mean `benefits`?

    error[invalid-id]: `placeholder-company` begins with `placeholder-`, which stands before it in the id of its message
     --> content/job-descriptions/writer/en.md:9:1
      |
    9 | {placeholder-company}
      | ^^^^^^^^^^^^^^^^^^^^^
      |
      = help: did you mean `company`?
    ");
    let grammar = Site::new().replace(
        "content/job-descriptions/writer/en.md",
        "+++\n\n## brief",
        "[grammar]\nrole_genitive = \"a\"\n\"genitive plural\" = \"b\"\n\"größe\" = \"c\"\n\"\" = \"d\"\nPlural_2 = \"e\"\n+++\n\n## brief",
    );
    assert_snapshot!(grammar.diagnostics(), @r#"
    error[invalid-id]: `role_genitive` cannot be a key of grammar
     --> content/job-descriptions/writer/en.md:6:1
      |
    6 | role_genitive = "a"
      | ^^^^^^^^^^^^^
      |
      = help: did you mean `genitive`?

    error[invalid-id]: `genitive plural` cannot be a key of grammar
     --> content/job-descriptions/writer/en.md:7:1
      |
    7 | "genitive plural" = "b"
      | ^^^^^^^^^^^^^^^^^
      |
      = help: did you mean `genitive_plural`?

    error[invalid-id]: `größe` cannot be a key of grammar
     --> content/job-descriptions/writer/en.md:8:1
      |
    8 | "größe" = "c"
      | ^^^^^^^
      |
      = help: did you mean `grosse`?

    error[invalid-id]: `` cannot be a key of grammar
     --> content/job-descriptions/writer/en.md:9:1
      |
    9 | "" = "d"
      | ^^
      |
      = help: write letters from `a` to `z`, digits and underscores, such as `genitive`
    "#);
    let template = Site::new().file(HOME, "{{ t(id=\"Hello World\") }}\n");
    assert_snapshot!(template.diagnostics(), @r#"
    error[invalid-id]: `Hello World` cannot be the id of a message
     --> themes/atlas/templates/home.html:1:10
      |
    1 | {{ t(id="Hello World") }}
      |          ^^^^^^^^^^^
      |
      = help: ids have letters from `a` to `z`, digits, hyphens and underscores; an attribute is `id.attribute`
    "#);
}

// --- what the program asks for

/// The documentation lists what the program asks for, and nothing else.
#[test]
fn the_documentation_has_the_table() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/messages.md")).unwrap();
    let start = page.find("| id | for | is handed | if there is none |\n").expect("the table is there");
    let listed: Vec<_> = page[start..].lines().skip(2).take_while(|line| line.starts_with('|')).collect();
    let expected: Vec<_> = ALL.iter().copied().map(row).collect();
    assert_eq!(listed.join("\n"), expected.join("\n"), "write into docs/messages.md:\n{}\n", expected.join("\n"));
}

fn row(of: &ProgramMessage) -> String {
    let member = of.member.map(|member| format!("<{member}>")).unwrap_or_default();
    let attribute = of.attribute.map(|attribute| format!(".{attribute}")).unwrap_or_default();
    let purpose = of.purpose.trim().trim_end_matches('.');
    let purpose = purpose[..1].to_lowercase() + &purpose[1..];
    let handed = match of.arguments {
        Arguments::Nothing => "",
        Arguments::Role => "what messages on the role's page are handed",
        Arguments::Skill => "`$skill`, `$count`",
        Arguments::Group => "`$count`, `$collection`",
        Arguments::Facet => "`$value`, `$field`, `$collection`, `$count`",
        Arguments::SameTitle => "`$title`, `$distinction`",
        Arguments::Range => "`$from`, `$to`",
        Arguments::Amount => "`$amount`",
        Arguments::Payments => "`$amount`, `$count`",
    };
    let thing = of.member.unwrap_or("id");
    let otherwise = match of.otherwise {
        Otherwise::Error(code) => format!("error `{code}`"),
        Otherwise::Warning(_) => format!("the {thing}; warning"),
        Otherwise::Id => format!("the {}", if of.arguments == Arguments::Group { "id of the group" } else { thing }),
        Otherwise::Plain if of.is_slug() => "the id of the value".to_owned(),
        Otherwise::Plain => "a plain form".to_owned(),
        Otherwise::Value => "the title".to_owned(),
        Otherwise::Text(text) => format!("`{text}`"),
        Otherwise::Other(other) => format!("`{}`", other.id()),
        Otherwise::Nothing => "nothing is shown".to_owned(),
    };
    format!("| `{}{member}{attribute}` | {purpose} | {handed} | {otherwise} |", of.name)
}

/// Every slug that the program asks for is looked at, whichever locale says it.
#[test]
fn parts_of_addresses_that_are_none() {
    let site = Site::new()
        .file(
            "locales/en/site.ftl",
            "search-title = Search\n    .slug = ../../x\nindex-title = Index\n    .slug = A bis Z\n",
        )
        .file("locales/de/site.ftl", "skills-title = Fertigkeiten\n    .slug = { \"\" }\n");
    let found = site.compile().diagnostics.into_iter().filter(|found| found.code.as_str() == "invalid-slug");
    let found = found.map(|found| {
        let place = found.place.unwrap();
        format!("{}:{}:{} {}; {}", place.file, place.line, place.column, found.message, found.help.unwrap())
    });
    assert_snapshot!(found.collect::<Vec<_>>().join("\n"), @"
    locales/de/site.ftl:2:6 a part of an address cannot be empty; write `.slug = fertigkeiten`
    locales/en/site.ftl:2:6 `../../x` cannot be a part of an address; write `.slug = x`
    locales/en/site.ftl:4:6 `A bis Z` cannot be a part of an address; write `.slug = a-bis-z`
    ");
}

/// A message with more placeables than Fluent shows has a code and a help of its own.
#[test]
fn too_many_placeables() {
    let long = |of: &str| of.repeat(101);
    let site = showing("long").file("locales/en/site.ftl", format!("long = {}\n", long("{ site-name } ")));
    assert_snapshot!(site.diagnostics().replace(&long("{ site-name } "), "…"), @"
    error[limit]: `long` has 101 placeables, and at most 100 can be shown
     --> locales/en/site.ftl:1:1
      |
    1 | long = { site-name } { site-name } { site-name } { site-name } {…
      | ^^^^
      |
      = help: divide it into several messages; those that it refers to count, too, so the template has to show them one by one

    warning[missing-message]: `long` is not translated into `de`
     --> locales/en/site.ftl:1:1
      |
    1 | long = { site-name } { site-name } { site-name } { site-name } {…
      | ^^^^
      |
      = help: write `long = …` in `locales/de/site.ftl`
    ");
    let asked = Site::new().file(
        "locales/en/site.ftl",
        format!("section-brief = {}\nten = {}\n", "{ ten } ".repeat(11), "{ site-name } ".repeat(10)),
    );
    assert_snapshot!(asked.diagnostics().replace(&"{ ten } ".repeat(11), "…"), @"
    error[limit]: the message `section-brief` cannot be shown: it has more than 100 placeables
     --> locales/en/site.ftl:1:1
      |
    1 | section-brief = …
      | ^^^^^^^^^^^^^
      |
      = help: divide it into several messages; those that it refers to count, too, so the template has to show them one by one

    warning[missing-message]: `section-brief` is yours in `en`, and the theme's in `de`
     --> locales/en/site.ftl:1:1
      |
    1 | section-brief = …
      | ^^^^^^^^^^^^^
      |
      = help: write `section-brief = …` in `locales/de/site.ftl`

    warning[missing-message]: `ten` is not translated into `de`
     --> locales/en/site.ftl:2:1
      |
    2 | ten = { site-name } { site-name } { site-name } { site-name } { site-name } { site-name } { site-name } { site-name } { site-name } {...
      | ^^^
      |
      = help: write `ten = …` in `locales/de/site.ftl`
    ");
    let by_template = showing("long").file(
        "locales/en/site.ftl",
        format!("long = {}\nten = {}\n", "{ ten } ".repeat(11), "{ site-name } ".repeat(10)),
    );
    assert_snapshot!(by_template.diagnostics().replace(&"{ ten } ".repeat(11), "…"), @r#"
    warning[missing-message]: `long` is not translated into `de`
     --> locales/en/site.ftl:1:1
      |
    1 | long = …
      | ^^^^
      |
      = help: write `long = …` in `locales/de/site.ftl`

    warning[missing-message]: `ten` is not translated into `de`
     --> locales/en/site.ftl:2:1
      |
    2 | ten = { site-name } { site-name } { site-name } { site-name } { site-name } { site-name } { site-name } { site-name } { site-name } {...
      | ^^^
      |
      = help: write `ten = …` in `locales/de/site.ftl`

    error[limit]: the message `long` (locales/en/site.ftl:1:1) cannot be shown: it has more than 100 placeables
     --> themes/atlas/templates/home.html:1:7
      |
    1 | <p>{{ t(id="long") }}</p>
      |       ^^^^^^^^^^^^
      |
      = help: divide it into several messages; those that it refers to count, too, so the template has to show them one by one
    "#);
    // As many as are allowed, in each of two variants.
    let ok = format!("{{ $n ->\n    [one] {0}\n   *[other] {0}\n}}\n", "{ \"x\" } ".repeat(99));
    let site =
        Site::new().file(HOME, "<p>{{ t(id=\"ok\", n=1) }}</p>").file("locales/en/site.ftl", format!("ok = {ok}"));
    assert!(shown(&site, "en").starts_with("x x"));
}

// --- markup

/// Case M7: what is said of markup in messages that is left out or shown as text.
#[test]
fn markup_that_messages_do_not_have() {
    let texts = [
        "<a href=\"{ $link }\">Terms</a>",
        "<a href=\"https://example.org/\">Terms</a>",
        "<a href={ $link }>Terms</a>",
        "<a href='https://example.org/'>Terms</a>",
        "<A HREF=\"https://example.org/\">Terms</A>",
        "<a data-l10n-name='terms'>Terms</a>",
        "<a data-l10n-name=\"terms\" class=\"x\">Terms</a>",
        "<img src=\"a.png\" alt=\"A\">",
        "A <IMG src=a.png/> b",
        "<span onclick=\"x()\">A</span>",
        "<em style=\"color: red\">A</em>",
        "<em title=A>b</em>",
        "<EM>a</EM>",
        "<p>A</p>",
        "<font color=\"red\">A</font>",
        "<script>x</script>",
        "A <!-- b --> c",
        "a <b and c> d, <you@example.org>, <name>, 1 < 2",
        "</em>",
        "<em><b>a</em></b>",
        "<em title=\"{ $link }\">b</em>",
    ];
    let mut said = String::new();
    for text in texts {
        let site = Site::new()
            .file("locales/en/site.ftl", format!("a = {text}\n"))
            .append("rolebook.toml", "[check]\nused_messages = [\"*\"]\n");
        let found = site.compile().diagnostics;
        let _ = writeln!(said, "{text}");
        for found in found.iter().filter(|found| found.code.as_str() == "markup") {
            let column = found.place.as_ref().unwrap().column;
            let _ = writeln!(said, "    {column} {}\n        {}", found.message, found.help.as_ref().unwrap());
        }
    }
    assert_snapshot!(said, @r#"
    <a href="{ $link }">Terms</a>
        5 a link needs `data-l10n-name`: where it leads is said in the template
            write `<a data-l10n-name="link">`, and in the template where it leads: `t_html(id="…", elements={"link": {"href": …}})`
    <a href="https://example.org/">Terms</a>
        5 a link needs `data-l10n-name`: where it leads is said in the template
            write `<a data-l10n-name="link">`, and in the template where it leads: `t_html(id="…", elements={"link": {"href": …}})`
    <a href={ $link }>Terms</a>
        5 this `<a>` is shown as text: its attributes cannot be read
            write `<a data-l10n-name="link">`, and in the template where it leads: `t_html(id="…", elements={"link": {"href": …}})`
    <a href='https://example.org/'>Terms</a>
        5 this `<a>` is shown as text: its attributes cannot be read
            write `<a data-l10n-name="link">`, and in the template where it leads: `t_html(id="…", elements={"link": {"href": …}})`
    <A HREF="https://example.org/">Terms</A>
        5 `<A>` is shown as text: elements are written in lower case
            write `<a data-l10n-name="link">`, and in the template where it leads: `t_html(id="…", elements={"link": {"href": …}})`
    <a data-l10n-name='terms'>Terms</a>
        5 this `<a>` is shown as text: its attributes cannot be read
            put the value into straight double quotes: `data-l10n-name="terms"`
    <a data-l10n-name="terms" class="x">Terms</a>
        5 the attribute `class` of `<a>` is left out
            take it out: the template says it under `elements`; messages may set `dir`, `lang`, `title`
    <img src="a.png" alt="A">
        5 messages have no element `<img>`: it is shown as text
            put it into the template; its words are a message of their own
    A <IMG src=a.png/> b
        7 messages have no element `<img>`: it is shown as text
            put it into the template; its words are a message of their own
    <span onclick="x()">A</span>
        5 the attribute `onclick` of `<span>` is left out
            messages may set `dir`, `lang`, `title`; for others name the element, `<span data-l10n-name="name">`, and say them in the template
    <em style="color: red">A</em>
        5 the attribute `style` of `<em>` is left out
            messages may set `dir`, `lang`, `title`; for others name the element, `<em data-l10n-name="name">`, and say them in the template
    <em title=A>b</em>
        5 this `<em>` is shown as text: its attributes cannot be read
            put the value into straight double quotes: `title="A"`
    <EM>a</EM>
        5 `<EM>` is shown as text: elements are written in lower case
            write `<em>`
    <p>A</p>
        5 messages have no element `<p>`: it is shown as text
            write a message for each part, and let the template put them together
    <font color="red">A</font>
        5 messages have no element `<font>`: it is shown as text
            the elements of messages are `abbr`, `b`, `bdi`, `bdo`, `br`, `cite`, `code`, `dfn`, `em`, `i`, `kbd`, `mark`, `q`, `s`, `samp`, `small`, `span`, `strong`, `sub`, `sup`, `var`, `wbr`
    <script>x</script>
        5 messages have no element `<script>`: it is shown as text
            put it into the template; its words are a message of their own
    A <!-- b --> c
        7 comments of HTML are shown as text
            write what is for translators as `# …` above the message
    a <b and c> d, <you@example.org>, <name>, 1 < 2
    </em>
        5 `</em>` closes nothing
            take it out, or write `<em>` where the element begins
    <em><b>a</em></b>
        13 `</em>` stands where `</b>` is expected
            close elements in the reverse of the order in which they were opened
    <em title="{ $link }">b</em>
    "#);
}
