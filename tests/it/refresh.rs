//! What is made again after a change is what would be made from nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use rolebook::load::{self, Sources};
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

/// How many changes are made: a few for every day, as many as `ROLEBOOK_EDITS` says for a long look.
pub(crate) fn edits() -> usize {
    std::env::var("ROLEBOOK_EDITS").ok().and_then(|edits| edits.parse().ok()).unwrap_or(120)
}

/// A random change of a site: a file, and what it holds from now on; `None` if it is gone.
pub(crate) fn change(random: &mut Random) -> (String, Option<String>) {
    let entry = random.of(&["tester", "writer", "pilot", "baker"]);
    let other = random.of(&["tester", "writer", "tester", "writer", "tester", "writer", "tester", "nobody"]);
    let folder = format!("content/job-descriptions/{entry}");
    let locale = random.of(&["en", "de"]);
    let number = random.below(50);
    let text = role_text(&format!("{entry} {number}"));
    match random.below(40) {
        16.. | 0..4 => {
            (format!("{folder}/{locale}.md"), Some(text.replace("\n\nx\n", &format!("\n\nWords {number}.\n"))))
        }
        4 => (format!("{folder}/{locale}.md"), None),
        5 => (
            format!("{folder}/{locale}.md"),
            Some(text.replace("\n\nx\n", &format!("\n\n[it](@job-descriptions/{other}).\n"))),
        ),
        6 => (format!("{folder}/{locale}.md"), Some("+++\ntitle = \n".to_owned())),
        7 => (
            format!("{folder}/entry.toml"),
            Some(format!("category = \"it\"\nskills = [\"sql\", \"s{}\"]\n", number % 3)),
        ),
        8 => (
            format!("{folder}/entry.toml"),
            Some(format!("category = \"it\"\n[related]\njob-descriptions = [\"{other}\"]\n")),
        ),
        9 => (
            format!("locales/{locale}/site.ftl"),
            Some(format!("skill-sql = SQL {number}\nskill-s1 = One\nsite-name = Site {number}\n")),
        ),
        10 => (format!("locales/{locale}/site.ftl"), Some("skill-sql = { $\n".to_owned())),
        11 => (format!("locales/{locale}/site.ftl"), None),
        12 => ("themes/atlas/templates/partials/footer.html".to_owned(), Some(format!("<footer>{number}</footer>\n"))),
        13 => (
            "themes/atlas/templates/partials/footer.html".to_owned(),
            (random.below(2) == 0).then(|| "{% if %}".to_owned()),
        ),
        14 => ("content/categories/it/en.md".to_owned(), Some(article_text(&format!("Technology {number}")))),
        _ => {
            let fallback = random.of(&["", "[missing_translation]\npolicy = \"fallback\"\n"]);
            let mentions = random.of(&["", "[automatic_links]\ncollections = [\"job-descriptions\"]\nskills = true\n"]);
            let config = base_config();
            (
                "rolebook.toml".to_owned(),
                Some(format!("{config}{fallback}{mentions}[related]\nlimit = {}\n", number % 4)),
            )
        }
    }
}

fn base_config() -> String {
    let site = Site::new();
    let (_, config) = site.files().find(|(path, _)| *path == "rolebook.toml").unwrap();
    String::from_utf8(config.to_vec()).unwrap()
}

/// All that a site comes to: what is wrong, and every file.
fn outcome(Compiled { site, diagnostics }: Compiled) -> (String, BTreeMap<String, Vec<u8>>) {
    let said = format!("{diagnostics:?}");
    let Some(site) = site.filter(|_| !rolebook::diagnostic::has_errors(&diagnostics)) else {
        return (said, BTreeMap::new());
    };
    let renderer = Renderer::new(&site);
    let file = |(path, route)| {
        let bytes = match renderer.render(route) {
            Ok(Output::Bytes(bytes)) => bytes,
            Ok(Output::Held(bytes)) => bytes.to_vec(),
            Ok(Output::CopyOf(source)) => source.to_string_lossy().into_owned().into_bytes(),
            Err(diagnostic) => format!("{diagnostic:?}").into_bytes(),
        };
        (String::from(path), bytes)
    };
    (said, site.routes.iter().map(file).collect())
}

#[test]
fn a_site_that_is_made_again_is_the_one_made_from_nothing() {
    let mut random = Random(7);
    let mut files: BTreeMap<SourcePath, Vec<u8>> =
        Site::new().files().map(|(path, bytes)| (SourcePath::from(path), bytes.to_vec())).collect();
    for entry in ["pilot", "baker"] {
        let facts = SourcePath::from(format!("content/job-descriptions/{entry}/entry.toml"));
        files.insert(facts, b"category = \"it\"\n".to_vec());
        files
            .insert(SourcePath::from(format!("content/job-descriptions/{entry}/en.md")), role_text(entry).into_bytes());
    }
    let mut compiler = Compiler::default();
    let mut last_sound = files.clone();
    let (mut is_broken, mut sound) = (false, 0);
    for number in 0..edits() {
        let (path, text) = change(&mut random);
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
    assert!(sound > edits() / 3, "many of the sites can be published: {sound}");
}

#[test]
fn files_that_are_read_again_are_those_on_disk() {
    let folder = Folder::new(&Site::new());
    let root = folder.root();
    let mut random = Random(3);
    let mut sources = load::load(root).unwrap();
    for number in 0..edits() {
        let changed = move_files(&folder, &mut random);
        load::refresh(&mut sources, root, &changed).unwrap();
        assert!(sources == load::load(root).unwrap(), "after change {number} of {changed:?}");
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
