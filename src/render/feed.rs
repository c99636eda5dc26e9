//! A locale's feed, in the Atom Syndication Format, RFC 4287.

use std::borrow::Cow;

use crate::parse::config::Kind;
use crate::parse::program_messages::{HOME_SUMMARY, SITE_NAME};
use crate::resolve::library::{EntryIndex, Library, LocaleIndex, Page};

/// The most entries in a feed.
const LIMIT: usize = 50;

/// The feed of a locale: the entries that were last updated.
pub(super) fn render(library: &Library, locale: LocaleIndex) -> String {
    let mut dated: Vec<_> = library
        .entries()
        .filter(|entry| library.kind(*entry) != Kind::Category)
        .filter_map(|entry| {
            let page = library.page(entry, locale).filter(|page| !page.is_fallback(locale))?;
            Some((page.text.updated?, entry, page))
        })
        .collect();
    dated.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    dated.truncate(LIMIT);

    let home = library.absolute_url(library.home(locale).as_str());
    let newest = dated.first().map_or_else(|| "1970-01-01".to_owned(), |(updated, ..)| updated.to_string());
    let title = library.messages.say(locale, &SITE_NAME);
    let mut feed = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{code}\">\n\
         <title>{title}</title>\n\
         <subtitle>{subtitle}</subtitle>\n\
         <id>{home}</id>\n\
         <link rel=\"self\" href=\"{home}feed.xml\"/>\n\
         <link rel=\"alternate\" href=\"{home}\"/>\n\
         <author><name>{title}</name></author>\n\
         <updated>{newest}T00:00:00Z</updated>\n",
        code = library[locale].code,
        title = escape(&title),
        subtitle = escape(&library.messages.say(locale, &HOME_SUMMARY)),
        home = escape(&home),
    );
    for (updated, entry, page) in dated {
        feed.push_str(&item(library, locale, entry, page, &updated.to_string()));
    }
    feed.push_str("</feed>\n");
    feed
}

fn item(library: &Library, locale: LocaleIndex, entry: EntryIndex, page: &Page, updated: &str) -> String {
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

/// Escapes text for XML, in elements and in quoted attributes; control characters that XML has no form for are left out.
pub(super) fn escape(text: &str) -> Cow<'_, str> {
    // Most of what is escaped are addresses, which are plain ASCII.
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~') && !matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'');
    if text.bytes().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            c if c.is_control() && !matches!(c, '\n' | '\t') => {}
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}
