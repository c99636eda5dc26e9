### Collections. Each has a title (headings, breadcrumbs, cards), and
###   .slug          part of addresses: lower-case letters, digits, and hyphens
###   .singular      one entry of the collection, shown above the title of an article
###   .description   one line for cards and the top of the listing

collection-job-descriptions = Περιγραφές θέσεων εργασίας
    .slug = perigrafes-theseon-ergasias
    .singular = Περιγραφή θέσης εργασίας
    .description = Κάθε θέση, με τις αρμοδιότητες και τα απαραίτητα προσόντα.

collection-interview-questions = Ερωτήσεις συνέντευξης
    .slug = erotiseis-synentefxis
    .singular = Ερωτήσεις συνέντευξης
    .description = Ερωτήσεις για τη συνέντευξη, με σχόλια για τις απαντήσεις.

collection-tutorials = Πρακτικοί οδηγοί
    .slug = praktikoi-odigoi
    .singular = Πρακτικός οδηγός
    .description = Πρακτικοί οδηγοί, βήμα βήμα.

collection-hr-terms = Όροι HR
    .slug = oroi-hr
    .singular = Όρος HR
    .description = Το λεξιλόγιο του HR με απλά λόγια και παραδείγματα.

collection-categories = Τομείς εργασίας
    .slug = tomeis
    .singular = Τομέας εργασίας
    .description = Όλο το περιεχόμενο, ανά τομέα.
