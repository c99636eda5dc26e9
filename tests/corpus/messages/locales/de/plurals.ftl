## fault: surplus-plural
open-roles = { $count ->
    [one] { $count } offene Stelle
    [few] { $count } offene Stellen
   *[other] { $count } offene Stellen
}
## fault: missing-plural
applications = { $count ->
   *[other] Sie haben { $count } Bewerbungen abgeschickt
}
## fault: duplicate-variant
vacation-days = { $days ->
    [one] { $days } Urlaubstag
    [one] { $days } Tag Urlaub
   *[other] { $days } Urlaubstage
}
## fault: surplus-plural, unknown-variable
roles-in-city = { $count ->
    [one] Eine Stelle in { $city }
    [many] Viele Stellen in { $city }
   *[other] { $count } Stellen in { $stadt }
}
## fault: unknown-variable
interview-rounds = { $count ->
    [one] Ein Gespräch
   *[other] { $anzahl } Gespräche
}
## fault: missing-variant
work-model = { $model ->
    [office] Im Büro
   *[mixed] Beides
}
## fault: surplus-plural
filter-label = Filter
    .title = { $count ->
        [one] Ein Filter ist gesetzt
        [two] Zwei Filter sind gesetzt
       *[other] { $count } Filter sind gesetzt
    }
