//! Markup of strangers: titles, links, images, code and HTML that became elements of the page.

use std::collections::BTreeMap;

use crate::folder::Folder;
use crate::html::{dangers, read, words};
use crate::site::{Site, is_page};

const TEXT: &str = "content/job-descriptions/tester/en.md";
const PAGE: &str = "en/job-descriptions/tester/index.html";
const CONFIG: &str = "rolebook.toml";

/// A site of which one text has these paragraphs.
fn with_paragraphs(paragraphs: &[&str]) -> Site {
    Site::new().replace(TEXT, "We test at {company}.", &paragraphs.join("\n\n"))
}

/// Builds a site in which `payloads` of the form `alert(1)`, `alert(2)`… stand: nothing of it runs anywhere, and a reader of the
/// role's page can see each of them.
#[track_caller]
fn is_shown_and_does_nothing(site: &Site, payloads: usize) {
    let output = site.output();
    does_nothing(&output);
    let words = words(&output[PAGE]);
    for payload in 1..=payloads {
        assert!(words.contains(&format!("alert({payload})")), "alert({payload}) is lost: {words}");
    }
}

#[track_caller]
fn does_nothing(output: &BTreeMap<String, String>) {
    for (path, text) in output {
        if is_page(path) {
            assert_eq!(dangers(text), [""; 0], "{path}");
        } else if path.rsplit('.').next() == Some("xml") {
            let parsed = roxmltree::Document::parse(text);
            assert!(
                parsed.is_ok_and(|document| document.descendants().all(|node| !node.has_tag_name("script"))),
                "{path}"
            );
        }
    }
}

/// Codes of the mistakes of a site, one a line.
fn mistakes(site: &Site, code: &str) -> usize {
    site.diagnostics().lines().filter(|line| line.starts_with(code)).count()
}

/// CVE-2024-32875, Hugo: the title of a link or an image was written into its attribute as it was, so that a quote ended the
/// attribute. Here an attribute or an element would follow the title.
#[test]
fn titles_of_links_and_images_ended_their_attribute() {
    let site = with_paragraphs(&[
        r#"[a](/en/ '"><script>alert(1)</script>')"#,
        r#"[b](/en/ "\"onmouseover=\"alert(2)")"#,
        r#"[c](/en/ (" onclick=alert(3) x="))"#,
        r#"[d](/en/ "&quot;&gt;&lt;img src=x onerror=alert(4)&gt;")"#,
        r#"![e](/p.png '" onerror="alert(5)')"#,
        r#"![f](/p.png "'><svg onload=alert(6)>")"#,
        "[g][ref] ![h][ref]",
        r#"[ref]: /p.png '"><script>alert(7)</script>'"#,
    ]);
    is_shown_and_does_nothing(&site.static_file("p.png"), 7);
}

/// CVE-2024-55601, Hugo: other attributes of links, images and tables were not escaped either. Here the words of an image, the
/// alignment of a column, or an attribute that an author gives to a heading would bring one of their own.
#[test]
fn other_attributes_from_markdown_were_not_escaped() {
    let site = with_paragraphs(&[
        r#"![" onerror="alert(1)](/p.png)"#,
        "![*a* `\"><script>alert(2)</script>` [\" onload=\"alert(3)](/en/)](/p.png)",
        "| a style=\"text-align: x\" onclick=\"alert(4)\" | b |\n|:-\" onclick=\"alert(5)|-:|\n| 1 | 2 |",
        "| a |\n|:-:|\n| \" style=\"text-align: left\" onclick=\"alert(6) |",
        "### \"><script>alert(7)</script>",
        "A picture.{onclick=\"alert(8)\"}",
        "### Setup {onclick=\"alert(0)\"}",
    ]);
    is_shown_and_does_nothing(&site.static_file("p.png"), 8);
    for id in
        ["#x\" onclick=\"alert(1)", "#x onclick=\"alert(1)\"", "#x><script>alert(1)</script>", "#'onclick='alert(1)"]
    {
        let site = with_paragraphs(&[&format!("### Setup {{{id}}}")]);
        if mistakes(&site, "error[") == 0 {
            does_nothing(&site.output());
        }
    }
}

/// CVE-2026-35166, Hugo: the addresses of links and images were not escaped. Here a quote in an address would end `href` or `src`.
#[test]
fn addresses_of_links_and_images_ended_their_attribute() {
    let site = with_paragraphs(&[
        r#"[a](<https://example.net/"onmouseover="alert(1)>)"#,
        r#"[b](https://example.net/"><script>alert(2)</script>)"#,
        r"[c](https://example.net/&quot;&gt;&lt;script&gt;alert(3)&lt;/script&gt;)",
        r#"![d](<https://example.net/p.png"onerror="alert(4)>)"#,
        r#"[e](<mailto:a@example.net"onclick="alert(5)>)"#,
        r#"<https://example.net/"onclick="alert(6)>"#,
        "[f][ref]",
        r#"[ref]: <https://example.net/'"><img/src=x/onerror=alert(7)>>"#,
        r#"[g](</p.png"onclick="x>)"#,
    ]);
    let site = site.static_file("p.png\"onclick=\"x").static_file("p.png");
    let output = site.output();
    does_nothing(&output);
    assert!(words(&output[PAGE]).contains("alert"), "{}", output[PAGE]);
}

