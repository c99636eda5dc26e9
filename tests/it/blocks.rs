//! Shared blocks: what stands in texts for `{{ block … }}`, and what is said of those that cannot.

use std::io::{Cursor, Read};

use crate::files_beside_texts::png;
use crate::folder::Folder;
use crate::site::{Site, article_text, between, role_text};

const TESTER: &str = "content/job-descriptions/tester";
const BLOCK: &str = "content/blocks/fair";

/// The small site, whose testers have a block below their requirements in both languages.
fn site() -> Site {
    let with_block = |site: Site, code: &str| site.append(&format!("{TESTER}/{code}.md"), "\n{{ block fair }}\n");
    let site = ["en", "de"].into_iter().fold(Site::new(), with_block);
    site.file(&format!("{BLOCK}/en.md"), "All are **welcome** at {company}.\n")
        .file(&format!("{BLOCK}/de.md"), "Alle sind **willkommen**.\n")
}

/// What stands below the requirements on the page of testers.
fn requirements(site: &Site, code: &str) -> String {
    let output = site.output();
    let is_page = |path: &&String| path.starts_with(&format!("{code}/")) && path.ends_with("/tester/index.html");
    let page = &output[output.keys().find(is_page).expect("the role has a page")];
    let section = between(page, "id=\"requirements\"", "</section>");
    section.split_once("</h2>").unwrap().1.split_once("</section>").unwrap().0.trim().to_owned()
}

