### Pages that list titles and skills.

## Index from A to Z

# Title of the page. .slug is a part of its address: lower-case letters, digits, and hyphens.
index-title = Θέσεις από το Α έως το Ω
    .slug = a-o
index-summary = Όλοι οι τίτλοι θέσεων με αλφαβητική σειρά, μαζί με τα άλλα ονόματα με τα οποία αναζητούνται.

# For screen readers: name of the list of letters above the page.
index-letters = Γράμματα

# After a title that is another name of a role. The element "role" is a link to the role. $title (String): the title of the role.
index-see = βλ. <a data-l10n-name="role">{ $title }</a>


## Skills

# Title of the page that lists all skills. .slug is a part of addresses, here and for the page of each skill.
skills-title = Δεξιότητες
    .slug = dexiotites
skills-summary = Τι ζητούν οι περιγραφές θέσεων: επιλέξτε μια δεξιότητα και δείτε σε ποιες θέσεις χρειάζεται.

# The page of one skill: heading, and a sentence below it. $skill (String): the name of the skill, such as "Java".
skills-heading = Δεξιότητα: { $skill }
skills-roles = Περιγραφές θέσεων που ζητούν «{ $skill }», με τις αρμοδιότητες και τα απαραίτητα προσόντα.

# Heading of the other skills for which the same roles ask.
skills-together = Συχνά ζητούνται μαζί
