//! What is made again after a change is what would be made from nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use rolebook::load::{self, Root, Sources};
use rolebook::output_path::OutputPath;
use rolebook::pipeline::{Compiled, Compiler, Timings, compile};
use rolebook::place::SourcePath;
use rolebook::render::{Output, Renderer};
use rolebook::resolve::Options;

use crate::folder::Folder;
use crate::site::{Site, article_text, role_text};

/// Numbers that look random and are always the same (a linear congruential generator; Knuth's MMIX constants).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    pub(crate) fn of<'t, T: ?Sized>(&mut self, choices: &[&'t T]) -> &'t T {
        choices[self.below(choices.len())]
    }
}

/// Whether a site has pictures for social networks. They are small, and still take most of the time.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Images {
    LeftOut,
    Painted,
}

/// How many changes are made: a few for every day, as many as `ROLEBOOK_EDITS` says for a long look.
pub(crate) fn edits() -> usize {
    std::env::var("ROLEBOOK_EDITS").ok().and_then(|edits| edits.parse().ok()).unwrap_or(120)
}

/// A random change of a site: a file, and what it holds from now on; `None` if it is gone.
pub(crate) fn change(random: &mut Random, images: Images) -> (String, Option<String>) {
    let entry = random.of(&["tester", "writer", "pilot", "baker", "nurse"]);
    let locale = random.of(&["en", "de"]);
    match random.below(50) {
        0..20 => text(random, entry, locale),
        20..25 => (format!("content/job-descriptions/{entry}/entry.toml"), Some(facts(random))),
        25..30 => (format!("locales/{locale}/site.ftl"), messages(random)),
        30..32 => ("themes/atlas/templates/partials/footer.html".to_owned(), footer(random)),
        32 => {
            let title = format!("Technology {}", random.below(50));
            ("content/categories/it/en.md".to_owned(), Some(article_text(&title)))
        }
        40..43 => beside(random, entry),
        43..48 => block(random, locale),
        48..50 => plain_page(random, locale),
        33..35 if images == Images::Painted => {
            ("themes/atlas/templates/social-image.svg".to_owned(), Some(picture(random)))
        }
        _ => ("rolebook.toml".to_owned(), Some(config(random, images))),
    }
}

/// A change of a text: its title, its words, its links, its front matter, or all of it.
fn text(random: &mut Random, entry: &str, locale: &str) -> (String, Option<String>) {
    let other = random.of(&["tester", "writer", "tester", "writer", "tester", "writer", "tester", "nobody"]);
    let number = random.below(50);
    let titled = role_text(&format!("{entry} {}", number % 5));
    let with = |more: &str| titled.replace("\nsummary", &format!("\n{more}\nsummary"));
    let text = match random.below(32) {
        0 => None,
        1 => Some("+++\ntitle = \n".to_owned()),
        2 => Some(titled.replace("\n\nx\n", &format!("\n\n[it](@job-descriptions/{other}).\n"))),
        3 => Some(role_text(&format!("{entry} {number} for {other} and SQL"))),
        4 => Some(with(&format!("alternative_titles = [\"{other} {number}\"]"))),
        5 => Some(with(&format!("updated = 2026-11-{:02}", 1 + number % 28))),
        6 => Some(with(&format!("source = \"{number:012}\""))),
        7 => Some(with(&format!("inflections = [\"{other}s\"]"))),
        8 => Some(with("slug = \"same\"")),
        9 => Some(titled.replace("\n\nx\n", &format!("\n\nA {other} and {{company}} use SQL in {number} ways.\n"))),
        10 => Some(titled + "\n[grammar]\n"),
        11 => Some(with(&format!("level = \"{}\"", random.of(&["senior", "junior", "none"])))),
        12 => Some(
            titled.replace("## brief", random.of(&["## Job brief", "## Kurz", "## Why {company}", "##brief", "# Pay"])),
        ),
        13..16 => Some(titled.replace("\n\nx\n", "\n\n![it](team.svg)\n")),
        16 => Some(titled.replace("\n\nx\n", "\n\n[it](form.txt)\n")),
        17..20 => Some(titled.replace("\n\nx\n", "\n\n{{ block fair }}\n")),
        20 => Some(titled.replace("summary = \"x\"\n", "").replace("\n\nx\n", "\n\n{{ block law }}\n")),
        _ => Some(titled.replace("\n\nx\n", &format!("\n\nWords {number}.\n"))),
    };
    (format!("content/job-descriptions/{entry}/{locale}.md"), text)
}

