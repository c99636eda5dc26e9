//! Languages as readers see them: scripts, directions, fallback chains, grammar, markup, lists, pseudo-locales.

use rolebook::resolve::PseudoLocales;

use crate::site::{Site, between, role_text};

const HOME: &str = "themes/atlas/templates/home.html";

fn locale(code: &str, more: &str) -> String {
    format!("\n[[locales]]\ncode = \"{code}\"\nname = \"{code}\"\n{more}")
}

/// A site whose home page shows one call of a template.
fn showing(call: &str) -> Site {
    Site::new().file(HOME, format!("<p>{{{{ {call} }}}}</p>\n"))
}

fn shown(site: &Site, locale: &str) -> String {
    let page = site.page(&format!("{locale}/index.html"));
    between(&page, "<p>", "</p>").trim_start_matches("<p>").trim_end_matches("</p>").to_owned()
}

#[test]
fn locales_of_other_scripts_need_no_change_of_code() {
    let titles = [
        ("ar", "rtl", "محلل بيانات", "mhll-bynt"),
        ("he", "rtl", "מפתח תוכנה", "mptkh-tvknh"),
        ("ja", "ltr", "人事担当者", "tester"),
        ("zh-Hant", "ltr", "軟體工程師", "ruan-ti-gong-cheng-shi"),
        ("pt-BR", "ltr", "Analista de Gestão (m/f)", "analista-de-gestao"),
        ("sr-Latn", "ltr", "Službenik đačke zadruge", "sluzbenik-dacke-zadruge"),
    ];
    let mut site = Site::new();
    for (code, _, title, _) in titles {
        site = site
            .append("rolebook.toml", &locale(code, ""))
            .file(&format!("content/job-descriptions/tester/{code}.md"), role_text(title));
    }
    let output = site.output();
    let english = &output["en/job-descriptions/tester/index.html"];
    let mut found = Vec::new();
    for (code, direction, title, _) in titles {
        let start = format!("<link rel=\"alternate\" hreflang=\"{code}\" href=\"https://example.org/");
        let path = between(english, &start, "\">").trim_start_matches(&start).trim_end_matches("\">").to_owned();
        let page = &output[&format!("{path}index.html")];
        assert!(page.contains(&format!("<html lang=\"{code}\" dir=\"{direction}\">")), "{code}");
        assert!(page.replace(['\u{2068}', '\u{2069}'], "").contains(title), "{code}");
        assert!(page.contains("hreflang=\"en\""), "{code}");
        found.push(path);
    }
    // The theme speaks Portuguese; the others have its English.
    let collection = |code: &str| if code == "pt-BR" { "descricoes-de-funcoes" } else { "job-descriptions" };
    let path = |(code, _, _, slug): &(&str, _, _, _)| format!("{code}/{}/{slug}/", collection(code));
    let expected: Vec<_> = titles.iter().map(path).collect();
    assert_eq!(found, expected);
}

#[test]
fn plural_forms_are_those_of_the_language() {
    let forms = "roles = { $count ->\n    [zero] zero\n    [one] one\n    [two] two\n    [few] few\n    [many] many\n   *[other] other\n}\n";
    for (code, counts) in [
        ("ar", ["zero", "one", "two", "few", "many", "other"]),
        ("he", ["other", "one", "two", "other", "other", "other"]),
        ("ja", ["other"; 6]),
        ("sr-Latn", ["other", "one", "few", "few", "other", "other"]),
    ] {
        for (number, expected) in [0, 1, 2, 3, 11, 100].into_iter().zip(counts) {
            let site = showing(&format!("t(id=\"roles\", count={number})"))
                .append("rolebook.toml", &locale(code, ""))
                .file("locales/en/site.ftl", forms)
                .file(&format!("locales/{code}/site.ftl"), forms);
            assert_eq!(shown(&site, code), expected, "{code} {number}");
        }
    }
}

#[test]
fn a_chain_of_fallbacks_serves_messages_and_texts() {
    let site = showing("t(id=\"greeting\")")
        .append("rolebook.toml", "\n[missing_translation]\npolicy = \"fallback\"\n")
        .append("rolebook.toml", &locale("es", ""))
        .append("rolebook.toml", &locale("pt", "fallback = [\"es\"]\n"))
        .append("rolebook.toml", &locale("pt-BR", "fallback = [\"pt\"]\n"))
        .file("locales/en/site.ftl", "greeting = Hello\n");
    let page = "pt-BR/vagas/tester/index.html";
    let slug = "collection-job-descriptions = Vagas\n    .slug = vagas\n";
    let site = site.file("locales/pt-BR/site.ftl", slug);
    let assert_served = |site: &Site, greeting: &str, language: &str| {
        assert_eq!(shown(site, "pt-BR"), greeting);
        assert!(site.page(page).contains(&format!("<div class=\"prose\" lang=\"{language}\"")), "{language}");
    };
    assert_served(&site, "Hello", "en");
    let site = site.file("locales/es/site.ftl", "greeting = Hola\n").file(
        "content/job-descriptions/tester/es.md",
        role_text("Tester").replace("+++\ntitle", "+++\nslug = \"tester\"\ntitle"),
    );
    assert_served(&site, "Hola", "es");
    let site = site.file("locales/pt/site.ftl", "greeting = Olá\n").file(
        "content/job-descriptions/tester/pt.md",
        role_text("Tester").replace("+++\ntitle", "+++\nslug = \"tester\"\ntitle"),
    );
    assert_served(&site, "Olá", "pt");
}

