//! Mentions that become links by themselves.

use crate::site::{Site, between};

/// A site with HR terms, one in both languages and one in English only, and mentions switched on.
fn with_terms() -> Site {
    Site::new()
        .append("rolebook.toml", "\n[[collections]]\nid = \"hr-terms\"\nkind = \"article\"\n\n[automatic_links]\ncollections = [\"hr-terms\"]\n")
        .file("content/hr-terms/notice/en.md", term("Notice period", "[\"notice periods\", \"R&D\"]"))
        .file("content/hr-terms/notice/de.md", term("Kündigungsfrist", "[\"Kündigungsfristen\"]"))
        .file("content/hr-terms/period/en.md", term("Period", "[]"))
}

fn term(title: &str, inflections: &str) -> String {
    format!(
        "+++\ntitle = \"{title}\"\nsummary = \"x\"\ninflections = {inflections}\n+++\n\nA notice period is a period.\n"
    )
}

/// What becomes of a text in the brief of a role.
fn brief(site: Site, text: &str) -> String {
    let site = site.replace("content/job-descriptions/tester/en.md", "We test at {company}.", text);
    let page = site.page("en/job-descriptions/tester/index.html");
    let prose = between(&page, "<div class=\"prose\">", "</div>");
    prose.lines().skip(1).take_while(|line| *line != "  </div>").collect::<Vec<_>>().join("\n")
}

#[test]
fn the_first_mention_becomes_a_link_in_any_case_and_inflection() {
    insta::assert_snapshot!(
        brief(with_terms(), "NOTICE\nPERIODS differ. A notice period is a period."),
        @r#"
    <p><a href="/en/hr-terms/notice-period/" class="mention">NOTICE
    PERIODS</a> differ. A notice period is a <a href="/en/hr-terms/period/" class="mention">period</a>.</p>
    "#
    );
    insta::assert_snapshot!(
        brief(with_terms(), "In R&D at {company}period{city} a period."),
        @r#"<p>In <a href="/en/hr-terms/notice-period/" class="mention">R&amp;D</a> at <span class="placeholder" data-placeholder="company">[company name]</span><a href="/en/hr-terms/period/" class="mention">period</a><span class="placeholder" data-placeholder="city">[city]</span> a period.</p>"#
    );
}

#[test]
fn parts_of_words_headings_links_code_and_pictures_are_left_alone() {
    insta::assert_snapshot!(
        brief(with_terms(), "### A period\n\nPeriods, a period-piece, `a period`, [my period](@job-descriptions/writer), ![period](/robots.txt \"period\").\n\n    a period\n"),
        @r#"
    <h3 id="brief-a-period">A period</h3>
    <p>Periods, a period-piece, <code>a period</code>, <a href="/en/job-descriptions/writer/">my period</a>, <img src="/robots.txt" loading="eager" alt="period" title="period" />.</p>
    <pre><code>a period
    </code></pre>
    "#
    );
}