/// GHSA-q76j-gcg9-vxc6, Hugo: what follows the fence of a code block was written into `class` and `data-lang` as it was. Here it
/// would end the class of the code.
#[test]
fn words_after_a_code_fence_ended_their_attribute() {
    let site = with_paragraphs(&[
        "```\"><script>alert(1)</script>\nx\n```",
        "~~~ x\" onmouseover=\"alert(2)\nx\n~~~",
        "```'onclick='alert(3)'\nx\n```",
        "``` &quot;&gt;&lt;script&gt;alert(4)&lt;/script&gt;\nx\n```",
        "``` html {onclick=\"alert(5)\"}\nx\n```",
        "```html\n</code></pre><script>alert(6)</script>\n```",
    ]);
    let output = site.output();
    does_nothing(&output);
    let (elements, words) = read(&output[PAGE]);
    assert_eq!(elements.iter().filter(|element| element.name == "pre").count(), 6);
    assert!(words.contains("alert(6)"), "{words}");
}

/// CVE-2021-25987, Hexo: the body and the tags of a post could hold scripts. Here HTML in a text, a title, a skill or a summary
/// would become elements.
#[test]
fn html_in_bodies_titles_and_tags_ran() {
    let inline = [
        "a <script>alert(1)</script> b",
        "<img src=x onerror=alert(2)>",
        "<svg/onload=alert(3)>",
        "<div>\n<script>alert(4)</script>\n</div>",
        "<!-- a --><script>alert(0)</script>",
        "<!--> <script>alert(0)</script> -->",
        "<![CDATA[<script>alert(5)</script>]]>",
        "<?x <script>alert(6)</script> ?>",
        "<!x <script>alert(7)</script>>",
        "<iframe srcdoc=\"<script>alert(8)</script>\"></iframe>",
        "</p></main><script>alert(9)</script>",
        "\\<script>alert(10)</script>",
        "&lt;script&gt;alert(11)&lt;/script&gt;",
        "&#60;script&#62;alert(12)&#60;/script&#62;",
    ];
    is_shown_and_does_nothing(&with_paragraphs(&inline), 12);
    let site = Site::new()
        .replace(TEXT, "\"Tester\"", "\"<script>alert(1)</script>\"\nslug = \"tester\"\nupdated = 2026-01-01")
        .replace(
            TEXT,
            "\"Finds faults.\"",
            "'\"><img src=x onerror=alert(2)>'\nalternative_titles = ['<svg onload=alert(3)>']",
        )
        .file("content/job-descriptions/tester/entry.toml", "category = \"it\"\nskills = [\"java\"]\n")
        .file(
            "locales/en/site.ftl",
            "skill-java = <script>alert(4)</script>\nsite-name = \"><script>alert(5)</script>\n",
        )
        .replace(CONFIG, "\"English\"", "'</a><script>alert(6)</script>'");
    is_shown_and_does_nothing(&site, 5);
}

/// GHSA-c54g-xjwj-8g82, Hugo: files of HTML among the content were published as they were. Here they would be in the output.
#[test]
fn html_files_among_the_content_were_published() {
    let mut site = Site::new();
    for file in
        ["job-descriptions/tester/en.html", "job-descriptions/tester/fr.htm", "index.html", "x/index.xhtml", "it.svg"]
    {
        site = site.file(&format!("content/{file}"), "<script>alert('published')</script>");
    }
    let folder = Folder::new(&site);
    folder.build();
    let is_published = |bytes: &Vec<u8>| memchr::memmem::find(bytes, b"alert('published')").is_some();
    assert!(!folder.public().values().any(is_published));
    assert!(site.diagnostics().contains("en.html"), "{}", site.diagnostics());
}

/// CVE-2026-5160, the Markdown of Hugo: schemes were looked at before the references in them were resolved, so that
/// `javascript&colon;` passed. Here such a link would be one; as it is, it is a mistake, and nothing is built.
#[test]
fn references_hid_the_scheme_of_a_link() {
    let addresses = [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript&colon;alert(1)",
        "&#106;avascript:alert(1)",
        "&#x6A;&#x61;vascript:alert(1)",
        "java&Tab;script:alert(1)",
        "java&NewLine;script:alert(1)",
        "&#1;javascript:alert(1)",
        "&nbsp;javascript:alert(1)",
        "javascript&#58;//example.org/%0aalert(1)",
        "\\javascript:alert(1)",
        "vbscript:msgbox(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "file:///etc/passwd",
        "blob:https://example.org/x",
        "feed:javascript:alert(1)",
        "//evil.example/",
        "\\\\evil.example/",
    ];
    let links = addresses.map(|address| format!("- [a](<{address}>)"));
    assert_eq!(mistakes(&with_paragraphs(&[&links.join("\n")]), "error[broken-link]"), addresses.len());
    let images = addresses.map(|address| format!("- ![a](<{address}>)"));
    assert_eq!(mistakes(&with_paragraphs(&[&images.join("\n")]), "error[broken-link]"), addresses.len());
    let by_reference = addresses.map(|address| format!("- [a]\n\n[a]: <{address}>"));
    assert!(by_reference.iter().all(|text| mistakes(&with_paragraphs(&[text]), "error[broken-link]") == 1));
    let automatic = with_paragraphs(&["- <javascript:alert(1)>\n- <data:text/html,x>\n- <vbscript:x>"]);
    assert_eq!(mistakes(&automatic, "error[broken-link]"), 3);
    for address in [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "\\tjavascript:alert(1)",
        "java\\nscript:alert(1)",
        "//evil.example",
    ] {
        let site = Site::new()
            .append(CONFIG, &format!("\n[[legal]]\nid = \"x\"\nto = \"{address}\"\n"))
            .file("locales/en/site.ftl", "legal-x = X\n");
        assert_eq!(mistakes(&site, "error["), 1, "{address}: {}", site.diagnostics());
    }
}

