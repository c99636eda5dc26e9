### Words of the frame that surrounds every page: document head, header, footer,
### and the parts that several kinds of pages share.

# Link at the top left of every page, footer, and name of the site in previews. -brand is what the site is called: `name` in its
# configuration, or a term of its own.
site-name = { -brand }

# Under the name of the site, on the home page and in the footer.
site-tagline = Les fiches de poste en un coup d’œil


## Document titles (browser tab, search results)

# Most pages. $title (String): the title of the page.
title-page = { $title } – { -brand }

# Pages of one job description. $role (String): the role, such as "Développeur Java (H/F)".
# The colon avoids the elision of "de" before a vowel.
title-role = Fiche de poste : { $role } – { -brand }

# Home page.
title-home = { -brand } : fiches de poste


## Header

# First link of the page, visible when it has the keyboard focus.
skip-to-content = Aller au contenu

# For screen readers: name of the announcement line above the header.
announcement-label = Annonce

# For screen readers: name of the main navigation.
navigation-label = Navigation principale

# For screen readers: name of the switch between light and dark. It is pressed when the page is dark.
scheme-dark = Couleurs sombres

# For screen readers: name of the path that leads to the current page.
breadcrumb-label = Fil d’Ariane

# First entry of the breadcrumb: the home page.
breadcrumb-home = Accueil


## Languages

# Before the list of languages under the title of a page.
languages-available = Disponible en

# Heading of the same list after the text.
languages-heading = Cette page dans d’autres langues

# Notice above a text that nobody has translated yet. The element "original" is a link to the text's own page.
# $language (String): the name of the language of the text, such as "English".
notice-fallback = Cette page n’est pas encore traduite. Langue du texte ci-dessous : <a data-l10n-name="original">{ $language }</a>.

# Notice above a translation that may lag behind its original. The element "original" is a link to the original.
# $language (String): the name of the language of the original. $date (String): the day on which the original changed.
notice-stale = L’<a data-l10n-name="original">original ({ $language })</a> a été modifié le { DATETIME($date, dateStyle: "long") }. Il se peut que cette traduction ne tienne pas encore compte des changements.
# The same where the day is not known.
notice-stale-undated = L’<a data-l10n-name="original">original ({ $language })</a> a été modifié. Il se peut que cette traduction ne tienne pas encore compte des changements.


## Lists of entries

# Beside the name of a collection, category, or group.
# $count (Number): how many entries it has.
entry-count = { $count ->
    [one] { $count } contenu
    [many] { $count } de contenus
   *[other] { $count } contenus
}

# Before the date of the last change of a text. A noun, so that no agreement is needed.
updated = Dernière mise à jour

# The date itself. $date (String): a day, such as "2026-11-02".
date = { DATETIME($date, dateStyle: "long") }

# Before a link to the category of an entry.
category-label = Domaine


## Newsletter form, above the footer

newsletter-heading = Lettre d’information
newsletter-text = Nos actualités par e-mail. Désabonnement possible à tout moment.
newsletter-email = Adresse e-mail
newsletter-button = S’abonner


## Footer

# For screen readers: name of the navigation in the footer.
footer-label = Pied de page

# Heading of the telephone numbers.
footer-phones = Appelez-nous

# Heading of the links to social networks.
footer-social = Suivez-nous

# For screen readers: name of the links to legal pages.
footer-legal = Informations légales

copyright = © { -brand }
