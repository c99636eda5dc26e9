### Words of the different kinds of pages.

## Job description (role)

# Main heading of the page. $role (String): the role, such as "Développeur Java (H/F)".
# The colon avoids the elision of "de" before a vowel.
role-heading = Fiche de poste : { $role }

# Headings of the sections of a job description, and name of the list of skills.
section-brief = Présentation du poste
section-responsibilities = Missions
section-requirements = Profil recherché
section-benefits = Avantages
section-skills = Compétences

# Heading of the facts beside the text: other titles, field, date.
role-facts = Détails

# Before other titles of the same role.
role-alternative-titles = Autres intitulés

# Placeholders in the text of a job description, to be replaced by the employer.
placeholder-company = [nom de l’entreprise]
placeholder-city = [ville]


## Post this job

# Button under the title of a job description and in the panel after the text.
post-job-button = Publier cette offre

# Panel after the requirements: heading, explanation, label of the text field.
# $role (String): the role, such as "Développeur Java (H/F)".
post-job-heading = Vous recrutez ?
post-job-text = Utilisez le modèle « { $role } » tel quel ou adaptez-le d’abord. Indiquez le lieu du poste et lancez-vous.
post-job-city = Ville


## Related entries, after the text

# Headings of the groups; related-heading serves any other collection.
# $collection (String): the title of the collection, such as "Guides pratiques".
related-job-descriptions = Fiches de poste similaires
related-interview-questions = Questions d’entretien associées
related-topics = Sujets associés
related-heading = À voir aussi : { $collection }


## Article

# Heading of the table of contents.
article-contents = Sur cette page

# Beside an article: how long it takes to read. $minutes (Number): at least 1.
reading-time = Temps de lecture
reading-minutes = { $minutes ->
    [one] { $minutes } minute
    [many] { $minutes } minutes
   *[other] { $minutes } minutes
}


## Listing of a collection

# For screen readers: name of the list of links to the groups of the page.
listing-jump = Aller à un domaine

# Heading of the entries that belong to no category.
listing-other = Autres contenus

# Heading of the entries of a long list whose titles begin with no letter: digits, other scripts.
listing-no-letter = #


## Home page

home-summary = Découvrez en quoi consiste chaque poste et ce qu’il demande.
home-collections = Contenus
home-categories = Parcourir par domaine


## Page not found

not-found-title = Cette page est introuvable
not-found-summary = L’adresse a peut-être changé ou contient une faute de frappe.
not-found-suggestions = Essayez plutôt l’une de ces pages
not-found-home = Retour à l’accueil
not-found-languages = Ce site dans d’autres langues


## Choice of language, at the root of the site

languages-title = Choisissez votre langue
languages-summary = Ce site est disponible en plusieurs langues. Choisissez celle dans laquelle vous souhaitez le lire.
