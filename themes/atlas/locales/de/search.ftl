### Search: the field in the header and the page that shows results.

# Title of the search page. .slug is a part of its address: lower-case letters, digits, and hyphens.
search-title = Suche
    .slug = suche
search-summary = Durchsuchen Sie alle Seiten dieser Website.

# Name of the field for screen readers, hint in it, and button beside it.
search-label = Website durchsuchen
search-placeholder = Suchen
search-button = Suchen

# $count (String): the number of results, filled in by the page; so the sentence must fit any number.
search-found = Treffer: { $count }
search-none = Nichts gefunden. Versuchen Sie es mit einem anderen Wort oder mit weniger Wörtern.

# The index could not be fetched; the browser runs no scripts. The collections are listed below the field.
search-failed = Die Suche konnte nicht geladen werden. Stöbern Sie unten in den Inhalten.
search-noscript = Die Suche benötigt JavaScript, das in Ihrem Browser deaktiviert ist. Stöbern Sie unten in den Inhalten.

# Heading of the collections on the search page.
search-browse = In den Inhalten stöbern
