//! The pictures that social networks show beside links to pages.
//!
//! A picture is painted from its [`Card`] and nothing else, and its name is the hash of that card: one that an earlier build
//! has painted under the same name is still right.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::{PageRoute, Planner, Route, sitemap};
use crate::fingerprint::Fingerprint;
use crate::locale::{Direction, LocaleCode};
use crate::parse::config::Kind;
use crate::parse::program_messages::{HOME_SUMMARY, SITE_NAME, Single};
use crate::resolve::library::Library;

/// All that a picture is made from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Card {
    /// What it says.
    pub image: Words,
    /// The locale of the words.
    pub locale: CardLocale,
    /// What all pictures of a site are made with.
    pub tools: Arc<Tools>,
}

/// What all pictures of a site are made with.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tools {
    /// What the site sets of the theme's options.
    pub options: BTreeMap<String, Option<String>>,
    /// The hash of the theme's template and fonts.
    pub template: String,
    /// The version of the program.
    pub version: &'static str,
}

/// What a picture says.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Words {
    /// The page's title.
    pub title: String,
    /// What kind of page it is; may be empty.
    pub label: String,
    /// One or two sentences; may be empty.
    pub summary: String,
    /// The name of the site.
    pub site: String,
}

/// What a picture can tell of its locale.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CardLocale {
    /// Its BCP 47 code.
    pub code: LocaleCode,
    /// Its name as its own speakers write it.
    pub name: String,
    /// The direction in which it is written.
    pub direction: Direction,
}

/// Plans a picture for each page that search engines are to know of, but of skills, titles and results.
pub(super) fn plan(planner: &mut Planner) {
    let library = planner.library;
    let Some(template) = library.social_image() else { return };
    let tools = Arc::new(Tools {
        options: library.theme_options.values.clone(),
        template: template.fingerprint.clone(),
        version: env!("CARGO_PKG_VERSION"),
    });
    for page in sitemap::pages(library) {
        let Some(image) = words(library, page) else { continue };
        let locale = &library[page.locale().unwrap_or(library.default_locale)];
        let card = Card {
            image,
            locale: CardLocale { code: locale.code.clone(), name: locale.name.clone(), direction: locale.direction },
            tools: Arc::clone(&tools),
        };
        let path = format!("assets/social/{}.png", &Fingerprint::of_value(&card).to_string()[..16]);
        planner.routes.addresses.social_images.insert(page, path.clone());
        // Pages that say the same share a picture.
        if planner.routes.get(&path).is_none() {
            planner.add(&path, Route::SocialImage(Box::new(card)));
        }
    }
}

fn words(library: &Library, page: PageRoute) -> Option<Words> {
    let locale = page.locale().unwrap_or(library.default_locale);
    let message = |of: &Single| library.messages.say(locale, of);
    // SVG has no form for control characters.
    let plain = |text: String| text.replace(char::is_control, "");
    let words = |title, label, summary| Words {
        title: plain(title),
        label: plain(label),
        summary: plain(summary),
        site: plain(message(&SITE_NAME)),
    };
    match page {
        PageRoute::Languages | PageRoute::Home(_) => {
            Some(words(message(&SITE_NAME), String::new(), message(&HOME_SUMMARY)))
        }
        PageRoute::Listing(_, collection) => {
            let names = library.names(collection, locale);
            Some(words(names.title.clone(), String::new(), names.description.clone().unwrap_or_default()))
        }
        PageRoute::Entry(_, entry) => {
            let text = &library.page(entry, locale)?.text;
            let label = match library.kind(entry) {
                Kind::Page => String::new(),
                _ => library.names(library[entry].collection, locale).singular.clone(),
            };
            Some(words(text.title.value.clone(), label, text.summary.clone()))
        }
        PageRoute::Skill(..)
        | PageRoute::Facet(..)
        | PageRoute::Skills(_)
        | PageRoute::Index(_)
        | PageRoute::NotFound(_)
        | PageRoute::Search(_) => None,
    }
}