/// A change of a plain page, or of a template that it may have.
fn plain_page(random: &mut Random, locale: &str) -> (String, Option<String>) {
    let number = random.below(50);
    if random.below(4) == 0 {
        let template = format!("<main id=\"w{}\">{{{{ article.html | safe }}}}</main>", number % 3);
        return ("themes/atlas/templates/landing.html".to_owned(), Some(template));
    }
    let front = random.of(&["template: landing.html\n", "slug: same\n", "draft: true\n", ""]);
    let text = format!("---\n{front}---\n# Page {}\n\n## W{}\n\nWords {number}.\n", number % 5, number % 3);
    (format!("content/pages/imprint/{locale}.md"), Some(text).filter(|_| number != 7))
}

/// A change of a picture beside texts, to which some of them link.
fn beside(random: &mut Random, entry: &str) -> (String, Option<String>) {
    let name = random.of(&["team.svg", "team.de.svg", "form.txt"]);
    let number = random.below(20);
    let file = match random.below(6) {
        0 => None,
        1 => Some("<svg></svg>".to_owned()),
        _ => Some(format!("<svg viewBox=\"0 0 {} 20\"></svg>\n", 1 + number)),
    };
    (format!("content/job-descriptions/{entry}/{name}"), file)
}

/// A change of a shared block, of which one stands in the other.
fn block(random: &mut Random, locale: &str) -> (String, Option<String>) {
    let name = random.of(&["fair", "fair", "law"]);
    let number = random.below(20);
    let text = match random.below(8) {
        0 => None,
        1 => Some("{{ block fair }}\n".to_owned()),
        2 => Some(format!("---\nsource: \"{number:012}\"\n---\nThis is the law number {number}.\n")),
        3 => Some(format!("{{{{ block law }}}}\n\n### Words {number}\n\n[it](@job-descriptions/tester)\n")),
        _ => Some(format!("All of you are welcome to the {number} of us at {{company}}.\n")),
    };
    (format!("content/blocks/{name}/{locale}.md"), text)
}

fn facts(random: &mut Random) -> String {
    let other = random.of(&["tester", "writer", "nobody"]);
    let number = random.below(50);
    let more = match random.below(7) {
        0 => format!("[related]\njob-descriptions = [\"{other}\"]\n"),
        1 => format!("[related]\nexclude = [\"{other}\"]\n"),
        2 => format!("isco = \"25{:02}\"\n", number % 3),
        3 => "draft = true\n".to_owned(),
        4 => format!("level = \"senior\"\n[fields]\npay = {{ from = {number}, currency = \"EUR\" }}\n"),
        _ => format!("skills = [\"sql\", \"s{}\"]\n", number % 3),
    };
    format!("category = \"it\"\n{more}")
}

fn messages(random: &mut Random) -> Option<String> {
    let number = random.below(50);
    match random.below(10) {
        0 => Some("skill-sql = { $\n".to_owned()),
        1 => None,
        2 => Some("section-brief = Brief with { $count } related\n".to_owned()),
        3 => Some(format!("related-heading = {{ $count }} alike, {{ $collection }} {number}\n")),
        4 => Some(format!("search-title = Search\n    .slug = find-{number}\n")),
        5 => Some(format!("facet-title = {{ $value }}, {{ $count }} times {number}\nper-year = a year\n")),
        6 => Some("section-brief = Kurz\n    .also = Why, Pay\n".to_owned()),
        _ => Some(format!("skill-sql = SQL {number}\nskill-s1 = One\nsite-name = Site {number}\n")),
    }
}

fn footer(random: &mut Random) -> Option<String> {
    match random.below(6) {
        0 => None,
        1 => Some("{% if %}".to_owned()),
        _ => Some(format!("<footer>{}</footer>\n", random.below(50))),
    }
}

/// A small picture: a bar for each of the things that it may show.
fn picture(random: &mut Random) -> String {
    let shown = random.of(&["locale.name", "locale.code", "image.title", "image.site", "theme.accent"]);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"8\">\
         <rect width=\"{{{{ {shown} | length }}}}\" height=\"4\"/></svg>\n",
        40 + random.below(3)
    )
}

fn config(random: &mut Random, images: Images) -> String {
    let mut config = base_config() + "[[collections]]\nid = \"pages\"\nkind = \"page\"\n";
    if random.below(3) == 0 {
        config = config.replace("\"Deutsch\"", &format!("\"Deutsch {}\"", random.below(9)));
    }
    for table in [
        "[missing_translation]\npolicy = \"fallback\"\n",
        "[automatic_links]\ncollections = [\"job-descriptions\"]\nskills = true\n",
        "[downloads]\ndocx = false\n",
        "[search]\nshow = false\n",
        "[stale_translation]\nnotice = true\n",
    ] {
        if random.below(3) == 0 {
            config.push_str(table);
        }
    }
    if images == Images::Painted {
        config.push_str("[social_images]\n");
    }
    let (limit, threshold) = (random.below(4), random.of(&["0.0", "0.2", "0.6"]));
    config + &format!("[related]\nlimit = {limit}\nthreshold = {threshold}\n")
}

