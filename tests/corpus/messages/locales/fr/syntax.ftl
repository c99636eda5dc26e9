jobs-title = Tous les postes
## fault: syntax
jobs-intro =
## fault: syntax
job-type = { $type ->
   *[full] Temps plein
   *[part] Temps partiel
}
job-level = { $level ->
    [junior] Premier emploi
   *[senior] Avec expérience
}
## fault: syntax
job-contact = Demandez à { "$name }
## fault: syntax
job-share = Partager }
job-print = Imprimer la page
job-save = Garder ce poste
## fault: duplicate-message
job-save = Garder ce poste pour plus tard
## fault: duplicate-message
job-save = Garder pour plus tard
