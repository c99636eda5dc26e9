### Search: the field in the header and the page that shows results.

# Title of the search page. .slug is a part of its address: lower-case letters, digits, and hyphens.
search-title = Recherche
    .slug = recherche
search-summary = Recherchez dans toutes les pages de ce site.

# Name of the field for screen readers, hint in it, and button beside it.
search-label = Rechercher sur ce site
search-placeholder = Rechercher
search-button = Rechercher

# $count (String): the number of results, filled in by the page; so the sentence must fit any number.
search-found = Résultats : { $count }
search-none = Aucun résultat. Essayez un autre mot, ou moins de mots.

# The index could not be fetched; the browser runs no scripts. The collections are listed below the field.
search-failed = La recherche n’a pas pu être chargée. Parcourez les contenus ci-dessous.
search-noscript = La recherche nécessite JavaScript, qui est désactivé dans votre navigateur. Parcourez les contenus ci-dessous.

# Heading of the collections on the search page.
search-browse = Parcourir les contenus
