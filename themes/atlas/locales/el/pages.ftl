### Words of the different kinds of pages.

## Job description (role)

# Main heading of the page. $role (String): the role, in the nominative,
# such as "Προγραμματιστής/-τρια Java". $role_genitive (String): its genitive, or "none"; the colon then avoids it.
role-heading = { $role_genitive ->
    [none] Περιγραφή θέσης εργασίας: { $role }
   *[other] Περιγραφή θέσης εργασίας { $role_genitive }
}

# Headings of the sections of a job description, and name of the list of skills.
section-brief = Η θέση με λίγα λόγια
section-responsibilities = Αρμοδιότητες
section-requirements = Απαραίτητα προσόντα
section-benefits = Παροχές
section-skills = Δεξιότητες

# Heading of the facts beside the text: other titles, field, date.
role-facts = Λεπτομέρειες

# Before other titles of the same role.
role-alternative-titles = Άλλοι τίτλοι

# Placeholders in the text of a job description, to be replaced by the employer.
# The texts say "η εταιρεία {company}" and give the city after a colon or in brackets.
placeholder-company = [επωνυμία]
placeholder-city = [πόλη]


## Post this job

# Button under the title of a job description and in the panel after the text.
post-job-button = Δημοσίευση θέσης

# Panel after the requirements: heading, explanation, label of the text field.
# $role (String): the role, in the nominative, such as "Προγραμματιστής/-τρια Java".
post-job-heading = Ώρα για πρόσληψη;
post-job-text = Χρησιμοποιήστε το πρότυπο «{ $role }» ως έχει ή προσαρμόστε το πρώτα. Πείτε μας πού βρίσκεται η θέση και ξεκινήστε.
post-job-city = Πόλη


## Related entries, after the text

# Headings of the groups; related-heading serves any other collection.
# $collection (String): the title of the collection, such as "Πρακτικοί οδηγοί".
related-job-descriptions = Σχετικές περιγραφές θέσεων εργασίας
related-interview-questions = Σχετικές ερωτήσεις συνέντευξης
related-topics = Σχετικά θέματα
related-heading = Δείτε επίσης: { $collection }


## Article

# Heading of the table of contents.
article-contents = Σε αυτή τη σελίδα

# Beside an article: how long it takes to read. $minutes (Number): at least 1.
reading-time = Χρόνος ανάγνωσης
reading-minutes = { $minutes ->
    [one] { $minutes } λεπτό
   *[other] { $minutes } λεπτά
}


## Listing of a collection

# For screen readers: name of the list of links to the groups of the page.
listing-jump = Μετάβαση σε τομέα

# Heading of the entries that belong to no category.
listing-other = Άλλες καταχωρίσεις

# Heading of the entries of a long list whose titles begin with no letter: digits, other scripts.
listing-no-letter = #


## Home page

home-summary = Μάθετε τι περιλαμβάνει κάθε θέση και τι απαιτεί.
home-collections = Περιεχόμενα
home-categories = Περιήγηση ανά τομέα


## Page not found

not-found-title = Δεν βρήκαμε αυτή τη σελίδα
not-found-summary = Η διεύθυνση μπορεί να έχει αλλάξει ή να περιέχει τυπογραφικό λάθος.
not-found-suggestions = Δοκιμάστε κάποια από αυτές τις σελίδες
not-found-home = Μετάβαση στην αρχική
not-found-languages = Ο ιστότοπος σε άλλες γλώσσες


## Choice of language, at the root of the site

languages-title = Επιλέξτε γλώσσα
languages-summary = Ο ιστότοπος διατίθεται σε πολλές γλώσσες. Επιλέξτε εκείνη στην οποία θέλετε να τον διαβάσετε.