#[test]
fn what_the_author_has_linked_is_not_linked_again_nor_an_entry_to_itself() {
    insta::assert_snapshot!(
        brief(with_terms(), "A notice period, [see there](@hr-terms/notice)."),
        @r#"<p>A notice period, <a href="/en/hr-terms/notice-period/">see there</a>.</p>"#
    );
    let page = with_terms().page("en/hr-terms/notice-period/index.html");
    assert!(page.contains(r#"<p>A notice period is a <a href="/en/hr-terms/period/" class="mention">period</a>.</p>"#));
}

#[test]
fn a_page_has_no_more_such_links_than_the_configuration_allows() {
    let site = with_terms().replace("rolebook.toml", "[\"hr-terms\"]\n", "[\"hr-terms\"]\nlimit = 1\n");
    insta::assert_snapshot!(
        brief(site, "A period, then a notice period."),
        @r#"<p>A <a href="/en/hr-terms/period/" class="mention">period</a>, then a notice period.</p>"#
    );
    let none = Site::new()
        .file("content/hr-terms/notice/en.md", term("Notice period", "[]"))
        .append("rolebook.toml", "\n[[collections]]\nid = \"hr-terms\"\nkind = \"article\"\n");
    insta::assert_snapshot!(brief(none, "A notice period."), @"<p>A notice period.</p>");
}

#[test]
fn each_language_has_its_own_words() {
    let site =
        with_terms().replace("content/job-descriptions/tester/de.md", "Wir testen.", "KÜNDIGUNGSFRISTEN, Period.");
    let page = site.page("de/stellenbeschreibungen/tester/index.html");
    assert!(page.contains(r#"kuendigungsfrist/" class="mention">KÜNDIGUNGSFRISTEN</a>, Period.</p>"#), "{page}");
}

#[test]
fn scripts_without_space_have_no_edges_of_words() {
    let site = with_terms()
        .append("rolebook.toml", "\n[[locales]]\ncode = \"ja\"\nname = \"日本語\"\n")
        .file("content/hr-terms/notice/ja.md", "+++\ntitle = \"予告期間\"\nsummary = \"x\"\n+++\n\nx\n")
        .file("content/hr-terms/period/ja.md", "+++\ntitle = \"期間\"\nsummary = \"x\"\n+++\n\nこの予告期間は短い。\n");
    let output = site.output();
    let page = output.iter().find(|(path, _)| path.starts_with("ja/hr-terms/period/")).unwrap().1;
    assert!(
        page.contains(r#"<p>この<a href="/ja/hr-terms/notice/" class="mention">予告期間</a>は短い。</p>"#),
        "{page}"
    );
}

#[test]
fn mentions_of_a_collection_that_does_not_exist_are_reported() {
    let site = Site::new().append("rolebook.toml", "\n[automatic_links]\ncollections = [\"job-description\"]\n");
    insta::assert_snapshot!(site.diagnostics(), @r#"
    error[unknown-reference]: there is no collection `job-description`
      --> rolebook.toml:21:16
       |
    21 | collections = ["job-description"]
       |                ^^^^^^^^^^^^^^^^^
       |
       = help: did you mean `job-descriptions`?
    "#);
}

#[test]
fn other_titles_are_mentions_too_and_marks_are_no_part_of_a_title() {
    let config = "\n[automatic_links]\ncollections = [\"job-descriptions\"]\n";
    let site = Site::new().append("rolebook.toml", config).replace(
        "content/job-descriptions/writer/en.md",
        "title = \"Writer\"",
        "title = \"Writer (m/f/d)\"\nslug = \"writer\"\nalternative_titles = [\"Author\", \"Tester\"]",
    );
    insta::assert_snapshot!(
        brief(site.clone(), "A writer and an author."),
        @r#"<p>A <a href="/en/job-descriptions/writer/" class="mention">writer</a> and an author.</p>"#
    );
    insta::assert_snapshot!(
        brief(site, "An author and a tester."),
        @r#"<p>An <a href="/en/job-descriptions/writer/" class="mention">author</a> and a tester.</p>"#
    );
}

#[test]
fn skills_that_have_a_page_are_mentions_by_option() {
    let skills = "skills = [\"sql\", \"git\"]\n";
    let site = Site::new()
        .append("content/job-descriptions/tester/entry.toml", skills)
        .append("content/job-descriptions/writer/entry.toml", "skills = [\"sql\"]\n")
        .file("locales/en/site.ftl", "skill-sql = SQL\nskill-git = Git\n");
    insta::assert_snapshot!(brief(site.clone(), "SQL and Git."), @"<p>SQL and Git.</p>");
    let with_skills = site.append("rolebook.toml", "\n[automatic_links]\nskills = true\n");
    insta::assert_snapshot!(
        brief(with_skills, "Sql and Git, NoSQL and SQL."),
        @r#"<p><a href="/en/skills/sql/" class="mention">Sql</a> and Git, NoSQL and SQL.</p>"#
    );
}
