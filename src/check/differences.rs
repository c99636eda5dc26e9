//! What has changed in an original since a translation was made of it: a few words of each part.

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
    let text = |parts: &[Part], name: &str| {
        parts.iter().find(|part| part.name == name).map_or_else(String::new, |part| part.text.clone())
    };
    let gone = old.iter().filter(|part| !new.iter().any(|other| other.name == part.name));
    let names = new.iter().chain(gone).map(|part| part.name.as_str());
    names
        .map(|name| (name, text(old, name), text(new, name)))
        .filter(|(_, old, new)| old != new)
        .map(|(name, old, new)| Difference { part: name.to_owned(), words: words(&old, &new) })
        .collect()
}

fn words(old: &str, new: &str) -> String {
    let difference = TextDiff::from_words(old, new);
    let mut runs: Vec<(ChangeTag, String)> = Vec::new();
    for change in difference.iter_all_changes() {
        match runs.last_mut() {
            Some((tag, text)) if *tag == change.tag() => text.push_str(change.value()),
            _ => runs.push((change.tag(), change.value().to_owned())),
        }
    }
    let last = runs.len().saturating_sub(1);
    let shown = runs.iter().enumerate().map(|(index, (tag, text))| match tag {
        ChangeTag::Delete => format!("[-{}-]", one_line(text)),
        ChangeTag::Insert => format!("{{+{}+}}", one_line(text)),
        ChangeTag::Equal => context(text, index == 0, index == last),
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
        Part { name: name.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn changed_words_are_shown_with_some_around_them() {
        let old = [part("title", "A"), part("brief", "We are looking for two years of experience in the field of pay.")];
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
