//! Links that authors need not write: where a text first mentions an entry of the configured collections, by one of its
//! titles or of the inflections in its front matter, or a skill by its name, the words become a link.
//!
//! Whole words, the longest first, in any case; never in headings, links or code, and never an entry to itself. All forms
//! of a language are found in one pass (Aho and Corasick, "Efficient string matching", 1975).

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};
use std::ops::Range;

use aho_corasick::{AhoCorasick, PatternID};
use rustc_hash::FxHashSet;

use super::index::{EntryIndex, SkillIndex};
use super::links::{Destination, Names};
use super::published::Head;
use super::skills::{FEWEST_ROLES, SkillTable};
use crate::diagnostic::Diagnostic;
use crate::fingerprint::Fingerprint;
use crate::fold::is_written_without_space;
use crate::id::{CollectionId, EntryId, SkillId};
use crate::locale::LocaleCode;
use crate::parse::config::AutomaticLinksConfig;
use crate::parse::prose::Prose;
use crate::parse::section::Section;
use crate::parse::text::{Body, FrontMatter};
use crate::place::Located;
use crate::slug::without_marks;

/// What a skill is called in a language.
pub(super) type SkillNames<'n> = &'n dyn Fn(&SkillId, &LocaleCode) -> Option<String>;

/// What finds mentions, by the language of the text.
#[derive(Hash)]
pub(super) struct Mentions {
    by_locale: BTreeMap<LocaleCode, Lexicon>,
    limit: usize,
}

/// The forms under which the texts of one language mention something.
struct Lexicon {
    /// What the forms are and what they stand for.
    made_from: Fingerprint,
    forms: AhoCorasick,
    /// What each form stands for, by the form's number.
    targets: Vec<Target>,
}

impl Hash for Lexicon {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { made_from, forms: _, targets: _ } = self;
        made_from.hash(state);
    }
}

/// What a text can mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Target {
    Entry(EntryIndex),
    Skill(SkillIndex),
}

impl From<Target> for Destination {
    fn from(target: Target) -> Self {
        match target {
            Target::Entry(entry) => Destination::Entry(entry),
            Target::Skill(skill) => Destination::Skill(skill),
        }
    }
}

/// A mention in the words of a text.
struct Mention {
    range: Range<usize>,
    target: Target,
}

/// Forms with what they stand for, by the language of the text. Of two things of the same name the first is meant.
type Forms<'p> = BTreeMap<&'p LocaleCode, Vec<(String, Target)>>;

impl Mentions {
    /// Gathers the forms of the entries of the configured collections, and the names of skills. A collection that no
    /// list can show is reported.
    pub(super) fn new(
        config: &AutomaticLinksConfig,
        published: &[(EntryId, Head)],
        names: &Names,
        skills: (&SkillTable, SkillNames),
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let exists = |collection: &&Located<CollectionId>| names.listed_collection(collection, diagnostics).is_some();
        let wanted: BTreeSet<_> =
            config.collections.iter().filter(exists).map(|collection| &collection.value).collect();
        let mut forms = Forms::new();
        let of_titles = |text: &FrontMatter| {
            let title = without_marks(&text.title.value).into_owned();
            std::iter::once(title).chain(text.inflections.iter().cloned()).collect()
        };
        add_entries(&mut forms, &wanted, published, of_titles);
        add_entries(&mut forms, &wanted, published, |text| text.alternative_titles.clone());
        if config.skills {
            add_skills(&mut forms, published, skills.0, skills.1);
        }
        let lexicon = |(locale, forms): (&LocaleCode, Vec<(String, Target)>)| {
            let made_from = Fingerprint::of_value(&forms);
            let mut seen = FxHashSet::default();
            let different = forms.iter().filter(|(form, _)| seen.insert(form.as_str()));
            let (forms, targets): (Vec<_>, Vec<_>) = different.map(|(form, target)| (form, *target)).unzip();
            let forms = AhoCorasick::new(forms).expect("a library's titles fit into an automaton");
            (locale.clone(), Lexicon { made_from, forms, targets })
        };
        Self { by_locale: forms.into_iter().map(lexicon).collect(), limit: config.limit }
    }

    /// Makes links of the first mentions in the body of an entry's text, as many as a page may have.
    pub(super) fn link(&self, body: Body<Destination>, entry: EntryIndex, locale: &LocaleCode) -> Body<Destination> {
        let Some(lexicon) = self.by_locale.get(locale) else { return body };
        let mut linked: BTreeSet<Target> = body.prose().into_iter().flat_map(entries_linked_in).collect();
        linked.insert(Target::Entry(entry));
        let mut left = self.limit;
        let mut with_links = |prose: Prose<Destination>| {
            let mentions = lexicon.mentions(&prose, &mut linked, left);
            left -= mentions.len();
            prose.with_mentions(mentions.into_iter().map(|mention| (mention.range, mention.target.into())))
        };
        match body {
            Body::Free(prose) => Body::Free(with_links(prose)),
            Body::Sections(sections) => {
                let section = |section: Section<Destination>| Section { prose: with_links(section.prose), ..section };
                Body::Sections(sections.into_iter().map(section).collect())
            }
            Body::Unread => Body::Unread,
        }
    }
}

