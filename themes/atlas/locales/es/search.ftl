### Search: the field in the header and the page that shows results.

# Title of the search page. .slug is a part of its address: lower-case letters, digits, and hyphens.
search-title = Búsqueda
    .slug = busqueda
search-summary = Busque en todas las páginas de este sitio.

# Name of the field for screen readers, hint in it, and button beside it.
search-label = Buscar en este sitio
search-placeholder = Buscar
search-button = Buscar

# $count (String): the number of results, filled in by the page; so the sentence must fit any number.
search-found = Resultados: { $count }
search-none = No se ha encontrado nada. Pruebe con otra palabra o con menos palabras.

# The index could not be fetched; the browser runs no scripts. The collections are listed below the field.
search-failed = No se ha podido cargar la búsqueda. Explore los contenidos más abajo.
search-noscript = La búsqueda necesita JavaScript, que está desactivado. Explore los contenidos más abajo.

# Heading of the collections on the search page.
search-browse = Explorar los contenidos
