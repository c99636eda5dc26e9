//! Sites that several machines build together: each makes its share of the files, and the shares together are the site.
//!
//! A shard has whole entries, so that it need not read the Markdown of all others. Shares are cut by size, from what all
//! shards see alike: the sources.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use crate::id::EntryId;
use crate::limits::SHARDS;
use crate::load::Sources;

/// One of several machines: `2/7` is the second of seven.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Shard {
    /// From 0.
    index: usize,
    count: usize,
}

impl Shard {
    /// From 0.
    #[must_use]
    pub fn index(self) -> usize {
        self.index
    }

    /// How many shards there are.
    #[must_use]
    pub fn count(self) -> usize {
        self.count
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.split_once('/').and_then(|(number, count)| Some((number.parse().ok()?, count.parse().ok()?)));
        match parts {
            Some((_, count)) if count > SHARDS => Err(format!("a site has at most {SHARDS} shards")),
            Some((number, count)) if (1..=count).contains(&number) => Ok(Self { index: number - 1, count }),
            _ => Err("write which shard of how many, such as `1/4` for the first of four".to_owned()),
        }
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.index + 1, self.count)
    }
}

/// What a shard makes.
#[derive(Clone, Debug)]
pub struct Share {
    /// Whose share it is.
    pub shard: Shard,
    /// The folders of its entries below `content/`.
    entries: BTreeSet<String>,
}

impl Share {
    /// The share of a shard: of the entries, in the order of their folders, those in its part of all bytes.
    #[must_use]
    pub fn of(shard: Shard, sources: &Sources) -> Self {
        let files = sources.files.iter().filter_map(|(path, bytes)| {
            let (folder, _) = path.as_str().strip_prefix("content/")?.rsplit_once('/')?;
            Some((folder, bytes.len()))
        });
        let files: Vec<_> = files.collect();
        let total: usize = files.iter().map(|(_, size)| size).sum();
        let mut before = 0;
        let mut entries = BTreeSet::new();
        for entry in files.chunk_by(|(a, _), (b, _)| a == b) {
            if before * shard.count / total.max(1) == shard.index {
                entries.insert(entry[0].0.to_owned());
            }
            before += entry.iter().map(|(_, size)| size).sum::<usize>();
        }
        Self { shard, entries }
    }

    /// Whether the pages of an entry are in it.
    #[must_use]
    pub fn has(&self, entry: &EntryId) -> bool {
        self.entries.contains(&entry.to_string())
    }

    /// Whether what belongs to a locale as a whole is in it, such as its search index: shards take turns.
    #[must_use]
    pub fn has_locale(&self, number: usize) -> bool {
        number % self.shard.count == self.shard.index
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::SourcePath;

    #[test]
    fn shards_are_written_as_fractions() {
        assert_eq!("2/7".parse::<Shard>().unwrap().to_string(), "2/7");
        for wrong in ["0/7", "8/7", "1", "1/0", "a/b", "1/2/3", "", "1/10001", "1/99999999999"] {
            assert!(wrong.parse::<Shard>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn every_entry_is_in_one_share() {
        let file = |number: usize| {
            let path = SourcePath::from(format!("content/c/entry-{number:02}/en.md"));
            (path, vec![b' '; number * 10])
        };
        let sources = Sources::in_memory((0..30).map(file));
        for count in 1..9 {
            let shares: Vec<_> = (0..count).map(|index| Share::of(Shard { index, count }, &sources).entries).collect();
            assert_eq!(shares.iter().map(BTreeSet::len).sum::<usize>(), 30);
            assert_eq!(shares.into_iter().flatten().collect::<BTreeSet<_>>().len(), 30);
        }
    }
}
