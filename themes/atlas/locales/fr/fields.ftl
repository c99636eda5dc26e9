### Caractéristiques des contenus, comme le contrat ou le lieu, et listes que l’on filtre d’après elles.

# Titre des caractéristiques à côté du texte.
fields-heading = En bref

# Intervalles de nombres, de dates et de montants. $from (String) et $to (String) : les bornes, telles qu’on les écrit.
range = { $from }–{ $to }
range-from = à partir de { $from }
range-to = jusqu’à { $to }

# Montants par période. $amount (String) : le montant.
per-hour = { $amount } par heure
per-day = { $amount } par jour
per-week = { $amount } par semaine
per-month = { $amount } par mois
per-year = { $amount } par an

# Montant payé en plusieurs fois. $amount (String) : le montant. $count (Number) : le nombre de mensualités.
payments = { $amount } ({ $count ->
    [one] { $count } mensualité
    [many] { $count } de mensualités
   *[other] { $count } mensualités
})

# Titre et résumé d’une page de contenus qui ont une caractéristique en commun. $collection (String) : « Fiches de poste ».
# $value (String) : la caractéristique, comme « Temps partiel ». $field (String) : « Temps de travail ». $count (Number).
facet-title = { $collection } : { $value }
facet-summary = { $count ->
    [one] { $count } contenu
    [many] { $count } de contenus
   *[other] { $count } contenus
} – { $field } : { $value }.

# Au-dessus des caractéristiques qui filtrent une liste : titre, une caractéristique avec le nombre de contenus, ce qui s’affiche
# après un choix ($count (String) : le nombre, ajouté par la page) et le bouton qui affiche de nouveau tout.
filters-heading = Filtrer la liste
filter-value = { $value } ({ $count })
filters-shown = Affichés : { $count }
filters-reset = Tout afficher

# Dans les listes, un titre commun à plusieurs contenus, avec ce qui les distingue. $title (String) : « Chargé de clientèle ».
# $distinction (String) : « Lyon ».
same-title = { $title } ({ $distinction })

# Contenus qui sont des variantes d’un autre : nom des liens entre eux, pour les lecteurs d’écran ; ce qui les ouvre dans une liste.
variants-heading = Variantes
variants-count = { $count ->
    [one] { $count } variante
    [many] { $count } de variantes
   *[other] { $count } variantes
}
