//! `stale-translation`: a translation that was made from an earlier state of its original.

use crate::diagnostic::{Code, Diagnostic};
use crate::parse::revision::block_named;
use crate::resolve::library::{LocaleIndex, Stale};
use crate::site::Site;
use crate::translated::{Translated, Version};

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    stale_texts(site).map(|(original, locale, text, stale)| report(site, original, locale, text, stale)).collect()
}

/// All translations that are older than their originals.
pub fn stale_texts(site: &Site) -> impl Iterator<Item = (Translated, LocaleIndex, Version<'_>, &Stale)> {
    Translated::all(site).flat_map(move |original| {
        super::locales(&site.library).filter_map(move |locale| {
            let text = original.version(site, locale)?;
            let stale = text.stale?;
            Some((original, locale, text, stale))
        })
    })
}

fn report(site: &Site, original: Translated, locale: LocaleIndex, text: Version, stale: &Stale) -> Diagnostic {
    let message = match changes(&stale.changed) {
        changes if changes.is_empty() => "this translation is older than its original".to_owned(),
        changes => format!("this translation is older than its original: {changes} changed"),
    };
    let code = &site.library[locale].code;
    let is_of_blocks = !stale.changed.is_empty() && stale.changed.iter().all(|part| block_named(part).is_some());
    let what =
        if is_of_blocks { "bring the block up to date and see that it fits here" } else { "bring it up to date" };
    let accepted = format!("{}/{code}", original.id(site));
    Diagnostic::warning(Code::StaleTranslation, message)
        .at(text.place)
        .in_locale(code)
        .help(format!("{what}, then run `rolebook status --accept {accepted}`"))
}

/// The parts that have changed, in words: "the title, the summary and the section `requirements`".
#[must_use]
pub fn changes(parts: &[String]) -> String {
    let named: Vec<_> = parts
        .iter()
        .map(|part| match part.as_str() {
            "title" => "the title".to_owned(),
            "summary" => "the summary".to_owned(),
            "alternative-titles" => "the alternative titles".to_owned(),
            "text" => "the text".to_owned(),
            part => match (block_named(part), part.strip_prefix('#')) {
                (Some(block), _) => format!("the shared block `{block}`"),
                (None, Some(number)) => format!("heading {number} of those in its author's own words"),
                (None, None) => format!("the section `{part}`"),
            },
        })
        .collect();
    match named.as_slice() {
        [all @ .., last] if !all.is_empty() => format!("{} and {last}", all.join(", ")),
        _ => named.concat(),
    }
}
