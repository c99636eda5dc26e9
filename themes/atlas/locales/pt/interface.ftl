### Words of the frame that surrounds every page: document head, header, footer,
### and the parts that several kinds of pages share.

# Link at the top left of every page, footer, and name of the site in previews. -brand is what the site is called: `name` in its
# configuration, or a term of its own.
site-name = { -brand }

# Under the name of the site, on the home page and in the footer.
site-tagline = Descrições de funções num relance


## Document titles (browser tab, search results)

# Most pages. $title (String): the title of the page.
title-page = { $title } – { -brand }

# Pages of one job description. $role (String): the role, such as "Programador Java (m/f)".
title-role = Descrição de funções de { $role } – { -brand }

# Home page.
title-home = { -brand }: descrições de funções


## Header

# First link of the page, visible when it has the keyboard focus.
skip-to-content = Saltar para o conteúdo

# For screen readers: name of the announcement line above the header.
announcement-label = Aviso

# For screen readers: name of the main navigation.
navigation-label = Principal

# For screen readers: name of the switch between light and dark. It is pressed when the page is dark.
scheme-dark = Cores escuras

# For screen readers: name of the path that leads to the current page.
breadcrumb-label = Localização no site

# First entry of the breadcrumb: the home page.
breadcrumb-home = Início


## Languages

# Before the list of languages under the title of a page.
languages-available = Disponível em

# Heading of the same list after the text.
languages-heading = Esta página noutras línguas

# Notice above a text that nobody has translated yet. The element "original" is a link to the text's own page.
# $language (String): the name of the language of the text. Worded so that any form of the name fits.
notice-fallback = Esta página ainda não foi traduzida. Língua do texto que se segue: <a data-l10n-name="original">{ $language }</a>.

# Notice above a translation that may lag behind its original. The element "original" is a link to the original.
# $language (String): the name of the language of the original. $date (String): the day on which the original changed.
notice-stale = O <a data-l10n-name="original">original ({ $language })</a> foi alterado em { DATETIME($date, dateStyle: "long") }. Esta tradução pode ainda não refletir as alterações.
# The same where the day is not known.
notice-stale-undated = O <a data-l10n-name="original">original ({ $language })</a> foi alterado. Esta tradução pode ainda não refletir as alterações.


## Lists of entries

# Beside the name of a collection, category, or group.
# $count (Number): how many entries it has.
# European Portuguese takes the plural after zero; CLDR counts 0 as "one" for pt, hence [0].
entry-count = { $count ->
    [0] { $count } conteúdos
    [one] { $count } conteúdo
    [many] { $count } de conteúdos
   *[other] { $count } conteúdos
}

# Before the date of the last change of a text, as in "Atualizado em 02/11/2026".
updated = Atualizado em

# The date itself. $date (String): a day, such as "2026-11-02".
date = { DATETIME($date, dateStyle: "long") }

# Before a link to the category of an entry, as in "Área: Tecnologias de informação".
category-label = Área


## Newsletter form, above the footer

newsletter-heading = Newsletter
newsletter-text = As nossas novidades por email. Pode cancelar a subscrição a qualquer momento.
newsletter-email = Endereço de email
newsletter-button = Subscrever


## Footer

# For screen readers: name of the navigation in the footer.
footer-label = Rodapé

# Heading of the telephone numbers.
footer-phones = Ligue-nos

# Heading of the links to social networks.
footer-social = Siga-nos

# For screen readers: name of the links to legal pages.
footer-legal = Informação legal

copyright = © { -brand }
