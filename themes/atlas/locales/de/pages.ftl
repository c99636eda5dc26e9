### Words of the different kinds of pages.

## Job description (role)

# Main heading of the page. $role (String): the role, such as "Java-Entwickler (m/w/d)".
role-heading = Stellenbeschreibung: { $role }

# Headings of the sections of a job description, and name of the list of skills.
section-brief = Über die Stelle
section-responsibilities = Aufgaben
section-requirements = Anforderungen
section-benefits = Das bieten wir
section-skills = Kompetenzen

# Heading of the facts beside the text: other titles, field, date.
role-facts = Details

# Before other titles of the same role.
role-alternative-titles = Weitere Bezeichnungen

# Placeholders in the text of a job description, to be replaced by the employer.
placeholder-company = [Firmenname]
placeholder-city = [Ort]


## Post this job

# Button under the title of a job description and in the panel after the text.
post-job-button = Stelle ausschreiben

# Panel after the requirements: heading, explanation, label of the text field.
# $role (String): the role, such as "Java-Entwickler (m/w/d)".
post-job-heading = Bereit für die Ausschreibung?
post-job-text = Nutzen Sie die Vorlage „{ $role }“ unverändert oder passen Sie sie zuerst an. Geben Sie den Arbeitsort ein und legen Sie los.
post-job-city = Arbeitsort


## Related entries, after the text

# Headings of the groups; related-heading serves any other collection.
# $collection (String): the title of the collection, such as "Anleitungen".
related-job-descriptions = Passende Stellenbeschreibungen
related-interview-questions = Passende Interviewfragen
related-topics = Verwandte Themen
related-heading = Passend dazu: { $collection }


## Article

# Heading of the table of contents.
article-contents = Auf dieser Seite

# Beside an article: how long it takes to read. $minutes (Number): at least 1.
reading-time = Lesezeit
reading-minutes = { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
}


## Listing of a collection

# For screen readers: name of the list of links to the groups of the page.
listing-jump = Zu einem Fachgebiet springen

# Heading of the entries that belong to no category.
listing-other = Weitere Einträge

# Heading of the entries of a long list whose titles begin with no letter: digits, other scripts.
listing-no-letter = #


## Home page

home-summary = Erfahren Sie, was zu jeder Stelle gehört und was sie verlangt.
home-collections = Inhalte
home-categories = Fachgebiete durchstöbern


## Page not found

not-found-title = Diese Seite wurde nicht gefunden
not-found-summary = Vielleicht hat sich die Adresse geändert, oder sie enthält einen Tippfehler.
not-found-suggestions = Diese Seiten könnten weiterhelfen
not-found-home = Zur Startseite
not-found-languages = Diese Website in anderen Sprachen


## Choice of language, at the root of the site

languages-title = Wählen Sie Ihre Sprache
languages-summary = Diese Website gibt es in mehreren Sprachen. Wählen Sie die Sprache, in der Sie lesen möchten.