/// The site that is edited: its roles have fields.
pub(crate) fn base() -> Site {
    let words = "field-level = Level\nfield-level-senior = Senior\nfield-level-junior = Junior\nfield-pay = Pay\n";
    Site::new().file("rolebook.toml", base_config()).file("locales/en/fields.ftl", words)
}

fn base_config() -> String {
    let site = Site::new();
    let (_, config) = site.files().find(|(path, _)| *path == "rolebook.toml").unwrap();
    let fields = "kind = \"role\"\nrequired_sections = [\"requirements\"]\n[[collections.fields]]\nid = \"level\"\nkind = \"choice\"\n\
        values = [\"senior\", \"junior\"]\nfilter = true\n[[collections.fields]]\nid = \"pay\"\nkind = \"money\"\n";
    String::from_utf8(config.to_vec()).unwrap().replacen("kind = \"role\"\n", fields, 1)
}

/// All that a site comes to: what is wrong, and every file.
fn outcome(Compiled { site, diagnostics }: Compiled) -> (String, BTreeMap<String, Vec<u8>>) {
    let said = format!("{diagnostics:?}");
    let Some(site) = site.filter(|_| !rolebook::diagnostic::has_errors(&diagnostics)) else {
        return (said, BTreeMap::new());
    };
    let renderer = Renderer::new(&site);
    let file = |(path, route): (&OutputPath, _)| {
        let bytes = match renderer.render(route) {
            Ok(Output::Bytes(bytes)) => bytes,
            Ok(Output::Held(bytes)) => bytes.to_vec(),
            Ok(Output::CopyOf(source, _)) => source.to_string_lossy().into_owned().into_bytes(),
            Err(diagnostic) => format!("{diagnostic:?}").into_bytes(),
        };
        (path.to_string(), bytes)
    };
    (said, site.routes.iter().map(file).collect())
}

#[test]
fn a_site_that_is_made_again_is_the_one_made_from_nothing() {
    make_again(edits(), Images::LeftOut);
}

#[test]
fn pictures_that_are_made_again_are_those_made_from_nothing() {
    make_again(edits() / 9, Images::Painted);
}

fn make_again(edits: usize, images: Images) {
    let mut random = Random(7);
    let mut files: BTreeMap<SourcePath, Vec<u8>> =
        base().files().map(|(path, bytes)| (SourcePath::from(path), bytes.to_vec())).collect();
    for entry in ["pilot", "baker"] {
        let facts = SourcePath::from(format!("content/job-descriptions/{entry}/entry.toml"));
        files.insert(facts, b"category = \"it\"\n".to_vec());
        files
            .insert(SourcePath::from(format!("content/job-descriptions/{entry}/en.md")), role_text(entry).into_bytes());
    }
    // One entry has no original.
    files.insert(SourcePath::from("content/job-descriptions/nurse/de.md"), role_text("nurse").into_bytes());
    files.insert(SourcePath::from("content/job-descriptions/nurse/entry.toml"), b"category = \"it\"\n".to_vec());
    for entry in ["tester", "writer", "pilot", "baker", "nurse"] {
        let picture = SourcePath::from(format!("content/job-descriptions/{entry}/team.svg"));
        files.insert(picture, b"<svg viewBox=\"0 0 30 20\"></svg>\n".to_vec());
    }
    for block in ["fair", "law"] {
        files.insert(SourcePath::from(format!("content/blocks/{block}/en.md")), b"All are welcome.\n".to_vec());
    }
    let mut compiler = Compiler::default();
    let mut last_sound = files.clone();
    let (mut is_broken, mut sound) = (false, 0);
    for number in 0..edits {
        let (path, text) = change(&mut random, images);
        if is_broken && random.below(2) == 0 {
            // All goes back to where it was without mistakes, as with `git checkout`.
            files.clone_from(&last_sound);
        } else {
            match text {
                Some(text) => drop(files.insert(SourcePath::from(path.as_str()), text.into_bytes())),
                None => drop(files.remove(&SourcePath::from(path.as_str()))),
            }
        }
        let sources = Sources::in_memory(files.clone());
        let options = Options::default();
        let mut timings = Timings::default();
        let begun = compiler.begin(&sources, &options, &mut timings);
        if let Some(draft) = compiler.draft(&begun) {
            // Not all of it is of now, but all of it can be rendered.
            let renderer = Renderer::new(&draft);
            draft.routes.iter().for_each(|(_, route)| drop(renderer.render(route)));
        }
        let again = outcome(compiler.finish(begun, &mut timings, |_, _| {}));
        let new = outcome(compile(&sources, &options, &mut timings));
        assert_eq!(again.0, new.0, "what is wrong after change {number} of {path}");
        assert!(again.1 == new.1, "the files after change {number} of {path}");
        is_broken = new.1.is_empty();
        if !is_broken {
            last_sound.clone_from(&files);
            sound += 1;
        }
    }
    assert!(sound > edits / 4, "many of the sites can be published: {sound}");
}

