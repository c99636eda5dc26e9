//! What has changed in an original since a translation was made of it: a few words of each part.

use std::collections::BTreeMap;

use similar::{ChangeTag, TextDiff};

use crate::parse::revision::Part;

/// How many words are shown on each side of a change.
const CONTEXT: usize = 3;
/// How many characters of a part's changes are shown.
const MOST: usize = 240;

/// A part that differs between two states of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The part.
    pub part: String,
    /// Words that were there in `[-…-]`, words that are there now in `{+…+}`, with some around them.
    pub words: String,
}

/// The parts that differ, in the order of the new text; parts that are gone come last.
#[must_use]
pub fn between(old: &[Part], new: &[Part]) -> Vec<Difference> {
    let (old_texts, new_texts) = (by_name(old), by_name(new));
    let text = |parts: &BTreeMap<_, &str>, name: &str| parts.get(name).copied().unwrap_or_default().to_owned();
    let gone = old.iter().filter(|part| !new_texts.contains_key(part.name.as_str()));
    let names = new.iter().chain(gone).map(|part| part.name.as_str());
    names
        .map(|name| (name, text(&old_texts, name), text(&new_texts, name)))
        .filter(|(_, old, new)| old != new)
        .map(|(name, old, new)| Difference { part: name.to_owned(), words: words(&old, &new) })
        .collect()
}

/// The texts of parts by their names; of several with one name, the first.
fn by_name(parts: &[Part]) -> BTreeMap<&str, &str> {
    parts.iter().rev().map(|part| (part.name.as_str(), part.text.as_str())).collect()
}

/// What stands still, and what has changed from one text to another.
enum Run {
    Equal(String),
    Changed { old: String, new: String },
}

/// Runs of words; changes with nothing but space between them are one.
fn runs(old: &str, new: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let (mut removed, mut added) = (String::new(), String::new());
    let mut equal = String::new();
    for change in TextDiff::from_words(old, new).iter_all_changes() {
        let word = change.value();
        match change.tag() {
            ChangeTag::Equal => equal.push_str(word),
            tag => {
                let is_gap = equal.trim().is_empty() && !(removed.is_empty() && added.is_empty());
                if is_gap {
                    removed.push_str(&equal);
                    added.push_str(&equal);
                } else {
                    flush(&mut runs, &mut removed, &mut added);
                    if !equal.is_empty() {
                        runs.push(Run::Equal(equal.clone()));
                    }
                }
                equal.clear();
                if tag == ChangeTag::Delete { removed.push_str(word) } else { added.push_str(word) }
            }
        }
    }
    flush(&mut runs, &mut removed, &mut added);
    if !equal.is_empty() {
        runs.push(Run::Equal(equal));
    }
    runs
}

fn flush(runs: &mut Vec<Run>, old: &mut String, new: &mut String) {
    if !(old.is_empty() && new.is_empty()) {
        runs.push(Run::Changed { old: std::mem::take(old), new: std::mem::take(new) });
    }
}

fn words(old: &str, new: &str) -> String {
    let runs = runs(old, new);
    let last = runs.len().saturating_sub(1);
    let shown = runs.iter().enumerate().map(|(index, run)| match run {
        Run::Equal(text) => context(text, index == 0, index == last),
        Run::Changed { old, new } => {
            let old = Some(one_line(old)).filter(|old| !old.is_empty()).map(|old| format!("[-{old}-]"));
            let new = Some(one_line(new)).filter(|new| !new.is_empty()).map(|new| format!("{{+{new}+}}"));
            old.into_iter().chain(new).collect::<Vec<_>>().join(" ")
        }
    });
    let shown = shown.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
    if shown.chars().count() <= MOST {
        return shown;
    }
    let cut: String = shown.chars().take(MOST).collect();
    format!("{} …", cut.trim_end())
}

/// The words next to changes; what lies further away is left out.
fn context(text: &str, is_first: bool, is_last: bool) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    let (before, after) = (if is_last { 0 } else { CONTEXT }, if is_first { 0 } else { CONTEXT });
    if words.len() <= before + after {
        return words.join(" ");
    }
    let start = words[..after].join(" ");
    let end = words[words.len() - before..].join(" ");
    [start.as_str(), "…", end.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str, text: &str) -> Part {
        Part { name: name.to_owned(), text: text.to_owned(), is_headed: false }
    }

    #[test]
    fn changed_words_are_shown_with_some_around_them() {
        let old =
            [part("title", "A"), part("brief", "We are looking for two years of experience in the field of pay.")];
        let new = [
            part("title", "A"),
            part("brief", "We are looking for three years of experience in the field of pay."),
            part("benefits", "Cake"),
        ];
        let shown: Vec<_> = between(&old, &new).into_iter().map(|found| (found.part, found.words)).collect();
        assert_eq!(
            shown,
            [
                ("brief".to_owned(), "… are looking for [-two-] {+three+} years of experience …".to_owned()),
                ("benefits".to_owned(), "{+Cake+}".to_owned()),
            ]
        );
    }
}
