//! Messages that a locale does not say yet, as comments: the original, and below it an entry to fill in.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Comment, Entry, Resource};
use fluent_syntax::{parser, serializer};

use super::skeleton::Skeleton;
use crate::check::overridden_words::overridden;
use crate::check::untranslated_messages::{self, missing};
use crate::load::Sources;
use crate::locale::LocaleCode;
use crate::parse::message_id::MessageRef;
use crate::parse::messages::Definition;
use crate::place::SourcePath;
use crate::resolve::library::{Library, LocaleIndex};
use crate::site::Site;

/// Files with all that a locale does not say yet, by their paths: each is called as the file of the originals. None if it
/// says everything.
#[must_use]
pub fn to_translate(sources: &Sources, site: &Site, locale: LocaleIndex) -> BTreeMap<String, String> {
    let library = &site.library;
    let code = &library[locale].code;
    let mut originals: BTreeMap<&SourcePath, BTreeSet<MessageRef>> = BTreeMap::new();
    for Definition { id, .. } in untranslated(library, locale) {
        originals.entry(&id.place.file).or_default().insert(MessageRef::from(&id.value));
    }
    let skeleton = Skeleton::of(&library[locale].formats);
    let mut files = BTreeMap::new();
    for (file, ids) in originals {
        let Some(text) = sources.text(file) else { continue };
        let path = path_in(code, file);
        let entries = commented(text, &ids, &skeleton);
        files.entry(path).or_insert_with(|| header(code)).push_str(&entries);
    }
    files
}

/// The originals of what a locale does not say. What a parent that is a locale does not say either is to be translated there.
fn untranslated(library: &Library, locale: LocaleIndex) -> impl Iterator<Item = &Definition> {
    let messages = &library.messages;
    let parents = library[locale].code.parents();
    let parent = library.locales().find(|locale| parents.contains(&library[*locale].code));
    let missing = missing(library, locale, &untranslated_messages::originals(library)).into_iter();
    let missing = missing.map(|missing| missing.id.value).filter(move |id| {
        // Of a message that is there, but for an attribute, a warning tells.
        messages.definition(locale, id).is_none() && parent.is_none_or(|parent| messages.pattern(parent, id).is_some())
    });
    let overridden = overridden(library)
        .filter(move |(_, others)| others.contains(&locale) && parent.is_none_or(|parent| !others.contains(&parent)));
    missing.filter_map(|id| messages.original(&id)).chain(overridden.map(|(original, _)| original))
}

/// Where a locale says what is said in a file of another: in the file of the same name.
#[must_use]
pub fn path_in(code: &LocaleCode, file: &SourcePath) -> String {
    let below_locale = file.segments().skip_while(|part| *part != "locales").skip(2);
    format!("locales/{code}/{}", below_locale.collect::<Vec<_>>().join("/"))
}

fn header(code: &LocaleCode) -> String {
    format!(
        "### To translate into `{code}`. Each message stands here twice, as comments: the original, and below it an entry to fill in.\n\
         ### Write the words into the entry and take away the `# ` before its lines. Readers see the original until then.\n"
    )
}

/// The messages of a file that are to be translated, with the comments for translators.
fn commented(text: &str, ids: &BTreeSet<MessageRef>, skeleton: &Skeleton) -> String {
    let tree = parser::parse(text.trim_start_matches('\u{feff}')).unwrap_or_else(|(tree, _)| tree);
    let mut written = String::new();
    let mut group = None;
    for entry in &tree.body {
        match entry {
            Entry::ResourceComment(comment) => written.extend(["\n".to_owned(), marked("###", lines_of(comment))]),
            Entry::GroupComment(comment) => group = Some(comment),
            _ if id_of(entry).is_some_and(|id| ids.contains(&id)) => {
                let group = group.take().map(|group| format!("\n\n{}", marked("##", lines_of(group))));
                written.extend(group.into_iter().chain(["\n".to_owned(), to_fill_in(entry, skeleton)]));
            }
            _ => {}
        }
    }
    written
}

fn id_of<'s>(entry: &Entry<&'s str>) -> Option<MessageRef<'s>> {
    match entry {
        Entry::Message(message) => Some(MessageRef::message(message.id.name)),
        Entry::Term(term) => Some(MessageRef { is_term: true, ..MessageRef::message(term.id.name) }),
        _ => None,
    }
}

/// A message with its comment: as it is, and without words.
fn to_fill_in(entry: &Entry<&str>, skeleton: &Skeleton) -> String {
    let comment = match entry {
        Entry::Message(message) => message.comment.as_ref(),
        Entry::Term(term) => term.comment.as_ref(),
        _ => None,
    };
    let original = original(entry);
    let original = original.lines().map(|line| format!("    {line}"));
    marked("#", comment.into_iter().flat_map(lines_of).chain(original).chain(skeleton.of_entry(entry)))
}

fn lines_of(comment: &Comment<&str>) -> impl Iterator<Item = String> {
    comment.content.iter().map(|line| (*line).to_owned())
}

/// Lines as comments.
fn marked(mark: &str, lines: impl Iterator<Item = String>) -> String {
    lines.map(|line| format!("{mark} {line}").trim_end().to_owned() + "\n").collect()
}

/// A message as it is written, without its comment.
fn original(entry: &Entry<&str>) -> String {
    let mut entry = entry.clone();
    match &mut entry {
        Entry::Message(message) => message.comment = None,
        Entry::Term(term) => term.comment = None,
        _ => {}
    }
    serializer::serialize(&Resource { body: vec![entry] })
}