impl Lexicon {
    /// The first mentions of entries that are not linked yet, in the order of the text, at most `limit`.
    fn mentions(&self, prose: &Prose<Destination>, linked: &mut BTreeSet<Target>, limit: usize) -> Vec<Mention> {
        let mut mentions = Vec::new();
        for run in prose.running_text() {
            let text = fold_case(&prose.all_words()[run.clone()]);
            // Of the forms that begin at one place only the longest can be meant; thousands may stand within each other.
            let mut longest: BTreeMap<usize, (usize, PatternID)> = BTreeMap::new();
            for found in self.forms.find_overlapping_iter(&text).filter(|found| stands_alone(&text, found.range())) {
                let known = longest.entry(found.start()).or_insert((found.end(), found.pattern()));
                if found.end() > known.0 {
                    *known = (found.end(), found.pattern());
                }
            }
            let mut done = 0;
            for (start, (end, form)) in longest {
                if start < done {
                    continue;
                }
                done = end;
                let target = self.targets[form.as_usize()];
                if mentions.len() < limit && linked.insert(target) {
                    mentions.push(Mention { range: run.start + start..run.start + end, target });
                }
            }
        }
        mentions
    }
}

/// Adds the forms of the entries of the wanted collections.
fn add_entries<'p>(
    forms: &mut Forms<'p>,
    wanted: &BTreeSet<&CollectionId>,
    published: &'p [(EntryId, Head)],
    of: impl Fn(&FrontMatter) -> Vec<String>,
) {
    for (index, (_, entry)) in published.iter().enumerate().filter(|(_, (id, _))| wanted.contains(&id.collection)) {
        for (locale, text) in &entry.texts {
            let own = of(text).into_iter().map(|form| fold_case(form.trim())).filter(|form| !form.is_empty());
            let target = Target::Entry(EntryIndex(index));
            forms.entry(locale).or_default().extend(own.map(|form| (form, target)));
        }
    }
}

/// Adds the names of the skills that have a page.
fn add_skills<'p>(forms: &mut Forms<'p>, published: &'p [(EntryId, Head)], skills: &SkillTable, names: SkillNames) {
    for (index, (skill, roles)) in skills.iter().enumerate() {
        let mut counts: BTreeMap<&LocaleCode, usize> = BTreeMap::new();
        for locale in roles.iter().flat_map(|role| published[role.0].1.texts.keys()) {
            *counts.entry(locale).or_default() += 1;
        }
        for (locale, _) in counts.into_iter().filter(|(_, roles)| *roles >= FEWEST_ROLES) {
            let name = names(skill, locale).map(|name| fold_case(name.trim())).filter(|name| !name.is_empty());
            let target = Target::Skill(SkillIndex(index));
            forms.entry(locale).or_default().extend(name.map(|name| (name, target)));
        }
    }
}

fn entries_linked_in(prose: &Prose<Destination>) -> impl Iterator<Item = Target> {
    prose.holes.iter().filter_map(|hole| match hole.link_target() {
        Some(Destination::Entry(entry)) => Some(Target::Entry(*entry)),
        _ => None,
    })
}

/// Whether a range of a text is not a part of longer words. Hyphens join words; in scripts without space nothing does.
fn stands_alone(text: &str, range: Range<usize>) -> bool {
    let joins = |c: char| (c.is_alphanumeric() && !is_written_without_space(c)) || matches!(c, '-' | '\u{2011}' | '_');
    let edge = |inner: Option<char>, outer: Option<char>| {
        inner.is_some_and(is_written_without_space) || !outer.is_some_and(joins)
    };
    let mention = &text[range.clone()];
    edge(mention.chars().next(), text[..range.start].chars().next_back())
        && edge(mention.chars().next_back(), text[range.end..].chars().next())
}

/// Text in lower case and with all space alike, each letter as long as it was, so that places stay the same. The two forms of
/// the Greek sigma are one.
fn fold_case(text: &str) -> String {
    let fold = |c: char| match c {
        'ς' => 'σ',
        c if c.is_ascii_whitespace() => ' ',
        c => c.to_lowercase().next().filter(|lower| lower.len_utf8() == c.len_utf8()).unwrap_or(c),
    };
    text.chars().map(fold).collect()
}
