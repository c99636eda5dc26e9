### Words of the frame that surrounds every page: document head, header, footer,
### and the parts that several kinds of pages share.

# Link at the top left of every page, footer, and name of the site in previews. -brand is what the site is called: `name` in its
# configuration, or a term of its own.
site-name = { -brand }

# Under the name of the site, on the home page and in the footer.
site-tagline = Οι περιγραφές θέσεων με μια ματιά


## Document titles (browser tab, search results)

# Most pages. $title (String): the title of the page.
title-page = { $title } – { -brand }

# Pages of one job description. $role (String): the role, in the nominative,
# such as "Προγραμματιστής/-τρια Java". The colon avoids the genitive.
title-role = { $role }: περιγραφή θέσης εργασίας – { -brand }

# Home page.
title-home = { -brand }: περιγραφές θέσεων εργασίας


## Header

# First link of the page, visible when it has the keyboard focus.
skip-to-content = Μετάβαση στο περιεχόμενο

# For screen readers: name of the announcement line above the header.
announcement-label = Ανακοίνωση

# For screen readers: name of the main navigation.
navigation-label = Κύρια πλοήγηση

# For screen readers: name of the switch between light and dark. It is pressed when the page is dark.
scheme-dark = Σκούρα χρώματα

# For screen readers: name of the path that leads to the current page.
breadcrumb-label = Διαδρομή πλοήγησης

# First entry of the breadcrumb: the home page.
breadcrumb-home = Αρχική


## Languages

# Before the list of languages under the title of a page.
languages-available = Διαθέσιμες γλώσσες

# Heading of the same list after the text.
languages-heading = Η σελίδα σε άλλες γλώσσες

# Notice above a text that nobody has translated yet. The element "original" is a link to the text's own page.
# $language (String): the name of the language of the text, such as "Αγγλικά".
# It stands after a colon, so that it fits in the nominative and with a capital.
notice-fallback = Η σελίδα αυτή δεν έχει μεταφραστεί ακόμη. Γλώσσα του κειμένου που ακολουθεί: <a data-l10n-name="original">{ $language }</a>.

# Notice above a translation that may lag behind its original. The element "original" is a link to the original.
# $language (String): the name of the language of the original. $date (String): the day on which the original changed.
notice-stale = Το <a data-l10n-name="original">πρωτότυπο ({ $language })</a> έχει τροποποιηθεί (ημερομηνία: { DATETIME($date, dateStyle: "long") }). Η μετάφραση αυτή ενδέχεται να μην περιλαμβάνει ακόμη τις αλλαγές.
# The same where the day is not known.
notice-stale-undated = Το <a data-l10n-name="original">πρωτότυπο ({ $language })</a> έχει τροποποιηθεί. Η μετάφραση αυτή ενδέχεται να μην περιλαμβάνει ακόμη τις αλλαγές.


## Lists of entries

# Beside the name of a collection, category, or group.
# $count (Number): how many entries it has.
entry-count = { $count ->
    [one] { $count } καταχώριση
   *[other] { $count } καταχωρίσεις
}

# Before the date of the last change of a text, as in "Τελευταία ενημέρωση 2026-11-02".
updated = Τελευταία ενημέρωση

# The date itself. $date (String): a day, such as "2026-11-02".
date = { DATETIME($date, dateStyle: "long") }

# Before a link to the category of an entry, as in "Τομέας: Πληροφορική".
category-label = Τομέας


## Newsletter form, above the footer

newsletter-heading = Ενημερωτικό δελτίο
newsletter-text = Τα νέα μας στο email σας, με δυνατότητα διαγραφής όποτε θέλετε.
newsletter-email = Διεύθυνση email
newsletter-button = Εγγραφή


## Footer

# For screen readers: name of the navigation in the footer.
footer-label = Υποσέλιδο

# Heading of the telephone numbers.
footer-phones = Τηλεφωνήστε μας

# Heading of the links to social networks.
footer-social = Ακολουθήστε μας

# For screen readers: name of the links to legal pages.
footer-legal = Νομικές πληροφορίες

copyright = © { -brand }
