//! What there may not be more of, and what must not take long: each input is one that once ended the program, filled the memory
//! or took minutes.

#![expect(clippy::format_collect, reason = "the texts are made once")]

use insta::assert_snapshot;

use crate::folder::Folder;
use crate::site::Site;

const CONFIG: &str = "rolebook.toml";
const ROLE: &str = "content/job-descriptions/tester/en.md";
const CATEGORY: &str = "content/categories/it/en.md";
const FACTS: &str = "content/job-descriptions/tester/entry.toml";
const MESSAGES: &str = "locales/en/more.ftl";
const EXTRA: &str = "themes/atlas/templates/partials/head-extra.html";
const PICTURE: &str = "themes/atlas/templates/social-image.svg";

/// The limits that a site exceeds, each with its place.
fn limits(site: &Site) -> Vec<String> {
    let said = site.diagnostics();
    let mut lines = said.lines();
    let mut found = Vec::new();
    while let Some(line) = lines.next() {
        if let Some(message) = line.strip_prefix("error[limit]: ") {
            let place = lines.next().expect("a limit is exceeded somewhere");
            found.push(format!("{} {message}", place.trim_start_matches([' ', '-', '>'])));
        }
    }
    found
}

/// How many mistakes are told that begin like this, with those of which only the number is told.
fn count(said: &str, beginning: &str) -> usize {
    let told = said.lines().filter_map(|line| line.strip_prefix(beginning));
    let number = |rest: &str| rest.strip_prefix("there are ")?.split_once(" more of these")?.0.parse().ok();
    told.map(|rest| number(rest).unwrap_or(1)).sum()
}

/// The only limit that a site exceeds.
#[track_caller]
fn limit(site: &Site) -> String {
    let found = limits(site);
    assert_eq!(found.len(), 1, "{found:?}");
    found.into_iter().next().unwrap_or_default()
}

/// Case R7: quotes, lists and emphasis. Brothers: numbered lists, lists over many lines, links, pictures, text struck through.
#[test]
fn markdown_is_nested_100_levels_deep_at_most() {
    let nested_list = |levels: usize| (0..levels).map(|level| "  ".repeat(level) + "- a\n").collect::<String>();
    for (text, place) in [
        ("*a ".repeat(234) + &"b*".repeat(234), "18:301"),
        (">".repeat(9100), "18:101"),
        ("- ".repeat(5800) + "a", "18:201"),
        ("1. ".repeat(5800) + "a", "18:301"),
        (nested_list(200), "118:201"),
        ("~~a ".repeat(200) + &"b~~".repeat(200), "18:401"),
        ("![".repeat(200) + "a" + &"](/a.png)".repeat(200), "18:201"),
        ("[![".repeat(200) + "a" + &"](/a.png)](/)".repeat(200), "18:302"),
    ] {
        let site = Site::new().append(ROLE, &format!("\n{text}\n"));
        let expected = format!("{ROLE}:{place} this stands within more than 100 quotes, lists, links and emphases");
        assert_eq!(limit(&site), expected);
    }
    for fine in [
        "> ".repeat(100) + "a",
        "- ".repeat(2000),
        "*a ".repeat(100) + &"b*".repeat(100),
        "*a* ".repeat(2000),
        format!("```\n{}- a\n```", " ".repeat(500)),
        nested_list(90),
    ] {
        let site = Site::new().append(ROLE, &format!("\n{fine}\n"));
        assert_eq!(limits(&site), [""; 0], "{fine}");
    }
}

