### What this library says in words of its own, instead of those of the theme. It offers templates to every employer.

## Name and home page

site-tagline = Περιγραφές θέσεων και οδηγοί προσλήψεων, στα μέτρα σας
title-home = { -brand }: περιγραφές θέσεων και οδηγοί προσλήψεων
home-collections = Η βιβλιοθήκη


## Collections

collection-job-descriptions = Περιγραφές θέσεων εργασίας
    .slug = perigrafes-theseon-ergasias
    .singular = Περιγραφή θέσης εργασίας
    .description = Πρότυπα για κάθε ρόλο, με αρμοδιότητες και προσόντα που μπορείτε να προσαρμόσετε και να δημοσιεύσετε.
collection-interview-questions = Ερωτήσεις συνέντευξης
    .slug = erotiseis-synentefxis
    .singular = Ερωτήσεις συνέντευξης
    .description = Ερωτήσεις που δείχνουν πώς εργάζονται οι υποψήφιοι, με σχόλια για το τι περιέχει μια καλή απάντηση.
collection-tutorials = Πρακτικοί οδηγοί
    .slug = praktikoi-odigoi
    .singular = Πρακτικός οδηγός
    .description = Οδηγοί βήμα βήμα για τη σύνταξη αγγελιών, τις συνεντεύξεις και την τελική απόφαση.
collection-categories = Τομείς εργασίας
    .slug = tomeis
    .singular = Τομέας εργασίας
    .description = Όλο το υλικό της βιβλιοθήκης, ανά τομέα.


## Roles

role-facts = Σχετικά με το πρότυπο


## Newsletter form

newsletter-heading = Για καλύτερες προσλήψεις, μία φορά τον μήνα
newsletter-text = Νέα πρότυπα και πρακτικοί οδηγοί στο email σας. Χωρίς διαφημίσεις και με δυνατότητα διαγραφής όποτε θέλετε.


## Lists and search

index-summary = Όλοι οι τίτλοι θέσεων της βιβλιοθήκης με αλφαβητική σειρά, μαζί με τα άλλα ονόματα με τα οποία αναζητούνται.
skills-roles = Περιγραφές θέσεων που ζητούν «{ $skill }», με αρμοδιότητες και απαραίτητα προσόντα για αντιγραφή και προσαρμογή.
search-summary = Βρείτε περιγραφές θέσεων, ερωτήσεις συνέντευξης, οδηγούς και όρους.
search-label = Αναζήτηση στη βιβλιοθήκη
search-failed = Η αναζήτηση δεν φορτώθηκε. Περιηγηθείτε στη βιβλιοθήκη παρακάτω.
search-noscript = Η αναζήτηση χρειάζεται JavaScript, που είναι απενεργοποιημένη. Περιηγηθείτε στη βιβλιοθήκη παρακάτω.
search-browse = Περιήγηση στη βιβλιοθήκη


## Languages

not-found-languages = Η βιβλιοθήκη σε άλλες γλώσσες
languages-summary = Η βιβλιοθήκη δημοσιεύεται σε πολλές γλώσσες. Επιλέξτε εκείνη στην οποία θέλετε να τη διαβάσετε.
