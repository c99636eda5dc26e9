## fault: rightly-unchanged
list-separator = ,{ " " }
## fault: untranslated
no-results = No jobs found
## fault: leading-space, trailing-space
loading = { " " }Chargement de la liste{ " " }
back-link = Retour à tous les postes
## fault: empty-value
skip-link = { "" }
search-key = Chercher
