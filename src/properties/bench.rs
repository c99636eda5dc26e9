//! A small site of which files are exchanged, again and again.

use std::path::PathBuf;

use crate::diagnostic::Diagnostic;
use crate::load::{BUILT_IN_THEME, CONFIG_FILE, STATIC, Sources};
use crate::pipeline::{Compiled, Compiler, Timings};
use crate::place::{Place, SourcePath};
use crate::resolve::{Drafts, Options};

/// The configuration of the site, which has two languages and a collection of each kind.
pub(super) const CONFIG: &str = include_str!("bench/rolebook.toml");

/// A text of any kind but a role.
pub(super) const TEXT: &str = "+++\ntitle = \"B\"\nsummary = \"S\"\n+++\n\nB\n";

/// The files of the site that are text, but for the theme's.
const FILES: [(&str, &str); 3] = [
    (CONFIG_FILE, CONFIG),
    ("content/articles/b/en.md", TEXT),
    ("content/blocks/x/en.md", "At {company} we say [b](@articles/b) & **c**.\n"),
];

/// A picture beside an article.
const PICTURE: (&str, &[u8]) =
    ("content/articles/a/p.png", b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x03\0\0\0\x02\x08\0\0\0\0....");

/// The names under which the theme is there: that which the configuration gives it, and that of the theme in the program, of which
/// only the options are left. A theme is compiled whenever another was used before, so a small one saves most of the time.
const THEMES: [&str; 2] = ["bare", BUILT_IN_THEME];

/// The files of the theme. A page is well-formed XML as long as everything that is put into it is.
const THEME: [(&str, &str); 3] = [
    ("locales/en/messages.ftl", include_str!("bench/messages.ftl")),
    ("templates/home.html", include_str!("bench/home.html")),
    ("templates/role.html", include_str!("bench/role.html")),
];

/// The other templates of the theme, and what they are like.
const OTHERS: [(&str, &str); 6] = [
    ("article.html", "role.html"),
    ("category.html", "role.html"),
    ("languages.html", "home.html"),
    ("listing.html", "home.html"),
    ("not-found.html", "home.html"),
    ("search.html", "home.html"),
];

/// The site.
pub(super) struct Bench {
    sources: Sources,
    compiler: Compiler,
}

impl Default for Bench {
    fn default() -> Self {
        let files = FILES.map(|(path, text)| (path.into(), text.as_bytes().to_vec()));
        let picture = (PICTURE.0.into(), PICTURE.1.to_vec());
        let mut sources =
            Sources::in_memory(files.into_iter().chain([picture]).chain(THEMES.into_iter().flat_map(theme)));
        let is_kept = |path: &SourcePath| path.as_str().ends_with("/theme.toml");
        let Sources { files, from_program, .. } = &mut sources;
        files.retain(|path, _| !from_program.contains(path) || is_kept(path));
        from_program.retain(is_kept);
        Self { sources, compiler: Compiler::default() }
    }
}

/// The files of the theme under a name.
fn theme(name: &str) -> impl Iterator<Item = (SourcePath, Vec<u8>)> {
    let files = THEME.into_iter().map(|(file, text)| (file.to_owned(), text.to_owned()));
    let others = OTHERS
        .into_iter()
        .map(|(template, like)| (format!("templates/{template}"), format!("{{% extends \"{like}\" %}}")));
    files.chain(others).map(move |(file, text)| (format!("themes/{name}/{file}").into(), text.into_bytes()))
}

impl Bench {
    /// What becomes of the site with other files. That mistakes are said well is asked of each.
    pub(super) fn compile(&mut self, files: &[(&str, &[u8])], static_files: &[&str]) -> Compiled {
        let mut sources = self.sources.clone();
        sources.files.extend(files.iter().map(|(path, bytes)| (SourcePath::from(*path), (*bytes).into())));
        sources.static_files =
            static_files.iter().map(|file| ((*file).to_owned(), PathBuf::from(format!("/{STATIC}/{file}")))).collect();
        // Nothing is left out because it is a draft.
        let options = Options { drafts: Drafts::Include, ..Options::default() };
        let begun = self.compiler.begin(&sources, &options, &mut Timings::default());
        let compiled = self.compiler.finish(begun, &mut Timings::default(), |_, _| {});
        for diagnostic in &compiled.diagnostics {
            is_said_well(diagnostic, &sources);
        }
        compiled
    }
}

/// A mistake has words, and stands at a place that its file has.
fn is_said_well(diagnostic: &Diagnostic, sources: &Sources) {
    assert!(!diagnostic.message.is_empty() && diagnostic.help.as_deref() != Some(""), "words: {diagnostic:?}");
    let Some(Place { file, line, column, length }) = &diagnostic.place else { return };
    let Some(bytes) = sources.files.get(file) else {
        let name = file.as_str().strip_prefix(STATIC).and_then(|name| name.strip_prefix('/'));
        let is_there =
            sources.beside.contains_key(file) || name.is_some_and(|name| sources.static_files.contains_key(name));
        assert!(is_there, "no such file: {diagnostic:?}");
        return;
    };
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let line = text.split('\n').nth(line.wrapping_sub(1)).unwrap_or_else(|| panic!("no such line: {diagnostic:?}"));
    let characters = line.chars().count();
    // What is missing is missing behind the last character.
    let end = column + length - 1;
    assert!(*column > 0 && *length > 0 && end <= characters.max(column - 1) + 1, "outside of its line: {diagnostic:?}");
    assert!(*column <= characters + 1, "outside of its line: {diagnostic:?}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::has_errors;

    #[test]
    fn the_site_is_sound() {
        let compiled = Bench::default().compile(&[], &[]);
        let said: Vec<_> = compiled.diagnostics.iter().map(|diagnostic| &diagnostic.message).collect();
        assert!(!has_errors(&compiled.diagnostics), "{said:?}");
    }
}
