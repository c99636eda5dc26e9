### What this library says in words of its own, instead of those of the theme. It offers templates to every employer.

## Name and home page

site-tagline = Fiches de poste et guides de recrutement, à adapter à vos besoins
title-home = { -brand } : fiches de poste et guides de recrutement
home-collections = La bibliothèque


## Collections

collection-job-descriptions = Fiches de poste
    .slug = fiches-de-poste
    .singular = Fiche de poste
    .description = Un modèle par métier, avec missions et profil recherché, à adapter et à publier.
collection-interview-questions = Questions d’entretien
    .slug = questions-d-entretien
    .singular = Questions d’entretien
    .description = Des questions qui révèlent une façon de travailler, chacune avec les éléments d’une bonne réponse.
collection-tutorials = Guides pratiques
    .slug = guides-pratiques
    .singular = Guide pratique
    .description = Rédiger, mener les entretiens, décider : des guides concrets, étape par étape.
collection-categories = Domaines
    .slug = domaines
    .singular = Domaine
    .description = Toute la bibliothèque, classée par domaine.


## Roles

role-facts = À propos de ce modèle


## Newsletter form

newsletter-heading = Mieux recruter : notre lettre mensuelle
newsletter-text = De nouveaux modèles et des guides pratiques par e-mail. Sans publicité ; désabonnement possible à tout moment.


## Lists and search

index-summary = Tous les intitulés de poste de la bibliothèque par ordre alphabétique, y compris les autres noms sous lesquels on les cherche.
skills-roles = Fiches de poste qui demandent « { $skill } », avec les missions et le profil recherché, à copier et à adapter.
search-summary = Trouvez des fiches de poste, des questions d’entretien, des guides et des définitions.
search-label = Rechercher dans la bibliothèque
search-failed = La recherche n’a pas pu être chargée. Parcourez la bibliothèque ci-dessous.
search-noscript = La recherche nécessite JavaScript, qui est désactivé dans votre navigateur. Parcourez la bibliothèque ci-dessous.
search-browse = Parcourir la bibliothèque


## Languages

not-found-languages = La bibliothèque dans d’autres langues
languages-summary = La bibliothèque est publiée en plusieurs langues. Choisissez celle dans laquelle vous souhaitez la lire.
