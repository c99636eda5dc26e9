//! What is the same on all pages of a locale.

use std::collections::BTreeMap;

use super::link::href;
use super::view::{
    AnnouncementView, FooterView, FormView, LanguageView, LinkGroupView, LinkView, LocaleView, PhoneView, SearchView,
    SiteFacts, SiteView, UrlView,
};
use crate::parse::chrome::Phone;
use crate::parse::program_messages::{
    ACTION, ACTION_DESCRIPTION, ANNOUNCEMENT, ANNOUNCEMENT_LINK, FOOTER, FOOTER_DESCRIPTION, Family, HOME_COLLECTIONS,
    LEGAL, LEGAL_DESCRIPTION, NAVIGATION, NAVIGATION_DESCRIPTION, PHONE, SOCIAL, SOCIAL_DESCRIPTION, Single,
};
use crate::place::Located;
use crate::plan::{FileAddresses, feed};
use crate::resolve::chrome::{ChromeGroup, ChromeLink};
use crate::resolve::library::{Library, LocaleIndex};
use crate::resolve::theme_options::ThemeOptions;

/// The view of the site for readers of a locale.
pub(super) fn view(library: &Library, addresses: &FileAddresses, locale: LocaleIndex) -> SiteView {
    let words = Words { library, locale };
    let chrome = &library.chrome;
    let home = library.home(locale);
    SiteView {
        site: SiteFacts {
            base_url: library.base_url.to_string(),
            default_locale: library[library.default_locale].code.to_string(),
        },
        theme: theme_options(library, locale),
        theme_stylesheet: addresses.theme_stylesheet().map(|path| library.url(path)),
        locale: locale_view(library, locale),
        home: UrlView { url: library.url(home.as_str()) },
        feed: feed::path(library, locale).map(|path| UrlView { url: library.url(&path) }),
        search: library.search(locale).map(|page| SearchView {
            url: library.url(page.as_str()),
            index: library.url(&library.search_index(locale)),
        }),
        index: library.index_page(locale).map(|page| UrlView { url: library.url(page.as_str()) }),
        skills_page: library.skills_page(locale).map(|page| UrlView { url: library.url(page.as_str()) }),
        announcement: chrome.announcement.as_ref().and_then(|link| {
            Some(AnnouncementView {
                text: words.message(&ANNOUNCEMENT),
                link_text: words.message(&ANNOUNCEMENT_LINK),
                url: href(library, &link.value, locale)?.url,
            })
        }),
        navigation: if chrome.navigation.is_empty() {
            words.collections()
        } else {
            words.groups(&NAVIGATION, &NAVIGATION_DESCRIPTION, &chrome.navigation)
        },
        actions: words.links(&ACTION, &ACTION_DESCRIPTION, &chrome.actions),
        post_job: chrome.post_job.as_ref().map(|action| FormView { action: action.to_string() }),
        newsletter: chrome.newsletter.as_ref().map(|action| FormView { action: action.to_string() }),
        footer: FooterView {
            columns: words.groups(&FOOTER, &FOOTER_DESCRIPTION, &chrome.footer),
            phones: words.phones(),
            social: words.links(&SOCIAL, &SOCIAL_DESCRIPTION, &chrome.social),
            legal: words.links(&LEGAL, &LEGAL_DESCRIPTION, &chrome.legal),
        },
    }
}

/// The options of the theme; those that name files have the addresses of the files.
fn theme_options(library: &Library, locale: LocaleIndex) -> BTreeMap<String, Option<String>> {
    let ThemeOptions { values, files, .. } = &library.theme_options;
    let address = |name: &String| Some(href(library, files.get(name)?, locale)?.url);
    values.iter().map(|(name, value)| (name.clone(), address(name).or_else(|| value.clone()))).collect()
}

pub(super) fn locale_view(library: &Library, locale: LocaleIndex) -> LocaleView {
    let locale = &library[locale];
    LocaleView { code: locale.code.to_string(), name: locale.name.clone(), direction: locale.direction }
}

/// All languages of the site, with their home pages.
pub(super) fn languages(library: &Library) -> Vec<LanguageView> {
    let view =
        |locale| LanguageView { locale: locale_view(library, locale), url: library.url(library.home(locale).as_str()) };
    library.locales().map(view).collect()
}

/// Words for what the configuration lists.
struct Words<'l> {
    library: &'l Library,
    locale: LocaleIndex,
}

impl Words<'_> {
    fn message(&self, of: &Single) -> String {
        self.library.messages.say(self.locale, of)
    }

    fn name(&self, of: &Family, id: &Located<String>) -> String {
        self.library.messages.name(self.locale, of, &id.value)
    }

    fn link(&self, title: &Family, description: &Family, link: &ChromeLink) -> Option<LinkView> {
        Some(LinkView {
            id: link.id.value.clone(),
            title: self.name(title, &link.id),
            description: self.name(description, &link.id),
            url: href(self.library, &link.destination, self.locale)?.url,
        })
    }

    fn links(&self, title: &Family, description: &Family, links: &[ChromeLink]) -> Vec<LinkView> {
        links.iter().filter_map(|link| self.link(title, description, link)).collect()
    }

    fn groups(&self, title: &Family, description: &Family, groups: &[ChromeGroup]) -> Vec<LinkGroupView> {
        let view = |group: &ChromeGroup| LinkGroupView {
            id: group.id.value.clone(),
            title: self.name(title, &group.id),
            items: self.links(title, description, &group.items),
        };
        groups.iter().map(view).collect()
    }

    fn phones(&self) -> Vec<PhoneView> {
        let view = |phone: &Phone| PhoneView {
            id: phone.id.value.clone(),
            title: self.name(&PHONE, &phone.id),
            number: phone.number.clone(),
            url: format!("tel:{}", phone.dialed),
        };
        self.library.chrome.phones.iter().map(view).collect()
    }

    /// Without a menu in the configuration, one that leads to the collections.
    fn collections(&self) -> Vec<LinkGroupView> {
        let shown = self.library.collections().filter(|collection| self.library[*collection].kind.is_content());
        let items: Vec<_> = shown
            .map(|collection| {
                let names = self.library.names(collection, self.locale);
                LinkView {
                    id: self.library[collection].id.to_string(),
                    title: names.title.clone(),
                    description: names.description.clone().unwrap_or_default(),
                    url: self.library.url(self.library.listing(collection, self.locale).as_str()),
                }
            })
            .collect();
        if items.is_empty() {
            return Vec::new();
        }
        vec![LinkGroupView { id: "collections".to_owned(), title: self.message(&HOME_COLLECTIONS), items }]
    }
}
