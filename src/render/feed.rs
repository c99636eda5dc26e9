//! A locale's feed, in the Atom Syndication Format, RFC 4287.

use crate::parse::program_messages::{HOME_SUMMARY, SITE_NAME};
use crate::plan::feed::{self, Item};
use crate::resolve::library::{Library, LocaleIndex};
use crate::xml::escape;

/// The feed of a locale: the entries that were last updated.
pub(super) fn render(library: &Library, locale: LocaleIndex) -> String {
    let items = feed::items(library, locale);
    let path = feed::path(library, locale).expect("only feeds with entries are planned");
    let newest = items[0].updated;
    let home = library.absolute_url(library.home(locale).as_str());
    let title = library.messages.say(locale, &SITE_NAME);
    let mut feed = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{code}\">\n\
         <title>{title}</title>\n\
         <subtitle>{subtitle}</subtitle>\n\
         <id>{home}</id>\n\
         <link rel=\"self\" href=\"{own}\"/>\n\
         <link rel=\"alternate\" href=\"{home}\"/>\n\
         <author><name>{title}</name></author>\n\
         <updated>{newest}T00:00:00Z</updated>\n",
        code = library[locale].code,
        title = escape(&title),
        subtitle = escape(&library.messages.say(locale, &HOME_SUMMARY)),
        home = escape(&home),
        own = escape(&library.absolute_url(&path)),
    );
    feed.extend(items.iter().map(|entry| item(library, locale, entry)));
    feed.push_str("</feed>\n");
    feed
}

fn item(library: &Library, locale: LocaleIndex, Item { entry, page, updated }: &Item) -> String {
    let entry = *entry;
    let collection = library.names(library[entry].collection, locale);
    format!(
        "<entry>\n\
         <title>{title}</title>\n\
         <id>{url}</id>\n\
         <link href=\"{url}\"/>\n\
         <category term=\"{term}\" label=\"{label}\"/>\n\
         <updated>{updated}T00:00:00Z</updated>\n\
         <summary>{summary}</summary>\n\
         </entry>\n",
        title = escape(&page.text.title.value),
        url = escape(&library.absolute_url(page.permalink.as_str())),
        term = library[library[entry].collection].id,
        label = escape(&collection.title),
        summary = escape(&page.text.summary),
    )
}
