### Collections of the library. Each has a title (headings, breadcrumbs, cards), and
###   .slug          part of addresses: lower-case letters, digits, and hyphens
###   .singular      one entry of the collection, shown above the title of an article
###   .description   one line for cards and the top of the listing

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

collection-hr-terms = Όροι HR
    .slug = oroi-hr
    .singular = Όρος HR
    .description = Το λεξιλόγιο του HR με απλά λόγια και παραδείγματα.

collection-categories = Τομείς εργασίας
    .slug = tomeis
    .singular = Τομέας εργασίας
    .description = Όλο το υλικό της βιβλιοθήκης, ανά τομέα.
