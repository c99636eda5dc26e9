## fault: missing-plural
open-roles = { $count ->
    [one] { $count } oferta
   *[other] { $count } ofert
}
## fault: missing-plural
applications = { $count ->
    [one] Wysłano jedno zgłoszenie
    [few] Wysłano { $count } zgłoszenia
   *[other] Wysłano { $count } zgłoszeń
}
## fault: missing-plural
vacation-days = { $days ->
   *[other] { $days } dni urlopu
}
## fault: surplus-plural, unknown-variable
roles-in-city = { $count ->
    [one] Jedna oferta, { $city }
    [few] { $count } oferty, { $city }
    [many] { $count } ofert, { $city }
    [two] Dwie oferty, { $city }
   *[other] { $count } oferty, { $miasto }
}
## fault: missing-plural
interview-rounds = { $count ->
    [few] { $count } rozmowy
    [many] { $count } rozmów
   *[other] { $count } rozmowy
}
## fault: surplus-variant, missing-variant
work-model = { $model ->
    [office] W biurze
    [dom] W domu
   *[mixed] Jedno i drugie
}
## fault: missing-plural
filter-label = Filtry
    .title = { $count ->
        [one] Jeden filtr
        [many] { $count } filtrów
       *[other] { $count } filtru
    }
