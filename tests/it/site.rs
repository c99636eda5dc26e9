//! A site in memory, to be built and looked at.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rolebook::commands::report;
use rolebook::load::Sources;
use rolebook::parse::address::read_base_url;
use rolebook::pipeline::{Compiled, Timings, compile};
use rolebook::place::SourcePath;
use rolebook::plan::Route;
use rolebook::render::{Output, Renderer};
use rolebook::resolve::{Drafts, Options, PseudoLocales};

const SMALL: &[(&str, &str)] = &[
    (
        "rolebook.toml",
        r#"base_url = "https://example.org/"
default_locale = "en"

[[locales]]
code = "en"
name = "English"

[[locales]]
code = "de"
name = "Deutsch"

[[collections]]
id = "job-descriptions"
kind = "role"

[[collections]]
id = "categories"
kind = "category"
"#,
    ),
    ("content/categories/it/entry.toml", ""),
    (
        "content/categories/it/en.md",
        "+++\ntitle = \"Technology\"\nsummary = \"Work with computers.\"\n+++\n\nAll about it.\n",
    ),
    (
        "content/categories/it/de.md",
        "+++\ntitle = \"Technik\"\nsummary = \"Arbeit mit Rechnern.\"\n+++\n\nAlles dazu.\n",
    ),
    ("content/job-descriptions/tester/entry.toml", "category = \"it\"\n"),
    (
        "content/job-descriptions/tester/en.md",
        r#"+++
title = "Tester"
summary = "Finds faults."
+++

## brief

We test at {company}.

## responsibilities

- Test

## requirements

- Patience
"#,
    ),
    (
        "content/job-descriptions/tester/de.md",
        r#"+++
title = "Tester (m/w/d)"
slug = "tester"
summary = "Findet Fehler."
+++

## brief

Wir testen.

## responsibilities

- Testen

## requirements

- Geduld
"#,
    ),
    ("content/job-descriptions/writer/entry.toml", "category = \"it\"\n"),
    (
        "content/job-descriptions/writer/en.md",
        r#"+++
title = "Writer"
summary = "Writes."
updated = 2026-11-02
+++

## brief

We write with [testers](@job-descriptions/tester).

## responsibilities

- Write

## requirements

- Words
"#,
    ),
];

/// A site that is changed step by step and then looked at.
#[derive(Clone)]
pub(crate) struct Site {
    files: BTreeMap<String, Vec<u8>>,
    static_files: BTreeSet<String>,
    options: Options,
}

impl Site {
    /// A sound site in English and German: the category `it`, the roles `tester` (both languages) and `writer` (English).
    pub(crate) fn new() -> Self {
        let files = SMALL.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
        Self { files, static_files: BTreeSet::new(), options: Options::default() }
    }

    /// Adds or replaces a file.
    pub(crate) fn file(mut self, path: &str, text: impl AsRef<[u8]>) -> Self {
        self.files.insert(path.to_owned(), text.as_ref().to_vec());
        self
    }

    /// Adds a file to `static/`, of which only the name counts in memory.
    pub(crate) fn static_file(mut self, path: &str) -> Self {
        self.static_files.insert(path.to_owned());
        self
    }

    /// Takes a file away.
    pub(crate) fn without(mut self, path: &str) -> Self {
        assert!(self.files.remove(path).is_some(), "the site has no `{path}`");
        self
    }

    /// Takes all files away.
    pub(crate) fn without_files(mut self) -> Self {
        self.files.clear();
        self
    }

    /// Replaces a part of a file.
    pub(crate) fn replace(self, path: &str, from: &str, to: &str) -> Self {
        let text = String::from_utf8(self.files[path].clone()).unwrap();
        assert!(text.contains(from), "`{path}` has no `{from}`");
        self.file(path, text.replacen(from, to, 1))
    }

    /// Adds to the end of a file.
    pub(crate) fn append(mut self, path: &str, text: &str) -> Self {
        self.files.entry(path.to_owned()).or_default().extend_from_slice(text.as_bytes());
        self
    }

    /// The same site with a theme of somebody else's, whose pages have their title.
    pub(crate) fn with_plain_theme(self) -> Self {
        let words = [
            "site-name",
            "home-summary",
            "breadcrumb-home",
            "languages-title",
            "languages-summary",
            "not-found-title",
            "not-found-summary",
            "section-brief",
            "section-responsibilities",
            "section-requirements",
            "placeholder-company",
            "related-heading",
        ];
        let words = words.map(|id| format!("{id} = {id}\n")).concat();
        let site =
            self.replace("rolebook.toml", "default_locale = \"en\"\n", "default_locale = \"en\"\ntheme = \"plain\"\n");
        let site = site.file("themes/plain/locales/en/words.ftl", words);
        let templates = ["role", "article", "category", "home", "languages", "listing", "not-found"];
        templates.iter().fold(site, |site, template| {
            site.file(&format!("themes/plain/templates/{template}.html"), "{{ page.title }}")
        })
    }

