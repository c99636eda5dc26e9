### Search: the field in the header and the page that shows results.

# Title of the search page. .slug is a part of its address: lower-case letters, digits, and hyphens.
search-title = Αναζήτηση
    .slug = anazitisi
search-summary = Αναζητήστε σε όλες τις σελίδες του ιστοτόπου.

# Name of the field for screen readers, hint in it, and button beside it.
search-label = Αναζήτηση στον ιστότοπο
search-placeholder = Αναζήτηση
search-button = Αναζήτηση

# $count (String): the number of results, filled in by the page; so the sentence must fit any number.
search-found = Αποτελέσματα: { $count }
search-none = Δεν βρέθηκε τίποτα. Δοκιμάστε άλλη λέξη ή λιγότερες λέξεις.

# The index could not be fetched; the browser runs no scripts. The collections are listed below the field.
search-failed = Η αναζήτηση δεν φορτώθηκε. Περιηγηθείτε στα περιεχόμενα παρακάτω.
search-noscript = Η αναζήτηση χρειάζεται JavaScript, που είναι απενεργοποιημένη. Περιηγηθείτε στα περιεχόμενα παρακάτω.

# Heading of the collections on the search page.
search-browse = Περιήγηση στα περιεχόμενα
