office-cafe = Rencontrez l’équipe au café
## fault: replacement-character
office-hours = Du lundi au vendredi, de 9 h à 17 h
    .title = Heures de r�ponse
