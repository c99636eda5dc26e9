//! Whose words readers of a locale see: those of the locale, of its parents by CLDR, of its fallbacks, of the default locale, of
//! the theme in English; and what the site is called.

use fluent::FluentValue;
use insta::assert_snapshot;
use rolebook::parse::message_id::MessageRef;
use rolebook::resolve::PseudoLocales;
use rolebook::resolve::library::LocaleIndex;
use rolebook::upkeep::coverage::coverage;

use crate::site::{Site, article_text, between, role_text};

/// The smallest site of the documentation, with a role, an article and a category in the default locale. Of locales, the first is
/// the default one; what follows a space is more of its table.
fn base(top: &str, locales: &[&str]) -> Site {
    let (default, _) = locales[0].split_once(' ').unwrap_or((locales[0], ""));
    let mut config = vec![format!("base_url = \"https://jobs.example.org/\"\ndefault_locale = \"{default}\"\n{top}\n")];
    for locale in locales {
        let (code, more) = locale.split_once(' ').unwrap_or((locale, ""));
        config.push(format!("\n[[locales]]\ncode = \"{code}\"\nname = \"{code}\"\n{more}\n"));
    }
    for (id, kind) in [("job-descriptions", "role"), ("tutorials", "article"), ("categories", "category")] {
        config.push(format!("\n[[collections]]\nid = \"{id}\"\nkind = \"{kind}\"\n"));
    }
    Site::new()
        .without_files()
        .file("rolebook.toml", config.concat())
        .file("content/categories/it/entry.toml", "")
        .file(&format!("content/categories/it/{default}.md"), article_text("Technology"))
        .file("content/job-descriptions/tester/entry.toml", "category = \"it\"\n")
        .file(&format!("content/job-descriptions/tester/{default}.md"), role_text("Tester"))
        .file("content/tutorials/testing/entry.toml", "category = \"it\"\n")
        .file(&format!("content/tutorials/testing/{default}.md"), article_text("Testing"))
}

/// What a message says in a locale, handed a number and a day.
fn says(site: &Site, code: &str, id: &str) -> String {
    let library = &site.sound().library;
    let locale = library.locales().find(|locale| library[*locale].code.to_string() == code).unwrap();
    let arguments = [("count", FluentValue::from(12_345)), ("date", FluentValue::from("2026-01-05"))];
    library.messages.format(locale, MessageRef::read(id).unwrap(), &arguments.into_iter().collect()).unwrap()
}

fn title(site: &Site, path: &str) -> String {
    between(&site.page(path), "<title>", "</title>").replace("<title>", "").replace("</title>", "")
}

// L2
#[test]
fn a_regional_code_alone_has_the_words_of_its_language() {
    for (code, home, entries) in [
        ("en-US", "Home", "12,345 entries"),
        ("en-GB", "Home", "12,345 entries"),
        ("en-IN", "Home", "12,345 entries"),
        ("de-AT", "Startseite", "12\u{a0}345 Einträge"),
        ("de-CH", "Startseite", "12'345 Einträge"),
        ("pt-AO", "Início", "12\u{a0}345 conteúdos"),
        ("es-MX", "Inicio", "12,345 contenidos"),
        ("fr-CA", "Accueil", "12\u{a0}345 contenus"),
    ] {
        let site = base("", &[code]);
        assert_eq!(site.diagnostics(), "", "{code}");
        assert_eq!(says(&site, code, "breadcrumb-home"), home, "{code}");
        assert_eq!(says(&site, code, "entry-count"), entries, "{code}");
        assert!(site.page(&format!("{code}/index.html")).contains(&format!("lang=\"{code}\"")));
    }
}

// L3
#[test]
fn a_locale_has_the_words_of_its_parents_and_formats_of_its_own() {
    for (code, home, date) in [
        ("de-AT", "Startseite", "5. Jänner 2026"),
        ("pt-BR", "Início", "5 de janeiro de 2026"),
        ("es-419", "Inicio", "5 de enero de 2026"),
        ("el-CY", "Αρχική", "5 Ιανουαρίου 2026"),
    ] {
        let site = base("", &["en", code]);
        assert_eq!(site.diagnostics(), "", "{code}");
        assert_eq!((says(&site, code, "breadcrumb-home").as_str(), says(&site, code, "date").as_str()), (home, date));
    }
}

