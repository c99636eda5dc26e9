//! What is wrong with messages and translations, with the exact text that translators see. Each site has one mistake.

use insta::assert_snapshot;

use crate::site::Site;

/// A site with one message, in English and in German.
fn messages(english: &str, german: &str) -> Site {
    Site::new()
        .file("rolebook.toml", config("[check]\nused_messages = [\"*\"]\n"))
        .file("locales/en/site.ftl", english)
        .file("locales/de/site.ftl", german)
}

fn config(more: &str) -> String {
    let site = Site::new();
    let (_, bytes) = site.files().find(|(path, _)| *path == "rolebook.toml").unwrap();
    format!("{}\n{more}", std::str::from_utf8(bytes).unwrap())
}

#[test]
fn an_attribute_that_is_not_translated() {
    let site = messages("search = Search\n    .label = Words\n", "search = Suche\n");
    assert_snapshot!(site.diagnostics(), @"
    warning[missing-attribute]: `search.label` is not translated into `de`
     --> locales/de/site.ftl:1:1
      |
    1 | search = Suche
      | ^^^^^^
      |
      = help: add `.label = …` below it
    ");
}

#[test]
fn a_message_that_the_original_no_longer_has() {
    let site = messages("a = A\n", "a = A\nb = B\n");
    assert_snapshot!(site.diagnostics(), @"
    warning[unused-message]: `en` has no message `b`
     --> locales/de/site.ftl:2:1
      |
    2 | b = B
      | ^
      |
      = help: remove it: nothing shows it any more
    ");
}

#[test]
fn an_attribute_and_a_value_that_the_original_does_not_have() {
    let site = messages("a =\n    .title = A\n", "a = A\n    .title = A\n    .label = B\n");
    assert_snapshot!(site.diagnostics(), @"
    warning[unused-message]: `en` has no value for `a`
     --> locales/de/site.ftl:1:1
      |
    1 | a = A
      | ^
      |
      = help: remove the value and keep the attributes

    warning[unused-message]: `en` has no attribute `a.label`
     --> locales/de/site.ftl:3:6
      |
    3 |     .label = B
      |      ^^^^^
      |
      = help: remove it: nothing shows it any more
    ");
}

#[test]
fn a_message_that_nothing_uses() {
    let site =
        Site::new().file("locales/en/site.ftl", "greeting = Hello\n").file("locales/de/site.ftl", "greeting = Hallo\n");
    assert_snapshot!(site.diagnostics(), @"
    warning[unused-message]: nothing uses `greeting`
     --> locales/en/site.ftl:1:1
      |
    1 | greeting = Hello
      | ^^^^^^^^
      |
      = help: remove it in all languages, or declare in a template what asks for it: `{# rolebook-uses: … #}`
    ");
    let declared = "{# rolebook-uses: greet* #}\n";
    assert_snapshot!(site.clone().append("themes/atlas/templates/partials/head-extra.html", declared).diagnostics(), @"");
    let joined = "{% if false %}{{ t(id=\"gree-\" ~ page.kind) }}{% endif %}";
    let used = site.append("themes/atlas/templates/partials/head-extra.html", "{{ t(id=\"greeting\") }}");
    assert_snapshot!(used.diagnostics(), @"");
    let by_prefix = Site::new()
        .file("locales/en/site.ftl", "gree-home = Hello\n")
        .file("locales/de/site.ftl", "gree-home = Hallo\n")
        .append("themes/atlas/templates/partials/head-extra.html", joined);
    assert_snapshot!(by_prefix.diagnostics(), @"");
}

#[test]
fn variables_that_differ_from_the_original() {
    let site = messages("a = { $count } of { $total }\n", "a = { $cuont } von allen\n");
    assert_snapshot!(site.diagnostics(), @"
    warning[missing-variable]: `a` does not use `$count` as its original does
     --> locales/de/site.ftl:1:1
      |
    1 | a = { $cuont } von allen
      | ^
      |
      = help: write `{ $count }` where it belongs

    warning[missing-variable]: `a` does not use `$total` as its original does
     --> locales/de/site.ftl:1:1
      |
    1 | a = { $cuont } von allen
      | ^
      |
      = help: write `{ $total }` where it belongs

    warning[unknown-variable]: the original of `a` does not use `$cuont`
     --> locales/de/site.ftl:1:7
      |
    1 | a = { $cuont } von allen
      |       ^^^^^^
      |
      = help: did you mean `$count`?
    ");
}

#[test]
fn a_key_of_grammar_that_no_text_has() {
    let site = messages("a = { $role }\n", "a = { $role_genitiv }\n")
        .file("content/job-descriptions/tester/de.md", GERMAN_WITH_GRAMMAR);
    assert_snapshot!(site.diagnostics(), @"
    warning[unknown-variable]: no text in `de` has the key `genitiv` under `[grammar]`
     --> locales/de/site.ftl:1:7
      |
    1 | a = { $role_genitiv }
      |       ^^^^^^^^^^^^^
      |
      = help: did you mean `$role_genitive`?
    ");
}

const GERMAN_WITH_GRAMMAR: &str = "+++\ntitle = \"Tester\"\nsummary = \"x\"\n\n[grammar]\ngenitive = \"Testers\"\n+++\n\n\
    ## brief\n\nx\n\n## responsibilities\n\n- x\n\n## requirements\n\n- x\n";

#[test]
fn functions_and_options_that_there_are_not() {
    let site = messages(
        "a = { NUMBER($n) } { DATETIME($d) }\n",
        "a = { NUMBR($n) } { DATETIME($d, dateStlye: \"long\") }\nb = { NUMBER($n, style: \"per cent\", minimumFractionDigits: \"2\") }\n",
    )
    .append("locales/en/site.ftl", "b = { $n }\n");
    assert_snapshot!(site.diagnostics(), @r#"
    error[unknown-function]: there is no function `NUMBR`
     --> locales/de/site.ftl:1:7
      |
    1 | a = { NUMBR($n) } { DATETIME($d, dateStlye: "long") }
      |       ^^^^^
      |
      = help: did you mean `NUMBER`?

    error[unknown-function]: `DATETIME` has no option `dateStlye`
     --> locales/de/site.ftl:1:34
      |
    1 | a = { NUMBR($n) } { DATETIME($d, dateStlye: "long") }
      |                                  ^^^^^^^^^
      |
      = help: did you mean `dateStyle`?

    error[unknown-function]: `style` of `NUMBER` cannot be `per cent`
     --> locales/de/site.ftl:2:18
      |
    2 | b = { NUMBER($n, style: "per cent", minimumFractionDigits: "2") }
      |                  ^^^^^
      |
      = help: did you mean `percent`?

    error[unknown-function]: `minimumFractionDigits` of `NUMBER` cannot be `2`
     --> locales/de/site.ftl:2:37
      |
    2 | b = { NUMBER($n, style: "per cent", minimumFractionDigits: "2") }
      |                                     ^^^^^^^^^^^^^^^^^^^^^
      |
      = help: write a whole number from 0 to 100, without quotes
    "#);
}

#[test]
fn messages_that_refer_to_each_other_in_a_circle() {
    let site = messages("a = A\nb = B\nc = C\n", "a = { b }\nb = x { c }\nc = { a }\n");
    assert_snapshot!(site.diagnostics(), @"
    error[cyclic-reference]: `a` refers to itself
     --> locales/de/site.ftl:1:7
      |
    1 | a = { b }
      |       ^
      |
      = help: break the circle: `b`, then `c`, then `a` and back

    warning[different-reference]: `a` refers to `b`, its original does not
     --> locales/de/site.ftl:1:7
      |
    1 | a = { b }
      |       ^
      |
      = help: write what the original says, or refer to it there, too

    error[cyclic-reference]: `b` refers to itself
     --> locales/de/site.ftl:2:9
      |
    2 | b = x { c }
      |         ^
      |
      = help: break the circle: `c`, then `a`, then `b` and back

    warning[different-reference]: `b` refers to `c`, its original does not
     --> locales/de/site.ftl:2:9
      |
    2 | b = x { c }
      |         ^
      |
      = help: write what the original says, or refer to it there, too

    error[cyclic-reference]: `c` refers to itself
     --> locales/de/site.ftl:3:7
      |
    3 | c = { a }
      |       ^
      |
      = help: break the circle: `a`, then `b`, then `c` and back

    warning[different-reference]: `c` refers to `a`, its original does not
     --> locales/de/site.ftl:3:7
      |
    3 | c = { a }
      |       ^
      |
      = help: write what the original says, or refer to it there, too
    ");
}

#[test]
fn plural_forms_that_the_language_does_not_have_or_lacks() {
    let english = "a = { $n ->\n    [one] { $n } role\n   *[other] { $n } roles\n}\n";
    let site = messages(english, "a = { $n ->\n    [few] { $n } Stellen\n   *[other] { $n } Stellen\n}\n");
    assert_snapshot!(site.diagnostics(), @"
    warning[plural-category]: Deutsch has no plural form `few`
     --> locales/de/site.ftl:2:6
      |
    2 |     [few] { $n } Stellen
      |      ^^^
      |
      = help: remove the variant; the forms are `one`, `other`

    warning[plural-category]: Deutsch needs the plural form `one` here
     --> locales/de/site.ftl:2:6
      |
    2 |     [few] { $n } Stellen
      |      ^^^
      |
      = help: add `[one]`
    ");
    let none = messages(english, "a = { $n ->\n    [0] keine\n   *[other] { $n } Stellen\n}\n");
    assert_snapshot!(none.diagnostics(), @"
    warning[plural-category]: Deutsch needs the plural form `one` here
     --> locales/de/site.ftl:2:6
      |
    2 |     [0] keine
      |      ^
      |
      = help: add `[one]`
    ");
}

#[test]
fn a_variant_and_an_attribute_twice() {
    let site = messages(
        "a = { $x ->\n    [b] B\n   *[c] C\n}\n    .title = T\n",
        "a = { $x ->\n    [b] B\n    [b] D\n   *[c] C\n}\n    .title = T\n    .title = U\n",
    );
    assert_snapshot!(site.diagnostics(), @"
    warning[duplicate-variant]: the variant `b` stands here twice
     --> locales/de/site.ftl:3:6
      |
    3 |     [b] D
      |      ^
      |
      = help: remove one of the two: only the first is ever shown

    warning[duplicate-message]: the attribute `title` stands here twice
     --> locales/de/site.ftl:7:6
      |
    7 |     .title = U
      |      ^^^^^
      |
      = help: remove one of the two; the other is in line 6
    ");
}

#[test]
fn references_that_differ_from_the_original() {
    let site = messages("a = At { -brand }\nb = See { a }\n", "a = Bei uns\nb = Siehe { a } bei { -brand }\n");
    assert_snapshot!(site.diagnostics(), @"
    warning[different-reference]: `a` does not refer to `-brand` as its original does
     --> locales/de/site.ftl:1:1
      |
    1 | a = Bei uns
      | ^
      |
      = help: write `{ -brand }` where it belongs

    warning[different-reference]: `b` refers to `-brand`, its original does not
     --> locales/de/site.ftl:2:23
      |
    2 | b = Siehe { a } bei { -brand }
      |                       ^^^^^^
      |
      = help: write what the original says, or refer to it there, too
    ");
}

#[test]
fn markup_that_differs_or_is_not_whole() {
    let site = messages(
        "a = Read <em>this</em> <a data-l10n-name=\"more\">more</a>\nb = <strong>B</strong>\n",
        "a = Lesen Sie <a data-l10n-name=\"mehr\">mehr</a>\nb = <strong>B\n",
    );
    assert_snapshot!(site.diagnostics(), @r#"
    warning[markup]: `a` has the markup `<a data-l10n-name="mehr">` where its original has `<a data-l10n-name="more">`, `<em>`
     --> locales/de/site.ftl:1:1
      |
    1 | a = Lesen Sie <a data-l10n-name="mehr">mehr</a>
      | ^
      |
      = help: write the elements as in the original

    warning[markup]: `<strong>` is not closed
     --> locales/de/site.ftl:2:5
      |
    2 | b = <strong>B
      |     ^
      |
      = help: write `</strong>` where the element ends
    "#);
}

#[test]
fn a_message_that_is_empty_and_space_at_the_edges() {
    let site = messages("a = A\nb = B\nc = { \" \" }C\n", "a = { \"\" }\nb = B{ \" \" }\nc = C\n");
    assert_snapshot!(site.diagnostics(), @r#"
    warning[empty-message]: `a` shows nothing
     --> locales/de/site.ftl:1:1
      |
    1 | a = { "" }
      | ^
      |
      = help: translate it, or remove it so that a fallback is shown

    warning[message-space]: `b` ends with space, its original does not
     --> locales/de/site.ftl:2:1
      |
    2 | b = B{ " " }
      | ^
      |
      = help: take the space out

    warning[message-space]: `c` begins without the space of its original
     --> locales/de/site.ftl:3:1
      |
    3 | c = C
      | ^
      |
      = help: write the space as `{ " " }`
    "#);
}

#[test]
fn sizes_that_differ_from_the_original() {
    let site = messages("a =\n    .style = width: 10ch\n", "a =\n    .style = width: 200px; height: 2em\n");
    assert_snapshot!(site.diagnostics(), @"
    warning[different-style]: `a.style` differs from its original: `height` is not in the original, `width` is in `px` instead of `ch`
     --> locales/de/site.ftl:2:6
      |
    2 |     .style = width: 200px; height: 2em
      |      ^^^^^
      |
      = help: change numbers only, as in `width: 40ch`
    ");
}

#[test]
fn text_that_is_the_same_as_the_original_is_reported_on_request() {
    let site = messages("a = Team\nb = Software\nc = { $n } %\n", "a = Team\nb = Software\nc = { $n } %\n");
    assert_snapshot!(site.diagnostics(), @"");
    let asked = site.file(
        "rolebook.toml",
        config("[check]\nused_messages = [\"*\"]\nsame_as_original = true\nsame_as_original_allowed = [\"b\"]\n"),
    );
    assert_snapshot!(asked.diagnostics(), @"
    warning[same-as-original]: `a` says the same as its original
     --> locales/de/site.ftl:1:1
      |
    1 | a = Team
      | ^
      |
      = help: translate it, or list it under `same_as_original_allowed` in `rolebook.toml`
    ");
}

#[test]
fn a_letter_that_was_lost() {
    assert_snapshot!(messages("a = Coffee\n", "a = Kaff\u{fffd}\n").diagnostics(), @"
    warning[invalid-encoding]: `�` stands where a letter was lost
     --> locales/de/site.ftl:1:9
      |
    1 | a = Kaff�
      |         ^
      |
      = help: write the letter again and save the file as UTF-8 text
    ");
}

#[test]
fn a_comment_silences_one_place() {
    let site = messages("a = A\n", "# rolebook-ignore: message-space\na = A{ \" \" }\n\nb = B\n");
    assert_snapshot!(site.diagnostics(), @"
    warning[unused-message]: `en` has no message `b`
     --> locales/de/site.ftl:4:1
      |
    4 | b = B
      | ^
      |
      = help: remove it: nothing shows it any more
    ");
    let error = messages("a = A\n", "# rolebook-ignore: unknown-reference, mesage-space\na = { b }\n");
    assert_snapshot!(error.diagnostics(), @"
    warning[unknown-reference]: there is no code `mesage-space`
     --> locales/de/site.ftl:1:39
      |
    1 | # rolebook-ignore: unknown-reference, mesage-space
      |                                       ^^^^^^^^^^^^
      |
      = help: did you mean `message-space`?

    error[unknown-reference]: `b` is not defined
     --> locales/de/site.ftl:2:7
      |
    2 | a = { b }
      |       ^
      |
      = help: write `b = B` in `locales/de/site.ftl`; if it is a variable, write `{ $b }`

    warning[different-reference]: `a` refers to `b`, its original does not
     --> locales/de/site.ftl:2:7
      |
    2 | a = { b }
      |       ^
      |
      = help: write what the original says, or refer to it there, too
    ");
}

#[test]
fn a_translation_that_is_older_than_its_original() {
    let german = "content/job-descriptions/tester/de.md";
    let site = Site::new().replace(german, "summary =", "source = \"0123456789ab\"\nsummary =");
    assert_snapshot!(site.diagnostics(), @r#"
    warning[stale-translation]: this translation is older than its original
     --> content/job-descriptions/tester/de.md:4:10
      |
    4 | source = "0123456789ab"
      |          ^^^^^^^^^^^^^^
      |
      = help: bring it up to date, then run `rolebook status --accept job-descriptions/tester/de`
    "#);
    let with_parts = site.replace(
        german,
        "source = \"0123456789ab\"",
        "source = \"0123456789ab\"\nsource_parts = { title = \"x\", brief = \"y\" }",
    );
    assert_snapshot!(with_parts.diagnostics(), @r#"
    warning[stale-translation]: this translation is older than its original: the title, the summary, the section `brief`, the section `responsibilities` and the section `requirements` changed
     --> content/job-descriptions/tester/de.md:4:10
      |
    4 | source = "0123456789ab"
      |          ^^^^^^^^^^^^^^
      |
      = help: bring it up to date, then run `rolebook status --accept job-descriptions/tester/de`
    "#);
}

#[test]
fn an_original_is_made_from_no_other_text() {
    let en = "content/job-descriptions/tester/en.md";
    let site = Site::new().replace(en, "+++\n", "+++\nsource = \"0123456789ab\"\n");
    assert_snapshot!(site.diagnostics(), @r#"
    warning[invalid-value]: this text is the original, which is made from no other
     --> content/job-descriptions/tester/en.md:2:10
      |
    2 | source = "0123456789ab"
      |          ^^^^^^^^^^^^^^
      |
      = help: remove `source` and `source_parts`; they are for translations
    "#);
}

// M10
#[test]
fn a_missing_message_is_to_be_written_where_its_like_are() {
    let navigation = "[[navigation]]\nid = \"hiring-guides\"\nitems = []\n";
    let help = |site: Site| {
        let helps: Vec<_> = site.compile().diagnostics.into_iter().filter_map(|found| found.help).collect();
        helps.join("\n")
    };
    let site = Site::new().append("rolebook.toml", navigation);
    assert_eq!(help(site.clone()), "write `navigation-hiring-guides = Hiring guides` in `locales/en/site.ftl`");
    let with_one = site.file("locales/en/words/menu.ftl", "site-name = Ours\n");
    let beside = "write `navigation-hiring-guides = Hiring guides` in `locales/en/words/menu.ftl`";
    assert!(help(with_one.clone()).contains(beside));
    let with_two = with_one.file("locales/en/b.ftl", "home-summary = Ours\n");
    assert!(help(with_two).contains("write `navigation-hiring-guides = Hiring guides` in `locales/en/site.ftl`"));
    // A translation goes where its original is.
    let translated = Site::new()
        .append("rolebook.toml", "[announcement]\nlink = \"@/\"\n")
        .file("locales/en/skills/it.ftl", "announcement = New\n    .link = See\n")
        .file("locales/de/a.ftl", "site-name = { -brand }\n")
        .file("locales/de/b.ftl", "home-summary = Wir\n");
    assert_eq!(
        help(translated),
        "write `announcement = …` in `locales/de/skills/it.ftl`\n\
         write `announcement = …` in `locales/de/skills/it.ftl`, and below it `    .link = …`"
    );
}
