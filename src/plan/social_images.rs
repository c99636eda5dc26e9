//! The pictures that social networks show beside links to pages.
//!
//! Their names are made of all that they depend on, so that a picture that an earlier build has painted is still right.

use serde::Serialize;

use super::{PageRoute, Planner, Route, sitemap};
use crate::resolve::library::{Library, LocaleIndex};

/// What a picture shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Card {
    /// The page's title.
    pub title: String,
    /// What kind of page it is; may be empty.
    pub label: String,
    /// One or two sentences; may be empty.
    pub summary: String,
    /// The name of the site.
    pub site: String,
    /// The locale of the words.
    #[serde(skip)]
    pub locale: LocaleIndex,
}

/// Plans a picture for each page that search engines are to know of, but of skills, titles and results.
pub(super) fn plan(planner: &mut Planner) {
    let library = planner.library;
    let Some(inputs) = library.social_image() else { return };
    let options = format!("{:?}", library.theme_options.values);
    for page in sitemap::pages(library) {
        let Some(card) = card(library, page) else { continue };
        let mut hash = blake3::Hasher::new();
        let code = library[card.locale].code.to_string();
        let words = [&card.title, &card.label, &card.summary, &card.site, &code, &options];
        for input in
            [env!("CARGO_PKG_VERSION"), inputs.fingerprint.as_str()].into_iter().chain(words.map(String::as_str))
        {
            hash.update(input.as_bytes()).update(b"\0");
        }
        let path = format!("assets/social/{}.png", &hash.finalize().to_hex()[..16]);
        planner.routes.social_images.insert(page, path.clone());
        // Pages that say the same share a picture.
        if planner.routes.get(&path).is_none() {
            planner.add(path, Route::SocialImage(Box::new(card)), None);
        }
    }
}

fn card(library: &Library, page: PageRoute) -> Option<Card> {
    let locale = page.locale().unwrap_or(library.default_locale);
    let message = |id: &str| library.messages.text(locale, id).unwrap_or_default();
    // SVG has no form for control characters.
    let plain = |text: String| text.replace(char::is_control, "");
    let card = |title, label, summary| Card {
        title: plain(title),
        label: plain(label),
        summary: plain(summary),
        site: plain(message("site-name")),
        locale,
    };
    match page {
        PageRoute::Languages | PageRoute::Home(_) => {
            Some(card(message("site-name"), String::new(), message("home-summary")))
        }
        PageRoute::Listing(_, collection) => {
            let names = library.names(collection, locale);
            Some(card(names.title.clone(), String::new(), names.description.clone().unwrap_or_default()))
        }
        PageRoute::Entry(_, entry) => {
            let text = &library.page(entry, locale)?.text;
            let label = library.names(library[entry].collection, locale).singular.clone();
            Some(card(text.title.value.clone(), label, text.summary.clone()))
        }
        PageRoute::Skill(..)
        | PageRoute::Skills(_)
        | PageRoute::Index(_)
        | PageRoute::NotFound(_)
        | PageRoute::Search(_) => None,
    }
}