    /// Builds with drafts.
    pub(crate) fn with_drafts(mut self) -> Self {
        self.options.drafts = Drafts::Include;
        self
    }

    /// Builds with pseudo-locales, or without.
    pub(crate) fn with_pseudo_locales(mut self, pseudo_locales: PseudoLocales) -> Self {
        self.options.pseudo_locales = pseudo_locales;
        self
    }

    /// Builds for another address.
    pub(crate) fn base_url(mut self, url: &str) -> Self {
        self.options.base_url = Some(read_base_url(url).unwrap());
        self
    }

    /// The files, to be put on disk.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// The site before rendering.
    pub(crate) fn compile(&self) -> Compiled {
        compile(&self.sources(), &self.options, &mut Timings::default())
    }

    /// The site before rendering, must be free of errors.
    pub(crate) fn sound(&self) -> rolebook::site::Site {
        let compiled = self.compile();
        assert!(!rolebook::diagnostic::has_errors(&compiled.diagnostics), "{}", self.diagnostics());
        compiled.site.unwrap()
    }

    /// What an author sees of the mistakes, including those that rendering finds.
    pub(crate) fn diagnostics(&self) -> String {
        let Compiled { site, mut diagnostics } = self.compile();
        if let Some(site) = site.filter(|_| !rolebook::diagnostic::has_errors(&diagnostics)) {
            let renderer = Renderer::new(&site);
            diagnostics.extend(
                site.routes.iter().filter_map(|(_, route)| renderer.render(route).err().map(|mistake| *mistake)),
            );
            rolebook::diagnostic::sort(&mut diagnostics);
        }
        let shown = report::human(&diagnostics, &self.sources());
        anstream::adapter::strip_str(&shown).to_string().trim_end().to_owned()
    }

    /// What an author of a site with many mistakes sees of them: each once, the most important first.
    pub(crate) fn digest(&self) -> String {
        let shown = report::digest(&self.compile().diagnostics, &self.sources());
        anstream::adapter::strip_str(&shown).to_string().trim_end().to_owned()
    }

    /// What GitHub Actions are told of the mistakes.
    pub(crate) fn github(&self) -> String {
        report::github(&self.compile().diagnostics, "sites/jobs".as_ref())
    }

    /// A file of the output as text.
    pub(crate) fn page(&self, path: &str) -> String {
        self.output().remove(path).unwrap_or_else(|| panic!("there is no `{path}` in the output"))
    }

    /// All rendered files of the output that are text.
    pub(crate) fn output(&self) -> BTreeMap<String, String> {
        let site = self.sound();
        let renderer = Renderer::new(&site);
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        let held = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let files =
            site.routes.iter().filter(|(_, route)| !matches!(route, Route::Document(..) | Route::SocialImage(_))).map(
                |(path, route)| {
                    let text = match renderer.render(route).unwrap() {
                        Output::Bytes(bytes) => text(&bytes),
                        Output::Held(bytes) => held(bytes),
                        Output::CopyOf(source, _) => format!("copy of {}", source.display()),
                    };
                    (path.to_string(), text)
                },
            );
        files.collect()
    }

    /// A file of the output that is no text.
    pub(crate) fn binary(&self, path: &str) -> Vec<u8> {
        let site = self.sound();
        let route = site.routes.get(path).unwrap_or_else(|| panic!("there is no `{path}` in the output"));
        match Renderer::new(&site).render(route).unwrap() {
            Output::Bytes(bytes) => bytes,
            _ => panic!("`{path}` is not made by the program"),
        }
    }

    fn sources(&self) -> Sources {
        let files = self.files.iter().map(|(path, bytes)| (SourcePath::from(path.as_str()), bytes.clone()));
        let mut sources = Sources::in_memory(files);
        sources.static_files =
            self.static_files.iter().map(|file| (file.clone(), Path::new("static").join(file))).collect();
        sources
    }
}

/// A role's text that has all it must have.
pub(crate) fn role_text(title: &str) -> String {
    format!(
        "+++\ntitle = \"{title}\"\nsummary = \"x\"\n+++\n\n\
         ## brief\n\nx\n\n## responsibilities\n\n- x\n\n## requirements\n\n- x\n"
    )
}

/// An article's text that has all it must have.
pub(crate) fn article_text(title: &str) -> String {
    format!("+++\ntitle = \"{title}\"\nsummary = \"x\"\n+++\n\nx\n")
}

/// Whether a file of the output is a page.
pub(crate) fn is_page(path: &str) -> bool {
    path.rsplit('.').next() == Some("html")
}

/// The part of a text from one mark to the next, marks included.
pub(crate) fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let start = text.find(from).unwrap_or_else(|| panic!("no `{from}` in:\n{text}"));
    let end = text[start..].find(to).unwrap_or_else(|| panic!("no `{to}` after `{from}` in:\n{text}"));
    &text[start..start + end + to.len()]
}
