//! A small site of which files are exchanged, again and again.

use std::path::PathBuf;

use crate::diagnostic::Diagnostic;
use crate::load::{STATIC, Sources};
use crate::pipeline::{Compiled, Compiler, Timings};
use crate::place::{Place, SourcePath};
use crate::resolve::Options;

/// The configuration of the site, which has two languages, roles and articles.
pub(super) const CONFIG: &str = include_str!("bench/rolebook.toml");

/// A page of any kind. It is well-formed XML as long as everything that is put into it is.
const PAGE: &str = include_str!("bench/page.html");

/// The messages that every site has, and two that pages show.
const MESSAGES: &str = include_str!("bench/messages.ftl");

/// A text of any kind but a role.
pub(super) const TEXT: &str = "+++\ntitle = \"B\"\nsummary = \"S\"\n+++\n\nB\n";

/// The site.
pub(super) struct Bench {
    sources: Sources,
    compiler: Compiler,
}

impl Default for Bench {
    fn default() -> Self {
        let mut files = vec![
            ("rolebook.toml".to_owned(), CONFIG),
            ("themes/bare/locales/en/messages.ftl".to_owned(), MESSAGES),
            ("content/articles/b/en.md".to_owned(), TEXT),
        ];
        let templates = crate::parse::theme::TEMPLATES.iter().chain(&["search.html"]);
        files.extend(templates.map(|template| (format!("themes/bare/templates/{template}"), PAGE)));
        let sources = Sources::in_memory(files.into_iter().map(|(path, text)| (path.into(), text.into())));
        Self { sources, compiler: Compiler::default() }
    }
}

impl Bench {
    /// What becomes of the site with other files. That mistakes are said well is asked of each.
    pub(super) fn compile(&mut self, files: &[(&str, &[u8])], static_files: &[&str]) -> Compiled {
        let mut sources = self.sources.clone();
        sources.files.extend(files.iter().map(|(path, bytes)| (SourcePath::from(*path), (*bytes).into())));
        sources.static_files =
            static_files.iter().map(|file| ((*file).to_owned(), PathBuf::from(format!("/{STATIC}/{file}")))).collect();
        let begun = self.compiler.begin(&sources, &Options::default(), &mut Timings::default());
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
        assert!(name.is_some_and(|name| sources.static_files.contains_key(name)), "no such file: {diagnostic:?}");
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