// L3
#[test]
fn words_of_the_site_go_before_those_of_the_theme_at_each_parent() {
    let site = base("", &["en", "de-AT"])
        .file("locales/de/a.ftl", "breadcrumb-home = Start\nhome-collections = Alles\n-brand = Firma\n")
        .file("locales/de-AT/a.ftl", "breadcrumb-home = Heim\n-brand = Unternehmen\n");
    assert_eq!(says(&site, "de-AT", "breadcrumb-home"), "Heim");
    assert_eq!(says(&site, "de-AT", "home-collections"), "Alles");
    assert_eq!(says(&site, "de-AT", "copyright"), "© Unternehmen", "words of parents refer to words of the locale");
    let beside = base("", &["en", "de", "de-AT"])
        .file("locales/de/a.ftl", "breadcrumb-home = Start\n")
        .file("locales/de-AT/a.ftl", "home-collections = Alles\n");
    assert_eq!(["de", "de-AT"].map(|code| says(&beside, code, "breadcrumb-home")), ["Start", "Start"]);
    assert_eq!(["de", "de-AT"].map(|code| says(&beside, code, "home-collections")), ["Inhalte", "Alles"]);
}

/// Parents are never in another script: Serbian in Latin letters has no words from Serbian in Cyrillic ones.
#[test]
fn no_words_come_from_another_script() {
    for (codes, id, words) in [
        (["en", "sr", "sr-Latn"], "sr-Latn", "Home"),
        (["en", "sr", "sr-ME"], "sr-ME", "Home"),
        (["en", "sr", "sr-Cyrl-BA"], "sr-Cyrl-BA", "Почетна"),
        (["en", "sr", "zh-Hant-HK"], "zh-Hant-HK", "Home"),
    ] {
        let site = base("", &codes).file("locales/sr/a.ftl", "breadcrumb-home = Почетна\n");
        assert_eq!(says(&site, id, "breadcrumb-home"), words, "{id}");
    }
    let site = base("", &["en", "zh-Hant-HK"]).file("locales/zh-Hant/a.ftl", "breadcrumb-home = 首頁\n");
    assert_eq!(says(&site, "zh-Hant-HK", "breadcrumb-home"), "首頁");
    for code in ["nb", "nn"] {
        let site = base("", &["en", code]).file("locales/no/a.ftl", "breadcrumb-home = Hjem\n");
        assert_eq!(says(&site, code, "breadcrumb-home"), "Hjem", "{code}");
    }
}

