### Words of this site: announcement, navigation, calls to action, and footer.
### The configuration of the site refers to these ids.

## Announcement, the line above the header

announcement = Nouveau dans la bibliothèque : des questions d’entretien pour les équipes de support client.
    .link = Voir les questions


## Home page

home-summary = Fiches de poste, questions d’entretien et guides de recrutement gratuits, rédigés avec soin et proposés en plusieurs langues.


## Navigation: groups that open, and their entries with one line of description

# First step of the breadcrumb, instead of the theme's word: the library is a toolkit.
breadcrumb-home = Boîte à outils

navigation-templates = Modèles
navigation-overview = Vue d’ensemble
    .description = Toute la bibliothèque en un coup d’œil
navigation-job-descriptions = Fiches de poste
    .description = Missions et profil recherché, à adapter
navigation-interview-questions = Questions d’entretien
    .description = Les questions à poser et ce que révèle une bonne réponse

navigation-guides = Conseils
navigation-tutorials = Guides pratiques
    .description = Une aide concrète à chaque étape du recrutement
navigation-hr-terms = Lexique RH
    .description = Le vocabulaire des ressources humaines expliqué

navigation-fields = Domaines
navigation-information-technology = Informatique
    .description = Développement, tests et données
navigation-customer-service = Service client
    .description = Support par téléphone, e-mail et chat
navigation-human-resources = Ressources humaines
    .description = Personnel, paie et emploi


## Calls to action in the header: keep them short

action-contact = Nous contacter
action-demo = Demander une démo


## Footer: columns and their links

footer-product = Produit
footer-overview = Vue d’ensemble
footer-demo = Demander une démo
footer-pricing = Tarifs

footer-resources = Ressources
footer-job-descriptions = Fiches de poste
footer-interview-questions = Questions d’entretien
footer-tutorials = Guides pratiques
footer-hr-terms = Lexique RH
footer-about-library = À propos de cette bibliothèque

footer-company = Entreprise
footer-about = À propos
footer-careers = Carrières
footer-press = Presse


## Footer: regions of the telephone numbers

phone-us = États-Unis
phone-gr = Grèce
phone-de = Allemagne


## Footer: social networks (names: do not translate them)

social-linkedin = LinkedIn
social-youtube = YouTube
social-mastodon = Mastodon


## Footer: legal line

legal-privacy = Confidentialité
legal-terms = Conditions d’utilisation
legal-accessibility = Accessibilité


## Sections of roles, beyond those that the theme names

section-equal-opportunity = Égalité des chances
