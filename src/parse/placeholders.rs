//! Placeholders: what an employer fills in, written `{company}`.

use std::sync::LazyLock;

use regex::Regex;

use super::heading::Words;
use crate::id::PlaceholderId;

/// A placeholder; its name is the first group.
pub(super) static PLACEHOLDER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\{([a-z][a-z0-9-]*)\}").expect("a valid expression"));

/// Whether words hold a placeholder.
pub(super) fn has_placeholder(words: &str) -> bool {
    PLACEHOLDER.is_match(words)
}

/// The placeholder that words are as a whole, if they are one.
pub(super) fn whole_placeholder(words: &str) -> Option<PlaceholderId> {
    let found = PLACEHOLDER.captures(words.trim())?;
    (found.get(0)?.len() == words.trim().len()).then(|| PlaceholderId::from(&found[1]))
}

/// Words that are no Markdown, with the placeholders in them.
pub(super) fn words_with_placeholders(words: &str) -> Vec<Words> {
    let mut all = Vec::new();
    let mut done = 0;
    for found in PLACEHOLDER.captures_iter(words) {
        let whole = found.get(0).expect("the match itself");
        all.push(Words::Written(words[done..whole.start()].to_owned()));
        all.push(Words::Placeholder(PlaceholderId::from(&found[1])));
        done = whole.end();
    }
    all.push(Words::Written(words[done..].to_owned()));
    all.retain(|words| !matches!(words, Words::Written(words) if words.is_empty()));
    all
}