#[test]
fn a_block_stands_in_pages_as_if_it_were_written_there() {
    let site = site();
    assert_eq!(site.diagnostics(), "");
    insta::assert_snapshot!(requirements(&site, "en"), @r#"
    <div class="prose">
    <ul>
    <li>Patience</li>
    </ul>
    <p>All are <strong>welcome</strong> at <span class="placeholder" data-placeholder="company">[company name]</span>.</p>
      </div>
    "#);
    insta::assert_snapshot!(requirements(&site, "de"), @r#"
    <div class="prose">
    <ul>
    <li>Geduld</li>
    </ul>
    <p>Alle sind <strong>willkommen</strong>.</p>
      </div>
    "#);
}

#[test]
fn a_block_stands_in_documents_and_structured_data() {
    let site = site();
    let document = site.binary("en/job-descriptions/tester/tester.docx");
    let mut archive = zip::ZipArchive::new(Cursor::new(document)).unwrap();
    let mut xml = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    assert!(xml.contains("welcome"), "{xml}");
    let structured = site.page("en/job-descriptions/tester/index.html");
    assert!(between(&structured, "application/ld+json", "</script>").contains("All are welcome"), "{structured}");
}

#[test]
fn a_block_may_be_written_in_several_ways() {
    for line in ["{{block fair}}", "{{  block  fair  }}", "   {{ block fair }}", "> {{ block fair }}"] {
        let site = site().replace(&format!("{TESTER}/en.md"), "{{ block fair }}", line);
        assert_eq!(site.diagnostics(), "", "{line}");
        assert!(requirements(&site, "en").contains("<strong>welcome</strong>"), "{line}");
    }
}

#[test]
fn a_block_within_words_or_code_is_none() {
    let more = "{{ block fair }}\n\nWords {{ block fair }}\n\n- {{ block fair }}\n\n`{{ block fair }}` \\{{ block fair }}\n\n\
                ```\n{{ block fair }}\n```\n";
    let site = site().replace(&format!("{TESTER}/en.md"), "{{ block fair }}", more);
    insta::assert_snapshot!(site.diagnostics(), @"
    warning[unknown-placeholder]: a block stands on a line of its own; this is shown as it is written
      --> content/job-descriptions/tester/en.md:20:7
       |
    20 | Words {{ block fair }}
       |       ^^^^^^^^
       |
       = help: put an empty line before and after `{{ block … }}`, or a backslash before it

    warning[unknown-placeholder]: a block stands on a line of its own; this is shown as it is written
      --> content/job-descriptions/tester/en.md:22:3
       |
    22 | - {{ block fair }}
       |   ^^^^^^^^
       |
       = help: put an empty line before and after `{{ block … }}`, or a backslash before it
    ");
    insta::assert_snapshot!(requirements(&site, "en"), @r#"
    <div class="prose">
    <ul>
    <li>Patience</li>
    </ul>
    <p>All are <strong>welcome</strong> at <span class="placeholder" data-placeholder="company">[company name]</span>.</p>
    <p>Words {{ block fair }}</p>
    <ul>
    <li>{{ block fair }}</li>
    </ul>
    <p><code>{{ block fair }}</code> {{ block fair }}</p>
    <pre><code>{{ block fair }}
    </code></pre>
      </div>
    "#);
}

#[test]
fn mistakes_in_a_block_are_said_once_and_in_its_file() {
    let site = site()
        .append("content/job-descriptions/writer/en.md", "\n{{ block fair }}\n")
        .append(&format!("{TESTER}/en.md"), "\n{{ block fair }}\n")
        .file(
            &format!("{BLOCK}/en.md"),
            "[a](@job-descriptions/testr) {nobody} [b](#nowhere) ![c](c.png)\n\n<b>c</b>\n",
        )
        .file(&format!("{BLOCK}/de.md"), "---\ntitle: Alle\n---\n\n## Alle\n");
    insta::assert_snapshot!(site.diagnostics(), @"
    warning[unknown-key]: the key `title` is not known here
     --> content/blocks/fair/de.md:2:1
      |
    2 | title: Alle
      | ^^^^^
      |
      = help: remove it; known here: `source`, `source_parts`

    error[unknown-section]: a block has no headings of level 1 and 2: it may stand within a section
     --> content/blocks/fair/de.md:5:1
      |
    5 | ## Alle
      | ^^^^^^^
      |
      = help: write the heading with `###`, or put it into the texts, before the block

    error[broken-link]: there is no entry `testr` in `job-descriptions`
     --> content/blocks/fair/en.md:1:5
      |
    1 | [a](@job-descriptions/testr) {nobody} [b](#nowhere) ![c](c.png)
      |     ^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: did you mean `tester`?

    error[missing-message]: the message `placeholder-nobody` is not defined
     --> content/blocks/fair/en.md:1:30
      |
    1 | [a](@job-descriptions/testr) {nobody} [b](#nowhere) ![c](c.png)
      |                              ^^^^^^^^
      |
      = help: write `placeholder-nobody = [nobody]` in `locales/en/site.ftl`

    error[broken-link]: there is no heading `#nowhere` on this page
     --> content/blocks/fair/en.md:1:43
      |
    1 | [a](@job-descriptions/testr) {nobody} [b](#nowhere) ![c](c.png)
      |                                           ^^^^^^^^
      |
      = help: a heading's id is its words in lower case, with hyphens

    error[broken-link]: there is no file `c.png` in `content/blocks/fair/`
     --> content/blocks/fair/en.md:1:58
      |
    1 | [a](@job-descriptions/testr) {nobody} [b](#nowhere) ![c](c.png)
      |                                                          ^^^^^
      |
      = help: put the file into `content/blocks/fair/`, or into `static/` and write `/c.png`

    warning[raw-html]: HTML in Markdown is shown as text
     --> content/blocks/fair/en.md:3:1
      |
    3 | <b>c</b>
      | ^^^
      |
      = help: use Markdown, or put a backslash before `<`

    warning[raw-html]: HTML in Markdown is shown as text
     --> content/blocks/fair/en.md:3:5
      |
    3 | <b>c</b>
      |     ^^^^
      |
      = help: use Markdown, or put a backslash before `<`
    ");
}

#[test]
fn a_block_falls_back_as_texts_do_and_says_so_once() {
    let site = site()
        .without(&format!("{BLOCK}/de.md"))
        .append(&format!("{TESTER}/de.md"), "\n{{ block fair }}\n")
        .file("content/job-descriptions/writer/de.md", role_text("Texter") + "\n{{ block fair }}\n");
    insta::assert_snapshot!(site.diagnostics(), @"
    warning[missing-translation]: the block `fair` has no text in `de`; readers see the one in `en`
     --> content/blocks/fair/en.md:1:1
      |
    1 | All are **welcome** at {company}.
      | ^
      |
      = help: write `content/blocks/fair/de.md`
    ");
    assert!(requirements(&site, "de").contains("<strong>welcome</strong>"));
}

#[test]
fn blocks_that_are_not_there_are_reported_where_they_are_named() {
    let site = Site::new()
        .append(&format!("{TESTER}/en.md"), "\n{{ block far }}\n\n{{ block only-german }}\n")
        .file(&format!("{BLOCK}/en.md"), "Fair.\n")
        .file("content/blocks/only-german/de.md", "Gut.\n")
        .file("content/blocks/only-german/entry.toml", "")
        .file("content/blocks/empty/en.md", "")
        .file("content/blocks/odd/english.md", "x");
    insta::assert_snapshot!(site.diagnostics(), @"
    warning[invalid-value]: this block is empty
     --> content/blocks/empty/en.md:1:1
      |
    1 |
      | ^
      |
      = help: write its text, or remove the file

    warning[unused-block]: no text names the block `empty`
     --> content/blocks/empty/en.md:1:1
      |
    1 |
      | ^
      |
      = help: write `{{ block empty }}` on a line of its own in a text, or remove the folder

    warning[unused-block]: no text names the block `fair`
     --> content/blocks/fair/en.md:1:1
      |
    1 | Fair.
      | ^
      |
      = help: write `{{ block fair }}` on a line of its own in a text, or remove the folder

    error[unexpected-file]: `english` is not a BCP 47 language code
     --> content/blocks/odd/english.md:1:1
      |
    1 | x
      | ^
      |
      = help: did you mean `en.md`?

    warning[unused-block]: no text names the block `odd`
     --> content/blocks/odd/english.md:1:1
      |
    1 | x
      | ^
      |
      = help: write `{{ block odd }}` on a line of its own in a text, or remove the folder

    warning[unexpected-file]: nothing reads this file
     --> content/blocks/only-german/entry.toml:1:1
      |
    1 |
      | ^
      |
      = help: blocks are `content/blocks/<id>/<locale>.md`

    error[unknown-reference]: there is no block `far`
      --> content/job-descriptions/tester/en.md:18:10
       |
    18 | {{ block far }}
       |          ^^^
       |
       = help: did you mean `fair`?

    error[missing-translation]: the block `only-german` has no text in `en`, nor in a language that takes its place
      --> content/job-descriptions/tester/en.md:20:10
       |
    20 | {{ block only-german }}
       |          ^^^^^^^^^^^
       |
       = help: write `content/blocks/only-german/en.md`
    ");
}

#[test]
fn no_collection_has_the_folder_of_blocks() {
    let site = site().append("rolebook.toml", "\n[[collections]]\nid = \"blocks\"\nkind = \"article\"\n");
    let site = site.file("locales/en/site.ftl", "collection-blocks = Blocks\n");
    insta::assert_snapshot!(site.diagnostics(), @r#"
    warning[missing-message]: `collection-blocks` is not translated into `de`
     --> locales/en/site.ftl:1:1
      |
    1 | collection-blocks = Blocks
      | ^^^^^^^^^^^^^^^^^
      |
      = help: write `collection-blocks = …` in `locales/de/site.ftl`

    error[invalid-id]: `blocks` is the folder of shared blocks, and no collection
      --> rolebook.toml:21:6
       |
    21 | id = "blocks"
       |      ^^^^^^^^
       |
       = help: give the collection another id, and its folder another name
    "#);
}

#[test]
fn a_block_before_the_first_section_belongs_to_the_brief() {
    let site = site().replace(&format!("{TESTER}/en.md"), "## brief", "{{ block fair }}\n\n## Job brief");
    let page = site.page("en/job-descriptions/tester/index.html");
    let brief = between(&page, "id=\"brief\"", "</section>");
    assert!(brief.contains("<strong>welcome</strong>") && brief.contains("We test at"), "{brief}");
}

#[test]
fn blocks_stand_in_blocks() {
    let site = site()
        .append(&format!("{BLOCK}/en.md"), "\n{{ block law }}\n")
        .file("content/blocks/law/en.md", "### The law\n\nIt says so.\n")
        .append(&format!("{TESTER}/en.md"), "\n### The end\n");
    assert_eq!(site.diagnostics(), "");
    insta::assert_snapshot!(requirements(&site, "en"), @r#"
    <div class="prose">
    <ul>
    <li>Patience</li>
    </ul>
    <p>All are <strong>welcome</strong> at <span class="placeholder" data-placeholder="company">[company name]</span>.</p>
    <h3 id="the-law">The law</h3>
    <p>It says so.</p>
    <h3 id="requirements-the-end">The end</h3>
      </div>
    "#);
}

#[test]
fn blocks_that_stand_in_themselves_are_reported() {
    let site = site()
        .append(&format!("{BLOCK}/en.md"), "\n{{ block law }}\n")
        .file("content/blocks/law/en.md", "{{ block fair }}\n\n{{ block law }}\n");
    insta::assert_snapshot!(site.diagnostics(), @"
    error[cyclic-reference]: the block stands in itself: `fair` in `law` in `fair`
     --> content/blocks/law/en.md:1:10
      |
    1 | {{ block fair }}
      |          ^^^^
      |
      = help: remove one of the lines `{{ block … }}`

    error[cyclic-reference]: the block stands in itself: `law` in `law`
     --> content/blocks/law/en.md:3:10
      |
    3 | {{ block law }}
      |          ^^^
      |
      = help: remove one of the lines `{{ block … }}`
    ");
}

#[test]
fn blocks_are_nested_to_a_limit_and_make_no_text_endless() {
    let chain = |last: usize| {
        let site = site().append(&format!("{BLOCK}/en.md"), "\n{{ block b-01 }}\n");
        (1..=last).fold(site, |site, number| {
            let inner =
                if number < last { format!("{{{{ block b-{:02} }}}}\n", number + 1) } else { "end\n".to_owned() };
            site.file(&format!("content/blocks/b-{number:02}/en.md"), inner)
        })
    };
    assert_eq!(chain(9).diagnostics(), "");
    insta::assert_snapshot!(chain(10).diagnostics(), @"
    error[limit]: blocks may stand within each other 10 deep, and this one is deeper
     --> content/blocks/fair/en.md:3:10
      |
    3 | {{ block b-01 }}
      |          ^^^^
      |
      = help: put the text of the inner block into the outer
    ");
    // Each of eight blocks names the next a hundred times.
    let many = (1..=8).fold(site().append(&format!("{BLOCK}/en.md"), "\n{{ block b-1 }}\n"), |site, number| {
        let inner = if number < 8 {
            format!("{{{{ block b-{} }}}}\n\n", number + 1).repeat(100)
        } else {
            "Words.\n".to_owned()
        };
        site.file(&format!("content/blocks/b-{number}/en.md"), inner)
    });
    let said = many.diagnostics();
    assert!(said.contains("error[limit]: with the blocks in it, this block has more than 20 MB"), "{said}");
}

#[test]
fn a_summary_may_come_from_a_block() {
    let article = "content/categories/it/en.md";
    let text = article_text("Technology").replace("summary = \"x\"\n", "");
    let site = site().file(article, text.replace("\nx\n", "\n{{ block fair }}\n\nThis is our own sentence.\n"));
    let summary = |site: &Site| {
        let page = site.page("en/categories/technology/index.html");
        between(&page, "<meta name=\"description\" content=\"", "\">").to_owned()
    };
    assert!(summary(&site).contains("This is our own sentence."), "the block's has a placeholder: {}", summary(&site));
    let site = site.file(&format!("{BLOCK}/en.md"), "All of you are welcome. Really.\n");
    assert!(summary(&site).contains("All of you are welcome."), "{}", summary(&site));
    let index = site.output().into_iter().filter(|(path, _)| path.starts_with("search/en/"));
    assert!(index.map(|(_, text)| text).collect::<String>().contains("\"welcome\""), "summaries are searched");
}

#[test]
fn a_file_beside_a_block_is_published_once() {
    let site = site()
        .append("content/job-descriptions/writer/en.md", "\n{{ block fair }}\n")
        .file(&format!("{BLOCK}/en.md"), "![Logo](logo.png) [policy](Policy.pdf)\n")
        .file(&format!("{BLOCK}/de.md"), "![Logo](logo.png)\n")
        .file(&format!("{BLOCK}/logo.png"), png(4, 3, ""))
        .file(&format!("{BLOCK}/Policy.pdf"), "policy");
    assert_eq!(site.diagnostics(), "");
    insta::assert_snapshot!(requirements(&site, "en"), @r#"
    <div class="prose">
    <ul>
    <li>Patience</li>
    </ul>
    <p><img src="/assets/logo.62afde6a70.png" width="4" height="3" loading="eager" alt="Logo" /> <a href="/assets/policy.b1fd678db5.pdf">policy</a></p>
      </div>
    "#);
    let published: Vec<_> =
        site.output().into_keys().filter(|path| path.contains("logo") || path.contains("olicy")).collect();
    assert_eq!(published.len(), 2, "{published:?}");
}

#[test]
fn a_changed_block_renders_the_pages_that_use_it() {
    let folder = Folder::new(&site());
    folder.write(
        "rolebook.toml",
        folder.read("rolebook.toml") + "\n[downloads]\ndocx = false\n[search]\nshow = false\n[related]\nlimit = 0\n",
    );
    folder.build();
    let before = folder.public();
    folder.write(&format!("{BLOCK}/de.md"), "Wirklich alle sind willkommen.\n");
    folder.build();
    let after = folder.public();
    let differing: Vec<_> = after
        .iter()
        .filter(|(path, bytes)| before.get(*path) != Some(bytes))
        .map(|(path, _)| path.to_string_lossy())
        .collect();
    assert_eq!(differing, ["de/stellenbeschreibungen/tester/index.html"]);
}

/// Runs the program in a folder, and says what it said of translations.
fn said(folder: &Folder, arguments: &[&str]) -> String {
    let output = folder.rolebook(arguments);
    String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
}

#[test]
fn a_block_counts_in_the_revisions_of_its_texts() {
    let folder = Folder::new(&site());
    let without = said(&Folder::new(&Site::new()), &["status", "--format", "json"]);
    assert!(without.contains("\"total\": 3"), "{without}");
    assert!(said(&folder, &["status", "--format", "json"]).contains("\"total\": 4"), "the block is to be translated");
    let accepted = said(&folder, &["status", "--accept", "job-descriptions/tester/de", "blocks/fair/de"]);
    insta::assert_snapshot!(accepted, @"
    2 translations recorded as up to date, 2 files changed
    ");
    insta::assert_snapshot!(folder.read(&format!("{BLOCK}/de.md")), @r#"
    ---
    source: "9bd1faa09e90"
    source_parts: { "text": "b3e20843" }
    ---
    Alle sind **willkommen**.
    "#);
    insta::assert_snapshot!(between(&folder.read(&format!("{TESTER}/de.md")), "source =", "+++"), @r#"
    source = "f846b58dea2d"
    source_parts = { title = "c298a375", summary = "a965e33d", brief = "9ae46f46", responsibilities = "e8a28bbc", requirements = "dcb920ad", "{{ block fair }}" = "9bd1faa0" }
    +++
    "#);
    assert!(!said(&folder, &["check"]).contains("stale-translation"));
    folder.write(&format!("{BLOCK}/en.md"), "All are *really* welcome.\n");
    insta::assert_snapshot!(said(&folder, &["check"]), @r#"
    warning[stale-translation]: this translation is older than its original: the text changed
     --> content/blocks/fair/de.md:2:9
      |
    2 | source: "9bd1faa09e90"
      |         ^^^^^^^^^^^^^^
      |
      = help: bring it up to date, then run `rolebook status --accept blocks/fair/de`

    warning[stale-translation]: this translation is older than its original: the shared block `fair` changed
     --> content/job-descriptions/tester/de.md:5:10
      |
    5 | source = "f846b58dea2d"
      |          ^^^^^^^^^^^^^^
      |
      = help: bring the block up to date and see that it fits here, then run `rolebook status --accept job-descriptions/tester/de`

    2 warnings
      rolebook explain stale-translation     what it means and how to fix it
    "#);
    insta::assert_snapshot!(between(&said(&folder, &["status", "--locale", "de"]), "stale entries", "ENTRY/de"), @"
    stale entries: 2
      content/job-descriptions/tester/de.md  the shared block `fair` changed
      content/blocks/fair/de.md  the text changed
      when one is up to date again: rolebook status --accept COLLECTION/ENTRY/de
    ");
}
