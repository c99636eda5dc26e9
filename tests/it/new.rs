//! `rolebook new`: what it begins is sound, and nothing that is there is overwritten.

use std::collections::BTreeMap;

use insta::assert_snapshot;
use rolebook::pipeline::Compiled;
use rolebook::scaffold::host::Host;
use rolebook::scaffold::site::NewSite;
use serde_json::Value;

use crate::folder::{Folder, tree};
use crate::site::{Site, article_text};

/// The languages of the theme.
const SPOKEN: [&str; 6] = ["en", "de", "es", "fr", "el", "pt"];

fn new_site(codes: &[&str], host: Host) -> NewSite {
    let locales = codes.iter().map(|code| code.parse().unwrap()).collect();
    NewSite {
        name: "Acme \"{Careers}\"".to_owned(),
        locales,
        host,
        base_url: "https://jobs.example.org/".parse().unwrap(),
    }
}

/// A new site as the pipeline reads it.
fn site(codes: &[&str]) -> Site {
    let files = new_site(codes, Host::None).files();
    let is_read = |path: &str| path == "rolebook.toml" || path.starts_with("content/") || path.starts_with("locales/");
    let read = files.iter().filter(|(path, _)| is_read(path));
    read.fold(Site::new().without_files(), |site, (path, bytes)| site.file(path, bytes))
}

fn warnings(site: &Site) -> String {
    let Compiled { diagnostics, .. } = site.compile();
    let lines = diagnostics.iter().map(|found| format!("{}: {}", found.severity.as_str(), found.message));
    lines.collect::<Vec<_>>().join("\n")
}

fn empty() -> Folder {
    Folder::new(&Site::new().without_files())
}

/// What a command says and how it ends.
fn said(folder: &Folder, arguments: &[&str]) -> String {
    let output = folder.rolebook(arguments);
    let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    format!("{}\n{}", output.status.code().unwrap(), text.trim_end())
}

// --- sites

#[test]
fn a_new_site_is_sound_in_the_languages_of_the_theme() {
    for (number, one) in SPOKEN.iter().enumerate() {
        assert_eq!(site(&[one]).diagnostics(), "", "{one}");
        let other = SPOKEN[(number + 1) % SPOKEN.len()];
        assert_eq!(site(&[one, other]).diagnostics(), "", "{one}, {other}");
    }
    let mut all = SPOKEN;
    all.reverse();
    for all in [SPOKEN, all] {
        assert_eq!(site(&all).diagnostics(), "");
    }
}

#[test]
fn elsewhere_it_has_one_warning_a_language() {
    for codes in [&["nl"][..], &["ja"], &["ar"], &["zh-Hant", "fr"], &["en", "pl"], &["ja", "en"], &["de-AT", "he"]] {
        let unspoken: Vec<_> = codes.iter().filter(|code| !SPOKEN.contains(&&code[..2])).collect();
        let warnings = warnings(&site(codes));
        assert_eq!(warnings.lines().count(), unspoken.len(), "{warnings}");
        for code in unspoken {
            assert!(warnings.contains(&format!("messages are not translated into `{code}`")), "{warnings}");
        }
    }
    for codes in
        [&["pt-BR"][..], &["de-AT"], &["es-419", "en-GB"], &["pt", "pt-BR"], &["de-AT", "de"], &["fr", "fr-CA", "en"]]
    {
        assert_eq!(site(codes).diagnostics(), "", "{codes:?}");
    }
}

/// Nothing but the locale differs from one language to another: no text is forgotten, and a change of an original shows.
#[test]
fn each_language_has_all_texts_and_says_what_they_were_made_from() {
    let folder = empty();
    folder.rolebook(&["new", "site", ".", "--locales", &SPOKEN.join(",")]);
    let status = |folder: &Folder| -> BTreeMap<String, Value> {
        serde_json::from_slice(&folder.rolebook(&["status", "--format", "json"]).stdout).unwrap()
    };
    assert_eq!(status(&folder).len(), 6);
    for (code, of) in status(&folder) {
        assert_eq!((&of["messages"]["missing"], &of["entries"]["missing"]), (&0.into(), &0.into()), "{code}");
        let listed = said(&folder, &["status", "--locale", &code]);
        assert!(!listed.contains("do not record"), "{listed}");
    }
    let original = "content/job-descriptions/hotel-receptionist/en.md";
    folder.write(original, folder.read(original).replace("Take reservations", "Take all reservations"));
    for (code, of) in status(&folder) {
        assert_eq!(of["entries"]["stale"], i32::from(code != "en"), "{code}");
    }
}

