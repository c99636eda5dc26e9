### Words of the frame that surrounds every page: document head, header, footer,
### and the parts that several kinds of pages share.

# Link at the top left of every page, footer, and name of the site in previews. -brand is what the site is called: `name` in its
# configuration, or a term of its own.
site-name = { -brand }

# Under the name of the site, on the home page and in the footer.
site-tagline = Descripciones de puestos de un vistazo


## Document titles (browser tab, search results)

# Most pages. $title (String): the title of the page.
title-page = { $title } – { -brand }

# Pages of one job description. $role (String): the role, such as "Java Developer".
title-role = Descripción de puesto: { $role } – { -brand }

# Home page.
title-home = { -brand }: descripciones de puestos


## Header

# First link of the page, visible when it has the keyboard focus.
skip-to-content = Saltar al contenido

# For screen readers: name of the announcement line above the header.
announcement-label = Aviso

# For screen readers: name of the main navigation.
navigation-label = Principal

# For screen readers: name of the switch between light and dark. It is pressed when the page is dark.
scheme-dark = Colores oscuros

# For screen readers: name of the path that leads to the current page.
breadcrumb-label = Ruta de navegación

# First entry of the breadcrumb: the home page.
breadcrumb-home = Inicio


## Languages

# Before the list of languages under the title of a page.
languages-available = Disponible en

# Heading of the same list after the text.
languages-heading = Esta página en otros idiomas

# Notice above a text that nobody has translated yet. The element "original" is a link to the text's own page.
# $language (String): the name of the language of the text, such as "English".
notice-fallback = Esta página aún no se ha traducido. Idioma del texto siguiente: <a data-l10n-name="original">{ $language }</a>.

# Notice above a translation that may lag behind its original. The element "original" is a link to the original.
# $language (String): the name of the language of the original. $date (String): the day on which the original changed.
notice-stale = El <a data-l10n-name="original">original ({ $language })</a> se modificó el { DATETIME($date, dateStyle: "long") }. Es posible que esta traducción aún no recoja los cambios.
# The same where the day is not known.
notice-stale-undated = El <a data-l10n-name="original">original ({ $language })</a> se ha modificado. Es posible que esta traducción aún no recoja los cambios.


## Lists of entries

# Beside the name of a collection, category, or group.
# $count (Number): how many entries it has.
entry-count = { $count ->
    [one] { $count } contenido
    [many] { $count } de contenidos
   *[other] { $count } contenidos
}

# Before the date of the last change of a text.
updated = Última actualización

# The date itself. $date (String): a day, such as "2026-11-02".
date = { DATETIME($date, dateStyle: "long") }

# Before a link to the category of an entry, as in "Field: Information technology".
category-label = Área


## Newsletter form, above the footer

newsletter-heading = Boletín
newsletter-text = Nuestras novedades en su correo. Puede darse de baja cuando quiera.
newsletter-email = Correo electrónico
newsletter-button = Suscribirse


## Footer

# For screen readers: name of the navigation in the footer.
footer-label = Pie de página

# Heading of the telephone numbers.
footer-phones = Llámenos

# Heading of the links to social networks.
footer-social = Síganos

# For screen readers: name of the links to legal pages.
footer-legal = Información legal

copyright = © { -brand }
