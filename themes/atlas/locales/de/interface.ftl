### Words of the frame that surrounds every page: document head, header, footer,
### and the parts that several kinds of pages share.

# Link at the top left of every page, footer, and name of the site in previews. -brand is what the site is called: `name` in its
# configuration, or a term of its own.
site-name = { -brand }

# Under the name of the site, on the home page and in the footer.
site-tagline = Stellenbeschreibungen auf einen Blick


## Document titles (browser tab, search results)

# Most pages. $title (String): the title of the page.
title-page = { $title } – { -brand }

# Pages of one job description. $role (String): the role, such as "Java-Entwickler (m/w/d)".
title-role = Stellenbeschreibung: { $role } – { -brand }

# Home page.
title-home = { -brand }: Stellenbeschreibungen


## Header

# First link of the page, visible when it has the keyboard focus.
skip-to-content = Zum Inhalt springen

# For screen readers: name of the announcement line above the header.
announcement-label = Ankündigung

# For screen readers: name of the main navigation.
navigation-label = Hauptnavigation

# For screen readers: name of the switch between light and dark. It is pressed when the page is dark.
scheme-dark = Dunkle Farben

# For screen readers: name of the path that leads to the current page.
breadcrumb-label = Sie sind hier

# First entry of the breadcrumb: the home page.
breadcrumb-home = Startseite


## Languages

# Before the list of languages under the title of a page.
languages-available = Verfügbare Sprachen

# Heading of the same list after the text.
languages-heading = Diese Seite in anderen Sprachen

# Notice above a text that nobody has translated yet. The element "original" is a link to the text's own page.
# $language (String): the name of the language of the text, such as "English".
notice-fallback = Diese Seite ist noch nicht übersetzt. Sprache des folgenden Textes: <a data-l10n-name="original">{ $language }</a>.

# Notice above a translation that may lag behind its original. The element "original" is a link to the original.
# $language (String): the name of the language of the original. $date (String): the day on which the original changed.
notice-stale = Das <a data-l10n-name="original">Original ({ $language })</a> wurde am { DATETIME($date, dateStyle: "long") } geändert. Diese Übersetzung ist möglicherweise noch auf dem früheren Stand.
# The same where the day is not known.
notice-stale-undated = Das <a data-l10n-name="original">Original ({ $language })</a> wurde geändert. Diese Übersetzung ist möglicherweise noch auf dem früheren Stand.


## Lists of entries

# Beside the name of a collection, category, or group.
# $count (Number): how many entries it has.
entry-count = { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
}

# Before the date of the last change of a text, as in "Aktualisiert am 02.11.2026".
updated = Aktualisiert am

# The date itself. $date (String): a day, such as "2026-11-02".
date = { DATETIME($date, dateStyle: "long") }

# Before a link to the category of an entry, as in "Fachgebiet: Informationstechnologie".
category-label = Fachgebiet


## Newsletter form, above the footer

newsletter-heading = Newsletter
newsletter-text = Unsere Neuigkeiten per E-Mail. Abmeldung jederzeit möglich.
newsletter-email = E-Mail-Adresse
newsletter-button = Abonnieren


## Footer

# For screen readers: name of the navigation in the footer.
footer-label = Fußzeile

# Heading of the telephone numbers.
footer-phones = Rufen Sie uns an

# Heading of the links to social networks.
footer-social = Folgen Sie uns

# For screen readers: name of the links to legal pages.
footer-legal = Rechtliches

copyright = © { -brand }
