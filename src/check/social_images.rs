//! `missing-glyph`, for letters in the pictures of pages that no font of the theme has.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::locale::LocaleCode;
use crate::plan::Route;
use crate::plan::social_images::Words;
use crate::render::social_image::missing_letters;
use crate::resolve::library::{Library, LocaleIndex};
use crate::site::Site;

/// How many letters are named.
const MOST_NAMED: usize = 8;

pub(super) fn check(Site { library, routes, .. }: &Site) -> Vec<Diagnostic> {
    let mut words: BTreeMap<&LocaleCode, String> = BTreeMap::new();
    for (_, route) in routes.iter() {
        if let Route::SocialImage(card) = route {
            let Words { title, label, summary, site } = &card.image;
            words.entry(&card.locale.code).or_default().extend([title.as_str(), " ", label, " ", summary, " ", site]);
        }
    }
    let of_locale = |locale: LocaleIndex| missing(library, locale, words.get(&library[locale].code)?);
    library.locales().filter_map(of_locale).collect()
}

fn missing(library: &Library, locale: LocaleIndex, words: &str) -> Option<Diagnostic> {
    let missing = missing_letters(&library.theme, words);
    let named: Vec<_> = missing.iter().take(MOST_NAMED).map(|letter| format!("`{letter}`")).collect();
    (!named.is_empty()).then(|| {
        let more = if missing.len() > MOST_NAMED { " and others" } else { "" };
        let message = format!("no font of the theme has {}{more}", named.join(", "));
        let help = format!("add a font that does to `themes/{}/fonts/`, as a .ttf or .otf file", library.theme.name);
        Diagnostic::warning(Code::MissingGlyph, message)
            .at(library[locale].place.clone())
            .in_locale(&library[locale].code)
            .help(help)
    })
}