#[test]
fn a_locale_with_messages_only_works_at_once() {
    let site = Site::new()
        .append("rolebook.toml", &locale("nl", ""))
        .file("locales/nl/site.ftl", "-brand = Bibliotheek\nsite-name = { -brand }\n");
    let output = site.output();
    assert!(output["nl/index.html"].contains("Bibliotheek"));
    assert!(
        output.contains_key("nl/job-descriptions/index.html")
            && !output.contains_key("nl/job-descriptions/tester/index.html")
    );
}

#[test]
fn inline_markup_is_let_through_where_a_template_asks_for_it() {
    let call = "t_html(id=\"terms\", name=\"<b>you</b> & me\", elements={\"link\": {\"href\": \"/a?b&c\", \"class\": \"x\"} })";
    let site = showing(call).file(
        "locales/en/site.ftl",
        "terms = <em>Hi</em> { $name }: read <a data-l10n-name=\"link\" href=\"javascript:x\">the terms</a> <img src=x>\n",
    );
    assert_eq!(
        shown(&site, "en"),
        "<em>Hi</em> &lt;b&gt;you&lt;/b&gt; &amp; me: read <a class=\"x\" href=\"/a?b&amp;c\">the terms</a> &lt;img src=x&gt;"
    );
    let plain = showing("t(id=\"terms\")").file("locales/en/site.ftl", "terms = <em>Hi</em>\n");
    assert_eq!(shown(&plain, "en"), "&lt;em&gt;Hi&lt;&#x2F;em&gt;".replace("&#x2F;", "/"));
}

