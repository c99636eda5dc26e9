//! Pages of skills, and the index from A to Z.

use crate::site::{Site, between, role_text};

/// Roles with skills: `care` has two in English and one in German, `cooking` one.
fn with_skills() -> Site {
    Site::new()
        .file("content/job-descriptions/tester/entry.toml", "category = \"it\"\nskills = [\"care\", \"cooking\"]\n")
        .file(
            "content/job-descriptions/writer/entry.toml",
            "category = \"it\"\nskills = [\"care\", \"sport\", \"care\"]\n",
        )
        .file("content/job-descriptions/editor/entry.toml", "category = \"it\"\nskills = [\"sport\"]\n")
        .file("content/job-descriptions/editor/en.md", role_text("Editor"))
        .file("locales/en/site.ftl", "skill-care = Attention & care\nskill-cooking = Cooking\nskill-sport = Sport\n")
        .file("locales/de/site.ftl", "skill-care = Sorgfalt\nskill-cooking = Kochen\nskill-sport = Sport\n")
}

#[test]
fn a_skill_that_several_roles_ask_for_has_a_page() {
    let page = with_skills().page("en/skills/attention-care/index.html");
    insta::assert_snapshot!(between(&page, "<main", "</main>"), @r#"
    <main id="main">
    <header class="page-header">
      <p class="eyebrow"><a href="/en/skills/">Skills</a></p>
      <h1>Attention &amp; care</h1>
      <p class="summary">Job descriptions that ask for “Attention &amp; care,” with their responsibilities and requirements.</p>
      <p class="count">2 entries</p>
    </header>
    <div class="group">
      <ul class="entries">
        <li>
          <a href="/en/job-descriptions/tester/">Tester</a>
          <p>Finds faults.</p>
        </li>
        <li>
          <a href="/en/job-descriptions/writer/">Writer</a>
          <p>Writes.</p>
        </li>
      </ul>
    </div>
    <section class="group" aria-labelledby="together">
      <h2 id="together">Often asked for together</h2>
      <ul class="tags">
        <li><a href="/en/skills/sport/">Sport</a></li>
      </ul>
    </section>
    </main>
    "#);
    let role = with_skills().page("en/job-descriptions/tester/index.html");
    assert!(role.contains("<li><a href=\"/en/skills/attention-care/\">Attention &amp; care</a></li>"));
    assert!(role.contains("<li>Cooking</li>"), "a list of one role leads nowhere but back");
    let output = with_skills().output();
    assert!(!output.contains_key("de/kompetenzen/sorgfalt/index.html"), "in German one role asks for it");
    assert!(!output.contains_key("de/kompetenzen/index.html"), "and no skill has a page");
}

#[test]
fn skills_are_listed_by_letter() {
    let page = with_skills().page("en/skills/index.html");
    insta::assert_snapshot!(between(&page, "<div class=\"index\">", "</div>"), @r#"
    <div class="index">
      <section class="letter" aria-labelledby="letter-1">
        <h2 id="letter-1">A</h2>
        <ul>
          <li><a href="/en/skills/attention-care/">Attention &amp; care</a> <span class="count">2 entries</span></li>
        </ul>
      </section>
      <section class="letter" aria-labelledby="letter-2">
        <h2 id="letter-2">S</h2>
        <ul>
          <li><a href="/en/skills/sport/">Sport</a> <span class="count">2 entries</span></li>
        </ul>
      </section>
    </div>
    "#);
    assert!(with_skills().page("sitemap.xml").contains("<loc>https://example.org/en/skills/sport/</loc>"));
}

#[test]
fn skills_of_the_same_name_are_told_apart() {
    let site = with_skills().replace("locales/en/site.ftl", "skill-sport = Sport", "skill-sport = Attention & Care");
    let output = site.output();
    assert!(output.contains_key("en/skills/care/index.html") && output.contains_key("en/skills/sport/index.html"));
}

#[test]
fn titles_and_alternative_titles_stand_under_the_letters_of_the_language() {
    let site = Site::new()
        .append("rolebook.toml", "\n[[locales]]\ncode = \"el\"\nname = \"Ελληνικά\"\n")
        .file("content/job-descriptions/tester/el.md", role_text("Ελεγκτής"))
        .file(
            "content/job-descriptions/writer/el.md",
            role_text("Συντάκτης").replace("summary", "alternative_titles = [\"Άλλος\", \"Writer\", \"3D\"]\nsummary"),
        );
    let page = site.page("el/a-o/index.html");
    insta::assert_snapshot!(between(&page, "<div class=\"index\">", "</div>"), @r#"
    <div class="index">
      <section class="letter" aria-labelledby="letter-1">
        <h2 id="letter-1">#</h2>
        <ul>
          <li>3D <span class="see">βλ. <a href="/el/perigrafes-theseon-ergasias/syntaktis/">Συντάκτης</a></span></li>
        </ul>
      </section>
      <section class="letter" aria-labelledby="letter-2">
        <h2 id="letter-2">Α</h2>
        <ul>
          <li>Άλλος <span class="see">βλ. <a href="/el/perigrafes-theseon-ergasias/syntaktis/">Συντάκτης</a></span></li>
        </ul>
      </section>
      <section class="letter" aria-labelledby="letter-3">
        <h2 id="letter-3">Ε</h2>
        <ul>
          <li><a href="/el/perigrafes-theseon-ergasias/elegktis/">Ελεγκτής</a></li>
        </ul>
      </section>
      <section class="letter" aria-labelledby="letter-4">
        <h2 id="letter-4">Σ</h2>
        <ul>
          <li><a href="/el/perigrafes-theseon-ergasias/syntaktis/">Συντάκτης</a></li>
        </ul>
      </section>
      <section class="letter" aria-labelledby="letter-5">
        <h2 id="letter-5">W</h2>
        <ul>
          <li>Writer <span class="see">βλ. <a href="/el/perigrafes-theseon-ergasias/syntaktis/">Συντάκτης</a></span></li>
        </ul>
      </section>
    </div>
    "#);
}

#[test]
fn the_index_lists_the_collections_of_the_configuration() {
    let site = Site::new().append("rolebook.toml", "\n[index]\ncollections = [\"categories\"]\n");
    let page = site.page("en/a-z/index.html");
    assert!(page.contains(">Technology</a>") && !between(&page, "<main", "</main>").contains(">Tester</a>"));
    let none = Site::new().append("rolebook.toml", "\n[index]\ncollections = []\n");
    assert!(!none.output().contains_key("en/a-z/index.html"));
    assert!(!none.page("en/index.html").contains("a-z"));
    let wrong = Site::new().append("rolebook.toml", "\n[index]\ncollections = [\"roles\"]\n");
    insta::assert_snapshot!(wrong.diagnostics(), @r#"
    error[unknown-reference]: there is no collection `roles`
      --> rolebook.toml:21:16
       |
    21 | collections = ["roles"]
       |                ^^^^^^^
       |
       = help: add it to `rolebook.toml` as a table `[[collections]]`
    "#);
}

#[test]
fn a_theme_without_the_templates_has_no_such_pages() {
    let mut site = with_skills().replace("rolebook.toml", "default_locale", "theme = \"mine\"\ndefault_locale");
    for template in rolebook::parse::theme::TEMPLATES {
        site = site.file(&format!("themes/mine/templates/{template}"), "x");
    }
    let messages = "site-name home-summary breadcrumb-home languages-title languages-summary not-found-title \
                    not-found-summary section-brief section-responsibilities section-requirements placeholder-company \
                    home-collections";
    let messages = messages.replace(' ', " = x\n") + " = x\n";
    let output = site.file("themes/mine/locales/en/a.ftl", messages).output();
    assert!(output.contains_key("en/job-descriptions/tester/index.html"));
    assert!(output.keys().all(|path| !path.contains("skills") && !path.contains("a-z")));
}

/// The letters of an index and the titles under each.
fn letters(page: &str) -> Vec<(String, Vec<String>)> {
    let words = |text: &str, from: &str, to: &str| -> Vec<String> {
        let found = text.split(from).skip(1).map(|rest| rest.split(to).next().unwrap());
        found.map(|words| words.rsplit('>').next().unwrap().to_owned()).collect()
    };
    let sections = between(page, "<div class=\"index\">", "</div>").split("<section").skip(1);
    sections
        .map(|section| {
            let titles = section.replace("</a>", " <");
            (words(section, "<h2", "</h2>").remove(0), words(&titles, "<li>", " <"))
        })
        .collect()
}

/// Case O1: what decides the order of titles and what decides their letter is one fact.
#[test]
fn each_letter_stands_in_an_index_once_and_in_order() {
    for (locale, titles, expected) in [
        (
            "en",
            [
                ".NET Developer",
                "Nurse",
                "“Chief” of Staff",
                "Chef",
                "Designer",
                "¿Qué?",
                "Quilter",
                "3D Artist",
                "+49 Agent",
                "Δelta",
                "(Lead) Zebra Keeper",
                "Дизайнер",
            ],
            "#: 3D Artist, +49 Agent, Δelta, Дизайнер; C: Chef, “Chief” of Staff; D: Designer; L: (Lead) Zebra Keeper; \
             N: .NET Developer, Nurse; Q: ¿Qué?, Quilter",
        ),
        (
            "el",
            ["«Άλφα»", "Αρχή", "Java", "…Βήτα", "3", "Ωμέγα", "Zebra", "Дизайнер", "“Beta”", "Βάση", "A", "—Ω"],
            "#: 3, Дизайнер; Α: «Άλφα», Αρχή; Β: Βάση, …Βήτα; Ω: —Ω, Ωμέγα; A: A; B: “Beta”; J: Java; Z: Zebra",
        ),
        (
            "ja",
            ["アナリスト", "あん", "いぬ", "「か」", "カメラ", "事務", "Java", "1", "・さ", "わ", "A", "営業"],
            "#: 1, 営業, 事務; A: A; J: Java; あ: アナリスト, あん, いぬ; か: 「か」, カメラ; さ: ・さ; わ: わ",
        ),
    ] {
        let site = ["tester/en.md", "tester/de.md", "tester/entry.toml", "writer/en.md", "writer/entry.toml"]
            .iter()
            .fold(Site::new(), |site, file| site.without(&format!("content/job-descriptions/{file}")));
        let site = match locale {
            "en" => site,
            _ => site.append("rolebook.toml", &format!("\n[[locales]]\ncode = \"{locale}\"\nname = \"x\"\n")),
        };
        let site = titles.iter().enumerate().fold(site, |site, (number, title)| {
            let folder = format!("content/job-descriptions/r{number}");
            let text = role_text(title).replace("summary", &format!("slug = \"r{number}\"\nsummary"));
            site.file(&format!("{folder}/entry.toml"), "category = \"it\"\n")
                .file(&format!("{folder}/{locale}.md"), text)
        });
        let output = site.output();
        let is_index =
            |(path, page): &(&String, &String)| path.starts_with(locale) && page.contains("<div class=\"index\">");
        let (_, page) = output.iter().find(is_index).unwrap_or_else(|| panic!("{locale}: {:?}", output.keys()));
        let found = letters(page).into_iter().map(|(letter, titles)| format!("{letter}: {}", titles.join(", ")));
        assert_eq!(found.collect::<Vec<_>>().join("; "), expected, "{locale}");
    }
}
