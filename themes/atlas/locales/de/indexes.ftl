### Pages that list titles and skills.

## Index from A to Z

# Title of the page. .slug is a part of its address: lower-case letters, digits, and hyphens.
index-title = Berufe von A bis Z
    .slug = a-z
index-summary = Alle Stellenbezeichnungen in alphabetischer Reihenfolge, auch die weiteren Namen, unter denen nach Berufen gesucht wird.

# For screen readers: name of the list of letters above the page.
index-letters = Buchstaben

# After a title that is another name of a role. The element "role" is a link to the role. $title (String): the title of the role.
index-see = siehe <a data-l10n-name="role">{ $title }</a>


## Skills

# Title of the page that lists all skills. .slug is a part of addresses, here and for the page of each skill.
skills-title = Kompetenzen
    .slug = kompetenzen
skills-summary = Was Stellenbeschreibungen verlangen: Wählen Sie eine Kompetenz und sehen Sie, für welche Stellen sie gebraucht wird.

# The page of one skill: heading, and a sentence below it. $skill (String): the name of the skill, such as "Java".
skills-heading = Kompetenz: { $skill }
skills-roles = Stellenbeschreibungen, die „{ $skill }“ verlangen, mit Aufgaben und Anforderungen.

# Heading of the other skills for which the same roles ask.
skills-together = Wird oft zusammen verlangt
