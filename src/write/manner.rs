//! How a site is published.

/// When a file is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Turn {
    /// What pages need: before them.
    Asset,
    /// Pages, those that are new before those that may link to them.
    Page,
    /// What readers search in, when all that they may find is there.
    SearchIndex,
    /// What tells programs of pages, and rules for hosts.
    Notice,
}

impl Turn {
    const ALL: [(Self, &str); 4] =
        [(Self::Asset, "a"), (Self::Page, "p"), (Self::SearchIndex, "s"), (Self::Notice, "n")];

    pub(super) fn letter(self) -> &'static str {
        Self::ALL.into_iter().find(|(turn, _)| *turn == self).map_or("", |(_, letter)| letter)
    }

    pub(super) fn of_letter(letter: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == letter).map(|(turn, _)| turn)
    }
}

/// How a site is published.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// Whether readers may meet some files of the last build beside some of this one.
    pub change: Change,
    /// What becomes of files that no build has made, where this one would write.
    pub foreign: Foreign,
    /// What a crash of the system may leave.
    pub durability: Durability,
    /// What need not be made again.
    pub trust: Trust,
}

/// Whether readers may meet some files of the last build beside some of this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// One file after the other changes.
    FileByFile,
    /// All change at once.
    AtOnce,
}

/// What becomes of files that no build has made, where this one would write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// They are left alone, and nothing is published.
    Refuse,
    /// They are the program's own from now on.
    Adopt,
}

/// What a crash of the system may leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// Whole files and a true record.
    Synced,
    /// Whatever the file system makes of it.
    Unsynced,
}

/// What is believed to need no making again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// What a record says that was written for this very output.
    OwnRecord,
    /// What any record says that lies beside it, as after a copy.
    AnyRecord,
    /// Nothing: all is made and compared.
    Nothing,
}
