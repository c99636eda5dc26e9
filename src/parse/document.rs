//! One source file while it is being parsed: its text, and what is wrong in it.

use std::borrow::Cow;
use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::CowStr;

use crate::diagnostic::{Code, Diagnostic};
use crate::legible::{self, is_legible, is_override};
use crate::limits::MISTAKES;
use crate::place::{Located, Place, Ruler, SourcePath};

/// A file's text together with the mistakes found in it so far.
pub(super) struct Document<'t> {
    pub(super) file: &'t SourcePath,
    pub(super) text: &'t str,
    /// Whether Markdown in it may hold characters that no text is to hold: as they are, or as `&#1;`.
    pub(super) is_suspect: bool,
    ruler: Ruler,
    diagnostics: RefCell<Vec<Diagnostic>>,
    /// What is said once a site, in whatever files it is found.
    said_once: RefCell<Vec<Diagnostic>>,
    /// Escapes of characters that feeds and Word files cannot hold.
    left_out: RefCell<Vec<Range<usize>>>,
}

impl<'t> Document<'t> {
    /// Takes a file's bytes; what is not UTF-8 is reported, and there is then nothing to parse.
    pub(super) fn new(file: &'t SourcePath, bytes: &'t [u8]) -> Result<Self, Box<Diagnostic>> {
        let problem = |valid: &[u8], message: &str| {
            let readable = String::from_utf8_lossy(valid);
            let place = Place::of(file, &readable, readable.len()..readable.len());
            let diagnostic = Diagnostic::error(Code::InvalidEncoding, message).at(place);
            Box::new(diagnostic.help("save the file as UTF-8 text"))
        };
        let text = simdutf8::compat::from_utf8(bytes)
            .map_err(|error| problem(&bytes[..error.valid_up_to()], "this is not UTF-8 text"))?;
        if let Some(at) = memchr::memchr(0, bytes) {
            return Err(problem(&bytes[..at], "this is not text: it holds the character U+0000"));
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let is_text = legible::is_text(text);
        let is_suspect = !is_text || memchr::memmem::find(bytes, b"&#").is_some();
        let document = Self::with(file, text, is_suspect);
        let replaced = char::REPLACEMENT_CHARACTER.encode_utf8(&mut [0; 4]).to_owned();
        for at in memchr::memmem::find_iter(text.as_bytes(), &replaced) {
            let message = "`\u{fffd}` stands where a letter was lost";
            let diagnostic = Diagnostic::warning(Code::InvalidEncoding, message);
            document.report(
                diagnostic.help("write the letter again and save the file as UTF-8 text"),
                at..at + replaced.len(),
            );
        }
        if !is_text {
            for (at, c) in text.char_indices().filter(|(_, c)| !is_legible(*c)) {
                document.report(illegible(c), at..at + c.len_utf8());
            }
        }
        for (at, c, end) in legible::unclosed(text) {
            document.report(unclosed(c, end), at..at + c.len_utf8());
        }
        Ok(document)
    }

    fn with(file: &'t SourcePath, text: &'t str, is_suspect: bool) -> Self {
        let ruler = Ruler::default();
        let (diagnostics, said_once, left_out) = Default::default();
        Self { file, text, is_suspect, ruler, diagnostics, said_once, left_out }
    }

    /// Words of the document without the characters that no text is to hold. Those that stand in the document
    /// have been reported, those that are written as escapes are reported here.
    pub(super) fn legible<'w>(&self, words: &'w str, range: &Range<usize>) -> Cow<'w, str> {
        let legible = legible::text(words);
        if let Cow::Owned(_) = legible {
            let source = &self.text[range.clone()];
            let illegible_letters: BTreeSet<char> = words.chars().filter(|c| !is_legible(*c)).collect();
            for c in illegible_letters.into_iter().filter(|c| !source.contains(*c)) {
                self.report(illegible(c), range.clone());
            }
        }
        legible
    }

    /// The same of words that the Markdown library has found in the document.
    pub(super) fn legible_markdown<'w>(&self, words: CowStr<'w>, range: &Range<usize>) -> CowStr<'w> {
        if !self.is_suspect {
            return words;
        }
        match self.legible(&words, range) {
            Cow::Borrowed(_) => words,
            Cow::Owned(legible) => legible.into(),
        }
    }

    /// Reports the character that an escape stands for, which feeds and Word files cannot hold.
    pub(super) fn leave_out(&self, c: char, escape: Range<usize>) {
        self.report(illegible(c), escape.clone());
        self.left_out.borrow_mut().push(escape);
    }

    /// The text without the escapes that are left out; `None` if there are none.
    pub(super) fn without_left_out(&self) -> Option<String> {
        let mut left_out = self.left_out.borrow().clone();
        left_out.sort_by_key(|range| range.start);
        let mut text = String::with_capacity(self.text.len());
        let mut done = 0;
        for Range { start, end } in &left_out {
            text.push_str(&self.text[done..(*start).max(done)]);
            done = done.max(*end);
        }
        text.push_str(&self.text[done..]);
        (!left_out.is_empty()).then_some(text)
    }

    pub(super) fn place(&self, range: Range<usize>) -> Place {
        self.ruler.place(self.file, self.text, range)
    }

    pub(super) fn located<T>(&self, value: T, range: Range<usize>) -> Located<T> {
        Located { value, place: self.place(range) }
    }

    /// Records a mistake at a range of bytes.
    pub(super) fn report(&self, diagnostic: Diagnostic, range: Range<usize>) {
        let mut diagnostics = self.diagnostics.borrow_mut();
        match diagnostics.len().cmp(&MISTAKES) {
            Ordering::Less => diagnostics.push(diagnostic.at(self.place(range))),
            Ordering::Equal => {
                let message = format!("this file has more than {MISTAKES} mistakes, of which the others are not shown");
                let limit = Diagnostic::error(Code::Limit, message).help("mend those that are shown first");
                diagnostics.push(limit.at(self.place(range)));
            }
            Ordering::Greater => {}
        }
    }

    /// Records a mistake that is said once a site, if other files have the same.
    pub(super) fn report_once(&self, diagnostic: Diagnostic, range: Range<usize>) {
        self.said_once.borrow_mut().push(diagnostic.at(self.place(range)));
    }

    /// Records a mistake at a place that is already known.
    pub(super) fn report_at(&self, diagnostic: Diagnostic, place: &Place) {
        self.diagnostics.borrow_mut().push(diagnostic.at(place.clone()));
    }

    /// Another text of the same file, as long as this one.
    pub(super) fn with_text<'o>(&self, text: &'o str) -> Document<'o>
    where
        't: 'o,
    {
        Document::with(self.file, text, self.is_suspect)
    }

    /// Takes over what is wrong in another text of the same file.
    pub(super) fn adopt(&self, other: Document) {
        self.diagnostics.borrow_mut().extend(other.into_diagnostics());
    }

    /// What was wrong.
    pub(super) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.diagnostics.into_inner()
    }

    /// What was wrong, in this file alone and of what is said once a site.
    pub(super) fn into_all_diagnostics(self) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
        (self.diagnostics.into_inner(), self.said_once.into_inner())
    }
}

fn illegible(c: char) -> Diagnostic {
    let why = if is_override(c) { "it turns letters round" } else { "feeds and Word files cannot hold it" };
    let message = format!("the character U+{:04X} is left out: {why}", u32::from(c));
    Diagnostic::warning(Code::InvalidEncoding, message).help("remove it; nobody can see it")
}

fn unclosed(c: char, end: char) -> Diagnostic {
    let message = format!("the character U+{:04X} changes the direction of text, and nothing ends it", u32::from(c));
    let help = format!("put U+{:04X} where it is to end, or remove it; nobody can see it", u32::from(end));
    Diagnostic::warning(Code::InvalidEncoding, message).help(help)
}
