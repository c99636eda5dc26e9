### Search: the field in the header and the page that shows results.

# Title of the search page. .slug is a part of its address: lower-case letters, digits, and hyphens.
search-title = Búsqueda
    .slug = busqueda
search-summary = Encuentre descripciones de puesto, preguntas de entrevista, guías y términos.

# Name of the field for screen readers, hint in it, and button beside it.
search-label = Buscar en la biblioteca
search-placeholder = Buscar
search-button = Buscar

# $count (String): the number of results, filled in by the page; so the sentence must fit any number.
search-found = Resultados: { $count }
search-none = No se ha encontrado nada. Pruebe con otra palabra o con menos palabras.

# The index could not be fetched; the browser runs no scripts. The library is listed below the field.
search-failed = No se ha podido cargar la búsqueda. Explore la biblioteca más abajo.
search-noscript = La búsqueda necesita JavaScript, que está desactivado. Explore la biblioteca más abajo.

# Heading of the collections on the search page.
search-browse = Explorar la biblioteca