// L3
#[test]
fn a_fallback_need_not_be_a_locale_of_the_site() {
    let site = base("", &["en", "lb fallback = [\"de\", \"fr\"]"]);
    assert_eq!(says(&site, "lb", "breadcrumb-home"), "Startseite");
    assert_snapshot!(site.diagnostics(), @r#"
    warning[missing-message]: 132 of 132 messages are not translated into `lb`: readers see them in `de`
      --> rolebook.toml:11:8
       |
    11 | code = "lb"
       |        ^^^^
       |
       = help: write them in `locales/lb/`; `rolebook status --locale lb` lists them
    "#);
    let site = site.file("locales/de/a.ftl", "breadcrumb-home = { $ort } { -firma }\n-firma = F\n");
    assert_snapshot!(site.diagnostics(), @r#"
    error[unknown-variable]: `breadcrumb-home` is not handed `$ort`
     --> locales/de/a.ftl:1:21
      |
    1 | breadcrumb-home = { $ort } { -firma }
      |                     ^^^^
      |
      = help: it is handed no variables: write the words themselves

    warning[different-reference]: `breadcrumb-home` refers to `-firma`, its original does not
     --> locales/de/a.ftl:1:30
      |
    1 | breadcrumb-home = { $ort } { -firma }
      |                              ^^^^^^
      |
      = help: write what the original says, or refer to it there, too

    warning[missing-message]: 132 of 132 messages are not translated into `lb`: readers see them in `de`
      --> rolebook.toml:11:8
       |
    11 | code = "lb"
       |        ^^^^
       |
       = help: write them in `locales/lb/`; `rolebook status --locale lb` lists them
    "#);
    let site =
        base("", &["en", "lb fallback = [\"sv\", \"gsw\"]"]).file("locales/gsw/a.ftl", "breadcrumb-home = Afang\n");
    assert_eq!(says(&site, "lb", "breadcrumb-home"), "Afang");
    assert_snapshot!(site.diagnostics(), @r#"
    warning[missing-message]: 132 of 132 messages are not translated into `lb`: readers see them in `en`, `gsw`
      --> rolebook.toml:11:8
       |
    11 | code = "lb"
       |        ^^^^
       |
       = help: write them in `locales/lb/`; `rolebook status --locale lb` lists them

    warning[unknown-reference]: there are no words in `sv`: it is no locale of this site, and the theme does not speak it
      --> rolebook.toml:13:13
       |
    13 | fallback = ["sv", "gsw"]
       |             ^^^^
       |
       = help: remove it, or write messages in `locales/sv/`
    "#);
}

// L4
#[test]
fn a_language_that_the_theme_does_not_speak_is_one_warning() {
    let alone = base("", &["nl"]);
    assert_snapshot!(alone.diagnostics(), @r#"
    warning[missing-message]: 132 of 132 messages are not translated into `nl`: readers see them in `en`
     --> rolebook.toml:6:8
      |
    6 | code = "nl"
      |        ^^^^
      |
      = help: write them in `locales/nl/`; `rolebook status --locale nl` lists them
    "#);
    assert_eq!(says(&alone, "nl", "breadcrumb-home"), "Home");
    assert_snapshot!(base("", &["en", "nl"]).diagnostics(), @r#"
    warning[missing-message]: 132 of 132 messages are not translated into `nl`: readers see them in `en`
      --> rolebook.toml:11:8
       |
    11 | code = "nl"
       |        ^^^^
       |
       = help: write them in `locales/nl/`; `rolebook status --locale nl` lists them
    "#);
    assert_snapshot!(base("", &["nl", "de"]).diagnostics(), @r#"
    warning[missing-message]: 132 of 132 messages are not translated into `nl`: readers see them in `en`
     --> rolebook.toml:6:8
      |
    6 | code = "nl"
      |        ^^^^
      |
      = help: write them in `locales/nl/`; `rolebook status --locale nl` lists them
    "#);
    let begun = base("", &["de", "nl", "ja"]).file("locales/nl/a.ftl", "breadcrumb-home = Begin\n");
    assert_eq!([says(&begun, "nl", "breadcrumb-home"), says(&begun, "nl", "home-collections")], ["Begin", "Inhalte"]);
    assert_snapshot!(begun.diagnostics(), @r#"
    warning[missing-message]: 131 of 132 messages are not translated into `nl`: readers see them in `de`
      --> rolebook.toml:11:8
       |
    11 | code = "nl"
       |        ^^^^
       |
       = help: write them in `locales/nl/`; `rolebook status --locale nl` lists them

    warning[missing-message]: 132 of 132 messages are not translated into `ja`: readers see them in `de`
      --> rolebook.toml:16:8
       |
    16 | code = "ja"
       |        ^^^^
       |
       = help: write them in `locales/ja/`; `rolebook status --locale ja` lists them
    "#);
}

/// Its words are translations of the theme's English: compared with it, used where the theme uses them, and no changes of it.
#[test]
fn words_in_a_default_language_that_the_theme_does_not_speak_translate_the_theme() {
    let words = "skip-to-content = Naar de inhoud\nsection-benefits = Wat wij bieden\ncollection-interview-questions = Vragen\n    .slug = vragen\nreading-minutes = { $minuten } minuten\n";
    for locales in [&["nl"][..], &["nl", "en"], &["nl", "de fallback = [\"en\"]"]] {
        let site = base("", locales).file("locales/nl/a.ftl", words);
        let said = site.diagnostics();
        assert!(!said.contains("is yours in") && !said.contains("nothing uses"), "{said}");
        assert!(said.contains("the original of `reading-minutes` does not use `$minuten`"), "{said}");
        assert!(said.contains("`reading-minutes` does not use `$minutes` as its original does"), "{said}");
        assert!(said.contains("127 of 132 messages are not translated into `nl`"), "{said}");
    }
    let own = base("", &["nl", "en"]).file("locales/nl/a.ftl", "site-tagline-own = Van ons\n");
    assert!(own.diagnostics().contains("nothing uses `site-tagline-own`"), "{}", own.diagnostics());
    // What the theme says in the default language itself is changed, not translated.
    for spoken in ["de", "en"] {
        let site = base("", &[spoken]).file(&format!("locales/{spoken}/a.ftl"), "collection-hr-terms = Terms\n");
        let said = site.diagnostics();
        assert!(said.contains("nothing uses `collection-hr-terms`"), "{said}");
    }
}

#[test]
fn messages_of_the_site_are_named_once_their_translation_has_begun() {
    let site = base("", &["en", "nl"]).file("locales/en/a.ftl", "search-button = a\nsite-name = b\nhome-summary = c\n");
    assert_eq!(site.diagnostics().matches("warning[").count(), 1);
    let begun = site.file("locales/nl/a.ftl", "site-name = b\n").diagnostics();
    for id in ["search-button", "home-summary"] {
        assert!(begun.contains(&format!("`{id}` is not translated into `nl`")), "{begun}");
    }
    assert_eq!(begun.matches("warning[").count(), 3, "{begun}");
}

#[test]
fn words_of_parents_are_shown_in_the_formats_of_the_locale() {
    let site = base("", &["en", "de", "de-AT"]).file("locales/en/a.ftl", "sum = { NUMBER($count) }\n");
    let site = site.file("locales/de/a.ftl", "sum = { NUMBER($count) } €\n");
    assert_eq!(["de", "de-AT"].map(|code| says(&site, code, "sum")), ["12.345 €", "12\u{a0}345 €"]);
}

#[test]
fn messages_of_a_parent_are_used_by_those_who_inherit_them() {
    let site = base("", &["en", "de", "de-AT"]).file("locales/de/a.ftl", "section-pay = Bezahlung\n");
    let text = role_text("Tester") + "\n## pay\n\nx\n";
    assert_eq!(site.clone().file("content/job-descriptions/tester/de-AT.md", text).diagnostics(), "");
    assert!(site.diagnostics().contains("warning[unused-message]"), "{}", site.diagnostics());
}

// L4
#[test]
fn every_language_builds_with_one_warning_at_most() {
    for code in ["nl", "ja", "ar", "zh-Hant-HK", "sr-Latn", "no", "nb", "nn", "pt-BR", "de-AT", "yi"] {
        for locales in [vec![code], vec!["en", code], vec![code, "en"], vec![code, "de", "pt"]] {
            let site = base("name = \"Acme\"", &locales);
            let said = site.compile().diagnostics;
            let expected = usize::from(!["pt-BR", "de-AT"].contains(&code));
            assert_eq!(said.len(), expected, "{locales:?}: {}", site.diagnostics());
            assert!(site.page(&format!("{code}/index.html")).contains("Acme"));
        }
    }
}

/// The number in the warning is that of `rolebook status`.
#[test]
fn what_is_missing_is_counted_as_by_status() {
    for site in [
        base("", &["nl"]),
        base("", &["en", "nl"]).file("locales/en/a.ftl", "-term = T\nextra = E { -term }\n    .more = M\n"),
        base("", &["nl", "sv"]).file("locales/nl/a.ftl", "breadcrumb-home = Begin\nsearch-title = Zoeken\n"),
    ] {
        let compiled = site.compile();
        let built = compiled.site.unwrap();
        for of in coverage(&built) {
            let code = &built.library[of.locale].code;
            let said = compiled.diagnostics.iter().filter(|said| said.locale.as_ref() == Some(code));
            let said = said.filter(|said| said.message.contains("messages are not translated")).collect::<Vec<_>>();
            let missing = of.missing_messages.len();
            let expected = format!("{missing} of {} messages", of.messages);
            assert_eq!(said.len(), usize::from(missing > 0), "{code}");
            assert!(said.iter().all(|said| said.message.starts_with(&expected)), "{}", said[0].message);
        }
    }
}

#[test]
fn a_folder_of_messages_that_nobody_reads_is_one_warning() {
    let site = base("", &["en", "de-AT"]).file("locales/de/a.ftl", "home-collections = Alles\n");
    assert_eq!(site.diagnostics(), "", "German is a parent");
    let site = base("", &["en", "de"]).file("locales/de-AT/a.ftl", "x = y\n").file("locales/de-AT/b.ftl", "z = y\n");
    assert_snapshot!(site.diagnostics(), @"
    warning[unknown-reference]: no locale of this site reads the messages in `locales/de-AT/`
     --> locales/de-AT/a.ftl:1:1
      |
    1 | x = y
      | ^
      |
      = help: did you mean `locales/de/`?
    ");
    assert_snapshot!(base("", &["de"]).file("locales/nl/a.ftl", "x = y\n").diagnostics(), @r#"
    warning[unknown-reference]: no locale of this site reads the messages in `locales/nl/`
     --> locales/nl/a.ftl:1:1
      |
    1 | x = y
      | ^
      |
      = help: add a table `[[locales]]` with `code = "nl"` to `rolebook.toml`, or remove the folder
    "#);
}

/// A message that two locales have from the same file is reported once.
#[test]
fn mistakes_in_words_of_parents_are_reported_once() {
    let site = base("", &["de-AT", "de-CH", "de"]).file("locales/de/a.ftl", "breadcrumb-home = { -nobody }\n");
    assert_snapshot!(site.diagnostics(), @"
    error[unknown-reference]: `-nobody` is not defined
     --> locales/de/a.ftl:1:21
      |
    1 | breadcrumb-home = { -nobody }
      |                     ^^^^^^^
      |
      = help: write `-nobody = Nobody` in `locales/de/a.ftl`
    ");
    let site = base("", &["de-AT", "de-CH"]).file(
        "locales/de/a.ftl",
        "breadcrumb-home = { NUMBER($n) ->\n    [few] a\n   *[other] b\n}\nhome-collections = x\nhome-collections = y\n",
    );
    assert_snapshot!(site.diagnostics(), @"
    error[unknown-variable]: `breadcrumb-home` is not handed `$n`
     --> locales/de/a.ftl:1:28
      |
    1 | breadcrumb-home = { NUMBER($n) ->
      |                            ^^
      |
      = help: it is handed no variables: write the words themselves

    warning[plural-category]: de-AT has no plural form `few`
     --> locales/de/a.ftl:2:6
      |
    2 |     [few] a
      |      ^^^
      |
      = help: remove the variant; the forms are `one`, `other`

    warning[plural-category]: de-AT needs the plural form `one` here
     --> locales/de/a.ftl:2:6
      |
    2 |     [few] a
      |      ^^^
      |
      = help: add `[one]`

    error[duplicate-message]: `home-collections` is defined twice
     --> locales/de/a.ftl:6:1
      |
    6 | home-collections = y
      | ^^^^^^^^^^^^^^^^
      |
      = help: remove one of the two; the other is in `locales/de/a.ftl`, line 5
    ");
}

#[test]
fn pseudo_locales_have_all_words_of_the_default_locale() {
    for locales in [["en-US"], ["nl"]] {
        let site = base("", &locales)
            .file("locales/en-US/a.ftl", "breadcrumb-home = Homepage\n")
            .file("locales/nl/a.ftl", "breadcrumb-home = Homepage\n")
            .with_pseudo_locales(PseudoLocales::Include);
        assert_eq!(says(&site, "en-XA", "breadcrumb-home"), "Ħǿǿḿḗḗƥȧȧɠḗḗ");
        assert_eq!(says(&site, "en-XA", "home-collections"), "Ƈǿǿƞŧḗḗƞŧş~~");
    }
}

// --- the name of the site

// L7
#[test]
fn the_name_is_that_of_the_locale_of_the_configuration_of_a_fallback_or_of_the_host() {
    let brand = |code: &str| (format!("locales/{code}/a.ftl"), format!("-brand = Acme ({code})\n"));
    let names = |top: &str, brands: &[&str]| {
        let mut site = base(top, &["en", "de", "nl fallback = [\"de\"]", "de-AT", "ja"]);
        for code in brands {
            let (file, text) = brand(code);
            site = site.file(&file, text);
        }
        let site = site.sound();
        let words = |locale: LocaleIndex| site.library.messages.text(locale, MessageRef::message("copyright")).unwrap();
        site.library.locales().map(words).collect::<Vec<_>>().join(", ")
    };
    for (top, brands, expected) in [
        (
            "",
            &[][..],
            "© jobs.example.org, © jobs.example.org, © jobs.example.org, © jobs.example.org, © jobs.example.org",
        ),
        ("name = \"Acme\"", &[], "© Acme, © Acme, © Acme, © Acme, © Acme"),
        ("", &["en"], "© Acme (en), © Acme (en), © Acme (en), © Acme (en), © Acme (en)"),
        ("", &["en", "de"], "© Acme (en), © Acme (de), © Acme (de), © Acme (de), © Acme (en)"),
        ("", &["nl", "ja"], "© jobs.example.org, © jobs.example.org, © Acme (nl), © jobs.example.org, © Acme (ja)"),
        ("name = \"Acme\"", &["de"], "© Acme, © Acme (de), © Acme, © Acme (de), © Acme"),
    ] {
        assert_eq!(names(top, brands), expected, "{top} {brands:?}");
    }
}

// L7
#[test]
fn a_name_that_some_languages_lack_is_one_warning() {
    let site = base("", &["en", "de", "fr"]).file("locales/en/a.ftl", "-brand = Acme Careers\n");
    assert_snapshot!(site.diagnostics(), @r#"
    warning[missing-message]: `-brand` is set in `en`, and not in `de`, `fr`
     --> locales/en/a.ftl:1:1
      |
    1 | -brand = Acme Careers
      | ^^^^^^
      |
      = help: write `name = "Acme Careers"` at the top of `rolebook.toml`, which names the site in all languages; or write `-brand = …` in `locales/de/a.ftl`
    "#);
    assert_eq!(title(&site, "de/index.html"), title(&site, "de/index.html"));
    let named = base("name = \"Acme\"", &["en", "de", "fr"]).file("locales/en/a.ftl", "-brand = Acme Careers\n");
    assert_snapshot!(named.diagnostics(), @"");
    let elsewhere = base("", &["en", "de", "fr"]).file("locales/fr/a.ftl", "-brand = Société « Acme { \"{\" } »\n");
    assert_snapshot!(elsewhere.diagnostics(), @r#"
    warning[missing-message]: `-brand` is set in `fr`, and not in `en`, `de`
     --> locales/fr/a.ftl:1:1
      |
    1 | -brand = Société « Acme { "{" } »
      | ^^^^^^
      |
      = help: write `name = "…"` at the top of `rolebook.toml`, which names the site in all languages; or write `-brand = …` in `locales/en/site.ftl`
    "#);
    let everywhere = ["en", "de"]
        .iter()
        .fold(base("", &["en", "de"]), |site, code| site.file(&format!("locales/{code}/a.ftl"), "-brand = Acme\n"));
    assert_snapshot!(everywhere.diagnostics(), @"");
}

// L7
#[test]
fn words_of_the_theme_that_one_language_changes_are_reported_once_each() {
    let site = base("", &["en", "de", "fr", "nl"])
        .file("locales/en/a.ftl", "home-collections = Everything\nbreadcrumb-home = Start\n")
        .file("locales/fr/a.ftl", "home-collections = Tout\n")
        .file("locales/de/a.ftl", "search-button = Los\n");
    assert_snapshot!(site.diagnostics(), @r#"
    warning[missing-message]: `home-collections` is yours in `en`, and the theme's in `de`
     --> locales/en/a.ftl:1:1
      |
    1 | home-collections = Everything
      | ^^^^^^^^^^^^^^^^
      |
      = help: write `home-collections = …` in `locales/de/a.ftl`

    warning[missing-message]: `breadcrumb-home` is yours in `en`, and the theme's in `de`, `fr`
     --> locales/en/a.ftl:2:1
      |
    2 | breadcrumb-home = Start
      | ^^^^^^^^^^^^^^^
      |
      = help: write `breadcrumb-home = …` in `locales/de/a.ftl`, and the like for the others

    warning[missing-message]: 132 of 132 messages are not translated into `nl`: readers see them in `en`
      --> rolebook.toml:21:8
       |
    21 | code = "nl"
       |        ^^^^
       |
       = help: write them in `locales/nl/`; `rolebook status --locale nl` lists them
    "#);
}

#[test]
fn a_name_may_have_any_characters() {
    for name in ["A { $b } {c}", "[Acme] *x .y", "-brand = x", "Ö & <b>", "# x"] {
        let site = base(&format!("name = '{name}'"), &["en"]);
        assert_eq!(site.diagnostics(), "", "{name}");
        assert_eq!(says(&site, "en", "copyright"), format!("© {name}"));
    }
    assert_snapshot!(base("name = \" \"", &["en"]).diagnostics(), @r#"
    error[invalid-value]: the name of the site is empty
     --> rolebook.toml:3:8
      |
    3 | name = " "
      |        ^^^
      |
      = help: write the name of the site, or remove `name`
    "#);
}

#[test]
fn the_brand_of_another_theme_goes_before_the_host() {
    let site = Site::new()
        .with_plain_theme()
        .append("themes/plain/locales/en/words.ftl", "-brand = Plain\ncopyright = { -brand }\n");
    assert_eq!(says(&site, "en", "copyright"), "Plain");
    let named = site.replace("rolebook.toml", "theme =", "name = \"Acme\"\ntheme =");
    assert_eq!(says(&named, "en", "copyright"), "Acme");
}
