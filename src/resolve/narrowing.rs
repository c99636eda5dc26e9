//! What entries say in their fields, and by what readers narrow lists.

use super::facets::{self, Facet, FacetPage};
use super::index::{CollectionIndex, EntryIndex, FacetIndex, LocaleIndex};
use super::library::Library;
use crate::parse::fields::{Choice, Field, FieldValue};
use crate::parse::program_messages::CHOICE;
use crate::place::Located;

impl Library {
    /// What an entry says in its fields in a locale, with the number of each field, in the order of their declarations.
    pub fn field_values(
        &self,
        entry: EntryIndex,
        locale: LocaleIndex,
    ) -> impl Iterator<Item = (usize, &Located<FieldValue>)> {
        facets::values(&self[entry], self.fields(entry), locale)
    }

    /// The fields of the collection of an entry.
    #[must_use]
    pub fn fields(&self, entry: EntryIndex) -> &[Field] {
        &self[self[entry].collection].fields
    }

    /// What readers narrow lists by, in the order of the declarations.
    pub fn facets(&self) -> impl Iterator<Item = FacetIndex> + use<> {
        (0..self.facets.len()).map(FacetIndex)
    }

    /// The facets of a field of a collection, in the order of its choices; none if readers do not narrow lists by it.
    pub fn facets_of(&self, collection: CollectionIndex, field: usize) -> impl Iterator<Item = FacetIndex> + use<> {
        let start = self.facets.partition_point(|facet| (facet.collection, facet.field) < (collection, field));
        let end = self.facets.partition_point(|facet| (facet.collection, facet.field) <= (collection, field));
        (start..end).map(FacetIndex)
    }

    /// The page of a facet in a locale, if any entry there has it and the theme has a template for it.
    #[must_use]
    pub fn facet_page(&self, facet: FacetIndex, locale: LocaleIndex) -> Option<&FacetPage> {
        let page = self.facets[facet.0].pages[locale.0].as_ref();
        page.filter(|_| self.theme.templates.contains_template("facet.html"))
    }

    /// The field of a facet.
    #[must_use]
    pub fn field_of(&self, facet: FacetIndex) -> &Field {
        let Facet { collection, field, .. } = &self.facets[facet.0];
        &self[*collection].fields[*field]
    }

    /// What readers choose with a facet.
    #[must_use]
    pub fn choice_of(&self, facet: FacetIndex) -> &Choice {
        &self.field_of(facet).choices[self.facets[facet.0].choice]
    }

    /// What a choice is called in a locale.
    #[must_use]
    pub fn choice_name(&self, choice: &Choice, locale: LocaleIndex) -> String {
        self.messages.name(locale, &CHOICE, &choice.message)
    }
}

impl std::ops::Index<FacetIndex> for Library {
    type Output = Facet;

    fn index(&self, index: FacetIndex) -> &Facet {
        &self.facets[index.0]
    }
}
