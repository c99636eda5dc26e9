## fault: rightly-unchanged
list-separator = ,{ " " }
no-results = Brak ofert
## fault: empty-value
loading = { "" }
## fault: untranslated
back-link = Back to all jobs
## fault: leading-space
skip-link = { "\u00A0" }Przejdź do treści
search-key = Szukaj