/// Case S3, and what else of a text without an original its related entries depend on.
#[test]
fn related_entries_follow_texts_without_an_original() {
    let text =
        |title: &str, more: &str| role_text(title).replace("\nsummary", &format!("\n{more}summary")).into_bytes();
    let mut files: BTreeMap<SourcePath, Vec<u8>> =
        base().files().map(|(path, bytes)| (SourcePath::from(path), bytes.to_vec())).collect();
    let write = |files: &mut BTreeMap<_, _>, entry: &str, bytes: Vec<u8>| {
        files.insert(
            SourcePath::from(format!("content/job-descriptions/{entry}/entry.toml")),
            "category = \"it\"\n".into(),
        );
        files.insert(SourcePath::from(format!("content/job-descriptions/{entry}/de.md")), bytes);
    };
    for (entry, title) in [("pilot", "Pilot"), ("baker", "Bäcker"), ("nurse", "Pfleger"), ("rigger", "Takler")] {
        write(&mut files, entry, text(title, ""));
    }
    let limit = "\n[related]\nlimit = 1\n";
    files.get_mut(&SourcePath::from("rolebook.toml")).unwrap().extend_from_slice(limit.as_bytes());
    let mut compiler = Compiler::default();
    for (entry, title, more) in [
        ("nurse", "Bäcker von Brot", ""),
        ("nurse", "Pilot und Pilotin", ""),
        ("rigger", "Takler", "alternative_titles = [\"Bäcker\"]\n"),
        ("rigger", "Takler", "alternative_titles = [\"Pilot\"]\n"),
    ] {
        write(&mut files, entry, text(title, more));
        let sources = Sources::in_memory(files.clone());
        let (options, mut timings) = (Options::default(), Timings::default());
        let begun = compiler.begin(&sources, &options, &mut timings);
        let again = outcome(compiler.finish(begun, &mut timings, |_, _| {}));
        assert!(!again.1.is_empty(), "{}", again.0);
        assert!(again == outcome(compile(&sources, &options, &mut timings)), "after {title}, {more}");
    }
}

#[test]
fn files_that_are_read_again_are_those_on_disk() {
    let folder = Folder::new(&base());
    let root = folder.root();
    let mut random = Random(3);
    let mut sources = load::load(&Root::new(root)).unwrap();
    for number in 0..edits() {
        let changed = move_files(&folder, &mut random);
        load::refresh(&mut sources, &Root::new(root), &changed).unwrap();
        assert!(sources == load::load(&Root::new(root)).unwrap(), "after change {number} of {changed:?}");
    }
}

/// Does something to files, as people and editors do. Says which paths a system would name.
fn move_files(site: &Folder, random: &mut Random) -> BTreeSet<PathBuf> {
    let root = site.root();
    let file = random.of(&[
        "content/job-descriptions/tester/en.md",
        "content/job-descriptions/new/de.md",
        "locales/de/site.ftl",
        "themes/atlas/templates/partials/footer.html",
        "themes/atlas/static/style.css",
        "static/files/form.pdf",
        "content/job-descriptions/tester/team.png",
        "content/job-descriptions/tester/forms/form.pdf",
        "content/job-descriptions/tester/.en.md.swp",
        "content/job-descriptions/tester/en.md~",
        "content/job-descriptions/tester/en.md___jb_tmp___",
    ]);
    let path = root.join(file);
    let mut changed = BTreeSet::from([PathBuf::from(file)]);
    let folder = Path::new(file).parent().unwrap();
    match random.below(6) {
        // Saved in place.
        0 | 1 => site.write(file, format!("{}", random.below(9))),
        // Saved beside and moved over, as many editors do.
        2 => {
            let beside = folder.join("4913");
            site.write(&beside.to_string_lossy(), "new");
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::rename(root.join(&beside), &path).unwrap();
            changed.insert(beside);
        }
        3 => {
            let _ = fs::remove_file(&path);
        }
        // A folder is moved away with all that is in it, or back.
        4 => {
            let away = PathBuf::from(folder.to_string_lossy().replacen('/', "/moved-", 1));
            if root.join(folder).exists() && !root.join(&away).exists() {
                fs::create_dir_all(root.join(&away).parent().unwrap()).unwrap();
                fs::rename(root.join(folder), root.join(&away)).unwrap();
            }
            changed = BTreeSet::from([folder.to_path_buf(), away]);
        }
        // A folder is gone; the system names the folder above.
        _ => {
            let above = folder.iter().take(2).collect::<PathBuf>();
            let _ = fs::remove_dir_all(root.join(&above));
            changed = BTreeSet::from([above]);
        }
    }
    changed
}
