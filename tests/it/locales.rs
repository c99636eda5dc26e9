//! What a locale is: its code, its region, its formats; and that nothing that is written for it is ever too much.

use std::fmt::Write;

use fluent::FluentValue;
use insta::assert_snapshot;
use rolebook::locale::LocaleCode;
use rolebook::parse::message_id::MessageRef;
use rolebook::resolve::PseudoLocales;
use rolebook::resolve::functions::TextList;
use rolebook::resolve::library::{Library, LocaleIndex};
use rolebook::slug::SlugStyle;

use crate::refresh::Random;
use crate::site::{Site, role_text};

const CONFIG: &str = "rolebook.toml";

/// How much is tried: a little for every day, as much as the variable says for a long look.
fn tries(variable: &str, usual: usize) -> usize {
    std::env::var(variable).ok().and_then(|tries| tries.parse().ok()).unwrap_or(usual)
}

fn locale(code: &str, more: &str) -> String {
    format!("\n[[locales]]\ncode = \"{code}\"\nname = \"{code}\"\n{more}\n")
}

/// The small site with one more locale.
fn with(code: &str, more: &str) -> Site {
    Site::new().append(CONFIG, &locale(code, more))
}

/// What an author sees of the mistakes, but for what is missing in a locale without messages.
fn said(site: &Site) -> String {
    let all = site.diagnostics();
    all.split("\n\n").filter(|said| !said.contains("[missing-message]")).collect::<Vec<_>>().join("\n\n")
}

// --- codes

