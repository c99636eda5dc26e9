//! Translation coverage: what a locale has of what the default locale has.

use crate::check::untranslated_messages::Original;
use crate::check::{self, untranslated_messages};
use crate::parse::message_id::MessageId;
use crate::place::Located;
use crate::resolve::library::{LocaleIndex, Stale};
use crate::site::Site;
use crate::translated::{Translated, Version};

/// What a locale has of what the default locale has.
#[derive(Clone, Debug)]
pub struct Coverage {
    /// The locale.
    pub locale: LocaleIndex,
    /// How many messages, attributes included, there are to translate.
    pub messages: usize,
    /// Those of them that are not translated, and where their originals stand.
    pub missing_messages: Vec<Located<MessageId>>,
    /// How many entries and shared blocks there are to translate.
    pub entries: usize,
    /// Those of them without a text in the locale.
    pub missing_entries: Vec<Translated>,
    /// Those of them whose text is older than the original.
    pub stale_entries: Vec<(Translated, Stale)>,
    /// Those of them whose text does not record what it was made from.
    pub unrecorded_entries: Vec<Translated>,
}

impl Coverage {
    /// How many messages are translated.
    #[must_use]
    pub fn translated_messages(&self) -> usize {
        self.messages - self.missing_messages.len()
    }

    /// How many entries are translated and up to date.
    #[must_use]
    pub fn translated_entries(&self) -> usize {
        self.entries - self.missing_entries.len() - self.stale_entries.len()
    }
}

/// The coverage of each locale, in the order of the configuration.
#[must_use]
pub fn coverage(site: &Site) -> Vec<Coverage> {
    let mut originals = untranslated_messages::originals(&site.library);
    originals.retain(|original| !original.id.value.is_term());
    check::locales(&site.library).map(|locale| of_locale(site, locale, &originals)).collect()
}

fn of_locale(site: &Site, locale: LocaleIndex, originals: &[Original]) -> Coverage {
    let missing = untranslated_messages::missing(&site.library, locale, originals);
    let mut coverage = Coverage {
        locale,
        messages: originals.len(),
        missing_messages: missing.into_iter().map(|missing| missing.id).collect(),
        entries: 0,
        missing_entries: Vec::new(),
        stale_entries: Vec::new(),
        unrecorded_entries: Vec::new(),
    };
    for original in Translated::all(site) {
        coverage.entries += 1;
        match original.version(site, locale) {
            None => coverage.missing_entries.push(original),
            Some(Version { stale: Some(stale), .. }) => coverage.stale_entries.push((original, stale.clone())),
            Some(Version { source: None, .. }) if locale != site.library.default_locale => {
                coverage.unrecorded_entries.push(original);
            }
            Some(_) => {}
        }
    }
    coverage
}
