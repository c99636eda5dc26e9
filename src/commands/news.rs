//! What is new since the mistakes of a site were last shown.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::load::{CONFIG_FILE, Sources};
use crate::place::SourcePath;
use crate::serve::snapshot::LookedAt;

/// The mistakes that have been shown.
#[derive(Default)]
pub(super) struct Told(Vec<Known>);

/// A mistake, and the line in which it is.
#[derive(Clone)]
struct Known {
    diagnostic: Diagnostic,
    line: Option<String>,
}

/// What has become of the mistakes of a site.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct News {
    /// Those that were not there before.
    pub(super) new: Vec<Diagnostic>,
    /// Those that are no longer there.
    pub(super) solved: Vec<Diagnostic>,
}

impl Told {
    /// Takes note of all mistakes that a site has now, and says what is new.
    pub(super) fn update(&mut self, diagnostics: &[Diagnostic], sources: &Sources, looked_at: LookedAt) -> News {
        let now = with_lines(diagnostics, sources);
        let (mut gone, mut new) = (std::mem::replace(&mut self.0, now.clone()), now);
        // A mistake moves with its text: first those that have stayed where they were are found, then those whose line
        // reads as before, then the rest of what is said of the file.
        for key in [Known::as_it_is, Known::by_line, Known::by_file] {
            pair_off(&mut gone, &mut new, key);
        }
        // What could not be looked at is neither solved nor, when it can be looked at again, new.
        let unread = unread(diagnostics);
        let is_guess = looked_at == LookedAt::Configuration || unread.iter().any(|file| file.as_str() == CONFIG_FILE);
        let is_open = |known: &mut Known| is_guess || known.file().is_some_and(|file| unread.contains(file));
        self.0.extend(gone.extract_if(.., is_open));
        let diagnostics = |known: Vec<Known>| known.into_iter().map(|known| known.diagnostic).collect();
        News { new: diagnostics(new), solved: diagnostics(gone) }
    }
}

/// Diagnostics with their lines. Each file is divided into lines only once, as it may have thousands of mistakes.
fn with_lines(diagnostics: &[Diagnostic], sources: &Sources) -> Vec<Known> {
    let mut files: BTreeMap<&SourcePath, Vec<&str>> = BTreeMap::new();
    let mut known = |diagnostic: &Diagnostic| {
        let line = diagnostic.place.as_ref().and_then(|place| {
            let (file, _) = sources.files.get_key_value(&place.file)?;
            let lines = files.entry(file).or_insert_with(|| sources.text(file).unwrap_or_default().lines().collect());
            lines.get(place.line - 1).map(|line| (*line).to_owned())
        });
        Known { diagnostic: diagnostic.clone(), line }
    };
    diagnostics.iter().map(&mut known).collect()
}

/// The files of which an error hides what else is wrong.
fn unread(diagnostics: &[Diagnostic]) -> BTreeSet<&SourcePath> {
    let hides = |of: &&Diagnostic| {
        of.severity == Severity::Error && [Code::Syntax, Code::InvalidEncoding, Code::Template].contains(&of.code)
    };
    diagnostics.iter().filter(hides).filter_map(|of| of.place.as_ref()).map(|place| &place.file).collect()
}

impl Known {
    fn file(&self) -> Option<&SourcePath> {
        self.diagnostic.place.as_ref().map(|place| &place.file)
    }

    fn as_it_is(&self) -> String {
        format!("{:?} {:?}", self.diagnostic, self.line)
    }

    fn by_line(&self) -> String {
        format!("{} {:?}", self.by_file(), self.line)
    }

    fn by_file(&self) -> String {
        let Diagnostic { code, severity, message, place: _, locale, help } = &self.diagnostic;
        format!("{:?}", (code, severity, message, self.file(), locale, help))
    }
}

