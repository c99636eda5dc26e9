//! Numbers for locales, collections, entries and skills, in the order of the configuration or of their ids.

macro_rules! indices {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(crate) usize);
    )*};
}

indices! {
    /// One of the library's locales.
    LocaleIndex;
    /// One of the languages in which the library has words: those of its locales, then others to which these fall back.
    LanguageIndex;
    /// One of the library's collections.
    CollectionIndex;
    /// One of the library's entries.
    EntryIndex;
    /// One of the skills that the library's roles ask for.
    SkillIndex;
    /// One of the choices by which readers narrow lists.
    FacetIndex;
}

impl From<LocaleIndex> for LanguageIndex {
    /// The language of a locale.
    fn from(LocaleIndex(index): LocaleIndex) -> Self {
        Self(index)
    }
}
