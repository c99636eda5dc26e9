### Words of the frame that surrounds every page: document head, header, footer,
### and the parts that several kinds of pages share.

# Link at the top left of every page, footer, and name of the site in previews. -brand is what the site is called: `name` in its
# configuration, or a term of its own.
site-name = { -brand }

# Under the name of the site, on the home page and in the footer.
site-tagline = Job descriptions at a glance


## Document titles (browser tab, search results)

# Most pages. $title (String): the title of the page.
title-page = { $title } – { -brand }

# Pages of one job description. $role (String): the role, such as "Java Developer".
title-role = { $role } job description – { -brand }

# Home page.
title-home = { -brand }: job descriptions


## Header

# First link of the page, visible when it has the keyboard focus.
skip-to-content = Skip to content

# For screen readers: name of the announcement line above the header.
announcement-label = Announcement

# For screen readers: name of the main navigation.
navigation-label = Main

# For screen readers: name of the switch between light and dark. It is pressed when the page is dark.
scheme-dark = Dark colors

# For screen readers: name of the path that leads to the current page.
breadcrumb-label = Breadcrumb

# First entry of the breadcrumb: the home page.
breadcrumb-home = Home


## Languages

# Before the list of languages under the title of a page.
languages-available = Available in

# Heading of the same list after the text.
languages-heading = This page in other languages

# Notice above a text that nobody has translated yet. The element "original" is a link to the text's own page.
# $language (String): the name of the language of the text, such as "English".
notice-fallback = This page has not been translated yet. The text below is in <a data-l10n-name="original">{ $language }</a>.

# Notice above a translation that may lag behind its original. The element "original" is a link to the original.
# $language (String): the name of the language of the original. $date (String): the day on which the original changed.
notice-stale = The <a data-l10n-name="original">original in { $language }</a> changed on { DATETIME($date, dateStyle: "long") }. This translation may lag behind it.
# The same where the day is not known.
notice-stale-undated = The <a data-l10n-name="original">original in { $language }</a> has changed. This translation may lag behind it.


## Lists of entries

# Beside the name of a collection, category, or group.
# $count (Number): how many entries it has.
entry-count = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}

# Before the date of the last change of a text.
updated = Updated

# The date itself. $date (String): a day, such as "2026-11-02".
date = { DATETIME($date, dateStyle: "long") }

# Before a link to the category of an entry, as in "Field: Information technology".
category-label = Field


## Newsletter form, above the footer

newsletter-heading = Newsletter
newsletter-text = Our news by email. You can unsubscribe at any time.
newsletter-email = Email address
newsletter-button = Subscribe


## Footer

# For screen readers: name of the navigation in the footer.
footer-label = Footer

# Heading of the telephone numbers.
footer-phones = Call us

# Heading of the links to social networks.
footer-social = Follow us

# For screen readers: name of the links to legal pages.
footer-legal = Legal

copyright = © { -brand }
