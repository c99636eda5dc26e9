jobs-title = Wszystkie oferty
jobs-intro = Znajdź pracę dla siebie
## fault: syntax
job-type = { $type ->
    [full Pełny etat
   *[part] Część etatu
}
job-level = { $level ->
    [junior] Pierwsza praca
   *[senior] Z doświadczeniem
}
job-contact = Zapytaj { $name }
## fault: syntax
job-share = Udostępnij \ ofertę { "\x" }
job-print = Drukuj
job-save = Zapisz ofertę
## fault: syntax
 job-hidden = Ukryj ofertę
