//! A build beside the last one: whether anything has changed at all, and what the library is made from.

use std::path::Path;

use rayon::prelude::*;

use crate::fingerprint::Fingerprint;
use crate::load::Sources;
use crate::parse;
use crate::place::SourcePath;
use crate::process;
use crate::resolve::Options;
use crate::resolve::library::Library;
use crate::write::Record;

/// What a build is made from, beside what the last one was made from.
pub struct Comparison {
    everything: Fingerprint,
    /// All that the library is made from but for the front matter of texts, whose bodies are no part of it.
    without_texts: Fingerprint,
    last: Option<Record>,
    is_current: bool,
}

impl Comparison {
    /// Compares a site's sources with what the last build was made from, and an output with how it was left.
    #[must_use]
    pub fn of(sources: &Sources, options: &Options, output: &Path) -> Self {
        let Sources { files, from_program, static_files, faults } = sources;
        let program = process::program();
        let hashes: Vec<(&SourcePath, Fingerprint)> =
            files.par_iter().map(|(path, bytes)| (path, Fingerprint::of(bytes))).collect();
        let frame = (program, options, from_program, static_files.keys().collect::<Vec<_>>(), faults);
        let not_of_texts: Vec<_> = hashes.iter().filter(|(path, _)| !parse::is_text(path)).collect();
        let (everything, without_texts) =
            (Fingerprint::of_value(&(&frame, &hashes)), Fingerprint::of_value(&(&frame, not_of_texts)));
        let last = Record::read(output);
        let is_current = last.as_ref().is_some_and(|last| last.is_current(everything, static_files, output));
        Self { everything, without_texts, last, is_current }
    }

    /// What the last build published, if this one would publish the same.
    #[must_use]
    pub fn current(&self) -> Option<&Record> {
        self.last.as_ref().filter(|_| self.is_current)
    }

    /// The fingerprint of all sources together.
    #[must_use]
    pub fn everything(&self) -> Fingerprint {
        self.everything
    }

    /// The fingerprint of all that a library is made from.
    #[must_use]
    pub fn library(&self, library: &Library) -> Fingerprint {
        let texts: Vec<_> = library.front_matter().collect();
        Fingerprint::of_value(&(self.without_texts, texts))
    }

    /// What the last build made, and from what.
    #[must_use]
    pub fn into_last(self) -> Option<Record> {
        self.last
    }
}
