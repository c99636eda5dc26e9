### Words of this site: announcement, navigation, calls to action, and footer.
### The configuration of the site refers to these ids.

## Announcement, the line above the header

announcement = Νέο στη βιβλιοθήκη: ερωτήσεις συνέντευξης για ομάδες υποστήριξης πελατών.
    .link = Δείτε τις ερωτήσεις


## Home page

home-summary = Δωρεάν περιγραφές θέσεων, ερωτήσεις συνέντευξης και οδηγοί προσλήψεων, με προσεκτική επιμέλεια, σε πολλές γλώσσες.


## Navigation: groups that open, and their entries with one line of description

# First step of the breadcrumb, instead of the theme's word: the library is a toolkit.
breadcrumb-home = Εργαλειοθήκη

navigation-templates = Πρότυπα
navigation-overview = Επισκόπηση
    .description = Όλη η βιβλιοθήκη με μια ματιά
navigation-job-descriptions = Περιγραφές θέσεων εργασίας
    .description = Αρμοδιότητες και προσόντα, έτοιμα για επεξεργασία
navigation-interview-questions = Ερωτήσεις συνέντευξης
    .description = Τι να ρωτήσετε και τι δείχνει μια καλή απάντηση

navigation-guides = Οδηγοί
navigation-tutorials = Πρακτικοί οδηγοί
    .description = Πρακτική βοήθεια για κάθε βήμα της πρόσληψης
navigation-hr-terms = Όροι HR
    .description = Το λεξιλόγιο του HR με απλά λόγια

navigation-fields = Τομείς
navigation-information-technology = Πληροφορική
    .description = Ανάπτυξη, δοκιμές και δεδομένα
navigation-customer-service = Εξυπηρέτηση πελατών
    .description = Υποστήριξη μέσω τηλεφώνου, email και chat
navigation-human-resources = Ανθρώπινο δυναμικό
    .description = Άνθρωποι, μισθοδοσία και απασχόληση


## Calls to action in the header: keep them short

action-contact = Επικοινωνία
action-demo = Ζητήστε demo


## Footer: columns and their links

footer-product = Προϊόν
footer-overview = Επισκόπηση
footer-demo = Ζητήστε demo
footer-pricing = Τιμές

footer-resources = Χρήσιμο υλικό
footer-job-descriptions = Περιγραφές θέσεων εργασίας
footer-interview-questions = Ερωτήσεις συνέντευξης
footer-tutorials = Πρακτικοί οδηγοί
footer-hr-terms = Όροι HR
footer-about-library = Σχετικά με τη βιβλιοθήκη

footer-company = Εταιρεία
footer-about = Ποιοι είμαστε
footer-careers = Καριέρα
footer-press = Γραφείο Τύπου


## Footer: regions of the telephone numbers

phone-us = Ηνωμένες Πολιτείες
phone-gr = Ελλάδα
phone-de = Γερμανία


## Footer: social networks (names: do not translate them)

social-linkedin = LinkedIn
social-youtube = YouTube
social-mastodon = Mastodon


## Footer: legal line

legal-privacy = Απόρρητο
legal-terms = Όροι χρήσης
legal-accessibility = Προσβασιμότητα


## Sections of roles, beyond those that the theme names

section-equal-opportunity = Ίσες ευκαιρίες
