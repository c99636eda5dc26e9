### Search: the field in the header and the page that shows results.

# Title of the search page. .slug is a part of its address: lower-case letters, digits, and hyphens.
search-title = Pesquisa
    .slug = pesquisa
search-summary = Pesquise em todas as páginas deste site.

# Name of the field for screen readers, hint in it, and button beside it.
search-label = Pesquisar neste site
search-placeholder = Pesquisar
search-button = Pesquisar

# $count (String): the number of results, filled in by the page; so the sentence must fit any number.
search-found = Resultados: { $count }
search-none = Não foi encontrado nada. Experimente outra palavra ou menos palavras.

# The index could not be fetched; the browser runs no scripts. The collections are listed below the field.
search-failed = Não foi possível carregar a pesquisa. Explore os conteúdos mais abaixo.
search-noscript = A pesquisa precisa de JavaScript, que está desativado. Explore os conteúdos mais abaixo.

# Heading of the collections on the search page.
search-browse = Explorar os conteúdos
