## fault: missing-space
list-separator = ,
## fault: leading-space
no-results = { " " }Keine Stellen gefunden
## fault: trailing-space
loading = Die Liste wird geladen{ " " }
## fault: empty-value
back-link = { "" }
## fault: untranslated
skip-link = Skip to the content
## fault: untranslated
search-key = Search
