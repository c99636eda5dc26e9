//! What somebody wants of a new entry, and whether a site can have it.

use super::entry::{NewEntry, title_of};
use crate::diagnostic::{Code, Diagnostic};
use crate::id::{CollectionId, EntryId, closest};
use crate::load::Sources;
use crate::locale::LocaleCode;
use crate::locale::names::meant_of;
use crate::parse::config::Kind;
use crate::parse::invalid_name;
use crate::resolve::collections::Collection;
use crate::resolve::library::Library;
use crate::slug::Slug;

/// What somebody wants of a new entry.
pub struct Wanted<'w> {
    /// What it is called in files, and in which collection.
    pub id: WantedId<'w>,
    /// The title, if not one made from the id.
    pub title: Option<&'w str>,
    /// The category, if it has one.
    pub category: Option<&'w str>,
    /// The locales of its texts; the default locale, if none are named.
    pub locales: &'w [LocaleCode],
}

/// What a new entry is to be called in files.
#[derive(Clone, Copy)]
pub enum WantedId<'w> {
    /// `collection/id`.
    In(&'w str),
    /// An id in the site's collection of roles, or `collection/id`.
    OfRole(&'w str),
}

/// What is wrong with what somebody wants.
type Mistake = Box<Diagnostic>;

impl Wanted<'_> {
    /// The entry, as far as it is known.
    ///
    /// # Errors
    ///
    /// Says what the site cannot have, and what was probably meant.
    pub fn in_site<'l>(&self, library: &'l Library, sources: &Sources) -> Result<NewEntry<'l>, Mistake> {
        let (collection, name) = self.id.in_site(library)?;
        let default = &library[library.default_locale].code;
        check_name(collection, name, default)?;
        let id = EntryId { collection: collection.id.clone(), name: name.into() };
        refuse_known(&id, sources)?;
        let categories = categories(library);
        let category = self.category.map(|written| category(written, &categories)).transpose()?.flatten();
        let locales = if self.locales.is_empty() { vec![default.clone()] } else { self.locales.to_vec() };
        locales.iter().try_for_each(|locale| check_locale(library, locale))?;
        let title = self.title.map_or_else(|| title_of(name), str::to_owned);
        Ok(NewEntry { collection, id, title, category, categories, locales })
    }
}

impl<'w> WantedId<'w> {
    fn in_site(self, library: &Library) -> Result<(&Collection, &'w str), Mistake> {
        match self {
            // `Tester/in` is a title; who names a collection means that one.
            Self::OfRole(id) => match id.split_once('/').and_then(|(of, name)| Some((find(library, of).ok()?, name))) {
                Some(found) => Ok(found),
                None => Ok((of_roles(library, id)?, id)),
            },
            Self::In(id) => match id.split_once('/') {
                Some((collection, name)) => Ok((find(library, collection)?, name)),
                None => Err(without_collection(library, id).into()),
            },
        }
    }
}

fn collections(library: &Library) -> impl Iterator<Item = &Collection> {
    library.collections().map(|collection| &library[collection])
}

fn listed(library: &Library) -> String {
    let ids: Vec<_> = collections(library).map(|collection| collection.id.to_string()).collect();
    format!("the collections are {}", ids.join(", "))
}

fn find<'l>(library: &'l Library, id: &str) -> Result<&'l Collection, Mistake> {
    collections(library).find(|collection| collection.id.as_str() == id).ok_or_else(|| {
        let close = closest(id, collections(library).map(|collection| collection.id.as_str()));
        let diagnostic = Diagnostic::error(Code::UnknownReference, format!("there is no collection `{id}`"));
        diagnostic.did_you_mean(close, listed(library)).into()
    })
}

/// The collection of roles, if there is one and only one.
fn of_roles<'l>(library: &'l Library, name: &str) -> Result<&'l Collection, Mistake> {
    let mut all = collections(library).filter(|collection| collection.kind == Kind::Role);
    let error = |message: &str| Diagnostic::error(Code::UnknownReference, message);
    match (all.next(), all.next()) {
        (Some(one), None) => Ok(one),
        (None, _) => Err(error("this site has no collection of kind `role`").help(listed(library)).into()),
        (Some(first), Some(_)) => {
            let help = format!("say in which: `rolebook new entry {}/{name}`", first.id);
            Err(error("this site has several collections of kind `role`").help(help).into())
        }
    }
}

fn without_collection(library: &Library, id: &str) -> Diagnostic {
    let message = format!("`{id}` does not say in which collection the entry is to be");
    Diagnostic::error(Code::InvalidId, message).help(format!("write `COLLECTION/{id}`; {}", listed(library)))
}

fn check_name(collection: &Collection, name: &str, locale: &LocaleCode) -> Result<(), Mistake> {
    // Who writes words has a title in mind.
    let is_title = name.contains(|c: char| c.is_whitespace() || c.is_uppercase() || !c.is_ascii());
    let title = if is_title { format!(" --title \"{name}\"") } else { String::new() };
    let mistake =
        invalid_name(name, locale, |id: &Slug| format!("run `rolebook new entry {}/{id}{title}`", collection.id));
    mistake.map_or(Ok(()), |mistake| Err(mistake.into()))
}

/// An entry that is there already is not begun anew, in whatever language it is.
fn refuse_known(id: &EntryId, sources: &Sources) -> Result<(), Mistake> {
    let folder = format!("content/{id}/");
    let mut files = sources.files.keys().chain(sources.beside.keys()).filter(|path| path.as_str().starts_with(&folder));
    let Some(file) = files.next() else { return Ok(()) };
    let diagnostic = Diagnostic::error(Code::DuplicatePath, format!("there is an entry `{id}` already: `{file}`"));
    Err(diagnostic.help("choose another id; to translate an entry, add a text beside its others").into())
}

fn categories(library: &Library) -> Vec<String> {
    let has_categories = |id: &CollectionId| collections(library).any(|of| of.id == *id && of.kind == Kind::Category);
    let entries = library.entries().map(|entry| &library[entry].id).filter(|id| has_categories(&id.collection));
    entries.map(|id| id.name.to_string()).collect()
}

/// One of the categories, or `none`.
///
/// # Errors
///
/// If there is no such category.
pub fn category(written: &str, known: &[String]) -> Result<Option<String>, Box<Diagnostic>> {
    match known.iter().find(|id| *id == written) {
        None if written != "none" => {
            let close = closest(written, known.iter().map(String::as_str));
            let diagnostic = Diagnostic::error(Code::UnknownReference, format!("there is no category `{written}`"));
            Err(diagnostic.did_you_mean(close, format!("the categories are {}", known.join(", "))).into())
        }
        found => Ok(found.cloned()),
    }
}

fn check_locale(library: &Library, code: &LocaleCode) -> Result<(), Mistake> {
    let known: Vec<_> = library.locales().map(|locale| library[locale].code.to_string()).collect();
    let written = code.to_string();
    if known.contains(&written) {
        return Ok(());
    }
    let diagnostic = Diagnostic::error(Code::UnknownReference, format!("`{written}` is not a locale of this site"));
    let help = format!("the locales are {}; `rolebook new locale {written}` adds it", known.join(", "));
    Err(diagnostic.did_you_mean(meant_of(&written, &known), help).into())
}
