//! What to write where a message is missing: the line, with a first proposal of its words, and the file.
//!
//! The one place that says so, whoever asks for the message.

use super::index::LanguageIndex;
use super::messages::Messages;
use crate::parse::message_id::{MessageId, MessageRef};
use crate::parse::messages::Layer;
use crate::parse::program_messages::{ALL, PLACEHOLDER};
use crate::place::SourcePath;

/// How a line begins that belongs to the message above.
const INDENT: &str = "    ";

impl Messages {
    /// What to write for a language to have a message, term or attribute; `words` are what it is to say, if these are known.
    #[must_use]
    pub fn to_write(&self, language: impl Into<LanguageIndex>, id: &MessageId, words: Option<&str>) -> String {
        let language = language.into();
        let or_proposed = |id: &MessageId| words.map_or_else(|| proposal(id), str::to_owned);
        let words = or_proposed(id);
        let file = self.file_to_write(language, id);
        let Some(attribute) = id.attribute() else { return format!("write `{id} = {words}` in `{file}`") };
        let whole = MessageRef::from(id).whole().to_id();
        let line = format!("{INDENT}.{attribute} = {words}");
        match self.definition(language, &whole) {
            Some(known) if known.layer > Layer::Program => {
                format!("write `{line}` below `{whole}` in `{}`", known.id.place.file)
            }
            // What the site defines takes the place of a message of the program as a whole.
            Some(_) => format!("write `{whole} = …` in `{file}`, and below it `{line}`"),
            None => format!("write `{whole} = {}` in `{file}`, and below it `{line}`", or_proposed(&whole)),
        }
    }

    /// The file into which a new message of a language goes: the site's only one; else the one that is called as that of a message
    /// which it translates, or `site.ftl`.
    fn file_to_write(&self, language: LanguageIndex, id: &MessageId) -> SourcePath {
        if let Some(only) = &self.only_files[language.0] {
            return only.clone();
        }
        let original = self.original(id).filter(|original| original.layer == Layer::Site);
        let original = original.map(|original| &original.id.place.file);
        let name = original.and_then(|file| file.as_str().strip_prefix("locales/")?.split_once('/'));
        SourcePath::from(format!("locales/{}/{}", self[language].code, name.map_or("site.ftl", |(_, name)| name)))
    }
}

/// What a message may say, by its id: `section-working-hours` says "Working hours".
#[must_use]
pub fn proposal(id: &MessageId) -> String {
    let families = ALL.iter().filter(|of| of.member.is_some());
    let members = families.filter_map(|of| id.name().strip_prefix(of.name).filter(|member| !member.is_empty()));
    let member = members.min_by_key(|member| member.len()).unwrap_or(id.name());
    let words = |text: &str| text.replace(['-', '_'], " ");
    match id.attribute() {
        Some("slug") => member.to_lowercase(),
        Some("singular") => capitalized(&words(&singular(member))),
        Some(attribute) => capitalized(&words(attribute)),
        None if PLACEHOLDER.id(member).name() == id.name() => format!("[{}]", words(member)),
        None => capitalized(&words(member)),
    }
}

/// One of several, as English ids have it.
fn singular(plural: &str) -> String {
    match plural.strip_suffix("ies") {
        Some(start) => format!("{start}y"),
        None if plural.ends_with("ss") => plural.to_owned(),
        None => plural.strip_suffix('s').unwrap_or(plural).to_owned(),
    }
}

fn capitalized(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next().map(char::to_uppercase).into_iter().flatten();
    first.chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    // M10
    #[test]
    fn words_are_proposed_by_the_id() {
        for (id, words) in [
            ("section-salary", "Salary"),
            ("section-working-hours", "Working hours"),
            ("skill-sql", "Sql"),
            ("placeholder-start-date", "[start date]"),
            ("site-name", "Site name"),
            ("footer-job_ads", "Job ads"),
            ("announcement.link", "Link"),
            ("collection-hr-terms.slug", "hr-terms"),
            ("collection-hr-terms.singular", "Hr term"),
            ("collection-categories.singular", "Category"),
            ("-brand", "Brand"),
            ("section-", "Section "),
            ("öffnung", "Öffnung"),
        ] {
            let read = MessageRef::read(id).map_or_else(|| MessageId::message(id), MessageRef::to_id);
            assert_eq!(proposal(&read), words, "{id}");
        }
    }
}