// L1
#[test]
fn names_of_languages_are_no_codes() {
    let site = Site::new().replace(CONFIG, "code = \"en\"", "code = \"english\"");
    assert_snapshot!(said(&site), @r#"
    error[invalid-value]: `english` is not a BCP 47 language code
     --> rolebook.toml:5:8
      |
    5 | code = "english"
      |        ^^^^^^^^^
      |
      = help: did you mean `en`?
    "#);
    let site = Site::new().replace(CONFIG, "default_locale = \"en\"", "default_locale = \"german\"");
    assert_snapshot!(said(&site), @r#"
    error[invalid-value]: `german` is not a BCP 47 language code
     --> rolebook.toml:2:18
      |
    2 | default_locale = "german"
      |                  ^^^^^^^^
      |
      = help: did you mean `de`?
    "#);
    assert_snapshot!(said(&with("Ελληνικά", "")), @r#"
    error[invalid-value]: `Ελληνικά` is not a BCP 47 language code
      --> rolebook.toml:21:8
       |
    21 | code = "Ελληνικά"
       |        ^^^^^^^^^^
       |
       = help: did you mean `el`?
    "#);
    assert_snapshot!(said(&with("fr", "fallback = [\"españoll\"]")), @r#"
    error[invalid-value]: `españoll` is not a BCP 47 language code
      --> rolebook.toml:23:13
       |
    23 | fallback = ["españoll"]
       |             ^^^^^^^^^^
       |
       = help: did you mean `es`?
    "#);
}

// L1
#[test]
fn what_is_no_code_at_all_is_reported() {
    assert_snapshot!(said(&with("", "")), @r#"
    error[invalid-value]: `` is not a BCP 47 language code
      --> rolebook.toml:21:8
       |
    21 | code = ""
       |        ^^
       |
       = help: write a BCP 47 code: a language, perhaps with a script and a region, such as `en`, `pt-BR`, `sr-Latn`
    "#);
    assert_snapshot!(said(&with("de-u-co-phonebk", "")), @r#"
    error[invalid-value]: `de-u-co-phonebk` says more than language, script, region and variants
      --> rolebook.toml:21:8
       |
    21 | code = "de-u-co-phonebk"
       |        ^^^^^^^^^^^^^^^^^
       |
       = help: did you mean `de`?

    error[invalid-value]: the locale `de` is listed twice
      --> rolebook.toml:21:8
       |
    21 | code = "de-u-co-phonebk"
       |        ^^^^^^^^^^^^^^^^^
       |
       = help: remove one of the two tables `[[locales]]`
    "#);
    assert_snapshot!(said(&with("und", "")), @r#"
    error[invalid-value]: `und` is not the code of one language
      --> rolebook.toml:21:8
       |
    21 | code = "und"
       |        ^^^^^
       |
       = help: write a BCP 47 code: a language, perhaps with a script and a region, such as `en`, `pt-BR`, `sr-Latn`
    "#);
    assert_snapshot!(said(&with("*", "")), @r#"
    error[invalid-value]: `*` is not a BCP 47 language code
      --> rolebook.toml:21:8
       |
    21 | code = "*"
       |        ^^^
       |
       = help: write a BCP 47 code: a language, perhaps with a script and a region, such as `en`, `pt-BR`, `sr-Latn`
    "#);
}

// L6
#[test]
fn other_forms_of_a_code_are_hints() {
    assert_snapshot!(said(&with("pt_br", "")), @r#"
    hint[invalid-value]: `pt_br` is read as `pt-BR`
      --> rolebook.toml:21:8
       |
    21 | code = "pt_br"
       |        ^^^^^^^
       |
       = help: write `pt-BR`
    "#);
    assert_snapshot!(said(&with("iw", "")), @r#"
    hint[invalid-value]: `iw` is read as `he`
      --> rolebook.toml:21:8
       |
    21 | code = "iw"
       |        ^^^^
       |
       = help: write `he`
    "#);
    let site = with("fr", "fallback = [\"DE\"]").replace(CONFIG, "default_locale = \"en\"", "default_locale = \"EN\"");
    assert_snapshot!(said(&site), @r#"
    hint[invalid-value]: `EN` is read as `en`
     --> rolebook.toml:2:18
      |
    2 | default_locale = "EN"
      |                  ^^^^
      |
      = help: write `en`

    hint[invalid-value]: `DE` is read as `de`
      --> rolebook.toml:23:13
       |
    23 | fallback = ["DE"]
       |             ^^^^
       |
       = help: write `de`
    "#);
    assert!(with("iw", "").page("he/index.html").contains("<html lang=\"he\" dir=\"rtl\">"));
}

#[test]
fn languages_that_cldr_does_not_know_are_warned_of() {
    for (code, meant) in [("gr", "el"), ("jp", "ja"), ("cz", "cs"), ("ua-UA", "uk-UA"), ("en-EN", "en")] {
        let said = with(code, "").diagnostics();
        assert!(said.contains(&format!("help: did you mean `{meant}`?")), "{code}: {said}");
    }
    assert_snapshot!(said(&with("gr", "")), @r#"
    warning[invalid-value]: CLDR does not know the language `gr`
      --> rolebook.toml:21:8
       |
    21 | code = "gr"
       |        ^^^^
       |
       = help: did you mean `el`?
    "#);
    assert_snapshot!(said(&with("xx", "")), @r#"
    warning[invalid-value]: CLDR does not know the language `xx`
      --> rolebook.toml:21:8
       |
    21 | code = "xx"
       |        ^^^^
       |
       = help: numbers, dates and plural forms will be those of no language
    "#);
    assert_snapshot!(said(&with("en-EN", "")), @r#"
    warning[invalid-value]: CLDR does not know the region `EN`
      --> rolebook.toml:21:8
       |
    21 | code = "en-EN"
       |        ^^^^^^^
       |
       = help: did you mean `en`?
    "#);
}

#[test]
fn codes_of_countries_that_are_languages_are_told_by_the_name() {
    let named = |code: &str, name: &str| {
        said(&Site::new().append(CONFIG, &format!("\n[[locales]]\ncode = \"{code}\"\nname = \"{name}\"\n")))
    };
    assert_snapshot!(named("se", "Svenska"), @r#"
    warning[invalid-value]: `se` is not the code of `Svenska`
      --> rolebook.toml:21:8
       |
    21 | code = "se"
       |        ^^^^
       |
       = help: did you mean `sv`?
    "#);
    for (code, name, meant) in [("kr", "한국어", "ko"), ("br", "Portuguese", "pt"), ("si", "slovenščina", "sl")] {
        assert!(named(code, name).contains(&format!("did you mean `{meant}`?")), "{code}");
    }
    for (code, name) in [
        ("se", "Davvisámegiella"),
        ("br", "Brezhoneg"),
        ("no", "Norsk bokmål"),
        ("nb", "Norsk"),
        ("pt-BR", "Português (Brasil)"),
    ] {
        assert_eq!(named(code, name), "", "{code}");
    }
}

// --- regions

// L9
#[test]
fn what_is_no_region_is_reported() {
    for region in ["Germany", "..", "XX", "ZZ", "de_DE", "", "D", "Ελλάδα"] {
        let said = with("fr", &format!("region = \"{region}\"")).diagnostics();
        assert!(said.contains(&format!("error[invalid-value]: `{region}` is not a region")), "{said}");
    }
    assert_snapshot!(said(&with("fr", "region = \"Germany\"")), @r#"
    error[invalid-value]: `Germany` is not a region
      --> rolebook.toml:23:10
       |
    23 | region = "Germany"
       |          ^^^^^^^^^
       |
       = help: did you mean `DE`?
    "#);
    assert_snapshot!(said(&with("fr", "region = \"..\"")), @r#"
    error[invalid-value]: `..` is not a region
      --> rolebook.toml:23:10
       |
    23 | region = ".."
       |          ^^^^
       |
       = help: write two letters of ISO 3166 or three digits of UN M49, such as `PT` or `419`
    "#);
    assert_snapshot!(said(&with("fr", "region = \"fr_CH\"")), @r#"
    error[invalid-value]: `fr_CH` is not a region
      --> rolebook.toml:23:10
       |
    23 | region = "fr_CH"
       |          ^^^^^^^
       |
       = help: did you mean `CH`?
    "#);
    assert_snapshot!(said(&with("fr", "region = \"ch\"")), @r#"
    hint[invalid-value]: `ch` is read as `CH`
      --> rolebook.toml:23:10
       |
    23 | region = "ch"
       |          ^^^^
       |
       = help: write `region = "CH"`
    "#);
    assert_snapshot!(said(&with("fr-CA", "region = \"CH\"")), @r#"
    error[invalid-value]: the code `fr-CA` already has another region than `CH`
      --> rolebook.toml:23:10
       |
    23 | region = "CH"
       |          ^^^^
       |
       = help: remove `region`, or write `code = "fr"`
    "#);
    assert_eq!(said(&with("fr-CA", "region = \"CA\"")), "");
    assert!(with("fr", "region = \"ch\"").page("fr/index.html").contains("content=\"fr_CH\""));
}

// L5
#[test]
fn formats_follow_the_region() {
    let messages = "number = { NUMBER($n) }\ndate = { DATETIME($date) }\nquote = { QUOTE(\"a\") }\n";
    let shown = |code: &str, more: &str, id: &str| {
        let site = with(code, more).file(&format!("locales/{code}/x.ftl"), messages).sound();
        let library = &site.library;
        let locale = library.locales().last().unwrap();
        let arguments = [("n", FluentValue::from(12_345)), ("date", FluentValue::from("2026-11-05"))];
        library.messages.format(locale, MessageRef::message(id), &arguments.into_iter().collect()).unwrap()
    };
    for (code, more, number, date, quote) in [
        ("pt", "region = \"PT\"", "12\u{a0}345", "05/11/2026", "«a»"),
        ("pt", "", "12.345", "5 de nov. de 2026", "“a”"),
        ("fr", "", "12\u{202f}345", "5 nov. 2026", "«\u{a0}a\u{a0}»"),
        ("fr", "region = \"CA\"", "12\u{a0}345", "5 nov. 2026", "«\u{a0}a\u{a0}»"),
        ("es", "region = \"MX\"", "12,345", "5 nov 2026", "«a»"),
        ("en-GB", "", "12,345", "5 Nov 2026", "“a”"),
    ] {
        let found = ["number", "date", "quote"].map(|id| shown(code, more, id));
        assert_eq!(found, [number, date, quote], "{code} {more}");
    }
}

// L5
#[test]
fn what_others_read_of_a_page_follows_the_region() {
    let site = with("pt", "region = \"PT\"").file(
        "content/job-descriptions/tester/pt.md",
        role_text("Testador").replace("+++\ntitle", "+++\nslug = \"x\"\ntitle"),
    );
    let output = site.output();
    let (path, page) =
        output.iter().find(|(path, _)| path.starts_with("pt/") && path.ends_with("/x/index.html")).unwrap();
    assert!(page.contains("<html lang=\"pt\" dir=\"ltr\">") && page.contains("hreflang=\"pt\""), "{page}");
    assert!(page.contains("<meta property=\"og:locale\" content=\"pt_PT\">"), "{page}");
    let document = crate::documents::part(&site.binary(&path.replace("index.html", "x.docx")), "word/styles.xml");
    assert!(document.contains("\"pt-PT\""), "{document}");
}

/// Pseudo-locales hold the words of the default locale, and so count as it does.
#[test]
fn pseudo_locales_have_the_formats_of_the_default_locale() {
    let config =
        "base_url = \"https://example.org/\"\ndefault_locale = \"pt\"\n".to_owned() + &locale("pt", "region = \"PT\"");
    let site = Site::new().without_files().file(CONFIG, config).with_pseudo_locales(PseudoLocales::Include).sound();
    let formats: Vec<_> = site.library.locales().map(|locale| site.library[locale].formats.to_string()).collect();
    assert_eq!(formats, ["pt-PT"; 3]);
}

// --- names of files

// P6, R8
#[test]
fn two_texts_of_a_locale_are_an_error_that_names_both() {
    let folder = "content/job-descriptions/writer";
    let portuguese = with("pt-BR", "");
    let site = portuguese
        .clone()
        .file(&format!("{folder}/pt-BR.md"), role_text("a"))
        .file(&format!("{folder}/pt-br.md"), role_text("b"));
    assert_snapshot!(said(&site), @"
    error[name-clash]: `pt-BR.md` and `pt-br.md` are both the text in `pt-BR`
     --> content/job-descriptions/writer/pt-br.md:1:1
      |
    1 | +++
      | ^
      |
      = help: keep one of them, and name it `pt-BR.md`
    ");
    assert_snapshot!(said(&Site::new().file(&format!("{folder}/EN.md"), role_text("a"))), @"
    error[name-clash]: `EN.md` and `en.md` are both the text in `en`
     --> content/job-descriptions/writer/en.md:1:1
      |
    1 | +++
      | ^
      |
      = help: keep one of them, and name it `en.md`
    ");
    let hebrew = with("he", "")
        .file(&format!("{folder}/he.md"), role_text("a"))
        .file(&format!("{folder}/iw.md"), role_text("b"));
    assert!(hebrew.diagnostics().contains("error[name-clash]: `he.md` and `iw.md` are both the text in `he`"));
    let three = portuguese
        .file(&format!("{folder}/pt-BR.md"), role_text("a"))
        .file(&format!("{folder}/pt_BR.md"), role_text("b"));
    let three = three.file(&format!("{folder}/PT-BR.md"), role_text("c"));
    assert_eq!(three.diagnostics().matches("error[name-clash]").count(), 2);
}

// L1
#[test]
fn names_that_are_no_codes_are_reported_with_what_was_meant() {
    let site = Site::new().file("content/job-descriptions/writer/german.md", "").file("locales/deutsch/x.ftl", "");
    assert_snapshot!(said(&site), @"
    error[unexpected-file]: `german` is not a BCP 47 language code
     --> content/job-descriptions/writer/german.md:1:1
      |
    1 |
      | ^
      |
      = help: did you mean `de.md`?

    error[unexpected-file]: `deutsch` is not a BCP 47 language code
     --> locales/deutsch/x.ftl:1:1
      |
    1 |
      | ^
      |
      = help: did you mean `de/`?
    ");
}

/// A text in a language of which the site has not the code that was meant, but the country's.
#[test]
fn texts_in_no_locale_of_the_site_are_told_of_the_one_that_was_meant() {
    for (code, name, meant) in
        [("el", "gr", "el"), ("sv", "se", "sv"), ("ja", "jp-JP", "add it to"), ("uk", "ua", "uk")]
    {
        let said = said(&with(code, "").file(&format!("content/job-descriptions/tester/{name}.md"), role_text("a")));
        assert!(said.contains(&format!("error[unknown-reference]: `{name}` is not a locale of this site")), "{said}");
        assert!(said.contains(meant), "{said}");
    }
}

// L6
#[test]
fn other_forms_of_names_are_one_hint_each() {
    let site = with("pt-BR", "")
        .file("content/job-descriptions/tester/pt_br.md", role_text("a"))
        .file("content/job-descriptions/writer/pt_br.md", role_text("b"))
        .file("locales/pt_BR/a.ftl", "site-name = a\n")
        .file("locales/pt_BR/b.ftl", "site-tagline = b\n");
    let said = site.diagnostics();
    let hints: Vec<_> = said.split("\n\n").filter(|said| said.starts_with("hint")).collect();
    assert_snapshot!(hints.join("\n\n"), @"
    hint[unexpected-file]: `pt_br` is read as `pt-BR`
     --> content/job-descriptions/tester/pt_br.md:1:1
      |
    1 | +++
      | ^
      |
      = help: name the file `pt-BR.md`, and 1 more like it

    hint[unexpected-file]: `pt_BR` is read as `pt-BR`
     --> locales/pt_BR/a.ftl:1:1
      |
    1 | site-name = a
      | ^
      |
      = help: name the folder `pt-BR/`
    ");
}

// --- nothing is too much

/// What stands in a code now and then, and letters that stand in none.
const PIECES: &[&str] = &[
    "de",
    "en",
    "pt",
    "zh",
    "sr",
    "iw",
    "und",
    "root",
    "zxx",
    "mul",
    "x",
    "i",
    "u",
    "t",
    "co",
    "phonebk",
    "ca",
    "Latn",
    "Arab",
    "Hant",
    "BR",
    "DE",
    "419",
    "001",
    "ZZ",
    "UK",
    "valencia",
    "1996",
    "english",
    "deutsch",
    "klingon",
    "lojban",
    "art",
    "sgn",
    "-",
    "-",
    "-",
    "_",
    "--",
    " ",
    "*",
    ".",
    "..",
    "/",
    "\u{0}",
    "\u{1b}",
    "\u{7f}",
    "\u{202e}",
    "é",
    "Ελ",
    "日本",
    "ｅｎ",
    "🇩🇪",
    "👩‍🚀",
    "\u{fffe}",
    "9999999999999999999999",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
];

fn random_text(random: &mut Random) -> String {
    (0..random.below(6)).map(|_| random.of(PIECES)).collect()
}

/// A text in TOML.
fn quoted(text: &str) -> String {
    let characters = text.chars().map(|c| match c {
        '"' | '\\' | '\0'..='\u{1f}' | '\u{7f}' => format!("\\u{:04x}", u32::from(c)),
        other => other.to_string(),
    });
    format!("\"{}\"", characters.collect::<String>())
}

// L1
#[test]
fn nothing_that_is_written_for_a_locale_is_too_much() {
    let mut random = Random(17);
    for _ in 0..tries("ROLEBOOK_CODES", 150) {
        if let Ok(code) = random_text(&mut random).parse::<LocaleCode>() {
            assert_eq!(code.to_string().parse(), Ok(code.clone()), "the canonical form stays");
            let _ = (code.parents(), code.direction(), code.open_graph(), code.without_region());
        }
        let mut text = || quoted(&random_text(&mut random));
        let mut config = format!("base_url = \"https://example.org/\"\ndefault_locale = {}\n", text());
        for _ in 0..2 {
            write!(config, "[[locales]]\ncode = {}\nname = {}\nregion = {}\n", text(), text(), text()).unwrap();
            writeln!(config, "fallback = [{}, {}]", text(), text()).unwrap();
        }
        config.push_str("[[collections]]\nid = \"roles\"\nkind = \"role\"\n");
        let (text, folder) = (random_text(&mut random), random_text(&mut random));
        let site = Site::new().without_files().file(CONFIG, config);
        let site = site.file(&format!("content/roles/a/{text}.md"), role_text("a"));
        let site = site.file(&format!("locales/{folder}/a.ftl"), "a = { NUMBER($n) }\n");
        site.with_pseudo_locales(PseudoLocales::Include).diagnostics();
    }
    for text in
        ["a".repeat(10_000), "de-".repeat(4_000), "😀".repeat(2_000), format!("de-{}", "abcdefgh-".repeat(1_000))]
    {
        let site = with(&text, &format!("region = \"{text}\""));
        assert!(site.diagnostics().contains("error[invalid-value]"));
    }
}

/// Locales whose formats are not those of their language.
const REGIONAL: &str = "ar-EG ar-MA az-Cyrl bs-Cyrl ca-valencia de-AT de-CH en-AU en-GB en-IN es-419 es-MX fr-CA fr-CH \
                        hi-Latn pa-PK pt-AO pt-PT sr-Latn sr-ME uz-Arab yue-Hans zh-HK zh-TW";

/// All codes of two and three letters whose language CLDR knows, those of two letters first.
fn languages() -> impl Iterator<Item = LocaleCode> {
    let letters = || 'a'..='z';
    let two = letters().flat_map(move |a| letters().map(move |b| format!("{a}{b}")));
    let three = two.clone().flat_map(move |two| letters().map(move |c| format!("{two}{c}")));
    let canonical = |code: String| code.parse().ok().filter(|parsed: &LocaleCode| parsed.is_written(&code));
    two.chain(three).filter_map(canonical).filter(LocaleCode::has_known_language)
}

const NUMBERS: &[&str] = &[
    "style: \"percent\"",
    "style: \"currency\", currency: \"EUR\"",
    "style: \"currency\", currency: \"JPY\", currencyDisplay: \"name\"",
    "style: \"currency\", currency: \"XYZ\", currencyDisplay: \"code\"",
    "useGrouping: \"false\"",
    "minimumFractionDigits: 2",
    "maximumSignificantDigits: 2",
    "minimumIntegerDigits: 7",
];

const DATES: &[&str] = &[
    "year: \"numeric\", month: \"long\"",
    "month: \"long\", day: \"numeric\"",
    "month: \"narrow\"",
    "weekday: \"short\"",
    "era: \"long\", year: \"numeric\"",
    "year: \"numeric\", month: \"short\", day: \"numeric\", weekday: \"long\"",
    "hour: \"numeric\", dayPeriod: \"long\"",
    "hour: \"numeric\", minute: \"numeric\", timeZoneName: \"long\"",
];

const OTHERS: &str = "
date = { DATETIME($date) }
plural = { $n ->
    [one] one
   *[other] { $n }
}
ordinal = { NUMBER($n, type: \"ordinal\") ->
    [one] one
   *[other] { $n }
}
quote = { QUOTE(\"a\", level: \"inner\") } { $list }
";

/// Messages that call every function in many ways, and their ids.
fn calls() -> (String, Vec<String>) {
    let styles = ["full", "long", "medium", "short"];
    let numbers = NUMBERS.iter().map(|options| format!("NUMBER($n, {options})"));
    let dates = DATES.iter().map(|options| format!("DATETIME($date, {options})"));
    let dates = dates.chain(styles.map(|style| format!("DATETIME($date, dateStyle: \"{style}\")")));
    let times = styles
        .iter()
        .flat_map(|date| styles.map(|time| format!("DATETIME($date, dateStyle: \"{date}\", timeStyle: \"{time}\")")));
    let lists = ["conjunction", "disjunction", "unit"].into_iter().flat_map(|kind| {
        ["long", "short", "narrow"].map(|style| format!("LIST($list, type: \"{kind}\", style: \"{style}\")"))
    });
    let mut ids: Vec<_> = ["date", "plural", "ordinal", "quote"].map(str::to_owned).into();
    let mut messages = OTHERS.to_owned();
    for (number, call) in numbers.chain(dates).chain(times).chain(lists).enumerate() {
        writeln!(messages, "call-{number} = {{ {call} }}").unwrap();
        ids.push(format!("call-{number}"));
    }
    (messages, ids)
}

/// Cases L1 and L6: sites in the languages of CLDR. `ROLEBOOK_LANGUAGES=8000` tries them all.
#[test]
fn every_language_of_cldr_has_formats_an_order_letters_and_slugs() {
    let (messages, ids) = calls();
    let regional = REGIONAL.split(' ').map(|code| code.parse().unwrap());
    let codes: Vec<_> = regional.chain(languages().take(tries("ROLEBOOK_LANGUAGES", 100))).collect();
    for some in codes.chunks(60) {
        let mut config =
            "base_url = \"https://example.org/\"\ndefault_locale = \"en\"\n".to_owned() + &locale("en", "");
        for code in some.iter().filter(|code| !code.is_written("en")) {
            let region = code.with_likely_region().region().unwrap();
            config.push_str(&locale(&code.to_string(), &format!("region = \"{region}\"")));
        }
        let mut site = Site::new().without_files().file(CONFIG, config).file("locales/en/x.ftl", &messages);
        for code in some {
            // A message is formatted as in the locale that it is written for.
            site = site.file(&format!("locales/{code}/x.ftl"), &messages);
        }
        let site = site.sound();
        site.library.locales().for_each(|locale| speaks(&site.library, locale, &ids));
    }
}

/// Shows messages in a locale, and orders and slugs titles.
fn speaks(library: &Library, locale: LocaleIndex, ids: &[String]) {
    let code = &library[locale].code;
    for number in [0.0, 1.0, 2.0, 5.5, -12_345.678] {
        let list = TextList(["a", "b", "c"].map(str::to_owned).into());
        let date = FluentValue::from("2026-11-05T21:30+02:00");
        let arguments = [("n", FluentValue::from(number)), ("date", date), ("list", list.into())].into_iter().collect();
        for id in ids {
            let shown = library.messages.format(locale, MessageRef::message(id), &arguments);
            assert!(shown.is_ok(), "{code} {id}: {shown:?}");
        }
    }
    for title in ["Äpfel", "Ωmega", "संपादक", "人事", "مدير", "1", ""] {
        let _ = library[locale].letter(&library[locale].sort_key(title));
        let _ = (SlugStyle::Ascii.of_words(title, code), SlugStyle::Unicode.of_words(title, code));
    }
}

/// Cases O2 and O10: no name is proposed that another file has, and a file is reported once.
#[test]
fn names_that_are_taken_are_not_proposed() {
    let folder = "content/job-descriptions/writer";
    let site = ["german.md", "Deutsch.md", "de.md.txt", "DE.markdown"]
        .iter()
        .fold(Site::new(), |site, name| site.file(&format!("{folder}/{name}"), ""));
    let with_text = site.clone().file(&format!("{folder}/de.md"), role_text("a"));
    let help = |site: &Site| -> Vec<String> {
        let said = site.diagnostics();
        said.lines().filter_map(|line| Some(line.split_once("= help: ")?.1.to_owned())).collect()
    };
    assert_eq!(help(&site), ["did you mean `de.md`?"; 4]);
    let taken = "`de.md` is there already: remove this file, or move it out of `content/`";
    assert_eq!(help(&with_text), [taken; 4]);
    let facts = format!("{folder}/entry.tml");
    assert_eq!(help(&Site::new().file(&facts, "")), [taken.replace("de.md", "entry.toml")]);
    let without = Site::new().without(&format!("{folder}/entry.toml")).file(&facts, "");
    assert!(help(&without).contains(&"did you mean `entry.toml`?".to_owned()), "{}", without.diagnostics());
    let clash =
        Site::new().file(&format!("{folder}/de.md"), role_text("a")).file(&format!("{folder}/DE.md"), role_text("b"));
    assert_eq!(help(&clash), ["keep one of them, and name it `de.md`"]);
    let both = with("pt-BR", "").file(&format!("{folder}/pt_BR.md"), role_text("a"));
    let both = both.file(&format!("{folder}/PT-BR.md"), role_text("b"));
    assert!(!both.diagnostics().contains("name the file"), "{}", both.diagnostics());
}

/// Case O2: its brothers are folders.
#[test]
fn folders_that_are_there_are_not_proposed() {
    let messages = |folder: &str| {
        Site::new().file(&format!("locales/{folder}/a.ftl"), "").file(&format!("locales/{folder}/b.ftl"), "")
    };
    let help = |site: Site| {
        let said = site.diagnostics();
        assert_eq!(said.matches("= help").count(), 1, "{said}");
        said.rsplit_once("= help: ").unwrap().1.to_owned()
    };
    assert_eq!(help(messages("english")), "did you mean `en/`?");
    assert_eq!(
        help(messages("english").file("locales/en/c.ftl", "")),
        "move its files to `en/`, which is there already"
    );
    assert_eq!(help(messages("DE")), "name the folder `de/`");
    assert_eq!(help(messages("DE").file("locales/de/c.ftl", "")), "move its files to `de/`, which is there already");
    let theme = Site::new().file("themes/atlas/locales/DE/a.ftl", "");
    assert_eq!(help(theme), "name the folder `de/`", "only the program has a folder of this name");
}

/// Case O10: a text with a wrong name is no reason to say that there is none.
#[test]
fn an_entry_whose_only_text_is_misnamed_is_reported_once() {
    for name in ["english.md", "en.md.txt", "my text.md"] {
        let site = Site::new().file("content/job-descriptions/x/entry.toml", "category = \"it\"\n");
        let said = site.file(&format!("content/job-descriptions/x/{name}"), "").diagnostics();
        assert_eq!(said.matches("error[").count(), 1, "{said}");
        assert!(!said.contains("has no text"), "{said}");
    }
}

/// Case O9: old codes of regions and languages are read, and said to be.
#[test]
fn old_codes_are_read_and_reported_with_the_line_to_write() {
    for (old, new) in [("UK", "GB"), ("SU", "RU"), ("BU", "MM"), ("DD", "DE"), ("276", "DE")] {
        let said = said(&with("fr", &format!("region = \"{old}\"")));
        assert!(said.contains(&format!("hint[invalid-value]: `{old}` is read as `{new}`")), "{said}");
        assert!(said.contains(&format!("= help: write `region = \"{new}\"`")), "{said}");
    }
    for (old, new) in [("en-UK", "en-GB"), ("in", "id"), ("sh", "sr-Latn"), ("ru-SU", "ru-RU")] {
        let site = with(new, "").file(&format!("content/job-descriptions/writer/{old}.md"), role_text("a"));
        let site = site.file(&format!("locales/{old}/a.ftl"), "");
        let said = said(&site);
        assert!(said.contains(&format!("help: name the file `{new}.md`")), "{said}");
        assert!(said.contains(&format!("help: name the folder `{new}/`")), "{said}");
        assert!(self::said(&with(old, "")).contains(&format!("help: write `{new}`")), "{old}");
    }
}

/// Case O9: Open Graph has languages with countries only.
#[test]
fn open_graph_has_no_locale_without_a_country() {
    for (code, region, open_graph) in
        [("eu", "", Some("eu_ES")), ("es-419", "", None), ("es", "region = \"419\"", None), ("eo", "", None)]
    {
        let site = with(code, region).file(&format!("content/job-descriptions/writer/{code}.md"), role_text("a"));
        let page = site.page(&format!("{code}/index.html"));
        let tag = open_graph.map(|locale| format!("<meta property=\"og:locale\" content=\"{locale}\">"));
        let found = page.lines().find(|line| line.contains("property=\"og:locale\""));
        assert_eq!(found, tag.as_deref(), "{code} {region}");
        assert_eq!(site.page("en/index.html").contains("419"), code.contains("419"), "only as the code of the locale");
        assert!(!site.page("en/index.html").contains("og:locale:alternate\" content=\"es"), "{code}");
    }
}
