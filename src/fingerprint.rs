//! Fingerprints: what the files of the output are made from, as hashes. A file whose fingerprint is that of the last build
//! would be made the same again.
//!
//! A page of an entry shows its own texts, its related entries, and of everything else only what stands in front matter,
//! facts, messages, theme and configuration. So a change in the Markdown of a text concerns the pages of its entry, and
//! the search index; any other change concerns all.

use std::collections::BTreeMap;
use std::io::{self, Read};

use rayon::prelude::*;
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

use crate::load::Sources;
use crate::parse::text;
use crate::place::SourcePath;
use crate::plan::{PageRoute, Route};
use crate::resolve::Options;
use crate::resolve::library::EntryIndex;
use crate::site::Site;

/// The hash of all that something is made from: XXH3 with 128 bits, <https://xxhash.com/>. Not for secrets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Fingerprint(u128);

impl Fingerprint {
    /// The fingerprint of something that is in memory.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(xxh3_128(bytes))
    }

    /// The fingerprint of what is read, piece by piece.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn of_stream(mut stream: impl Read) -> io::Result<Self> {
        let (mut hash, mut piece) = (Xxh3::new(), vec![0; 1 << 16]);
        loop {
            match stream.read(&mut piece)? {
                0 => return Ok(Self(hash.digest128())),
                length => hash.update(&piece[..length]),
            }
        }
    }
}

/// The fingerprints of what is in a site's sources.
pub struct Fingerprints {
    /// Of all but the Markdown of texts, and of the program and its options.
    frame: Fingerprint,
    /// Of the Markdown of an entry's texts, by the folder of the entry.
    bodies: BTreeMap<String, Fingerprint>,
    everything: Fingerprint,
}

impl Fingerprints {
    /// The fingerprints of sources for a program; `program` tells it from any other.
    #[must_use]
    pub fn new(sources: &Sources, options: &Options, program: &str) -> Self {
        let files: Vec<_> = sources.files.par_iter().map(|(path, bytes)| (path, split(path, bytes))).collect();
        let (mut frame, mut everything) = (Xxh3::new(), Xxh3::new());
        frame.update(format!("{program}\n{options:?}\n{:?}\n", sources.from_program).as_bytes());
        sources.static_files.keys().for_each(|file| frame.update(format!("{file}\n").as_bytes()));
        let mut bodies: BTreeMap<String, Xxh3> = BTreeMap::new();
        for (path, (front, body)) in files {
            frame.update(path.as_str().as_bytes());
            frame.update(&front.to_le_bytes());
            if let Some((folder, body)) = body {
                everything.update(&body.to_le_bytes());
                bodies.entry(folder.to_owned()).or_default().update(&body.to_le_bytes());
            }
        }
        let frame = frame.digest128();
        everything.update(&frame.to_le_bytes());
        let bodies = bodies.into_iter().map(|(folder, hash)| (folder, Fingerprint(hash.digest128()))).collect();
        Self { frame: Fingerprint(frame), bodies, everything: Fingerprint(everything.digest128()) }
    }

    /// The fingerprint of all sources together.
    #[must_use]
    pub fn everything(&self) -> Fingerprint {
        self.everything
    }

    /// The fingerprint of what a file of the output is made from. Of what is copied, the sources know no more than that it
    /// is there.
    #[must_use]
    pub fn of(&self, site: &Site, route: &Route) -> Fingerprint {
        match route {
            Route::Page(PageRoute::Entry(_, entry)) | Route::Document(_, entry) => self.of_entry(site, route, *entry),
            Route::SearchManifest(_) | Route::SearchShard(..) => self.everything,
            _ => self.frame,
        }
    }

    fn of_entry(&self, site: &Site, route: &Route, entry: EntryIndex) -> Fingerprint {
        let Fingerprint(frame) = self.frame;
        let mut hash = Xxh3::new();
        hash.update(&frame.to_le_bytes());
        if let Some(Fingerprint(body)) = self.bodies.get(&site.library[entry].id.to_string()) {
            hash.update(&body.to_le_bytes());
        }
        if let Route::Page(page) = route {
            let locale = page.locale().expect("the page of an entry has a locale");
            for group in site.related.groups(entry, locale) {
                hash.update(group.id.as_bytes());
                group.entries.iter().for_each(|related| hash.update(&related.0.to_le_bytes()));
            }
        }
        Fingerprint(hash.digest128())
    }
}

/// The hashes of what a file says before its Markdown, or as a whole, and of its Markdown with the folder of its entry.
fn split<'p>(path: &'p SourcePath, bytes: &[u8]) -> (u128, Option<(&'p str, u128)>) {
    let text = path.as_str().strip_prefix("content/").and_then(|rest| rest.strip_suffix(".md"));
    let folder = text.and_then(|text| text.rsplit_once('/')).map(|(folder, _)| folder);
    let body = folder.and_then(|folder| Some((folder, text::front_matter_end(bytes)?)));
    match body {
        Some((folder, start)) => (xxh3_128(&bytes[..start]), Some((folder, xxh3_128(&bytes[start..])))),
        None => (xxh3_128(bytes), None),
    }
}

impl std::fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl std::str::FromStr for Fingerprint {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        u128::from_str_radix(text, 16).map(Self)
    }
}

impl TryFrom<String> for Fingerprint {
    type Error = std::num::ParseIntError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Fingerprint> for String {
    fn from(fingerprint: Fingerprint) -> Self {
        fingerprint.to_string()
    }
}