/// Case R7: what the author is told.
#[test]
fn the_place_at_which_a_text_becomes_too_deep_is_shown() {
    assert_snapshot!(Site::new().append(ROLE, &format!("\n{} a\n", ">".repeat(101))).diagnostics(), @"
    error[limit]: this stands within more than 100 quotes, lists, links and emphases
      --> content/job-descriptions/tester/en.md:18:101
       |
    18 | >>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> a
       |                                                                                                     ^
       |
       = help: take out signs that nothing needs, such as `>`, `-`, `*` and `[`, or put a backslash before those that are text
    ");
}

/// Case R7: what is as deep as it may be is published, also as a Word file, with the stack of a thread.
#[test]
fn what_is_deep_but_not_too_deep_is_published() {
    let text = format!("\n{}\n\n{}b{}\n", "> ".repeat(100) + "deepest", "*a ".repeat(100), "b*".repeat(100));
    let site = Site::new().append(ROLE, &text);
    assert!(site.page("en/job-descriptions/tester/index.html").contains("deepest"));
    // Word files need more of the stack than pages.
    assert!(site.binary("en/job-descriptions/tester/tester.docx").len() > 1000);
}

/// Case R21. Brothers: terms with arguments, attributes, choices that are divided again and again.
#[test]
fn messages_are_nested_100_levels_deep_at_most() {
    let deep = |open: &str, close: &str| format!("a = {}$b{}\nb = c\n", open.repeat(3000), close.repeat(3000));
    for text in [
        deep("{ ", " }"),
        deep("{ NUMBER(", ") }"),
        deep("{ $a ->\n *[x] { ", "} \n }"),
        format!("a = {{ {}\nb = c\n", "NUMBER(\n".repeat(3000)),
        format!("a = {{ {}\nb = c\n", "-a(b: ".repeat(3000)),
        format!("a = b\n    .c = {}\n", "{ ".repeat(3000)),
        format!("a = {{ \"\\\\\" }}{}\n", "{ ".repeat(3000)),
    ] {
        let found = limit(&Site::new().file(MESSAGES, &text));
        assert!(found.ends_with("this stands within more than 100 braces and parentheses"), "{found}");
    }
    let repeated = |levels: usize| {
        let open = "{ $a ->\n *[other] ".repeat(levels);
        format!("a = {open}x{}\n", "\n [0] y\n }".repeat(levels))
    };
    let divided: String = (0..3000).map(|number| format!(" [{number}] x\n [one] y\n")).collect();
    for text in [repeated(30), format!("a = {{ $a ->\n{divided} *[other] z\n }}\n")] {
        let found = limit(&Site::new().file(MESSAGES, &text));
        assert!(found.starts_with("locales/en/more.ftl:1:1 the choices of `a` are too large"), "{found}");
    }
    for fine in
        [repeated(8), "a = { $a ->\n [0] x\n [1] y\n [one] z\n *[other] { \"(((\" } :( {\"{\"}\n }\n".to_owned()]
    {
        assert_eq!(limits(&Site::new().file(MESSAGES, fine)), [""; 0]);
    }
}

/// Case R7: lists, inline tables, keys with dots; in facts, in front matter and in the configuration.
#[test]
fn toml_is_not_nested_without_end() {
    let deep = |open: &str, close: &str| format!("x = {}1{}\n", open.repeat(5000), close.repeat(5000));
    let dots = |count: usize| vec!["a"; count].join(".");
    for text in [
        deep("[", "]"),
        deep("{a=", "}"),
        deep("{a=[", "]}"),
        format!("{} = 1\n", dots(50_000)),
        format!("[{}]\nx = 1\n", dots(50_000)),
    ] {
        for site in [
            Site::new().append(FACTS, &text),
            Site::new().append(CONFIG, &text),
            Site::new().replace(ROLE, "summary", &format!("{text}summary")),
        ] {
            let found = limits(&site);
            assert!(
                found.first().is_some_and(|found| found.ends_with("too many lists, tables or parts of a key")),
                "{text:.20}"
            );
        }
    }
}

/// Case R7: tags, parentheses and includes. Brothers: calls of components, chains of templates that extend each other.
#[test]
fn templates_are_not_nested_without_end() {
    for text in [
        "{% if true %}".repeat(3000) + &"{% endif %}".repeat(3000),
        format!("{{{{ {}1{} }}}}", "(".repeat(3000), ")".repeat(3000)),
        format!("{{{{ {}1 }}}}", "1 + ".repeat(3000)),
        format!("{{% set a = {}1{} %}}", "{\"a\": ".repeat(3000), "}".repeat(3000)),
        "{% component x(a) %}{{ <x a={a} /> }}{% endcomponent x %}{{ <x a={1} /> }}".to_owned(),
    ] {
        let said = Site::new().file(EXTRA, &text).diagnostics();
        assert!(said.contains("error[limit]: "), "{text:.40} {said}");
    }
    let chain = |length: usize, statement: &str| {
        let part = |number: usize| format!("themes/atlas/templates/partials/p{number}.html");
        let next = |number: usize| format!("{{% {statement} \"partials/p{}.html\" %}}{{% set a = 1 %}}", number + 1);
        let site = Site::new().file(EXTRA, "{% include \"partials/p0.html\" %}");
        let site = (0..length).fold(site, |site, number| site.file(&part(number), next(number)));
        site.file(&part(length), "the last")
    };
    for statement in ["include", "extends"] {
        let found = limit(&chain(1000, statement));
        assert!(found.ends_with("more than 32 templates and components follow each other here"), "{found}");
    }
    assert!(chain(25, "include").page("en/index.html").contains("the last"));
    assert_snapshot!(Site::new().file(EXTRA, "{% include \"partials/head-extra.html\" %}").diagnostics(), @r#"
    error[template]: the template `partials/head-extra.html` includes or extends itself, perhaps by way of others
     --> themes/atlas/templates/partials/head-extra.html:1:1
      |
    1 | {% include "partials/head-extra.html" %}
      | ^
      |
      = help: take the `include` or `extends` out that leads back to it
    "#);
}

/// Case R20: what a template makes. Brothers: what is the same on all pages, pictures, and `range` alone.
#[test]
fn pages_have_20_megabytes_at_most() {
    let range = "{% for a in range(end=100000) %}";
    let much = format!("{range}{range}{}{{% endfor %}}{{% endfor %}}", "x".repeat(400));
    let of_page = much.replacen("{% for", "{% if page.url %}{% for", 1) + "{% endif %}";
    for text in [much.clone(), of_page] {
        let found = limits(&Site::new().file(EXTRA, &text));
        assert!(!found.is_empty());
        for found in found {
            assert!(
                found.ends_with("what this template makes has more than 20 MB, the most that a page may have"),
                "{found}"
            );
        }
    }
    let picture = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"><!--{much}--></svg>");
    let found = limits(&with_pictures().file(PICTURE, picture));
    assert!(!found.is_empty() && found.iter().all(|found| found.starts_with(PICTURE)), "{found:?}");
    assert!(!limits(&Site::new().file(EXTRA, "{% for a in range(end=100001) %}{% endfor %}")).is_empty());
}

fn with_pictures() -> Site {
    Site::new().append(CONFIG, "\n[social_images]\nshow = true\n")
}

/// Case R20: pictures. Brothers: a size that only rendering knows, and sizes that are no numbers.
#[test]
fn pictures_have_8192_pixels_a_side_at_most_and_pages_say_how_many() {
    let of = |size: &str| {
        with_pictures().file(PICTURE, format!("<!-- -->\n<svg xmlns=\"http://www.w3.org/2000/svg\" {size}></svg>"))
    };
    for size in [
        "width=\"12000\" height=\"6300\"",
        "width='100' height='8193px'",
        "width=\"{{ 12000 }}\" height=\"630\"",
        "viewBox=\"0 0 9000 10\"",
    ] {
        let found = limits(&of(size));
        assert!(found.iter().all(|found| found.ends_with("is too large: a side has at most 8192")), "{found:?}");
        assert!(!found.is_empty(), "{size}");
    }
    let sizes = |size: &str| {
        let page = of(size).page("en/index.html");
        let values = page.lines().filter_map(|line| line.strip_prefix("<meta property=\"og:image:"));
        values.filter(|value| !value.starts_with("alt")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(sizes("width=\"2400\" height=\"1260\""), ["width\" content=\"2400\">", "height\" content=\"1260\">"]);
    assert_eq!(
        sizes("viewBox=\"0 0 1 1\" height='63.5px' width='120'"),
        ["width\" content=\"120\">", "height\" content=\"64\">"]
    );
    assert_eq!(sizes("width=\"100%\" height=\"630\""), [""; 0]);
    assert_eq!(sizes("width=\"{{ 1200 }}\" height=\"630\""), [""; 0]);
}

/// Pictures that once ended the program, or took minutes each. Brothers: references of every kind, what is used many times, what
/// style sheets hide, and files that a picture would read.
#[test]
fn pictures_are_not_too_much_to_paint() {
    let of = |size: u32, inner: &str| {
        let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{size}\" height=\"{size}\">{inner}</svg>");
        with_pictures().file(PICTURE, svg)
    };
    let nested = |levels: usize, element: &str| {
        let group = format!("<{element}>");
        format!("{}<rect width=\"9\" height=\"9\"/>{}", group.repeat(levels), "</g>".repeat(levels))
    };
    let chain = |levels: usize, element: &str, attribute: &str| {
        let link =
            |n: usize| format!("<{element} id=\"a{n}\" {attribute}=\"url( '#a{}' )\"><rect/></{element}>", n + 1);
        format!("<g {attribute}=\"url(#a0)\"/>{}", (0..levels).map(link).collect::<String>())
    };
    let doubled: String =
        (0..40).map(|n| format!("<g id=\"a{n}\"><use href=\"#a{0}\"/><use href=\"#a{0}\"/></g>", n + 1)).collect();
    let large = "<rect width=\"100%\" height=\"100%\"/>";
    let zigzag: String = (0..55_000).map(|n| format!("L{} {}", n % 7, n % 5)).collect();
    for (inner, what) in [
        (nested(900, "g opacity=\".5\""), "more than 100 deep"),
        (nested(20_000, "g"), "more than 100 deep"),
        (chain(2500, "clipPath", "clip-path"), "more than 100 deep"),
        (chain(2500, "mask", "mask"), "more than 100 deep"),
        ("<g id=\"a\"><use href=\"#a\"/></g>".to_owned(), "more than 100 deep"),
        (doubled, "more than 20000 elements and letters"),
        (format!("<text>{}</text>", "a".repeat(30_000)), "more than 20000 elements and letters"),
        ("<!-- -->".repeat(40_000), "more than 250 kB"),
        (
            nested(90, "g opacity=\".5\"").replace("<rect width=\"9\" height=\"9\"/>", large),
            "more than 400 million pixels",
        ),
        (large.repeat(500), "more than 400 million pixels"),
        (format!("<path stroke=\"#000\" d=\"M0 0{zigzag}\"/>"), "points and dashes"),
        ("<path stroke=\"#000\" stroke-dasharray=\".001\" d=\"M0 0H999\"/>".to_owned(), "points and dashes"),
        (
            format!(
                "<filter id=\"a\">{}</filter><g filter=\"url(#a)\">{large}</g>",
                "<feGaussianBlur stdDeviation=\"9\"/>".repeat(50)
            ),
            "more than 400 million pixels",
        ),
        ("<filter id=\"a\"><feTurbulence numOctaves=\"9999\"/></filter>".to_owned(), "`<feTurbulence>` is not for"),
        ("<image href=\"/dev/zero\"/>".to_owned(), "`<image>` is not for"),
        (format!("<style>{}</style>", "* {}".repeat(3000)), "more than 10 kB"),
        ("<style>g { mask: url(#a) }</style>".to_owned(), "a style sheet has `url(…)`"),
        ("<g style=\"mask: inherit\"/>".to_owned(), "an attribute `inherit`"),
    ] {
        let found = limits(&of(1000, &inner));
        assert!(!found.is_empty(), "{what}: {inner:.60}");
        for found in found {
            assert!(found.starts_with(PICTURE) && found.contains(what), "{what}: {found}");
        }
    }
    for fine in [nested(95, "g"), nested(90, "g opacity=\".5\""), chain(90, "clipPath", "clip-path"), large.repeat(300)]
    {
        assert_eq!(limits(&of(30, &fine)), [""; 0], "{fine:.60}");
    }
}

/// Titles, and brothers that lists, indexes and automata are made of.
#[test]
fn titles_have_300_characters_at_most() {
    let long = "ä".repeat(301);
    let site = Site::new().replace(ROLE, "\"Tester\"", &format!("\"{long}\""));
    assert_eq!(limit(&site), format!("{ROLE}:2:9 this title has 301 characters, and at most 300 are taken"));
    for key in ["alternative_titles", "inflections"] {
        let site = Site::new().replace(ROLE, "summary", &format!("{key} = [\"a\", \"{long}\"]\nsummary"));
        assert!(limit(&site).ends_with("this title has 301 characters, and at most 300 are taken"));
    }
    let site = Site::new().replace(ROLE, "\"Tester\"", &format!("\"{}\"", "ä".repeat(300)));
    assert_eq!(limits(&site), [""; 0]);
}

/// What each page shows, what each message is handed, and what is compared with each other. Brothers: groups of related entries,
/// arguments of functions.
#[test]
fn there_are_so_many_collections_attributes_arguments_and_keys_at_most() {
    let numbered = |count: usize, piece: &dyn Fn(usize) -> String| (0..count).map(piece).collect::<String>();
    let collections = |count| numbered(count, &|n| format!("\n[[collections]]\nid = \"c{n}\"\nkind = \"article\"\n"));
    let groups = |count| {
        numbered(count, &|n| format!("\n[[related.groups]]\nid = \"g{n}\"\ncollections = [\"job-descriptions\"]\n"))
    };
    let attributes = |count| format!("m = x\n{}", numbered(count, &|n| format!("    .a{n} = x\n")));
    let arguments = |count| format!("-t = x\nm = {{ -t({}) }}\n", numbered(count, &|n| format!("a{n}: 1, ")));
    let grammar = |count| {
        let keys = numbered(count, &|n| format!("k{n} = \"x\"\n"));
        Site::new().replace(ROLE, "+++\n\n", &format!("[grammar]\n{keys}+++\n\n"))
    };
    for (site, what) in [
        (Site::new().append(CONFIG, &collections(20_000)), "a site may have 200 collections, and this is one more"),
        (
            Site::new().append(CONFIG, &groups(300)),
            "a site may have 200 groups of related entries, and this is one more",
        ),
        (Site::new().file(MESSAGES, attributes(20_000)), "`m` has more than 100 attributes"),
        (Site::new().file(MESSAGES, arguments(20_000)), "more than 100 arguments stand in these parentheses"),
        (grammar(20_000), "a text may have 100 keys of grammar, and this is one more"),
    ] {
        let found = limit(&site);
        assert!(found.ends_with(what), "{found}");
    }
    for fine in [
        Site::new().append(CONFIG, &collections(100)),
        Site::new().file(MESSAGES, attributes(100)),
        Site::new().file(MESSAGES, arguments(99)),
        grammar(100),
    ] {
        assert_eq!(limits(&fine), [""; 0]);
    }
}

/// Of one kind of mistake in a file, people are shown so many; programs are told all.
#[test]
fn thousands_of_mistakes_of_a_kind_are_counted() {
    let said = Site::new().file(MESSAGES, (0..1002).map(|n| format!("m{n} = x\n")).collect::<String>()).diagnostics();
    let last = said.lines().position(|line| line.contains("more of these")).expect("so many are not shown");
    assert_snapshot!(said.lines().skip(last - 8).take(12).collect::<Vec<_>>().join("\n"), @"
    warning[missing-message]: `m999` is not translated into `de`
        --> locales/en/more.ftl:1000:1
         |
    1000 | m999 = x
         | ^^^^
         |
         = help: write `m999 = …` in `locales/de/more.ftl`

    warning[missing-message]: there are 2 more of these in `locales/en/more.ftl`
     |
     = help: mend those above; `--format json` lists all
    ");
}

/// The page of a text that fills it names the text, not the template.
#[test]
fn a_text_that_makes_a_page_too_large_is_named() {
    let site = Site::new()
        .file(MESSAGES, format!("placeholder-a = {}\n", "x".repeat(500)))
        .append(CATEGORY, &format!("\n{}\n", "{a} ".repeat(40_000)));
    let found = limits(&site);
    assert!(!found.is_empty());
    for found in found {
        let said =
            "content/categories/it/en.md:1:1 the page of this text has more than 20 MB, the most that a page may have";
        assert_eq!(found, said);
    }
}

/// Texts of 100 MB are refused without reading them. Brothers: messages, the configuration, also below `themes/`; what a theme
/// has beside texts may be as large.
#[test]
fn texts_have_10_megabytes_at_most() {
    for path in [ROLE, MESSAGES, CONFIG, EXTRA] {
        let folder = Folder::new(&Site::new());
        folder.write(path, "");
        // A file with a hole takes no room.
        std::fs::File::options().write(true).open(folder.path(path)).unwrap().set_len(100_000_000).unwrap();
        let output = folder.rolebook(&["check"]);
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(said.contains("error[limit]: this file has more than 10 MB"), "{path}: {said}");
        assert!(!said.contains("has no text in any language"), "{said}");
        assert_eq!(output.status.code(), Some(1));
    }
    let folder = Folder::new(&Site::new());
    folder.write("themes/atlas/static/large.bin", vec![b'x'; 10_000_001]);
    assert_eq!(folder.rolebook(&["check"]).status.code(), Some(0));
}

/// Signs of links, emphases and HTML take a hundred times the memory of letters.
#[test]
fn texts_have_200_000_signs_at_most() {
    for sign in ["[", "[a](", "<", "~~a ", "*", "#", "`", "|", "{", "\\"] {
        let site = Site::new().append(ROLE, &format!("- {}\n", sign.repeat(200_001)));
        assert!(limit(&site).contains("signs such as `[`, `<` and `*`, and at most 200000 are read"), "{sign}");
    }
    let site = Site::new().append(ROLE, &format!("- {}\n", "a ".repeat(200_001)));
    assert_eq!(limits(&site), [""; 0]);
}

#[test]
fn texts_have_100_000_lines_at_most() {
    for (file, end) in [(ROLE, "\n"), (ROLE, "\r"), (MESSAGES, "\n"), (CONFIG, "\r\n")] {
        let folder = Folder::new(&Site::new());
        let has = std::fs::read_to_string(folder.path(file)).unwrap_or_default();
        folder.write(file, format!("{has}{}", format!("#{end}").repeat(100_001)));
        let said = String::from_utf8(folder.rolebook(&["check"]).stdout).unwrap();
        let message = "error[limit]: this file has more than 100,000 lines, the most that a text may have\n";
        assert!(said.contains(&format!("{message} --> {file}:1:1\n")), "{said}");
        folder.write(file, format!("{has}{}", format!("#{end}").repeat(99_000)));
        let said = String::from_utf8(folder.rolebook(&["check"]).stdout).unwrap();
        assert!(!said.contains("lines, the most"), "{said}");
    }
}

#[test]
fn so_many_mistakes_of_a_file_are_kept_at_most() {
    let site = |count| Site::new().append(ROLE, &format!("- {}a\n", "\u{202e}".repeat(count)));
    assert_eq!(limits(&site(100_000)), [""; 0]);
    assert_eq!(
        limit(&site(100_001)),
        format!("{ROLE}:17:100003 this file has more than 100000 mistakes, of which the others are not shown")
    );
}

// What follows took minutes when its cost grew with the square or the cube of the number. Nobody measures here: who breaks it
// waits.

/// Each of ten blocks names the next many times: there are 100^9 ways through them, to their revisions and summaries alike.
#[test]
fn ways_through_blocks_are_not_walked() {
    let site = (0..10).fold(Site::new(), |site, number| {
        let text =
            if number < 9 { format!("{{{{ block b-{} }}}}\n\n", number + 1).repeat(100) } else { "\n".to_owned() };
        site.file(&format!("content/blocks/b-{number}/en.md"), text)
    });
    let text = "+++\ntitle = \"Technology\"\n+++\n\n{{ block b-0 }}\n";
    let said = site.file(CATEGORY, text).diagnostics();
    assert!(
        said.starts_with("warning[invalid-value]: this block is empty\n --> content/blocks/b-9/en.md:1:1"),
        "{said}"
    );
}

/// The first sentence of a text is looked for in many that say nothing.
#[test]
fn thousands_of_separators_of_lines_take_seconds() {
    let text = format!("+++\ntitle = \"Technology\"\n+++\n\nx{}\n", "\u{2028}".repeat(30_000));
    assert_eq!(limits(&Site::new().file(CATEGORY, text)), [""; 0]);
}

/// Case R22: equal headings. Brothers: headings that differ, links to them.
#[test]
fn thousands_of_headings_take_seconds() {
    let different: String = (0..3000).map(|number| format!("### h{number}\n\n[a](#h{number})\n\n")).collect();
    for text in ["### h\n\n".repeat(5000), different] {
        assert_eq!(Site::new().append(CATEGORY, &format!("\n{text}")).diagnostics(), "");
    }
}

/// Case R22: a chain of messages, either way round. A brother is a circle.
#[test]
fn chains_of_messages_take_seconds() {
    let line = |from: usize, to: usize| format!("m{from} = {{ m{to} }}\n");
    let chain: String = (0..5000).map(|number| line(number, number + 1)).collect::<String>() + "m5000 = x\n";
    let reverse: String = "m0 = x\n".to_owned() + &(1..5000).map(|number| line(number, number - 1)).collect::<String>();
    for text in [chain, reverse] {
        let said = Site::new().file(MESSAGES, text).diagnostics();
        assert!(!said.contains("error["), "{said:.300}");
    }
    let circle: String = (0..20_000).map(|number| line(number, (number + 1) % 20_000)).collect();
    let said = Site::new().file(MESSAGES, circle).diagnostics();
    assert_eq!(count(&said, "error[cyclic-reference]: "), 20_000);
    assert!(said.contains("break the circle: `m1`, then `m2`, then `m3`, then `m4`, then `m5`, then `m6`, then `m7`, then `m8`, then 19992 more and back"));
}

/// Case R22: broken links on one line. Brothers: HTML, lost characters, skills and related entries in one list.
#[test]
fn thousands_of_mistakes_on_a_line_take_seconds() {
    let list = |key: &str| {
        let names: Vec<_> = (0..2000).map(|number| format!("\"x-{number}\"")).collect();
        format!("{key} = [{}]\n", names.join(", "))
    };
    for (site, beginning, expected) in [
        (Site::new().append(CATEGORY, &"[a](@job-descriptions/x) ".repeat(20_000)), "error[broken-link]: ", 20_000),
        (Site::new().append(CATEGORY, &"[a](#x) ".repeat(20_000)), "error[broken-link]: ", 20_000),
        (Site::new().append(CATEGORY, &"![a](x.png) ".repeat(20_000)), "error[broken-link]: ", 20_000),
        (Site::new().append(CATEGORY, &"<b>x</b> ".repeat(2000)), "warning[raw-html]: ", 4000),
        (Site::new().append(CATEGORY, &"\u{fffd} ".repeat(2000)), "warning[invalid-encoding]: ", 2000),
        (Site::new().append(FACTS, &list("skills")), "error[missing-message]: ", 2000),
        (
            Site::new().append(FACTS, &format!("[related]\n{}", list("job-descriptions"))),
            "error[unknown-reference]: ",
            2000,
        ),
        (
            Site::new().file(MESSAGES, format!("# rolebook-ignore: {}\nm = x\n", "a,".repeat(20_000))),
            "warning[unknown-reference]: ",
            20_000,
        ),
        (
            Site::new().append(CONFIG, &(0..20_000).map(|n| format!("\n[a{n}]")).collect::<String>()),
            "error[unknown-key]: ",
            20_000,
        ),
    ] {
        let said = site.diagnostics();
        assert_eq!(count(&said, beginning), expected, "{said:.300}");
    }
}

/// Signs that begin something and do not end it. Brothers: in headings, in messages.
#[test]
fn thousands_of_signs_take_seconds() {
    for sign in ["{", "{a", "[", "[a](", "<", "~~a ", "`", "&", "\\", "![", "| "] {
        let text = sign.repeat(100_000 / sign.len());
        for text in [text.clone(), format!("### {text}")] {
            let said = Site::new().append(CATEGORY, &format!("\n{text}\n")).diagnostics();
            assert!(!said.contains("error["), "{sign} {said:.300}");
        }
    }
    for sign in ["{", "[", "\"", "(", "\\", "\\u0007", "*[", "<", "<b", "[a] "] {
        for text in [sign.repeat(100_000 / sign.len()), format!("{{ \"{}\" }}", sign.repeat(100_000 / sign.len()))] {
            let said = Site::new().file(MESSAGES, format!("m = {text}\n")).diagnostics();
            assert!(said.contains(MESSAGES), "{sign} {said:.300}");
        }
    }
}

/// References to what is not there. Brothers: circles among which others lie, links to entries that are not there.
#[test]
fn thousands_of_unknown_references_take_seconds() {
    let messages: String = (0..20_000).map(|number| format!("m{number} = {{ zzz{number} }}\n")).collect();
    let said = Site::new().file(MESSAGES, messages).diagnostics();
    assert_eq!(count(&said, "error[unknown-reference]: "), 20_000);
    // No circle leads through the messages that are looked at first, and each of them leads to all of another circle.
    let between: String = (0..3000).map(|number| format!("a{number} = {{ z0 }}\n")).collect();
    let circle: String = (0..3000).map(|number| format!("z{number} = {{ z{} }}\n", (number + 1) % 3000)).collect();
    let first: String = (0..3000).map(|number| format!("{{ a{number} }}")).collect();
    let said = Site::new().file(MESSAGES, format!("{between}{circle}y = {{ y }}{first}\n")).diagnostics();
    assert!(count(&said, "error[cyclic-reference]: ") > 0, "{said:.300}");
}

/// Lines and items of lists that are no TOML, each of which is looked at with what stands around it.
#[test]
fn thousands_of_slips_take_seconds() {
    let file = "content/categories/it/en.md";
    for (front, least) in [
        ("title = “x”\n".repeat(20_000), 1000),
        (format!("title = \"x\"\ninflections = [\n{}]\n", "  Kim,\n".repeat(20_000)), 1000),
        (format!("title = \"x\"\n{}", "inflections = [\n".repeat(20_000)), 1),
        ("x: y\n".repeat(20_000), 1000),
    ] {
        let said = Site::new().file(file, format!("+++\n{front}+++\n\nx\n")).compile().diagnostics;
        assert!(
            said.iter().filter(|found| found.place.as_ref().is_some_and(|place| place.file.as_str() == file)).count()
                >= least
        );
    }
}

/// Entries with the same title: each has an address of its own. Brothers: written slugs, for each of which another is proposed.
#[test]
fn equal_titles_take_seconds() {
    let entry = |slug: &'static str| {
        move |site: Site, number: usize| {
            let front = format!("+++\ntitle = \"Same\"\nsummary = \"x\"\n{slug}+++\n");
            site.file(&format!("content/categories/c{number}/en.md"), front)
        }
    };
    let said = (0..1500).fold(Site::new(), entry("")).diagnostics();
    assert_eq!(count(&said, "error"), 0, "{said:.1000}");
    let said = (0..1500).fold(Site::new(), entry("slug = \"same\"\n")).diagnostics();
    assert_eq!(count(&said, "error[duplicate-path]: "), 1499);
    assert!(said.contains("slug = \"same-2\"") && said.contains("slug = \"same-1001\""), "{said:.1000}");
}

/// Case R22: unused messages. Brothers: messages without an original, and comments that silence thousands.
#[test]
fn thousands_of_unused_messages_take_seconds() {
    let messages = |before: &str| (0..20_000).map(|number| format!("{before}m{number} = x\n")).collect::<String>();
    let said = Site::new().file(MESSAGES, messages("")).diagnostics();
    assert_eq!(count(&said, "warning[unused-message]: "), 20_000);
    let said = Site::new().file("locales/de/more.ftl", messages("")).diagnostics();
    assert!(count(&said, "warning[missing-translation]: ").max(count(&said, "warning[unused-message]: ")) >= 20_000);
    let declared: Vec<_> = (0..20_000).map(|number| format!("\"m{number}\"")).collect();
    let declared = format!("\n[check]\nused_messages = [{}]\n", declared.join(", "));
    let said = Site::new().append(CONFIG, &declared).file(MESSAGES, messages("")).diagnostics();
    assert!(!said.contains("unused-message]"), "{said:.300}");
    let silenced = messages("# rolebook-ignore: unused-message\n");
    assert!(!Site::new().file(MESSAGES, silenced).diagnostics().contains("unused-message]"));
}

/// Case R22: inflections that stand within each other, all of them in the text. A brother is one letter many times.
#[test]
fn nested_inflections_take_seconds() {
    for (piece, most) in [("ab ", 99), ("a", 299), ("a ", 149)] {
        let forms: Vec<_> = (1..=most).map(|count| format!("\"{}\"", piece.repeat(count))).collect();
        let site = Site::new()
            .append(CONFIG, "\n[automatic_links]\ncollections = [\"job-descriptions\"]\n")
            .replace(ROLE, "summary", &format!("inflections = [{}]\nsummary", forms.join(", ")))
            .append(CATEGORY, &format!("\n{}x\n", piece.repeat(20_000)));
        assert_eq!(site.diagnostics(), "");
    }
}
