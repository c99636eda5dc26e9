//! A build beside the last one: whether anything has changed at all, and what the library is made from.

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Failure};
use crate::fingerprint::Fingerprint;
use crate::load::Sources;
use crate::load::beside::{Beside, KnownContents};
use crate::look::Looks;
use crate::parse;
use crate::place::SourcePath;
use crate::process;
use crate::resolve::Options;
use crate::resolve::library::Library;
use crate::shard::Shard;
use crate::write::{About, Flaw, OutputFolder, Record, Trust};

/// What a build is made from, beside what the last one was made from.
pub struct Comparison {
    everything: Fingerprint,
    /// The same for all parts of a site.
    site: Fingerprint,
    part: Option<Shard>,
    /// All that the library is made from but for the front matter of texts, whose bodies are no part of it.
    without_texts: Fingerprint,
    /// What lies beside texts.
    beside: Looks,
    last: Record,
    is_current: bool,
}

impl Comparison {
    /// Compares a site's sources with what the last build was made from, and an output with how it was left.
    ///
    /// # Errors
    ///
    /// If the record of the last build cannot be read.
    pub fn of(sources: &Sources, options: &Options, output: &OutputFolder, trust: Trust) -> Result<Self, Failure> {
        let Sources { files, from_program, beside, static_files, faults, lookalikes, known_contents: _ } = sources;
        let program = process::program();
        let hashes: Vec<(&SourcePath, Fingerprint)> =
            files.par_iter().map(|(path, bytes)| (path, Fingerprint::of(bytes))).collect();
        let whole = Options { shard: None, ..options.clone() };
        // Of what is copied only the names: machines that make parts of one site have it under looks of their own.
        let copied = (static_files.keys().collect::<Vec<_>>(), beside.keys().collect::<Vec<_>>());
        let frame = (program, whole, from_program, copied, faults, lookalikes);
        let not_of_texts: Vec<_> = hashes.iter().filter(|(path, _)| !parse::is_text(path)).collect();
        let (site, without_texts) =
            (Fingerprint::of_value(&(&frame, &hashes)), Fingerprint::of_value(&(&frame, not_of_texts)));
        let everything = options.shard.map_or(site, |part| Fingerprint::of_value(&(site, part)));
        let last = Record::of(output, trust)?;
        let beside = Looks::of(beside.values().filter_map(Beside::look));
        let is_current = last.is_current(everything, static_files, beside, output);
        Ok(Self { everything, site, part: options.shard, without_texts, beside, last, is_current })
    }

    /// The record of the last build and what that was, if this one would publish the same.
    #[must_use]
    pub fn current(&self) -> Option<(&Record, &About)> {
        self.last.about().filter(|_| self.is_current).map(|about| (&self.last, about))
    }

    /// What to keep in mind of this build, which made so many pages of each locale and found this wrong.
    #[must_use]
    pub fn about(&self, pages: Vec<(String, usize)>, diagnostics: Vec<Diagnostic>) -> About {
        let part = self.part.map(|part| (part.index() + 1, part.count()));
        About {
            everything: self.everything,
            site: self.site,
            part,
            beside: Some(self.beside.fingerprint),
            began: 0,
            folder: None,
            pages,
            diagnostics,
        }
    }

    /// Why the record of the last build is not believed, if there is one that is not.
    #[must_use]
    pub fn flaw(&self) -> Option<Flaw> {
        self.last.flaw()
    }

    /// What is known to be in files that the last build copied.
    #[must_use]
    pub fn known_contents(&self) -> KnownContents {
        self.last.known_contents()
    }

    /// The fingerprint of all that a library is made from.
    #[must_use]
    pub fn library(&self, library: &Library) -> Fingerprint {
        let texts: Vec<_> = library.front_matter().collect();
        Fingerprint::of_value(&(self.without_texts, texts))
    }

    /// What the last build made, and from what.
    #[must_use]
    pub fn into_last(self) -> Record {
        self.last
    }
}
