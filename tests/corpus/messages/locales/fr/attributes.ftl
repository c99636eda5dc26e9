## fault: obsolete-attribute
search-field = Chercher un poste
    .placeholder = Poste ou compétence
    .label = Chercher
    .titre = Chercher
## fault: missing-attribute
apply-button = Postuler
## fault: rightly-unchanged, duplicate-attribute
menu-toggle =
    .label = Menu
    .title = Ouvrir le menu
    .title = Afficher le menu
## fault: empty-value
upload-field = Déposez votre CV
    .hint = { "" }
## fault: trailing-space
newsletter = Les nouveaux postes par courriel
    .label = S’abonner{ " " }
    .title = Un courriel par semaine
## fault: obsolete-value, missing-attribute, missing-term-reference
profile-link = Profil
## fault: style
settings-dialog =
    .style = width: 40em
## fault: style
sidebar-panel = Postes similaires
    .style = min-width: 30ch; width: 10ch
## fault: style
share-panel = Partager ce poste
    .style = width: 12em height: 3em