#[test]
fn texts_that_are_not_translated_are_held_back_but_for_originals() {
    let text = |site: &Site, path: &str| {
        String::from_utf8(site.files().find(|(file, _)| *file == path).unwrap().1.to_vec()).unwrap()
    };
    let page = "content/pages/about/nl.md";
    let translation = text(&site(&["en", "nl"]), page);
    assert!(translation.contains("\ndraft = true\n") && translation.contains("\nsource = \""), "{translation}");
    assert!(!site(&["en", "nl"]).output().contains_key("nl/about-us/index.html"));
    assert!(!text(&site(&["nl"]), page).contains("draft"));
    assert!(site(&["nl"]).output().contains_key("nl/about-us/index.html"));
    assert!(text(&site(&["de-AT"]), "content/pages/about/de-AT.md").contains("Über uns"));
    // When the original is translated, what was right all along is not old.
    assert!(!text(&site(&["nl", "en"]), "content/pages/about/en.md").contains("source"));
}

#[test]
fn a_new_site_says_what_is_still_in_english() {
    let folder = empty();
    folder.rolebook(&["new", "site", "nl", "--locales", "nl"]);
    let begins = |path: &str, start: &str| assert!(folder.read(path).starts_with(start), "{}", folder.read(path));
    begins("nl/locales/nl/site.ftl", "### These words are still in English: write them in your language.\n");
    begins("nl/content/pages/about/nl.md", "+++\n# This text is still in English: write it in your language.\n");
    assert!(folder.read("nl/README.md").contains("rolebook new locale it "));
    assert_snapshot!(said(&folder, &["new", "site", "a", "--locales", "nl, en ja"]), @"
    0
    created the site `A` (nl, en, ja) in `a`: 41 files
      cd a
      rolebook serve           preview it at http://localhost:4000/
      rolebook new role ID     add a job description
      the texts of `nl` and its words are in English: `rolebook status --locale nl` lists the words
      the texts of `ja` and its words are in English: `rolebook status --locale ja` lists the words
    ");
}

#[test]
fn a_site_is_called_as_it_is_named() {
    assert!(site(&["en"]).page("en/index.html").contains("<h1>Acme &quot;{Careers}&quot;</h1>"));
    assert!(site(&["nl"]).page("nl/index.html").contains("<h1>Acme &quot;{Careers}&quot;</h1>"));
    let folder = empty();
    folder.rolebook(&["new", "site", "acme-careers"]);
    assert!(folder.read("acme-careers/rolebook.toml").contains("\nname = \"Acme careers\"\n"));
    folder.rolebook(&[
        "new",
        "site",
        "other",
        "--name",
        "Stellen bei Müller",
        "--locales",
        "de",
        "--base-url",
        "https://m.example",
    ]);
    let config = folder.read("other/rolebook.toml");
    assert!(
        config.contains("\nname = \"Stellen bei Müller\"\n")
            && config.contains("\nbase_url = \"https://m.example/\"\n")
    );
}

/// Every file that a host or an editor reads is what it should be, and nothing is left to fill in.
#[test]
fn hosts_and_editors_can_read_their_files() {
    for host in Host::names() {
        let host: Host = clap::ValueEnum::from_str(&host, false).unwrap();
        let files = new_site(&["en", "de"], host).files();
        assert!(files.contains_key("README.md") && files.contains_key(".gitignore"));
        for (path, bytes) in
            files.iter().filter(|(path, _)| !path.starts_with("content/") && !path.starts_with("locales/"))
        {
            let text = std::str::from_utf8(bytes).unwrap();
            for name in [
                "version",
                "repository",
                "docs",
                "name",
                "base_url",
                "locales",
                "host",
                "paths",
                "project",
                "publishing",
            ] {
                assert!(!text.contains(&format!("{{{name}}}")), "{path} of {}: {name}", host.name());
            }
            let is_readable = match path.rsplit_once('.').map(|(_, extension)| extension) {
                Some("json") => serde_json::from_str::<Value>(text).is_ok(),
                Some("toml") => text.parse::<toml::Table>().is_ok(),
                _ => true,
            };
            assert!(is_readable, "{path} of {}", host.name());
        }
        let compiles = files.values().any(|bytes| String::from_utf8_lossy(bytes).contains("cargo"));
        assert!(!compiles, "{}", host.name());
    }
    let nginx = new_site(&["en", "de"], Host::Nginx).files();
    let nginx = String::from_utf8(nginx["nginx.conf"].clone()).unwrap();
    assert!(nginx.contains("server_name jobs.example.org;") && nginx.contains("location ~ ^/(en|de)/"), "{nginx}");
}

#[test]
fn what_is_there_is_never_overwritten() {
    let folder = empty();
    folder.write("site/README.md", "mine");
    folder.write("site/content", "a file");
    let before = tree(folder.root());
    assert_snapshot!(said(&folder, &["new", "site", "site"]), @"
    2
    error: cannot create files in `site`: these are there already, and nothing was written:
        site/README.md
        site/content
      = help: move them elsewhere, or choose another folder
    ");
    assert_eq!(tree(folder.root()), before);
    let below = said(&folder, &["new", "site", "site/README.md/careers"]);
    assert!(below.contains("nothing was written:\n    site/README.md\n"), "{below}");
    folder.write("repository/.git/HEAD", "ref: refs/heads/main\n");
    assert!(said(&folder, &["new", "site", "repository"]).starts_with("0\n"), "a folder may have other things in it");
    let made = tree(folder.root());
    assert!(said(&folder, &["new", "site", "repository"]).starts_with("2\n"));
    assert_eq!(tree(folder.root()), made);
}

#[test]
fn wrong_codes_are_told_of_better_ones() {
    let folder = empty();
    for (codes, help) in [
        ("german", "did you mean `de`?"),
        ("en,gr", "did you mean `el`?"),
        ("", "write at least one code"),
        ("de-u-co-phonebk", "did you mean `de`?"),
    ] {
        let said = said(&folder, &["new", "site", "x", "--locales", codes]);
        assert!(said.starts_with("2\n") && said.contains(help), "{said}");
    }
    folder.rolebook(&["new", "site", "x", "--locales", "pt_br,EN,iw,en"]);
    let config = folder.read("x/rolebook.toml");
    let codes: Vec<_> = config.lines().filter(|line| line.starts_with("code")).collect();
    assert_eq!(codes, ["code = \"pt-BR\"", "code = \"en\"", "code = \"he\""]);
    assert_eq!(tree(folder.root()).keys().filter(|path| !path.starts_with("x")).count(), 0);
}

// --- entries

const FIELDS: &str = "
[[collections.fields]]
id = \"place\"
kind = \"text\"
multiple = true

[[collections.fields]]
id = \"contract\"
kind = \"choice\"
values = [\"full-time\", \"part-time\"]

[[collections.fields]]
id = \"hours\"
kind = \"number\"

[[collections.fields]]
id = \"start\"
kind = \"date\"

[[collections.fields]]
id = \"pay\"
kind = \"money\"

[[collections.fields]]
id = \"apply\"
kind = \"link\"

[[collections.fields]]
id = \"contact\"
kind = \"email\"
";

/// A new site on disk, with a collection of articles besides.
fn begun() -> Folder {
    let folder = empty();
    folder.rolebook(&["new", "site", ".", "--locales", "en,de"]);
    let articles = "\n[[collections]]\nid = \"tutorials\"\nkind = \"article\"\n";
    folder.write("rolebook.toml", folder.read("rolebook.toml") + articles);
    folder.write("content/tutorials/welcome/en.md", article_text("Welcome"));
    folder
}

#[test]
fn entries_of_every_kind_are_sound_with_and_without_drafts() {
    let folder = begun();
    for arguments in [
        &["role", "night-porter"][..],
        &["role", "job-descriptions/day-porter"],
        &["entry", "job-descriptions/chef", "--category", "hospitality", "--title", "Chef \"de\" Cuisine"],
        &["entry", "tutorials/first-day", "--locales", "en,de"],
        &["entry", "categories/finance"],
        &["entry", "pages/imprint", "--locales", "de"],
    ] {
        let said = said(&folder, &[&["new"], arguments].concat());
        assert!(said.starts_with("0\ncreated `content/") || arguments[1] == "pages/imprint", "{said}");
    }
    folder.write("content/pages/imprint/en.md", folder.read("content/pages/imprint/de.md"));
    for arguments in [&["check", "--deny", "warnings"][..], &["check", "--deny", "warnings", "--drafts"]] {
        assert_eq!(said(&folder, arguments), "0\nno mistakes found");
    }
    assert!(folder.build().contains("published"));
    let public = folder.public();
    assert!(!public.keys().any(|path| path.to_string_lossy().contains("night-porter")), "drafts are not published");
    let facts = "content/job-descriptions/chef/entry.toml";
    folder.write(
        facts,
        folder.read(facts).lines().filter(|line| !line.starts_with("draft")).collect::<Vec<_>>().join("\n"),
    );
    folder.build();
    let page = String::from_utf8(
        folder.public()["en/job-descriptions/chef-de-cuisine/index.html".as_ref() as &std::path::Path].clone(),
    );
    let page = page.unwrap();
    assert!(!page.contains("<!--") && !page.contains("What one does"), "comments are not published");
}

#[test]
fn a_new_role_says_what_to_write() {
    let folder = begun();
    assert_snapshot!(said(&folder, &["new", "role", "night-porter"]), @"
    0
    created `content/job-descriptions/night-porter/` as a draft: `entry.toml` and `en.md`
      rolebook serve --drafts     preview it while you write; comments say what belongs where
      remove `draft = true` from `entry.toml` to publish it
    ");
    assert_snapshot!(folder.read("content/job-descriptions/night-porter/en.md"), @r#"
    +++
    title = "Night porter"
    # summary = "One or two sentences, for lists and search engines. Without them the first sentence below serves."
    # alternative_titles = ["Another name by which people look for this role"]
    +++

    <!-- {company} and {city} stand for what an employer fills in. Comments such as this one are not published. -->

    ## brief

    <!-- What the company does, why it needs this role, and with whom one works: two or three paragraphs. -->

    …

    ## responsibilities

    <!-- What one does, most important first: five to ten lines. -->

    - …

    ## requirements

    <!-- What one must know or be able to do. Leave out what nobody would miss. -->

    - …
    "#);
    let facts = folder.read("content/job-descriptions/night-porter/entry.toml");
    assert_snapshot!(facts.split_once('\n').unwrap().1, @r#"
    draft = true # remove this line when the texts are ready
    # category = "hospitality" # one of hospitality
    # skills = ["typing"] # ids; each is named by a message: skill-typing = Typing
    # isco = "4224" # codes of occupations: isco, onet, esco
    "#);
}

/// Lines that stand there as comments can be used as they are.
#[test]
fn examples_of_fields_are_values() {
    let folder = begun();
    let config = folder.read("rolebook.toml");
    folder.write("rolebook.toml", config.replacen("kind = \"role\"\n", &format!("kind = \"role\"\n{FIELDS}"), 1));
    let words = |id: &str| format!("field-{id} = {id}\n");
    let ids =
        ["place", "contract", "contract-full-time", "contract-part-time", "hours", "start", "pay", "apply", "contact"];
    for locale in ["en", "de"] {
        folder.write(&format!("locales/{locale}/fields.ftl"), ids.map(words).concat());
    }
    folder.rolebook(&["new", "role", "clerk"]);
    let path = "content/job-descriptions/clerk/entry.toml";
    let facts = folder.read(path);
    let (before, examples) = facts.split_once("# [fields]").unwrap();
    folder.write(path, format!("{before}[fields]{}", examples.replace("\n# ", "\n")));
    assert_eq!(said(&folder, &["check", "--drafts", "--deny", "warnings"]), "0\nno mistakes found");
    assert_eq!(examples.lines().filter(|line| line.starts_with("# ")).count(), 7, "{examples}");
}

#[test]
fn sections_are_those_that_the_site_requires() {
    let folder = begun();
    let config = folder.read("rolebook.toml");
    for (keys, expected) in [("[\"brief\", \"salary\"]", &["## brief", "## salary"][..]), ("[]", &[])] {
        folder.write(
            "rolebook.toml",
            config.replacen("kind = \"role\"\n", &format!("kind = \"role\"\nrequired_sections = {keys}\n"), 1),
        );
        for locale in ["en", "de"] {
            folder.write(&format!("locales/{locale}/sections.ftl"), "section-salary = Salary\n");
        }
        let id = format!("role-{}", expected.len());
        folder.rolebook(&["new", "role", &id]);
        let text = folder.read(&format!("content/job-descriptions/{id}/en.md"));
        let sections: Vec<_> = text.lines().filter(|line| line.starts_with("## ")).collect();
        assert_eq!(sections, expected);
        assert!(!said(&folder, &["check", "--drafts"]).contains(&id));
    }
}

#[test]
fn what_cannot_be_an_entry_is_told_why() {
    let folder = begun();
    let before = tree(folder.root());
    let said = |arguments: &[&str]| said(&folder, &[&["new"], arguments].concat());
    assert_snapshot!(said(&["role", "Night Porter (m/w/d)"]), @r#"
    1
    error[invalid-id]: `Night Porter (m/w/d)` cannot be the id of an entry
     |
     = help: run `rolebook new entry job-descriptions/night-porter --title "Night Porter (m/w/d)"`: ids are lower-case letters, digits and single hyphens

    1 error
    "#);
    assert!(
        said(&["role", "Tester/in"])
            .contains("run `rolebook new entry job-descriptions/tester-in --title \"Tester/in\"`")
    );
    assert_snapshot!(said(&["entry", "job-description/porter"]), @"
    1
    error[unknown-reference]: there is no collection `job-description`
     |
     = help: did you mean `job-descriptions`?

    1 error
    ");
    assert_snapshot!(said(&["entry", "porter"]), @"
    1
    error[invalid-id]: `porter` does not say in which collection the entry is to be
     |
     = help: write `COLLECTION/porter`; the collections are job-descriptions, categories, pages, tutorials

    1 error
    ");
    assert_snapshot!(said(&["role", "hotel-receptionist"]), @"
    1
    error[duplicate-path]: there is an entry `job-descriptions/hotel-receptionist` already: `content/job-descriptions/hotel-receptionist/de.md`
     |
     = help: choose another id; to translate an entry, add a text beside its others

    1 error
    ");
    assert_snapshot!(said(&["role", "porter", "--category", "hospitalty"]), @"
    1
    error[unknown-reference]: there is no category `hospitalty`
     |
     = help: did you mean `hospitality`?

    1 error
    ");
    assert_snapshot!(said(&["role", "porter", "--locales", "en,fr"]), @"
    1
    error[unknown-reference]: `fr` is not a locale of this site
     |
     = help: the locales are en, de; `rolebook new locale fr` adds it

    1 error
    ");
    for id in ["", "..", "../../x", "a/b", "CON", "-a", "é"] {
        assert!(said(&["entry", &format!("pages/{id}")]).starts_with("1\nerror[invalid-id]"), "{id}");
    }
    assert_eq!(tree(folder.root()), before);
}

// --- languages

/// What a person would make of a file of messages to translate: the entries without their `# `, with words.
fn filled_in(text: &str) -> String {
    let mut words = 0;
    let mut is_entry = false;
    let mut filled = String::new();
    for line in text.lines() {
        let Some(rest) = line.strip_prefix("# ").filter(|_| !line.is_empty()) else {
            is_entry = false;
            continue;
        };
        let is_start = |rest: &str| {
            let name = rest.split(" =").next().unwrap_or_default();
            (rest.ends_with(" =") || rest.ends_with("->")) && !name.is_empty() && !name.contains(' ')
        };
        is_entry |= is_start(rest);
        if is_entry {
            words += 1;
            let needs_words =
                rest.ends_with(']') || rest.ends_with(" =") && (rest.trim().starts_with('.') || !rest.starts_with(' '));
            let word = if needs_words { format!(" woord-{words}") } else { String::new() };
            filled.extend([rest, &word, "\n"]);
        }
    }
    filled
}

#[test]
fn messages_to_translate_have_the_plural_forms_of_the_language() {
    for (code, forms) in [("ja", 1), ("nl", 2), ("ro", 3), ("ar", 6)] {
        let folder = begun();
        assert!(said(&folder, &["new", "locale", code]).starts_with("0\n"));
        assert_eq!(said(&folder, &["check"]).matches("warning[").count(), 1, "{code}");
        let interface = folder.read(&format!("locales/{code}/interface.ftl"));
        let count = interface.split("# entry-count = {").nth(1).unwrap().split("# }").next().unwrap();
        assert_eq!(count.matches('[').count(), forms, "{count}");
        for (path, text) in tree(&folder.path(&format!("locales/{code}"))) {
            let path = format!("locales/{code}/{}", path.display());
            folder.write(&path, filled_in(std::str::from_utf8(&text).unwrap()));
        }
        let report: Value = serde_json::from_slice(&folder.rolebook(&["check", "--format", "json"]).stdout).unwrap();
        let codes = report["diagnostics"].as_array().unwrap().iter().map(|found| found["code"].as_str().unwrap());
        let wrong: Vec<_> = codes
            .filter(|code| {
                [
                    "syntax",
                    "plural-category",
                    "missing-message",
                    "missing-attribute",
                    "unused-message",
                    "duplicate-message",
                ]
                .contains(code)
            })
            .collect();
        assert!(wrong.is_empty(), "{code}: {report:#}");
    }
}

#[test]
fn each_message_stands_there_with_its_original() {
    let folder = begun();
    folder.write("locales/en/more/offers.ftl", "offers = { NUMBER($n, type: \"ordinal\") ->\n    [0] none\n    [one] { $n }st\n   *[other] { $n }th { $role_gender ->\n        [feminine] her\n       *[other] their\n    }\n}\n-acme = Acme\n    .gender = neuter\ncosts = About { $sum }: { $n ->\n    [one] one\n   *[other] many\n} for { -acme }.\n");
    assert_snapshot!(said(&folder, &["new", "locale", "it"]), @"
    0
    added `it` to `rolebook.toml`; its messages are in `locales/it/`, 9 files with comments to fill in
      translate an entry by adding `it.md` beside its other texts
      rolebook status --locale it     lists what is to be translated
    ");
    assert_snapshot!(folder.read("locales/it/more/offers.ftl"), @r#"
    ### To translate into `it`. Each message stands here twice, as comments: the original, and below it an entry to fill in.
    ### Write the words into the entry and take away the `# ` before its lines. Readers see the original until then.

    #     offers =
    #         { NUMBER($n, type: "ordinal") ->
    #             [0] none
    #             [one] { $n }st
    #            *[other]
    #                 { $n }th { $role_gender ->
    #                     [feminine] her
    #                    *[other] their
    #                 }
    #         }
    # offers = { NUMBER($n, type: "ordinal") ->
    #     [0]
    #     [many] { $n } { $role_gender ->
    #         [feminine]
    #        *[other]
    #     }
    #    *[other] { $n } { $role_gender ->
    #         [feminine]
    #        *[other]
    #     }
    # }

    #     -acme = Acme
    #         .gender = neuter
    # -acme =
    #     .gender =

    #     costs =
    #         About { $sum }: { $n ->
    #             [one] one
    #            *[other] many
    #         } for { -acme }.
    # costs = { $sum } { $n ->
    #     [one]
    #    *[other]
    # } { -acme }
    "#);
    assert_snapshot!(folder.read("locales/it/collections.ftl").lines().skip(3).take(13).collect::<Vec<_>>().join("\n"), @"
    ### Collections. Each has a title (headings, breadcrumbs, cards), and
    ###   .slug          part of addresses: lower-case letters, digits, and hyphens
    ###   .singular      one entry of the collection, shown above the title of an article
    ###   .description   one line for cards and the top of the listing

    #     collection-job-descriptions = Job descriptions
    #         .slug = job-descriptions
    #         .singular = Job description
    #         .description = Every role, with its responsibilities and requirements.
    # collection-job-descriptions =
    #     .slug =
    #     .singular =
    #     .description =
    ");
}

#[test]
fn a_language_that_the_theme_speaks_needs_the_words_of_the_site_only() {
    let folder = begun();
    assert_snapshot!(said(&folder, &["new", "locale", "fr"]), @"
    0
    added `fr` to `rolebook.toml`; its messages are in `locales/fr/`, 1 file with comments to fill in
      translate an entry by adding `fr.md` beside its other texts
      rolebook status --locale fr     lists what is to be translated
    ");
    assert_eq!(tree(&folder.path("locales/fr")).len(), 1);
    folder.rolebook(&["new", "locale", "de-AT"]);
    assert!(!folder.path("locales/de-AT").exists(), "it has the words of `de`");
    let said = said(&folder, &["check"]);
    assert_eq!(said.matches("warning[").count(), 3, "{said}");
    assert!(said.contains("`legal-about` is not translated into `fr`"), "{said}");
    let to_translate = folder.read("locales/fr/site.ftl");
    for id in ["legal-about", "site-tagline", "home-summary"] {
        assert!(
            said.contains(&format!("`{id}` ")) && to_translate.contains(&format!("\n# {id} =\n")),
            "{to_translate}"
        );
    }
}

#[test]
fn a_language_is_added_as_a_whole_or_not_at_all() {
    let folder = begun();
    folder.write("rolebook.toml", folder.read("rolebook.toml").replace('\n', "\r\n"));
    folder.write("locales/nl/interface.ftl", "# mine\n");
    let before = tree(folder.root());
    assert_snapshot!(said(&folder, &["new", "locale", "nl"]), @"
    2
    error: cannot create files in `.`: these are there already, and nothing was written:
        ./locales/nl/interface.ftl
      = help: move them elsewhere, or choose another folder
    ");
    assert_snapshot!(said(&folder, &["new", "locale", "de"]), @r#"
    1
    error[invalid-value]: `de` is a locale of this site already
      --> rolebook.toml:18:8
       |
    18 | code = "de"
       |        ^^^^
       |
       = help: `rolebook status --locale de` lists what is to be translated

    1 error
    "#);
    assert!(said(&folder, &["new", "locale", "dutch"]).contains("did you mean `nl`?"));
    assert_eq!(tree(folder.root()), before);
    folder.remove("locales/nl/interface.ftl");
    let config = folder.read("rolebook.toml");
    let table = "\r\n[[locales]]\r\ncode = \"nl\"\r\nname = \"Vlaams\"\r\n";
    folder.rolebook(&["new", "locale", "nl", "--name", "Vlaams"]);
    let changed = folder.read("rolebook.toml");
    assert!(changed.contains(table));
    assert_eq!(changed.replacen(table, "", 1), config);
}

/// Who has written the table gets the messages alone, and who has begun to translate only what is not there.
#[test]
fn a_language_that_the_site_lists_gets_the_messages_that_it_lacks() {
    let folder = begun();
    let config = folder.read("rolebook.toml") + "\n[[locales]]\ncode = \"nl\"\nname = \"Nederlands\"\n";
    folder.write("rolebook.toml", &config);
    folder.write("locales/nl/site.ftl", "legal-about = Over ons\n");
    assert_snapshot!(said(&folder, &["new", "locale", "nl"]), @"
    0
    `nl` is in `rolebook.toml` already; its messages are in `locales/nl/`, 7 files with comments to fill in
      translate an entry by adding `nl.md` beside its other texts
      rolebook status --locale nl     lists what is to be translated
    ");
    assert_eq!(folder.read("rolebook.toml"), config);
    assert_eq!(folder.read("locales/nl/site.ftl"), "legal-about = Over ons\n");
    assert!(said(&folder, &["new", "locale", "nl"]).starts_with("1\n"));
    assert!(said(&folder, &["new", "locale", "nl-BE"]).starts_with("0\n"));
    assert!(!folder.path("locales/nl-BE").exists(), "what `nl` does not say is translated there");
}

#[test]
fn a_site_that_cannot_be_read_gets_no_language() {
    let folder = empty();
    assert!(said(&folder, &["new", "locale", "nl"]).starts_with("2\n"));
    folder.write("rolebook.toml", "base_url = \"\"\n");
    assert!(said(&folder, &["new", "locale", "nl"]).starts_with("1\n"));
    assert_eq!(tree(folder.root()).len(), 1);
}
