### Collections. Each has a title (headings, breadcrumbs, cards), and
###   .slug          part of addresses: lower-case letters, digits, and hyphens
###   .singular      one entry of the collection, shown above the title of an article
###   .description   one line for cards and the top of the listing

collection-job-descriptions = Fiches de poste
    .slug = fiches-de-poste
    .singular = Fiche de poste
    .description = Chaque poste, avec ses missions et le profil recherché.

collection-interview-questions = Questions d’entretien
    .slug = questions-d-entretien
    .singular = Questions d’entretien
    .description = Des questions à poser en entretien, avec des éléments de réponse.

collection-tutorials = Guides pratiques
    .slug = guides-pratiques
    .singular = Guide pratique
    .description = Des guides concrets, étape par étape.

collection-hr-terms = Lexique RH
    .slug = lexique-rh
    .singular = Lexique RH
    .description = Le vocabulaire des ressources humaines expliqué simplement, avec des exemples.

collection-categories = Domaines
    .slug = domaines
    .singular = Domaine
    .description = Tous les contenus, classés par domaine.