/// Takes away what is in both lists by a key, one for one and in order.
fn pair_off(before: &mut Vec<Known>, now: &mut Vec<Known>, key: fn(&Known) -> String) {
    let mut unpaired: BTreeMap<String, VecDeque<Known>> = BTreeMap::new();
    for known in before.drain(..) {
        unpaired.entry(key(&known)).or_default().push_back(known);
    }
    now.retain(|known| unpaired.get_mut(&key(known)).and_then(VecDeque::pop_front).is_none());
    before.extend(unpaired.into_values().flatten());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::place::{Place, SourcePath};

    /// A file in which each line with an `x` is a mistake of the same words.
    fn mistakes(text: &str) -> (Vec<Diagnostic>, Sources) {
        let file = SourcePath::from("content/a/b/en.md");
        let lines = (1..).zip(text.lines()).filter(|(_, line)| line.contains('x'));
        let place = |line| Place { file: file.clone(), line, column: 1, length: 1 };
        let found = lines.map(|(line, _)| Diagnostic::warning(Code::RawHtml, "an x").at(place(line))).collect();
        (found, Sources::in_memory([(file.clone(), text.into())]))
    }

    #[test]
    fn only_what_was_not_there_is_new() {
        for (what, before, now, new, solved) in [
            ("nothing has changed", "x1\nx2", "x1\nx2", vec![], vec![]),
            ("the text has moved down", "x1\nx2", "a\n\nx1\nx2", vec![], vec![]),
            ("one comes above", "x1\nx2", "x0\nx1\nx2", vec![1], vec![]),
            ("one comes between, all move", "x1\nx2", "a\nx1\nx0\nx2", vec![3], vec![]),
            ("the line of one was edited", "x1\nx2", "x1\nx2 more", vec![], vec![]),
            ("the same line once more", "x1", "x1\nx1", vec![2], vec![]),
            ("one of two goes", "x1\nx2", "x2", vec![], vec![1]),
            ("one comes, another goes, far apart", "x1\nx2\na", "x1\na\na", vec![], vec![2]),
            ("all go", "x1\nx2", "a", vec![], vec![1, 2]),
        ] {
            let mut told = Told::default();
            let (diagnostics, sources) = mistakes(before);
            assert_eq!(
                told.update(&diagnostics, &sources, LookedAt::Everything).new,
                diagnostics,
                "{what}: at first all is new"
            );
            let (diagnostics, sources) = mistakes(now);
            let news = told.update(&diagnostics, &sources, LookedAt::Everything);
            let lines = |of: Vec<Diagnostic>| of.iter().map(|of| of.place.as_ref().unwrap().line).collect::<Vec<_>>();
            assert_eq!((lines(news.new), lines(news.solved)), (new, solved), "{what}");
        }
    }

    #[test]
    fn another_word_or_file_or_severity_is_news() {
        let place = |file: &str| Place { file: file.into(), line: 1, column: 1, length: 1 };
        let one = Diagnostic::warning(Code::RawHtml, "an x").at(place("a.md"));
        let sources = Sources::in_memory([]);
        for other in [
            Diagnostic::error(Code::RawHtml, "an x").at(place("a.md")),
            Diagnostic::warning(Code::RawHtml, "a y").at(place("a.md")),
            Diagnostic::warning(Code::RawHtml, "an x").at(place("b.md")),
            Diagnostic::warning(Code::RawHtml, "an x"),
        ] {
            let mut told = Told::default();
            told.update(std::slice::from_ref(&one), &sources, LookedAt::Everything);
            let news = told.update(std::slice::from_ref(&other), &sources, LookedAt::Everything);
            assert_eq!(news, News { new: vec![other], solved: vec![one.clone()] });
        }
    }

    #[test]
    fn what_cannot_be_looked_at_is_neither_solved_nor_new() {
        let place = |file: &str, line| Place { file: file.into(), line, column: 1, length: 1 };
        let of = |file| Diagnostic::warning(Code::RawHtml, "an x").at(place(file, 1));
        let broken = |file| Diagnostic::error(Code::Syntax, "unreadable").at(place(file, 2));
        let (one, other) = (of("a.md"), of("b.md"));
        let sources = Sources::in_memory([]);
        let mut told = Told::default();
        let mut update = |diagnostics: &[Diagnostic], looked_at| told.update(diagnostics, &sources, looked_at);
        update(&[one.clone(), other.clone()], LookedAt::Everything);

        let unusable = Diagnostic::error(Code::MissingKey, "unusable").at(place("rolebook.toml", 1));
        for (config, looked_at) in
            [(broken("rolebook.toml"), LookedAt::Everything), (unusable, LookedAt::Configuration)]
        {
            let news = update(std::slice::from_ref(&config), looked_at);
            assert_eq!(news, News { new: vec![config.clone()], solved: vec![] });
            let news = update(&[one.clone(), other.clone()], LookedAt::Everything);
            assert_eq!(news, News { new: vec![], solved: vec![config] });
        }

        let text = broken("a.md");
        let news = update(std::slice::from_ref(&text), LookedAt::Everything);
        assert_eq!(news, News { new: vec![text.clone()], solved: vec![other] });
        let news = update(&[], LookedAt::Everything);
        assert_eq!(news.solved.len(), 2, "the text can be read, and has no other mistake: {news:?}");
    }
}
