//! What links in texts are resolved with.

use std::collections::BTreeMap;

use super::anchors::Shown;
use super::beside::{Chains, Folder};
use super::links::{Destination, Names};
use super::mentions::Mentions;
use super::sections::SectionNames;
use crate::diagnostic::Diagnostic;
use crate::load::beside::{Beside, KnownContents};
use crate::locale::LocaleCode;
use crate::parse::link::LinkTarget;
use crate::parse::theme_ids::Ids;
use crate::place::{Located, SourcePath};

/// What links in bodies are resolved with. Nothing else reaches the code that resolves them.
#[derive(Clone, Copy, Hash)]
pub(super) struct Linker<'s> {
    pub(super) names: &'s Names,
    pub(super) chains: &'s Chains,
    pub(super) mentions: &'s Mentions,
    pub(super) sections: &'s SectionNames,
    /// The ids that templates give to elements, by the template.
    pub(super) theme: &'s BTreeMap<String, Ids>,
    pub(super) shown: &'s Shown,
}

/// The files beside all texts, and what is known to be in some of them.
#[derive(Clone, Copy)]
pub(super) struct Files<'s> {
    pub(super) all: &'s BTreeMap<SourcePath, Beside>,
    pub(super) known: &'s KnownContents,
}

impl<'s> Linker<'s> {
    pub(super) fn new(
        (names, chains): (&'s Names, &'s Chains),
        mentions: &'s Mentions,
        sections: &'s SectionNames,
        (theme, shown): (&'s BTreeMap<String, Ids>, &'s Shown),
    ) -> Self {
        Self { names, chains, mentions, sections, theme, shown }
    }

    /// Where a link in a text leads. What leads nowhere is reported.
    pub(super) fn destination(
        self,
        link: Located<LinkTarget>,
        folder: &Folder,
        locale: &LocaleCode,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Destination {
        let around = (self.names, self.chains, locale);
        let (path, is_shown) = match &link.value {
            LinkTarget::Beside(path) => (path.as_str(), false),
            LinkTarget::PictureBeside(path) => (path.as_str(), true),
            _ => return self.names.destination(link, diagnostics),
        };
        folder.destination(Located { value: path, place: link.place.clone() }, is_shown, around, diagnostics)
    }
}