/// CVE-2026-41067, Astro: only `</script>` in lower case was kept from ending the script in which values stood. Here a title would
/// end the structured data of its page, or, as `<!--<script>`, hide what follows it.
#[test]
fn values_ended_the_script_in_which_they_stood() {
    for ending in [
        "</script>",
        "</SCRIPT >",
        "</script/x>",
        "</script\\t>",
        "<!--<script>",
        "]]></script>",
        "</scr\\u0000ipt></script>",
    ] {
        let title = format!("\"{ending}<img src=x onerror=alert(1)>\"\nslug = \"tester\"");
        let site = Site::new().replace(TEXT, "\"Tester\"", &title.replace("\\u0000", ""));
        let output = site.output();
        does_nothing(&output);
        assert!(read(&output[PAGE]).0.iter().any(|element| element.name == "footer"), "{ending} hides the page");
        assert!(words(&output[PAGE]).contains("alert(1)"));
    }
}

/// CVE-2026-54298, Astro: names of attributes that came from data were written as they were. Here the markup that messages may
/// have would bring attributes, elements or addresses of its own.
#[test]
fn names_of_attributes_came_from_data() {
    let footer = "<footer>{{ t_html(id=\"greeting\", elements={\"x\": {\"href\": \"/en/\"} }) }}</footer>\n";
    let mut shown = 0;
    for markup in [
        "<em onclick=\"alert(1)\">x</em>",
        "<em title=\"x\" onmouseover=\"alert(1)\">x</em>",
        "<em title='x\"onclick=\"alert(1)'>x</em>",
        "<em x\"onclick=\"alert(1)\">x</em>",
        "<em/onclick=alert(1)>x</em>",
        "<b title=\"&quot; onclick=&quot;alert(1)\">x</b>",
        "<span style=\"background: url(javascript:alert(1))\">x</span>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<script>alert(1)</script>",
        "<em><img src=x onerror=alert(1)></em>",
        "<a data-l10n-name=\"x\" href=\"javascript:alert(1)\">x</a>",
        "<a data-l10n-name=\"x\" onclick=\"alert(1)\">x</a>",
    ] {
        let site = Site::new()
            .file("themes/atlas/templates/partials/footer.html", footer)
            .file("locales/en/site.ftl", format!("greeting = {markup} and more\n"));
        assert!(!site.diagnostics().is_empty(), "{markup} is passed over in silence");
        // Some are mistakes, and nothing is built.
        if mistakes(&site, "error[") == 0 {
            let output = site.output();
            does_nothing(&output);
            shown += usize::from(output[PAGE].contains("and more</footer>"));
        }
    }
    assert!(shown >= 6, "only {shown} messages are shown");
}

/// CVE-2024-45812 and CVE-2024-47885, Vite and Astro: scripts asked the document for elements by names that authors could give,
/// too. Here a heading would have an id that an element of the theme has, and the theme's scripts would find the heading.
#[test]
fn names_that_scripts_look_for_were_given_by_authors() {
    let page = Site::new().page(PAGE);
    let ids = |page: &str| -> Vec<String> {
        let (elements, _) = read(page);
        elements.into_iter().filter_map(|mut element| element.attributes.remove("id")).collect()
    };
    let of_theme = ids(&page);
    assert!(of_theme.len() > 5, "{of_theme:?}");
    let is_section = |id: &str| ["brief", "responsibilities", "requirements"].contains(&id);
    let headings: Vec<_> =
        of_theme.iter().filter(|id| !is_section(id)).map(|id| format!("### Heading {{#{id}}}\n\n### {id}")).collect();
    let hostile = with_paragraphs(&[&headings.join("\n\n"), "![currentScript](/p.png)"]).static_file("p.png");
    let page = hostile.page(PAGE);
    let mut found = ids(&page);
    assert!(found.len() >= of_theme.len() + 2 * headings.len(), "{found:?}");
    found.sort_unstable();
    let mut unique = found.clone();
    unique.dedup();
    assert_eq!(found, unique, "two elements have one id");
    let (elements, _) = read(&page);
    assert!(elements.iter().all(|element| element.name != "img" || !element.attributes.contains_key("name")));
}
