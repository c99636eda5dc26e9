## fault: trailing-space
list-separator = ,{ " " }{ " " }
## fault: trailing-space
no-results = Δεν βρέθηκαν θέσεις{ " " }
## fault: untranslated
loading = Loading the list
back-link = Πίσω σε όλες τις θέσεις
## fault: empty-value
skip-link = { "  " }
search-key = Αναζήτηση