#[test]
fn markup_that_cannot_be_shown_is_an_error_of_the_message() {
    let site = showing("t_html(id=\"terms\")")
        .file("locales/en/site.ftl", "terms = Read <a data-l10n-name=\"link\">the terms</a>\n")
        .file("locales/de/site.ftl", "terms = Lesen Sie <a data-l10n-name=\"link\">die Bedingungen</a>\n");
    insta::assert_snapshot!(site.diagnostics(), @r#"
    error[template]: the message `terms` (locales/de/site.ftl:1:1) cannot be shown: the template says nothing of the element `link`
     --> themes/atlas/templates/home.html:1:7
      |
    1 | <p>{{ t_html(id="terms") }}</p>
      |       ^^^^^^^^^^^^^^^^^^
      |
      = help: correct the message, or what the template hands to it

    error[template]: the message `terms` (locales/en/site.ftl:1:1) cannot be shown: the template says nothing of the element `link`
     --> themes/atlas/templates/home.html:1:7
      |
    1 | <p>{{ t_html(id="terms") }}</p>
      |       ^^^^^^^^^^^^^^^^^^
      |
      = help: correct the message, or what the template hands to it
    "#);
}

#[test]
fn what_functions_cannot_show_is_an_error_of_the_message() {
    let site = showing("t(id=\"day\", date=\"tomorrow\")")
        .file("locales/en/site.ftl", "day = { DATETIME($date) }\n")
        .file("locales/de/site.ftl", "day = { DATETIME($date) }\n");
    insta::assert_snapshot!(site.diagnostics(), @r#"
    error[template]: the message `day` (locales/de/site.ftl:1:1) cannot be shown: `DATETIME` needs a date such as `2026-11-02` and got other text
     --> themes/atlas/templates/home.html:1:7
      |
    1 | <p>{{ t(id="day", date="tomorrow") }}</p>
      |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: correct the message, or what the template hands to it

    error[template]: the message `day` (locales/en/site.ftl:1:1) cannot be shown: `DATETIME` needs a date such as `2026-11-02` and got other text
     --> themes/atlas/templates/home.html:1:7
      |
    1 | <p>{{ t(id="day", date="tomorrow") }}</p>
      |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: correct the message, or what the template hands to it
    "#);
}

#[test]
fn lists_numbers_and_quotations_are_written_as_in_the_language() {
    let message = "what = { LIST($what, type: \"disjunction\") }; { $what }; { NUMBER($n, minimumFractionDigits: 1) }; { QUOTE($word) }\n";
    let call = "t(id=\"what\", what=[\"a\", \"b\", \"c\"], n=12345, word=\"x\")";
    let mut site = showing(call).file("locales/en/site.ftl", message).file("locales/de/site.ftl", message);
    for code in ["el", "fr"] {
        site = site.append("rolebook.toml", &locale(code, "")).file(&format!("locales/{code}/site.ftl"), message);
    }
    assert_eq!(shown(&site, "en"), "a, b, or c; a, b, and c; 12,345.0; “x”");
    assert_eq!(shown(&site, "de"), "a, b oder c; a, b und c; 12.345,0; „x“");
    assert_eq!(shown(&site, "el"), "a, b ή c; a, b και c; 12.345,0; «x»");
    assert_eq!(shown(&site, "fr"), "a, b ou c; a, b et c; 12\u{202f}345,0; «\u{a0}x\u{a0}»");
}

#[test]
fn messages_ask_for_grammar_and_learn_where_there_is_none() {
    let message = "role-heading = { $role_genitive ->\n    [none] Beschreibung: { $role }\n   *[other] Beschreibung des { $role_genitive }\n}\n";
    let german = "content/job-descriptions/tester/de.md";
    let site = Site::new().file("locales/de/site.ftl", message);
    let page = "de/stellenbeschreibungen/tester/index.html";
    assert!(site.page(page).contains("<h1>Beschreibung: Tester (m/w/d)</h1>"));
    let site = site.replace(german, "+++\n\n## brief", "\n[grammar]\ngenitive = \"Testers\"\n+++\n\n## brief");
    assert!(site.page(page).contains("<h1>Beschreibung des Testers</h1>"));
}

#[test]
fn a_stale_translation_says_so_if_the_site_wants_it() {
    let german = "content/job-descriptions/tester/de.md";
    let page = "de/stellenbeschreibungen/tester/index.html";
    let stale = Site::new().replace(german, "summary =", "source = \"0123456789ab\"\nsummary =");
    assert!(!stale.page(page).contains("class=\"notice\""));
    let site = stale.append("rolebook.toml", "\n[stale_translation]\nnotice = true\n");
    let undated = site.page(page);
    assert!(
        undated.contains(
            "<a href=\"/en/job-descriptions/tester/\" hreflang=\"en\">Original (English)</a> wurde geändert."
        )
    );
    let dated = site
        .replace("content/job-descriptions/tester/en.md", "summary =", "updated = 2026-11-02\nsummary =")
        .page(page);
    assert!(dated.contains("wurde am 2. November 2026 geändert."), "{}", between(&dated, "class=\"notice\"", "</p>"));
}

#[test]
fn long_lists_have_letters() {
    let mut site = Site::new();
    for title in ('A'..='T').flat_map(|letter| [format!("{letter}a"), format!("{letter}b")]).chain(["3D".to_owned()]) {
        let folder = format!("content/job-descriptions/role-{}", title.to_lowercase());
        site = site
            .file(&format!("{folder}/entry.toml"), "category = \"it\"\n")
            .file(&format!("{folder}/en.md"), role_text(&title));
    }
    let page = site.page("en/job-descriptions/index.html");
    let letters: Vec<_> = page.split("<h3>").skip(1).map(|after| after.split("</h3>").next().unwrap()).collect();
    assert_eq!(letters.join(""), "#ABCDEFGHIJKLMNOPQRSTW");
    assert!(!Site::new().page("en/job-descriptions/index.html").contains("<h3>"), "short lists have none");
}

#[test]
fn addresses_can_have_the_letters_of_the_language() {
    let greek = "+++\ntitle = \"Αναλυτής Δεδομένων\"\nsummary = \"x\"\n+++\n\n## brief\n\nx\n\n## responsibilities\n\n- x\n\n## requirements\n\n- x\n";
    let site = Site::new()
        .replace("rolebook.toml", "default_locale", "slugs = \"unicode\"\ndefault_locale")
        .append("rolebook.toml", &locale("el", ""))
        .file("content/job-descriptions/tester/el.md", greek);
    let output = site.output();
    let page = &output["el/perigrafes-theseon-ergasias/αναλυτής-δεδομένων/index.html"];
    let encoded =
        "%CE%B1%CE%BD%CE%B1%CE%BB%CF%85%CF%84%CE%AE%CF%82-%CE%B4%CE%B5%CE%B4%CE%BF%CE%BC%CE%AD%CE%BD%CF%89%CE%BD/";
    assert!(between(page, "<link rel=\"canonical\"", ">").contains(encoded));
    assert!(output["sitemap.xml"].contains(encoded));
}

#[test]
fn pseudo_locales_show_what_is_no_message() {
    let site = Site::new().with_pseudo_locales(PseudoLocales::Include);
    let output = site.output();
    let page = &output["en-XA/job-descriptions/tester/index.html"];
    assert!(page.contains("<html lang=\"en-XA\" dir=\"ltr\">"));
    let words: String = between(page, "<main", "</main>")
        .split('<')
        .filter_map(|tag| tag.split_once('>'))
        .map(|(_, text)| text)
        .collect();
    let names = ["English", "Deutsch", "Pseudo"];
    let english = words.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 2 && word.is_ascii());
    assert_eq!(english.filter(|word| !names.contains(word)).collect::<Vec<_>>(), [""; 0]);
    assert!(output["ar-XB/job-descriptions/tester/index.html"].contains("<html lang=\"ar-XB\" dir=\"rtl\">"));
    assert!(!Site::new().output().keys().any(|path| path.starts_with("en-XA")));
    assert_eq!(site.diagnostics(), "");
}
