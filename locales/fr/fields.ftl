### Caractéristiques d’une fiche de poste

# Noms des caractéristiques et choix possibles. .slug est une partie de l’adresse.
field-employment-type = Temps de travail
    .slug = temps-de-travail
field-employment-type-full-time = Temps plein
    .slug = temps-plein
field-employment-type-part-time = Temps partiel
    .slug = temps-partiel

field-work-mode = Mode de travail
    .slug = mode-de-travail
field-work-mode-on-site = Sur site
    .slug = sur-site
field-work-mode-hybrid = Hybride
    .slug = hybride
field-work-mode-remote = À distance
    .slug = a-distance

field-level = Niveau
    .slug = niveau
field-level-entry = Débutant accepté
    .slug = debutant-accepte
field-level-experienced = Avec expérience
    .slug = avec-experience
field-level-lead = Encadrement
    .slug = encadrement

field-pay = Rémunération

# Ce que l’employeur indique comme rémunération.
placeholder-pay = [fourchette de rémunération]
