### Search: the field in the header and the page that shows results.

# Title of the search page. .slug is a part of its address: lower-case letters, digits, and hyphens.
search-title = Αναζήτηση
    .slug = anazitisi
search-summary = Βρείτε περιγραφές θέσεων, ερωτήσεις συνέντευξης, οδηγούς και όρους.

# Name of the field for screen readers, hint in it, and button beside it.
search-label = Αναζήτηση στη βιβλιοθήκη
search-placeholder = Αναζήτηση
search-button = Αναζήτηση

# $count (String): the number of results, filled in by the page; so the sentence must fit any number.
search-found = Αποτελέσματα: { $count }
search-none = Δεν βρέθηκε τίποτα. Δοκιμάστε άλλη λέξη ή λιγότερες λέξεις.

# The index could not be fetched; the browser runs no scripts. The library is listed below the field.
search-failed = Η αναζήτηση δεν φορτώθηκε. Περιηγηθείτε στη βιβλιοθήκη παρακάτω.
search-noscript = Η αναζήτηση χρειάζεται JavaScript, που είναι απενεργοποιημένη. Περιηγηθείτε στη βιβλιοθήκη παρακάτω.

# Heading of the collections on the search page.
search-browse = Περιήγηση στη βιβλιοθήκη
