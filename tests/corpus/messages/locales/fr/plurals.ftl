## fault: missing-plural
open-roles = { $count ->
   *[other] { $count } postes à pourvoir
}
## fault: surplus-plural, unknown-variable
applications = { $count ->
    [zero] Aucune candidature envoyée
    [one] Vous avez envoyé une candidature
   *[other] Vous avez envoyé { $nombre } candidatures
}
## fault: unknown-variable, missing-variable
vacation-days = { $count ->
    [one] { $count } jour de congé
   *[other] { $count } jours de congé
}
## fault: missing-variable
roles-in-city = { $count ->
    [one] Un poste
   *[other] { $count } postes
}
## fault: surplus-plural
interview-rounds = { $count ->
    [one] Un entretien
    [two] Deux entretiens
   *[other] { $count } entretiens
}
## fault: duplicate-variant
work-model = { $model ->
    [office] Au bureau
    [office] Sur place
    [remote] À domicile
   *[mixed] Les deux
}
## fault: unknown-variable
filter-label = Filtres
    .title = { $count ->
        [one] Un filtre est actif
       *[other] { $cout } filtres sont actifs
    }
